"""Bytes that somebody calls a Word file → the members of its package, or a fault that says what they are."""

from __future__ import annotations

import io
import zipfile
import zlib

from vanban.errors import InputError, Place, fail
from vanban.language import _

MOST_MEMBERS = 2_000
MOST_BYTES = 200_000_000
"""Of all members together; a paper of 2,000 pages has about 35 MB of text and its pictures."""
MOST_MEMBER_BYTES = 100_000_000

_ZIP, _PDF, _OLE = b"PK\x03\x04", b"%PDF-", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MEMBER_ENTRY = b"PK\x01\x02"
_LOCKED_STREAM, _OLD_WORD_STREAM = (
    "EncryptedPackage".encode("utf-16-le"),
    "WordDocument".encode("utf-16-le"),
)
_HEAD = 1_024
_ENCRYPTED_FLAG = 1
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)


def members(data: bytes, place: Place) -> dict[str, tuple[zipfile.ZipInfo, bytes]]:
    """The members of a package in their order, each with its entry, unpacked and proven by its check sum.

    Raises:
        InputError: VB160 to VB164 it is not a package, and what it is; VB166 broken; VB167 too large.
    """
    if not data.strip(b"\0"):
        raise fail("VB160", place)
    if not data.startswith(_ZIP):
        raise _not_a_package(data, place)
    if data.count(_MEMBER_ENTRY) > MOST_MEMBERS:
        raise fail("VB167", place, reason=_("có quá {most} tệp bên trong").format(most=f"{MOST_MEMBERS:n}"))
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _measure(archive.infolist(), place)
            return {entry.filename: (entry, archive.read(entry)) for entry in archive.infolist()}
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, UnicodeError, ValueError, OSError):
        raise fail("VB166", place, reason=_("tệp bị cắt ngang hoặc sai dữ liệu nén")) from None


def _not_a_package(data: bytes, place: Place) -> InputError:
    if _PDF in data[:_HEAD]:
        return fail("VB162", place)
    if data.startswith(_OLE):
        return fail(
            "VB164" if _LOCKED_STREAM in data else "VB163" if _OLD_WORD_STREAM in data else "VB161", place
        )
    return fail("VB161", place)


def _measure(entries: list[zipfile.ZipInfo], place: Place) -> None:
    """Judge by the list of contents, before anything is unpacked; unpacking never goes beyond it."""
    names = {entry.filename.lower() for entry in entries}
    if len(names) < len(entries) or any(entry.compress_type not in _METHODS for entry in entries):
        raise fail("VB166", place, reason=_("danh mục tệp bên trong không hợp lệ"))
    if any(entry.flag_bits & _ENCRYPTED_FLAG for entry in entries):
        raise fail("VB164", place)
    largest = max((entry.file_size for entry in entries), default=0)
    if largest > MOST_MEMBER_BYTES or sum(entry.file_size for entry in entries) > MOST_BYTES:
        limit = f"{(MOST_MEMBER_BYTES if largest > MOST_MEMBER_BYTES else MOST_BYTES) // 1_000_000}"
        raise fail("VB167", place, reason=_("dung lượng khi giải nén vượt {limit} MB").format(limit=limit))
