# The first request starts the daemon and is answered; on a fresh machine it is ready and says that there are no rules.
systemctl enable --now nhacviecd.socket
fails systemctl is-active --quiet nhacviecd.service
page /health
systemctl is-active nhacviecd.service
systemctl status nhacviecd.service --no-pager
equals notify "$(systemctl show -P Type nhacviecd.service)"
[ -n "$(systemctl show -P StatusText nhacviecd.service)" ]
says 'The daemon has started' journalctl -x --no-pager -u nhacviecd.service
equals nhacviec-web "$(ps -o user:20= -p "$(systemctl show -P MainPID nhacviecd.service)" | tr -d ' ')"
# Nobody lives yet who could be reminded: not ready for monitoring, but alive.
equals 503 "$(curl -s -o /dev/null -w '%{http_code}' http://127.0.0.1:8025/ready)"
equals 404 "$(curl -s -o /dev/null -w '%{http_code}' http://127.0.0.1:8025/no-such-page)"
page /metrics | grep '^nhacviec_'
curl --silent --unix-socket /run/nhacviec/nhacviecd.sock http://localhost/health
# It ends within seconds, and the next request starts it again.
start=$SECONDS
systemctl stop nhacviecd.service
[ $((SECONDS - start)) -le 5 ]
page /health
systemctl is-active nhacviecd.service
