"""Numbers as Vietnamese papers write them: ``1.250``, ``98,5``, ``98,5%``, and in words."""

from __future__ import annotations

import re
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
