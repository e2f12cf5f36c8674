"""What ``img`` shows: a picture inside the page, a line saved as one, or a picture that is not there."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Mapping
from dataclasses import dataclass

from lxml.etree import _Element as Element

from vanban.html.values import MM_IN_PT, length_pt
from vanban.paper import media_of

_DATA = re.compile(r"\s*data:image/[\w.+-]{1,40}(?:;[\w=.-]{1,40}){0,4};base64,", re.IGNORECASE)
_LINE_PT, _LONG_PT, _DOT_PT = 3.0, 14.0, 2.0
"""Up to which height and from which length on a picture is a line; up to which size it is nothing."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A picture: its bytes, empty where they are not in the page; its words and its width.

    ``line`` says that it is a level line, which Word saves as a picture.
    """

    data: bytes
    alt: str
    width_mm: float
    line: bool = False


def shown(image: Element, said: Mapping[str, str]) -> Shown | None:
    """What an ``img`` shows; None for the dots that pages are spaced with."""
    wide, high = (_extent(image, said, name) for name in ("width", "height"))
    source = image.get("src", "")
    if high is None and wide and source.lower().endswith(".gif"):
        high = 0.0  # which LibreOffice leaves out
    if high is not None and high <= _LINE_PT:
        return Shown(b"", "", _mm(wide), line=True) if wide and wide >= _LONG_PT else None
    if wide is not None and wide <= _DOT_PT:
        return None
    alt = " ".join(image.get("alt", "").split())
    return Shown(_data(source), alt, _mm(wide))


def _data(source: str) -> bytes:
    found = _DATA.match(source)
    if not found:
        return b""
    try:
        data = base64.b64decode(source[found.end() :].encode("ascii", "ignore"))
    except binascii.Error:
        return b""
    return data if media_of(data) else b""


def _extent(image: Element, said: Mapping[str, str], name: str) -> float | None:
    for text in (said.get(name), image.get(name)):
        found = length_pt(text) if text else None
        if found is not None and found >= 0:
            return found
    return None


def _mm(length: float | None) -> float:
    return round((length or 0) * MM_IN_PT, 2)
