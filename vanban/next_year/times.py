"""Years, school years, quarters, months and days in a text: what moves with the year, what is only marked."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import lru_cache

from vanban.language import N_, _
from vanban.next_year.model import Remark
from vanban.next_year.reasons import REASONS
from vanban.next_year.texts import Edit
from vanban.tiengviet.letters import from_roman

_DASH = r"\s*[-–—]\s*"
_YEAR = r"(?:19|20)\d{2}"
_PERIOD = re.compile(
    rf"(?:giai đoạn|nhiệm kỳ|thời kỳ|chu kỳ)(?:\s+năm)?\s+"
    rf"(?P<first>{_YEAR}){_DASH}(?P<last>{_YEAR})(?!\d)",
    re.IGNORECASE,
)
_SPAN = re.compile(rf"(?<![\d/.,])(?P<first>{_YEAR}){_DASH}(?P<last>{_YEAR})(?![\d/])")
_UNTIL = re.compile(
    rf"(?:đến|tới|hết|trước|tầm nhìn(?: đến)?(?: năm)?)\s+năm\s+(?P<year>{_YEAR})(?!\d)", re.IGNORECASE
)
_SINCE = re.compile(
    rf"(?:(?:kể\s+)?từ|sau|thành lập|khởi công|ra đời)\s+(?:tháng\s+\d{{1,2}}(?:/|\s+))?năm\s+{_YEAR}(?!\d)"
    rf"(?!{_DASH})(?:\s+đến\s+(?:nay|năm\s+{_YEAR}))?",
    re.IGNORECASE,
)
_BORN = re.compile(rf"sinh\s+năm\s+(?P<year>{_YEAR})(?!\d)", re.IGNORECASE)
_IN_WORDS = re.compile(
    rf"(?P<day>\d{{1,2}})\s+tháng\s+(?P<month>\d{{1,2}})\s+năm\s+(?P<year>{_YEAR})(?!\d)", re.IGNORECASE
)
_IN_FIGURES = re.compile(
    rf"(?<![\d/.,-])(?P<day>\d{{1,2}})(?P<a>[/.-])(?P<month>\d{{1,2}})(?P=a)(?P<year>{_YEAR})(?!\d)"
)
_MONTH = re.compile(
    rf"(?:tháng\s+(?:\d{{1,2}}(?:,\s*|{_DASH}|\s+(?:và|đến)\s+))*\d{{1,2}}|quý\s+(?:I{{1,3}}|IV|[1-4])"
    rf"|(?:học|6 tháng|sáu tháng)\s+(?:kỳ\s+)?(?:I{{1,2}}|đầu|cuối))"
    rf"\s*(?:/|-|,?\s+năm\s+)(?P<year>{_YEAR})(?!\d)",
    re.IGNORECASE,
)
_SLASHED = re.compile(
    rf"(?:từ|đến(?: hết)?|trước|sau|hết|cuối|đầu|giữa)\s+(?:0?[1-9]|1[0-2])/(?P<year>{_YEAR})(?!\d)",
    re.IGNORECASE,
)
"""A month without its word: other numbers before a year are those of papers, houses and shares."""
_NAMED = re.compile(rf"năm\s+(?P<year>{_YEAR})(?![\d/])", re.IGNORECASE)
_BARE = re.compile(rf"(?<![\d/.,–-])(?P<year>{_YEAR})(?![\d/.,]\d|\d|[-–/])")
_DEADLINE = re.compile(
    r"(?:trước|đến(?: hết)?|hết|chậm nhất|muộn nhất|vào|từ|hạn)\s+(?:là\s+)?(?:ngày\s+)?"
    r"(?P<day>\d{1,2})/(?P<month>\d{1,2})(?![\d/])",
    re.IGNORECASE,
)
_ORDINAL = re.compile(
    r"(?P<word>lần thứ|khóa(?: thứ)?|kỳ họp thứ|số thứ)\s+(?P<number>\d{1,3}|[IVXLC]+)(?![\w/.])",
    re.IGNORECASE,
)
_JUBILEE = re.compile(r"kỷ niệm\s+(?:lần thứ\s+)?(?P<number>\d{1,4})\s+năm", re.IGNORECASE)
_PAPERS = (
    "Quyết định|Nghị quyết|Chỉ thị|Thông báo|Công văn|Kế hoạch|Nghị định|Thông tư|Luật|Hướng dẫn|Kết luận"
    "|Chương trình|Tờ trình|Báo cáo"
)
_OF_PAPER = re.compile(
    rf"(?:{_PAPERS})\b[^;.:]{{0,90}}(?<!từ )(?<!đến )(?<!hết )(?<!trước )(?<!sau )(?<!vào )(?:ngày )?$"
)
"""What stands before a day that may be that of a paper which is cited without its number."""
_NUMBERED = re.compile(rf"(?:{_PAPERS}) (?:số )?\d{{1,5}}\s*$")
"""What stands before the year of a paper that is cited by number and year: ``Chỉ thị 24 năm 2026``."""
_WEEKDAYS = (N_("thứ bảy"), N_("chủ nhật"))


@dataclass
class Times:
    """What becomes of the times of one text. ``taken`` are letters that something was said of."""

    words: str
    year: int
    to_year: int
    taken: bytearray = field(default_factory=bytearray)
    edits: list[tuple[Edit, str]] = field(default_factory=list)
    """Each with the id of its reason."""
    remarks: list[Remark] = field(default_factory=list)

    @property
    def by(self) -> int:
        """How many years the paper moves."""
        return self.to_year - self.year

    def mark(self, start: int, end: int, reason: str, proposal: str = "", **details: object) -> None:
        """Ask a person to look at letters of the text."""
        why = _(REASONS[reason]).format(**{"to_year": self.to_year, **details})
        self.remarks.append(Remark(start, end, reason, why, proposal))

    def change(self, start: int, end: int, words: str, reason: str) -> None:
        """Put other words in the place of letters of the text."""
        self.edits.append((Edit(start, end, words), reason))

    def each(self, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """The matches of a pattern at letters of which nothing was said yet; then they are taken."""
        for found in pattern.finditer(self.words):
            if not any(self.taken[found.start() : found.end()]):
                self.taken[found.start() : found.end()] = b"\1" * (found.end() - found.start())
                yield found


def move_times(words: str, *, year: int, to_year: int, kept: Sequence[tuple[int, int]] = ()) -> Times:
    """Find what moves with the year in a text, and what a person must look at.

    Args:
        words: a text of the old paper.
        year: the year that the paper is about.
        to_year: the year that it moves to.
        kept: letters that stay as they are: what the text cites.

    Returns:
        Edits and remarks, both by the letters of ``words``, in reading order.
    """
    times = Times(words, year, to_year, bytearray(len(words)))
    for start, end in kept:
        times.taken[start:end] = b"\1" * (end - start)
    if any(map(str.isdigit, words)) or _ORDINAL.search(words):
        for act in _ACTS:
            act(times)
    times.edits.sort(key=lambda pair: pair[0].start)
    times.remarks.sort(key=lambda remark: remark.start)
    return times


def _periods(times: Times) -> None:
    for found in times.each(_PERIOD):
        last = int(found["last"])
        if last < times.to_year:
            times.mark(*found.span(), "het_giai_doan", last=last)


def _school_years(times: Times) -> None:
    """``2025 - 2026``: a school year where one year follows the other, else a period."""
    for found in times.each(_SPAN):
        first, last = int(found["first"]), int(found["last"])
        if last != first + 1:
            if last < times.to_year:
                times.mark(*found.span(), "het_giai_doan", last=last)
        elif first in (times.year - 1, times.year, times.year + 1):
            times.change(*found.span("first"), str(first + times.by), "nam_hoc")
            times.change(*found.span("last"), str(last + times.by), "nam_hoc")
        elif first < times.year:
            gap = times.words[found.end("first") : found.start("last")]
            times.mark(*found.span(), "nam_hoc_truoc", f"{first + times.by}{gap}{last + times.by}")


def _days(times: Times) -> None:
    for pattern in (_IN_WORDS, _IN_FIGURES):
        for found in times.each(pattern):
            _day(times, found)


def _day(times: Times, found: re.Match[str]) -> None:
    year = int(found["year"])
    if year == times.year - 1 and not _begins_range(times, found):
        times.mark(*found.span(), "nam_truoc")
    if not (times.year <= year <= times.year + 1 or _begins_range(times, found)):
        return
    if _OF_PAPER.search(times.words[max(found.start() - 150, 0) : found.start()]):
        times.mark(*found.span(), "ngay_van_ban")
        return
    moved = _date(year + times.by, int(found["month"]), int(found["day"]))
    if moved is None:
        if _date(year, int(found["month"]), int(found["day"])):
            times.mark(*found.span(), "ngay_29_2")
        return
    times.change(*found.span("year"), str(moved.year), "ngay")
    _mark_if_free(times, found.start(), found.end(), moved)


def _begins_range(times: Times, found: re.Match[str]) -> bool:
    """Whether a day of the year before goes up to one of this year: ``từ 15/12/2025 đến 15/12/2026``."""
    behind = times.words[found.end() : found.end() + 40]
    return int(found["year"]) == times.year - 1 and bool(
        re.match(rf"[^;.]{{0,6}}\s*(?:đến|-|–)[^;]{{0,24}}{times.year}(?!\d)", behind)
    )


def _deadlines(times: Times) -> None:
    """Days without a year are of the paper's own."""
    for found in times.each(_DEADLINE):
        day = _date(times.to_year, int(found["month"]), int(found["day"]))
        if day:
            _mark_if_free(times, found.start("day"), found.end(), day)


