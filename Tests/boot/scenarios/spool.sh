# A member of the group puts what they can into the spool, and holds what they can: requests are served all the same, nothing
# starts rounds for ever, and who holds the facts is named.
office
useradd --no-create-home --groups nhacviec clerk
start_units
as_clerk() { systemd-run --quiet --pipe --wait --collect -p User=clerk -p Group=nhacviec "$@"; }
as_clerk python3 - <<'PYTHON'
import os
os.umask(0)
spool = b"/run/nhacviec/spool/"
os.makedirs(spool + b"folder/with/more")
os.makedirs(spool + b"1700000000.1.1/x")
os.mkfifo(spool + b"1700000000.2.1")
os.symlink("/etc/shadow", spool + b"1700000000.3.1")
for name in [b"of-clerk", b"x" * 250, b"\xff\xfe", b"-rf", b"a\nb", b"1700000000.4.1.new-1"]:
    open(spool + name, "w").write("promote\n")
open(spool + b"1700000000.5.1", "w").write("accept-round 999999999 9999999999\n")
for number in range(2000):
    open(spool + b"1700000001.%d.1" % number, "w").write("retry\n")
PYTHON
nhacviec rules promote
within 60 arrived 1 'nghiepvu@so.example'
within 120 quiet
# No further round begins.
started=$(systemctl show -P ExecMainStartTimestampMonotonic nhacviec-remind.service)
sleep 5
equals "$started" "$(systemctl show -P ExecMainStartTimestampMonotonic nhacviec-remind.service)"
says 'không phải là yêu cầu' journalctl --no-pager -u nhacviec-remind.service -b
says 0 python3 -c "
import sqlite3
print(sqlite3.connect('file:/var/lib/nhacviec/post/post.db?mode=ro', uri=True).execute('SELECT count(*) FROM acceptance').fetchone()[0])"

# The round's lock is its own; the facts are held for ten seconds at most.
fails as_clerk python3 -c "open('/var/lib/nhacviec/post/lock')"
holder='import sqlite3, time
c = sqlite3.connect("/var/lib/nhacviec/facts/facts.db", isolation_level=None)
c.execute("BEGIN IMMEDIATE"); time.sleep(120)'
nhacviec event record ho-so --ref HS-1 --on "$(date +%F)" --yes
systemd-run --quiet --unit=holder -p User=clerk -p Group=nhacviec python3 -c "$holder"
held() { fails python3 -c "
import sqlite3
sqlite3.connect('/var/lib/nhacviec/facts/facts.db', timeout=0, isolation_level=None).execute('BEGIN IMMEDIATE')"; }
within 10 held
start=$SECONDS status=0
output=$(nhacviec event record ho-so --ref HS-2 --on "$(date +%F)" --yes 2>&1) || status=$?
equals 75 $status
[ $((SECONDS - start)) -le 30 ]
[[ $output == *"python3 ($(systemctl show -P MainPID holder.service))"* ]] || { echo "$output"; false; }
systemctl stop holder.service
nhacviec event record ho-so --ref HS-2 --on "$(date +%F)" --yes
within 60 says HS-2 mails --text

# Facts that are gone are not believed.
within 10 quiet
mv /var/lib/nhacviec/facts /var/lib/nhacviec/away
systemctl start nhacviec-remind.service
says 'facts' bash -c 'nhacviec status; true'
[[ $(nhacviec status 2>&1 || true) == *CRITICAL* || $(nhacviec status 2>&1 || true) == *'NGHIÊM TRỌNG'* ]]
mv /var/lib/nhacviec/away /var/lib/nhacviec/facts
systemctl start nhacviec-remind.service
fails bash -c 'nhacviec status | grep -q "round accept"'
