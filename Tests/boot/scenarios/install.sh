# The package installs with the documented command; it starts nothing by itself, and starts everything when told to.
apt-get install -y ./nhacviec.deb
fails systemctl is-active --quiet nhacviecd.socket nhacviecd.service nhacviec-remind.path nhacviec-remind.timer
nhacviec --version
equals "2770 nhacviec-web nhacviec" "$(stat -c '%a %U %G' /var/lib/nhacviec/facts)"
equals "2750 nhacviec-post nhacviec" "$(stat -c '%a %U %G' /var/lib/nhacviec/post)"
equals "3770 nhacviec-post nhacviec" "$(stat -c '%a %U %G' /run/nhacviec/spool)"
