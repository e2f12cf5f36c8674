"""The body of a document: runs, paragraphs with their level, tables, pictures, annexes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

Level: TypeAlias = Literal[
    "phan", "chuong", "muc", "tieu_muc", "dieu", "khoan", "diem", "gach", "cong", "doan"
]  # fmt: skip
"""The levels of Phụ lục I, Phần I, II.6.c and đ, the dash and plus lists of practice, and plain paragraphs.

A ``muc`` with an Arabic number prints as "Mục 1" over its title (V.6.a), one with a Roman number as
"I. TITLE" on one line (V.6.b).
"""


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text of one weight and slant. Two neighbours of a normal form differ in look."""

    text: str
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True)
class Footnote:
    """A note at the foot of the page, marked where it stands among the runs; its number follows the order."""

    text: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class LineBreak:
    """A forced line break inside a table cell."""


Inline: TypeAlias = tuple[Run | Footnote | LineBreak, ...]


@dataclass(frozen=True, slots=True)
class Para:
    """One paragraph of the body.

    ``so`` is the number as it is written, without punctuation: ``I``, ``2``, ``1.1``, ``đ``; "" where the
    level has none. ``titled`` tells a title (on its own line, bold) from a sentence; it matters for điều,
    khoản and điểm only, the levels above are titles always.
    """

    loai: Level
    so: str = ""
    text: Inline = ()
    titled: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its share of the width (relative to the others) and how its cells stand.

    ``number`` is True where whole numbers are printed in the Vietnamese way, with dots between thousands; the
    column then stands right.
    """

    width: float = 1.0
    align: Literal["trai", "giua", "phai", "deu"] = "trai"
    number: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell; ``merge`` joins it to its neighbour on the left or above, and then it has no text of its own.

    In the first row of a merged area the cells after the first are merged left, in the rows below all are up.
    """

    text: Inline = ()
    merge: Literal["", "left", "up"] = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table; a row has as many cells as there are ``columns``, the first ``header_rows`` rows repeat."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    header_rows: int = 1
    caption: Inline = ()
    loai: Literal["bang"] = "bang"


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture with its alternative text, which a reader who cannot see it is told (PDF/UA-1).

    ``data`` are the bytes of a PNG or JPEG file or of plain SVG; ``path`` is what the author wrote.
    ``width_mm`` 0 means the picture's own size, at most the width of the text.
    """

    data: bytes
    media: Literal["png", "jpeg", "svg"]
    alt: str
    path: str = ""
    caption: Inline = ()
    width_mm: float = 0
    loai: Literal["hinh"] = "hinh"


Block: TypeAlias = Para | Table | Figure


@dataclass(frozen=True, slots=True)
class PhuLuc:
    """An annex, or the paper that a decision issues (Mẫu 1.3) when ``loai`` names its kind.

    The Roman number follows from the order (Phụ lục I, Phần I, III.1.a); ``ngang`` turns the page.
    """

    tieu_de: str
    noi_dung: tuple[Block, ...]
    ngang: bool = False
    loai: str = ""


def plain(text: Inline) -> str:
    """The words of ``text`` without weight, slant and notes."""
    return "".join(" " if isinstance(part, LineBreak) else part.text for part in text
                   if not isinstance(part, Footnote))  # fmt: skip
