"""The bytes of a file → the paper in it, whatever kind of file it is."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from vanban.errors import InputError, Place, fail
from vanban.language import _
from vanban.paper import Paper
from vanban.read import convert
from vanban.read.legacy import to_unicode
from vanban.read.scanned import check_letters

WORD = (".docx", ".docm", ".dotx", ".dotm")
HTML = (".htm", ".html")
TEXT = (".txt", ".text")


def paper_of(path: Path, data: bytes, *, ocr: bool = False) -> Paper:
    """The paper in the bytes of a file; the ending of ``path`` says which kind it is.

    Raises:
        InputError: VB215 for another kind of file, and what the readers say, with the name of the file.
        ToolMissingError: LibreOffice is needed for it, or a program for recognising letters.
    """
    try:
        paper = _paper(path, data, ocr=ocr)
    except InputError as failure:
        raise InputError(
            replace(fault, place=replace(fault.place, file=str(path))) for fault in failure.faults
        ) from failure
    return paper


def _paper(path: Path, data: bytes, *, ocr: bool) -> Paper:
    suffix = path.suffix.lower()
    if suffix in WORD:
        from vanban import ooxml

        return ooxml.read_paper(data)
    if suffix in convert.SUFFIXES:
        from vanban import ooxml

        return ooxml.read_paper(convert.as_docx(data))
    if suffix == ".pdf":
        return _recognised(data) if ocr else _pdf(data)
    if suffix in HTML:
        from vanban import html

        return html.read_paper(data)
    if suffix in TEXT:
        from vanban import plaintext

        return plaintext.read_paper(plaintext.text_of(data))
    raise fail("VB215", Place(str(path)), suffix=suffix)


def _pdf(data: bytes) -> Paper:
    from vanban import pdf

    try:
        paper = pdf.read_paper(data)
    except InputError as failure:
        if any(fault.kind == "VB193" for fault in failure.faults):
            raise fail("VB230", pages=_("các trang")) from failure
        raise
    check_letters(to_unicode(paper)[0])
    return paper


def _recognised(data: bytes) -> Paper:
    """The paper on the pages of a scan, as its letters are recognised."""
    from vanban import plaintext
    from vanban.tools.ocr import recognise

    return plaintext.read_paper(recognise(data))
