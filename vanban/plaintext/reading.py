"""A text as a paper: rows, the blocks they stand in, and their paragraphs with numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from vanban.paper import (
    Align,
    Cell,
    DrawnLine,
    PageKind,
    Paper,
    PaperSection,
    PaperTable,
    Paragraph,
    ParagraphLook,
    Run,
    Story,
    TableCell,
    TextLook,
)
from vanban.plaintext.blocks import Flow, read_blocks
from vanban.plaintext.columns import Columns
from vanban.plaintext.grids import Grid
from vanban.plaintext.looks import Frame, align_in_column, align_of, frame_of
from vanban.plaintext.paragraphs import CELL, NARROW, Setting, joined, setting_of, split
from vanban.plaintext.rows import Margin, Row, Rows, read_rows

_LOOK = TextLook()
_EMPTY_LINE_PT = 16.0
"""What a blank row above a paragraph stands for, as space before it."""


def read_paper(text: str) -> Paper:
    """A text as it looks on paper: rows put together to paragraphs, columns and tables told apart.

    Words are in composed letters (NFC) and in the order of the text; columns side by side are read one after
    another. Page numbers and running heads stand in the headers and footers of the only section. Blank rows
    are told as space above a paragraph, in pt; the letters are all of one look.
    """
    rows = read_rows(text)
    return _Builder(rows).paper()


@dataclass
class _Builder:
    rows: Rows
    paragraphs: list[Paragraph] = field(default_factory=list)
    tables: list[PaperTable] = field(default_factory=list)
    lines: list[DrawnLine] = field(default_factory=list)
    margins: list[Margin] = field(default_factory=list)

    def paper(self) -> Paper:
        blocks = read_blocks(self.rows.body)
        self.margins += self.rows.margins
        flowing = [row for block in blocks if isinstance(block, Flow) for row in block.rows]
        setting, frame = setting_of(flowing), frame_of(flowing)
        for block in blocks:
            if isinstance(block, Flow):
                self._flow(block.rows, setting, frame)
            elif isinstance(block, Columns):
                self._columns(block)
            else:
                self._grid(block)
        body = tuple(self.paragraphs)
        section = PaperSection(headers=self._margins(head=True), footers=self._margins(head=False))
        return Paper(
            origin="text",
            sections=(section,),
            paragraphs=body,
            tables=tuple(self.tables),
            lines=tuple(self.lines),
            pages=self.rows.pages,
        )

    def _flow(self, rows: Sequence[Row], setting: Setting, frame: Frame) -> None:
        align: Align = "left"
        for paragraph in split(rows, setting):
            blank = paragraph[0].blank - setting.loose
            align = align_of(paragraph, frame, below_middle=align == "center")
            self._add(paragraph, ParagraphLook(align=align, before_pt=_space(blank)))

    def _columns(self, block: Columns) -> None:
        table = len(self.tables) + 1
        cells = []
        for column, rows in enumerate((block.left, block.right), start=1):
            align = align_in_column(rows)
            numbers = [
                self._add(
                    paragraph,
                    ParagraphLook(align=align, before_pt=_space(paragraph[0].blank)),
                    Cell(table, 1, column),
                )
                for paragraph in split(rows, NARROW)
            ]
            cells.append(TableCell(tuple(numbers)))
        self.tables.append(PaperTable(table, (tuple(cells),), lined=False))

    def _grid(self, grid: Grid) -> None:
        table = len(self.tables) + 1
        rows = []
        for row, (line, page) in enumerate(zip(grid.rows, grid.pages, strict=True), start=1):
            cells = []
            for column, words in enumerate(line, start=1):
                inside = [Row(text, page) for text in words or ("",)]
                numbers = [
                    self._add(paragraph, ParagraphLook(), Cell(table, row, column))
                    for paragraph in split(inside, CELL)
                ]
                cells.append(TableCell(tuple(numbers)))
            rows.append(tuple(cells))
        self.tables.append(PaperTable(table, tuple(rows), lined=True))
        self.margins += (
            Margin(Row("   ".join(" ".join(words) for words in line), page), head=True, number=False)
            for line, page in grid.repeated
        )

    def _add(self, rows: Sequence[Row], look: ParagraphLook, cell: Cell | None = None) -> int:
        """Add a paragraph to the body and tell its number."""
        number = len(self.paragraphs) + 1
        text = joined(rows)
        if rows[0].is_rule:
            self._rule(look, cell)
        self.paragraphs.append(
            Paragraph(
                number,
                (Run(text, _LOOK),) if text else (),
                look,
                cell=cell,
                page=rows[0].page if self.rows.pages else None,
                new_page=rows[0].asked,
            )
        )
        return number

    def _rule(self, look: ParagraphLook, cell: Cell | None) -> None:
        above = next((one for one in reversed(self.paragraphs) if one.cell == cell), None)
        if above:
            line = DrawnLine(above.number, "underscores", centred=look.align == "center")
            self.lines.append(line)

    def _margins(self, *, head: bool) -> dict[PageKind, tuple[Paragraph, ...]]:
        """The headers, or footers, of all pages, with numbers after those of the body."""
        story: Story = "header" if head else "footer"
        before = len(self.paragraphs) + (0 if head else sum(one.head for one in self.margins))
        stand = [one for one in self.margins if one.head == head]
        paragraphs = tuple(
            Paragraph(
                number,
                (Run(one.row.words, _LOOK, "PAGE" if one.number else ""),),
                story=story,
                page=one.row.page if self.rows.pages else None,
            )
            for number, one in enumerate(stand, start=before + 1)
        )
        return {"default": paragraphs} if paragraphs else {}


def _space(blank: int) -> float:
    return _EMPTY_LINE_PT * max(blank, 0)
