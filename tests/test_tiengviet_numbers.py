"""Numbers in figures, percentages and words."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vanban.tiengviet.numbers import LARGEST, bang_chu, bang_chu_tien, parse_so_vn, so_vn, tu_chu, ty_le

DIGITS = {
    "không": 0, "một": 1, "mốt": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "lăm": 5,
    "sáu": 6, "bảy": 7, "tám": 8, "chín": 9,
}  # fmt: skip


def read_words(words: str) -> int:
    """Say back the number that a person hears: an own reader, word by word."""
    total = group = digit = 0
    for word in words.split():
        match word:
            case "âm":
                return -read_words(words.removeprefix("âm "))
            case "tỷ":
                total, group, digit = (total + group + digit) * 10**9, 0, 0
            case "triệu" | "nghìn":
                total, group, digit = (
                    total + (group + digit) * {"triệu": 10**6, "nghìn": 1000}[word],
                    0,
                    0,
                )
            case "trăm":
                group, digit = group + digit * 100, 0
            case "mươi":
                group, digit = group + digit * 10, 0
            case "mười":
                group += 10
            case "linh":
                pass
            case _:
                digit = DIGITS[word]
    return total + group + digit


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "không"),
        (4, "bốn"),
        (5, "năm"),
        (10, "mười"),
        (11, "mười một"),
        (14, "mười bốn"),
        (15, "mười lăm"),
        (20, "hai mươi"),
        (21, "hai mươi mốt"),
        (24, "hai mươi tư"),
        (55, "năm mươi lăm"),
        (100, "một trăm"),
        (101, "một trăm linh một"),
        (105, "một trăm linh năm"),
        (110, "một trăm mười"),
        (1_005, "một nghìn không trăm linh năm"),
        (1_050, "một nghìn không trăm năm mươi"),
        (12_500, "mười hai nghìn năm trăm"),
        (1_000_001, "một triệu không trăm linh một"),
        (2_021_000_000, "hai tỷ không trăm hai mươi mốt triệu"),
        (3_000_000_000_000, "ba nghìn tỷ"),
        (LARGEST, "một tỷ tỷ"),
        (-7, "âm bảy"),
    ],
)
def test_numbers_are_said_as_people_say_them(number: int, words: str) -> None:
    assert bang_chu(number) == words


@pytest.mark.parametrize(
    ("figures", "words"),
    [
        ("98,5", "chín mươi tám phẩy năm"),
        ("98,25", "chín mươi tám phẩy hai mươi lăm"),
        ("0,05", "không phẩy không năm"),
        ("-1.250,5", "âm một nghìn hai trăm năm mươi phẩy năm"),
        ("2,00", "hai phẩy không không"),
    ],
)
def test_decimals_are_said_after_the_comma(figures: str, words: str) -> None:
    assert bang_chu(figures) == words


@given(
    st.integers(-LARGEST, LARGEST) | st.integers(-2000, 2000) | st.integers(0, 999).map(lambda n: n * 10**9)
)
def test_a_listener_writes_down_the_same_number(number: int) -> None:
    assert read_words(bang_chu(number)) == number


def test_every_number_below_ten_thousand_is_said_differently() -> None:
    assert len({bang_chu(number) for number in range(10_000)}) == 10_000


def test_numbers_too_large_for_words_are_refused() -> None:
    with pytest.raises(ValueError, match="too large"):
        bang_chu(LARGEST + 1)


def test_money_begins_with_a_capital_and_ends_with_the_currency() -> None:
    assert bang_chu_tien(1_200_000) == "Một triệu hai trăm nghìn đồng"
    assert bang_chu_tien("25.500.000") == "Hai mươi lăm triệu năm trăm nghìn đồng"
    assert bang_chu_tien(-5) == "Âm năm đồng"
    with pytest.raises(ValueError, match="fraction"):
        bang_chu_tien("0,5")


@pytest.mark.parametrize(
    ("value", "decimals", "figures"),
    [
        (1250, None, "1.250"),
        (999, None, "999"),
        (-1_234_567, None, "-1.234.567"),
        (Decimal("98.5"), None, "98,5"),
        (Decimal("1E+4"), None, "10.000"),
        ("1250,50", None, "1.250,50"),
        (Decimal("2.345"), 2, "2,35"),
        (Decimal("2.5"), 0, "3"),
        (Decimal("-2.5"), 0, "-3"),
        (Decimal("-0.04"), 1, "0,0"),
        (7, 2, "7,00"),
    ],
)
def test_figures_take_dots_between_thousands_and_a_decimal_comma(
    value: int | Decimal | str, decimals: int | None, figures: str
) -> None:
    assert so_vn(value, decimals) == figures


@given(st.decimals(allow_nan=False, allow_infinity=False, places=3, min_value=-(10**15), max_value=10**15))
def test_figures_are_read_back_as_they_were_written(number: Decimal) -> None:
    assert parse_so_vn(so_vn(number)) == number


@pytest.mark.parametrize(
    "text", ["", "98.5", "1,250.5", "1.25", "12.3456", "1e5", "NaN", "١٢", "1 250", "--1", "abc"]
)
def test_what_vietnamese_figures_are_not_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="not a number"):
        parse_so_vn(text)


@pytest.mark.parametrize("number", [Decimal("NaN"), Decimal("Infinity"), Decimal("1E+1000000"), "9" * 61])
def test_numbers_that_no_paper_carries_are_refused(number: Decimal | str) -> None:
    with pytest.raises(ValueError, match="not a number"):
        so_vn(number, 1)


@pytest.mark.parametrize(
    ("part", "whole", "decimals", "text"),
    [
        (197, 200, 1, "98,5%"),
        (1, 1, 1, "100%"),
        (0, 8, 1, "0%"),
        (2, 3, 1, "66,7%"),
        (2, 3, 2, "66,67%"),
        (1, 8, 0, "13%"),
        (5, 10_000, 1, "0,1%"),
        (1500, 100, 1, "1.500%"),
        (Decimal("1.5"), 3, 1, "50%"),
        (5, 0, 1, "-"),
        (0, 0, 1, "-"),
    ],
)
def test_percentages_round_a_half_up_and_say_a_dash_where_there_is_none(
    part: int | Decimal, whole: int, decimals: int, text: str
) -> None:
    assert ty_le(part, whole, decimals) == text


@given(
    st.integers(-LARGEST, LARGEST)
    | st.integers(-2000, 2000)
    | st.integers(0, 999).map(lambda n: n * 10**9)
    | st.decimals(allow_nan=False, allow_infinity=False, places=4, min_value=-(10**9), max_value=10**9)
)
def test_numbers_in_words_are_read_back(number: int | Decimal) -> None:
    assert tu_chu(bang_chu(number)) == number


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("Một triệu hai trăm ngàn", "1.200.000"),
        ("một nghìn lẻ năm", "1.005"),
        ("một triệu, không trăm linh năm nghìn", "1.005.000"),
        ("hai mươi một", "21"),
        ("ba mươi bốn", "34"),
        ("mười năm", "15"),
        ("hai mươi nhăm", "25"),
        ("một tỉ hai trăm triệu", "1.200.000.000"),
        ("một trăm linh tư", "104"),
    ],
)
def test_other_ways_of_saying_a_number_are_read(words: str, number: str) -> None:
    assert tu_chu(words) == parse_so_vn(number)


@pytest.mark.parametrize(
    "words",
    ["", "một nghìn năm", "hai ba", "mười mười", "tỷ", "âm", "hai phẩy", "linh", "hai đồng", "tỷ " * 1000],
)
def test_words_that_are_not_one_number_are_refused(words: str) -> None:
    with pytest.raises(ValueError, match="number"):
        tu_chu(words)
