"""Builds ``templates/layout/van-ban.docx`` from the decree's measures: ``python -m vanban.render.docx.build_layout``.

The layout is a Word file in docxtpl's syntax. Its first section is the paper and its last the annexes; what stands
in their headers and footers is theirs. ``draw`` is the macro of ``van-ban.docx.j2``.
"""

from __future__ import annotations

from vanban.render.docx.package import deflated, zip_of
from vanban.render.docx.sections import section_xml
from vanban.render.docx.styles import LANGUAGE, NAMESPACE, styles_xml
from vanban.resources import templates_folder
from vanban.thethuc import Look
from vanban.thethuc.measures import DECREE_DATE

LAYOUT = templates_folder() / "layout" / "van-ban.docx"

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_W = f'xmlns:w="{NAMESPACE}"'
_WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"

_PARTS = (
    ("styles", "styles"),
    ("settings", "settings"),
    ("header", "so-trang"),
    ("header", "dau-trang-dau"),
    ("footer", "chan-trang-dau"),
    ("footer", "chan-phu-luc"),
    ("footnotes", "footnotes"),
)
"""The parts beside the document, in the order of their relationship ids: kind, name of the file."""


def layout_bytes() -> bytes:
    """The layout for the look that the decree's own example has; the same measures give the same bytes."""
    parts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relationships(
            (f"{_OFFICE}/relationships/officeDocument", "word/document.xml"),
            (f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
            (f"{_OFFICE}/relationships/extended-properties", "docProps/app.xml"),
        ),
        "word/document.xml": _document(),
        "word/_rels/document.xml.rels": _relationships(
            *((f"{_OFFICE}/relationships/{kind}", f"{name}.xml") for kind, name in _PARTS)
        ),
        "word/styles.xml": styles_xml(Look()),
        "word/settings.xml": _SETTINGS,
        "word/so-trang.xml": f"<w:hdr {_W}>{_PAGE_NUMBER}</w:hdr>",
        "word/dau-trang-dau.xml": f"<w:hdr {_W}><w:p/></w:hdr>",
        "word/chan-trang-dau.xml": f"<w:ftr {_W}>{_tag('{{p draw(foot) }}')}</w:ftr>",
        "word/chan-phu-luc.xml": f"<w:ftr {_W}><w:p/></w:ftr>",
        "word/footnotes.xml": _FOOTNOTES,
        "docProps/core.xml": _CORE,
        "docProps/app.xml": _APP,
    }
    return zip_of(deflated(name, (_HEAD + xml).encode()) for name, xml in parts.items())


def _content_types() -> str:
    defaults = (
        ("rels", "application/vnd.openxmlformats-package.relationships+xml"),
        ("xml", "application/xml"),
        ("png", "image/png"),
        ("jpeg", "image/jpeg"),
    )
    parts = (
        ("word/document", f"{_WORD_TYPE}.document.main+xml"),
        *((f"word/{name}", f"{_WORD_TYPE}.{kind}+xml") for kind, name in _PARTS),
        ("docProps/core", "application/vnd.openxmlformats-package.core-properties+xml"),
        ("docProps/app", "application/vnd.openxmlformats-officedocument.extended-properties+xml"),
    )
    rows = [f'<Default Extension="{ending}" ContentType="{kind}"/>' for ending, kind in defaults]
    rows += [f'<Override PartName="/{name}.xml" ContentType="{kind}"/>' for name, kind in parts]
    return f'<Types xmlns="{_PACKAGE}/content-types">{"".join(rows)}</Types>'


def _relationships(*targets: tuple[str, str]) -> str:
    rows = "".join(
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, 1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{rows}</Relationships>'


def _document() -> str:
    look = Look()
    paper, annexes = (section_xml(look, _references(footer)) for footer in ("chan-trang-dau", "chan-phu-luc"))
    tags = (
        _tag("{{p draw(paper) }}", paper),
        _tag("{%p for annex in annexes %}"),
        _tag("{{p draw(annex) }}"),
        _tag("{%p endfor %}"),
    )
    relations = f'xmlns:r="{_OFFICE}/relationships"'
    return f"<w:document {_W} {relations}><w:body>{''.join(tags)}{annexes}</w:body></w:document>"


def _references(footer: str) -> str:
    """No header on the first page, the number on the others, and on the first page the footer of this name."""
    ids = {name: f"rId{number}" for number, (_, name) in enumerate(_PARTS, 1)}
    return (
        f'<w:headerReference w:type="default" r:id="{ids["so-trang"]}"/>'
        f'<w:headerReference w:type="first" r:id="{ids["dau-trang-dau"]}"/>'
        f'<w:footerReference w:type="first" r:id="{ids[footer]}"/>'
    )


def _tag(text: str, section: str = "") -> str:
    """A paragraph that holds a tag of docxtpl."""
    properties = f'<w:pPr><w:pStyle w:val="Doan"/>{section}</w:pPr>'
    return f'<w:p>{properties}<w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


_PAGE_NUMBER = (
    '<w:p><w:pPr><w:pStyle w:val="SoTrang"/></w:pPr>'
    '<w:fldSimple w:instr=" PAGE "><w:r><w:t>2</w:t></w:r></w:fldSimple></w:p>'
)

_NOTE_RULES = ("separator", "continuationSeparator")
_FOOTNOTES = (
    f"<w:footnotes {_W}>"
    + "".join(
        f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:r><w:{kind}/></w:r></w:p></w:footnote>'
        for number, kind in enumerate(_NOTE_RULES, -1)
    )
    + "</w:footnotes>"
)
"""Word's two lines between text and notes; the notes themselves are drawn under them."""

_SETTINGS = (
    f'<w:settings {_W}><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>'
    '<w:characterSpacingControl w:val="doNotCompress"/>'
    '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>'
    # A justified line that ends in a line break is not stretched, as everywhere else.
    "<w:compat><w:doNotExpandShiftReturn/>"
    '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
    f'</w:compat><w:themeFontLang w:val="{LANGUAGE}"/><w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/>'
    "</w:settings>"
)

_CORE = (
    f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
    "<dc:title>{{ title }}</dc:title><dc:subject>{{ subject }}</dc:subject><dc:creator>{{ author }}</dc:creator>"
    "<cp:keywords>{{ keywords }}</cp:keywords>"
    + "".join(
        f'<dcterms:{moment} xsi:type="dcterms:W3CDTF">{DECREE_DATE}T00:00:00Z</dcterms:{moment}>'
        for moment in ("created", "modified")
    )
    + f"<dc:language>{LANGUAGE}</dc:language></cp:coreProperties>"
)

_APP = f'<Properties xmlns="{_OFFICE}/extended-properties"><Application>vanban</Application></Properties>'


if __name__ == "__main__":
    LAYOUT.write_bytes(layout_bytes())
