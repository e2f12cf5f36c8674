"""Letters of the days before Unicode: TCVN3 (ABC, fonts ``.Vn…``) and VNI (fonts ``VNI-…``).

Such a file holds Western letters that only its own font draws as Vietnamese; anywhere else they are garbage.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from vanban.tiengviet.tones import is_syllable

Encoding = Literal["tcvn3", "vni"]

_TCVN3_ROWS = (
    ("ĂÂÊÔƠƯĐ", 0xA1),
    ("ăâêôơưđ", 0xA8),
    ("àảãáạ", 0xB5),
    ("ằẳẵắ", 0xBB),
    ("ặầẩẫấậè", 0xC6),
    ("ẻẽéẹềểễếệìỉ", 0xCE),
    ("ĩíịò", 0xDC),
    ("ỏõóọồổỗốộờởỡớợù", 0xE1),
    ("ủũúụừửữứựỳỷỹýỵ", 0xF1),
)
TCVN3: dict[str, str] = {
    chr(code + place): letter for row, code in _TCVN3_ROWS for place, letter in enumerate(row)
}
"""What each letter of TCVN 5712 VN3 stands for; a font whose name ends in H draws all as capitals."""

_VNI_MARKS = {
    "a": {"ø": "à", "ù": "á", "û": "ả", "õ": "ã", "ï": "ạ", "â": "â", "à": "ầ", "á": "ấ", "å": "ẩ", "ã": "ẫ",
          "ä": "ậ", "ê": "ă", "è": "ằ", "é": "ắ", "ú": "ẳ", "ü": "ẵ", "ë": "ặ"},
    "e": {"ø": "è", "ù": "é", "û": "ẻ", "õ": "ẽ", "ï": "ẹ", "â": "ê", "à": "ề", "á": "ế", "å": "ể", "ã": "ễ",
          "ä": "ệ"},
    "o": {"ø": "ò", "ù": "ó", "û": "ỏ", "õ": "õ", "ï": "ọ", "â": "ô", "à": "ồ", "á": "ố", "å": "ổ", "ã": "ỗ",
          "ä": "ộ"},
    "ô": {"ø": "ờ", "ù": "ớ", "û": "ở", "õ": "ỡ", "ï": "ợ"},
    "u": {"ø": "ù", "ù": "ú", "û": "ủ", "õ": "ũ", "ï": "ụ"},
    "ö": {"ø": "ừ", "ù": "ứ", "û": "ử", "õ": "ữ", "ï": "ự"},
    "y": {"ø": "ỳ", "ù": "ý", "û": "ỷ", "õ": "ỹ"},
}  # fmt: skip
"""The mark that follows a vowel, and what the two stand for."""
_VNI_SINGLES = {"ô": "ơ", "ö": "ư", "ñ": "đ", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ", "í": "í", "ì": "ì"}

_VNI_SMALL = {
    **{vowel + mark: letter for vowel, marks in _VNI_MARKS.items() for mark, letter in marks.items()},
    **_VNI_SINGLES,
}
VNI: dict[str, str] = {
    **_VNI_SMALL,
    **{
        typed: letter.upper()
        for small, letter in _VNI_SMALL.items()
        for typed in {small.upper(), small[0].upper() + small[1:]}
    },
}
"""What each letter, or vowel and mark, of VNI stands for."""
_VNI = re.compile("|".join(sorted(VNI, key=len, reverse=True)))

_FOREIGN: dict[Encoding, re.Pattern[str]] = {
    "tcvn3": re.compile("[¡¢£¤¥¦§¨©ª«¬\xad®µ¶·¸¹»¼½¾ÆÇÈÉÊËÌÎÏÐÑÒÓÔÕÖ×ØÜÝÞßáäåæçëìíîïñòóôõö÷øùúûüýþ]"),
    "vni": re.compile("(?<=[aeouyôöAEOUYÔÖ])[âàáåãäêèéúüëøùûõïÂÀÁÅÃÄÊÈÉÚÜËØÙÛÕÏ]|[öñæÖÑÆ]"),
}
"""Letters that the encoding uses for Vietnamese ones."""
_TELLING: dict[Encoding, re.Pattern[str]] = {
    "tcvn3": re.compile("[¡-\xbfÆÇËÎÏÑÖ×ØÜÞþß÷åæçëøäîïñüûö]"),
    "vni": re.compile("[öñæåäëïûøüÖÑÆÅÄËÏÛØÜÂ]|[aeoAEO][âÂ]"),
}
"""Those of them that no Vietnamese word has in Unicode."""
_UNICODE = re.compile("[ăđĩũơưĂĐĨŨƠƯ\u1ea0-\u1ef9]")
_OF_FONTS: dict[Encoding, re.Pattern[str]] = {
    "tcvn3": re.compile(r"\.vn|(?-i:Vn[A-Z])", re.IGNORECASE),
    "vni": re.compile(r"\.?vni[- ]", re.IGNORECASE),
}
"""How the names of the fonts of an encoding begin; a PDF may lose the dot."""
_BESIDE_NAME = re.compile(r"^[A-Z]{6}\+|([ ,-]?(bold|italic|regular|normal|oblique|mt))+$", re.IGNORECASE)
"""What a PDF writes before and after the name of a font: ``ABCDEF+.VnTimeH,Bold``."""
_WORD = re.compile(r"[^\s.,;:!?()/“”\"'\d_–-]+")
_HYPHENED = re.compile(r"[^\s.,;:!?()/“”\"'\d_–]+")
"""A word with the hyphens in it and around it."""
_LONGEST = 8
"""Letters of a syllable, "nghiêng" and one more."""
_ASCII_LETTER = re.compile("[A-Za-z]")

_LEAST_TELLING = 3
"""Different words with a telling letter among others, before text in any other font is taken for garbled."""
_LEAST_SHARE = 0.8
"""Of the garbled words that must be Vietnamese when decoded."""


def decode_tcvn3(text: str, *, capitals: bool = False) -> str:
    """Read text typed in a TCVN3 font.

    Args:
        text: with one Western letter for each Vietnamese one.
        capitals: whether the font draws all letters as capitals (its name ends in H).
    """
    decoded = "".join(TCVN3.get(letter, letter) for letter in text)
    return decoded.upper() if capitals else decoded


def decode_vni(text: str) -> str:
    """Read text typed in a VNI font, where a mark is a letter that follows its vowel."""
    return _VNI.sub(lambda found: VNI[found[0]], text)


def decode(text: str, encoding: Encoding, font: str = "") -> str:
    """Read text of a known encoding; the font tells whether TCVN3 is drawn as capitals."""
    return decode_vni(text) if encoding == "vni" else decode_tcvn3(text, capitals=draws_capitals(font))


def looks_legacy(text: str, font: str = "") -> Encoding | None:
    """Tell which old encoding a text is in, None for Unicode.

    In a font of the encoding one of its letters is enough; in any other font (the text was pasted, or the
    font replaced) several words must hold letters that Vietnamese has not, and be Vietnamese when decoded.
    """
    if text.isascii() or has_unicode(text):
        return None
    named = encoding_of_font(font)
    if named:
        return named if _FOREIGN[named].search(text) else None
    shares = {encoding: _share(text, encoding) for encoding in _FOREIGN}
    best = max(shares, key=lambda encoding: shares[encoding])
    return best if shares[best] >= _LEAST_SHARE else None


@lru_cache(maxsize=256)
def encoding_of_font(font: str) -> Encoding | None:
    """The encoding that a font of this name draws, None for a font of Unicode or of symbols."""
    name = _BESIDE_NAME.sub("", font)
    return next((encoding for encoding, names in _OF_FONTS.items() if names.match(name)), None)


def draws_capitals(font: str) -> bool:
    """Whether a font of TCVN3 draws small letters as capitals, as ``.VnTimeH`` does."""
    return encoding_of_font(font) == "tcvn3" and _BESIDE_NAME.sub("", font).upper().endswith("H")


def has_unicode(text: str) -> bool:
    """Whether there is a letter in it that no old encoding has."""
    return bool(_UNICODE.search(text))


def leaning(text: str, encoding: Encoding) -> int:
    """How many more words have letters that Vietnamese has only in the encoding than only in Unicode."""
    if text.isascii():
        return 0
    words = [word for word in _WORD.findall(text) if not word.isascii()]
    return sum(_tells(word, encoding) for word in words) - sum(map(has_unicode, words))


def with_lost_letters(text: str) -> str:
    """Text of TCVN3 taken out of a PDF, with the letters that its shapes were mistaken for.

    The place of ư is a hyphen in the fonts of the West, that of à a Greek letter.
    """
    return _HYPHENED.sub(_with_horned_u, text.replace("\u03bc", "\xb5"))


def _with_horned_u(found: re.Match[str]) -> str:
    word = found[0]
    if "-" not in word or len(word) > _LONGEST or not word.strip("-"):
        return word
    typed = word.replace("-", "\xad")
    return typed if is_syllable(decode_tcvn3(typed).lower()) else word


def _tells(word: str, encoding: Encoding) -> bool:
    return bool(_TELLING[encoding].search(word) and _ASCII_LETTER.search(word))


def _share(text: str, encoding: Encoding) -> float:
    """How many of the words beyond a-z are Vietnamese when decoded; 0 where too few of them tell."""
    words = [word for word in _WORD.findall(text) if not word.isascii()]
    telling = {word for word in words if _tells(word, encoding)}
    if len(telling) < _LEAST_TELLING:
        return 0
    return sum(is_syllable(decode(word, encoding)) for word in words) / len(words)
