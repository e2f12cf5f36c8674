"""Builds ``templates/layout/van-ban.docx`` from the decree's measures; run it as a module when they change.

The layout is a Word file in docxtpl's syntax. Its first section is the paper's and its last the annexes':
what stands in their headers and footers is taken over. ``draw`` is the macro of ``van-ban.docx.j2``.
"""

from __future__ import annotations

from vanban.render.docx import layout_parts as fixed
from vanban.render.docx.layout import LAYOUT
from vanban.render.docx.layout_parts import HEAD, OFFICE, PACKAGE, W
from vanban.render.docx.package import deflated, zip_of
from vanban.render.docx.sections import section_xml
from vanban.render.docx.styles import style_id, styles_xml
from vanban.thethuc import DECREE_LOOK

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_OFFICE = "application/vnd.openxmlformats-officedocument"
_PACKAGE = "application/vnd.openxmlformats-package"

_FILES = (
    ("styles", "styles", f"{_WORD}.styles+xml"),
    ("settings", "settings", f"{_WORD}.settings+xml"),
    ("fontTable", "fontTable", f"{_WORD}.fontTable+xml"),
    ("theme", "theme", f"{_OFFICE}.theme+xml"),
    ("footnotes", "footnotes", f"{_WORD}.footnotes+xml"),
    ("header", "so-trang", f"{_WORD}.header+xml"),
    ("header", "dau-trang-dau", f"{_WORD}.header+xml"),
    ("footer", "chan-trang-dau", f"{_WORD}.footer+xml"),
    ("footer", "chan-phu-luc", f"{_WORD}.footer+xml"),
)
"""The parts beside the document in the order of their relationships: kind, name of the file, content type."""
_DEFAULT_TYPES = (
    ("rels", f"{_PACKAGE}.relationships+xml"),
    ("xml", "application/xml"),
    ("png", "image/png"),
    ("jpeg", "image/jpeg"),
)


def layout_bytes() -> bytes:
    """The layout for the look of the decree's own example; the same measures give the same bytes."""
    parts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relationships(
            (f"{OFFICE}/relationships/officeDocument", "word/document.xml"),
            (f"{PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
            (f"{OFFICE}/relationships/extended-properties", "docProps/app.xml"),
        ),
        "word/document.xml": _document(),
        "word/_rels/document.xml.rels": _relationships(
            *((f"{OFFICE}/relationships/{kind}", f"{name}.xml") for kind, name, _ in _FILES)
        ),
        "word/styles.xml": styles_xml(DECREE_LOOK),
        "word/settings.xml": fixed.SETTINGS,
        "word/fontTable.xml": fixed.FONT_TABLE,
        "word/theme.xml": fixed.THEME,
        "word/footnotes.xml": fixed.FOOTNOTES,
        "word/so-trang.xml": fixed.PAGE_NUMBER,
        "word/dau-trang-dau.xml": fixed.EMPTY_HEADER,
        "word/chan-trang-dau.xml": f"<w:ftr {W}>{_tag('{{p draw(foot) }}', 'dia_chi')}</w:ftr>",
        "word/chan-phu-luc.xml": fixed.EMPTY_FOOTER,
        "docProps/core.xml": fixed.CORE,
        "docProps/app.xml": fixed.APP,
    }
    return zip_of(deflated(name, (HEAD + xml).encode()) for name, xml in parts.items())


def _content_types() -> str:
    parts = (
        ("word/document", f"{_WORD}.document.main+xml"),
        *((f"word/{name}", content) for _, name, content in _FILES),
        ("docProps/core", f"{_PACKAGE}.core-properties+xml"),
        ("docProps/app", f"{_OFFICE}.extended-properties+xml"),
    )
    rows = [f'<Default Extension="{ending}" ContentType="{content}"/>' for ending, content in _DEFAULT_TYPES]
    rows += [f'<Override PartName="/{name}.xml" ContentType="{content}"/>' for name, content in parts]
    return f'<Types xmlns="{PACKAGE}/content-types">{"".join(rows)}</Types>'


def _relationships(*targets: tuple[str, str]) -> str:
    rows = "".join(
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, 1)
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{rows}</Relationships>'


def _document() -> str:
    paper = section_xml(DECREE_LOOK, _references("chan-trang-dau"))
    annexes = section_xml(DECREE_LOOK, _references("chan-phu-luc"))
    tags = (
        _tag("{{p draw(paper) }}", "doan", paper),
        _tag("{%p for annex in annexes %}", "doan"),
        _tag("{{p draw(annex) }}", "doan"),
        _tag("{%p endfor %}", "doan"),
    )
    body = "".join(tags) + annexes
    return f'<w:document {W} xmlns:r="{OFFICE}/relationships"><w:body>{body}</w:body></w:document>'


def _references(footer: str) -> str:
    """No header on the first page but this footer, and the page's number on the others."""
    ids = {name: f"rId{number}" for number, (_, name, _) in enumerate(_FILES, 1)}
    return (
        f'<w:headerReference w:type="default" r:id="{ids["so-trang"]}"/>'
        f'<w:headerReference w:type="first" r:id="{ids["dau-trang-dau"]}"/>'
        f'<w:footerReference w:type="first" r:id="{ids[footer]}"/>'
    )


def _tag(text: str, style: str, section: str = "") -> str:
    """A paragraph that holds a tag of docxtpl."""
    properties = f'<w:pPr><w:pStyle w:val="{style_id(style)}"/>{section}</w:pPr>'
    return f'<w:p>{properties}<w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


if __name__ == "__main__":
    LAYOUT.write_bytes(layout_bytes())
