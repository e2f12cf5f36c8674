"""A line of the ledger."""

from __future__ import annotations

from typing import Literal, NamedTuple

State = Literal["waiting", "done", "failed"]


class Entry(NamedTuple):
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
