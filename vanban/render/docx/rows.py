"""Rows: what the macros of the layout draw one after the other, all lengths in twips."""

from __future__ import annotations

from typing import Any, NamedTuple, TypeAlias, TypedDict


class Picture(NamedTuple):
    """A picture: number from 1, id of its relationship, alternative text, size in EMU (mm / 36,000)."""

    number: int
    relation: str
    text: str
    wide: int
    high: int


class Extra(TypedDict, total=False):
    """What a paragraph has besides style and runs; ``border``, ``letters`` and ``section`` are ready XML."""

    keep: bool
    border: str
    spacing: dict[str, int | str]
    ind: dict[str, int]
    jc: str
    letters: str
    picture: Picture
    section: str


Row: TypeAlias = tuple[str, str | int, Any, Extra]
"""Kind, name, content, extra. By the kind, name and content are:

- ``p``, a paragraph: the id of its style; its runs;
- ``tbl``, the beginning of a table: nothing; widths of the columns, whether it is ruled;
- ``tr``, the beginning of a row: nothing; whether it repeats on every page;
- ``tc``, the beginning of a cell: its width; its properties by Word's names, in the order that Word demands;
- ``end``: which of these ends; nothing.
"""

END_CELL: Row = ("end", "tc", None, {})
END_ROW: Row = ("end", "tr", None, {})
END_TABLE: Row = ("end", "tbl", None, {})


def paragraph(style: str, runs: Any = (), extra: Extra | None = None) -> Row:
    """A paragraph of the style with this id."""
    return ("p", style, runs, extra or {})
