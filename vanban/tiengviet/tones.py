"""Where tone marks stand (``hòa``, ``hoà``), i or y (``quản lí``, ``quản lý``), syllables that cannot be."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

TONES = "\u0300\u0301\u0309\u0303\u0323"
"""The five marks, as characters of their own: huyền, sắc, hỏi, ngã, nặng."""
VOWELS = "aăâeêioôơuưy"

_TONED = {
    vowel + tone: unicodedata.normalize("NFC", vowel + tone)
    for vowel in VOWELS + VOWELS.upper()
    for tone in TONES
}


def _toned(vowels: str) -> str:
    """Every toned letter of these vowels, small and capital."""
    return "".join(_TONED[vowel + tone] for vowel in vowels + vowels.upper() for tone in TONES)


SMALL = f"a-zđ{VOWELS}{_toned(VOWELS)[: len(VOWELS) * len(TONES)]}"
CAPITAL = f"A-ZĐ{VOWELS.upper()}{_toned(VOWELS)[len(VOWELS) * len(TONES) :]}"
LETTERS = SMALL + CAPITAL
"""Every letter of Vietnamese and the rest of a-z, as in a regular expression's ``[…]``."""
_END = f"(?![{LETTERS}])"

_FIRST = re.compile(rf"([{_toned('o')}])([aeAE]){_END}|(?<![qQ])([{_toned('u')}])([yY]){_END}")
_SECOND = re.compile(rf"([oO])([{_toned('ae')}]){_END}|(?<![qQ])([uU])([{_toned('y')}]){_END}")

SPELLED_TWO_WAYS = (
    *("quản lý", "xử lý", "tâm lý", "vật lý", "địa lý", "lý do", "lý luận", "pháp lý", "hợp lý", "đại lý"),
    *("lý lịch", "lý thuyết", "nguyên lý", "kỹ năng", "kỹ thuật", "kỹ sư", "học kỳ", "định kỳ", "thời kỳ"),
    *("nhiệm kỳ", "chu kỳ", "kỷ niệm", "kỷ luật", "thế kỷ", "kỷ cương", "tỷ lệ", "mỹ thuật", "thẩm mỹ"),
    *("hy vọng", "hy sinh", "công ty", "bác sỹ", "nghệ sỹ", "chiến sỹ", "tiến sỹ", "thạc sỹ", "quý"),
)
"""Words that are written with y or with i, both in use; here with y."""

_TO_I = str.maketrans("yýỳỷỹỵ", "iíìỉĩị")
SPELLED_WITH_I = {word: word.translate(_TO_I) for word in SPELLED_TWO_WAYS}


def mark_first(text: str) -> str:
    """Write ``hòa``, ``khỏe``, ``thủy``: the mark over the first vowel. Letters keep their places."""
    return _SECOND.sub(lambda found: _moved(found, 1, 0), text)


def mark_second(text: str) -> str:
    """Write ``hoà``, ``khoẻ``, ``thuỷ``: the mark over the second vowel. Letters keep their places."""
    return _FIRST.sub(lambda found: _moved(found, 0, 1), text)


@lru_cache(maxsize=4096)
def marked_vowel(word: str) -> int:
    """Which vowel of oa, oe, uy bears the mark: 1 (``hòa``), 2 (``hoà``), 0 where it cannot move."""
    if mark_second(word) != word:
        return 1
    return 2 if mark_first(word) != word else 0


def _moved(found: re.Match[str], old: int, new: int) -> str:
    letters = [letter for letter in found.groups() if letter]
    plain, tone = _parted(letters[old])
    letters[old] = plain
    letters[new] = unicodedata.normalize("NFC", letters[new] + tone)
    return "".join(letters)


def _parted(letter: str) -> tuple[str, str]:
    """A letter without its tone, and the tone."""
    parts = unicodedata.normalize("NFD", letter)
    tone = next((part for part in parts if part in TONES), "")
    return unicodedata.normalize("NFC", parts.replace(tone, "") if tone else parts), tone


# Syllables that no word has: a horn or a tone on the wrong letter.

_SLIPS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(rf"(?<![qQ])(u)([ơ{_toned('ơ')}])(?=[cimnpt])"), "horn"),
    (re.compile(rf"(ư)([o{_toned('o')}])(?=[cimnptu]|{_END})"), "horn"),
    (re.compile(rf"(?<![qQ{LETTERS}])(?:[^\W\d_]*[^\WqQ\d_])?(u)([{_toned('a')}]){_END}"), "first"),
    (re.compile(rf"(?<![gG])(i)([{_toned('a')}]){_END}"), "first"),
    (re.compile(rf"(ư)([{_toned('a')}]){_END}"), "first"),
    (re.compile(rf"(?<=[qQ])([{_toned('u')}])([aeiyêâơăo])"), "second"),
    (re.compile(rf"(?<=[gG])([{_toned('i')}])([aoơuư])"), "second"),
)
"""What is wrong, and which of the two vowels takes the mark."""
_HORNED = str.maketrans("uo", "ươ")


@lru_cache(maxsize=4096)
def mend(word: str) -> str:
    """Put a horn or a tone that stands on the wrong letter where it belongs: ``nguời``, ``cuả``, ``qúy``.

    A word that can be Vietnamese, or no word at all, comes back as it is.
    """
    for pattern, kind in _SLIPS:
        if found := pattern.search(word):
            start, end = found.span(1)[0], found.span(2)[1]
            return word[:start] + _mended(found[1], found[2], kind) + word[end:]
    return word


def _mended(first: str, second: str, kind: str) -> str:
    if kind == "horn":
        plain, tone = _parted(second)
        return "ư" + unicodedata.normalize("NFC", plain.translate(_HORNED) + tone)
    (one, tone_one), (two, tone_two) = _parted(first), _parted(second)
    tone = tone_one or tone_two
    marked = (one + tone, two) if kind == "first" else (one, two + tone)
    return unicodedata.normalize("NFC", "".join(marked))


_PLAIN_SYLLABLE = re.compile(
    r"(?:ngh|ng|nh|gh|gi|qu|ph|th|tr|ch|kh|[bcdđghklmnpqrstvx])?[aăâeêioôơuưy]{1,3}(?:ch|nh|ng|[cmnpt])?"
)


def is_syllable(word: str) -> bool:
    """Whether a word is built as a Vietnamese syllable is: at most one tone, sounds in their order."""
    parts = unicodedata.normalize("NFD", word.lower())
    plain = "".join(part for part in parts if part not in TONES)
    return len(parts) - len(plain) <= 1 and bool(
        _PLAIN_SYLLABLE.fullmatch(unicodedata.normalize("NFC", plain))
    )
