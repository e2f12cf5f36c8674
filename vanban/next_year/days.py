"""Days in a text: those of the year move, those that are past or follow the moon are marked."""

from __future__ import annotations

import re
from datetime import date

from vanban.next_year.days_off import (
    free_day,
    is_by_the_moon,
    is_estimated,
    is_same_holiday,
    working_day_before,
)
from vanban.next_year.times import PAPERS, YEAR, Times

_IN_WORDS = re.compile(
    rf"(?<!\d)(?P<day>\d{{1,2}})\s+tháng\s+(?P<month>\d{{1,2}})\s*,?\s+năm\s+(?P<year>{YEAR})(?!\d)",
    re.IGNORECASE,
)
_IN_FIGURES = re.compile(
    rf"(?<![\d/.,])(?<![^\W\d]-)(?P<day>\d{{1,2}})(?P<a>\s?[/.-]\s?)(?P<month>\d{{1,2}})(?P=a)"
    rf"(?P<year>{YEAR})(?!\d)"
)
_BLANK = re.compile(
    rf"(?:(?<=ngày)|…|\.{{2}}|__)\s*/\s*(?:\d{{1,2}}|…+|\.{{2,}}|_{{2,}})\s*/\s*(?P<year>{YEAR})(?!\d)"
)
"""A day that the pen adds."""
_SHORT = re.compile(
    r"(?<![\d/.,-])(?P<day>\d{1,2})(?P<a>[/.-])(?P<month>\d{1,2})(?P=a)(?P<year>\d{2})(?![\d/.-]|,\d)"
)
_WITHOUT_YEAR = re.compile(
    r"(?<!\w)(?:trước|đến(?: hết)?|hết|chậm nhất|muộn nhất|vào|từ|hạn)\s+(?:là\s+)?(?:ngày\s+)?"
    r"(?P<day>\d{1,2})(?P<a>/|\s+tháng\s+)(?P<month>\d{1,2})(?![\d/]|,?\s+năm)",
    re.IGNORECASE,
)
_WEEKDAYS = ("hai", "ba", "tư", "năm", "sáu", "bảy")
_WEEKDAY = rf"(?:thứ\s+(?P<name>{'|'.join(_WEEKDAYS)}|[2-7])|(?P<sunday>chủ\s+nhật|(?-i:CN)))"
_WEEKDAY_BEFORE = re.compile(rf"(?<!\w){_WEEKDAY}\s*[,:(]?\s*(?:ngày\s+)?\Z", re.IGNORECASE)
_WEEKDAY_AFTER = re.compile(rf"\s*[,(]?\s*{_WEEKDAY}(?!\w)", re.IGNORECASE)

