"""Rendering and reading back gives the same document, from DOCX, PDF and HTML; no word is lost or added."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st

from tests.likely import likely_documents
from tests.strategies import documents
from vanban import fill
from vanban.document import parse_source, write_source
from vanban.document.blocks import Block, Figure, Para, Run
from vanban.document.model import Document
from vanban.document.normal_form import normal_form
from vanban.errors import VanbanError
from vanban.office import Office, find_office
from vanban.read.door import read_paper
from vanban.read.model import Reading
from vanban.read.opening import paper_of
from vanban.render import Format, render

SAMPLES = sorted(
    [*(path for path in Path("samples").iterdir() if path.suffix in (".md", ".yaml")),
     *Path("tests/good").glob("*.md")]
)  # fmt: skip
FORMS: tuple[Format, ...] = ("docx", "pdf", "html")

slow = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))


def read_back(document: Document, form: Format) -> Reading:
    return read_paper(paper_of(Path(f"x.{form}"), render(document, form)), Path(f"x.{form}"), Office())


def as_printed(document: Document) -> dict[str, object]:
    return normal_form(document).to_data()


def without_pictures(document: Document) -> Document:
    """The document without the random pictures, which no reader takes for pictures."""

    def kept(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        return tuple(block for block in blocks if not isinstance(block, Figure))

    annexes = tuple(replace(annex, noi_dung=kept(annex.noi_dung)) for annex in document.phu_luc)
    return document.model_copy(update={"noi_dung": kept(document.noi_dung), "phu_luc": annexes})


def without_drawings(document: Document) -> Document:
    """The document as a PDF gives it back: of a picture drawn of lines there is the caption."""
    body: list[Block] = []
    for block in document.noi_dung:
        if not (isinstance(block, Figure) and block.media == "svg"):
            body.append(block)
        elif block.caption:
            runs = (replace(run, italic=True) if isinstance(run, Run) else run for run in block.caption)
            body.append(Para("doan", text=tuple(runs)))
    return document.model_copy(update={"noi_dung": tuple(body)})


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_a_sample_comes_back(path: Path, form: Format) -> None:
    document = fill.read(path, find_office(path.parent)).document
    reading = read_back(document, form)
    if form == "pdf":
        document = without_drawings(document)
    assert as_printed(reading.document) == as_printed(document)
    assert (reading.words.lost, reading.words.added) == ((), ())
    assert not [left for left in reading.left_out if not left.fixed]


@slow
@given(likely_documents(), st.sampled_from(FORMS))
def test_a_document_comes_back(document: Document, form: Format) -> None:
    reading = read_back(document, form)
    assert as_printed(reading.document) == as_printed(document)
    assert (reading.words.lost, reading.words.added) == ((), ())


@slow
@given(likely_documents())
def test_what_comes_back_is_a_source_text(document: Document) -> None:
    read = read_back(document, "docx").document
    assert parse_source(write_source(read)).document == read


@slow
@given(likely_documents())
def test_a_normal_form_has_no_other(document: Document) -> None:
    once = normal_form(document)
    assert normal_form(once) == once


@slow
@given(documents.map(without_pictures), st.sampled_from(FORMS))
@example(Document(loai="nghi-quyet", co_quan=("0",), ky_hieu="1 1. X"), "docx")
@example(Document(loai="nghi-quyet", co_quan=("0",), nguoi_soan_thao="b1"), "docx")
def test_no_word_is_lost_or_added_whatever_stands_there(document: Document, form: Format) -> None:
    try:
        reading = read_back(document, form)
    except VanbanError as failure:  # a letter that the font lacks
        assume(not {fault.kind for fault in failure.faults} <= {"VB063"})
        raise
    assert (reading.words.lost, reading.words.added) == ((), ())
    assert parse_source(write_source(reading.document)).document == reading.document
