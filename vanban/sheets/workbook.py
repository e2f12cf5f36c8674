"""XLSX: the sheets of a workbook, read row by row in flat memory; macros, links and formulas never run."""

from __future__ import annotations

import io
import warnings
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from itertools import count
from pathlib import Path
from typing import Any

from openpyxl import load_workbook

from vanban.errors import Place, fail
from vanban.files import read_bytes
from vanban.language import _
from vanban.sheets.model import Cell, Line, Sheet

_MOST_MEMBERS = 2_000
_MOST_BYTES = 2_000_000_000
"""Of all members unpacked; a million rows of thirty columns take about 1.5 GB of markup."""
_MOST_TABLE_BYTES = 200_000_000
"""Of the members that are held whole: the table of texts, the styles."""
_MOST_COLUMNS = 1_000
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


def open_workbook(path: Path) -> list[Sheet]:
    """Open a workbook; charts and hidden sheets are passed over.

    Raises:
        InputError: VB010, VB011, VB013 it cannot be read; VB180 it is no workbook, VB181 empty, VB182 broken
            or too large, VB184 locked with a password.
    """
    data, name = read_bytes(path), str(path)
    _admit(data, name)
    with _told(name):
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
    return [
        Sheet(name, sheet.title, partial(_lines, sheet, name))
        for sheet in book.worksheets
        if sheet.sheet_state == "visible"
    ]


def _admit(data: bytes, name: str) -> None:
    """Look at the list of contents before anything is unpacked."""
    place = Place(name)
    if not data.strip(b"\0"):
        raise fail("VB181", place)
    if data.startswith(_OLE):
        raise fail("VB184" if _ENCRYPTED in data else "VB180", place)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        raise fail("VB180", place) from None
    whole = [entry for entry in entries if "/worksheets/" not in entry.filename]
    if (
        len(entries) > _MOST_MEMBERS
        or sum(entry.file_size for entry in entries) > _MOST_BYTES
        or sum(entry.file_size for entry in whole) > _MOST_TABLE_BYTES
    ):
        raise fail("VB182", place, reason=_("quá lớn khi giải nén"))


def _lines(sheet: Any, name: str) -> Iterator[Line]:
    sheet.reset_dimensions()  # what a sheet says of its size may be wrong
    rows = sheet.iter_rows()
    for number in count(1):
        with _told(name):
            row = next(rows, None)
        if row is None:
            return
        cells = tuple(map(_cell, row[:_MOST_COLUMNS]))
        if any(cell is not _EMPTY for cell in cells):
            yield Line(number, cells)


@contextmanager
def _told(name: str) -> Iterator[None]:
    """Whatever a hostile workbook does to the library, as a fault; what it leaves out is no matter."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            yield
        except Exception as error:
            raise fail("VB182", Place(name), reason=type(error).__name__) from error


def _cell(cell: Any) -> Cell:
    value = cell.value
    if value is None or value == "":
        return _EMPTY
    if isinstance(value, str):
        return Cell(None, broken=value) if cell.data_type == "e" else Cell(value)
    return Cell(value, cell.number_format or "General")


_EMPTY = Cell(None)
