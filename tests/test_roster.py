"""Rosters: cells are read as whoever typed them meant, and every fault names its sheet and cell."""

from __future__ import annotations

import csv
import datetime
import io
import json
import tempfile
import zipfile
from collections.abc import Sequence
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vanban.errors import Fault, InputError
from vanban.fill import Template, load_template
from vanban.fill.filling import admit
from vanban.roster import Row, open_roster, shared
from vanban.tiengviet.unicode import clean

_GOOD = {
    "Số": 5,
    "Khách mời": "Trường A; Trường B",
    "Ngày họp": datetime.date(2026, 3, 20),
    "Chủ trì": "Bà Trần Thị B",
    "Địa điểm": "Tầng 3",
    "Giờ, thứ": "14 giờ",
    "Tên cuộc họp, sự kiện": "hội nghị",
    "ten_co_quan": "UBND",
    "Cơ quan ban hành": "UBND\nXÃ AN HÒA",
    "Họ tên người ký": "Nguyễn Văn A",
}
_HEAD, _ROW = tuple(_GOOD), tuple(_GOOD.values())


@pytest.fixture(scope="module")
def template() -> Template:
    return load_template("giay-moi")


def workbook(path: Path, *sheets: tuple[str, Sequence[Sequence[object]]]) -> Path:
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets:
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
        for cell in (cell for row in sheet.iter_rows() for cell in row if isinstance(cell.value, str)):
            cell.data_type = "s"  # a text, even if it begins like a formula
    book.save(path)
    return path


def rows_of(path: Path, template: Template, **how: str) -> list[Row]:
    return list(open_roster(path, template, **how)())


def faults_of(row: Row, template: Template) -> list[tuple[str, str | None]]:
    """The faults of a row, those of its cells and those of filling the template with it."""
    faults: list[Fault] = list(row.faults)
    try:
        admit(template, row.data)
    except InputError as failure:
        faults += failure.faults
    return [(fault.kind, fault.place.cell) for fault in faults]


def refused(path: Path, template: Template, **how: str) -> list[tuple[str, str | None]]:
    with pytest.raises(InputError) as told:
        rows_of(path, template, **how)
    return [(fault.kind, fault.place.cell) for fault in told.value.faults]


def test_a_row_becomes_a_document(tmp_path: Path, template: Template) -> None:
    (row,) = rows_of(workbook(tmp_path / "a.xlsx", ("Danh sách", [_HEAD, _ROW])), template)
    document = admit(template, row.data).document
    assert (document.so, document.co_quan) == ("5", ("UBND", "XÃ AN HÒA"))
    assert document.nguoi_ky[0].ho_ten == "Nguyễn Văn A"
    assert row.data["khach_moi"] == ["Trường A", "Trường B"]
    assert row.data["ngay_hop"] == "2026-03-20"
    assert row.place == "Danh sách!A2"


def test_titles_counts_and_empty_rows_are_passed_over(tmp_path: Path, template: Template) -> None:
    rows: list[list[object]] = [
        ["DANH SÁCH KHÁCH MỜI"],
        [],
        ["STT", *_HEAD],
        [1, *_ROW],
        [],
        [None] * 9,
        [2, *_ROW],
        ["", " "],
    ]
    found = rows_of(workbook(tmp_path / "a.xlsx", ("Danh sách", rows)), template)
    assert [row.place for row in found] == ["Danh sách!A4", "Danh sách!A7"]
    assert [row.number for row in found] == [1, 2]


@pytest.mark.parametrize("head", ["khach_moi", "KHÁCH MỜI", "khach moi", " Khách  mời (*):", "Khach-Moi"])
def test_a_column_may_be_named_in_many_ways(tmp_path: Path, template: Template, head: str) -> None:
    (row,) = rows_of(workbook(tmp_path / "a.xlsx", ("s", [(head, "Chủ trì"), ("A", "B")])), template)
    assert row.data == {"khach_moi": ["A"], "chu_tri": "B"}


