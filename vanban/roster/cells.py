"""What a cell means, by the type of its column: numbers, dates and figures as whoever typed them meant."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING

from vanban.sheets import Cell
from vanban.tiengviet.numbers import so_vn
from vanban.tiengviet.unicode import clean

if TYPE_CHECKING:
    from vanban.roster.columns import Meant

_ZEROS = re.compile(r"^0{2,}$")
_FIRST_DAY, _LEAP_BUG = date(1899, 12, 30), 60
"""Day 0 of Excel's count; before day 60 Excel counts a 29 February 1900 that never was."""
_LAST_SERIAL = 2_958_465
"""31/12/9999."""
_YEARS = range(1900, 2201)
"""A number that is read as a year, not as a day."""
_ENTRY_ENDS = re.compile(r"\s*[;\n]\s*")
_DIGITS = 15
"""Figures of a number that a spreadsheet keeps; the rest is dust of its binary fractions."""


def meant(cell: Cell, as_what: Meant) -> object:
    """The value of a cell for a column of a type; text where only the fill can tell what is wrong with it."""
    return _READERS.get(as_what, text_of)(cell)


def text_of(cell: Cell) -> str:
    """A cell as the sheet shows it, as far as its format tells."""
    value = cell.value
    if isinstance(value, str):
        return _tidy(value)
    match value:
        case None:
            return ""
        case bool():
            return "có" if value else "không"
        case datetime():
            day = f"{value:%d/%m/%Y}"
            return day if value.time() == time() else f"{value:%H:%M} {day}"
        case date():
            return f"{value:%d/%m/%Y}"
        case time():
            return f"{value:%H:%M}"
        case timedelta():
            return str(value)
    return _shown(cell)


@lru_cache(maxsize=4096)  # the rows of a roster say the same again and again
def _tidy(text: str) -> str:
    return clean(text)[0].strip()


def _shown(cell: Cell) -> str:
    """A number as text: filled up with zeros, in per cent, or plain."""
    number = _decimal(cell.value)
    if "%" in cell.form:
        return f"{so_vn((number * 100).normalize())}%"
    if _ZEROS.match(cell.form) and number == number.to_integral_value():
        return str(int(number)).rjust(len(cell.form), "0")
    if number == number.to_integral_value():
        return str(int(number))
    return f"{number.normalize():f}".replace(".", ",")


def _number(cell: Cell) -> object:
    if not _is_number(cell.value):
        return text_of(cell)
    number = _decimal(cell.value)
    return number * 100 if "%" in cell.form else number


def _answer(cell: Cell) -> object:
    return cell.value if isinstance(cell.value, bool) else text_of(cell)


def _entries(cell: Cell) -> list[str]:
    return [entry for entry in _ENTRY_ENDS.split(text_of(cell)) if entry]


def _decimal(value: object) -> Decimal:
    return Decimal(f"{value:.{_DIGITS}g}" if isinstance(value, float) else str(value))


def _day(cell: Cell) -> str:
    """A date as ``2026-03-20``; also one that a sheet shows as the number of its day."""
    value = cell.value
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if _is_number(value):
        serial = _decimal(value)
        whole = serial == serial.to_integral_value() and _LEAP_BUG < serial <= _LAST_SERIAL
        if whole and serial not in _YEARS:
            return (_FIRST_DAY + timedelta(days=int(serial))).isoformat()
    return text_of(cell)


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


_READERS: Mapping[Meant, Callable[[Cell], object]] = {
    "so": _number,
    "tien": _number,
    "ngay": _day,
    "co_khong": _answer,
    "dong": _entries,
}
"""What reads a cell by the type of its column; the others are text."""
