"""The theme of a Word file: the fonts and colours that styles name by their role."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml.etree import _Element as Element

from vanban.ooxml.wml import A, W

_ROLES = {
    "dark1": "dk1", "text1": "dk1", "light1": "lt1", "background1": "lt1",
    "dark2": "dk2", "text2": "dk2", "light2": "lt2", "background2": "lt2",
    "hyperlink": "hlink", "followedHyperlink": "folHlink",
}  # fmt: skip
"""The theme's own names of the colours that a document names otherwise."""
_SLOTS = {"latin": ("Ascii", "HAnsi"), "ea": ("EastAsia",), "cs": ("Bidi",)}


@dataclass(frozen=True)
class Theme:
    """Fonts by the name that ``w:asciiTheme`` uses (``minorHAnsi``), colours by the theme's own names."""

    fonts: Mapping[str, str] = field(default_factory=dict)
    colours: Mapping[str, str] = field(default_factory=dict)

    def colour(self, role: str, tint: str | None, shade: str | None) -> str | None:
        """The colour of a role as ``RRGGBB``, made lighter or darker; None where the theme has none."""
        found = self.colours.get(_ROLES.get(role, role))
        if found is None:
            return None
        parts = [int(found[at : at + 2], 16) for at in (0, 2, 4)]
        if shade is not None:
            parts = [round(part * _share(shade)) for part in parts]
        if tint is not None:
            parts = [round(255 - (255 - part) * _share(tint)) for part in parts]
        return "".join(f"{part:02X}" for part in parts)


def read_theme(root: Element | None) -> Theme:
    """The theme of a document; an empty one where it has none."""
    if root is None:
        return Theme()
    fonts = {
        f"{use}{slot}": face.get("typeface", "")
        for use in ("major", "minor")
        for script, slots in _SLOTS.items()
        for face in root.iterfind(f".//{A}{use}Font/{A}{script}")
        for slot in slots
    }
    colours = {}
    for colour in root.iterfind(f".//{A}clrScheme/*"):
        shown = next((part.get("lastClr") or part.get("val") or "" for part in colour), "")
        if _is_rgb(shown):
            colours[str(colour.tag).rpartition("}")[2]] = shown.upper()
    return Theme(fonts, colours)


def rgb(text: str | None) -> str | None:
    """A colour as ``RRGGBB``, "" for ``auto``; None for anything else."""
    if text == "auto":
        return ""
    return text.upper() if text and _is_rgb(text) else None


def themed(element: Element, theme: Theme) -> str | None:
    """The colour that a ``w:color`` names: of the theme, or its own."""
    role = element.get(f"{W}themeColor")
    of_theme = role and theme.colour(role, element.get(f"{W}themeTint"), element.get(f"{W}themeShade"))
    return of_theme or rgb(element.get(f"{W}val"))


def _is_rgb(text: str) -> bool:
    return len(text) == 6 and all(letter in "0123456789abcdefABCDEF" for letter in text)


def _share(text: str) -> float:
    return (
        int(text, 16) / 255
        if len(text) <= 2 and all(c in "0123456789abcdefABCDEF" for c in text) and text
        else 1
    )
