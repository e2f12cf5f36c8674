"""Report forms as workbooks: made for units, filled in by other programs, collected whatever came back."""

from __future__ import annotations

import contextlib
import io
import json
import shutil
import tempfile
import zipfile
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st

from tests import story
from tests.forms import FORM, SCHOOL
from vanban.cli.app import run
from vanban.document.blocks import Table, plain
from vanban.errors import InputError
from vanban.figures.describing import read_form, read_schools
from vanban.figures.form import Form, School
from vanban.figures.returned import read_returned
from vanban.figures.standing import Collected, collect
from vanban.figures.tables_out import figures_csv, figures_workbook
from vanban.figures.workbook import SHEET, workbook_maker
from vanban.fill import read
from vanban.office import Office
from vanban.so_lieu import ChiTieu, DonVi, Figure, Ky, Reported, read_periods, results, to_sqlite
from vanban.tiengviet.dates import Ngay
from vanban.tiengviet.numbers import parse_so_vn, so_vn
from vanban.tools.soffice import convert_with_soffice

SMALL = Form(
    "bieu", "đo", Ky("2026", "năm 2026"), "Phường",
    (
        ChiTieu("nam", "Học sinh nam", "so_nguyen", tu=Decimal(0), den=Decimal(1000)),
        ChiTieu("nu", "Học sinh nữ", "so_nguyen"),
        ChiTieu("tong", "Tổng số", "so_nguyen", tong_cua=("nam", "nu")),
        ChiTieu("ty-le", "Tỷ lệ", "phan_tram", "%"),
        ChiTieu("luy-ke", "Lũy kế", bat_buoc=False, luy_ke=True),
    ),
)  # fmt: skip
VALUES: dict[str, object] = {"nam": 10, "nu": 20, "ty-le": 98.5}


def cell_of(book: openpyxl.Workbook, name: str) -> str:
    ((_sheet, cell),) = book.defined_names[f"ct_{name.replace('-', '_').replace('.', '_')}"].destinations
    return str(cell).replace("$", "")


def filled(
    form: Form, school: School, values: dict[str, object], change: Callable[[Any], None] | None = None
) -> bytes:
    book = openpyxl.load_workbook(io.BytesIO(workbook_maker(form)(school)))
    sheet: Any = book[SHEET]
    for name, value in values.items():
        sheet[cell_of(book, name)] = value
    if change:
        change(sheet)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def came_back(folder: Path, *files: bytes, form: Form = SMALL, before: Reported | None = None) -> Collected:
    paths = []
    for number, data in enumerate(files):
        paths.append(folder / f"{number}.xlsx")
        paths[-1].write_bytes(data)
    return collect(paths, form, (SCHOOL,), before)


def kinds(collected: Collected) -> list[str]:
    return [fault.kind for fault in collected.standings[0].faults]


def values_of(collected: Collected) -> dict[str, object]:
    return {one.chi_tieu: one.value for one in collected.standings[0].figures}


# The blank form -----------------------------------------------------------------------------------------


def test_labels_are_locked_and_entries_are_open_with_what_may_stand_in_them() -> None:
    book = openpyxl.load_workbook(io.BytesIO(workbook_maker(SMALL)(SCHOOL)))
    sheet: Any = book[SHEET]
    assert sheet.protection.sheet
    entry = sheet[cell_of(book, "nam")]
    assert not entry.protection.locked
    assert sheet[entry.coordinate.replace("F", "C")].protection.locked
    rule = next(one for one in sheet.data_validations.dataValidation if entry.coordinate in one.sqref)
    assert (rule.type, rule.formula1, rule.formula2) == ("whole", "0", "1000")
    total = sheet[cell_of(book, "tong")]
    assert total.protection.locked
    assert total.value == f"=SUM({cell_of(book, 'nam')},{cell_of(book, 'nu')})"


