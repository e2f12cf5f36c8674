"""A run: all rows are looked at, what is missing is put down in the ledger, then it is made."""

from __future__ import annotations

import heapq
import pickle
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, closing
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, Any, Protocol, TypeVar

from vanban.batch.job import Job
from vanban.batch.ledger import LEDGER, Counts, Ledger, alone
from vanban.batch.model import Entry
from vanban.batch.store import Stamp, Store, open_store
from vanban.batch.work import Checked, Made, Task, check, failed, make
from vanban.errors import CannotWriteError, Fault, InputError, Place
from vanban.files import Names, cannot_write
from vanban.roster import Row

Item = TypeVar("Item")
Result = TypeVar("Result")
Watch = Callable[[str, int, int | None], None]
"""Told the stage ("check", "make"), how many are done, and of how many, None where that is not known."""

_SETTLE_S, _SETTLE_FILES = 0.5, 64
"""What is made is put down in the ledger so often."""


class Workers(Protocol):
    """Whoever does the work, within a context: processes of this machine, or of many."""

    def __enter__(self) -> object:
        """Begin."""

    def __exit__(self, *exception: object) -> None:
        """End, and leave nobody at work."""

    def run(
        self, work: Callable[[Any, Item], Result], items: Iterable[Item], lost: Callable[[Item], Result]
    ) -> Iterator[Result]:
        """Do the work for every item, as :class:`vanban.batch.pool.Pool` does."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run did: files made now, those kept from before, the state of all, faults of rows left out."""

    made: int
    kept: int
    counts: Counts
    left_out: tuple[Fault, ...]
    seconds: float


def run(
    job: Job,
    rows: Callable[[], Iterator[Row]],
    folder: Path,
    workers: Workers,
    *,
    force: bool = False,
    keep_going: bool = False,
    watch: Watch = lambda _stage, _done, _of: None,
) -> Outcome:
    """Make the files of all rows that are not there yet.

    Args:
        job: what all rows share.
        rows: gives the rows, once.
        folder: where the ledger lies; made when it is missing.
        workers: who does the work; they know ``job``, are not entered yet, and end with the run.
        force: whether files are replaced that others made, or changed after they were made.
        keep_going: whether rows without faults are made though others have some.
        watch: is told how far the work is.

    Raises:
        InputError: every fault of every row; nothing has been written then.
        CannotWriteError: VB242 another run is at work here; VB080, VB243 files that would be lost; VB081 what
            was made until then stays and is in the ledger.
    """
    started = time.monotonic()
    # The stack is left last: half-written files go and the lock is given up when the workers have ended.
    with ExitStack() as stack, TemporaryFile() as listed, TemporaryFile() as planned, workers:
        spool = _Spool(listed, planned)
        known = folder.is_dir()
        if known:
            stack.enter_context(alone(folder))
        left_out = _look(job, rows(), workers, spool, watch)
        if left_out and (not keep_going or not spool.count):
            raise InputError(left_out)
        if not known:  # another run may have made it meanwhile
            _make_folder(folder)
            stack.enter_context(alone(folder))
        store = open_store(job.target)
        store.clean()
        stack.callback(store.clean)
        ledger = stack.enter_context(closing(Ledger(folder / LEDGER, make=True)))
        wanted = _plan(job, spool, ledger, store, force=force)
        made = _make(job, spool, ledger, store, workers, lambda done: watch("make", done, wanted))
        counts = ledger.counts()
    return Outcome(made, counts.done - made, counts, left_out, time.monotonic() - started)


class _Spool:
    """Rows with the name and hashes of their files, on the disk: a roster may be larger than the memory."""

    def __init__(self, rows: IO[bytes], plans: IO[bytes]) -> None:
        self._rows, self._plans = rows, plans
        self.count = 0

    def rows(self, rows: Iterable[Row]) -> Iterator[Row]:
        """Pass rows through and keep them."""
        for row in rows:
            pickle.dump(row, self._rows)
            yield row

    def plan(self, name: str, hashes: Sequence[str]) -> None:
        """Keep what was found of the next row: its files, or that it has none."""
        pickle.dump((name, hashes), self._plans)
        self.count += bool(hashes)

    def plans(self, job: Job) -> Iterator[tuple[Entry, ...]]:
        """The lines of the ledger that each row asks for."""
        for name, hashes in _loaded(self._plans):
            yield tuple(
                Entry(f"{name}.{to}", name, digest) for to, digest in zip(job.formats, hashes, strict=False)
            )

    def tasks(self, job: Job) -> Iterator[tuple[Row, tuple[Entry, ...]]]:
        """The rows with the lines of the ledger that each asks for."""
        return zip(_loaded(self._rows), self.plans(job), strict=True)


