# A year of a real plan: what arrives is what `remind --dry-run` foretold, mail for mail.
date -s '2027-01-04 07:00:00 +07' >/dev/null
office
rm /etc/nhacviec/rules.d/*.rules
sed -i 's/^allowed-domains.*/allowed-domains = ["*"]/' /etc/nhacviec/nhacviec.toml
python3 shift-years.py /usr/share/doc/nhacviec/examples/khanh-hoa-svhtt-2022 /etc/nhacviec/rules.d 5
nhacviec check /etc/nhacviec/rules.d
start_units
nhacviec rules promote
within 60 quiet
python3 year.py 2028-01-31 2027-02-01
