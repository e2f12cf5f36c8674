"""The commendation dossier: from the list to every paper, and what it refuses or warns of."""

from __future__ import annotations

import io
import json
import re
import subprocess
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path

import docx
import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from vanban.cli.app import run
from vanban.dossier import make_dossier
from vanban.errors import CannotWriteError, Fault, InputError
from vanban.so_lieu import ChiTieu, DonVi, Figure, Ky, Reported, to_sqlite
from vanban.thethuc.khen_thuong import award_named, threshold_of
from vanban.thethuc.validity import REPLACED
from vanban.tools.soffice import convert_with_soffice

SAMPLE = Path(__file__).parent.parent / "samples" / "khen-thuong"
LIST, COMMON = SAMPLE / "danh-sach.xlsx", SAMPLE / "chung.yaml"
NHIEM_VU = ["nhiem_vu=Giảng dạy."]
"""What the reports of a list without duties take from the common file."""


def changed(place: Path, cells: Mapping[str, str | float | None], *, sheet: str = "Danh sách") -> Path:
    """The sample list with other values in these cells."""
    workbook = load_workbook(LIST)
    for cell, value in cells.items():
        workbook[sheet][cell] = value
    path = place / "danh-sach.xlsx"
    workbook.save(path)
    return path


def common(place: Path, old: str, new: str) -> Path:
    """The sample's common file with other words."""
    text = COMMON.read_text("utf-8")
    assert old in text
    path = place / "chung.yaml"
    text = text.replace("../so-lieu/", f"{SAMPLE.parent}/so-lieu/") if "../" not in old else text
    path.write_text(text.replace(old, new), "utf-8")
    return path


def refused(place: Path, listed: Path = LIST, shared: Path = COMMON, sets: Sequence[str] = ()) -> list[Fault]:
    """The faults of a dossier that is not made; nothing is written then."""
    with pytest.raises(InputError) as failure:
        make_dossier(listed, common=shared, sets=sets, folder=place / "out", formats=["docx"])
    assert not (place / "out").exists()
    return list(failure.value.faults)


def warned(
    place: Path, listed: Path = LIST, shared: Path = COMMON, sets: Sequence[str] = ()
) -> tuple[Fault, ...]:
    return make_dossier(listed, common=shared, sets=sets, folder=place / "out", formats=["docx"]).warnings


def tables(path: Path) -> list[list[list[str]]]:
    return [
        [[cell.text for cell in row.cells] for row in table.rows] for table in docx.Document(str(path)).tables
    ]


def text(path: Path) -> str:
    return "\n".join(paragraph.text for paragraph in docx.Document(str(path)).paragraphs)


def headed(path: Path, *words: str) -> list[list[list[str]]]:
    """The rows, without the header, of the tables with these words in their headers."""
    return [table[1:] for table in tables(path) if all(word in " ".join(table[0]) for word in words)]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dossier") / "ho-so"
    result = make_dossier(LIST, common=COMMON, folder=folder)
    assert (result.groups, result.people, result.warnings) == (4, 6, ())
    assert sorted(result.files) == sorted(path.name for path in folder.iterdir())
    return folder


# What comes out ------------------------------------------------------------------------------------------


def test_proposal_lists_reports_and_minutes_count_the_same(made: Path) -> None:
    rows = [row for row in load_workbook(LIST)["Danh sách"].iter_rows(min_row=2, values_only=True) if row[0]]
    groups = sum(row[1] == "tập thể" for row in rows)
    people = len(rows) - groups
    proposal, minutes = made / "01-to-trinh.docx", made / "02-bien-ban.docx"
    for paper in (proposal, minutes):
        assert re.search(rf"0{groups} \(bốn\) tập thể và 0{people} \(sáu\) cá nhân", text(paper))
    listed = [*headed(proposal, "Tên tập thể"), *headed(proposal, "Họ và tên")]
    voted = [*headed(minutes, "Tên tập thể", "Tán thành"), *headed(minutes, "Họ và tên", "Tán thành")]
    assert [len(one) for one in listed] == [len(one) for one in voted] == [groups, people]
    assert [[row[1] for row in one] for one in listed] == [[row[1] for row in one] for one in voted]
    assert len(list(made.glob("*-bao-cao-*.docx"))) == len(rows)


