# A rule file with an error: the rules before it stay in force, after a reload and after a reboot, and everybody is told.
broken() { page /metrics | grep -x 'nhacviec_rules_folder_refused 1'; }
if [ "$boot" = 1 ]; then
  office
  start_units
  nhacviec rules promote
  within 60 arrived 1 'nghiepvu@so.example'
  readlink /var/lib/nhacviec/post/live >/root/live
  echo 'nhiệm vụ I.1: một mã hai lần' >/etc/nhacviec/rules.d/broken.rules
  fails nhacviec check /etc/nhacviec/rules.d
  systemctl reload nhacviecd.service
fi
systemctl is-active nhacviecd.service
within 60 broken
equals "$(cat /root/live)" "$(readlink /var/lib/nhacviec/post/live)"
says 'I.1' nhacviec upcoming
says 'broken.rules' journalctl --no-pager -u nhacviecd.service -b
[ "$(nhacviec status >/dev/null 2>&1; echo $?)" != 0 ]
within 10 quiet
if [ "$boot" = 1 ]; then
  boot_again
else
  # Facts are still acted on by the rules that are in force.
  start_mail_server
  nhacviec event record ho-so --ref HS-2 --on "$(date +%F)" --yes
  within 60 arrived 1 'HS-2\|vanphong@so.example'
  # Mended, it becomes live without a restart.
  rm /etc/nhacviec/rules.d/broken.rules
  echo '# mended' >>/etc/nhacviec/rules.d/plan.rules
  changed() { [ "$(cat /root/live)" != "$(readlink /var/lib/nhacviec/post/live)" ]; }
  within 90 changed
  fails broken
fi
