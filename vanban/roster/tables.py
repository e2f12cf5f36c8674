"""Lines of sheets → data with their places: the rows of a roster, and the child rows that belong to them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from vanban.errors import Fault, InputError, Place
from vanban.fill import Field, Template
from vanban.located import Located, Path, Places, dotted
from vanban.roster.cells import meant, text_of
from vanban.roster.columns import Column, Header, find_header, names_of, names_of_template, plainly
from vanban.roster.row import Row, put
from vanban.sheets import Line, Sheet, cell_name


class Record(NamedTuple):
    """Where a record stands: the line in its sheet, and the column of each value by the way to it."""

    sheet: str
    line: int
    columns: Mapping[Path, int]


@dataclass(frozen=True, slots=True)
class Cells(Places):
    """The places of values that stand in the cells of sheets; ``records`` by the way to each."""

    records: Mapping[Path, Record] = field(default_factory=dict)

    def value(self, path: Path) -> Place:
        """The cell of the value at ``path``; the first one of its line where there is none."""
        if path and path[0] in self.borrowed:
            return Places.value(self, path)
        around = next(path[:end] for end in range(len(path), -1, -1) if path[:end] in self.records)
        record = self.records[around]
        inside = path[len(around) :]
        while inside and inside not in record.columns:
            inside = inside[:-1]
        column = record.columns.get(inside, 0)
        return Place(self.file, cell=cell_name(record.sheet, record.line, column), part=dotted(path) or None)

    def missing(self, path: Path) -> Place:
        """The empty cell itself, where there is a column for it."""
        return self.value(path)

    def key(self, path: Path) -> Place:
        """The same as that of the value: a cell has no key of its own."""
        return Places.key(self, path) if path and path[0] in self.borrowed else self.value(path)


@dataclass(frozen=True, slots=True)
class Child:
    """A child table: the field it fills, and its records by the key that links them.

    ``link`` is the column of the roster that holds the key. There may be a million records, so each is just
    the number of its line, and its values in the order of ``columns``, None where the cell is empty.
    """

    field: str
    link: int
    sheet: Sheet
    columns: tuple[Column, ...]
    records: Mapping[str, Sequence[tuple[int, tuple[object, ...]]]]


def open_tables(
    sheets: Sequence[Sheet], main: Sheet, template: Template, key: str | None
) -> tuple[Header, list[Child]]:
    """Find the columns of a roster, and its child tables: sheets named after a table of the template.

    Args:
        sheets: all of the workbook.
        main: the one that lists the documents.
        template: whose fields the columns are.
        key: the words of the column that links; the first that both sheets have if None.

    Raises:
        InputError: VB185, VB186, VB187 of the headers; VB179 a child table without a column that links.
    """
    known = [one for one in template.fields if _is_table(one)]
    tables = {plainly(words): one for one in known for words in (one.name, one.nhan)}
    named = [(sheet, tables[plainly(sheet.name)]) for sheet in sheets if plainly(sheet.name) in tables]
    faults: list[Fault] = []
    links = {word for sheet, _field in named for word in _first_words(sheet)} if named else set()
    header = find_header(main, names_of_template(template), (*links, *([key] if key else [])))
    children: list[Child] = []
    for sheet, table in named:
        try:
            children.append(_child(sheet, table, header, main, key))
        except InputError as failure:
            faults += failure.faults
    if faults:
        raise InputError(faults)
    return header, children


def _is_table(one: Field) -> bool:
    return isinstance(one.phan_tu, tuple) and bool(one.phan_tu)


def _first_words(sheet: Sheet) -> list[str]:
    line = next(sheet.lines(), None)
    return [text_of(cell) for cell in line.cells if cell.value is not None] if line else []


def _child(sheet: Sheet, table: Field, main: Header, main_sheet: Sheet, key: str | None) -> Child:
    known = names_of(table.phan_tu if isinstance(table.phan_tu, tuple) else ())
    header = find_header(sheet, known, tuple(main.words.values()))
    own = {column.index for column in header.columns}
    others = [words for index, words in header.words.items() if index not in own]
    candidates = [key] if key else [*others, *header.words.values()]
    shared = next((words for words in candidates if main.named(words) is not None), "")
    link, at = header.named(shared), main.named(shared)
    if link is None or at is None:
        place = Place(sheet.file, part=sheet.name)
        raise InputError(Fault("VB179", place, {"main": main_sheet.name, "key": key or "…"}))
    columns = tuple(column for column in header.columns if column.index != link)
    names = [str(column.path[-1]) for column in columns]  # the columns of a table lie no deeper
    records: dict[str, list[tuple[int, tuple[object, ...]]]] = {}
    faults: list[Fault] = []
    for line in _below(sheet, header):
        data, broken = record_of(sheet, line, columns)
        faults += broken
        if data:
            text = text_of(line.cells[link]) if link < len(line.cells) else ""
            records.setdefault(text, []).append((line.number, tuple([data.get(name) for name in names])))
    if faults:
        raise InputError(faults)
    return Child(table.name, at, sheet, columns, records)


def rows_of(main: Sheet, header: Header, children: Sequence[Child]) -> Iterator[Row]:
    """The rows of a roster, one by one; at last the faults of child rows that belong to none (VB188)."""
    ways = _ways(header.columns)
    used: list[set[str]] = [set() for _child in children]
    number = 0
    for line in _below(main, header):
        data, faults = record_of(main, line, header.columns)
        if not data and not faults:
            continue
        number += 1
        records: dict[Path, Record] = {(): Record(main.name, line.number, ways)}
        for child, seen in zip(children, used, strict=True):
            key = text_of(line.cells[child.link]) if child.link < len(line.cells) else ""
            seen.add(key)
            if found := child.records.get(key):
                data[child.field] = [_named(child.columns, values) for _line, values in found]
                inner = _ways(child.columns)
                records |= {
                    (child.field, place): Record(child.sheet.name, at, inner)
                    for place, (at, _values) in enumerate(found)
                }
        place = main.cell(line.number, 0)
        yield Row(number, place, Located(data, Cells(main.file, records=records)), tuple(faults))
    if not number:
        raise InputError(Fault("VB181", Place(main.file, part=main.name or None)))
    lost = tuple(_orphans(children, used))
    if lost:
        yield Row(number + 1, main.name, Located({}, Places(main.file)), lost)


def _named(columns: Sequence[Column], values: Sequence[object]) -> dict[str, object]:
    """A record of a child table, without the cells that are empty."""
    pairs = zip(columns, values, strict=True)
    return {str(column.path[-1]): value for column, value in pairs if value is not None}


def _orphans(children: Sequence[Child], used: Sequence[set[str]]) -> Iterator[Fault]:
    for child, seen in zip(children, used, strict=True):
        for key, found in child.records.items():
            if key not in seen:
                cell = child.sheet.cell(found[0][0], 0)
                yield Fault("VB188", Place(child.sheet.file, cell=cell), {"key": key, "count": len(found)})


def record_of(sheet: Sheet, line: Line, columns: Sequence[Column]) -> tuple[dict[str, object], list[Fault]]:
    """What a line holds, by the ways of its columns, and its broken cells (VB177)."""
    data: dict[str, object] = {}
    faults: list[Fault] = []
    cells = line.cells
    for column in columns:
        if column.index >= len(cells):
            continue
        cell = cells[column.index]
        if cell.broken:
            place = Place(sheet.file, cell=sheet.cell(line.number, column.index), part=dotted(column.path))
            faults.append(Fault("VB177", place, {"found": cell.broken}))
            continue
        if cell.value is None or (value := meant(cell, column.meant)) in ("", []):
            continue
        put(data, column.path, value)
    return data, faults


def _below(sheet: Sheet, header: Header) -> Iterator[Line]:
    return (line for line in sheet.lines() if line.number > header.line)


def _ways(columns: Sequence[Column]) -> dict[Path, int]:
    return {column.path: column.index for column in columns}
