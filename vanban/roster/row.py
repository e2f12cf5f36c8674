"""A row of a roster: its data, with the places of its cells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from vanban.errors import Fault
from vanban.located import Located


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a roster.

    ``number`` counts the rows from 1; ``place`` says to people where it stands ("Danh sách!5"). ``data`` are
    the fields of the template and parts of the document that the row gives, with the places of their cells;
    ``faults`` are cells that cannot be read at all.
    """

    number: int
    place: str
    data: Located
    faults: tuple[Fault, ...] = ()


def put(data: dict[str, object], way: Sequence[str | int], value: object) -> None:
    """Put a value into data at the end of a way of keys; mappings that are missing on it are made."""
    *around, last = map(str, way)
    inside = data
    for step in around:
        found = inside.get(step)
        if not isinstance(found, dict):
            found = inside[step] = {}
        inside = found
    inside[last] = value
