"""A sheet as it is read: a name, and rows of values one after the other."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import NamedTuple, TypeAlias

Value: TypeAlias = str | int | float | bool | datetime | date | time | timedelta | None


class Cell(NamedTuple):
    """What a cell holds: the value, None where it is empty; and the form of numbers there (``000``)."""

    value: Value
    form: str = "General"
    broken: str = ""
    """What stands there instead of a value: ``#REF!``, or a formula that nobody has worked out."""


class Line(NamedTuple):
    """A row: its number as a spreadsheet program counts, and its cells from the first column on."""

    number: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet of ``file``; ``name`` is "" in a CSV file. ``lines`` reads it from the start; no empty rows."""

    file: str
    name: str
    lines: Callable[[], Iterator[Line]]

    def cell(self, line: int, column: int) -> str:
        """The name of a cell, its column counted from 0: ``Danh sách!C5``."""
        return cell_name(self.name, line, column)


def cell_name(sheet: str, line: int, column: int) -> str:
    """The name of a cell in a sheet, "" for that of a CSV file; the column is counted from 0."""
    return f"{sheet}!{letters(column)}{line}" if sheet else f"{letters(column)}{line}"


def letters(column: int) -> str:
    """The letters of a column that is counted from 0: A, B … Z, AA."""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name
