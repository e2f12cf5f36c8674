"""How alike texts are, and which of one document may have become which of another."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from vanban.compare.model import Side
from vanban.compare.words import WORD

_RARE = 8
"""By how many of its rarest words a text is looked for on the other side."""
_COMMON = 100
"""A word that is in more texts than this leads nowhere."""
_TRIED = 6
"""How many texts that share rare words are looked at closely."""
_NEAR = 3
"""How many neighbours of the place that matches its own are looked at, whatever their words."""


def bag(side: Side) -> Counter[str]:
    """The words and signs of a text and how often each is there; case says nothing."""
    return Counter(WORD.findall(side.text.lower()))


def alike(one: Counter[str], other: Counter[str]) -> float:
    """The share of words that two texts have in common, 0 to 1."""
    total = one.total() + other.total()
    return 2 * (one & other).total() / total if total else 1.0


def candidates(
    before: Sequence[Counter[str]], after: Sequence[Counter[str]]
) -> Iterator[tuple[float, int, int]]:
    """How alike two texts are and their places, for all pairs that may be one text."""
    holders: dict[str, list[int]] = defaultdict(list)
    for new, words in enumerate(after):
        for word in words:
            holders[word].append(new)
    for old, words in enumerate(before):
        middle = old * len(after) // len(before)
        tried = set(range(max(middle - _NEAR, 0), min(middle + _NEAR + 1, len(after))))
        rare = sorted((holders[word] for word in words if word in holders), key=len)[:_RARE]
        votes = Counter(new for places in rare if len(places) <= _COMMON for new in places)
        tried.update(new for new, _count in votes.most_common(_TRIED))
        for new in sorted(tried):
            yield alike(words, after[new]), old, new
