"""Tables made of letters: cells between strokes, between tabs, or in columns that spaces keep free."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from vanban.plaintext.columns import find_columns
from vanban.plaintext.grouping import group
from vanban.plaintext.marks import begins
from vanban.plaintext.rows import Row

Cells = tuple[tuple[str, ...], ...]
"""The lines of each cell of a row of a table."""

_STROKES = re.compile(r"[|│┃║]")
_BORDER = re.compile(r"[+|│┃║┌┐└┘├┤┬┴┼╔╗╚╝╠╣╦╩╬─━═=:\s-]+")
_SPACES = re.compile(r" {2,}")
_LEAST_ROWS, _LEAST_COLUMNS = 3, 3
_LEAST_INDENT = 4
_MOST_BLANK = 1


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: its rows of cells, and the row of the text where it begins."""

    rows: tuple[Cells, ...]
    first: Row


def find_grid(rows: Sequence[Row], at: int) -> tuple[Grid, int] | None:
    """The table that begins at a row, and the row after it; None where none begins."""
    return _between_strokes(rows, at) or _between_tabs(rows, at) or _between_spaces(rows, at)


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
    return Grid(tuple(_stacked([_cells(row) for row in group]) for group in groups if group), rows[at]), stop


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
    return Grid(tuple(_stacked([line]) for line in lines), rows[at]), stop


# Spaces -----------------------------------------------------------------------------------------------


def _between_spaces(rows: Sequence[Row], at: int) -> tuple[Grid, int] | None:
    if not _may_begin(rows, at):
        return None
    stop, starts = _region(rows, at)
    lines = [_at_columns(row, starts) for row in rows[at:stop]]
    several = sum(sum(map(bool, line)) > 1 for line in lines)
    if len(starts) < _LEAST_COLUMNS or several < 2 or len(lines) < _LEAST_ROWS:
        return None
    groups = group(lines)
    return Grid(tuple(map(_stacked, groups)), rows[at]), at + sum(map(len, groups))


def _may_begin(rows: Sequence[Row], at: int) -> bool:
    """Whether a row has a gap, or is the upper line of a cell in a row of a table that has some."""
    row = rows[at]
    if "\t" in row.text:
        return False
    if _SPACES.search(row.words):
        return True
    if row.indent < _LEAST_INDENT or begins(row.words) or at + 1 == len(rows) or rows[at + 1].blank:
        return False
    below = rows[at + 1]
    gaps = [gap.span() for gap in _SPACES.finditer(below.text, below.indent)]
    return bool(gaps) and not any(row.indent < start and end < row.end for start, end in gaps)


def _region(rows: Sequence[Row], at: int) -> tuple[int, list[int]]:
    """The row after those that leave the same columns free, and where the words between these begin."""
    left, right = rows[at].indent, rows[at].end
    free = [gap.span() for gap in _SPACES.finditer(rows[at].text, left)]
    stop = at + 1
    for row in rows[stop:]:
        narrowed = _narrowed(row, free, left, right)
        if row.blank > _MOST_BLANK or row.turned or "\t" in row.text or narrowed is None:
            break
        free, left, right = narrowed, min(left, row.indent), max(right, row.end)
        stop += 1
    return stop, [left, *(end for _start, end in free)]


def _narrowed(
    row: Row, free: Sequence[tuple[int, int]], left: int, right: int
) -> list[tuple[int, int]] | None:
    """What a row leaves free of columns, and what it adds to them; None where it crosses one of them."""
    filled = _filled(row.text, [end for _start, end in free])
    kept: list[tuple[int, int]] = []
    spans = sorted([*free, *_beyond(row, left, right)])
    for start, end in spans:
        parts = _parts(start, end, filled)
        if not parts:
            return None
        kept += parts
    return kept


def _beyond(row: Row, left: int, right: int) -> Iterator[tuple[int, int]]:
    """The gap between the rows above and one that stands wholly or partly beside them."""
    for gap in _SPACES.finditer(row.text, row.indent):
        if gap.start() >= right or gap.end() <= left:
            yield gap.span()
    if row.indent >= right + 2:
        yield right, row.indent
    if row.end + 2 <= left:
        yield row.end, left


def _filled(text: str, ends: Sequence[int]) -> list[tuple[int, int]]:
    """Where a row has words; a single space before a column that others begin at parts them."""
    spans = []
    start = len(text) - len(text.lstrip())
    for gap in re.finditer(" +", text[start:]):
        a, b = start + gap.start(), start + gap.end()
        if b - a > 1 or b in ends:
            spans.append((a, b))
    filled = []
    for a, b in spans:
        filled.append((start, a))
        start = b
    return [*filled, (start, len(text))]


def _parts(start: int, end: int, filled: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    parts = []
    for a, b in filled:
        if b <= start or a >= end:
            continue
        if a > start:
            parts.append((start, a))
        start = b
    return [*parts, (start, end)] if start < end else parts


def _at_columns(row: Row, starts: Sequence[int]) -> list[str]:
    ends = [*starts[1:], max(row.end, starts[-1])]
    return [row.text[start:end].strip() for start, end in zip([0, *starts[1:]], ends, strict=True)]
