"""A form as a PDF that can be filled in: the report of a unit, with a field over every cell that is asked."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from xml.sax.saxutils import escape

from pypdf import PageObject, PdfWriter
from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    ByteStringObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    NumberObject,
    PdfObject,
    StreamObject,
    TextStringObject,
)

from vanban.document import Document
from vanban.document.blocks import Block, Cell, Column, Inline, LineBreak, Run, Table
from vanban.figures.field_font import add_font
from vanban.figures.form import Form, Mark, School
from vanban.figures.report_form import TEXTS, YES_NO, in_order, report_of
from vanban.office import Office
from vanban.pdf.drawing import DrawnPage
from vanban.pdf.opening import draw_pages
from vanban.render import render
from vanban.render.pdf_pack import pack
from vanban.so_lieu import ChiTieu

MARK_FIELD = "vanban_ma"
"""The hidden field that holds the mark of the form."""
MARK_NAME = "/VanbanMa"
"""The property of the file that holds it too."""

_SIGNS = "¤¦§¶¬±"
"""Signs that may stand in the cells while their places are looked for."""
_LINES = 4
"""Of the room for the words of the unit."""
_INSET_PT = 1.0
"""Between the lines of a cell and its field."""
_FONT = "/Vanban 12 Tf 0 g"
_PRODUCER = "vanban, pypdf"
_HIDDEN, _PRINT = 2, 4
_READ_ONLY, _MULTILINE, _COMBO = 1, 1 << 12, 1 << 17
_LEFT, _RIGHT = 0, 2


def pdf_maker(form: Form, office: Office) -> Callable[[School], bytes]:
    """Return what makes the fillable PDF of a unit.

    Args:
        form: what is asked; every entry has a field named :func:`field_name`, with its name as the tooltip:
            a list for choices, text for the rest.
        office: whose look the paper has.

    Returns:
        A function from a unit to the bytes of its PDF, which claims nothing of PDF/A; the same unit, the same
        bytes. It raises what :func:`vanban.render.render` raises.
    """
    asked = in_order(form)

    def make(school: School) -> bytes:
        paper = partial(_paper, form, school)
        sign = next(one for one in _SIGNS if one not in repr((form, school)))
        boxes = _boxes(draw_pages(render(paper(sign), "pdf", office=office)), sign)
        writer = PdfWriter(io.BytesIO(render(paper(""), "pdf", office=office)), full=False)
        fields = [
            _put(writer, writer.pages[box.page - 1], _field(item), box.rectangle)
            for item, box in zip(asked, boxes, strict=True)
        ]
        mark = str(Mark(form.ma, form.ky.ma, school.ma))
        fields.append(_put(writer, writer.pages[0], _mark_field(mark), (0, 0, 0, 0)))
        writer.root_object[NameObject("/AcroForm")] = _form(fields, add_font(writer))
        return _written(writer, f"Kết quả {form.ten} {form.ky.ten}", mark)

    return make


def field_name(item: ChiTieu) -> str:
    """The name of the field of an entry: dots part the levels of a name in a PDF, and cannot be in one."""
    return item.id.replace(".", "/")


def _paper(form: Form, school: School, sign: str) -> Document:
    """The report, with a sign in every cell, or with every cell left empty; both are laid out alike."""

    def room(_item: ChiTieu) -> tuple[Block, ...]:
        lines: Inline = (Run(sign or "\u00a0"), *(LineBreak() for _line in range(1, _LINES)), Run("\u00a0"))
        return (Table((Column(),), ((Cell(lines),),), header_rows=0),)

    return report_of(form, school, lambda _item: sign, room)


@dataclass(frozen=True, slots=True)
class _Box:
    """The inside of a cell; in pt from the lower left corner of its page, as a PDF counts."""

    page: int
    rectangle: tuple[float, float, float, float]


def _boxes(pages: Sequence[DrawnPage], sign: str) -> Iterator[_Box]:
    """The cells in which a sign stands, in the order of the paper."""
    for page in pages:
        upright = [stroke for stroke in page.strokes if not stroke.level]
        level = [stroke for stroke in page.strokes if stroke.level]
        for letter in page.letters:
            if letter.text == sign:
                x, y = letter.middle
                sides = [stroke.left for stroke in upright if stroke.top <= y <= stroke.bottom]
                edges = [stroke.top for stroke in level if stroke.left <= x <= stroke.right]
                left, right = max(s for s in sides if s <= x), min(s for s in sides if s >= x)
                top, bottom = max(e for e in edges if e <= y), min(e for e in edges if e >= y)
                low, high = page.height - bottom, page.height - top
                inside = (left + _INSET_PT, low + _INSET_PT, right - _INSET_PT, high - _INSET_PT)
                yield _Box(page.number, inside)


def _field(item: ChiTieu) -> dict[str, PdfObject]:
    """What a field is, without its place."""
    field: dict[str, PdfObject] = {
        "/T": TextStringObject(field_name(item)),
        "/TU": TextStringObject(item.ten),
        "/Q": NumberObject(_RIGHT if item.is_figure else _LEFT),
        "/F": NumberObject(_PRINT),
    }
    if item.kieu in ("chon", "co_khong"):
        choices = ("", *(item.lua_chon if item.kieu == "chon" else YES_NO))
        options = ArrayObject(TextStringObject(choice) for choice in choices)
        return {**field, "/FT": NameObject("/Ch"), "/Ff": NumberObject(_COMBO), "/Opt": options}
    return {**field, "/FT": NameObject("/Tx"), "/Ff": NumberObject(_MULTILINE if item in TEXTS else 0)}


def _mark_field(mark: str) -> dict[str, PdfObject]:
    return {
        "/T": TextStringObject(MARK_FIELD),
        "/FT": NameObject("/Tx"),
        "/V": TextStringObject(mark),
        "/Ff": NumberObject(_READ_ONLY),
        "/F": NumberObject(_HIDDEN),
    }


def _put(
    writer: PdfWriter,
    page: PageObject,
    field: dict[str, PdfObject],
    rectangle: tuple[float, float, float, float],
) -> PdfObject:
    """Put a field on a page; a reference to it."""
    widget = DictionaryObject({NameObject(name): value for name, value in field.items()})
    widget[NameObject("/Type")] = NameObject("/Annot")
    widget[NameObject("/Subtype")] = NameObject("/Widget")
    widget[NameObject("/DA")] = TextStringObject(_FONT)
    widget[NameObject("/Rect")] = ArrayObject(FloatObject(round(length, 2)) for length in rectangle)
    widget[NameObject("/P")] = page.indirect_reference or page
    reference = writer._add_object(widget)
    page.setdefault(NameObject("/Annots"), ArrayObject()).append(reference)
    page[NameObject("/Tabs")] = NameObject("/R")
    return reference


def _form(fields: Sequence[PdfObject], font: PdfObject) -> DictionaryObject:
    """The form of the file; viewers draw what is typed."""
    fonts = DictionaryObject({NameObject(_FONT.partition(" ")[0]): font})
    return DictionaryObject(
        {
            NameObject("/Fields"): ArrayObject(fields),
            NameObject("/NeedAppearances"): BooleanObject(True),
            NameObject("/DA"): TextStringObject(_FONT),
            NameObject("/DR"): DictionaryObject({NameObject("/Font"): fonts}),
        }
    )


def _written(writer: PdfWriter, title: str, mark: str) -> bytes:
    """The bytes of the file, described without the claims that its fields would break."""
    writer.metadata = {"/Title": title, "/Keywords": mark, MARK_NAME: mark, "/Producer": _PRODUCER}
    packet = StreamObject()
    packet.set_data(_packet(title, mark))
    packet[NameObject("/Type")] = NameObject("/Metadata")
    packet[NameObject("/Subtype")] = NameObject("/XML")
    writer.root_object[NameObject("/Metadata")] = writer._add_object(packet)
    digest = ByteStringObject(hashlib.sha256(f"{title}{mark}".encode()).digest()[:16])
    writer._ID = ArrayObject((digest, digest))
    out = io.BytesIO()
    writer.write(out)
    return pack(out.getvalue())


def _packet(title: str, mark: str) -> bytes:
    """The XMP packet."""
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">'
        f'<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{escape(title)}</rdf:li></rdf:Alt></dc:title>'
        f"<pdf:Keywords>{escape(mark)}</pdf:Keywords><pdf:Producer>{_PRODUCER}</pdf:Producer>"
        '</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="r"?>'
    ).encode()
