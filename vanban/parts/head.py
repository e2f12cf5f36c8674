"""The head of a paper: quốc hiệu, tiêu ngữ, issuer, number, place and date, marks (ô 1 to 5b, 10b, 11)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from vanban.parts.issuer import split_issuer
from vanban.parts.kind import names_kind
from vanban.parts.letters import fold, fold_in_place
from vanban.parts.lines import Found, Line, cut
from vanban.parts.opening import begins_base, is_addressing
from vanban.thethuc import writing

_NOT_LETTERS = re.compile("[^a-z]+")
_QUOC_HIEU = _NOT_LETTERS.sub("", fold(writing.QUOC_HIEU))
_TIEU_NGU = _NOT_LETTERS.sub("", fold(writing.TIEU_NGU))
_ALIKE = 0.8
"""How much of the letters must agree."""
_PARTY = "dangcongsanvietnam"

_FIXED = re.compile(
    r"cong *h[oa]{2} *xa *hoi *chu *nghia *viet *nam|doc *lap[\W_]{1,5}tu *do[\W_]{1,5}hanh *phuc"
)
"""Words that are cut out of a line that holds more."""
_NUMBER = re.compile(r"so *(?:[:.]|(?=[\d…/])) *[\d.…_ ]*[a-z]?(?:$|[/-].{0,40}$|/| ?[a-z]{2,4}-)")
_DATE = re.compile(
    r"ngay[\s.…_\d(){}]*thang[\s.…_\d(){}]*nam|ngay[\s.…_]*\d{1,2} ?[/.-] ?\d{1,2} ?[/.-] ?\d{4}"
)
_PLACED_DATE = re.compile(r"[^\s,]+(?: [^\s,]+){0,7} ?, *(?=ngay)")
"""A place, a comma, before the date."""
_SUBJECT = re.compile(r"v ?/ ?v\b|ve viec\b|viec:")
_URGENT = frozenset(fold(mark).replace(" ", "") for mark in writing.DO_KHAN.values())
_LIMITS = ("luuhanhnoibo", "xemxongtralai", "khongphobien", "duthao", "luuhanh", "thuhoi")
_SIGNED_ELECTRONICALLY = re.compile(
    r"thoi gian ky|(?:nguoi|ngay) ky ?:|gio: ?phut|\d{1,2}:\d{2}:\d{2}|^ky boi"
)
"""What the seal of an electronic signature says (Phụ lục I, Phần II)."""
_SECRET = frozenset(fold(mark).replace(" ", "") for mark in writing.DO_MAT.values())

_LONGEST_DATE = 90
_LONGEST_SUBJECT_LINE = 80
_LONGEST_LINE = 160
"""Letters of a line in the head."""
_FARTHEST = 60
"""Lines in which a head is looked for."""


def find_head(lines: Sequence[Line]) -> tuple[list[Found], int]:
    """The parts of the head at the beginning of some lines, and how many of the lines it takes."""
    end = _end(lines)
    pieces = [piece for line in lines[:end] for piece in _pieces(line)]
    ids: list[tuple[str, float]] = [_by_words(piece) for piece in pieces]
    if not any(name in ("quoc_hieu", "tieu_ngu", "so_ky_hieu", "dia_danh") for name, _ in ids):
        return _marks_alone(lines)
    _fill_in(pieces, ids)
    issuer = [piece for piece, (name, _) in zip(pieces, ids, strict=True) if name == "co_quan"]
    named = split_issuer(issuer)
    found = []
    for piece, (name, confidence) in zip(pieces, ids, strict=True):
        if name == "co_quan":
            name, sure = named[id(piece)]
            confidence = min(confidence, sure)
        found.append(Found(name, piece, confidence))
    return found, end


def _marks_alone(lines: Sequence[Line]) -> tuple[list[Found], int]:
    """Marks above a title, where there is no head."""
    found = []
    for line in lines:
        name, confidence = _by_words(line)
        if name not in ("do_khan", "pham_vi_luu_hanh"):
            break
        found.append(Found(name, line, confidence))
    return found, len(found)


def has_head(lines: Sequence[Line]) -> bool:
    """Whether the first lines hold a quốc hiệu."""
    return any(_by_words(piece)[0] == "quoc_hieu" for line in lines[:12] for piece in _pieces(line))


def is_quoc_hieu(line: Line) -> bool:
    """Whether quốc hiệu stands on a line, alone or beside the issuer."""
    return len(line.text) < _LONGEST_LINE and any(
        _by_words(piece) == ("quoc_hieu", 1) for piece in _pieces(line)
    )


def is_tieu_ngu(line: Line) -> bool:
    """Whether tiêu ngữ stands on a line."""
    return len(line.text) < _LONGEST_LINE and any(
        _by_words(piece)[0] == "tieu_ngu" for piece in _pieces(line)
    )


def _pieces(line: Line) -> list[Line]:
    if len(line.text) > _LONGEST_LINE:
        return [line]
    folded = fold_in_place(line.text)
    spans = [
        match.span()
        for match in _FIXED.finditer(folded)
        if (folded[match.start()] == "d" or line.text[match.start() : match.end()].isupper())
        and _NOT_LETTERS.sub("", folded[: match.start()] + folded[match.end() :])
    ]
    date = _PLACED_DATE.search(folded) if folded.startswith("so") and _DATE.search(folded) else None
    pieces = cut(line, spans)
    if date and len(pieces) == 1:
        return _part_number_and_date(line, folded)
    return pieces


def _part_number_and_date(line: Line, folded: str) -> list[Line]:
    """Number and date with no gap between them but a space: the symbol has none inside."""
    symbol = re.match(r"so *:? *[\d.…_ ]*[/-] ?[^\s]+ ", folded)
    return cut(line, [(symbol.end(), symbol.end())]) if symbol else [line]


def _by_words(line: Line) -> tuple[str, float]:
    """The component that a line is by its words alone, "" for none."""
    letters = _NOT_LETTERS.sub("", line.plain)
    if len(line.text) > _LONGEST_LINE:
        return "", 0
    if not letters and "…" not in line.text:
        return "doan", 0.4
    if _alike(letters, _QUOC_HIEU):
        return "quoc_hieu", 1
    if letters == _PARTY and line.upper:
        return "quoc_hieu", 0.4
    if _alike(letters, _TIEU_NGU) or (letters.startswith("doclap") and letters.endswith("hanhphuc")):
        return "tieu_ngu", 1
    if _SIGNED_ELECTRONICALLY.search(line.plain):
        return "doan", 0.4
    if _NUMBER.match(line.plain) and len(line.text) < _LONGEST_DATE:
        return "so_ky_hieu", 1
    if _DATE.search(line.plain) and len(line.text) < _LONGEST_DATE and not begins_base(line):
        return "dia_danh", 1
    if _SUBJECT.match(line.plain):
        return "trich_yeu_cong_van", 1
    if letters in _URGENT or letters.startswith("hoatochengio"):
        return "do_khan", 1
    if letters.startswith(_LIMITS) and (line.upper or len(letters) < 20):
        return "pham_vi_luu_hanh", 1
    return ("pham_vi_luu_hanh", 0.4) if letters in _SECRET else ("", 0)


def _alike(letters: str, model: str) -> bool:
    if not 0.6 * len(model) < len(letters) < 1.5 * len(model):
        return False
    alike = SequenceMatcher(None, letters, model, autojunk=False)
    return letters == model or (alike.quick_ratio() >= _ALIKE and alike.ratio() >= _ALIKE)


def _end(lines: Sequence[Line]) -> int:
    """Where the head ends: at the title, the addressees, the bases, or a paragraph of the body."""
    table = next((line.table for line in lines[:_FARTHEST] if is_quoc_hieu(line)), 0)
    seen: set[str] = set()
    subject: Line | None = None
    for place, line in enumerate(lines[:_FARTHEST]):
        names = [name for name, _ in _names(line) if name]
        inside = bool(table) and line.table == table
        if "trich_yeu_cong_van" in names:
            subject = line
        if not names and not (subject and _goes_on(line, subject)):
            done = {"quoc_hieu", "tieu_ngu"} <= seen
            if names_kind(line) and not (inside and not done):
                return place
            if is_addressing(line) or begins_base(line):
                return place
            if len(line.text) > _LONGEST_LINE and not inside:
                return place
            if done and not inside and _is_title_place(lines, place, seen):
                return place
        elif "so_ky_hieu" in names and "so_ky_hieu" in seen and "dia_danh" in seen:
            return place
        seen.update(names)
    return min(len(lines), _FARTHEST) if seen else 0


def _is_title_place(lines: Sequence[Line], place: int, seen: set[str]) -> bool:
    """Whether a line comes after the head: nothing of the head follows it."""
    line = lines[place]
    following = lines[place : place + 8]
    if any(name in ("so_ky_hieu", "dia_danh", "quoc_hieu") for one in following for name, _ in _names(one)):
        return False
    if line.paragraph.story == "textbox" or "so_ky_hieu" not in seen:
        return line.paragraph.story != "textbox"
    return True


def _names(line: Line) -> list[tuple[str, float]]:
    return [_by_words(piece) for piece in _pieces(line)]


def _fill_in(pieces: Sequence[Line], ids: list[tuple[str, float]]) -> None:
    """Name what the words alone do not: the issuer above the number, the rest of a subject below it."""
    number = next((place for place, (name, _) in enumerate(ids) if name == "so_ky_hieu"), None)
    left = pieces[number].column if number is not None else None
    right = {piece.column for piece, (name, _) in zip(pieces, ids, strict=True) if name == "quoc_hieu"}
    subject: Line | None = None
    for place, piece in enumerate(pieces):
        name, _ = ids[place]
        if name == "trich_yeu_cong_van":
            subject = piece
        if name:
            continue
        in_column = piece.table and piece.column == left
        if subject and _goes_on(piece, subject):
            ids[place] = ("trich_yeu_cong_van", 1)
        elif piece.upper and (number is None or place < number or not in_column or piece.table != 0):
            ids[place] = ("co_quan", 1)
        elif in_column and number is not None and place > number:
            ids[place] = ("trich_yeu_cong_van", 0.6)
        elif piece.column not in right or piece.bold:
            ids[place] = ("co_quan", 0.6 if number is None or place < number else 0.5)
        else:
            ids[place] = ("doan", 0.4)


def _goes_on(piece: Line, subject: Line) -> bool:
    """Whether a line is more of the subject of a công văn."""
    if piece.paragraph is subject.paragraph or (piece.table and piece.column == subject.column):
        return not piece.upper and piece.gap < 2
    near = piece.column == subject.column and piece.gap < 1
    return near and not piece.upper and len(piece.text) < _LONGEST_SUBJECT_LINE and not is_addressing(piece)
