"""The job of ``vanban batch``: a template and a roster → a folder of documents, a ledger and a report."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path

from vanban import fonts
from vanban.batch.cluster import Cluster
from vanban.batch.job import Job
from vanban.batch.ledger import LEDGER, Ledger
from vanban.batch.names import read_pattern
from vanban.batch.pool import Pool
from vanban.batch.report import report_html
from vanban.batch.run import Outcome, Watch, run
from vanban.batch.store import open_store
from vanban.batch.work import make_ready
from vanban.files import write_atomically
from vanban.fill import load_template
from vanban.fill.fields import PARTS
from vanban.office import find_office
from vanban.render import Engine, Format
from vanban.roster import Row, open_roster, shared

REPORT = "bao-cao-loat.html"
"""The report of the last run, in the output folder."""


def make_batch(
    template: str,
    roster: Path,
    *,
    formats: Sequence[Format] = ("docx", "pdf"),
    folder: Path = Path("output"),
    target: str | None = None,
    scheduler: str | None = None,
    processes: int | None = None,
    name: str | None = None,
    sheet: str | None = None,
    key: str | None = None,
    common: Path | None = None,
    sets: Sequence[str] = (),
    engine: Engine = "typst",
    embed: bool = False,
    force: bool = False,
    keep_going: bool = False,
    watch: Watch = lambda _stage, _done, _of: None,
) -> Outcome:
    """Make a document for every row of a roster; what an earlier run made and nothing has changed, stays.

    Args:
        template: the name of a content template, or the path of its folder.
        roster: an XLSX, CSV or JSONL file, or a folder of data files.
        formats: what to make of each row.
        folder: where to put it, with the ledger and a report; made when it is missing.
        target: an address that fsspec reaches, such as ``s3://bucket/x``, where the files go instead; the
            ledger and the report stay in the folder.
        scheduler: the address of a Dask scheduler, ``tcp://host:port``, whose workers do the work.
        processes: how many work at once on this machine; as many as it has cores if None.
        name: a pattern for the names of the files, as ``{stt:03}-{ten}``.
        sheet: the sheet of the workbook that lists the documents.
        key: the column that links the rows of other sheets to those of the first.
        common: a data file with what all rows share.
        sets: values that all rows share, ``name=value``.
        engine: what makes the PDF.
        embed: whether each PDF carries its document.
        force: whether files are replaced that others made, or changed after they were made.
        keep_going: whether rows without faults are made though others have some.
        watch: is told the stage ("check", "make"), how many rows are done, and of how many.

    Raises:
        InputError: every fault of the template and of every row, with sheet and cell; nothing is written.
            VB178, VB249: the target or the scheduler cannot be reached.
        CannotWriteError: as :func:`vanban.batch.run.run` tells.
        ToolMissingError: no usable font; VB176, the package for a scheduler is missing.
    """
    office = find_office(roster.resolve().parent)
    chosen = load_template(template, office)
    known = (*(field.name for field in chosen.fields), *PARTS)
    job = Job(
        template=chosen,
        office=office,
        formats=tuple(dict.fromkeys(formats)),
        target=target or str(folder.resolve()),
        images=(roster if roster.is_dir() else roster.parent).resolve(),
        shared=shared(common, sets),
        engine=engine,
        embed=embed,
        pattern=read_pattern(name, known) if name else None,
        fonts=fonts.find_font_set().sha256,
    )
    open_store(job.target)
    count = processes or os.cpu_count() or 1
    workers = Cluster(job, scheduler) if scheduler else Pool(job, count, make_ready)

    def rows() -> Iterator[Row]:  # the roster is read while the workers make themselves ready
        return open_roster(roster, chosen, sheet=sheet, key=key)()

    outcome = run(job, rows, folder, workers, force=force, keep_going=keep_going, watch=watch)
    with closing(Ledger(folder / LEDGER, make=False)) as ledger:
        write_atomically(folder / REPORT, report_html(ledger.entries()).encode(), force=True)
    return outcome
