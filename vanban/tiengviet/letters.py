"""The letters of điểm in Vietnamese order, and Roman numerals."""

from __future__ import annotations

from itertools import pairwise

LETTERS = ("a", "b", "c", "d", "đ", "e", "g", "h", "i", "k", "l", "m",
           "n", "o", "p", "q", "r", "s", "t", "u", "v", "x", "y")  # fmt: skip
"""What a điểm is lettered with, in order (Phụ lục I, Phần I, II.6.d): no f j w z, and đ follows d."""

_AFTER = dict(pairwise(LETTERS))

_NUMERALS = ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
             (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))  # fmt: skip
_ROMAN_END = 4000


def letter_after(letter: str) -> str | None:
    """Return the letter of the điểm that follows, or None after the last one (y).

    Raises:
        ValueError: ``letter`` is not a letter of điểm.
    """
    if letter not in LETTERS:
        raise ValueError(f"not a letter of điểm: {letter!r}")
    return _AFTER.get(letter)


def roman(number: int) -> str:
    """Write a number from 1 to 3999 in Roman numerals.

    Raises:
        ValueError: the number is outside that span.
    """
    if not 0 < number < _ROMAN_END:
        raise ValueError(f"no Roman numeral: {number}")
    text = ""
    for value, numeral in _NUMERALS:
        count, number = divmod(number, value)
        text += numeral * count
    return text


def from_roman(text: str) -> int:
    """Read a Roman numeral in capitals, written as :func:`roman` writes it.

    Raises:
        ValueError: ``text`` is not one (``IIII``, ``VX``, ``iv``, ``""``).
    """
    number, rest = 0, text
    for value, numeral in _NUMERALS:
        while rest.startswith(numeral):
            number, rest = number + value, rest.removeprefix(numeral)
    if rest or not 0 < number < _ROMAN_END or roman(number) != text:
        raise ValueError(f"not a Roman numeral: {text!r}")
    return number
