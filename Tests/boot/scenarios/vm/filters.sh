# What a container does not enforce: the daemon reaches nothing over IP, not even this machine; the socket answers this
# machine only.
mail_server
start_units
page /health
mkdir -p /etc/systemd/system/nhacviecd.service.d
# Python in the place of the daemon's start, with the unit's filter of addresses and without its other walls.
cat >/etc/systemd/system/nhacviecd.service.d/test.conf <<'UNIT'
[Service]
NoExecPaths=
PrivateNetwork=no
RestrictAddressFamilies=
RestrictAddressFamilies=AF_UNIX AF_INET
ReadWritePaths=/root
ProtectHome=no
User=root
ExecStartPre=/usr/bin/python3 /boot-test/connect.py /root/answer 127.0.0.1 2525
UNIT
systemctl daemon-reload
equals connected "$(python3 connect.py /dev/stdout 127.0.0.1 2525)"
systemctl restart nhacviecd.service
equals 'not permitted' "$(cat /root/answer)"
# The same without the filter: it is the filter that refuses.
printf 'IPAddressDeny=\n' >>/etc/systemd/system/nhacviecd.service.d/test.conf
systemctl daemon-reload
systemctl restart nhacviecd.service
equals connected "$(cat /root/answer)"
