"""A Word form that came back → what stands in its entries, by its controls, by names where these are gone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice
from pathlib import Path

from lxml.etree import _Element as Element

from vanban.errors import Fault, Place
from vanban.figures.form import Form, Grid, Mark
from vanban.figures.report_form import LABEL_HEAD, VALUE_HEAD, heads_of
from vanban.figures.returned import Returned, Said, mark_in
from vanban.files import read_bytes
from vanban.ooxml.package import Package, open_package
from vanban.ooxml.wml import PARAGRAPH, VAL, W, is_on, shown
from vanban.roster.columns import plainly
from vanban.so_lieu import ChiTieu
from vanban.tiengviet.unicode import clean

_MOST_ROWS = 5_000
"""Of all tables; no form is as long, and a hostile one stops here."""
_DOTS = re.compile(r"…{3,}|\.{5,}")
"""The blank, or what a pen or a hurried typist left of it."""
_HIDDEN = frozenset({f"{W}del", f"{W}moveFrom", f"{W}sdtPr", f"{W}tbl", f"{W}rPr", f"{W}pPr"})
_SIGNS = {f"{W}tab": " ", f"{W}br": " ", f"{W}cr": " ", f"{W}noBreakHyphen": "-"}


def read_word(path: Path, form: Form) -> Returned:
    """Read a Word form by the tags of its controls; entries whose control is gone by the names beside them.

    Rows that a unit added to a free table are read too; nothing in the file ever runs.

    Args:
        path: the file.
        form: what was asked.

    Raises:
        InputError: VB010, VB011, VB013, VB160 to VB169 it cannot be read.
    """
    package = open_package(read_bytes(path), str(path))
    body = package.xml(package.document)
    found = _Found(form, str(path))
    rows = 0
    for element in body.iter(f"{W}tbl"):
        table = _Table(element)
        rows += len(table.rows)
        if rows > _MOST_ROWS:
            found.faults.append(Fault("VB280", Place(str(path)), {"most": _MOST_ROWS}))
            break
        found.read(table)
    return Returned(path, _mark(package, body), tuple(found.said.values()), tuple(found.faults))


@dataclass(frozen=True)
class _Cell:
    """A cell of a table."""

    element: Element

    @cached_property
    def text(self) -> str:
        """What was written in it, without blanks."""
        paragraphs = (_text(paragraph) for paragraph in self.element.iter(PARAGRAPH))
        return " ".join(_DOTS.sub(" ", clean(" ".join(paragraphs))[0]).split())

    @cached_property
    def tags(self) -> tuple[str, ...]:
        """The tags of its controls, and of one that is put around it."""
        around = self.element.xpath("parent::*[local-name()='sdtContent']/preceding-sibling::*/*[@*]")
        tags = (*self.element.iter(f"{W}tag"), *(one for one in around if one.tag == f"{W}tag"))
        return tuple(tag.get(VAL, "") for tag in tags)


@dataclass(frozen=True)
class _Table:
    """A table, without those in its cells."""

    element: Element

    @cached_property
    def rows(self) -> tuple[tuple[_Cell, ...], ...]:
        """Its cells; rows that were deleted with changes tracked are not there."""
        rows = islice(self._own(self.element, "tr"), _MOST_ROWS + 1)
        there = (row for row in rows if row.find(f"{W}trPr/{W}del") is None)
        return tuple(tuple(map(_Cell, self._own(row, "tc"))) for row in there)

    def _own(self, above: Element, name: str) -> Iterator[Element]:
        for one in above.iter(f"{W}{name}"):
            if next(one.iterancestors(f"{W}tbl"), None) is self.element:
                yield one


@dataclass
class _Found:
    """What was met so far."""

    form: Form
    file: str
    said: dict[str, Said] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    grids: set[str] = field(default_factory=set)

    def read(self, table: _Table) -> None:
        """Read a table, if it is one of the form."""
        grid = self._grid_of(table)
        if grid:
            self.grids.add(grid.id)
            self._read_grid(table, grid)
        else:
            self._read_entries(table)

    def _grid_of(self, table: _Table) -> Grid | None:
        """The table of the form that this is: by its tags, then by the heads of its columns."""
        tags = {
            tag.partition(".")[0] for row in table.rows for cell in row for tag in cell.tags if "." in tag
        }
        heads = {plainly(cell.text) for cell in table.rows[0]} if table.rows else set()
        for grid in self.form.bang:
            if grid.id not in self.grids and grid.id in tags:
                return grid
        for grid in self.form.bang:
            if grid.id not in self.grids and {plainly(head) for head in heads_of(grid)} <= heads:
                return grid
        return None

    def _read_grid(self, table: _Table, grid: Grid) -> None:
        columns = _columns(table.rows[0], grid)
        for number, cells in enumerate(table.rows[1:], start=1):
            filled = {at: cells[at] for at in columns if at < len(cells) and cells[at].text}
            row = number if grid.free else _named_row(cells, grid)
            for at, cell in filled.items():
                where = f"{grid.ten}, hàng {number}, cột {at + 1}"
                if row:
                    self._say(grid.entry(row, columns[at]), cell, where)
                else:
                    self._tell("VB279", where, name=cells[0].text or cell.text)

    def _read_entries(self, table: _Table) -> None:
        columns: tuple[int, int] | None = None
        number = 0
        for cells in table.rows:
            heads = [plainly(cell.text) for cell in cells]
            if {plainly(LABEL_HEAD), plainly(VALUE_HEAD)} <= set(heads):
                columns = heads.index(plainly(LABEL_HEAD)), heads.index(plainly(VALUE_HEAD))
                number = 0
                continue
            number += 1
            tagged = {tag: at for at, cell in enumerate(cells) for tag in cell.tags if tag in self.form.items}
            for name, at in tagged.items():
                self._say(self.form.items[name], cells[at], f"Bảng chỉ tiêu, hàng {number}, cột {at + 1}")
            if not tagged and columns and max(columns) < len(cells):
                self._read_named(cells[columns[0]], cells[columns[1]], number, columns[1])

    def _read_named(self, label: _Cell, value: _Cell, number: int, at: int) -> None:
        """An entry whose control is gone."""
        where = f"Bảng chỉ tiêu, hàng {number}, cột {at + 1}"
        item = self._by_name.get(plainly(label.text))
        if item:
            self._say(item, value, where)
        elif value.text and label.text:
            self._tell("VB279", where, name=label.text)

    @cached_property
    def _by_name(self) -> Mapping[str, ChiTieu]:
        """Entries by their names, those that share one left out."""
        names = [plainly(item.ten) for item in self.form.chi_tieu]
        pairs = zip(names, self.form.chi_tieu, strict=True)
        return {name: item for name, item in pairs if names.count(name) == 1}

    def _say(self, item: ChiTieu, cell: _Cell, where: str) -> None:
        if not cell.text:
            return
        before = self.said.get(item.id)
        if before and before.value != cell.text:
            self._tell("VB270", where, item=item.ten, first=before.where)
            return
        self.said[item.id] = Said(item.id, cell.text, where)

    def _tell(self, kind: str, where: str, **details: object) -> None:
        self.faults.append(Fault(kind, Place(self.file, cell=where), details))


def _columns(heads: Sequence[_Cell], grid: Grid) -> dict[int, ChiTieu]:
    """The columns of a table by their heads, by their order where one was renamed."""
    texts = [plainly(cell.text) for cell in heads]
    wanted = heads_of(grid)
    first = len(wanted) - len(grid.cot)
    named = [plainly(head) for head in wanted[first:]]
    if len(set(named)) == len(named) and set(named) <= set(texts):
        return {texts.index(name): column for name, column in zip(named, grid.cot, strict=True)}
    return dict(enumerate(grid.cot, start=first))


def _named_row(cells: Sequence[_Cell], grid: Grid) -> int:
    """The row of a table whose rows have names: by its tags, then by its name; 0 where it is none of them."""
    parts = [tag.split(".") for cell in cells for tag in cell.tags]
    numbers = {int(part[1]) for part in parts if part[0] == grid.id and len(part) > 2 and part[1].isdigit()}
    if len(numbers) == 1 and min(numbers) <= grid.rows:
        return min(numbers)
    names = {plainly(cell.text) for cell in cells[:2]}
    return next((row for row, name in enumerate(grid.hang, start=1) if plainly(name) in names), 0)


def _text(element: Element) -> str:
    """The words of a paragraph as they are seen; a control that shows how to fill it says nothing."""
    out: list[str] = []
    for part in shown(element):
        if part.tag in (f"{W}t", *_SIGNS):
            out.append(_SIGNS.get(str(part.tag), part.text or ""))
        elif part.tag not in _HIDDEN and not (part.tag == f"{W}sdt" and _prompts(part)):
            out.append(_text(part))
    return "".join(out)


def _prompts(control: Element) -> bool:
    """Whether a control shows Word's own words of how to fill it, which have a style for their letters."""
    flag = control.find(f"{W}sdtPr/{W}showingPlcHdr")
    return flag is not None and is_on(flag) and next(control.iter(f"{W}rStyle"), None) is not None


def _mark(package: Package, body: Element) -> Mark | None:
    """The mark: in the paper, in a tag, in a property of the file."""
    for paragraph in body.iter(PARAGRAPH):
        if mark := mark_in(_text(paragraph)):
            return mark
    tags = (tag.get(VAL, "") for tag in body.iter(f"{W}tag"))
    properties = (
        str(value.text or "")
        for member in package.related("", "custom-properties")
        for value in package.xml(member).iter()
    )
    return next(filter(None, map(mark_in, (*tags, *properties))), None)
