"""The walk through a Word file as a reader goes: paragraphs, tables, text boxes, what is anchored."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from itertools import islice

from lxml.etree import _Element as Element

from vanban.errors import Place, fail
from vanban.language import _
from vanban.ooxml.cascade import Cascade
from vanban.ooxml.inline import Content, InlineReader, NoteCall, mark_deleted
from vanban.ooxml.lines import Met
from vanban.ooxml.numbering import Counter
from vanban.ooxml.package import Package
from vanban.ooxml.pages import Pages
from vanban.ooxml.pictures import picture_of, pictures_in
from vanban.ooxml.properties import NO_LETTERS, NO_SETTING, Letters, Setting
from vanban.ooxml.sections import SetUp
from vanban.ooxml.shapes import boxes, shape_lines
from vanban.ooxml.tables import GridCell, read_grid
from vanban.ooxml.wml import MM_IN_TWIP, PARAGRAPH, W, shown
from vanban.paper import (
    Anchor,
    Cell,
    PaperTable,
    Paragraph,
    Picture,
    Story,
    TableCell,
)

MOST = {"p": 200_000, "tc": 200_000, "tr": 200_000, "tbl": 200_000, "sectPr": 20_000, "r": 1_000_000}
"""What one member may hold of each; a paper of 2,000 pages has about 80,000 paragraphs and 250,000 runs."""

_THROUGH = frozenset(f"{W}{name}" for name in ("sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo"))


@dataclass(frozen=True)
class Where:
    """What stands around a paragraph. ``place`` is one number for each cell, box or story."""

    story: Story = "body"
    place: int = 0
    width_mm: float | None = None
    """None for the columns of the section."""
    cell: Cell | None = None
    letters: Letters = NO_LETTERS
    setting: Setting = NO_SETTING


@dataclass
class Walk:
    """Reads one paper; counts as it goes."""

    package: Package
    cascade: Cascade
    set_ups: list[SetUp]
    pages: Pages
    inline: InlineReader
    counter: Counter
    member: str = ""
    ordinals: dict[Element, int] = field(default_factory=dict)
    section: int = 0
    places: int = 0
    met: list[Met] = field(default_factory=list)
    tables: list[PaperTable | None] = field(default_factory=list)
    notes: list[tuple[int, NoteCall]] = field(default_factory=list)
    """Each with the number of the paragraph that refers to it."""
    images: Mapping[str, str] = field(default_factory=dict)
    """The pictures that the body refers to, by the ids of their relationships."""
    pictures: list[Picture] = field(default_factory=list)
    lost_pictures: list[int] = field(default_factory=list)
    contents: dict[Anchor, Content] = field(default_factory=dict)

    def enter(self, member: str) -> Element:
        """Begin a member: number its paragraphs."""
        root = self.package.xml(member)
        self.member = member
        for name, most in MOST.items():
            if next(islice(root.iter(f"{W}{name}"), most, None), None) is not None:
                place = Place(file=self.package.name or None, part=member)
                raise fail("VB167", place, reason=_("có quá nhiều đoạn văn hoặc ô bảng"))
        self.ordinals = {paragraph: ordinal for ordinal, paragraph in enumerate(root.iter(PARAGRAPH))}
        return root

    def blocks(self, parent: Element, where: Where) -> list[int]:
        """Read paragraphs and tables; the numbers of the paragraphs that stand directly in ``parent``."""
        numbers: list[int] = []
        for child in shown(parent):
            if child.tag == PARAGRAPH:
                numbers += self.paragraph(child, where)
            elif child.tag == f"{W}tbl":
                self.table(child, where)
            elif child.tag in _THROUGH:
                numbers += self.blocks(child, where)
        return numbers

    def paragraph(self, element: Element, where: Where) -> list[int]:
        """Read a paragraph and the text boxes in it; none if tracked changes took it away."""
        properties = element.find(f"{W}pPr")
        result = self.cascade.paragraph(where.setting, properties)
        if result.look.page_break_before and where.story == "body":
            self.pages.forced()
        width = where.width_mm or self.set_ups[self.section].column_mm(self.pages.column)
        content = self.inline.read(element, result.style, where.letters)
        anchor = Anchor(self.member, self.ordinals[element])
        self.contents[anchor] = content
        numbers = []
        if content.runs or content.drawings or content.notes or not mark_deleted(properties):
            listed = result.listed
            frame = result.setting.frame_width
            paragraph = Paragraph(
                number=len(self.met) + 1,
                runs=content.runs,
                look=result.look,
                story=where.story,
                section=self.section,
                cell=where.cell,
                label=self.counter.label(listed.id, listed.level) if listed else "",
                style=result.name,
                width_mm=frame * MM_IN_TWIP if frame else width,
                page=content.page if self.pages.told else None,
                new_page=content.new_page and where.story == "body",
                anchor=anchor,
            )
            shapes = tuple(line for drawing in content.drawings for line in shape_lines(drawing))
            mark = None if properties is None else properties.find(f"{W}rPr")
            mark_pt = self.cascade.letters(result.style, where.letters, mark).low.size_pt
            self.met.append(Met(paragraph, where.place, result.setting, mark_pt, shapes))
            numbers = [paragraph.number]
            self.notes += ((paragraph.number, call) for call in content.notes)
            if where.story in ("body", "textbox"):
                self._pictures(paragraph.number, content.drawings)
        for drawing in content.drawings:
            for box, box_width in boxes(drawing):
                self.places += 1
                story: Story = "textbox" if where.story in ("body", "textbox") else where.story
                inside = replace(where, story=story, place=self.places, width_mm=box_width or width)
                numbers += self.blocks(box, inside)
        if properties is not None and properties.find(f"{W}sectPr") is not None:
            self._next_section()
        return numbers

    def _pictures(self, number: int, drawings: Iterable[Element]) -> None:
        for shown_picture in (picture for drawing in drawings for picture in pictures_in(drawing)):
            picture = picture_of(shown_picture, number, self.package, self.images)
            if picture:
                self.pictures.append(picture)
            else:
                self.lost_pictures.append(number)

    def table(self, element: Element, where: Where) -> None:
        """Read a table, row by row."""
        room = where.width_mm or self.set_ups[self.section].column_mm(self.pages.column)
        grid = read_grid(element, self.cascade, room)
        self.tables.append(None)
        number = len(self.tables)
        rows = tuple(self._row(row, number, where) for row in grid)
        cells = [cell for row in grid for cell in row if cell.element is not None]
        lined = 2 * sum(cell.lined for cell in cells) >= len(cells) > 0
        if lined:
            self._unrule(rows)
        nested = where.cell is not None
        if where.story in ("body", "textbox"):
            self.tables[number - 1] = PaperTable(number, rows, lined, self.section, nested)

    def _row(self, row: list[GridCell], table: int, where: Where) -> tuple[TableCell, ...]:
        """The cells of a row stand beside one another: each begins on the page that the row begins on."""
        first, last = self.pages.mark(), self.pages.mark()
        out = []
        for cell in row:
            numbers: list[int] = []
            if cell.element is not None and cell.rows:
                self.pages.back_to(first)
                self.places += 1
                around = Cell(table, cell.row, cell.column) if where.story in ("body", "textbox") else None
                inside = replace(
                    where,
                    place=self.places,
                    width_mm=max(cell.width_mm, 1),
                    cell=around,
                    letters=cell.letters,
                    setting=cell.setting,
                )
                numbers = self.blocks(cell.element, inside)
                self._rule_cell(cell, numbers)
                last = max(last, self.pages.mark())
            out.append(TableCell(tuple(numbers), cell.columns, cell.rows))
        self.pages.back_to(last)
        return tuple(out)

    def _next_section(self) -> None:
        if self.section < len(self.set_ups) - 1:
            self.section += 1
            self.pages.column = 0
            if self.set_ups[self.section].new_page:
                self.pages.forced()

    def story(self, member: str, story: Story) -> tuple[Paragraph, ...]:
        """Read a header or footer."""
        root = self.enter(member)
        self.places += 1
        self.inline.fields.clear()
        begin = len(self.met)
        self.blocks(root, Where(story, self.places, self._text_width()))
        return tuple(replace(met.paragraph, page=None) for met in self.met[begin:])

    def note(self, element: Element) -> tuple[int, ...]:
        """Read a footnote; the numbers of all its paragraphs."""
        self.places += 1
        begin = len(self.met)
        self.inline.fields.clear()
        self.blocks(element, Where("footnote", self.places, self._text_width()))
        return tuple(met.paragraph.number for met in self.met[begin:])

    def _text_width(self) -> float:
        page = self.set_ups[self.section].page
        return page["width_mm"] - page["left_mm"] - page["right_mm"]

    def _rule_cell(self, cell: GridCell, numbers: list[int]) -> None:
        """Note the lower side of a cell at its last paragraph."""
        if cell.ruled and numbers:
            last = numbers[-1] - 1
            self.met[last] = replace(self.met[last], cell_bottom=cell.ruled)

    def _unrule(self, rows: tuple[tuple[TableCell, ...], ...]) -> None:
        """Forget the lower sides of cells in a table that draws its lines: they are a grid, not rules."""
        for cell in (cell for row in rows for cell in row if cell.paragraphs):
            last = cell.paragraphs[-1] - 1
            self.met[last] = replace(self.met[last], cell_bottom=None)
