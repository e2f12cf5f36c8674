"""The layout, compiled once for a look: docxtpl prepares it, Jinja2 compiles it, the unchanging is packed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any
from zipfile import ZipFile

from vanban.render.docx.flow import Flow
from vanban.render.docx.layout_parts import HEAD
from vanban.render.docx.package import Member, deflated
from vanban.render.docx.runs import attributes_xml, runs_xml
from vanban.render.docx.sections import section_xml
from vanban.render.docx.styles import border, styles_xml
from vanban.render.lines import twips
from vanban.resources import templates_folder
from vanban.thethuc import DECREE_LOOK, Look
from vanban.thethuc import measures as m

if TYPE_CHECKING:
    from jinja2 import Environment, Template

FOLDER = templates_folder() / "layout"
LAYOUT, MACROS = FOLDER / "van-ban.docx", "van-ban.docx.j2"

DOCUMENT = "word/document.xml"
FOOTNOTES = "word/footnotes.xml"
CORE = "docProps/core.xml"
RELATIONSHIPS = "word/_rels/document.xml.rels"
_STYLES = "word/styles.xml"

_SECTION = re.compile(r"<w:sectPr\b.*?</w:sectPr>", re.DOTALL)
_REFERENCE = re.compile(r"<w:(?:header|footer)Reference\b[^>]*/>")
_MOMENT = re.compile(r"(<dcterms:(?:created|modified)\b[^>]*>)[^<]*")
_TAG = re.compile(r"\{[{%]")


@dataclass(frozen=True)
class Layout:
    """A layout ready to be filled.

    ``static`` members are packed; ``templates`` are the parts that change, by name; ``relationships``
    are those of the document without its pictures. ``paper`` and ``annex`` are their ``w:sectPr``, upright
    and landscape.
    """

    flow: Flow
    static: tuple[Member, ...]
    templates: Mapping[str, Template]
    relationships: str
    paper: tuple[str, str]
    annex: tuple[str, str]


@lru_cache(maxsize=8)
def compiled_layout(look: Look) -> Layout:
    """The layout for a look; its styles are the file's own unless the office chose others."""
    with ZipFile(LAYOUT) as file:
        parts = {name: file.read(name).decode() for name in file.namelist()}
    if look != DECREE_LOOK:
        parts[_STYLES] = HEAD + styles_xml(look)
    first, *_, last = _SECTION.findall(parts[DOCUMENT])
    paper, annex = ("".join(_REFERENCE.findall(section)) for section in (first, last))
    relationships = parts.pop(RELATIONSHIPS)
    changing = {name: text for name, xml in parts.items() if (text := _prepared(name, xml)) != xml}
    environment = _environment()
    return Layout(
        flow=Flow(look),
        static=tuple(deflated(name, xml.encode()) for name, xml in parts.items() if name not in changing),
        templates={name: environment.from_string(text) for name, text in changing.items()},
        relationships=relationships,
        paper=_sections(look, paper),
        annex=_sections(look, annex),
    )


def _prepared(name: str, xml: str) -> str:
    """The text that Jinja2 compiles for a part; ``xml`` itself where the part never changes."""
    from docxtpl import DocxTemplate

    if name == FOOTNOTES:
        return xml.replace("</w:footnotes>", "{{ draw_notes(notes) }}</w:footnotes>")
    if not _TAG.search(xml):
        return xml
    if name == CORE:
        return _MOMENT.sub(r"\1{{ moment }}", xml)
    text: str = DocxTemplate(LAYOUT).patch_xml(xml)
    return _SECTION.sub("{{ last_section }}", text)


def _sections(look: Look, references: str) -> tuple[str, str]:
    return section_xml(look, references), section_xml(look, references, landscape=True)


def _environment() -> Environment:
    from jinja2 import FileSystemLoader, StrictUndefined
    from jinja2.sandbox import SandboxedEnvironment

    environment = SandboxedEnvironment(
        loader=FileSystemLoader(FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    environment.filters |= {"runs": runs_xml, "attributes": attributes_xml}
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    environment.globals |= {
        "lines": "".join(border(side, m.TABLE_LINE_PT) for side in sides),
        "padding": twips(m.CELL_PADDING_MM),
        "drawingml": "http://schemas.openxmlformats.org/drawingml/2006",
    }
    macros: Any = environment.get_template(MACROS).module
    environment.globals |= {"draw": macros.draw, "draw_notes": macros.draw_notes}
    return environment
