"""What a cell means, by the type of its column: numbers, dates and figures as whoever typed them meant."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from decimal import Decimal
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
    value = cell.value
    match as_what:
        case "so" | "tien":
            return _number(cell) if _is_number(value) else text_of(cell)
        case "ngay":
            return _day(cell)
        case "co_khong":
            return value if isinstance(value, bool) else text_of(cell)
        case "dong":
            return [entry for entry in _ENTRY_ENDS.split(text_of(cell)) if entry]
        case _:
            return text_of(cell)


def text_of(cell: Cell) -> str:
    """A cell as the sheet shows it, as far as its format tells."""
    value = cell.value
    match value:
        case None:
            return ""
        case str():
            return clean(value)[0].strip()
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


def _number(cell: Cell) -> Decimal:
    number = _decimal(cell.value)
    return number * 100 if "%" in cell.form else number


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
