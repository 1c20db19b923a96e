# Forms that are sent while the daemon is killed are recorded once, whatever it was doing.
office
printf '\n[web]\naddress = "https://nhacviec.so.example"\n' >>/etc/nhacviec/nhacviec.toml
nhacviec config link-key | install -m 0600 /dev/stdin /etc/credstore/nhacviec.link-key
openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 30 -subj /CN=nhacviec.so.example \
  -keyout /etc/ssl/private/nhacviec.key -out /etc/ssl/certs/nhacviec.pem 2>/dev/null
start_units
systemctl enable nhacviecd-proxy.socket
systemctl restart nhacviecd.service
nhacviec rules promote
cp /usr/share/doc/nhacviec/examples/apache/nhacviec-mailbox.conf /etc/apache2/sites-available/
htpasswd -cbB /etc/apache2/nhacviec.passwords lan mat-khau
a2enmod --quiet proxy_http ssl headers
a2ensite --quiet nhacviec-mailbox
systemctl restart apache2
within 60 arrived 1 'nghiepvu@so.example'
link=$(mails --text | grep -o 'https://nhacviec.so.example/tra-loi/vi-du/I\.1%40once?k=[A-Za-z0-9_-]*' | head -n 1)
[ -n "$link" ]
forms=10
python3 /boot-test/killed-forms.py "$link" $forms >receipts
# Each form has a fact of its own, and there are no others.
equals $forms "$(sort -u receipts | wc -l)"
equals $forms "$(nhacviec facts | grep -c 'tiến độ')"
for ((number = 0; number < forms; number++)); do
  equals 1 "$(nhacviec facts | grep -c "lần $number\b")"
done
nhacviec audit verify
within 60 quiet
