"""The pictures of a PDF as files: a JPEG as it is, plain samples as a PNG."""

from __future__ import annotations

import struct
import zlib
from dataclasses import dataclass, replace

from pypdf.generic import ArrayObject, DictionaryObject, NullObject, PdfObject, StreamObject

from vanban.paper import media_of
from vanban.pdf.opening import BROKEN, unpacking

MOST_SAMPLES = 60_000_000
"""Bytes of samples in all pictures together that are unpacked; JPEGs are not."""
_JPEG, _FLATE = "/DCTDecode", "/FlateDecode"
_CHANNELS = {"/DeviceGray": 1, "/CalGray": 1, "/DeviceRGB": 3, "/CalRGB": 3}
_PLAIN: tuple[list[object], ...] = ([], [_FLATE])
_PALETTE, _COLOURS = 3, {1: 0, 2: 4, 3: 2, 4: 6}
"""Colour types of PNG: with a palette, and by the number of channels without one."""
_MOST_COLOURS = 256
_PNG_FILTERS = 10
"""From which predictor on the samples are packed just as in a PNG."""


@dataclass(frozen=True, slots=True)
class _Grid:
    """How the samples of a picture lie: dots across and down, bits of a sample, samples of a dot."""

    wide: int
    high: int
    depth: int
    channels: int
    palette: bytes = b""

    @property
    def row(self) -> int:
        """Bytes of a row."""
        return (self.wide * self.channels * self.depth + 7) // 8

    @property
    def colour(self) -> int:
        """PNG's word for what its samples mean."""
        return _PALETTE if self.palette else _COLOURS[self.channels]


class Images:
    """Makes files of pictures, each once."""

    def __init__(self) -> None:
        self._left = MOST_SAMPLES
        self._made: dict[int, tuple[StreamObject, bytes | None]] = {}

    def file(self, image: StreamObject | None) -> bytes | None:
        """The picture as a JPEG or PNG file; None where it is neither a JPEG nor simple to make a PNG of."""
        if image is None:
            return None
        if id(image) not in self._made:
            try:
                with unpacking():
                    data = self._file(image)
            except BROKEN:
                data = None
            self._made[id(image)] = image, data
        return self._made[id(image)][1]

    def _file(self, image: StreamObject) -> bytes | None:
        filters = _list(image.get("/Filter"))
        if image.get("/ImageMask") or "/Decode" in image:
            return None
        if filters[-1:] == [_JPEG]:
            data = image.get_data()
            return data if media_of(data) == "jpeg" and _colours(image.get("/ColorSpace"))[0] else None
        grid = _grid(image)
        if grid is None or filters not in _PLAIN:
            return None
        mask = image.get("/SMask")
        if mask is not None and not isinstance(mask, NullObject):
            return self._see_through(image, grid, mask.get_object())
        if not self._has_room((grid.row + 1) * grid.high):
            return None
        if _is_png_packed(image, grid):
            packed = image._data
            length = len(zlib.decompressobj().decompress(packed, (grid.row + 1) * grid.high + 1))
            return _png_file(grid, packed) if length == (grid.row + 1) * grid.high else None
        return _png_file(grid, zlib.compress(_rows(_samples(image, grid), grid.row)))

    def _see_through(self, image: StreamObject, grid: _Grid, mask: object) -> bytes | None:
        """The picture with another that says where it is seen through."""
        if not isinstance(mask, StreamObject) or "/Matte" in mask or "/Decode" in mask:
            return None
        veil = _grid(mask)
        if veil != _Grid(grid.wide, grid.high, 8, 1) or grid.depth != 8 or grid.palette:
            return None
        if not self._has_room(2 * (grid.channels + 1) * grid.wide * grid.high):
            return None
        samples, both = _samples(image, grid), replace(grid, channels=grid.channels + 1)
        mixed = bytearray(both.row * both.high)
        for channel in range(grid.channels):
            mixed[channel :: both.channels] = samples[channel :: grid.channels]
        mixed[grid.channels :: both.channels] = _samples(mask, veil)
        return _png_file(both, zlib.compress(_rows(bytes(mixed), both.row)))

    def _has_room(self, size: int) -> bool:
        """Whether so many bytes may be unpacked still; then they are counted."""
        if size > self._left:
            return False
        self._left -= size
        return True


def _grid(image: DictionaryObject) -> _Grid | None:
    """How its samples lie; None where a PNG has no such pictures."""
    wide, high, depth = (image.get(name) for name in ("/Width", "/Height", "/BitsPerComponent"))
    if not (isinstance(wide, int) and isinstance(high, int) and isinstance(depth, int)):
        return None
    channels, palette = _colours(image.get("/ColorSpace"))
    sound = wide > 0 and high > 0 and depth in ((8,) if channels == 3 else (1, 2, 4, 8))
    return _Grid(wide, high, depth, channels, palette) if channels and sound else None


def _samples(image: StreamObject, grid: _Grid) -> bytes:
    if _predictor(image) > 1 or _list(image.get("/Filter")) not in _PLAIN:
        raise ValueError
    data = image.get_data()
    if len(data) < grid.row * grid.high:
        raise ValueError
    return data[: grid.row * grid.high]


def _rows(samples: bytes, row: int) -> bytes:
    """Samples with the byte before each row that says that it is not filtered."""
    return b"".join(b"\0" + samples[at : at + row] for at in range(0, len(samples), row))


def _png_file(grid: _Grid, packed: bytes) -> bytes:
    header = struct.pack(">IIBBBBB", grid.wide, grid.high, grid.depth, grid.colour, 0, 0, 0)
    chunks = [(b"IHDR", header), (b"PLTE", grid.palette), (b"IDAT", packed), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in chunks
        if data or kind != b"PLTE"
    )


def _colours(named: object) -> tuple[int, bytes]:
    """How many channels a colour space has, 0 for one that a PNG has not; its palette."""
    space = _list(named)
    kind = space[0] if space else None
    if kind == "/Indexed" and len(space) == 4:
        table = space[3].get_data() if isinstance(space[3], StreamObject) else _bytes(space[3])
        table = table[: 3 * _MOST_COLOURS]
        return (1, table) if _colours(space[1])[0] == 3 and table and not len(table) % 3 else (0, b"")
    if kind == "/ICCBased" and len(space) == 2 and isinstance(space[1], StreamObject):
        count = space[1].get("/N")
        return (count, b"") if isinstance(count, int) and count in (1, 3) else (0, b"")
    return _CHANNELS.get(str(kind), 0), b""


def _bytes(value: object) -> bytes:
    found = getattr(value, "original_bytes", b"")
    return found if isinstance(found, bytes) else b""


def _list(value: object) -> list[object]:
    found = value.get_object() if isinstance(value, PdfObject) else value
    if isinstance(found, ArrayObject):
        return [one.get_object() for one in found]
    return [] if found is None or isinstance(found, NullObject) else [found]


def _parameters(image: DictionaryObject) -> DictionaryObject:
    found = _list(image.get("/DecodeParms"))
    return found[0] if found and isinstance(found[0], DictionaryObject) else DictionaryObject()


def _predictor(image: DictionaryObject) -> int:
    found = _parameters(image).get("/Predictor", 1)
    return found if isinstance(found, int) else 1


def _is_png_packed(image: DictionaryObject, grid: _Grid) -> bool:
    words = _parameters(image)
    told = (words.get("/Columns", 1), words.get("/Colors", 1), words.get("/BitsPerComponent", 8))
    fits = told == (grid.wide, grid.channels, grid.depth) and _list(image.get("/Filter")) == [_FLATE]
    return fits and _predictor(image) >= _PNG_FILTERS
