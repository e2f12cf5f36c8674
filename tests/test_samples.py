"""Every sample, in every format, as an archive and a clerk would judge it."""

from __future__ import annotations

import io
import re
import subprocess
from functools import cache
from pathlib import Path

import docx
import pytest
from pypdf import PdfReader

from tests.docx_audit import docx_faults
from tests.parity import difference, lines, share_of_equal_lines
from vanban import fill
from vanban.document.model import Document
from vanban.office import find_office
from vanban.render import render
from vanban.render.compose import compose
from vanban.render.sheet import BREAK, NOTE, Sheet, SheetRun
from vanban.thethuc import Look
from vanban.tools.soffice import convert_with_soffice
from vanban.tools.verapdf import verapdf_failures

SAMPLES = sorted(
    path for path in (Path(__file__).parents[1] / "samples").iterdir() if path.suffix in (".md", ".yaml")
)
each_sample = pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)


@cache
def document(path: Path) -> Document:
    source = fill.read(path, find_office(path.parent))
    assert not source.notes
    return source.document


@cache
def drawn(path: Path, to: str) -> bytes:
    return render(document(path), to)  # type: ignore[arg-type]


@cache
def by_libreoffice() -> dict[Path, bytes]:
    """The PDF that LibreOffice makes of every sample's DOCX, in one call."""
    pdfs = convert_with_soffice([drawn(path, "docx") for path in SAMPLES])
    return dict(zip(SAMPLES, pdfs, strict=True))


def words_of(runs: list[SheetRun]) -> list[str]:
    """The words of some runs; what follows a footnote mark is a word of its own, as for pdftotext."""
    return "".join(
        " " if look & BREAK else f"{text} " if look & NOTE else str(text) for text, look in runs
    ).split()


def main_text(sheet: Sheet) -> list[str]:
    """The words of a sheet in reading order, without the footnotes and the heads of tables."""
    found: list[str] = []
    for section in sheet["sections"]:
        for item in section["items"]:
            if item["t"] == "p":
                found += words_of(item["r"])
            elif item["t"] == "table":
                body = item["rows"][item["head"] :]
                found += [word for row in body for cell in row for word in words_of(cell["r"])]
            elif item["t"] == "pair":
                parts = [part for row in item["rows"] for side in row for part in side]
                found += [word for part in parts if part["t"] == "p" for word in words_of(part["r"])]
    return found


def table_heads(sheet: Sheet) -> set[str]:
    """The words that a table's head repeats on every page."""
    tables = [item for section in sheet["sections"] for item in section["items"] if item["t"] == "table"]
    rows = [row for table in tables for row in table["rows"][: table["head"]]]
    return {word for row in rows for cell in row for word in words_of(cell["r"])}


def left_over(text: list[str], wanted: list[str]) -> list[str]:
    """What is left of ``text`` when ``wanted`` is taken out of it, in order."""
    rest: list[str] = []
    words = iter(text)
    for word in wanted:
        for seen in words:
            if seen == word:
                break
            rest.append(seen)
        else:
            pytest.fail(f"{word!r} is missing, or out of its place: {rest[-8:]}")
    return rest + list(words)


@each_sample
def test_the_pdf_is_pdf_a_2b_and_pdf_ua_1(path: Path) -> None:
    assert verapdf_failures(drawn(path, "pdf"), "2b") == []
    assert verapdf_failures(drawn(path, "pdf"), "ua1") == []


@each_sample
def test_word_finds_no_fault_in_the_docx(path: Path) -> None:
    assert docx_faults(drawn(path, "docx")) == []


@each_sample
def test_every_font_is_embedded_and_of_one_family(path: Path, tmp_path: Path) -> None:
    file = tmp_path / "paper.pdf"
    file.write_bytes(drawn(path, "pdf"))
    said = subprocess.run(["pdffonts", str(file)], capture_output=True, check=True, text=True).stdout
    rows = [line.split() for line in said.splitlines()[2:]]
    assert rows
    assert {row[-5] for row in rows} == {"yes"}
    assert len({row[0].split("+")[1].split("-")[0] for row in rows}) == 1


@each_sample
def test_the_pdf_holds_the_words_of_the_document_in_their_order(path: Path) -> None:
    said = subprocess.run(
        ["pdftotext", "-raw", "-", "-"], input=drawn(path, "pdf"), capture_output=True, check=True
    ).stdout.decode()
    sheet = compose(document(path), Look())
    said = re.sub(r"(?<=\S)([-–])\n", r"\1", said)  # a word that was parted at its hyphen
    rest = left_over(said.split(), main_text(sheet))
    for words in [words_of(note) for note in sheet["notes"]] + [
        words_of(line["r"]) for section in sheet["sections"] for line in section["foot"]
    ]:
        rest = left_over(rest, words)
    assert {word for word in rest if not word.isdigit()} == table_heads(sheet)


@each_sample
def test_docx_and_pdf_agree_line_by_line_and_page_by_page(path: Path) -> None:
    ours, theirs = drawn(path, "pdf"), by_libreoffice()[path]
    assert len(PdfReader(io.BytesIO(ours)).pages) == len(PdfReader(io.BytesIO(theirs)).pages)
    share = share_of_equal_lines(lines(ours), lines(theirs))
    assert share >= 0.99, difference(lines(ours), lines(theirs))


@each_sample
def test_the_same_data_give_the_same_bytes(path: Path) -> None:
    for to in ("docx", "pdf", "html"):
        assert render(document(path), to) == drawn(path, to)


@each_sample
def test_the_properties_name_the_paper(path: Path) -> None:
    paper = document(path)
    word = docx.Document(io.BytesIO(drawn(path, "docx"))).core_properties
    info = PdfReader(io.BytesIO(drawn(path, "pdf"))).metadata
    assert info is not None
    assert word.title == info.title
    assert word.subject == info.subject == paper.trich_yeu
    assert word.author == info.author
    assert word.language == "vi-VN"


def test_the_plan_is_small() -> None:
    """A plan of four pages and an annex, tagged, as PDF/A: at most 60 KB."""
    plan = next(path for path in SAMPLES if path.stem == "ke-hoach-tuyen-truyen-2026")
    assert len(drawn(plan, "pdf")) <= 60 * 1024
