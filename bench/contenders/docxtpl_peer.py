"""docxtpl as its manual shows it: open the template, render, save, for every document."""

from __future__ import annotations

import atexit
import io
import shutil
import tempfile
from pathlib import Path

from docxtpl import DocxTemplate

from bench.contender import Task, one_by_one
from bench.content import Content, content
from bench.docx_template import write_template


def task() -> Task:
    """Write the template once, as an office does."""
    folder = Path(tempfile.mkdtemp(prefix="bench-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    path = folder / "ke-hoach.docx"
    write_template(path)

    def make(data: Content) -> bytes:
        template = DocxTemplate(path)
        template.render(data, autoescape=True)
        out = io.BytesIO()
        template.save(out)
        return out.getvalue()

    return Task(content, one_by_one(make))
