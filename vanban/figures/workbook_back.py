"""A workbook that came back → what stands in its entries, however its rows and columns were moved."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from vanban.errors import Fault, Place
from vanban.figures.form import Form, Grid, Mark
from vanban.figures.returned import Returned, Said, mark_in
from vanban.figures.workbook import COLUMN_HEAD, ID_HEAD, LABEL_HEAD, SIGNATURES, TOTAL, VALUE_HEAD
from vanban.roster.cells import text_of
from vanban.roster.columns import plainly
from vanban.sheets import Line, Sheet
from vanban.sheets.workbook import open_workbook
from vanban.so_lieu import ChiTieu

_MOST_LINES = 20_000
"""Of a sheet; no form is as long, and a hostile one stops here."""


def read_workbook(path: Path, form: Form) -> Returned:
    """Read a workbook by the ids in its first column, by the names of the entries where that is gone.

    Rows that a unit added to a free table are read too; macros, links and formulas never run.

    Args:
        path: the file.
        form: what was asked.

    Raises:
        InputError: VB010, VB011, VB013, VB180 to VB182, VB184 it cannot be read; VB269 it has too many rows.
    """
    found = _Found(form, str(path))
    for sheet in open_workbook(path):
        _Reader(form, sheet, found).read()
    said = tuple(found.said.values())
    return Returned(path, found.mark, said, tuple(found.faults), found.blanks)


@dataclass(slots=True)
class _Found:
    """What was met so far."""

    form: Form
    file: str
    mark: Mark | None = None
    said: dict[str, Said] = field(default_factory=dict)
    blanks: dict[str, str] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)

    def tell(self, kind: str, where: str, **details: object) -> None:
        self.faults.append(Fault(kind, Place(self.file, cell=where), details))


@dataclass(slots=True)
class _Entries:
    """The columns of the list of entries, counted from 0: ids (None where it is gone), names, results."""

    ids: int | None
    names: int
    values: int


@dataclass(slots=True)
class _Table:
    """The columns of a table, and how many of its rows were met."""

    grid: Grid
    columns: Mapping[int, ChiTieu]
    rows: int = 0
    headed: bool = False


class _Reader:
    """Reads one sheet from the top down; ``around`` is what the lines belong to."""

    def __init__(self, form: Form, sheet: Sheet, found: _Found) -> None:
        self.form, self.sheet, self.found = form, sheet, found
        self.around: _Entries | _Table | None = None
        self.by_name = _unique_names(form.chi_tieu)

    def read(self) -> None:
        for line in self._lines():
            texts = [text_of(cell) for cell in line.cells]
            if self.found.mark is None:
                self.found.mark = next(filter(None, map(mark_in, texts)), None)
            if any(plainly(text) == plainly(SIGNATURES[0]) for text in texts):
                self.around = None
            begins = _entries_of(texts) or self._table_of(texts)
            if begins:
                self.around = begins
            elif isinstance(self.around, _Entries):
                self._entry(line, texts, self.around)
            elif self.around:
                self._row(line, texts, self.around)

    def _lines(self) -> Iterator[Line]:
        for line in islice(self.sheet.lines(), _MOST_LINES + 1):
            if line.number > _MOST_LINES:
                self.found.tell("VB269", self.sheet.cell(line.number, 0), most=_MOST_LINES)
                return
            yield line

    def _table_of(self, texts: Sequence[str]) -> _Table | None:
        """The table whose line of ids this is."""
        for grid in self.form.bang:
            wanted = {column.id: column for column in grid.cot}
            if grid.id in texts and wanted.keys() <= set(texts) and (COLUMN_HEAD in texts or len(wanted) > 1):
                beyond = texts.index(grid.id)
                places = (at for at, text in enumerate(texts) if at > beyond and text in wanted)
                return _Table(grid, {at: wanted[texts[at]] for at in places})
        return None

    def _entry(self, line: Line, texts: Sequence[str], at: _Entries) -> None:
        name = _at(texts, at.names)
        item = self.form.items.get(_at(texts, at.ids)) or self.by_name.get(plainly(name))
        value = _at(texts, at.values)
        if item:
            self._say(item, line, at.values)
        elif value and name:
            self.found.tell("VB279", self.sheet.cell(line.number, at.values), name=name)

    def _row(self, line: Line, texts: Sequence[str], table: _Table) -> None:
        if not table.headed:  # the line with the names of the columns
            table.headed = True
            return
        if any(plainly(text) == plainly(TOTAL) for text in texts[:4]):
            self.around = None
            return
        filled = [at for at in table.columns if at < len(texts) and (texts[at] or line.cells[at].broken)]
        number = self._number(texts, table)
        if not filled:
            return
        if number > table.grid.rows and not table.grid.free:
            self.found.tell("VB279", self.sheet.cell(line.number, filled[0]), name=_at(texts, filled[0]))
            return
        table.rows = number
        for at in filled:
            self._say(table.grid.entry(number, table.columns[at]), line, at)

    def _number(self, texts: Sequence[str], table: _Table) -> int:
        """The row of a table: free ones are counted, others tell by their id, then by their name."""
        if table.grid.free:
            return table.rows + 1
        for row, label in enumerate(table.grid.hang, start=1):
            if f"{table.grid.id}.{row}" in texts[:2] or plainly(label) in map(plainly, texts[:4]):
                return row
        return table.grid.rows + 1

    def _say(self, item: ChiTieu, line: Line, at: int) -> None:
        cell = line.cells[at] if at < len(line.cells) else None
        where = self.sheet.cell(line.number, at)
        if cell is None or (cell.value is None and not cell.broken):
            self.found.blanks[item.id] = where
            return
        if cell.broken:
            self.found.tell("VB177", where, found=cell.broken)
            return
        before = self.found.said.get(item.id)
        if before and before.value != cell:
            self.found.tell("VB270", where, item=item.ten, first=before.where)
            return
        self.found.said[item.id] = Said(item.id, cell, where)


def _entries_of(texts: Sequence[str]) -> _Entries | None:
    """The columns of the list of entries, where this is its header."""
    plain = [plainly(text) for text in texts]
    if not {plainly(LABEL_HEAD), plainly(VALUE_HEAD)} <= set(plain):
        return None
    ids = plain.index(plainly(ID_HEAD)) if plainly(ID_HEAD) in plain else None
    return _Entries(ids, plain.index(plainly(LABEL_HEAD)), plain.index(plainly(VALUE_HEAD)))


def _unique_names(items: Sequence[ChiTieu]) -> dict[str, ChiTieu]:
    """Entries by their names, those that share one left out."""
    names = [plainly(item.ten) for item in items]
    return {name: item for name, item in zip(names, items, strict=True) if names.count(name) == 1}


def _at(texts: Sequence[str], column: int | None) -> str:
    return texts[column] if column is not None and column < len(texts) else ""
