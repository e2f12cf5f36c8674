"""What the image of an electronic signature says, where it is read with the words of the foot (II.8)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from vanban.parts.lines import Line
from vanban.parts.names import is_authority, is_name, is_office

_BEGINS = re.compile(r"(?:duoc )?ky (?:so )?boi\b|nguoi ky ?:")
_SIGNED_AT = re.compile(r"(?:gio|ngay|thoi gian) ky\b")
_TIME = re.compile(r".*\d{1,2}:\d{2}:\d{2}")
_MOST = 8
"""Lines of such an image at most, with those that stand between."""


def part_seal(lines: Sequence[Line]) -> tuple[list[Line], list[Line]]:
    """The lines of the image and the others: "Ký bởi …", who and where, "Giờ ký: …"."""
    first = next((place for place, line in enumerate(lines) if _BEGINS.match(line.plain)), None)
    if first is None:
        return [], list(lines)
    seal: list[Line] = []
    timed = False
    for line in lines[first : first + _MOST]:
        if is_authority(line) or is_office(line):
            continue
        if is_name(line) or (timed and not _TIME.match(line.plain)):
            break
        seal.append(line)
        timed = timed or bool(_SIGNED_AT.match(line.plain))
    if not timed:
        seal = seal[:1]
    taken = set(map(id, seal))
    return seal, [line for line in lines if id(line) not in taken]
