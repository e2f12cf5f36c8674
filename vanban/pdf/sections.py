"""Sheets → sections: pages of one size that are numbered through, with the margins that their text shows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from vanban.pdf.columns import rows_of
from vanban.pdf.drawing import MM
from vanban.pdf.sheets import Sheet

_SAME_SIZE_PT = 3.0
_SAME_EDGE_PT = 1.5
_LONG = 0.55
"""Which share of the paper's width a line takes at least to show where the margins are."""
DEFAULT_MM = {"top": 20.0, "bottom": 20.0, "left": 30.0, "right": 15.0}
"""The margins of a page without a line or table that shows them (Phụ lục I, Phần I, I.4)."""


@dataclass(frozen=True)
class Pages:
    """Sheets of one section; ``left`` and ``right`` are the edges of its text in pt, margins in mm."""

    sheets: tuple[Sheet, ...]
    left: float
    right: float
    top_mm: float
    bottom_mm: float

    @property
    def width_mm(self) -> float:
        """Of the paper."""
        return self.sheets[0].width * MM

    @property
    def height_mm(self) -> float:
        """Of the paper."""
        return self.sheets[0].height * MM


def read_sections(sheets: Sequence[Sheet]) -> list[Pages]:
    """The sections: a new one begins with another size of paper, or where page numbers begin anew."""
    groups: list[list[Sheet]] = []
    numbered = any(sheet.page_number for sheet in sheets)
    for sheet in sheets:
        if (
            groups
            and _same_paper(groups[-1][0], sheet)
            and not (numbered and _begins_anew(groups[-1], sheet))
        ):
            groups[-1].append(sheet)
        else:
            groups.append([sheet])
    return [_measured(group) for group in groups]


def number_on(sheet: Sheet) -> int | None:
    """The page number that a sheet shows."""
    found = re.search(r"\d+", sheet.page_number.text) if sheet.page_number else None
    return int(found[0]) if found else None


def _same_paper(one: Sheet, other: Sheet) -> bool:
    return max(abs(one.width - other.width), abs(one.height - other.height)) <= _SAME_SIZE_PT


def _begins_anew(group: Sequence[Sheet], sheet: Sheet) -> bool:
    """Whether the numbers of a section do not go on with this sheet."""
    number, last = number_on(sheet), number_on(group[-1])
    if number is None:
        return True
    return last is not None and number <= last


def _measured(group: list[Sheet]) -> Pages:
    width, height = group[0].width, group[0].height
    rows = [row for sheet in group for row in rows_of(sheet.body)]
    long = [row for row in rows if row.right - row.left >= _LONG * width]
    grids = [grid for sheet in group for grid in sheet.grids]
    left = _edge([row.left for row in long], [grid.across[0] for grid in grids], smallest=True)
    right = _edge([row.right for row in long], [grid.across[-1] for grid in grids], smallest=False)
    if left is None or right is None:
        left, right = DEFAULT_MM["left"] / MM, width - DEFAULT_MM["right"] / MM
    tops = [
        min([row.top for row in rows_of(s.body)] + [grid.top for grid in s.grids], default=None)
        for s in group
    ]
    feet = [
        max([row.bottom for row in rows_of(s.body)] + [g.bottom for g in s.grids], default=None)
        for s in group
    ]
    top = min((top * MM for top in tops if top is not None), default=DEFAULT_MM["top"])
    bottom = min(((height - foot) * MM for foot in feet if foot is not None), default=DEFAULT_MM["bottom"])
    return Pages(tuple(group), left, right, max(top, 0), max(min(bottom, DEFAULT_MM["bottom"]), 0))


def _edge(lines: Sequence[float], grids: Sequence[float], *, smallest: bool) -> float | None:
    """The outermost place where two lines begin or end; without such, where a table or the one line does."""
    ordered = sorted(lines, reverse=not smallest)
    for one, other in pairwise(ordered):
        if abs(one - other) <= _SAME_EDGE_PT:
            return one
    ordered = sorted(grids or lines, reverse=not smallest)
    return ordered[0] if ordered else None
