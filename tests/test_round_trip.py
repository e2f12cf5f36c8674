"""Rendering and reading back: the same document, from DOCX and from PDF."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from vanban import fill
from vanban.document.model import Document
from vanban.document.normal_form import normal_form
from vanban.office import Office, find_office
from vanban.read.door import read_paper
from vanban.render import render
from tests.strategies import documents

SAMPLES = sorted(
    path for path in Path("samples").iterdir() if path.suffix in (".md", ".yaml")
) + sorted(Path("tests/good").glob("*.md"))


def read_back(document: Document, form: str) -> Document:
    from vanban import ooxml, pdf

    data = render(document, form)  # type: ignore[arg-type]
    paper = ooxml.read_paper(data) if form == "docx" else pdf.read_paper(data)
    reading = read_paper(paper, Path(f"x.{form}"), Office())
    assert not reading.words.lost
    assert not reading.words.added
    return reading.document


@pytest.mark.parametrize("form", ["docx", "pdf"])
@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_a_sample_comes_back(path: Path, form: str) -> None:
    document = fill.read(path, find_office(path.parent)).document
    assert same(read_back(document, form), document) == []


def same(found: Document, expected: Document) -> list[str]:
    one, other = (normal_form(document).to_data() for document in (found, expected))
    out = []
    for name in {**one, **other}:
        a, b = one.get(name), other.get(name)
        if name in ("noi_dung",) and a and b:
            out += [f"{name}[{i}]: {x} != {y}" for i, (x, y) in enumerate(zip(a, b)) if x != y][:3]
            if len(a) != len(b):
                out.append(f"{name}: {len(a)} != {len(b)}")
        elif a != b:
            out.append(f"{name}: {a!r} != {b!r}")
    return out


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(documents)
def test_no_word_of_any_document_is_lost_or_added(document: Document) -> None:
    from vanban.errors import VanbanError
    try:
        data = render(document, "docx")
    except VanbanError:
        return
    from vanban import ooxml
    reading = read_paper(ooxml.read_paper(data), Path("x.docx"), Office())
    assert (reading.words.lost, reading.words.added) == ((), ())
