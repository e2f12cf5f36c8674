"""The times of one text: which letters were recognised, what takes their place, what is to be looked at."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from vanban.language import _
from vanban.next_year.model import Remark
from vanban.next_year.reasons import REASONS
from vanban.next_year.texts import Edit

YEAR = r"(?:19|20)\d{2}"
DASH = r"\s*[-–—]\s*"
PAPERS = (
    "Quyết định|Nghị quyết|Chỉ thị|Thông báo|Công văn|Kế hoạch|Nghị định|Thông tư|Luật|Hướng dẫn|Kết luận"
    "|Chương trình|Tờ trình|Báo cáo|Biên bản|Công điện|Giấy mời|Văn bản"
)
"""Kinds of papers that are cited without their symbol, at times without their number."""
_CLAUSE = re.compile(r"[;\n]|[.?!](?=\s)")
_RANGE = re.compile(rf"\)?\s*(?:đến|tới|[-–—])[^;.]{{0,32}}?(?<!\d)({YEAR})(?!\d)", re.IGNORECASE)
_NEAR = 90
"""Letters of a clause around a time that tell what it is."""


@dataclass
class Times:
    """What becomes of the times of one text.

    ``school`` is the first year of the school year that the whole paper is about, None where it is about a
    calendar year. ``taken`` are letters of which something was said; who comes later lets them be.
    """

    words: str
    year: int
    to_year: int
    school: int | None = None
    taken: bytearray = field(default_factory=bytearray)
    edits: list[tuple[Edit, str]] = field(default_factory=list)
    """Each with the id of its reason."""
    remarks: list[Remark] = field(default_factory=list)

    @property
    def by(self) -> int:
        """How many years the paper moves."""
        return self.to_year - self.year

    def moves(self, year: int) -> bool:
        """Whether a year is the paper's own or the one that it looks ahead to."""
        return year in (self.year, self.year + 1)

    def take(self, start: int, end: int) -> bool:
        """Take letters, if nothing was said of any of them yet."""
        if any(self.taken[start:end]):
            return False
        self.taken[start:end] = b"\1" * (end - start)
        return True

    def each(self, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """The matches of a pattern at letters that are not taken; then they are."""
        return (found for found in pattern.finditer(self.words) if self.take(*found.span()))

    def mark(self, start: int, end: int, reason: str, proposal: str = "", **details: object) -> None:
        """Ask a person to look at letters of the text."""
        why = _(REASONS[reason]).format(**{"to_year": self.to_year, **details})
        self.remarks.append(Remark(start, end, reason, why, proposal))

    def change(self, start: int, end: int, words: str, reason: str) -> None:
        """Put other words in the place of letters of the text."""
        self.edits.append((Edit(start, end, words), reason))

    def change_years(self, found: re.Match[str], reason: str) -> None:
        """Move every year in a match."""
        for year in re.finditer(rf"(?<!\d){YEAR}(?!\d)", found[0]):
            start = found.start() + year.start()
            self.change(start, start + 4, str(int(year[0]) + self.by), reason)

    def moved(self, words: str) -> str:
        """Words with every year in them moved, for a proposal."""
        return re.sub(rf"(?<!\d){YEAR}(?!\d)", lambda year: str(int(year[0]) + self.by), words)

    def before(self, at: int) -> str:
        """The words of the clause up to a letter."""
        return _CLAUSE.split(self.words[max(at - _NEAR, 0) : at])[-1]

    def after(self, at: int) -> str:
        """The words of the clause from a letter on."""
        return _CLAUSE.split(self.words[at : at + _NEAR])[0]

    def opens_range(self, end: int, year: int) -> bool:
        """Whether a time of the year before reaches into this year: ``từ 15/12/2025 đến 15/12/2026``."""
        reaches = _RANGE.match(self.words, end)
        return year == self.year - 1 and bool(reaches) and self.moves(int(reaches[1]) if reaches else 0)
