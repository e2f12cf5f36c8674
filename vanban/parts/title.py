"""Box 5a and what follows it: kind, subject, addressees, authority, bases, command."""

from __future__ import annotations

import re

from vanban.parts.desk import Desk
from vanban.parts.head import NEAR
from vanban.parts.pieces import Piece
from vanban.thethuc import KINDS, Kind
from vanban.tiengviet.unicode import without_diacritics

_NAMES = sorted(
    ((without_diacritics(kind.name).lower(), kind) for kind in KINDS.values() if kind.form.titled),
    key=lambda row: -len(row[0]),
)
_MOST_WORDS = 14
"""Words of a title that goes on after the name of its kind: "KẾ HOẠCH TUYÊN TRUYỀN …"."""
_MOST_SUBJECT = 8
"""Lines of a subject."""
_LONGEST_LINE = 400
_BASIS = re.compile(r"(?:can cu|theo de nghi|xet de nghi|xet|thuc hien|theo)\b")
_ONLY_FIRST = re.compile(r"(?:can cu|theo de nghi|xet de nghi)\b")
_COMMANDS = frozenset(("quyet dinh", "quyet nghi"))
_ADDRESSED = "kinh gui"
_DASH = re.compile(r"[-+\u2010-\u2015•]")
_NUMBERED = re.compile(r"(?:[IVX]+|\d+|[a-zđ])[.)]\s|(?:Điều|Chương|Phần|Mục)\s", re.I)


def find_title(desk: Desk) -> tuple[int | None, Kind | None, float]:
    """The name of the kind, taken; with the kind and how sure that is."""
    for place, piece in enumerate(desk.pieces[:NEAR]):
        if desk.ids[place] or piece.bare.startswith(_ADDRESSED):
            continue
        for name, kind in _NAMES:
            if piece.bare == name and (piece.upper or piece.centred or piece.bold):
                desk.take(place, "ten_loai")
                return place, kind, 1.0
            if _begins(piece, name):
                desk.take(place, "ten_loai", 0.8)
                return place, kind, 0.8
    return None, None, 0


def _begins(piece: Piece, name: str) -> bool:
    """A title in capitals that goes on after the name of its kind, in the middle of the page."""
    return (
        piece.bare.startswith(f"{name} ")
        and piece.upper
        and piece.centred
        and not piece.paragraph.cell
        and len(piece.bare.split()) <= _MOST_WORDS
    )


def find_subject(desk: Desk, title: int) -> int:
    """The lines of the subject under the title; returns the place after them."""
    lined = {line.number for line in desk.paper.lines}
    place = title + 1
    while place < len(desk.pieces) and place <= title + _MOST_SUBJECT:
        piece = desk.pieces[place]
        first = place == title + 1
        if not _goes_on(piece, first=first):
            break
        desk.take(place, "trich_yeu", 1.0 if piece.centred else 0.8)
        place += 1
        last_of_paragraph = place == len(desk.pieces) or desk.pieces[place].paragraph is not piece.paragraph
        if piece.paragraph.number in lined and last_of_paragraph:
            break
    return place


def _goes_on(piece: Piece, *, first: bool) -> bool:
    """Whether a line under the title is still the subject."""
    if _ONLY_FIRST.match(piece.bare) or piece.bare.startswith(_ADDRESSED) or piece.text.startswith("("):
        return False
    if _DASH.match(piece.text) or _NUMBERED.match(piece.text) or len(piece.text) > _LONGEST_LINE:
        return False
    if piece.upper and not first:
        return False
    indented = piece.paragraph.look.first_mm > 1
    return (
        piece.centred or (piece.bold and not indented) or (first and not indented and len(piece.text) < 160)
    )


def find_addressees(desk: Desk, start: int) -> int:
    """Take "Kính gửi" and the dashes under it; returns the place after them, ``start`` without any."""
    here = next(
        (
            i
            for i in range(start, min(start + 8, len(desk.pieces)))
            if desk.pieces[i].bare.startswith(_ADDRESSED)
        ),
        None,
    )
    if here is None:
        return start
    home = desk.pieces[here]
    desk.take(here, "kinh_gui")
    place = here + 1
    alone = home.text.rstrip().endswith(":")
    while place < len(desk.pieces):
        piece = desk.pieces[place]
        listed = bool(_DASH.match(piece.text) or _DASH.match(piece.paragraph.label))
        beside = home.column and piece.column and piece.column[0] == home.column[0]
        same = piece.paragraph is home.paragraph or beside
        set_in = alone and piece.paragraph.look.left_mm > 20 and len(piece.text) < 200
        if not (listed or same or set_in) or _ends_list(desk.pieces[place - 1], home):
            break
        desk.take(place, "kinh_gui", 1 if listed else 0.8)
        place += 1
    return place


def _ends_list(before: Piece, home: Piece) -> bool:
    """Whether the list was closed with a full stop on a line of its own."""
    return before is not home and before.text.rstrip().endswith(".")


def find_bases(desk: Desk, start: int, kind: Kind | None) -> int:
    """Authority line, bases and command; returns the place where the body begins."""
    place = start
    while place < len(desk.pieces):
        piece = desk.pieces[place]
        if desk.ids[place]:
            place += 1
        elif piece.bare in _COMMANDS and (piece.upper or piece.centred):
            desk.take(place, "menh_lenh")
            place += 1
        elif kind and kind.form.authority_line and piece.upper and piece.bold and not desk.first("can_cu"):
            desk.take(place, "tham_quyen_ban_hanh")
            place += 1
        elif _is_basis(desk, place):
            desk.take(place, "can_cu")
            place += 1
        else:
            break
    return place


def _is_basis(desk: Desk, place: int) -> bool:
    """A basis, not the opening sentence of a plan that names its basis and goes on to say what follows."""
    piece = desk.pieces[place]
    following = next((p for p in desk.pieces[place + 1 :] if p.paragraph is not piece.paragraph), None)
    text = piece.paragraph.text.rstrip()
    if not piece.first_of_paragraph:
        return place > 0 and desk.ids[place - 1] == "can_cu"
    goes_on = " ban hành " in text and text.endswith((".", ","))
    if text.endswith(":") or (goes_on and not _ends_bases(following)):
        return False
    if _ONLY_FIRST.match(piece.bare):
        return True
    return bool(_BASIS.match(piece.bare)) and text.endswith(";")


def _ends_bases(following: Piece | None) -> bool:
    """Whether what follows shows that a sentence before it was a basis: another one, or the command."""
    return bool(following and (_ONLY_FIRST.match(following.bare) or following.bare in _COMMANDS))