def test_faults_of_the_header_are_told_at_once(tmp_path: Path, template: Template) -> None:
    head = ("Khách mời", "Chủ chì", "khach_moi", "Địa điểm", "Màu sắc")
    path = workbook(tmp_path / "a.xlsx", ("Danh sách", [head, ("A",) * 5]))
    assert refused(path, template) == [
        ("VB186", "Danh sách!B1"),
        ("VB187", "Danh sách!C1"),
        ("VB186", "Danh sách!E1"),
    ]
    assert refused(workbook(tmp_path / "b.xlsx", ("s", [("x", "y"), (1, 2)])), template) == [("VB185", None)]


@pytest.mark.parametrize(
    ("column", "value", "kind"),
    [
        ("Ngày họp", "hôm nào", "VB141"),
        ("Ngày họp", "31/2/2026", "VB141"),
        ("Ngày họp", True, "VB141"),
        ("Ngày họp", 12.5, "VB141"),
        ("Ngày họp", None, "VB140"),
        ("Chủ trì", None, "VB140"),
        ("Chủ trì", "   ", "VB140"),
    ],
)
def test_each_fault_names_its_cell(
    tmp_path: Path, template: Template, column: str, value: object, kind: str
) -> None:
    at = _HEAD.index(column)
    bad = [*_ROW[:at], value, *_ROW[at + 1 :]]
    _good, row = rows_of(workbook(tmp_path / "a.xlsx", ("Danh sách", [_HEAD, _ROW, bad])), template)
    found = faults_of(row, template)
    assert [cell for _kind, cell in found] == [f"Danh sách!{chr(ord('A') + at)}3"]
    assert [found_kind for found_kind, _cell in found] == [kind]


@pytest.mark.parametrize("error", ["#N/A", "#REF!", "#DIV/0!"])
def test_an_error_of_the_sheet_is_a_fault_of_its_cell(tmp_path: Path, template: Template, error: str) -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = "s"
    sheet.append(["Khách mời", "Chủ trì"])
    sheet.append(["A", error])
    sheet["B2"].data_type = "e"
    book.save(tmp_path / "a.xlsx")
    (row,) = rows_of(tmp_path / "a.xlsx", template)
    assert [(fault.kind, fault.place.cell) for fault in row.faults] == [("VB177", "s!B2")]


def test_numbers_are_what_the_sheet_shows(tmp_path: Path, template: Template) -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.append(["Số", "Địa điểm", "Giờ, thứ", "Chủ trì", "Ngày họp", "Ngày ban hành"])
    sheet.append([7, 12.0, 0.985, 1.1 + 2.2, 46101, datetime.datetime(2026, 3, 17)])  # noqa: DTZ001
    for cell, form in (("A2", "000"), ("C2", "0.0%"), ("D2", "0.00")):
        sheet[cell].number_format = form
    book.save(tmp_path / "a.xlsx")
    (row,) = rows_of(tmp_path / "a.xlsx", template)
    assert row.data == {
        "so": "007",
        "dia_diem": "12",
        "thoi_gian": "98,5%",
        "chu_tri": "3,3",
        "ngay_hop": "2026-03-20",
        "ngay": "2026-03-17",
    }


def test_child_tables_are_linked_by_the_column_that_both_have(tmp_path: Path) -> None:
    template = load_template("bao-cao-ket-qua")
    main = [("Mã", "ten_co_quan"), ("P1", "Phường A"), ("P2", "Phường B"), ("P3", "Phường C")]
    child = [("Mã", "ten", "don_vi_tinh", "ke_hoach", "thuc_hien"), ("P2", "Tin", "tin", 5, 6),
             ("P1", "Bài", "bài", 7, "x"), ("P2", "Ảnh", "ảnh", 8, 9)]  # fmt: skip
    rows = rows_of(workbook(tmp_path / "a.xlsx", ("Danh sách", main), ("chi_tieu", child)), template)
    assert [[entry["ten"] for entry in _entries(row, "chi_tieu")] for row in rows] == [
        ["Bài"],
        ["Tin", "Ảnh"],
        [],
    ]
    assert ("VB141", "chi_tieu!E3") in faults_of(rows[0], template)


