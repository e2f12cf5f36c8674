"""Document + look → sheet: the words that the form adds, the order of the boxes, the lengths of the rules."""

from __future__ import annotations

from vanban import fonts
from vanban.document.model import Document
from vanban.render.compose.body import annex_section, body, close
from vanban.render.compose.head import addressees, bases, header, marks_above, title
from vanban.render.compose.pieces import Desk, outlined, p
from vanban.render.compose.signing import hold_last, signatures
from vanban.render.sheet import Item, Section, Sheet
from vanban.render.xmp import about
from vanban.thethuc import Look
from vanban.thethuc.measures import DECREE_DATE
from vanban.tiengviet.dates import Ngay
from vanban.tiengviet.letters import roman

__all__ = ["compose"]


def compose(document: Document, look: Look) -> Sheet:
    """Lay a document out as data.

    Args:
        document: what to lay out.
        look: the office's sizes, margins and spaces.

    Returns:
        The sheet of the paper and its annexes.

    Raises:
        ToolMissingError: no usable font, whose advance widths give the lengths of the rules.
        InputError: VB045, a picture is neither PNG nor JPEG.
    """
    desk = Desk(document, look, fonts.find_font_set())
    sections = [_main(desk)]
    several = sum(not annex.loai for annex in document.phu_luc) > 1
    number = 0
    for annex in document.phu_luc:
        number += not annex.loai
        sections.append(annex_section(desk, annex, roman(number) if several and not annex.loai else ""))
    kind = document.kind
    return Sheet(
        title=" ".join(x for x in (kind.name if kind.form.titled else "", document.trich_yeu) if x)
        or kind.name,
        author=desk.issuer,
        subject=document.trich_yeu,
        keywords=[kind.name, *([desk.number()] if kind.form.numbered else []), desk.issuer],
        about=about(document),
        date=_file_date(document.ngay),
        sections=sections,
        notes=desk.notes,
        images=desk.images,
    )


def _file_date(ngay: Ngay | None) -> str:
    """The date in the file's properties: what the pen will add counts as 1; the decree's own without a date.

    PDF/A demands a date, and the clock's would give the same data other bytes every time.
    """
    return f"{ngay.nam:04}-{ngay.thang or 1:02}-{ngay.ngay or 1:02}" if ngay else DECREE_DATE


def _main(desk: Desk) -> Section:
    """The paper itself, box after box (Phụ lục I, Phần I, IV)."""
    doc = desk.doc
    items: list[Item] = [
        *marks_above(desk),
        header(desk, full=True),
        *title(desk),
        *addressees(desk),
        *bases(desk),
    ]
    content = body(desk, doc.noi_dung, desk.look.text_width_mm)
    close(content)
    hold_last(content)
    items += content
    items.append(signatures(desk))
    return Section(landscape=False, items=outlined(items), foot=[p("dia_chi", line) for line in doc.dia_chi])
