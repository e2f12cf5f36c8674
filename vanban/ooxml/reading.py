"""The walk through a Word file as a reader goes: body, tables, text boxes, then headers, footers, notes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import islice

from lxml.etree import _Element as Element

from vanban.errors import Place, fail
from vanban.language import _
from vanban.ooxml.cascade import Cascade, read_cascade
from vanban.ooxml.inline import Content, InlineReader, mark_deleted
from vanban.ooxml.lines import Met, find_lines
from vanban.ooxml.numbering import Counter
from vanban.ooxml.package import Package, open_package
from vanban.ooxml.pages import Pages
from vanban.ooxml.properties import NO_LETTERS, NO_SETTING, Letters, Setting
from vanban.ooxml.sections import SetUp, read_set_ups
from vanban.ooxml.shapes import boxes, shape_lines
from vanban.ooxml.tables import GridCell, read_grid
from vanban.ooxml.wml import MM_IN_TWIP, PARAGRAPH, W, shown, switch
from vanban.paper import (
    Anchor,
    Cell,
    PageKind,
    Paper,
    PaperSection,
    PaperTable,
    Paragraph,
    Story,
    TableCell,
)

MOST = {"p": 200_000, "tc": 200_000, "tr": 200_000, "tbl": 200_000, "sectPr": 20_000, "r": 1_000_000}
"""What one member may hold of each; a paper of 2,000 pages has about 80,000 paragraphs and 250,000 runs."""

_THROUGH = frozenset(f"{W}{name}" for name in ("sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo"))
_NOTE_KINDS = ("footnotes", "endnotes")


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
class _Reader:
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
    notes: list[tuple[str, str]] = field(default_factory=list)
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
        self.notes += content.notes
        anchor = Anchor(self.member, self.ordinals[element])
        self.contents[anchor] = content
        numbers = []
        if content.runs or content.drawings or not mark_deleted(properties):
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
        for drawing in content.drawings:
            for box, box_width in boxes(drawing):
                self.places += 1
                story: Story = "textbox" if where.story in ("body", "textbox") else where.story
                inside = replace(where, story=story, place=self.places, width_mm=box_width or width)
                numbers += self.blocks(box, inside)
        if properties is not None and properties.find(f"{W}sectPr") is not None:
            self._next_section()
        return numbers

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

    def note(self, element: Element) -> None:
        """Read a footnote."""
        self.places += 1
        self.inline.fields.clear()
        self.blocks(element, Where("footnote", self.places, self._text_width()))

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


def read_paper(source: Package | bytes) -> Paper:
    """A Word file as it really looks.

    Args:
        source: the file, opened or not.

    Raises:
        InputError: what :func:`open_package` raises; VB166 or VB167 a part of it is broken or too long.
    """
    package = open_package(source) if isinstance(source, bytes) else source
    return read_traced(package)[0]


def read_traced(package: Package) -> tuple[Paper, Mapping[Anchor, Content]]:
    """The paper, and what was read of each of its paragraphs: whoever changes it finds every letter there."""
    root = package.xml(package.document)
    body = root.find(f"{W}body")
    if body is None:
        raise fail("VB166", Place(file=package.name or None), reason=_("thiếu phần thân văn bản"))
    settings = package.part("settings")
    cascade = read_cascade(package)
    set_ups = read_set_ups(body, gutter_at_top=bool(switch(settings, "gutterAtTop")))
    pages = Pages(told=next(root.iter(f"{W}lastRenderedPageBreak"), None) is not None)
    reader = _Reader(package, cascade, set_ups, pages, InlineReader(cascade, pages), Counter(cascade.lists))
    reader.enter(package.document)
    reader.blocks(body, Where())
    paragraphs = tuple(met.paragraph for met in reader.met)
    lines = find_lines(reader.met)
    sections = _sections(reader, even=bool(switch(settings, "evenAndOddHeaders")))
    paper = Paper(
        origin="docx",
        sections=sections,
        paragraphs=paragraphs,
        tables=tuple(table for table in reader.tables if table is not None),
        lines=lines,
        footnotes=_notes(reader),
        pages=pages.page if pages.told else None,
    )
    return paper, reader.contents


def _sections(reader: _Reader, *, even: bool) -> tuple[PaperSection, ...]:
    """The sections with their headers and footers; a story that several sections share is read once."""
    read: dict[str, tuple[Paragraph, ...]] = {}
    sections = []
    for index, set_up in enumerate(reader.set_ups):
        reader.section = index
        stories: dict[Story, dict[PageKind, tuple[Paragraph, ...]]] = {"header": {}, "footer": {}}
        for story, kept in stories.items():
            for kind in _kinds(set_up, even=even):
                identity = set_up.stories.get((story, kind))
                member = identity and reader.package.target(reader.package.document, identity)
                if not member:
                    continue
                if member not in read:
                    read[member] = reader.story(member, story)
                kept[kind] = read[member]
        sections.append(
            PaperSection(
                **set_up.page,
                columns=len(set_up.columns),
                first_differs=set_up.first_differs,
                page_start=set_up.page_start,
                headers=stories["header"],
                footers=stories["footer"],
            )
        )
    return tuple(sections)


def _kinds(set_up: SetUp, *, even: bool) -> Iterator[PageKind]:
    yield "default"
    if set_up.first_differs:
        yield "first"
    if even:
        yield "even"


def _notes(reader: _Reader) -> tuple[Paragraph, ...]:
    """The footnotes and endnotes in the order in which the body refers to them."""
    begin = len(reader.met)
    reader.section = 0
    for kind in _NOTE_KINDS:
        wanted = [identity for found, identity in reader.notes if found == kind]
        member = next(iter(reader.package.related(reader.package.document, kind)), None)
        if not wanted or member is None:
            continue
        root = reader.enter(member)
        by_id = {note.get(f"{W}id"): note for note in root}
        for identity in dict.fromkeys(wanted):
            if identity in by_id:
                reader.note(by_id[identity])
    return tuple(replace(met.paragraph, page=None) for met in reader.met[begin:])
