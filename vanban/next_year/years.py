"""Years, school years, quarters, months and periods in a text: what moves with the year, what is marked."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from vanban.next_year.days import days, deadlines
from vanban.next_year.ordinals import lunar_years, ordinals
from vanban.next_year.times import DASH, PAPERS, YEAR, Times
from vanban.tiengviet.numbers import bang_chu

_Y = rf"(?P<year>{YEAR})(?!\d)"
_TO = rf"(?:{DASH}|\s+(?:đến|tới)\s+(?:hết\s+)?(?:năm\s+)?)"
_PERIOD = re.compile(
    rf"(?<!\w)(?:(?:giai đoạn|nhiệm kỳ|thời kỳ|chu kỳ|chiến lược)\s*:?\s*(?:(?:từ|các)\s+)?(?:năm\s+)?"
    rf"|(?P<count>\d{{1,2}}|hai|ba|năm|mười|các|những)\s+năm\s+\(?|từ\s+(?:năm\s+)?(?={YEAR}\s+(?:đến|tới)))"
    rf"(?P<first>{YEAR}){_TO}(?P<last>{YEAR})(?![\d/])(?:(?<=\d)\))?",
    re.IGNORECASE,
)
_ROLLING = ("2", "02", "3", "03", "hai", "ba")
"""Plans for so many years are made anew each year (Luật Ngân sách nhà nước 2015, Điều 43)."""
_SCHOOL = r"(?:năm\s+học|niên\s+khóa|niên\s+khoá)\s*:?\s*"
_SINCE_SCHOOL = re.compile(
    rf"(?<!\w)từ\s+{_SCHOOL}(?P<first>{YEAR}){DASH}{YEAR}(?![\d/])(?:\s+(?:đến|tới)\s+nay)?", re.IGNORECASE
)
_SPAN = re.compile(rf"(?<![\d/.,])(?P<first>{YEAR}){DASH}(?P<last>{YEAR})(?![\d/])")
_SCHOOL_OTHERWISE = re.compile(
    rf"(?<!\w){_SCHOOL}(?P<first>{YEAR})(?:\s*/\s*{YEAR}|{DASH}(?P<short>\d{{2}}))(?![\d/])", re.IGNORECASE
)
_UNTIL = re.compile(rf"(?<!\w)(?:đến|tới|hết|trước|tầm nhìn(?: đến)?(?: năm)?)\s+năm\s+{_Y}", re.IGNORECASE)
_SINCE = re.compile(
    r"(?<!\w)(?:(?:kể\s+)?từ|sau|thành lập|khởi công|ra đời|sửa đổi|bổ sung|ban hành|sáp nhập)"
    rf"\s+năm\s+{_Y}(?!{DASH}\d)"
    r"(?:\s+(?:đến|tới)\s+nay)?",
    re.IGNORECASE,
)
_BORN = re.compile(rf"(?<!\w)sinh\s+(?:(?:từ|trước|sau|trong)\s+)?năm\s+{_Y}", re.IGNORECASE)
_QUARTER = r"(?:I{1,3}|IV|[1-4])(?!\w)"
_AND = rf"(?:\s*[,+]\s*|{DASH}|\s+(?:và|đến)\s+)"
_MONTH = re.compile(
    rf"(?<!\w)(?:tháng\s+(?:\d{{1,2}}{_AND}(?:tháng\s+)?){{0,11}}\d{{1,2}}"
    rf"|quý\s+(?:{_QUARTER}{_AND}(?:quý\s+)?){{0,3}}{_QUARTER}"
    rf"|(?:học|6 tháng|sáu tháng)\s+(?:kỳ\s+)?(?:I{{1,2}}|đầu|cuối))\s*(?:[/-]\s*|,?\s+năm\s+){_Y}",
    re.IGNORECASE,
)
_SLASHED = re.compile(
    r"(?:(?<!\w)(?:(?:từ|đến(?: hết)?|trước|sau|hết|cuối|đầu|giữa)\s+|T)|(?<=\d{4}[-–])|(?<=\d{4} [-–] ))"
    rf"(?:0?[1-9]|1[0-2])/{_Y}(?!/)",
    re.IGNORECASE,
)
"""A month without its word: other numbers before a year are those of papers, houses and shares."""
_LISTED = re.compile(
    rf"(?<!\w)năm\s+(?P<first>{YEAR})(?:(?:\s*[,+]\s*|\s+(?:và|hoặc)\s+(?:năm\s+)?){YEAR})+(?![\d/]|{DASH}\d)",
    re.IGNORECASE,
)
_NAMED = re.compile(rf"(?<!\w)năm\s*{_Y}(?!\s?/)", re.IGNORECASE)
_NUMBERED = re.compile(rf"(?:{PAPERS}) (?:số )?\d{{1,5}}\s*\Z")
"""What stands before the year of a paper that is cited by number and year: ``Chỉ thị 24 năm 2026``."""
_BARE = re.compile(rf"(?<!\d)(?<!\d[.,])(?P<year>{YEAR})(?!\d|[.,]\d)")
_HEADING = 30
"""Letters of a text so short that a year in it heads a column or a row."""


def move_times(
    words: str, *, year: int, to_year: int, school: int | None = None, kept: Sequence[tuple[int, int]] = ()
) -> Times:
    """Find what moves with the year in a text, and what a person must look at.

    Args:
        words: a text of the old paper.
        year: the year that the paper is about.
        to_year: the year that it moves to.
        school: the first year of the school year that the paper is about, None if it is about a year.
        kept: letters that stay as they are: what the text cites.

    Returns:
        Edits and remarks, both by the letters of ``words``, in reading order.
    """
    times = Times(words, year, to_year, school, bytearray(len(words)))
    for start, end in kept:
        times.taken[start:end] = b"\1" * (end - start)
    for act in _ACTS:
        act(times)
    times.edits.sort(key=lambda pair: pair[0].start)
    times.remarks.sort(key=lambda remark: remark.start)
    return times


def _periods(times: Times) -> None:
    for found in times.each(_PERIOD):
        first, last = int(found["first"]), int(found["last"])
        if last < times.to_year:
            times.mark(*found.span(), "het_giai_doan", last=last)
        elif (found["count"] or "").lower() in _ROLLING and times.moves(first):
            times.mark(*found.span(), "cuon_chieu", times.moved(found[0]))


def _school_years(times: Times) -> None:
    """``2025 - 2026``: a school year where one year follows the other, else a period."""
    for found in times.each(_SINCE_SCHOOL):
        if int(found["first"]) >= times.year - 1 and not found[0].lower().endswith("nay"):
            times.mark(*found.span(), "moc_nam", times.moved(found[0]))
    for found in times.each(_SPAN):
        first, last = int(found["first"]), int(found["last"])
        if last != first + 1:
            if last < times.to_year:
                times.mark(*found.span(), "het_giai_doan", last=last)
        elif _is_running(times, first):
            times.change_years(found, "nam_hoc")
        elif first < times.year:
            times.mark(*found.span(), "nam_hoc_truoc", times.moved(found[0]))
    for found in times.each(_SCHOOL_OTHERWISE):
        first = int(found["first"])
        if _is_running(times, first):
            times.change_years(found, "nam_hoc")
            if found["short"]:
                last = (int(found["short"]) + times.by) % 100
                times.change(*found.span("short"), f"{last:02}", "nam_hoc")
        elif first < times.year:
            times.mark(*found.span(), "nam_hoc_truoc")


def _is_running(times: Times, first: int) -> bool:
    """Whether a school year moves: the paper's own and the next, both halves where it is about a year."""
    if times.school is not None:
        return first in (times.school, times.school + 1)
    return times.year - 1 <= first <= times.year + 1


