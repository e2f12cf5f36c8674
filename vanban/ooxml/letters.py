"""The letters of one paragraph, each with the element that it comes from; runs are split at any of them."""

from __future__ import annotations

from collections.abc import Iterable
from copy import deepcopy
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from lxml.etree import _Element as Element

from vanban.ooxml.wml import W

RUN, TEXT = f"{W}r", f"{W}t"
PRESERVE = "{http://www.w3.org/XML/1998/namespace}space"
_NEUTRAL = frozenset(f"{W}{name}" for name in ("lastRenderedPageBreak", "softHyphen", "proofErr"))
"""What stands in a run unseen, and goes with the letters before it."""


class Piece(NamedTuple):
    """Letters that one element wrote: a ``w:t``, ``w:tab``, ``w:br``, ``w:sym``."""

    element: Element
    text: str
    field: str = ""
    """The field whose result this is, as in :class:`vanban.paper.Run`."""

    @property
    def cuttable(self) -> bool:
        """Whether a part of its letters can be taken alone."""
        return self.element.tag == TEXT and self.element.text == self.text


@dataclass
class Letters:
    """The letters of a paragraph while it changes. Places count in ``Paragraph.text``, from 0."""

    pieces: list[Piece]

    @property
    def length(self) -> int:
        """How many there are."""
        return sum(len(piece.text) for piece in self.pieces)

    def between(self, start: int, end: int | None = None) -> list[Piece]:
        """The pieces from ``start`` to ``end``, cut there; whole ones where one cannot be cut."""
        stop = self.length if end is None else end
        self._cut(start)
        self._cut(stop)
        found, at = [], 0
        for piece in self.pieces:
            if at < stop and at + len(piece.text) > start:
                found.append(piece)
            at += len(piece.text)
        return found

    def runs(self, start: int, end: int | None = None) -> list[Element]:
        """The runs that hold these letters and no others; runs that held both are split, their looks kept."""
        pieces = self.between(start, end)
        by_run: dict[Element, set[Element]] = {}
        for piece in pieces:
            run = next(piece.element.iterancestors(RUN), None)
            if run is not None:
                by_run.setdefault(run, set()).add(_child(run, piece.element))
        return [part for run, children in by_run.items() for part in _split(run, children)]

    def _cut(self, place: int) -> None:
        at = 0
        for index, piece in enumerate(self.pieces):
            if at < place < at + len(piece.text) and piece.cuttable:
                rest = piece.element.makeelement(TEXT)
                piece.element.addnext(rest)
                write(piece.element, piece.text[: place - at])
                write(rest, piece.text[place - at :])
                self.pieces[index : index + 1] = [
                    piece._replace(text=piece.text[: place - at]),
                    piece._replace(element=rest, text=piece.text[place - at :]),
                ]
                return
            at += len(piece.text)


def write(element: Element, text: str) -> None:
    """Set the words of a ``w:t``, with white space at its ends kept."""
    element.text = text
    if text != text.strip():
        element.set(PRESERVE, "preserve")


def _child(run: Element, element: Element) -> Element:
    while (parent := element.getparent()) is not None and parent is not run:
        element = parent
    return element


def _split(run: Element, wanted: set[Element]) -> Iterable[Element]:
    """The parts of a run that hold the wanted children; the run keeps what stands first in it."""
    properties = run.find(f"{W}rPr")
    children = [child for child in run if child is not properties]
    groups = [list(group) for _key, group in groupby(_sided(children, wanted), key=lambda pair: pair[0])]
    part = run
    for index, group in enumerate(groups):
        if index:
            part.addnext(fresh := run.makeelement(RUN, dict(run.attrib)))
            part = fresh
            if properties is not None:
                part.append(deepcopy(properties))
            part.extend(child for _wanted, child in group)
        if group[0][0]:
            yield part


def _sided(children: list[Element], wanted: set[Element]) -> Iterable[tuple[bool, Element]]:
    """Each child and whether it goes with the wanted letters."""
    side = next((child in wanted for child in children if child.tag not in _NEUTRAL), False)
    for child in children:
        if child.tag not in _NEUTRAL or child in wanted:
            side = child in wanted
        yield side, child
