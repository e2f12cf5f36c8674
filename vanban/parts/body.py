"""Box 6 and annexes: the level of every paragraph, tables, and where an annex begins."""

from __future__ import annotations

import re

from vanban.document.markers import MARKER, looks_titled
from vanban.parts.desk import Desk
from vanban.parts.model import Mark
from vanban.parts.pieces import Piece
from vanban.tiengviet.letters import LETTERS, from_roman

_LEVELS = {
    "phan": "phan",
    "chuong": "phan",
    "muc": "muc",
    "tieu_muc": "muc",
    "la_ma": "muc_la_ma",
    "diem": "diem",
    "gach": "doan",
    "cong": "doan",
}
_TITLES = {"phan": "phan_tieu_de", "muc": "muc_tieu_de"}
_ANNEX = re.compile(r"(?:PHỤ\s+LỤC|Phụ\s+lục)(?:\s+(?:[IVXLC]+|\d{1,2}|[A-Z]))?\s*(?:[.:]|\Z|(?=\n))")
_ATTACHED = ("kem theo", "ban hanh kem theo")
_LOOSE = re.compile(
    r"\s*(?:(?P<dieu>Điều)\s+(?P<dieu_so>\d{1,3}[a-zđ]?)\s*[:.]|(?P<la_ma>[IVX]{1,6})\s*[/)\-–]\s|"
    r"(?P<diem>[a-zđ])\s*[./]\s|(?P<khoan>\d{1,2}(?:\.\d{1,2}){1,3})\s|(?P<khoan_khac>\d{1,2})\s*[/)]\s)",
    re.IGNORECASE,
)
"""Marks that many offices write otherwise than the decree."""
_RECOGNISED = re.compile(r"\d{4,}")


def find_body(desk: Desk, start: int, signing: tuple[int, int]) -> None:
    """Say of every piece from ``start`` on what it is, ``signing`` being the stretch of the signers."""
    lined = {table.number for table in desk.paper.tables if table.lined}
    annex, before = 0, ""
    for place in range(len(desk.pieces)):
        piece = desk.pieces[place]
        if desk.ids[place] in ("", "kem_theo") and place >= start:
            cell = piece.paragraph.cell
            if not signing[0] <= place < signing[1] and _begins_annex(piece, after=place >= signing[1]):
                annex, before = annex + 1, "phu_luc"
                desk.take(place, "phu_luc")
            elif cell and cell.table in lined:
                desk.take(place, "bang_dau" if _heads(desk, cell.table, cell.row) else "bang")
                before = "bang"
            else:
                before = _paragraph(desk, place, annex, before)
        elif not desk.ids[place]:
            desk.take(place, "doan", 0.3)
        if place >= start:
            desk.annex[place] = annex
            if desk.ids[place] == "phu_luc" and before != "phu_luc":
                before = "phu_luc"


def _begins_annex(piece: Piece, *, after: bool) -> bool:
    text = piece.text.strip()
    return (
        bool(_ANNEX.match(text)) and len(text) < 60 and (after or piece.centred) and piece.first_of_paragraph
    )


def _paragraph(desk: Desk, place: int, annex: int, before: str) -> str:
    """Take one piece that is no cell and no annex's label; returns what it was taken for."""
    piece = desk.pieces[place]
    name, mark, sure = "doan", None, 1.0
    if place and not piece.first_of_paragraph and desk.ids[place - 1] in _FLOWS:
        name = desk.ids[place - 1]
    elif piece.text.startswith("(") and piece.bare.startswith(_ATTACHED):
        name = "kem_theo"
    elif annex and before in ("phu_luc", "phu_luc_tieu_de") and (piece.upper or piece.centred):
        name = "phu_luc_tieu_de"
    elif before in _TITLES and piece.centred and not MARKER.match(piece.text):
        name = _TITLES[before]
    elif mark := mark_of(piece):
        name = _level(desk, place, mark)
        sure = 1.0
    elif piece.bare.startswith("kinh gui"):
        name = "kinh_gui"
    elif piece.bare.startswith("bang ") and piece.centred and len(piece.text) < 200:
        name = "ten_bang"
    desk.take(place, name, sure, mark)
    return name


