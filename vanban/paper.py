"""A paper as it really looks, whatever file it came from: sections, paragraphs, runs, tables, drawn lines.

``ooxml`` and ``pdf`` make one, ``parts`` finds the components of the decree in it, ``check`` judges it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from vanban.plain_svg import svg_size

Origin = Literal["docx", "pdf", "html", "text"]
Align = Literal["left", "center", "right", "justify"]
Story = Literal["body", "textbox", "header", "footer", "footnote"]
PageKind = Literal["default", "first", "even"]
Media = Literal["png", "jpeg", "svg"]
LineKind = Literal["shape", "border", "underline", "underscores", "drawn"]


@dataclass(frozen=True, slots=True)
class TextLook:
    """How letters come out, with every style, theme and default resolved. ``size_pt`` in points."""

    font: str = "Times New Roman"
    size_pt: float = 14
    bold: bool = False
    italic: bool = False
    underline: bool = False
    caps: bool = False
    """Whether small letters are shown as capitals; the text keeps the letters that were typed."""
    colour: str = ""
    """``RRGGBB``; "" for the automatic colour, black on paper."""
    raised: bool = False
    """Superscript or subscript."""


@dataclass(frozen=True, slots=True)
class Run:
    r"""Text of one look. A tab is ``\t``, a line break ``\n``; deleted and hidden text is left out."""

    text: str
    look: TextLook
    field: str = ""
    """The field whose result this is, in capitals (``PAGE``, ``NUMPAGES``); "" for typed text."""


@dataclass(frozen=True, slots=True)
class ParagraphLook:
    """How a paragraph is set; lengths in mm, spaces in pt. None: this kind of file does not tell."""

    align: Align = "left"
    left_mm: float = 0
    right_mm: float = 0
    first_mm: float = 0
    """Of the first line against ``left_mm``; negative where it hangs out."""
    before_pt: float | None = 0
    after_pt: float | None = 0
    line: float | None = 1
    """Line spacing as a multiple of single; None when it is a fixed height or not known."""
    line_pt: float | None = None
    """Fixed (or least) line height, where the paragraph has one."""
    fixed_line: bool = False
    """Whether ``line_pt`` is exact, so that taller letters are cut."""
    keep_next: bool = False
    page_break_before: bool = False
    contextual: bool = False
    """Whether spaces between paragraphs of the same style are dropped."""


@dataclass(frozen=True, slots=True)
class Cell:
    """Where a paragraph stands in a table; all count from 1. ``table`` is the number of the table."""

    table: int
    row: int
    column: int


@dataclass(frozen=True, slots=True)
class Anchor:
    """The paragraph in its file: the member of the package, and which ``w:p`` of it, from 0 in file order."""

    member: str
    ordinal: int


@dataclass(frozen=True)
class Paragraph:
    """A paragraph, at its place in reading order.

    ``number`` counts from 1 over all paragraphs of the body as a reader meets them, table cells and text
    boxes included, empty ones too; headers, footers and footnotes count on from there.
    """

    number: int
    runs: tuple[Run, ...] = ()
    look: ParagraphLook = field(default_factory=ParagraphLook)
    story: Story = "body"
    section: int = 0
    """Index of its section in :attr:`Paper.sections`."""
    cell: Cell | None = None
    """The innermost table cell around it."""
    label: str = ""
    """What automatic numbering prints before the text: ``1.``, ``a)``, ``-``."""
    style: str = ""
    width_mm: float = 0
    """Width of the column, cell or box that it is set in, without its own indents."""
    page: int | None = None
    """From 1; only where the file tells (a PDF, Word's last breaks)."""
    new_page: bool = False
    """Whether its words begin a page that was asked for, by its look or by a break above them."""
    anchor: Anchor | None = None

    @cached_property
    def text(self) -> str:
        """The words, without the label of automatic numbering."""
        return "".join(run.text for run in self.runs)

    def look_at(self, start: int, end: int | None = None) -> list[TextLook]:
        """The looks of the letters from ``start`` to ``end``, white space aside, each look once."""
        looks: dict[TextLook, None] = {}
        at = 0
        stop = len(self.text) if end is None else end
        for run in self.runs:
            if run.text[max(start - at, 0) : max(stop - at, 0)].strip():
                looks.setdefault(run.look)
            at += len(run.text)
        return list(looks)


@dataclass(frozen=True, slots=True)
class NoteMark:
    """Where the paragraph ``number`` refers to a footnote: at its letters ``start`` to ``end``.

    A Word file has no letters for the mark, so both are the same there. ``note`` are the numbers of the
    paragraphs of the note; the first ``own`` letters of their first are its own mark.
    """

    number: int
    start: int
    end: int
    note: tuple[int, ...]
    own: int = 0


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture in the paragraph ``number``, a PNG or JPEG file; ``alt`` tells it to who cannot see it."""

    number: int
    data: bytes
    alt: str = ""
    width_mm: float = 0


@dataclass(frozen=True, slots=True)
class TableCell:
    """A cell: the numbers of its paragraphs, how many columns and rows it spans."""

    paragraphs: tuple[int, ...]
    columns: int = 1
    rows: int = 1
    """0 for the lower part of a cell that is merged down."""


@dataclass(frozen=True, slots=True)
class PaperTable:
    """A table of the body. ``lined`` says whether it draws lines; a table without is a means of layout."""

    number: int
    rows: tuple[tuple[TableCell, ...], ...]
    lined: bool
    section: int = 0
    nested: bool = False


@dataclass(frozen=True, slots=True)
class DrawnLine:
    """A horizontal line drawn under (or, made of letters, in) the paragraph ``number``."""

    number: int
    kind: LineKind
    length_mm: float | None = None
    """None where the file does not tell."""
    dashed: bool = False
    centred: bool | None = None
    """Whether it stands in the middle of its column; None where that is not known."""
    anchor: Anchor | None = None
    """The paragraph that holds what draws it."""
    shape: int = 0
    """Which of the lines that are drawn as shapes there, from 0."""


@dataclass(frozen=True)
class PaperSection:
    """Pages of one set-up. Lengths in mm; ``headers`` and ``footers`` by the pages they stand on."""

    width_mm: float = 210
    height_mm: float = 297
    top_mm: float = 20
    bottom_mm: float = 20
    left_mm: float = 30
    right_mm: float = 15
    header_mm: float | None = None
    """From the edge of the paper to the header; None where it is not known."""
    columns: int = 1
    first_differs: bool = False
    page_start: int | None = None
    """The number its first page begins with, where numbering begins anew."""
    headers: Mapping[PageKind, tuple[Paragraph, ...]] = field(default_factory=dict)
    footers: Mapping[PageKind, tuple[Paragraph, ...]] = field(default_factory=dict)

    @property
    def landscape(self) -> bool:
        """Whether the paper lies on its long side."""
        return self.width_mm > self.height_mm

    @property
    def text_width_mm(self) -> float:
        """Between the margins."""
        return self.width_mm - self.left_mm - self.right_mm


@dataclass(frozen=True)
class Paper:
    """The whole paper. ``paragraphs`` are those of the body, with table cells and text boxes, in order."""

    origin: Origin
    sections: tuple[PaperSection, ...]
    paragraphs: tuple[Paragraph, ...]
    tables: tuple[PaperTable, ...] = ()
    lines: tuple[DrawnLine, ...] = ()
    footnotes: tuple[Paragraph, ...] = ()
    notes: tuple[NoteMark, ...] = ()
    pictures: tuple[Picture, ...] = ()
    lost_pictures: tuple[int, ...] = ()
    """The paragraphs of pictures that are neither PNG nor JPEG (EMF, WMF, charts) or not in the file."""
    pages: int | None = None

    @cached_property
    def by_number(self) -> dict[int, Paragraph]:
        """Every paragraph, headers, footers and footnotes too, by its number."""
        beside = (
            paragraph
            for section in self.sections
            for stories in (section.headers, section.footers)
            for story in stories.values()
            for paragraph in story
        )
        return {p.number: p for p in (*self.paragraphs, *beside, *self.footnotes)}


def media_of(data: bytes) -> Media | None:
    """What a file is: a PNG, a JPEG, plain SVG, or None for anything else."""
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return "png"
    if data.startswith(b"\xff\xd8\xff"):
        return "jpeg"
    return "svg" if svg_size(data) else None
