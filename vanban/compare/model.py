"""What comparing two documents gives: rows, each with the text of either side and the words that differ."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, TypeAlias

State: TypeAlias = Literal["same", "changed", "moved", "added", "removed"]


@dataclass(frozen=True, slots=True)
class Side:
    """A text of one document: the part that it stands in, what it says, and the mark before it ("1.", "a)").

    ``box`` says that the part is a box of the head or the foot, not a place in the body.
    """

    part: str
    text: str
    mark: str = ""
    box: bool = False

    @property
    def words(self) -> str:
        """All that is printed."""
        return f"{self.mark} {self.text}".strip()


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of words; ``differs`` says that the other side has not got it."""

    words: str
    differs: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A text of the old document beside one of the new; None where it has none.

    A text that moved has two rows: where it was, with ``new`` None, and where it is, with ``old`` None; in
    ``elsewhere`` either names the part of the other. A text that changed has its words in pieces.
    """

    state: State
    old: Side | None
    new: Side | None
    old_pieces: tuple[Piece, ...] = ()
    new_pieces: tuple[Piece, ...] = ()
    elsewhere: str = ""

    @property
    def part(self) -> str:
        """Where it stands, in the new document if it is there."""
        side = self.new or self.old
        return side.part if side else ""


@dataclass(frozen=True)
class Comparison:
    """The rows in reading order."""

    rows: tuple[Row, ...]

    @cached_property
    def counts(self) -> Counter[str]:
        """How many rows of each state; what moved counts once."""
        return Counter(row.state for row in self.rows if row.state != "moved" or row.new)

    @property
    def same(self) -> bool:
        """Whether nothing differs."""
        return all(row.state == "same" for row in self.rows)
