# One user without rights: the same under `systemctl --user`.
useradd --create-home --shell /bin/bash clerk
mail_server # keeps the root certificate readable; the password is the clerk's own file here
systemctl start systemd-logind.service 2>/dev/null || true
loginctl enable-linger clerk
within 30 systemctl is-active "user@$(id -u clerk).service"
as_clerk() { runuser -u clerk -- env XDG_RUNTIME_DIR="/run/user/$(id -u clerk)" HOME=/home/clerk "$@"; }
as_clerk mkdir -p /home/clerk/.config/nhacviec/rules.d /home/clerk/.local/state/nhacviec
rule_book
install -o clerk -m 0644 /etc/nhacviec/rules.d/plan.rules /home/clerk/.config/nhacviec/rules.d/
sed 's|^password-credential.*|password-file = "/home/clerk/.config/nhacviec/password"|' nhacviec.toml \
  >/home/clerk/.config/nhacviec/nhacviec.toml
install -o clerk -m 0600 /etc/credstore/nhacviec.mail-password /home/clerk/.config/nhacviec/password
as_clerk systemctl --user enable --now nhacviecd.socket nhacviecd.service nhacviec-remind.path nhacviec-remind.timer
within 60 arrived 1 'nghiepvu@so.example'
as_clerk systemctl --user --no-pager status nhacviecd.service
equals 200 "$(as_clerk curl -s -o /dev/null -w '%{http_code}' \
  --unix-socket /home/clerk/.local/state/nhacviec/nhacviecd.sock http://localhost/health)"
as_clerk env NHACVIEC_CONFIG=/home/clerk/.config/nhacviec/nhacviec.toml \
  NHACVIEC_STATE=/home/clerk/.local/state/nhacviec nhacviec event record ho-so --ref HS-3 --on "$(date +%F)" --yes
within 60 arrived 1 'vanphong@so.example'
[ ! -e /var/lib/nhacviec/post/post.db ]
