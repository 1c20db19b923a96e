# A row that was accepted on a page: the editor writes it and the round promotes just that; nobody but the daemon can ask for it, and
# whatever the daemon asks for, nothing but rows changes.
office
printf '\n[roles.lan]\nadministrator = true\nfocal-point = true\n' >>/etc/nhacviec/nhacviec.toml
rules=/etc/nhacviec/rules.d
plan=$rules/plan.rules
start_units
nhacviec rules promote
within 30 quiet
as() { local user=$1; shift; systemd-run --quiet --pipe --wait --collect -p User="$user" -p Group=nhacviec "$@"; }
# ask REQUEST: what the daemon would ask for; prints the name that its answer has.
cat >/usr/local/bin/ask-editor <<'SCRIPT'
#!/bin/sh
umask 027
name=$(date +%s.%N).$$
printf '%s\n' "$1" >/run/nhacviec/edits/.draft
mv /run/nhacviec/edits/.draft "/run/nhacviec/edits/$name"
echo "$name"
SCRIPT
chmod 0755 /usr/local/bin/ask-editor
ask() { as nhacviec-web /usr/local/bin/ask-editor "$1"; }
answer() { cat "/run/nhacviec/edit-answers/$1"; }
# hash SED: of the sources as they would be with that change of the plan.
hash() {
  local folder; folder=$(mktemp -d)
  cp -r /var/lib/nhacviec/post/live/sources/. "$folder"
  sed -i "$1" "$(find "$folder" -name plan.rules)"
  (cd "$folder" && find . -type f -printf '%P\n' | LC_ALL=C sort | xargs -d '\n' sha256sum) | sha256sum | cut -d' ' -f1
}
equals "$(hash '')" "$(hash 's/a/a/')"
change='s/Báo cáo tình hình tiếp nhận hồ sơ/Báo cáo tháng về hồ sơ/'
sed "$change" $plan >/root/plan.rules
nhacviec rules propose /root/plan.rules --because 'đổi tên'
wanted=$(hash "$change")

# Not enabled unless wanted: the request lies there. The folder is the office's until it is given to the editor's group.
fails systemctl is-enabled --quiet nhacviec-edit.path
name=$(ask "accept-proposal 1 $wanted lan")
sleep 1
[ -e "/run/nhacviec/edits/$name" ] && [ ! -e "/run/nhacviec/edit-answers/$name" ]
systemctl enable --now nhacviec-edit.path
within 30 test -e "/run/nhacviec/edit-answers/$name"
says 'cannot write' answer "$name"
equals '' "$(grep 'Báo cáo tháng' $plan || true)"
chgrp -R nhacviec-edit $rules
chmod -R g+rwX $rules
find $rules -type d -exec chmod g+s {} +

name=$(ask "accept-proposal 1 $wanted lan")
within 60 test -e "/run/nhacviec/edit-answers/$name"
says 'exit 0' answer "$name"
cmp /root/plan.rules $plan
says 'Báo cáo tháng' nhacviec upcoming --days 40
says 'lan' nhacviec proposals show 1
nhacviec rules diff
within 30 quiet
# Root keeps its rights to the file.
equals nhacviec-edit "$(stat -c %G $plan)"

# Others cannot ask; the editor takes no other kind of request, and has nothing else to write.
fails as nobody touch /run/nhacviec/edits/1.1.1
useradd --create-home --groups nhacviec lan
fails setpriv --reuid=lan --regid=lan --init-groups sh -c 'echo wake >/run/nhacviec/edits/1.1.1'
fails setpriv --reuid=lan --regid=lan --init-groups ls /run/nhacviec/edits
name=$(ask "accept-proposal 1 $wanted hoa")
within 30 test -e "/run/nhacviec/edit-answers/$name"
says 'is no administrator' answer "$name"
name=$(ask promote)
within 30 test -e "/run/nhacviec/edit-answers/$name"
says 'is not understood' answer "$name"
change='s/nghiepvu@so.example/evil@so.example/'
sed "$change" $plan >/root/evil.rules
nhacviec rules propose /root/evil.rules --for plan.rules --because 'hộp thư'
name=$(ask "accept-proposal 2 $(hash "$change") lan")
within 30 test -e "/run/nhacviec/edit-answers/$name"
says 'rows of tasks alone' answer "$name"
equals '' "$(grep evil $plan || true)"
for path in / /etc /usr /var/lib/nhacviec/post /etc/nhacviec; do
  fails as nhacviec-edit test -w "$path"
done
fails as nhacviec-edit ls /var/lib/nhacviec/web
fails as nhacviec-edit cat /etc/credstore/nhacviec.mail-password
# As a member of the group it could write facts; its unit does not let it.
fails sh -c 'systemctl show -P ReadWritePaths nhacviec-edit.service | grep -q facts'
equals strict "$(systemctl show -P ProtectSystem nhacviec-edit.service)"

# A register that somebody edited lies beside its request: the editor reads it and proposes in the sender's name; nothing is written.
nhacviec export --xlsx /tmp/register.xlsx --plan vi-du
python3 - <<'SCRIPT'
import zipfile
with zipfile.ZipFile("/tmp/register.xlsx") as old, zipfile.ZipFile("/tmp/edited.xlsx", "w", zipfile.ZIP_DEFLATED) as new:
    for part in old.infolist():
        new.writestr(part, old.read(part).replace("Báo cáo tháng".encode(), "Báo cáo tuần".encode()))
SCRIPT
fails cmp /tmp/register.xlsx /tmp/edited.xlsx
cat >/usr/local/bin/send-register <<'SCRIPT'
#!/bin/sh
umask 027
name=$(date +%s.%N).$$
cat "$1" >"/run/nhacviec/edits/.$name.${2:-0}"
printf 'read-register en %s\nvi-du\nlogin lan\nedited.xlsx\n' "$(sha256sum "$1" | cut -d' ' -f1)" >/run/nhacviec/edits/.draft
mv /run/nhacviec/edits/.draft "/run/nhacviec/edits/$name"
echo "$name"
SCRIPT
chmod 0755 /usr/local/bin/send-register
send() { as nhacviec-web /usr/local/bin/send-register "$@"; }
cp $plan /root/before.rules
name=$(send /tmp/edited.xlsx)
within 60 test -e "/run/nhacviec/edit-answers/$name"
says 'The register was read' answer "$name"
says 'Báo cáo tuần' cat "/run/nhacviec/edit-answers/$name.json"
says 'Báo cáo tuần' nhacviec proposals show 3
says 'lan' nhacviec proposals show 3
cmp /root/before.rules $plan
fails ls "/run/nhacviec/edits/.$name.1"
# The same once more proposes nothing more; what is no workbook, or ended its reader twice, is told.
name=$(send /tmp/edited.xlsx)
within 60 test -e "/run/nhacviec/edit-answers/$name"
fails nhacviec proposals show 4
name=$(send /etc/passwd)
within 60 test -e "/run/nhacviec/edit-answers/$name"
says 'exit 1' answer "$name"
name=$(send /tmp/edited.xlsx 2)
within 60 test -e "/run/nhacviec/edit-answers/$name"
says 'ended 2 times' answer "$name"