_FLOWS = frozenset(("doan", "khoan", "khoan_tieu_de", "diem", "dieu", "dieu_loi", "muc_la_ma", "kem_theo",
                    "can_cu"))  # fmt: skip


def mark_of(piece: Piece) -> Mark | None:
    """The mark that a paragraph begins with, typed or printed by Word."""
    if not piece.first_of_paragraph:
        return None
    label = piece.paragraph.label.strip()
    text = f"{label} {piece.text}" if label else piece.text
    found = MARKER.match(text)
    if found and found.lastgroup in _READ:
        return _mark(found.lastgroup, found[found.lastgroup], found[0].strip(), bool(label))
    loose = _LOOSE.match(text)
    if loose and loose.lastgroup:
        level = {"dieu_so": "dieu", "khoan_khac": "khoan"}.get(loose.lastgroup, loose.lastgroup)
        return _mark(level, loose[loose.lastgroup], loose[0].strip(), bool(label))
    return None


_READ = frozenset(("khoan", "gach", "cong", "diem", "la_ma", "dieu", "phan", "chuong", "muc", "tieu_muc"))


def _mark(level: str, value: str, text: str, automatic: bool) -> Mark:
    path: tuple[int, ...] = ()
    number = 0
    if level == "khoan":
        path = tuple(map(int, value.split(".")))
        number = path[-1]
    elif level == "diem":
        number = LETTERS.index(value.lower()) + 1 if value.lower() in LETTERS else 0
    elif level in ("dieu", "muc", "tieu_muc"):
        number = int(re.match(r"\d+", value)[0])  # type: ignore[index]
    elif level in ("la_ma", "phan", "chuong"):
        number = int(value) if value.isdigit() else from_roman(value.upper())
    return Mark(level, number, text, path, automatic)


def _level(desk: Desk, place: int, mark: Mark) -> str:
    """The component of a marked paragraph; titles are told from sentences."""
    piece = desk.pieces[place]
    text = piece.paragraph.text.strip()
    words = text if piece.paragraph.label else text[len(mark.text) :].strip()
    if mark.level == "dieu":
        return "dieu" if looks_titled("dieu", words) and _all_bold(piece, mark) else "dieu_loi"
    if mark.level == "khoan":
        titled = looks_titled("khoan", words) or (words.endswith(":") and _all_bold(piece, mark))
        return (
            "khoan_tieu_de"
            if titled and (_all_bold(piece, mark) or _has_below(desk, place, mark))
            else "khoan"
        )
    return _LEVELS[mark.level]


def _all_bold(piece: Piece, mark: Mark) -> bool:
    return all(look.bold for look in piece.paragraph.look_at(0))


def _has_below(desk: Desk, place: int, mark: Mark) -> bool:
    """Whether the next paragraph belongs under this one: lower in the order of levels, or running text."""
    here = desk.pieces[place].paragraph
    following = next((p for p in desk.pieces[place + 1 :] if p.paragraph is not here), None)
    if following is None or following.paragraph.cell:
        return False
    below = mark_of(following)
    if below is None:
        return len(following.text) > 60
    return below.level in ("gach", "cong", "diem") or len(below.path) > len(mark.path) > 0


def _heads(desk: Desk, table: int, row: int) -> bool:
    """Whether a row heads its table: the first, or bold ones right under it."""
    if row == 1:
        return True
    rows = next(one.rows for one in desk.paper.tables if one.number == table)
    for number in range(1, row + 1):
        cells = rows[number - 1] if number <= len(rows) else ()
        looks = [
            look
            for cell in cells
            for paragraph in cell.paragraphs
            for look in desk.paper.by_number[paragraph].look_at(0)
        ]
        if not looks or not all(look.bold for look in looks):
            return False
    return row <= 3
