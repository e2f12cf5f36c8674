"""An office's settings: found from a file upwards, kept inside the decree's ranges."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import pytest

from vanban.document import parse_source
from vanban.errors import Fault, InputError
from vanban.located import load_yaml
from vanban.office import PARTS, Office, find_office, starter
from vanban.thethuc import Look


def office(folder: Path, text: str) -> Office:
    (folder / "vanban.yaml").write_text(text, "utf-8")
    return find_office(folder)


def faults(folder: Path, text: str) -> list[Fault]:
    with pytest.raises(InputError) as caught:
        office(folder, text)
    return list(caught.value.faults)


def test_without_settings_the_decree_decides(tmp_path: Path) -> None:
    assert find_office(tmp_path) == Office(Look(), {}, None)
    assert find_office(tmp_path).templates is None


def test_the_nearest_settings_hold(tmp_path: Path) -> None:
    deep = tmp_path / "2026" / "thang-3"
    deep.mkdir(parents=True)
    office(tmp_path, "dia_danh: A\n")
    assert find_office(deep).defaults == {"dia_danh": "A"}
    assert find_office(deep / "ke-hoach.md").folder == tmp_path
    office(deep.parent, "dia_danh: B\n")
    found = find_office(deep)
    assert found.defaults == {"dia_danh": "B"}
    assert found.templates == deep.parent / "templates"


def test_settings_that_change_are_read_again(tmp_path: Path) -> None:
    assert office(tmp_path, "dia_danh: A\n").defaults == {"dia_danh": "A"}
    assert office(tmp_path, "dia_danh: Hà Nội\n").defaults == {"dia_danh": "Hà Nội"}


def test_an_office_chooses_its_look(tmp_path: Path) -> None:
    look = office(
        tmp_path, 'trinh_bay: {bo_co_chu: 13, le_trai: "32,5", lui_dau_dong: 10, to_do_khan: có}'
    ).look
    assert look == Look(bo_co_chu="13", le_trai=32.5, lui_dau_dong=10, to_do_khan=True)


def test_a_choice_outside_the_range_cites_the_clause(tmp_path: Path) -> None:
    found = faults(tmp_path, "trinh_bay:\n  le_trai: 25\n  lui_dau_dong: 11\n")
    assert [(fault.kind, fault.place.line, fault.place.column) for fault in found] == [
        ("VB050", 2, 12),
        ("VB050", 3, 17),
    ]
    assert "30 - 35 mm" in found[0].message
    assert "Phụ lục I, Phần I, I.3" in found[0].message
    assert "II.6.e" in found[1].message


def test_all_faults_are_told_at_once(tmp_path: Path) -> None:
    found = faults(
        tmp_path,
        "co_qan: A\nso: 5\ntrinh_bay:\n  le_tren: nhiều\n  letrai: 30\n  bo_co_chu: 15\n  to_do_khan: vẽ\n",
    )
    assert [(fault.kind, fault.place.line) for fault in found] == [
        ("VB020", 1), ("VB021", 2), ("VB123", 4), ("VB020", 5), ("VB024", 6), ("VB024", 7),
    ]  # fmt: skip
    assert "co_quan" in found[0].remedy
    assert found[0].place.file == str(tmp_path / "vanban.yaml")


def test_broken_settings_say_where(tmp_path: Path) -> None:
    assert [(fault.kind, fault.place.line) for fault in faults(tmp_path, "co_quan: A: B\n")] == [("VB026", 1)]
    assert [fault.kind for fault in faults(tmp_path, "trinh_bay: 13\n")] == ["VB025"]


def test_an_office_gives_the_parts_that_a_paper_leaves_out(tmp_path: Path) -> None:
    found = office(tmp_path, "co_quan: [A, B]\nnguoi_ky: {ho_ten: Nguyễn Văn A}\nluu: VT, X\n")
    document = parse_source("---\nloai: ke-hoach\nluu: VT\n---\n", defaults=found.defaults).document
    assert (document.co_quan, document.nguoi_ky[0].ho_ten, document.luu) == (("A", "B"), "Nguyễn Văn A", "VT")


def test_the_starter_changes_nothing_and_shows_every_choice(tmp_path: Path) -> None:
    found = office(tmp_path, starter())
    assert found.look == Look()
    assert load_yaml(starter())["trinh_bay"].keys() == {choice.name for choice in fields(Look)}  # type: ignore[attr-defined]
    assert found.defaults.keys() <= set(PARTS)
    document = parse_source("---\nloai: ke-hoach\nco_quan: A\n---\n", defaults=found.defaults).document
    assert document == parse_source("---\nloai: ke-hoach\nco_quan: A\n---\n").document


def test_an_office_chooses_the_rules_of_its_checks(tmp_path: Path) -> None:
    found = office(tmp_path, "kiem_tra:\n  chon: TT-02*\n  bo_qua: [TT-0904, TT-21*]\n")
    assert (found.chon, found.bo_qua) == (("TT-02*",), ("TT-0904", "TT-21*"))
    assert not found.defaults


def test_a_wrong_choice_of_rules_is_a_fault_at_its_line(tmp_path: Path) -> None:
    wrong = faults(tmp_path, "kiem_tra:\n  chon: [[TT-02]]\n  bo: TT-03\n")
    assert [(fault.kind, fault.place.line) for fault in wrong] == [("VB025", 2), ("VB021", 3)]
