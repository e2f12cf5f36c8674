"""The head of a paper: boxes 1 to 4, the subject of a công văn, and the marks above."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from vanban.parts.desk import Desk
from vanban.parts.pieces import Piece
from vanban.thethuc.writing import DO_KHAN, DO_MAT, QUOC_HIEU, TIEU_NGU
from vanban.tiengviet.unicode import without_diacritics

NEAR = 60
"""Pieces in which the head lies."""
_LIKE = 0.84
"""From which likeness on a text is taken for the national name or the motto with a slip in it."""
_LONGEST_DATE = 90
_DATE = re.compile(
    r"ngày\b.{0,14}tháng\b.{0,14}năm\b|ngày\s*\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{2,4}", re.I
)
_NUMBER = re.compile(r"Số\s*:|Số\b[\s\d.…_]*/|Số\s+\d", re.I)
_ABOUT = re.compile(r"V\s*/\s*v\b|Về\s+việc\b", re.I)
_RANGES = ("luu hanh noi bo", "xem xong tra lai", "tai lieu luu hanh", "chi luu hanh")
_MARKS = frozenset(without_diacritics(words).lower() for words in (*DO_KHAN.values(), *DO_MAT.values())) | {
    "hoa toc hen gio"
}
_BODIES = re.compile(
    r"(?:uy ban|ubnd|ubmttq|hoi dong|hdnd|hdqt|so|phong|truong|ban|chi cuc|cuc|tong cuc|trung tam|cong an|bo|"
    r"van phong|vien|dai hoc|hoc vien|cong ty|hoi|doan|dang uy|dang bo|tinh uy|thanh uy|chi bo|benh vien|"
    r"tram|to|tieu ban|"
    r"quan doi|bch|ubbc|doi|tong cong ty|cong doan|lien doan|ngan hang|toa an|vien kiem sat|kho bac)\b"
)
"""How names of bodies begin, without diacritics."""


def _letters(text: str) -> str:
    return "".join(filter(str.isalpha, without_diacritics(text).lower()))


_NAME, _MOTTO = _letters(QUOC_HIEU), _letters(TIEU_NGU)


def like(piece: Piece, words: str) -> float:
    """How like the letters of a piece are to ``words``, from 0 to 1."""
    letters = _letters(piece.text)
    if not 0.6 * len(words) <= len(letters) <= 1.5 * len(words):
        return 0
    return SequenceMatcher(None, letters, words, autojunk=False).ratio()


def find_marks(desk: Desk) -> None:
    """What tells itself by its words: national name, motto, number, date, subject of a công văn, marks."""
    for place, piece in enumerate(desk.pieces[:NEAR]):
        if desk.ids[place]:
            continue
        if like(piece, _NAME) >= _LIKE:
            desk.take(place, "quoc_hieu")
        elif like(piece, _MOTTO) >= _LIKE:
            desk.take(place, "tieu_ngu")


def find_lines(desk: Desk, end: int) -> None:
    """Number, place and date, subject of a công văn and marks among the pieces before ``end``."""
    for place, piece in enumerate(desk.pieces[:end]):
        if desk.ids[place]:
            continue
        if _NUMBER.match(piece.text) and len(piece.text) < _LONGEST_DATE:
            desk.take(place, "so_ky_hieu")
        elif _DATE.search(piece.text) and len(piece.text) < _LONGEST_DATE and not piece.upper:
            desk.take(place, "dia_danh")
        elif piece.bare in _MARKS:
            desk.take(place, "do_khan")
        elif piece.bare.startswith(_RANGES):
            desk.take(place, "pham_vi_luu_hanh")


def find_letter_subject(desk: Desk, end: int) -> None:
    """The subject of a công văn: from "V/v" to the end of its cell, or what stands under the number."""
    start = next((i for i in range(end) if not desk.ids[i] and _ABOUT.match(desk.pieces[i].text)), None)
    sure = 1.0
    if start is None:
        number = desk.first("so_ky_hieu")
        if number is None or desk.pieces[number].column is None:
            return
        below = [
            i for i in range(number + 1, end)
            if not desk.ids[i] and desk.pieces[i].column == desk.pieces[number].column
        ]  # fmt: skip
        if not below:
            return
        start, sure = below[0], 0.6
    home = desk.pieces[start]
    for place in range(start, end):
        piece = desk.pieces[place]
        if desk.ids[place] or piece.paragraph.cell != home.paragraph.cell:
            break
        desk.take(place, "trich_yeu_cong_van", sure)


def find_issuers(desk: Desk, end: int) -> None:
    """Box 2: what is left before ``end`` beside the motto, in capitals or bold or above the number."""
    motto_columns = {desk.pieces[i].column for i in range(end) if desk.ids[i] in ("quoc_hieu", "tieu_ngu")}
    number_columns = {desk.pieces[i].column for i in range(end) if desk.ids[i] == "so_ky_hieu"}
    places = [
        i for i in range(end)
        if not desk.ids[i] and _may_be_issuer(desk.pieces[i], motto_columns, number_columns)
    ]  # fmt: skip
    own = _own_from([desk.pieces[i] for i in places])
    for rank, place in enumerate(places):
        sure = 1.0 if desk.pieces[place].upper else 0.6
        desk.take(place, "co_quan" if rank >= own else "co_quan_chu_quan", sure)


def _may_be_issuer(
    piece: Piece, motto: set[tuple[int, int] | None], number: set[tuple[int, int] | None]
) -> bool:
    if piece.column and piece.column in motto and piece.column not in number:
        return False
    return piece.upper or piece.bold or bool(piece.column and piece.column in number)


def _own_from(pieces: Sequence[Piece]) -> int:
    """Which line the issuer's own name begins with: the first bold one, or, where all are alike, by words."""
    bold = [piece.bold for piece in pieces]
    if any(bold) and not all(bold) and (first := bold.index(True)):
        return first
    begins = [
        i for i, piece in enumerate(pieces) if _BODIES.match(piece.bare) and (i == 0 or len(piece.bare) > 3)
    ]
    return begins[-1] if len(begins) > 1 else 0
