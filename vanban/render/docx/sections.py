"""The page of a section: paper, margins, page numbers that start anew and do not show on its first page."""

from __future__ import annotations

from vanban.render.lines import twips
from vanban.thethuc import Look
from vanban.thethuc import measures as m


def column_twips(look: Look, landscape: bool) -> int:
    """Width of the text, in twips."""
    width = m.PAGE_HEIGHT_MM if landscape else m.PAGE_WIDTH_MM
    return twips(width) - twips(look.le_trai) - twips(look.le_phai)


def section_xml(look: Look, references: str, landscape: bool = False) -> str:
    """A ``w:sectPr`` (Phụ lục I, Phần I, I.1 to I.3, I.7).

    Args:
        look: its margins; they stay where they are on a page that lies on its side.
        references: the ``w:headerReference`` and ``w:footerReference`` elements.
        landscape: whether the page lies on its side.
    """
    wide, high, side = twips(m.PAGE_WIDTH_MM), twips(m.PAGE_HEIGHT_MM), ""
    if landscape:
        wide, high, side = high, wide, ' w:orient="landscape"'
    return (
        f'<w:sectPr>{references}<w:type w:val="nextPage"/><w:pgSz w:w="{wide}" w:h="{high}"{side}/>'
        f'<w:pgMar w:top="{twips(look.le_tren)}" w:right="{twips(look.le_phai)}"'
        f' w:bottom="{twips(look.le_duoi)}" w:left="{twips(look.le_trai)}"'
        f' w:header="{twips(m.PAGE_NUMBER_FROM_TOP_MM)}" w:footer="{twips(m.ADDRESS_FROM_BOTTOM_MM)}"'
        ' w:gutter="0"/>'
        '<w:pgNumType w:start="1"/><w:titlePg/></w:sectPr>'
    )
