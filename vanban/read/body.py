"""The body of a paper, or of an annex: its parts → paragraphs with their levels, tables, pictures (ô 6)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from vanban.document.blocks import Block, Figure, Inline, Level, Para, Run, plain
from vanban.document.inline import normal
from vanban.document.paragraphs import LEVELS, fits, marker_text
from vanban.language import N_
from vanban.paper import media_of
from vanban.parts import Mark, Part
from vanban.read.original import BY_THE_FORM, Original
from vanban.read.tables import table_of
from vanban.read.words import words_of
from vanban.thethuc.writing import CLOSING
from vanban.tiengviet.letters import roman

_HEADED = {"phan": "phan_tieu_de", "muc": "muc_tieu_de"}
"""Components whose number stands over its title, and the component of that title."""
_TITLED = frozenset({"dieu", "khoan_tieu_de", "diem_tieu_de"})
_LISTED = ("gach", "cong")
_BULLET = N_("dấu đầu dòng vẽ bằng chữ cái")
_NUMBER = re.compile(r"[0-9]+[a-zđ]?|[IVXLC]+\b")
_LETTER = re.compile(r"[a-zđ]")
_CLOSED = re.compile(r"\s*\.\s*/\s*\.?\s*$")
_AFTER_NUMBER = " .:\t\n-–"


def body(original: Original, parts: Sequence[Part]) -> tuple[Block, ...]:
    """The blocks of these parts, in order; whatever they are, no word of them is left out."""
    blocks = _Blocks(original, parts).read()
    return _without_closing(original, blocks, parts)


class _Blocks:
    """One pass over the parts; pictures come where their paragraphs stand."""

    def __init__(self, original: Original, parts: Sequence[Part]) -> None:
        self.original = original
        self.parts = parts
        self.blocks: list[Block] = []
        self.at = 0

    def read(self) -> list[Block]:
        last = 0
        while self.at < len(self.parts):
            part = self.parts[self.at]
            self._pictures(last, part.paragraph.number)
            last = part.paragraph.number
            self._next(part)
        if self.parts:
            self._pictures(last, self._end())
        return self.blocks

    def _end(self) -> int:
        """The number of the last paragraph before another part begins, where trailing pictures may be."""
        last = self.parts[-1].paragraph.number
        others = [n for part in self.original.printed if (n := part.paragraph.number) > last]
        return min(others, default=len(self.original.paper.paragraphs) + 1)

    def _next(self, part: Part) -> None:
        tabled = self.original.tabled
        if table := tabled.get(part.paragraph.number):
            self._table(table)
            return
        self.at += 1
        following = self.parts[self.at] if self.at < len(self.parts) else None
        below = tabled.get(following.paragraph.number) if following else None
        if part.id in _HEADED:
            self._heading(part)
        elif part.id == "ten_hinh" and self.blocks and isinstance(self.blocks[-1], Figure):
            caption = self._words(part, 0)
            self.blocks[-1] = replace(self.blocks[-1], caption=caption)
        elif part.id == "ten_bang" and below:
            self._table(below, self._words(part, 0))
        else:
            self.blocks.append(self._para(part))

    # Tables ------------------------------------------------------------------------------------------

    def _table(self, number: int, caption: Inline = ()) -> None:
        """The table, and past all of its parts."""
        table = self.original.tables[number]
        head = 0
        while self.at < len(self.parts) and self._stands_in(part := self.parts[self.at], number):
            if part.id == "bang_dau" and part.paragraph.cell:
                head = max(head, part.paragraph.cell.row)
            self.at += 1
        self.blocks.append(table_of(self.original, table, head, caption))

    def _stands_in(self, part: Part, table: int) -> bool:
        return self.original.tabled.get(part.paragraph.number) == table

    # Pictures ----------------------------------------------------------------------------------------

    def _pictures(self, after: int, before: int) -> None:
        """The pictures of the paragraphs from ``after`` on, before ``before``."""
        for number in range(after, before):
            for picture in self.original.pictures.pop(number, ()):
                media = media_of(picture.data)
                if media is None:
                    continue
                alt, width = picture.alt.strip(), round(picture.width_mm, 1)
                if not alt:
                    self.original.doubt("VB218", self.original.paper.by_number[number])
                self.blocks.append(Figure(picture.data, media, alt or "…", width_mm=width))

    # Paragraphs --------------------------------------------------------------------------------------

    def _heading(self, part: Part) -> None:
        """``Chương I`` and the lines of its title below, which may also stand on its own line."""
        mark = part.mark
        level, so = _numbered(mark) if mark else ("doan", "")
        skip = self._mark_length(part)
        text: list[object] = list(self._words(part, skip, _HEADED[part.id]))
        while self.at < len(self.parts) and self.parts[self.at].id == _HEADED[part.id]:
            below = self.parts[self.at]
            text += [Run(" "), *self._words(below, 0, _HEADED[part.id])]
            self.at += 1
        title = normal(text)  # type: ignore[arg-type]
        if level == "doan" or not plain(title):
            self.blocks.append(Para("doan", "", self._words(part, 0, "doan")))
            if plain(title):
                self.blocks.append(Para("doan", "", title))
            return
        self.blocks.append(Para(level, so, title))

    def _para(self, part: Part) -> Para:
        mark = part.mark
        if mark is None:
            return Para("doan", "", self._words(part, 0, "doan"))
        level, so = _numbered(mark)
        text = self._words(part, self._mark_length(part))
        if level == "doan" or not plain(text):
            label = [Run(f"{mark.text} ")] if mark.automatic else []
            return Para("doan", "", normal((*label, *self._words(part, 0, "doan"))))
        if level in _LISTED:
            self.original.leave(" ".join(words_of(mark.text)), part.paragraph, _BULLET, fixed=True)
        else:
            text = _unstressed(text)
        return Para(level, so, text, part.id in _TITLED)

    def _mark_length(self, part: Part) -> int:
        """How many letters at the beginning of a part are its mark; none where Word prints it."""
        if part.mark is None:
            return 0
        behind = part.paragraph.text[part.mark.begin : part.end]
        signs = _AFTER_NUMBER if part.id in _HEADED else " \t\n\u00a0"
        return part.mark.begin - part.start + len(behind) - len(behind.lstrip(signs))

    def _words(self, part: Part, skip: int, component: str | None = None) -> Inline:
        return self.original.inline(part.paragraph, part.start + skip, part.end, component or part.id)


def _unstressed(text: Inline) -> Inline:
    """Text without a weight or slant that all of it has: how a level looks is the form's to say."""
    runs = [part for part in text if isinstance(part, Run) and part.text.strip()]
    bold, italic = (all(getattr(run, look) for run in runs) for look in ("bold", "italic"))
    return normal(
        replace(part, bold=part.bold and not bold, italic=part.italic and not italic)
        if isinstance(part, Run)
        else part
        for part in text
    )


