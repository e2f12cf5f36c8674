"""TT-22, second part: Unicode, letters of old fonts, tone marks, slips of typing."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from vanban.check.model import Case, Example, Hit, Reword, at
from vanban.check.prose import FIXED, Passage, passages
from vanban.check.register import rule
from vanban.language import N_
from vanban.tiengviet.legacy import decode, looks_legacy
from vanban.tiengviet.tones import LETTERS, SPELLED_WITH_I, mark_first, mark_second, marked_vowel, mend
from vanban.tiengviet.unicode import RESIDUES

_UNICODE = "Phụ lục I, Phần I, I.4"
_USAGE = "Cách viết văn bản tiếng Việt"
_WORD = re.compile(rf"[{LETTERS}]+")

_DECOMPOSED = re.compile("[^\\W\\d_][\u0300-\u036f]+")


@rule(
    "TT-2205",
    N_("Chữ có dấu ở dạng tổ hợp"),
    clause=_UNICODE,
    message=N_("Có {count} chữ mà dấu là ký tự rời (Unicode tổ hợp), tìm kiếm sẽ không thấy."),
    remedy=N_("Đổi sang Unicode dựng sẵn."),
    bad=Example("doan", unicodedata.normalize("NFD", "Nhà trường tổ chức thực hiện.")),
    good=Example("doan", "Nhà trường tổ chức thực hiện."),
    severity="warning",
    fixable=True,
)
def decomposed(case: Case) -> Iterator[Hit]:
    """Letters whose marks are characters of their own."""
    for part in case.words():
        found = [
            (part.start + match.start(), part.start + match.end(), composed)
            for match in _DECOMPOSED.finditer(part.text)
            if (composed := unicodedata.normalize("NFC", match[0])) != match[0]
        ]
        if found:
            repairs = (Reword(start, end, text) for start, end, text in found)
            first = part.paragraph.text.rfind(" ", 0, found[0][0]) + 1
            yield at(part, *repairs, start=max(first, part.start), end=found[-1][1], count=len(found))


_SHOWN = 60
"""Letters of the decoded words that a finding shows."""


@rule(
    "TT-2206",
    N_("Chữ gõ bằng bảng mã cũ (TCVN3, VNI)"),
    clause=_UNICODE,
    message=N_("Chữ gõ bằng bảng mã {encoding} ở {count} đoạn; đoạn này là «{decoded}»."),
    remedy=N_("Chuyển văn bản sang Unicode bằng công cụ chuyển mã rồi dùng phông Times New Roman."),
    bad=Example("doan", "Nhµ tr\u00adêng tæ chøc thùc hiÖn kÕ ho¹ch tuyªn truyÒn."),
    good=Example("doan", "Nhà trường tổ chức thực hiện kế hoạch tuyên truyền."),
)
def old_letters(case: Case) -> Iterator[Hit]:
    """Letters that only a font of before Unicode draws as Vietnamese; told once for a paper."""
    found = []
    for part in case.words():
        font = part.paragraph.runs[0].look.font
        encoding = looks_legacy(part.text, font)
        if encoding:
            found.append((part, encoding, font))
    if found:
        part, encoding, font = found[0]
        words = " ".join(decode(part.text, encoding, font).split())
        decoded = words if len(words) <= _SHOWN else words[:_SHOWN].rsplit(" ", 1)[0] + "…"
        yield at(part, encoding={"tcvn3": "TCVN3", "vni": "VNI"}[encoding], count=len(found), decoded=decoded)


def _minority(words: list[tuple[Passage, int, int]], right: str) -> Hit:
    """One hit at the first word in question: how many there are, some of them, and that one put right."""
    passage, start, end = words[0]
    kinds = Counter(p.text[s:e].lower() for p, s, e in words)
    shown = ", ".join(f"«{word}»" for word, _count in kinds.most_common(3))
    return passage.hit(start, end, count=len(words), words=shown, right=right)


@rule(
    "TT-2207",
    N_("Dấu thanh đặt không thống nhất (hòa, hoà)"),
    clause=_USAGE,
    message=N_("Dấu thanh đặt theo hai kiểu trong một văn bản; {count} chỗ khác với phần còn lại: {words}."),
    remedy=N_("Viết một kiểu, như «{right}», trong cả văn bản."),
    bad=Example("doan", "Nhà trường thực hiện văn hóa đọc, xóa bỏ thói quen xấu, nâng cao sức khoẻ."),
    good=Example("doan", "Nhà trường thực hiện văn hóa đọc, xóa bỏ thói quen xấu, nâng cao sức khỏe."),
    severity="note",
)
def tone_marks(case: Case) -> Iterator[Hit]:
    """Both «hòa» and «hoà» in one paper: the rarer way is told, once."""
    found: dict[int, list[tuple[Passage, int, int]]] = {1: [], 2: []}
    for passage in passages(case):
        for word in _WORD.finditer(passage.text):
            vowel = marked_vowel(word[0])
            if vowel and not word[0].isupper():
                found[vowel].append((passage, *word.span()))
    if found[1] and found[2]:
        rare, change = (found[2], mark_first) if len(found[2]) <= len(found[1]) else (found[1], mark_second)
        passage, start, end = rare[0]
        yield _minority(rare, change(passage.text[start:end]))


_EITHER = re.compile(
    rf"(?<![{LETTERS}])(?:{'|'.join((*SPELLED_WITH_I, *SPELLED_WITH_I.values()))})(?![{LETTERS}])",
    re.IGNORECASE,
)


@rule(
    "TT-2208",
    N_("Viết i, y không thống nhất"),
    clause=_USAGE,
    message=N_("Cùng một từ viết cả i và y trong một văn bản; {count} chỗ khác với phần còn lại: {words}."),
    remedy=N_("Viết một kiểu, như «{right}», trong cả văn bản."),
    bad=Example("doan", "Nhà trường quản lí sách; tổ văn phòng quản lý kho; lớp quản lý tủ sách."),
    good=Example("doan", "Nhà trường quản lý sách; tổ văn phòng quản lý kho; lớp quản lý tủ sách."),
    severity="note",
)
def i_or_y(case: Case) -> Iterator[Hit]:
    """Both «quản lí» and «quản lý» in one paper: the rarer way is told, once for each word."""
    found: dict[str, list[tuple[Passage, int, int]]] = {}
    for passage in passages(case):
        for word in _EITHER.finditer(passage.text):
            found.setdefault(word[0].lower(), []).append((passage, *word.span()))
    for with_y, with_i in SPELLED_WITH_I.items():
        ys, iss = found.get(with_y, []), found.get(with_i, [])
        if ys and iss:
            rare, right = (iss, with_y) if len(iss) <= len(ys) else (ys, with_i)
            yield _minority(rare, right)


_STRANGE = ("soft_hyphen", "invisible", "letter_d")
_LEFT = re.compile(f"[{''.join(RESIDUES[kind].characters for kind in _STRANGE)}]+")
_MENDED = {"\xd0": "Đ", "\u0189": "Đ"}


@rule(
    "TT-2214",
    N_("Ký tự ẩn hoặc ký tự lạ"),
    clause=_UNICODE,
    message=N_("Có {count} ký tự ẩn hoặc ký tự nước ngoài giống chữ Việt, thường do sao chép từ nơi khác."),
    remedy=N_("Xóa ký tự ẩn; gõ lại chữ Đ bằng bộ gõ tiếng Việt."),
    bad=Example("doan", "Nhà trường tổ\u200b chức thực hiện."),
    good=Example("doan", "Nhà trường tổ chức thực hiện."),
    severity="note",
    fixable=True,
)
def strange_letters(case: Case) -> Iterator[Hit]:
    """Zero-width spaces, soft hyphens, the Icelandic Ð for Đ."""
    for passage in passages(case):
        found = list(_LEFT.finditer(passage.text))
        if found:
            base = passage.part.start
            repairs = (
                Reword(base + f.start(), base + f.end(), "".join(_MENDED.get(letter, "") for letter in f[0]))
                for f in found
            )
            count = sum(len(f[0]) for f in found)
            yield passage.hit(found[0].start(), found[-1].end(), *repairs, count=count)


_KEYS = re.compile("[fjwz]")


@rule(
    "TT-2216",
    N_("Lỗi gõ dấu"),
    clause=_USAGE,
    message=N_("«{found}» không phải là từ tiếng Việt; có thể là «{right}»."),
    remedy=N_("Gõ lại từ này."),
    bad=Example("doan", "Nhà truờng tổ chức thực hiện."),
    good=Example("doan", "Nhà trường tổ chức thực hiện; thuở nhỏ, quả, già, khuya, huơ, quý."),
    severity="warning",
)
def typing_slips(case: Case) -> Iterator[Hit]:
    """A horn or a tone on the wrong letter («nguời», «cuả»), letters of the typing method («ddược»)."""
    for passage in passages(case, besides=FIXED):
        for word in _WORD.finditer(passage.text):
            right = mend(_untyped(word[0]))
            if right != word[0]:
                yield passage.hit(*word.span(), found=word[0], right=right)


@lru_cache(maxsize=4096)
def _untyped(word: str) -> str:
    """A word with Vietnamese letters without the keys of the typing method that were left in it."""
    if word.isascii() or not word.islower():
        return word
    return _KEYS.sub("", f"đ{word[2:]}" if word.startswith("dd") else word)
