"""How a line ends: the punctuation there, and its repair."""

from __future__ import annotations

import re
from typing import NamedTuple

from vanban.check.model import Hit, Reword, at
from vanban.language import N_, _
from vanban.parts import Part

_MARK = re.compile(r"[.;,:/]*\Z")
_PEN = re.compile(r"\.{4,}|…|_{3,}")
"""Room for the pen at the end of a line, which ends as it will be filled in."""
_SHOWN_WORDS = 4
NO_MARK = N_("không có dấu câu")


class Ending(NamedTuple):
    """The punctuation at the end of a part and where it stands in the paragraph's text."""

    mark: str
    start: int
    end: int
    open: bool
    """Whether the line ends with room for the pen."""


def ending(part: Part) -> Ending:
    """How a part ends, white space aside."""
    words = part.text.rstrip()
    found = _MARK.search(words)
    mark = found[0] if found else ""
    end = part.start + len(words)
    return Ending(mark, end - len(mark), end, bool(_PEN.search(words[-8:])))


def wrong_ending(part: Part, wanted: str, **details: object) -> Hit:
    """A hit on the last words of a part, which should end with ``wanted``."""
    found = ending(part)
    text = part.paragraph.text[: found.end]
    spaces = [space.end() for space in re.finditer(r"\s+", text) if space.end() > part.start]
    start = spaces[-_SHOWN_WORDS] if len(spaces) >= _SHOWN_WORDS else part.start
    shown = f"«{found.mark}»" if found.mark else _(NO_MARK)
    repair = Reword(found.start, found.end, wanted)
    return at(part, repair, start=start, end=found.end, found=shown, wanted=wanted, **details)
