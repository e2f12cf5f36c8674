"""A ruled table → rows: widths in twips, merged cells, head rows that repeat."""

from __future__ import annotations

from collections.abc import Mapping

from vanban.render.docx.rows import END_CELL, END_ROW, END_TABLE, Extra, Row
from vanban.render.docx.styles import JUSTIFY, size_xml, style_id
from vanban.render.lines import twips
from vanban.render.sheet import TableCell, TableItem
from vanban.thethuc import TextStyle

_PLAIN: dict[str, str | int] = {"vAlign": "center"}


def table(item: TableItem, styles: Mapping[str, TextStyle]) -> list[Row]:
    """The rows of a table; each of its own rows stays on one page."""
    columns = [twips(width) for width in item["w"]]
    head, body = (_Look(styles[name], item["size"]) for name in ("bang_dau", "bang"))
    rows: list[Row] = [("tbl", "", (columns, True), {})]
    for number, cells in enumerate(item["rows"]):
        look = head if number < item["head"] else body
        rows.append(("tr", "", look is head, {}))
        for x, cell in enumerate(cells):
            if cell.get("cover") not in ("left", "up"):
                span = cell.get("cs", 1)
                width = columns[x] if span == 1 else sum(columns[x : x + span])
                rows += (("tc", width, _properties(cell, span), {}), look.paragraph(cell), END_CELL)
        rows.append(END_ROW)
    rows.append(END_TABLE)
    return rows


def _properties(cell: TableCell, span: int) -> dict[str, str | int]:
    """How a cell is merged and placed; Word wants a cell wherever one is covered from above."""
    if span == 1 and "cover" not in cell and cell.get("rs", 1) == 1:
        return _PLAIN
    properties: dict[str, str | int] = {"gridSpan": span}
    if "cover" in cell:
        properties["vMerge"] = "continue"
    elif cell.get("rs", 1) > 1:
        properties["vMerge"] = "restart"
    return properties | _PLAIN


class _Look:
    """How the paragraphs of a table's head or body look."""

    def __init__(self, style: TextStyle, size_pt: float) -> None:
        self._id = style_id(style.id)
        self._align = style.align
        letters: Extra = {} if size_pt == style.size_pt else {"letters": size_xml(size_pt)}
        self._extras: dict[str, Extra] = {
            align: letters if align == style.align else {**letters, "jc": word}
            for align, word in JUSTIFY.items()
        }

    def paragraph(self, cell: TableCell) -> Row:
        return ("p", self._id, cell["r"], self._extras[cell.get("a", self._align)])
