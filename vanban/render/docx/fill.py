"""Fills the layout with a sheet: the parts that change are written, the others were packed once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from hashlib import sha256

from markupsafe import Markup

from vanban.render.docx.layout import CORE, DOCUMENT, RELATIONSHIPS, Layout, compiled_layout
from vanban.render.docx.marks import image_relation
from vanban.render.docx.package import Member, deflated, stored, zip_of
from vanban.render.docx.rows import Row, paragraph
from vanban.render.docx.sections import column_twips
from vanban.render.docx.styles import AFTER_TABLE, style_id
from vanban.render.sheet import NOTE, Image, Sheet, SheetRun
from vanban.thethuc import Look
from vanban.thethuc.measures import DECREE_DATE

_CONTROLS = bytes({*range(0x20)} - {0x09, 0x0A, 0x0D})
_IMAGE_TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"

_often = lru_cache(maxsize=64)(deflated)
"""For parts that are the same in many documents: no footnotes, no address, no pictures."""


def render_docx(sheet: Sheet, look: Look) -> bytes:
    """Draw a sheet as a Word file in which every paragraph has the named style of its component.

    Returns:
        The bytes of a DOCX; the same sheet and look give the same bytes.

    Raises:
        ToolMissingError: no usable font, whose widths a frame made to its text's measure needs.
    """
    layout = compiled_layout(look)
    paper, *annexes = _flows(sheet, layout, look)
    if sheet["notes"] and paper[0][0] == "tbl":
        # LibreOffice 7 puts an empty line before a table that begins a document with footnotes.
        paper.insert(0, paragraph(AFTER_TABLE))
    context = {
        "title": sheet["title"],
        "subject": sheet["subject"],
        "author": sheet["author"],
        "keywords": ", ".join(sheet["keywords"]),
        "moment": f"{sheet['date'] or DECREE_DATE}T00:00:00Z",
        "paper": paper,
        "annexes": annexes,
        "foot": layout.flow.rows(sheet["sections"][0]["foot"], column_twips(look, landscape=False)),
        "notes": [_note(note) for note in sheet["notes"]],
        "last_section": Markup(_section_xml(sheet, layout, len(annexes))),
    }
    written = {name: _legal(template.render(context)) for name, template in layout.templates.items()}
    document = deflated(DOCUMENT, written.pop(DOCUMENT))
    core = deflated(CORE, written.pop(CORE))
    others = [_often(name, data) for name, data in written.items()]
    return zip_of((*layout.static, document, core, *others, *_pictures(sheet["images"], layout)))


def _flows(sheet: Sheet, layout: Layout, look: Look) -> Iterator[list[Row]]:
    """The rows of each section; the last paragraph of all but the last section carries the section's page."""
    for number, section in enumerate(sheet["sections"]):
        rows = layout.flow.rows(section["items"], column_twips(look, section["landscape"]))
        if number < len(sheet["sections"]) - 1:
            rows[-1][3]["section"] = _section_xml(sheet, layout, number)
        yield rows


def _section_xml(sheet: Sheet, layout: Layout, number: int) -> str:
    return (layout.annex if number else layout.paper)[sheet["sections"][number]["landscape"]]


def _note(note: Sequence[SheetRun]) -> list[Row]:
    return [paragraph(style_id("chu_thich"), [("", NOTE), (" ", 0), *note])]


def _legal(xml: str) -> bytes:
    """UTF-8 without what XML cannot hold: control characters, lone surrogates, U+FFFE and U+FFFF."""
    data = xml.encode(errors="ignore").translate(None, _CONTROLS)
    if b"\xef" in data:
        data = data.replace(b"\xef\xbf\xbe", b"").replace(b"\xef\xbf\xbf", b"")
    return data


def _pictures(images: Sequence[Image], layout: Layout) -> Iterator[Member]:
    """The relationships of the document and the picture files, each named by what it holds, once."""
    files: dict[str, bytes] = {}
    links: list[str] = []
    for number, image in enumerate(images, 1):
        media, data = image["media"], image["data"]
        if media == "svg":  # which Word shows since 2016, and no other program surely
            from vanban.render.rasters import png_of

            media, data = "png", png_of(data)
        name = f"media/{sha256(data).hexdigest()[:16]}.{media}"
        files[name] = data
        links.append(f'<Relationship Id="{image_relation(number)}" Type="{_IMAGE_TYPE}" Target="{name}"/>')
    xml = layout.relationships.replace("</Relationships>", "".join(links) + "</Relationships>")
    yield _often(RELATIONSHIPS, xml.encode())
    yield from (stored(f"word/{name}", data) for name, data in files.items())