def test_a_form_says_whose_it_is_whatever_their_name() -> None:
    school = School("A-1", "Trường \"B\" & <C> 'ớ'")
    book = openpyxl.load_workbook(io.BytesIO(workbook_maker(SMALL)(school)))
    texts = [cell.value for row in book[SHEET].iter_rows() for cell in row if cell.value]
    assert school.ten in texts
    assert "VB:bieu|2026|A-1" in texts


def test_the_same_unit_gets_the_same_bytes() -> None:
    assert workbook_maker(SMALL)(SCHOOL) == workbook_maker(SMALL)(SCHOOL)


# What came back -----------------------------------------------------------------------------------------

_ENTRIES = {
    "so": st.decimals(-(10**6), 10**6, places=2).map(float),
    "so_nguyen": st.integers(0, 10**9),
    "phan_tram": st.decimals(0, 100, places=1).map(float),
    "tien": st.integers(0, 10**12),
    "chu": st.text("abc đêớ=+'", min_size=1, max_size=20).map(str.strip).filter(bool),
    "ngay": st.dates(date(1950, 1, 1), date(2090, 1, 1)),
    "chon": st.sampled_from(("Tốt", "Khá", "Trung bình")),
    "co_khong": st.sampled_from(("có", "không")),
}


@given(st.fixed_dictionaries({item.id: _ENTRIES[item.kieu] for item in FORM.items.values()}))
def test_what_goes_into_a_form_comes_out_of_it(values: dict[str, Any]) -> None:
    book = openpyxl.load_workbook(io.BytesIO(workbook_maker(FORM)(SCHOOL)))
    sheet: Any = book[SHEET]
    for name, value in values.items():
        cell = sheet[cell_of(book, name)]
        cell.value = value
        if isinstance(value, str):
            cell.data_type = "s"
    out = io.BytesIO()
    book.save(out)

    with tempfile.TemporaryDirectory() as folder:
        collected = came_back(Path(folder), out.getvalue(), form=FORM)
    assert kinds(collected) == []
    wanted = {
        name: value.isoformat() if isinstance(value, date)
        else value if isinstance(value, str)
        else Decimal(str(value))
        for name, value in values.items()
    }  # fmt: skip
    found = {
        name: " ".join(value.split()) if isinstance(value, str) else value for name, value in wanted.items()
    }
    assert values_of(collected) == found


@pytest.mark.parametrize("program", ["xlsx", "ods"])
def test_a_form_saved_by_libreoffice_still_reads(tmp_path: Path, program: str) -> None:
    data = filled(SMALL, SCHOOL, VALUES)
    if program == "ods":
        ods = convert_with_soffice([data], "ods", kind="xlsx")[0]
        data = convert_with_soffice([ods], "xlsx", kind="ods")[0]
    else:
        data = convert_with_soffice([data], "xlsx", kind="xlsx")[0]
    collected = came_back(tmp_path, data)
    assert kinds(collected) == []
    assert values_of(collected) == {"nam": 10, "nu": 20, "tong": 30, "ty-le": Decimal("98.5")}


def test_a_percentage_that_the_spreadsheet_made_a_fraction_is_meant_as_typed(tmp_path: Path) -> None:
    def as_excel_does(sheet: Any) -> None:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.value == 0.985:
                    cell.number_format = "0.0%"

    collected = came_back(tmp_path, filled(SMALL, SCHOOL, {**VALUES, "ty-le": 0.985}, as_excel_does))
    assert values_of(collected)["ty-le"] == Decimal("98.5")


def test_rows_and_columns_that_were_moved_do_not_matter(tmp_path: Path) -> None:
    def move(sheet: Any) -> None:
        sheet.insert_rows(3, 2)
        sheet.insert_cols(1, 1)

    assert values_of(came_back(tmp_path, filled(SMALL, SCHOOL, VALUES, move)))["nu"] == 20


