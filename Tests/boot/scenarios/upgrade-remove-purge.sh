# An upgrade restarts what runs and keeps state and rules; a removal keeps them; a purge leaves a last copy of the facts only.
echo 'Dpkg::Options { "--force-confold"; };' >/etc/apt/apt.conf.d/99-boot-test # no question about a changed configuration
office
start_units
systemctl enable nhacviecd-proxy.socket
systemctl restart nhacviecd.service
nhacviec rules promote
within 60 arrived 1 'nghiepvu@so.example'
nhacviec event record ho-so --ref HS-1 --on "$(date +%F)" --yes
within 60 arrived 1 'vanphong@so.example'
within 10 quiet
head=$(cat /var/lib/nhacviec/facts/head)
cp /etc/nhacviec/rules.d/plan.rules /root/

# The next version, with another content of a file that the administrator did not change, and of one that he did.
dpkg-deb -R nhacviec.deb /root/next
sed -i 's/^Version: .*/&+next/' /root/next/DEBIAN/control
echo '# next' | tee -a /root/next/usr/share/nhacviec/rules/policies/tieu-chuan.rules >>/root/next/etc/nhacviec/nhacviec.toml
sed -i '\|tieu-chuan.rules|d' /root/next/DEBIAN/md5sums
dpkg-deb --root-owner-group -Znone -b /root/next /root/next.deb
before=$(systemctl show -P MainPID nhacviecd.service)
apt-get install -y /root/next.deb
systemctl is-active $units nhacviecd-proxy.socket
[ "$before" != "$(systemctl show -P MainPID nhacviecd.service)" ]
equals "$head" "$(cat /var/lib/nhacviec/facts/head)"
cmp /root/plan.rules /etc/nhacviec/rules.d/plan.rules
cmp nhacviec.toml /etc/nhacviec/nhacviec.toml
page /health
equals 403 "$(curl -s -o /dev/null -w '%{http_code}' --unix-socket /run/nhacviec/proxy.sock http://localhost/)"
arrived 2

apt-get remove -y nhacviec
for unit in $units nhacviecd-proxy.socket; do fails systemctl is-active --quiet "$unit"; done
fails test -e /usr/bin/nhacviec
equals "$head" "$(cat /var/lib/nhacviec/facts/head)"
cmp /root/plan.rules /etc/nhacviec/rules.d/plan.rules

# Installed again, everything is as it was, and what was sent is not sent again.
apt-get install -y ./nhacviec.deb
systemctl is-enabled $units
systemctl start $units
within 30 page /health
systemctl start nhacviec-remind.service
arrived 2
nhacviec audit verify

apt-get purge -y nhacviec
[ ! -e /var/lib/nhacviec ]
[ ! -e /etc/nhacviec/nhacviec.toml ]
[ ! -e /etc/nhacviec/rules.d ]
for unit in $units nhacviecd-proxy.socket; do fails systemctl is-enabled --quiet "$unit"; done
equals '' "$(find /etc/systemd /var/lib/systemd /usr/share/nhacviec /usr/share/doc/nhacviec -name '*nhacviec*' 2>/dev/null)"
equals 1 "$(ls /var/backups/nhacviec | wc -l)"
equals '700 root' "$(stat -c '%a %U' /var/backups/nhacviec)"
# That copy is good: the facts and rules are there again, and the round may read them.
apt-get install -y ./nhacviec.deb
tar -C / -xzf /var/backups/nhacviec/*.tar.gz
nhacviec audit verify --head "$head"
cmp /root/plan.rules /etc/nhacviec/rules.d/plan.rules
equals 'nhacviec-web nhacviec' "$(stat -c '%U %G' /var/lib/nhacviec/facts)"
