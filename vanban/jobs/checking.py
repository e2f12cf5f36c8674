"""The job of ``vanban check``: judge files, and write copies that are repaired or commented."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from vanban.errors import Place, VanbanError, fail
from vanban.files import read_bytes, write_all
from vanban.jobs.made import Made, joined

if TYPE_CHECKING:
    from vanban.check import Finding, Report, Rule


@dataclass(frozen=True, slots=True)
class Checked:
    """What the check of one file gave: the report, the copies made of it, and what was repaired in one.

    ``left`` are the findings that the repaired copy still has; those of the report where none was wanted.
    """

    report: Report
    made: tuple[Made, ...]
    repaired: tuple[Finding, ...]
    left: tuple[Finding, ...]


def check_files(
    sources: Sequence[Path],
    *,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    drawn: bool = False,
    fix: bool = False,
    annotate: bool = False,
    dry_run: bool = False,
    figures: Path | None = None,
    period: str = "",
    folder: Path = Path("output"),
    force: bool = False,
    progress: Callable[[Path], None] | None = None,
) -> tuple[Checked, ...]:
    """Check files, and write copies of Word files that are repaired or commented.

    Args:
        sources: DOCX, PDF, source texts and data files; none of them is changed.
        select: ids or patterns of the rules to ask; those of the office where empty.
        ignore: ids or patterns of rules to leave out.
        drawn: whether LibreOffice tells the pages.
        fix: whether to write ``<name>-da-sua.docx``, repaired where that is safe.
        annotate: whether to write ``<name>-nhan-xet.docx``, with each finding as a comment.
        dry_run: whether to repair without writing.
        figures: a file of figures that the papers are held against; None for none.
        period: the period of the figures; the last one where "".
        folder: where copies go; made when it is missing.
        force: whether copies that are there already are replaced.
        progress: called with each source once it is checked.

    Raises:
        VanbanError: every fault of every source that cannot be checked; then nothing is written.
        CannotWriteError: the folder cannot be written, or a copy is there already.
    """
    from vanban.check import check

    more: tuple[Rule, ...] = ()
    if figures:
        from vanban.check.against_figures import rules_of_figures
        from vanban.so_lieu import read_period

        more = rules_of_figures(*read_period(figures, period))
    failures: list[VanbanError] = []
    checked: list[Checked] = []
    contents: dict[Path, bytes] = {}
    for source in sources:
        try:
            report = check(source, select=select, ignore=ignore, drawn=drawn, more=more)
            copies, repaired, left = _copies(report, folder, fix=fix, annotate=annotate)
        except VanbanError as failure:
            failures.append(failure)
        else:
            if dry_run:
                copies = {}
            contents |= copies
            made = tuple(Made(source, path, len(data)) for path, data in copies.items())
            checked.append(Checked(report, made, repaired, left))
        if progress:
            progress(source)
    if failures:
        raise joined(failures)
    write_all(contents, force=force)
    return tuple(checked)


def _copies(
    report: Report, folder: Path, *, fix: bool, annotate: bool
) -> tuple[dict[Path, bytes], tuple[Finding, ...], tuple[Finding, ...]]:
    """The copies of a Word file by path, what was repaired, and what is left."""
    source = report.source
    if not (fix or annotate):
        return {}, (), report.findings
    if source.suffix.lower() != ".docx":
        raise fail("VB152", Place(str(source)))
    from vanban.check import findings_in
    from vanban.check.annotate import annotate as annotated
    from vanban.check.fix import repair

    copies: dict[Path, bytes] = {}
    data = read_bytes(source)
    if annotate:
        copies[folder / f"{source.stem}-nhan-xet.docx"] = annotated(data, report.findings)
    if not fix:
        return copies, (), report.findings
    fixed = repair(data, lambda copy: findings_in(copy, report.rules))
    copies[folder / f"{source.stem}-da-sua.docx"] = fixed.data
    return copies, fixed.repaired, fixed.left
