"""A paper while it is repaired: its package, how it was read, and where each paragraph and letter is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from lxml.etree import _Element as Element

from vanban.ooxml.letters import Letters
from vanban.ooxml.package import Package
from vanban.ooxml.reading import read_traced
from vanban.ooxml.sections import section_elements
from vanban.ooxml.wml import PARAGRAPH, W
from vanban.paper import Anchor, Paragraph


@dataclass
class Draft:
    """What the repairs work on. Elements are found as they were when the paper was read."""

    package: Package
    _letters: dict[Anchor, Letters] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.paper, self.contents = read_traced(self.package)
        self.members = sorted({anchor.member for anchor in self.contents})
        self._elements: dict[str, Sequence[Element]] = {
            member: list(self.package.xml(member).iter(PARAGRAPH)) for member in self.members
        }

    @cached_property
    def paragraphs(self) -> dict[Anchor, Paragraph]:
        """Every paragraph as it was read, by its place in the file."""
        return {p.anchor: p for p in self.paper.by_number.values() if p.anchor}

    def element(self, anchor: Anchor) -> Element:
        """The ``w:p`` of a paragraph."""
        return self._elements[anchor.member][anchor.ordinal]

    def letters(self, anchor: Anchor) -> Letters:
        """The letters of a paragraph, the same ones for every repair of it."""
        if anchor not in self._letters:
            self._letters[anchor] = Letters(self.contents[anchor].pieces)
        return self._letters[anchor]

    @cached_property
    def sections(self) -> list[Element]:
        """The ``w:sectPr`` of every section; made where the body has none."""
        body = self.package.xml(self.package.document).find(f"{W}body")
        if body is None:
            return []
        found = section_elements(body)
        if not found:
            body.append(body.makeelement(f"{W}sectPr"))
        return section_elements(body)
