"""The paragraphs that the text of a page flows into, with what hangs on them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from itertools import groupby

from vanban.html.pictures import Shown
from vanban.paper import Cell, DrawnLine, NoteMark, Paragraph, ParagraphLook, Picture, Run, Story, TextLook

_SPACES = re.compile(r"[ \t\r\n\f]+")
_TAB = re.compile(r"[ \t]*\t[ \t]*\Z")
"""White space that is no break of a source line: a tab, as LibreOffice writes it."""
_LETTERS_AS_LINE = re.compile(r"(?:[_\-\u2010-\u2015\u2212\u2500\u2501\u2550]\s*){3,}\Z")
_EMPTY = ("", "\u00a0")
"""What an empty paragraph holds; Word fills it with a space that does not break."""
_LONGEST_LABEL = 12
_LABEL = re.compile(r"\S+\Z")


@dataclass(frozen=True, slots=True)
class Block:
    """What is around a paragraph. ``place`` is one number for each cell or story; lengths in pt."""

    look: ParagraphLook = field(default_factory=ParagraphLook)
    left_pt: float = 0
    right_pt: float = 0
    width_mm: float = 165
    story: Story = "body"
    cell: Cell | None = None
    place: int = 0
    style: str = ""
    lined: tuple[bool, bool] = (False, False)
    """Whether its upper and its lower side are drawn."""


@dataclass
class _Open:
    """A paragraph that is being filled. ``calls`` are notes, each with the number of letters before it."""

    block: Block
    runs: list[Run] = field(default_factory=list)
    length: int = 0
    last: str = "\n"
    label: str = ""
    calls: list[tuple[int, int]] = field(default_factory=list)
    pictures: list[Shown] = field(default_factory=list)


@dataclass
class Flow:
    """Paragraphs in the order in which they are met."""

    section: int = 0
    paragraphs: list[Paragraph] = field(default_factory=list)
    calls: list[tuple[int, int, int]] = field(default_factory=list)
    """The number of a paragraph, how many letters stand before, the note that is called there."""
    pictures: list[Picture] = field(default_factory=list)
    lost_pictures: list[int] = field(default_factory=list)
    lines: list[DrawnLine] = field(default_factory=list)
    label: str = ""
    """Of the item that has begun, until its first paragraph."""
    new_page: bool = False
    """Whether a page was asked for, until the words that begin it."""
    _open: _Open | None = None
    _texts: dict[int, int] = field(default_factory=dict)
    """The number of the last paragraph with words of each place."""

    @property
    def count(self) -> int:
        """How many paragraphs there are."""
        return len(self.paragraphs)

    def text(
        self, text: str, look: TextLook, block: Block, *, as_typed: bool = False, field: str = ""
    ) -> None:
        """Write text; its white space is run together unless it stands ``as_typed``."""
        text = unicodedata.normalize("NFC", text)
        if not as_typed:
            text = _SPACES.sub(_run_together, text)
            if (self._open is None or self._open.last in " \n\t") and text[:1] in (" ", "\t"):
                text = text[1:]
        if not text:
            return
        paragraph = self._opened(block)
        paragraph.runs.append(Run(text, look, field))
        paragraph.length += len(text)
        paragraph.last = text[-1]

    def line_break(self, look: TextLook, block: Block) -> None:
        """Begin a line."""
        self._opened(block)
        self._drop_space()
        self.text("\n", look, block, as_typed=True)

    def call(self, note: int, block: Block) -> None:
        """Refer to a note."""
        paragraph = self._opened(block)
        paragraph.calls.append((paragraph.length, note))

    def picture(self, picture: Shown, block: Block) -> None:
        """Show a picture."""
        self._opened(block).pictures.append(picture)

    def typed_label(self) -> bool:
        """Take the words so far for a label, and say whether they can be one."""
        if self._open and not self._open.label and self._open.length <= _LONGEST_LABEL:
            text = "".join(run.text for run in self._open.runs)
            if _LABEL.match(text) and not self._open.calls:
                self._open = replace(self._open, label=text, runs=[], length=0, last="\n")
                return True
        return False

    def set_label(self, label: str, block: Block) -> None:
        """Say what automatic numbering prints."""
        self._opened(block).label = label

    def empty(self, block: Block) -> None:
        """Set an empty paragraph."""
        self.close()
        self._opened(block)
        self.close()

    def rule(self, block: Block, length_mm: float, *, centred: bool) -> None:
        """Draw a line under the text above."""
        self.close()
        number = self._texts.get(block.place)
        if number:
            self.lines.append(DrawnLine(number, "shape", length_mm, centred=centred))

    def rule_under(self, places: Iterable[int]) -> None:
        """Draw lines under the last words of some places."""
        owners = [self._texts[place] for place in places if place in self._texts]
        self.lines += (DrawnLine(owner, "border") for owner in owners)

    def close(self) -> None:
        """End the paragraph."""
        done, self._open = self._open, None
        if done is None:
            return
        runs = _trimmed(done.runs)
        text = "".join(run.text for run in runs)
        number = self.count + 1
        if text in _EMPTY:
            runs, text = (), ""
        paragraph = Paragraph(
            number=number,
            runs=runs,
            look=done.block.look,
            story=done.block.story,
            section=self.section,
            cell=done.block.cell,
            label=done.label,
            style=done.block.style,
            width_mm=round(done.block.width_mm, 1),
            new_page=self._begins_page(done, text),
        )
        self.paragraphs.append(paragraph)
        self.calls += ((number, min(at, len(text)), note) for at, note in done.calls)
        self._hang(done, paragraph)
        for shown in done.pictures:
            if shown.data:
                self.pictures.append(Picture(number, shown.data, shown.alt, shown.width_mm))
            elif not shown.line:
                self.lost_pictures.append(number)

    def _begins_page(self, done: _Open, text: str) -> bool:
        if done.block.story != "body" or not (text or done.label):
            self.new_page = self.new_page or done.block.look.page_break_before
            return False
        asked, self.new_page = self.new_page or done.block.look.page_break_before, False
        return asked

    def _hang(self, done: _Open, paragraph: Paragraph) -> None:
        """Find the lines drawn at a paragraph: each hangs under the words above it."""
        text, place, upper = paragraph.text.strip(), done.block.place, self._texts.get(done.block.place)
        centred = paragraph.look.align == "center"
        of_letters = bool(_LETTERS_AS_LINE.match(text))
        if text and not of_letters:
            self._texts[place] = paragraph.number
            if all(look.underline for look in paragraph.look_at(0)):
                self.lines.append(DrawnLine(paragraph.number, "underline", centred=centred))
        elif of_letters and upper:
            self.lines.append(DrawnLine(upper, "underscores", centred=centred))
        above, below = done.block.lined
        lower = self._texts.get(place)
        for owner in ([upper] if above else []) + ([lower] if below else []):
            if owner:
                self.lines.append(_border(owner, paragraph))
        for shown in done.pictures:
            if shown.line and lower:
                self.lines.append(DrawnLine(lower, "shape", shown.width_mm or None))

    def _opened(self, block: Block) -> _Open:
        if self._open is None:
            self._open = _Open(block, label=self.label)
            self.label = ""
        return self._open

    def _drop_space(self) -> None:
        done = self._open
        if done and done.last == " " and done.runs:
            last = done.runs[-1]
            done.runs[-1] = replace(last, text=last.text[:-1])
            done.length -= 1

    def marks(self, notes: dict[int, tuple[int, ...]]) -> tuple[NoteMark, ...]:
        """Where notes are referred to, by the numbers of the paragraphs of each."""
        return tuple(
            NoteMark(number, at, at, notes[note]) for number, at, note in self.calls if note in notes
        )


def _border(owner: int, paragraph: Paragraph) -> DrawnLine:
    look = paragraph.look
    room = paragraph.width_mm - look.left_mm - look.right_mm
    centred = abs(look.left_mm - look.right_mm) < 1
    return DrawnLine(owner, "border", round(room, 2) if room > 0 else None, centred=centred)


def _run_together(found: re.Match[str]) -> str:
    return "\t" if _TAB.match(found[0]) else " "


def _trimmed(runs: list[Run]) -> tuple[Run, ...]:
    """The runs, those of one look as one, without white space and one line break at the end."""
    groups = groupby(runs, key=lambda run: (run.look, run.field))
    joined = [Run("".join(run.text for run in group), look, name) for (look, name), group in groups]
    broken = False
    while joined:
        last = joined[-1]
        text = last.text.rstrip(" ")
        if text.endswith("\n") and not broken:
            text, broken = text[:-1].rstrip(" "), True
        if text or last.field:
            joined[-1] = replace(last, text=text)
            break
        joined.pop()
    return tuple(joined)
