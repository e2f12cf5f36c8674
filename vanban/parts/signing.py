"""The foot of a paper: who signs (ô 7a, 7b), who receives it (ô 9b), who drafted it (ô 12)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from vanban.parts.lines import Found, Line, cut
from vanban.parts.marks import find_mark
from vanban.parts.names import is_address, is_authority, is_name, is_name_in_capitals, is_note, is_office
from vanban.parts.seal import part_seal
from vanban.parts.title import is_attached

_RECIPIENTS = re.compile(r"noi (?:nhan|gui)(?: ?[:;.]| ?$| ?\(| ?[-–+])")
_DRAFTER = re.compile(r"[^\W\d_]{1,4}(?:\.?[^\W\d_]{1,6}){0,3}[.,]?(?: ?\(?\d{1,4}\)?b?)?\.?")
_KEPT = re.compile(r"\W*luu\b")
_DATE = re.compile(r"(?:[^,]{1,40}, ?)?ngay.{0,12}thang.{0,12}nam")

_SIGNATURE_GAP = 1.9
"""Empty lines that make room for a signature."""
_LONGEST = 110
_MOST = 60
"""Lines of signers at most."""


@dataclass(frozen=True, slots=True)
class Foot:
    """What was found, and from which line to which it stands; empty where there is no foot."""

    found: tuple[Found, ...] = ()
    start: int = 0
    stop: int = 0


def find_foot(lines: Sequence[Line], lined: frozenset[int]) -> Foot:
    """The foot among the lines behind the title.

    Args:
        lines: the lines of the paper, or of an annex.
        lined: the numbers of the tables that draw lines.
    """
    anchor = next(
        (place for place, line in enumerate(lines) if any(map(is_recipients_word, _pieces(line)))), None
    )
    start, stop = _around(lines, anchor, lined) if anchor is not None else _signers_alone(lines, lined)
    if start == stop:
        return Foot()
    return Foot(tuple(_named(lines[start:stop])), start, stop)


def is_recipients_word(line: Line) -> bool:
    """Whether a line is, or begins with, "Nơi nhận:"."""
    return bool(_RECIPIENTS.match(line.plain))


def _pieces(line: Line) -> list[Line]:
    return cut(line) if len(line.text) < 2 * _LONGEST or "\t" in line.text else [line]


# Where the foot stands --------------------------------------------------------------------------------


def _around(lines: Sequence[Line], anchor: int, lined: frozenset[int]) -> tuple[int, int]:
    """From which line to which the foot around "Nơi nhận" goes."""
    start, stop = anchor, anchor + 1
    table = lines[anchor].table
    if table:
        while start and lines[start - 1].table == table:
            start -= 1
        while stop < len(lines) and lines[stop].table == table:
            stop += 1
    signed = table != 0 and any(is_name(p) or is_authority(p) for p in _all(lines[start:stop]))
    start = _back(lines, start, lined)
    signed = signed or any(is_name(piece) for piece in _all(lines[start:anchor]))
    return start, _forward(lines, stop, lined, signed=signed, table=table)


def _all(lines: Sequence[Line]) -> list[Line]:
    return [piece for line in lines for piece in _pieces(line)]


def _back(lines: Sequence[Line], start: int, lined: frozenset[int]) -> int:
    """Where the signers begin that stand above "Nơi nhận"."""
    place = start
    while place and all(_signs(piece) for piece in _pieces(lines[place - 1])):
        if lines[place - 1].table in lined:
            break
        place -= 1
    while place < start and not any(_begins_signer(piece) for piece in _pieces(lines[place])):
        place += 1
    return place


def _forward(lines: Sequence[Line], stop: int, lined: frozenset[int], *, signed: bool, table: int) -> int:
    """Where the foot ends that goes on behind the line of "Nơi nhận" or its table."""
    recipients = not table
    while stop < len(lines):
        line = lines[stop]
        if line.table in lined or is_attached(line):
            break
        new = line.new_page or any(is_attached(one) for one in lines[stop + 1 : stop + 4])
        if new and (signed or table):
            break
        pieces = _pieces(line)
        signs = all(_signs(piece) for piece in pieces)
        if recipients and not (signed and line.new_page):
            fits = signs or _is_dashed(line) or len(line.text) < _LONGEST or len(pieces) > 1
        else:
            fits = signs and not (signed and line.upper and not is_authority(line) and not is_office(line))
        if not fits or (table and not signs and not is_address(line.plain)):
            break
        signed = signed or any(is_name(piece) for piece in pieces)
        stop += 1
    return stop


def _signers_alone(lines: Sequence[Line], lined: frozenset[int]) -> tuple[int, int]:
    """From which line to which signers stand where there is no "Nơi nhận"."""
    start = 0
    while start < len(lines):
        if lines[start].table in lined or not all(map(_begins_signer, _pieces(lines[start]))):
            start += 1
            continue
        stop = start + 1
        while stop < min(len(lines), start + _MOST) and all(map(_signs, _pieces(lines[stop]))):
            if lines[stop].table in lined or lines[stop].new_page:
                break
            stop += 1
        block = _all(lines[start:stop])
        named = any(is_name(piece) or is_note(piece) for piece in block)
        sure = any(is_authority(piece) for piece in block)
        if (named and len(block) > 1) or (sure and stop == len(lines)):
            return start, stop
        start = stop
    return 0, 0


def _begins_signer(piece: Line) -> bool:
    if is_recipients_word(piece):
        return True
    return piece.upper and (is_authority(piece) or is_office(piece)) and not find_mark(piece.text)


def _signs(piece: Line) -> bool:
    """Whether a piece may stand in a block of signers."""
    if len(piece.text) > _LONGEST or (piece.text.endswith((":", ";", "./.")) and not is_note(piece)):
        return False
    mark = find_mark(piece.text, piece.paragraph.label)
    if mark and not is_authority(piece):
        return False
    return piece.upper or is_note(piece) or is_name(piece) or bool(_DATE.match(piece.plain))


def _is_dashed(line: Line) -> bool:
    mark = find_mark(line.text, line.paragraph.label)
    return mark is not None and mark[0].level in ("gach", "cong")


# What its lines are -----------------------------------------------------------------------------------


def _named(lines: Sequence[Line]) -> list[Found]:
    found: list[Found] = []
    signers: dict[tuple[int, int], list[Line]] = {}
    columns: dict[tuple[int, int], list[Line]] = {}
    for piece in (part for whole in _all(lines) for part in _part_word(whole)):
        columns.setdefault(piece.column if piece.table else (0, 0), []).append(piece)
    for column, pieces in columns.items():
        seal, pieces = part_seal(pieces)
        found += (Found("doan", piece, 0.4) for piece in seal)
        recipients = _recipients(pieces)
        found += recipients
        taken = {id(one.line) for one in recipients}
        for piece in pieces:
            if id(piece) not in taken:
                signers.setdefault(column if column[0] else (0, piece.order), []).append(piece)
    if (0, 0) in signers and not any(_begins_signer(piece) for piece in signers[0, 0]):
        rest = signers.pop((0, 0))
        beside = next((column for column in signers if column[0] == 0), None)
        signers[beside or (0, 0)] = sorted(
            [*signers.get(beside or (0, 0), []), *rest], key=lambda one: (one.paragraph.number, one.first)
        )
    for pieces in signers.values():
        found += _signed(pieces)
    return found


def _recipients(pieces: Sequence[Line]) -> list[Found]:
    """Nơi nhận, those that receive the paper, who drafted it, and the address below them."""
    found: list[Found] = []
    open_list = kept = False
    left: tuple[int, int] = (0, 0)
    for piece in pieces:
        if is_recipients_word(piece):
            found.append(Found("noi_nhan_tu", piece))
            open_list, kept, left = True, False, piece.column
            continue
        if not open_list:
            continue
        if _is_dashed(piece) or _KEPT.match(piece.plain):
            found.append(Found("noi_nhan", piece))
            kept = bool(_KEPT.match(piece.plain))
        elif is_address(piece.plain):
            found.append(Found("dia_chi", piece, 0.7))
        elif kept and piece.column == left and _is_drafter(piece):
            found.append(Found("nguoi_soan_thao", piece))
        elif piece.seen is found[-1].line.seen and piece.column == left and found[-1].id == "noi_nhan_tu":
            found.append(Found("noi_nhan", piece))
        elif _continues(piece, found[-1].line, left):
            found.append(Found("noi_nhan", piece, 0.7))
        elif not piece.table:
            continue
        else:
            open_list = False
    return found


def _is_drafter(piece: Line) -> bool:
    return bool(_DRAFTER.fullmatch(piece.text)) and not is_name(piece) and not is_office(piece)


def _part_word(piece: Line) -> list[Line]:
    """Nơi nhận and what follows it on the same line, apart."""
    head = re.match(r"\S++\s++[^\s:;.]++(?:\s*+[:;.])?+\s*+(?=\S)", piece.text)
    if not head or not is_recipients_word(piece):
        return [piece]
    word = head[0].rstrip()
    first = piece.first
    return [replace(piece, last=first + len(word)), replace(piece, first=first + head.end(), gap=0)]


def _continues(piece: Line, above: Line, left: tuple[int, int]) -> bool:
    """Whether a line without a dash belongs to the recipients above it."""
    if is_authority(piece) or is_note(piece) or (piece.upper and piece.bold):
        return False
    if piece.paragraph is above.paragraph and piece.order == above.order:
        return True
    if piece.column != left or (not piece.table and (is_name(piece) or piece.upper or piece.centred)):
        return False
    return piece.gap < 1 and not (piece.bold and is_name(piece))


def _signed(pieces: Sequence[Line]) -> list[Found]:
    """The lines of signers one under another: offices, notes, another post, a name, and again."""
    blocks: list[list[Line]] = [[]]
    for piece in pieces:
        named = any(_is_signer(one) for one in blocks[-1])
        if named and (is_authority(piece) or (piece.upper and piece.gap > _SIGNATURE_GAP)):
            blocks.append([])
        blocks[-1].append(piece)
    return [one for block in blocks if block for one in _block(block)]


def _is_signer(piece: Line) -> bool:
    return is_name(piece) and not is_office(piece)


def _block(lines: Sequence[Line]) -> list[Found]:
    names = [place for place, line in enumerate(lines) if is_name(line) and not is_note(line)]
    sure = 1.0
    if not names and len(lines) > 1 and is_name_in_capitals(lines[-1]) and not is_office(lines[-1]):
        names, sure = [len(lines) - 1], 0.7
    if not names and not any(line.upper or is_authority(line) or is_office(line) for line in lines):
        return [Found("doan", line, 0.4) for line in lines]
    name = names[-1] if names else len(lines)
    room = open_note = False
    found = []
    for place, line in enumerate(lines):
        noted = is_note(line) or open_note
        open_note = (open_note or line.text.startswith("(")) and ")" not in line.text
        room = room or noted or (place > 0 and line.gap >= _SIGNATURE_GAP)
        if noted or _DATE.match(line.plain):
            found.append(Found("doan", line, 0.4))
        elif place == name:
            found.append(Found("ho_ten", line, sure))
        elif place > name or (room and place > 0 and place == name - 1):
            found.append(Found("chuc_vu_khac", line, 1 if line.upper else 0.6))
        else:
            found.append(Found("quyen_han", line, 1 if line.upper else 0.6))
    return found
