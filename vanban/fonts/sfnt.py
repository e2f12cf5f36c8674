"""Reads what we need of a TrueType file: its names, the characters it has and how far each one advances.

A general font library does this too, but takes 150 ms to start, and every command that renders would pay.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from pathlib import Path

_FAMILY, _VERSION = 1, 5
_WINDOWS, _ENGLISH = 3, 0x409
_FULL_UNICODE, _BASIC_PLANE = (3, 10), (3, 1)
_LAST_SEGMENT = 0xFFFF
_MOST_CHARACTERS = 0x20000


class Widths(dict[str, int]):
    """Advance width of each character in font units; a character that the font lacks has the empty box's."""

    def __init__(self, widths: dict[str, int], missing: int) -> None:
        super().__init__(widths)
        self._missing = missing

    def __missing__(self, character: str) -> int:
        return self._missing


@dataclass(frozen=True, slots=True)
class Face:
    """One font file, as far as text is measured with it."""

    family: str
    version: str
    units_per_em: int
    widths: Widths


@lru_cache(maxsize=16)
def read_face(path: Path) -> Face:
    """Read a TrueType file; a few ms, and then from memory.

    Raises:
        OSError: the file cannot be read.
        ValueError: it is not a TrueType file with Unicode characters, or is damaged.
    """
    data = path.read_bytes()
    try:
        tables = _tables(data)
        (units_per_em,) = struct.unpack_from(">H", tables["head"], 18)
        advances = _advances(tables)
        widths = {
            chr(code): advances[min(glyph, len(advances) - 1)] for code, glyph in _characters(tables["cmap"])
        }
        names = _names(tables["name"])
        version = names[_VERSION].removeprefix("Version ").split(";")[0]
        return Face(names[_FAMILY], version, units_per_em, Widths(widths, advances[0]))
    except (struct.error, KeyError, IndexError, OverflowError) as error:
        raise ValueError(f"not a usable TrueType file: {path.name}") from error


def characters_by_glyph(data: bytes) -> dict[int, str]:
    """The first character that each glyph of a TrueType file draws; empty for a file that does not tell."""
    try:
        pairs = list(islice(_characters(_tables(data)["cmap"]), _MOST_CHARACTERS))
        return {glyph: chr(code) for code, glyph in reversed(pairs)}
    except (struct.error, KeyError, IndexError, OverflowError, ValueError):
        return {}


def _tables(data: bytes) -> dict[str, bytes]:
    (count,) = struct.unpack_from(">H", data, 4)
    records = (struct.unpack_from(">4sIII", data, 12 + 16 * index) for index in range(count))
    return {tag.decode("latin-1"): data[start : start + size] for tag, _, start, size in records}


def _advances(tables: dict[str, bytes]) -> tuple[int, ...]:
    """The advance of each glyph; the last one stands for all glyphs after it."""
    (count,) = struct.unpack_from(">H", tables["hhea"], 34)
    return struct.unpack_from(">" + "Hh" * count, tables["hmtx"])[::2]


def _characters(cmap: bytes) -> Iterator[tuple[int, int]]:
    """Pairs of code point and glyph, from the widest Unicode table that the font has."""
    (count,) = struct.unpack_from(">H", cmap, 2)
    records = (struct.unpack_from(">HHI", cmap, 4 + 8 * index) for index in range(count))
    offsets = {(platform, encoding): offset for platform, encoding, offset in records}
    if _FULL_UNICODE in offsets:
        return _groups(cmap, offsets[_FULL_UNICODE])
    return _segments(cmap, offsets[_BASIC_PLANE])


def _groups(cmap: bytes, offset: int) -> Iterator[tuple[int, int]]:
    """Format 12 of the OpenType specification."""
    kind, count = struct.unpack_from(">H10xI", cmap, offset)
    if kind != 12:
        raise KeyError(kind)
    for index in range(count):
        first, last, glyph = struct.unpack_from(">III", cmap, offset + 16 + 12 * index)
        for code in range(first, last + 1):
            yield code, glyph + code - first


def _segments(cmap: bytes, offset: int) -> Iterator[tuple[int, int]]:
    """Format 4 of the OpenType specification: segments with a shift, or with an array of glyphs."""
    kind, size, double_count = struct.unpack_from(">HH2xH", cmap, offset)
    if kind != 4:
        raise KeyError(kind)
    count = double_count // 2
    words = struct.unpack_from(f">{(size - 14) // 2}H", cmap, offset + 14)
    starts = count + 1
    shifts, ranges = starts + count, starts + 2 * count
    for index in range(count):
        first, last, shift, distance = (words[at + index] for at in (starts, 0, shifts, ranges))
        for code in range(first, min(last, _LAST_SEGMENT - 1) + 1):
            glyph = words[ranges + index + distance // 2 + code - first] if distance else code
            if glyph or not distance:
                glyph = (glyph + shift) % 0x10000
            if glyph:
                yield code, glyph


def _names(name: bytes) -> dict[int, str]:
    """The English names of the Windows platform, by their number."""
    count, storage = struct.unpack_from(">HH", name, 2)
    records = (struct.unpack_from(">6H", name, 6 + 12 * index) for index in range(count))
    return {
        number: name[storage + start : storage + start + size].decode("utf-16-be", "replace")
        for platform, _, language, number, size, start in records
        if (platform, language) == (_WINDOWS, _ENGLISH)
    }
