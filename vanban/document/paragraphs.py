"""One paragraph of an outline: its marker, its lines, and whether it is a title or a sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import partial

from vanban.document.blocks import Level, Para, plain
from vanban.document.footnotes import Footnotes
from vanban.document.inline import PLAIN_CLOSING, read_inline
from vanban.document.log import Line, Log
from vanban.document.markers import MARKER, looks_titled
from vanban.thethuc.writing import CLOSING
from vanban.tiengviet.letters import LETTERS

LEVELS: dict[str, Level] = {
    "phan": "phan",
    "chuong": "chuong",
    "muc": "muc",
    "la_ma": "muc",
    "tieu_muc": "tieu_muc",
    "dieu": "dieu",
    "khoan": "khoan",
    "diem": "diem",
    "gach": "gach",
    "cong": "cong",
}
"""The level that each group of the marker's pattern means."""

_MARKERS = {
    "phan": "Phần {so}",
    "chuong": "Chương {so}",
    "tieu_muc": "Tiểu mục {so}",
    "dieu": "Điều {so}. ",
    "khoan": "{so}. ",
    "diem": "{so}) ",
    "gach": "- ",
    "cong": "+ ",
    "doan": "",
}
"""The marker of each level; a mục has two. Without a space at its end, the title stands on the next line."""

_HEADED = ("phan", "chuong", "muc", "tieu_muc")
"""Levels that are titles always: one line, which may follow the marker's line."""

_MAYBE_TITLED = ("dieu", "khoan", "diem")
"""Levels that are a title or a sentence."""

TITLED = {"tieu_de": True, "cau": False}
"""What ``{tieu_de}`` and ``{cau}`` at the end of a line say."""

_SUFFIX = re.compile(r"(?:^| )\{ *(?P<word>[a-z_]+) *\}$")


@dataclass(slots=True)
class OpenParagraph:
    """A paragraph whose end has not come yet; ``marker`` is where and how it began."""

    loai: Level
    so: str
    marker: Line
    lines: list[Line] = field(default_factory=list)
    closing: Line | None = None
    """The marker again, once the author is known to have typed ``./.`` at the end."""

    @property
    def headed(self) -> bool:
        """Whether it is a title always."""
        return self.loai in _HEADED

    @property
    def whole(self) -> bool:
        """Whether no line can follow: a heading ends with its line, and so does ``{cau}``."""
        return bool(self.lines) and (self.headed or bool(_SUFFIX.search(self.lines[-1].text)))

    def ends_before(self, text: str) -> bool:
        """Whether the next line begins a new paragraph: this looks like a title, that begins a sentence."""
        return (
            len(self.lines) == 1
            and looks_titled(self.loai, self.lines[0].text)
            and text.lstrip("“\"'(*\\")[:1].isupper()
        )


def open_paragraph(found: re.Match[str], line: Line, log: Log) -> OpenParagraph:
    """Begin the paragraph whose marker was ``found`` in ``line``."""
    group = found.lastgroup or ""
    so = found[group]
    marker = Line(line.row, line.column, line.text[: found.end()].rstrip(" "))
    rest = line.text[found.end() :]
    if group == "diem" and so not in LETTERS:
        log.tell("VB033", line.row, line.column, {"letter": so})
    if group in ("gach", "cong"):
        if so not in "-+" or (rest and found.end() == len(so)):
            shown = so if so not in "-+" else line.text[:2]
            log.note("VB039", line.row, line.column, {"found": shown})
        so = ""
    lines = [Line(line.row, line.column + found.end(), rest)] if rest else []
    return OpenParagraph(LEVELS[group], so, marker, lines)


def read_paragraph(draft: OpenParagraph, log: Log, footnotes: Footnotes) -> Para | None:
    """The block of a paragraph, or None (and a fault) where it has no text."""
    if not draft.lines:
        kind, marker = ("VB032" if draft.headed else "VB031"), draft.marker.text
        log.tell(kind, draft.marker.row, draft.marker.column, {"marker": marker, "heading": marker})
        return None
    raw = " ".join([line.text for line in draft.lines])
    report = partial(log.tell_within, draft.lines)
    titled: bool | None = None
    if raw.endswith("}") and (suffix := _SUFFIX.search(raw)):
        word = suffix["word"]
        if draft.loai in _MAYBE_TITLED and word in TITLED:
            titled = TITLED[word]
        else:
            allowed = "{tieu_de}, {cau}" if draft.loai in _MAYBE_TITLED else "…"
            report("VB132", suffix.start("word") - 1, {"text": f"{{{word}}}", "allowed": allowed})
        raw = raw[: suffix.start()]
    text = read_inline(raw, report, note_of=footnotes.take)
    if not text:
        report("VB031", 0, {"marker": draft.marker.text})
        return None
    if CLOSING in raw[-9:] and PLAIN_CLOSING not in raw[-9:]:
        draft.closing = draft.marker
    return Para(draft.loai, draft.so, text, is_titled(draft.loai, plain(text), titled))


def is_titled(level: Level, text: str, said: bool | None = None) -> bool:
    """Whether a paragraph is a title: what its author said, else how it looks; headings are not marked."""
    if level not in _MAYBE_TITLED:
        return False
    return looks_titled(level, text) if said is None else said


def marker_text(level: Level, so: str) -> str:
    """How a paragraph begins in an outline; a mục's number tells which of its two forms it has (V.6)."""
    if level == "muc":
        return f"Mục {so}" if so.isdecimal() else f"{so}. "
    return _MARKERS[level].format(so=so)


def fits(level: Level, so: str) -> bool:
    """Whether a level is numbered so: ``I`` and ``1`` fit a mục, ``đ`` fits a điểm, "" fits a dash."""
    if level in ("gach", "cong", "doan"):
        return not so
    text = marker_text(level, so).rstrip(" ")
    found = MARKER.fullmatch(text)
    group = (found and found.lastgroup) or ""
    return LEVELS.get(group) == level and (level != "diem" or so in LETTERS)
