"""Numbers as Vietnamese papers write them: ``1.250``, ``98,5``, ``98,5%``, and in words."""

from __future__ import annotations

import re
import unicodedata
from decimal import ROUND_HALF_UP, Context, Decimal

LARGEST = 10**18
"""The largest number that is written in words: một tỷ tỷ."""

_MOST_DIGITS = 60
"""Of a whole part; no figure of a paper comes near, and a hostile one stops here."""
_EXACT = Context(prec=2 * _MOST_DIGITS, rounding=ROUND_HALF_UP)

_FIGURES = re.compile(r"-?(?:[0-9]{1,3}(?:\.[0-9]{3})+|[0-9]+)(?:,[0-9]+)?")

_SWAP_MARKS = str.maketrans(",.", ".,")

_UNITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_AFTER_TEN = {5: "lăm"}
_AFTER_TENS = {1: "mốt", 4: "tư", 5: "lăm"}
_GROUPS = ("", " nghìn", " triệu")

_SPOKEN = {"ngàn": "nghìn", "tỉ": "tỷ", "lẻ": "linh", "nhăm": "lăm", "bẩy": "bảy"}
"""Other ways of saying the same."""
_DIGITS = {word: figure for figure, word in enumerate(_UNITS)} | {"mốt": 1, "tư": 4, "lăm": 5}
_SCALES = {"nghìn": 1000, "triệu": 10**6}
_MOST_WORDS = 100
"""Of a number; no paper says a longer one, and a hostile one stops here."""


def so_vn(value: int | Decimal | str, decimals: int | None = None) -> str:
    """Write a number with a dot between thousands and a decimal comma: ``1.250``, ``98,5``.

    Args:
        value: a text is read as Vietnamese writes it (:func:`parse_so_vn`).
        decimals: how many to keep, a half going away from zero; None for those that the number has.

    Raises:
        ValueError: a text that is not a number, or a number that is not finite or has more than 60 digits.
    """
    number = _decimal(value)
    if decimals is not None:
        number = number.quantize(Decimal(1).scaleb(-decimals), context=_EXACT)
    return f"{number if number else number.copy_abs():,f}".translate(_SWAP_MARKS)


def parse_so_vn(text: str) -> Decimal:
    """Read ``1250``, ``1.250``, ``98,5`` or ``-1.250,75``; a dot only parts thousands.

    Raises:
        ValueError: anything else, ``98.5`` and ``1,250.5`` among it.
    """
    figures = text.strip().replace("\u2212", "-")
    if not _FIGURES.fullmatch(figures):
        raise ValueError(f"not a number: {text!r}")
    return Decimal(figures.replace(".", "").replace(",", "."))


def ty_le(part: int | Decimal, whole: int | Decimal, decimals: int = 1) -> str:
    """Write how much ``part`` is of ``whole``: ``98,5%``, and ``100%`` rather than ``100,0%``.

    Where ``whole`` is 0 there is no percentage, and a dash says so.
    """
    if not whole:
        return "-"
    figures = so_vn(_EXACT.divide(Decimal(part) * 100, Decimal(whole)), decimals)
    return (figures.rstrip("0").rstrip(",") if "," in figures else figures) + "%"


def bang_chu(value: int | Decimal | str) -> str:
    """Write a number in words: 1.205 is ``một nghìn hai trăm linh năm``, 98,5 is ``chín mươi tám phẩy năm``.

    "Linh" (not "lẻ"), "nghìn" (not "ngàn") and "tỷ" as in texts of law; mốt, tư and lăm after mươi.
    Zeros that begin the decimals are said one by one, the rest as a number: 0,05 is ``không phẩy không năm``.

    Raises:
        ValueError: a text that is not a number, or a number beyond :data:`LARGEST`.
    """
    number = _decimal(value)
    if abs(number) > LARGEST:
        raise ValueError(f"too large for words: {number}")
    whole, _, fraction = f"{abs(number):f}".partition(".")
    words = _whole_in_words(int(whole))
    if fraction:
        rest = fraction.lstrip("0")
        zeros = ["không"] * (len(fraction) - len(rest))
        words = " ".join([words, "phẩy", *zeros, *([_whole_in_words(int(rest))] if rest else [])])
    return f"âm {words}" if number < 0 else words


