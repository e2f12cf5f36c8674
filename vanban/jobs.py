"""Whole jobs: read or fill, render, write. What the commands call, and the public Python interface."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from vanban.errors import Fault, VanbanError
from vanban.files import unique, write_all
from vanban.render import Engine, Format, file_stem, render

if TYPE_CHECKING:
    from vanban.document.model import Document
    from vanban.office import Office


@dataclass(frozen=True, slots=True)
class Made:
    """A file that was written, what it was made from, and how large it is in bytes."""

    source: Path
    path: Path
    size: int


@dataclass(frozen=True, slots=True)
class Result:
    """What a job did: the files, and what it noticed in the sources without refusing them."""

    made: tuple[Made, ...]
    notes: tuple[Fault, ...]


def render_files(
    sources: Sequence[Path],
    *,
    formats: Iterable[Format] = ("docx", "pdf"),
    folder: Path = Path("output"),
    engine: Engine = "typst",
    force: bool = False,
    progress: Callable[[Path], None] | None = None,
) -> Result:
    """Render files to ``folder``: all of them, or none when one has a fault.

    Args:
        sources: source texts (.md) and data files (.yaml, .json).
        formats: what to make of each.
        folder: where to put it; made when it is missing.
        engine: what makes the PDF.
        force: whether files that are there already are replaced.
        progress: called with each source once it is rendered.

    Raises:
        VanbanError: every fault of every source; its class is that of the first fault.
        CannotWriteError: the folder cannot be written, or a file is there already.
    """
    from vanban import fill
    from vanban.office import find_office

    wanted = tuple(dict.fromkeys(formats))
    failures: list[VanbanError] = []
    notes: list[Fault] = []
    documents: list[tuple[Path, Office, Document]] = []
    for source in sources:
        try:
            office = find_office(source.resolve().parent)
            read = fill.read(source, office)
        except VanbanError as failure:
            failures.append(failure)
        else:
            documents.append((source, office, read.document))
            notes += read.notes

    contents: dict[Path, bytes] = {}
    origins: dict[Path, Path] = {}
    stems = unique([file_stem(document) for *_, document in documents])
    for (source, office, document), stem in zip(documents, stems, strict=True):
        try:
            for to in wanted:
                path = folder / f"{stem}.{to}"
                contents[path] = render(document, to, office=office, engine=engine)
                origins[path] = source
        except VanbanError as failure:
            failures.append(failure)
        if progress:
            progress(source)
    if failures:
        raise _joined(failures)
    write_all(contents, force=force)
    return Result(
        tuple(Made(origins[path], path, len(data)) for path, data in contents.items()), tuple(notes)
    )


def _joined(failures: Sequence[VanbanError]) -> VanbanError:
    """One error with all faults, of the kind of the first."""
    return type(failures[0])(fault for failure in failures for fault in failure.faults)
