"""The size of a picture in pixels, as its file says."""

from __future__ import annotations

import struct
from collections.abc import Callable

from vanban.document.blocks import Figure
from vanban.errors import Place, fail
from vanban.plain_svg import svg_size
from vanban.render.sheet import Image

_START_OF_FRAME = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
"""JPEG markers (ITU T.81, table B.1) of a segment that carries height and width."""


def image_of(figure: Figure) -> Image:
    """The picture of ``figure`` with its size.

    Raises:
        InputError: VB045, the bytes are not a picture.
    """
    size = _SIZES[figure.media](figure.data)
    if size is None or 0 in size:
        raise fail("VB045", Place(part=f"hinh: {figure.path or figure.alt}"))
    return Image(media=figure.media, data=figure.data, px=size)


def _png_size(data: bytes) -> tuple[int, int] | None:
    if data[:8] != b"\x89PNG\r\n\x1a\n" or len(data) < 24:
        return None
    wide, high = struct.unpack(">II", data[16:24])
    return wide, high


def _jpeg_size(data: bytes) -> tuple[int, int] | None:
    if data[:2] != b"\xff\xd8":
        return None
    at = 2
    while at + 9 < len(data) and data[at] == 0xFF:
        marker = data[at + 1]
        length = struct.unpack(">H", data[at + 2 : at + 4])[0]
        if marker in _START_OF_FRAME:
            high, wide = struct.unpack(">HH", data[at + 5 : at + 9])
            return wide, high
        at += 2 + length
    return None


_SIZES: dict[str, Callable[[bytes], tuple[int, int] | None]] = {
    "png": _png_size,
    "jpeg": _jpeg_size,
    "svg": svg_size,
}
