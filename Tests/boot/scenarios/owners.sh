# Root's commands leave nothing that the service cannot use: a round before the service's first, a restore, a copied rule file.
office
state=/var/lib/nhacviec
# owned: everything in the state belongs to the service's users. The mark in facts/outbox is the round's, whichever user had it first.
owned() {
  equals '' "$(find $state/post ! -user nhacviec-post -printf '%p %u\n')"
  equals '' "$(find $state/facts ! -user nhacviec-web ! -path $state/facts/outbox -printf '%p %u\n')"
  equals '' "$(find $state/post $state/facts ! -group nhacviec -printf '%p %g\n')"
}
# Root's round first, and what it was asked for.
echo promote >/run/nhacviec/spool/1.1.1
nhacviec remind
owned
start_units
nhacviec event record ho-so --ref HS-1 --on "$(date +%F)" --yes
within 60 says HS-1 mails --text
within 10 quiet
owned

# A copy is put back by root into an empty state, and the service goes on: a round, a promotion.
nhacviec backup /root/copy
[ -s /root/copy/rules/plan.rules ]
[ -s /root/copy/configuration/nhacviec.toml ]
fails grep -r secret-of-the-test /root/copy
stop_units
rm -rf $state/post $state/facts
nhacviec restore /root/copy
owned
equals 750 "$(stat -c %a $state/post | tail -c 4)"
start_units
systemctl start nhacviec-remind.service
echo '# changed' >>/etc/nhacviec/rules.d/plan.rules
nhacviec rules promote
says 'bản 2' nhacviec upcoming
nhacviec event record ho-so --ref HS-2 --on "$(date +%F)" --yes
within 60 says HS-2 mails --text
within 10 quiet
owned

# A rule file that only root reads: status says so to root, and what to do.
install -m 0640 -o root -g root /etc/nhacviec/rules.d/plan.rules /etc/nhacviec/rules.d/plan.new
mv /etc/nhacviec/rules.d/plan.new /etc/nhacviec/rules.d/plan.rules
output=$(nhacviec status 2>&1 || true)
[[ $output == *'/etc/nhacviec/rules.d/plan.rules'* && $output == *'chmod a+rX'* ]] || { echo "$output"; false; }
chmod a+r /etc/nhacviec/rules.d/plan.rules
output=$(nhacviec status 2>&1 || true)
[[ $output != *'chmod a+rX'* ]] || { echo "$output"; false; }
