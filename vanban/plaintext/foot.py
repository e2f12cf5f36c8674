"""A foot whose columns were run together, as a program for viewing copies it: recipients, then who signs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from vanban.plaintext.columns import Columns
from vanban.plaintext.rows import Row

_RECIPIENTS = re.compile(r"nơi (?:nhận|gửi) ?[:;.]?", re.IGNORECASE)
_SIGNS = re.compile(
    r"(?:TM|KT|TL|TUQ|Q)\.|(?:PHÓ |QUYỀN )?(?:CHỦ|GIÁM|HIỆU|TRƯỞNG|CHÁNH|BÍ THƯ|CỤC|TỔNG|VIỆN|THỦ|ĐỘI|THƯ KÝ)"
)
"""How the capitals of an authority or office begin (II.7.a, b)."""
_ENDS = re.compile(r"(?<=[:;.,)]) +")


def find_foot(rows: Sequence[Row], at: int) -> tuple[Columns, int] | None:
    """The columns of a foot that begins at a row, and the row after it; None where none was run together."""
    if not _RECIPIENTS.match(rows[at].words):
        return None
    left: list[Row] = []
    right: list[Row] = []
    together = False
    stop = at
    while stop < len(rows) and (stop == at or _belongs(rows[stop])):
        first, second = _parted(rows[stop].words)
        together = together or bool(first and second)
        if first:
            left.append(replace(rows[stop], text=first))
        if second:
            right.append(replace(rows[stop], text=second, turned=False))
        stop += 1
    return (Columns(tuple(left), tuple(right)), stop) if together else None


def _belongs(row: Row) -> bool:
    return not row.blank and not row.turned and (row.words.startswith("-") or bool(_SIGNS.match(row.words)))


def _parted(words: str) -> tuple[str, str]:
    """The recipient and who signs, on one row."""
    if words.isupper() and _SIGNS.match(words):
        return "", words
    for gap in _ENDS.finditer(words):
        rest = words[gap.end() :]
        if rest.isupper() and _SIGNS.match(rest):
            return words[: gap.start()], rest
    return words, ""
