"""What a worker does with one row: look whether a document can be made of it; make its files."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from typing import NamedTuple

from vanban import fonts
from vanban.batch.job import Job, told
from vanban.batch.kept import keep, kept
from vanban.batch.model import Entry
from vanban.batch.names import shown
from vanban.batch.store import Draft, open_store
from vanban.document import Document
from vanban.document.source import images_in
from vanban.errors import CannotWriteError, Fault, Place, VanbanError
from vanban.fill.filling import admit
from vanban.fill.results import file_of
from vanban.located import Located
from vanban.render import Format, file_stem, render
from vanban.render.pdf_pages import count_pages
from vanban.roster import Row


class Checked(NamedTuple):
    """What was found of a row: the name it asks for, the hash of each file, all faults.

    ``content`` is what :func:`vanban.batch.kept.keep` kept to make the files of: the document, or the row
    where there are pictures in it.
    """

    row: int
    place: Place
    name: str = ""
    hashes: tuple[str, ...] = ()
    content: bytes = b""
    faults: tuple[Fault, ...] = ()


class Task(NamedTuple):
    """The files that are to be made of a row, which stands at ``place``, and what they are made of."""

    row: int
    place: Place
    content: bytes
    entries: tuple[Entry, ...]

    def of(self, formats: Sequence[Format]) -> Iterator[tuple[Format, Entry]]:
        """The files with their formats."""
        return ((to, entry) for to in formats for entry in self.entries if entry.file.endswith(f".{to}"))


class Made(NamedTuple):
    """The lines of the ledger that a task has become, and drafts that have yet to be put in their places.

    ``stop`` where nothing can be written any more.
    """

    row: int
    entries: tuple[Entry, ...]
    drafts: Mapping[str, Draft]
    stop: tuple[Fault, ...] = ()


def make_ready(job: Job) -> None:
    """Do once what the first document would wait for: find the fonts, load the engine and the layout."""
    shortest = Document(loai=job.template.info.loai, co_quan=(job.template.info.ten,))
    for to in job.formats:
        if to != "pdf" or job.engine == "typst":
            with suppress(VanbanError):  # the first document tells it
                _done(Entry(f"x.{to}", "", ""), render(shortest, to, office=job.office), 0)


def check(job: Job, row: Row) -> Checked:
    """Look whether a document can be made of a row; nothing is written."""
    from vanban.render.compose import compose
    from vanban.render.coverage import check_coverage

    place = place_of(row)
    if row.faults and not row.data:
        return Checked(row.number, place, faults=row.faults)
    pictures: list[bytes] = []
    data = row.data.over(job.shared)
    words = told(data)
    try:
        document = _document(job, data, pictures)
        beside = [*pictures, *_figures(job, data)]
        if beside or fonts.missing_characters(f"{words}{job.texts}"):
            check_coverage(compose(document, job.office.look))
    except VanbanError as failure:
        faults = (_at_row(fault, place) for fault in failure.faults)
        return Checked(row.number, place, faults=(*row.faults, *faults))
    except Exception as error:  # the same as in make
        return Checked(row.number, place, faults=(*row.faults, _at_row(_unforeseen(error), place)))
    return Checked(
        row.number,
        place,
        _name(job, row.number, data, document),
        tuple(job.hash_of(words, beside, to) for to in job.formats),
        keep(row if pictures else document),
        row.faults,
    )


def make(job: Job, task: Task) -> Made:
    """Make the files of a row, write them beside their places, and say what they are."""
    started = time.perf_counter()
    entries: list[Entry] = []
    contents: dict[str, bytes] = {}
    try:
        document = kept(task.content)
        if isinstance(document, Row):
            document = _document(job, document.data.over(job.shared), [])
        for to, entry in task.of(job.formats):
            contents[entry.file] = data = render(
                document, to, office=job.office, engine=job.engine, embed=job.embed and to == "pdf"
            )
            now = time.perf_counter()
            entries.append(_done(entry, data, now - started))
            started = now
        drafts = open_store(job.target).write(contents)
    except CannotWriteError as failure:
        if any(fault.kind == "VB081" for fault in failure.faults):
            return Made(task.row, task.entries, {}, failure.faults)
        return Made(task.row, failed(task, failure.faults), {})
    except VanbanError as failure:
        return Made(task.row, failed(task, failure.faults), {})
    except Exception as error:  # one document must not end the run, whatever is wrong with it
        return Made(task.row, failed(task, (_unforeseen(error),)), {})
    stamped = (
        entry._replace(changed=drafts[entry.file].changed) if entry.file in drafts else entry
        for entry in entries
    )
    return Made(task.row, tuple(stamped), drafts)


def failed(task: Task, faults: tuple[Fault, ...]) -> tuple[Entry, ...]:
    """The lines of the ledger of a row that failed."""
    error = "\n".join(str(_at_row(fault, task.place)) for fault in faults)
    return tuple(entry._replace(state="failed", finished=time.time(), error=error) for entry in task.entries)


def _unforeseen(error: Exception) -> Fault:
    return Fault("VB247", details={"reason": f"{type(error).__name__}: {error}"})


def _document(job: Job, data: Located, pictures: list[bytes]) -> Document:
    images = images_in(job.images)

    def remembered(path: str) -> bytes:
        pictures.append(images(path))
        return pictures[-1]

    return admit(job.template, data, defaults=job.office.defaults, images=remembered).document


def _figures(job: Job, data: Located) -> list[bytes]:
    """The files of figures that a row names, which its files are made of too."""
    fields = (field for field in job.template.fields if field.kieu == "so_lieu")
    named = (file_of(data.get(field.name), data.places) for field in fields)
    return [path.read_bytes() for path in named if path]


def _name(job: Job, number: int, data: Located, document: Document) -> str:
    if job.pattern is None:
        return file_stem(document)

    def value(name: str) -> str:
        return shown(data.get(name, getattr(document, name, "")))

    return job.pattern.fill(number, value)


def _done(entry: Entry, data: bytes, seconds: float) -> Entry:
    return entry._replace(
        state="done",
        size=len(data),
        sha256=hashlib.sha256(data).hexdigest(),
        pages=count_pages(data) if entry.file.endswith(".pdf") else None,
        seconds=seconds,
        finished=time.time(),
        error="",
    )


def place_of(row: Row) -> Place:
    """Where a row stands."""
    return Place(row.data.places.file, part=row.place)


def _at_row(fault: Fault, row: Place) -> Fault:
    """The fault with the place of its row, where it tells no place of its own."""
    if fault.place.file:
        return fault
    part = ", ".join(words for words in (row.part, fault.place.part) if words)
    return replace(fault, place=replace(fault.place, file=row.file, part=part))
