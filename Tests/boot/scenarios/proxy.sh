# A web server reaches its socket without being of the group, and nobody else does; whichever socket came first, both are served.
office
proxy=/run/nhacviec/proxy.sock
as_user() { local user=$1; shift; setpriv --reuid="$user" --regid="$user" --clear-groups "$@"; }
# status SOCKET OPTIONS…: the status of the answer to the web server's user.
status() { local socket=$1; shift; as_user www-data curl -s -o answer -w '%{http_code}' --unix-socket "$socket" "$@"; }
answers() { equals "$1" "$(status $proxy "${@:2}")"; }
cd "$(mktemp -d)" && chmod 0777 .

# Not there unless wanted; then as the documents say, while the daemon runs.
start_units
fails systemctl is-enabled --quiet nhacviecd-proxy.socket
[ ! -e $proxy ]
fails systemctl start nhacviecd-proxy.socket
says 'Socket service nhacviecd.service already active, refusing' journalctl --no-pager -u nhacviecd-proxy.socket
systemctl enable nhacviecd-proxy.socket
systemctl restart nhacviecd.service
equals '660 root www-data' "$(stat -c '%a %U %G' $proxy)"
fails sh -c 'id -nG www-data | grep -qw nhacviec'
nhacviec rules promote
within 30 answers 200 -H 'X-Remote-User: lan' http://localhost/viec
grep -q 'I\.1' answer
answers 403 http://localhost/viec
answers 404 -H 'X-Remote-User: lan' http://localhost/metrics
answers 404 http://localhost/feeds/0000000000000000000000000000000000000000.ics
page /health
# The web server is nobody on the group's socket, and other users are nobody on its own.
fails status /run/nhacviec/nhacviecd.sock http://localhost/health
useradd --create-home lan
fails as_user lan curl -s --unix-socket $proxy http://localhost/viec
systemctl kill --signal=KILL nhacviecd.service
within 30 answers 403 http://localhost/

# Debian's Apache as the documents say, which runs as that user.
openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 30 -subj /CN=nhacviec.so.example \
  -addext subjectAltName=DNS:nhacviec.so.example -keyout /etc/ssl/private/nhacviec.key \
  -out /etc/ssl/certs/nhacviec.pem 2>/dev/null
cp /usr/share/doc/nhacviec/examples/apache/nhacviec.conf /etc/apache2/sites-available/
htpasswd -cbB /etc/apache2/nhacviec.passwords lan mat-khau
a2enmod proxy_http ssl headers
a2ensite nhacviec
systemctl restart apache2
seen() {
  curl -s -o answer -w '%{http_code}' --cacert /etc/ssl/certs/nhacviec.pem \
    --resolve nhacviec.so.example:443:127.0.0.1 "$@" https://nhacviec.so.example/viec
}
equals 200 "$(seen --user lan:mat-khau)"
grep -q 'I\.1' answer
equals 401 "$(seen -H 'X-Remote-User: lan')"
# Without a role nobody records; with one a form is recorded once, by the daemon's user, and a round tells of it.
form=https://nhacviec.so.example/ghi/bao-cao/vi-du/I.1@once
sent() {
  curl -s -o answer -D head -w '%{http_code}' --cacert /etc/ssl/certs/nhacviec.pem \
    --resolve nhacviec.so.example:443:127.0.0.1 --user lan:mat-khau "$@" $form
}
equals 403 "$(sent)"
printf '\n[web]\naddress = "https://nhacviec.so.example"\n[roles.lan]\nfocal-point = true\n' >>/etc/nhacviec/nhacviec.toml
can_record() { [ "$(sent)" = 200 ]; }
within 30 can_record
token=$(grep -o 'name="token" value="[^"]*"' answer | cut -d'"' -f4)
mark=$(grep -o 'name="mark" value="[^"]*"' answer | cut -d'"' -f4)
filled() { sent --data-urlencode "token=$token" --data-urlencode "mark=$mark" --data-urlencode "day=$(date +%d/%m/%Y)" "$@"; }
equals 403 "$(filled -H 'Origin: https://elsewhere.example')"
equals 303 "$(filled -H 'Origin: https://nhacviec.so.example')"
grep -qi '^location: /da-ghi/1' head
equals 303 "$(filled -H 'Sec-Fetch-Site: same-origin')"
nhacviec facts --details >facts
equals 1 "$(grep -c 'qua trang web' facts)"
says 'lan' cat facts
within 30 sh -c "! nhacviec upcoming | grep -q 'I\.1'"
# After another start the form is shown again, and what it recorded is found.
systemctl restart nhacviecd.service
within 30 can_record
equals 403 "$(filled -H 'Sec-Fetch-Site: same-origin')"
grep -q "$mark" answer
token=$(grep -o 'name="token" value="[^"]*"' answer | cut -d'"' -f4)
equals 303 "$(filled -H 'Sec-Fetch-Site: same-origin')"
grep -qi '^location: /da-ghi/1' head
equals '660 nhacviec-web nhacviec' "$(stat -c '%a %U %G' /var/lib/nhacviec/facts/facts.db)"
htpasswd -D /etc/apache2/nhacviec.passwords lan
equals 401 "$(seen --user lan:mat-khau)"
systemctl stop apache2

# It ends with the others, and nothing that a browser asks starts the daemon again.
stop_units
fails systemctl is-active --quiet nhacviecd-proxy.socket
[ ! -e $proxy ]
# The web server's socket first: a request over it starts the daemon, which has the other sockets too.
systemctl start nhacviecd-proxy.socket
answers 403 http://localhost/
page /health
stop_units
# The others first: the daemon brings it.
systemctl start nhacviecd.socket
page /health
answers 403 http://localhost/
# Of another group, by a drop-in.
mkdir -p /etc/systemd/system/nhacviecd-proxy.socket.d
printf '[Socket]\nSocketGroup=daemon\n' >/etc/systemd/system/nhacviecd-proxy.socket.d/override.conf
systemctl daemon-reload
systemctl restart nhacviecd.socket
page /health
equals '660 root daemon' "$(stat -c '%a %U %G' $proxy)"
fails status $proxy http://localhost/

# No longer wanted.
systemctl disable --now nhacviecd-proxy.socket
systemctl restart nhacviecd.service
[ ! -e $proxy ]
page /health
