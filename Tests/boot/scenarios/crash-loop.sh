# A round that crashes again and again neither stops the path unit nor loses the request.
office
mkdir -p /etc/systemd/system/nhacviec-remind.service.d
cat >/etc/systemd/system/nhacviec-remind.service.d/test.conf <<'UNIT'
[Service]
NoExecPaths=
ExecStart=
ExecStart=/bin/sh -c 'kill -SEGV $$$$'
UNIT
printf '[Service]\nRestartSec=100ms\n' >/etc/systemd/system/nhacviec-remind.service.d/soon.conf
start_units
echo promote >/run/nhacviec/spool/1.1.1
crashes() { [ "$(systemctl show -P NRestarts nhacviec-remind.service)" -ge 30 ]; }
within 60 crashes
systemctl is-active nhacviec-remind.path
[ -e /run/nhacviec/spool/1.1.1 ]
rm /etc/systemd/system/nhacviec-remind.service.d/test.conf
systemctl daemon-reload
within 60 arrived 1 'nghiepvu@so.example'
within 10 quiet
systemctl is-active nhacviec-remind.path
# The next request is served too.
nhacviec event record ho-so --ref HS-1 --on "$(date +%F)" --yes
within 60 arrived 1 'vanphong@so.example'
