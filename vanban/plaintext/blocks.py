"""Rows → blocks from the top down: text across the page, columns side by side, tables."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from vanban.plaintext.columns import Columns, find_columns, pieces_of
from vanban.plaintext.grids import Grid, find_grid, with_rest
from vanban.plaintext.rows import Row


@dataclass(frozen=True, slots=True)
class Flow:
    """Rows under one another."""

    rows: tuple[Row, ...]


Block = Flow | Columns | Grid


def read_blocks(rows: Sequence[Row]) -> list[Block]:
    """The blocks of a text."""
    blocks: list[Block] = []
    flowing: list[Row] = []
    at = 0
    while at < len(rows):
        block: Columns | Grid
        if found := find_columns(rows, at, at - len(flowing)):
            block, start, stop = found
            flowing = flowing[: len(flowing) - (at - start)]
        elif grid := find_grid(rows, at):
            block, stop = grid
        else:
            flowing += _apart(rows[at])
            at += 1
            continue
        if flowing:
            blocks.append(Flow(tuple(flowing)))
            flowing = []
        above = blocks[-1] if blocks else None
        whole = with_rest(above, block) if isinstance(above, Grid) and isinstance(block, Grid) else None
        blocks[len(blocks) - (whole is not None) :] = [whole or block]
        at = stop
    return [*blocks, Flow(tuple(flowing))] if flowing else blocks


def _apart(row: Row) -> list[Row]:
    """A row, at its tabs apart: what was pasted from a table whose rows can no longer be told."""
    pieces = [row.text.rstrip()] if "\t" not in row.text else [words for _start, words in pieces_of(row)]
    return [
        replace(row, text=words, blank=row.blank if place == 0 else 0, turned=row.turned and place == 0)
        for place, words in enumerate(pieces)
    ]
