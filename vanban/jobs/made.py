"""What every job returns and raises: the files it made, and all faults in one error."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from vanban.errors import CannotWriteError, Fault, Place, VanbanError


@dataclass(frozen=True, slots=True)
class Made:
    """A file that was written, what it was made from, and how large it is in bytes."""

    source: Path
    path: Path
    size: int


def joined(failures: Sequence[VanbanError]) -> VanbanError:
    """One error with all faults, of the kind of the first."""
    return type(failures[0])(fault for failure in failures for fault in failure.faults)


def spare(sources: Iterable[Path], targets: Iterable[Path]) -> None:
    """Refuse to write over a paper that was read, whatever was forced.

    Raises:
        CannotWriteError: VB174.
    """
    originals = {source.resolve() for source in sources}
    faults = [Fault("VB174", Place(str(path))) for path in targets if path.resolve() in originals]
    if faults:
        raise CannotWriteError(faults)
