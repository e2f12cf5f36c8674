"""A paper cut into pieces: lines of the head and of signatures that share a paragraph are parted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from vanban.paper import Paper, Paragraph, TextLook
from vanban.tiengviet.unicode import without_diacritics

_NOT_WORDS = re.compile(r"[^a-z0-9]+")
_PIECE = re.compile(r"\S(?:.*?\S)??(?=[ \u00a0]*(?:[\t\n]|\Z)|[ \u00a0]{6,})")
"""Up to a tab, a row of spaces or the end of the line: how columns are made without a table."""
_FILLED_IN = re.compile(r"(?:/|tháng\b|năm\b|[.…])", re.IGNORECASE)
"""How a piece goes on after room for the pen: ``Số:      /KH-UBND``, ``ngày      tháng 3``."""
_MOSTLY = 0.8


@dataclass(frozen=True)
class Piece:
    """A stretch of words of one paragraph, with what it takes to tell what it is."""

    paragraph: Paragraph
    start: int
    end: int

    @cached_property
    def text(self) -> str:
        """The words, as typed."""
        return self.paragraph.text[self.start : self.end]

    @cached_property
    def bare(self) -> str:
        """The words in small letters without diacritics and punctuation."""
        return _NOT_WORDS.sub(" ", without_diacritics(self.text).lower()).strip()

    @cached_property
    def looks(self) -> list[TextLook]:
        """The looks of its letters."""
        return self.paragraph.look_at(self.start, self.end)

    @property
    def bold(self) -> bool:
        """Whether all of it is bold."""
        return bool(self.looks) and all(look.bold for look in self.looks)

    @cached_property
    def upper(self) -> bool:
        """Whether it is in capitals, typed or shown."""
        if self.looks and all(look.caps for look in self.looks):
            return True
        letters = [letter for letter in self.text if letter.isalpha()]
        return bool(letters) and sum(map(str.isupper, letters)) >= _MOSTLY * len(letters)

    @property
    def centred(self) -> bool:
        """Whether it stands in the middle."""
        return self.paragraph.look.align == "center"

    @property
    def column(self) -> tuple[int, int] | None:
        """The table and the column it stands in."""
        cell = self.paragraph.cell
        return (cell.table, cell.column) if cell else None

    @property
    def first_of_paragraph(self) -> bool:
        """Whether nothing but white space stands before it."""
        return not self.paragraph.text[: self.start].strip()


def pieces_of(paper: Paper) -> list[Piece]:
    """All pieces of the body, in reading order; paragraphs without words give none."""
    return [piece for paragraph in paper.paragraphs for piece in _cut(paragraph)]


def _cut(paragraph: Paragraph) -> Iterator[Piece]:
    start = end = 0
    for found in _PIECE.finditer(paragraph.text):
        if end and _FILLED_IN.match(found[0]) and not paragraph.text[end : found.start()].strip(" \u00a0"):
            end = found.end()
            continue
        if end:
            yield Piece(paragraph, start, end)
        start, end = found.span()
    if end:
        yield Piece(paragraph, start, end)
