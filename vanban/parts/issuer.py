"""Which lines of the issuer's block are its own name and which its parent's (ô 2)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from vanban.parts.lines import Line

_BODIES = (
    "uy ban", "ubnd", "ubmttq", "hoi dong", "hdnd", "dang uy", "dang bo", "tinh uy", "thanh uy", "huyen uy",
    "chi bo", "chi uy", "ban", "so", "phong", "truong", "trung tam", "van phong", "cuc", "chi cuc", "tong",
    "vien", "bo", "benh vien", "tram", "cong ty", "tap doan", "doan", "hoi", "lien doan", "cong doan",
    "tieu ban", "doi", "cong an", "toa an", "vien kiem sat", "thanh tra", "thu vien", "bao hiem", "kho bac",
    "ngan hang", "hop tac xa", "mat tran", "bch", "khoa", "hat kiem lam", "ten co quan", "ten cq", "chu tich",
    "giam doc", "hieu truong", "to cong tac", "to chuyen mon", "nha van hoa", "dai truyen thanh", "chinh phu",
    "quoc hoi", "thu tuong",
)  # fmt: skip
"""What the name of a body begins with."""
_BODY = re.compile(rf"(?:{'|'.join(sorted(_BODIES, key=len, reverse=True))})\b")
_BARE_BODY = re.compile(r"(?:uy ban nhan dan|ubnd|hoi dong nhan dan|hdnd|dang uy|uy ban mttq viet nam)$")
_SCHOOL = r"truong (?:mam non|mau giao|tieu hoc|thcs|thpt|trung hoc co so|trung hoc pho thong|th va thcs)"
_UNFINISHED = re.compile(rf"(?:{_SCHOOL}|ban chi dao|ban quan ly|hoi dong|trung tam|to cong tac)$")
"""What waits for a name of its own on the next line, whatever that begins with."""
_PLACE = re.compile(r"(?:xa|phuong|dac khu|thi tran|huyen|quan|thi xa|tinh|thanh pho|tp\.?) ")


def split_issuer(lines: Sequence[Line]) -> dict[int, tuple[str, float]]:
    """The component of each line by its identity.

    The bold lines at the end are the issuer's own; where weight does not tell, its own name begins with the
    last line that names a body, and a bare "ỦY BAN NHÂN DÂN" goes on with its place (Phụ lục I, II.2.b).
    """
    own = _first_own(lines)
    sure = 1.0 if _by_weight(lines) == own else 0.7
    return {
        id(line): ("co_quan", sure) if place >= own else ("co_quan_chu_quan", sure)
        for place, line in enumerate(lines)
    }


def _by_weight(lines: Sequence[Line]) -> int:
    """The first of the bold lines at the end."""
    place = len(lines)
    while place and lines[place - 1].bold:
        place -= 1
    return place


def _first_own(lines: Sequence[Line]) -> int:
    last = len(lines) - 1
    by_weight = _by_weight(lines)
    if 0 < by_weight <= last:
        return by_weight
    place = last
    while place > 0 and not _begins_name(lines, place):
        place -= 1
    return max(place, 0)


def _begins_name(lines: Sequence[Line], place: int) -> bool:
    """Whether a line begins a name of its own rather than going on from the line above."""
    line, above = lines[place].plain, lines[place - 1].plain
    if _UNFINISHED.match(above) or (_BARE_BODY.match(above) and _PLACE.match(line)):
        return False
    return bool(_BODY.match(line)) and not _BARE_BODY.match(above + " " + line)
