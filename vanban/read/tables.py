"""A table of the paper → a table of the document: columns, header rows, merged cells."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from vanban.document.blocks import Cell, Column, Inline, LineBreak, Run, Table
from vanban.document.inline import normal
from vanban.paper import PaperTable, Paragraph, TableCell
from vanban.read.original import Original
from vanban.tiengviet.unicode import clean

_ALIGN = {"left": "trai", "center": "giua", "right": "phai", "justify": "deu"}


def table_of(original: Original, table: PaperTable, header_rows: int, caption: Inline = ()) -> Table:
    """A table with ``header_rows`` rows that name its columns."""
    width = max(sum(cell.columns for cell in row) for row in table.rows)
    rows = tuple(_row(original, row, width, head=place < header_rows) for place, row in enumerate(table.rows))
    header_rows = _whole_head(rows, header_rows)
    columns = tuple(_columns(original, table, width, header_rows))
    return Table(columns, rows, header_rows, caption)


def _whole_head(rows: Sequence[tuple[Cell, ...]], header_rows: int) -> int:
    """As many header rows as no merged cell goes beyond; none where one goes through all of the table."""
    while 0 < header_rows < len(rows) and any(cell.merge == "up" for cell in rows[header_rows]):
        header_rows += 1
    return header_rows if header_rows < len(rows) or len(rows) == 1 else 0


def _row(original: Original, row: tuple[TableCell, ...], width: int, *, head: bool) -> tuple[Cell, ...]:
    """One cell for each column; what a cell covers beside it or from above has no words of its own."""
    cells: list[Cell] = []
    for cell in row:
        if cell.rows == 0:
            cells += [Cell(merge="up")] * cell.columns
        else:
            cells += [Cell(_words(original, cell, head=head)), *[Cell(merge="left")] * (cell.columns - 1)]
    return tuple(cells + [Cell()] * (width - len(cells)))


def _words(original: Original, cell: TableCell, *, head: bool) -> Inline:
    """The paragraphs of a cell, one a line."""
    parts: list[object] = []
    for number in cell.paragraphs:
        paragraph = original.paper.by_number[number]
        words = inline_with_label(original, paragraph, "bang_dau" if head else "bang")
        if words:
            parts += [LineBreak(), *words] if parts else words
    return normal(parts)  # type: ignore[arg-type]


def inline_with_label(original: Original, paragraph: Paragraph, component: str) -> Inline:
    """The words of a whole paragraph, behind the number or sign that Word prints before them."""
    lines: list[object] = [Run(f"{clean(paragraph.label)[0]} ")] if paragraph.label else []
    at = 0
    for line in paragraph.text.split("\n"):
        words = original.inline(paragraph, at, at + len(line), component)
        lines += ([LineBreak(), *words] if at else words) if words else []
        at += len(line) + 1
    return normal(lines)  # type: ignore[arg-type]


def _columns(original: Original, table: PaperTable, width: int, header_rows: int) -> Iterator[Column]:
    widths, aligns = _widths(original, table, width), _aligns(original, table, width, header_rows)
    for mm, align in zip(widths, aligns, strict=True):
        yield Column(mm, align)  # type: ignore[arg-type]


def _places(table: PaperTable) -> Iterator[tuple[int, int, TableCell]]:
    """Each cell with its row and column, from 0."""
    for y, row in enumerate(table.rows):
        x = 0
        for cell in row:
            yield y, x, cell
            x += cell.columns


def _widths(original: Original, table: PaperTable, width: int) -> list[float]:
    """Widths in whole mm, of cells that take one column; even where the paper does not tell."""
    found: list[Counter[float]] = [Counter() for _ in range(width)]
    for _, x, cell in _places(table):
        if cell.columns == 1 and cell.paragraphs:
            mm = original.paper.by_number[cell.paragraphs[0]].width_mm
            if mm > 0:
                found[x][float(max(round(mm), 1))] += 1
    known = [counts.most_common(1)[0][0] if counts else 0.0 for counts in found]
    if not all(known):
        return [1.0] * width
    return [1.0] * width if all(a == b for a, b in pairwise(known)) else known


def _aligns(original: Original, table: PaperTable, width: int, header_rows: int) -> list[str]:
    """How most cells of a column stand, header rows aside."""
    found: list[Counter[str]] = [Counter() for _ in range(width)]
    for y, x, cell in _places(table):
        if y >= header_rows and cell.rows:
            for number in cell.paragraphs:
                paragraph = original.paper.by_number[number]
                if paragraph.text.strip():
                    found[x][_ALIGN[paragraph.look.align]] += 1
    return [counts.most_common(1)[0][0] if counts else "trai" for counts in found]
