#!/usr/bin/env python3
"""Makes the documents beside this file from the texts in Tests/Data/plans: .docx with real tables, merged cells, repeated
headings and page breaks, and out of them what other programs write: PDF by LibreOffice and by Chromium, .doc, .rtf, .odt,
.xls and .ods by LibreOffice.

    .venv-tests/bin/python Tests/Data/formats/make.py [FOLDER [PLAN…]]

The files are committed; this is run again only to change them, or, into another folder, to see that what the programs of
the day write is read as well. It needs the packages of Tests/formats/packages and those of Tests/browser/packages.
"""
import datetime
import html
import pathlib
import re
import subprocess
import sys
import tempfile
import zipfile

import docx
import openpyxl
import pypdf
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_BREAK
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

HERE = pathlib.Path(__file__).parent
PLANS = HERE.parent / "plans"
WHEN = datetime.datetime(2024, 1, 5)
# In this plan's text each cell is a paragraph; its tables have six columns.
CELL_A_PARAGRAPH = "khanh-hoa-tinh-2021-2030"
NUMBER = re.compile(r"^([IVX]+|[A-H]|\d{1,3})\.?$")
MARKUP = re.compile(r"</?[a-z][^>\n]*>|\*+")
ITEM = re.compile(r"(?<=[.;,]) (?=[-+] )")


class Table:
    def __init__(self):
        self.rows = []

    @property
    def width(self):
        return max(len(row) for row in self.rows)


def blocks_of(name):
    """Paragraphs as strings, and tables whose rows, cut by page ends in the text, are whole again."""
    text = MARKUP.sub(" ", (PLANS / f"{name}.txt").read_text())
    lines = [re.sub("  +", " ", line) for line in text.split("\n")]
    if name == CELL_A_PARAGRAPH:
        return list(tables_of_paragraphs([line for line in lines if line]))
    blocks, page_ended = [], False
    for line in lines:
        if not line.strip(" "):
            page_ended = True
            continue
        if "\t" in line:
            if not blocks or not isinstance(blocks[-1], Table):
                blocks.append(Table())
            cells = [cell.strip() for cell in line.split("\t")]
            if blocks[-1].rows and cells == blocks[-1].rows[0]:
                page_ended = True
                continue
            add_row(blocks[-1], cells, page_ended)
        else:
            blocks.append(line.strip())
        page_ended = False
    return blocks


def add_row(table, cells, starts_page):
    filled = [cell for cell in cells if cell]
    if starts_page and table.rows and not cells[0] and filled and filled[0][0].islower():
        last = table.rows[-1]
        table.rows[-1] = [f"{old} {new}".strip() for old, new in zip(last, cells + [""] * len(last))]
    elif filled:
        table.rows.append(cells)


def tables_of_paragraphs(lines):
    """A row begins at its number; the headings begin at STT."""
    table, expected = None, 0
    for line in lines:
        text = line.strip()
        if table and text.startswith("- ") and table.rows[-1][-1].startswith("- "):
            table.rows[-1][-1] += " " + text
            continue
        if text == "STT":
            table, expected = Table(), 1
            table.rows.append([text])
        elif table is None:
            if text:
                yield text
        elif text == str(expected) and len(table.rows[-1]) == 6:
            table.rows.append([text])
            expected += 1
        elif len(table.rows[-1]) < 6:
            table.rows[-1].append(text)
        elif text == "1" or NUMBER.match(text):
            table.rows.append([text])
            expected = int(text) + 1 if text.isdigit() else expected
        else:
            yield table
            table = None
            yield text
    if table is not None:
        yield table


def merged(table):
    """For each row its cells as (column, columns, rows, text): empty cells at the left are those above, and the title of a
    section reaches to the right edge."""
    width = table.width
    rows = [row + [""] * (width - len(row)) for row in table.rows]
    result = [[] for _ in rows]
    depths = {}
    for index in range(len(rows) - 1, -1, -1):
        row = rows[index]
        filled = [column for column, text in enumerate(row) if text]
        if index and filled == [0, 1] and width > 3:
            result[index] = [(0, 1, 1, row[0]), (1, width - 1, 1, row[1])]
            depths = {}
            continue
        lead = filled[0] if index > 1 and filled else 0
        for column in range(lead):
            depths[column] = depths.get(column, 0) + 1
        for column in range(lead, width):
            result[index].append((column, 1, depths.pop(column, 0) + 1, row[column]))
    return result


def paragraphs(text):
    """The lines of a cell as their author typed them."""
    return ITEM.sub("\n", text).split("\n")


def widths(table):
    """Shares of the width that the columns get: the longer their texts, the wider."""
    rows = [row + [""] * (table.width - len(row)) for row in table.rows[:40]]
    sizes = [max(14, min(40, sum(len(row[column]) for row in rows) / len(rows))) for column in range(table.width)]
    sizes[0] = 9
    return [size / sum(sizes) for size in sizes]


