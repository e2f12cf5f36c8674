"""Days on which offices are closed, and those that the moon sets, by the public holidays of Vietnam."""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

from vanban.language import N_, _

if TYPE_CHECKING:
    from holidays import HolidayBase

_WEEKEND = (N_("thứ bảy"), N_("chủ nhật"))
_BY_THE_SUN = frozenset(((1, 1), (4, 30), (5, 1), (9, 2), (11, 24)))
"""Month and day of the holidays that are the same each year (Bộ luật Lao động 2019, Điều 112)."""
_BY_THE_MOON = ("Tết Nguyên Đán", "29 Tết", "Giỗ Tổ")


def free_day(day: date) -> str:
    """What makes a day free: its name, "thứ bảy" or "chủ nhật"; "" for a working day."""
    holidays = _holidays(day.year)
    if name := holidays.get(day):
        return name
    weekend = day.weekday() >= 5 and day not in holidays.weekend_workdays
    return _(_WEEKEND[day.weekday() - 5]) if weekend else ""


def is_estimated(day: date) -> bool:
    """Whether a holiday is computed: which days are off beside the fixed ones the state says each year."""
    return day in _holidays(day.year) and (day.month, day.day) not in _BY_THE_SUN


def is_by_the_moon(day: date) -> bool:
    """Whether a day was a holiday of the lunar calendar, which is on another day each year."""
    return any(name in _holidays(day.year).get(day, "") for name in _BY_THE_MOON)


def is_same_holiday(old: date, new: date) -> bool:
    """Whether two days are the same holiday of two years."""
    return (old.month, old.day) == (new.month, new.day) and (new.month, new.day) in _BY_THE_SUN


def working_day_before(day: date) -> date:
    """The last working day before a day."""
    day -= timedelta(days=1)
    while free_day(day):
        day -= timedelta(days=1)
    return day


@lru_cache(maxsize=8)
def _holidays(year: int) -> HolidayBase:
    from holidays import country_holidays

    return country_holidays("VN", years=year, expand=False, language="vi")
