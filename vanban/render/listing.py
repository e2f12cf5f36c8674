"""A list as annex V has them: a title, lines under it, a rule, one table; no head and no foot."""

from __future__ import annotations

from dataclasses import dataclass

from vanban import fonts
from vanban.document.blocks import Table
from vanban.document.model import Document
from vanban.render.compose.pieces import Desk, outlined, p
from vanban.render.compose.tables import table_item
from vanban.render.lines import POINTS_IN_MM
from vanban.render.sheet import Item, Section, Sheet
from vanban.thethuc import Look
from vanban.thethuc.measures import PAGE_HEIGHT_MM, PAGE_WIDTH_MM


@dataclass(frozen=True, slots=True)
class Listing:
    """A list on pages that lie on their long side; ``date`` is ISO, ``author`` the office that made it."""

    title: str
    lines: tuple[str, ...]
    table: Table
    author: str
    date: str


def compose_listing(listing: Listing, look: Look) -> Sheet:
    """Lay a list out as data (Phụ lục V, mẫu IV)."""
    desk = Desk(Document(loai="bao-cao", co_quan=(listing.author,)), look, fonts.find_font_set())
    width = look.text_width_mm + PAGE_HEIGHT_MM - PAGE_WIDTH_MM
    titles = [p("ten_loai", listing.title), *(p("trich_yeu", line) for line in listing.lines)]
    items: list[Item] = [
        *titles,
        desk.rule("trich_yeu", titles[-1], width * POINTS_IN_MM),
        table_item(listing.table, width, look.co_chu_bang, desk.runs),
    ]
    return Sheet(
        title=" ".join((listing.title, *listing.lines)),
        author=listing.author,
        subject=listing.title,
        keywords=[listing.title],
        about={},
        date=listing.date,
        sections=[Section(landscape=True, items=outlined(items), foot=[])],
        notes=desk.notes,
        images=[],
    )
