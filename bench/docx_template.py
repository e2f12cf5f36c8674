"""A Word template of the plan in docxtpl syntax, as an office makes it: named styles, loops, no ballast."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import docx
from docx.document import Document
from docx.enum.section import WD_SECTION
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.styles.style import ParagraphStyle
from docx.table import Table
from docx.text.paragraph import Paragraph

from bench.content import ANNEX_COLUMNS, BODY_STYLES, LOOK, MAIN_COLUMNS, QUOC_HIEU, TIEU_NGU

_ALIGN = {"left": ALIGN.LEFT, "center": ALIGN.CENTER, "right": ALIGN.RIGHT, "justify": ALIGN.JUSTIFY}
_KEPT_STYLES = {"Normal", "DefaultParagraphFont", "TableNormal", "NoList", "TableGrid"}
_BALLAST = ("stylesWithEffects", "thumbnail", "customXml")
_LEFT_SHARE = 0.4
_SIGN_PT = 64


def write_template(path: Path) -> None:
    """Write the template; the data are those of ``bench.content``."""
    document = docx.Document()
    _lighten(document)
    _styles(document)
    _page(document)
    _header(document)
    _body(document)
    _signing(document)
    _annex(document)
    document.save(str(path))


def _lighten(document: Document) -> None:
    """Drop what python-docx's stock file carries and no page uses: it would make docxtpl 2.3 times slower."""
    for owner in (document.part, document.part.package):
        for key, link in list(owner.rels.items()):
            if any(word in link.reltype for word in _BALLAST):
                del owner.rels[key]
    styles = document.styles.element
    for style in styles.findall(qn("w:style")):
        if style.get(qn("w:styleId")) not in _KEPT_STYLES:
            styles.remove(style)
    document.styles["Normal"].font.name = "Times New Roman"


def _styles(document: Document) -> None:
    for ours in LOOK.styles.values():
        style = document.styles.add_style(ours.id, WD_STYLE_TYPE.PARAGRAPH)
        assert isinstance(style, ParagraphStyle)
        style.font.size, style.font.bold, style.font.italic = Pt(ours.size_pt), ours.bold, ours.italic
        layout = style.paragraph_format
        layout.alignment = _ALIGN[ours.align]
        layout.first_line_indent = Mm(ours.indent_mm)
        layout.space_before, layout.space_after = Pt(ours.space_before_pt), Pt(ours.space_after_pt)
        layout.line_spacing = float(ours.line)
        layout.keep_with_next = ours.keep_next


def _page(document: Document) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(LOOK.le_tren), Mm(LOOK.le_duoi)
    section.left_margin, section.right_margin = Mm(LOOK.le_trai), Mm(LOOK.le_phai)
    section.different_first_page_header_footer = True
    number = section.header.paragraphs[0]
    number.style = document.styles["so_trang"]
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    number._p.append(field)


def _header(document: Document) -> None:
    left, right = _columns(document, _LEFT_SHARE)
    _loop(left, "co_quan", "co_quan")
    _ruled(_in(left, "so_ky_hieu", "{{ so }}"))
    _in(right, "quoc_hieu", QUOC_HIEU)
    _ruled(_in(right, "tieu_ngu", TIEU_NGU))
    _in(right, "dia_danh", "{{ dia_danh }}")


def _body(document: Document) -> None:
    *special, plain = BODY_STYLES
    document.add_paragraph("{%p for p in noi_dung %}")
    document.add_paragraph('{%p if p.s == "bang" %}')
    _table(document, "p.rows", MAIN_COLUMNS)
    for style in special:
        document.add_paragraph(f'{{%p elif p.s == "{style}" %}}')
        document.add_paragraph("{{ p.text }}", style=style)
    document.add_paragraph("{%p else %}")
    document.add_paragraph("{{ p.text }}", style=plain)
    document.add_paragraph("{%p endif %}")
    document.add_paragraph("{%p endfor %}")


def _signing(document: Document) -> None:
    left, right = _columns(document, 0.45)
    _in(left, "noi_nhan_tu", "Nơi nhận:")
    _loop(left, "noi_nhan", "noi_nhan")
    _loop(right, "quyen_han", "quyen_han")
    _in(right, "ho_ten", "{{ ho_ten }}").paragraph_format.space_before = Pt(_SIGN_PT)


def _annex(document: Document) -> None:
    document.add_section(WD_SECTION.NEW_PAGE)
    document.add_paragraph("Phụ lục", style="phu_luc")
    document.add_paragraph("{{ phu_luc.tieu_de }}", style="phu_luc_tieu_de")
    _ruled(document.add_paragraph("{{ phu_luc.kem_theo }}", style="kem_theo"))
    _table(document, "phu_luc.rows", ANNEX_COLUMNS)


def _columns(document: Document, share: float) -> tuple[Any, Any]:
    table = document.add_table(1, 2)
    _widths(table, (share, 1 - share))
    left, right = table.rows[0].cells
    return left, right


def _widths(table: Table, shares: tuple[float, ...]) -> None:
    table.autofit = False
    for column, share in zip(table.columns, shares, strict=True):
        column.width = Mm(LOOK.text_width_mm * share / sum(shares))


def _in(cell: Any, style: str, text: str) -> Paragraph:
    """The next paragraph of a cell; the first is there already."""
    first: Paragraph = cell.paragraphs[0]
    paragraph = first if not first.text else cell.add_paragraph()
    paragraph.text = text
    paragraph.style = style
    return paragraph


def _loop(cell: Any, name: str, style: str) -> None:
    _in(cell, style, f"{{%p for line in {name} %}}")
    _in(cell, style, "{{ line }}")
    _in(cell, style, "{%p endfor %}")


def _table(document: Document, rows: str, shares: tuple[float, ...]) -> None:
    """Head row, then a loop over the others: docxtpl wants each tag in a row of its own."""
    table = document.add_table(4, len(shares), style="Table Grid")
    _widths(table, shares)
    head, begin, row, end = table.rows
    begin.cells[0].text = f"{{%tr for row in {rows}[1:] %}}"
    end.cells[0].text = "{%tr endfor %}"
    for number in range(len(shares)):
        for line, text in ((head, f"{{{{ {rows}[0][{number}] }}}}"), (row, f"{{{{ row[{number}] }}}}")):
            cell = line.cells[number]
            cell.paragraphs[0].style = "bang"
            cell.paragraphs[0].add_run(text).bold = line is head
    repeat = OxmlElement("w:tblHeader")
    head._tr.get_or_add_trPr().append(repeat)


def _ruled(paragraph: Paragraph) -> None:
    borders = OxmlElement("w:pBdr")
    line = OxmlElement("w:bottom")
    for name, value in (("val", "single"), ("sz", "4"), ("space", "1"), ("color", "auto")):
        line.set(qn(f"w:{name}"), value)
    borders.append(line)
    properties: Any = paragraph._p.get_or_add_pPr()
    properties.insert(1, borders)  # after the style, where the schema wants it
