"""Findings as rules would give them, to test what is done about them; and a paper that has everything."""

from __future__ import annotations

import io
import zipfile
from functools import cache

from lxml import etree
from lxml.etree import _Element as Element

from tests.papers import paper as everything
from tests.word_files import OFFICE, SPACES
from vanban.check.model import Example, Finding, Hit, Repair, Rule
from vanban.ooxml import read_paper
from vanban.paper import Paper, Paragraph
from vanban.render import render

RULE = Rule(
    "TT-2299", "Chữ & <thẻ>", "Phụ lục I, II.6", "error", "text", "Sai ở đây: {what}.", "Viết lại & in lại.",
    Example(), Example(), lambda _case: (),
)  # fmt: skip


def finding(
    at: Paragraph | None, *repairs: Repair, start: int = 0, end: int | None = None, what: str = "a < b"
) -> Finding:
    """A finding on a paragraph."""
    words = at.text[start:end] if at else ""
    return Finding(RULE, Hit(at, "", start, end, {"what": what}, repairs), "Đoạn 1", words)


def saying(paper: Paper, text: str) -> Paragraph:
    """The first paragraph, in the body, a note or a header, whose words begin so."""
    return next(p for p in paper.by_number.values() if p.text.startswith(text))


def members_of(data: bytes) -> dict[str, bytes]:
    """Every member of a package."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def root_of(data: bytes, member: str = "word/document.xml") -> Element:
    """The XML of a member."""
    return etree.fromstring(members_of(data)[member])


def words_of(data: bytes) -> list[str]:
    """The words of a file, empty paragraphs aside."""
    return [p.text for p in read_paper(data).by_number.values() if p.text.strip()]


@cache
def full_paper() -> bytes:
    """A rendered paper with tables, picture, notes and annexes, to which Word's own doings are added by hand.

    They are tracked changes, a comment, a hyperlink, a field, a bookmark and a text box in both its versions.
    """
    data = render(everything(), "docx")
    files: dict[str, bytes] = members_of(data)
    document = etree.fromstring(files["word/document.xml"])
    body = document[0]
    places = list(body.iterchildren("{*}p"))
    for place, xml in zip(places[4:], _ADDED, strict=False):
        for block in etree.fromstring(f"<w:body {SPACES}>{xml}</w:body>"):
            place.addprevious(block)
    files["word/document.xml"] = etree.tostring(
        document, xml_declaration=True, encoding="UTF-8", standalone=True
    )
    comment = f'<w:comment w:id="7" {_WHO} w:initials="B"><w:p>{_run("Xem lại")}</w:p></w:comment>'
    files["word/comments.xml"] = f"<w:comments {SPACES}>{comment}</w:comments>".encode()
    _add_to(files, "word/_rels/document.xml.rels", _LINK)
    _add_to(files, "[Content_Types].xml", _TYPE)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name, (2026, 3, 16, 8, 0, 0)), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _add_to(files: dict[str, bytes], member: str, xml: str) -> None:
    root = etree.fromstring(files[member])
    root.append(etree.fromstring(xml))
    files[member] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


_LINK = (
    f'<Relationship xmlns="{OFFICE}/package/2006/relationships" Id="rIdNhanXet"'
    f' Type="{OFFICE}/officeDocument/2006/relationships/comments" Target="comments.xml"/>'
)
_TYPE = (
    f'<Override xmlns="{OFFICE}/package/2006/content-types" PartName="/word/comments.xml"'
    ' ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"/>'
)
_WHO = 'w:author="Trần Thị B" w:date="2026-03-16T08:00:00Z"'


def _run(text: str, inside: str = "") -> str:
    return f'<w:r>{inside}<w:t xml:space="preserve">{text}</w:t></w:r>'


def _mark(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


_BOX = f"<w:txbxContent><w:p>{_run('Chữ trong  khung.')}</w:p></w:txbxContent>"
_SHAPE = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
_TRACKED = (
    f'<w:p>{_run("Đã sửa: ")}<w:ins w:id="901" {_WHO}>{_run("thêm  vào")}</w:ins>'
    f'<w:del w:id="902" {_WHO}><w:r><w:delText>bỏ  đi</w:delText></w:r></w:del>'
    + _run(" , rồi", f'<w:rPr><w:b/><w:rPrChange w:id="903" {_WHO}><w:rPr/></w:rPrChange></w:rPr>')
    + "</w:p>"
)
_COMMENTED = (
    f'<w:p><w:commentRangeStart w:id="7"/>{_run("Có nhận xét ,")}<w:commentRangeEnd w:id="7"/>'
    '<w:r><w:commentReference w:id="7"/></w:r><w:bookmarkStart w:id="31" w:name="dau"/>'
    f'{_run(" dấu")}<w:bookmarkEnd w:id="31"/><w:hyperlink w:anchor="dau">{_run(" nối  về")}'
    "</w:hyperlink></w:p>"
)
_FIELD = (
    f"<w:p>{_run('Xem trang ')}{_mark('begin')}<w:r><w:instrText> PAGEREF dau </w:instrText></w:r>"
    f"{_mark('separate')}{_run('1')}{_mark('end')}{_run(' , mục I')}</w:p>"
)
_BOXED = (
    f'<w:p>{_run("Khung: ")}<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline>'
    '<wp:extent cx="1800000" cy="360000"/><wp:docPr id="901" name="Khung"/>'
    f'<a:graphic><a:graphicData uri="{_SHAPE}"><wps:wsp><wps:cNvSpPr/><wps:spPr>'
    '<a:xfrm><a:off x="0" y="0"/><a:ext cx="1800000" cy="360000"/></a:xfrm>'
    '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr>'
    f"<wps:txbx>{_BOX}</wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic>"
    "</wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict>"
    f'<v:rect style="width:142pt;height:28pt"><v:textbox>{_BOX}</v:textbox></v:rect>'
    "</w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
)
_ADDED = (_TRACKED, _COMMENTED, _FIELD, _BOXED)
