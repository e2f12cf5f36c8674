"""SVG that is nothing but shapes and letters: no links, styles, scripts or files of others."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml import etree

_NAMESPACE = "{http://www.w3.org/2000/svg}"
_ELEMENTS = frozenset(
    _NAMESPACE + name
    for name in (
        "svg", "g", "rect", "line", "path", "circle", "polyline", "polygon", "text", "tspan", "title", "desc",
    )
)  # fmt: skip
_ATTRIBUTES = frozenset((
    "width", "height", "viewBox", "x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "r", "rx", "ry", "d",
    "points", "fill", "stroke", "stroke-width", "stroke-dasharray", "text-anchor", "font-family",
    "font-size", "font-weight", "font-style", "transform",
))  # fmt: skip
_LENGTH = re.compile(r"(\d{1,5}(?:\.\d{1,3})?)(?:px)?")
_MOST_BYTES = 1_000_000


def svg_size(data: bytes) -> tuple[int, int] | None:
    """Width and height in px (96 an inch) of plain SVG; None for anything else.

    Args:
        data: a file, read without entities and network. More than a million bytes, an element or attribute
            that shapes and letters do not need, no width and height in px: it is refused.
    """
    root = _root(data)
    if root is None:
        return None
    lengths = [_LENGTH.fullmatch(root.get(name, "")) for name in ("width", "height")]
    wide, high = (round(float(length[1])) if length else 0 for length in lengths)
    return (wide, high) if wide and high else None


def svg_text(data: bytes) -> str:
    """The letters that plain SVG shows."""
    root = _root(data)
    return "" if root is None else "".join(root.itertext())


def _root(data: bytes) -> etree._Element | None:
    if len(data) > _MOST_BYTES or b"<!" in data or not data.lstrip().startswith((b"<svg", b"<?xml")):
        return None
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError:
        return None
    plain = root.tag == f"{_NAMESPACE}svg" and all(
        one.tag in _ELEMENTS
        and _ATTRIBUTES.issuperset(one.attrib)
        and not any("(" in value and name != "transform" for name, value in one.attrib.items())
        for one in root.iter()
    )
    return root if plain else None
