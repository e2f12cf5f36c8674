"""Which text of one document stands beside which of the other, and the words in which they differ."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from vanban.compare.model import Comparison, Piece, Row, Side
from vanban.compare.sides import sides
from vanban.document.model import Document
from vanban.document.normal_form import normal_form

_WORD = re.compile(r"\s*(?:\w+|[^\w\s])")
_ALIKE = 0.5
"""From which share of common words on two texts are one that was changed."""
_SAME_BOX, _SAME_PART = 0.5, 0.1
"""What it adds that both stand in the same box of head or foot, or in the same part of the body."""
_FAR = 40
"""How many texts around its own place are looked at for one that a text may have been changed from."""


def compare(old: Document, new: Document) -> Comparison:
    """Lay two documents side by side, as their pages tell them.

    Texts that are the same are found first; between them, those that share most words are one that was
    changed; what is the same but elsewhere was moved. Weight and slant are not compared.

    Returns:
        Rows in reading order: what was removed stands where it was.
    """
    before, after = sides(normal_form(old)), sides(normal_form(new))
    rows: list[Row] = []
    old_keys, new_keys = [_key(one) for one in before], [_key(one) for one in after]
    matcher = SequenceMatcher(None, old_keys, new_keys, autojunk=False)
    for what, a, b, c, d in matcher.get_opcodes():
        if what == "equal":
            rows += (Row("same", x, y) for x, y in zip(before[a:b], after[c:d], strict=True))
        else:
            rows += _between(before[a:b], after[c:d])
    return Comparison(tuple(_with_moved(rows)))


def _key(side: Side) -> str:
    return " ".join(side.words.split())


def _between(before: Sequence[Side], after: Sequence[Side]) -> list[Row]:
    """The rows of two stretches that have no text in common."""
    pairs = _pairs(before, after)
    rows: list[Row] = []
    at = to = 0
    for old, new in [*pairs, (len(before), len(after))]:
        rows += (Row("removed", side, None) for side in before[at:old])
        rows += (Row("added", None, side) for side in after[to:new])
        if old < len(before):
            rows.append(_changed(before[old], after[new]))
        at, to = old + 1, new + 1
    return rows


def _pairs(before: Sequence[Side], after: Sequence[Side]) -> list[tuple[int, int]]:
    """Places of texts that are alike, in order on both sides: the most alike first, what crosses them not."""
    words = [[Counter(_WORD.findall(side.words)) for side in part] for part in (before, after)]
    found: list[tuple[float, int, int]] = []
    for old, own in enumerate(words[0]):
        middle = old * len(after) // max(len(before), 1)
        for new in range(max(middle - _FAR, 0), min(middle + _FAR, len(after))):
            share = _alike(own, words[1][new])
            if before[old].part == after[new].part:
                share += _SAME_BOX if before[old].box else _SAME_PART
            if share >= _ALIKE:
                found.append((share, old, new))
    chosen: list[tuple[int, int]] = []
    for _share, old, new in sorted(found, key=lambda one: (-one[0], abs(one[1] - one[2]))):
        if all(_in_order((old, new), pair) for pair in chosen):
            chosen.append((old, new))
    return sorted(chosen)


def _in_order(one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether two pairs neither cross nor share a text."""
    return one[0] != other[0] and one[1] != other[1] and (one[0] < other[0]) == (one[1] < other[1])


def _alike(one: Counter[str], other: Counter[str]) -> float:
    total = one.total() + other.total()
    return 2 * (one & other).total() / total if total else 1


def _changed(old: Side, new: Side) -> Row:
    """A row whose words differ; its pieces hold all words of either side in order."""
    before, after = _WORD.findall(old.words), _WORD.findall(new.words)
    pieces: tuple[list[Piece], list[Piece]] = ([], [])
    for what, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        for side, part in ((pieces[0], before[a:b]), (pieces[1], after[c:d])):
            if part:
                side.append(Piece("".join(part), what != "equal"))
    return Row("changed", old, new, tuple(pieces[0]), tuple(pieces[1]))


def _with_moved(rows: Sequence[Row]) -> list[Row]:
    """The rows; what was removed here and added there in the same words was moved."""
    gone: dict[str, list[int]] = defaultdict(list)
    for at, row in enumerate(rows):
        if row.state == "removed" and row.old:
            gone[_key(row.old)].append(at)
    out = list(rows)
    for at, row in enumerate(rows):
        if row.state == "added" and row.new and (places := gone.get(_key(row.new))):
            out[at] = replace(row, state="moved")
            place = places.pop(0)
            out[place] = replace(rows[place], state="moved")
    return out
