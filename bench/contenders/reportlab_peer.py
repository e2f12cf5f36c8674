"""ReportLab's platypus: paragraphs and tables, the same fonts embedded, no tags and no PDF/A."""

from __future__ import annotations

import io
from html import escape
from typing import Any

from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY, TA_LEFT, TA_RIGHT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import HRFlowable, KeepTogether, PageBreak, Paragraph, SimpleDocTemplate, Table

from bench.contender import Task, one_by_one
from bench.content import ANNEX_COLUMNS, LOOK, MAIN_COLUMNS, QUOC_HIEU, TIEU_NGU, Content, content
from vanban import fonts

_ALIGN = {"left": TA_LEFT, "center": TA_CENTER, "right": TA_RIGHT, "justify": TA_JUSTIFY}
_FACES = ("Serif", "Serif-Bold", "Serif-Italic", "Serif-BoldItalic")
_GRID = [("GRID", (0, 0), (-1, -1), 0.5, "black"), ("VALIGN", (0, 0), (-1, -1), "MIDDLE")]
_BARE = [
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ("LEFTPADDING", (0, 0), (-1, -1), 0),
    ("RIGHTPADDING", (0, 0), (-1, -1), 0),
]
_WIDTH = LOOK.text_width_mm * mm


def task() -> Task:
    """Register the fonts and make the styles once."""
    for name, path in zip(_FACES, fonts.find_font_set().paths, strict=True):
        pdfmetrics.registerFont(TTFont(name, str(path)))
    styles = {
        style.id: ParagraphStyle(
            style.id,
            fontName=_FACES[style.bold + 2 * style.italic],
            fontSize=style.size_pt,
            leading=style.size_pt * 1.15 * style.line,
            alignment=_ALIGN[style.align],
            firstLineIndent=style.indent_mm * mm,
            spaceBefore=style.space_before_pt,
            spaceAfter=style.space_after_pt,
            keepWithNext=style.keep_next,
        )
        for style in LOOK.styles.values()
    }
    styles["dau_bang"] = ParagraphStyle("dau_bang", styles["bang"], fontName=_FACES[1], alignment=TA_CENTER)
    return Task(content, one_by_one(lambda data: _make(data, styles)))


def _make(data: Content, styles: dict[str, ParagraphStyle]) -> bytes:
    def p(style: str, text: str) -> Paragraph:
        return Paragraph(escape(text), styles[style])

    def ruled(rows: list[list[str]], shares: tuple[float, ...]) -> Table:
        head, *others = rows
        cells = [
            [p("dau_bang", text) for text in head],
            *([p("bang", text) for text in row] for row in others),
        ]
        widths = [_WIDTH * share / sum(shares) for share in shares]
        return Table(cells, colWidths=widths, repeatRows=1, style=_GRID)

    def pair(left: list[Any], right: list[Any], share: float) -> Table:
        return Table([[left, right]], colWidths=[_WIDTH * share, _WIDTH * (1 - share)], style=_BARE)

    rule = HRFlowable(width=3 * 10 * mm, thickness=0.5, color="black")
    story: list[Any] = [
        pair(
            [*(p("co_quan", line) for line in data["co_quan"]), rule, p("so_ky_hieu", data["so"])],
            [p("quoc_hieu", QUOC_HIEU), p("tieu_ngu", TIEU_NGU), rule, p("dia_danh", data["dia_danh"])],
            0.4,
        )
    ]
    for block in data["noi_dung"]:
        table = block["s"] == "bang"
        story.append(ruled(block["rows"], MAIN_COLUMNS) if table else p(block["s"], block["text"]))
    office = [p("quyen_han", line) for line in data["quyen_han"]]
    recipients = [p("noi_nhan_tu", "Nơi nhận:"), *(p("noi_nhan", line) for line in data["noi_nhan"])]
    room = Table([[""]], rowHeights=[64])
    annex = data["phu_luc"]
    story += [
        KeepTogether([pair(recipients, [*office, room, p("ho_ten", data["ho_ten"])], 0.45)]),
        PageBreak(),
        p("phu_luc", "Phụ lục"),
        p("phu_luc_tieu_de", annex["tieu_de"]),
        p("kem_theo", annex["kem_theo"]),
        rule,
        ruled(annex["rows"], ANNEX_COLUMNS),
    ]
    out = io.BytesIO()
    SimpleDocTemplate(
        out,
        pagesize=A4,
        topMargin=LOOK.le_tren * mm,
        bottomMargin=LOOK.le_duoi * mm,
        leftMargin=LOOK.le_trai * mm,
        rightMargin=LOOK.le_phai * mm,
        title=data["title"],
        author=data["author"],
    ).build(story, onLaterPages=_number)
    return out.getvalue()


def _number(canvas: Any, frame: Any) -> None:
    canvas.setFont(_FACES[0], 13)
    canvas.drawCentredString(A4[0] / 2, A4[1] - 10 * mm, str(frame.page))
