"""The paper that is being read, what was found in it, and the record of what is left out and not sure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

from vanban.document.blocks import Footnote, Inline, Run
from vanban.document.normal_form import level_spaces
from vanban.document.values import one_line
from vanban.errors import Fault, Place
from vanban.language import N_, _
from vanban.paper import NoteMark, Paper, PaperTable, Paragraph, Picture
from vanban.parts import Anatomy, Part
from vanban.read.model import LeftOut
from vanban.read.words import without
from vanban.thethuc import COMPONENTS
from vanban.tiengviet.unicode import clean

BY_THE_FORM = N_("chữ mà mẫu trình bày tự ghi")


@dataclass
class Original:
    """A paper with its parts; what is left out and what is not sure gathers here."""

    file: str
    paper: Paper
    anatomy: Anatomy
    left_out: list[LeftOut] = field(default_factory=list)
    doubts: list[Fault] = field(default_factory=list)
    noted: set[int] = field(default_factory=set)
    """The numbers of the paragraphs of footnotes that are in the document."""

    # What is told ------------------------------------------------------------------------------------

    def leave(self, words: str, at: Paragraph, reason: str, *, fixed: bool = False) -> None:
        """Leave words out, and say why; nothing is told of nothing."""
        if words.strip():
            self.left_out.append(LeftOut(one_line(words), place_of(at), _(reason), fixed))

    def keep(self, part: Part, *texts: str) -> None:
        """Say which texts of the document a part became; its other words are those that the form prints."""
        self.leave(without(part.text, texts), part.paragraph, BY_THE_FORM, fixed=True)

    def doubt(self, kind: str, at: Paragraph | None = None, **details: object) -> None:
        """Tell what is not sure."""
        part = place_of(at) if at else None
        self.doubts.append(Fault(kind, Place(self.file, part=part), details))

    # What stands there -------------------------------------------------------------------------------

    @cached_property
    def printed(self) -> list[Part]:
        """The parts between the margins, notes at the foot of pages aside."""
        return [part for part in self.anatomy.parts if part.paragraph.story in ("body", "textbox")]

    @cached_property
    def tables(self) -> dict[int, PaperTable]:
        """The tables by their numbers."""
        return {table.number: table for table in self.paper.tables}

    @cached_property
    def tabled(self) -> dict[int, int]:
        """The outermost table of each paragraph in one; not of tables that hold other parts than cells."""
        found: dict[int, int] = {}
        for table in self.paper.tables:
            inside = [number for row in table.rows for cell in row for number in cell.paragraphs]
            parts = (part for number in inside for part in self.anatomy.by_paragraph.get(number, ()))
            if not table.nested and all(part.id in ("bang", "bang_dau") for part in parts):
                found |= dict.fromkeys(inside, table.number)
        return found

    @cached_property
    def pictures(self) -> dict[int, list[Picture]]:
        """The pictures by the number of their paragraph."""
        found: dict[int, list[Picture]] = defaultdict(list)
        for picture in self.paper.pictures:
            found[picture.number].append(picture)
        return found

    @cached_property
    def _notes(self) -> dict[int, list[NoteMark]]:
        found: dict[int, list[NoteMark]] = defaultdict(list)
        for note in self.paper.notes:
            found[note.number].append(note)
        return found

    def inline(self, paragraph: Paragraph, start: int, end: int, component: str = "doan") -> Inline:
        """Letters of a paragraph with their weight and slant, as far as the component has not got them."""
        usual = COMPONENTS[component]
        parts: list[Run | Footnote] = []
        marks = [note for note in self._notes[paragraph.number] if start <= note.start <= note.end <= end]
        at = start
        for mark in sorted(marks, key=lambda note: note.start):
            parts += self._runs(paragraph, at, mark.start, bold=usual.bold, italic=usual.italic)
            parts.append(self._footnote(mark))
            self.leave(paragraph.text[mark.start : mark.end], paragraph, BY_THE_FORM, fixed=True)
            at = mark.end
        parts += self._runs(paragraph, at, end, bold=usual.bold, italic=usual.italic)
        return level_spaces(parts)

    def _footnote(self, mark: NoteMark) -> Footnote:
        runs: list[Run] = []
        for place, number in enumerate(mark.note):
            note = self.paper.by_number[number]
            self.noted.add(number)
            own = 0 if place else mark.own
            self.leave(f"{note.label} {note.text[:own]}", note, BY_THE_FORM, fixed=True)
            runs += [Run(" "), *self._runs(note, own, len(note.text), bold=False, italic=False)]
        return Footnote(tuple(part for part in level_spaces(runs) if isinstance(part, Run)))

    def _runs(self, paragraph: Paragraph, start: int, end: int, *, bold: bool, italic: bool) -> Iterable[Run]:
        at = 0
        for run in paragraph.runs:
            text = run.text[max(start - at, 0) : max(end - at, 0)]
            at += len(run.text)
            if not text:
                continue
            look = run.look
            if look.raised and text.strip():
                self.doubt("VB217", paragraph, words=text.strip())
            words = clean(text.upper() if look.caps else text)[0].replace("\n", " ")
            yield Run(words, look.bold and not bold, look.italic and not italic)


def place_of(at: Paragraph) -> str:
    """Where a paragraph is, for people."""
    place = _("Đoạn {number}").format(number=at.number)
    return place + (_(", trang {page}").format(page=at.page) if at.page else "")


def text_of(parts: Iterable[Part]) -> str:
    """The words of parts on one line."""
    return one_line(" ".join(part.text for part in parts))
