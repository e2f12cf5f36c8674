"""``Reword``: letters change in the elements that hold them, and keep their looks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from lxml.etree import _Element as Element

from vanban.check.model import Reword
from vanban.ooxml.letters import RUN, TEXT, Letters, Piece, write
from vanban.ooxml.wml import W

_TAKEN_AWAY = frozenset(f"{W}{name}" for name in ("tab", "cr", "noBreakHyphen", "sym"))
"""Elements that may give way to typed letters. A break of a page or a formula may not."""
_OPEN_FIELDS = ("", "HYPERLINK")
"""Fields whose result a person typed; Word writes that of any other anew."""


class Change(NamedTuple):
    """The letters from ``start`` to ``end`` of a paragraph give way to ``text``."""

    start: int
    end: int
    text: str


def reword(letters: Letters, repairs: Sequence[Reword]) -> None:
    """Change letters of one paragraph; of repairs that meet the first is made, the others are left."""
    text = "".join(piece.text for piece in letters.pieces)
    chosen: list[Reword] = []
    for repair in repairs:
        if not any(_meet(repair, other) for other in chosen):
            chosen.append(repair)
    for repair in sorted(chosen, key=lambda one: (one.start, one.end), reverse=True):
        changes = list(_changes(text[repair.start : repair.end], repair))
        if all(_possible(letters, change) for change in changes):
            for change in reversed(changes):
                _make(letters, change)


def _meet(one: Reword, other: Reword) -> bool:
    return one.start == other.start or (one.start < other.end and other.start < one.end)


def _changes(old: str, repair: Reword) -> Iterable[Change]:
    """The least changes that make the new words of the old: letters that stay keep their places and looks."""
    matcher = SequenceMatcher(None, old, repair.text, autojunk=False)
    for kind, start, end, new_start, new_end in matcher.get_opcodes():
        if kind != "equal":
            yield Change(repair.start + start, repair.start + end, repair.text[new_start:new_end])


def _possible(letters: Letters, change: Change) -> bool:
    """Whether all letters in question were typed, and all new ones can be."""
    touched = _touched(letters, change)
    return (
        bool(touched)
        and not set("\t\n") & set(change.text)
        and all(piece.field in _OPEN_FIELDS for piece, _at in touched)
        and all(_changeable(piece, change) for piece, _at in touched)
    )


def _changeable(piece: Piece, change: Change) -> bool:
    if piece.cuttable or change.start == change.end:
        return next(piece.element.iterancestors(RUN), None) is not None
    return piece.element.tag in _TAKEN_AWAY or (
        piece.element.tag == f"{W}br" and not len(piece.element.attrib)
    )


def _touched(letters: Letters, change: Change) -> list[tuple[Piece, int]]:
    """The pieces whose letters change, and where each begins; for new letters, the piece before them."""
    pieces, at = [], 0
    for piece in letters.pieces:
        end = at + len(piece.text)
        if at < change.end and end > change.start:
            pieces.append((piece, at))
        elif change.start == change.end and (at < change.start <= end or change.start == 0 == at):
            return [(piece, at)]
        at = end
    return pieces


def _make(letters: Letters, change: Change) -> None:
    touched = _touched(letters, change)
    if change.start == change.end and not touched[0][0].cuttable:
        _add(letters, touched[0][0], change)
        return
    host = next((index for index, (piece, _at) in enumerate(touched) if piece.cuttable), 0)
    for index, (piece, at) in enumerate(touched):
        before, after = piece.text[: max(change.start - at, 0)], piece.text[max(change.end - at, 0) :]
        _set(letters, piece, before + (change.text if index == host else "") + after)


def _add(letters: Letters, beside: Piece, change: Change) -> None:
    """New letters next to a tab or a sign, in a ``w:t`` of their own."""
    new = beside.element.makeelement(TEXT)
    write(new, change.text)
    index = letters.pieces.index(beside)
    if change.start:
        beside.element.addnext(new)
        index += 1
    else:
        beside.element.addprevious(new)
    letters.pieces.insert(index, Piece(new, change.text, beside.field))


def _set(letters: Letters, piece: Piece, text: str) -> None:
    """Give a piece new words; without any, its element goes, and its run where nothing else is in that."""
    index = letters.pieces.index(piece)
    if not text:
        del letters.pieces[index]
        _remove(piece.element)
        return
    element = piece.element
    if not piece.cuttable:
        element = piece.element.makeelement(TEXT)
        piece.element.addnext(element)
        _remove(piece.element)
    write(element, text)
    letters.pieces[index] = Piece(element, text, piece.field)


def _remove(element: Element) -> None:
    run = element.getparent()
    if run is None:
        return
    run.remove(element)
    holder = run.getparent()
    if run.tag == RUN and holder is not None and all(child.tag == f"{W}rPr" for child in run):
        holder.remove(run)
