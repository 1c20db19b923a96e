"""Copies a rule book with all years moved: shift-years.py BOOK OUTPUT YEARS. Tests stay behind: weekdays move too."""
import pathlib, re, sys

book, output, years = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]), int(sys.argv[3])
for file in sorted(book.glob("*.rules")):
    if file.name == "kiem-thu.rules":
        continue
    text = re.sub(r"(?<!\d)20[0-4]\d(?!\d)", lambda year: str(int(year[0]) + years), file.read_text(encoding="utf-8"))
    (output / file.name).write_text(text, encoding="utf-8")
