"""Safe repair: what rules say can be mended is mended in a copy of the file; all else stays as it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from vanban.check.fix.apply import fix
from vanban.check.model import Finding

__all__ = ["Fixed", "fix", "repair"]

_ROUNDS = 4
"""A repair can bring another fault to light, or two can meet on the same letters: that takes one more."""


@dataclass(frozen=True, slots=True)
class Fixed:
    """A repaired file, what is no longer found in it, and what still is."""

    data: bytes
    repaired: tuple[Finding, ...]
    left: tuple[Finding, ...]


def repair(data: bytes, check: Callable[[bytes], Sequence[Finding]]) -> Fixed:
    """Check a Word file and repair it, until nothing is left that can be; repairing that changes nothing.

    Args:
        data: the file; it is not changed.
        check: what finds faults in a file.

    Raises:
        InputError: the file cannot be read.
    """
    found = tuple(check(data))
    repaired: list[Finding] = []
    for _round in range(_ROUNDS):
        wanted = [finding for finding in found if finding.hit.repairs]
        fixed = fix(data, wanted)
        if fixed == data:
            break
        data, found = fixed, tuple(check(fixed))
        repaired += _gone(wanted, found)
    return Fixed(data, tuple(repaired), found)


def _gone(before: Iterable[Finding], after: Iterable[Finding]) -> list[Finding]:
    """The findings that are not found again, wherever: a line that is drawn moves those after it."""
    left = Counter(map(_what, after))
    gone = []
    for finding in before:
        if left[_what(finding)]:
            left[_what(finding)] -= 1
        else:
            gone.append(finding)
    return gone


def _what(finding: Finding) -> tuple[str, str, str, str]:
    return finding.rule.id, finding.hit.part, finding.words, finding.message
