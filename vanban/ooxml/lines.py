"""Horizontal lines, however they were made, and the paragraph with text that each stands under."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from vanban.ooxml.properties import Border, Setting
from vanban.ooxml.shapes import ShapeLine
from vanban.ooxml.wml import MM_IN_POINT
from vanban.paper import DrawnLine, Paragraph

_LETTERS_AS_LINE = re.compile(r"(?:[_\-\u2010-\u2015\u2212\u2500\u2501\u2550]\s*){3,}\Z")
_SINGLE = 1.15
"""Height of a single line of Times New Roman, as a multiple of the size."""
_CAPITAL, _SMALL = 0.66, 0.46
"""Usual widths of letters, as multiples of the size: enough to tell how many lines a text takes."""
_NEAR = 8
"""How many paragraphs before and after the anchor are looked at."""
_CENTRED_MM, _CENTRED_SHARE = 3.0, 0.06
"""How far the middle of a line may be off the middle of its column."""
_CELL_GAP_MM = 3.8
"""Between the texts of two cells side by side."""
_STORIES = ("body", "textbox")


@dataclass(frozen=True)
class Met:
    """A paragraph as the walk met it; ``place`` is one number for each cell, box or story."""

    paragraph: Paragraph
    place: int
    setting: Setting
    mark_pt: float = 14
    """Size of the mark at its end: of the paragraph itself where it is empty."""
    shapes: tuple[ShapeLine, ...] = ()
    cell_bottom: Border | None = None
    """The lower side of the cell that this is the last paragraph of."""

    @property
    def has_text(self) -> bool:
        """Whether it has words, not white space or letters that make a line alone."""
        text = self.paragraph.text.strip()
        return bool(text) and _LETTERS_AS_LINE.match(text) is None

    @property
    def height_mm(self) -> float:
        """About how high its lines are together."""
        paragraph, look = self.paragraph, self.paragraph.look
        size = max((run.look.size_pt for run in paragraph.runs if run.text), default=self.mark_pt)
        room = max(paragraph.width_mm - look.left_mm - look.right_mm, 1) / MM_IN_POINT
        lines = sum(max(1, math.ceil(_width(part, size) / room)) for part in paragraph.text.split("\n"))
        pitch = _SINGLE * size * (look.line or 1)
        if look.line_pt:
            pitch = look.line_pt if look.fixed_line else max(look.line_pt, pitch)
        return lines * pitch * MM_IN_POINT


def find_lines(met: Sequence[Met]) -> tuple[DrawnLine, ...]:
    """The lines of the body and its text boxes, in the order of the paragraphs they hang under."""
    places: dict[int, list[Met]] = {}
    for one in met:
        if one.paragraph.story in _STORIES:
            places.setdefault(one.place, []).append(one)
    found: list[DrawnLine] = []
    for place in places.values():
        for index, one in enumerate(place):
            for lines in (_from_shapes, _from_borders, _from_letters):
                found += (replace(line, anchor=one.paragraph.anchor) for line in lines(one, index, place, places))
    return tuple(sorted(found, key=lambda line: line.number))


def _from_shapes(one: Met, index: int, place: list[Met], places: dict[int, list[Met]]) -> Iterator[DrawnLine]:
    for nth, shape in enumerate(one.shapes):
        across, width = shape.across_mm, one.paragraph.width_mm
        length = shape.length_mm or (shape.share or 1) * width
        here, at = place, index
        if across is not None:
            here, across = _beside(one, place, across, length, places)
            at = index if here is place else 0
            width = here[0].paragraph.width_mm
        owner = _nearest(here, at, shape.down_mm) or _before(one, places)
        if owner is None:
            continue
        centred = shape.centred
        if centred is None and across is not None:
            centred = _is_centred(across + length / 2, width)
        number = owner.paragraph.number
        yield DrawnLine(number, "shape", round(length, 2), shape.dashed, centred, shape=nth)


def _nearest(place: list[Met], index: int, down: float | None) -> Met | None:
    """The paragraph with text whose foot is nearest to ``down`` mm under the top of the one at ``index``."""
    anchor = place[index]
    if down is None:
        if anchor.has_text:
            return anchor
        return _last_text(place[:index]) or next((one for one in place[index:] if one.has_text), None)
    feet: list[tuple[float, int, Met]] = []
    top = 0.0
    for at in range(index, min(index + _NEAR, len(place))):
        one = place[at]
        feet.append((top + one.height_mm, at, one))
        after = place[at + 1].paragraph.look.before_pt or 0 if at + 1 < len(place) else 0
        top += one.height_mm + ((one.paragraph.look.after_pt or 0) + after) * MM_IN_POINT
    top = 0.0
    for at in range(index - 1, max(index - _NEAR, 0) - 1, -1):
        one = place[at]
        top -= (
            (place[at + 1].paragraph.look.before_pt or 0) + (one.paragraph.look.after_pt or 0)
        ) * MM_IN_POINT
        feet.append((top, at, one))
        top -= one.height_mm
    with_text = [foot for foot in feet if foot[2].has_text]
    return min(with_text, key=lambda foot: (abs(foot[0] - down), foot[1]))[2] if with_text else None


def _beside(
    one: Met, place: list[Met], across: float, length: float, places: dict[int, list[Met]]
) -> tuple[list[Met], float]:
    """The cell of the same row that a line really stands in, and how far from its left edge."""
    cell = one.paragraph.cell
    if cell is None:
        return place, across
    row = {
        other[0].paragraph.cell.column: other
        for other in places.values()
        if (found := other[0].paragraph.cell)
        and (found.table, found.row) == (cell.table, cell.row)
        and other[0].paragraph.story == one.paragraph.story
    }
    here, column = place, cell.column
    while across + length / 2 > here[0].paragraph.width_mm + _CELL_GAP_MM / 2:
        after = min((c for c in row if c > column), default=None)
        if after is None:
            return place, across
        across -= here[0].paragraph.width_mm + _CELL_GAP_MM
        here, column = row[after], after
    while across + length / 2 < -_CELL_GAP_MM / 2:
        before = max((c for c in row if c < column), default=None)
        if before is None:
            return place, across
        here, column = row[before], before
        across += here[0].paragraph.width_mm + _CELL_GAP_MM
    return here, across


def _from_borders(
    one: Met, index: int, place: list[Met], places: dict[int, list[Met]]
) -> Iterator[DrawnLine]:
    """The lower and the upper side of a paragraph; a frame all around is not a line."""
    setting, look = one.setting, one.paragraph.look
    above = _last_text(place[:index]) or (None if one.has_text else _before(one, places))
    if one.cell_bottom and (owner := one if one.has_text else above):
        yield DrawnLine(
            owner.paragraph.number, "border", round(one.paragraph.width_mm + _CELL_GAP_MM, 2),
            one.cell_bottom.dashed, centred=True,
        )  # fmt: skip
    if any(side is not None and side.visible for side in (setting.left_side, setting.right_side)):
        return
    left = look.left_mm + min(look.first_mm, 0)
    length = round(one.paragraph.width_mm - left - look.right_mm, 2)
    centred = abs(left - look.right_mm) <= 2 * _CENTRED_MM
    if setting.bottom and setting.bottom.visible and not _same_frame(one, place[index + 1 : index + 2]):
        owner = one if one.has_text else above
        if owner:
            yield DrawnLine(owner.paragraph.number, "border", length, setting.bottom.dashed, centred)
    if (
        setting.top
        and setting.top.visible
        and above
        and not _same_frame(one, place[max(index - 1, 0) : index])
    ):
        yield DrawnLine(above.paragraph.number, "border", length, setting.top.dashed, centred)


def _same_frame(one: Met, neighbour: list[Met]) -> bool:
    """Whether two neighbours share one frame, so that nothing is drawn between them."""
    return any(
        (one.setting.top, one.setting.bottom, one.setting.left, one.setting.right)
        == (other.setting.top, other.setting.bottom, other.setting.left, other.setting.right)
        for other in neighbour
    )


def _from_letters(
    one: Met, index: int, place: list[Met], places: dict[int, list[Met]]
) -> Iterator[DrawnLine]:
    paragraph = one.paragraph
    looks = paragraph.look_at(0)
    if looks and all(look.underline for look in looks) and one.has_text:
        yield DrawnLine(paragraph.number, "underline", centred=paragraph.look.align == "center")
    last = paragraph.text.strip().rpartition("\n")[2].strip()
    if _LETTERS_AS_LINE.match(last):
        owner = one if one.has_text else _last_text(place[:index]) or _before(one, places)
        if owner is not None:
            yield DrawnLine(owner.paragraph.number, "underscores", centred=paragraph.look.align == "center")


def _last_text(place: Sequence[Met]) -> Met | None:
    return next((one for one in reversed(place) if one.has_text), None)


def _before(one: Met, places: dict[int, list[Met]]) -> Met | None:
    """The last text over a cell without any: in the same column of the rows above."""
    cell = one.paragraph.cell
    if cell is None:
        return None
    above = [
        other
        for place in places.values()
        for other in place
        if (found := other.paragraph.cell)
        and (found.table, found.column) == (cell.table, cell.column)
        and found.row < cell.row
    ]
    return _last_text(above)


def _is_centred(middle: float, width: float) -> bool:
    return abs(middle - width / 2) <= max(_CENTRED_MM, _CENTRED_SHARE * width)


def _width(text: str, size: float) -> float:
    return sum(_CAPITAL if letter.isupper() else _SMALL for letter in text) * size
