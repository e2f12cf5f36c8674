"""The words of a component as a reader sees them: Unicode alone, spaces closed up, capitals as shown."""

from __future__ import annotations

from vanban.check.model import Case
from vanban.parts import Part
from vanban.tiengviet.legacy import looks_legacy
from vanban.tiengviet.unicode import nfc


def readable(case: Case, *ids: str) -> list[Part]:
    """These components of the paper itself, without those in an old encoding, which TT-22 speaks of."""
    return [part for part in case.all(*ids) if not _garbled(part)]


def _garbled(part: Part) -> bool:
    looks = part.paragraph.look_at(part.start, part.end)
    return bool(looks) and looks_legacy(part.text, looks[0].font) is not None


def shown(part: Part) -> str:
    """The words in the usual Unicode form; letters that are drawn as capitals are capitals."""
    words = " ".join(nfc(part.text).split())
    looks = part.paragraph.look_at(part.start, part.end)
    return words.upper() if looks and all(look.caps for look in looks) else words


def lead(part: Part) -> int:
    """Where the first letter of a part stands in the text of its paragraph."""
    return part.start + len(part.text) - len(part.text.lstrip())
