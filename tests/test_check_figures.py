"""A finished paper held against the figures: silent about what agrees, and each changed number is named."""

from __future__ import annotations

import contextlib
import io
import json
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import docx
import pytest

from tests import story
from vanban import fill
from vanban.cli.app import run
from vanban.office import Office
from vanban.render import render

FIGURES = story.FOLDER / "so-lieu.sqlite"
SAMPLES = story.FOLDER.parent


@cache
def paper(name: str, form: str) -> bytes:
    return render(fill.read(SAMPLES / f"{name}.yaml", Office()).document, "pdf" if form == "pdf" else "docx")


def found(path: Path, *more: str) -> list[dict[str, Any]]:
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        run(["check", str(path), "--figures", str(FIGURES), "--json", *more])
    (report,) = json.loads(out.getvalue())["files"]
    return [one for one in report["findings"] if one["rule"].startswith("TT-25")]


def changed(tmp_path: Path, name: str, change: Callable[[Any], None]) -> list[dict[str, Any]]:
    document = docx.Document(io.BytesIO(paper(name, "docx")))
    change(document)
    path = tmp_path / "sua.docx"
    document.save(str(path))
    return found(path)


@pytest.mark.parametrize("form", ["docx", "pdf"])
@pytest.mark.parametrize("name", ["bao-cao-tong-hop", "bao-cao-don-vi"])
def test_nothing_is_said_of_a_paper_that_agrees(tmp_path: Path, name: str, form: str) -> None:
    path = tmp_path / f"bao-cao.{form}"
    path.write_bytes(paper(name, form))
    assert found(path) == []


def retyped(cell: Any, text: str) -> None:
    run_of_it, *rest = cell.paragraphs[0].runs
    run_of_it.text = text
    for one in rest:
        one.text = ""


@pytest.mark.parametrize(
    ("table", "row", "column"),
    [(2, 1, 2), (2, 1, 3), (2, 2, 4), (2, 5, 5), (2, 7, 3), (3, 2, 4), (4, 3, 2), (4, 31, 4), (5, 2, 3)],
)
def test_one_number_changed_in_a_table_is_one_finding(
    tmp_path: Path, table: int, row: int, column: int
) -> None:
    said: list[str] = []

    def change(document: Any) -> None:
        lined = [one for one in document.tables if len(one.rows) > 4]
        cell = lined[table - 2].rows[row].cells[column]
        said.append(cell.text)
        retyped(cell, re.sub(r"\d(?=\D*$)", lambda digit: str((int(digit[0]) + 1) % 10), cell.text))

    (finding,) = changed(tmp_path, "bao-cao-tong-hop", change)
    assert finding["rule"] == "TT-2501"
    assert said[0].rstrip("%") in finding["message"]


@pytest.mark.parametrize(
    ("before", "after", "rule"),
    [
        ("112 tin, bài", "121 tin, bài", "TT-2502"),
        ("63.650.000 đồng", "63.560.000 đồng", "TT-2502"),
        ("98,3% chỉ tiêu", "98,9% chỉ tiêu", "TT-2502"),
        ("tăng 21 tin, bài", "tăng 12 tin, bài", "TT-2502"),
        ("04/07 chỉ tiêu", "05/07 chỉ tiêu", "TT-2503"),
        ("28/30 đơn vị", "29/30 đơn vị", "TT-2503"),
        ("chưa đạt 03 chỉ tiêu", "chưa đạt 02 chỉ tiêu", "TT-2503"),
    ],
)
def test_one_number_changed_in_a_sentence_is_one_finding(
    tmp_path: Path, before: str, after: str, rule: str
) -> None:
    def change(document: Any) -> None:
        hits = [one for one in document.paragraphs if before in one.text]
        assert hits
        for one in hits[:1]:
            text = one.text.replace(before, after)
            first, *rest = one.runs
            first.text = text
            for other in rest:
                other.text = ""

    (finding,) = changed(tmp_path, "bao-cao-tong-hop", change)
    assert finding["rule"] == rule
    assert finding["words"] in after or after in finding["words"]


def test_other_numbers_are_let_be(tmp_path: Path) -> None:
    def change(document: Any) -> None:
        document.paragraphs[-1].insert_paragraph_before(
            "Tin, bài gửi đăng Trang thông tin điện tử phường có 40 bài về tuyển sinh; ngày 15/6/2026."
        )

    assert changed(tmp_path, "bao-cao-tong-hop", change) == []


def test_a_period_that_is_not_there_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(paper("bao-cao-tong-hop", "docx"))
    assert run(["check", str(path), "--figures", str(FIGURES), "--period", "1999"]) == 3
    assert run(["check", str(path), "--figures", str(tmp_path / "khong-co.sqlite")]) == 3
