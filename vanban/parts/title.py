"""Tên loại and trích yếu (ô 5a), and the line that says what a paper is attached to."""

from __future__ import annotations

import re
from collections.abc import Sequence

from vanban.parts.kind import names_kind, titled_kind
from vanban.parts.lines import Found, Line
from vanban.parts.marks import find_mark
from vanban.parts.opening import begins_base, is_addressing, is_command

_ATTACHED = re.compile(r"\(? ?(?:ban hanh )?(?:kem theo|dinh kem) ")
_SUBJECT = re.compile(r"(?:ve viec|v/v|ve|ban hanh|phe duyet|trien khai|thuc hien|thanh lap|to chuc)\b")

_NEAREST = 6
"""Lines after the head in which a title begins."""
_MOST = 8
"""Lines that a subject takes at most."""
_LONGEST_TITLE, _LONGEST_PLAIN, _LONGEST_SUBJECT = 120, 200, 400
"""Letters of a title, of a subject that stands on the left, and of one in the middle."""


def find_title(
    lines: Sequence[Line], ruled: frozenset[int], *, after_head: bool = True
) -> tuple[list[Found], int]:
    """The title and subject at the beginning of some lines, and how many of the lines they take.

    Args:
        lines: what follows the head.
        ruled: the numbers of the paragraphs with a rule drawn under them, where a subject ends.
        after_head: whether a head stands above; without one only the name of a kind makes a title.
    """
    place = _title_place(lines, after_head=after_head)
    if place is None:
        return [], 0
    title = lines[place]
    sure = 1.0 if names_kind(title) else 0.6
    found = [Found("doan", line, 0.4) for line in lines[:place]]
    found.append(Found("ten_loai", title, sure))
    taken = place + 1
    while taken < len(lines) and taken - place <= _MOST:
        line = lines[taken]
        if is_attached(line):
            attached, count = find_attached(lines[taken:])
            return found + attached, taken + count
        above = lines[taken - 1]
        if not _goes_on(line, above, title, ruled):
            break
        enclosed = above is title and sure == 1 and _ends_above(lines, taken + 1)
        found.append(Found("trich_yeu", line, 1 if line.centred or enclosed else 0.6))
        taken += 1
    return found, taken


def _ends_above(lines: Sequence[Line], place: int) -> bool:
    """Whether a line begins what only follows a subject: the addressees or the bases."""
    return place < len(lines) and (is_addressing(lines[place]) or begins_base(lines[place]))


def _title_place(lines: Sequence[Line], *, after_head: bool) -> int | None:
    for place, line in enumerate(lines[:_NEAREST]):
        if names_kind(line):
            return place
        if is_addressing(line) or begins_base(line) or find_mark(line.text, line.paragraph.label):
            return None
    first = lines[0] if lines else None
    if first is None or not after_head or len(first.text) > _LONGEST_TITLE:
        return None
    return 0 if first.upper and (first.centred or first.bold) and not is_command(first) else None


def _goes_on(line: Line, above: Line, title: Line, ruled: frozenset[int]) -> bool:
    """Whether a line belongs to the subject of the title."""
    same = line.paragraph is above.paragraph
    if above.paragraph.number in ruled and not same:
        return False
    if is_addressing(line) or (begins_base(line) and not line.centred) or is_command(line):
        return False
    if (
        line.text.endswith(":")
        or len(line.text) > _LONGEST_SUBJECT
        or line.paragraph.cell != title.paragraph.cell
    ):
        return False
    if find_mark(line.text, line.paragraph.label) and not same:
        return False
    first = above is title
    if line.upper and not _in_capitals(line, title, ruled, first=first):
        return False
    if line.centred or same:
        return first or line.gap < 1.5 or line.bold
    return first and (line.bold or (len(line.text) < _LONGEST_PLAIN and not line.text.endswith(".")))


def _in_capitals(line: Line, title: Line, ruled: frozenset[int], *, first: bool) -> bool:
    """Whether a line in capitals is a subject all the same, and not the authority that issues the paper."""
    if not first and line.gap >= 1:
        return False
    kind = titled_kind(title)
    decided = kind is None or kind.form.authority_line
    return not decided or line.paragraph.number in ruled or bool(_SUBJECT.match(line.plain))


def is_attached(line: Line) -> bool:
    """Whether a line begins "(Kèm theo …" or "(Ban hành kèm theo …"."""
    opened = line.text.startswith("(") or (line.italic and line.centred)
    return opened and bool(_ATTACHED.match(line.plain))


def find_attached(lines: Sequence[Line]) -> tuple[list[Found], int]:
    """The "Kèm theo" line at the beginning of some lines, as far as its bracket goes, and their count."""
    taken = 1
    opened = lines[0].text.count("(") - lines[0].text.count(")")
    while opened > 0 and taken < min(4, len(lines)):
        line = lines[taken]
        if not (line.centred or line.italic or line.paragraph is lines[0].paragraph):
            break
        opened += line.text.count("(") - line.text.count(")")
        taken += 1
    return [Found("kem_theo", line) for line in lines[:taken]], taken