def word(name, target):
    document = docx.Document()
    document.core_properties.created = document.core_properties.modified = WHEN
    style = document.styles["Normal"]
    style.font.name, style.font.size = "Times New Roman", Pt(12)
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin, section.right_margin = Cm(3), Cm(1.5)
    page_number(section.header.paragraphs[0])
    letterhead(document)
    for block in blocks_of(name):
        if isinstance(block, str):
            add_paragraph(document, block)
        else:
            add_table(document, block)
    document.add_paragraph("Nơi nhận:\n- Như trên;\n- Lưu: VT.")
    document.save(target)
    repack(target)


def page_number(paragraph):
    paragraph.alignment = 1
    for kind, text in (("begin", None), (None, "PAGE"), ("end", None)):
        run = paragraph.add_run()
        if kind:
            char = OxmlElement("w:fldChar")
            char.set(qn("w:fldCharType"), kind)
            run._r.append(char)
        else:
            code = OxmlElement("w:instrText")
            code.text = text
            run._r.append(code)


def letterhead(document):
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 0).text = "ỦY BAN NHÂN DÂN TỈNH\nCƠ QUAN SOẠN THẢO"
    table.cell(0, 1).text = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"


def add_paragraph(document, text):
    if text.startswith("PHỤ LỤC"):
        section = document.add_section()
        if section.orientation != WD_ORIENT.LANDSCAPE:
            section.orientation = WD_ORIENT.LANDSCAPE
            section.page_width, section.page_height = Cm(29.7), Cm(21)
        document.add_paragraph(text).alignment = 1
    elif text.startswith("KẾ HOẠCH"):
        document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
        document.add_paragraph(text).alignment = 1
    else:
        document.add_paragraph(text)


def add_table(document, table):
    section = document.sections[-1]
    total = section.page_width - section.left_margin - section.right_margin
    made = document.add_table(rows=len(table.rows), cols=table.width, style="Table Grid")
    made.autofit = False
    header = OxmlElement("w:tblHeader")
    made.rows[0]._tr.get_or_add_trPr().append(header)
    shares = widths(table)
    grid = [made.rows[row].cells for row in range(len(table.rows))]
    for row in grid:
        for cell, share in zip(row, shares):
            cell.width = int(total * share)
    for column, share in zip(made.columns, shares):
        column.width = int(total * share)
    for index, cells in enumerate(merged(table)):
        for column, columns, rows, text in cells:
            cell = grid[index][column]
            if columns > 1 or rows > 1:
                cell = cell.merge(grid[index + rows - 1][column + columns - 1])
            lines = paragraphs(text)
            cell.text = ""
            for number, line in enumerate(lines):
                paragraph = cell.paragraphs[0] if number == 0 else cell.add_paragraph()
                run = paragraph.add_run(line)
                run.font.size = Pt(9)
                run.bold = index == 0 or columns > 1
                if index == 0 or column == 0:
                    paragraph.alignment = 1


def workbook(name, target):
    """The tables alone, each on a sheet of its own below its title; whether there are any."""
    book = openpyxl.Workbook()
    book.properties.created = book.properties.modified = WHEN
    book.remove(book.active)
    titles = []
    for block in blocks_of(name):
        if isinstance(block, str):
            titles.append(block)
            continue
        sheet = book.create_sheet(f"Bảng {len(book.worksheets) + 1}")
        for line, title in enumerate(titles[-2:], 1):
            sheet.cell(line, 1, title)
        titles = []
        for index, cells in enumerate(merged(block), 4):
            for column, columns, rows, text in cells:
                sheet.cell(index, column + 1, "\n".join(paragraphs(text))).data_type = "s"
                if columns > 1 or rows > 1:
                    sheet.merge_cells(
                        start_row=index, start_column=column + 1, end_row=index + rows - 1, end_column=column + columns)
    if not book.worksheets:
        return False
    book.save(target)
    repack(target)
    return True


def page(name, target):
    """The page that Chromium prints."""
    parts = ["<!DOCTYPE html><meta charset=utf-8><style>@page{size:A4 landscape;margin:15mm}"
             "body{font:11pt serif}table.t{border-collapse:collapse;width:100%}"
             ".t td,.t th{border:1px solid;padding:3px 5px;vertical-align:top}.t tr{break-inside:auto}</style>",
             "<table width=100%><tr><td align=center>ỦY BAN NHÂN DÂN TỈNH<br>CƠ QUAN SOẠN THẢO"
             "<td align=center>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM<br>Độc lập - Tự do - Hạnh phúc</table>"]
    for block in blocks_of(name):
        if isinstance(block, str):
            parts.append(f"<p>{html.escape(block)}")
            continue
        shares = "".join(f"<col style='width:{share * 100:.1f}%'>" for share in widths(block))
        parts.append(f"<table class=t>{shares}")
        for index, cells in enumerate(merged(block)):
            tag = "td" if index else "th"
            parts.append(("<thead>" if index == 0 else "<tbody>" if index == 1 else "") + "<tr>" + "".join(
                f"<{tag} colspan={columns} rowspan={rows}>{'<br>'.join(map(html.escape, paragraphs(text)))}"
                for _, columns, rows, text in cells))
        parts.append("</table>")
    parts.append("<p>Nơi nhận:<br>- Như trên;<br>- Lưu: VT.")
    target.write_text("\n".join(parts))


