"""The documents that a paper cites: kind, number and symbol, date and issuer, as they are typed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from weakref import WeakKeyDictionary

from vanban.check.model import Case, Hit, Repair
from vanban.check.prose import FIXED, Passage, passages
from vanban.thethuc.normative import CODES, PLAIN_CODES
from vanban.tiengviet.dates import Ngay

DATE = (
    r"ngày\s+(?:(?P<day>\d{1,2})\s+tháng\s+(?P<month>\d{1,2})\s+năm\s+(?P<year>\d{4})"
    r"|(?P<d>\d{1,2})[/.-](?P<m>\d{1,2})[/.-](?P<y>\d{4}))(?![\w/]|[.,]\d)"
)
"""A date in words or figures; :func:`day_of` reads it."""

_KINDS = ("Luật", "Bộ luật", "Pháp lệnh", "Kết luận", "Công văn", "Văn bản", "Lệnh", *CODES)
_KIND = re.compile(
    rf"(?<!\w)(?P<kind>{'|'.join(sorted(_KINDS, key=len, reverse=True))})(?: hành động| phối hợp| kết luận)?"
    r"(?:\s+số)?[\s:]*\Z",
    re.IGNORECASE,
)
_SO = re.compile(r"(?<!\w)số[\s:]*\Z", re.IGNORECASE)
_OWN = "Số:"
"""Alone before a number it says that the number is the paper's own."""
_BEFORE = 60
"""Letters before a number in which its kind is looked for."""

_CAPITAL = "A-ZĐƯÔÂÊĂƠ"
_GROUP = rf"[{_CAPITAL}][{_CAPITAL}a-zđư&]*\d{{0,2}}(?!\w)"
_SYMBOL = rf"{_GROUP}(?:(?:[-–/.]{_GROUP})|(?:[ \xa0]?[-–/][ \xa0]?(?:[A-ZĐ&]{{2,8}}|TTg)(?!\w)))*"
_NUMBER = re.compile(
    r"(?<![\w/.,–-])(?P<number>\d{1,6}[a-zA-Z]?)[ \xa0]?[/-][ \xa0]?(?:(?P<year>\d{4})[ \xa0]?/[ \xa0]?)?"
    rf"(?P<symbol>{_SYMBOL})"
)
_AFTER = re.compile(rf"[,;]?\s*(?:(?:được )?(?:ban hành|ký) )?\(?(?P<date>{DATE})\)?")
_ISSUER = re.compile(r"\s*,?\s*của\s+(?P<issuer>[^;(]{2,80})")


@dataclass(frozen=True, slots=True)
class Citation:
    """One place where a document is cited. ``start`` to ``end`` of the passage is its number and symbol.

    ``kind`` is "" and ``year`` and ``day`` None where they are not said; ``issuer`` begins with the words
    after "của" that follow the date.
    """

    passage: Passage
    start: int
    end: int
    kind: str
    number: str
    year: int | None
    symbol: str
    """Without spaces, its groups parted as typed."""
    day: Ngay | None = None
    day_span: tuple[int, int] = (0, 0)
    issuer: str = ""
    opening: int = 0
    """Where the words begin that lead to the number: its kind, or "số"."""

    @property
    def groups(self) -> list[str]:
        """The groups of letters of the symbol."""
        return re.split(r"[-–/.]", self.symbol)

    @property
    def document(self) -> str:
        """Number and symbol, written as they should be."""
        number = self.number.zfill(2) if self.year is None else f"{self.number.zfill(2)}/{self.year}"
        return f"{number}/{self.symbol.replace('–', '-')}"

    @property
    def words(self) -> str:
        """Number and symbol as typed."""
        return self.passage.text[self.start : self.end]

    def hit(self, *repairs: Repair, **details: object) -> Hit:
        """A hit on number and symbol, which fill the gap ``found``."""
        return self.passage.hit(self.start, self.end, *repairs, found=self.words, **details)


def citations(case: Case) -> tuple[Citation, ...]:
    """Every document that is cited by number, in reading order; found once for all rules."""
    if case not in _FOUND:
        _FOUND[case] = tuple(_cited(case))
    return _FOUND[case]


_FOUND: WeakKeyDictionary[Case, tuple[Citation, ...]] = WeakKeyDictionary()


def _cited(case: Case) -> Iterator[Citation]:
    for passage in passages(case, besides=FIXED):
        yield from citations_in(passage)


def citations_in(passage: Passage) -> Iterator[Citation]:
    """Every document that a passage cites by number, in reading order."""
    for found in _NUMBER.finditer(passage.text):
        base = max(found.start() - _BEFORE, 0)
        before = passage.text[base : found.start()]
        if before.strip() == _OWN:
            continue
        kind = _KIND.search(before)
        number = _SO.search(before)
        first = re.split(r"[-–/.]", found["symbol"])[0].strip()
        if kind or number or found["year"] or first in PLAIN_CODES:
            opening = base + kind.start() if kind else base + number.start() if number else found.start()
            yield _read(passage, found, _named(kind["kind"]) if kind else "", opening)


def _read(passage: Passage, found: re.Match[str], kind: str, opening: int) -> Citation:
    after = _AFTER.match(passage.text, found.end())
    issuer = _ISSUER.match(passage.text, after.end() if after else found.end())
    return Citation(
        passage,
        *found.span(),
        kind,
        found["number"],
        int(found["year"]) if found["year"] else None,
        re.sub(r"[ \xa0]", "", found["symbol"]),
        day_of(after) if after else None,
        after.span("date") if after else (0, 0),
        " ".join(issuer["issuer"].split()) if issuer else "",
        opening,
    )


def _named(words: str) -> str:
    """A kind with its capital, however it was typed."""
    return words[0].upper() + words[1:].lower()


def day_of(found: re.Match[str]) -> Ngay | None:
    """The day that :data:`DATE` found, None where the calendar has no such day."""
    year, month, day = (found[name] or found[name[0]] for name in ("year", "month", "day"))
    try:
        return Ngay(int(year), int(month), int(day))
    except ValueError:
        return None


def shown(day: Ngay) -> str:
    """A date in figures as far as it is known: ``05/02/2026``, ``16/3/2026``, ``3/2026``."""
    month = "" if day.thang is None else f"{day.thang:02}/" if day.thang <= 2 else f"{day.thang}/"
    return f"{'' if day.ngay is None else f'{day.ngay:02}/'}{month}{day.nam}"