def _loaded(file: IO[bytes]) -> Iterator[Any]:
    file.seek(0)
    while True:
        try:
            yield pickle.load(file)
        except EOFError:
            return


def _look(job: Job, rows: Iterator[Row], workers: Workers, spool: _Spool, watch: Watch) -> tuple[Fault, ...]:
    """Have every row looked at, and give the faults of all, in the order of the rows."""
    faults: list[Fault] = []
    names = Names()
    results = workers.run(check, spool.rows(rows), _died)
    for done, checked in enumerate(_in_order(results), start=1):
        faults += checked.faults
        if checked.faults:
            spool.plan("", ())
        else:
            spool.plan(names.take(checked.name), checked.hashes)
        watch("check", done, None)
    return tuple(faults)


def _died(row: Row) -> Checked:
    return Checked(row.number, faults=(Fault("VB244", Place(row.data.places.file, part=row.place)),))


def _in_order(results: Iterator[Checked]) -> Iterator[Checked]:
    """Results in the order of their rows, whose numbers count from 1."""
    early: list[tuple[int, Checked]] = []
    expected = 1
    for result in results:
        heapq.heappush(early, (result.row, result))
        while early and early[0][0] == expected:
            yield heapq.heappop(early)[1]
            expected += 1


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise cannot_write(folder, error) from error


def _plan(job: Job, spool: _Spool, ledger: Ledger, store: Store, *, force: bool) -> int:
    """Put down every file that the roster asks for, and tell how many rows have some to be made.

    Raises:
        CannotWriteError: VB080, VB243; the ledger is as it was then.
    """
    faults: list[Fault] = []
    wanted = 0
    with ledger.whole():
        ledger.unlist()
        for entries in spool.plans(job):
            missing = False
            for entry in entries:
                before = ledger.find(entry.file)
                there, stamp = _there(before, entry, store)
                if there in ("foreign", "edited") and not force:
                    kind = "VB080" if there == "foreign" else "VB243"
                    faults.append(Fault(kind, Place(str(Path(job.target) / entry.file))))
                if before and there == "whole" and before.hash == entry.hash:
                    ledger.keep(replace(before, key=entry.key, changed=stamp.changed if stamp else None))
                else:
                    ledger.ask(entry)
                    missing = True
            wanted += missing
        if faults:
            raise CannotWriteError(faults)
    return wanted


def _there(before: Entry | None, entry: Entry, store: Store) -> tuple[str, Stamp | None]:
    """How a file is found: "missing", "whole" as the ledger has it, "edited", "foreign" or "torn"; its stamp.

    A file of a run that was cut off before it could be put down is "torn": it is ours, and made again.
    """
    stamp = store.stamp(entry.file)
    if stamp is None:
        return "missing", None
    if before is None:
        return "foreign", stamp
    if before.state != "done":
        return "torn", stamp
    if stamp == (before.size, before.changed) or store.sha256(entry.file) == before.sha256:
        return "whole", stamp
    return "edited", stamp


def _make(
    job: Job,
    spool: _Spool,
    ledger: Ledger,
    store: Store,
    workers: Workers,
    done: Callable[[int], None],
) -> int:
    """Make what waits, put down what became of it as it comes, and tell how many files were made."""

    def waiting() -> Iterator[Task]:
        for row, entries in spool.tasks(job):
            lines = (ledger.find(entry.file) for entry in entries)
            if missing := tuple(line for line in lines if line and line.state != "done"):
                yield Task(row, missing)

    fresh: list[Entry] = []
    made = rows = 0
    settled = time.monotonic()

    def settle() -> None:
        nonlocal settled
        if fresh:
            store.settle()
            ledger.settle(fresh)
            fresh.clear()
        settled = time.monotonic()

    try:
        for result in workers.run(make, waiting(), _lost):
            if result.stop:
                raise CannotWriteError(result.stop)
            fresh += result.entries
            made += sum(entry.state == "done" for entry in result.entries)
            rows += 1
            done(rows)
            if len(fresh) >= _SETTLE_FILES or time.monotonic() - settled >= _SETTLE_S:
                settle()
    finally:
        settle()
    return made


def _lost(task: Task) -> Made:
    return Made(task.row.number, failed(task, (Fault("VB244"),)))
