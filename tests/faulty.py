"""A draft as it comes from a clerk in a hurry, with the faults that come back most often.

python -m tests.faulty samples/du-thao-chua-dung.docx
"""

from __future__ import annotations

import io
import sys
import zipfile
from pathlib import Path
from typing import Any

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.shared import Cm, Mm, Pt

CENTRE, JUSTIFY = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.JUSTIFY


def faulty_draft() -> bytes:
    """The draft as DOCX."""
    document = docx.Document()
    _page(document)
    _head(document)
    _title(document)
    _body(document)
    _signing(document)
    out = io.BytesIO()
    document.save(out)
    return _same_dates(out.getvalue())


def _page(document: Any) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin, section.right_margin = Mm(25), Mm(15)
    section.top_margin = section.bottom_margin = Mm(20)
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Times New Roman", Pt(14)
    normal.element.rPr.rFonts.set(qn("w:cs"), "Times New Roman")
    footer = section.footer.paragraphs[0]
    footer.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    for kind, text in (("begin", ""), ("", "PAGE"), ("end", "")):
        run = footer.add_run()
        mark = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            mark.set(qn("w:fldCharType"), kind)
        else:
            mark.text = text
        run._element.append(mark)


def _head(document: Any) -> None:
    table = document.add_table(2, 2)
    for row in table.rows:
        row.cells[0].width, row.cells[1].width = Cm(7), Cm(10)
    left, right = table.rows[0].cells
    _say(left.paragraphs[0], "UBND HUYỆN HOÀI ĐỨC", align=CENTRE, size=13, bold=True)
    _say(
        left.add_paragraph(), "ỦY BAN NHÂN DÂN XÃ AN KHÁNH", align=CENTRE, size=13, bold=True, underline=True
    )
    _say(right.paragraphs[0], "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", align=CENTRE, size=13, bold=True)
    _say(
        right.add_paragraph(), "Độc lập – Tự do – Hạnh phúc", align=CENTRE, size=14, bold=True, underline=True
    )
    left, right = table.rows[1].cells
    _say(left.paragraphs[0], "Số: 5/ KH-UBND", align=CENTRE, size=13)
    _say(right.paragraphs[0], "An Khánh, ngày 5 tháng 03 năm 2026", align=CENTRE, size=14)


def _title(document: Any) -> None:
    _say(document.add_paragraph(), "", align=CENTRE)
    _say(document.add_paragraph(), "KẾ HOẠCH", align=CENTRE, bold=True, size=16)
    _say(document.add_paragraph(), "Tổ chức Ngày hội đọc sách năm 2026", align=CENTRE, bold=True)
    _say(document.add_paragraph(), "", align=CENTRE)


def _body(document: Any) -> None:
    for text in (
        "Căn cứ Luật Thư viện ngày 21 tháng 11 năm 2019,",
        "Căn cứ Kế hoạch số 12/KH-UBND của UBND thành phố Hà Nội về phát triển văn hóa đọc;",
    ):
        _prose(document, text)
    _prose(document, "Ủy Ban Nhân dân xã ban hành kế hoạch tổ chức  Ngày hội đọc sách như sau:")
    _prose(document, "I. MỤC ĐÍCH, YÊU CẦU", bold=True)
    _prose(document, "1. Lan tỏa văn hóa đọc trong nhà trường , gia đình và cộng đồng.")
    _prose(document, "3. Tổ chức tiết kiệm, an toàn, thiết thực theo Nghị định số 30/20020/NĐ-CP.")
    _prose(document, "II. KINH PHÍ", bold=True)
    table = document.add_table(4, 3)
    table.style = "Table Grid"
    rows = (
        ("TT", "Nội dung", "Số tiền (đồng)"),
        ("1", "Mua sách", "12.500.000"),
        ("2", "Phần thưởng", "6.000.000"),
        ("", "Tổng cộng", "19.500.000"),
    )
    for cells, words in zip(table.rows, rows, strict=True):
        for cell, text in zip(cells.cells, words, strict=True):
            _say(cell.paragraphs[0], text, size=13)
    _prose(document, "Trên đây là kế hoạch tổ chức Ngày hội đọc sách năm 2026.")


def _signing(document: Any) -> None:
    left, right = document.add_table(1, 2).rows[0].cells
    _say(left.paragraphs[0], "Nơi nhận:", size=13, bold=True)
    for text in ("- Các trường học trên địa bàn xã", "- Lưu VT."):
        _say(left.add_paragraph(), text, size=12)
    for text in ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "CHỦ TỊCH", "", "", "", "Nguyễn Văn A"):
        _say(right.add_paragraph(), text, align=CENTRE, bold=True)


def _prose(document: Any, text: str, *, bold: bool = False) -> None:
    paragraph = document.add_paragraph()
    paragraph.paragraph_format.first_line_indent = Mm(12.7)
    paragraph.paragraph_format.space_after = Pt(6)
    _say(paragraph, text, align=JUSTIFY, bold=bold)


def _say(
    paragraph: Any,
    text: str,
    *,
    align: Any = None,
    size: float = 14,
    bold: bool = False,
    underline: bool = False,
) -> None:
    run = paragraph.add_run(text)
    run.font.size, run.bold, run.underline = Pt(size), bold, underline
    paragraph.alignment = align


def _same_dates(data: bytes) -> bytes:
    """The same package with the same bytes each time."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0)), old.read(name), zipfile.ZIP_DEFLATED)
    return out.getvalue()


if __name__ == "__main__":
    Path(sys.argv[1]).write_bytes(faulty_draft())
