"""Pages as drawn → sheets: the text of the body, and apart from it page numbers, headers, footers, notes."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby, pairwise, takewhile
from math import prod

from vanban.pdf.columns import rows_of
from vanban.pdf.drawing import MM, DrawnPage, Letter, NoteKey, Picture, Stroke
from vanban.pdf.grids import Grid, find_grids
from vanban.pdf.lines import Line, read_lines

_MARGIN_MM = 27.0
"""How far from the edge of the paper what stands in a margin is at most."""
_NUMBER = re.compile(r"\W*(\d{1,4})\W*\Z")
_FOOT_SHARE = 0.8
"""From which share of the text's width on a rule parts a footer from the text."""
_USUAL_SHARE = 0.2
"""From which share of all letters on a size is one that text is set in."""
_NOTE_SMALLER_PT, _INDENT_PT = 0.9, 40.0
_BOX_SHARE = 0.25
"""Up to which share of the page's height a frame holds a text of its own; a larger one is an ornament."""
_SMALLEST_PICTURE_PT = 36.0
_BACKGROUND_SHARE = 0.5
"""A picture behind text that takes more of the page than this is its ground, or a scan of it."""
_POWERS, _UNIT = ("2", "3"), re.compile(r"(?<![^\W\d])[kdcm]?m\Z")
"""Raised numbers that are none of a footnote: square and cubic metres."""
_UNDER = 0.16
"""How far under its base line, as a multiple of the size, a line underlines text; lower down it is a rule."""
_COVERED = 0.9


@dataclass
class Sheet:
    """A page in parts. ``body`` are the pieces of its lines, ``rules`` the level lines drawn there."""

    number: int
    width: float
    height: float
    body: list[Line]
    grids: list[Grid]
    tabled: list[Letter]
    """The letters that stand in the grids."""
    pictures: list[Picture]
    """Those that stand between lines of text, not behind or over them."""
    rules: list[Stroke]
    page_number: Line | None = None
    at_foot: bool = False
    """Whether the page number stands at the foot."""
    headers: list[Line] = field(default_factory=list)
    footers: list[Line] = field(default_factory=list)
    notes: list[Line] = field(default_factory=list)
    uncalled: set[str] = field(default_factory=set)
    """The numbers of footnotes whose marks are not found in the text so far."""
    beside: list[Picture] = field(default_factory=list)
    """Pictures that stand in tables, beside text or behind it."""


def read_sheets(pages: Sequence[DrawnPage]) -> list[Sheet]:
    """The sheets of a paper."""
    sheets = [_sheet(page) for page in pages]
    for sheet in sheets:
        _take_page_number(sheet)
        _take_footer(sheet)
    _take_repeated(sheets)
    usual = _usual_size(sheets)
    running = False
    for sheet in sheets:
        _take_notes(sheet, usual, running=running)
        running = bool(sheet.notes)
    for above, sheet in pairwise(sheets):
        if sheet.uncalled:  # a note that did not fit on the page of its mark
            above.body = [with_marks(line, sheet.uncalled, sheet.number) for line in above.body]
        if above.uncalled:  # a line that went on to the next page without its note
            sheet.body = [with_marks(line, above.uncalled, above.number) for line in sheet.body]
    return sheets


def _sheet(page: DrawnPage) -> Sheet:
    found, strokes = find_grids(page.strokes)
    grids = [
        grid for grid in found if len(grid.cells) > 1 or grid.bottom - grid.top <= _BOX_SHARE * page.height
    ]
    level = [stroke for stroke in strokes if stroke.level]
    letters, rules = _underlined(page.letters, level)
    free: list[Letter] = []
    tabled: list[Letter] = []
    for letter in letters:
        (tabled if any(grid.holds(letter) for grid in grids) else free).append(letter)
    body = read_lines(free, page.number)
    large = [picture for picture in page.pictures if min(_extents(picture)) >= _SMALLEST_PICTURE_PT]
    pictures, beside = [], []
    for picture in large:
        if _stands_free(picture, letters):
            pictures.append(picture)
        elif prod(_extents(picture)) <= _BACKGROUND_SHARE * page.width * page.height:
            beside.append(picture)
    return Sheet(page.number, page.width, page.height, body, grids, tabled, pictures, rules, beside=beside)


