"""Where the paper ends and its annexes and attached papers begin, and what they are called (III.1)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from vanban.parts.head import is_quoc_hieu, is_tieu_ngu
from vanban.parts.letters import fold_in_place
from vanban.parts.lines import Found, Line
from vanban.parts.marks import find_mark
from vanban.parts.title import find_attached, is_attached

_NUMBER = r"(?:[ivxlc]+|\d{1,3}[a-z]?|[a-z]|[.…_]+ ?\d? ?[.…_]*)"
_ANNEX = re.compile(rf"phu luc(?: so)?(?: ?:)?(?: {_NUMBER})?(?P<end> ?[.:–-])?(?= |$)")
_FORM = re.compile(rf"(?:mau|bieu|bieu mau|phu bieu)(?: so)? ?:? {_NUMBER}[.:]?$")
_APPROVAL = re.compile(r"(?:phe duyet|duyet|xac nhan|y kien|nhan xet|ghi chu|noi gui)\b")
"""What others write below the signature."""
_HEAD = 8
"""Lines from quốc hiệu to tiêu ngữ at most."""
_LONGEST_HEAD = 40
"""Lines of a head before its quốc hiệu at most."""
_LONGEST = 200
_MOST = 6
"""Lines that the title of an annex takes at most."""


def annex_starts(lines: Sequence[Line], lined: frozenset[int]) -> list[int]:
    """Where annexes begin: at "Phụ lục", or where a second head begins.

    Args:
        lines: all lines of the paper.
        lined: the numbers of the tables that draw lines.
    """
    starts: list[int] = []
    heads = 0
    for place, line in enumerate(lines):
        if line.table in lined:
            continue
        if is_annex_name(line):
            starts.append(place)
        elif (
            len(line.text) < _LONGEST
            and line.upper
            and is_quoc_hieu(line)
            and any(map(is_tieu_ngu, lines[place : place + _HEAD]))
        ):
            heads += 1
            first = _head_start(lines, place)
            if heads > 1 and first > 0 and (not starts or first - starts[-1] > 3):
                starts.append(first)
    return starts


def is_annex_name(line: Line) -> bool:
    """Whether a line is the name of an annex, alone or with its title behind it."""
    if len(line.text) > _LONGEST or not line.text.startswith(("P", "p")):
        return False
    match = _ANNEX.match(line.plain)
    if not match or line.text.endswith((";", ",")):
        return False
    alone = match.end() == len(line.plain)
    stands_out = line.centred or line.bold or line.new_page
    return (
        (alone and (stands_out or line.upper))
        or (stands_out and line.upper)
        or (line.centred and line.bold and bool(match["end"]))
    )


def _head_start(lines: Sequence[Line], place: int) -> int:
    """The first line of the head that a quốc hiệu stands in."""
    table = lines[place].table
    least = max(place - _LONGEST_HEAD, 0)
    while place > least and (
        (table and lines[place - 1].table == table)
        or (not lines[place].new_page and lines[place - 1].upper and not lines[place - 1].table and not table)
    ):
        place -= 1
    return place


def find_annex_title(lines: Sequence[Line], ruled: frozenset[int]) -> tuple[list[Found], int]:
    """The name, title and "Kèm theo" line at the beginning of an annex, and how many lines they take."""
    found: list[Found] = []
    taken = 0
    while taken < len(lines) and taken < _MOST and (is_annex_name(lines[taken]) or _is_form(lines[taken])):
        found += _named(lines[taken])
        taken += 1
        break
    begin = taken
    while taken < len(lines) and taken - begin < _MOST:
        line = lines[taken]
        if is_attached(line):
            attached, count = find_attached(lines[taken:])
            found += attached
            taken += count
            if any(one.id == "phu_luc_tieu_de" for one in found):
                break
            continue
        if not _is_title_line(line, lines[taken - 1] if taken else None, ruled):
            break
        found.append(Found("phu_luc_tieu_de", line, 1 if line.upper or line.bold else 0.7))
        taken += 1
    return found, taken


def _named(line: Line) -> list[Found]:
    """The name of the annex, and its title where that stands on the same line."""
    match = _ANNEX.match(fold_in_place(line.text))
    if not match or match.end() >= len(line.text):
        return [Found("phu_luc", line)]
    rest = line.text[match.end() :]
    start = line.first + match.end() + len(rest) - len(rest.lstrip())
    return [
        Found(
            "phu_luc", replace(line, last=line.first + (match.start("end") if match["end"] else match.end()))
        ),
        Found("phu_luc_tieu_de", replace(line, first=start)),
    ]


def _is_form(line: Line) -> bool:
    return bool(_FORM.match(line.plain)) and (line.bold or line.upper or line.new_page)


def _is_title_line(line: Line, above: Line | None, ruled: frozenset[int]) -> bool:
    if above and line.paragraph is above.paragraph:
        return True
    if above and above.paragraph.number in ruled:
        return False
    if line.table or find_mark(line.text, line.paragraph.label) or line.text.endswith((":", ";")):
        return False
    if len(line.text) > 2 * _LONGEST:
        return False
    stands_out = line.upper or line.bold
    if above and line.upper and not line.centred and not line.bold:
        return is_annex_name(above) or (above.upper and not above.centred and line.gap < 1)
    return (line.centred and (stands_out or above is None or line.gap < 1)) or (line.upper and line.bold)


def attached_starts(lines: Sequence[Line], page: int | None) -> list[int]:
    """Where papers begin in what follows a signature: on a new page, at a title, above "(Kèm theo …)".

    Args:
        lines: what follows the signature.
        page: the page that it stands on, where that is known.
    """
    starts = [place for place, line in enumerate(lines) if _begins_paper(line, page)][:1]
    for place, line in enumerate(lines):
        if not is_attached(line) or line.table:
            continue
        first = place
        while (
            place - first < _MOST
            and first
            and _is_title_line(lines[first - 1], None, frozenset())
            and not lines[first].new_page
        ):
            first -= 1
        if not starts or (first > starts[-1] and place - starts[-1] > _MOST):
            starts.append(first)
    return sorted(starts)


def _begins_paper(line: Line, page: int | None) -> bool:
    if _APPROVAL.match(line.plain):
        return False
    behind = page is not None and (line.paragraph.page or 0) > page
    return line.new_page or behind or _is_form(line) or (line.upper and line.centred and line.bold)
