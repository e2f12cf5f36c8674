"""The marks at the beginning of a line that tell its level (Phụ lục I, Phần I, II.6.c, đ)."""

from __future__ import annotations

import re

_NUMERAL = r"(?=[IVXLC])C{0,3}(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})"
_SMALL_NUMERAL = r"(?=[IVX])X{0,3}(?:IX|IV|V?I{0,3})"
"""A mục has a small number: "C. Mác" and "L. …" are names."""
_END = r"(?: +|$)"
_TITLE = r"(?:[.:] +(?=.)|[.:]?$)"
"""After Phần I, Chương I, Mục 1: the end of the line, or a dot or colon and the title."""

BULLETS = "–—•●▪·"
"""What Word leaves for a dash at the beginning of a line."""

_ANNEX = rf"(?:Phụ|PHỤ) +(?P<phu_luc>(?:lục|LỤC)(?: +(?:{_NUMERAL}|[0-9]{{1,3}}))?)[.:]?"

MARKER = re.compile(
    rf" *(?:"
    rf"(?P<khoan>[0-9]{{1,3}}(?:\.[0-9]{{1,2}}){{0,3}})\.{_END}"
    rf"|(?P<gach>[-{BULLETS}])(?:{_END}|(?=[^\W\d_]))"
    rf"|(?P<cong>\+)(?:{_END}|(?=[^\W\d_]))"
    rf"|(?P<diem>[a-zđ])\){_END}"
    rf"|(?P<la_ma>{_SMALL_NUMERAL})\.{_END}"
    rf"|(?:Điều|ĐIỀU) +(?P<dieu>[0-9]{{1,3}}[a-zđ]?)\.{_END}"
    rf"|(?:Phần|PHẦN) +(?P<phan>{_NUMERAL}|[0-9]{{1,3}}){_TITLE}"
    rf"|(?:Chương|CHƯƠNG) +(?P<chuong>{_NUMERAL}|[0-9]{{1,3}}){_TITLE}"
    rf"|(?:Mục|MỤC) +(?P<muc>[0-9]{{1,3}}){_TITLE}"
    rf"|(?:Tiểu|TIỂU) +(?:mục|MỤC) +(?P<tieu_muc>[0-9]{{1,3}}){_TITLE}"
    rf"|{_ANNEX} *(?P<settings>\{{[^{{}}]*\}})?$"
    rf"|(?P<separator>-{{3,}}|:-+:?|-+:)$"
    rf"|(?P<bang>Bảng):{_END}"
    rf"|(?P<hinh>Hình):{_END}"
    rf")"
)
"""One match says the level (``lastgroup``, or ``phu_luc``) and the number; what follows is the text.

``separator`` stands in the cells of the row under a table's header.
"""

SETTINGS_LINE = re.compile(r"\{[^{}]*\}$")
"""A line of settings, which belongs to the table below it or to the annex above it."""

STARTERS = frozenset(f"0123456789+-:{BULLETS}IVXĐPCMTBHabcdefghijklmnopqrstuvwxyzđ ")
"""The first characters of lines that can have a marker."""

NUMBER_FIRST = frozenset({"khoan", "diem", "la_ma", "dieu", "bang", "hinh"})
"""Markers whose number or word comes before the punctuation that makes them one."""

TITLE_LENGTH = 200
"""No title is longer; a khoản beyond it is a sentence whose full stop was forgotten."""


def looks_titled(level: str, text: str) -> bool:
    """Whether a điều or khoản is a title where its author did not say: short, without closing punctuation.

    Phụ lục I, Phần I, II.6.e: "khoản có tiêu đề" stands bold on a line of its own. A điểm is a sentence.
    """
    return level in ("dieu", "khoan") and 0 < len(text) <= TITLE_LENGTH and text[-1] not in ".;:,…!?"


def marker_at(text: str) -> int | None:
    r"""Where a backslash makes the marker at the start of ``text`` plain (``1\. X``); None without one."""
    found = MARKER.match(text) if text[:1] in STARTERS else None
    if not found or not found.lastgroup:
        return None
    group = "phu_luc" if found["phu_luc"] else found.lastgroup
    return found.end(group) if group in NUMBER_FIRST else found.start(group)


def starts_block(text: str) -> bool:
    """Whether a line begins something new: a marker, a table, its settings, or a picture."""
    return bool(MARKER.match(text)) or text.startswith(("|", "![")) or bool(SETTINGS_LINE.match(text))
