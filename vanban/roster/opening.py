"""A roster: the rows of a workbook, a CSV or JSONL file, or a folder of data files, for one template."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TypeAlias

from vanban.document.source import load_data
from vanban.errors import Fault, InputError, Place, fail
from vanban.files import opened, read_text
from vanban.fill import Template
from vanban.fill.fields import MAU
from vanban.located import Located, load_json
from vanban.roster.row import Row, put
from vanban.roster.tables import open_tables, rows_of
from vanban.sheets import SUFFIXES, Sheet, open_sheets

_DATA = (".yaml", ".yml", ".json")


Rows: TypeAlias = Callable[[], Iterator[Row]]
"""Reads the rows of a roster from the start each time, one by one."""


def open_roster(path: Path, template: Template, *, sheet: str | None = None, key: str | None = None) -> Rows:
    """Open a roster.

    Args:
        path: an XLSX, CSV or JSONL file, or a folder of data files, taken by their names.
        template: whose fields, or parts of the document, the columns are named after, by name or label.
        sheet: the sheet that lists the documents; the first one if None.
        key: the column that links the sheets of child tables; the first that both have if None.

    Raises:
        InputError: VB010 to VB012, VB180 to VB184 the file cannot be read; VB185 no column has a known name,
            VB186 one an unknown name, VB187 two the same; VB179 a child table without a column that links.
    """
    if path.is_dir():
        return partial(_folder, path, template)
    suffix = path.suffix.lower()
    if suffix == ".jsonl":
        return partial(_json_lines, path, template)
    if suffix not in SUFFIXES:
        raise fail("VB180" if path.exists() else "VB010", Place(str(path)))
    sheets = open_sheets(path)
    main = chosen(sheets, sheet, path)
    header, children = open_tables(sheets, main, template, key)
    return partial(rows_of, main, header, children)


def chosen(sheets: Sequence[Sheet], name: str | None, path: Path) -> Sheet:
    """The sheet of this name, the first one if None.

    Raises:
        InputError: VB181 there is no sheet; VB183 none of this name.
    """
    if not sheets:
        raise fail("VB181", Place(str(path)))
    if name is None:
        return sheets[0]
    found = [sheet for sheet in sheets if sheet.name.casefold() == name.casefold()]
    if not found:
        raise fail("VB183", Place(str(path)), name=name, allowed=", ".join(sheet.name for sheet in sheets))
    return found[0]


def _folder(folder: Path, template: Template) -> Iterator[Row]:
    files = sorted(path for path in folder.iterdir() if path.suffix.lower() in _DATA and path.is_file())
    if not files:
        raise fail("VB181", Place(str(folder)))
    for number, path in enumerate(files, start=1):
        try:
            data, _notes = load_data(read_text(path), file=str(path))
        except InputError as failure:
            yield Row(number, path.name, Located(), failure.faults)
            continue
        yield _row(number, path.name, data, template)


def _json_lines(path: Path, template: Template) -> Iterator[Row]:
    number = 0
    for line, text in _lines(path):
        number += 1
        try:
            data = load_json(text, file=str(path), first_line=line)
        except InputError as failure:
            yield Row(number, str(line), Located(), failure.faults)
            continue
        yield _row(number, str(line), data, template)
    if not number:
        raise fail("VB181", Place(str(path)))


def _lines(path: Path) -> Iterator[tuple[int, str]]:
    """The lines with something in them, by their numbers; read one by one."""
    with opened(path) as file:
        for number, line in enumerate(file, start=1):
            try:
                words = line.decode("utf-8-sig" if number == 1 else "utf-8").strip()
            except UnicodeDecodeError:
                raise fail("VB012", Place(str(path), number)) from None
            if words:
                yield number, words


def _row(number: int, place: str, data: Located, template: Template) -> Row:
    """A row of data that may name its template; it must be this one."""
    named = data.pop(MAU, template.info.name)
    faults: tuple[Fault, ...] = ()
    if named != template.info.name:
        details: dict[str, object] = {"part": MAU, "value": named, "allowed": template.info.name}
        faults = (Fault("VB024", data.places.value((MAU,)), details),)
    return Row(number, place, data, faults)


def shared(common: Path | None, sets: Sequence[str]) -> Located:
    """What all rows have in common: a data file, and over it values written ``name=value``.

    A dotted name reaches inside a part (``nguoi_ky.ho_ten=Nguyễn Văn A``).

    Raises:
        InputError: every fault of the file; VB189, a value without a name.
    """
    data = Located() if common is None else load_data(read_text(common), file=str(common))[0]
    faults = []
    given: dict[str, object] = {}
    for text in sets:
        name, sign, value = text.partition("=")
        if not sign or not name.strip():
            faults.append(Fault("VB189", Place(part="--set"), {"found": text}))
            continue
        put(given, name.strip().split("."), value.strip())
    if faults:
        raise InputError(faults)
    return Located(given).over(data)
