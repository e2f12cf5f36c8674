"""Where the rows of a text are broken: its edge, as letters of Times or as letters of one width show it."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import fmean, pstdev

from vanban.plaintext.marks import begins, is_amid, is_ended
from vanban.plaintext.rows import Row

Measure = Callable[[str], float]

_WIDTHS = {
    **dict.fromkeys("ijlt.,;:'’‘/| ", 0.27),
    **dict.fromkeys("frI()[]-‑!“”", 0.35),
    **dict.fromkeys("szceaJ", 0.43),
    **dict.fromkeys("wABCRVXYZDGHNKOQUĐ", 0.71),
    **dict.fromkeys("MWm", 0.84),
    **dict.fromkeys("EFLPST–", 0.59),
}
_USUAL = 0.5
"""Widths of letters as multiples of the size."""
_COLUMN = 0.44
"""The width that programs take for a column."""
_SURE = 0.9
"""Which of the rows that are surely broken, from the shortest, tells the edge."""
_ROOM = 0.07
"""How far from the edge a row may end for which the next word had no room, as a share of the width."""


class _Times(dict[str, float]):
    def __missing__(self, letter: str) -> float:
        base = unicodedata.normalize("NFD", letter)[0]
        self[letter] = _WIDTHS.get(base, _USUAL)
        return self[letter]


_TIMES = _Times()


def _times(text: str) -> float:
    return sum(map(_TIMES.__getitem__, text))


def columns_of(words: str) -> float:
    """About how many columns words take up, for capitals are wider than small letters."""
    return _times(words) / _COLUMN


@dataclass(frozen=True, slots=True)
class Edge:
    """The width that rows were broken at; None where they were not."""

    width: float | None = None
    measure: Measure = len
    column: float = 1
    """The width of a column that stands free at the beginning of a row."""

    def is_full(self, row: Row, following: Row, *, room: float = _ROOM) -> bool:
        """Whether the first word of the following row had no room at the end of a row."""
        if self.width is None:
            return False
        first = following.words.split(maxsplit=1)[0]
        free = self.width - self.right(row)
        return free < self.measure(first) + self.measure(" ") + room * self.width

    def right(self, row: Row) -> float:
        """How far from the left a row ends."""
        return row.indent * self.column + self.measure(row.words)


def edge_of(rows: Sequence[Row]) -> Edge:
    """The edge that the rows tell which are surely broken, for a sentence goes on below them."""
    broken = [
        row
        for row, following in pairwise(rows)
        if not is_ended(row.words)
        and not row.upper
        and is_amid(following.words)
        and not begins(following.words)
    ]
    if not broken:
        return Edge()
    return min((_edge(broken, measure) for measure in (len, _times)), key=lambda found: found[0])[1]


def _edge(broken: Iterable[Row], measure: Measure) -> tuple[float, Edge]:
    """How much the rows differ from one another, and their edge."""
    rows = list(broken)
    letters = sum(len(row.words) for row in rows)
    column = sum(measure(row.words) for row in rows) / letters
    edge = Edge(None, measure, column)
    ends = sorted(map(edge.right, rows))
    width = ends[min(int(_SURE * len(ends)), len(ends) - 1)]
    kept = [end for end in ends if end > 0.7 * width]
    return pstdev(kept) / fmean(kept), Edge(width, measure, column)
