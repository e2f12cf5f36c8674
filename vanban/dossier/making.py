"""The job of ``vanban dossier``: read, judge, fill, render, bind, write all of it or nothing."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from vanban.dossier.checks import judge, out_of_force, sorted_out
from vanban.dossier.model import Dossier
from vanban.dossier.papers import Paper, make_papers
from vanban.dossier.reading import read_dossier
from vanban.errors import Fault, InputError, Place, VanbanError
from vanban.files import write_all
from vanban.jobs import merge_files
from vanban.jobs.made import joined
from vanban.language import N_, _
from vanban.office import Office, find_office
from vanban.render import Format, render

BOUND = "ho-so-khen-thuong.pdf"
"""The whole dossier for reading."""
_TITLE = N_("Hồ sơ đề nghị khen thưởng")


@dataclass(frozen=True, slots=True)
class Made:
    """A dossier that was written.

    ``files`` are its files by name with their sizes in bytes; ``groups`` and ``people`` count the cases;
    ``warnings`` are what the office should look at again.
    """

    folder: Path
    files: Mapping[str, int]
    groups: int
    people: int
    warnings: tuple[Fault, ...]


def make_dossier(
    listed: Path,
    *,
    common: Path | None = None,
    sets: Sequence[str] = (),
    formats: Iterable[Format] = ("docx", "pdf"),
    folder: Path = Path("output"),
    force: bool = False,
    progress: Callable[[int, int | None], None] = lambda _done, _of: None,
) -> Made:
    """Make the whole dossier of a proposal for commendation from one list.

    Args:
        listed: the list, as :func:`vanban.dossier.reading.read_dossier` reads it.
        common: a data file with what all papers have in common.
        sets: values over it, written ``name=value``.
        formats: what to make of each paper; with PDF, all of them are bound into one as well.
        folder: where to put it; made when it is missing.
        force: whether files that are there already are replaced.
        progress: told how many papers are made, of how many.

    Raises:
        InputError: every fault of the list, the common file and the papers; VB290 to VB299.
        CannotWriteError: the folder cannot be written, or a file is there already; nothing is written then.
    """
    dossier = read_dossier(listed, common, sets)
    office = find_office(listed.resolve().parent)
    verdict = judge(dossier)
    papers = _filled(dossier, office, verdict.faults)
    contents = _rendered(dossier, papers, office, tuple(dict.fromkeys(formats)), folder, progress)
    pdfs = [(path.name, data) for path, data in contents.items() if path.suffix == ".pdf"]
    if pdfs:
        contents[folder / BOUND] = _bound(pdfs)
    write_all(contents, force=force)
    return Made(
        folder,
        {path.name: len(data) for path, data in contents.items()},
        len(dossier.of("tap_the")),
        len(dossier.of("ca_nhan")),
        (*verdict.warnings, *_of_bases(dossier, papers)[1]),
    )


def _rendered(
    dossier: Dossier,
    papers: Sequence[Paper],
    office: Office,
    formats: Iterable[Format],
    folder: Path,
    progress: Callable[[int, int | None], None],
) -> dict[Path, bytes]:
    """The bytes of every file; or every fault of every paper, at its row of the list."""
    contents: dict[Path, bytes] = {}
    failures: list[VanbanError] = []
    for done, paper in enumerate(papers, start=1):
        place = paper.case.place("ten") if paper.case else Place(dossier.common.data.places.file)
        try:
            for to in formats:
                contents[folder / f"{paper.name}.{to}"] = render(paper.document, to, office=office)
        except VanbanError as failure:
            failures.append(type(failure)(replace(fault, place=place) for fault in failure.faults))
        progress(done, len(papers))
    if failures:
        raise joined(failures)
    return contents


def _filled(dossier: Dossier, office: Office, faults: Sequence[Fault]) -> tuple[Paper, ...]:
    """The papers; or every fault of the dossier and its papers at once."""
    papers: tuple[Paper, ...] = ()
    found = list(faults)
    try:
        papers = make_papers(dossier, office)
    except InputError as failure:
        found += failure.faults
    found += _of_bases(dossier, papers)[0]
    if found:
        raise InputError(found)
    return papers


def _of_bases(dossier: Dossier, papers: Sequence[Paper]) -> tuple[tuple[Fault, ...], tuple[Fault, ...]]:
    """Bases of the proposal itself that were out of force on its day: faults, and warnings."""
    place = Place(dossier.common.data.places.file, part="can_cu")
    bases = papers[0].document.can_cu if papers else ()
    verdict = sorted_out(f for base in bases for f in out_of_force(str(base), dossier.common.day, place))
    return verdict.faults, verdict.warnings


def _bound(pdfs: Sequence[tuple[str, bytes]]) -> bytes:
    """The papers bound into one file for reading."""
    with tempfile.TemporaryDirectory() as place:
        sources = [Path(place) / name for name, _data in pdfs]
        for path, (_name, data) in zip(sources, pdfs, strict=True):
            path.write_bytes(data)
        target = Path(place) / "bound" / BOUND
        merge_files(sources, target, title=_(_TITLE))
        return target.read_bytes()
