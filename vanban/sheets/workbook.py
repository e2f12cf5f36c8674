"""XLSX: the sheets of a workbook, read row by row in flat memory; macros, links and formulas never run."""

from __future__ import annotations

import io
import warnings
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

from openpyxl.reader.excel import ExcelReader
from openpyxl.styles.numbers import BUILTIN_FORMATS, BUILTIN_FORMATS_MAX_SIZE
from openpyxl.xml.constants import SHARED_STRINGS

from vanban.errors import Place, fail
from vanban.files import read_bytes
from vanban.language import _
from vanban.sheets.markup import Styles, read_rows, read_strings
from vanban.sheets.model import Line, Sheet

_MOST_MEMBERS = 2_000
_MOST_BYTES = 2_000_000_000
"""Of all members unpacked; a million rows of thirty columns take about 1.5 GB of markup."""
_MOST_TABLE_BYTES = 200_000_000
"""Of the members that are held whole: the table of texts, the styles."""
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
        reader = _Reader(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
        reader.read()
        styles = _styles(reader.wb)
    return [
        Sheet(name, sheet.title, partial(_lines, sheet, styles, name))
        for sheet in reader.wb.worksheets
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


class _Reader(ExcelReader):
    """openpyxl's reader of all but the cells, with our own for the texts that they share."""

    def read_strings(self) -> None:
        """Read the table of texts."""
        part = self.package.find(SHARED_STRINGS)  # type: ignore[no-untyped-call]
        if part is not None:
            with self.archive.open(part.PartName[1:]) as source:
                self.shared_strings = read_strings(source)


def _styles(book: Any) -> Styles:
    forms = [_form(style.numFmtId, book._number_formats) for style in book._cell_styles]
    return Styles(forms, book._date_formats, book._timedelta_formats, book.epoch)


def _form(number: int, own: Sequence[str]) -> str:
    if number < BUILTIN_FORMATS_MAX_SIZE:
        return BUILTIN_FORMATS.get(number, "General")
    return own[number - BUILTIN_FORMATS_MAX_SIZE]


def _lines(sheet: Any, styles: Styles, name: str) -> Iterator[Line]:
    try:
        with sheet._get_source() as source:
            yield from read_rows(source, sheet._shared_strings, styles)
    except Exception as error:  # the same as in _told
        raise fail("VB182", Place(name), reason=type(error).__name__) from error


@contextmanager
def _told(name: str) -> Iterator[None]:
    """Whatever a hostile workbook does to the library, as a fault; what it leaves out is no matter."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            yield
        except Exception as error:
            raise fail("VB182", Place(name), reason=type(error).__name__) from error
