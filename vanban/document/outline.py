"""Outline text → blocks: the lines that every office already types, read in one pass."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import partial

from vanban.document.annexes import OpenAnnex, check_order, read_annex
from vanban.document.blocks import Block, Inline, Para, PhuLuc, Run
from vanban.document.figures import Images, read_figure
from vanban.document.footnotes import Footnotes
from vanban.document.inline import read_inline
from vanban.document.log import Line, Log
from vanban.document.markers import MARKER, SETTINGS_LINE, STARTERS
from vanban.document.paragraphs import OpenParagraph, open_paragraph, read_paragraph
from vanban.document.remarks import is_remark, opens_remark
from vanban.document.tables import read_table
from vanban.errors import Fault
from vanban.thethuc.writing import CLOSING
from vanban.tiengviet.unicode import clean

_CAPTION_OF_PICTURE = re.compile(" *Hình: +")


@dataclass(frozen=True, slots=True)
class Outline:
    """A body and its annexes; ``notes`` tell what was taken for a marker though it is written otherwise."""

    blocks: tuple[Block, ...]
    phu_luc: tuple[PhuLuc, ...] = ()
    notes: tuple[Fault, ...] = field(default=(), compare=False)


def parse_outline(
    text: str,
    *,
    file: str | None = None,
    first_line: int = 1,
    first_column: int = 1,
    images: Images | None = None,
) -> Outline:
    """Read an outline; its grammar is in ``docs/van-ban-nguon.md``.

    Args:
        text: the outline; what Word leaves in it is cleaned away.
        file: the name that faults give.
        first_line: the number of its first line in that file.
        first_column: the number of the first column of its lines.
        images: gives the bytes of a picture by the path in the text.

    Returns:
        Blocks and annexes in their normal form: :func:`vanban.document.write_outline` is the inverse.

    Raises:
        InputError: every fault of the text, VB030 to VB039, VB130 to VB139, VB173.
    """
    lines = {
        at: line for at, line in enumerate(clean(text)[0].split("\n"), first_line) if not is_remark(line)
    }
    log = Log(file, list(lines), first_column)
    for row, line in enumerate(lines.values()):
        if opens_remark(line):
            log.tell("VB173", row, line.index("<"), {})
    outline = _Reader(list(lines.values()), log, images).read()
    log.raise_faults()
    return outline


class _Reader:
    """One pass over the lines; ``blocks`` is the section, body or annex, that grows."""

    def __init__(self, lines: list[str], log: Log, images: Images | None) -> None:
        self.lines = lines
        self.log = log
        self.images = images
        self.footnotes = Footnotes(lines, log)
        self.at = 0
        self.open: OpenParagraph | None = None
        self.closing: Line | None = None
        self.blocks: list[Block] = []
        self.annexes: list[OpenAnnex] = []

    def read(self) -> Outline:
        body = self.blocks
        while self.at < len(self.lines):
            self._line()
        self._end_section()
        self.footnotes.finish()
        check_order(self.annexes, self.log)
        annexes = [replace(annex.annex, noi_dung=tuple(annex.blocks)) for annex in self.annexes]
        return Outline(tuple(body), tuple(annexes), tuple(self.log.notes))

    def _line(self) -> None:
        """Take the line at hand, with the lines after it that belong to a table, a picture or an annex."""
        line = self.lines[self.at]
        text = line.strip(" ")
        start = text[:1]
        if not text:
            self._end_paragraph(title_may_follow=True)
            self.at += 1
        elif start in STARTERS and (found := MARKER.match(text)):
            self._marked(found, Line(self.at, line.index(text), text))
        elif start == "|" or (start == "{" and self._table_at(self.at)):
            self._table()
        elif start == "{" and SETTINGS_LINE.match(text):
            self.log.tell("VB138", self.at, line.index(text), {})
            self.at += 1
        elif text.startswith("!["):
            self._figure(text)
        else:
            self._plain(Line(self.at, line.index(text), text))

    def _marked(self, found: re.Match[str], line: Line) -> None:
        if found["phu_luc"]:
            self._end_section()
            annex, self.at = read_annex(self.lines, found, line, self.log)
            self.annexes.append(annex)
            self.blocks = annex.blocks
        elif found.lastgroup == "bang" and self._table_at(self.at + 1):
            self._table(line, found.end())
        elif found.lastgroup in ("bang", "hinh", "separator"):
            self._plain(line)
        else:
            self._end_paragraph()
            self.open = open_paragraph(found, line, self.log)
            if self.open.whole:
                self._end_paragraph()
            self.at += 1

    # Paragraphs -------------------------------------------------------------------------------------

    def _plain(self, line: Line) -> None:
        """A line without a marker goes on with the open paragraph, unless that is a whole heading."""
        if self.open and self.open.ends_before(line.text):
            self._end_paragraph()
        self.open = self.open or OpenParagraph("doan", "", Line(line.row, line.column, ""))
        self.open.lines.append(line)
        if self.open.whole:
            self._end_paragraph()
        self.at += 1

    def _end_paragraph(self, *, title_may_follow: bool = False) -> None:
        """Turn the open paragraph into a block; a heading without a title waits for it over blank lines."""
        draft = self.open
        if draft is None or (title_may_follow and draft.headed and not draft.lines):
            return
        self.open = None
        para = read_paragraph(draft, self.log, self.footnotes)
        if para:
            self._add(para)
            self.closing = draft.closing

    def _add(self, block: Block | None) -> None:
        """Append a block; None is one that could not be read, of which the log knows."""
        if block:
            self.blocks.append(block)
        self.closing = None

    def _end_section(self) -> None:
        """End the body or an annex, whose ``./.`` the form adds: one that the author typed is dropped."""
        self._end_paragraph()
        last = self.blocks[-1] if self.blocks else None
        if self.closing and isinstance(last, Para):
            text = without_closing(last.text)
            if text:
                self.blocks[-1] = replace(last, text=text)
            elif last.loai == "doan":
                self.blocks.pop()
            else:
                self.log.tell("VB031", self.closing.row, self.closing.column, {"marker": self.closing.text})
        self.closing = None

    # Tables and pictures ----------------------------------------------------------------------------

    def _table_at(self, at: int) -> bool:
        """Whether a table, or the settings of one, stands at a line."""
        here, after = (line.strip(" ") for line in (*self.lines[at : at + 2], "", "")[:2])
        return here.startswith("|") or (bool(SETTINGS_LINE.match(here)) and after.startswith("|"))

    def _table(self, caption: Line | None = None, caption_at: int = 0) -> None:
        """Read the table at hand: its caption, its settings, its rows."""
        self._end_paragraph()
        words = self._caption(caption, caption_at) if caption else ()
        self.at += bool(caption)
        settings = self.lines[self.at].strip(" ")
        settings = settings if settings.startswith("{") else ""
        start = self.at = self.at + bool(settings)
        while self.at < len(self.lines) and self.lines[self.at].lstrip(" ").startswith("|"):
            self.at += 1

        def tell(kind: str, line: int, column: int, details: dict[str, object]) -> None:
            self.log.tell(kind, start + line, column, details)

        rows = self.lines[start : self.at]
        self._add(read_table(rows, settings, words, tell, self.footnotes.take))

    def _figure(self, text: str) -> None:
        """Read the picture at hand, and the caption below it."""
        self._end_paragraph()
        index, indent = self.at, self.lines[self.at].index(text)
        self.at += 1
        caption: Inline = ()
        if self.at < len(self.lines) and (found := _CAPTION_OF_PICTURE.match(self.lines[self.at])):
            caption = self._caption(Line(self.at, 0, self.lines[self.at].rstrip(" ")), found.end())
            self.at += 1

        def tell(kind: str, line: int, column: int, details: dict[str, object]) -> None:
            self.log.tell(kind, index, indent + column, details)

        self._add(read_figure(text, caption, self.images, tell))

    def _caption(self, line: Line, at: int) -> Inline:
        words = [Line(line.row, line.column + at, line.text[at:])]
        return read_inline(
            words[0].text,
            partial(self.log.tell_within, words),
            note_of=self.footnotes.take,
        )


def without_closing(text: Inline) -> Inline:
    """Text without the ``./.`` at its end."""
    *before, last = text
    if not isinstance(last, Run) or not last.text.endswith(CLOSING):
        return text
    rest = last.text.removesuffix(CLOSING).rstrip(" ")
    return (*before, replace(last, text=rest)) if rest else tuple(before)
