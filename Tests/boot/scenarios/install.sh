# The package installs with the documented command; it starts nothing by itself, and starts everything when told to.
# Whatever stood in the folders of the machine that runs the tests, nothing of it is here.
equals '' "$(ls -d /var/lib/nhacviec /etc/nhacviec /etc/credstore/nhacviec.* 2>/dev/null)"
apt-get install -y ./nhacviec.deb
equals '' "$(ls -A /var/lib/nhacviec/{post,facts} | grep -v ':$' | grep .)"
fails systemctl is-active --quiet nhacviecd.socket nhacviecd.service nhacviec-remind.path nhacviec-remind.timer
nhacviec --version
equals "2770 nhacviec-web nhacviec" "$(stat -c '%a %U %G' /var/lib/nhacviec/facts)"
equals "2750 nhacviec-post nhacviec" "$(stat -c '%a %U %G' /var/lib/nhacviec/post)"
equals "3770 nhacviec-post nhacviec" "$(stat -c '%a %U %G' /run/nhacviec/spool)"
equals "700 nhacviec-web nhacviec" "$(stat -c '%a %U %G' /var/lib/nhacviec/web)"
equals "3770 nhacviec-web nhacviec" "$(stat -c '%a %U %G' /run/nhacviec/requests)"
equals "2750 nhacviec-web nhacviec" "$(stat -c '%a %U %G' /run/nhacviec/answers)"