def _extents(picture: Picture) -> tuple[float, float]:
    return picture.right - picture.left, picture.bottom - picture.top


def _stands_free(picture: Picture, letters: Sequence[Letter]) -> bool:
    """Whether no text runs beside a picture or over it."""
    return not any(picture.top < letter.base < picture.bottom for letter in letters)


def _underlined(letters: Sequence[Letter], strokes: Sequence[Stroke]) -> tuple[list[Letter], list[Stroke]]:
    """Mark the letters that lines stand close under; the lines that are left are rules."""
    out = sorted(letters, key=lambda letter: letter.base)
    bases = [letter.base for letter in out]
    rules: list[Stroke] = []
    for stroke in strokes:
        near = range(bisect_left(bases, stroke.top - 8), bisect_right(bases, stroke.top + 8))
        over = [
            at
            for at in near
            if -0.5 <= stroke.top - out[at].base <= _UNDER * out[at].size and _within(out[at], stroke)
        ]
        through = [
            at
            for at in near
            if 0.1 <= (out[at].base - stroke.top) / out[at].size <= 0.5 and _within(out[at], stroke)
        ]
        if _covered(out, over) >= _COVERED * stroke.length:
            for at in over:
                out[at] = replace(out[at], look=replace(out[at].look, underline=True))
        elif not through:
            rules.append(stroke)
    return out, rules


def _within(letter: Letter, stroke: Stroke) -> bool:
    return stroke.left - 1 <= (letter.left + letter.right) / 2 <= stroke.right + 1


def _covered(letters: Sequence[Letter], places: Sequence[int]) -> float:
    return sum(letters[at].right - letters[at].left for at in places)


def _take_page_number(sheet: Sheet) -> None:
    """A lone number in the margin at the top, or at the foot."""
    rows = rows_of(sheet.body)
    if len(rows) < 2 and not sheet.tabled:
        return
    for row, at_foot in ((rows[:1], False), (rows[-1:], True)):
        for line in row:
            depth = line.top if not at_foot else sheet.height - line.bottom
            if _NUMBER.match(line.text) and depth * MM <= _MARGIN_MM and _alone(line, rows, sheet):
                sheet.page_number, sheet.at_foot = line, at_foot
                _drop(sheet, line)
                return


def _alone(line: Line, rows: Sequence[Line], sheet: Sheet) -> bool:
    """Whether nothing stands within a line's height of it."""
    edges = [(row.top, row.bottom) for row in rows if row is not line]
    edges += [(grid.top, grid.bottom) for grid in sheet.grids]
    return all(
        top - line.bottom > 0.1 * line.size or line.top - bottom > 0.1 * line.size for top, bottom in edges
    )


def _take_footer(sheet: Sheet) -> None:
    """What stands under a rule across the foot of the page."""
    text = _extent(sheet)
    for rule in sorted(sheet.rules, key=lambda rule: rule.top):
        below = [line for line in sheet.body if line.base > rule.top]
        in_margin = (sheet.height - rule.top) * MM <= _MARGIN_MM
        if in_margin and rule.length >= _FOOT_SHARE * text and 0 < len(rows_of(below)) <= 3:
            sheet.footers += rows_of(below)
            sheet.rules.remove(rule)
            for line in sheet.footers:
                _drop(sheet, line)
            return


