"""Bad input through the command line: a clear fault with its place, nothing written, the input untouched."""

from __future__ import annotations

import json
import subprocess
import sys
import unicodedata
from pathlib import Path

import docx
import pytest

from vanban.cli.app import run

GOOD = """---
loai: ke-hoach
co_quan: TRƯỜNG TIỂU HỌC BÌNH MINH
so: 5
ky_hieu: KH-THBM
dia_danh: Tây Mỗ
ngay: 2026-03-16
trich_yeu: Đọc sách
nguoi_ky: {chuc_vu: HIỆU TRƯỞNG, ho_ten: Nguyễn Văn A}
---
Nội dung của kế hoạch.
"""
TYPED = "A & B < C > D \"E\" \\ # $ @ {{ 7 * 7 }} {% x %} 'F' _g_ *h*"


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "nguon.md"
    path.write_text(GOOD, encoding="utf-8")
    return path


def render(path: Path, *more: str) -> int:
    return run(["render", str(path), "-o", str(path.parent / "ra"), *more])


def refused(path: Path, capsys: pytest.CaptureFixture[str], *more: str) -> str:
    """What was said of a source that was refused; nothing was written, the source is as it was."""
    before = path.read_bytes()
    assert render(path, *more) == 3
    assert not (path.parent / "ra").exists()
    assert path.read_bytes() == before
    said = capsys.readouterr().err
    assert "Traceback" not in said
    return said


@pytest.mark.parametrize(
    ("old", "new", "fault", "place"),
    [
        ("co_quan: TRƯỜNG TIỂU HỌC BÌNH MINH\n", "", "VB022", "co_quan"),
        ("co_quan: TRƯỜNG TIỂU HỌC BÌNH MINH", 'co_quan: ["  "]', "VB022", "co_quan"),
        ("trich_yeu:", "trich_yeo:", "VB020", ":8:1"),
        ("2026-03-16", "31/2/2026", "VB023", ":7:7"),
        ("{chuc_vu: HIỆU TRƯỞNG,", "{chuc_vu: HIỆU TRƯỞNG, : ]", "VB026", ":9"),
        ("loai: ke-hoach", "loai: ke-hoac", "VB024", ":2:7"),
    ],
)
def test_a_fault_in_the_front_matter_is_told_with_its_place(
    source: Path, capsys: pytest.CaptureFixture[str], old: str, new: str, fault: str, place: str
) -> None:
    source.write_text(GOOD.replace(old, new), encoding="utf-8")
    said = refused(source, capsys)
    assert fault in said
    assert place in said


