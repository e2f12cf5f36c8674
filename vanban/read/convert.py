"""Word 97, RTF and OpenDocument files → DOCX, through LibreOffice where it is installed."""

from __future__ import annotations

import re

from vanban import plaintext
from vanban.errors import Fault, InputError, Place, fail
from vanban.language import _
from vanban.ooxml.opening import members
from vanban.read.ole import OLE, state_of
from vanban.tools.soffice import InputKind, convert_with_soffice

SUFFIXES = (".doc", ".dot", ".rtf", ".odt")
"""Endings of the files that are converted."""

_ZIP, _RTF, _PDF = b"PK\x03\x04", b"{\\rtf", b"%PDF-"
_ODT, _ODT_LOCKED = b"application/vnd.oasis.opendocument.text", b"encryption-data"
_HTML = re.compile(rb"<(!doctype\s+html|html|head|body|meta)\b", re.IGNORECASE)
_OTHERS = (b"<", b"MIME-Version:")
"""What other files of Word begin with: Word 2003 XML, "Single File Web Page"."""
_MARKS = b"\xef\xbb\xbf \t\r\n"
"""What may stand before the first letter of a text."""
_HEAD = 1_024
_DOCX = "docx:MS Word 2007 XML"


def as_docx(data: bytes) -> bytes:
    """The DOCX that LibreOffice makes of a file; what the file is, its first bytes say, not its name.

    Fonts keep their names, so that letters of old encodings can still be told.

    Raises:
        InputError: VB160 it is empty; VB162, VB226, VB229 it is another kind of file; VB164 it is locked;
            VB166 it ends too early, VB167 is too large; VB227 LibreOffice cannot read it.
        ToolMissingError: VB070, there is no LibreOffice.
    """
    kind = _kind(data)
    if kind is None:
        return data
    try:
        return convert_with_soffice([data], _DOCX, kind=kind)[0]
    except InputError as failure:
        raise InputError(Fault("VB227")) from failure


def _kind(data: bytes) -> InputKind | None:
    """What a file is; None for a DOCX that bears another name."""
    if not data.strip(b"\0" + _MARKS):
        raise fail("VB160")
    if data.lstrip(_MARKS).startswith(_RTF):
        return "rtf"
    if data.startswith(OLE):
        return _word_97(data)
    if data.startswith(_ZIP):
        return _odt(data) if _ODT in data[:200] else None
    if _PDF in data[:_HEAD]:
        raise fail("VB162")
    if _HTML.search(data[:_HEAD]):
        raise fail("VB229", what="HTML", suffix=".html")
    if not data.lstrip(_MARKS).startswith(_OTHERS) and _is_text(data):
        raise fail("VB229", what=_("văn bản thuần"), suffix=".txt")
    raise fail("VB226")


def _word_97(data: bytes) -> InputKind:
    state = state_of(data)
    if state == "cut":
        raise fail("VB166", reason=_("tệp bị cắt ngang hoặc sai dữ liệu nén"))
    if state == "locked":
        raise fail("VB164")
    if state == "foreign":
        raise fail("VB226")
    return "doc"


def _odt(data: bytes) -> InputKind:
    """Nothing of it is unpacked by LibreOffice before it is known to be whole and not too large."""
    _entry, manifest = members(data, Place()).get("META-INF/manifest.xml", (None, b""))
    if _ODT_LOCKED in manifest:
        raise fail("VB164")
    return "odt"


def _is_text(data: bytes) -> bool:
    try:
        return bool(plaintext.text_of(data))
    except InputError:
        return False
