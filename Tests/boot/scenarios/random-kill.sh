# Everything is killed at random for a minute while facts are recorded: no fact and no notice is lost, copies share an id, and
# no case is told in two messages.
office
mkdir -p /etc/systemd/system/nhacviec{d,-remind}.service.d
printf '[Service]\nRestartSec=100ms\n' |
  tee /etc/systemd/system/nhacviecd.service.d/test.conf >/etc/systemd/system/nhacviec-remind.service.d/test.conf
start_units
nhacviec rules promote
within 60 arrived 1 'nghiepvu@so.example'

RANDOM=20261
end=$((SECONDS + 60)) case=0 kills=0
(
  while [ $SECONDS -lt $end ]; do
    sleep "0.$((RANDOM % 9))"
    unit=$([ $((RANDOM % 3)) = 0 ] && echo nhacviecd.service || echo nhacviec-remind.service)
    systemctl kill --signal=KILL "$unit" 2>/dev/null && echo "$unit" >>/root/kills || true
  done
) &
while [ $SECONDS -lt $end ]; do
  case=$((case + 1))
  # The one who records is killed too, now and then; only what was confirmed counts.
  if { timeout -s KILL "0.$((RANDOM % 6))5" \
    nhacviec event record ho-so --ref "HS-$case" --on "$(date +%F)" --yes >/root/said 2>&1; } 2>/dev/null; then
    echo "HS-$case" >>/root/recorded
  fi
  sleep "0.$((RANDOM % 5))"
done
wait
echo "kills: $(sort /root/kills | uniq -c | tr '\n' ' '), recorded: $(wc -l </root/recorded) of $case"
[ "$(wc -l </root/kills)" -gt 20 ]
[ "$(wc -l </root/recorded)" -gt 20 ]

nhacviec audit verify
nhacviec facts >/root/facts
while read -r ref; do grep -q "$ref " /root/facts; done </root/recorded
systemctl start nhacviec-remind.service
within 60 quiet
all_told() {
  mails --text >/root/mails
  while read -r ref; do grep -q "$ref\b" /root/mails || { echo "never told: $ref"; return 1; }; done </root/recorded
}
within 60 all_told
# One mail an id: where the same came twice, it is a copy, byte for byte below the server's own lines.
python3 - <<'PYTHON'
import collections, email.policy, glob, re
texts, cases = collections.defaultdict(set), collections.defaultdict(set)
for path in glob.glob("/var/mail-test/*.eml"):
    mail = email.message_from_binary_file(open(path, "rb"), policy=email.policy.default)
    text = mail.get_body(("plain",)).get_content()
    texts[mail["Message-ID"]].add(text)
    for case in re.findall(r"\bHS-\d+\b", text):
        cases[case].add(mail["Message-ID"])
print(len(texts), "messages,", len(glob.glob("/var/mail-test/*.eml")), "mails,", len(cases), "cases told")
assert all(len(bodies) == 1 for bodies in texts.values()), "an id with two texts"
assert all(len(ids) == 1 for ids in cases.values()), {c: i for c, i in cases.items() if len(i) > 1}
PYTHON
systemctl is-active nhacviec-remind.path nhacviec-remind.timer nhacviecd.service
