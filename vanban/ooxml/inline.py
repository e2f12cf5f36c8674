"""What stands in a paragraph: its runs as they are read, and what is anchored in it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from itertools import groupby

from lxml.etree import _Element as Element

from vanban.ooxml.cascade import Cascade, Faces
from vanban.ooxml.letters import Piece
from vanban.ooxml.pages import Pages
from vanban.ooxml.properties import NO_LETTERS, Letters
from vanban.ooxml.symbols import plain
from vanban.ooxml.wml import MATHS, W, is_true, shown
from vanban.paper import Run, TextLook
from vanban.tiengviet.legacy import encoding_of_font

_THROUGH = frozenset(
    f"{W}{name}"
    for name in (
        "hyperlink", "ins", "moveTo", "smartTag", "customXml", "sdt", "sdtContent", "dir", "bdo", "ruby",
        "rubyBase",
    )
) | {f"{MATHS}oMath", f"{MATHS}oMathPara"}  # fmt: skip
"""What holds runs and is not seen itself. Deleted text and text moved away are not among them."""
_TEXTS = {
    f"{W}tab": "\t", f"{W}ptab": "\t", f"{W}cr": "\n", f"{W}noBreakHyphen": "-",
}  # fmt: skip
_DRAWINGS = frozenset({f"{W}drawing", f"{W}pict", f"{W}object"})
_NOTES = {f"{W}footnoteReference": "footnotes", f"{W}endnoteReference": "endnotes"}
_SCRIPTS = re.compile(
    r"([\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef]+)|([^\x00-\x7f]+)|([\x00-\x7f]+)"
)
"""Letters by the font that Word takes for them: the Chinese one, the one beyond ASCII, the one of ASCII."""
_SURROGATES = range(0xD800, 0xE000)


@dataclass
class Field:
    """A field that has begun and not ended: what it asks for, and whether its result has begun."""

    instruction: str = ""
    result: bool = False
    written: bool = False

    @property
    def name(self) -> str:
        """Its first word in capitals, ``PAGE``."""
        return next(iter(self.instruction.split()), "").upper()


@dataclass(frozen=True, slots=True)
class NoteCall:
    """Where a note is referred to: after ``at`` letters of the paragraph.

    ``mark`` are the letters that follow, where the author chose the mark; Word writes the number itself.
    """

    kind: str
    id: str
    at: int
    mark: str = ""


@dataclass
class Content:
    """What was read of one paragraph."""

    runs: tuple[Run, ...] = ()
    pieces: list[Piece] = field(default_factory=list)
    """The same letters, by the elements that they come from."""
    drawings: list[Element] = field(default_factory=list)
    notes: list[NoteCall] = field(default_factory=list)
    page: int = 1
    new_page: bool = False


@dataclass
class InlineReader:
    """Reads the content of paragraphs one after another; fields and pages go on from one to the next."""

    cascade: Cascade
    pages: Pages
    fields: list[Field] = field(default_factory=list)
    _content: Content = field(default_factory=Content)
    _style: str = ""
    _table: Letters = NO_LETTERS
    _parts: list[Run] = field(default_factory=list)
    _broken: Element | None = None
    _started: bool = False
    _length: int = 0

    def read(self, paragraph: Element, style: str, table: Letters) -> Content:
        """What stands in a paragraph.

        Args:
            paragraph: the ``w:p``.
            style: id of its style.
            table: what the table around it says of letters.
        """
        self._content = Content()
        self._style, self._table = style, table
        self._parts, self._broken, self._started, self._length = [], None, False, 0
        self._walk(paragraph)
        if not self._started:
            self._content.page = self.pages.page
        self._content.runs = _joined(self._parts)
        return self._content

    def _walk(self, parent: Element) -> None:
        for child in shown(parent):
            if child.tag == f"{W}r":
                self._run(child)
            elif child.tag in _THROUGH:
                self._walk(child)
            elif child.tag == f"{W}fldSimple":
                self.fields.append(Field(child.get(f"{W}instr", ""), result=True))
                self._walk(child)
                self._end_field(self._faces(child.find(f".//{W}r")))
            elif child.tag == f"{MATHS}r":
                text = "".join(t.text or "" for t in child.iter(f"{MATHS}t"))
                self._write(child, text, self._faces(None))

    def _run(self, run: Element) -> None:
        faces = self._faces(run)
        for child in shown(run):
            act = _ACTS.get(child.tag)
            if act is not None:
                act(self, child, faces)

    def _faces(self, run: Element | None) -> Faces:
        properties = None if run is None else run.find(f"{W}rPr")
        return self.cascade.letters(self._style, self._table, properties)

    def _text(self, element: Element, faces: Faces) -> None:
        self._write(element, element.text or "", faces)

    def _sign(self, element: Element, faces: Faces) -> None:
        self._write(element, _TEXTS[str(element.tag)], faces)

    def _soft_hyphen(self, element: Element, faces: Faces) -> None:
        """Unseen, but a font of TCVN3 draws ư there."""
        if encoding_of_font(faces.high.font) == "tcvn3":
            self._write(element, "\xad", faces)

    def _break(self, element: Element, faces: Faces) -> None:
        kind = element.get(f"{W}type", "textWrapping")
        if kind == "textWrapping":
            self._write(element, "\n", faces)
        elif not faces.hidden:
            self.pages.broken(kind)
            self._broken = element

    def _rendered_break(self, _element: Element, _faces: Faces) -> None:
        self.pages.rendered()

    def _symbol(self, element: Element, faces: Faces) -> None:
        code = element.get(f"{W}char", "")
        letter = chr(int(code, 16)) if re.fullmatch(r"[0-9A-Fa-f]{1,4}", code) else ""
        if letter and ord(letter) not in _SURROGATES:
            self._write(element, plain(letter, element.get(f"{W}font", "")), faces)

    def _page_number(self, _element: Element, faces: Faces) -> None:
        self.fields.append(Field("PAGE", result=True))
        self._end_field(faces)

    def _field_mark(self, element: Element, faces: Faces) -> None:
        kind = element.get(f"{W}fldCharType")
        if kind == "begin":
            self.fields.append(Field())
        elif kind == "separate" and self.fields:
            self.fields[-1].result = True
        elif kind == "end" and self.fields:
            self._end_field(faces)

    def _instruction(self, element: Element, _faces: Faces) -> None:
        if self.fields:
            self.fields[-1].instruction += element.text or ""

    def _end_field(self, faces: Faces) -> None:
        ended = self.fields.pop()
        if (
            not ended.written
            and ended.name
            and all(outer.result for outer in self.fields)
            and not faces.hidden
        ):
            self._parts.append(Run("", faces.low, ended.name))
        elif ended.written and self.fields:
            self.fields[-1].written = True

    def _drawing(self, element: Element, faces: Faces) -> None:
        if not faces.hidden:
            self._content.drawings.append(element)

    def _note(self, element: Element, faces: Faces) -> None:
        if faces.hidden:
            return
        own = is_true(element.get(f"{W}customMarkFollows"))
        mark = "".join(text.text or "" for text in element.itersiblings(f"{W}t")) if own else ""
        kind = _NOTES[str(element.tag)]
        self._content.notes.append(NoteCall(kind, element.get(f"{W}id", ""), self._length, mark))

    def _write(self, element: Element, text: str, faces: Faces) -> None:
        if not text or faces.hidden or not all(outer.result for outer in self.fields):
            return
        if not self._started:
            self._content.page, self._content.new_page = self.pages.page, self.pages.asked
            self._started = True
        self.pages.wrote()
        name = ""
        if self.fields:
            name = self.fields[-1].name
            self.fields[-1].written = True
        if self._broken is not None and self._parts:
            self._content.pieces.append(Piece(self._broken, "\n", name))
            self._parts.append(Run("\n", faces.low, name))
            self._length += 1
        self._broken = None
        self._content.pieces.append(Piece(element, text, name))
        self._parts += (Run(part, look, name) for part, look in _by_font(text, faces))
        self._length += len(text)


_ACTS: Mapping[object, Callable[[InlineReader, Element, Faces], None]] = {
    f"{W}t": InlineReader._text,
    **dict.fromkeys(_TEXTS, InlineReader._sign),
    f"{W}softHyphen": InlineReader._soft_hyphen,
    f"{W}br": InlineReader._break,
    f"{W}lastRenderedPageBreak": InlineReader._rendered_break,
    f"{W}sym": InlineReader._symbol,
    f"{W}pgNum": InlineReader._page_number,
    f"{W}fldChar": InlineReader._field_mark,
    f"{W}instrText": InlineReader._instruction,
    **dict.fromkeys(_DRAWINGS, InlineReader._drawing),
    **dict.fromkeys(_NOTES, InlineReader._note),
}
"""What to do at each thing that stands in a run."""


def mark_deleted(properties: Element | None) -> bool:
    """Whether the end of a paragraph is deleted or moved away, as tracked changes show."""
    mark = None if properties is None else properties.find(f"{W}rPr")
    return mark is not None and any(mark.find(f"{W}{name}") is not None for name in ("del", "moveFrom"))


def _joined(parts: list[Run]) -> tuple[Run, ...]:
    """The runs, those of one look that follow one another as one."""
    groups = groupby(parts, key=lambda run: (run.look, run.field))
    return tuple(Run("".join(run.text for run in group), look, name) for (look, name), group in groups)


def _by_font(text: str, faces: Faces) -> list[tuple[str, TextLook]]:
    if faces.low == faces.high == faces.east or text.isascii():
        return [(text, faces.low)]
    looks = {1: faces.east, 2: faces.high, 3: faces.low}
    return [(found[0], looks[found.lastindex or 3]) for found in _SCRIPTS.finditer(text)]
