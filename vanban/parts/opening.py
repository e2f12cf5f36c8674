"""What stands between title and body: Kính gửi (ô 9a), who has the power to issue, căn cứ, the command."""

from __future__ import annotations

import re
from collections.abc import Sequence

from vanban.parts.lines import Found, Line
from vanban.parts.marks import find_mark
from vanban.thethuc import Kind

_ADDRESSING = re.compile(r"kinh (?:gui|trinh|chuyen)\b")
_WIRING = re.compile(r".{0,80} dien ?:$")
_COMMANDS = frozenset(("quyetdinh", "quyetnghi", "nghiquyet", "chithi", "congbo"))

_BASES = re.compile(r"(?:cac )?can cu\b")
_MORE_BASES = re.compile(
    r"theo (?:de nghi|de xuat|to trinh|ket luan|chi dao|y kien|quyet dinh|ke hoach)|xet\b|thuc hien\b"
    r"|tren co so\b|tiep theo\b|sau khi\b|thi hanh\b|cu the hoa\b"
)
_GOES_ON = re.compile(r"(?:nhu sau|cu the|cu the nhu sau|sau day)[ .:;,]*$")
"""A base whose sentence goes on to say what is issued is a paragraph of the body."""

_ISSUES = re.compile(
    r", (?:uy ban|ubnd|hoi dong|hdnd|ban|so|phong|truong|nha truong|trung tam|dang uy|chi bo|cong doan|hoi)\b"
    r"[^;]*\b(?:ban hanh|xay dung|bao cao|to chuc|trien khai|de nghi|thong bao|trinh|lap)\b[^;]*$"
)
"""The issuer says in the same sentence what it does, as plans and letters do."""

_FARTHEST = 6
"""Paragraphs between title and first base that are looked over."""


def is_addressing(line: Line) -> bool:
    """Whether a line begins "Kính gửi"."""
    return bool(_ADDRESSING.match(line.plain))


def begins_base(line: Line) -> bool:
    """Whether a line begins as a legal basis does."""
    return bool(_BASES.match(line.plain) or _MORE_BASES.match(line.plain))


def is_command(line: Line) -> bool:
    """Whether a line is "QUYẾT ĐỊNH:" or the like, and nothing else."""
    return line.key in _COMMANDS and line.upper


def find_opening(lines: Sequence[Line], kind: Kind | None) -> tuple[list[Found], int]:
    """Addressees, authority, bases and command at the beginning of some lines, and how many they take."""
    found, taken = _addressees(lines, kind)
    decides = kind is None or kind.form.authority_line
    authority = _authority(lines[taken:]) if decides else []
    found += authority
    taken += len(authority)
    count = _bases(lines[taken:], kind)
    found += [Found("can_cu", line, _sure(line)) for line in lines[taken : taken + count]]
    taken += count
    following = lines[taken : taken + _FARTHEST] if decides else []
    for place, line in enumerate(following):
        if is_command(line):
            found += [Found("can_cu" if begins_base(one) else "doan", one, 0.7) for one in following[:place]]
            found.append(Found("menh_lenh", line, 1 if line.centred or line.bold else 0.7))
            taken += place + 1
            break
        if find_mark(line.text, line.paragraph.label):
            break
    if not (found or taken):
        return [], 0
    more, count = _addressees(lines[taken:], kind) if not any(f.id == "kinh_gui" for f in found) else ([], 0)
    return found + more, taken + count


def _addressees(lines: Sequence[Line], kind: Kind | None) -> tuple[list[Found], int]:
    """Kính gửi and its lines; "… điện:" in a công điện (Phụ lục III, Mẫu 1.6)."""
    if not lines:
        return [], 0
    first = lines[0]
    wired = kind is not None and kind.id == "cong-dien" and _WIRING.match(first.plain)
    if not (is_addressing(first) or wired):
        return [], 0
    taken = 1
    alone = first.plain.rstrip(" :") in ("kinh gui", "kinh trinh", "kinh chuyen") or bool(wired)
    while taken < len(lines):
        line = lines[taken]
        dash = find_mark(line.text, line.paragraph.label)
        same = line.paragraph is first.paragraph or (line.table and line.table == first.table)
        if not (
            same or (dash and dash[0].level in ("gach", "cong")) or _wraps(line, lines[taken - 1], alone)
        ):
            break
        taken += 1
    return [Found("kinh_gui", line) for line in lines[:taken]], taken


def _wraps(line: Line, above: Line, alone: bool) -> bool:
    """Whether a line without a dash goes on from the addressee above it."""
    if line.gap >= 1 or len(line.text) > 120 or begins_base(line):
        return False
    look, upper = line.paragraph.look, above.paragraph.look
    hung = look.left_mm + look.first_mm > 20 or look.align == "center"
    small = line.text[:1].islower()
    return (small and hung) or (alone and hung and not line.bold and upper.align == look.align)


def _authority(lines: Sequence[Line]) -> list[Found]:
    """Lines in capitals above the bases or the command."""
    count = 0
    while count < min(4, len(lines)) and lines[count].upper and not is_command(lines[count]):
        if find_mark(lines[count].text, lines[count].paragraph.label) or begins_base(lines[count]):
            break
        count += 1
    following = lines[count] if count < len(lines) else None
    if not count or following is None or not (begins_base(following) or is_command(following)):
        return []
    return [Found("tham_quyen_ban_hanh", line, 1 if line.centred else 0.7) for line in lines[:count]]


def _bases(lines: Sequence[Line], kind: Kind | None) -> int:
    """How many lines at the beginning are bases."""
    count = 0
    for place, line in enumerate(lines):
        same = place > 0 and line.paragraph is lines[place - 1].paragraph
        dash = find_mark(line.text, line.paragraph.label)
        if not same and not _is_base(line, dash[1] if dash else 0, kind):
            break
        count += 1
    return count


def _is_base(line: Line, start: int, kind: Kind | None) -> bool:
    words = line.plain[start:] if start else line.plain
    if _GOES_ON.search(words) or words.endswith(":") or _ISSUES.search(words):
        return False
    ended = words.endswith((";", ","))
    if _BASES.match(words):
        return ended or line.italic or kind is None or kind.form.titled
    if not _MORE_BASES.match(words):
        return False
    return ended or (kind is not None and kind.form.authority_line) or words.startswith("theo de nghi")


def _sure(line: Line) -> float:
    return 1 if _BASES.match(line.plain) or line.plain.startswith(("theo de nghi", "xet ")) else 0.8
