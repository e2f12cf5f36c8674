"""Which paragraphs stand in the middle, as the spaces before their rows tell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from vanban.paper import Align
from vanban.plaintext.edge import columns_of
from vanban.plaintext.marks import begins, is_anew, is_named_level
from vanban.plaintext.rows import Row

_OFF = 4
"""Columns by which the middle of a row may be off the middle of the text."""
_ROOM = 3
"""Columns that a row in the middle leaves free on either side, at least."""
_FAR_IN = 20
"""Columns that "Phụ lục" is set in by where the page lies on its long side and its middle is not known."""
_USUAL = 0.1
"""The share of rows from which on a place where they begin is no matter of chance."""
_EDGE = 0.9


@dataclass(frozen=True, slots=True)
class Frame:
    """The columns that text stands between, and those that many of its rows begin at."""

    left: int
    right: float
    starts: frozenset[int] = frozenset()


def frame_of(rows: Sequence[Row]) -> Frame:
    """The frame of the rows of a page or column."""
    ends = sorted(map(_end, rows)) or [0]
    seen = Counter(row.indent for row in rows)
    usual = {indent for indent, count in seen.items() if count > _USUAL * len(rows)}
    return Frame(min(seen, default=0), ends[min(int(_EDGE * len(ends)), len(ends) - 1)], frozenset(usual))


def align_of(rows: Sequence[Row], frame: Frame, *, below_middle: bool) -> Align:
    """How a paragraph is aligned: in the middle where all its rows are, for spaces tell no more.

    Where many rows begin, one is in the middle only in capitals, or right below a row that is.
    """
    words = rows[0].words
    near = frame.starts | {start + step for start in frame.starts for step in (-1, 1)}
    below = below_middle and rows[0].blank == 0 and not is_anew(words)
    if is_named_level(words) and rows[0].indent > frame.left + _FAR_IN:
        return "center"
    if begins(words) and not is_named_level(words):
        return "left"
    if rows[0].indent in near and not rows[0].upper and not below:
        return "left"
    return "center" if all(_in_middle(row, frame) for row in rows) else "left"


def align_in_column(rows: Sequence[Row]) -> Align:
    """How the rows of a narrow column are aligned: in the middle where they share that, and no edge."""
    if len(rows) < 2 or len({row.indent for row in rows}) < 2:
        return "left"
    middles = sorted((row.indent + _end(row)) / 2 for row in rows)
    middle = middles[len(middles) // 2]
    near = sum(abs(one - middle) <= _OFF / 2 for one in middles)
    return "center" if 2 * near > len(rows) else "left"


def _in_middle(row: Row, frame: Frame) -> bool:
    left, right = row.indent - frame.left, frame.right - _end(row)
    return left >= _ROOM and right >= _ROOM - _OFF and abs(left - right) <= 2 * _OFF


def _end(row: Row) -> float:
    return row.indent + columns_of(row.words)
