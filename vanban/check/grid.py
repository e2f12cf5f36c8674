"""The tables of a paper as figures: what heads them, which rows sum up, which columns hold numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import NamedTuple

from vanban.check.model import Case, Hit
from vanban.paper import Paper, PaperTable, Paragraph, TableCell
from vanban.tiengviet.letters import from_roman
from vanban.tiengviet.numbers import parse_so_vn


class Figure(NamedTuple):
    """A number as a cell shows it; a blank or a dash is 0, and ``blank``."""

    value: Decimal
    decimals: int = 0
    unit: str = ""
    blank: bool = False

    @property
    def step(self) -> Decimal:
        """One in its last place."""
        return Decimal(1).scaleb(-self.decimals)


BLANK = Figure(Decimal(0), blank=True)

_FIGURE = re.compile(
    r"(?P<figure>[-−]?\d[\d.,]*|\d{1,3}(?: \d{3})+)\s*(?P<unit>%|[^\W\d_]{1,8}(?: [^\W\d_]{1,8})?)?"
)
_DASHES = frozenset("-–—−")


def figure_of(text: str) -> Figure | None:
    """Read a cell: ``1.250``, ``98,5%``, ``05 bộ``, ``-``; None for anything that is not one plain number."""
    text = text.strip()
    if not text or text in _DASHES:
        return BLANK
    found = _FIGURE.fullmatch(text)
    if not found:
        return None
    figure = found["figure"].replace(" ", "")
    if re.fullmatch(r"-?\d+\.\d{1,2}", figure):
        figure = figure.replace(".", ",")
    try:
        value = parse_so_vn(figure)
    except ValueError:
        return None
    return Figure(value, len(figure.partition(",")[2]), (found["unit"] or "").lower())


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell of a row: its words and the paragraph that they begin in."""

    text: str
    paragraph: Paragraph


@dataclass(frozen=True)
class Row:
    """A row under the heading, its cells by their first column."""

    cells: dict[int, GridCell]
    mark: str
    """What the column of ordinal numbers says."""

    @cached_property
    def label(self) -> str:
        """The words that it begins with, after the ordinal number; its first cell where it has none."""
        texts = [cell.text for cell in self.cells.values() if cell.text != self.mark]
        return next((text for text in texts if figure_of(text) is None), texts[0] if texts else self.mark)

    @cached_property
    def depth(self) -> str:
        """The kind of its ordinal mark: ``I``, ``A``, ``1``, ``1.1``, ``a``, ``-`` or "" for none."""
        mark = self.mark.strip().rstrip(".)/").strip()
        if re.fullmatch(r"\d+(?:\.\d+)*", mark):
            return ".".join("1" for _ in mark.split("."))
        if re.fullmatch(r"[IVXLC]+", mark) and from_roman(mark):
            return "I"
        if len(mark) == 1 and mark.isalpha():
            return "A" if mark.isupper() else "a"
        return mark[:1]

    @cached_property
    def is_total(self) -> bool:
        """Whether it says that it sums up."""
        return any(_TOTAL.fullmatch(cell.text) for cell in list(self.cells.values())[:3])

    @cached_property
    def is_subtotal(self) -> bool:
        """Whether it sums up a part, or may."""
        return not self.is_total and bool(_SOME_TOTAL.match(self.label))


