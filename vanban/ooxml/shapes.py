"""Shapes anchored in a paragraph: the text boxes among them, and those that are horizontal lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from lxml.etree import _Element as Element

from vanban.ooxml.wml import (
    GROUP,
    MM_IN_EMU,
    MM_IN_POINT,
    SHAPE,
    VML,
    VML_OFFICE,
    WP,
    A,
    W,
    number,
    shown,
    whole,
)

_BOX = f"{W}txbxContent"
_LEAST_LENGTH_MM, _MOST_HEIGHT_MM, _MOST_SLOPE = 5, 1, 0.03
"""A shape that is longer and lower than this is a line, however it was drawn."""
_TURN, _QUARTER, _EIGHTH = 21_600_000, 5_400_000, 2_700_000
"""A whole turn, a quarter and an eighth in DrawingML's unit."""
_VML_SHAPES = frozenset(f"{VML}{name}" for name in ("line", "shape", "rect", "polyline", "roundrect"))
_PIXEL_MM = 0.75 * MM_IN_POINT
_UNITS_MM = {"pt": MM_IN_POINT, "in": 25.4, "cm": 10.0, "mm": 1.0, "pc": 12 * MM_IN_POINT, "px": _PIXEL_MM}
_MEASURE = re.compile(r"\s*(-?\d{1,9}(?:\.\d{0,9})?|-?\.\d{1,9})\s*(pt|in|cm|mm|pc|px)?\s*\Z")
_OFF = ("f", "false", "0")


@dataclass(frozen=True, slots=True)
class ShapeLine:
    """A horizontal line as its shape says. Lengths in mm; None where the shape does not tell.

    ``across_mm`` goes from the left edge of the column, ``down_mm`` from the top of the paragraph;
    ``share`` is the part of the column that it fills, where that is how its length is given.
    """

    length_mm: float | None
    dashed: bool
    across_mm: float | None = None
    down_mm: float | None = None
    centred: bool | None = None
    share: float | None = None


@dataclass(frozen=True, slots=True)
class _Frame:
    """How the coordinates inside a group come out on paper: mm = at + scale × (coordinate − origin)."""

    at: tuple[float, float] = (0, 0)
    scale: tuple[float, float] = (1, 1)
    origin: tuple[float, float] = (0, 0)

    def point(self, x: float, y: float) -> tuple[float, float]:
        return (
            self.at[0] + self.scale[0] * (x - self.origin[0]),
            self.at[1] + self.scale[1] * (y - self.origin[1]),
        )


def boxes(drawing: Element) -> Iterator[tuple[Element, float | None]]:
    """The text boxes of a drawing: each one's content, and its width in mm where that is known."""
    for element in inside(drawing):
        if element.tag != _BOX:
            continue
        width = None
        for holder in element.iterancestors(f"{SHAPE}wsp", *_VML_SHAPES):
            extent = holder.find(f"{SHAPE}spPr/{A}xfrm/{A}ext")
            if extent is not None:
                width = (number(extent.get("cx")) or 0) * MM_IN_EMU
            else:
                width = lengths(holder).get("width")
            break
        yield element, round(width, 3) if width else None


def shape_lines(drawing: Element) -> Iterator[ShapeLine]:
    """The horizontal lines of a drawing."""
    for anchor in drawing.iterchildren(f"{WP}anchor", f"{WP}inline"):
        yield from _placed(anchor)
    for child in shown(drawing):
        yield from _vml(child, _Frame(), grouped=False)


def inside(element: Element) -> Iterator[Element]:
    """What is in a drawing, once each; not what is in its text boxes."""
    for child in shown(element):
        yield child
        if child.tag != _BOX:
            yield from inside(child)


def _placed(anchor: Element) -> Iterator[ShapeLine]:
    across, centred = _position(anchor.find(f"{WP}positionH"), ("column",))
    down, _middle = _position(anchor.find(f"{WP}positionV"), ("paragraph", "line"))
    extent = anchor.find(f"{WP}extent")
    size = (0.0, 0.0) if extent is None else _pair(extent, "cx", "cy")
    for line in _drawn(anchor, _Frame(scale=(MM_IN_EMU, MM_IN_EMU)), size, grouped=False):
        yield replace(
            line,
            across_mm=None if across is None else across + (line.across_mm or 0),
            down_mm=None if down is None else down + (line.down_mm or 0),
            centred=centred,
        )


