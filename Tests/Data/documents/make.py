#!/usr/bin/env python3
"""Makes the sample documents beside this file with python-docx 1.2 and openpyxl 3.1 (pip install python-docx openpyxl).

The files are committed; this is run again only to change them. Their dates are fixed, so that they come out the same.
"""
import datetime
import io
import pathlib
import zipfile

import docx
import openpyxl
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

HERE = pathlib.Path(__file__).parent
WHEN = datetime.datetime(2024, 1, 5)


def child(parent, tag, **values):
    element = OxmlElement(tag)
    for key, value in values.items():
        element.set(qn("w:" + key), value)
    parent.append(element)
    return element


def numbering(document):
    """Lists 50 (1, 2, 3 without a point) and 51 (I. and I.1.) beside those of the template."""
    root = document.part.numbering_part.element
    levels = {
        50: [("decimal", "%1")],
        51: [("upperRoman", "%1."), ("decimal", "%1.%2.")],
        52: [("lowerLetter", "%1)")],
        53: [("bullet", "\uf0b7")],
    }
    for number, (identifier, formats) in enumerate(levels.items()):
        text = "".join(
            f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{shape}"/></w:lvl>'
            for depth, (kind, shape) in enumerate(formats)
        )
        abstract = parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{identifier}">{text}</w:abstractNum>')
        root.insert(number, abstract)
        root.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="{identifier}"><w:abstractNumId w:val="{identifier}"/></w:num>'))


def number(paragraph, identifier, depth=0):
    properties = child(paragraph._p.get_or_add_pPr(), "w:numPr")
    child(properties, "w:ilvl", val=str(depth))
    child(properties, "w:numId", val=str(identifier))


def heading(row):
    child(row._tr.get_or_add_trPr(), "w:tblHeader")


def rendered_break(paragraph):
    run = OxmlElement("w:r")
    child(run, "w:lastRenderedPageBreak")
    paragraph._p.insert(1 if paragraph._p.pPr is not None else 0, run)


def word():
    document = docx.Document()
    numbering(document)
    document.core_properties.created = document.core_properties.modified = WHEN
    document.sections[0].header.paragraphs[0].text = "MẬT"
    document.add_paragraph("SỞ KHOA HỌC VÀ CÔNG NGHỆ")
    paragraph = document.add_paragraph("Kế hoạch cải cách ")
    paragraph.add_run("hành chính").bold = True
    paragraph.add_run(" năm 2024")
    # What a reviewer inserted and struck out.
    paragraph._p.append(parse_xml(
        f'<w:ins {nsdecls("w")} w:id="1" w:author="a"><w:r><w:t xml:space="preserve"> (sửa đổi)</w:t></w:r></w:ins>'))
    paragraph._p.append(parse_xml(
        f'<w:del {nsdecls("w")} w:id="2" w:author="a"><w:r><w:delText> (cũ)</w:delText></w:r></w:del>'))
    item = document.add_paragraph("Mục tiêu")
    number(item, 51)
    item = document.add_paragraph("Mục tiêu chung")
    number(item, 51, 1)
    item = document.add_paragraph("Mục tiêu cụ thể")
    number(item, 51, 1)
    item = document.add_paragraph("Nhiệm vụ")
    number(item, 51)
    table = document.add_table(rows=0, cols=5)
    first = table.add_row()
    for cell, text in zip(first.cells, ["STT", "Nhiệm vụ", "Sản phẩm", "Thời gian", "Đơn vị thực hiện"]):
        cell.text = text
    heading(first)
    section = table.add_row()
    section.cells[0].merge(section.cells[4]).text = "I. CẢI CÁCH THỂ CHẾ"
    rows = [
        ("Rà soát văn bản", "Báo cáo", "Tháng 02/2024", ["Văn phòng chủ trì", "Các phòng phối hợp"]),
        ("Kiểm tra văn bản", "Kế hoạch", "Quý II/2024", ["Thanh tra Sở"]),
        ("Theo dõi thi hành pháp luật", "Báo cáo", "Trước ngày 15/11/2024", ["Văn phòng"]),
    ]
    made = []
    for task, product, due, units in rows:
        row = table.add_row()
        number(row.cells[0].paragraphs[0], 50)
        row.cells[1].text = task
        row.cells[2].text = product
        row.cells[3].text = due
        row.cells[4].paragraphs[0].text = units[0]
        if len(units) > 1:
            number(row.cells[4].paragraphs[0], 53)
            for unit in units[1:]:
                number(row.cells[4].add_paragraph(unit), 53)
        made.append(row)
    # One product for the first two tasks, and a page that ends above the third.
    made[0].cells[2].merge(made[1].cells[2])
    made[0].cells[2].text = "Báo cáo"
    rendered_break(made[2].cells[0].paragraphs[0])
    # A small table inside a cell.
    inner = made[1].cells[1].add_table(rows=2, cols=2)
    for row, texts in zip(inner.rows, [("Đợt 1", "tháng 4"), ("Đợt 2", "tháng 6")]):
        for cell, text in zip(row.cells, texts):
            cell.text = text
    document.add_paragraph("Nơi nhận:\n- Như trên;\n- Lưu: VT.")
    save(document, "ke-hoach.docx")