def repack(path):
    """Packs anew with fixed times."""
    with zipfile.ZipFile(path) as source:
        entries = [(entry.filename, source.read(entry)) for entry in source.infolist()]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as target:
        for name, data in entries:
            if not name.startswith("docProps/thumbnail"):
                target.writestr(zipfile.ZipInfo(name, WHEN.timetuple()[:6]), data, zipfile.ZIP_DEFLATED)


def scan(source, number, target):
    """A page as a scanner makes it: a picture alone."""
    command = ["pdftoppm", "-jpeg", "-jpegopt", "quality=40", "-gray", "-r", "200", "-f", str(number), "-l", str(number)]
    picture = subprocess.run([*command, str(source)], check=True, stdout=subprocess.PIPE).stdout
    start = picture.index(b"\xff\xc0") + 5
    colours = "Gray" if picture[start + 4] == 1 else "RGB"
    height, width = (int.from_bytes(picture[at:at + 2], "big") for at in (start, start + 2))
    size = f"{width * 72 / 200:.2f} {height * 72 / 200:.2f}"
    content = f"q {size.replace(' ', ' 0 0 ')} 0 0 cm /P Do Q".encode()
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {size}] /Contents 4 0 R "
        "/Resources << /XObject << /P 5 0 R >> >> >>".encode(),
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content),
        b"<< /Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace /Device%s /BitsPerComponent 8 "
        b"/Filter /DCTDecode /Length %d >>\nstream\n%s\nendstream"
        % (width, height, colours.encode(), len(picture), picture)]
    data, places = bytearray(b"%PDF-1.4\n"), []
    for index, body in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (index, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    data += b"xref\n0 6\n0000000000 65535 f \n%strailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (
        table, len(data))
    target.write_bytes(data)


def lock(source, password, target):
    """The first page, which cannot be opened without the password, or, if that is empty, not be copied."""
    writer = pypdf.PdfWriter()
    writer.add_page(pypdf.PdfReader(source).pages[0])
    writer.encrypt(user_password=password, owner_password="owner", permissions_flag=0, algorithm="RC4-128")
    writer.write(target)


def office(files, extension, kind, folder):
    with tempfile.TemporaryDirectory() as profile:
        subprocess.run(
            ["soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to", f"{extension}:{kind}",
             "--outdir", str(folder), *map(str, files)],
            check=True, stdout=subprocess.DEVNULL, timeout=300)


def chromium(source, target):
    with tempfile.TemporaryDirectory() as profile:
        subprocess.run(
            ["chromium", "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={profile}",
             "--no-pdf-header-footer", f"--print-to-pdf={target}", f"file://{source}"],
            check=True, stderr=subprocess.DEVNULL, timeout=120)


def main():
    folder = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else HERE).resolve()
    names = sys.argv[2:] or sorted(path.stem for path in PLANS.glob("*.txt"))
    with tempfile.TemporaryDirectory() as scratch:
        scratch = pathlib.Path(scratch)
        texts, books = [], []
        for name in names:
            texts.append(folder / f"{name}.docx")
            word(name, texts[-1])
            if workbook(name, folder / f"{name}.xlsx"):
                books.append(folder / f"{name}.xlsx")
            page(name, scratch / f"{name}.html")
            chromium(scratch / f"{name}.html", folder / f"{name}.chromium.pdf")
        office(texts, "pdf", "writer_pdf_Export", scratch)
        for name in names:
            (scratch / f"{name}.pdf").rename(scratch / "made.pdf")
            (folder / f"{name}.libreoffice.pdf").write_bytes((scratch / "made.pdf").read_bytes())
        for name in names[:1]:
            source = folder / f"{name}.libreoffice.pdf"
            lock(source, "user", folder / "locked.pdf")
            lock(source, "", folder / "not-to-copy.pdf")
        if "khanh-hoa-svhtt-2022" in names:
            scan(folder / "khanh-hoa-svhtt-2022.libreoffice.pdf", 4, folder / "scan.pdf")
        office(texts, "doc", "MS Word 97", folder)
        office(texts[:1], "rtf", "Rich Text Format", folder)
        office(texts[:1], "odt", "writer8", folder)
        office(books, "xls", "MS Excel 97", folder)
        office(books[-1:], "ods", "calc8", folder)


main()
