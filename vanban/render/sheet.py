"""The sheet: what every format draws, in order, with all words written out and all lengths known.

A :class:`Sheet` is plain data (it goes to Typst as JSON and to Jinja2 as it is). The renderers draw it
and decide nothing, so DOCX, HTML and PDF cannot disagree about a word, a capital, a semicolon or a length.
"""

from __future__ import annotations

from typing import Literal, TypeAlias, TypedDict

BOLD = 1
ITALIC = 2
NOTE = 4
BREAK = 8

SheetRun: TypeAlias = tuple[str | int, int]
"""Text with its look as flags: BOLD and ITALIC add to the style's own; NOTE carries the number of a footnote
instead of text; BREAK is a line break and carries ""."""


class P(TypedDict, total=False):
    """A paragraph. ``s`` is the id of its style in ``thethuc``; what is given besides overrides the style."""

    t: Literal["p"]
    s: str
    r: list[SheetRun]
    keep: bool
    """Stays on the page of what follows, and its own lines stay together."""
    before: float
    """Space above, in pt."""
    left: float
    """Distance of all lines from the left edge, in pt."""
    hang: float
    """Distance of all lines but the first from ``left``, in pt."""
    align: str
    h: int
    """Depth in the outline of the section, 1 for its title; absent in text. Depths never skip (PDF/UA-1)."""


class Rule(TypedDict):
    """A drawn line, centred in its column; width in pt, ``gap`` pt under the text line above it."""

    t: Literal["rule"]
    w: float


class Frame(TypedDict):
    """A framed mark (ô 10b, 11, draft); the frame is ``w`` by ``h`` mm, 0 as the text needs."""

    t: Literal["frame"]
    s: str
    text: str
    w: float
    h: float
    red: bool
    align: str


class TableCell(TypedDict, total=False):
    """A cell with its text, alignment and spans.

    ``cover`` says that another cell covers it: one on its ``left`` in this row, or one in a row above
    (``up-start`` is the first such cell of a row, which Word still needs, and then ``cs`` is its width).
    """

    r: list[SheetRun]
    a: str
    cs: int
    rs: int
    cover: Literal["left", "up", "up-start"]


class TableItem(TypedDict):
    """A ruled table. ``w`` are the columns' widths in mm; the first ``head`` rows repeat on every page."""

    t: Literal["table"]
    w: list[float]
    head: int
    rows: list[list[TableCell]]
    size: float
    """Size of its letters in pt."""


class FigureItem(TypedDict):
    """A picture: number of its file in ``Sheet.images``, alternative text, width and height in mm."""

    t: Literal["figure"]
    image: int
    alt: str
    w: float
    h: float


class Pair(TypedDict):
    """A table without lines: two columns of ``w`` mm, rows of (left, right). The header and the signatures.

    Its rows stay together on one page.
    """

    t: Literal["pair"]
    id: Literal["dau", "ky"]
    w: tuple[float, float]
    rows: list[tuple[list[P | Rule | Frame], list[P | Rule | Frame]]]


Item: TypeAlias = P | Rule | Frame | TableItem | FigureItem | Pair


class Section(TypedDict):
    """A run of pages with its own page numbers: the paper itself, then each annex."""

    landscape: bool
    items: list[Item]
    foot: list[P]
    """At the foot of the section's first page, under a rule of the text's width (ô 13)."""


IMAGE_TYPES = {"png": "image/png", "jpeg": "image/jpeg", "svg": "image/svg+xml"}
"""The media types of pictures."""


class Image(TypedDict):
    """A picture file: ``png``, ``jpeg`` or ``svg``, its bytes, width and height in pixels."""

    media: str
    data: bytes
    px: tuple[int, int]


class Sheet(TypedDict):
    """Everything a renderer needs beside the look. ``date`` is ISO; ``notes`` are the footnotes."""

    title: str
    author: str
    subject: str
    keywords: list[str]
    about: dict[str, str]
    """The description of the document (Phụ lục VI, Phần II), by the names of its fields."""
    date: str
    sections: list[Section]
    notes: list[list[SheetRun]]
    images: list[Image]
