"""Boxes 7 and 9b: recipients, authority, office and name of the signer, wherever they stand."""

from __future__ import annotations

import re
from collections.abc import Iterable

from vanban.parts.desk import Desk
from vanban.parts.pieces import Piece
from vanban.thethuc.writing import AUTHORITIES

_RECIPIENTS = "noi nhan"
_LONGEST_LABEL = 60
_AUTHORITY = re.compile(
    "(?:" + "|".join(re.escape(name.rstrip(".")) for name in AUTHORITIES) + r")\s*[./]", re.IGNORECASE
)
_OFFICE = re.compile(
    r"(?:pho |quyen )?(?:chu tich|giam doc|tong giam doc|hieu truong|truong|chanh|bo truong|thu truong|"
    r"cuc truong|"
    r"chi cuc truong|bi thu|chu nhiem|vien truong|dai dien|chu toa|chu tri|thu ky|nguoi|thanh vien|ke toan|"
    r"to truong|tram truong|vu truong|tong bi thu|quyen han)\b"
)
_LISTED = re.compile(r"[-+*\u2010-\u2015•]")
_DRAFTER = re.compile(r"[A-ZĐ]{1,7}\s*\.?\s*\(?\d{0,4}\)?\.?\Z|[A-ZĐ]{1,7}\.\s*[A-ZĐ]?\d+")
_NAME_WORDS = (2, 10)
_FAR = 40
"""Pieces that a signature block and its recipients take at most, without a table."""


def find_signing(desk: Desk, start: int) -> tuple[int, int]:
    """Take recipients and signers after ``start``; returns where they begin and the place after them."""
    label = next((i for i in range(start, len(desk.pieces)) if _is_label(desk.pieces[i])), None)
    if label is None:
        return _signers_alone(desk, start)
    desk.take(label, "noi_nhan_tu")
    column = desk.pieces[label].column
    if column:
        places = _of_table(desk, column[0])
        _recipients(desk, [i for i in places if i > label and desk.pieces[i].column == column])
        for block in _blocks(desk, [i for i in places if desk.pieces[i].column != column]):
            _signer(desk, block)
        first, last = min(places), max(places)
        above = _signers_above(desk, start, first)
        return above, last + 1
    return _beside(desk, start, label)


def _is_label(piece: Piece) -> bool:
    """``Nơi nhận:``, alone or with the first of them behind it."""
    if not piece.bare.startswith(_RECIPIENTS) or len(piece.bare) > _LONGEST_LABEL:
        return False
    return piece.bare == _RECIPIENTS or ":" in piece.text[: len("Nơi nhận :") + 2]


def _of_table(desk: Desk, table: int) -> list[int]:
    return [i for i, piece in enumerate(desk.pieces) if piece.column and piece.column[0] == table]


def _blocks(desk: Desk, places: Iterable[int]) -> list[list[int]]:
    """The pieces of each column of a table: one signer each."""
    columns: dict[tuple[int, int] | None, list[int]] = {}
    for place in places:
        columns.setdefault(desk.pieces[place].column, []).append(place)
    return list(columns.values())


def _recipients(desk: Desk, places: Iterable[int]) -> None:
    for place in places:
        piece = desk.pieces[place]
        drafter = _DRAFTER.match(piece.text.strip()) and not _LISTED.match(piece.text)
        desk.take(place, "nguoi_soan_thao" if drafter else "noi_nhan")


def _signer(desk: Desk, places: list[int]) -> None:
    """One block: lines of authority and office, then the name, and what stands between."""
    name = next((i for i in reversed(places) if _is_name(desk.pieces[i])), None)
    for place in places:
        piece = desk.pieces[place]
        if place == name:
            desk.take(place, "ho_ten")
        elif piece.upper or _AUTHORITY.match(piece.text) or _OFFICE.match(piece.bare):
            desk.take(place, "quyen_han", 1 if piece.upper else 0.8)
        else:
            desk.take(place, "chuc_vu_khac", 0.3 if piece.text.startswith(("(", "[")) else 0.5)


def _is_name(piece: Piece) -> bool:
    words = piece.text.split()
    if not _NAME_WORDS[0] <= len(words) <= _NAME_WORDS[1] or piece.text.startswith(("(", "[")):
        return False
    if _AUTHORITY.match(piece.text) or _OFFICE.match(piece.bare):
        return False
    return not piece.upper and all(word[0].isupper() or not word[0].isalpha() for word in words)


def _is_signing(piece: Piece) -> bool:
    """A line of authority or an office in capitals."""
    return bool(_AUTHORITY.match(piece.text) and piece.upper) or (
        piece.upper and bool(_OFFICE.match(piece.bare))
    )


def _beside(desk: Desk, start: int, label: int) -> tuple[int, int]:
    """Recipients and signer with tabs, text boxes or columns between them."""
    first = label
    while first > start and (_is_signing(desk.pieces[first - 1]) or _is_name(desk.pieces[first - 1])):
        first -= 1
    end = min(len(desk.pieces), label + _FAR)
    right: list[int] = list(range(first, label))
    last = label
    for place in range(label + 1, end):
        piece = desk.pieces[place]
        if piece.bare.startswith("phu luc"):
            break
        if _LISTED.match(piece.text) or _LISTED.match(piece.paragraph.label):
            desk.take(place, "noi_nhan")
        elif piece.upper or _is_name(piece) or _OFFICE.match(piece.bare):
            right.append(place)
        elif piece.paragraph is desk.pieces[place - 1].paragraph and desk.ids[place - 1] == "noi_nhan":
            desk.take(place, "noi_nhan", 0.8)
        else:
            break
        last = place
    _signer(desk, right)
    return first, last + 1


def _signers_above(desk: Desk, start: int, end: int) -> int:
    """Signers in a table of their own right above the recipients (biên bản); returns where they begin."""
    place = end - 1
    if place < start or not desk.pieces[place].column:
        return end
    table = desk.pieces[place].column
    assert table is not None
    if _lined(desk, table[0]):
        return end
    places = [i for i in _of_table(desk, table[0]) if i >= start]
    if not any(_is_signing(desk.pieces[i]) for i in places):
        return end
    for block in _blocks(desk, places):
        _signer(desk, block)
    return min(places)


def _signers_alone(desk: Desk, start: int) -> tuple[int, int]:
    """Signers without recipients: the last table that has offices, or the last lines of authority."""
    for place in range(len(desk.pieces) - 1, start, -1):
        piece = desk.pieces[place]
        if not _is_signing(piece) or desk.ids[place]:
            continue
        if piece.column and not _lined(desk, piece.column[0]):
            places = _of_table(desk, piece.column[0])
            for block in _blocks(desk, places):
                _signer(desk, block)
            return min(places), max(places) + 1
        if not piece.column and piece.centred | piece.bold:
            end = place + 1
            while end < len(desk.pieces) and end - place < 4 and (_is_name(desk.pieces[end])):
                end += 1
            first = place
            while first > start and _is_signing(desk.pieces[first - 1]):
                first -= 1
            _signer(desk, list(range(first, end)))
            return first, end
    return len(desk.pieces), len(desk.pieces)


def _lined(desk: Desk, table: int) -> bool:
    return any(one.lined for one in desk.paper.tables if one.number == table)