def test_without_the_column_of_ids_the_names_tell(tmp_path: Path) -> None:
    data = filled(SMALL, SCHOOL, VALUES, lambda sheet: sheet.delete_cols(1))
    assert values_of(came_back(tmp_path, data))["nu"] == 20


def test_rows_that_a_unit_added_to_a_free_table_are_read(tmp_path: Path) -> None:
    def add(sheet: Any) -> None:
        first = next(cell.row for cell in sheet["A"] if cell.value == "su-kien.3")
        sheet.insert_rows(first + 1)
        sheet.cell(first + 1, 3).value = "Ngày hội"
        sheet.cell(first + 1, 4).value = 120

    values: dict[str, object] = {"su-kien.1.ten": 1, "su-kien.1.nguoi": 2, "khoi.1.lop": 3, "khoi.2.lop": 4}
    values |= {f"su-kien.{row}.{name}": row for row in (2, 3) for name in ("ten", "nguoi")}
    found = values_of(came_back(tmp_path, filled(FORM, SCHOOL, values, add), form=FORM))
    assert found["su-kien.4.nguoi"] == 120
    assert found["khoi.2.lop"] == 4


def test_a_row_that_was_not_asked_for_is_told(tmp_path: Path) -> None:
    def add(sheet: Any) -> None:
        row = next(cell.row for cell in sheet["A"] if cell.value == "nu")
        sheet.insert_rows(row)
        sheet.cell(row, 3).value, sheet.cell(row, 6).value = "Học sinh khuyết tật", 4

    collected = came_back(tmp_path, filled(SMALL, SCHOOL, VALUES, add))
    assert kinds(collected) == ["VB279"]
    assert "Học sinh khuyết tật" in str(collected.standings[0].faults[0])
    assert collected.standings[0].state == "complete"


@pytest.mark.parametrize(
    ("changes", "kind", "state", "lost"),
    [
        ({"ty-le": "98.5"}, "VB271", "wrong", {"ty-le"}),
        ({"ty-le": "chưa rõ"}, "VB271", "wrong", {"ty-le"}),
        ({"nam": 1001}, "VB272", "wrong", {"nam", "tong"}),
        ({"nam": 10.5}, "VB271", "wrong", {"nam", "tong"}),
        ({"tong": 31}, "VB273", "wrong", {"nam", "nu", "tong"}),
        ({"luy-ke": 4}, "VB274", "wrong", {"luy-ke"}),
        ({"nu": None}, "VB275", "missing", {"nu", "tong"}),
    ],
)
def test_what_is_wrong_is_named_by_its_cell_and_left_out(
    tmp_path: Path, changes: dict[str, object], kind: str, state: str, lost: set[str]
) -> None:
    before = Reported(Ky("2025", "năm 2025"), SMALL.chi_tieu, (), {})
    before.figures["TH-BM", "luy-ke"] = Figure("TH-BM", "luy-ke", Decimal(5))
    collected = came_back(tmp_path, filled(SMALL, SCHOOL, VALUES | changes), before=before)
    (fault,) = collected.standings[0].faults
    assert fault.kind == kind
    assert fault.place.cell
    assert fault.place.cell.startswith(f"{SHEET}!F")
    assert collected.standings[0].state == state
    assert values_of(collected).keys() == {"nam", "nu", "tong", "ty-le"} - lost


def test_a_sum_that_passed_over_a_figure_typed_as_text_is_made_good(tmp_path: Path) -> None:
    collected = came_back(tmp_path, filled(SMALL, SCHOOL, VALUES | {"nam": "10", "tong": 20}))
    assert kinds(collected) == []
    assert values_of(collected)["tong"] == 30
    collected = came_back(tmp_path, filled(SMALL, SCHOOL, VALUES | {"nam": "10", "tong": 25}))
    assert kinds(collected) == ["VB273"]


