"""What people type for a figure, a date or a choice → its value; nothing is guessed."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal

from vanban.language import N_
from vanban.so_lieu.model import ChiTieu, KieuMuc, Value
from vanban.tiengviet.answers import ANSWERS
from vanban.tiengviet.dates import Ngay
from vanban.tiengviet.numbers import parse_so_vn
from vanban.tiengviet.unicode import clean, without_diacritics

EXPECTED: dict[KieuMuc, str] = {
    "so": N_("một số, như 1250, 1.250 hoặc 98,5"),
    "so_nguyen": N_("một số nguyên, như 1250 hoặc 1.250"),
    "phan_tram": N_("một tỷ lệ phần trăm, như 98,5"),
    "tien": N_("một số tiền chẵn đồng, như 12.000.000"),
    "chu": N_("một dòng chữ"),
    "ngay": N_("một ngày, như 15/6/2026"),
    "chon": N_("một trong các lựa chọn của biểu"),
    "co_khong": N_("có hoặc không"),
}
"""What an entry needs, in the words of a clerk."""

_SPACED = re.compile(r"(?<=\d)[\s\u00a0\u202f](?=\d{3}(?!\d))")
"""A space between thousands."""
_UNCLEAR = re.compile(r"\d{1,3},\d{3}")
"""1,250 is 1.250 to those who learnt it from a machine, and 1 1/4 to a Vietnamese reader: nobody can tell."""
_MONEY = re.compile(r"\s*(?:đồng|đ|VNĐ|VND)\.?$", re.IGNORECASE)


def typed(text: str, item: ChiTieu) -> Value:
    """Read what was typed: ``1.250``, ``1 250``, ``98,5 %``, ``60 tin, bài`` where that is the unit.

    Raises:
        ValueError: it is none, or could be two things (``98.5``, ``1,250``).
    """
    return _READERS[item.kieu](" ".join(clean(text)[0].split()), item)


def admitted(value: Decimal, item: ChiTieu) -> Decimal:
    """A number for an entry that wants whole ones only where it says so.

    Raises:
        ValueError: it is not finite, or has a fraction.
    """
    if not value.is_finite():
        raise ValueError(value)
    if item.kieu in ("so_nguyen", "tien") and value != value.to_integral_value():
        raise ValueError(value)
    return value.quantize(Decimal(1)) if value == value.to_integral_value() else value.normalize()


def _figure(text: str, item: ChiTieu) -> Decimal:
    for unit in filter(None, (item.don_vi_tinh, "%" if item.kieu == "phan_tram" else "")):
        if text.lower().endswith(unit.lower()):
            text = text[: -len(unit)]
    if item.kieu == "tien":
        text = _MONEY.sub("", text)
    figures = _SPACED.sub("", text.strip())
    if _UNCLEAR.fullmatch(figures):
        raise ValueError(text)
    return admitted(parse_so_vn(figures), item)


def _day(text: str, item: ChiTieu) -> str:
    del item
    day = Ngay.parse(text)
    return str(day) if day.ngay else _no(text)


def _choice(text: str, item: ChiTieu) -> str:
    wanted = _plain(text)
    return next((choice for choice in item.lua_chon if _plain(choice) == wanted), "") or _no(text)


def _answer(text: str, item: ChiTieu) -> str:
    del item
    answer = ANSWERS.get(text.casefold())
    return _no(text) if answer is None else "có" if answer else "không"


def _words(text: str, item: ChiTieu) -> str:
    del item
    return text


def _plain(text: str) -> str:
    return without_diacritics(text).casefold()


def _no(text: str) -> str:
    raise ValueError(text)


_READERS: dict[KieuMuc, Callable[[str, ChiTieu], Value]] = {
    "so": _figure,
    "so_nguyen": _figure,
    "phan_tram": _figure,
    "tien": _figure,
    "chu": _words,
    "ngay": _day,
    "chon": _choice,
    "co_khong": _answer,
}
