"""Workbooks as other programs than Excel write them, and as nobody should."""

from __future__ import annotations

import io
import zipfile
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest

from vanban.errors import InputError
from vanban.sheets import Line, open_sheets

_NAMES = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_SHEET, _STRINGS = "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"
_HEAD = f'<worksheet {_NAMES}><dimension ref="A1"/><sheetData>'
_PART = (
    '<Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument'
    '.spreadsheetml.sharedStrings+xml"/></Types>'
)
_SHARED = f"<sst {_NAMES}><si><t>chung</t></si><si><r><t>hai </t></r><r><t>nét</t></r></si></sst>"


def lines(folder: Path, rows: str, before: str = "") -> list[Line]:
    """Read a workbook whose only sheet has these rows; style 1 is a date, the shared texts are two."""
    book, whole = openpyxl.Workbook(), io.BytesIO()
    book.worksheets[0].append([date(2026, 3, 5)])
    book.save(whole)
    parts = {_SHEET: f"{before}{_HEAD}{rows}</sheetData></worksheet>"}
    path = folder / "so.xlsx"
    with zipfile.ZipFile(whole) as old, zipfile.ZipFile(path, "w") as new:
        for name in old.namelist():
            new.writestr(name, parts.get(name) or old.read(name).replace(b"</Types>", _PART.encode()))
        new.writestr(_STRINGS, _SHARED)
    return list(open_sheets(path)[0].lines())


def values(line: Line) -> list[object]:
    return [cell.value for cell in line.cells]


def test_cells_and_rows_without_names_follow_one_another(tmp_path: Path) -> None:
    found = lines(tmp_path, "<row><c><v>1</v></c><c/><c><v>2.5</v></c></row><row/><row><c><v>3</v></c></row>")
    assert [line.number for line in found] == [1, 3]
    assert [values(line) for line in found] == [[1, None, 2.5], [3]]


def test_every_type_of_cell_is_read_as_what_it_says(tmp_path: Path) -> None:
    [line] = lines(
        tmp_path,
        '<row r="2"><c r="B2" t="s"><v>0</v></c><c t="str"><f>A1</f><v>tính</v></c><c t="b"><v>1</v></c>'
        '<c s="1"><v>46086</v></c><c t="d"><v>2026-03-05T00:00:00</v></c><c t="e"><v>#REF!</v></c>'
        '<c s="1"><v>9e99</v></c><c t="s"><v>1</v></c><c t="inlineStr"><is><t>tại chỗ</t></is></c></row>',
    )
    day = datetime.fromisoformat("2026-03-05")
    assert values(line) == [None, "chung", "tính", True, day, day, None, None, "hai nét", "tại chỗ"]
    assert [cell.broken for cell in line.cells[6:8]] == ["#REF!", "#VALUE!"]


def test_a_row_that_says_it_is_the_billionth_costs_nothing(tmp_path: Path) -> None:
    found = lines(tmp_path, '<row r="1000000000"><c r="XFD1"><v>1</v></c><c r="A1"><v>2</v></c></row>')
    assert [(line.number, values(line)) for line in found] == [(1_000_000_000, [2])]


def test_entities_of_the_markup_s_own_are_not_put_in(tmp_path: Path) -> None:
    own = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd"><!ENTITY b "bbbbbb">]>'
    rows = '<row><c><v>1</v></c><c t="str"><v>&a;</v></c><c t="str"><v>&b;</v></c></row>'
    assert [cell for cell in values(lines(tmp_path, rows, own)[0]) if cell] == [1]


@pytest.mark.parametrize(
    "row",
    [
        '<row r="x"/>',
        '<row><c r="1A"><v>1</v></c></row>',
        "<row><c><v>x</v></c></row>",
        '<row><c t="s"><v>999</v></c></row>',
        '<row><c s="999"><v>1</v></c></row>',
        "<row><c></row>",
    ],
)
def test_broken_markup_is_a_fault_of_the_workbook(tmp_path: Path, row: str) -> None:
    with pytest.raises(InputError, match="VB182"):
        lines(tmp_path, row)