def test_two_files_with_different_figures_give_none_and_the_same_twice_counts_once(tmp_path: Path) -> None:
    one, other = filled(SMALL, SCHOOL, VALUES), filled(SMALL, SCHOOL, VALUES | {"nam": 11})
    assert came_back(tmp_path, one, one).standings[0].state == "complete"
    collected = came_back(tmp_path, one, other)
    assert collected.standings[0].state == "twice"
    assert kinds(collected) == ["VB276"]
    assert collected.figures == {}


def test_a_blank_form_beside_a_filled_one_does_not_count(tmp_path: Path) -> None:
    blank = filled(SMALL, SCHOOL, {})
    collected = came_back(tmp_path, blank, filled(SMALL, SCHOOL, VALUES))
    assert collected.standings[0].state == "complete"
    assert kinds(collected) == []
    assert came_back(tmp_path, blank, blank).standings[0].state == "missing"


def test_a_form_of_another_period_or_of_nobody_is_put_aside(tmp_path: Path) -> None:
    old = Form(SMALL.ma, SMALL.ten, Ky("2025", "năm 2025"), SMALL.kinh_gui, SMALL.chi_tieu)
    nobody = School("X", "Trường X")
    collected = came_back(tmp_path, filled(old, SCHOOL, VALUES), filled(SMALL, nobody, VALUES))
    assert [fault.kind for fault in collected.strays] == ["VB278"]
    assert collected.standings[0].state == "other"
    assert kinds(collected) == ["VB277"]
    collected = came_back(tmp_path, filled(old, SCHOOL, VALUES), filled(SMALL, SCHOOL, VALUES))
    assert collected.standings[0].state == "complete"
    assert kinds(collected) == ["VB277"]


def test_what_came_after_the_day_is_late(tmp_path: Path) -> None:
    due = Form(SMALL.ma, SMALL.ten, due_in(2020), SMALL.kinh_gui, SMALL.chi_tieu)
    assert came_back(tmp_path, filled(due, SCHOOL, VALUES), form=due).standings[0].late
    due = Form(SMALL.ma, SMALL.ten, due_in(2999), SMALL.kinh_gui, SMALL.chi_tieu)
    assert not came_back(tmp_path, filled(due, SCHOOL, VALUES), form=due).standings[0].late


def due_in(year: int) -> Ky:
    return Ky("2026", "năm 2026", han_nop=Ngay(year, 6, 15))


# Hostile returns ----------------------------------------------------------------------------------------


def _password() -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le")


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("rong.xlsx", b"", "VB181"),
        ("anh.xlsx", b"\xff\xd8\xff\xe0 jpeg", "VB180"),
        ("anh.jpg", b"\xff\xd8\xff\xe0 jpeg", "VB268"),
        ("mat-khau.xlsx", _password(), "VB184"),
        ("cu.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "VB268"),
        ("zip.xlsx", b"PK\x05\x06" + bytes(18), "VB182"),
    ],
)
def test_what_is_no_form_is_told_and_the_rest_is_collected(
    tmp_path: Path, name: str, data: bytes, kind: str
) -> None:
    (tmp_path / name).write_bytes(data)
    (tmp_path / "z.xlsx").write_bytes(filled(SMALL, SCHOOL, VALUES))
    collected = collect(sorted(tmp_path.iterdir()), SMALL, (SCHOOL,))
    assert [fault.kind for fault in collected.strays] == [kind]
    assert collected.standings[0].state == "complete"


def test_a_formula_that_calls_out_is_not_asked(tmp_path: Path) -> None:
    data = filled(
        SMALL, SCHOOL, VALUES | {"nam": '=WEBSERVICE("http://127.0.0.1:1/")', "nu": "=cmd|' /C calc'!A0"}
    )
    assert kinds(came_back(tmp_path, data)) == ["VB275", "VB275"]


def test_a_sheet_of_a_million_rows_stops(tmp_path: Path) -> None:
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet(SHEET)
    for _row in range(30_000):
        sheet.append([1])
    out = io.BytesIO()
    book.save(out)
    returned = read_returned(_written(tmp_path / "a.xlsx", out.getvalue()), SMALL)
    assert [fault.kind for fault in returned.faults] == ["VB269"]


