"""How far a batch has come, told by the ledger of its folder alone."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from vanban.batch.ledger import LEDGER, Counts, Ledger, at_work
from vanban.batch.model import Entry


@dataclass(frozen=True, slots=True)
class Status:
    """The files of a batch in numbers, those that failed, those not asked for any more; is a run at work?"""

    counts: Counts
    failed: tuple[Entry, ...]
    unlisted: tuple[str, ...]
    running: bool


def batch_status(folder: Path) -> Status:
    """Tell how far the batch in a folder has come; it is only read, also while a run is at work.

    Raises:
        InputError: VB245, VB246 there is no ledger that can be read.
        CannotWriteError: VB081, the database is busy or on a disk that fails.
    """
    with closing(Ledger(folder / LEDGER, make=False)) as ledger:
        return Status(
            ledger.counts(), tuple(ledger.entries("failed")), tuple(ledger.unlisted()), at_work(folder)
        )
