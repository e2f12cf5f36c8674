"""Dates as a paper carries them: read from figures, written in words, with blanks for the pen."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import total_ordering

BLANK = "\u00a0" * 6
"""The gap that a pen fills: spaces that neither break nor shrink."""

BLANK_DATE = f"ngày{BLANK}tháng{BLANK}năm{BLANK}"
"""A date of which the pen adds everything."""

_ISO = re.compile(r"(?P<nam>[0-9]{4})(?:-(?P<thang>[0-9]{1,2})(?:-(?P<ngay>[0-9]{1,2}))?)?")
_SLASHED = re.compile(r"(?:(?:(?P<ngay>[0-9]{1,2})/)?(?P<thang>[0-9]{1,2})/)(?P<nam>[0-9]{4})")


@total_ordering
@dataclass(frozen=True, slots=True)
class Ngay:
    """A date whose day, or day and month, may still be blank; a blank sorts before every number.

    Raises:
        ValueError: there is no such day, or a day without a month.
    """

    nam: int
    thang: int | None = None
    ngay: int | None = None

    def __post_init__(self) -> None:
        if self.thang is None and self.ngay is not None:
            raise ValueError("a day without a month")
        date(self.nam, 1 if self.thang is None else self.thang, 1 if self.ngay is None else self.ngay)

    @classmethod
    def parse(cls, text: str) -> Ngay:
        """Read ``2026-03-16``, ``2026-03``, ``2026``, ``16/3/2026`` or ``3/2026``.

        Raises:
            ValueError: it is none of these, or there is no such day.
        """
        text = text.strip()
        found = _ISO.fullmatch(text) or _SLASHED.fullmatch(text)
        if not found:
            raise ValueError(f"not a date: {text!r}")
        return cls(**{part: int(figures) for part, figures in found.groupdict().items() if figures})

    def __str__(self) -> str:
        """The date in figures as far as it is known: ``2026-03-16``, ``2026-03`` or ``2026``."""
        known = (part for part in (self.thang, self.ngay) if part is not None)
        return "-".join([f"{self.nam:04}", *(f"{part:02}" for part in known)])

    def __lt__(self, other: object) -> bool:
        if not isinstance(other, Ngay):
            return NotImplemented
        return self._key < other._key

    @property
    def _key(self) -> tuple[int, int, int]:
        return self.nam, self.thang or 0, self.ngay or 0

    def in_words(self, blank: str = BLANK) -> str:
        """Write ``ngày 05 tháng 02 năm 2026``; days below 10 and months 1 and 2 take a leading zero.

        Args:
            blank: stands for a number that the pen adds, and for the spaces around it.

        Clause: Phụ lục I, Phần I, II.4.b.
        """
        ngay = blank if self.ngay is None else f" {self.ngay:02} "
        thang = (
            blank if self.thang is None else f" {self.thang:02} " if self.thang <= 2 else f" {self.thang} "
        )
        return f"ngày{ngay}tháng{thang}năm {self.nam}"


def ngay_vn(day: Ngay | date | str) -> str:
    """Write a date in words: ``ngày 05 tháng 02 năm 2026`` (Phụ lục I, Phần I, II.4.b).

    Raises:
        ValueError: a text that :meth:`Ngay.parse` does not read.
    """
    if isinstance(day, str):
        day = Ngay.parse(day)
    elif isinstance(day, date):
        day = Ngay(day.year, day.month, day.day)
    return day.in_words()