def test_a_form_that_was_given_macros_is_read_and_they_are_not(tmp_path: Path) -> None:
    data = io.BytesIO(filled(SMALL, SCHOOL, VALUES))
    with zipfile.ZipFile(data, "a") as archive:
        archive.writestr("xl/vbaProject.bin", b"\xd0\xcf\x11\xe0" + bytes(500))
    path = _written(tmp_path / "a.xlsm", data.getvalue())
    assert collect([path], SMALL, (SCHOOL,)).standings[0].state == "complete"


def _written(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


# Descriptions and lists ---------------------------------------------------------------------------------


def test_a_plan_with_targets_is_a_form(tmp_path: Path) -> None:
    form = read_form(story.FOLDER / "ke-hoach.yaml", ["ky=2026-6T", "ten_ky=6 tháng"])
    assert (form.ky.ma, form.ky.ten, str(form.ky.han_nop)) == ("2026-6T", "6 tháng", "2026-06-15")
    assert form.kinh_gui == "Ủy ban nhân dân phường Tây Mỗ"
    assert [item.id for item in form.chi_tieu][:2] == ["tin-bai", "video"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("chi_tieu: [{id: a, ten: A}, {id: a, ten: B}]", "VB262"),
        ("chi_tieu: [{id: a, ten: A, tong_cua: [b]}]", "VB263"),
        ("chi_tieu: [{id: Số Một, ten: A}]", "VB264"),
        ("chi_tieu: [{id: a, ten: A, huong: xuống}]", "VB024"),
        ("chi_tieu: [{id: a, ten: A, chi_tieu: nhiều}]", "VB141"),
        ("chi_tieu: [{id: a}]", "VB140"),
        ("", "VB267"),
        ("bieu: x\nchi_tieu: [{id: a, ten: A}]", "VB020"),
    ],
)
def test_a_description_with_a_fault_says_where(tmp_path: Path, text: str, kind: str) -> None:
    head = "bieu_mau: b\nten: t\nky: '2026'\nten_ky: năm 2026\nkinh_gui: Phường\n"
    path = _written(tmp_path / "bieu.yaml", (head + text).encode())
    with pytest.raises(InputError) as failure:
        read_form(path)
    assert [fault.kind for fault in failure.value.faults] == [kind]
    assert failure.value.faults[0].place.file == str(path)


def test_a_list_of_units_with_faults_names_its_cells(tmp_path: Path) -> None:
    path = _written(
        tmp_path / "truong.csv", "Mã đơn vị;Tên đơn vị\nA;Trường A\nA;Trường B\nB C;Trường C\n".encode()
    )
    with pytest.raises(InputError) as failure:
        read_schools(path)
    assert [(fault.kind, fault.place.cell) for fault in failure.value.faults] == [
        ("VB262", "A3"),
        ("VB264", "A4"),
    ]


# The story, as a clerk runs it --------------------------------------------------------------------------


def told(*arguments: object) -> dict[str, Any]:
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        code = run([*map(str, arguments), "--json"])
    assert code == 0, out.getvalue()
    found: dict[str, Any] = json.loads(out.getvalue())
    return found


def collected_story(folder: Path, *more: object) -> dict[str, Any]:
    return told(
        "form", "collect", story.BACK, "--form", story.FOLDER / "bieu-mau.yaml",
        "--units", story.FOLDER / "truong.xlsx", "--figures", story.FOLDER / "so-lieu-2025.sqlite",
        "--common", story.FOLDER / "chung.yaml", "-o", folder, *more,
    )  # fmt: skip