def workbook():
    book = openpyxl.Workbook()
    book.properties.created = book.properties.modified = WHEN
    sheet = book.active
    sheet.title = "Phụ lục I"
    sheet["B3"] = "PHỤ LỤC NHIỆM VỤ NĂM 2024"
    sheet.merge_cells("B3:G3")
    for column, text in zip("BCDEFG", ["TT", "Nhiệm vụ", "Thời hạn", "Phân công", None, "Tỷ lệ"]):
        if text:
            sheet[f"{column}5"] = text
    sheet["E6"] = "Chủ trì"
    sheet["F6"] = "Phối hợp"
    sheet.merge_cells("E5:F5")
    for column in "BCDG":
        sheet.merge_cells(f"{column}5:{column}6")
    sheet["B7"] = 1
    sheet["C7"] = "Rà soát\nvăn bản"
    sheet["D7"] = datetime.date(2024, 3, 15)
    sheet["D7"].number_format = "mm-dd-yy"
    sheet["E7"] = "Văn phòng"
    sheet["G7"] = 0.9
    sheet["G7"].number_format = "0%"
    sheet["B8"] = 1.1
    sheet["C8"] = CellRichText("Kiểm tra ", TextBlock(InlineFont(b=True), "văn bản"))
    sheet["D8"] = datetime.date(2024, 6, 1)
    sheet["D8"].number_format = "mm/yyyy"
    sheet["E8"] = "Thanh tra"
    sheet["F8"] = "Các phòng"
    sheet["G8"] = 12.5
    sheet.row_dimensions[8].hidden = True
    sheet["B9"] = "2"
    sheet["C9"] = "Báo cáo"
    sheet["D9"] = datetime.datetime(2024, 5, 5, 16, 0)
    sheet["D9"].number_format = "dd/mm/yyyy hh:mm"
    sheet.merge_cells("E8:E9")
    sheet.oddHeader.center.text = "MẬT"
    hidden = book.create_sheet("Nháp")
    hidden["A1"] = "không đọc"
    hidden.sheet_state = "hidden"
    last = book.create_sheet("Ghi chú")
    last["A1"] = "Ghi chú"
    save(book, "ke-hoach.xlsx")


def save(document, name):
    """Packs anew with fixed times."""
    raw = io.BytesIO()
    document.save(raw)
    with zipfile.ZipFile(raw) as source, zipfile.ZipFile(HERE / name, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as target:
        for entry in source.infolist():
            if entry.filename == "docProps/thumbnail.jpeg":
                continue
            target.writestr(zipfile.ZipInfo(entry.filename, WHEN.timetuple()[:6]), source.read(entry), zipfile.ZIP_DEFLATED)


def bomb():
    """A document whose part says to be short and inflates to 8 MB."""
    name = HERE / "bomb.docx"
    with zipfile.ZipFile(name, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as target:
        body = "<w:p><w:r><w:t>" + "0" * (8 << 20) + "</w:t></w:r></w:p>"
        text = f'<w:document {nsdecls("w")}><w:body>{body}</w:body></w:document>'
        target.writestr(zipfile.ZipInfo("word/document.xml", WHEN.timetuple()[:6]), text, zipfile.ZIP_DEFLATED)
    data = bytearray(name.read_bytes())
    for signature, offset in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        at = data.index(signature) + offset
        data[at:at + 4] = (1000).to_bytes(4, "little")
    name.write_bytes(data)


word()
workbook()
bomb()
