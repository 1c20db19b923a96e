# Rounds are killed at random moments while the letters of the journeys go out, those by which a unit signs in and those of another day
# among them: no fact is there twice, no letter is lost, none comes twice but as a copy of one id, no link lives longer than it says.
# A letter for signing in is tried once, and who waits asks again (docs/daemon.md, "Signing in by the mailbox").
mail_server
cp /boot-test/nhacviec.toml /etc/nhacviec/nhacviec.toml
web_address
tasks=5
year=$(date +%Y)
row_day=$(date -d '+40 days' +%d/%m/%Y)
{
  # Every minute is of office hours, and the slot comes in two minutes: whom a letter tells in a slot hears it then.
  cat <<BOOK
lịch moi-ngay: mọi ngày
  nghỉ hằng tuần: không
  giờ làm việc: 00:00-23:59

kế hoạch vi-du: Kế hoạch cải cách hành chính
  giai đoạn: $((year - 1))-$((year + 1))
  lịch: mọi ngày
  ban hành: 01/01/$((year - 1))
  đầu mối: Văn phòng Sở
  xác nhận: Giám đốc
  nhắc: nhắc ngay

cách nhắc ngay: nhắc ngay
  khẩn: có
  bắt đầu: có
  hỏi xác nhận: sau 1 ngày làm việc, rồi mỗi 7 ngày
  lúc: $(TZ=Asia/Ho_Chi_Minh date -d '+150 seconds' +%H:%M)
  gửi tới: chủ trì

đơn vị vp: Văn phòng Sở
  email: vanphong@so.example

đơn vị gd: Giám đốc
  email: giamdoc@so.example

nhiệm vụ III.1: Sơ kết công tác
  chủ trì: Văn phòng Sở
  hạn: chậm nhất $row_day
BOOK
  for ((number = 1; number <= tasks; number++)); do
    due=$(date -d "+$((20 + number)) days" +%d/%m/%Y)
    cat <<BOOK

đơn vị p$number: Phòng $number
  email: phong$number@so.example

nhiệm vụ I.$number: Báo cáo chuyên đề $number
  chủ trì: Phòng $number
  xác nhận: Phòng $((number % tasks + 1))
  hạn: chậm nhất $due

nhiệm vụ II.$number: Kế hoạch chuyên đề $number
  chủ trì: Phòng $number
  hạn: chậm nhất $due
BOOK
  done
} >/etc/nhacviec/rules.d/plan.rules
mkdir -p /etc/systemd/system/nhacviec-remind.service.d
printf '[Service]\nRestartSec=100ms\n' >/etc/systemd/system/nhacviec-remind.service.d/test.conf
start_units
web_server
nhacviec rules promote
rounds() { PYTHONPATH=/boot-test python3 -B /boot-test/killed-rounds.py /var/mail-test $tasks "$@"; }
rounds act >kills

# Rounds that put rules into force, and tell the new day, are killed too.
new_day=$(date -d '+60 days' +%d/%m/%Y)
sed -i "/III.1/,/^\$/ s|chậm nhất $row_day|chậm nhất $new_day|" /etc/nhacviec/rules.d/plan.rules
for ((try = 0; try < 8; try++)); do
  timeout 10 nhacviec rules promote &
  sleep "0.$((RANDOM % 5))"
  systemctl kill --signal=KILL nhacviec-remind.service 2>/dev/null && echo x >>killed || true
  wait $! || true
done
within 60 nhacviec rules promote
nhacviec rules diff
told_new_day() { mails --text | grep -q "${new_day#0}\|${new_day/\/0/\/}"; }
within 60 told_new_day
echo "kills: $(cat kills) while letters went out, $(wc -l <killed) while rules came into force"
[ "$(cat kills)" -ge $tasks ]

systemctl start nhacviec-remind.service
within 60 quiet
for ((number = 1; number <= tasks; number++)); do
  equals 1 "$(nhacviec facts | grep -c "156-$number/BC")"
  equals 1 "$(nhacviec facts | grep -c "lần $number\b")"
  equals 1 "$(nhacviec facts | grep -c "89-$number/QĐ")"
done
equals $((3 * tasks)) "$(nhacviec facts | grep -c 'kỳ')"
nhacviec audit verify
# What failed is tried again after a minute, two, four; being killed counts as one.
settled() { systemctl start nhacviec-remind.service && rounds check; }
within 150 settled
python3 /boot-test/books.py
