"""``vanban next``: a draft in two files, and a report of every change and every place to review."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.docx_audit import docx_faults
from tests.test_annotate import comments_of, said
from vanban import next_year
from vanban.cli.app import run
from vanban.document import Document, parse_source
from vanban.errors import ExitCode
from vanban.next_year.model import Change, Draft, Review, Spot
from vanban.next_year.naming import Names
from vanban.next_year.report import report_lines, source_remarks
from vanban.office import Office
from vanban.render import render

SOURCE = """\
---
loai: ke-hoach
co_quan: [ỦY BAN NHÂN DÂN, PHƯỜNG TÂY MỖ]
so: 05
ngay: 2026-03-16
trich_yeu: Tuyên truyền năm 2026
can_cu:
  - Luật Giáo dục
  - Kế hoạch số 671/KH-SGDĐT ngày 14/02/2026
nguoi_ky: {chuc_vu: CHỦ TỊCH, ho_ten: Nguyễn Văn A}
---
I. MỤC ĐÍCH
1. Yêu cầu
- Việc của năm 2026.
2. Kết quả
2.1. Tiếp theo là

| Năm | Số |
| 2026 | 5 |

Phụ lục
BIỂU NĂM 2026

Một.
"""
MOVE = next_year.move
CITED = "Văn bản của năm 2026."


@pytest.fixture(autouse=True)
def moved_by_two_words(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is shown is told apart from what is moved: the moving has tests of its own."""

    def move(document: Document, *, to_year: int | None = None, office: Office | None = None) -> Draft:
        assert office is not None
        year = to_year or 2027
        subject = document.trich_yeu.replace("2026", str(year))
        draft = document.model_copy(update={"trich_yeu": subject, "so": ""})
        at = subject.index(str(year))
        changes = (
            Change(Spot(("so",), 0, 0), document.so, "", "so"),
            Change(Spot(("trich_yeu",), at, at + 4), "2026", str(year), "nam"),
        )
        words = "Kế hoạch số 671/KH-SGDĐT ngày 14/02/2026"
        reviews = (
            Review(Spot(("can_cu", 1), 0, len(words)), words, "cited", CITED, "bản của năm 2027"),
            Review(Spot(("noi_dung", 2), 12, 20), "năm 2026", "x", "Chưa rõ."),
            Review(Spot(("noi_dung", 5, 1, 0), 0, 4), "2026", "cited", CITED),
        )
        return Draft(draft, 2026, year, changes, reviews)

    monkeypatch.setattr(next_year, "move", move)


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "ke-hoach.md"
    path.write_text(SOURCE, encoding="utf-8")
    return path


def test_a_draft_is_a_source_with_remarks_and_a_word_file_with_comments(source: Path, tmp_path: Path) -> None:
    before = source.read_bytes()
    folder = tmp_path / "nháp"
    assert run(["next", str(source), "--year", "2027", "-o", str(folder)]) == ExitCode.DONE
    stem = "2026-03-16_KH_tuyen-truyen-nam-2027"
    assert {path.name for path in folder.iterdir()} == {f"{stem}.md", f"{stem}.docx"}
    text = (folder / f"{stem}.md").read_text("utf-8")
    assert text.startswith("---\n# Năm 2026 → 2027: đã đổi 2 chỗ, cần xem lại 3 chỗ.\nloai: ke-hoach\n")
    cited = "Kế hoạch số 671/KH-SGDĐT ngày 14/02/2026"
    assert f"  # XEM LẠI «{cited}»: {CITED} → bản của năm 2027\n  - {cited}\n" in text
    assert "<!-- XEM LẠI «năm 2026»: Chưa rõ. -->\n- Việc của năm 2026." in text
    assert (
        "<!-- XEM LẠI Mục I, khoản 2.1, bảng 1, hàng 2, cột 1, «2026»: Văn bản của năm 2026. -->\n| Năm |"
        in text
    )
    (note,) = (note for note in parse_source(text).notes if note.kind == "VB172")
    assert note.details == {"count": 3}
    comments = [said(one) for one in comments_of((folder / f"{stem}.docx").read_bytes()).values()]
    assert comments[1] == [CITED, "Đề nghị: bản của năm 2027"]
    assert comments[-1] == ["Năm của văn bản: 2026 → 2027"]
    assert source.read_bytes() == before


