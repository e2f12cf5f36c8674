"""The way from drawn pages to a paper: text and tables in reading order, then what hangs on them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from vanban.paper import (
    Cell,
    NoteMark,
    Paper,
    PaperSection,
    PaperTable,
    Paragraph,
    ParagraphLook,
    Picture,
    Story,
    TableCell,
)  # fmt: skip
from vanban.pdf.columns import Block, read_blocks, rows_of
from vanban.pdf.drawing import MM, Letter, NoteKey
from vanban.pdf.drawing import Picture as DrawnPicture
from vanban.pdf.grids import Grid, GridCell
from vanban.pdf.images import Images
from vanban.pdf.lines import Line, notes_in, read_lines, runs_of
from vanban.pdf.margins import paper_section
from vanban.pdf.opening import draw_pages
from vanban.pdf.paragraphs import Frame, Setting, frames_of, look_of, setting_of, split, words_of
from vanban.pdf.rules import Placed, hang, lines_of_letters
from vanban.pdf.sections import Pages, read_sections
from vanban.pdf.sheets import Sheet, read_sheets, with_marks

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


Item = list[Line] | Block | _Table | DrawnPicture
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
    calls: list[tuple[int, int, NoteKey]] = field(default_factory=list)
    """The number of the paragraph, the place in it, and the footnote that it refers to."""
    notes: dict[NoteKey, list[int]] = field(default_factory=dict)
    """The numbers of the paragraphs of each footnote."""
    images: Images = field(default_factory=Images)
    pictures: list[Picture] = field(default_factory=list)
    lost_pictures: list[int] = field(default_factory=list)
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
            elif isinstance(item, DrawnPicture):
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

    def footnotes(self, number: int, pages: Pages) -> Iterator[Paragraph]:
        """Read the footnotes of a section; what no mark begins goes on with the note before it."""
        self.section = number
        groups: list[tuple[NoteKey | None, list[Line]]] = [(None, [])]
        for line in (line for sheet in pages.sheets for line in sheet.notes):
            if line.seen[0].note:
                groups.append((line.seen[0].note, []))
            groups[-1][1].append(line)
        for key, lines in groups:
            paragraphs = self.text(lines, pages.frame, story="footnote")
            if key:
                self.notes.setdefault(key, []).extend(paragraph.number for paragraph in paragraphs)
            yield from paragraphs

    def text(
        self, lines: Sequence[Line], frame: Frame, cell: Cell | None = None, story: Story = "body"
    ) -> tuple[Paragraph, ...]:
        """Set lines of a column as paragraphs."""
        found = split(lines, frame)
        setting = setting_of(found, frame, Setting()) if frame.cell else self.setting
        paragraphs = []
        for own in found:
            self.count += 1
            words = words_of(own)
            if story in _BODY:
                self.calls += ((self.count, at, note) for at, note in notes_in(words))
            paragraphs.append(
                Paragraph(
                    number=self.count,
                    runs=runs_of(words),
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

    def picture(self, picture: DrawnPicture, frame: Frame) -> None:
        """Set an empty paragraph for a picture, as it has in a Word file."""
        self.count += 1
        look = ParagraphLook(before_pt=None, after_pt=None, line=None)
        width = round(frame.width_mm, 1)
        self.paragraphs.append(
            Paragraph(self.count, look=look, section=self.section, width_mm=width, page=picture.page)
        )
        data = self.images.file(picture.image)
        if data:
            wide = round((picture.right - picture.left) * MM, 1)
            self.pictures.append(Picture(self.count, data, picture.alt, wide))
        else:
            self.lost_pictures.append(self.count)

    def lose(self, pictures: Iterable[DrawnPicture]) -> None:
        """Tell of pictures beside or behind text, each at the line that is nearest."""
        lines: dict[int, list[Placed]] = {}
        for one in self.placed:
            lines.setdefault(one.line.page, []).append(one)
        for picture in pictures:
            middle = (picture.top + picture.bottom) / 2
            near = min(lines.get(picture.page, ()), key=lambda one: abs(one.line.base - middle), default=None)
            if near:
                self.lost_pictures.append(near.number)

    def block(self, block: Block, pages: Pages) -> None:
        """Set columns side by side as a table without lines."""
        number = len(self.tables) + 1
        cells = []
        for column, frame in enumerate(frames_of(block.columns, pages.left, pages.right), start=1):
            paragraphs = self.text(block.columns[column - 1], frame, Cell(number, 1, column))
            cells.append(TableCell(tuple(paragraph.number for paragraph in paragraphs)))
        self.tables.append(PaperTable(number, (tuple(cells),), lined=False, section=self.section))

    def framed(self, box: _Table) -> None:
        """Set the text in a box."""
        sheet, grid = box.parts[0]
        for cell, letters in grid.sort(sheet.tabled).items():
            frame = Frame(cell.left, cell.right, cell=True)
            self.text(_lines_in(sheet, letters), frame, story="textbox")

    def table(self, table: _Table) -> None:
        """Set a drawn table; head rows that are repeated on its further pages stand in it once."""
        number = len(self.tables) + 1
        rows: list[tuple[TableCell, ...]] = []
        head: list[list[str]] = []
        for sheet, grid in table.parts:
            lines = {cell: _lines_in(sheet, letters) for cell, letters in grid.sort(sheet.tabled).items()}
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
    reader.lose(picture for sheet in sheets for picture in sheet.beside)
    lines = [*hang(rules, reader.placed), *lines_of_letters(reader.paragraphs)]
    margins = tuple(reader.margins(number, pages) for number, pages in enumerate(sections))
    footnotes = tuple(
        note for number, pages in enumerate(sections) for note in reader.footnotes(number, pages)
    )
    return Paper(
        origin="pdf",
        sections=margins,
        paragraphs=tuple(reader.paragraphs),
        tables=tuple(reader.tables),
        lines=tuple(sorted(lines, key=lambda line: line.number)),
        footnotes=footnotes,
        notes=tuple(
            NoteMark(number, at, at, tuple(reader.notes[key]))
            for number, at, key in reader.calls
            if key in reader.notes
        ),
        pictures=tuple(reader.pictures),
        lost_pictures=tuple(sorted(reader.lost_pictures)),
        pages=len(sheets),
    )


def _lines_in(sheet: Sheet, letters: Sequence[Letter]) -> list[Line]:
    """The lines in a cell."""
    lines = rows_of(read_lines(letters, sheet.number))
    return [with_marks(line, sheet.uncalled) for line in lines]


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
    parts: list[Grid | DrawnPicture] = [*sheet.grids, *sheet.pictures]
    for part in sorted(parts, key=lambda part: part.top):
        above = [piece for piece in pieces if piece.base <= part.top + 1]
        pieces = [piece for piece in pieces if piece.base > part.top + 1]
        yield from _text_items(above)
        yield part if isinstance(part, DrawnPicture) else _Table([(sheet, part)])
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
