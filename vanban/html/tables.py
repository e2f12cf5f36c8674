"""The grid of a table: which columns and rows its cells take."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lxml.etree import _Element as Element

MOST_COLUMNS = 100
"""Word's tables have up to 63; cells farther on are not merged."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a cell stands, from 1; ``element`` is None for the lower part of a cell that is merged down."""

    element: Element | None
    row: int
    column: int
    columns: int
    rows: int


def place_cells(rows: Sequence[Sequence[Element]]) -> list[list[Place]]:
    """The cells of each row at their places, those that are merged down once more in every lower row."""
    grid: list[list[Place]] = []
    reaching: dict[int, tuple[int, int]] = {}
    for number, cells in enumerate(rows, start=1):
        row: list[Place] = []
        column, waiting = 1, list(reversed(cells))
        lower: dict[int, tuple[int, int]] = {}
        while waiting or any(at >= column for at in reaching):
            if column in reaching:
                columns, left = reaching.pop(column)
                row.append(Place(None, number, column, columns, 0))
                if left > 1:
                    lower[column] = (columns, left - 1)
            elif waiting:
                element = waiting.pop()
                columns, down = 1, 1
                if column < MOST_COLUMNS:
                    columns = min(_span(element, "colspan"), _room(column, reaching))
                    down = min(_span(element, "rowspan") or len(rows), len(rows) - number + 1)
                row.append(Place(element, number, column, columns, down))
                if down > 1:
                    lower[column] = (columns, down - 1)
            else:
                column = min(reaching)
                continue
            column += columns
        reaching = lower
        grid.append(row)
    return grid


def _span(element: Element, name: str) -> int:
    text = element.get(name, "1").strip()
    number = int(text) if text.isascii() and text.isdecimal() and len(text) <= 5 else 1
    return min(max(number, 1), MOST_COLUMNS) if name == "colspan" else number


def _room(column: int, reaching: dict[int, tuple[int, int]]) -> int:
    """How many columns are free from one on."""
    return min((at - column for at in reaching if at > column), default=MOST_COLUMNS)
