"""The job of ``vanban next``: last year's papers in, next year's drafts out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from vanban.errors import Fault, VanbanError
from vanban.files import unique, write_all
from vanban.jobs.importing import source_files
from vanban.jobs.made import Made, joined, spare
from vanban.jobs.opening import read_any

if TYPE_CHECKING:
    from vanban.next_year.model import Draft


@dataclass(frozen=True, slots=True)
class Moved:
    """What one paper gave: the draft, the files that were written, and what was not sure in reading it."""

    source: Path
    draft: Draft
    notes: tuple[Fault, ...]
    made: tuple[Made, ...]


def next_files(
    sources: Sequence[Path],
    *,
    to_year: int | None = None,
    folder: Path = Path("output"),
    force: bool = False,
    progress: Callable[[Path], None] | None = None,
) -> tuple[Moved, ...]:
    """Move papers to another year: each becomes a source text with remarks and a Word file with comments.

    Args:
        sources: source texts and data files, and whatever :func:`vanban.read.read` reads; none is changed.
        to_year: the year of the drafts; the one after each paper's own if None.
        folder: where the drafts go; made when it is missing.
        force: whether files that are there already are replaced.
        progress: called with each source once its draft is made.

    Raises:
        VanbanError: every fault of every source that cannot be read or moved; then nothing is written.
        CannotWriteError: the folder cannot be written, or a file is there already; VB174, one is a source.
    """
    from vanban.next_year import move
    from vanban.next_year.marked import marked_docx
    from vanban.next_year.report import source_remarks
    from vanban.office import find_office
    from vanban.render import file_stem

    failures: list[VanbanError] = []
    drafts: list[tuple[Path, Draft, tuple[Fault, ...], bytes]] = []
    for source in sources:
        try:
            office = find_office(source.resolve().parent)
            document, notes = read_any(source, office)
            draft = move(document, to_year=to_year, office=office)
            drafts.append((source, draft, notes, marked_docx(draft, office)))
        except VanbanError as failure:
            failures.append(_in_file(failure, source))
        if progress:
            progress(source)
    if failures:
        raise joined(failures)

    contents: dict[Path, bytes] = {}
    moved: list[Moved] = []
    stems = unique([file_stem(draft.document) for _source, draft, *_rest in drafts])
    for (source, draft, notes, docx), stem in zip(drafts, stems, strict=True):
        files = source_files(draft.document, stem, source_remarks(draft)) | {f"{stem}.docx": docx}
        made = tuple(Made(source, folder / name, len(data)) for name, data in files.items())
        contents |= {folder / name: data for name, data in files.items()}
        moved.append(Moved(source, draft, notes, made))
    spare(sources, contents)
    write_all(contents, force=force)
    return tuple(moved)


def _in_file(failure: VanbanError, source: Path) -> VanbanError:
    """The failure with the file at each fault that names none."""
    return type(failure)(
        fault if fault.place.file else replace(fault, place=replace(fault.place, file=str(source)))
        for fault in failure.faults
    )
