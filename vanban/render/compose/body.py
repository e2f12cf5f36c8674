"""The body and the annexes (ô 6): levels, tables, pictures, and "./." at the end."""

from __future__ import annotations

from collections.abc import Sequence

from vanban.document.blocks import Block, Figure, Para, PhuLuc, Table
from vanban.render.compose.head import header, titled
from vanban.render.compose.images import image_of
from vanban.render.compose.pieces import Desk, outlined, p, upper
from vanban.render.compose.tables import table_item
from vanban.render.lines import POINTS_IN_MM
from vanban.render.sheet import BOLD, BREAK, FigureItem, Item, P, Section
from vanban.thethuc import KINDS, writing
from vanban.thethuc.measures import PAGE_HEIGHT_MM, PAGE_WIDTH_MM
from vanban.tiengviet.dates import BLANK, BLANK_DATE

PIXELS_IN_INCH = 96
"""A picture without a width of its own is as large as a screen shows it."""


def body(desk: Desk, blocks: Sequence[Block], width_mm: float) -> list[Item]:
    """The blocks over a text width in mm."""
    items: list[Item] = []
    for block in blocks:
        if isinstance(block, Para):
            items += _para(desk, block)
        elif isinstance(block, Table):
            if block.caption:
                items.append(P(t="p", s="ten_bang", r=desk.runs(block.caption)))
            items.append(table_item(block, width_mm, desk.look.co_chu_bang, desk.runs))
        else:
            items += _figure(desk, block, width_mm)
    return items


def _para(desk: Desk, block: Para) -> list[Item]:
    """One paragraph, or two where number and title stand on lines of their own (II.6.đ)."""
    runs = desk.runs(block.text)
    match block.loai:
        case "phan" | "chuong":
            word = "Phần" if block.loai == "phan" else "Chương"
            return [p("phan", f"{word} {block.so}"), P(t="p", s="phan_tieu_de", r=upper(runs))]
        case "muc" if not block.so.isdecimal():
            return [P(t="p", s="muc_la_ma", r=[(f"{block.so}. ", 0), *upper(runs)])]
        case "muc" | "tieu_muc":
            word = "Mục" if block.loai == "muc" else "Tiểu mục"
            return [p("muc", f"{word} {block.so}"), P(t="p", s="muc_tieu_de", r=upper(runs))]
        case "dieu":
            style, look = ("dieu", 0) if block.titled else ("dieu_loi", BOLD)
            return [P(t="p", s=style, r=[(f"Điều {block.so}. ", look), *runs])]
        case "khoan":
            style = "khoan_tieu_de" if block.titled else "khoan"
            return [P(t="p", s=style, r=[(f"{block.so}. ", 0), *runs])]
        case "diem":
            style = "diem_tieu_de" if block.titled else "diem"
            return [P(t="p", s=style, r=[(f"{block.so}) ", 0), *runs])]
        case "gach" | "cong":
            return [P(t="p", s="doan", r=[("- " if block.loai == "gach" else "+ ", 0), *runs])]
        case _:
            return [P(t="p", s="doan", r=runs)]


def _figure(desk: Desk, block: Figure, width_mm: float) -> list[Item]:
    image = image_of(block)
    desk.images.append(image)
    px_wide, px_high = image["px"]
    wide = min(block.width_mm or px_wide * 25.4 / PIXELS_IN_INCH, width_mm)
    figure = FigureItem(
        t="figure",
        image=len(desk.images) - 1,
        alt=block.alt,
        w=round(wide, 2),
        h=round(wide * px_high / px_wide, 2),
    )
    return [figure, P(t="p", s="ten_hinh", r=desk.runs(block.caption))] if block.caption else [figure]


def close(items: list[Item]) -> None:
    """Put "./." at the end of the content, in place of the last full stop (forms of annex III).

    After a table or picture it takes a line of its own.
    """
    if not items:
        return
    last = items[-1]
    if last["t"] == "p" and last["s"] != "ten_hinh":
        runs = last["r"]
        for index in range(len(runs) - 1, -1, -1):
            text, look = runs[index]
            if isinstance(text, str) and not look & BREAK:
                runs[index] = (text.rstrip().rstrip(".;:,") + writing.CLOSING, look)
                return
    items.append(p("doan", writing.CLOSING))


def annex_section(desk: Desk, annex: PhuLuc, number: str) -> Section:
    """An annex (III.1; Mẫu 2.1), or the paper that a decision issues (Mẫu 1.3) when ``annex.loai`` says so.

    ``number`` is the Roman number, "" where there is one annex only.
    """
    width = desk.look.text_width_mm + (PAGE_HEIGHT_MM - PAGE_WIDTH_MM if annex.ngang else 0)
    items: list[Item]
    if annex.loai:
        items = [
            header(desk, full=False),
            *titled(desk, KINDS[annex.loai].name, annex.tieu_de, _attached(desk)),
        ]
    else:
        title = annex.tieu_de.upper()
        name = [desk.title("phu_luc_tieu_de", title, width * POINTS_IN_MM)] if title else []
        attached = desk.title("kem_theo", _attached(desk), width * POINTS_IN_MM)
        rule = desk.rule("kem_theo", attached, width * POINTS_IN_MM)
        items = [p("phu_luc", f"Phụ lục {number}".rstrip()), *name, attached, rule]
    content = body(desk, annex.noi_dung, width)
    close(content)
    return Section(landscape=annex.ngang, items=outlined(items + content), foot=[])


def _attached(desk: Desk) -> str:
    """The "Kèm theo …" line, filled for paper, its places left blank for electronic issue (III.1.c)."""
    doc = desk.doc
    if doc.hinh_thuc == "giay":
        number, date = desk.number().removeprefix("Số: "), desk.date()
    else:
        number = f"{BLANK}/{writing.symbol_text(doc.kind, doc.ky_hieu, doc.co_quan[0])}"
        date = BLANK_DATE
    return f"(Kèm theo {doc.kind.name} số {number} {date} của {desk.issuer})"
