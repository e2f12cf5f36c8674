"""What the frame of a Word 97 file tells before anybody reads the words: cut short, locked, or not Word's."""

from __future__ import annotations

import struct
from typing import Literal

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
State = Literal["whole", "cut", "locked", "foreign"]

_WORD, _LOCKED = ("WordDocument".encode("utf-16-le"), "EncryptedPackage".encode("utf-16-le"))
_HEADER = 512
_SECTOR_SHIFT_AT, _FIRST_TABLES_AT, _FIRST_TABLES = 30, 76, 109
"""In the header: the size of a sector as a power of 2, and where the tables of all sectors are."""
_STREAM_START_AT = 116
"""In the entry of a stream: its first sector."""
_FLAGS_AT, _ENCRYPTED_FLAG = 10, 0x0100
"""In the block that Word's own stream begins with ([MS-DOC] 2.5.2)."""
_UNUSED, _LEAST_MARK = 0xFFFFFFFF, 0xFFFFFFFA
_SHIFTS = (9, 12)


def state_of(data: bytes) -> State:
    """What an OLE file is: a whole Word file, one that ends too early, one with a password, or another's.

    LibreOffice reads some files that were cut short without a word, and loses letters.
    """
    if _LOCKED in data:
        return "locked"
    if not _is_whole(data):
        return "cut"
    if _WORD not in data:
        return "foreign"
    return "locked" if _is_encrypted(data) else "whole"


def _is_whole(data: bytes) -> bool:
    """Whether every sector that the tables tell to be in use is there, the last one at least begun."""
    if len(data) < _HEADER:
        return False
    size = _sector_size(data)
    firsts = struct.unpack_from(f"<{_FIRST_TABLES}I", data, _FIRST_TABLES_AT)
    last = -1
    for number, sector in enumerate(sector for sector in firsts if sector < _LEAST_MARK):
        table = data[_place(sector, size) :][:size]
        if len(table) < size:
            return False
        entries = struct.unpack(f"<{size // 4}I", table)
        used = [at for at, following in enumerate(entries) if following != _UNUSED]
        last = number * len(entries) + used[-1] if used else last
    return last >= 0 and len(data) > _place(last, size)


def _is_encrypted(data: bytes) -> bool:
    entry = data.index(_WORD)
    (sector,) = struct.unpack_from("<I", data.ljust(entry + 128, b"\0"), entry + _STREAM_START_AT)
    flags = data[_place(sector, _sector_size(data)) :][_FLAGS_AT : _FLAGS_AT + 2]
    return bool(int.from_bytes(flags, "little") & _ENCRYPTED_FLAG)


def _sector_size(data: bytes) -> int:
    shift = int.from_bytes(data[_SECTOR_SHIFT_AT : _SECTOR_SHIFT_AT + 2], "little")
    return 1 << (shift if shift in _SHIFTS else min(_SHIFTS))


def _place(sector: int, size: int) -> int:
    """Where a sector begins in the file; the header takes the place of one."""
    return (sector + 1) * size