_LUNAR_DATE = re.compile(r"\s*\(?(?:âm lịch|AL\b|ÂL\b)", re.IGNORECASE)
_MOON = re.compile(
    r"(?<!\w)(?:Tết Nguyên đán|Tết Trung thu|Giỗ Tổ|giao thừa|Phật đản|Vu lan|rằm|tức ngày|âm lịch)(?!\w)",
    re.IGNORECASE,
)
_HAPPENED = re.compile(
    r"(?<!\w)(?:thành lập|có hiệu lực|sáp nhập|hợp nhất|chia tách|ra đời|khởi công|khánh thành|ban hành|ký"
    r"|kể từ|phê duyệt|công nhận)(?:\s+thi hành)?(?:\s+(?:kể từ|từ|vào|trong|lúc))?\s*(?:\(?ngày\s+)?\Z"
    r"|(?<!\w)đã(?!\w)[^,;:]*\Z",
    re.IGNORECASE,
)
"""Words right before a day that say that something happened then, and will not once more."""
_DUE = re.compile(
    r"(?<!\w)(?:trước|chậm nhất|muộn nhất|hết|hạn|đến)\s+(?:là\s+)?(?:ngày\s+)?\Z", re.IGNORECASE
)
_BEGINNING = re.compile(r"(?<!\w)từ\s+(?:ngày\s+)?\Z", re.IGNORECASE)
_IN_WEEK = re.compile(r"(?<!\w)tuần\s+(?:thứ\s+)?\d{1,2}(?!\d)[^,]{0,40}\Z", re.IGNORECASE)
_BORN = re.compile(r"(?<!\w)(?<!học )(?<!thí )sinh\s+(?:từ|trước|sau|trong)(?!\w)[^;]*\Z", re.IGNORECASE)
_PAPER = re.compile(rf"(?<!\w)(?:{PAPERS})(?!\w)(?! này)")
"""What stands before a day that may be that of a paper which is cited without its number."""
_PLANNED = re.compile(
    r"(?<!\w)(?:từ|đến|tới|hết|trước|sau|vào|chậm nhất|muộn nhất|hạn)\s+(?:là\s+)?(?:ngày\s+)?\Z",
    re.IGNORECASE,
)
"""Words right before a day of something to do, which no paper has before its own."""
NOT_YEARLY = re.compile(r"(?<!\w)(?:bầu cử|đại hội)(?!\w)", re.IGNORECASE)
_TODAY = re.compile(r"(?<!\w)hôm nay(?!\w)[^;]*\Z", re.IGNORECASE)
_ANNIVERSARY = re.compile(rf"(?P<same>\d{{1,2}}/\d{{1,2}})/{YEAR}\s*[-–—]\s*\Z")


def days(times: Times) -> None:
    """Move the days of the year, and mark those that a person must look at."""
    for pattern in (_IN_WORDS, _IN_FIGURES):
        for found in times.each(pattern):
            _day(times, found)
    for found in times.each(_BLANK):
        if times.moves(int(found["year"])):
            times.change(*found.span("year"), str(int(found["year"]) + times.by), "thang_quy")
    for found in times.each(_SHORT):
        year = 2000 + int(found["year"])
        if times.moves(year) and _date(year, found):
            proposal = found[0][:-2] + f"{(year + times.by) % 100:02}"
            times.mark(*found.span(), "co_phai_nam", proposal)


def deadlines(times: Times) -> None:
    """Mark days without a year, which are of the paper's own, where they fall on a day off."""
    for found in times.each(_WITHOUT_YEAR):
        if day := _date(times.to_year, found):
            _mark_if_free(times, found.start("day"), found.end(), day, found)


def _day(times: Times, found: re.Match[str]) -> None:
    year = int(found["year"])
    start, end = found.span()
    if year <= times.year - 2:
        if _BORN.search(times.before(start)):
            times.mark(start, end, "sinh_nam", times.moved(found[0]))
    elif year == times.year - 1 and not times.opens_range(end, year):
        _day_of_the_year_before(times, found)
    elif year <= times.year + 1:
        _day_of_the_year(times, found)


def _day_of_the_year_before(times: Times, found: re.Match[str]) -> None:
    before = times.before(found.start())
    happened = _HAPPENED.search(before) or _BEGINNING.search(before)
    moved = _date(int(found["year"]) + times.by, found)
    proposal = times.moved(found[0]) if moved and not happened else ""
    times.mark(*found.span(), "nam_truoc", proposal)


