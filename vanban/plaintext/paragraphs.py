"""Rows under one another → paragraphs: which rows go on with the one above."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from vanban.plaintext.edge import Edge, edge_of
from vanban.plaintext.marks import (
    begins,
    is_amid,
    is_anew,
    is_base,
    is_dash,
    is_ended,
    is_first_word,
    is_mark_amid,
    is_name_with_dash,
    is_subject,
)
from vanban.plaintext.rows import Row, margin_of

_INDENT = 2
"""Columns by which a first line stands farther in than the rest, at least."""
_TIGHT = 0.02
"""How near the edge a row must end for which not even a dash had room, as a share of the width."""
_LOOSE = 0.08
"""Share of the blank rows amid sentences from which on blank rows tell nothing."""
_MOST = 0.8
_FAR = 3
"""Blank rows over which no sentence goes on."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What the rows of a text have in common.

    ``loose``: blank rows stand amid sentences too; ``spaced``: one stands before every paragraph;
    ``indented``: first lines begin farther in than ``margin``.
    """

    edge: Edge
    loose: bool = False
    spaced: bool = False
    indented: bool = False
    margin: int = 0


def setting_of(rows: Sequence[Row]) -> Setting:
    """What the rows of a text tell of how it is set."""
    pairs = list(pairwise(rows))
    amid = [
        row
        for above, row in pairs
        if is_amid(row.words) and not is_ended(above.words) and not begins(row.words) and not above.upper
    ]
    blank = sum(row.blank > 0 for row in rows)
    loose = sum(0 < row.blank < _FAR for row in amid) > _LOOSE * blank
    marked = [row for row in rows[1:] if begins(row.words) and not row.turned]
    apart = sum(row.blank > 0 for row in marked)
    margin = margin_of(amid)
    inside = sum(row.indent >= margin + _INDENT for row in marked)
    return Setting(
        edge_of(rows),
        loose=loose,
        spaced=not loose and blank > 0 and apart >= _MOST * len(marked),
        indented=bool(marked) and inside >= _MOST * len(marked),
        margin=margin,
    )


NARROW = Setting(Edge())
"""How the rows of a column of a head or foot are read, whose edge is not known."""
CELL = Setting(Edge(0), spaced=True)
"""How the lines of a cell are read: all are broken at its edge, so that marks alone begin paragraphs."""


def split(rows: Iterable[Row], setting: Setting) -> list[list[Row]]:
    """The paragraphs among rows that follow one another."""
    paragraphs: list[list[Row]] = []
    for row in rows:
        if paragraphs and _goes_on(paragraphs[-1], row, setting):
            paragraphs[-1].append(row)
        else:
            paragraphs.append([row])
    return paragraphs


def joined(rows: Sequence[Row]) -> str:
    """The words of a paragraph: rows are put together with a space, after a dash or stroke without one."""
    text = ""
    for row in rows:
        glued = text[-1:] in "-/" and text[-2:-1].isalnum() and row.words[0].isalnum()
        text += row.words if glued or not text else f" {row.words}"
    return text


def _goes_on(rows: Sequence[Row], row: Row, setting: Setting) -> bool:
    above, words = rows[-1], row.words
    if above.is_rule or row.is_rule or row.blank >= _FAR or row.asked:
        return False
    blank = row.blank > 0 and not setting.loose
    if begins(words):
        return not blank and not _is_set_in(rows, row, setting) and _is_no_mark(above, row, setting.edge)
    if is_anew(words):
        return False
    full = setting.edge.is_full(above, row)
    ended = is_ended(above.words)
    if is_amid(words):
        if ended:
            return full and not blank
        return full or not (above.upper and not begins(above.words) and len(rows) == 1)
    if not blank and not ended and not row.upper and is_subject(rows[0].words):
        return True
    if blank or not full or (not ended and is_first_word(words)):
        return False
    if all(one.upper for one in rows) != row.upper and (row.blank or _heads(rows, row)):
        return False
    if setting.indented and not row.turned:
        return not _is_set_in(rows, row, setting) and (not ended or row.indent <= setting.margin + 1)
    listed = above.words.endswith(";") and not is_base(rows[0].words)
    return not ended or listed or (setting.spaced and row.blank == 0)


def _is_set_in(rows: Sequence[Row], row: Row, setting: Setting) -> bool:
    """Whether a row begins as first lines do, and does not hang below the words of a list."""
    hanging = rows[0].indent + begins(rows[0].words)
    return setting.indented and row.indent >= setting.margin + _INDENT and abs(row.indent - hanging) > 1


def _is_no_mark(above: Row, row: Row, edge: Edge) -> bool:
    """Whether the figure or the dash that a row begins with belongs to the sentence above."""
    if is_ended(above.words) or above.upper:
        return False
    if is_name_with_dash(above.words, row.words):
        return True
    if is_mark_amid(above.words, row.words):
        return edge.is_full(above, row)
    return is_dash(row.words) and edge.is_full(above, row, room=_TIGHT)


def _heads(rows: Sequence[Row], row: Row) -> bool:
    """Whether rows in capitals are a heading, above the row or made by it."""
    return not row.upper or len(row.words.split()) > 2
