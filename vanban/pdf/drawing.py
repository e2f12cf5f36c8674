"""What a page shows: letters and straight lines. All lengths in pt, from the top left corner of the page."""

from __future__ import annotations

from dataclasses import dataclass, field

from pypdf.generic import StreamObject

from vanban.paper import TextLook

MM = 25.4 / 72
"""Millimetres in a point."""
ASCENT, DESCENT = 0.891, 0.216
"""How far Times reaches over and under its base line, as multiples of the size."""


NoteKey = tuple[int, str]
"""The page that a footnote begins on, and its number there."""


@dataclass(frozen=True, slots=True)
class Letter:
    """What one glyph stands for; ``base`` is the height of its base line."""

    text: str
    left: float
    right: float
    base: float
    look: TextLook
    note: NoteKey | None = None
    """The footnote that it is the mark of: it takes its room without being text, as in a Word file."""

    @property
    def size(self) -> float:
        """Its size in pt."""
        return self.look.size_pt

    @property
    def middle(self) -> tuple[float, float]:
        """The middle of a small letter."""
        return (self.left + self.right) / 2, self.base - 0.25 * self.size


@dataclass(frozen=True, slots=True)
class Stroke:
    """A straight line along an edge of the paper: level where ``top`` is ``bottom``, else upright."""

    left: float
    top: float
    right: float
    bottom: float
    dashed: bool = False

    @property
    def level(self) -> bool:
        """Whether it lies."""
        return self.top == self.bottom

    @property
    def length(self) -> float:
        """From end to end."""
        return self.right - self.left + self.bottom - self.top


@dataclass(frozen=True, slots=True)
class Picture:
    """The room that a picture takes, and what is drawn there."""

    page: int
    left: float
    top: float
    right: float
    bottom: float
    image: StreamObject | None = None
    """None for what is drawn in the page's own commands."""
    alt: str = ""


@dataclass
class DrawnPage:
    """A page and what stands on it."""

    number: int
    width: float
    height: float
    letters: list[Letter] = field(default_factory=list)
    strokes: list[Stroke] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