def test_thirty_schools_stand_as_their_returns_say(tmp_path: Path) -> None:
    before = {path: path.read_bytes() for path in story.BACK.iterdir()}
    found = collected_story(tmp_path)
    states = {unit["code"]: unit["state"] for unit in found["units"]}
    assert {code: state for code, state in states.items() if state != "complete"} == {
        "MN-TN": "wrong", "MN-HB": "wrong", "MN-DD": "missing",
        "TH-HD": "wrong", "TH-TT": "twice", "TH-TC": "nothing",
    }  # fmt: skip
    assert [unit["code"] for unit in found["units"] if unit["late"]] == ["THCS-SC"]
    assert [fault["id"] for fault in found["strays"]] == ["VB268"]
    assert {path: path.read_bytes() for path in story.BACK.iterdir()} == before
    letters = {path.stem for path in (tmp_path / "cong-van").iterdir()}
    assert letters == {f"cong-van_{code}" for code, state in states.items() if state != "complete"}
    assert (tmp_path / "so-lieu.sqlite").read_bytes() == (story.FOLDER / "so-lieu.sqlite").read_bytes()


def test_totals_of_the_report_are_those_of_the_figures(tmp_path: Path) -> None:
    code = run(
        ["render", str(story.FOLDER.parent / "bao-cao-tong-hop.yaml"), "-t", "docx", "-o", str(tmp_path)]
    )
    assert code == 0
    (path,) = tmp_path.glob("*.docx")
    cells = [[cell.text for cell in row.cells] for table in Document(str(path)).tables for row in table.rows]
    periods = read_periods(story.FOLDER / "so-lieu.sqlite")
    for row in results(periods[1], periods[0])["chi_tieu"]:
        line = next(line for line in cells if len(line) == 7 and line[1].startswith(f"{row['ten']} ("))
        assert line[3] == so_vn(row["ket_qua"])
        assert line[5] == so_vn(row["ky_truoc"])


def test_nothing_is_overwritten_unasked_and_other_periods_stay(tmp_path: Path) -> None:
    collected_story(tmp_path)
    arguments = [
        "form", "collect", story.BACK, "--form", story.FOLDER / "bieu-mau.yaml",
        "--units", story.FOLDER / "truong.xlsx", "--no-letters", "-o", tmp_path,
    ]  # fmt: skip
    assert run(list(map(str, arguments))) == 5
    told(*arguments, "--set", "ky=2026", "--set", "ky_truoc=2026-6T", "--force")
    periods = read_periods(tmp_path / "so-lieu.sqlite")
    assert [period.ky.ma for period in periods] == ["2025-6T", "2026-6T", "2026"]


@pytest.mark.parametrize("inside", [".", "ket-qua"])
def test_all_may_lie_in_one_folder(tmp_path: Path, inside: str) -> None:
    """A clerk keeps the form, the list, what came back and the results together, and collects again."""
    for name in ("bieu-mau.yaml", "ke-hoach.yaml", "truong.xlsx", "chung.yaml"):
        shutil.copy(story.FOLDER / name, tmp_path)
    for path in sorted(story.BACK.glob("*.xlsx"))[:4]:
        shutil.copy(path, tmp_path)
    arguments = [
        "form", "collect", tmp_path, "--form", tmp_path / "bieu-mau.yaml",
        "--units", tmp_path / "truong.xlsx", "--common", tmp_path / "chung.yaml", "-o", tmp_path / inside,
    ]  # fmt: skip
    first = told(*arguments)
    again = told(*arguments, "--force")
    assert first["strays"] == []
    assert again == first
    assert sum(len(unit["files"]) for unit in again["units"]) == 4


def test_forms_are_made_for_every_unit_all_or_none(tmp_path: Path) -> None:
    found = told("form", "make", story.FOLDER / "bieu-mau.yaml", story.FOLDER / "truong.xlsx", "-o", tmp_path)
    assert len(found["made"]) == 30
    assert {path.name for path in tmp_path.iterdir()} == {Path(path).name for path in found["made"]}
    (tmp_path / "truong.csv").write_text("Mã đơn vị;Tên đơn vị\n;Trường A\n", encoding="utf-8")
    arguments = [
        "form",
        "make",
        story.FOLDER / "bieu-mau.yaml",
        tmp_path / "truong.csv",
        "-o",
        tmp_path / "x",
    ]
    assert run(list(map(str, arguments))) == 3
    assert not (tmp_path / "x").exists()


