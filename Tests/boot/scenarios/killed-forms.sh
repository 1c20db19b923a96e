# Forms that are sent while the daemon is killed are recorded once, whatever it was doing.
office
web_address
start_units
web_server
nhacviec rules promote
within 60 arrived 1 'nghiepvu@so.example'
link=$(mails --text | grep -o 'https://nhacviec.so.example/tra-loi/vi-du/I\.1%40once?k=[A-Za-z0-9_-]*' | head -n 1)
[ -n "$link" ]
forms=10
python3 /boot-test/killed-forms.py "$link" $forms >receipts
# Each form has a fact of its own, and there are no others.
equals $forms "$(sort -u receipts | wc -l)"
equals $forms "$(nhacviec facts | grep -c 'tiến độ')"
for ((number = 0; number < forms; number++)); do
  equals 1 "$(nhacviec facts | grep -c "lần $number\b")"
done
nhacviec audit verify
within 60 quiet
