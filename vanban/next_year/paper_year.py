"""Which year a paper is about: as its subject says, or its date, or most of its words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from vanban.document.model import Document
from vanban.next_year.citations import cited_spans
from vanban.next_year.texts import texts
from vanban.next_year.times import DASH, YEAR

_NAMED = re.compile(
    rf"(?<!đến )(?<!tới )(?<!từ )(?<!trước )(?<!sau )năm\s+({YEAR})(?![\d/]|{DASH}\d)", re.IGNORECASE
)
"""A year that is not where something begins or ends."""
_SCHOOL = re.compile(
    rf"(?:năm\s+học|niên\s+khóa|niên\s+khoá)\s*:?\s*({YEAR})\s*[-–—/]\s*{YEAR}(?!\d)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class PaperYear:
    """The year of a paper; ``school`` is the first one of the school year that its subject names."""

    year: int
    school: int | None = None


def paper_year(document: Document) -> PaperYear | None:
    """Find the year that a paper is about; where it names several, the best guess; None where it names none.

    A report that names several years is about the first, any other paper about the last, unless its date says
    which. What a paper cites has years of its own, which do not count.
    """
    subject = _own_words(document.trich_yeu)
    dated = document.ngay.nam if document.ngay else None
    school = max(_years(_SCHOOL, subject), default=None)
    named = [year for year in _years(_NAMED, subject) if dated is None or abs(year - dated) <= 1]
    if named:
        guess = min(named) if document.loai == "bao-cao" else max(named)
        return PaperYear(dated if dated in named else guess, school)
    if school is not None:
        return PaperYear(dated if dated in (school, school + 1) else _half(document, school), school)
    if dated is not None:
        return PaperYear(dated)
    words = [_own_words(words) for _path, words in texts(document)]
    if year := _commonest(_NAMED, words):
        return PaperYear(year)
    if school := _commonest(_SCHOOL, words):
        return PaperYear(_half(document, school), school)
    return None


def _half(document: Document, school: int) -> int:
    """The year of a school year in which a paper is made: plans before it, reports after it."""
    return school + 1 if document.loai == "bao-cao" else school


def _own_words(words: str) -> str:
    for start, end in reversed(cited_spans(words)):
        words = words[:start] + words[end:]
    return words


def _years(pattern: re.Pattern[str], words: str) -> Iterator[int]:
    return (int(year) for year in pattern.findall(words))


def _commonest(pattern: re.Pattern[str], texts: list[str]) -> int | None:
    counts = Counter(year for words in texts for year in _years(pattern, words))
    return max(counts, key=lambda year: (counts[year], year)) if counts else None
