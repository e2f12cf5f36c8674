"""Columns side by side, as heads and feet of papers have them: the words left of a gap, and those right."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from vanban.plaintext.rows import Row

GAP = re.compile(
    r"(?<!số:)(?<!số)(?<!ngày)(?<!tháng)(?<=\S)(?:\s*\t\s*|[ ]{3,})(?=\S)(?!/|tháng|năm|\d{4}\b)",
    re.IGNORECASE,
)
"""A gap between columns; what is left free for the pen is none: "Số:      /KH-UBND", "ngày     tháng 3"."""
_FORM = re.compile(
    r"cộng h[oòóôõ]\w* xã|độc lập\s*[-–]|nơi nhận|^số ?[:.]|ngày.{0,12}tháng.{0,8}năm|^(?:TM|KT|TL|TUQ|Q)\.",
    re.IGNORECASE,
)
_OF_STATE = re.compile(r"cộng h[oòóôõ]\w* xã|độc lập\s*[-–]", re.IGNORECASE)
_RECIPIENTS = re.compile(r"nơi (?:nhận|gửi)", re.IGNORECASE)
_DATED = re.compile(r"ngày.{0,12}tháng.{0,8}năm", re.IGNORECASE)
_WIDE = 8
"""How wide a gap inside a column is that parts words all the same."""
_MOST_BLANK = 12
"""Blank rows over which a foot goes on: room for a signature."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Rows side by side: those on the left, those on the right."""

    left: tuple[Row, ...]
    right: tuple[Row, ...]


def pieces_of(row: Row) -> list[tuple[int, str]]:
    """The words of a row between wide gaps, each with the column that it begins at."""
    pieces = []
    start = row.indent
    for gap in GAP.finditer(row.text):
        pieces.append((start, row.text[start : gap.start()]))
        start = gap.end()
    return [*pieces, (start, row.text[start:])]


def find_columns(rows: Sequence[Row], at: int, first: int) -> tuple[Columns, int, int] | None:
    """The columns around a row of two pieces of a head or a foot, the first row they take and the next after.

    None where the row begins no columns; they do not go up beyond the row ``first``.
    """
    pieces = pieces_of(rows[at])
    if len(pieces) < 2 or not _is_form(pieces):
        return None
    gap = _widest(rows[at])
    if gap is None:
        return None
    stop, gap = _down(rows, at, gap)
    start, gap = _up(rows, at, gap, first)
    return _parted(rows[start:stop], gap), start, stop


def _is_form(pieces: Sequence[tuple[int, str]]) -> bool:
    words = [text for _start, text in pieces]
    if len(words) > 2:
        return any(_OF_STATE.search(text) or _RECIPIENTS.match(text) for text in words)
    return any(map(_FORM.search, words)) or all(text.isupper() for text in words)


def _widest(row: Row) -> tuple[int, int] | None:
    gaps = [gap.span() for gap in GAP.finditer(row.text)]
    return max(gaps, key=lambda gap: gap[1] - gap[0], default=None)


def _narrowed(row: Row, gap: tuple[int, int]) -> tuple[int, int] | None:
    """What is left of a gap beside the words of a row; None where they stand in it."""
    if "\t" in row.text:
        return gap if len(pieces_of(row)) == 2 else None
    left, right = gap
    for found in GAP.finditer(row.text):
        common = max(left, found.start()), min(right, found.end())
        if common[0] < common[1]:
            return common
    if row.indent - left >= right - row.end and row.indent > left:
        return left, min(right, row.indent)
    return (max(left, row.end), right) if row.end < right else None


def _sides(row: Row, gap: tuple[int, int]) -> tuple[bool, bool]:
    """Whether a row has words on the left and on the right."""
    first, second = _cut(row, gap)
    return bool(first.strip()), bool(second.strip())


def _down(rows: Sequence[Row], at: int, gap: tuple[int, int]) -> tuple[int, tuple[int, int]]:
    of_state = dated = False
    named = False
    place = at
    while place < len(rows):
        row = rows[place]
        room = _narrowed(row, gap)
        if room is None or (row.turned and place > at):
            break
        left, right = _sides(row, room)
        if place > at:
            if row.blank and not (left and right) and (of_state or not right or row.blank > _MOST_BLANK):
                break
            if of_state and not left and dated:
                break
            if left and not right and named and _RECIPIENTS.match(row.words):
                break
        of_state = of_state or bool(_OF_STATE.search(row.text))
        dated = dated or bool(_DATED.search(row.text))
        named = named or (row.blank > 1 and left and right)
        gap = room
        place += 1
    return max(place, at + 1), gap


def _up(rows: Sequence[Row], at: int, gap: tuple[int, int], first: int) -> tuple[int, tuple[int, int]]:
    """Where columns begin whose first row has words on one side alone."""
    while at > first and not rows[at].blank and not rows[at].turned:
        row = rows[at - 1]
        room = _narrowed(row, gap)
        if room is None or not (row.upper or _RECIPIENTS.match(row.words) or row.words.startswith("- ")):
            break
        gap = room
        at -= 1
    return at, gap


def _parted(rows: Sequence[Row], gap: tuple[int, int]) -> Columns:
    left: list[Row] = []
    right: list[Row] = []
    blank_left = blank_right = 0
    for row in rows:
        blank_left += row.blank
        blank_right += row.blank
        first, second = _cut(row, gap)
        if first.strip():
            left.append(replace(row, text=_closed(first), blank=blank_left))
            blank_left = 0
        else:
            blank_left += 1
        if second.strip():
            right.append(replace(row, text=_closed(second), blank=blank_right, turned=False))
            blank_right = 0
        else:
            blank_right += 1
    return Columns(tuple(left), tuple(right))


def _closed(text: str) -> str:
    """The words of a column, closed up where something drawn over them pushed them apart."""
    return GAP.sub(lambda gap: " " if len(gap[0]) < _WIDE else gap[0], text.rstrip())


def _cut(row: Row, gap: tuple[int, int]) -> tuple[str, str]:
    if "\t" in row.text:
        found = next(GAP.finditer(row.text))
        return row.text[: found.start()], row.text[found.end() :]
    at = gap[1]
    return row.text[:at], " " * at + row.text[at:] if row.end > at else ""
