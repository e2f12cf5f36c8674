"""Scans and wrong text layers are known and refused; with ``--ocr`` the letters of a scan are recognised."""

from __future__ import annotations

import re
import shutil
import subprocess
from difflib import SequenceMatcher
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
import typst

from vanban.cli.app import run
from vanban.document import read_source
from vanban.document.blocks import Para, Run, plain
from vanban.document.model import Document
from vanban.errors import InputError, ToolMissingError
from vanban.read import read
from vanban.read.words import words_in
from vanban.render import render
from vanban.tools.ocr import find_ocr


@pytest.fixture(scope="module")
def plan() -> Document:
    return read_source(Path("samples/ke-hoach-tuyen-truyen-2026.md")).document


@pytest.fixture(scope="module")
def scan(plan: Document) -> bytes:
    """The first page of the plan as a picture in a PDF."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "a.pdf").write_bytes(render(plan, "pdf"))
        page = ["pdftoppm", "-r", "200", "-gray", "-png", "-singlefile", "a.pdf", "a"]
        subprocess.run(page, cwd=folder, check=True)
        text = '#set page(width: 210mm, height: 297mm, margin: 0mm)\n#image("a.png", width: 210mm)'
        (folder / "a.typ").write_text(text)
        return bytes(typst.compile(str(folder / "a.typ")))


def shifted(words: str) -> str:
    """Letters as a wrong table of a font gives them."""
    return "".join(chr((ord(x) - 97 + 7) % 26 + 97) if "a" <= x <= "z" else x for x in words)


def test_a_scan_is_refused_with_the_way_out(
    scan: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "quet.pdf"
    path.write_bytes(scan)
    assert run(["import", str(path), "-o", str(tmp_path)]) == 3
    said = capsys.readouterr().err
    assert "VB230" in said
    assert "--ocr" in said


def test_a_wrong_text_layer_is_refused_with_its_pages(plan: Document, tmp_path: Path) -> None:
    body = tuple(
        Para(block.loai, block.so, (Run(shifted(plain(block.text).lower())),), block.titled)
        for block in plan.noi_dung
        if isinstance(block, Para)
    )
    path = tmp_path / "sai.pdf"
    path.write_bytes(render(plan.model_copy(update={"noi_dung": body, "phu_luc": ()}), "pdf"))
    with pytest.raises(InputError) as caught:
        read(path)
    fault = caught.value.faults[0]
    assert (fault.kind, fault.place.file) == ("VB231", str(path))
    assert "trang" in fault.message


def test_with_ocr_the_words_of_a_scan_are_read(scan: bytes, plan: Document, tmp_path: Path) -> None:
    path = tmp_path / "quet.pdf"
    path.write_bytes(scan)
    reading = read(path, ocr=True)
    assert reading.document.loai == "ke-hoach"
    found = "".join(words_in(reading.document))
    whole = "".join(words_in(plan))
    same = SequenceMatcher(None, found, whole, autojunk=False).get_matching_blocks()
    assert sum(block.size for block in same) >= 0.97 * len(re.sub(r"\s", "", found))


def test_without_the_programs_it_is_said_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "which", lambda _name: None)
    with pytest.raises(ToolMissingError) as caught:
        find_ocr()
    assert caught.value.faults[0].kind == "VB232"
