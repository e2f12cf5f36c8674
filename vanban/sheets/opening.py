"""A file → its sheets, by what it is."""

from __future__ import annotations

from pathlib import Path

from vanban.errors import Place, fail
from vanban.sheets.model import Sheet

SUFFIXES = (".xlsx", ".csv")


def open_sheets(path: Path) -> list[Sheet]:
    """Open a workbook (.xlsx) or a CSV file; rows are read only when they are asked for.

    Raises:
        InputError: VB010, VB011, VB013 the file cannot be read; VB180 it is no workbook; VB181 it is empty;
            VB012 a CSV file that is not UTF-8.
    """
    match path.suffix.lower():
        case ".xlsx":
            from vanban.sheets.workbook import open_workbook

            return open_workbook(path)
        case ".csv":
            from vanban.sheets.separated import open_csv

            return [open_csv(path)]
    raise fail("VB180", Place(str(path)))