def bang_chu_tien(value: int | Decimal | str) -> str:
    """Write a sum of money in words: ``Một triệu hai trăm nghìn đồng``.

    Raises:
        ValueError: as :func:`bang_chu`, or the sum has a fraction of a đồng.
    """
    number = _decimal(value)
    if number != number.to_integral_value():
        raise ValueError(f"a fraction of a đồng: {number}")
    words = bang_chu(int(number))
    return f"{words[0].upper()}{words[1:]} đồng"


def tu_chu(words: str) -> Decimal:
    """Read a number in words: ``một triệu hai trăm nghìn`` is 1.200.000, what :func:`bang_chu` writes.

    Capitals and commas do not matter; "ngàn", "lẻ", "tỉ", "hai mươi một" and a left out "không trăm" are read
    too. Words that more than one number, or none, could be meant by are not: "một nghìn năm", "hai ba".

    Raises:
        ValueError: anything else than one number.
    """
    said = [
        _SPOKEN.get(word, word)
        for word in unicodedata.normalize("NFC", words).lower().replace(",", " ").split()
    ]
    if not 0 < len(said) <= _MOST_WORDS:
        raise ValueError(f"not a number in words: {words!r}")
    sign = -1 if said[0] == "âm" else 1
    whole, fraction = said[sign < 0 :], list[str]()
    if "phẩy" in whole:
        comma = whole.index("phẩy")
        whole, fraction = whole[:comma], whole[comma + 1 :]
    zeros = next((place for place, word in enumerate(fraction) if word != _UNITS[0]), len(fraction))
    rest = _heard(fraction[zeros:])
    number = sign * Decimal(f"{_heard(whole)}.{'0' * zeros}{rest or ''}")
    if _plainly(said) != _plainly(bang_chu(number).split()):
        raise ValueError(f"not a number in words: {words!r}")
    return number


def _heard(words: list[str]) -> int:
    """What a patient listener makes of the words of a whole number.

    Raises:
        ValueError: a word that is in no number.
    """
    total = group = digit = 0
    for word in words:
        if word in _DIGITS:
            digit = _DIGITS[word]
        elif word == "mười":
            group += 10
        elif word in ("trăm", "mươi"):
            group, digit = group + digit * (100 if word == "trăm" else 10), 0
        elif word in _SCALES:
            total, group, digit = total + (group + digit) * _SCALES[word], 0, 0
        elif word == "tỷ":
            total, group, digit = (total + group + digit) * 10**9, 0, 0
        elif word != "linh":
            raise ValueError(f"no word of a number: {word!r}")
    return total + group + digit


def _plainly(words: list[str]) -> str:
    """The words of a number with one way of saying what may be said in two."""
    said = f" {' '.join(words)} ".replace(" không trăm ", " ")
    for tens in (" mươi", " mười"):
        said = said.replace(f"{tens} lăm ", f"{tens} năm ").replace(f"{tens} tư ", f"{tens} bốn ")
    return said.replace(" mươi mốt ", " mươi một ").replace(" linh tư ", " linh bốn ")


def _decimal(value: int | Decimal | str) -> Decimal:
    number = parse_so_vn(value) if isinstance(value, str) else Decimal(value)
    if not number.is_finite() or number.adjusted() >= _MOST_DIGITS:
        raise ValueError(f"not a number that a paper can carry: {number:.3g}")
    return number


def _whole_in_words(number: int) -> str:
    """Any whole number from 0; "tỷ" counts all that stands before it (nghìn tỷ, tỷ tỷ)."""
    if number == 0:
        return _UNITS[0]
    billions, rest = divmod(number, 10**9)
    words = [f"{_whole_in_words(billions)} tỷ"] if billions else []
    for power in (2, 1, 0):
        group, rest = divmod(rest, 1000**power)
        if group:
            words.append(_group_in_words(group, full=bool(words)) + _GROUPS[power])
    return " ".join(words)


def _group_in_words(group: int, *, full: bool) -> str:
    """Three figures in words; ``full`` says "không trăm" where the number has begun before this group."""
    hundreds, rest = divmod(group, 100)
    tens, units = divmod(rest, 10)
    words = [_UNITS[hundreds], "trăm"] if hundreds or full else []
    if tens == 1:
        words.append("mười")
    elif tens:
        words += [_UNITS[tens], "mươi"]
    elif units and words:
        words.append("linh")
    if units:
        special = _AFTER_TENS if tens > 1 else _AFTER_TEN if tens else {}
        words.append(special.get(units, _UNITS[units]))
    return " ".join(words)
