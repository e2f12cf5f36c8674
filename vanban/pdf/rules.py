"""Level lines → the paragraph that each stands under."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from vanban.paper import DrawnLine, Paragraph
from vanban.pdf.drawing import MM, Stroke
from vanban.pdf.lines import Line
from vanban.pdf.paragraphs import Frame

_FARTHEST_PT = 48.0
"""How far under the base line of a text a line still belongs to it."""
_BESIDE_PT = 10.0
_CENTRED_MM, _CENTRED_SHARE = 3.0, 0.06
"""How far the middle of a line may be off the middle of its column."""
_UNDERSCORES = re.compile(r"(?:[_\-\u2010-\u2015\u2212\u2500\u2501\u2550]\s*){3,}\Z")


@dataclass(frozen=True, slots=True)
class Placed:
    """A line of text in its paragraph and its column."""

    number: int
    line: Line
    frame: Frame


def hang(rules: Iterable[tuple[int, Stroke]], placed: Sequence[Placed]) -> Iterator[DrawnLine]:
    """Each rule, with the page that it is on, under the text just above it in the same column."""
    by_page: dict[int, list[Placed]] = {}
    for one in placed:
        by_page.setdefault(one.line.page, []).append(one)
    for page, rule in rules:
        middle = (rule.left + rule.right) / 2
        above = [
            one
            for one in by_page.get(page, ())
            if 0 <= rule.top - one.line.base <= _FARTHEST_PT
            and one.frame.left - _BESIDE_PT <= middle <= one.frame.right + _BESIDE_PT
        ]
        if above:
            owner = max(above, key=lambda one: one.line.base)
            off = abs(middle - owner.frame.middle) * MM
            centred = off <= max(_CENTRED_MM, _CENTRED_SHARE * owner.frame.width_mm)
            yield DrawnLine(owner.number, "drawn", round(rule.length * MM, 2), rule.dashed, centred)


def lines_of_letters(paragraphs: Sequence[Paragraph]) -> Iterator[DrawnLine]:
    """Underlined paragraphs, and rows of underscores under the text before them."""
    text: Paragraph | None = None
    for paragraph in paragraphs:
        words = paragraph.text.strip()
        centred = paragraph.look.align == "center"
        if _UNDERSCORES.match(words):
            if text is not None and text.cell == paragraph.cell:
                yield DrawnLine(text.number, "underscores", centred=centred)
            continue
        if words:
            text = paragraph
            if all(look.underline for look in paragraph.look_at(0)):
                yield DrawnLine(paragraph.number, "underline", centred=centred)
