"""Two papers side by side: what is the same, changed, moved, added, removed; ``vanban diff``."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path

import docx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import html

from tests.likely import likely_documents
from tests.strategies import documents
from vanban.cli.app import run
from vanban.compare import Comparison, compare
from vanban.compare.sides import sides
from vanban.document import make_document, read_source, write_source
from vanban.document.blocks import Para, Run
from vanban.document.model import Document
from vanban.document.normal_form import normal_form
from vanban.read.words import words_in, words_of
from vanban.render import render
from vanban.tiengviet.letters import roman

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
    assert [(state, part) for state, part, *_words in changed(found)] == [("changed", "II. NHIỆM VỤ › 1")]
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


def test_a_moved_paragraph_keeps_its_fellow_under_a_new_number_and_with_a_new_word() -> None:
    line = "2. Phát huy vai trò của Tổ công nghệ số cộng đồng tại các tổ dân phố.\n"
    now = "3. Phát huy vai trò của Tổ công nghệ số cộng đồng tại mọi tổ dân phố."
    moved = PLAN.replace(line, "").replace("\n\n| TT", f"\n{now}\n\n| TT")
    rows = [row for row in compare(plan(), plan(moved)).rows if row.state == "moved"]
    assert [(row.part, row.elsewhere) for row in rows] == [
        ("I. MỤC ĐÍCH › 2", "II. NHIỆM VỤ › 3"),
        ("II. NHIỆM VỤ › 3", "I. MỤC ĐÍCH › 2"),
    ]
    assert [piece.words for piece in rows[0].old_pieces if piece.differs] == ["2", "các"]
    assert [piece.words for piece in rows[1].new_pieces if piece.differs] == ["3", "mọi"]


def test_many_paragraphs_ahead_change_but_the_numbers_of_what_follows() -> None:
    def articles(works: range) -> str:
        return "\n".join(
            f"Điều {number}. Việc thứ {roman(work)} do đơn vị {work * 7} làm trong {work * 13} ngày."
            for number, work in enumerate(works, start=1)
        )

    found = compare(plan(articles(range(101, 201))), plan(articles(range(1, 201))))
    counts = Counter(row.state for row in found.rows if row.part.startswith("Điều"))
    assert counts == {"added": 100, "changed": 100}
    for row in found.rows:
        if row.state == "changed":
            assert row.old
            assert row.new
            assert row.old.text == row.new.text


def test_a_recipient_who_went_is_not_taken_for_another_who_came() -> None:
    old = plan(noi_nhan=["Các trường học", "Công an phường"])
    new = plan(noi_nhan=["Các trường học", "Đài truyền thanh"])
    assert {(state, was, now) for state, _part, was, now in changed(compare(old, new))} == {
        ("removed", "Công an phường", ""),
        ("added", "", "Đài truyền thanh"),
    }


def test_the_same_name_in_another_box_is_not_the_same() -> None:
    old = plan(co_quan=["TRƯỜNG TIỂU HỌC A"])
    new = plan(co_quan_chu_quan=["TRƯỜNG TIỂU HỌC A"], co_quan=["TỔ CHUYÊN MÔN B"])
    assert {(state, part) for state, part, *_words in changed(compare(old, new))} == {
        ("added", "Cơ quan chủ quản"),
        ("changed", "Cơ quan ban hành"),
    }


def test_dates_that_differ_in_most_figures_differ_as_a_whole() -> None:
    found = compare(plan(), plan(PLAN.replace("15/3/2026.", "20/4/2027.")))
    row = next(row for row in found.rows if row.state == "changed")
    assert [piece.words for piece in row.new_pieces if piece.differs] == ["20/4/2027"]


def test_a_row_of_a_table_and_a_box_of_the_head_are_named() -> None:
    new = plan(PLAN.replace("| 30/4/2026", "| 31/5/2026"), so="61", ngay="2026-04-02")
    parts = [(state, part) for state, part, *_words in changed(compare(plan(), new))]
    assert parts == [
        ("changed", "Số"),
        ("changed", "Ngày ban hành"),
        ("changed", "II. NHIỆM VỤ › 2, bảng 1, hàng 3"),
    ]


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
@given(documents)
def test_no_word_of_a_document_is_passed_over(document: Document) -> None:
    normal = normal_form(document).model_copy(update={"ngay": None})
    shown = Counter(word for one in sides(normal) for word in words_of(one.words))
    assert not Counter(words_in(normal)) - shown


def test_a_draft_is_not_the_paper_itself() -> None:
    assert changed(compare(plan(du_thao=True), plan())) == [("removed", "Dự thảo", "Dự thảo", "")]


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
    assert (told["same"], told["counts"]["changed"]) == (False, 1)
    root = html.fromstring(page.read_text(encoding="utf-8"))
    assert [mark.text for mark in root.iter("del", "ins")] == ["2026", "2027"]
    assert not root.xpath("//script | //link | //img")
    assert run(["diff", *two, "--html", str(page)]) == 5


def test_on_a_wide_terminal_the_texts_stand_side_by_side(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    old, new = tmp_path / "cu.md", tmp_path / "moi.md"
    old.write_text(write_source(plan()), encoding="utf-8")
    new.write_text(write_source(plan(so="61")), encoding="utf-8")
    monkeypatch.setenv("COLUMNS", "140")
    assert run(["diff", str(old), str(new)]) == 1
    assert re.search(r"~ Số +\[58\] +\[61\]", capsys.readouterr().out)
    monkeypatch.setenv("COLUMNS", "80")
    assert run(["diff", str(old), str(new), "--full"]) == 1
    said = capsys.readouterr().out
    assert "~ Số\n  − [58]\n  + [61]\n" in said
    assert "giống nhau" not in said
    assert "Nâng cao nhận thức" in said


def test_words_of_a_paper_are_no_markup_of_the_page_or_the_screen(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old, new, page = tmp_path / "cu.md", tmp_path / "<b>moi.md", tmp_path / "trang.html"
    old.write_text(write_source(plan()), encoding="utf-8")
    new.write_text(write_source(plan(trich_yeu="<script>alert(1)</script> [red]và[/red]")), encoding="utf-8")
    assert run(["diff", str(old), str(new), "--html", str(page)]) == 1
    assert "[red]và[/red]" in capsys.readouterr().out
    root = html.parse(str(page), html.HTMLParser(encoding="utf-8")).getroot()
    assert not root.xpath("//script | //b")
    assert "[red]và[/red]" in root.text_content()


def test_what_reading_left_out_is_said(two: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    paper = docx.Document(two[1])
    paper.sections[0].footer.paragraphs[0].text = "Bản in từ hệ thống quản lý"
    paper.save(two[1])
    assert run(["diff", *two]) == 1
    said = capsys.readouterr()
    assert "VB240" in said.err
    assert "Bản in từ hệ thống quản lý" in said.err
    assert "Bản in" not in said.out


def test_a_page_never_replaces_a_paper(two: tuple[str, str]) -> None:
    before = Path(two[1]).read_bytes()
    assert run(["diff", *two, "--html", two[1], "--force"]) == 5
    assert Path(two[1]).read_bytes() == before


def test_a_file_that_cannot_be_read_is_named(
    two: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["diff", two[0], "khong-co.docx"]) == 3
    assert "khong-co.docx" in capsys.readouterr().err
