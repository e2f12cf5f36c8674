"""The levels of the body: phần, chương, mục, điều, khoản, điểm, paragraphs, tables (ô 6)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from vanban.document.markers import TITLE_LENGTH, looks_titled
from vanban.paper import PaperTable
from vanban.parts.lines import Found, Line
from vanban.parts.marks import find_mark, lacks_dot
from vanban.parts.model import Mark
from vanban.parts.title import is_attached

_RANKS = {
    "phan": 1, "chuong": 2, "muc": 3, "tieu_muc": 4, "la_ma": 5, "dieu": 6, "khoan": 7, "diem": 11,
    "gach": 12, "cong": 13,
}  # fmt: skip
"""How deep a level lies; each further number of a khoản lies one deeper."""
_DEEPEST = 14
_HEADED = {"phan": "phan", "chuong": "phan", "muc": "muc", "tieu_muc": "muc"}
"""Levels whose number stands on a line of its own, and the component of that line."""
_LETTERED = re.compile(r"[A-H][.)/] ")
_TABLE_NAME = re.compile(r"(?:bang|bieu|bieu so)(?: so)? ?\d|bang ?:")
_PICTURE_NAME = re.compile(r"(?:hinh|anh|so do|bieu do|luoc do|ban do)\b")
_NOTE = re.compile(r"(?:ghi chu|don vi tinh|dvt|nguon) ?:")
_COLUMN_NUMBER = re.compile(r"\(?[0-9A-D]{1,2}\)?(?: ?=.*)?")

_LONGEST_NAME = 160


@dataclass(frozen=True, slots=True)
class _Unit:
    """Lines of one paragraph that belong together, their mark and the words behind it, from ``begin`` on."""

    line: Line
    mark: Mark | None
    words: str
    begin: int

    @property
    def only_mark_bold(self) -> bool:
        """Whether the mark is bold and the words behind it are not, as in an article without a title."""
        look_at = self.line.paragraph.look_at
        mark, words = look_at(self.line.start, self.begin), look_at(self.begin, self.line.end)
        return any(look.bold for look in mark) and not any(look.bold for look in words)

    @property
    def rank(self) -> int:
        """How deep its level lies."""
        if self.mark is None:
            return _DEEPEST
        return _RANKS[self.mark.level] + max(len(self.mark.path) - 1, 0)


def find_body(lines: Sequence[Line], tables: dict[int, PaperTable]) -> list[Found]:
    """The part that each line of the body is.

    Args:
        lines: what stands between the opening and the foot.
        tables: the tables that draw lines, by their numbers.
    """
    found: list[Found] = []
    units: list[_Unit] = []
    for place, line in enumerate(lines):
        if line.table in tables and not _is_frame(tables[line.table]):
            found.append(Found("bang_dau" if _is_table_head(line, tables[line.table]) else "bang", line))
        elif _names_table(line, lines[place + 1 : place + 2], tables):
            found.append(Found("ten_bang", line, 1 if line.centred and line.bold else 0.7))
        else:
            _add(units, line)
    return found + _levels(units)


# Tables -----------------------------------------------------------------------------------------------


def _is_frame(table: PaperTable) -> bool:
    """Whether a table is a frame around text."""
    return len(table.rows) == 1 and len(table.rows[0]) == 1


def _is_table_head(line: Line, table: PaperTable) -> bool:
    cell = line.paragraph.cell
    return cell is not None and cell.row <= header_rows(table, line)


def header_rows(table: PaperTable, line: Line) -> int:
    """How many rows at the top name the columns: as deep as a cell of the first row goes."""
    first = table.rows[0]
    deepest = max((cell.rows for cell in first), default=1)
    return min(max(deepest, 1), len(table.rows) - 1) if len(table.rows) > 1 else 0


def _names_table(line: Line, following: Sequence[Line], tables: dict[int, PaperTable]) -> bool:
    """Whether a line is the name of the table right below it."""
    below = tables.get(following[0].table) if following else None
    if line.table or below is None or _is_frame(below):
        return False
    if len(line.text) > _LONGEST_NAME or line.text.endswith((".", ":", ";")) or _NOTE.match(line.plain):
        return False
    if _TABLE_NAME.match(line.plain):
        return True
    return line.centred and not find_mark(line.text, line.paragraph.label)


# Levels -----------------------------------------------------------------------------------------------


def _add(units: list[_Unit], line: Line) -> None:
    """Add a line as a unit of its own, or to the one above in the same paragraph that it goes on from."""
    above = units[-1] if units and units[-1].line.paragraph is line.paragraph else None
    found = find_mark(line.text, "" if above else line.paragraph.label)
    mark, start = found if found else (None, 0)
    if above and mark is None and not (above.mark and above.mark.level in _HEADED and not above.words):
        units[-1] = replace(
            above, line=replace(above.line, last=line.last), words=f"{above.words} {line.text}"
        )
        return
    if mark and lacks_dot(mark) and not _follows(mark, units):
        mark, start = None, 0
    begin = line.seen.at[line.first + start]
    units.append(_Unit(line, mark and replace(mark, begin=begin), line.text[start:].strip(), begin))


def _follows(mark: Mark, units: Sequence[_Unit]) -> bool:
    """Whether ``1.2`` goes on from a ``1.`` or ``1.1`` above."""
    path = next((one.mark.path for one in reversed(units) if one.mark and one.mark.level == "khoan"), ())
    above = mark.path[:-1]
    return path[: len(above)] == above or (bool(path) and path[0] + 1 == mark.path[0])


def _levels(units: Sequence[_Unit]) -> list[Found]:
    found: list[Found] = []
    place = 0
    titled: dict[int, bool] = {}
    while place < len(units):
        unit = units[place]
        if is_attached(unit.line):
            found.append(Found("kem_theo", unit.line))
        elif unit.mark and unit.mark.level in _HEADED:
            name = _HEADED[unit.mark.level]
            titled.clear()
            found.append(Found(name, unit.line, 1, unit.mark))
            while not unit.words and place + 1 < len(units) and _is_heading(units[place + 1], found):
                place += 1
                found.append(Found(f"{name}_tieu_de", units[place].line, 1))
        elif unit.mark:
            found.append(_marked(units, place, unit.mark, titled))
        else:
            found.append(_unmarked(units, place))
        place += 1
    return found


def _is_heading(unit: _Unit, found: Sequence[Found]) -> bool:
    """Whether a unit is the title under the number of a chương or mục."""
    if unit.mark or len(unit.words) > TITLE_LENGTH:
        return False
    first = found[-1].id in _HEADED.values()
    return unit.line.upper or (first and (unit.line.centred or unit.line.bold))


def _marked(units: Sequence[_Unit], place: int, mark: Mark, titled: dict[int, bool]) -> Found:
    unit = units[place]
    level = mark.level
    for deeper in [rank for rank in titled if rank > unit.rank]:
        del titled[deeper]
    if level == "la_ma":
        return Found("muc_la_ma", unit.line, 1 if unit.line.upper or unit.line.bold else 0.7, mark)
    if level in ("gach", "cong"):
        return Found("doan", unit.line, 1, mark)
    has_title = _has_title(units, place, level, titled)
    titled[unit.rank] = has_title
    if level == "dieu":
        return Found("dieu" if has_title else "dieu_loi", unit.line, 1, mark)
    return Found(f"{level}_tieu_de" if has_title else level, unit.line, 1, mark)


def _has_title(units: Sequence[_Unit], place: int, level: str, titled: dict[int, bool]) -> bool:
    """Whether the words behind a mark are a title: bold or with content below, and no sentence."""
    unit = units[place]
    following = units[place + 1] if place + 1 < len(units) else None
    deeper = following is not None and following.rank > unit.rank
    if not unit.words:
        return deeper
    if unit.only_mark_bold:
        return False
    if looks_titled("khoan" if level == "diem" else level, unit.words):
        if unit.line.bold and level != "diem":
            return True
        marked = following is not None and following.mark is not None
        return deeper and (marked or titled.get(unit.rank, True))
    if not (unit.line.bold and deeper):
        return False
    ended = unit.words[-1] in ".;,!?" and not (level == "dieu" and unit.words[-1] == ".")
    return not ended and (len(unit.words) <= TITLE_LENGTH or unit.words[-1] not in ":.")


def _unmarked(units: Sequence[_Unit], place: int) -> Found:
    line = units[place].line
    if len(line.text) < _LONGEST_NAME and _PICTURE_NAME.match(line.plain) and line.centred:
        return Found("ten_hinh", line, 1 if line.italic else 0.7)
    if line.centred and line.italic and line.gap >= 1 and not line.text.startswith("("):
        return Found("ten_hinh", line, 0.6)
    if _LETTERED.match(line.text) and (line.bold or line.upper) and len(line.text) <= TITLE_LENGTH:
        return Found("muc_la_ma", line, 0.5)
    return Found("doan", line)