def test_cases_stand_by_award_and_then_in_the_vietnamese_order(made: Path) -> None:
    people = headed(made / "01-to-trinh.docx", "Họ và tên")[0]
    assert [(row[1], row[4]) for row in people] == [
        ("Trần Thị Ánh", "Chiến sĩ thi đua cơ sở"),
        ("Nguyễn Văn K", "Chiến sĩ thi đua cơ sở"),
        ("Phạm Văn An", "Lao động tiên tiến"),
        ("Lê Thị Ân", "Lao động tiên tiến"),
        ("Nguyễn Thị Đào", "Lao động tiên tiến"),
        ("Vũ Thị Dung", "Giấy khen của Chủ tịch Ủy ban nhân dân phường"),
    ]


def test_minutes_print_the_votes_of_every_case(made: Path) -> None:
    people = headed(made / "02-bien-ban.docx", "Họ và tên", "Tán thành")[0]
    assert people[0][1:2] + people[0][4:] == ["Trần Thị Ánh", "08/09", "01", "88,9%"]
    words = text(made / "02-bien-ban.docx")
    assert "08/09 thành viên" in words
    assert "Vắng mặt: 01 thành viên (Ngô Văn K)" in words
    assert "ít nhất 08/09 thành viên Hội đồng tán thành" in text(made / "01-to-trinh.docx")


def test_a_report_has_the_honours_and_figures_of_the_other_sheets(made: Path) -> None:
    (person,) = made.glob("*nguyen-van-k.docx")
    assert [row[0] for row in headed(person, "Danh hiệu thi đua")[0]] == ["2024 - 2025"]
    assert "Số 165/QĐ-UBND" in headed(person, "Hình thức khen thưởng")[0][0][2]
    assert "đề nghị tặng danh hiệu “Chiến sĩ thi đua cơ sở”" in text(person)
    assert "sinh: 12/03/1980" in text(person)
    (group,) = made.glob("*binh-minh.docx")
    assert headed(group, "Chỉ tiêu")[0][1] == ["2", "Lượt mượn sách tại thư viện (lượt)", "7.640", "10.314"]
    (inside,) = made.glob("*to-nuoi-duong.docx")
    assert "Tên tập thể đề nghị: Tổ Nuôi dưỡng, Trường Mầm non Sơn Ca." in text(inside)
    assert tables(inside)[0][0][0].splitlines()[:2] == ["TRƯỜNG MẦM NON SƠN CA", "TỔ NUÔI DƯỠNG"]


def test_one_pdf_binds_all_papers_in_order(made: Path) -> None:
    bound = PdfReader(made / "ho-so-khen-thuong.pdf")
    alone = [PdfReader(path) for path in sorted(made.glob("[0-9]*.pdf"))]
    assert len(bound.pages) == sum(len(paper.pages) for paper in alone)
    said = [str(item["/Title"]) for item in bound.outline if not isinstance(item, list)]
    assert len(said) == len(alone) == 12
    assert said[0].startswith("19/TTr-VHXH")
    assert said[1].startswith("04/BB-HĐTĐKT")
    pages = subprocess.run(
        ["pdftotext", "-layout", made / "01-to-trinh.pdf", "-"], capture_output=True, check=True, text=True
    ).stdout
    assert "DANH SÁCH TẬP THỂ ĐỀ NGHỊ KHEN THƯỞNG" in pages
    assert "DANH SÁCH CÁ NHÂN ĐỀ NGHỊ KHEN THƯỞNG" in pages


