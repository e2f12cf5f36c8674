"""Who takes part: one row each, and how to get at what it does."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from importlib import import_module
from typing import Any, Literal


@dataclass(frozen=True, slots=True)
class Task:
    """What a contender does: ``given`` makes ready what it is handed, untimed; ``make`` is timed."""

    given: Callable[[int], Any]
    make: Callable[[list[Any]], Iterable[bytes]]


@dataclass(frozen=True, slots=True)
class Contender:
    """A row of the table.

    ``source`` is ``module:function`` in ``bench/contenders``; the function returns a :class:`Task`.
    ``target`` is how many times as fast vanban wants to be; ``chunk`` documents are made at a time.
    """

    id: str
    title: str
    work: Literal["DOCX", "PDF", "PDF, text shared"]
    source: str
    target: float | None = None
    chunk: int = 10


CONTENDERS = (
    Contender("vanban-docx", "**vanban**", "DOCX", "ours:docx"),
    Contender("docxtpl", "docxtpl 0.20", "DOCX", "docxtpl_peer:task", 12),
    Contender("limit-docx", "limit: compiled Jinja2, cached members, zlib 6", "DOCX", "docx_limit:task", 0.7),
    Contender("vanban-pdf", "**vanban** (Typst), A-2b and UA-1", "PDF", "ours:pdf"),
    Contender("typst", "bare Typst script, A-2b and UA-1", "PDF", "typst_peer:task", 1),
    Contender("reportlab", "ReportLab platypus, untagged", "PDF", "reportlab_peer:task", 1.5),
    Contender("vanban-weasyprint", "vanban --engine weasyprint", "PDF", "ours:weasyprint", None, 2),
    Contender("weasyprint", "WeasyPrint, A-2b", "PDF", "weasyprint_peer:plain", 10, 2),
    Contender(
        "weasyprint-shared", "WeasyPrint, fonts and CSS shared", "PDF", "weasyprint_peer:shared", None, 2
    ),
    Contender("weasyprint-slow", "WeasyPrint without harfbuzz-subset", "PDF", "weasyprint_peer:slow", 35, 1),
    Contender("soffice", "LibreOffice, one call for the batch", "PDF", "soffice_peer:task", 4, 40),
    Contender("vanban-alike", "**vanban** (Typst), A-2b and UA-1", "PDF, text shared", "ours:pdf_alike"),
    Contender("typst-alike", "bare Typst script, A-2b and UA-1", "PDF, text shared", "typst_peer:alike", 1.5),
    Contender("limit-pdf", "limit: deflate ready pages, zlib 6", "PDF", "pdf_limit:zlib6", None),
    Contender("limit-pdf-isal", "limit: deflate ready pages, ISA-L", "PDF", "pdf_limit:isal1", None),
)
OURS = {"DOCX": "vanban-docx", "PDF": "vanban-pdf", "PDF, text shared": "vanban-alike"}
BY_ID = {contender.id: contender for contender in CONTENDERS}


def load(contender: Contender) -> Task:
    """Import a contender and make its task ready."""
    module, _, function = contender.source.partition(":")
    task: Task = getattr(import_module(f"bench.contenders.{module}"), function)()
    return task


def one_by_one(make: Callable[[Any], bytes]) -> Callable[[list[Any]], Iterable[bytes]]:
    """Make files one after the other, none kept."""
    return lambda batch: map(make, batch)
