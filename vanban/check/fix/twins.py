"""Text boxes are stored twice, for programs of today and of old: what is repaired in one is in the other."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass

from lxml import etree
from lxml.etree import _Element as Element

from vanban.ooxml.wml import COMPATIBILITY, W

_BOX = f"{W}txbxContent"


@dataclass(frozen=True, slots=True)
class Twin:
    """The two contents of a box that said the same when they were found."""

    shown: Element
    spare: Element
    before: bytes

    def follow(self) -> None:
        """Give the spare one what was changed in the other."""
        if etree.tostring(self.shown) != self.before:
            self.spare[:] = [deepcopy(block) for block in self.shown]


def twins(root: Element) -> Iterator[Twin]:
    """The boxes of a member that have a twin of the same words."""
    for alternatives in root.iter(f"{COMPATIBILITY}AlternateContent"):
        shown, spare = (alternatives.find(f"{COMPATIBILITY}{name}") for name in ("Choice", "Fallback"))
        if shown is None or spare is None:
            continue
        for one, other in zip(shown.iter(_BOX), spare.iter(_BOX), strict=False):
            if "".join(one.itertext(f"{W}t")) == "".join(other.itertext(f"{W}t")):
                yield Twin(one, other, etree.tostring(one))
