"""The values of styles and attributes: lengths, sizes, colours, fonts."""

from __future__ import annotations

import re
from collections.abc import Iterator

MM_IN_PT = 25.4 / 72
_UNITS_PT = {"pt": 1.0, "px": 0.75, "in": 72.0, "cm": 72 / 2.54, "mm": 72 / 25.4, "pc": 12.0, "q": 18 / 25.4}
_LENGTH = re.compile(r"\s*([+-]?(?:\d{1,7}(?:\.\d{0,9})?|\.\d{1,9}))\s*([a-z]{1,3}|%)?\s*\Z")
_SIZES_PT = {
    "xx-small": 7.0, "x-small": 7.5, "small": 10.0, "medium": 12.0, "large": 13.5, "x-large": 18.0,
    "xx-large": 24.0,
}  # fmt: skip
_FONT_SIZES_PT = {"1": 7.5, "2": 10.0, "3": 12.0, "4": 13.5, "5": 18.0, "6": 24.0, "7": 36.0}
"""What ``<font size>`` means."""
_COLOURS = {
    "red": "FF0000", "blue": "0000FF", "green": "008000", "white": "FFFFFF", "gray": "808080",
    "grey": "808080", "silver": "C0C0C0", "maroon": "800000", "navy": "000080", "teal": "008080",
    "purple": "800080", "olive": "808000", "lime": "00FF00", "aqua": "00FFFF", "fuchsia": "FF00FF",
    "yellow": "FFFF00", "orange": "FFA500", "cyan": "00FFFF", "magenta": "FF00FF", "darkred": "8B0000",
    "darkblue": "00008B",
}  # fmt: skip
"""Those that papers are coloured with; all others are taken for black."""
_HEX = re.compile(r"#([0-9a-f]{6}|[0-9a-f]{3})\Z")
_RGB = re.compile(r"rgba?\(\s*(\d{1,3})[\s,]+(\d{1,3})[\s,]+(\d{1,3})")
_FONT = re.compile(
    r"(?P<words>(?:[a-z-]+\s+)*)(?P<size>[\d.]+(?:pt|px|em|%|in|cm|mm)|(?:xx?-)?(?:small|large)|medium)"
    r"(?:\s*/\s*(?P<line>[^\s,]+))?\s+(?P<family>.+)\Z",
    re.IGNORECASE | re.DOTALL,
)
_LONGEST_PT = 20_000.0
"""Longer than any paper; what claims to be is none."""


def length_pt(text: str, size_pt: float = 12, whole_pt: float | None = None) -> float | None:
    """A length in pt; None for ``auto`` and what is none.

    Args:
        text: the length.
        size_pt: of the letters, for ``em``.
        whole_pt: what per cent are of; they are no length if None.
    """
    found = _LENGTH.match(text.lower())
    if not found:
        return None
    number, unit = float(found[1]), found[2]
    if unit == "%":
        length = None if whole_pt is None else number / 100 * whole_pt
    elif unit in ("em", "rem"):
        length = number * size_pt
    elif unit in ("ex", "ch"):
        length = number * size_pt / 2
    else:
        scale = _UNITS_PT.get(unit or "px")
        length = None if scale is None else number * scale
    return length if length is not None and abs(length) <= _LONGEST_PT else None


def size_pt(text: str, outer_pt: float) -> float:
    """The size of letters in those of ``outer_pt``."""
    word = text.strip().lower()
    if word in ("smaller", "larger"):
        return outer_pt * (5 / 6 if word == "smaller" else 6 / 5)
    found = _SIZES_PT.get(word) or length_pt(word, outer_pt, outer_pt)
    return round(found * 4) / 4 if found and 0 < found <= 1_638 else outer_pt


def size_of_font(text: str) -> str:
    """What the size of a ``font`` element means."""
    return f"{_FONT_SIZES_PT.get(text.strip(), 12):g}pt"


def colour(text: str) -> str | None:
    """``RRGGBB``, "" for black and for what a program chooses; None for what is no colour."""
    word = text.strip().lower()
    if found := _HEX.match(word):
        digits = found[1] if len(found[1]) == 6 else "".join(2 * digit for digit in found[1])
    elif found := _RGB.match(word):
        digits = "".join(f"{min(int(part), 255):02x}" for part in found.groups())
    elif word in ("inherit", "currentcolor", ""):
        return None
    else:
        digits = _COLOURS.get(word, "")
    return "" if digits == "000000" else digits.upper()


def family(text: str) -> str:
    """The first font of a list."""
    return text.split(",")[0].strip().strip("\"'").strip()


def font(text: str) -> Iterator[tuple[str, str]]:
    """What ``font: italic 7pt/1.2 "Times New Roman"`` says, property by property."""
    found = _FONT.match(text.strip())
    if found:
        words = found["words"].lower()
        yield "font-size", found["size"]
        yield "font-family", found["family"]
        yield "line-height", found["line"] or "normal"
        yield "font-style", "italic" if "italic" in words else "normal"
        yield "font-weight", "bold" if "bold" in words else "normal"