_TOTAL = re.compile(
    r"(?:tổng(?: cộng| số)?|cộng)(?: chung| cả năm| toàn (?:xã|phường|trường|tỉnh|thành phố|ngành))?"
    r"(?: ?\([^)]*\))?[ :.]*",
    re.IGNORECASE,
)
_SOME_TOTAL = re.compile(r"(?:tổng|cộng)(?!\w)", re.IGNORECASE)
_ORDINALS = re.compile(r"(?:s?tt|số ?tt|số thứ tự)\.?", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d")


def is_total(words: str) -> bool:
    """Whether the head of a column says that it sums up the others."""
    return bool(_TOTAL.fullmatch(words))


@dataclass(frozen=True)
class Grid:
    """A table: per column the words that head it, from the top; the rows under them."""

    heads: tuple[tuple[str, ...], ...]
    rows: tuple[Row, ...]

    @cached_property
    def ordinals(self) -> int | None:
        """The column of ordinal numbers."""
        return next((c for c, head in enumerate(self.heads) if _ORDINALS.fullmatch(" ".join(head))), None)

    @cached_property
    def columns(self) -> dict[int, list[Figure]]:
        """The columns with nothing but figures of one unit, two of them at least; the first says what."""
        found = {}
        for column in range(1, len(self.heads)):
            if column == self.ordinals:
                continue
            figures = [
                figure_of(row.cells[column].text) if column in row.cells else BLANK for row in self.rows
            ]
            read = [figure for figure in figures if figure]
            written = [figure for figure in read if not figure.blank]
            units = {figure.unit for figure in written} - {""}
            if len(read) == len(figures) and len(written) >= 2 and len(units) <= 1 and not _unclear(written):
                found[column] = read
        return found

    def head(self, column: int) -> str:
        """All words over a column, its number where there are none."""
        return " ".join(self.heads[column]) or str(column + 1)

    def hit(self, case: Case, row: int, column: int, /, **details: object) -> Hit:
        """A hit on a cell under the heading."""
        paragraph = self.rows[row].cells[column].paragraph
        parts = case.anatomy.by_paragraph.get(paragraph.number, ())
        return Hit(paragraph, parts[0].id if parts else "bang", 0, len(paragraph.text), details)


def _unclear(figures: list[Figure]) -> bool:
    """Whether all decimals have three places, so that an English comma between thousands may be meant."""
    decimals = {figure.decimals for figure in figures} - {0}
    return decimals == {3}


def grids(case: Case) -> Iterator[Grid]:
    """Every lined table of the paper and its annexes, but those inside another's cell."""
    for table in case.paper.tables:
        if table.lined and not table.nested and len(table.rows) > 2:
            yield _grid(case.paper, table)


def _grid(paper: Paper, table: PaperTable) -> Grid:
    laid = [_laid(paper, row) for row in table.rows]
    width = max(column + span for row in laid for column, span, _cell in row)
    first = next((i for i, row in enumerate(laid) if _has_figures(row)), len(laid))
    heads = tuple(_heads(laid[:first], column) for column in range(width))
    ordinals = next((c for c, head in enumerate(heads) if _ORDINALS.fullmatch(" ".join(head))), None)
    rows = []
    for row in laid[first:]:
        cells = {column: cell for column, _span, cell in row if cell}
        if cells and not _numbers_columns(row):
            mark = cells[ordinals].text if ordinals is not None and ordinals in cells else ""
            rows.append(Row(cells, mark))
    return Grid(heads, tuple(rows))


_Laid = list[tuple[int, int, GridCell | None]]
"""Cells of a row with their first column and how many columns they span; None for one with no words."""


def _laid(paper: Paper, row: tuple[TableCell, ...]) -> _Laid:
    found: _Laid = []
    column = 0
    for cell in row:
        paragraphs = [paper.by_number[number] for number in cell.paragraphs]
        words = [(f"{p.label} {p.text}".strip(), p) for p in paragraphs]
        said = [(" ".join(text.split()), p) for text, p in words if text]
        shown = GridCell(" ".join(text for text, _p in said), said[0][1]) if said and cell.rows else None
        found.append((column, cell.columns, shown))
        column += cell.columns
    return found


def _heads(rows: list[_Laid], column: int) -> tuple[str, ...]:
    words = (
        cell.text
        for row in rows
        if not _numbers_columns(row)
        for start, span, cell in row
        if cell and start <= column < start + span
    )
    return tuple(dict.fromkeys(words))


def _has_figures(row: _Laid) -> bool:
    """Whether a row is one of figures: not years or the numbers of columns."""
    texts = [cell.text for _column, _span, cell in row if cell]
    figures = [text for text in texts if (figure := figure_of(text)) and not figure.blank]
    return bool(figures) and not _numbers_columns(row) and not all(map(_YEAR.fullmatch, figures))


def _numbers_columns(row: _Laid) -> bool:
    """Whether a row only numbers the columns: ``(1) (2) (3)=(1)+(2)``, ``A B 1 2``."""
    texts = [cell.text for _column, _span, cell in row if cell]
    if len(texts) < 3 or not all(
        re.fullmatch(r"[A-ZĐ]|[(\[]?\d{1,2}[)\]]?(?: ?=.*)?", text) for text in texts
    ):
        return False
    numbers = [int(re.sub(r"\D", "", text.partition("=")[0])) for text in texts if text[-1:] not in "ABCĐ"]
    return numbers == list(range(numbers[0], numbers[0] + len(numbers))) if numbers else False
