"""A file in, a reading out: the paper is opened, its parts are found, each goes to its place."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from vanban.document.door import make_document
from vanban.document.model import Document
from vanban.errors import Fault, Place, fail
from vanban.files import read_bytes
from vanban.language import N_
from vanban.office import Office, find_office
from vanban.paper import Paper
from vanban.parts import Part, find_parts
from vanban.read.annexes import BODY, annexes
from vanban.read.attached import attached_document, says_the_same
from vanban.read.body import body
from vanban.read.foot import foot
from vanban.read.front import front, unplaced_marks
from vanban.read.legacy import to_unicode
from vanban.read.model import Reading
from vanban.read.original import BY_THE_FORM, Original
from vanban.read.words import count, words_of
from vanban.thethuc import COMPONENTS, KINDS

_ISSUER = ("co_quan_chu_quan", "co_quan")
CERTAIN = 0.7
"""Parts that were found less surely are told."""
_PAGE_NUMBER = N_("số trang")
_RUNNING = N_("dòng lặp lại ở đầu trang, chân trang")
_LOOSE_NOTE = N_("chú thích không gắn được với chỗ nào trong nội dung")
_OFFICIAL_LETTER, _LETTER = KINDS["cong-van"], KINDS["thu-cong"]
"""A thư công has no number."""
_UNKNOWN = _OFFICIAL_LETTER
"""Prints no title of its own, so that the paper's own words stay its title."""


def read(path: Path, office: Office | None = None, *, ocr: bool = False) -> Reading:
    """Read the document in a file of any office.

    Args:
        path: DOCX, DOC, RTF, PDF, HTML or plain text; it is only read.
        office: gives the name of the office where the paper does not; the nearest ``vanban.yaml`` if None.
        ocr: whether the letters of a scanned PDF are recognised first.

    Raises:
        InputError: the file cannot be read.
        ToolMissingError: LibreOffice or a program for recognising letters is needed and not there.
    """
    from vanban.read.opening import paper_of

    office, data = office or find_office(path.resolve().parent), read_bytes(path)
    drawn = read_paper(paper_of(path, data, ocr=ocr), path, office)
    return _with_attached(drawn, data) if path.suffix.lower() == ".pdf" else drawn


def _with_attached(drawn: Reading, data: bytes) -> Reading:
    """The reading with the document that a PDF of ours carries, where its pages still say it."""
    attached = attached_document(data)
    if attached is None:
        return drawn
    if says_the_same(attached, drawn.document):
        return replace(drawn, document=attached, doubts=())
    return replace(drawn, doubts=(Fault("VB234", Place(str(drawn.source))), *drawn.doubts))


def read_paper(paper: Paper, path: Path, office: Office) -> Reading:
    """Read the document in a paper that came from ``path``.

    Raises:
        InputError: VB160, it has no words.
    """
    paper, decoded = to_unicode(paper)
    original = Original(str(path), paper, find_parts(paper))
    for one in decoded:
        original.doubt("VB228", encoding=one.encoding.upper(), letters=one.letters)
    document = _document(original)
    _margins(original)
    for number in paper.lost_pictures:
        original.doubt("VB236", paper.by_number.get(number))
    words = count(paper, document, original.left_out)
    if not words.read:
        raise fail("VB160", Place(str(path)))
    if words.lost or words.added:
        original.doubt("VB214", lost=" ".join(words.lost) or "0", added=" ".join(words.added) or "0")
    if not original.anatomy.all("co_quan", "co_quan_chu_quan"):
        document = _with_issuer(original, document, office)
    return Reading(path, document, words, tuple(original.doubts), tuple(original.left_out))


def _with_issuer(original: Original, document: Document, office: Office) -> Document:
    """The document of a paper that does not name its office, with the name that ``vanban.yaml`` gives."""
    known = {name: office.defaults[name] for name in _ISSUER if office.defaults.get(name)}
    if "co_quan" not in known:
        original.doubt("VB212")
        return document
    given = make_document({"loai": document.loai, **known})
    return document.model_copy(update={name: getattr(given, name) for name in _ISSUER})


def _document(original: Original) -> Document:
    anatomy = original.anatomy
    kind = anatomy.kind or _UNKNOWN
    if kind is _OFFICIAL_LETTER and not anatomy.all("so_ky_hieu"):
        kind = _LETTER
    if anatomy.kind is None:
        original.doubt("VB211")
    elif kind.form.titled and not anatomy.all("ten_loai"):
        original.doubt("VB219", name=kind.name)
    _tell_unsure(original)
    parts = front(original, kind) | foot(original)
    parts["noi_dung"] = body(original, _body_parts(original))
    parts["phu_luc"] = annexes(original)
    document = make_document({name: value for name, value in parts.items() if value})
    return _without_first_recipient(original, document)


def _body_parts(original: Original) -> list[Part]:
    """The parts of the body, and every other part that has no box of its own in a document."""
    stray = set(map(id, unplaced_marks(original)))
    return [
        part for part in original.printed if part.annex == 0 and (part.id not in _BOXES or id(part) in stray)
    ]


_BOXES = frozenset(COMPONENTS) - BODY - {"phu_luc", "phu_luc_tieu_de", "kem_theo"}
"""Components that :mod:`vanban.read.front` and :mod:`vanban.read.foot` read."""


def _tell_unsure(original: Original) -> None:
    for part in original.anatomy.parts:
        if part.confidence < CERTAIN and part.id != "doan":
            original.doubt(
                "VB210", part.paragraph, words=part.text.strip()[:80], component=COMPONENTS[part.id].name
            )


def _without_first_recipient(original: Original, document: Document) -> Document:
    """The document without the first line of Nơi nhận where the form writes it by itself (II.9)."""
    names = document.noi_nhan
    if not names or words_of(names[0]) != words_of(document.first_recipient):
        return document
    part = original.anatomy.all("noi_nhan")[0]
    original.leave(names[0], part.paragraph, BY_THE_FORM, fixed=True)
    return document.model_copy(update={"noi_nhan": names[1:]})


def _margins(original: Original) -> None:
    """What stands in headers and footers, and notes that nothing refers to."""
    numbers = {part.paragraph.number for part in original.anatomy.parts if part.id == "so_trang"}
    addresses = {part.paragraph.number for part in original.anatomy.all("dia_chi", annex=None)}
    for number, paragraph in original.paper.by_number.items():
        if number not in addresses and paragraph.story in ("header", "footer"):
            reason = _PAGE_NUMBER if number in numbers else _RUNNING
            original.leave(paragraph.text, paragraph, reason, fixed=number in numbers)
    for note in original.paper.footnotes:
        if note.number not in original.noted:
            original.leave(note.text, note, _LOOSE_NOTE)
