"""Fonts of a PDF: what their codes stand for and how wide they are; their family, weight and slant."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from pypdf.generic import DictionaryObject
from pypdf.generic._font import Font

from vanban.fonts.sfnt import characters_by_glyph

FAMILIES = {
    "timesnewroman": "Times New Roman",
    "times": "Times New Roman",
    "timesroman": "Times New Roman",
    "liberationserif": "Times New Roman",
    "tinos": "Times New Roman",
    "nimbusroman": "Times New Roman",
    "nimbusromno9l": "Times New Roman",
    "texgyretermes": "Times New Roman",
    "arial": "Arial",
    "helvetica": "Arial",
    "liberationsans": "Arial",
    "arimo": "Arial",
    "couriernew": "Courier New",
    "courier": "Courier New",
    "liberationmono": "Courier New",
    "cousine": "Courier New",
}
"""The family that a font is drawn for. Those of the same metrics stand in for one another where the real one
is not on the machine that made the PDF, as our own renderer does; a reader cannot tell them apart."""

_SUBSET = re.compile(r"[A-Z]{6}\+")
_STYLE = re.compile(
    r"[-,_ ]*(?:bold|italic|oblique|regular|medium|semi|demi|black|heavy|obl|ital|medi)+\Z", re.I
)
_MAKER = re.compile(r"(?:PS)?(?:MT|Std)?\Z")
_BOLD = re.compile("bold|black|heavy|demi", re.I)
_ITALIC = re.compile("ital|obli", re.I)
_ITALIC_FLAG, _FORCED_BOLD_FLAG = 1 << 6, 1 << 18
_BULLETS = {
    "\uf0b7": "•",
    "\uf0a7": "▪",
    "\uf0d8": "➢",
    "\uf0fc": "✓",
    "\uf02d": "-",
    "\uf0a8": "♦",
    "\u00ad": "-",
}
"""What the private letters of Symbol and Wingdings show, and the hyphen that shows where it is drawn."""
_INVISIBLE = ("Cc", "Cf", "Cs", "Cn")
_LIGATURES = ("\ufb00", "\ufb06")
_DEFAULT_WIDTH = 500.0


class Glyph(NamedTuple):
    """A code of a string: its text, its width (1 is the size), whether word spacing holds for it."""

    text: str
    width: float
    space: bool


@dataclass
class Face:
    """A font as the page uses it."""

    family: str
    bold: bool
    italic: bool
    font: Font

    def __post_init__(self) -> None:
        self._glyphs: dict[str, Glyph] = {}
        self._lost = self._lost_letters()

    def glyphs(self, codes: bytes) -> Iterator[Glyph]:
        """The glyphs of a string in the page's drawing commands."""
        encoding = self.font.encoding
        units = codes.decode("latin-1") if isinstance(encoding, dict) else _decode(codes, encoding)
        for unit in units:
            glyph = self._glyphs.get(unit)
            if glyph is None:
                glyph = self._glyphs[unit] = self._glyph(unit)
            yield glyph

    def _glyph(self, unit: str) -> Glyph:
        encoding = self.font.encoding
        named = encoding.get(ord(unit), unit) if isinstance(encoding, dict) else unit
        text = self._lost.get(unit) or self.font.character_map.get(named, named)
        widths = self.font.character_widths
        width = widths.get(unit, widths.get("default", _DEFAULT_WIDTH))
        return Glyph(_shown(str(text)), float(width) / 1000, isinstance(encoding, dict) and unit == " ")

    def _lost_letters(self) -> dict[str, str]:
        """Letters that the PDF calls spaces, as Word 2010 does with some, told by the font in it."""
        spaces = [unit for unit, text in self.font.character_map.items() if text == " "]
        file = self.font.font_descriptor.font_file
        if len(spaces) < 2 or isinstance(self.font.encoding, dict) or file is None:
            return {}
        drawn = characters_by_glyph(file.get_data())
        return {unit: drawn[ord(unit)] for unit in spaces if not drawn.get(ord(unit), " ").isspace()}


def read_face(resource: DictionaryObject) -> Face:
    """The face of a font resource; names tell weight and slant, else the flags of the descriptor."""
    font = Font.from_font_resource(resource)
    described = font.font_descriptor
    name = _SUBSET.sub("", font.name)
    flags = described.flags if isinstance(described.flags, int) else 0
    return Face(
        family=family_of(name),
        bold=bool(_BOLD.search(name)) or bool(flags & _FORCED_BOLD_FLAG),
        italic=bool(_ITALIC.search(name)) or bool(flags & _ITALIC_FLAG),
        font=font,
    )


def family_of(name: str) -> str:
    """The family in a font's name: ``ABCDEF+TimesNewRomanPS-BoldMT`` is Times New Roman."""
    bare = _SUBSET.sub("", name)
    family = _STYLE.sub("", _MAKER.sub("", bare).rstrip())
    family = _MAKER.sub("", family) or bare
    return FAMILIES.get(re.sub("[^a-z0-9]", "", family.lower()), family)


def _decode(codes: bytes, encoding: str) -> str:
    try:
        return codes.decode(encoding, "surrogatepass")
    except UnicodeDecodeError:
        return codes.decode(encoding, "replace")


def _shown(text: str) -> str:
    """The letters that a reader sees: bullets by their look, ligatures apart, nothing invisible."""
    kept = []
    for letter in text:
        if letter in _BULLETS:
            kept.append(_BULLETS[letter])
        elif _LIGATURES[0] <= letter <= _LIGATURES[1]:
            kept.append(unicodedata.normalize("NFKC", letter))
        elif letter == "\t" or unicodedata.category(letter) in ("Zl", "Zp"):
            kept.append(" ")
        elif unicodedata.category(letter) not in _INVISIBLE:
            kept.append(letter)
    return "".join(kept)
