"""Dates in figures and in words, with blanks for the pen."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vanban.tiengviet.dates import BLANK, Ngay, ngay_vn


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-03-16", Ngay(2026, 3, 16)),
        ("2026-03", Ngay(2026, 3)),
        ("2026", Ngay(2026)),
        ("16/3/2026", Ngay(2026, 3, 16)),
        ("05/02/2026", Ngay(2026, 2, 5)),
        ("3/2026", Ngay(2026, 3)),
        (" 2026-3-6 ", Ngay(2026, 3, 6)),
    ],
)
def test_dates_are_read_as_clerks_type_them(text: str, day: Ngay) -> None:
    assert Ngay.parse(text) == day


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2026-02-30",
        "31/4/2026",
        "2026-13",
        "0/2026",
        "16-3-2026",
        "3/16/2026",
        "26-03-16",
        "hôm nay",
        "٢٠٢٦",
    ],
)
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - the sentence is the standard library's for a day out of range
        Ngay.parse(text)


def test_a_day_needs_its_month() -> None:
    with pytest.raises(ValueError, match="without a month"):
        Ngay(2026, None, 5)


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (Ngay(2020, 1, 5), "ngày 05 tháng 01 năm 2020"),
        (Ngay(2019, 6, 29), "ngày 29 tháng 6 năm 2019"),
        (Ngay(2026, 2, 10), "ngày 10 tháng 02 năm 2026"),
        (Ngay(2026, 3, 9), "ngày 09 tháng 3 năm 2026"),
        (Ngay(2026, 12, 31), "ngày 31 tháng 12 năm 2026"),
        (Ngay(2026, 3), f"ngày{BLANK}tháng 3 năm 2026"),
        (Ngay(2026), f"ngày{BLANK}tháng{BLANK}năm 2026"),
    ],
)
def test_only_small_days_and_the_months_one_and_two_take_a_zero(day: Ngay, words: str) -> None:
    assert day.in_words() == words


def test_any_form_of_a_date_comes_out_in_words() -> None:
    words = "ngày 05 tháng 02 năm 2026"
    assert ngay_vn("5/2/2026") == ngay_vn(date(2026, 2, 5)) == ngay_vn(Ngay(2026, 2, 5)) == words


@given(st.dates())
def test_figures_are_read_back(day: date) -> None:
    ngay = Ngay(day.year, day.month, day.day)
    assert str(ngay) == day.isoformat()
    assert Ngay.parse(str(ngay)) == ngay


def test_dates_sort_with_blanks_first() -> None:
    days = [Ngay(2026, 4), Ngay(2026, 3, 2), Ngay(2026), Ngay(2026, 3), Ngay(2025, 12, 31), Ngay(2026, 3, 1)]
    assert [str(day) for day in sorted(days)] == [
        "2025-12-31",
        "2026",
        "2026-03",
        "2026-03-01",
        "2026-03-02",
        "2026-04",
    ]
    assert max(Ngay(2026, 3), Ngay(2026, 2, 28)) == Ngay(2026, 3)
