"""Names as annex II writes them: ``ỦY BAN NHÂN DÂN XÃ X`` → ``Ủy ban nhân dân xã X``, and slips in a text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from vanban.tiengviet.tones import mark_first

_PHRASES = (
    "Ủy ban nhân dân",
    "Uỷ ban nhân dân",
    "Hội đồng nhân dân",
    "Ủy ban Mặt trận Tổ quốc Việt Nam",
    "Văn phòng",
    "Phòng Văn hóa - Xã hội",
    "Phòng Kinh tế, Hạ tầng và Đô thị",
    "Phòng Kinh tế",
    "Trung tâm Phục vụ hành chính công",
    "Sở Giáo dục và Đào tạo",
    "Bộ Giáo dục và Đào tạo",
    "Trường Mầm non",
    "Trường Tiểu học",
    "Trường Trung học cơ sở",
    "Trường Trung học phổ thông",
    "Hội đồng Thi đua - Khen thưởng",
    "Hội đồng",
    "Ban Chỉ đạo",
    "Ban Thường trực",
    "Chủ tịch",
    "Hiệu trưởng",
    "Giám đốc",
    "Trưởng phòng",
    "tỉnh",
    "thành phố",
    "xã",
    "phường",
    "đặc khu",
    "và",
    "về",
    "của",
    "UBND",
    "HĐND",
    "MTTQ",
    "THCS",
    "THPT",
)
"""Words whose capitals annex II fixes (III.1.a, IV.1.a, V.3); longer ones stand before their beginnings."""

_BY_CAPITALS = {tuple(phrase.upper().split()): phrase for phrase in _PHRASES}
_LONGEST = max(len(words) for words in _BY_CAPITALS)

_BEFORE_SENTENCE = frozenset(".?!…:;\n\t“\"‘'«(–—-+•*|/")
_LABEL = re.compile(r"\s*(?:[0-9.]+|[IVXLC]+|[a-zđ])\s*[.):]")
"""``1.``, ``a)``, ``II.``: what an item begins with."""


def sentence_case(name: str) -> str:
    """Write an office's name as it stands in a sentence.

    A name that is not all capitals is taken as its author wrote it. Words outside the table are names, and
    every syllable of a name takes a capital (annex II, II.1, III.1). The first letter is always a capital.
    """
    if name != name.upper():
        return name
    words = name.split()
    out: list[str] = []
    at = 0
    while at < len(words):
        for length in range(min(_LONGEST, len(words) - at), 0, -1):
            phrase = _BY_CAPITALS.get(tuple(words[at : at + length]))
            if phrase:
                out.append(phrase)
                at += length
                break
        else:
            out.append(words[at].capitalize())
            at += 1
    text = " ".join(out)
    return text[:1].upper() + text[1:]


class Slip(NamedTuple):
    """Letters of a text that are not the capitals of a name, and the name as it should be."""

    start: int
    end: int
    right: str


class Lexicon:
    """Names that are looked for in running text whatever their capitals are.

    Args:
        names: of two words at least, as they stand in a sentence. A name may be given in several ways; the
            first is what a slip is told to be.
        partly: names that are common words too; wholly in small letters they are let be.
        never: words that hold the letters of a name and are none.
    """

    def __init__(
        self, names: Iterable[str], *, partly: Iterable[str] = (), never: Iterable[str] = ()
    ) -> None:
        self._forms: dict[str, list[str]] = {}
        self._partly = {name.lower() for name in partly}
        for name in (*names, *partly):
            self._forms.setdefault(name.lower(), []).append(name)
        self._every = re.compile(rf"(?<![^\W_])(?:{_any_of({*self._forms, *never})})(?![^\W_])")

    def slips(self, text: str) -> Iterator[Slip]:
        """The names in a text whose capitals are not right.

        A name that begins with a small letter may begin a sentence with a capital; a text all in capitals is
        let be. Tone marks count on either vowel.
        """
        plain = _plain(text)
        small = plain.lower()
        if len(small) != len(text):
            return
        for found in self._every.finditer(small):
            right = self._right(plain, found.start(), found[0])
            if right:
                yield Slip(*found.span(), as_in(right, text[found.start() : found.end()]))

    def _right(self, plain: str, start: int, name: str) -> str:
        """How the name should be, "" where it is right."""
        found = plain[start : start + len(name)]
        forms = self._forms.get(name)
        if not forms or found in forms or found.isupper():
            return ""
        if begins_sentence(plain, start) and (
            found in [form[0].upper() + form[1:] for form in forms]
            or (name in self._partly and found[1:] == found[1:].lower())
        ):
            return ""
        return "" if name in self._partly and found == name else forms[0]


def _any_of(names: Iterable[str]) -> str:
    """A pattern of these names, longer ones first; their first words stand once, which makes it fast."""
    rests: dict[str, list[str]] = {}
    for name in sorted(names, key=len, reverse=True):
        first, _space, rest = name.partition(" ")
        rests.setdefault(first, []).append(re.escape(rest))
    return "|".join(f"{first} (?:{'|'.join(rest)})" for first, rest in rests.items())


@lru_cache(maxsize=2048)
def _plain(text: str) -> str:
    """The text for comparing: tone marks in one place, one kind of space. Letters keep their places."""
    return mark_first(text).replace("\xa0", " ")


def begins_sentence(text: str, at: int) -> bool:
    """Whether a word stands where a sentence, a line, an item or a quotation begins."""
    before = text[:at].rstrip(" \xa0")
    return not before or before[-1] in _BEFORE_SENTENCE or bool(_LABEL.fullmatch(before))


def as_in(right: str, found: str) -> str:
    """The letters of ``found`` with the capitals of ``right``, so that tone marks stay where they are."""
    return "".join(
        letter.upper() if model.isupper() else letter.lower()
        for model, letter in zip(right, found, strict=True)
    )
