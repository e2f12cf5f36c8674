"""The Vietnamese order of names: the given name, the middle names, the family name; letters, then tones.

The order of the tones is a choice, since usage differs: ngang, huyền, hỏi, ngã, sắc, nặng. Tones part two
syllables only where their letters are the same, and syllables are compared one by one.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TypeAlias

ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
"""The letters in order; f, j, w and z stand where names from elsewhere are looked for."""
TONES = ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")
"""Ngang, huyền, hỏi, ngã, sắc, nặng, as the marks that make them."""

Syllable: TypeAlias = tuple[tuple[int, ...], int]
"""Whether it is a number, or the places of its letters in the alphabet; and the place of its tone."""

_PLACE = {letter: place for place, letter in enumerate(ALPHABET, start=1)}
_ELSEWHERE = len(ALPHABET) + 1
_NUMBER, _LETTERS = 0, 1
"""A number stands before all words."""
_NO_MIDDLE: Syllable = ((_NUMBER,), 0)
"""What parts the given and middle names from the family name, so that fewer middle names come first."""
_WORD = re.compile(r"\w+")


def by_words(text: str) -> tuple[Syllable, ...]:
    """The key that sorts a text, such as the name of a school, word by word from its beginning."""
    return tuple(_syllable(word) for word in _WORD.findall(unicodedata.normalize("NFC", text).lower()))


def by_name(name: str) -> tuple[Syllable, ...]:
    """The key that sorts a person: given name, middle names in their order, family name.

    The given name is the last word, the family name the first: ``Trần Văn An`` stands before ``Lê Thị Bình``.
    """
    *others, given = by_words(name) or (_NO_MIDDLE,)
    return (given, *others[1:], _NO_MIDDLE, *others[:1])


def _syllable(word: str) -> Syllable:
    if word.isdecimal():
        return (_NUMBER, int(word)), 0
    tone, places = 0, [_LETTERS]
    for letter in word:
        base = unicodedata.normalize("NFD", letter)
        if mark := next((mark for mark in base if mark in TONES[1:]), ""):
            tone = TONES.index(mark)
        places.append(
            _PLACE.get(unicodedata.normalize("NFC", base.replace(mark, "") if mark else base), _ELSEWHERE)
        )
    return tuple(places), tone
