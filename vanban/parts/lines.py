"""The lines that a reader takes in one by one: words between line breaks, and between wide gaps."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property

from vanban.paper import Paragraph, TextLook
from vanban.parts.letters import Seen, fold, fold_in_place, seen
from vanban.parts.model import Mark

_GAP = re.compile(r"\s*\t\s*|[ \u00a0]{4,}")
"""A tab, or spaces that stand for one."""
_FILLED_IN = re.compile(
    r"so *:? *[\d.…_\u00a0 ]*/|ngay[\s.…_\d/]*thang[\s.…_\d/]*nam[\s.…_\d]*|ngay[ \u00a0]*[\d.…]+"
)
"""Gaps inside are left for the pen: "Số:      /KH-UBND", "ngày      tháng 3 năm 2026"."""
_WORD = re.compile(r"[^\W_]|…|\.{3}|\./\.")
_SIGNS = ("-", "–", "%")
"""Alone in a cell of a table they are all that it says: nothing, or the unit."""
_SPACES = re.compile(r"\s+")
_NOT_LETTERS = re.compile("[^a-z0-9]+")
_CAPITAL_SHARE = 0.8
_LINE_PT = 16.0
"""About the height of an empty line."""


@dataclass(frozen=True)
class Line:
    """Words on one line, from ``first`` to ``last`` of the letters seen of their paragraph.

    ``order`` counts the wide gaps before it on its line; ``gap`` is about how many empty lines stand above.
    """

    paragraph: Paragraph
    seen: Seen
    first: int
    last: int
    order: int = 0
    gap: float = 0
    new_page: bool = False
    """Whether a page or section of its own begins with it."""

    @cached_property
    def text(self) -> str:
        """The words as a reader sees them."""
        return self.seen.text[self.first : self.last]

    @property
    def start(self) -> int:
        """Where it starts in the paragraph's text as typed."""
        return self.seen.at[self.first]

    @property
    def end(self) -> int:
        """Where it ends there."""
        return self.seen.at[self.last]

    @cached_property
    def plain(self) -> str:
        """The words in small letters without diacritics, with single spaces."""
        return _SPACES.sub(" ", fold(self.text)).strip()

    @cached_property
    def key(self) -> str:
        """Only the letters and figures of ``plain``, for words with letters set apart."""
        return _NOT_LETTERS.sub("", self.plain)

    @cached_property
    def upper(self) -> bool:
        """Whether it is in capitals."""
        text = self.text
        if self.seen.legacy and not text.isupper():
            text = "".join(filter(str.isascii, text))
        capitals, small = sum(map(str.isupper, text)), sum(map(str.islower, text))
        return capitals > 0 and capitals >= _CAPITAL_SHARE * (capitals + small)

    @cached_property
    def bold(self) -> bool:
        """Whether its letters are bold, those of notes aside."""
        looks = self._looks
        return bool(looks) and all(look.bold for look in looks)

    @cached_property
    def italic(self) -> bool:
        """Whether its letters are italic, those of notes aside."""
        looks = self._looks
        return bool(looks) and all(look.italic for look in looks)

    @property
    def _looks(self) -> list[TextLook]:
        return [look for look in self.paragraph.look_at(self.start, self.end) if not look.raised]

    @property
    def centred(self) -> bool:
        """Whether it stands in the middle of its column."""
        return self.paragraph.look.align == "center"

    @property
    def table(self) -> int:
        """The table that it stands in, 0 for none."""
        return self.paragraph.cell.table if self.paragraph.cell else 0

    @property
    def column(self) -> tuple[int, int]:
        """Table and column, or the place after gaps: lines of one column are read one after another."""
        cell = self.paragraph.cell
        return (cell.table, cell.column) if cell else (0, self.order)


@dataclass(frozen=True, slots=True)
class Found:
    """A line and the component that it is."""

    id: str
    line: Line
    confidence: float = 1
    mark: Mark | None = None


def read_lines(paragraphs: Iterable[Paragraph]) -> list[Line]:
    """The lines of some paragraphs in reading order, those without words left out."""
    lines: list[Line] = []
    gap = 0.0
    before: Paragraph | None = None
    forced = False
    for paragraph in paragraphs:
        if before and paragraph.cell != before.cell:
            gap = 0
        asked = paragraph.new_page or paragraph.look.page_break_before
        forced |= asked or bool(before and before.section != paragraph.section)
        letters = seen(paragraph)
        above = gap + (paragraph.look.before_pt or 0) / _LINE_PT
        at = 0
        for part in letters.text.split("\n"):
            words = part.strip()
            if _WORD.search(words) or (paragraph.cell and words in _SIGNS):
                first = at + part.index(words)
                lines.append(
                    Line(paragraph, letters, first, first + len(words), int(_indented(part)), above, forced)
                )
                above = gap = 0.0
                forced = False
            else:
                above += 1
            at += len(part) + 1
        gap = 0 if _WORD.search(letters.text) else gap + 1
        before = paragraph
    return lines


def _indented(text: str) -> bool:
    """Whether the line begins with a gap, so that its words stand in a second column."""
    return text.startswith("\t") or (len(text) > 4 and not text[:4].strip(" \u00a0"))


def cut(line: Line, at: Iterable[tuple[int, int]] = ()) -> list[Line]:
    """The pieces of a line between wide gaps, and before and after each span of ``at``."""
    at = list(at)
    if not at and not _GAP.search(line.text):
        return [line]
    folded = fold_in_place(line.text)
    kept = [match.span() for match in _FILLED_IN.finditer(folded)]
    gaps = [
        match.span()
        for match in _GAP.finditer(line.text)
        if not any(start < match.end() and match.start() < end for start, end in kept)
    ]
    marks = sorted([*gaps, *((place, place) for span in at for place in span)])
    pieces: list[Line] = []
    start = 0
    for stop, following in [*marks, (len(line.text), len(line.text))]:
        words = line.text[start:stop]
        if _WORD.search(words):
            first = line.first + start + len(words) - len(words.lstrip())
            pieces.append(
                replace(
                    line,
                    first=first,
                    last=first + len(words.strip()),
                    order=line.order + len(pieces),
                    gap=line.gap,
                )
            )
        start = following
    return pieces