def _position(element: Element | None, relative_to: tuple[str, ...]) -> tuple[float | None, bool | None]:
    """An offset in mm and whether it is centred, of a shape placed against one of these."""
    if element is None:
        return None, None
    align, offset = element.findtext(f"{WP}align"), number(element.findtext(f"{WP}posOffset"))
    if align is not None:
        return None, align == "center" if element.get("relativeFrom") in ("column", "margin") else None
    if element.get("relativeFrom") not in relative_to or offset is None:
        return None, None
    return offset * MM_IN_EMU, None


def _drawn(
    element: Element, frame: _Frame, size: tuple[float, float], *, grouped: bool
) -> Iterator[ShapeLine]:
    for child in shown(element):
        if child.tag in (f"{GROUP}wgp", f"{GROUP}grpSp"):
            yield from _drawn(child, _group(child, frame), size, grouped=True)
        elif child.tag in (f"{SHAPE}wsp", f"{SHAPE}cxnSp"):
            line = _drawn_line(child, frame, size, grouped=grouped)
            if line is not None:
                yield line
        elif child.tag != _BOX:
            yield from _drawn(child, frame, size, grouped=grouped)


def _group(element: Element, frame: _Frame) -> _Frame:
    transform = element.find(f"{GROUP}grpSpPr/{A}xfrm")
    parts = [] if transform is None else [transform.find(f"{A}{n}") for n in ("off", "ext", "chOff", "chExt")]
    if len(parts) < 4 or any(part is None for part in parts):
        return frame
    (x, y), (wide, high), origin, (inner_wide, inner_high) = (
        _pair(part, *names)
        for part, names in zip(parts, (("x", "y"), ("cx", "cy")) * 2, strict=True)
        if part is not None
    )
    scale = (
        frame.scale[0] * (wide / inner_wide if inner_wide else 1),
        frame.scale[1] * (high / inner_high if inner_high else 1),
    )
    return _Frame(frame.point(x, y), scale, origin)


