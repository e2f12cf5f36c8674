"""Pictures anchored in a paragraph, as DrawingML and the older VML show them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml.etree import _Element as Element

from vanban.ooxml.package import Package
from vanban.ooxml.shapes import inside, lengths
from vanban.ooxml.wml import MM_IN_EMU, PICTURE, RELATION, VML, VML_OFFICE, WP, A, is_true, number
from vanban.paper import Picture, media_of

_DRAWN = frozenset({"chart", "chartex", "diagram"})
"""What the last words of a graphic's kind are, where Word draws it from figures."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A picture that a drawing shows. ``link`` is its relationship; "" where the file does not hold it."""

    link: str
    alt: str
    width_mm: float


def pictures_in(drawing: Element) -> Iterator[Shown]:
    """The pictures of a drawing, in order; not those in its text boxes."""
    for anchor in drawing.iterchildren(f"{WP}anchor", f"{WP}inline"):
        yield from _placed(anchor)
    for element in inside(drawing):
        if element.tag == f"{VML}imagedata":
            yield _vml(element)


def picture_of(shown: Shown, number: int, package: Package, targets: Mapping[str, str]) -> Picture | None:
    """The picture with its bytes; None where it is not in the file, or neither PNG nor JPEG.

    Args:
        shown: the picture as it is drawn.
        number: of its paragraph.
        package: the Word file.
        targets: the pictures that the member refers to, by the ids of their relationships.
    """
    member = targets.get(shown.link)
    data = package.entries[member][1] if member else b""
    return Picture(number, data, shown.alt, shown.width_mm) if media_of(data) else None


def _placed(anchor: Element) -> Iterator[Shown]:
    properties = anchor.find(f"{WP}docPr")
    if properties is not None and is_true(properties.get("hidden")):
        return
    alt = _alt(properties)
    extent = anchor.find(f"{WP}extent")
    graphics = [element for element in inside(anchor) if element.tag in (f"{PICTURE}pic", f"{A}graphicData")]
    pictures = [element for element in graphics if element.tag == f"{PICTURE}pic"]
    for picture in pictures:
        blip = picture.find(f"{PICTURE}blipFill/{A}blip")
        link = "" if blip is None else blip.get(f"{RELATION}embed", "")
        if len(pictures) == 1:
            yield Shown(link, alt, _wide(extent))
        else:
            own = picture.find(f"{PICTURE}nvPicPr/{PICTURE}cNvPr")
            yield Shown(link, _alt(own) or alt, _wide(picture.find(f"{PICTURE}spPr/{A}xfrm/{A}ext")))
    for graphic in graphics:
        if graphic.get("uri", "").rpartition("/")[2] in _DRAWN:
            yield Shown("", alt, _wide(extent))


def _vml(data: Element) -> Shown:
    shape = data.getparent()
    width = 0.0 if shape is None else lengths(shape).get("width", 0)
    alt = "" if shape is None else shape.get("alt", "")
    link = data.get(f"{RELATION}id") or data.get(f"{VML_OFFICE}relid")
    return Shown(link or "", alt.strip(), round(width, 2))


def _alt(properties: Element | None) -> str:
    return "" if properties is None else (properties.get("descr") or properties.get("title") or "").strip()


def _wide(extent: Element | None) -> float:
    wide = None if extent is None else number(extent.get("cx"))
    return round(max(wide or 0, 0) * MM_IN_EMU, 2)
