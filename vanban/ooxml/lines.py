"""Horizontal lines, however they were made, and the paragraph with text that each stands under."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

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
"""How many paragraphs before and after the anchor, or rows above it, are looked at."""
_FAR = 40
"""How many paragraphs without text may part a line from the text it stands under."""
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

    @cached_property
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
    stand = _Stand(met)
    found: list[DrawnLine] = []
    for place in stand.places.values():
        for index, one in enumerate(place):
            lines: list[DrawnLine] = []
            if one.shapes:
                lines += _from_shapes(one, index, place, stand)
            if one.cell_bottom or one.setting.top or one.setting.bottom:
                lines += _from_borders(one, index, place, stand)
            lines += _from_letters(one, index, place, stand)
            found += (replace(line, anchor=one.paragraph.anchor) for line in lines)
    return tuple(sorted(found, key=lambda line: line.number))


class _Stand:
    """Which paragraphs stand together in one cell, box or column, and which cells beside one another."""

    def __init__(self, met: Sequence[Met]) -> None:
        self.places: dict[int, list[Met]] = {}
        self.rows: dict[tuple[int, int], dict[int, list[Met]]] = {}
        for one in met:
            if one.paragraph.story not in _STORIES:
                continue
            place = self.places.setdefault(one.place, [])
            place.append(one)
            cell = one.paragraph.cell
            if cell is not None:
                self.rows.setdefault((cell.table, cell.row), {}).setdefault(cell.column, place)

    def above(self, place: list[Met], index: int) -> Met | None:
        """The text over a paragraph: in its place, or in the same column of the rows above."""
        found = _last_text(place, index)
        cell = place[index].paragraph.cell
        if found is not None or cell is None:
            return found
        for row in range(cell.row - 1, max(cell.row - _NEAR, 0), -1):
            higher = self.rows.get((cell.table, row), {}).get(cell.column, [])
            found = _last_text(higher, len(higher))
            if found is not None:
                return found
        return None

    def beside(self, place: list[Met], across: float, length: float) -> tuple[list[Met], float]:
        """The cell of the same row that a line really stands in, and how far from its left edge."""
        cell = place[0].paragraph.cell
        row = self.rows[cell.table, cell.row] if cell else {}
        if cell is None or row.get(cell.column) is not place:
            return place, across
        columns = sorted(row)
        at, left = columns.index(cell.column), across
        while not -_CELL_GAP_MM / 2 <= left + length / 2 <= _width_of(row[columns[at]]) + _CELL_GAP_MM / 2:
            step = 1 if left > 0 else -1
            if not 0 <= at + step < len(columns):
                return place, across
            left -= step * (_width_of(row[columns[at if step > 0 else at - 1]]) + _CELL_GAP_MM)
            at += step
        return row[columns[at]], left


def _from_shapes(one: Met, index: int, place: list[Met], stand: _Stand) -> Iterator[DrawnLine]:
    for nth, shape in enumerate(one.shapes):
        length = shape.length_mm or (shape.share or 1) * one.paragraph.width_mm
        here, across = place, shape.across_mm
        if across is not None:
            here, across = stand.beside(place, across, length)
        at = index if here is place else 0
        owner = _nearest(here, at, shape.down_mm) or stand.above(place, index)
        if owner is None:
            continue
        centred = shape.centred
        if centred is None and across is not None and owner.paragraph.look.align == "center":
            centred = _is_centred(across + length / 2, _width_of(here))
        number = owner.paragraph.number
        yield DrawnLine(number, "shape", round(length, 2), shape.dashed, centred, shape=nth)


def _nearest(place: list[Met], index: int, down: float | None) -> Met | None:
    """The paragraph with text whose foot is nearest to ``down`` mm under the top of the one at ``index``."""
    anchor = place[index]
    if down is None:
        following = (one for one in place[index : index + _NEAR] if one.has_text)
        return anchor if anchor.has_text else _last_text(place, index) or next(following, None)
    feet = [foot for foot in (*_feet_below(place, index), *_feet_above(place, index)) if foot[1].has_text]
    return min(feet, key=lambda foot: (abs(foot[0] - down), foot[1].paragraph.number))[1] if feet else None


def _feet_below(place: list[Met], index: int) -> Iterator[tuple[float, Met]]:
    """How far under the top of a paragraph it and those after it end, in mm."""
    top = 0.0
    for at in range(index, min(index + _NEAR, len(place))):
        if at > index:
            top += _gap(place[at - 1], place[at])
        top += place[at].height_mm
        yield top, place[at]


def _feet_above(place: list[Met], index: int) -> Iterator[tuple[float, Met]]:
    """How far over the top of a paragraph those before it end, in mm, as negative lengths."""
    foot = 0.0
    for at in range(index - 1, max(index - _NEAR, 0) - 1, -1):
        foot -= _gap(place[at], place[at + 1])
        yield foot, place[at]
        foot -= place[at].height_mm


def _gap(upper: Met, lower: Met) -> float:
    """The space between two paragraphs, in mm."""
    return ((upper.paragraph.look.after_pt or 0) + (lower.paragraph.look.before_pt or 0)) * MM_IN_POINT


def _from_borders(one: Met, index: int, place: list[Met], stand: _Stand) -> Iterator[DrawnLine]:
    """The lower and the upper side of a paragraph and of its cell; a frame all around is not a line."""
    setting, look = one.setting, one.paragraph.look
    if not (one.cell_bottom or setting.top or setting.bottom):
        return
    above = stand.above(place, index)
    owner = one if one.has_text else above
    if one.cell_bottom and owner:
        length = round(one.paragraph.width_mm + _CELL_GAP_MM, 2)
        yield DrawnLine(owner.paragraph.number, "border", length, one.cell_bottom.dashed, centred=True)
    if any(side is not None and side.visible for side in (setting.left_side, setting.right_side)):
        return
    left = look.left_mm + min(look.first_mm, 0)
    length = round(one.paragraph.width_mm - left - look.right_mm, 2)
    centred = abs(left - look.right_mm) <= 2 * _CENTRED_MM
    if setting.bottom and setting.bottom.visible and owner and not _same_frame(one, place, index + 1):
        yield DrawnLine(owner.paragraph.number, "border", length, setting.bottom.dashed, centred)
    if setting.top and setting.top.visible and above and not _same_frame(one, place, index - 1):
        yield DrawnLine(above.paragraph.number, "border", length, setting.top.dashed, centred)


def _same_frame(one: Met, place: list[Met], neighbour: int) -> bool:
    """Whether a neighbour shares its frame, so that nothing is drawn between them."""
    if not 0 <= neighbour < len(place):
        return False
    mine, other = one.setting, place[neighbour].setting
    return (mine.top, mine.bottom, mine.left, mine.right) == (
        other.top,
        other.bottom,
        other.left,
        other.right,
    )


def _from_letters(one: Met, index: int, place: list[Met], stand: _Stand) -> Iterator[DrawnLine]:
    paragraph = one.paragraph
    centred = paragraph.look.align == "center"
    looks = paragraph.look_at(0)
    if looks and all(look.underline for look in looks) and one.has_text:
        yield DrawnLine(paragraph.number, "underline", centred=centred)
    last = paragraph.text.strip().rpartition("\n")[2].strip()
    if _LETTERS_AS_LINE.match(last):
        owner = one if one.has_text else stand.above(place, index)
        if owner is not None:
            yield DrawnLine(owner.paragraph.number, "underscores", centred=centred)


def _last_text(place: Sequence[Met], index: int) -> Met | None:
    """The last paragraph with text before the one at ``index``, not farther than a page."""
    return next(
        (place[at] for at in range(index - 1, max(index - _FAR, 0) - 1, -1) if place[at].has_text), None
    )


def _width_of(place: list[Met]) -> float:
    return place[0].paragraph.width_mm


def _is_centred(middle: float, width: float) -> bool:
    return abs(middle - width / 2) <= max(_CENTRED_MM, _CENTRED_SHARE * width)


def _width(text: str, size: float) -> float:
    return sum(_CAPITAL if letter.isupper() else _SMALL for letter in text) * size