def _mark_if_free(times: Times, start: int, end: int, day: date) -> None:
    what = free_day(day)
    if what:
        working = day
        while free_day(working):
            working -= timedelta(days=1)
        times.mark(start, end, "ngay_nghi", f"{working.day:02}/{working.month}/{working.year}", what=what)


def _since(times: Times) -> None:
    for _found in times.each(_SINCE):
        pass


def _births(times: Times) -> None:
    """A year of birth stays a person's, but moves with an age group."""
    for found in times.each(_BORN):
        times.mark(*found.span(), "sinh_nam", f"sinh năm {int(found['year']) + times.by}")


def _until(times: Times) -> None:
    for found in times.each(_UNTIL):
        year = int(found["year"])
        if year == times.year:
            times.change(*found.span("year"), str(year + times.by), "nam")
        elif year <= times.to_year:
            times.mark(*found.span(), "het_giai_doan" if year < times.to_year else "den_han", last=year)


def _years(pattern: re.Pattern[str], reason: str) -> Callable[[Times], None]:
    def act(times: Times) -> None:
        for found in times.each(pattern):
            year = int(found["year"])
            if _NUMBERED.search(times.words[max(found.start() - 40, 0) : found.start()]):
                times.mark(*found.span(), "ngay_van_ban")
            elif year in (times.year, times.year + 1):
                times.change(*found.span("year"), str(year + times.by), reason)
            elif year == times.year - 1:
                words = found[0]
                at = found.start("year") - found.start()
                proposal = words[:at] + str(year + times.by) + words[at + 4 :]
                times.mark(*found.span(), "nam_truoc", proposal)

    return act


