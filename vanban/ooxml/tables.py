"""Tables: the grid of cells, their widths and lines, and what the table's style says in each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import reduce

from lxml.etree import _Element as Element

from vanban.ooxml.cascade import Cascade
from vanban.ooxml.properties import (
    NO_LETTERS,
    NO_SETTING,
    Border,
    Letters,
    Setting,
    border,
    over,
    read_letters,
    read_setting,
)
from vanban.ooxml.wml import MM_IN_TWIP, VAL, W, number, shown, twips, value, whole

_THROUGH = frozenset(f"{W}{name}" for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo"))
_CELL_MARGIN = 108
"""Left and right margin of a cell in twips, where nothing says so: Word's."""
_SIDES = ("top", "bottom", "left", "right")
_NAMES = {"left": ("left", "start"), "right": ("right", "end")}
_MOST_SPAN = 63
"""Columns of a table, the most that Word knows."""
_FIFTIETHS = 5_000
_FIRST_ROW, _LAST_ROW, _FIRST_COLUMN, _LAST_COLUMN, _NO_ROWS, _NO_COLUMNS = (
    0x20,
    0x40,
    0x80,
    0x100,
    0x200,
    0x400,
)
"""Bits of ``w:tblLook``."""
_LOOK_BITS = {
    "firstRow": _FIRST_ROW, "lastRow": _LAST_ROW, "firstColumn": _FIRST_COLUMN, "lastColumn": _LAST_COLUMN,
    "noHBand": _NO_ROWS, "noVBand": _NO_COLUMNS,
}  # fmt: skip


@dataclass(frozen=True)
class GridCell:
    """A cell: its place in the grid from 1, its size, and what its paragraphs get from the table's style."""

    element: Element | None
    row: int
    column: int
    columns: int
    rows: int
    """0 for the lower part of a cell that is merged down."""
    width_mm: float
    letters: Letters
    setting: Setting
    lined: bool
    """Whether it draws a line on any side."""
    ruled: Border | None
    """Its own lower side, where that is drawn."""


def read_grid(table: Element, cascade: Cascade, room_mm: float) -> list[list[GridCell]]:
    """The cells of a table, row by row; room left free before a row's first cell is a cell of no element.

    Args:
        table: the ``w:tbl``.
        cascade: for the table's style.
        room_mm: the width that the table stands in.
    """
    return _Grid(table, cascade, room_mm).rows()


