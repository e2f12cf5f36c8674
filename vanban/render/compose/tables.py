"""A table of the body → a table of the sheet: widths in mm, spans counted, numbers in the Vietnamese way."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Literal

from vanban.document.blocks import Inline, Run, Table
from vanban.render.sheet import BOLD, BREAK, NOTE, SheetRun, TableCell, TableItem
from vanban.tiengviet.numbers import so_vn

_ALIGN = {"trai": "left", "giua": "center", "phai": "right", "deu": "justify"}


def table_item(
    table: Table,
    width_mm: float,
    size_pt: float,
    runs_of: Callable[[Inline], list[SheetRun]],
) -> TableItem:
    """Lay a table out over ``width_mm``; header rows are bold and centred.

    ``runs_of`` turns the text of a cell into runs (and gathers its footnotes, in reading order).
    """
    origins = _origins(table)
    spans = Counter((x, y) for row in origins for x, y in row)
    heights = {origin: 1 + y - origin[1] for y, row in enumerate(origins) for origin in row}
    rows: list[list[TableCell]] = []
    for y, row in enumerate(table.rows):
        cells: list[TableCell] = []
        for x, cell in enumerate(row):
            origin = origins[y][x]
            high = heights[origin]
            wide = spans[origin] // high
            if origin != (x, y):
                cells.append(TableCell(r=[], cover=_cover(origin, x, y), cs=wide))
                continue
            column = table.columns[x]
            head = y < table.header_rows
            runs = runs_of(_numbers(cell.text) if column.number and not head else cell.text)
            if head:
                runs = [(text, look if look & (BREAK | NOTE) else look | BOLD) for text, look in runs]
            cells.append(
                TableCell(
                    r=runs,
                    a="center" if head else _ALIGN[column.align],
                    cs=wide,
                    rs=high,
                )
            )
        rows.append(cells)
    whole = sum(column.width for column in table.columns)
    return TableItem(
        t="table",
        w=[round(width_mm * column.width / whole, 3) for column in table.columns],
        head=table.header_rows,
        rows=rows,
        size=size_pt,
    )


def _cover(origin: tuple[int, int], x: int, y: int) -> Literal["left", "up", "up-start"]:
    if origin[1] == y:
        return "left"
    return "up-start" if origin[0] == x else "up"


def _origins(table: Table) -> list[list[tuple[int, int]]]:
    """For every cell, column and row of the cell whose text it shows: itself, or what it is merged into."""
    grid: list[list[tuple[int, int]]] = []
    for y, row in enumerate(table.rows):
        line: list[tuple[int, int]] = []
        for x, cell in enumerate(row):
            line.append(
                {
                    "": (x, y),
                    "left": line[-1] if line else (x, y),
                    "up": grid[-1][x] if grid else (x, y),
                }[cell.merge]
            )
        grid.append(line)
    return grid


def _numbers(text: Inline) -> Inline:
    """A cell that holds one whole number gets dots between its thousands; any other stays as typed."""
    if len(text) == 1 and isinstance(text[0], Run):
        run = text[0]
        digits = run.text.strip()
        if digits.isascii() and digits.removeprefix("-").isdigit() and not digits.startswith("0"):
            return (Run(so_vn(int(digits)), run.bold, run.italic),)
    return text
