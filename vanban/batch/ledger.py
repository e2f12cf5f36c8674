"""The ledger: one line a file in an SQLite database, which outlives every run; and the lock of a run."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from vanban.batch.model import Entry, State
from vanban.errors import CannotWriteError, Fault, InputError, Place
from vanban.files import cannot_write

LEDGER = "vanban-ledger.sqlite"
LOCK = ".vanban-lock"
_EDITION = 1
"""Goes up with every change of the table; a ledger of another edition is refused, never guessed at."""
_PATIENCE_S = 10.0
"""How long one who only looks waits for one who writes."""

_NAMES = ", ".join(Entry._fields)
_GAPS = ", ".join("?" * len(Entry._fields))
_TABLE = """
CREATE TABLE IF NOT EXISTS document (
    file TEXT PRIMARY KEY, key TEXT NOT NULL, hash TEXT NOT NULL, state TEXT NOT NULL, size INTEGER,
    sha256 TEXT NOT NULL, pages INTEGER, seconds REAL, finished REAL, changed INTEGER, error TEXT NOT NULL,
    listed INTEGER NOT NULL DEFAULT 1
) WITHOUT ROWID
"""
"""``listed``: whether the roster of the last run still asks for the file."""


@dataclass(frozen=True, slots=True)
class Counts:
    """How many files of the roster are in each state; ``unlisted``: no row asks for them any more."""

    done: int = 0
    failed: int = 0
    waiting: int = 0
    unlisted: int = 0

    @property
    def listed(self) -> int:
        """All files that the roster asks for."""
        return self.done + self.failed + self.waiting


class Ledger:
    """The open ledger of an output folder; every call is a transaction of its own, but for :meth:`whole`."""

    def __init__(self, path: Path, *, make: bool) -> None:
        """Open a ledger.

        Args:
            path: the database.
            make: whether it is made where there is none.

        Raises:
            InputError: VB245 the file is no ledger, or one of another edition; VB246 there is none.
            CannotWriteError: VB081.
        """
        if not make and not path.is_file():
            raise InputError(Fault("VB246", Place(str(path.parent))))
        self.path = path
        with self._told():
            self._base = sqlite3.connect(path, timeout=_PATIENCE_S, isolation_level=None)
            found = self._base.execute("PRAGMA user_version").fetchone()[0]
            if found not in (0, _EDITION) or (found == 0 and _has_tables(self._base)):
                raise InputError(Fault("VB245", Place(str(path))))
            if found == 0:
                self._base.execute("PRAGMA synchronous = FULL")
                with self.whole():
                    self._base.execute(_TABLE)
                    self._base.execute(f"PRAGMA user_version = {_EDITION}")

    def close(self) -> None:
        """Let go of the file."""
        self._base.close()

    @contextmanager
    def whole(self) -> Iterator[None]:
        """All that is done inside holds, or nothing of it."""
        with self._told():
            self._base.execute("BEGIN IMMEDIATE")
            try:
                yield
            except BaseException:
                if self._base.in_transaction:
                    self._base.execute("ROLLBACK")
                raise
            self._base.execute("COMMIT")

    def unlist(self) -> None:
        """No file is asked for until a row does."""
        self._base.execute("UPDATE document SET listed = 0")

    def ask(self, entry: Entry) -> None:
        """Put down that a file is asked for and waits."""
        self._base.execute(f"INSERT OR REPLACE INTO document ({_NAMES}) VALUES ({_GAPS})", entry)

    def keep(self, entry: Entry) -> None:
        """Put down that a file is asked for and stays as it is."""
        self._base.execute(
            "UPDATE document SET listed = 1, key = ?, changed = ? WHERE file = ?",
            (entry.key, entry.changed, entry.file),
        )

    def find(self, file: str) -> Entry | None:
        """The line of a file."""
        row = self._base.execute(f"SELECT {_NAMES} FROM document WHERE file = ?", (file,)).fetchone()
        return Entry(*row) if row else None

    def settle(self, entries: Iterable[Entry]) -> None:
        """Put down what became of files."""
        gaps = ", ".join(f"{name} = ?" for name in Entry._fields)
        rows = [(*entry, entry.file) for entry in entries]
        with self.whole():
            self._base.executemany(f"UPDATE document SET {gaps} WHERE file = ?", rows)

    def entries(self, *states: State) -> Iterator[Entry]:
        """The lines of the files that the roster asks for, by name; those in any of ``states``, or all."""
        wanted = states or ("waiting", "done", "failed")
        marks = ", ".join("?" * len(wanted))
        with self._told():
            for row in self._base.execute(
                f"SELECT {_NAMES} FROM document WHERE listed AND state IN ({marks}) ORDER BY file", wanted
            ):
                yield Entry(*row)

    def unlisted(self) -> Iterator[str]:
        """The files that no row asks for any more."""
        with self._told():
            for (file,) in self._base.execute("SELECT file FROM document WHERE NOT listed ORDER BY file"):
                yield file

    def counts(self) -> Counts:
        """How many files there are in each state."""
        with self._told():
            found = self._base.execute(
                "SELECT listed, state, count(*) FROM document GROUP BY 1, 2"
            ).fetchall()
        states = {state: count for listed, state, count in found if listed}
        return Counts(**states, unlisted=sum(count for listed, _state, count in found if not listed))

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Faults of the database in words for people."""
        try:
            yield
        except sqlite3.OperationalError as error:
            raise cannot_write(self.path, error) from error
        except sqlite3.DatabaseError as error:
            raise InputError(Fault("VB245", Place(str(self.path)))) from error


def _has_tables(base: sqlite3.Connection) -> bool:
    return bool(base.execute("SELECT count(*) FROM sqlite_master").fetchone()[0])


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Keep every other run out of a folder; a run that dies, however, lets go of it.

    The lock is SQLite's own on a database without tables, which every system has and gives up by itself.

    Raises:
        CannotWriteError: VB242 another run works in the folder; VB081.
    """
    path = folder / LOCK
    try:
        with closing(sqlite3.connect(path, timeout=0, isolation_level=None)) as lock:
            lock.execute("PRAGMA journal_mode = MEMORY")  # leaves no second file behind
            lock.execute("BEGIN EXCLUSIVE")
            yield
    except sqlite3.OperationalError as error:
        if getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_BUSY:
            raise CannotWriteError(Fault("VB242", Place(str(folder)))) from error
        raise cannot_write(path, error) from error


def at_work(folder: Path) -> bool:
    """Whether a run is at work in a folder."""
    if not (folder / LOCK).is_file():
        return False
    try:
        with alone(folder):
            return False
    except CannotWriteError as failure:
        return any(fault.kind == "VB242" for fault in failure.faults)