def _since(times: Times) -> None:
    """Where something began stays; it is marked if it is of the paper's own year."""
    for found in times.each(_SINCE):
        if times.moves(int(found["year"])) and not found[0].lower().endswith("nay"):
            times.mark(*found.span(), "moc_nam", times.moved(found[0]))


def _births(times: Times) -> None:
    """A year of birth stays a person's, but moves with an age group."""
    for found in times.each(_BORN):
        times.mark(*found.span(), "sinh_nam", times.moved(found[0]))


def _until(times: Times) -> None:
    for found in times.each(_UNTIL):
        year = int(found["year"])
        if year == times.year:
            times.change(*found.span("year"), str(year + times.by), "nam")
        elif year <= times.to_year:
            times.mark(*found.span(), "het_giai_doan" if year < times.to_year else "den_han", last=year)


def _listed(times: Times) -> None:
    """``năm 2025 và 2026``: years that look ahead move together, others are for a person."""
    for found in times.each(_LISTED):
        years = [int(year) for year in re.findall(YEAR, found[0])]
        if all(times.moves(year) for year in years):
            times.change_years(found, "nam")
        elif any(times.year - 1 <= year <= times.year + 1 for year in years):
            times.mark(*found.span(), "nam_truoc", times.moved(found[0]))


def _years(pattern: re.Pattern[str], reason: str) -> Callable[[Times], None]:
    def act(times: Times) -> None:
        for found in times.each(pattern):
            year = int(found["year"])
            if _NUMBERED.search(times.words[max(found.start() - 40, 0) : found.start()]):
                times.mark(*found.span(), "ngay_van_ban")
            elif times.moves(year) or times.opens_range(found.end(), year):
                times.change(*found.span("year"), str(year + times.by), reason)
            elif year == times.year - 1:
                times.mark(*found.span(), "nam_truoc", times.moved(found[0]))

    return act


def _bare(times: Times) -> None:
    """The net: no year of the paper is left without a word on it; one of the year before, where it heads."""
    for found in times.each(_BARE):
        year = int(found["year"])
        if times.moves(year):
            times.mark(*found.span(), "co_phai_nam", str(year + times.by))
        elif year == times.year - 1 and len(times.words) <= _HEADING:
            times.mark(*found.span(), "nam_truoc", str(year + times.by))
    for year in (times.year, times.year + 1):
        for found in times.each(re.compile(rf"năm\s+{bang_chu(year)}(?!\w)", re.IGNORECASE)):
            times.mark(*found.span(), "co_phai_nam", f"năm {bang_chu(year + times.by).lower()}")


_ACTS: tuple[Callable[[Times], None], ...] = (
    _periods,
    ordinals,
    lunar_years,
    days,
    _school_years,
    _years(_MONTH, "thang_quy"),
    _since,
    _births,
    _until,
    _years(_SLASHED, "thang_quy"),
    _listed,
    _years(_NAMED, "nam"),
    deadlines,
    _bare,
)
"""What is looked for, the longest first: what one has taken, the next lets be."""
