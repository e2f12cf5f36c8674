"""A file in, a report out: a DOCX, a PDF, or a source that is rendered first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from vanban.check.model import Finding, Report, Rule
from vanban.check.run import choose, examine
from vanban.errors import InputError, Place, fail
from vanban.files import read_bytes
from vanban.office import Office, find_office
from vanban.paper import Paper

SOURCES = (".md", ".yaml", ".yml", ".json")
"""Files that are rendered before they are judged."""
WORD = (".docx", ".doc", ".docm", ".dotx", ".dotm")
"""Files of Word; the reader says which of them it cannot take, and why."""


def check(
    path: Path,
    *,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    drawn: bool = False,
    office: Office | None = None,
    more: Sequence[Rule] = (),
) -> Report:
    """Judge one file.

    Args:
        path: a DOCX, a PDF, or a source text or data file. It is only read.
        select: ids or patterns of the rules to ask; those that the office chose where empty.
        ignore: ids or patterns of rules to leave out, besides those that the office leaves out.
        drawn: whether LibreOffice draws a DOCX, to tell the page of each finding.
        office: whose settings hold; the nearest ``vanban.yaml`` above the file if None.
        more: rules that are asked besides, such as :func:`vanban.check.against_figures.rules_of_figures`.

    Raises:
        InputError: the file cannot be read, or a pattern fits no rule.
        ToolMissingError: ``drawn``, and there is no LibreOffice.
    """
    office = office or find_office(path.resolve().parent)
    wanted = (*choose(select or office.chon, (*ignore, *office.bo_qua)), *more)
    if path.suffix.lower() in SOURCES:
        from vanban import fill, ooxml
        from vanban.render import render

        data = render(fill.read(path, office).document, "docx", office=office)
        return _report(path, ooxml.read_paper(data), wanted)
    return _report(path, paper_of(path, read_bytes(path), drawn=drawn), wanted)


def check_rendered(data: bytes, office: Office, path: Path) -> Report:
    """Judge a DOCX that was rendered from ``path`` with the settings of ``office``."""
    from vanban import ooxml

    return _report(path, ooxml.read_paper(data), choose(office.chon, office.bo_qua))


def findings_in(data: bytes, wanted: Sequence[Rule]) -> tuple[Finding, ...]:
    """What these rules find in a DOCX."""
    from vanban import ooxml

    return examine(ooxml.read_paper(data), wanted)[1]


def paper_of(path: Path, data: bytes, *, drawn: bool = False) -> Paper:
    """The paper in the bytes of a DOCX or PDF; the ending of ``path`` says which.

    Raises:
        InputError: VB151 for another kind of file, and what the readers say.
    """
    suffix = path.suffix.lower()
    try:
        if suffix == ".pdf":
            from vanban import pdf

            return pdf.read_paper(data)
        if suffix in WORD:
            from vanban import ooxml

            paper = ooxml.read_paper(data)
            return _with_pages(paper, data) if drawn else paper
    except InputError as failure:
        raise InputError(
            replace(fault, place=replace(fault.place, file=str(path))) for fault in failure.faults
        ) from failure
    raise fail("VB151", Place(str(path)), suffix=suffix)


def _with_pages(paper: Paper, data: bytes) -> Paper:
    """The paper with the page of every paragraph, as LibreOffice draws it."""
    from vanban import pdf
    from vanban.check.drawn import with_pages_of
    from vanban.tools.soffice import convert_with_soffice

    return with_pages_of(paper, pdf.read_paper(convert_with_soffice([data])[0]))


def _report(path: Path, paper: Paper, wanted: tuple[Rule, ...]) -> Report:
    case, findings = examine(paper, wanted)
    return Report(path, findings, case, wanted)
