"""Batches: a document for every row of a roster, made by many processes, killed and resumed at will."""

from vanban.batch.batch import REPORT, make_batch
from vanban.batch.ledger import LEDGER, Counts
from vanban.batch.run import Outcome
from vanban.batch.status import Status, batch_status

__all__ = ["LEDGER", "REPORT", "Counts", "Outcome", "Status", "batch_status", "make_batch"]