def _drawn_line(
    shape: Element, frame: _Frame, size: tuple[float, float], *, grouped: bool
) -> ShapeLine | None:
    properties = shape.find(f"{SHAPE}spPr")
    if properties is None or shape.find(f"{SHAPE}txbx") is not None:
        return None
    transform, line = properties.find(f"{A}xfrm"), properties.find(f"{A}ln")
    offset, turned = (0.0, 0.0), False
    if transform is not None:
        extent, off = transform.find(f"{A}ext"), transform.find(f"{A}off")
        size = size if extent is None else _pair(extent, "cx", "cy")
        offset = _pair(off, "x", "y") if off is not None and grouped else offset
        turned = _EIGHTH < (whole(transform.get("rot")) or 0) % (_TURN // 2) < _QUARTER + _EIGHTH
    invisible = line is not None and line.find(f"{A}noFill") is not None
    wide, high = size[0] * frame.scale[0], size[1] * frame.scale[1]
    if turned:
        wide, high = high, wide
    if invisible or not _is_line(wide, high):
        return None
    dash = None if line is None else line.find(f"{A}prstDash")
    across, down = frame.point(*offset)
    dashed = dash is not None and dash.get("val", "solid") != "solid"
    return ShapeLine(round(wide, 2), dashed, across, down)


def _vml(element: Element, frame: _Frame, *, grouped: bool) -> Iterator[ShapeLine]:
    if element.tag == f"{VML}group":
        inner = _vml_group(element, frame, grouped=grouped)
        for child in shown(element):
            yield from _vml(child, inner, grouped=True)
    elif element.tag in _VML_SHAPES:
        line = _vml_line(element, frame, grouped=grouped)
        if line is not None:
            yield line


def _vml_group(element: Element, frame: _Frame, *, grouped: bool) -> _Frame:
    style = lengths(element, raw=grouped)
    left, top = _corner(style, grouped=grouped)
    wide, high = _numbers(element.get("coordsize", "")) or (1000, 1000)
    scale = (
        frame.scale[0] * style.get("width", 0) / wide if wide else 1,
        frame.scale[1] * style.get("height", 0) / high if high else 1,
    )
    return _Frame(frame.point(left, top), scale, _numbers(element.get("coordorigin", "")) or (0, 0))


def _vml_line(element: Element, frame: _Frame, *, grouped: bool) -> ShapeLine | None:
    stroke = element.find(f"{VML}stroke")
    dashed = stroke is not None and stroke.get("dashstyle", "solid") != "solid"
    if element.get(f"{VML_OFFICE}hr") in ("t", "true", "1"):
        return _ruler(element)
    if element.get("stroked") in _OFF or _holds_box(element):
        return None
    style = lengths(element, raw=grouped)
    if element.tag == f"{VML}line":
        begin = _numbers(element.get("from", "0,0"), raw=grouped)
        end = _numbers(element.get("to", "0,0"), raw=grouped)
        if begin is None or end is None:
            return None
        left, top = min(begin[0], end[0]), min(begin[1], end[1])
        wide, high = abs(end[0] - begin[0]), abs(end[1] - begin[1])
    else:
        left, top = _corner(style, grouped=grouped)
        wide, high = style.get("width", 0), style.get("height", 0)
    if not _is_line(wide * frame.scale[0], high * frame.scale[1]):
        return None
    words = _words(element)
    across: float | None
    down: float | None
    across, down = frame.point(left, top)
    if words.get("mso-position-horizontal-relative", "text") not in ("text", "column"):
        across = None
    if words.get("mso-position-vertical-relative", "text") not in ("text", "line"):
        down = None
    place = words.get("mso-position-horizontal")
    centred = True if place == "center" else None
    if place not in (None, "absolute"):
        across = None
    return ShapeLine(round(wide * frame.scale[0], 2), dashed, across, down, centred)


def _ruler(element: Element) -> ShapeLine:
    """Word's ready-made horizontal line."""
    width = lengths(element).get("width", 0)
    percent = (whole(element.get(f"{VML_OFFICE}hrpct")) or 0) / 1000
    centred = element.get(f"{VML_OFFICE}hralign", "left") == "center" or not width
    return ShapeLine(round(width, 2) or None, dashed=False, centred=centred, share=percent or 1)


def _holds_box(element: Element) -> bool:
    return any(child.tag == _BOX for child in inside(element))


def _is_line(wide: float, high: float) -> bool:
    return wide >= _LEAST_LENGTH_MM and abs(high) <= max(_MOST_HEIGHT_MM, _MOST_SLOPE * wide)


def _pair(element: Element, first: str, second: str) -> tuple[float, float]:
    return number(element.get(first)) or 0, number(element.get(second)) or 0


def _words(element: Element) -> dict[str, str]:
    """A VML style as its words."""
    pairs = (part.partition(":") for part in element.get("style", "").split(";"))
    return {name.strip().lower(): word.strip() for name, _colon, word in pairs}


def lengths(element: Element, *, raw: bool = False) -> dict[str, float]:
    """The lengths of a VML style: in mm, or as they stand for what is in a group."""
    lengths = {name: _length(word, raw=raw) for name, word in _words(element).items()}
    return {name: length for name, length in lengths.items() if length is not None}


def _corner(style: dict[str, float], *, grouped: bool) -> tuple[float, float]:
    if grouped:
        return style.get("left", 0), style.get("top", 0)
    return (
        style.get("margin-left", 0) + style.get("left", 0),
        style.get("margin-top", 0) + style.get("top", 0),
    )


def _numbers(text: str, *, raw: bool = True) -> tuple[float, float] | None:
    parts = [_length(part or "0", raw=raw) for part in text.split(",")]
    if len(parts) != 2 or parts[0] is None or parts[1] is None:
        return None
    return parts[0], parts[1]


def _length(text: str, *, raw: bool) -> float | None:
    found = _MEASURE.match(text)
    if found is None:
        return None
    if found[2] is None:
        return float(found[1]) * (1 if raw else _PIXEL_MM)
    return float(found[1]) * _UNITS_MM[found[2]]
