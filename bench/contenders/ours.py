"""vanban by its own face: a document in, a file out."""

from __future__ import annotations

from bench.contender import Task, one_by_one
from bench.plan import alike, plan
from vanban.render import render


def docx() -> Task:
    """The DOCX."""
    return Task(plan, one_by_one(lambda document: render(document, "docx")))


def pdf() -> Task:
    """The PDF of the default engine."""
    return Task(plan, one_by_one(lambda document: render(document, "pdf")))


def pdf_alike() -> Task:
    """The PDF of the default engine, of papers that share nearly all of their text."""
    return Task(alike, pdf().make)


def weasyprint() -> Task:
    """The PDF by WeasyPrint as vanban drives it."""
    return Task(plan, one_by_one(lambda document: render(document, "pdf", engine="weasyprint")))
