"""The running text of a paper, as the rules of the language read it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from weakref import WeakKeyDictionary

from vanban.check.model import Case, Hit, Repair, at
from vanban.paper import Paragraph, Run, TextLook
from vanban.parts import Part
from vanban.tiengviet.legacy import looks_legacy

FIXED = frozenset(("quoc_hieu", "tieu_ngu", "so_ky_hieu", "ho_ten", "nguoi_soan_thao", "so_trang"))
"""Components that are no sentences: fixed words, numbers and names, with rules of their own."""


@dataclass(frozen=True, slots=True)
class Passage:
    """The words of one part; places count from its start."""

    part: Part
    text: str

    def hit(self, start: int, end: int, *repairs: Repair, **details: object) -> Hit:
        """A hit on ``start`` to ``end`` of the passage; repairs count in the paragraph's text."""
        base = self.part.start
        return at(self.part, *repairs, start=base + start, end=base + end, **details)

    def shown_in_capitals(self, start: int, end: int) -> bool:
        """Whether these letters are drawn as capitals, however they were typed."""
        base = self.part.start
        return any(look.caps for look in self.part.paragraph.look_at(base + start, base + end))


def passage_of(words: str) -> Passage:
    """Plain words as a passage, for texts that come from no paper."""
    return Passage(Part("doan", Paragraph(1, (Run(words, TextLook()),)), 0, len(words)), words)


def passages(case: Case, *, tables: bool = True, besides: frozenset[str] = FIXED) -> Iterator[Passage]:
    """Every passage in reading order, without ``besides`` and without text that is garbled.

    Args:
        case: the paper.
        tables: whether the cells of tables count.
        besides: components that are left out.
    """
    for passage in _readable(case):
        if passage.part.id not in besides and (tables or not passage.part.paragraph.cell):
            yield passage


def _readable(case: Case) -> tuple[Passage, ...]:
    """All passages of a case that are not garbled, found once for all rules."""
    if case not in _FOUND:
        _FOUND[case] = tuple(
            Passage(part, part.text)
            for part in case.words()
            if looks_legacy(part.text, part.paragraph.runs[0].look.font) is None
        )
    return _FOUND[case]


_FOUND: WeakKeyDictionary[Case, tuple[Passage, ...]] = WeakKeyDictionary()