def _entries(row: Row, name: str) -> list[dict[str, object]]:
    found = row.data.get(name, [])
    assert isinstance(found, list)
    return found


def test_child_rows_without_their_row_are_told(tmp_path: Path) -> None:
    template = load_template("bao-cao-ket-qua")
    main = [("Mã", "ten_co_quan"), ("P1", "Phường A")]
    child = [("Mã", "ten"), ("P1", "Tin"), ("P9", "Bài"), ("P9", "Ảnh")]
    path = workbook(tmp_path / "a.xlsx", ("Danh sách", main), ("chi_tieu", child))
    *_rows, last = rows_of(path, template)
    assert [(fault.kind, fault.place.cell, fault.details["count"]) for fault in last.faults] == [
        ("VB188", "chi_tieu!A3", 2)
    ]
    unlinked = [("ten", "don_vi_tinh"), ("Tin", "tin")]
    path = workbook(tmp_path / "b.xlsx", ("Danh sách", [row[1:] for row in main]), ("chi_tieu", unlinked))
    assert refused(path, template) == [("VB179", None)]


def test_a_sheet_is_chosen_by_its_name(tmp_path: Path, template: Template) -> None:
    path = workbook(tmp_path / "a.xlsx", ("Bìa", [("x",)]), ("Danh sách", [("Khách mời",), ("A",)]))
    assert len(rows_of(path, template, sheet="danh sách")) == 1
    assert refused(path, template, sheet="Khác") == [("VB183", None)]


