"""What every part of the composing needs: the desk with the document on it, paragraphs, widths, rules."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from typing import TypeAlias

from vanban import fonts
from vanban.document.blocks import Inline, LineBreak, Run
from vanban.document.model import Document
from vanban.render.sheet import BOLD, BREAK, ITALIC, NOTE, Frame, Image, Item, P, Rule, SheetRun
from vanban.thethuc import COMPONENTS, RULE_LINES, Form, Look, writing
from vanban.tiengviet.capitals import sentence_case
from vanban.tiengviet.dates import BLANK_DATE
from vanban.tiengviet.phrases import PHRASE_BEGINNINGS

EVEN_WITHIN_PT = 2.0
PHRASE_WORTH = 0.4
"""How much less even two lines of a title may be, as a share of the column, to part between phrases."""

Side: TypeAlias = list[P | Rule | Frame]
"""What stands in one column of a pair."""


@dataclass(frozen=True, slots=True)
class Desk:
    """A document on its way to a sheet; footnotes and pictures gather here in the order they are met."""

    doc: Document
    look: Look
    font_set: fonts.FontSet
    notes: list[list[SheetRun]] = field(default_factory=list)
    images: list[Image] = field(default_factory=list)

    @property
    def form(self) -> Form:
        """The form of annex III that the document follows."""
        return self.doc.kind.form

    @property
    def issuer(self) -> str:
        """The issuer's name as it stands in a sentence."""
        return sentence_case(" ".join(self.doc.co_quan))

    def number(self) -> str:
        """``Số: 05/KH-UBND`` (Phụ lục I, Phần I, II.3)."""
        doc = self.doc
        return writing.number_and_symbol(doc.kind, doc.so, doc.ky_hieu, doc.co_quan[0])

    def date(self) -> str:
        """``ngày 05 tháng 02 năm 2026``, with blanks for the pen where the date is open."""
        return self.doc.ngay.in_words() if self.doc.ngay else BLANK_DATE

    def width(self, style: str, text: str) -> float:
        """Width of a line of ``text`` in pt."""
        look = self.look.styles[style]
        return fonts.text_width_pt(
            text, look.size_pt, bold=look.bold, italic=look.italic, font_set=self.font_set
        )

    def lines(self, style: str, text: str, column_pt: float) -> list[str]:
        """The lines of ``text`` in a column, first-fit."""
        look = self.look.styles[style]
        return fonts.break_lines(
            text, look.size_pt, column_pt, bold=look.bold, italic=look.italic, font_set=self.font_set
        )

    def title(self, style: str, text: str, column_pt: float) -> P:
        """A centred title; two lines part where a phrase begins, near the middle, more are evened."""
        lines = self.lines(style, text, column_pt)
        if len(lines) == 2:
            lines = self._in_two(style, text, column_pt)
        elif len(lines) > 2:
            lines = self._evened(style, text, column_pt, len(lines))
        runs: list[SheetRun] = []
        for line in lines:
            runs += [("", BREAK), (line, 0)] if runs else [(line, 0)]
        return P(t="p", s=style, r=runs)

    def _evened(self, style: str, text: str, column_pt: float, count: int) -> list[str]:
        """The lines of the narrowest column that still holds the text in ``count`` lines."""
        narrow, wide = 0.0, column_pt
        while wide - narrow > EVEN_WITHIN_PT:
            middle = (narrow + wide) / 2
            if len(self.lines(style, text, middle)) > count:
                narrow = middle
            else:
                wide = middle
        return self.lines(style, text, wide)

    def _in_two(self, style: str, text: str, column_pt: float) -> list[str]:
        """The two lines that fit the column and are the least uneven, where a phrase begins if possible."""
        words = [word for word in text.split(" ") if word]
        space = self.width(style, " ")
        ends = list(accumulate(self.width(style, word) + space for word in words))

        def unevenness(at: int) -> float:
            first, second = ends[at - 1] - space, ends[-1] - ends[at - 1] - space
            if max(first, second) > column_pt:
                return math.inf
            good = words[at].lower() in PHRASE_BEGINNINGS
            return abs(first - second) - (PHRASE_WORTH * column_pt if good else 0)

        at = min(range(1, len(words)), key=unevenness)
        return [" ".join(words[:at]), " ".join(words[at:])]

    def rule(self, under: str, above: P, column_pt: float) -> Rule:
        """A rule whose length follows from the last printed line above it (II.1.b, II.2.b, II.5.b).

        Args:
            under: the part that the rule stands under, a key of ``RULE_LINES``.
            above: the paragraph above; its last line counts.
            column_pt: the width that the paragraph is broken to.
        """
        last = self.lines(above["s"], str(above["r"][-1][0]), column_pt)[-1]
        return Rule(t="rule", w=round(self.width(above["s"], last) * RULE_LINES[under].default, 2))

    def runs(self, text: Inline) -> list[SheetRun]:
        """The runs of ``text``; its footnotes go to the desk."""
        runs: list[SheetRun] = []
        for part in text:
            if isinstance(part, Run):
                runs.append((part.text, part.bold * BOLD + part.italic * ITALIC))
            elif isinstance(part, LineBreak):
                runs.append(("", BREAK))
            else:
                self.notes.append(self.runs(part.text))
                runs.append((len(self.notes), NOTE))
        return runs


def p(style: str, text: str) -> P:
    """A paragraph of one run."""
    return P(t="p", s=style, r=[(text, 0)])


def upper(runs: Sequence[SheetRun]) -> list[SheetRun]:
    """The runs in capitals."""
    return [(text.upper() if isinstance(text, str) else text, look) for text, look in runs]


def bare(text: str) -> str:
    """``text`` without the dash before it and the mark behind it that its author may have typed."""
    return text.strip().removeprefix("- ").rstrip(" ;.")


def dashed(desk: Desk, style: str, names: Sequence[str], left: float) -> list[P]:
    """A list with dashes, ";" after each and "." after the last, hanging under its first letters."""
    hang = desk.width(style, "- ")
    ends = [";"] * (len(names) - 1) + ["."]
    return [
        P(t="p", s=style, r=[(f"- {bare(name)}{end}", 0)], left=left, hang=hang, before=0)
        for name, end in zip(names, ends, strict=True)
    ]


def outlined(items: list[Item]) -> list[Item]:
    """Give every heading its depth: one more than the nearest heading above it of a higher level."""
    open_levels: list[int] = []
    for item in items:
        if item["t"] == "p" and (level := COMPONENTS[item["s"]].level):
            while open_levels and open_levels[-1] >= level:
                open_levels.pop()
            open_levels.append(level)
            item["h"] = len(open_levels)
    return items
