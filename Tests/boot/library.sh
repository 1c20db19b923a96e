# In the machine: what scenarios are written with. A scenario is a list of commands; the first that fails fails it.
set -eE -o pipefail
trap 'echo "FAILED: ${BASH_SOURCE[0]##*/}, line $LINENO: $BASH_COMMAND" >&2' ERR
boot=$(cat /boot-test/boot)
patience=$([ "$(cat /boot-test/kind)" = vm ] && echo 5 || echo 1)

# says TEXT COMMAND…: the command succeeds and its output holds TEXT.
says() {
  local text=$1 output
  shift
  output=$("$@" 2>&1) || { printf '%s\n' "$output"; return 1; }
  [[ $output == *"$text"* ]] || { printf 'not said: %s\n%s\n' "$text" "$output"; return 1; }
}

# fails COMMAND…: the command fails.
fails() { if "$@"; then echo "should have failed: $*"; return 1; fi; }

# equals WANTED FOUND
equals() { [ "$1" = "$2" ] || { printf 'wanted: %s\nfound:  %s\n' "$1" "$2"; return 1; }; }

# within SECONDS COMMAND…: the command succeeds before that time is over; a virtual machine has five times as long.
within() {
  local end=$((SECONDS + $1 * patience))
  shift
  until "$@" >/dev/null 2>&1; do
    [ $SECONDS -lt $end ] || { echo "not in time: $*"; "$@"; return 1; }
    sleep 0.1
  done
}

# The machine is turned off after the scenario and booted once more, with `boot` one higher; a virtual machine then wakes at
# CLOCK (UTC).
boot_again() { # [CLOCK]
  [ -z "${1:-}" ] || echo "$1" >/boot-test/clock
  : >/boot-test/again
}

# ---- an office: a mail server, the configuration and a rule book

# A mail server on 127.0.0.1:2525; its password is a credential of the round.
mail_server() {
  mkdir -p /var/mail-test /etc/credstore
  openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 3650 -subj /CN=localhost \
    -addext subjectAltName=DNS:localhost -keyout /var/mail-test/key.pem \
    -out /etc/nhacviec/mail-ca.pem 2>/dev/null
  printf 'secret-of-the-test\n' >/etc/credstore/nhacviec.mail-password
  chmod 0600 /etc/credstore/nhacviec.mail-password
  start_mail_server
}
start_mail_server() {
  systemd-run --quiet --unit=mail-server --service-type=notify -E PYTHONPATH=/boot-test/python \
    /usr/bin/python3 /boot-test/mail-server.py /var/mail-test /etc/nhacviec/mail-ca.pem /var/mail-test/key.pem
}

# mails [--text]: what arrived, one line each: for whom | subject | message id.
mails() { python3 /boot-test/mails.py /var/mail-test "$@"; }

# arrived COUNT [PATTERN]: so many mails match.
arrived() { equals "$1" "$(mails | grep -c -e "${2:-}" || true)"; }

# The book of an office: its first task is told at once, the second once a case is recorded.
rule_book() {
  local year=$(date +%Y)
  cat >/etc/nhacviec/rules.d/plan.rules <<BOOK
kế hoạch vi-du: Kế hoạch tiếp nhận hồ sơ
  giai đoạn: $year-$((year + 1))
  lịch: Việt Nam
  ban hành: 01/01/$year
  đầu mối: Văn phòng Sở
  nhắc: nhắc ngay

cách nhắc ngay: nhắc ngay
  khẩn: có
  bắt đầu: có
  gửi tới: chủ trì

đơn vị vp: Văn phòng Sở
  tên khác: Văn phòng
  email: vanphong@so.example

đơn vị nv: Phòng Nghiệp vụ
  email: nghiepvu@so.example

sự kiện ho-so: tiếp nhận hồ sơ
  xảy ra: mỗi vụ việc
  theo dõi: Văn phòng

nhiệm vụ I.1: Báo cáo tình hình tiếp nhận hồ sơ
  chủ trì: Phòng Nghiệp vụ
  hạn: trước ngày $(date -d '+20 days' +%d/%m/%Y)

nhiệm vụ I.2: Trả kết quả hồ sơ
  chủ trì: Văn phòng
  hạn: trong 30 ngày kể từ ngày tiếp nhận hồ sơ
BOOK
}

# office: all of it.
office() {
  cp /boot-test/nhacviec.toml /etc/nhacviec/nhacviec.toml
  mail_server
  rule_book
}

# web_address: what a web server and the links of letters need before the daemon starts.
web_address() {
  printf '\n[web]\naddress = "https://nhacviec.so.example"\n' >>/etc/nhacviec/nhacviec.toml
  install -d -m 0700 /etc/credstore
  nhacviec config link-key | install -m 0600 /dev/stdin /etc/credstore/nhacviec.link-key
  openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 30 -subj /CN=nhacviec.so.example \
    -addext subjectAltName=DNS:nhacviec.so.example -keyout /etc/ssl/private/nhacviec.key \
    -out /etc/ssl/certs/nhacviec.pem 2>/dev/null
}

# web_server: Apache before the daemon, which has started; units sign in by their mailboxes, lan by a password.
web_server() {
  systemctl enable nhacviecd-proxy.socket
  systemctl restart nhacviecd.service
  cp /usr/share/doc/nhacviec/examples/apache/nhacviec-mailbox.conf /etc/apache2/sites-available/
  htpasswd -cbB /etc/apache2/nhacviec.passwords lan mat-khau
  a2enmod --quiet proxy_http ssl headers
  a2ensite --quiet nhacviec-mailbox
  systemctl restart apache2
}

# The documented command.
units='nhacviecd.socket nhacviecd.service nhacviec-remind.path nhacviec-remind.timer'
start_units() { systemctl --quiet enable --now $units; }

# In this order: the daemon upholds the timer and the path unit, the timer the path unit.
stop_units() { local unit; for unit in nhacviecd.{socket,service} nhacviec-remind.{timer,path,service}; do systemctl stop $unit; done; }

# page PATH: what the daemon answers.
page() { curl --silent --show-error --max-time 10 "http://127.0.0.1:8025$1"; }

# No round runs and none is asked for. (Whoever is killed while asking leaves a hidden file, which asks for nothing.)
quiet() {
  [ -z "$(ls /run/nhacviec/spool)" ] && [ "$(systemctl show -P ActiveState nhacviec-remind.service)" = inactive ]
}
