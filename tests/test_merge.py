"""PDFs bound into one: all words in order, a bookmark and labels for each, no claim that is not proven."""

from __future__ import annotations

import io
import subprocess
from pathlib import Path

import pypdf
import pytest

from vanban.cli.app import run
from vanban.document import Document, parse_source
from vanban.render import render
from vanban.tools.verapdf import verapdf_failures

_SAMPLE = Path(__file__).parent.parent / "samples" / "ke-hoach-tuyen-truyen-2026.md"


@pytest.fixture(scope="module")
def plan() -> bytes:
    """A plan of several pages with headings."""
    return render(parse_source(_SAMPLE.read_text(encoding="utf-8")).document, "pdf")


@pytest.fixture(scope="module")
def notice() -> bytes:
    """A notice of one page, with its number."""
    given = {"loai": "thong-bao", "co_quan": ["UBND XÃ AN HÒA"], "so": "7", "ky_hieu": "UBND"}
    return render(Document.model_validate({**given, "trich_yeu": "Lịch tiếp công dân"}), "pdf")


@pytest.fixture
def folder(tmp_path: Path, plan: bytes, notice: bytes) -> Path:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.pdf").write_bytes(notice)
    (tmp_path / "in" / "b.pdf").write_bytes(plan)
    (tmp_path / "in" / "c.pdf").write_bytes(notice)
    return tmp_path / "in"


def merge(*arguments: object) -> int:
    return run(["merge", *map(str, arguments)])


def words(path: Path) -> list[str]:
    text = subprocess.run(["pdftotext", str(path), "-"], capture_output=True, text=True, check=True).stdout
    return text.split()


def test_all_words_are_there_in_order(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.pdf"
    assert merge(folder, "-o", out) == 0
    assert words(out) == [word for name in "abc" for word in words(folder / f"{name}.pdf")]
    checked = subprocess.run(["qpdf", "--check", str(out)], capture_output=True, text=True, check=False)
    assert checked.returncode == 0, checked.stdout + checked.stderr


def test_each_document_has_a_bookmark_and_labels(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.pdf"
    merge(folder / "b.pdf", folder / "a.pdf", "-o", out, "--title", "Tập văn bản")
    reader = pypdf.PdfReader(out)
    pages = len(pypdf.PdfReader(folder / "b.pdf").pages)
    assert reader.page_labels == [*(f"1-{page}" for page in range(1, pages + 1)), "2-1"]
    tops = [entry for entry in reader.outline if not isinstance(entry, list)]
    assert [str(entry.title).split(" - ")[0] for entry in tops] == ["58/KH-UBND", "07/TB-UBND"]
    assert [reader.get_destination_page_number(entry) for entry in tops] == [0, pages]
    assert "I. MỤC ĐÍCH, YÊU CẦU" in str(reader.outline)
    assert reader.metadata is not None
    assert reader.metadata.title == "Tập văn bản"


def test_it_is_pdf_a_only_where_that_is_proven(
    folder: Path, tmp_path: Path, plan: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out.pdf"
    merge(folder, "-o", out)
    assert "vẫn là PDF/A-2b" in capsys.readouterr().out
    assert verapdf_failures(out.read_bytes(), "2b") == []
    plain = pypdf.PdfWriter(clone_from=io.BytesIO(plan))
    del plain.root_object["/Metadata"]
    plain.write(folder / "d.pdf")
    merge(folder, "-o", out, "--force")
    assert "không phải PDF/A" in capsys.readouterr().out
    assert b"pdfaid:part>" not in out.read_bytes()


def test_the_same_files_give_the_same_bytes(folder: Path, tmp_path: Path) -> None:
    merge(folder, "-o", tmp_path / "1.pdf")
    merge(folder, "-o", tmp_path / "2.pdf")
    assert (tmp_path / "1.pdf").read_bytes() == (tmp_path / "2.pdf").read_bytes()


def test_all_faults_are_told_and_nothing_is_written(
    folder: Path, tmp_path: Path, notice: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "d.pdf").write_bytes(b"%PDF-1.7 and nothing")
    (folder / "e.pdf").write_bytes(b"")
    locked = pypdf.PdfWriter(clone_from=io.BytesIO(notice))
    locked.encrypt("x", algorithm="RC4-128")
    locked.write(folder / "f.pdf")
    assert merge(folder, tmp_path / "none.pdf", "-o", tmp_path / "out.pdf") == 3
    told = capsys.readouterr().err
    assert all(name in told for name in ("d.pdf", "e.pdf", "f.pdf", "none.pdf"))
    assert [told.count(kind) for kind in ("VB255", "VB256", "VB010")] == [2, 1, 1]
    assert not (tmp_path / "out.pdf").exists()


def test_nothing_is_written_over(folder: Path, tmp_path: Path) -> None:
    before = (folder / "a.pdf").read_bytes()
    assert merge(folder, "-o", folder / "a.pdf", "--force") == 5
    assert (folder / "a.pdf").read_bytes() == before
    (tmp_path / "out.pdf").write_bytes(b"theirs")
    assert merge(folder, "-o", tmp_path / "out.pdf") == 5
    (tmp_path / "empty").mkdir()
    assert merge(tmp_path / "empty", "-o", tmp_path / "x.pdf") == 3
