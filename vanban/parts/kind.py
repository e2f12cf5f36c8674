"""The kind of a paper, from its title, its symbol and what a công văn has in place of a title."""

from __future__ import annotations

import re
from collections.abc import Sequence

from vanban.parts.letters import fold
from vanban.parts.lines import Found, Line
from vanban.thethuc import KINDS, Kind

_SPACE = re.compile(r"\s+")
_NAMES: dict[str, Kind] = {
    _SPACE.sub("", fold(kind.name)): kind
    for kind in sorted(KINDS.values(), key=lambda kind: -len(kind.name))
    if kind.form.titled
}
"""The names of titles, letters only, the longest first."""
_FORM_TITLES = ("tenloaivanban", "tenloai")
"""What stands for the title in the forms of annex III."""
_ABBREVIATIONS = {fold(kind.abbreviation): kind for kind in KINDS.values() if kind.abbreviation}
_SYMBOL = re.compile(r"/ ?([^\W\d_]+) ?-")

_LONGEST_TITLE = 150
CONG_VAN = KINDS["cong-van"]


def titled_kind(line: Line) -> Kind | None:
    """The kind that a line names as a title: in capitals, or alone in the middle or bold."""
    if len(line.text) > _LONGEST_TITLE or line.text.endswith((";", ",")):
        return None
    for name, kind in _NAMES.items():
        if line.key == name and (line.upper or line.bold or line.centred):
            return kind
        if line.upper and line.key.startswith(name) and _ends_word(line, name):
            return kind
    return None


def names_kind(line: Line) -> bool:
    """Whether a line is a title by its words."""
    return titled_kind(line) is not None or (line.upper and line.key.rstrip("0123456789") in _FORM_TITLES)


def _ends_word(line: Line, name: str) -> bool:
    """Whether the name ends where a word ends: "HỢP ĐỒNG" is not in "HỢP ĐỒNGNAI"."""
    left = len(name)
    for place, letter in enumerate(line.plain):
        if left == 0:
            return not letter.isalpha()
        left -= letter.isalnum()
        if left == 0 and place + 1 == len(line.plain):
            return True
    return True


def find_kind(found: Sequence[Found]) -> tuple[Kind | None, float]:
    """The kind, and how sure it is: the title and the symbol say the same, or one of them says it."""
    title = next((one for one in found if one.id == "ten_loai"), None)
    number = next((one for one in found if one.id == "so_ky_hieu"), None)
    symbol = _SYMBOL.search(number.line.plain) if number else None
    by_symbol = _ABBREVIATIONS.get(symbol[1]) if symbol else None
    if title:
        kind = titled_kind(title.line)
        return (kind, 1 if by_symbol in (kind, None) else 0.9) if kind else (None, 0)
    ids = {one.id for one in found}
    if "trich_yeu_cong_van" in ids:
        return CONG_VAN, 1 if "kinh_gui" in ids else 0.9
    if by_symbol:
        return by_symbol, 0.5
    return (CONG_VAN, 0.7) if "kinh_gui" in ids and number else (None, 0)