class _Grid:
    """One table while it is read."""

    def __init__(self, table: Element, cascade: Cascade, room_mm: float) -> None:
        self.properties = table.find(f"{W}tblPr")
        self.room_mm = room_mm
        self.theme = cascade.theme
        self.styles = cascade.styles.chain(value(self.properties, "tblStyle"), "table")
        self.columns = [twips(e.get(f"{W}w")) or 0 for e in table.iterfind(f"{W}tblGrid/{W}gridCol")]
        self.elements = [row for row in _inside(table, "tr") if not _deleted(row)]
        self.look = _look(self.properties)
        self.conditional = {
            part.get(f"{W}type", ""): part
            for style in self.styles
            if style.element is not None
            for part in style.element.iterchildren(f"{W}tblStylePr")
        }
        self._said: dict[tuple[str, ...], tuple[Letters, Setting]] = {}
        self.lines = self._lines()

    def rows(self) -> list[list[GridCell]]:
        rows = [self._row(at, row) for at, row in enumerate(self.elements)]
        return _merged(rows, [_merge_marks(row) for row in self.elements])

    def _row(self, at: int, row: Element) -> list[GridCell]:
        properties = row.find(f"{W}trPr")
        skipped = min(whole(value(properties, "gridBefore")) or 0, _MOST_SPAN)
        cells = [self._space(at, skipped)] if skipped else []
        column = skipped
        elements = _inside(row, "tc")
        for index, element in enumerate(elements):
            last = index == len(elements) - 1
            cells.append(self._cell(at, column, element, last=last))
            column += cells[-1].columns
        return cells

    def _space(self, row: int, columns: int) -> GridCell:
        return GridCell(None, row + 1, 1, columns, 1, 0, NO_LETTERS, NO_SETTING, lined=False, ruled=None)

    def _cell(self, row: int, column: int, element: Element, *, last: bool) -> GridCell:
        properties = element.find(f"{W}tcPr")
        span = max(1, min(whole(value(properties, "gridSpan")) or 1, _MOST_SPAN))
        letters, setting = self._of_style(self._conditions(row, column, last=last))
        own = None if properties is None else properties.find(f"{W}tcBorders")
        sides = {side: border(own, *_NAMES.get(side, (side,))) for side in _SIDES}
        bottom = sides["bottom"]
        return GridCell(
            element=element,
            row=row + 1,
            column=column + 1,
            columns=span,
            rows=1,
            width_mm=round(self._width(properties, column, span) - self._margins(properties), 3),
            letters=letters,
            setting=setting,
            lined=any(self.lines if side is None else side.visible for side in sides.values()),
            ruled=bottom if bottom and bottom.visible else None,
        )

    def _width(self, properties: Element | None, column: int, span: int) -> float:
        """The width in mm: the cell's own, or that of the columns it spans."""
        asked = None if properties is None else properties.find(f"{W}tcW")
        width = None if asked is None else twips(asked.get(f"{W}w"))
        if asked is not None and width and asked.get(f"{W}type", "dxa") == "dxa":
            return width * MM_IN_TWIP
        grid = sum(self.columns[column : column + span])
        if grid:
            return grid * MM_IN_TWIP
        share = "" if asked is None else asked.get(f"{W}w", "")
        part = (number(share.rstrip("%")) or 0) / (100 if share.endswith("%") else _FIFTIETHS)
        return self.room_mm * (part or 1)

    def _margins(self, properties: Element | None) -> float:
        """The left and right margins of a cell together, in mm."""
        own = None if properties is None else properties.find(f"{W}tcMar")
        sources = [own, *(_child(holder, "tblCellMar") for holder in self._holders())]
        return sum(_margin(sources, _NAMES[side]) for side in ("left", "right")) * MM_IN_TWIP

    def _holders(self) -> Iterator[Element]:
        """Where the table as a whole is described, nearest first."""
        if self.properties is not None:
            yield self.properties
        for style in reversed(self.styles):
            described = None if style.element is None else style.element.find(f"{W}tblPr")
            if described is not None:
                yield described

    def _lines(self) -> bool:
        """Whether the table draws lines where its cells do not say otherwise."""
        for holder in self._holders():
            borders = holder.find(f"{W}tblBorders")
            if borders is not None:
                sides = (*_SIDES, "start", "end", "insideH", "insideV")
                return any(side is not None and side.visible for side in (border(borders, s) for s in sides))
        return any(part.find(f"{W}tcPr/{W}tcBorders") is not None for part in self.conditional.values())

    def _conditions(self, row: int, column: int, *, last: bool) -> tuple[str, ...]:
        """The parts of the table that a cell belongs to, from the weakest to the strongest."""
        first_row = self.look & _FIRST_ROW and row == 0
        parts = {
            "band1Vert": not self.look & _NO_COLUMNS and column % 2 == 0,
            "band2Vert": not self.look & _NO_COLUMNS and column % 2 == 1,
            "band1Horz": not self.look & _NO_ROWS and not first_row and self._band(row) == 0,
            "band2Horz": not self.look & _NO_ROWS and not first_row and self._band(row) == 1,
            "lastCol": self.look & _LAST_COLUMN and last,
            "firstCol": self.look & _FIRST_COLUMN and column == 0,
            "lastRow": self.look & _LAST_ROW and row == len(self.elements) - 1,
            "firstRow": first_row,
        }
        return tuple(name for name, holds in parts.items() if holds and name in self.conditional)

    def _band(self, row: int) -> int:
        return (row - (1 if self.look & _FIRST_ROW else 0)) % 2

    def _of_style(self, conditions: tuple[str, ...]) -> tuple[Letters, Setting]:
        if conditions not in self._said:
            parts = [
                self.conditional[name] for name in ("wholeTable", *conditions) if name in self.conditional
            ]
            letters = [*(s.letters for s in self.styles)]
            letters += [read_letters(part.find(f"{W}rPr"), self.theme) for part in parts]
            settings = [*(s.setting for s in self.styles)]
            settings += [read_setting(part.find(f"{W}pPr")) for part in parts]
            self._said[conditions] = reduce(over, letters, NO_LETTERS), reduce(over, settings, NO_SETTING)
        return self._said[conditions]


def _merged(rows: list[list[GridCell]], marks: list[dict[int, str]]) -> list[list[GridCell]]:
    """The rows with the height of every cell that is merged down."""
    heads: dict[int, tuple[int, int]] = {}
    out = [list(row) for row in rows]
    for at, row in enumerate(rows):
        for index, cell in enumerate(row):
            mark = marks[at].get(id(cell.element))
            if mark == "continue" and cell.column in heads:
                top, place = heads[cell.column]
                out[top][place] = replace(out[top][place], rows=out[top][place].rows + 1)
                out[at][index] = replace(cell, rows=0)
            elif mark is None:
                heads.pop(cell.column, None)
            else:
                heads[cell.column] = at, index
    return out


def _merge_marks(row: Element) -> dict[int, str]:
    """``restart`` or ``continue`` of each cell of a row that is merged up or down."""
    cells = ((cell, cell.find(f"{W}tcPr/{W}vMerge")) for cell in _inside(row, "tc"))
    return {id(cell): merge.get(VAL, "continue") for cell, merge in cells if merge is not None}


def _inside(parent: Element, name: str) -> list[Element]:
    """The rows of a table or the cells of a row, also those inside content controls and insertions."""
    found = []
    for child in shown(parent):
        if child.tag == f"{W}{name}":
            found.append(child)
        elif child.tag in _THROUGH:
            found += _inside(child, name)
    return found


def _deleted(row: Element) -> bool:
    return row.find(f"{W}trPr/{W}del") is not None


def _look(properties: Element | None) -> int:
    look = _child(properties, "tblLook")
    text = "" if look is None else look.get(VAL, "")
    if look is None or (text and not re.fullmatch(r"[0-9A-Fa-f]{1,4}", text)):
        return 0
    if text:
        return int(text, 16)
    return sum(bit for name, bit in _LOOK_BITS.items() if look.get(f"{W}{name}", "0") in ("1", "true", "on"))


def _child(parent: Element | None, name: str) -> Element | None:
    return None if parent is None else parent.find(f"{W}{name}")


def _margin(sources: list[Element | None], names: tuple[str, ...]) -> float:
    """The first margin that any of these describes, in twips."""
    for source in sources:
        for name in names:
            side = _child(source, name)
            width = None if side is None else twips(side.get(f"{W}w"))
            if width is not None:
                return width
    return _CELL_MARGIN
