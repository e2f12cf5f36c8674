"""Which text of one document stands beside which of the other: in its place, or elsewhere."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from vanban.compare.likeness import bag, candidates
from vanban.compare.model import Comparison, Row, Side
from vanban.compare.sides import sides
from vanban.compare.words import pieces
from vanban.document.model import Document
from vanban.document.normal_form import normal_form

_CHANGED = 0.5
"""From which share of common words on two texts are one that was changed."""
_MOVED = 0.8
"""The same for texts that do not stand where the other did: chance is likelier there."""
_SAME_PART = 0.1
"""What it adds that both stand in the same part."""
_ONLY = 0.5
"""What it adds that both are alone in the same box: a number is the number, whatever it became."""
_TWO_WORDS = re.compile(r"[^\W\d_]{2,}\W+[^\W\d_]{2,}")
"""What a text must hold to be looked for elsewhere: a lone number or unit is anywhere."""

Pairs = dict[int, int]
"""For the place of a text in the old document that of its fellow in the new one."""


@dataclass(frozen=True, slots=True)
class _Chain:
    """Pairs that do not cross, from the last back: what they weigh, the last pair, the chain before it."""

    weight: float = 0
    last: tuple[int, int] = (-1, -1)
    before: _Chain | None = None


def compare(old: Document, new: Document) -> Comparison:
    """Lay two documents side by side, as their pages tell them.

    Texts that are the same but for their number are found first; between them, those that share most words
    are one that was changed; what is much alike but stands elsewhere was moved. Weight and slant are not
    compared.

    Returns:
        Rows in the order of both documents: what was removed stands where it was.
    """
    before, after = sides(normal_form(old)), sides(normal_form(new))
    alone = _boxes_of_one(before) & _boxes_of_one(after)
    beside: Pairs = {}
    matcher = SequenceMatcher(None, [_key(one) for one in before], [_key(one) for one in after])
    for what, a, b, c, d in matcher.get_opcodes():
        if what == "equal":
            beside |= zip(range(a, b), range(c, d), strict=True)
        elif what == "replace":
            beside |= {a + x: c + y for x, y in _changed(before[a:b], after[c:d], alone)}
    return Comparison(tuple(_rows(before, after, beside, _moved(before, after, beside))))


def _key(side: Side) -> tuple[str, str]:
    """By what two texts are the same: the words, and the box, since a name says another thing in another."""
    return side.part if side.box else "", _plain(side.text)


def _plain(words: str) -> str:
    return " ".join(words.split())


def _changed(before: Sequence[Side], after: Sequence[Side], alone: Collection[str]) -> list[tuple[int, int]]:
    """The texts of two stretches that became one another: in order on both sides, as alike as can be.

    ``alone`` are the boxes that hold one text in either document.
    """
    likely: dict[tuple[int, int], float] = {}
    for share, x, y in candidates([bag(one) for one in before], [bag(one) for one in after]):
        share += _nearness(before[x], after[y], alone)
        if share >= _CHANGED:
            likely[x, y] = share
    return _heaviest_in_order(likely, len(after))


def _boxes_of_one(texts: Sequence[Side]) -> set[str]:
    return {part for part, count in Counter(one.part for one in texts if one.box).items() if count == 1}


def _nearness(old: Side, new: Side, alone: Collection[str]) -> float:
    """What the places of two texts say for or against their being one."""
    if old.part == new.part:
        return _ONLY if old.box and new.part in alone else _SAME_PART
    return -1 if old.box or new.box else 0


def _heaviest_in_order(weights: dict[tuple[int, int], float], width: int) -> list[tuple[int, int]]:
    """Of pairs of places, the second below ``width``, those that weigh most together and do not cross."""
    tree = [_Chain()] * (width + 1)
    for (x, y), weight in sorted(weights.items(), key=lambda one: (one[0][0], -one[0][1])):
        before = _heaviest(tree, y)
        chain = _Chain(before.weight + weight, (x, y), before)
        at = y + 1
        while at <= width:
            tree[at] = max(tree[at], chain, key=_weight)
            at += at & -at
    chosen: list[tuple[int, int]] = []
    chain = _heaviest(tree, width)
    while chain.before:
        chosen.append(chain.last)
        chain = chain.before
    return chosen[::-1]


def _heaviest(tree: Sequence[_Chain], at: int) -> _Chain:
    """The heaviest chain whose last second place is below ``at``, from a Fenwick tree of maxima."""
    chain = _Chain()
    while at:
        chain = max(chain, tree[at], key=_weight)
        at &= at - 1
    return chain


def _weight(chain: _Chain) -> float:
    return chain.weight


def _moved(before: Sequence[Side], after: Sequence[Side], beside: Pairs) -> Pairs:
    """The texts that have no fellow in their place but one elsewhere, the most alike first."""
    there = set(beside.values())
    gone = [at for at, one in enumerate(before) if at not in beside and _TWO_WORDS.search(one.text)]
    come = [at for at, one in enumerate(after) if at not in there and _TWO_WORDS.search(one.text)]
    likely = candidates([bag(before[at]) for at in gone], [bag(after[at]) for at in come])
    moved: Pairs = {}
    taken: set[int] = set()
    for share, x, y in sorted(likely, key=lambda one: (-one[0], *one[1:])):
        free = x not in moved and y not in taken
        if free and share >= _MOVED and before[gone[x]].box == after[come[y]].box:
            moved[x] = y
            taken.add(y)
    return {gone[x]: come[y] for x, y in moved.items()}


def _rows(before: Sequence[Side], after: Sequence[Side], beside: Pairs, moved: Pairs) -> Iterator[Row]:
    origins = {y: x for x, y in moved.items()}
    at = to = 0
    for old, new in [*sorted(beside.items()), (len(before), len(after))]:
        yield from (_gone(before[x], after[moved[x]] if x in moved else None) for x in range(at, old))
        yield from (_come(after[y], before[origins[y]] if y in origins else None) for y in range(to, new))
        if old < len(before):
            yield _beside(before[old], after[new])
        at, to = old + 1, new + 1


def _beside(old: Side, new: Side) -> Row:
    if _plain(old.words) == _plain(new.words):
        return Row("same", old, new)
    return Row("changed", old, new, *pieces(old.words, new.words))


def _gone(old: Side, new: Side | None) -> Row:
    """The row of a text that is no more in its place; ``new`` is its fellow elsewhere."""
    if new is None:
        return Row("removed", old, None)
    return Row("moved", old, None, old_pieces=pieces(old.words, new.words)[0], elsewhere=new.part)


def _come(new: Side, old: Side | None) -> Row:
    """The row of a text that was not in its place; ``old`` is its fellow elsewhere."""
    if old is None:
        return Row("added", None, new)
    return Row("moved", None, new, new_pieces=pieces(old.words, new.words)[1], elsewhere=old.part)
