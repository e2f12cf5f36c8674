"""CSV: UTF-8 with or without a byte order mark, parted by semicolons, commas or tabs."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

from vanban.errors import Fault, InputError, Place, fail
from vanban.files import opened
from vanban.language import _
from vanban.sheets.model import Cell, Line, Sheet

_SIGNS = ";,\t"
_HEAD_BYTES = 64_000
_MOST_LETTERS = 1_000_000
"""Of one cell; a quotation mark that nobody closed would swallow the rest of the file."""


def open_csv(path: Path) -> Sheet:
    """Open a CSV file; which sign parts its cells, its first line tells.

    Raises:
        InputError: VB010, VB011 it cannot be read; VB181 it is empty.
    """
    place = Place(str(path))
    with opened(path) as file:
        head = file.read(_HEAD_BYTES)
    first = head.decode("utf-8-sig", errors="replace").lstrip().partition("\n")[0]
    if not first:
        raise fail("VB181", place)
    sign = max(_SIGNS, key=first.count)

    def lines() -> Iterator[Line]:
        reading = 0
        csv.field_size_limit(_MOST_LETTERS)
        try:
            with path.open(encoding="utf-8-sig", newline="") as file:
                for reading, row in enumerate(csv.reader(file, delimiter=sign), start=1):
                    if any(map(str.strip, row)):
                        yield Line(reading, tuple(Cell(text or None) for text in row))
        except UnicodeDecodeError:
            raise InputError(Fault("VB012", Place(str(path), cell=f"A{reading + 1}"))) from None
        except csv.Error as error:
            reason = _("ô quá dài hoặc thiếu dấu ngoặc kép đóng")
            raise fail("VB182", Place(str(path), cell=f"A{reading + 1}"), reason=reason) from error

    return Sheet(str(path), "", lines)
