"""A run: all rows are looked at, what is missing is put down in the ledger, then it is made."""

from __future__ import annotations

import heapq
import pickle
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, closing
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, Any, Protocol, TypeVar

from vanban.batch.job import Job
from vanban.batch.ledger import LEDGER, Counts, Ledger, alone
from vanban.batch.model import Entry
from vanban.batch.store import Stamp, Store, open_store
from vanban.batch.work import Checked, Made, Task, check, failed, make, place_of
from vanban.errors import CannotWriteError, Fault, InputError, Place
from vanban.files import Names, cannot_write
from vanban.roster import Row

Item = TypeVar("Item")
Result = TypeVar("Result")
Watch = Callable[[str, int, int | None], None]
"""Told the stage ("check", "make"), how many are done, and of how many, None where that is not known."""

_SETTLE_S, _SETTLE_ROWS = 0.5, 64
"""What is made is put in its place and down in the ledger so often."""


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
    with ExitStack() as stack, TemporaryFile() as file, workers:
        spool = _Spool(file)
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
    """What was found of each row without faults, on the disk: all of them may be larger than the memory."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self.count = 0

    def add(self, checked: Checked, name: str) -> None:
        """Keep what was found of the next row, and the name that its files have."""
        pickle.dump((checked, name), self._file, pickle.HIGHEST_PROTOCOL)
        self.count += 1

    def tasks(self, job: Job) -> Iterator[Task]:
        """All files that each row asks for, as lines of the ledger."""
        self._file.seek(0)
        for _row in range(self.count):
            checked, name = pickle.load(self._file)
            entries = (
                Entry(f"{name}.{to}", name, digest)
                for to, digest in zip(job.formats, checked.hashes, strict=True)
            )
            yield Task(checked.row, checked.place, checked.content, tuple(entries))


def _look(job: Job, rows: Iterator[Row], workers: Workers, spool: _Spool, watch: Watch) -> tuple[Fault, ...]:
    """Have every row looked at, and give the faults of all, in the order of the rows."""
    faults: list[Fault] = []
    names = Names()
    results = workers.run(check, rows, _died)
    for done, checked in enumerate(_in_order(results), start=1):
        faults += checked.faults
        if not checked.faults:
            spool.add(checked, names.take(checked.name))
        watch("check", done, None)
    return tuple(faults)


def _died(row: Row) -> Checked:
    place = place_of(row)
    return Checked(row.number, place, faults=(Fault("VB244", place),))


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
        for task in spool.tasks(job):
            missing = False
            for entry in task.entries:
                before = ledger.find(entry.file)
                there, stamp = _there(before, entry, store)
                if there in ("foreign", "edited") and not force:
                    kind = "VB080" if there == "foreign" else "VB243"
                    faults.append(Fault(kind, Place(str(Path(job.target) / entry.file))))
                if before and there == "whole" and before.hash == entry.hash:
                    ledger.keep(before._replace(key=entry.key, changed=stamp.changed if stamp else None))
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
        for task in spool.tasks(job):
            lines = (ledger.find(entry.file) for entry in task.entries)
            if missing := tuple(line for line in lines if line and line.state != "done"):
                yield task._replace(entries=missing)

    fresh: list[Made] = []
    made = 0
    settled = time.monotonic()

    def settle() -> None:
        nonlocal made, settled
        if fresh:
            entries = _settled(store, fresh)
            ledger.settle(entries)
            fresh.clear()
            made += sum(entry.state == "done" for entry in entries)
        settled = time.monotonic()

    try:
        for rows, result in enumerate(workers.run(make, waiting(), _lost), start=1):
            if result.stop:
                raise CannotWriteError(result.stop)
            fresh.append(result)
            done(rows)
            if len(fresh) >= _SETTLE_ROWS or time.monotonic() - settled >= _SETTLE_S:
                settle()
    finally:
        settle()
    return made


def _settled(store: Store, fresh: Sequence[Made]) -> list[Entry]:
    """The lines of the ledger of what was made, when its files are in their places."""
    refused = store.settle({file: draft for made in fresh for file, draft in made.drafts.items()})
    return [
        entry._replace(state="failed", error="\n".join(map(str, refused[entry.file])))
        if entry.file in refused
        else entry
        for made in fresh
        for entry in made.entries
    ]


def _lost(task: Task) -> Made:
    return Made(task.row, failed(task, (Fault("VB244"),)), {})
