"""``Repage``: the paper, margins and header distance of a section."""

from __future__ import annotations

from collections.abc import Mapping

from lxml.etree import _Element as Element

from vanban.check.fix.place import SECTION, put, switch, unset
from vanban.ooxml.wml import MM_IN_TWIP, W, twips
from vanban.ooxml.wml import switch as is_on

_LETTER = {"w": 12_240, "h": 15_840}
_MARGINS = {
    "top": 1_440,
    "right": 1_440,
    "bottom": 1_440,
    "left": 1_440,
    "header": 720,
    "footer": 720,
    "gutter": 0,
}
"""What Word takes, in twips, where a section does not say."""


def repage(section: Element, values: Mapping[str, float | bool], *, gutter_at_top: bool) -> None:
    """Give a ``w:sectPr`` values of :class:`vanban.paper.PaperSection`; a gutter is part of its margin."""
    binding = "top" if gutter_at_top else "right" if is_on(section, "rtlGutter") else "left"
    for name, value in values.items():
        if name == "first_differs":
            switch(section, "titlePg", SECTION, on=bool(value))
        elif name in _SIZES:
            _resize(section, _SIZES[name], round(value / MM_IN_TWIP))
        else:
            side = name.removesuffix("_mm")
            _margin(section, side, round(value / MM_IN_TWIP), binds=side == binding)


_SIZES = {"width_mm": "w", "height_mm": "h"}


def _resize(section: Element, name: str, length: int) -> None:
    size = put(section, "pgSz", SECTION)
    lengths = {side: twips(size.get(f"{W}{side}")) or otherwise for side, otherwise in _LETTER.items()}
    lengths[name] = length
    for side in lengths:
        size.set(f"{W}{side}", str(round(lengths[side])))
    unset(size, "code")
    if lengths["w"] > lengths["h"]:
        size.set(f"{W}orient", "landscape")
    else:
        unset(size, "orient")


def _margin(section: Element, side: str, length: int, *, binds: bool) -> None:
    margins = put(section, "pgMar", SECTION)
    for name, otherwise in _MARGINS.items():
        if margins.get(f"{W}{name}") is None:
            margins.set(f"{W}{name}", str(otherwise))
    if binds:
        gutter = round(twips(margins.get(f"{W}gutter")) or 0)
        if gutter > length:
            gutter = 0
            margins.set(f"{W}gutter", "0")
        length -= gutter
    margins.set(f"{W}{side}", str(length))
