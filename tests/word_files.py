"""Word files written by hand, part by part, for tests of what is read from them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

from vanban.ooxml import read_paper
from vanban.paper import Paper, Paragraph

OFFICE = "http://schemas.openxmlformats.org"
SPACES = " ".join(
    f'xmlns:{prefix}="{space}"'
    for prefix, space in {
        "w": f"{OFFICE}/wordprocessingml/2006/main",
        "r": f"{OFFICE}/officeDocument/2006/relationships",
        "a": f"{OFFICE}/drawingml/2006/main",
        "wp": f"{OFFICE}/drawingml/2006/wordprocessingDrawing",
        "mc": f"{OFFICE}/markup-compatibility/2006",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "wpg": "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup",
        "v": "urn:schemas-microsoft-com:vml",
        "o": "urn:schemas-microsoft-com:office:office",
    }.items()
)
KINDS = f"{OFFICE}/officeDocument/2006/relationships"
TYPES = "application/vnd.openxmlformats-officedocument"
MAIN_TYPE = f"{TYPES}.wordprocessingml.document.main+xml"

A4 = (
    '<w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="1134" w:right="850" w:bottom="1134" w:left="1701" w:header="567" w:footer="567"/>'
)
WORD_STYLES = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"/>'
    '<w:sz w:val="28"/></w:rPr></w:rPrDefault></w:docDefaults>'
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
)
PARTS = ("styles", "numbering", "settings", "theme", "footnotes", "header1", "header2", "header3", "footer1")


def members(body: str, **parts: str) -> dict[str, str]:
    """The members of a Word file.

    Args:
        body: what is in ``w:body``; a section is added where it has none.
        parts: what is in ``styles``, ``numbering``, ``settings``, ``theme``, ``footnotes``, ``header1``…
            (relationship ids are their names).
    """
    tags = {"theme": "a:theme", "header": "w:hdr", "footer": "w:ftr"}
    parts.setdefault("styles", WORD_STYLES)
    section = "" if body.rstrip().endswith("</w:sectPr>") else f"<w:sectPr>{A4}</w:sectPr>"
    found = {
        "[Content_Types].xml": (
            f'<Types xmlns="{OFFICE}/package/2006/content-types">'
            f'<Default Extension="xml" ContentType="application/xml"/>'
            f'<Override PartName="/word/document.xml" ContentType="{MAIN_TYPE}"/></Types>'
        ),
        "_rels/.rels": relationships({"rId1": ("officeDocument", "word/document.xml")}),
        "word/_rels/document.xml.rels": relationships(
            {name: (name.rstrip("123"), f"{name}.xml") for name in parts}
        ),
        "word/document.xml": f"<w:document {SPACES}><w:body>{body}{section}</w:body></w:document>",
    }
    for name, inside in parts.items():
        tag = tags.get(name.rstrip("123"), f"w:{name}")
        found[f"word/{name}.xml"] = f"<{tag} {SPACES}>{inside}</{tag}>"
    return found


def relationships(links: Mapping[str, tuple[str, str]]) -> str:
    """A list of relationships by id: the kind and the target of each."""
    inside = "".join(
        f'<Relationship Id="{name}" Type="{KINDS}/{kind}" Target="{target}"/>'
        for name, (kind, target) in links.items()
    )
    return f'<Relationships xmlns="{OFFICE}/package/2006/relationships">{inside}</Relationships>'


def packed(files: Mapping[str, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Members as a zip file."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, data in files.items():
            archive.writestr(zipfile.ZipInfo(name, (2026, 3, 16, 8, 0, 0)), data, method)
    return out.getvalue()


def word(body: str, **parts: str) -> bytes:
    """A Word file; the arguments of :func:`members`."""
    return packed(members(body, **parts))


def paper(body: str, **parts: str) -> Paper:
    """A Word file as it is read."""
    return read_paper(word(body, **parts))


def first(body: str, **parts: str) -> Paragraph:
    """The first paragraph of a Word file as it is read."""
    return paper(body, **parts).paragraphs[0]


def p(text: str = "", properties: str = "", letters: str = "") -> str:
    """A paragraph of one run."""
    run = f"<w:r><w:rPr>{letters}</w:rPr><w:t xml:space='preserve'>{text}</w:t></w:r>" if text else ""
    return f"<w:p><w:pPr>{properties}</w:pPr>{run}</w:p>"


def style(name: str, inside: str, kind: str = "paragraph", based_on: str = "") -> str:
    """A style whose id is its name."""
    base = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    return f'<w:style w:type="{kind}" w:styleId="{name}"><w:name w:val="{name}"/>{base}{inside}</w:style>'


def table(*rows: str, properties: str = "", columns: tuple[int, ...] = (4000, 5000)) -> str:
    """A table of rows as they are given."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in columns)
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


def row(*cells: str, properties: str = "") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def cell(inside: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inside}</w:tc>"
