"""The letters of a paragraph as a reader sees them, each with its place in the text as typed."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from vanban.paper import Paragraph, Run
from vanban.tiengviet.legacy import TCVN3, VNI, Encoding, looks_legacy

_BASES = str.maketrans("đĐÐƉ", "dddd")
_ACCENTS = re.compile("[\u0300-\u036f]")
_UNSEEN = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f")
"""Soft hyphens, joiners and marks of direction."""


@dataclass(frozen=True, slots=True)
class Seen:
    """Precomposed Unicode letters, capitals where they are drawn so; ``at`` has one place more, the end.

    ``legacy`` says that some were read from an old encoding, whose fonts may lack accented capitals.
    """

    text: str
    at: Sequence[int]
    legacy: bool = False


def seen(paragraph: Paragraph) -> Seen:
    """What a reader sees of a paragraph: old encodings read, capitals and accents put together."""
    text = paragraph.text
    plain = unicodedata.is_normalized("NFC", text) and _UNSEEN.isdisjoint(text)
    encodings = [_encoding(run) for run in paragraph.runs]
    if plain and not any(encodings) and not any(run.look.caps for run in paragraph.runs):
        return Seen(text, range(len(text) + 1))
    letters: list[str] = []
    at: list[int] = []
    place = 0
    for run, encoding in zip(paragraph.runs, encodings, strict=True):
        for letter, offset in _decoded(run, encoding):
            joined = unicodedata.normalize("NFC", letters[-1] + letter) if letters else ""
            if unicodedata.combining(letter) and len(joined) == 1:
                letters[-1] = joined
            elif encoding or letter not in _UNSEEN:
                letters.append(_capital(letter) if run.look.caps else letter)
                at.append(place + offset)
        place += len(run.text)
    return Seen("".join(letters), (*at, place), any(encodings))


def _encoding(run: Run) -> Encoding | None:
    """The old encoding of a run; in a font of TCVN3 any Western letter tells."""
    western = not run.text.isascii() and max(run.text) < "\u0100"
    if western and run.look.font.lower().startswith(".vn"):
        return "tcvn3"
    return looks_legacy(run.text, run.look.font)


def _decoded(run: Run, encoding: Encoding | None) -> Iterator[tuple[str, int]]:
    """The letters of a run, with their offsets; VNI writes some with two characters."""
    text = run.text
    offset = 0
    while offset < len(text):
        pair = text[offset : offset + 2]
        if encoding == "vni" and len(pair) == 2 and pair in VNI:
            yield VNI[pair], offset
            offset += 2
            continue
        letter = text[offset]
        if encoding == "vni":
            letter = VNI.get(letter, letter)
        elif encoding == "tcvn3":
            letter = TCVN3.get(letter, letter)
            letter = _capital(letter) if run.look.font.endswith("H") else letter
        yield letter, offset
        offset += 1


def _capital(letter: str) -> str:
    upper = letter.upper()
    return upper if len(upper) == 1 else letter


def fold(text: str) -> str:
    """The text in small letters a-z without diacritics; other characters stay."""
    if text.isascii():
        return text.lower()
    return _ACCENTS.sub("", unicodedata.normalize("NFD", text.translate(_BASES).lower()))


def fold_in_place(text: str) -> str:
    """As :func:`fold`, one letter for each of precomposed text."""
    return text.lower() if text.isascii() else "".join(map(_fold_letter, text))


@lru_cache(maxsize=4096)
def _fold_letter(letter: str) -> str:
    return (fold(letter) or letter)[0]
