"""LibreOffice: one call that converts a whole batch of DOCX files."""

from __future__ import annotations

from bench.contender import Task
from bench.contenders import docx_limit
from vanban.tools.soffice import convert_with_soffice, find_soffice


def task() -> Task:
    """The DOCX files come from the fastest maker of them and are ready beforehand."""
    find_soffice()
    ready = docx_limit.task()

    def given(index: int) -> bytes:
        (document,) = ready.make([ready.given(index)])
        return document

    return Task(given, convert_with_soffice)