def test_the_report_says_what_why_and_where(
    source: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(["next", str(source), "--year", "2027", "-o", str(tmp_path / "o")])
    out = capsys.readouterr().out
    assert out.split("\n")[1:18] == [
        "  Năm 2026 → 2027: đã đổi 2 chỗ, cần xem lại 3 chỗ.",
        "",
        "Cần xem lại:",
        "  Văn bản của năm 2026.",
        "      Căn cứ 2: «Kế hoạch số 671/KH-SGDĐT ngày 14/02/2026»",
        "        → đề nghị: bản của năm 2027",
        "      Mục I, khoản 2.1, bảng 1, hàng 2, cột 1: «2026»",
        "  Chưa rõ.",
        "      Mục I, khoản 1, đoạn 3: «năm 2026»",
        "Đã đổi:",
        "  Số để trống, chờ cấp số mới",
        "      05 → (để trống): Số",
        "  Năm của văn bản",
        "      2026 → 2027: Trích yếu",
        "",
        f"→ {tmp_path / 'o' / '2026-03-16_KH_tuyen-truyen-nam-2027.md'}",
        f"→ {tmp_path / 'o' / '2026-03-16_KH_tuyen-truyen-nam-2027.docx'}",
    ]


def test_the_report_as_data(source: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["next", str(source), "-o", str(tmp_path / "o"), "--json"]) == ExitCode.DONE
    said_all = json.loads(capsys.readouterr().out)
    (one,) = said_all["files"]
    assert (said_all["ok"], one["source"], one["year"], one["to_year"]) == (True, str(source), 2026, 2027)
    assert [Path(path).suffix for path in one["made"]] == [".md", ".docx"]
    assert one["changes"][1] == {
        "path": ["trich_yeu"], "start": 17, "end": 21, "place": "Trích yếu",
        "before": "2026", "after": "2027", "reason": "nam",
    }  # fmt: skip
    assert one["reviews"][2]["path"] == ["noi_dung", 5, 1, 0]
    assert one["reviews"][0] | {"path": 0, "start": 0, "end": 0} == {
        "path": 0, "start": 0, "end": 0, "place": "Căn cứ 2", "reason": "cited", "why": CITED,
        "words": "Kế hoạch số 671/KH-SGDĐT ngày 14/02/2026", "proposal": "bản của năm 2027",
    }  # fmt: skip


def test_any_file_that_can_be_imported_is_moved(tmp_path: Path) -> None:
    paper = tmp_path / "cu.docx"
    paper.write_bytes(render(parse_source(SOURCE).document, "docx"))
    assert run(["next", str(paper), "--year", "2028", "-o", str(tmp_path)]) == ExitCode.DONE
    text = (tmp_path / "2026-03-16_KH_tuyen-truyen-nam-2028.md").read_text("utf-8")
    assert "trich_yeu: Tuyên truyền năm 2028" in text


def test_several_files_and_a_name_that_is_taken(source: Path, tmp_path: Path) -> None:
    other = source.with_name("b.md")
    other.write_bytes(source.read_bytes())
    folder = tmp_path / "o"
    arguments = ["next", str(source), str(other), "-o", str(folder)]
    assert run(arguments) == ExitCode.DONE
    assert len(list(folder.iterdir())) == 4
    assert run(arguments) == ExitCode.CANNOT_WRITE
    assert run([*arguments, "--force"]) == ExitCode.DONE


def test_the_paper_that_was_read_is_never_written_over(
    source: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    taken = source.rename(tmp_path / "2026-03-16_KH_tuyen-truyen-nam-2027.md")
    assert run(["next", str(taken), "-o", str(tmp_path), "--force"]) == ExitCode.CANNOT_WRITE
    assert "VB174" in capsys.readouterr().err
    assert taken.read_text("utf-8") == SOURCE
    assert list(tmp_path.iterdir()) == [taken]


def test_one_broken_file_and_nothing_is_written(source: Path, tmp_path: Path) -> None:
    broken = tmp_path / "hong.docx"
    broken.write_bytes(b"x")
    folder = tmp_path / "o"
    assert run(["next", str(source), str(broken), str(tmp_path / "a.md"), "-o", str(folder)]) == 3
    assert not folder.exists()


def test_places_are_named_for_people() -> None:
    document = parse_source(
        SOURCE.replace("Phụ lục\n", "Phụ lục I\n")
        + "\nPhụ lục II\nHAI\n\nChương I\nA\nMục 1\nB\nĐiều 1. C\n1. D;\na) E;\n- F;\nĐiều 2. G.\n"
    ).document
    body = ("phu_luc", 1, "noi_dung")
    named = {
        ("nguoi_ky", 0, "ho_ten"): "Người ký, họ tên",
        ("co_quan", 1): "Cơ quan ban hành 2",
        ("noi_dung", 1): "Mục I, khoản 1",
        ("noi_dung", 4): "Mục I, khoản 2.1",
        ("noi_dung", 5): "Mục I, khoản 2.1, bảng 1",
        ("noi_dung", 5, 0, 1, "chu_thich", 1): "Mục I, khoản 2.1, bảng 1, hàng 1, cột 2, chú thích 2",
        ("noi_dung", 2, "chu_thich", 0): "Mục I, khoản 1, đoạn 3, chú thích 1",
        ("phu_luc", 0, "tieu_de"): "Phụ lục I, tiêu đề",
        (*body, 5): "Phụ lục II, chương I, mục 1, điều 1, khoản 1, điểm a, đoạn 6",
        (*body, 6): "Phụ lục II, chương I, mục 1, điều 2",
    }
    names = Names(document)
    assert {path: names.of(path) for path in named} == named


def test_many_places_of_one_change_are_counted() -> None:
    document = parse_source(f"{SOURCE}\n" + "\n\n".join(["x"] * 9)).document
    spots = [Spot(("phu_luc", 0, "noi_dung", at), 0, 1) for at in range(9)]
    draft = Draft(document, 2026, 2027, tuple(Change(spot, "y", "x", "nam") for spot in spots), ())
    *_titles, line = report_lines(draft)
    assert line.startswith("      y → x (9): Phụ lục, đoạn 1; ")
    assert line.endswith("đoạn 6; … và 3 chỗ nữa")
    assert source_remarks(draft) == {(): ["Năm 2026 → 2027: đã đổi 9 chỗ, cần xem lại 0 chỗ."]}


@pytest.fixture
def truly_moved(monkeypatch: pytest.MonkeyPatch, moved_by_two_words: None) -> None:
    monkeypatch.setattr(next_year, "move", MOVE)


@pytest.mark.usefixtures("truly_moved")
def test_the_sample_plan_becomes_the_plan_of_the_year_after_its_own(tmp_path: Path) -> None:
    assert run(["next", "samples/ke-hoach-tuyen-truyen-2026.md", "-o", str(tmp_path)]) == ExitCode.DONE
    (made,) = tmp_path.glob("2027-03_KH_*.md")
    draft = parse_source(made.read_text("utf-8")).document
    assert (draft.so, str(draft.ngay), draft.trich_yeu[-8:]) == ("", "2027-03", "năm 2027")
    docx = made.with_suffix(".docx").read_bytes()
    assert docx_faults(docx) == []
    assert run(["render", str(made), "-o", str(tmp_path / "r")]) == ExitCode.DONE


@pytest.mark.usefixtures("truly_moved")
def test_a_paper_without_a_year_is_told_by_its_name(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    paper = tmp_path / "a.md"
    paper.write_text("---\nloai: ke-hoach\nco_quan: A\n---\nx\n", encoding="utf-8")
    assert run(["next", str(paper), "-o", str(tmp_path)]) == ExitCode.BAD_INPUT
    assert f"VB170 {paper}: " in capsys.readouterr().err
