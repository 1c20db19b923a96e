# The units say what systemd understands and are hardened; the journal's messages, the manual and the completions are there.
files=$(ls /lib/systemd/system/nhacviec*)
equals '' "$(systemd-analyze verify $files 2>&1 | grep nhacviec || true)"
equals '' "$(systemd-analyze verify --user /usr/lib/systemd/user/nhacviec* 2>&1 | grep nhacviec || true)"
for service in /lib/systemd/system/nhacviec*.service; do
  systemd-analyze security --offline=true --threshold=20 "$service" | tail -n 1
done
# Memory has a bound, so that no client and no rule book takes the machine's.
equals 536870912 "$(systemctl show -P MemoryMax nhacviecd.service)"
equals 2147483648 "$(systemctl show -P MemoryMax nhacviec-remind.service)"
equals 1073741824 "$(systemctl show -P MemoryMax nhacviec-edit.service)"
# Each message of the journal is explained in both languages.
catalog=/usr/lib/systemd/catalog/nhacviec.catalog
journalctl --list-catalog >catalog
grep -q NhacViec catalog
english=$(sed -n 's/^-- \([0-9a-f]\{32\}\)$/\1/p' $catalog | sort)
[ -n "$english" ]
equals "$english" "$(sed -n 's/^-- \([0-9a-f]\{32\}\) vi$/\1/p' $catalog | sort)"
for page in 'nhacviec 1' 'nhacviecd 8' 'nhacviec.toml 5'; do
  set -- $page
  for language in C vi; do
    file=$(man -L $language -w "$2" "$1")
    [ $language = C ] || [[ $file == /usr/share/man/vi/* ]]
    equals '' "$(man -L $language --warnings -E UTF-8 -l -Tutf8 -Z "$file" 2>&1 >/dev/null)"
  done
done
# Every command of the program is in the manual.
nhacviec --help | sed -n '/^SUBCOMMANDS/,$s/^  \([a-z][a-z-]*\)  .*/\1/p' >commands
[ -s commands ]
zcat /usr/share/man/man1/nhacviec.1.gz >manual
while read -r command; do grep -q "^\.SS nhacviec $command" manual; done <commands
bash -c '
  source /usr/share/bash-completion/completions/nhacviec
  COMP_LINE="nhacviec upc" COMP_POINT=12 COMP_WORDS=(nhacviec upc) COMP_CWORD=1
  _nhacviec nhacviec upc nhacviec
  [ "${COMPREPLY[*]}" = upcoming ]'
# Shipped calendars, policies and templates are found, the configuration is right, the examples hold.
nhacviec config check
cd /usr/share/doc/nhacviec/examples
for book in */plan.rules; do
  nhacviec check "${book%/*}" | tail -n 1
  nhacviec test "${book%/*}" | tail -n 1
done
