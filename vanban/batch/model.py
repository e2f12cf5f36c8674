"""The words of a batch: a row of the roster, and a line of the ledger."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from vanban.errors import Fault
from vanban.located import Located

State = Literal["waiting", "done", "failed"]


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a roster.

    ``number`` counts the rows from 1; ``place`` says to people where it stands ("Danh sách!5"). ``data`` are
    the fields of the template and parts of the document that the row gives, with the places of their cells;
    ``faults`` are cells that cannot be read at all.
    """

    number: int
    place: str
    data: Located
    faults: tuple[Fault, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """A file of the batch, as the ledger keeps it.

    ``file`` is its name in the output folder, ``key`` the name of its document without the ending, ``hash``
    the SHA-256 of all that it is made of. What is known only once it is made is None or "" before: ``size``
    in bytes, ``sha256``, ``pages`` (of a PDF), ``seconds`` of work, ``finished`` (seconds since 1970),
    ``changed`` (nanoseconds, the file's own time of change). ``error`` is what was told when it failed.
    """

    file: str
    key: str
    hash: str
    state: State = "waiting"
    size: int | None = None
    sha256: str = ""
    pages: int | None = None
    seconds: float | None = None
    finished: float | None = None
    changed: int | None = None
    error: str = ""
