"""The words of Word's XML: namespaces, on/off values, numbers and lengths as attributes write them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.etree import _Element as Element

_OFFICE = "http://schemas.openxmlformats.org"
W = f"{{{_OFFICE}/wordprocessingml/2006/main}}"
A = f"{{{_OFFICE}/drawingml/2006/main}}"
WP = f"{{{_OFFICE}/drawingml/2006/wordprocessingDrawing}}"
MATHS = f"{{{_OFFICE}/officeDocument/2006/math}}"
COMPATIBILITY = f"{{{_OFFICE}/markup-compatibility/2006}}"
SHAPE = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
GROUP = "{http://schemas.microsoft.com/office/word/2010/wordprocessingGroup}"
VML = "{urn:schemas-microsoft-com:vml}"
VML_OFFICE = "{urn:schemas-microsoft-com:office:office}"
PICTURE = f"{{{_OFFICE}/drawingml/2006/picture}}"
RELATION = f"{{{_OFFICE}/officeDocument/2006/relationships}}"

VAL = f"{W}val"
PARAGRAPH = f"{W}p"
MM_IN_TWIP = 25.4 / 1440
MM_IN_EMU = 1 / 36_000
MM_IN_POINT = 25.4 / 72

_OFF = frozenset({"0", "false", "off"})
_NUMBER = re.compile(r"\s*([+-]?\d{1,9}(?:\.\d{1,9})?)(pt|in|cm|mm|pc|pi|px)?\s*\Z")
_TWIPS = {
    "pt": 20.0,
    "in": 1440.0,
    "cm": 1440 / 2.54,
    "mm": 1440 / 25.4,
    "pc": 240.0,
    "pi": 240.0,
    "px": 15.0,
}


def value(parent: Element | None, name: str) -> str | None:
    """The ``w:val`` of the child ``name`` (without prefix); None without the child or the attribute."""
    child = None if parent is None else parent.find(f"{W}{name}")
    return None if child is None else child.get(VAL)


def switch(parent: Element | None, name: str) -> bool | None:
    """Whether the on/off child ``name`` is on; None where it is not there."""
    child = None if parent is None else parent.find(f"{W}{name}")
    return None if child is None else is_on(child)


def is_on(element: Element) -> bool:
    """What an on/off element says: on, unless it says off."""
    return element.get(VAL, "1").lower() not in _OFF


def is_true(word: str | None) -> bool:
    """Whether an on/off attribute is there and says on."""
    return word is not None and word.lower() not in _OFF


def number(text: str | None) -> float | None:
    """A number without a unit; None for anything else, and for what no honest file holds."""
    found = _NUMBER.match(text or "")
    return float(found[1]) if found and not found[2] else None


def whole(text: str | None) -> int | None:
    """A whole number; None for anything else."""
    found = number(text)
    return None if found is None else int(found)


def twips(text: str | None) -> float | None:
    """A length in twips (1/20 pt), whether written as such or with a unit (``12pt``, ``2.5cm``)."""
    found = _NUMBER.match(text or "")
    return float(found[1]) * _TWIPS.get(found[2], 1.0) if found else None


def chosen(alternatives: Element) -> Element | None:
    """The branch of an ``mc:AlternateContent`` that a Word of today shows: the first choice, never both."""
    branch = alternatives.find(f"{COMPATIBILITY}Choice")
    return alternatives.find(f"{COMPATIBILITY}Fallback") if branch is None else branch


def shown(parent: Element) -> Iterator[Element]:
    """The children of ``parent``, those of the shown branch in place of alternatives."""
    for child in parent:
        if child.tag == f"{COMPATIBILITY}AlternateContent":
            branch = chosen(child)
            if branch is not None:
                yield from shown(branch)
        else:
            yield child
