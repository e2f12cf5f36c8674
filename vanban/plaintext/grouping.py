"""The lines of a table → its rows, where nothing but the words tells which lines make one row."""

from __future__ import annotations

import re
from collections.abc import Sequence

from vanban.plaintext.marks import is_ended

_TOTAL = re.compile(r"(?:tổng cộng|tổng số|tổng|cộng)\W*", re.IGNORECASE)
"""Begins a row without a number."""

Line = Sequence[str]
"""The words of a line in each column, "" for none."""


def group(lines: Sequence[Line]) -> list[list[Line]]:
    """The lines of each row: those around the one that has words in the first column.

    These words stand at the top of their row, or in its middle: then as many lines of it are above as
    below. Lines at the end that belong to no row are left out.
    """
    anchors = [place for place, line in enumerate(lines) if line[0] or any(map(_TOTAL.fullmatch, line))]
    if not anchors:
        return [[line] for line in lines]
    stops = _in_middle(lines, anchors) if _is_in_middle(lines, anchors) else [*anchors[1:], len(lines)]
    return [list(lines[start:stop]) for start, stop in zip([0, *stops], stops, strict=False)]


def with_whole_columns(groups: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """The rows with columns put together that no row has words in side by side: a head set off its column."""
    kept = [[tuple(line) for line in row] for row in groups]
    column = 0
    while column + 1 < len(kept[0][0]):
        if any(_is_filled(row, column) and _is_filled(row, column + 1) for row in kept):
            column += 1
            continue
        kept = [
            [(*line[:column], line[column] or line[column + 1], *line[column + 2 :]) for line in row]
            for row in kept
        ]
    return [list(row) for row in kept]


def _is_filled(row: Sequence[Line], column: int) -> bool:
    return any(line[column] for line in row)


def _is_in_middle(lines: Sequence[Line], anchors: Sequence[int]) -> bool:
    """Whether words stand above the first anchor, or a cell goes on around an anchor, not beside it."""
    if anchors[0]:
        return True
    held = set(anchors)
    return any(
        not cell and lines[place - 1][column] and lines[place + 1][column]
        for place in anchors
        if 0 < place < len(lines) - 1 and not {place - 1, place + 1} & held
        for column, cell in enumerate(lines[place])
    )


def _in_middle(lines: Sequence[Line], anchors: Sequence[int]) -> list[int]:
    """Where rows end whose anchors stand in their middle: the cheapest way to part the lines."""
    best: dict[int, tuple[float, list[int]]] = {0: (0.0, [])}
    for anchor, limit in zip(anchors, [*anchors[1:], len(lines)], strict=True):
        ends = range(anchor + 1, limit + 1) if limit < len(lines) else _last_ends(lines, anchor)
        following: dict[int, tuple[float, list[int]]] = {}
        for start, (cost, stops) in best.items():
            for stop in ends:
                total = cost + abs((start + stop - 1) / 2 - anchor) + _torn(lines, stop)
                if stop not in following or total < following[stop][0]:
                    following[stop] = (total, [*stops, stop])
        best = following
    return min(best.values())[1]


def _last_ends(lines: Sequence[Line], anchor: int) -> list[int]:
    """Where the last row may end: behind the last line, or before sentences that stand below the table."""
    ends = [len(lines)]
    while ends[-1] - 1 > anchor and _is_sentence(lines[ends[-1] - 1]):
        ends.append(ends[-1] - 1)
    return ends


def _is_sentence(line: Line) -> bool:
    words = [cell for cell in line if cell]
    return len(words) == 1 and words[0][:1].isupper() and is_ended(words[0])


def _torn(lines: Sequence[Line], stop: int) -> int:
    """How many cells would begin amid a sentence if a row ended before a line."""
    return sum(cell[:1].islower() for cell in lines[stop][1:]) if stop < len(lines) else 0
