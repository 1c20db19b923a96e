# Everything is killed at random while facts are recorded, every unit has two channels of which one is down now and then,
# root and the service run rounds in turn, and a member of the group writes nonsense into the spool: no fact and no notice is
# lost, each case is told once through each channel, copies share an id and a text, and the books balance.
# BOOT_SECONDS and BOOT_SEED say how long, and with which numbers (Tests/boot/kill-for-long).
seconds=$(cat /boot-test/seconds 2>/dev/null || echo 60) seed=$(cat /boot-test/seed 2>/dev/null || echo 20261)
echo "seed $seed, $seconds s"
office
cat >>/etc/nhacviec/nhacviec.toml <<'TOML'

[webhook]
format = "json"
ca-file = "/etc/nhacviec/mail-ca.pem"
allowed-networks = ["127.0.0.0/8"]
timeout = 10
TOML
sed -i 's|^  email: vanphong@so.example|&\n  webhook: https://localhost:8443/vp|; s|^  email: nghiepvu@so.example|&\n  webhook: https://localhost:8443/nv|' \
  /etc/nhacviec/rules.d/plan.rules
mkdir -p /var/web-test /root/credentials
cp /etc/credstore/nhacviec.mail-password /root/credentials/mail-password
systemd-run --quiet --unit=web-server --service-type=notify \
  /usr/bin/python3 /boot-test/web-server.py /var/web-test /etc/nhacviec/mail-ca.pem /var/mail-test/key.pem
mkdir -p /etc/systemd/system/nhacviec{d,-remind}.service.d
printf '[Service]\nRestartSec=100ms\n' |
  tee /etc/systemd/system/nhacviecd.service.d/test.conf >/etc/systemd/system/nhacviec-remind.service.d/test.conf
useradd --create-home --groups nhacviec eve
useradd --create-home --groups nhacviec mai
start_units
nhacviec rules promote
within 60 arrived 1 'nghiepvu@so.example'
runuser -u eve -- env HOME=/home/eve python3 /boot-test/spool-writer.py "$seed" &
writer=$!

RANDOM=$((seed % 32768))
end=$((SECONDS + seconds)) case=0
(
  RANDOM=$(((seed + 1) % 32768))
  while [ $SECONDS -lt $end ]; do
    sleep "0.$((RANDOM % 9))"
    case $((RANDOM % 3)) in
      0) systemctl kill --signal=KILL nhacviecd.service 2>/dev/null && echo daemon >>/root/kills || true ;;
      1) systemctl kill --signal=KILL nhacviec-remind.service 2>/dev/null && echo round >>/root/kills || true ;;
      # A round of root's, which is killed before it ends, or ends.
      2)
        status=0
        { CREDENTIALS_DIRECTORY=/root/credentials timeout -s KILL "0.$((RANDOM % 5))5" \
          nhacviec remind >>/root/rounds 2>&1; } 2>/dev/null || status=$?
        [ $status != 137 ] || echo root >>/root/kills
        ;;
    esac
  done
) &
(
  # In the first two thirds one of the two ways is down, in turn, with a time between: a sixth of all that each, so that what
  # failed is tried again within minutes (each failure doubles the pause, and being killed counts as one).
  pause=$((seconds / 6)) until=$((SECONDS + seconds * 2 / 3))
  while [ $SECONDS -lt $until ]; do
    for way in /var/web-test/down /var/mail-test/refuse; do
      touch $way
      sleep $pause
      rm $way
      sleep $((pause / 2))
    done
  done
) &
while [ $SECONDS -lt $end ]; do
  case=$((case + 1))
  # The one who records is killed too, now and then; only what was confirmed counts.
  who=$([ $((RANDOM % 2)) = 0 ] && echo root || echo mai)
  if { timeout -s KILL "0.$((RANDOM % 6))5" runuser -u $who -- \
    nhacviec event record ho-so --ref "HS-$case" --on "$(date +%F)" --yes >/root/said 2>&1; } 2>/dev/null; then
    echo "HS-$case" >>/root/recorded
  fi
  sleep "0.$((RANDOM % 5))"
done
kill $writer
wait
rm -f /var/web-test/down /var/mail-test/refuse
echo "kills: $(sort /root/kills | uniq -c | tr '\n' ' '), recorded: $(wc -l </root/recorded) of $case, nonsense: $(cat /home/eve/written)"
[ "$(wc -l </root/kills)" -gt $((seconds / 3)) ]
[ "$(wc -l </root/recorded)" -gt $((seconds / 3)) ]
# Nobody is in the way of the service; root, killed while it wrote, may leave drafts.
equals '' "$(find /var/lib/nhacviec/post ! -user nhacviec-post ! -name '*.new-*')"
equals '' "$(find /var/lib/nhacviec/facts -user root ! -name '*.new-*')"
equals '' "$(find /var/lib/nhacviec/{facts,post} ! -group nhacviec)"

nhacviec audit verify
nhacviec facts >/root/facts
while read -r ref; do grep -q "$ref " /root/facts; done </root/recorded
systemctl start nhacviec-remind.service
within 60 quiet
# What failed is tried again after a minute, two, four; each case that was recorded is told by mail and by webhook.
all_told() {
  systemctl start nhacviec-remind.service
  mails --text >/root/mails
  cat /var/web-test/*.json >/root/posts
  while read -r ref; do
    for place in /root/mails /root/posts; do grep -q "$ref\b" $place || { echo "never told: $ref in $place"; return 1; }; done
  done </root/recorded
}
within $((450 + seconds)) all_told
# One message an id and a channel: where the same came twice, it is a copy, byte for byte below the server's own lines.
python3 - <<'PYTHON'
import collections, email.policy, glob, os, re
texts, cases = collections.defaultdict(set), collections.defaultdict(set)
def arrived(channel, name, text):
    texts[channel, name].add(text)
    for case in re.findall(r"\bHS-\d+\b", text):
        cases[channel, case].add(name)
for path in glob.glob("/var/mail-test/*.eml"):
    mail = email.message_from_binary_file(open(path, "rb"), policy=email.policy.default)
    arrived("mail", mail["Message-ID"], mail.get_body(("plain",)).get_content())
for path in glob.glob("/var/web-test/*.json"):
    arrived("webhook", os.path.basename(path).split(".")[0], open(path).read())
copies = len(glob.glob("/var/mail-test/*.eml")) + len(glob.glob("/var/web-test/*.json"))
print(len(texts), "messages,", copies, "copies,", len(cases), "tellings")
assert all(len(bodies) == 1 for bodies in texts.values()), "an id with two texts"
assert all(len(ids) == 1 for ids in cases.values()), {c: i for c, i in cases.items() if len(i) > 1}
PYTHON
python3 /boot-test/books.py
systemctl is-active nhacviec-remind.path nhacviec-remind.timer nhacviecd.service
