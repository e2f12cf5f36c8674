"""The letters of a chart as shapes: in a PDF a picture is no running text, as it is none in a Word file."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from lxml import etree

from vanban import fonts
from vanban.fonts import FontSet

_SVG = "{http://www.w3.org/2000/svg}"


@lru_cache(maxsize=64)
def with_outlines(svg: bytes) -> bytes:
    """Plain SVG with its lines of text drawn as paths, from the upright face of the font of the paper.

    Lines with parts of their own (``tspan``) or in another face stay as they are.

    Raises:
        ToolMissingError: no usable font.
    """
    root = etree.fromstring(svg)
    face = _face(fonts.find_font_set())
    for line in list(root.iter(f"{_SVG}text")):
        if len(line) == 0 and line.text and not line.get("font-weight") and not line.get("font-style"):
            drawn = etree.Element(f"{_SVG}path", nsmap=root.nsmap)
            drawn.set("d", face.path(line.text, *_place(line)))
            drawn.tail = line.tail
            line.getparent().replace(line, drawn)  # type: ignore[union-attr]
    return etree.tostring(root)


def _place(line: etree._Element) -> tuple[float, float, float, str]:
    """Where a line begins (or ends, or has its middle), its size in px, and which of these."""
    sizes = (one.get("font-size") for one in (line, *line.iterancestors()))
    size = float(next(filter(None, sizes), "16"))
    return float(line.get("x", "0")), float(line.get("y", "0")), size, line.get("text-anchor", "start")


class _Face:
    """The outlines of one face."""

    def __init__(self, font: Any) -> None:
        self.glyphs = font.getGlyphSet()
        self.names = font.getBestCmap()
        self.units = font["head"].unitsPerEm

    def path(self, text: str, x: float, y: float, size: float, anchor: str) -> str:
        """The shapes of a line as the ``d`` of a path."""
        from fontTools.pens.svgPathPen import SVGPathPen
        from fontTools.pens.transformPen import TransformPen

        names = [self.names.get(ord(letter), ".notdef") for letter in text]
        scale = size / self.units
        wide = sum(self.glyphs[name].width for name in names) * scale
        at = x - {"start": 0.0, "middle": wide / 2, "end": wide}.get(anchor, 0.0)
        pen = SVGPathPen(self.glyphs, ntos=lambda number: f"{number:.2f}")
        for name in names:
            glyph = self.glyphs[name]
            glyph.draw(TransformPen(pen, (scale, 0, 0, -scale, at, y)))
            at += glyph.width * scale
        return str(pen.getCommands())


@lru_cache(maxsize=2)
def _face(font_set: FontSet) -> _Face:
    from fontTools.ttLib import TTFont

    return _Face(TTFont(font_set.regular, lazy=True))
