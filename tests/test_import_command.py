"""``vanban import`` as a clerk runs it: source texts, what is told, exit codes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.papers import paper
from vanban.cli.app import run
from vanban.document import read_source
from vanban.document.normal_form import normal_form
from vanban.read import read
from vanban.render import render


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "kế hoạch 2026.docx"
    path.write_bytes(render(read_source(Path("samples/ke-hoach-tuyen-truyen-2026.md")).document, "docx"))
    return path


def as_json(capsys: pytest.CaptureFixture[str]) -> Any:
    return json.loads(capsys.readouterr().out)


def test_a_source_text_is_written_that_can_be_rendered(
    plan: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = plan.read_bytes()
    assert run(["import", str(plan), "-o", str(tmp_path / "ra")]) == 0
    assert "Kế hoạch" in capsys.readouterr().out
    made = tmp_path / "ra" / "ke-hoach-2026.md"
    original = read_source(Path("samples/ke-hoach-tuyen-truyen-2026.md")).document
    assert normal_form(read_source(made).document) == normal_form(original)
    assert run(["render", str(made), "-o", str(tmp_path / "lai")]) == 0
    assert plan.read_bytes() == before


def test_json_counts_every_word(plan: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["import", str(plan), "-o", str(tmp_path), "--json"]) == 0
    told = as_json(capsys)["files"][0]
    words = told["words"]
    assert words["read"] == words["kept"] + words["left_out"]
    assert words["lost"] == words["added"] == []
    assert any("CỘNG HÒA XÃ HỘI" in left["words"] and left["by_the_form"] for left in told["left_out"])


def test_nothing_is_overwritten(plan: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["import", str(plan), "-o", str(tmp_path)]) == 0
    assert run(["import", str(plan), "-o", str(tmp_path)]) == 5
    assert run(["import", str(plan), "-o", str(tmp_path), "--force"]) == 0


def test_one_file_that_cannot_be_read_stops_all(
    plan: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = tmp_path / "hỏng.docx"
    broken.write_bytes(b"PK\x03\x04 not a zip")
    picture = tmp_path / "anh.png"
    picture.write_bytes(b"\x89PNG")
    assert run(["import", str(plan), str(broken), str(picture), "-o", str(tmp_path / "ra")]) == 3
    said = capsys.readouterr().err
    assert "hỏng.docx" in said
    assert "anh.png" in said
    assert not (tmp_path / "ra").exists()


def test_pictures_lie_beside_the_source_text(tmp_path: Path) -> None:
    path = tmp_path / "bao-cao.docx"
    path.write_bytes(render(paper(), "docx"))
    assert run(["import", str(path), "-o", str(tmp_path / "ra")]) == 0
    assert (tmp_path / "ra" / "bao-cao-hinh-1.png").read_bytes().startswith(b"\x89PNG")
    read_source(tmp_path / "ra" / "bao-cao.md")


def test_a_pdf_that_carries_its_document_gives_it_back_exactly(tmp_path: Path) -> None:
    document = read_source(Path("samples/bao-cao-ngay-sach-2026.md")).document
    path = tmp_path / "bao-cao.pdf"
    path.write_bytes(render(document, "pdf", embed=True))
    reading = read(path)
    assert reading.document == document
    assert not reading.doubts
