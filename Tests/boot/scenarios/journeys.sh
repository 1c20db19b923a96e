# Three journeys over Apache, TLS and Chromium, with the mails that arrive: a clerk reports from a mail and the confirmer confirms; a unit
# signs in by its mailbox and asks for time, the leader decides; a clerk proposes a row, the administrator accepts it.
mail_server
cp /boot-test/nhacviec.toml /etc/nhacviec/nhacviec.toml
web_address
cat >>/etc/nhacviec/nhacviec.toml <<'MORE'
[roles.lan]
administrator = true
focal-point = true
MORE
year=$(date +%Y)
cat >/etc/nhacviec/rules.d/plan.rules <<BOOK
kế hoạch vi-du: Kế hoạch cải cách hành chính
  giai đoạn: $year-$((year + 1))
  lịch: Việt Nam
  ban hành: 01/01/$year
  đầu mối: Văn phòng Sở
  xác nhận: Giám đốc
  nhắc: nhắc ngay

cách nhắc ngay: nhắc ngay
  khẩn: có
  bắt đầu: có
  gửi tới: chủ trì

đơn vị vp: Văn phòng Sở
  email: vanphong@so.example

đơn vị nv: Phòng Nghiệp vụ
  email: nghiepvu@so.example

đơn vị gd: Giám đốc
  email: giamdoc@so.example

nhiệm vụ I.1: Báo cáo tình hình tiếp nhận hồ sơ
  chủ trì: Phòng Nghiệp vụ
  hạn: chậm nhất $(date -d '+20 days' +%d/%m/%Y)

nhiệm vụ I.2: Kế hoạch kiểm tra năm sau
  chủ trì: Phòng Nghiệp vụ
  hạn: chậm nhất $(date -d '+30 days' +%d/%m/%Y)

nhiệm vụ I.3: Sơ kết công tác
  chủ trì: Văn phòng Sở
  hạn: chậm nhất $(date -d '+40 days' +%d/%m/%Y)
BOOK
start_units
web_server
nhacviec rules promote
chgrp -R nhacviec-edit /etc/nhacviec/rules.d
chmod -R g+rwX /etc/nhacviec/rules.d
find /etc/nhacviec/rules.d -type d -exec chmod g+s {} +
systemctl enable --now nhacviec-edit.path
export NEW_DAY=$(date -d 'next monday +49 days' +%d/%m/%Y)
journey() { timeout 300 "$(cat /boot-test/venv)/bin/python" /boot-test/journeys.py /var/mail-test "$@"; }
facts() { nhacviec facts --details; }

within 60 arrived 1 'nghiepvu@so.example'
# Nobody is let in, and nobody is told what there is, without signing in.
seen() { curl -s -o answer -w '%{http_code}' --cacert /etc/ssl/certs/nhacviec.pem --resolve nhacviec.so.example:443:127.0.0.1 "$@"; }
cd "$(mktemp -d)"
equals 303 "$(seen https://nhacviec.so.example/viec)"
equals 303 "$(seen -H 'X-Remote-User: lan' https://nhacviec.so.example/viec)"
equals 403 "$(seen https://nhacviec.so.example/viec.json)"

journey report
equals 1 "$(facts | grep -c 'báo cáo hoàn thành')"
says 'qua liên kết trong thư nhắc' facts
journey confirm
says 'gd (xác nhận)' facts
says 'qua trang web, đăng nhập bằng hộp thư' facts
journey ask
says 'gia hạn' facts
equals 4 "$(nhacviec facts | grep -c 'I\.[12]')"
within 60 quiet
nhacviec audit verify

# What the administrator saw goes into force, and its lead hears the new day.
row_day=$(date -d 'next monday +63 days' +%d/%m/%Y)
export ROW_DAY=$row_day ROW_MAIL=$row_day
revision=$(nhacviec rules list | grep -c '^ *[0-9]')
journey propose
equals '' "$(grep "$row_day" /etc/nhacviec/rules.d/plan.rules || true)"
journey accept
grep -q "hạn: chậm nhất $row_day" /etc/nhacviec/rules.d/plan.rules
says "$row_day" nhacviec show I.3
equals $((revision + 1)) "$(nhacviec rules list | grep -c '^ *[0-9]')"
says 'lan' nhacviec proposals show 1
within 60 quiet

# The tokens stand in no log and no state, and letters for signing in in no log of messages.
for secret in 'thu?k=' 'tra-loi/vi-du'; do
  fails grep -rqF "$secret" /var/log/apache2
done
fails sh -c 'journalctl --no-pager | grep -F "k=" | grep -E "tra-loi|dang-nhap"'
fails sh -c 'nhacviec deliveries | grep -i "đăng nhập"'
# Of one address five requests are taken at once, four of which were those above.
for status in 303 429; do
  equals $status "$(seen --data-urlencode 'don-vi=Văn phòng Sở' https://nhacviec.so.example/dang-nhap)"
done
within 60 quiet
equals 2 "$(mails | grep -c 'vanphong@so.example.*Liên kết đăng nhập' || true)"
# A backup has no sessions, and a killed daemon still knows them.
nhacviec backup /root/backup
[ -e /root/backup/web/tokens.db ] || [ ! -e /var/lib/nhacviec/web/tokens.db ]
[ ! -e /root/backup/web/sessions.db ] && [ -s /var/lib/nhacviec/web/sessions.db ]
equals 600 "$(stat -c %a /var/lib/nhacviec/web/sessions.db)"