def _bare(times: Times) -> None:
    for found in times.each(_BARE):
        if int(found["year"]) == times.year:
            times.mark(*found.span(), "co_phai_nam", str(times.to_year))


def _ordinals(times: Times) -> None:
    """What is held every year counts on by itself; terms and congresses, in Roman numbers, do not."""
    for found in times.each(_JUBILEE):
        times.mark(*found.span(), "ky_niem", _raised(found, str(int(found["number"]) + times.by)))
    for found in times.each(_ORDINAL):
        number = found["number"]
        try:
            value = int(number) if number.isdigit() else from_roman(number)
        except ValueError:
            continue
        yearly = number.isdigit() and found["word"].lower() == "lần thứ"
        times.mark(*found.span(), "lan_thu", _raised(found, str(value + times.by)) if yearly else "")


def _raised(found: re.Match[str], number: str) -> str:
    start = found.start("number") - found.start()
    return found[0][:start] + number + found[0][start + len(found["number"]) :]


_ACTS: tuple[Callable[[Times], None], ...] = (
    _periods,
    _ordinals,
    _days,
    _school_years,
    _years(_MONTH, "thang_quy"),
    _since,
    _births,
    _until,
    _years(_SLASHED, "thang_quy"),
    _years(_NAMED, "nam"),
    _deadlines,
    _bare,
)
"""What is looked for, the longest first: what one has taken, the next lets be."""


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def free_day(day: date) -> str:
    """What makes a day free: its name, "thứ bảy" or a public holiday; "" for a working day.

    Days of the lunar calendar are computed; which days are taken off beside them the state says each year.
    """
    if name := _holidays(day.year).get(day):
        return name
    return _(_WEEKDAYS[day.weekday() - 5]) if day.weekday() >= 5 else ""


@lru_cache(maxsize=8)
def _holidays(year: int) -> dict[date, str]:
    from holidays import country_holidays

    return dict(country_holidays("VN", years=year, language="vi"))
