"""The error tree: every fault has a stable id, a place, and a word on how to mend it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import IntEnum
from typing import ClassVar

from vanban.fault_kinds import FAULT_KINDS
from vanban.language import _


class ExitCode(IntEnum):
    """What the command line returns; the numbers are stable."""

    DONE = 0
    FINDINGS = 1
    USAGE = 2
    BAD_INPUT = 3
    TOOL_MISSING = 4
    CANNOT_WRITE = 5
    BATCH_PARTIAL = 6
    INTERRUPTED = 130


@dataclass(frozen=True, slots=True)
class Place:
    """Where a fault is. Line and column count from 1; None means that there is none to tell.

    ``cell`` is the sheet and cell (``Danh sách!C5``), ``part`` the part of the document
    (``nguoi_ky.ho_ten``) or the paragraph.
    """

    file: str | None = None
    line: int | None = None
    column: int | None = None
    part: str | None = None
    cell: str | None = None

    def __str__(self) -> str:
        spot = ":".join(str(x) for x in (self.file, self.line, self.column) if x is not None)
        return ", ".join(x for x in (spot, self.cell, self.part) if x)


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong.

    ``kind`` is a key of :data:`vanban.fault_kinds.FAULT_KINDS`, ``details`` fills its sentences.
    """

    kind: str
    place: Place = field(default_factory=Place)
    details: dict[str, object] = field(default_factory=dict)

    @property
    def message(self) -> str:
        """What is wrong, in the chosen language."""
        return _(FAULT_KINDS[self.kind].message).format(**self.details)

    @property
    def remedy(self) -> str:
        """How to mend it, in the chosen language."""
        return _(FAULT_KINDS[self.kind].remedy).format(**self.details)

    def __str__(self) -> str:
        place = str(self.place)
        return f"{place + ': ' if place else ''}{self.kind} {self.message} {self.remedy}".rstrip()

    def as_dict(self) -> dict[str, object]:
        """The fault for ``--json``: id, message, remedy, file, line, column, cell, part."""
        return {
            "id": self.kind,
            "message": self.message,
            "remedy": self.remedy,
            "file": self.place.file,
            "line": self.place.line,
            "column": self.place.column,
            "cell": self.place.cell,
            "part": self.place.part,
        }


class VanbanError(Exception):
    """The root of the tree; carries all faults that were found, not the first alone."""

    exit_code: ClassVar[ExitCode] = ExitCode.BAD_INPUT

    def __init__(self, faults: Iterable[Fault] | Fault) -> None:
        self.faults: tuple[Fault, ...] = (faults,) if isinstance(faults, Fault) else tuple(faults)
        super().__init__("\n".join(str(fault) for fault in self.faults))

    def __reduce__(self) -> tuple[type[VanbanError], tuple[tuple[Fault, ...]]]:
        return type(self), (self.faults,)  # so that it can be raised in another process


class InputError(VanbanError):
    """The user's data, source text, template or settings cannot be used."""


class ToolMissingError(VanbanError):
    """A font or an outside program that the work needs is not on this machine."""

    exit_code = ExitCode.TOOL_MISSING


class CannotWriteError(VanbanError):
    """The output folder or file cannot be written, or is there already."""

    exit_code = ExitCode.CANNOT_WRITE


def in_order(faults: Iterable[Fault]) -> list[Fault]:
    """The faults of one file in the order of its lines; those without a line come first."""
    return sorted(faults, key=lambda fault: (fault.place.line or 0, fault.place.column or 0))


def fail(kind: str, place: Place | None = None, **details: object) -> InputError:
    """The commonest case, one fault of the input, ready to be raised."""
    return InputError(Fault(kind, place or Place(), details))
