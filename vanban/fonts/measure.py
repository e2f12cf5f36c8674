"""Which characters the fonts have, how wide a text is and where its lines break."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from vanban.errors import Fault, InputError, Place
from vanban.fonts.find import FontSet, find_font_set
from vanban.fonts.sfnt import Face, read_face


def missing_characters(text: str, font_set: FontSet | None = None) -> str:
    """Return the characters that one of the four faces lacks, once each, in their order in the text.

    A line break needs no glyph. An empty answer means that the whole text can be set.
    """
    return "".join(dict.fromkeys(_not_covered(font_set or find_font_set()).findall(text)))


def check_characters(texts: Mapping[str, str], font_set: FontSet | None = None) -> None:
    """Make sure that every text can be set, since no other font ever steps in.

    Args:
        texts: by the part of the document where they stand (``noi_dung``, ``nguoi_ky.ho_ten``).
        font_set: the fonts; those of this machine if None.

    Raises:
        InputError: a VB063 for each part, with its missing characters by name.
        ToolMissingError: no usable font.
    """
    chosen = font_set or find_font_set()
    if not missing_characters("".join(texts.values()), chosen):
        return
    raise InputError(
        Fault("VB063", Place(part=part), {"characters": _named(missing), "family": chosen.family})
        for part, text in texts.items()
        if (missing := missing_characters(text, chosen))
    )


def text_width_pt(
    text: str, size_pt: float, *, bold: bool = False, italic: bool = False, font_set: FontSet | None = None
) -> float:
    """Width of a text on one line, in pt, without kerning."""
    face = _face(font_set or find_font_set(), bold, italic)
    return _units(text, face) * size_pt / face.units_per_em


def break_lines(
    text: str,
    size_pt: float,
    width_pt: float,
    *,
    bold: bool = False,
    italic: bool = False,
    font_set: FontSet | None = None,
) -> list[str]:
    """Break a text at its spaces into lines as wide as they come, as Word does (first fit, no hyphenation).

    Args:
        text: no-break spaces do not break; several spaces count as one.
        size_pt: size of its letters.
        width_pt: width of a line; a word that is wider stands on a line of its own.
        bold: whether it is set bold.
        italic: whether it is set in italics.
        font_set: the fonts; those of this machine if None.

    Returns:
        At least one line.
    """
    face = _face(font_set or find_font_set(), bold, italic)
    room = width_pt * face.units_per_em / size_pt
    space = face.widths[" "]
    lines: list[list[str]] = [[]]
    used = 0
    for word in filter(None, text.split(" ")):
        width = _units(word, face)
        if lines[-1] and used + space + width > room:
            lines.append([])
        used = used + space + width if lines[-1] else width
        lines[-1].append(word)
    return [" ".join(line) for line in lines]


def _units(text: str, face: Face) -> int:
    return sum(map(face.widths.__getitem__, text))


def _face(font_set: FontSet, bold: bool, italic: bool) -> Face:
    return read_face(font_set.paths[bold + 2 * italic])


@lru_cache(maxsize=8)
def _not_covered(font_set: FontSet) -> re.Pattern[str]:
    """Finds the characters that need a glyph and have none in one of the faces."""
    covered = frozenset.intersection(*(frozenset(read_face(path).widths) for path in font_set.paths))
    return re.compile(f"[^\n{re.escape(''.join(sorted(covered)))}]")


def _named(characters: Iterable[str]) -> str:
    return ", ".join(f"“{character}” (U+{ord(character):04X})" for character in characters)
