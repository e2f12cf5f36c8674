"""The zip of a DOCX: members are packed apart and joined under one fixed date: same text, same bytes."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable
from typing import NamedTuple

_LEVEL = 3
"""Of zlib: a third of the time that its usual 6 takes, for a tenth more bytes."""
_STORED, _DEFLATED = 0, 8
_VERSION = 20
_UTF8_NAMES = 0x800
_DATE = 1 << 5 | 1
"""1 January 1980, the first day that a zip knows."""

_LOCAL = struct.Struct("<4sHHHHHIIIHH")
_CENTRAL = struct.Struct("<4sHHHHHHIIIHHHHHII")
_END = struct.Struct("<4sHHHHIIH")


class Member(NamedTuple):
    """A file of the zip, ready to be written: its name, and its bytes deflated or as they are."""

    name: bytes
    method: int
    crc: int
    size: int
    packed: bytes


def deflated(name: str, data: bytes) -> Member:
    """A member that is text."""
    packer = zlib.compressobj(_LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
    packed = packer.compress(data) + packer.flush()
    return Member(name.encode(), _DEFLATED, zlib.crc32(data), len(data), packed)


def stored(name: str, data: bytes) -> Member:
    """A member that is deflated already, as pictures are."""
    return Member(name.encode(), _STORED, zlib.crc32(data), len(data), data)


def zip_of(members: Iterable[Member]) -> bytes:
    """The bytes of a zip that holds ``members`` in this order."""
    files: list[bytes] = []
    directory: list[bytes] = []
    offset = 0
    for name, method, crc, size, packed in members:
        about = (_VERSION, _UTF8_NAMES, method, 0, _DATE, crc, len(packed), size, len(name), 0)
        files += (_LOCAL.pack(b"PK\3\4", *about), name, packed)
        directory += (_CENTRAL.pack(b"PK\1\2", _VERSION, *about, 0, 0, 0, 0, offset), name)
        offset += _LOCAL.size + len(name) + len(packed)
    listing = b"".join(directory)
    count = len(directory) // 2
    end = _END.pack(b"PK\5\6", 0, 0, count, count, len(listing), offset, 0)
    return b"".join((*files, listing, end))
