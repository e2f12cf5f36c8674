"""A package for an archive: whoever has it can prove every byte, and every change is named to the file."""

from __future__ import annotations

import csv
import io
import json
import shutil
from pathlib import Path
from typing import Any

import bagit
import docx
import pypdf
import pytest

from vanban.cli.app import run
from vanban.document import Document
from vanban.render import render
from vanban.tools.verapdf import verapdf_failures

_PLAN: dict[str, Any] = {
    "loai": "ke-hoach",
    "co_quan": ["ỦY BAN NHÂN DÂN", "PHƯỜNG TÂY MỖ"],
    "ky_hieu": "UBND",
    "dia_danh": "Tây Mỗ",
    "nguoi_ky": {"quyen_han": ["TM. ỦY BAN NHÂN DÂN"], "chuc_vu": "CHỦ TỊCH", "ho_ten": "Nguyễn Văn A"},
    "noi_nhan": ["Các trường học"],
}
_DAYS = ("2026-03-16", "2026-01-05", "2026-03-16")
_SUBJECTS = ("Tổ chức ngày hội đọc sách", "Tuyên truyền về giáo dục", "=Tặng sách & vở")


@pytest.fixture(scope="module")
def documents(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three plans, one of them in a folder of its own, with names in Vietnamese letters."""
    folder = tmp_path_factory.mktemp("ho-so")
    (folder / "đợt 2").mkdir()
    for number, (day, subject) in enumerate(zip(_DAYS, _SUBJECTS, strict=True), start=9):
        plan = Document(**_PLAN, so=str(number), ngay=day, trich_yeu=subject)
        name = f"đợt 2/kế hoạch {number}.pdf" if number == 11 else f"kế hoạch {number}.pdf"
        (folder / name).write_bytes(render(plan, "pdf"))
    (folder / "kế hoạch 9.docx").write_bytes(b"not taken")
    return folder


@pytest.fixture(scope="module")
def made(documents: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package of the three plans, as it was made."""
    package = tmp_path_factory.mktemp("kho") / "ho-so-01"
    given = ("--file-code", "01.VHXH", "--retention", "10 năm", "--title", "Kế hoạch năm 2026")
    assert archive(documents, "-o", package, *given) == 0
    return package


@pytest.fixture
def package(made: Path, tmp_path: Path) -> Path:
    """A copy of the package, to be harmed."""
    return Path(shutil.copytree(made, tmp_path / "goi"))


def archive(*arguments: object) -> int:
    return run(["archive", *map(str, arguments)])


def told(capsys: pytest.CaptureFixture[str], *arguments: object) -> list[tuple[str, str]]:
    """The faults that a command tells: the id and the file, from the package on."""
    capsys.readouterr()
    archive(*arguments, "--json")
    faults = json.loads(capsys.readouterr().out)["faults"]
    return [(fault["id"], fault["file"].rpartition("goi/")[2]) for fault in faults]


def test_the_documents_are_in_it_unchanged(documents: Path, made: Path) -> None:
    packed = {path.relative_to(made / "data" / "van-ban"): path for path in (made / "data").rglob("*.pdf")
              if "van-ban" in path.parts}  # fmt: skip
    assert len(packed) == 3
    for name, path in packed.items():
        assert path.read_bytes() == (documents / name).read_bytes()


def test_another_program_accepts_the_bag(made: Path) -> None:
    bag = bagit.Bag(str(made))
    bag.validate()
    assert bag.algorithms == ["sha256"]
    assert bag.info["External-Identifier"] == "01.VHXH"
    assert bag.info["Source-Organization"] == "Ủy ban nhân dân phường Tây Mỗ"


def test_the_descriptions_have_the_fields_of_annex_vi(made: Path) -> None:
    whole = json.loads((made / "data" / "mo-ta.json").read_text(encoding="utf-8"))
    assert whole["file"] == {
        "FileNotation": "01.VHXH",
        "Title": "Kế hoạch năm 2026",
        "Maintenance": "10 năm",
        "DocTotal": 3,
        "PageTotal": 3,
    }
    assert [entry["DocOrdinal"] for entry in whole["documents"]] == [1, 2, 3]
    assert [entry["CodeNumber"] for entry in whole["documents"]] == ["10", "09", "11"]  # by date, then number
    first = whole["documents"][0]
    assert first["source"] == "xmp"
    assert (first["TypeName"], first["CodeNotation"], first["IssuedDate"]) == (
        "Kế hoạch",
        "KH-UBND",
        "2026-01-05",
    )
    assert (first["FullName"], first["Maintenance"]) == ("Nguyễn Văn A", "10 năm")


def test_a_spreadsheet_works_nothing_out(made: Path) -> None:
    text = (made / "data" / "mo-ta.csv").read_bytes()
    assert text.startswith("\ufeff".encode())
    rows = list(csv.DictReader(io.StringIO(text.decode("utf-8-sig"))))
    assert rows[2]["Trích yếu nội dung"] == "'=Tặng sách & vở"


def test_the_table_of_contents_lists_the_documents(made: Path) -> None:
    words = " ".join(pypdf.PdfReader(made / "data" / "muc-luc.pdf").pages[0].extract_text().split())
    assert "MỤC LỤC VĂN BẢN, TÀI LIỆU Số, ký hiệu hồ sơ: 01.VHXH Năm 2026" in words
    at = [words.index(f"{number}/KH-UBND") for number in ("10", "09", "11")]
    assert at == sorted(at)
    assert "05/01/2026" in words
    assert verapdf_failures((made / "data" / "muc-luc.pdf").read_bytes(), "2b") == []
    assert verapdf_failures((made / "data" / "muc-luc.pdf").read_bytes(), "ua1") == []
    rows = docx.Document(str(made / "data" / "muc-luc.docx")).tables[0].rows
    assert [cell.text for cell in rows[1].cells][:4] == [
        "1",
        "10/KH-UBND",
        "05/01/2026",
        "Kế hoạch Tuyên truyền về giáo dục",
    ]


def test_a_package_as_it_was_made_is_proven(package: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert archive("--verify", package) == 0
    assert "còn nguyên: 3 văn bản" in capsys.readouterr().out


def test_one_changed_byte_is_named(package: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = package / "data" / "van-ban" / "kế hoạch 9.pdf"
    data = bytearray(path.read_bytes())
    data[-200] ^= 1
    path.write_bytes(data)
    assert archive("--verify", package) == 1
    assert ("VB252", "data/van-ban/kế hoạch 9.pdf") in told(capsys, "--verify", package)


def test_every_change_is_named_at_once(package: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (package / "data" / "van-ban" / "kế hoạch 10.pdf").unlink()
    (package / "data" / "van-ban" / "lạ.txt").write_text("x", encoding="utf-8")
    (package / "data" / "muc-luc.docx").write_bytes(b"x")
    (package / "bag-info.txt").write_text("Source-Organization: Khác\n", encoding="utf-8")
    found = told(capsys, "--verify", package)
    assert {
        ("VB253", "data/van-ban/kế hoạch 10.pdf"),
        ("VB254", "data/van-ban/lạ.txt"),
        ("VB252", "data/muc-luc.docx"),
        ("VB252", "bag-info.txt"),
    } <= set(found)


def test_a_document_put_in_with_new_manifests_is_found(
    package: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whoever replaces a document and writes the manifests again has not changed the descriptions."""
    other = Document(**_PLAN, so="9", ngay="2026-03-16", trich_yeu="Một kế hoạch khác")
    (package / "data" / "van-ban" / "kế hoạch 9.pdf").write_bytes(render(other, "pdf"))
    bagit.Bag(str(package)).save(manifests=True)
    found = told(capsys, "--verify", package)
    assert {path for kind, path in found if kind == "VB251"} == {
        f"data/{name}" for name in ("mo-ta.json", "mo-ta.csv", "kiem-chung.json", "muc-luc.docx")
    }


def test_what_is_no_package_is_told(
    tmp_path: Path, package: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert archive("--verify", tmp_path / "goi" / "data") == 3
    assert archive("--verify", tmp_path / "none") == 3
    manifest = package / "manifest-sha256.txt"
    manifest.write_text(
        manifest.read_text(encoding="utf-8") + f"{'0' * 64}  data/../../x\n", encoding="utf-8"
    )
    assert archive("--verify", package) == 3
    assert capsys.readouterr().err.count("VB250") == 3


def test_a_link_out_of_the_package_is_refused(package: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (package / "data" / "van-ban" / "x.pdf").symlink_to("/etc/hostname")
    assert archive("--verify", package) == 3
    assert "VB250" in capsys.readouterr().err


def test_faults_of_all_documents_are_told_and_nothing_is_packed(
    documents: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = Path(shutil.copytree(documents, tmp_path / "in"))
    plan = Document(**_PLAN, trich_yeu="x")
    (folder / "không phải PDF-A.pdf").write_bytes(_without_claim(render(plan, "pdf")))
    (folder / "hỏng.pdf").write_bytes(render(plan, "pdf")[:20_000])
    (folder / "rỗng.pdf").write_bytes(b"")
    assert archive(folder, "-o", tmp_path / "out") == 3
    told_of = capsys.readouterr().err
    assert all(name in told_of for name in ("không phải PDF-A.pdf", "hỏng.pdf", "rỗng.pdf"))
    assert "VB195" in told_of
    assert sorted(path.name for path in tmp_path.iterdir()) == ["in"]
    assert archive(folder, "-o", tmp_path / "out", "--keep-going") == 6
    left_out = json.loads((tmp_path / "out/data/kiem-chung.json").read_text(encoding="utf-8"))["left_out"]
    assert {"file": "không phải PDF-A.pdf", "id": "VB195"} in left_out
    assert archive("--verify", tmp_path / "out") == 0


def _without_claim(pdf: bytes) -> bytes:
    out = io.BytesIO()
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf))
    del writer.root_object["/Metadata"]
    writer.write(out)
    return out.getvalue()


def test_a_paper_without_our_description_is_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """LibreOffice writes PDF/A-2b without the fields of annex VI; such a paper stays as it is."""
    plan = Document(**_PLAN, so="15", ngay="2026-02-03", trich_yeu="Tổ chức ngày hội")
    folder = tmp_path / "in"
    folder.mkdir()
    pdf = render(plan, "pdf", engine="weasyprint")
    (folder / "a.pdf").write_bytes(pdf)
    assert archive(folder, "-o", tmp_path / "out") == 0
    assert "đọc từ trang giấy" in capsys.readouterr().out
    (entry,) = json.loads((tmp_path / "out/data/mo-ta.json").read_text(encoding="utf-8"))["documents"]
    assert (entry["source"], entry["CodeNumber"], entry["Subject"]) == ("read", "15", "Tổ chức ngày hội")
    assert (tmp_path / "out/data/van-ban/a.pdf").read_bytes() == pdf


def test_a_package_is_never_written_over_unasked(documents: Path, package: Path) -> None:
    before = (package / "bag-info.txt").read_bytes()
    assert archive(documents, "-o", package) == 5
    assert (package / "bag-info.txt").read_bytes() == before
    assert archive(documents, "-o", package, "--force") == 0
    assert archive("--verify", package) == 0


def test_a_folder_that_is_no_package_is_never_replaced(documents: Path, tmp_path: Path) -> None:
    folder = tmp_path / "giấy tờ"
    folder.mkdir()
    (folder / "thư.txt").write_text("x", encoding="utf-8")
    assert archive(documents, "-o", folder, "--force") == 5
    assert [path.name for path in folder.iterdir()] == ["thư.txt"]


@pytest.mark.parametrize(("field", "value"), [("FullName", None), ("IssuedAmount", "12")])
def test_a_description_that_tells_less_or_more_than_the_document_is_found(
    package: Path, capsys: pytest.CaptureFixture[str], field: str, value: str | None
) -> None:
    path = package / "data" / "mo-ta.json"
    whole = json.loads(path.read_text(encoding="utf-8"))
    whole["documents"][0].pop(field, None)
    whole["documents"][0].update({field: value} if value else {})
    path.write_text(json.dumps(whole), encoding="utf-8")
    bagit.Bag(str(package)).save(manifests=True)
    assert told(capsys, "--verify", package) == [("VB251", "data/mo-ta.json")]


def test_a_table_of_contents_that_tells_otherwise_is_found(
    package: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = package / "data" / "muc-luc.docx"
    contents = docx.Document(str(path))
    contents.tables[0].rows[2].cells[2].paragraphs[0].runs[0].text = "17/3/2026"
    contents.save(str(path))
    bagit.Bag(str(package)).save(manifests=True)
    assert told(capsys, "--verify", package) == [("VB251", "data/muc-luc.docx")]


def test_letters_that_our_fonts_lack_stop_no_package(documents: Path, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    told = f"Subject>{_SUBJECTS[0]}<".encode()
    other = "Subject>Ngày hội 書 😀".encode().ljust(len(told) - 1) + b"<"
    pdf = (documents / "kế hoạch 9.pdf").read_bytes()
    assert told in pdf
    (folder / "a.pdf").write_bytes(pdf.replace(told, other))
    assert archive(folder, "-o", tmp_path / "out") == 0
    assert archive("--verify", tmp_path / "out") == 0
    assert "Ngày hội 書 😀" in (tmp_path / "out/data/mo-ta.json").read_text(encoding="utf-8")


def test_an_empty_folder_and_one_that_cannot_be_written(documents: Path, tmp_path: Path) -> None:
    assert archive(tmp_path, "-o", tmp_path / "out") == 3
    assert archive(documents, "-o", "/proc/goi") == 5


def test_a_package_inside_the_folder_is_no_document_of_it(documents: Path, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(documents, tmp_path / "in"))
    assert archive(folder, "-o", folder / "goi") == 0
    assert archive(folder, "-o", folder / "goi", "--force") == 0
    assert len(list((folder / "goi" / "data" / "van-ban").rglob("*.pdf"))) == 3