def _numbered(mark: Mark) -> tuple[Level, str]:
    """The level and number of a mark, as an outline writes them; a plain paragraph where it cannot."""
    level = LEVELS[mark.level]
    if mark.level in ("gach", "cong"):
        return level, ""
    so = _number(mark)
    return (level, so) if so and fits(level, so) and _same_words(mark, level, so) else ("doan", "")


def _number(mark: Mark) -> str:
    match mark.level:
        case "khoan":
            return ".".join(str(value) for value in mark.path)
        case "diem":
            letters = _LETTER.search(mark.text)
            return letters[0] if letters else ""
        case "la_ma":
            return roman(mark.number) if mark.number else ""
        case _:
            found = _NUMBER.findall(mark.text)
            return str(found[-1]) if found else ""


def _same_words(mark: Mark, level: Level, so: str) -> bool:
    """Whether an outline says the mark in the same words: not so "Phần thứ nhất"."""
    return sorted(words_of(marker_text(level, so))) == sorted(words_of(mark.text))


def _without_closing(original: Original, blocks: list[Block], parts: Sequence[Part]) -> tuple[Block, ...]:
    """The blocks without the ``./.`` that the form writes at their end."""
    last = blocks[-1] if blocks else None
    if not isinstance(last, Para) or not last.text or not isinstance(last.text[-1], Run):
        return tuple(blocks)
    run = last.text[-1]
    closed = _CLOSED.search(run.text)
    if not closed:
        return tuple(blocks)
    original.leave(CLOSING, parts[-1].paragraph, BY_THE_FORM, fixed=True)
    words = run.text[: closed.start()]
    ended = f"{words}." if words and words[-1] not in ".;:,!?…" else words
    text = normal([*last.text[:-1], *([replace(run, text=ended)] if words.strip() else [])])
    return (*blocks[:-1], *([replace(last, text=text)] if text else []))
