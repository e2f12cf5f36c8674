"""Two papers side by side: what is the same, changed, moved, added, removed; ``vanban diff``."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import html

from tests.likely import likely_documents
from tests.strategies import documents
from vanban.cli.app import run
from vanban.compare import Comparison, compare
from vanban.compare.sides import sides
from vanban.document import make_document, read_source
from vanban.document.blocks import Para, Run
from vanban.document.model import Document
from vanban.document.normal_form import normal_form
from vanban.render import render

slow = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
PLAN = """I. MỤC ĐÍCH
1. Nâng cao nhận thức của cán bộ, công chức về chuyển đổi số.
2. Phát huy vai trò của Tổ công nghệ số cộng đồng tại các tổ dân phố.
II. NHIỆM VỤ
1. Tổ chức tập huấn kỹ năng số cho cán bộ chủ chốt trước ngày 15/3/2026.
2. Rà soát hạ tầng mạng tại trụ sở và các nhà văn hóa.

| TT | Việc | Hạn |
| 1 | Tập huấn | 15/3/2026 |
| 2 | Rà soát | 30/4/2026 |"""


def plan(body: str = PLAN, **parts: object) -> Document:
    data: dict[str, object] = {
        "loai": "ke-hoach", "co_quan": ["ỦY BAN NHÂN DÂN", "PHƯỜNG TÂY MỖ"], "so": "58", "ngay": "2026-03-16",
        "trich_yeu": "Chuyển đổi số năm 2026", "noi_dung": body, "noi_nhan": ["Các trường học"],
    }  # fmt: skip
    return make_document(data | parts)


def changed(comparison: Comparison) -> list[tuple[str, str, str, str]]:
    return [
        (row.state, row.part, row.old.words if row.old else "", row.new.words if row.new else "")
        for row in comparison.rows
        if row.state != "same"
    ]


def test_a_changed_word_is_found_in_its_paragraph() -> None:
    found = compare(plan(), plan(PLAN.replace("15/3/2026.", "15/3/2027.")))
    assert [(state, part) for state, part, *_words in changed(found)] == [("changed", "II › 1")]
    row = next(row for row in found.rows if row.state == "changed")
    assert [piece.words.strip() for piece in row.old_pieces if piece.differs] == ["2026"]
    assert [piece.words.strip() for piece in row.new_pieces if piece.differs] == ["2027"]


def test_an_inserted_section_shifts_nothing() -> None:
    more = PLAN.replace("II. NHIỆM VỤ", "II. YÊU CẦU\n1. Đúng tiến độ, đúng đối tượng.\nII. NHIỆM VỤ")
    states = {(state, new) for state, _part, _old, new in changed(compare(plan(), plan(more)))}
    assert states == {("added", "II. YÊU CẦU"), ("added", "1. Đúng tiến độ, đúng đối tượng.")}


def test_a_moved_paragraph_is_told_as_moved() -> None:
    line = "2. Phát huy vai trò của Tổ công nghệ số cộng đồng tại các tổ dân phố.\n"
    moved = PLAN.replace(line, "").replace("\n\n| TT", f"\n{line}\n| TT")
    found = compare(plan(), plan(moved))
    assert [(state, bool(old), bool(new)) for state, _part, old, new in changed(found)] == [
        ("moved", True, False),
        ("moved", False, True),
    ]
    assert found.counts["moved"] == 1


def test_a_row_of_a_table_and_a_box_of_the_head_are_named() -> None:
    new = plan(PLAN.replace("| 30/4/2026", "| 31/5/2026"), so="61", ngay="2026-04-02")
    parts = [(state, part) for state, part, *_words in changed(compare(plan(), new))]
    assert parts == [("changed", "Số"), ("changed", "Ngày ban hành"), ("changed", "II › 2, bảng 1, hàng 3")]


@slow
@given(documents)
def test_a_document_is_the_same_as_itself(document: Document) -> None:
    assert compare(document, document).same


@slow
@given(likely_documents(), likely_documents())
def test_every_text_of_either_side_stands_there_once_and_in_order(old: Document, new: Document) -> None:
    rows = compare(old, new).rows
    assert [row.old.words for row in rows if row.old] == [one.words for one in sides(normal_form(old))]
    assert [row.new.words for row in rows if row.new] == [one.words for one in sides(normal_form(new))]
    for row in rows:
        if row.state == "changed" and row.old and row.new:
            for side, pieces in ((row.old, row.old_pieces), (row.new, row.new_pieces)):
                assert "".join(piece.words for piece in pieces) == side.words.rstrip()


@slow
@given(likely_documents(), st.data())
def test_one_word_more_is_one_row(document: Document, data: st.DataObject) -> None:
    places = [at for at, block in enumerate(document.noi_dung) if isinstance(block, Para)]
    at = data.draw(st.sampled_from(places))
    block = document.noi_dung[at]
    assert isinstance(block, Para)
    more = Para(block.loai, block.so, (Run("Riêng "), *block.text), block.titled)
    body = (*document.noi_dung[:at], more, *document.noi_dung[at + 1 :])
    found = compare(document, document.model_copy(update={"noi_dung": body}))
    assert [state for state, *_rest in changed(found)] == ["changed"]


@pytest.fixture
def two(tmp_path: Path) -> tuple[str, str]:
    """The sample as a source, and as a Word file of the next year."""
    source = Path("samples/ke-hoach-tuyen-truyen-2026.md")
    document = read_source(source).document
    new = document.model_copy(update={"trich_yeu": document.trich_yeu.replace("2026", "2027")})
    path = tmp_path / "moi.docx"
    path.write_bytes(render(new, "docx"))
    return str(source), str(path)


def test_a_source_and_a_word_file_are_compared(
    two: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["diff", *two]) == 1
    said = capsys.readouterr().out
    assert "[2026]" in said
    assert "[2027]" in said
    assert "đoạn giống nhau" in said
    assert run(["diff", two[0], two[0]]) == 0


def test_json_and_a_page_without_anything_beside_it(
    two: tuple[str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = tmp_path / "so-sanh.html"
    assert run(["diff", *two, "--json", "--html", str(page)]) == 1
    told = json.loads(capsys.readouterr().out)
    assert (told["ok"], told["counts"]["changed"]) == (False, 1)
    root = html.fromstring(page.read_text(encoding="utf-8"))
    assert [mark.text for mark in root.iter("del", "ins")] == [" 2026", " 2027"]
    assert not root.xpath("//script | //link | //img")
    assert run(["diff", *two, "--html", str(page)]) == 5


def test_a_file_that_cannot_be_read_is_named(
    two: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["diff", two[0], "khong-co.docx"]) == 3
    assert "khong-co.docx" in capsys.readouterr().err
