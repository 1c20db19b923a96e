# The timer starts a round after the machine was off: a mail arrives, encrypted and logged in, with the right text.
# The daemon and the path unit are not there; the stamp says that the timer fired two days ago.
office
nhacviec check /etc/nhacviec/rules.d
install -d /var/lib/systemd/timers
touch -d '2 days ago' /var/lib/systemd/timers/stamp-nhacviec-remind.timer
echo promote >/run/nhacviec/spool/1.1.1
systemctl stop nhacviec-remind.path
systemctl start nhacviec-remind.timer
within 30 arrived 1 'nghiepvu@so.example'
within 10 quiet
mails --text
says 'Báo cáo tình hình tiếp nhận hồ sơ' mails --text
says "$(date -d '+19 days' +%d/%m/%Y | sed 's/^0//')" mails --text
grep -q '^X-Kept-Login: nhacviec' /var/mail-test/*.eml
arrived 1
says success systemctl show -P Result nhacviec-remind.service
# A second round has nothing to say.
systemctl start nhacviec-remind.service
arrived 1
