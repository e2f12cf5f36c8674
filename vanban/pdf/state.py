"""What drawing goes by: the graphics state of a page, and what all pages of a file share."""

from __future__ import annotations

from dataclasses import dataclass, field

from pypdf.generic import DictionaryObject

from vanban.errors import fail
from vanban.language import _
from vanban.pdf.fonts import Face, read_face
from vanban.pdf.graphics import UNIT, Matrix
from vanban.pdf.structure import Structure

MOST_WORK = 1_200_000
"""Commands and letters in all pages together; a page of text has about 2,500, of a dense table 5,000."""
MOST_BYTES = 10_000_000
"""Of drawing commands in all pages together; a page has about 20 kB."""
MOST_LETTERS = 20_000
"""On one page; a page in the smallest letters that can be read has about 10,000."""


@dataclass
class State:
    """The graphics state: what ``q`` keeps and ``Q`` brings back."""

    ctm: Matrix = UNIT
    colour: str = ""
    dashed: bool = False
    face: Face | None = None
    size: float = 0
    letter_space: float = 0
    word_space: float = 0
    stretch: float = 1
    leading: float = 0
    rise: float = 0
    mode: int = 0


@dataclass
class Shared:
    """What the pages of a file share: its fonts, each read once, and the work that was done so far."""

    faces: dict[int, tuple[DictionaryObject, Face]] = field(default_factory=dict)
    """By the number of their object, else by the identity of the object, which is kept alive with them."""
    structure: Structure = field(default_factory=Structure)
    work: int = 0
    size: int = 0

    def face(self, resource: DictionaryObject) -> Face:
        """The face of a font resource."""
        reference = getattr(resource, "indirect_reference", None)
        key = reference.idnum if reference else -id(resource)
        if key not in self.faces:
            self.faces[key] = resource, read_face(resource)
        return self.faces[key][1]

    def count(self, work: int = 0, size: int = 0, letters: int = 0) -> None:
        """Note work.

        Args:
            work: commands and letters that are new.
            size: bytes of commands that are new.
            letters: how many the page has by now.

        Raises:
            InputError: VB194 it is more than a paper of the longest kind takes.
        """
        self.work += work
        self.size += size
        if self.work > MOST_WORK or self.size > MOST_BYTES or letters > MOST_LETTERS:
            raise fail("VB194", reason=_("nội dung các trang quá nhiều"))
