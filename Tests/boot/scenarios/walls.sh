# Whoever breaks into the daemon reads no secret, and writes neither what was sent nor what is in force.
office
# With the key that signs the links of letters, of which the daemon sees the public half alone.
printf '[web]\naddress = "https://nhacviec.so.example"\n' >>/etc/nhacviec/nhacviec.toml
nhacviec config link-key | install -m 0600 /dev/stdin /etc/credstore/nhacviec.link-key
start_units
nhacviec rules promote
within 60 arrived 1 'nghiepvu@so.example'
within 10 quiet
as_web() { systemd-run --quiet --pipe --wait --collect -p User=nhacviec-web -p Group=nhacviec "$@"; }
as_web test -r /var/lib/nhacviec/post/post.db
as_web test -w /var/lib/nhacviec/facts
for file in /etc/credstore/nhacviec.{mail-password,link-key} /etc/shadow; do
  fails as_web cat "$file"
done
for path in /var/lib/nhacviec/post/{post.db,round,link-key.pub,live/sources,live/manifest,revisions}; do
  [ -e "$path" ]
  fails as_web test -w "$path"
done
fails as_web touch /var/lib/nhacviec/post/new
fails as_web ln -sfn / /var/lib/nhacviec/post/live
fails as_web rm -f /var/lib/nhacviec/post/round
fails as_web python3 -c "
import sqlite3
sqlite3.connect('/var/lib/nhacviec/post/post.db').execute('CREATE TABLE mine (x)')"
fails as_web touch /etc/nhacviec/rules.d/mine.rules /usr/share/nhacviec/rules/mine.rules
# Other people's requests cannot be taken away.
sudo_post() { systemd-run --quiet --pipe --wait --collect -p User=nhacviec-post -p Group=nhacviec "$@"; }
pid=$(systemctl show -P MainPID nhacviecd.service)
systemctl mask --runtime --quiet nhacviec-remind.path nhacviec-remind.timer # or the daemon brings them back
systemctl stop nhacviec-remind.path nhacviec-remind.timer
within 10 quiet
echo wake >/run/nhacviec/spool/1.1.1
fails as_web rm -f /run/nhacviec/spool/1.1.1
sudo_post rm /run/nhacviec/spool/1.1.1
# What the unit itself sees, in its own view of the files: no credentials, everything read-only but facts, spool and its own.
[ -s /etc/credstore/nhacviec.mail-password ]
fails test -e "/proc/$pid/root/etc/credstore/nhacviec.mail-password"
view() { findmnt --task "$pid" --noheadings --output OPTIONS --target "$1" | tail -n 1 | cut -d, -f1; }
for path in / /etc/nhacviec /usr /var/lib/nhacviec /var/lib/nhacviec/post; do equals ro "$(view $path)"; done
for path in /var/lib/nhacviec/{facts,proposals,web} /run/nhacviec/{spool,requests,answers,edits}; do equals rw "$(view $path)"; done
