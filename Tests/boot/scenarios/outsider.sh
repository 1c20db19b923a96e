# Somebody outside the group records nothing that nobody sees; once in the group, their facts are the office's.
office
start_units
nhacviec rules promote
within 60 arrived 1 'nghiepvu@so.example'
# The pages show the work within a moment, out of the packaged templates.
shown() { page "$1" | grep -q "$2"; }
within 30 shown /viec 'I\.1'
within 30 shown / '<h1>'
useradd --create-home --shell /bin/bash lan
as_lan() { runuser -u lan -- env HOME=/home/lan "$@"; }
log=/var/lib/nhacviec/facts/facts.db
done_command="nhacviec done I.1 --on $(date +%F) --yes"
fails as_lan $done_command
as_lan $done_command >said 2>&1 || true
grep -q 'state-closed' said
grep -q 'adduser lan nhacviec' said
[ ! -e /home/lan/.local/state/nhacviec ]
fails as_lan nhacviec rules promote
[ ! -e /home/lan/.local/state/nhacviec ]
# A list goes on and says which log it is not of.
as_lan nhacviec upcoming --rules /etc/nhacviec/rules.d >list 2>said
grep -q '/var/lib/nhacviec' said
code=0; as_lan nhacviec status || code=$?
equals 3 $code
# A folder of one's own must be named.
as_lan $done_command --rules /etc/nhacviec/rules.d --state /home/lan/mine
[ -e /home/lan/mine/facts/facts.db ]
fails nhacviec facts
usermod -aG nhacviec lan
says "$log" as_lan $done_command
says 'I.1' nhacviec facts
# doctor has the service log in and send, since it alone has the password.
says 'localhost:2525' as_lan nhacviec doctor --send-test vanphong@so.example
within 30 arrived 1 'vanphong@so.example.*Thư thử'
fails as_lan nhacviec doctor --send-test somebody@elsewhere.example
# The daemon notes the addresses of calendars that they make, and nobody else reads its notes.
as_lan nhacviec feeds make --unit 'Phòng Nghiệp vụ' >said
token=$(sed -n 's,.*/feeds/\([0-9a-f]*\)\.ics$,\1,p' said)
equals 40 "${#token}"
says 'lan' as_lan nhacviec feeds list
fails as_lan cat /var/lib/nhacviec/web/tokens.db
fails grep -rqF "$token" /var/lib/nhacviec /run/nhacviec
fails sh -c "journalctl --no-pager | grep -qF '$token'"
as_lan nhacviec feeds revoke 1
nhacviec config check >said
grep -q config-secret-held said
# All is well; without the units nothing is, and what nobody would answer is not waited for.
within 30 nhacviec status
stop_units
systemctl --quiet disable $units
code=0; nhacviec status >said 2>&1 || code=$?
equals 2 $code
grep -q 'systemctl enable --now' said
code=0; began=$SECONDS; nhacviec rules promote >said 2>&1 || code=$?
equals 75 $code
[ $((SECONDS - began)) -lt 20 ]
grep -q 'systemctl enable --now' said
