"""Word 97, RTF and OpenDocument files → DOCX, through LibreOffice where it is installed."""

from __future__ import annotations

from vanban.errors import Fault, InputError, fail
from vanban.tools.soffice import InputKind, convert_with_soffice

SUFFIXES = (".doc", ".dot", ".rtf", ".odt")
"""Endings of the files that are converted."""

_ZIP, _OLE, _RTF = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"{\\rtf"
_ODT = b"application/vnd.oasis.opendocument.text"
_DOCX = "docx:MS Word 2007 XML"


def as_docx(data: bytes) -> bytes:
    """The DOCX that LibreOffice makes of a file; what the file is, its first bytes say, not its name.

    Fonts keep their names, so that letters of old encodings can still be told.

    Raises:
        InputError: VB226 it is none of these files; VB227 LibreOffice cannot read it.
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
    if data.startswith(_RTF):
        return "rtf"
    if data.startswith(_OLE):
        return "doc"
    if data.startswith(_ZIP):
        return "odt" if _ODT in data[:200] else None
    raise fail("VB160" if not data.strip() else "VB226")
