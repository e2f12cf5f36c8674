"""The marks that levels of the body begin with, as the decree writes them and as people do."""

from __future__ import annotations

import re

from vanban.document.markers import MARKER
from vanban.parts.model import Mark
from vanban.tiengviet.letters import LETTERS, from_roman

_LEVELS = ("phan", "chuong", "muc", "tieu_muc", "la_ma", "dieu", "khoan", "diem", "gach", "cong")
_ORDINALS = ("nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười")
_ROMAN = r"(?=[IVX])X{0,3}(?:IX|IV|V?I{0,3})"
_LOOSE = re.compile(
    rf" *(?:"
    rf"(?:[Đđ]iều|ĐIỀU) *(?:(?P<dieu>[0-9]{{1,3}}[a-zđ]?)(?: *[.:)/-])?(?=[ .…]|$|[^\W\d_])"
    rf"|(?P<dieu_trong>…|\.{{2,3}}))"
    rf"|(?:Phần|PHẦN) +(?:thứ|THỨ) +(?P<phan>{'|'.join(_ORDINALS)}|{'|'.join(_ORDINALS).upper()})\b[.:]?"
    rf"|(?P<la_ma>{_ROMAN})(?:[/:)-]| ?-)(?= |$)"
    rf"|(?P<la_ma_gon>{_ROMAN})\.(?=[^\W\d_])"
    rf"|(?P<khoan_gon>[0-9]{{1,3}}(?:\.[0-9]{{1,2}}){{0,3}})\.(?=[^\W\d_])"
    rf"|(?P<khoan>[0-9]{{1,3}}(?:\.[0-9]{{1,2}}){{0,3}})(?:[):](?= |$|[^\W\d_])|[/-](?= ))"
    rf"|(?P<duong>[0-9]{{1,2}}(?:\.[0-9]{{1,2}}){{1,3}})(?= +[^\W\d_])"
    rf"|(?P<diem>[a-zđ])(?:\)|[./-](?= ))(?= |$|[^\W\d_])"
    rf"|(?P<gach>[*•●▪■□◦o§Øü\uf02d\uf0b7\uf0a7\uf0d8\uf0fc\uf076])(?: +)"
    rf")"
)
"""Marks that are not of the decree but mean the same: "Điều 1:", "I/", "1)", "a.", "1.1 " and bullets."""
_CITED = re.compile(
    r"[,;]|(?:Bộ luật|Luật|Hiến pháp|Pháp lệnh|Nghị định|Nghị quyết|Thông tư|Quyết định|Quy chế)\b"
)
"""What follows an article that a sentence begins with and cites: "Điều 5 Nghị định số …", "Điều 2 của …"."""
_SAME_AS = {"la_ma_gon": "la_ma", "khoan_gon": "khoan", "duong": "khoan", "dieu_trong": "dieu"}


def find_mark(text: str, label: str = "") -> tuple[Mark, int] | None:
    """The mark at the beginning of a text and where the words after it begin.

    Args:
        text: the words of a line.
        label: what automatic numbering prints before them; it is no part of ``text``.

    Returns:
        None where there is no mark.
    """
    typed = f"{label} {text}" if label else text
    typed = typed.replace("\t", " ").replace("\u00a0", " ")
    found = MARKER.match(typed)
    if not found or found.lastgroup not in _LEVELS:
        found = _LOOSE.match(typed)
    if not found or not found.lastgroup:
        return (Mark("gach", 0, label, automatic=True), 0) if label else None
    group = found.lastgroup
    value = found[group]
    level = _SAME_AS.get(group, group)
    following = typed[found.end() :].lstrip()
    if group in ("la_ma_gon", "khoan_gon", "duong") and not following[:1].isupper():
        return None
    cited = following[:1].islower() or _CITED.match(following)
    if group == "dieu" and cited and not label and found[0].rstrip()[-1:].isalnum():
        return None
    number, path = _value(level, value)
    mark = Mark(level, number, label or found[0].strip(), path, bool(label))
    after = found.end() - (len(label) + 1 if label else 0)
    return mark, max(after + len(typed[found.end() :]) - len(following), 0)


def lacks_dot(mark: Mark) -> bool:
    """Whether a number such as ``1.1`` stands without a mark behind it, so that it may be a figure."""
    return mark.level == "khoan" and len(mark.path) > 1 and mark.text[-1:].isdigit()


def _value(level: str, value: str) -> tuple[int, tuple[int, ...]]:
    if level == "khoan":
        path = tuple(int(part) for part in value.split("."))
        return path[-1], path
    if level == "diem":
        return (LETTERS.index(value) + 1 if value in LETTERS else 0), ()
    if level in ("gach", "cong"):
        return 0, ()
    if value.lower() in _ORDINALS:
        return _ORDINALS.index(value.lower()) + 1, ()
    figures = re.match(r"\d+", value)
    if figures:
        return int(figures[0]), ()
    try:
        return from_roman(value), ()
    except ValueError:
        return 0, ()
