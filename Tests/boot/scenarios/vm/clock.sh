# The clock is set: an hour back, a day and a month forward, and too far; the machine is off across a due instant. Every notice
# arrives once, or is held and arrives once after acceptance.
set_clock() { date -s "$1 +07" >/dev/null; }
held() { grep -q '^held=' /var/lib/nhacviec/post/round; }
set_clock '2027-03-01 07:00:00'
office
# Six weeks before the day, 15 March 2027, a Monday: told 7 days before (8 March) and 1 day before (Friday, 12 March).
cat >/etc/nhacviec/rules.d/plan.rules <<'BOOK'
kế hoạch vi-du: Kế hoạch năm 2027
  năm: 2027
  lịch: Việt Nam
  ban hành: 01/02/2027
  đầu mối: Văn phòng Sở
  nhắc: tiêu chuẩn

đơn vị vp: Văn phòng Sở
  email: vanphong@so.example

đơn vị nv: Phòng Nghiệp vụ
  cấp trên: Văn phòng Sở
  email: nghiepvu@so.example

nhiệm vụ I.1: Báo cáo thứ nhất
  chủ trì: Phòng Nghiệp vụ
  hạn: chậm nhất ngày 15/3/2027

nhiệm vụ I.2: Báo cáo thứ hai
  chủ trì: Phòng Nghiệp vụ
  hạn: chậm nhất ngày 15/7/2027
BOOK
start_units
nhacviec rules promote
within 60 quiet
arrived 0 'nghiepvu'

# A week on, to the second of the slot: the daemon's alarm, not the timer.
set_clock '2027-03-08 08:00:00'
within 60 arrived 1 'nghiepvu@so.example'
within 60 quiet
# An hour back: the clock is before the last round. Nothing goes out, and it says so.
set_clock '2027-03-08 07:00:00'
within 60 held
arrived 1 'nghiepvu'
nhacviec round accept
within 60 quiet
arrived 1 'nghiepvu'

# A day that has nothing, then the one that has.
set_clock '2027-03-09 08:00:05'
within 60 quiet
arrived 1 'nghiepvu'
set_clock '2027-03-12 08:00:05'
within 60 arrived 2 'nghiepvu@so.example'

# Off across the day itself and the first overdue slot (16 March): one notice when it is back, two hours late.
within 60 quiet
stop_units
set_clock '2027-03-16 10:00:00'
systemctl start $units
within 60 arrived 3 'nghiepvu@so.example'
within 60 quiet
arrived 3 'nghiepvu'

# A month forward: what should have been told several times is told once.
set_clock '2027-04-15 09:00:00'
within 60 arrived 4 'nghiepvu@so.example'
within 60 quiet
arrived 4 'nghiepvu'

# Three months: more than the guard believes. Only the focal point hears of it, until somebody says that the clock is right.
set_clock '2027-07-20 09:00:00'
within 60 held
within 60 quiet
systemctl start nhacviec-remind.service
arrived 4 'nghiepvu'
says 'Chưa gửi gì: đồng hồ của máy vượt lượt trước' mails --text
says 'nhacviec round accept' bash -c 'nhacviec status || true'
nhacviec round accept
within 60 arrived 5 'nghiepvu@so.example'
within 60 quiet
arrived 5 'nghiepvu'
mails
# No notice came twice.
equals '' "$(mails | cut -d'|' -f3 | sort | uniq -d)"
