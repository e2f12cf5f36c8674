"""The letters of điểm and Roman numerals."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vanban.tiengviet.letters import from_roman, letter_after, roman


def test_the_letters_follow_the_vietnamese_alphabet() -> None:
    letters, letter = [], "a"
    while letter:
        letters.append(letter)
        letter = letter_after(letter) or ""
    assert " ".join(letters) == "a b c d đ e g h i k l m n o p q r s t u v x y"


@pytest.mark.parametrize("letter", ["f", "j", "w", "z", "ă", "A", ""])
def test_other_letters_are_refused(letter: str) -> None:
    with pytest.raises(ValueError, match="not a letter"):
        letter_after(letter)


@pytest.mark.parametrize(
    ("number", "text"), [(1, "I"), (4, "IV"), (9, "IX"), (14, "XIV"), (40, "XL"), (1994, "MCMXCIV")]
)
def test_roman_numerals(number: int, text: str) -> None:
    assert roman(number) == text
    assert from_roman(text) == number


@given(st.integers(1, 3999))
def test_roman_numerals_are_read_back(number: int) -> None:
    assert from_roman(roman(number)) == number


@pytest.mark.parametrize("text", ["", "IIII", "VX", "IC", "iv", "IVI", "A", "MMMM"])
def test_what_is_no_roman_numeral_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="not a Roman"):
        from_roman(text)


@pytest.mark.parametrize("number", [0, -1, 4000])
def test_numbers_without_a_roman_numeral_are_refused(number: int) -> None:
    with pytest.raises(ValueError, match="no Roman"):
        roman(number)