@pytest.mark.parametrize("sign", [";", ",", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_csv_files_of_all_habits(tmp_path: Path, template: Template, sign: str, encoding: str) -> None:
    path = tmp_path / "a.csv"
    with path.open("w", encoding=encoding, newline="") as file:
        writer = csv.writer(file, delimiter=sign)
        writer.writerows([_HEAD, _ROW, [*_ROW[:1], 'Trường "C"; D, E\nF', "hôm nào", *_ROW[3:]]])
    first, second = rows_of(path, template)
    assert first.data["ngay_hop"] == "2026-03-20"
    assert second.data["khach_moi"] == ['Trường "C"', "D, E", "F"]
    assert faults_of(second, template) == [("VB141", "C3")]


def test_a_csv_file_in_another_encoding_is_told(tmp_path: Path, template: Template) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes("Khách mời;Chủ trì\nA;B\n".encode() + "Tr\xf4ng;B\n".encode("latin-1"))
    assert [kind for kind, _cell in refused(path, template)] == ["VB012"]


def test_jsonl_tells_the_line(tmp_path: Path, template: Template) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('\ufeff{"khach_moi": ["A"]}\n\n{"khach_moi": \n{"mau": "bien-ban"}\n', encoding="utf-8")
    good, broken, other = rows_of(path, template)
    assert good.data == {"khach_moi": ["A"]}
    assert [(fault.kind, fault.place.line) for fault in broken.faults] == [("VB026", 3)]
    assert [(fault.kind, fault.place.line) for fault in other.faults] == [("VB024", 4)]


def test_a_folder_of_data_files_is_a_roster(tmp_path: Path, template: Template) -> None:
    (tmp_path / "b.yaml").write_text("khach_moi: [B]\n", encoding="utf-8")
    (tmp_path / "a.json").write_text('{"khach_moi": ["A"]}', encoding="utf-8")
    (tmp_path / "c.yaml").write_text("khach_moi: [\n", encoding="utf-8")
    (tmp_path / "notes.txt").write_text("x", encoding="utf-8")
    first, second, broken = rows_of(tmp_path, template)
    assert (first.data["khach_moi"], second.data["khach_moi"]) == (["A"], ["B"])
    assert broken.faults[0].place.file == str(tmp_path / "c.yaml")


def test_what_all_rows_share(tmp_path: Path) -> None:
    (tmp_path / "c.yaml").write_text("dia_danh: Tây Mỗ\nluu: VT\n", encoding="utf-8")
    found = shared(tmp_path / "c.yaml", ["luu=VT, VX", "nguoi_ky.ho_ten=Nguyễn Văn A", "ngay = 2026-03-17"])
    assert found == {
        "dia_danh": "Tây Mỗ", "luu": "VT, VX", "ngay": "2026-03-17", "nguoi_ky": {"ho_ten": "Nguyễn Văn A"}
    }  # fmt: skip
    with pytest.raises(InputError) as told:
        shared(None, ["abc", "=x"])
    assert [fault.kind for fault in told.value.faults] == ["VB189", "VB189"]


_TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1, max_size=12)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(_TEXTS, _TEXTS), min_size=1, max_size=5))
def test_any_texts_come_back_from_every_kind_of_roster(pairs: list[tuple[str, str]]) -> None:
    template = load_template("giay-moi")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        head = ("Địa điểm", "Chủ trì")
        paths = [workbook(folder / "a.xlsx", ("s", [head, *pairs]))]
        with (folder / "a.csv").open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, delimiter=";").writerows([head, *pairs])
        lines = [json.dumps({"dia_diem": a, "chu_tri": b}, ensure_ascii=False) for a, b in pairs]
        (folder / "a.jsonl").write_text("\n".join(lines), encoding="utf-8")
        paths += [folder / "a.csv", folder / "a.jsonl"]
        read = [
            [(row.data.get("dia_diem"), row.data.get("chu_tri")) for row in rows_of(p, template)]
            for p in paths
        ]
    from vanban.tiengviet.unicode import clean

    wanted = [tuple(clean(text)[0].strip() or None for text in pair) for pair in pairs]
    assert [[tuple(clean(str(v))[0] for v in pair) for pair in rows] for rows in read[2:]] == [wanted]
    assert read[0] == read[1] == [pair for pair in wanted if any(pair)]


def _pair(row: Row) -> tuple[str, ...]:
    return tuple(clean(str(row.data.get(name, "")))[0].strip() for name in ("dia_diem", "chu_tri"))


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"", "VB181"),
        (b"not a workbook at all", "VB180"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "VB180"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "VB184"),
        (b"PK\x03\x04" + b"\0" * 100, "VB180"),
    ],
)
def test_what_is_no_workbook_is_told(tmp_path: Path, template: Template, data: bytes, kind: str) -> None:
    (tmp_path / "a.xlsx").write_bytes(data)
    assert [found for found, _cell in refused(tmp_path / "a.xlsx", template)] == [kind]


def test_a_workbook_that_unpacks_without_end_is_refused(tmp_path: Path, template: Template) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/sharedStrings.xml", b"\0" * 250_000_000)
    (tmp_path / "a.xlsx").write_bytes(out.getvalue())
    assert [kind for kind, _cell in refused(tmp_path / "a.xlsx", template)] == ["VB182"]


def test_a_broken_workbook_is_told(tmp_path: Path, template: Template) -> None:
    path = workbook(tmp_path / "a.xlsx", ("s", [("Khách mời",), ("A",)]))
    for member in ("xl/workbook.xml", "xl/worksheets/sheet1.xml"):
        out = io.BytesIO()
        with zipfile.ZipFile(path) as old, zipfile.ZipFile(out, "w") as new:
            for entry in old.infolist():
                data = old.read(entry)
                new.writestr(entry.filename, data[: len(data) // 2] if entry.filename == member else data)
        (tmp_path / "b.xlsx").write_bytes(out.getvalue())
        assert [kind for kind, _cell in refused(tmp_path / "b.xlsx", template)] == ["VB182"], member