def _day_of_the_year(times: Times, found: re.Match[str]) -> None:
    year = int(found["year"])
    old, new = _date(year, found), _date(year + times.by, found)
    before = times.before(found.start())
    if old is None:
        times.mark(*found.span(), "ngay_khong_co")
    elif new is None:
        times.mark(*found.span(), "ngay_29_2")
    elif _LUNAR_DATE.match(times.words, found.end()):
        times.change(*found.span("year"), str(new.year), "ngay")
    elif _MOON.search(before) or (is_by_the_moon(old) and not _PLANNED.search(before)):
        times.mark(*found.span(), "am_lich")
    elif _TODAY.search(before):
        times.mark(*found.span(), "ngay_lap")
    elif _is_of_paper(times, found.start(), before):
        times.mark(*found.span(), "ngay_van_ban", times.moved(found[0]))
    elif NOT_YEARLY.search(before) or NOT_YEARLY.search(times.after(found.end())):
        times.mark(*found.span(), "khong_hang_nam", times.moved(found[0]))
    elif _HAPPENED.search(before) and not _DUE.search(before):
        times.mark(*found.span(), "da_qua", times.moved(found[0]))
    else:
        times.change(*found.span("year"), str(new.year), "ngay")
        if _IN_WEEK.search(before):
            times.mark(*found.span(), "tuan_lich")
            return
        named = _mark_weekday(times, found, new)
        jubilee = _ANNIVERSARY.search(before)
        if not (jubilee and found[0].startswith(jubilee["same"])) and named not in ("bảy", "7", "nhật"):
            _mark_if_free(times, *found.span(), new, found, old)


def _is_of_paper(times: Times, start: int, before: str) -> bool:
    """Whether a day may be that of a paper that is named before it without a day of its own."""
    base = start - len(before)
    named = any(not times.taken[base + found.start()] for found in _PAPER.finditer(before))
    return named and not _PLANNED.search(before)


def _mark_weekday(times: Times, found: re.Match[str], new: date) -> str:
    """Mark the weekday that is named beside a day if it is not that of the new one; it is returned, or ""."""
    before = times.before(found.start())
    beside, base = _WEEKDAY_BEFORE.search(before), found.start() - len(before)
    if beside is None:
        beside, base = _WEEKDAY_AFTER.match(times.words, found.end()), 0
    if beside is None:
        return ""
    name = "nhật" if beside["sunday"] else beside["name"].lower()
    start = base + (beside.start("sunday") if beside["sunday"] else beside.start("name") - len("thứ "))
    end = base + (beside.end("sunday") if beside["sunday"] else beside.end("name"))
    words = times.words[start:end]
    right = _weekday(new, words)
    if right.lower() != words.lower():
        times.mark(start, end, "thu_trong_tuan", right, day=f"{new.day:02}/{new.month}/{new.year}")
    return name


def _weekday(day: date, like: str) -> str:
    """The name of the weekday, written as another was: ``thứ Ba``, ``thứ ba``, ``thứ 3``, ``Chủ nhật``."""
    if day.weekday() == 6:
        words = "chủ nhật"
    elif like[-1].isdigit():
        words = f"thứ {day.weekday() + 2}"
    else:
        name = _WEEKDAYS[day.weekday()]
        small = like.lower().startswith("thứ") and like.split()[1][0].islower()
        words = f"thứ {name if small else name.capitalize()}"
    return words[0].upper() + words[1:] if like[0].isupper() else words


def _mark_if_free(
    times: Times, start: int, end: int, day: date, found: re.Match[str], old: date | None = None
) -> None:
    """Mark a day off; what is about the holiday itself is not put before it, what is due then is."""
    what = free_day(day)
    if not what:
        return
    itself = old is not None and is_same_holiday(old, day) and not _DUE.search(times.before(start))
    proposal = "" if itself else _written(working_day_before(day), found)
    times.mark(start, end, "ngay_nghi_tam_tinh" if is_estimated(day) else "ngay_nghi", proposal, what=what)


def _written(day: date, like: re.Match[str]) -> str:
    """A day written as another was: ``12/11/2027``, ``12/11``, ``12 tháng 11 năm 2027``."""
    in_words = "tháng" in like[0].lower()
    month = f"{day.month:02}" if len(like["month"]) == 2 or day.month <= 2 else str(day.month)
    words = f"{day.day:02} tháng {month}" if in_words else f"{day.day:02}{like['a']}{month}"
    if "year" not in like.groupdict():
        return words
    return f"{words} năm {day.year}" if in_words else f"{words}{like['a']}{day.year}"


def _date(year: int, found: re.Match[str]) -> date | None:
    try:
        return date(year, int(found["month"]), int(found["day"]))
    except ValueError:
        return None
