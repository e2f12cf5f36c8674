"""A table of the body → a table of the sheet: widths in mm, spans counted, numbers in the Vietnamese way."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, NamedTuple

from vanban.document.blocks import Inline, Run, Table
from vanban.render.sheet import BOLD, BREAK, NOTE, SheetRun, TableCell, TableItem
from vanban.tiengviet.numbers import so_vn

_ALIGN = {"trai": "left", "giua": "center", "phai": "right", "deu": "justify"}


class _Area(NamedTuple):
    """Merged cells: column and row of the one whose text they show, how many columns and rows they take."""

    x: int
    y: int
    wide: int
    high: int


def table_item(
    table: Table,
    width_mm: float,
    size_pt: float,
    runs_of: Callable[[Inline], list[SheetRun]],
) -> TableItem:
    """Lay a table out over ``width_mm``; header rows are bold and centred.

    ``runs_of`` turns the text of a cell into runs (and gathers its footnotes, in reading order).
    """
    areas = _areas(table)
    rows: list[list[TableCell]] = []
    for y, row in enumerate(table.rows):
        head = y < table.header_rows
        cells: list[TableCell] = []
        for x, (cell, column) in enumerate(zip(row, table.columns, strict=True)):
            area = areas.get((x, y))
            if area and cell.merge:
                cells.append(TableCell(r=[], cover=_cover(area, x, y), cs=area.wide))
                continue
            wide, high = (area.wide, area.high) if area else (1, 1)
            runs = runs_of(_numbers(cell.text) if column.number and not head else cell.text)
            if head:
                runs = [(text, look if look & (BREAK | NOTE) else look | BOLD) for text, look in runs]
            align = "center" if head else _ALIGN[column.align]
            cells.append(TableCell(r=runs, a=align, cs=wide, rs=high))
        rows.append(cells)
    whole = sum(column.width for column in table.columns)
    return TableItem(
        t="table",
        w=[round(width_mm * column.width / whole, 3) for column in table.columns],
        head=table.header_rows,
        rows=rows,
        size=size_pt,
    )


def _areas(table: Table) -> dict[tuple[int, int], _Area]:
    """The areas of more than one cell, by column and row of every cell in them."""
    origins: dict[tuple[int, int], tuple[int, int]] = {}
    for y, row in enumerate(table.rows):
        for x, cell in enumerate(row):
            if cell.merge:
                beside = (x - 1, y) if cell.merge == "left" else (x, y - 1)
                origins[x, y] = origins.setdefault(beside, beside)
    last = {origin: place for place, origin in origins.items()}  # cells come in reading order
    return {
        place: _Area(x, y, last[x, y][0] - x + 1, last[x, y][1] - y + 1) for place, (x, y) in origins.items()
    }


def _cover(area: _Area, x: int, y: int) -> Literal["left", "up", "up-start"]:
    if area.y == y:
        return "left"
    return "up-start" if area.x == x else "up"


def _numbers(text: Inline) -> Inline:
    """A cell that holds one whole number gets dots between its thousands; any other stays as typed."""
    if len(text) == 1 and isinstance(text[0], Run):
        run = text[0]
        digits = run.text.strip()
        if digits.isascii() and digits.removeprefix("-").isdigit() and not digits.startswith("0"):
            return (Run(so_vn(int(digits)), run.bold, run.italic),)
    return text
