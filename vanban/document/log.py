"""The faults and notes of one outline, with their lines and columns."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from vanban.errors import Fault, InputError, Place, in_order


class Line(NamedTuple):
    """A stretch of source text: its row and column from 0, its words."""

    row: int
    column: int
    text: str


class Log:
    """Gathers what is told; lines and columns count from 0 here and from the file's beginning in a fault."""

    def __init__(self, file: str | None, numbers: Sequence[int], first_column: int) -> None:
        """``numbers`` are the lines' own in the file, from 1."""
        self.file = file
        self.numbers = numbers
        self.first_column = first_column
        self.faults: list[Fault] = []
        self.notes: list[Fault] = []

    def tell(self, kind: str, line: int, column: int, details: dict[str, object]) -> None:
        """A fault, for which the text is refused."""
        self.faults.append(Fault(kind, self._place(line, column), details))

    def note(self, kind: str, line: int, column: int, details: dict[str, object]) -> None:
        """Something that the author should know; the text is accepted."""
        self.notes.append(Fault(kind, self._place(line, column), details))

    def tell_within(self, lines: list[Line], kind: str, at: int, details: dict[str, object]) -> None:
        """A fault at an offset of ``lines`` joined by spaces."""
        for line in lines:
            if at <= len(line.text):
                break
            at -= len(line.text) + 1
        self.tell(kind, line.row, line.column + at, details)

    def raise_faults(self) -> None:
        """Raise all faults, in the order of the text, where there are any."""
        if self.faults:
            raise InputError(in_order(self.faults))

    def _place(self, line: int, column: int) -> Place:
        return Place(self.file, self.numbers[line], self.first_column + column)