def test_libreoffice_draws_every_paper_with_its_tables(made: Path) -> None:
    papers = sorted(made.glob("*.docx"))
    drawn = [
        "".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)
        for pdf in convert_with_soffice([paper.read_bytes() for paper in papers])
    ]
    assert len(drawn) == len(papers)
    assert all("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in words for words in drawn)
    assert all("88,9%" in words for words in drawn[:2])
    assert all("CÁC HÌNH THỨC ĐÃ ĐƯỢC KHEN THƯỞNG" in words for words in drawn[2:])


def test_people_alone_make_a_dossier_without_a_word_of_collectives(tmp_path: Path) -> None:
    workbook = load_workbook(LIST)
    workbook["Danh sách"].delete_rows(2, 4)
    workbook["Danh hiệu thi đua"].delete_rows(2, 2)
    workbook.remove(workbook["Số liệu"])
    workbook.save(tmp_path / "list.xlsx")
    result = make_dossier(tmp_path / "list.xlsx", common=COMMON, folder=tmp_path / "out", formats=["docx"])
    assert (result.groups, result.people) == (0, 6)
    for paper in ("01-to-trinh.docx", "02-bien-ban.docx"):
        words = text(tmp_path / "out" / paper)
        assert "06 (sáu) cá nhân" in words
        assert "0 tập thể" not in words
        assert "tập thể, cá nhân có thành tích" not in words
        assert headed(tmp_path / "out" / paper, "Tên tập thể") == []
    assert "(Danh sách tại Phụ lục kèm theo Tờ trình này.)" in text(tmp_path / "out" / "01-to-trinh.docx")
    assert not (tmp_path / "out" / "ho-so-khen-thuong.pdf").exists()


def test_a_collective_shows_the_figures_that_it_reported(tmp_path: Path) -> None:
    item = ChiTieu("sach", "Lượt mượn sách", don_vi_tinh="lượt", chi_tieu_don_vi=Decimal(9000))
    hidden = ChiTieu("lop", "Số lớp")
    unit = DonVi("THBM", "Trường Tiểu học Bình Minh")

    def figures(number: Decimal) -> dict[tuple[str, str], Figure]:
        return {("THBM", name): Figure("THBM", name, number) for name in ("sach", "lop")}

    periods = [
        Reported(Ky(ky, ky, truoc), (item, hidden), (unit,), figures(Decimal(n)))
        for ky, truoc, n in (("2025", "", 7640), ("2026", "2025", 12345))
    ]
    (tmp_path / "figures.sqlite").write_bytes(to_sqlite(periods))
    listed = changed(tmp_path, {"U2": None, "U3": "THBM", "U4": None})
    shared = common(tmp_path, "../so-lieu/so-lieu.sqlite\nky_so_lieu: 2026-6T", "figures.sqlite")
    assert warned(tmp_path, listed, shared) == ()
    (group,) = (tmp_path / "out").glob("*binh-minh.docx")
    rows = headed(group, "Chỉ tiêu")[0]
    assert rows[0] == ["1", "Lượt mượn sách (lượt)", "7.640", "12.345"]
    assert [row[1] for row in rows[1:]] == [
        "Học sinh hoàn thành chương trình lớp học (%)",
        "Lượt mượn sách tại thư viện (lượt)",
    ]
    listed = changed(tmp_path, {"U2": None, "U3": "THXX", "U4": None})
    (fault,) = refused(tmp_path / "again", listed, shared)
    assert (fault.kind, fault.place.cell) == ("VB265", "Danh sách!U3")


def test_a_hundred_cases_sort_by_their_names_in_the_folder(tmp_path: Path) -> None:
    rows = [
        ["loai_de_nghi", "ten", "chuc_vu", "don_vi", "hinh_thuc_de_nghi", "tan_thanh", "so_nam", "tom_tat"]
    ]
    same = ["Giáo viên", "Trường A", "Giấy khen", "9", "1", "Tốt"]
    rows += [
        ["cá nhân", f"Nguyễn Văn {'ABCDEGHIKL'[n // 10]}{'abcdeghikl'[n % 10]}", *same] for n in range(100)
    ]
    path = tmp_path / "list.csv"
    path.write_text("\n".join(",".join(row) for row in rows), "utf-8")
    made = make_dossier(path, common=COMMON, folder=tmp_path / "out", formats=["docx"], sets=NHIEM_VU)
    assert made.people == 100
    assert list(made.files) == sorted(made.files)
    listed = headed(tmp_path / "out" / "001-to-trinh.docx", "Họ và tên")[0]
    assert len(listed) == len(headed(tmp_path / "out" / "002-bien-ban.docx", "Họ và tên", "Tỷ lệ")[0]) == 100


# What is refused -----------------------------------------------------------------------------------------


def test_all_faults_are_told_at_once_with_their_cells(tmp_path: Path) -> None:
    listed = changed(tmp_path, {"B2": "nhóm", "F7": "Giải thưởng lớn", "E8": None, "G9": "chín"})
    found = {(fault.kind, fault.place.cell) for fault in refused(tmp_path, listed)}
    assert ("VB141", "Danh sách!G9") in found
    listed = changed(tmp_path, {"B2": "nhóm", "F7": "Giải thưởng lớn", "E8": None})
    found = {(fault.kind, fault.place.cell) for fault in refused(tmp_path, listed)}
    assert found == {("VB292", "Danh sách!B2"), ("VB290", "Danh sách!F7"), ("VB140", "Danh sách!E8")}


def test_nobody_stands_twice_however_the_name_is_typed(tmp_path: Path) -> None:
    again = {"C10": "PHẠM  VĂN an", "E10": "Trường Tiểu học Bình Minh", "A11": "CN3"}
    found = [(f.kind, f.place.cell, f.details["first"]) for f in refused(tmp_path, changed(tmp_path, again))]
    assert sorted(found) == [
        ("VB291", "Danh sách!A11", "Danh sách!A8"),
        ("VB291", "Danh sách!C10", "Danh sách!C9"),
    ]


def test_people_of_one_name_are_two_in_two_offices_or_with_two_birthdays(tmp_path: Path) -> None:
    assert warned(tmp_path, changed(tmp_path, {"C10": "Phạm Văn An"})) == ()
    twins = {"C10": "Phạm Văn An", "E10": "Trường Tiểu học Bình Minh", "M10": "01/02/1990"}
    (fault,) = refused(tmp_path / "again", changed(tmp_path, twins))
    assert fault.kind == "VB291"
    assert warned(tmp_path / "more", changed(tmp_path, {**twins, "M9": "03/04/1985"})) == ()


@pytest.mark.parametrize("votes", [10, -1, 7.5])
def test_votes_are_whole_and_no_more_than_the_members(tmp_path: Path, votes: float) -> None:
    (fault,) = refused(tmp_path, changed(tmp_path, {"G6": votes}))
    assert (fault.kind, fault.place.cell, fault.details["members"]) == ("VB293", "Danh sách!G6", 9)


def test_who_presides_is_a_member(tmp_path: Path) -> None:
    shared = common(tmp_path, "chu_tri: Nguyễn Văn A", "chu_tri: Nguyễn Văn Z")
    (fault,) = refused(tmp_path, shared=shared)
    assert (fault.kind, fault.place.part) == ("VB299", "chu_tri")
    assert fault.place.line


def test_rows_of_other_sheets_belong_to_a_case(tmp_path: Path) -> None:
    listed = changed(tmp_path, {"A3": "TT9"}, sheet="Số liệu")
    (fault,) = refused(tmp_path, listed)
    assert (fault.kind, fault.place.cell) == ("VB188", "Số liệu!A3")


def test_a_key_that_no_paper_asks_for_is_named_once(tmp_path: Path) -> None:
    faults = refused(tmp_path, shared=common(tmp_path, "dia_diem:", "dia_diemm:"))
    assert [(f.kind, f.details.get("key")) for f in faults if f.kind == "VB020"] == [("VB020", "dia_diemm")]
    assert [f.kind for f in faults].count("VB140") == 1


def test_a_section_of_the_common_file_is_no_text(tmp_path: Path) -> None:
    (fault,) = refused(tmp_path, sets=["bao_cao_ca_nhan=ngày 15"])
    assert (fault.kind, fault.details["part"]) == ("VB025", "bao_cao_ca_nhan")


def test_a_letter_that_no_font_has_is_told_at_its_row(tmp_path: Path) -> None:
    (fault, *_more) = refused(tmp_path, changed(tmp_path, {"K9": "Hoàn thành tốt \U0001f600"}))
    assert (fault.kind, fault.place.cell) == ("VB063", "Danh sách!C9")


def test_nothing_is_written_over_without_force(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "02-bien-ban.docx").write_bytes(b"mine")
    with pytest.raises(CannotWriteError):
        make_dossier(LIST, common=COMMON, folder=tmp_path / "out", formats=["docx"])
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["02-bien-ban.docx"]


# Law: refused where it is certain, warned of where it is not --------------------------------------------


def test_too_few_votes_are_refused_under_the_decree_that_was_read(tmp_path: Path) -> None:
    shared = common(tmp_path, "ngay: 2026-06-26", "ngay: 2025-06-26")
    faults = refused(tmp_path, changed(tmp_path, {"G6": 7}), shared)
    assert [(fault.kind, fault.place.cell) for fault in faults] == [("VB294", "Danh sách!G6")]
    assert "80%" in faults[0].message
    assert "7/9" in faults[0].message


def test_too_few_votes_are_warned_of_under_the_decree_in_force(tmp_path: Path) -> None:
    (warning,) = warned(tmp_path, changed(tmp_path, {"G6": 7}))
    assert (warning.kind, warning.place.cell) == ("VB295", "Danh sách!G6")
    assert "98/2023" in warning.remedy
    assert (tmp_path / "out" / "01-to-trinh.docx").exists()


def test_awards_without_a_known_share_ask_for_none(tmp_path: Path) -> None:
    assert warned(tmp_path, changed(tmp_path, {"G5": 5, "G11": 1})) == ()


def test_years_of_merits_cover_what_the_award_asks_for(tmp_path: Path) -> None:
    listed = changed(tmp_path, {"F6": "Chiến sỹ thi đua Thành phố", "H6": 2, "G6": 9})
    (warning,) = warned(tmp_path, listed)
    assert (warning.kind, warning.place.cell, warning.details["years"]) == ("VB296", "Danh sách!H6", 3)


def test_a_basis_that_was_out_of_force_on_the_day_is_named(tmp_path: Path) -> None:
    basis = "Khoản 2 Điều 9 Nghị định số 98/2023/NĐ-CP"
    (fault,) = refused(tmp_path, changed(tmp_path, {"J6": f"{basis}; Công văn số 15/UBND-VHXH"}))
    assert (fault.kind, fault.place.cell) == ("VB297", "Danh sách!J6")
    assert "152/2025/NĐ-CP" in fault.message


def test_a_basis_of_the_proposal_is_judged_on_the_day_of_the_proposal(tmp_path: Path) -> None:
    shared = common(tmp_path, "Căn cứ Biên bản số 04", "Căn cứ Thông tư số 01/2024/TT-BNV và Biên bản số 04")
    assert [fault.kind for fault in refused(tmp_path, shared=shared)] == ["VB297"]
    late = common(tmp_path, "ngay: 2026-06-26", "ngay: 2026-11-26")
    (warning,) = warned(tmp_path, shared=late)
    assert warning.kind == "VB298"
    assert "06/2026/QH16" in warning.message


def test_the_law_of_the_dossier_is_that_of_the_check() -> None:
    rows = {row.document: row for row in REPLACED}
    assert rows["98/2023/NĐ-CP"].until == date(2025, 7, 1)
    needed = award_named("Danh hiệu “Chiến sỹ thi đua cơ sở”", "ca_nhan")
    assert needed
    before, after = (threshold_of(needed, day) for day in (date(2025, 6, 30), date(2025, 7, 1)))
    assert before
    assert after
    assert (before.percent, before.confirmed, after.percent, after.confirmed) == (80, True, 80, False)


@pytest.mark.parametrize(
    ("words", "loai", "name"),
    [
        ("Chiến sĩ thi đua cơ sở", "ca_nhan", "Chiến sĩ thi đua cơ sở"),
        ("Chiến sĩ thi đua cấp tỉnh", "ca_nhan", "Chiến sĩ thi đua bộ, ban, ngành, tỉnh"),
        ("Bằng khen của Thủ tướng Chính phủ", "tap_the", "Bằng khen của Thủ tướng Chính phủ"),
        ("Bằng khen của Chủ tịch UBND tỉnh", "tap_the", "Bằng khen của bộ, ban, ngành, tỉnh"),
        ("Giấy khen", "tap_the", "Giấy khen"),
        ("Lao động tiên tiến", "tap_the", None),
        ("Huân chương Lao động hạng Ba", "ca_nhan", "Huân chương Lao động"),
    ],
)
def test_awards_are_known_however_they_are_typed(words: str, loai: str, name: str | None) -> None:
    award = award_named(words, loai)  # type: ignore[arg-type]
    assert (award.name if award else None) == name


# The command --------------------------------------------------------------------------------------------


def test_the_command_tells_what_it_made_and_what_to_look_at(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    listed = changed(tmp_path, {"G6": 7})
    arguments = ["dossier", str(listed), "--common", str(COMMON), "-t", "docx"]
    assert run([*arguments, "-o", str(tmp_path / "one"), "--set", "so=20", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["groups"], told["people"], len(told["made"])) == (4, 6, 12)
    assert [warning["id"] for warning in told["warnings"]] == ["VB295"]
    assert "20/TTr-VHXH" in tables(tmp_path / "one" / "01-to-trinh.docx")[0][1][0]
    assert run([*arguments, "-o", str(tmp_path / "one")]) == 5
    assert run([*arguments, "-o", str(tmp_path / "one"), "--force"]) == 0
    shown = capsys.readouterr()
    assert "VB295" in shown.err
    assert "4 tập thể và 6 cá nhân" in shown.out
