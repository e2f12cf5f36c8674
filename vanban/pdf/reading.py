"""The way from drawn pages to a paper: text and tables in reading order, then what hangs on them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from vanban.paper import Cell, Paper, PaperSection, PaperTable, Paragraph, ParagraphLook, Story, TableCell
from vanban.pdf.columns import Block, read_blocks, rows_of
from vanban.pdf.drawing import Picture
from vanban.pdf.grids import Grid, GridCell
from vanban.pdf.lines import Line, read_lines, runs_of
from vanban.pdf.margins import paper_section
from vanban.pdf.opening import draw_pages
from vanban.pdf.paragraphs import Frame, Setting, frames_of, look_of, setting_of, split, words_of
from vanban.pdf.rules import Placed, hang, lines_of_letters
from vanban.pdf.sections import Pages, read_sections
from vanban.pdf.sheets import Sheet, read_sheets

_SAME_EDGE_PT = 2.0
_BODY = ("body", "textbox")


@dataclass
class _Table:
    """A drawn table, on one page or on several in a row."""

    parts: list[tuple[Sheet, Grid]]

    @property
    def is_frame(self) -> bool:
        """Whether it is a box around a text."""
        return len(self.parts) == 1 and len(self.parts[0][1].cells) == 1


Item = list[Line] | Block | _Table | Picture
"""What follows one another in a section: lines across the page, columns side by side, a drawn table."""


@dataclass
class _Reader:
    """Reads one paper; counts as it goes."""

    section: int = 0
    setting: Setting = field(default_factory=Setting)
    """Of the text across the page in this section."""
    paragraphs: list[Paragraph] = field(default_factory=list)
    tables: list[PaperTable] = field(default_factory=list)
    placed: list[Placed] = field(default_factory=list)
    count: int = 0

    def body(self, number: int, pages: Pages) -> None:
        """Read the body of a section."""
        self.section = number
        items = _items(pages)
        flowing = [lines for item in items if isinstance(item, list) for lines in split(item, pages.frame)]
        self.setting = setting_of(flowing, pages.frame, self.setting)
        for item in items:
            if isinstance(item, Block):
                self.block(item, pages)
            elif isinstance(item, Picture):
                self.picture(item, pages.frame)
            elif isinstance(item, list):
                self.text(item, pages.frame)
            elif item.is_frame:
                self.framed(item)
            else:
                self.table(item)

    def margins(self, number: int, pages: Pages) -> PaperSection:
        """Read what stands in the margins of a section."""
        self.section = number
        return paper_section(pages, self.text)

    def notes(self, number: int, pages: Pages) -> tuple[Paragraph, ...]:
        """Read the footnotes of a section."""
        self.section = number
        lines = [line for sheet in pages.sheets for line in sheet.notes]
        return self.text(lines, pages.frame, story="footnote")

    def text(
        self, lines: Sequence[Line], frame: Frame, cell: Cell | None = None, story: Story = "body"
    ) -> tuple[Paragraph, ...]:
        """Set lines of a column as paragraphs."""
        found = split(lines, frame)
        setting = setting_of(found, frame, Setting()) if frame.cell else self.setting
        paragraphs = []
        for own in found:
            self.count += 1
            paragraphs.append(
                Paragraph(
                    number=self.count,
                    runs=runs_of(words_of(own)),
                    look=look_of(own, frame, setting),
                    story=story,
                    section=self.section,
                    cell=cell,
                    width_mm=round(frame.width_mm, 1),
                    page=own[0].page if story in _BODY else None,
                )
            )
            self.placed += (Placed(self.count, line, frame) for line in own)
        if story in _BODY:
            self.paragraphs += paragraphs
        return tuple(paragraphs)

    def picture(self, picture: Picture, frame: Frame) -> None:
        """Set an empty paragraph for a picture, as it has in a Word file."""
        self.count += 1
        look = ParagraphLook(before_pt=None, after_pt=None, line=None)
        width = round(frame.width_mm, 1)
        self.paragraphs.append(
            Paragraph(self.count, look=look, section=self.section, width_mm=width, page=picture.page)
        )

    def block(self, block: Block, pages: Pages) -> None:
        """Set columns side by side as a table without lines."""
        number = len(self.tables) + 1
        cells = []
        for column, frame in enumerate(frames_of(block.columns, pages.left, pages.right), start=1):
            paragraphs = self.text(block.columns[column - 1], frame, Cell(number, 1, column))
            cells.append(TableCell(tuple(paragraph.number for paragraph in paragraphs)))
        self.tables.append(PaperTable(number, (tuple(cells),), lined=False, section=self.section))

    def framed(self, frame: _Table) -> None:
        """Set the text in a box."""
        sheet, grid = frame.parts[0]
        for cell, letters in grid.sort(sheet.tabled).items():
            self.text(
                rows_of(read_lines(letters, sheet.number)),
                Frame(cell.left, cell.right, cell=True),
                story="textbox",
            )

    def table(self, table: _Table) -> None:
        """Set a drawn table; head rows that are repeated on its further pages stand in it once."""
        number = len(self.tables) + 1
        rows: list[tuple[TableCell, ...]] = []
        head: list[list[str]] = []
        for sheet, grid in table.parts:
            lines = {
                cell: rows_of(read_lines(letters, sheet.number))
                for cell, letters in grid.sort(sheet.tabled).items()
            }
            texts = [
                [" ".join(line.text for line in lines[cell]) for cell in grid.cells if cell.row == row]
                for row in range(len(grid.down) - 1)
            ]
            repeated = _common(head, texts) if rows else 0
            head = head or texts
            rows += self._rows(grid, lines, number, len(rows), repeated)
        self.tables.append(PaperTable(number, tuple(rows), lined=True, section=self.section))

    def _rows(
        self, grid: Grid, lines: dict[GridCell, list[Line]], number: int, before: int, left_out: int
    ) -> Iterator[tuple[TableCell, ...]]:
        for row in range(left_out, len(grid.down) - 1):
            cells = []
            for cell in grid.cells:
                if cell.row == row:
                    frame = Frame(cell.left, cell.right).inner
                    place = Cell(number, before + row - left_out + 1, cell.column + 1)
                    paragraphs = self.text(lines[cell], frame, place)
                    numbers = tuple(paragraph.number for paragraph in paragraphs)
                    cells.append((cell.column, TableCell(numbers, cell.columns, cell.rows)))
                elif cell.row < row < cell.row + cell.rows:
                    cells.append((cell.column, TableCell((), cell.columns, 0)))
            yield tuple(cell for _column, cell in sorted(cells, key=lambda one: one[0]))


def read_paper(data: bytes) -> Paper:
    """A PDF as it is drawn.

    Words are in composed letters (NFC), in reading order; what stands side by side is a table, with lines or
    without. Fonts that stand in for Times New Roman are called so. A PDF does not tell spaces between
    paragraphs, line spacing or automatic numbering. Margins are those that the text keeps to; the lower one
    is the decree's where the text ends higher, for a page need not be full. Text of annotations (signature
    fields, notes), turned text (watermarks) and hidden text (behind a scan) is left out.

    Raises:
        InputError: VB190 not a PDF, VB191 locked, VB192 broken, VB193 a scan without text, VB194 too long.
    """
    sheets = read_sheets(draw_pages(data))
    sections = read_sections(sheets)
    reader = _Reader()
    for number, pages in enumerate(sections):
        reader.body(number, pages)
    rules = [(sheet.number, rule) for sheet in sheets for rule in sheet.rules]
    lines = [*hang(rules, reader.placed), *lines_of_letters(reader.paragraphs)]
    return Paper(
        origin="pdf",
        sections=tuple(reader.margins(number, pages) for number, pages in enumerate(sections)),
        paragraphs=tuple(reader.paragraphs),
        tables=tuple(reader.tables),
        lines=tuple(sorted(lines, key=lambda line: line.number)),
        footnotes=tuple(
            note for number, pages in enumerate(sections) for note in reader.notes(number, pages)
        ),
        pages=len(sheets),
    )


def _items(pages: Pages) -> list[Item]:
    """What stands in a section, in reading order; text and tables go on over the pages."""
    items: list[Item] = []
    for sheet in pages.sheets:
        for at, item in enumerate(_items_on(sheet)):
            last = items[-1] if items else None
            if isinstance(item, list) and isinstance(last, list):
                last += item
            elif (
                at == 0
                and isinstance(item, _Table)
                and isinstance(last, _Table)
                and _same_columns(last, item)
            ):
                last.parts += item.parts
            else:
                items.append(item)
    return items


def _items_on(sheet: Sheet) -> Iterator[Item]:
    pieces = sheet.body
    parts: list[Grid | Picture] = [*sheet.grids, *sheet.pictures]
    for part in sorted(parts, key=lambda part: part.top):
        above = [piece for piece in pieces if piece.base <= part.top + 1]
        pieces = [piece for piece in pieces if piece.base > part.top + 1]
        yield from _text_items(above)
        yield part if isinstance(part, Picture) else _Table([(sheet, part)])
    yield from _text_items(pieces)


def _text_items(pieces: Sequence[Line]) -> Iterator[Item]:
    for block in read_blocks(pieces):
        yield block if block.side_by_side else block.columns[0]


def _same_columns(table: _Table, following: _Table) -> bool:
    one, other = table.parts[-1][1].across, following.parts[0][1].across
    return len(one) == len(other) and all(
        abs(a - b) <= _SAME_EDGE_PT for a, b in zip(one, other, strict=True)
    )


def _common(head: Sequence[list[str]], texts: Sequence[list[str]]) -> int:
    """How many rows both tables begin with."""
    count = 0
    for one, other in zip(head, texts, strict=False):
        if one != other or not any(one):
            break
        count += 1
    return count
