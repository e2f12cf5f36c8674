"""The job of ``vanban diff``: two files of any kind, side by side."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from vanban.errors import Fault, VanbanError
from vanban.jobs.made import joined
from vanban.jobs.opening import read_any

if TYPE_CHECKING:
    from vanban.compare import Comparison
    from vanban.document.model import Document


@dataclass(frozen=True, slots=True)
class Compared:
    """The comparison, and what was not sure in reading the files."""

    comparison: Comparison
    notes: tuple[Fault, ...]


def compare_files(old: Path, new: Path, *, progress: Callable[[Path], None] | None = None) -> Compared:
    """Compare two files.

    Args:
        old: a source text, data file, or whatever :func:`vanban.read.read` reads.
        new: likewise.
        progress: called with each file once it is read.

    Raises:
        VanbanError: every fault of both files.
    """
    from vanban.compare import compare
    from vanban.office import find_office

    documents: list[Document] = []
    notes: tuple[Fault, ...] = ()
    failures: list[VanbanError] = []
    for path in (old, new):
        try:
            document, more = read_any(path, find_office(path.resolve().parent))
        except VanbanError as failure:
            failures.append(failure)
        else:
            documents.append(document)
            notes += more
        if progress:
            progress(path)
    if failures:
        raise joined(failures)
    return Compared(compare(*documents), notes)
