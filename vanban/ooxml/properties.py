"""What one ``w:rPr`` or ``w:pPr`` says, before any other is asked; None where it says nothing."""

from __future__ import annotations

from typing import NamedTuple, TypeVar

from lxml.etree import _Element as Element

from vanban.ooxml import wml
from vanban.ooxml.theme import Theme, themed
from vanban.ooxml.wml import W, number, switch, twips, value, whole
from vanban.paper import Align

_ALIGNS: dict[str, Align] = {
    "left": "left", "start": "left", "center": "center", "right": "right", "end": "right",
    "both": "justify", "distribute": "justify", "lowKashida": "justify", "mediumKashida": "justify",
    "highKashida": "justify", "thaiDistribute": "justify",
}  # fmt: skip
_INVISIBLE = ("nil", "none")
_TWIPS_IN_LINE = 240
TWIPS_IN_POINT = 20
_CHARACTER_TWIPS = 210
"""What Word takes for a character in ``w:firstLineChars`` where it wrote no length: 10.5 pt."""


class Letters(NamedTuple):
    """Properties of letters; ``low``, ``high`` and ``east`` are fonts for ASCII, other letters, Chinese."""

    low: str | None = None
    high: str | None = None
    east: str | None = None
    size_pt: float | None = None
    underline: bool | None = None
    colour: str | None = None
    raised: bool | None = None
    bold: bool | None = None
    italic: bool | None = None
    caps: bool | None = None
    small_caps: bool | None = None
    hidden: bool | None = None
    style: str | None = None


TOGGLES = ("bold", "italic", "caps", "small_caps", "hidden")
"""Properties that a second style of another level turns off again (ISO/IEC 29500-1, 17.7.3)."""


class Border(NamedTuple):
    """One side of a frame."""

    visible: bool
    dashed: bool = False


class Setting(NamedTuple):
    """Properties of a paragraph. Lengths in twips; ``line`` is Word's value and its rule.

    ``frame_width`` and ``frame_align`` are those of a frame around it, as old page numbers have.
    """

    align: Align | None = None
    left: float | None = None
    right: float | None = None
    first: float | None = None
    before: float | None = None
    after: float | None = None
    before_auto: bool | None = None
    after_auto: bool | None = None
    line: tuple[float, str] | None = None
    keep_next: bool | None = None
    page_break_before: bool | None = None
    contextual: bool | None = None
    list_id: int | None = None
    list_level: int | None = None
    top: Border | None = None
    bottom: Border | None = None
    left_side: Border | None = None
    right_side: Border | None = None
    frame_width: float | None = None
    frame_align: Align | None = None
    style: str | None = None


NO_LETTERS, NO_SETTING = Letters(), Setting()

_Properties = TypeVar("_Properties", Letters, Setting)


def over(lower: _Properties, upper: _Properties) -> _Properties:
    """What ``upper`` says, and where it says nothing, what ``lower`` says."""
    return lower._replace(**{name: said for name, said in upper._asdict().items() if said is not None})


def read_letters(element: Element | None, theme: Theme) -> Letters:
    """What a ``w:rPr`` says."""
    if element is None or not len(element):
        return NO_LETTERS
    size = number(value(element, "sz"))
    fonts = element.find(f"{W}rFonts")
    colour = element.find(f"{W}color")
    underline = value(element, "u")
    lift = value(element, "vertAlign")
    return Letters(
        low=_font(fonts, "ascii", theme),
        high=_font(fonts, "hAnsi", theme),
        east=_font(fonts, "eastAsia", theme),
        size_pt=None if size is None else size / 2,
        underline=None if underline is None else underline not in _INVISIBLE,
        colour=None if colour is None else themed(colour, theme),
        raised=None if lift is None else lift != "baseline",
        bold=switch(element, "b"),
        italic=switch(element, "i"),
        caps=switch(element, "caps"),
        small_caps=switch(element, "smallCaps"),
        hidden=switch(element, "vanish"),
        style=value(element, "rStyle"),
    )


def read_setting(element: Element | None) -> Setting:
    """What a ``w:pPr`` says."""
    if element is None or not len(element):
        return NO_SETTING
    spacing, indents, sides = (element.find(f"{W}{name}") for name in ("spacing", "ind", "pBdr"))
    listed, frame = element.find(f"{W}numPr"), element.find(f"{W}framePr")
    return Setting(
        align=_ALIGNS.get(value(element, "jc") or ""),
        left=_indent(indents, "left", "start"),
        right=_indent(indents, "right", "end"),
        first=_first(indents),
        before=_space(spacing, "before"),
        after=_space(spacing, "after"),
        before_auto=_flag(spacing, "beforeAutospacing"),
        after_auto=_flag(spacing, "afterAutospacing"),
        line=_line(spacing),
        keep_next=switch(element, "keepNext"),
        page_break_before=switch(element, "pageBreakBefore"),
        contextual=switch(element, "contextualSpacing"),
        list_id=whole(value(listed, "numId")),
        list_level=whole(value(listed, "ilvl")),
        top=border(sides, "top"),
        bottom=border(sides, "bottom"),
        left_side=border(sides, "left"),
        right_side=border(sides, "right"),
        frame_width=None if frame is None else twips(frame.get(f"{W}w")),
        frame_align=None if frame is None else _ALIGNS.get(frame.get(f"{W}xAlign", "")),
        style=value(element, "pStyle"),
    )


def border(sides: Element | None, *names: str) -> Border | None:
    """The side of a frame under the first of these names that is there."""
    for name in names:
        side = None if sides is None else sides.find(f"{W}{name}")
        if side is not None:
            kind = side.get(wml.VAL, "none")
            return Border(kind not in _INVISIBLE, _dashed(kind))
    return None


def _dashed(kind: str) -> bool:
    return "dash" in kind.lower() or "dot" in kind.lower()


def _font(fonts: Element | None, slot: str, theme: Theme) -> str | None:
    if fonts is None:
        return None
    return theme.fonts.get(fonts.get(f"{W}{slot}Theme", "")) or fonts.get(f"{W}{slot}")


def _flag(element: Element | None, name: str) -> bool | None:
    said = None if element is None else element.get(f"{W}{name}")
    return None if said is None else said not in ("0", "false", "off")


def _indent(indents: Element | None, *names: str) -> float | None:
    if indents is None:
        return None
    for name in names:
        found = twips(indents.get(f"{W}{name}"))
        if found is not None:
            return found
    for name in names:
        characters = number(indents.get(f"{W}{name}Chars"))
        if characters is not None:
            return characters * _CHARACTER_TWIPS / 100
    return None


def _first(indents: Element | None) -> float | None:
    """The first line's indent; a hanging one is negative, and wins over the other."""
    hanging, first = _indent(indents, "hanging"), _indent(indents, "firstLine")
    return first if hanging is None else -hanging


def _space(spacing: Element | None, name: str) -> float | None:
    if spacing is None:
        return None
    found = twips(spacing.get(f"{W}{name}"))
    lines = number(spacing.get(f"{W}{name}Lines"))
    return found if found is not None or lines is None else lines * _TWIPS_IN_LINE / 100


def _line(spacing: Element | None) -> tuple[float, str] | None:
    height = None if spacing is None else twips(spacing.get(f"{W}line"))
    if spacing is None or height is None:
        return None
    return height, spacing.get(f"{W}lineRule", "auto")