def _take_repeated(sheets: Sequence[Sheet]) -> None:
    """Lines in the margins that say the same on most pages."""
    if len(sheets) < 3:
        return
    counts: Counter[tuple[str, int]] = Counter()
    rows = {sheet.number: rows_of(sheet.body) for sheet in sheets}
    for sheet in sheets:
        counts.update(_key(row) for row in rows[sheet.number] if _in_margin(row, sheet))
    for sheet in sheets:
        for row in rows[sheet.number]:
            if _in_margin(row, sheet) and counts[_key(row)] >= max(3, len(sheets) // 2):
                (sheet.headers if row.top < sheet.height / 2 else sheet.footers).append(row)
                _drop(sheet, row)


def _key(row: Line) -> tuple[str, int]:
    return row.text, round(row.base / 2)


def _in_margin(row: Line, sheet: Sheet) -> bool:
    return min(row.bottom, sheet.height - row.top) * MM <= _MARGIN_MM


def _take_notes(sheet: Sheet, usual: float, *, running: bool) -> None:
    """Small text at the foot from the first raised number on; its marks in the text go with it.

    ``running`` says that the page before has notes: then they may go on here, under a rule.
    """
    rows = rows_of(sheet.body)
    foot = max((grid.bottom for grid in sheet.grids), default=0)
    small = list(
        takewhile(lambda row: row.size <= usual - _NOTE_SMALLER_PT and row.top > foot, reversed(rows))
    )
    numbered = [row for row in small if row.seen[0].look.raised]
    rules = [rule for rule in sheet.rules if small and abs(rule.left - small[-1].left) <= _INDENT_PT]
    over = [
        rule for rule in rules if running and any(0 < row.base - rule.top <= 2 * row.size for row in small)
    ]
    if not numbered and not over:
        return
    top = min([row.top for row in numbered] + [rule.top for rule in over])
    notes = [row for row in rows if row.base > top]
    sheet.rules = [rule for rule in sheet.rules if not 0 <= notes[0].base - rule.top <= 2 * notes[0].size]
    for line in notes:
        _drop(sheet, line)
    sheet.notes = [_with_own_mark(line) for line in notes]
    sheet.uncalled = {note[1] for line in sheet.notes if (note := line.seen[0].note)}
    sheet.body = [with_marks(line, sheet.uncalled) for line in sheet.body]


def with_marks(line: Line, numbers: set[str], page: int | None = None) -> Line:
    """A line in which the marks of footnotes are no text.

    Args:
        line: a line of text.
        numbers: the notes to find the marks of; in the end those that are left.
        page: where the notes stand, if not on the page of the line.
    """
    letters = list(line.letters)
    for start, end in _raised_numbers(letters):
        number = "".join(letter.text for letter in letters[start:end])
        before = "".join(letter.text for letter in letters[max(start - 4, 0) : start])
        if number in numbers and not (number in _POWERS and _UNIT.search(before)):
            numbers.remove(number)
            letters[start:end] = _as_mark(letters[start:end], (page or line.page, number))
    return replace(line, letters=tuple(letters))


def _with_own_mark(line: Line) -> Line:
    """A line of a footnote; the number that it begins with is its mark."""
    letters = list(line.letters)
    start, end = next(_raised_numbers(letters), (0, 0))
    if end and letters[start] is line.seen[0]:
        number = "".join(letter.text for letter in letters[start:end])
        letters[start:end] = _as_mark(letters[start:end], (line.page, number))
    return replace(line, letters=tuple(letters))


def _raised_numbers(letters: Sequence[Letter]) -> Iterator[tuple[int, int]]:
    at = 0
    for raised, group in groupby(letters, key=lambda one: one.look.raised and one.text.isdecimal()):
        start, at = at, at + len(list(group))
        if raised:
            yield start, at


def _as_mark(letters: Sequence[Letter], note: NoteKey) -> list[Letter]:
    first, *others = (replace(letter, text="") for letter in letters)
    return [replace(first, note=note), *others]


def _extent(sheet: Sheet) -> float:
    """How wide the text is."""
    edges = [(line.left, line.right) for line in sheet.body] + [
        (g.across[0], g.across[-1]) for g in sheet.grids
    ]
    return max((right for _left, right in edges), default=0) - min(
        (left for left, _right in edges), default=0
    )


def _usual_size(sheets: Sequence[Sheet]) -> float:
    """The size of the text: notes may have more letters, but theirs are smaller."""
    sizes: Counter[float] = Counter()
    for sheet in sheets:
        for line in sheet.body:
            sizes[line.size] += len(line.seen)
    enough = _USUAL_SHARE * sizes.total()
    return max((size for size, count in sizes.items() if count >= enough), default=14)


def _drop(sheet: Sheet, line: Line) -> None:
    """Take a whole line out of the body."""
    gone = {id(letter) for letter in line.letters}
    sheet.body = [piece for piece in sheet.body if id(piece.letters[0]) not in gone]
