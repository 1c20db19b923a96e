# A daemon that hangs is killed by the watchdog and comes back.
mkdir -p /etc/systemd/system/nhacviecd.service.d
printf '[Service]\nWatchdogSec=3s\nTimeoutAbortSec=2s\nRestartSec=1s\n' >/etc/systemd/system/nhacviecd.service.d/test.conf
systemctl daemon-reload
start_units
first=$(systemctl show -P MainPID nhacviecd.service)
# It lives as long as it works.
sleep 7
equals "$first" "$(systemctl show -P MainPID nhacviecd.service)"
kill -STOP "$first"
another() { local now; now=$(systemctl show -P MainPID nhacviecd.service) && [ "$now" != 0 ] && [ "$now" != "$first" ]; }
within 30 another
within 10 systemctl is-active nhacviecd.service
page /health
journalctl -u nhacviecd.service | grep -i 'watchdog timeout'
