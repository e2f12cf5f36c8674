"""Sheets → sections: pages of one size that are numbered through, with the margins that their text shows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from vanban.pdf.drawing import MM
from vanban.pdf.lines import Line
from vanban.pdf.paragraphs import Frame
from vanban.pdf.sheets import Sheet

_SAME_SIZE_PT = 3.0
_SAME_EDGE_PT, _CENTRED_PT = 1.5, 6.0
_INDENT_MM = (9.5, 13.2)
"""How far the first lines of paragraphs are set in, with what a drawing is off."""
_FEW = 8
"""Lines of a page up to which one long line shows its margins; among more it is long by chance."""
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
    def frame(self) -> Frame:
        """The text across the page."""
        return Frame(self.left, self.right)

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
    pieces = [piece for sheet in group for piece in sheet.body]
    grids = [grid for sheet in group for grid in sheet.grids]
    long = [piece for piece in pieces if _shows_margins(piece, width)]
    edges = [(piece.top, piece.bottom) for piece in pieces] + [(grid.top, grid.bottom) for grid in grids]
    lefts, rights = [piece.left for piece in long], [-piece.right for piece in long]
    unsure = not long or len(pieces) > _FEW
    usual_left, usual_right = DEFAULT_MM["left"] / MM, width - DEFAULT_MM["right"] / MM
    left = _edge(lefts, [grid.across[0] for grid in grids], [usual_left] if unsure else [])
    right = -_edge(rights, [-grid.across[-1] for grid in grids], [-usual_right] if unsure else [])
    top = min((top * MM for top, _bottom in edges), default=DEFAULT_MM["top"])
    room = min(((height - bottom) * MM for _top, bottom in edges), default=DEFAULT_MM["bottom"])
    return Pages(
        sheets=tuple(group),
        left=_before_indent(left, pieces),
        right=right,
        top_mm=max(top, 0),
        bottom_mm=max(min(room, DEFAULT_MM["bottom"]), 0),
    )


def _before_indent(left: float, pieces: Sequence[Line]) -> float:
    """The margin of a paper whose long lines all begin paragraphs: where its recipients begin."""
    least, most = (left - length / MM for length in (_INDENT_MM[1], _INDENT_MM[0]))
    listed = [piece.left for piece in pieces if least <= piece.left <= most and piece.text.startswith("-")]
    return _edge(listed, [], [left])


def _shows_margins(piece: Line, width: float) -> bool:
    """Whether a line is long, and not so because it is a long title in the middle."""
    left, right = DEFAULT_MM["left"] / MM, width - DEFAULT_MM["right"] / MM
    in_middle = abs(piece.middle - (left + right) / 2) <= _CENTRED_PT and piece.left - left > _CENTRED_PT
    return piece.right - piece.left >= _LONG * width and not in_middle


def _edge(lines: Sequence[float], grids: Sequence[float], usual: Sequence[float]) -> float:
    """The outermost place where two lines begin; else where a table does, or one line or most papers do."""
    for one, other in pairwise(sorted(lines)):
        if other - one <= _SAME_EDGE_PT:
            return one
    return min(grids or (*lines, *usual))
