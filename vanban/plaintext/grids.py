"""Tables made of letters: cells between strokes, between tabs, or in columns that spaces keep free."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from vanban.plaintext.columns import find_columns
from vanban.plaintext.grouping import group, with_whole_columns
from vanban.plaintext.rows import Row
from vanban.plaintext.spaced import find_spaced

Cells = tuple[tuple[str, ...], ...]
"""The lines of each cell of a row of a table."""

_STROKES = re.compile(r"[|│┃║]")
_BORDER = re.compile(r"[+|│┃║┌┐└┘├┤┬┴┼╔╗╚╝╠╣╦╩╬─━═=:\s-]+")
_LEAST_ROWS = 3
"""Of a table of two columns between tabs, which may as well be two words."""


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: its rows of cells, the page of each, and whether a page begins with it.

    ``repeated`` are rows of its head that stand again on the pages it goes on to, and those pages.
    """

    rows: tuple[Cells, ...]
    pages: tuple[int, ...]
    turned: bool = False
    repeated: tuple[tuple[Cells, int], ...] = ()


def _grid(rows: Iterable[Cells], first: Row) -> Grid:
    rows = tuple(rows)
    return Grid(rows, (first.page,) * len(rows), first.turned)


def find_grid(rows: Sequence[Row], at: int) -> tuple[Grid, int] | None:
    """The table that begins at a row, and the row after it; None where none begins."""
    return _between_strokes(rows, at) or _between_tabs(rows, at) or _between_spaces(rows, at)


def with_rest(grid: Grid, rest: Grid) -> Grid | None:
    """A table with what the next page begins with; None where that is another table."""
    if not rest.turned or len({len(row) for row in (*grid.rows, *rest.rows)}) > 1:
        return None
    again = rest.rows[0] == grid.rows[0]
    repeated = ((rest.rows[0], rest.pages[0]),) if again else ()
    return Grid(
        grid.rows + rest.rows[again:],
        grid.pages + rest.pages[again:],
        grid.turned,
        grid.repeated + repeated,
    )


# Strokes ----------------------------------------------------------------------------------------------


def _is_border(row: Row) -> bool:
    return len(row.words) > 2 and bool(_BORDER.fullmatch(row.words)) and bool(re.search("[-─━═=]", row.words))


def _between_strokes(rows: Sequence[Row], at: int) -> tuple[Grid, int] | None:
    stop = at
    while stop < len(rows) and (_STROKES.search(rows[stop].words) or _is_border(rows[stop])):
        if rows[stop].blank and stop > at:
            break
        stop += 1
    block = rows[at:stop]
    filled = [row for row in block if not _is_border(row)]
    if len(filled) < 2 or len({len(_cells(row)) for row in filled}) > 2 or len(_cells(filled[0])) < 2:
        return None
    boxed = sum(row.words.startswith(("+", "├", "╠")) for row in block) > 2
    groups: list[list[Row]] = [[]]
    for row in block:
        if _is_border(row) or not boxed:
            groups.append([])
        if not _is_border(row):
            groups[-1].append(row)
    return _grid((_stacked([_cells(row) for row in group]) for group in groups if group), rows[at]), stop


def _cells(row: Row) -> list[str]:
    cells = [cell.strip() for cell in _STROKES.split(row.words)]
    if cells[0] == "" and len(cells) > 1:
        cells = cells[1:]
    return cells[:-1] if cells[-1] == "" and len(cells) > 1 else cells


def _stacked(lines: Sequence[Sequence[str]]) -> Cells:
    """Lines of a row of a table → the lines of each of its cells, empty ones left out."""
    columns = max(map(len, lines))
    return tuple(
        tuple(line[column] for line in lines if column < len(line) and line[column])
        for column in range(columns)
    )


# Tabs -------------------------------------------------------------------------------------------------


def _between_tabs(rows: Sequence[Row], at: int) -> tuple[Grid, int] | None:
    count = rows[at].text.count("\t")
    stop = at
    while (
        stop < len(rows)
        and count
        and rows[stop].text.count("\t") == count
        and not (rows[stop].blank and stop > at)
    ):
        stop += 1
    if stop - at < (_LEAST_ROWS if count == 1 else 2) or find_columns(rows, at, at):
        return None
    lines = [[cell.strip() for cell in row.text.split("\t")] for row in rows[at:stop]]
    return _grid((_stacked([line]) for line in lines), rows[at]), stop


# Spaces -----------------------------------------------------------------------------------------------


def _between_spaces(rows: Sequence[Row], at: int) -> tuple[Grid, int] | None:
    found = find_spaced(rows, at)
    if not found:
        return None
    lines, stop = found
    groups = group(lines)
    left_out = len(lines) - sum(map(len, groups))
    return _grid(map(_stacked, with_whole_columns(groups)), rows[at]), stop - left_out
