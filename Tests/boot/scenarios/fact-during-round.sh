# A fact that is recorded while a round runs is acted on by the round after it, not by the timer's.
office
start_units
systemctl stop nhacviec-remind.timer
systemctl start nhacviec-remind.path
touch /var/mail-test/hold
# The daemon may have promoted them already, so that the answer waits behind the round that is held.
nhacviec rules promote &
within 60 test -e /var/mail-test/waiting
# The round waits for the mail server: now something happens.
nhacviec event record ho-so --ref HS-7 --on "$(date +%F)" --yes
fails arrived 1
rm /var/mail-test/hold
within 60 arrived 1 'vanphong@so.example'
within 10 quiet
says HS-7 mails --text
arrived 2
nhacviec audit verify
