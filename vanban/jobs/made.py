"""What every job returns and raises: the files it made, and all faults in one error."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from vanban.errors import VanbanError


@dataclass(frozen=True, slots=True)
class Made:
    """A file that was written, what it was made from, and how large it is in bytes."""

    source: Path
    path: Path
    size: int


def joined(failures: Sequence[VanbanError]) -> VanbanError:
    """One error with all faults, of the kind of the first."""
    return type(failures[0])(fault for failure in failures for fault in failure.faults)
