"""Text inside a line: bold, italic, footnotes, line breaks in cells, and the backslash before plain signs."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from vanban.document.blocks import Footnote, Inline, LineBreak, Run
from vanban.document.markers import BULLETS, marker_at
from vanban.thethuc.writing import CLOSING

Report = Callable[[str, int, dict[str, object]], None]
"""Told of a fault: its kind, its offset in the text, and its details."""

NoteOf = Callable[[str, Callable[[str, dict[str, object]], None]], Footnote | None]
"""Gives the footnote of a label; tells a fault, its kind and details, and gives None where there is none."""

PLAIN_CLOSING = ".\\/."
"""A ``./.`` that is text, and not the end of the content that the form writes."""

_SIGNS = r"\*[]<^|{"
_LINE_ENDS = "\n\r\x0b\x0c\x85\u2028\u2029"
_TO_ESCAPE = re.compile(f"[{re.escape(_SIGNS)}{_LINE_ENDS}]")
_ESCAPES = str.maketrans({**{sign: f"\\{sign}" for sign in _SIGNS}, **dict.fromkeys(_LINE_ENDS, " ")})
_SPACES = re.compile(" {2,}")

_MARKED = re.compile(r"[\\*\[<]")
_TOKEN = re.compile(
    rf"\\(?P<sign>[!-/:-@\[-`{{-~{BULLETS}])"
    r"|(?P<word>(?<![^ ])\\(?=\w))"
    r"|(?P<stars>\*+)"
    r"|\[\^(?P<label>[^\[\]\s:\\]+)\]"
    r"|\[\^:(?P<note>(?:[^\[\]\\]|\\.)*)\]"
    r"|(?P<br><br */?>)"
)


def escape(text: str) -> str:
    r"""Make any text plain at any place of an outline: ``1. X`` → ``1\. X``, ``a | b`` → ``a \| b``.

    Line breaks become spaces. Reading the result as a paragraph, or as a part of one, gives ``text`` back.
    """
    at = marker_at(text)
    return escape_signs(text) if at is None else f"{escape_signs(text[:at])}\\{escape_signs(text[at:])}"


def escape_signs(text: str) -> str:
    r"""Make the signs in ``text`` plain, but not a marker at its beginning."""
    if _TO_ESCAPE.search(text):
        text = text.translate(_ESCAPES)
    return text[:-3] + PLAIN_CLOSING if text.endswith(CLOSING) else text


def read_inline(raw: str, report: Report, *, note_of: NoteOf | None = None, cell: bool = False) -> Inline:
    """Read the text of one paragraph or cell into its normal form.

    Args:
        raw: the text in one line, without marker.
        report: told of every fault; reading goes on.
        note_of: gives the footnote of a label; None inside a footnote, where there are none.
        cell: whether ``<br>`` may break a line.
    """
    if not _MARKED.search(raw):
        text = (_SPACES.sub(" ", raw) if "  " in raw else raw).strip(" ")
        return (Run(text),) if text else ()
    return _Reader(raw, report, note_of, cell).read()


class _Reader:
    """One pass over the signs of a text; ``**``, ``*`` and ``***`` switch bold and italic on and off."""

    def __init__(self, raw: str, report: Report, note_of: NoteOf | None, cell: bool) -> None:
        self.raw = raw
        self.report = report
        self.note_of = note_of
        self.cell = cell
        self.parts: list[Run | Footnote | LineBreak] = []
        self.buffer: list[str] = []
        self.bold = self.italic = False
        self.opened = 0

    def read(self) -> Inline:
        last = 0
        for token in _TOKEN.finditer(self.raw):
            self.buffer.append(self.raw[last : token.start()])
            last = token.end()
            match token.lastgroup:
                case "sign":
                    self.buffer.append(token["sign"])
                case "stars" if self._plain_stars(token):
                    self.buffer.append(token[0])
                case "stars":
                    self._switch(token)
                case "label" | "note":
                    self._footnote(token)
                case "br" if self.cell:
                    self._end_run()
                    self.parts.append(LineBreak())
                case "br":
                    self.report("VB038", token.start(), {})
        self.buffer.append(self.raw[last:])
        self._end_run()
        if self.bold or self.italic:
            stars = "*" * (2 * self.bold + self.italic)
            self.report("VB030", self.opened, {"stars": stars, "escaped": "\\*" * len(stars)})
        return normal(self.parts)

    def _plain_stars(self, token: re.Match[str]) -> bool:
        """``5 * 3``, ``(*)`` and rows of stars are text."""
        around = self.raw[token.start() - 1 : token.start()] + self.raw[token.end() : token.end() + 1]
        return len(token[0]) > 3 or around in ("", " ", "  ", "()")

    def _switch(self, token: re.Match[str]) -> None:
        self._end_run()
        if not self.bold and not self.italic:
            self.opened = token.start()
        self.bold ^= len(token[0]) > 1
        self.italic ^= len(token[0]) != 2

    def _footnote(self, token: re.Match[str]) -> None:
        self._end_run()
        if self.note_of is None:
            self.report("VB037", token.start(), {"label": token["label"] or "…"})
        elif token.lastgroup == "label":
            at = token.start()
            note = self.note_of(token["label"], lambda kind, details: self.report(kind, at, details))
            self.parts += [note] if note else []
        else:
            inside = token.start("note")
            self.parts.append(
                read_note(token["note"], lambda kind, at, details: self.report(kind, inside + at, details))
            )

    def _end_run(self) -> None:
        text = "".join(self.buffer)
        self.buffer.clear()
        if text:
            self.parts.append(Run(text, self.bold, self.italic))


def read_note(raw: str, report: Report) -> Footnote:
    """Read the words of a footnote, which has neither notes nor line breaks of its own."""
    return Footnote(tuple(part for part in read_inline(raw, report) if isinstance(part, Run)))


def normal(parts: Iterable[Run | Footnote | LineBreak]) -> Inline:
    """Text as it is kept: no space at either end or doubled, no empty run, neighbours differ in look."""
    out: list[Run | Footnote | LineBreak] = []
    for part in parts:
        before = out[-1] if out else LineBreak()
        if isinstance(part, Run):
            text = _SPACES.sub(" ", part.text)
            if isinstance(before, LineBreak) or (isinstance(before, Run) and before.text.endswith(" ")):
                text = text.lstrip(" ")
            if not text:
                continue
            if isinstance(before, Run) and (before.bold, before.italic) == (part.bold, part.italic):
                out[-1] = Run(before.text + text, part.bold, part.italic)
            else:
                out.append(Run(text, part.bold, part.italic))
        else:
            if isinstance(part, LineBreak):
                _trim_end(out)
            out.append(part)
    _trim_end(out)
    return tuple(out)


def _trim_end(parts: list[Run | Footnote | LineBreak]) -> None:
    while parts and isinstance(last := parts[-1], Run) and last.text.endswith(" "):
        parts.pop()
        if text := last.text.rstrip(" "):
            parts.append(Run(text, last.bold, last.italic))


def write_inline(text: Inline, notes: list[Footnote] | None = None, *, starts_line: bool = False) -> str:
    """Write text so that :func:`read_inline` gives it back.

    Args:
        text: in its normal form.
        notes: collects the footnotes, which then stand as ``[^1]``; None to write their words in place.
        starts_line: whether the result begins a line, where a marker must be made plain.
    """
    out: list[str] = []
    bold = italic = False
    for index, part in enumerate(text):
        match part:
            case Run():
                stars = _stars(bold != part.bold, italic != part.italic)
                bold, italic = part.bold, part.italic
                words = escape(part.text) if starts_line and not index else escape_signs(part.text)
                before = out[-1][-1] if out else ""
                if (before == "(" and words[0] == ")") or (before == "]" and words[0] == ":"):
                    words = f"\\{words}"
                out += [stars, words] if stars else [words]
            case Footnote():
                out.append(_footnote(part, notes))
            case LineBreak():
                out.append("<br>")
    written = "".join([*out, _stars(bold, italic)])
    return f"\\{written}" if starts_line and written.startswith("![") else written


def _footnote(note: Footnote, notes: list[Footnote] | None) -> str:
    if notes is None:
        return f"[^: {write_inline(note.text)}]"
    notes.append(note)
    return f"[^{len(notes)}]"


def _stars(bold: bool, italic: bool) -> str:
    return "*" * (2 * bold + italic)