def test_all_faults_are_told_at_once_and_good_files_wait_for_the_bad_one(
    source: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    good = source.with_name("tot.md")
    good.write_text(GOOD, encoding="utf-8")
    source.write_text(GOOD.replace("loai: ke-hoach", "loai: x").replace("ngay:", "ngai:"), encoding="utf-8")
    said = refused(source, capsys, str(good))
    assert "VB024" in said
    assert "VB020" in said
    assert "ngay" in said  # the suggestion


def test_what_was_typed_comes_out_as_typed_in_every_format(source: Path) -> None:
    escaped = TYPED.replace("\\", "\\\\").replace("*", "\\*").replace("_", "_")
    quoted = json.dumps(TYPED)
    text = GOOD.replace("Đọc sách", quoted).replace("Nội dung của kế hoạch.", f"Câu {escaped} hết.")
    source.write_text(text, encoding="utf-8")
    assert render(source, "-t", "docx", "-t", "pdf", "-t", "html") == 0
    made = {path.suffix: path for path in (source.parent / "ra").iterdir()}
    word = docx.Document(str(made[".docx"]))
    lines = [paragraph.text for paragraph in word.paragraphs]
    assert f"Câu {TYPED} hết./." in lines
    assert TYPED in [line.replace("\n", " ") for line in lines]
    said = subprocess.run(
        ["pdftotext", "-raw", str(made[".pdf"]), "-"], capture_output=True, check=True, text=True
    ).stdout
    assert "".join(TYPED.split()) in "".join(said.split())
    from lxml import html

    page = html.fromstring(made[".html"].read_bytes())
    assert "".join(TYPED.split()) in "".join(str(page.text_content()).split())


def test_letters_of_a_mac_become_those_of_everyone(source: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source.write_text(unicodedata.normalize("NFD", GOOD), encoding="utf-8")
    assert render(source, "-t", "docx") == 0
    (made,) = (source.parent / "ra").iterdir()
    lines = [paragraph.text for paragraph in docx.Document(str(made)).paragraphs]
    assert "Nội dung của kế hoạch./." in lines


@pytest.mark.parametrize("odd", ["🎉", "漢", "ꙮ"])
def test_a_character_that_the_font_lacks_is_named(
    source: Path, capsys: pytest.CaptureFixture[str], odd: str
) -> None:
    source.write_text(GOOD.replace("Nội dung", f"Nội dung {odd}"), encoding="utf-8")
    said = refused(source, capsys)
    assert "VB063" in said
    assert f"U+{ord(odd):04X}" in said


def test_a_file_that_is_there_is_kept_without_force(source: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert render(source, "-t", "pdf") == 0
    (made,) = (source.parent / "ra").iterdir()
    made.write_bytes(b"mine")
    assert render(source, "-t", "pdf") == 5
    assert made.read_bytes() == b"mine"
    assert "VB080" in capsys.readouterr().err
    assert render(source, "-t", "pdf", "--force") == 0
    assert made.read_bytes().startswith(b"%PDF")


def test_a_folder_that_cannot_be_written_is_told(source: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (source.parent / "ra").write_text("a file, not a folder", encoding="utf-8")
    assert render(source) in (2, 5)
    assert "Traceback" not in capsys.readouterr().err


def test_a_missing_font_is_a_missing_tool(
    source: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VANBAN_FONTS", str(source.parent / "khong-co"))
    assert render(source) == 4
    said = capsys.readouterr().err
    assert "VB060" in said
    assert "fonts-liberation" in said
    assert not (source.parent / "ra").exists()


def test_a_missing_engine_is_a_missing_tool(
    source: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(source.parent))
    assert render(source, "-t", "pdf", "--engine", "libreoffice") == 4
    assert "VB070" in capsys.readouterr().err


@pytest.mark.parametrize(
    "content", ["Xin chào {{ ten }", "Xin chào {{ ten_khong_co }}", "{% for x in %}", "{{ 'a' | loc_la }}"]
)
def test_a_fault_in_an_offices_template_names_its_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], content: str
) -> None:
    (tmp_path / "vanban.yaml").write_text("co_quan: X\n", encoding="utf-8")
    folder = tmp_path / "templates" / "thu"
    folder.mkdir(parents=True)
    (folder / "template.yaml").write_text(
        "loai: thong-bao\nten: Thử\ntruong:\n  ten: {kieu: chu, nhan: Tên}\n", encoding="utf-8"
    )
    (folder / "content.md").write_text(f"---\ntrich_yeu: Thử\n---\n\n{content}\n", encoding="utf-8")
    data = tmp_path / "du-lieu.yaml"
    data.write_text("mau: thu\nten: An\n", encoding="utf-8")
    said = refused(data, capsys)
    assert "content.md:5" in said


def test_five_megabytes_and_three_thousand_rows_are_read(source: Path) -> None:
    rows = "\n".join(f"| {n} | Việc {n} |" for n in range(3000))
    source.write_text(f"{GOOD}\n| TT | Việc |\n{rows}\n", encoding="utf-8")
    assert render(source, "-t", "docx", "-t", "pdf") == 0
    made = next(path for path in (source.parent / "ra").iterdir() if path.suffix == ".docx")
    assert len(docx.Document(str(made)).tables[1].rows) == 3001
    source.write_text(
        GOOD + "\n\n".join(["Một đoạn văn dài của kế hoạch năm nay."] * 95_000), encoding="utf-8"
    )
    assert source.stat().st_size > 5_000_000
    assert render(source, "-t", "html", "--force") == 0


def test_json_is_one_object_whatever_happens(source: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert render(source, "-t", "docx", "--json") == 0
    assert json.loads(capsys.readouterr().out)["ok"] is True
    source.write_text(GOOD.replace("ngay:", "ngai:"), encoding="utf-8")
    assert render(source, "--json") == 3
    told = json.loads(capsys.readouterr().out)
    assert told["ok"] is False
    assert told["faults"][0]["id"] == "VB020"
    assert told["faults"][0]["line"] == 7


def test_usage_help_version_and_languages(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["khong-co"]) == 2
    assert run(["render"]) == 2
    assert run(["--help"]) == 0
    assert "Soạn văn bản" in capsys.readouterr().out
    assert run(["--lang", "en", "--help"]) == 0
    assert "Soạn văn bản" not in capsys.readouterr().out


def test_help_loads_nothing_heavy() -> None:
    code = (
        "import sys; sys.argv = ['vanban', '--help']\n"
        "from vanban.cli.app import run; run(['--help'])\n"
        "heavy = {'pydantic', 'lxml', 'typst', 'weasyprint', 'ruamel', 'docxtpl', 'rich', 'jinja2'}\n"
        "sys.exit(bool(heavy & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, check=False).returncode == 0
