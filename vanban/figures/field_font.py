"""The font of the fields of a PDF form: the regular face with the letters that Vietnamese papers use."""

from __future__ import annotations

import io
from dataclasses import dataclass
from functools import lru_cache

from pypdf import PdfWriter
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    NameObject,
    NumberObject,
    PdfObject,
    StreamObject,
    TextStringObject,
)

from vanban.fonts import NEEDED_CHARACTERS, FontSet, find_font_set

_NAME = "/VBFORM+VanbanField"
_NONSYMBOLIC = 32
_THOUSAND = 1000
"""Units of a PDF font in its size."""
_CMAP = """/CIDInit /ProcSet findresource begin 12 dict begin begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def /CMapType 2 def
1 begincodespacerange <0000> <FFFF> endcodespacerange
{ranges}
endcmap CMapName currentdict /CMap defineresource pop end end"""
_MOST_IN_RANGE = 100


@dataclass(frozen=True, slots=True)
class _Face:
    """A face cut down: its file, its measures in thousandths, its letters by the numbers of their glyphs."""

    data: bytes
    box: tuple[int, ...]
    ascent: int
    descent: int
    widths: tuple[int, ...]
    letters: dict[int, str]


def add_font(writer: PdfWriter) -> PdfObject:
    """Put the font into a file, whole enough to type with.

    Returns:
        A reference to it, a Type 0 font whose codes are the numbers of its glyphs (ISO 32000-1, 9.7).

    Raises:
        ToolMissingError: no usable font.
    """
    face = _face(find_font_set())
    program = _stream(writer, face.data, {"/Length1": NumberObject(len(face.data))})
    described = _dictionary(
        writer,
        Type=NameObject("/FontDescriptor"),
        FontName=NameObject(_NAME),
        Flags=NumberObject(_NONSYMBOLIC),
        FontBBox=ArrayObject(map(NumberObject, face.box)),
        ItalicAngle=NumberObject(0),
        Ascent=NumberObject(face.ascent),
        Descent=NumberObject(face.descent),
        CapHeight=NumberObject(face.ascent),
        StemV=NumberObject(80),
        FontFile2=program,
    )
    system = DictionaryObject(
        {
            NameObject("/Registry"): TextStringObject("Adobe"),
            NameObject("/Ordering"): TextStringObject("Identity"),
            NameObject("/Supplement"): NumberObject(0),
        }
    )
    glyphs = _dictionary(
        writer,
        Type=NameObject("/Font"),
        Subtype=NameObject("/CIDFontType2"),
        BaseFont=NameObject(_NAME),
        CIDSystemInfo=system,
        FontDescriptor=described,
        W=ArrayObject([NumberObject(0), ArrayObject(map(NumberObject, face.widths))]),
        CIDToGIDMap=NameObject("/Identity"),
    )
    return _dictionary(
        writer,
        Type=NameObject("/Font"),
        Subtype=NameObject("/Type0"),
        BaseFont=NameObject(_NAME),
        Encoding=NameObject("/Identity-H"),
        DescendantFonts=ArrayObject([glyphs]),
        ToUnicode=_stream(writer, _to_unicode(face.letters).encode(), {}),
    )


@lru_cache(maxsize=1)
def _face(font_set: FontSet) -> _Face:
    from fontTools import subset
    from fontTools.ttLib import TTFont

    font = TTFont(io.BytesIO(font_set.regular.read_bytes()))
    options = subset.Options(hinting=False, layout_features=[], notdef_outline=True, drop_tables=["FFTM"])
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=map(ord, NEEDED_CHARACTERS))
    cutter.subset(font)
    out = io.BytesIO()
    font.save(out)
    head, lines, widths = font["head"], font["hhea"], font["hmtx"]
    scale = _THOUSAND / head.unitsPerEm
    names = font.getGlyphOrder()
    return _Face(
        out.getvalue(),
        tuple(round(edge * scale) for edge in (head.xMin, head.yMin, head.xMax, head.yMax)),
        round(lines.ascent * scale),
        round(lines.descent * scale),
        tuple(round(widths[name][0] * scale) for name in names),
        {font.getGlyphID(name): chr(code) for code, name in sorted(font.getBestCmap().items(), reverse=True)},
    )


def _to_unicode(letters: dict[int, str]) -> str:
    """What each glyph means, in parts as short as a CMap wants them."""
    lines = [
        f"<{number:04X}> <{letter.encode('utf-16-be').hex().upper()}>"
        for number, letter in sorted(letters.items())
    ]
    parts = (lines[at : at + _MOST_IN_RANGE] for at in range(0, len(lines), _MOST_IN_RANGE))
    ranges = "\n".join("\n".join((f"{len(part)} beginbfchar", *part, "endbfchar")) for part in parts)
    return _CMAP.format(ranges=ranges)


def _stream(writer: PdfWriter, data: bytes, about: dict[str, PdfObject]) -> PdfObject:
    stream = StreamObject()
    stream.set_data(data)
    packed = stream.flate_encode()
    for name, value in about.items():
        packed[NameObject(name)] = value
    return writer._add_object(packed)


def _dictionary(writer: PdfWriter, **values: PdfObject) -> PdfObject:
    return writer._add_object(
        DictionaryObject({NameObject(f"/{name}"): value for name, value in values.items()})
    )
