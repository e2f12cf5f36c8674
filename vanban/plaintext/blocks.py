"""Rows → blocks from the top down: text across the page, columns side by side, tables."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from vanban.plaintext.columns import Columns, find_columns, pieces_of
from vanban.plaintext.foot import find_foot
from vanban.plaintext.grids import Grid, find_grid, with_rest
from vanban.plaintext.rows import Row


@dataclass(frozen=True, slots=True)
class Flow:
    """Rows under one another."""

    rows: tuple[Row, ...]


_GAP = re.compile(r"\S(?: {2,}|\t| ?[|│┃║])")
_MOST_MISSES = 8
"""Rows with gaps under one another that begin no table, after which none is looked for."""

Block = Flow | Columns | Grid


def read_blocks(rows: Sequence[Row]) -> list[Block]:
    """The blocks of a text."""
    blocks: list[Block] = []
    flowing: list[Row] = []
    at = misses = 0
    while at < len(rows):
        block: Columns | Grid
        if found := find_columns(rows, at, at - len(flowing)):
            block, start, stop = found
            flowing = flowing[: len(flowing) - (at - start)]
        elif foot := find_foot(rows, at):
            block, stop = foot
        elif misses < _MOST_MISSES and (grid := find_grid(rows, at)):
            block, stop = grid
        else:
            flowing.append(rows[at])
            misses = misses + 1 if _goes_on_with_gaps(rows[at]) else 0
            at += 1
            continue
        misses = 0
        if flowing:
            blocks.append(_flow(flowing))
            flowing = []
        above = blocks[-1] if blocks else None
        whole = with_rest(above, block) if isinstance(above, Grid) and isinstance(block, Grid) else None
        blocks[len(blocks) - (whole is not None) :] = [whole or block]
        at = stop
    return [*blocks, _flow(flowing)] if flowing else blocks


def _flow(rows: Sequence[Row]) -> Flow:
    return Flow(tuple(piece for row in rows for piece in _apart(row)))


def _goes_on_with_gaps(row: Row) -> bool:
    return not row.blank and not row.turned and bool(_GAP.search(row.text))


def _apart(row: Row) -> list[Row]:
    """A row, at its tabs apart: what was pasted from a table whose rows can no longer be told."""
    pieces = [row.text.rstrip()] if "\t" not in row.text else [words for _start, words in pieces_of(row)]
    return [
        replace(row, text=words, blank=row.blank if place == 0 else 0, turned=row.turned and place == 0)
        for place, words in enumerate(pieces)
    ]
