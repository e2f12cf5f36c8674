"""In which words two texts differ."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from vanban.compare.model import Piece

WORD = re.compile(r"\w+|[^\w\s]")
"""A word, a number, or a sign."""
_SHORT = 12
"""Between two changes at least as long, so many letters in common are chance: 15/3/2026 became 20/4/2027."""


def pieces(old: str, new: str) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """Either text in pieces, which together are the text."""
    before, after = list(WORD.finditer(old)), list(WORD.finditer(new))
    changes = _changes([word[0] for word in before], [word[0] for word in after])
    return (
        _cut(old, [(before[a].start(), before[b - 1].end()) for a, b, _c, _d in changes if a < b]),
        _cut(new, [(after[c].start(), after[d - 1].end()) for _a, _b, c, d in changes if c < d]),
    )


def _changes(before: Sequence[str], after: Sequence[str]) -> list[tuple[int, int, int, int]]:
    """From and to which word the texts differ; two changes with little between them are one."""
    found: list[tuple[int, int, int, int]] = []
    for what, a, b, c, d in SequenceMatcher(None, before, after).get_opcodes():
        if what == "equal":
            continue
        if found:
            x, y, z, w = found[-1]
            between = _letters(before[y:a])
            first = max(_letters(before[x:y]), _letters(after[z:w]))
            second = max(_letters(before[a:b]), _letters(after[c:d]))
            if between <= min(_SHORT, first, second):
                found[-1] = (x, b, z, d)
                continue
        found.append((a, b, c, d))
    return found


def _letters(words: Sequence[str]) -> int:
    return sum(map(len, words))


def _cut(text: str, changes: Sequence[tuple[int, int]]) -> tuple[Piece, ...]:
    found: list[Piece] = []
    at = 0
    for begin, end in changes:
        found += [Piece(text[at:begin]), Piece(text[begin:end], True)]
        at = end
    return tuple(piece for piece in [*found, Piece(text[at:])] if piece.words)
