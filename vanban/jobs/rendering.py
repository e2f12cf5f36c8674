"""The job of ``vanban render``: read or fill, render, look at the result, write."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from vanban.errors import Fault, Place, VanbanError
from vanban.files import unique, write_all
from vanban.jobs.made import Made, joined
from vanban.render import Engine, Format, file_stem, render

if TYPE_CHECKING:
    from vanban.document.model import Document
    from vanban.office import Office


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
    embed: bool = False,
    force: bool = False,
    progress: Callable[[Path], None] | None = None,
) -> Result:
    """Render files to ``folder``: all of them, or none when one has a fault.

    Args:
        sources: source texts (.md) and data files (.yaml, .json).
        formats: what to make of each.
        folder: where to put it; made when it is missing.
        engine: what makes the PDF.
        embed: whether each PDF carries its document; Typst makes it then.
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
            drawn = {
                to: render(document, to, office=office, engine=engine, embed=embed and to == "pdf")
                for to in wanted
            }
            notes += _small_names(document, source)
            notes += _noticed(drawn.get("docx") or render(document, "docx", office=office), office, source)
            for to, data in drawn.items():
                path = folder / f"{stem}.{to}"
                contents[path], origins[path] = data, source
        except VanbanError as failure:
            failures.append(failure)
        if progress:
            progress(source)
    if failures:
        raise joined(failures)
    write_all(contents, force=force)
    return Result(
        tuple(Made(origins[path], path, len(data)) for path, data in contents.items()), tuple(notes)
    )


def _small_names(document: Document, source: Path) -> Iterator[Fault]:
    """Names of bodies that were typed in small letters; they are printed in capitals (II.2.b)."""
    for part in ("co_quan_chu_quan", "co_quan"):
        for line in getattr(document, part):
            if any(map(str.islower, line)):
                yield Fault("VB154", Place(str(source), part=part), {"found": line})


def _noticed(data: bytes, office: Office, source: Path) -> Iterator[Fault]:
    """What the check sees in a paper that was rendered: faults of its data, since the layout has none."""
    from vanban.check import check_rendered

    return (finding.as_fault(source) for finding in check_rendered(data, office, source).findings)