def test_a_text_that_begins_like_a_formula_stays_a_text(tmp_path: Path) -> None:
    item = ChiTieu("y", "Ý kiến", "chu")
    said = Figure("A", "y", "=HYPERLINK(1)")
    period = Reported(Ky("2026", "năm"), (item,), (DonVi("A", "Trường A"),), {("A", "y"): said})
    assert b";'=HYPERLINK(1);" in figures_csv(period)
    book = openpyxl.load_workbook(io.BytesIO(figures_workbook(period)))
    assert book.worksheets[0]["C2"].data_type == "s"


def test_libreoffice_saves_every_form_of_the_story_anew_and_it_still_reads(tmp_path: Path) -> None:
    for kind in ("xlsx", "docx"):
        files = sorted(story.BACK.glob(f"*.{kind}"))
        again = convert_with_soffice([file.read_bytes() for file in files], kind, kind=kind, timeout_s=300)
        for file, data in zip(files, again, strict=True):
            _written(tmp_path / file.name, data)
    form = read_form(story.FOLDER / "bieu-mau.yaml")
    units = read_schools(story.FOLDER / "truong.xlsx")
    before, after = (
        collect(sorted(folder.glob("*.[dx]*")), form, units) for folder in (story.BACK, tmp_path)
    )
    assert [one.state for one in after.standings] == [one.state for one in before.standings]
    assert {key: one.value for key, one in after.figures.items()} == {
        key: one.value for key, one in before.figures.items()
    }


@settings(max_examples=15)
@given(
    st.lists(
        st.dictionaries(st.sampled_from(("tin", "cuoc", "ty")), st.integers(0, 10**6), min_size=1),
        min_size=1,
        max_size=6,
    )
)
def test_totals_of_a_report_are_those_of_any_figures(reported: list[dict[str, int]]) -> None:
    items = (
        ChiTieu("tin", "Tin, bài", "so_nguyen", "bài", chi_tieu=Decimal(60)),
        ChiTieu("cuoc", "Hội nghị", "so_nguyen", "cuộc", chi_tieu_don_vi=Decimal(2)),
        ChiTieu("ty", "Tỷ lệ chung", "so", cach_gop="trung_binh", chi_tieu=Decimal(98)),
    )
    units = tuple(DonVi(f"T{at}", f"Trường {at}") for at in range(len(reported)))
    figures = {
        (unit.ma, name): Figure(unit.ma, name, Decimal(value))
        for unit, said in zip(units, reported, strict=True)
        for name, value in said.items()
    }
    period = Reported(Ky("2026", "năm 2026"), items, units, figures)
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "so-lieu.sqlite").write_bytes(to_sqlite([period]))
        data = (story.FOLDER.parent / "bao-cao-tong-hop.yaml").read_text("utf-8")
        data = data.replace("{tep: so-lieu/so-lieu.sqlite, ky: 2026-6T}", "so-lieu.sqlite")
        path = _written(Path(folder) / "bao-cao.yaml", data.encode())
        tables = [block for block in read(path, Office()).document.noi_dung if isinstance(block, Table)]
    rows = [[plain(cell.text) for cell in row] for row in tables[0].rows[1:]]
    for item, row in zip(items, rows, strict=True):
        values = [said[item.id] for said in reported if item.id in said]
        if not values:
            assert row[3] == "-"
        elif item.cach_gop == "tong":
            assert parse_so_vn(row[3]) == sum(values)
        else:
            assert abs(parse_so_vn(row[3]) - Decimal(sum(values)) / len(values)) <= Decimal("0.005")
