"""Letters → lines of text as a reader sees them, parted where a wide gap parts columns."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import NamedTuple

from vanban.paper import Run, TextLook
from vanban.pdf.drawing import ASCENT, DESCENT, Letter, NoteKey

_SAME_BASE = 0.12
"""How far letters of one line may be off its base line, as a multiple of their size."""
_RAISED = 0.8
"""Up to which share of the size of the line beside them raised letters are drawn."""
_WORD_GAP, _TAB_GAP = 0.17, 1.6
"""From which gap on, as a multiple of the size, there is a space, a tab, between letters without either."""
_PIECE_GAP_PT = 10.0
"""From which gap on what follows may be another column."""
_TWICE = 0.15
"""How near two equal letters are, as a multiple of the size, that are one letter drawn twice to be bold."""
_BREAKS = (" ", "\t", "\u3000")
"""Spaces that a line may end at."""
_LIST_MARK = re.compile(r"(?:[-+\u2010-\u2015•▪➢✓♦*]|\(?(?:\d{1,3}(?:\.\d{1,3})*|[a-zđ]|[IVXL]{1,6})[.)])\Z")


class Word(NamedTuple):
    """Text of one glyph, or of a gap, with its look; ``note`` is the footnote that it is the mark of."""

    text: str
    look: TextLook
    note: NoteKey | None = None


@dataclass(frozen=True)
class Line:
    """A stretch of text on one base line, or a piece of one; letters from left to right, spaces too."""

    letters: tuple[Letter, ...]
    page: int = 1

    @cached_property
    def seen(self) -> tuple[Letter, ...]:
        """The letters that leave ink."""
        return tuple(letter for letter in self.letters if not letter.text.isspace())

    @cached_property
    def left(self) -> float:
        """Where its ink begins."""
        return self.seen[0].left

    @cached_property
    def right(self) -> float:
        """Where its ink ends."""
        return max(letter.right for letter in self.seen)

    @cached_property
    def size(self) -> float:
        """Size of its largest letters."""
        return max(letter.size for letter in self.seen)

    @cached_property
    def base(self) -> float:
        """Height of its base line."""
        return next(letter.base for letter in self.seen if not letter.look.raised or _all_raised(self.seen))

    @property
    def top(self) -> float:
        """How far up its letters may reach."""
        return self.base - ASCENT * self.size

    @property
    def bottom(self) -> float:
        """How far down its letters may reach."""
        return self.base + DESCENT * self.size

    @property
    def middle(self) -> float:
        """The middle of its ink."""
        return (self.left + self.right) / 2

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """The text letter by letter with its look, with the spaces and tabs that gaps stand for."""
        return tuple(_spaced(self.letters, self.size))

    @cached_property
    def text(self) -> str:
        """The text, without white space at its ends."""
        return "".join(word.text for word in self.words).strip()

    @cached_property
    def first_word(self) -> float:
        """How wide its first word is, in pt."""
        first = self.seen[0]
        last = first
        for letter in self.letters[self.letters.index(first) + 1 :]:
            if letter.text in _BREAKS or letter.left - last.right > _WORD_GAP * self.size:
                break
            last = letter
        return last.right - first.left

    @cached_property
    def mark(self) -> str:
        """The mark of a list that it begins with, ``-``, ``a)``, ``1.``; "" for none."""
        first = re.match(r"\S+", self.text)
        return first[0] if first and _LIST_MARK.match(first[0]) else ""

    @cached_property
    def after_mark(self) -> float:
        """Where the text after the mark begins."""
        at = len(self.mark)
        seen, rest = "", iter(self.seen)
        for letter in rest:
            if len(seen) >= at:
                return letter.left
            seen += letter.text
        return self.left

    @property
    def only_spaced(self) -> bool:
        """Whether it ends in a drawn space."""
        return self.letters[-1].text.isspace()


def read_lines(letters: Iterable[Letter], page: int = 1) -> list[Line]:
    """The lines of some letters from the top down, each cut at wide gaps, pieces from left to right."""
    rows: list[list[Letter]] = []
    for letter in sorted(letters, key=lambda one: (one.base, one.left)):
        if rows and letter.base - rows[-1][-1].base <= _SAME_BASE * letter.size:
            rows[-1].append(letter)
        else:
            rows.append([letter])
    rows = [row for row in rows if any(not letter.text.isspace() for letter in row)]
    merged = _lower_raised(rows)
    return [Line(tuple(piece), page) for row in merged for piece in _cut(_once(row))]


def join(pieces: Sequence[Line]) -> Line:
    """Pieces of one line put together again."""
    first = pieces[0]
    if len(pieces) == 1:
        return first
    return Line(tuple(letter for piece in pieces for letter in piece.letters), first.page)


def runs_of(words: Iterable[Word]) -> tuple[Run, ...]:
    """Letters with their looks → runs, in composed letters; white space takes the look before it."""
    texts: list[str] = []
    looks: list[TextLook] = []
    for text, look, _note in words:
        if looks and (look == looks[-1] or text.isspace()):
            texts[-1] += text
        else:
            texts.append(text)
            looks.append(look)
    return tuple(
        Run(unicodedata.normalize("NFC", text), look) for text, look in zip(texts, looks, strict=True)
    )


def notes_in(words: Iterable[Word]) -> Iterator[tuple[int, NoteKey]]:
    """The footnotes that some letters refer to, each with its place in the text of :func:`runs_of`."""
    at = 0
    before: list[Word] = []
    for word in words:
        if word.note:
            at += sum(len(run.text) for run in runs_of(before))
            before = []
            yield at, word.note
        before.append(word)


def _lower_raised(rows: list[list[Letter]]) -> list[list[Letter]]:
    """Put raised letters into the line they stand in, marked as such, with the size of that line."""
    merged: list[list[Letter]] = []
    waiting: list[list[Letter]] = []
    for row in rows:
        size = max(letter.size for letter in row)
        for raised in waiting:
            ink = [letter for letter in raised if not letter.text.isspace()]
            if _stands_in(ink, row, size):
                row = sorted((*row, *_as_raised(raised, size)), key=lambda letter: letter.left)
            else:
                merged.append(raised)
        waiting = []
        before = merged[-1] if merged else None
        if before and _stands_in(row, before, max(letter.size for letter in before)):
            merged[-1] = sorted(
                (*before, *_as_raised(row, max(letter.size for letter in before))),
                key=lambda letter: letter.left,
            )
        else:
            waiting = [row]
    return sorted((*merged, *waiting), key=lambda row: row[0].base)


def _stands_in(small: Sequence[Letter], row: Sequence[Letter], size: float) -> bool:
    """Whether small letters hang on the letters of a row, a little over or under its base line."""
    if any(letter.size > _RAISED * size for letter in small):
        return False
    base = row[0].base
    if not -0.55 * size <= small[0].base - base <= 0.25 * size:
        return False
    reach = 0.35 * size
    return any(
        abs(small[0].left - letter.right) <= reach or abs(small[-1].right - letter.left) <= reach
        for letter in row
    )


def _as_raised(letters: Iterable[Letter], size: float) -> list[Letter]:
    return [replace(letter, look=replace(letter.look, raised=True, size_pt=size)) for letter in letters]


def _all_raised(letters: Sequence[Letter]) -> bool:
    return all(letter.look.raised for letter in letters)


def _once(row: list[Letter]) -> list[Letter]:
    """Letters from left to right; one that is drawn twice to look bold is one bold letter."""
    row = sorted(row, key=lambda letter: letter.left)
    kept: list[Letter] = []
    for letter in row:
        twin = next(
            (
                at
                for at in range(len(kept) - 1, max(len(kept) - 4, -1), -1)
                if kept[at].text == letter.text and letter.left - kept[at].left <= _TWICE * letter.size
            ),
            None,
        )
        if twin is None or letter.text.isspace():
            kept.append(letter)
        else:
            kept[twin] = replace(kept[twin], look=replace(kept[twin].look, bold=True))
    return kept


def _cut(row: list[Letter]) -> list[list[Letter]]:
    """Cut a line where the ink leaves a gap that may part columns; drawn spaces end the piece before."""
    pieces: list[list[Letter]] = [[]]
    edge: float | None = None
    for letter in row:
        ink = not letter.text.isspace()
        if ink and edge is not None and letter.left - edge >= _PIECE_GAP_PT:
            pieces.append([])
        pieces[-1].append(letter)
        if ink:
            edge = max(edge or 0, letter.right)
    return pieces


def _spaced(letters: Sequence[Letter], size: float) -> list[Word]:
    words: list[Word] = []
    before: Letter | None = None
    for letter in letters:
        gap = letter.left - before.right if before else 0
        if before and gap > _TAB_GAP * size and not before.text.isspace() and not letter.text.isspace():
            words.append(Word("\t", before.look))
        elif before and gap > _WORD_GAP * size and not before.text.isspace() and not letter.text.isspace():
            words.append(Word(" ", before.look))
        words.append(Word(letter.text, letter.look, letter.note))
        before = letter
    return words
