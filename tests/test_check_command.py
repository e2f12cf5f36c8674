"""``vanban check`` and ``vanban rules`` as a clerk runs them: reports, copies, exit codes."""

from __future__ import annotations

import json
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from sarif_pydantic import Sarif

from tests.broken import GOOD, broken, good_paper
from vanban.check.model import Example
from vanban.check.register import rules
from vanban.cli.app import run

WRONG = Example("tieu_ngu", text="Độc lập – Tự do – Hạnh phúc")


@pytest.fixture
def good(tmp_path: Path) -> Path:
    path = tmp_path / "tot.docx"
    path.write_bytes(good_paper("ke-hoach"))
    return path


@pytest.fixture
def bad(tmp_path: Path) -> Path:
    path = tmp_path / "chua-dung.docx"
    path.write_bytes(broken(WRONG))
    return path


def as_json(capsys: pytest.CaptureFixture[str]) -> Any:
    return json.loads(capsys.readouterr().out)


def test_a_good_paper_is_done(good: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", str(good)]) == 0
    assert "Không thấy lỗi nào" in capsys.readouterr().out


def test_a_finding_says_where_what_and_by_which_clause(bad: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", str(bad)]) == 1
    said = capsys.readouterr().out
    for words in ("Quốc hiệu và Tiêu ngữ", "Đoạn ", "Độc lập – Tự do – Hạnh phúc", "II.1.b", "--fix"):
        assert words in said


def test_english_is_spoken_on_request(bad: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--lang", "en", "check", str(bad)]) == 1
    assert "error" in capsys.readouterr().out


def test_json_is_one_object(bad: Path, good: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", str(bad), str(good), "--json"]) == 1
    told = as_json(capsys)
    assert not told["ok"]
    first, second = told["files"]
    assert first["kind"] == "ke-hoach"
    assert first["issued"] == "2026-03-16"
    (finding,) = first["findings"]
    assert finding["rule"].startswith("TT-02")
    assert finding["words"] == WRONG.text
    assert second["findings"] == []
    assert {"tieu_ngu", "so_ky_hieu", "ho_ten"} <= {part["part"] for part in second["parts"]}


def test_a_source_is_rendered_and_judged(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", str(GOOD / "cong-van.md"), "--json"]) == 0
    assert as_json(capsys)["files"][0]["kind"] == "cong-van"


def test_rules_are_chosen_and_silenced(bad: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", str(bad), "--ignore", "TT-02*"]) == 0
    assert run(["check", str(bad), "--select", "TT-03*"]) == 0
    assert run(["check", str(bad), "--select", "tt-02*"]) == 1
    capsys.readouterr()
    assert run(["check", str(bad), "--select", "TT-99"]) == 3
    assert "VB150" in capsys.readouterr().err


def test_the_office_silences_rules(bad: Path) -> None:
    (bad.parent / "vanban.yaml").write_text("kiem_tra: {bo_qua: [TT-02*]}\n", "utf-8")
    assert run(["check", str(bad)]) == 0


def test_the_input_is_never_changed_and_nothing_is_written_unasked(bad: Path) -> None:
    before = bad.read_bytes()
    run(["check", str(bad)])
    assert bad.read_bytes() == before
    assert [path.name for path in bad.parent.iterdir()] == [bad.name]


def test_sarif_keeps_the_standard(bad: Path, tmp_path: Path) -> None:
    target = tmp_path / "bao-cao.sarif"
    assert run(["check", str(bad), "--sarif", str(target)]) == 1
    written = json.loads(target.read_text("utf-8"))
    model = Sarif.model_validate(written)
    assert model.model_dump(by_alias=True, exclude_unset=True, mode="json") == written
    (only,) = written["runs"]
    (result,) = only["results"]
    assert only["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
    assert len(only["tool"]["driver"]["rules"]) == len(rules())


class _Page(HTMLParser):
    """The words of a page, and the tags that were opened and not closed."""

    def __init__(self) -> None:
        super().__init__()
        self.words, self.open = "", list[str]()

    def handle_starttag(self, tag: str, _attrs: Any) -> None:
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words += data


def test_the_html_report_holds_every_finding_escaped(tmp_path: Path) -> None:
    paper = tmp_path / "van-ban.docx"
    paper.write_bytes(broken(Example("tieu_ngu", text="Độc lập – Tự do – <b>Hạnh phúc</b>")))
    target = tmp_path / "bao-cao.html"
    assert run(["check", str(paper), "--html", str(target)]) == 1
    text = target.read_text("utf-8")
    page = _Page()
    page.feed(text)
    assert not page.open
    assert "Độc lập – Tự do – <b>Hạnh phúc</b>" in page.words
    assert "http" not in text.replace("http-equiv", "")


def test_a_report_does_not_replace_a_file(bad: Path, tmp_path: Path) -> None:
    target = tmp_path / "bao-cao.html"
    target.write_text("của tôi", "utf-8")
    assert run(["check", str(bad), "--html", str(target)]) == 5
    assert target.read_text("utf-8") == "của tôi"
    assert run(["check", str(bad), "--html", str(target), "--force"]) == 1


def test_repair_and_comments_are_copies(
    bad: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "ra"
    assert run(["check", str(bad), "--fix", "--annotate", "-o", str(out)]) == 0
    said = capsys.readouterr().out
    assert "Đã sửa 1 chỗ" in said
    assert sorted(path.name for path in out.iterdir()) == ["chua-dung-da-sua.docx", "chua-dung-nhan-xet.docx"]
    assert run(["check", str(out / "chua-dung-da-sua.docx")]) == 0
    assert run(["check", str(out / "chua-dung-nhan-xet.docx")]) == 1


def test_a_dry_run_says_what_it_would_do(
    bad: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "ra"
    run(["check", str(bad), "--fix", "--dry-run", "-o", str(out)])
    assert "Sẽ sửa 1 chỗ" in capsys.readouterr().out
    assert not out.exists()
    assert run(["check", str(bad), "--dry-run"]) == 2


def test_only_word_files_are_repaired(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", str(GOOD / "ke-hoach.md"), "--fix", "-o", str(tmp_path / "ra")]) == 3
    assert "VB152" in capsys.readouterr().err
    assert not (tmp_path / "ra").exists()


def test_pages_are_told_when_drawn(bad: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", str(bad), "--drawn", "--json"]) == 1
    (told,) = as_json(capsys)["files"]
    assert told["findings"][0]["page"] == 1
    assert told["pages"] == 2


@pytest.mark.parametrize("name", ["khong-co.docx", "la.txt", "rong.docx"])
def test_what_cannot_be_checked_is_bad_input(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    if not name.startswith("khong"):
        (tmp_path / name).write_bytes(b"")
    assert run(["check", str(tmp_path / name)]) == 3
    said = capsys.readouterr()
    assert name in said.err
    assert not said.out


def test_rules_are_listed_and_explained(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["rules"]) == 0
    listed = capsys.readouterr().out
    assert all(name in listed for name in rules())
    name = next(iter(rules()))
    assert run(["rules", name]) == 0
    explained = capsys.readouterr().out
    for words in (name, "Căn cứ", "Sai", "Đúng"):
        assert words in explained
    assert run(["rules", "--json"]) == 0
    assert len(as_json(capsys)) == len(rules())
    assert run(["rules", "TT-0000"]) == 3


def test_render_says_what_it_sees_in_the_data(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = tmp_path / "ke-hoach.md"
    text = (GOOD / "ke-hoach.md").read_text("utf-8")
    source.write_text(
        text.replace("ỦY BAN NHÂN DÂN PHƯỜNG TÂY MỖ", "Ủy ban nhân dân phường Tây Mỗ").replace(
            "ngày 14 tháng 02 năm 2026 của", "của"
        ),
        "utf-8",
    )
    assert run(["render", str(source), "-o", str(tmp_path / "ra"), "-t", "docx", "--json"]) == 0
    notes = as_json(capsys)["notes"]
    assert [(note["id"], note["part"]) for note in notes] == [("VB154", "co_quan"), ("VB153", "can_cu")]
    assert "TT-0705" in notes[1]["message"]


LEFT_TO_THE_CLERK = {
    "TT-0406", "TT-0507", "TT-0508", "TT-0705", "TT-0850", "TT-0909", "TT-2106", "TT-2301", "TT-2330",
    "TT-2401",
}  # fmt: skip
"""Words and figures: no program may change them."""
DRAFT = Path(__file__).parents[1] / "samples" / "du-thao-chua-dung.docx"
"""What `python -m tests.faulty` made."""


def test_the_draft_of_the_samples_has_the_faults_of_a_hurried_clerk(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "ra"
    assert run(["check", str(DRAFT), "--json", "--fix", "-o", str(out)]) == 1
    (told,) = as_json(capsys)["files"]
    sections = {finding["rule"][3:5] for finding in told["findings"]}
    assert sections >= {"01", "02", "03", "04", "05", "06", "07", "08", "09", "11", "21", "22", "23", "24"}
    assert {finding["rule"] for finding in told["left"]} == LEFT_TO_THE_CLERK
