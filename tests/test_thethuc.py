"""The decree as data: kinds, numbers, forms of authority, ranges."""

from __future__ import annotations

from pathlib import Path

import pytest

from vanban.document import parse_source
from vanban.render.compose import compose
from vanban.render.sheet import Sheet
from vanban.thethuc import BOXES, COMPONENTS, KINDS, LOOK_RANGES, SIZE_SETS, Look, outside
from vanban.thethuc.writing import in_order, number_and_symbol

DECREE_KINDS = "NQ QĐ CT QC QyĐ TC TB HD CTr KH PA ĐA DA BC BB TTr HĐ CĐ BGN BTT GUQ GM GGT GNP PG PC PB"
"""Annex III, part I, in its order; công văn and thư công have none."""


def paper(front: str, body: str = "Nội dung.") -> Sheet:
    return compose(parse_source(f"---\n{front}\n---\n{body}\n").document, Look())


def texts(sheet: Sheet) -> list[str]:
    """Every paragraph of the paper itself, in order."""
    found: list[str] = []
    for item in sheet["sections"][0]["items"]:
        if item["t"] == "p":
            found.append("".join(str(text) for text, _ in item["r"]))
        elif item["t"] == "pair":
            parts = [part for row in item["rows"] for side in row for part in side]
            found += ["".join(str(text) for text, _ in part["r"]) for part in parts if part["t"] == "p"]
    return found


def test_there_are_29_kinds_with_the_abbreviations_of_annex_iii() -> None:
    assert len(KINDS) == 29
    assert [kind.abbreviation for kind in KINDS.values() if kind.abbreviation] == DECREE_KINDS.split(" ")


def test_every_component_stands_in_a_box_of_the_plan_and_cites_its_clause() -> None:
    for row in COMPONENTS.values():
        assert row.box == "" or row.box in BOXES
        assert row.clause.startswith(("Phụ lục I, Phần I", "Phụ lục III"))
        assert row.size.least <= row.size.default <= row.size.most


def test_the_sizes_of_every_set_keep_to_the_ranges_of_section_v() -> None:
    for name in SIZE_SETS:
        for style in Look(bo_co_chu=name).styles.values():  # type: ignore[arg-type]
            assert COMPONENTS[style.id].size.allows(style.size_pt), (name, style.id)


@pytest.mark.parametrize(
    ("kind", "so", "ky_hieu", "printed"),
    [
        ("ke-hoach", "5", "UBND", "Số: 05/KH-UBND"),
        ("ke-hoach", "05", "KH-UBND", "Số: 05/KH-UBND"),
        ("ke-hoach", "0125", "KH-UBND", "Số: 0125/KH-UBND"),
        ("to-trinh", "12", "VHXH", "Số: 12/TTr-VHXH"),
        ("quyet-dinh", "9", "QĐ-THBM", "Số: 09/QĐ-THBM"),
        ("cong-van", "12", "UBND-VHXH", "Số: 12/UBND-VHXH"),
    ],
)
def test_number_and_symbol_are_written_without_spaces(kind: str, so: str, ky_hieu: str, printed: str) -> None:
    assert number_and_symbol(KINDS[kind], so, ky_hieu, "ỦY BAN NHÂN DÂN") == printed


def test_a_number_that_is_not_known_leaves_room_for_the_pen() -> None:
    printed = number_and_symbol(KINDS["ke-hoach"], "", "", "ỦY BAN NHÂN DÂN")
    assert printed.startswith("Số:")
    assert printed.endswith("/KH-UBND")
    assert len(printed) > len("Số: /KH-UBND") + 4


@pytest.mark.parametrize(
    "lines",
    [
        ["KT. CHỦ TỊCH", "TM. ỦY BAN NHÂN DÂN"],
        ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"],
    ],
)
def test_the_collective_stands_above_who_signs_for_its_head(lines: list[str]) -> None:
    assert in_order(lines) == ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"]


def test_the_second_line_of_an_authority_stays_with_it() -> None:
    lines = ["KT. CHỦ TỊCH", "TM. ỦY BAN NHÂN DÂN", "PHƯỜNG TÂY MỖ"]
    assert in_order(lines) == ["TM. ỦY BAN NHÂN DÂN", "PHƯỜNG TÂY MỖ", "KT. CHỦ TỊCH"]


def test_a_choice_outside_the_range_is_named_with_its_clause() -> None:
    faults = outside(Look(le_trai=25, cach_dong=2, lui_dau_dong=11))
    assert {name for name, _, _ in faults} == {"le_trai", "cach_dong", "lui_dau_dong"}
    assert all(allowed.clause.startswith("Phụ lục I") for _, _, allowed in faults)
    assert outside(Look()) == []
    assert set(LOOK_RANGES) <= set(Look.__dataclass_fields__)


def test_bases_end_with_semicolons_and_the_last_with_a_full_stop() -> None:
    lines = texts(paper("loai: ke-hoach\nco_quan: X\ncan_cu: [Luật A;, 'Nghị định B.', Theo đề nghị của C]"))
    assert [line for line in lines if line.startswith(("Căn cứ", "Theo"))] == [
        "Căn cứ Luật A;",
        "Căn cứ Nghị định B;",
        "Theo đề nghị của C.",
    ]


@pytest.mark.parametrize(
    ("body", "end"),
    [("Hết.", "Hết./."), ("Hết./.", "Hết./."), ("Hết:", "Hết./."), ("Hết", "Hết./."), ("v.v...", "v.v./.")],
)
def test_the_content_ends_with_the_mark_of_the_forms(body: str, end: str) -> None:
    assert end in texts(paper("loai: ke-hoach\nco_quan: X", body))


def test_recipients_come_with_dash_semicolon_and_the_file_copy_last() -> None:
    front = "loai: to-trinh\nco_quan: X\nkinh_gui: UBND phường;\nnoi_nhan: ['- Sở A;', Phòng B.]\nluu: VT, B."
    lines = texts(paper(front))
    at = lines.index("Nơi nhận:")
    assert lines[at + 1 : at + 5] == ["- Như trên;", "- Sở A;", "- Phòng B;", "- Lưu: VT, B."]


def test_a_decision_names_the_article_that_is_carried_out_and_issues_its_command() -> None:
    front = "loai: quyet-dinh\nco_quan: X\ntham_quyen_ban_hanh: Hiệu trưởng Trường X\ncan_cu: Luật A"
    lines = texts(paper(front, "Điều 1. Ban hành quy chế.\nĐiều 2. Các tổ thi hành Quyết định này."))
    assert lines.index("HIỆU TRƯỞNG TRƯỜNG X") < lines.index("Căn cứ Luật A.") < lines.index("QUYẾT ĐỊNH:")
    assert "- Như Điều 2;" in lines


def test_a_letter_has_its_subject_under_the_number_and_no_name_of_kind() -> None:
    front = "loai: cong-van\nco_quan: X\nso: 7\nky_hieu: X-VP\ntrich_yeu: V/v mời họp\nkinh_gui: [A, B]"
    lines = texts(paper(front))
    at = lines.index("Số: 07/X-VP")
    assert lines[at + 1] == "V/v mời họp"
    assert "CÔNG VĂN" not in lines
    assert lines[lines.index("Kính gửi:") + 1 :][:2] == ["- A;", "- B."]


def test_minutes_have_no_place_and_date_and_two_signers_side_by_side() -> None:
    front = (
        "loai: bien-ban\nco_quan: X\ndia_danh: Y\nngay: 2026-01-02\n"
        "nguoi_ky: [{chuc_vu: THƯ KÝ, ho_ten: A, vi_tri: trai}, {chuc_vu: CHỦ TỌA, ho_ten: B}]"
    )
    sheet = paper(front)
    assert not any("ngày" in line for line in texts(sheet))
    signatures = sheet["sections"][0]["items"][-1]
    assert signatures["t"] == "pair"
    assert len(signatures["rows"]) == 2


def test_a_report_to_a_superior_alone_has_addressees() -> None:
    front = "loai: bao-cao\nco_quan: X\n"
    assert not any(line.startswith("Kính gửi") for line in texts(paper(front)))
    assert "Kính gửi: Y" in texts(paper(front + "kinh_gui: Y"))


def test_annexes_are_numbered_in_roman_only_when_there_are_several() -> None:
    def names(body: str) -> list[str]:
        sections = paper("loai: ke-hoach\nco_quan: X", body)["sections"][1:]
        firsts = [section["items"][0] for section in sections]
        return ["".join(str(t) for t, _ in item["r"]) for item in firsts if item["t"] == "p"]

    assert names("A.\n\nPhụ lục\nM\n\nB.") == ["Phụ lục"]
    assert names("A.\n\nPhụ lục I\nM\n\nB.\n\nPhụ lục II {ngang}\nN\n\nC.") == ["Phụ lục I", "Phụ lục II"]


def test_an_electronic_paper_leaves_the_places_of_the_annex_line_blank() -> None:
    front = "loai: ke-hoach\nco_quan: ỦY BAN NHÂN DÂN XÃ X\nso: 5\nngay: 2026-03-16\nhinh_thuc: "
    for form, filled in (("giay", True), ("dien_tu", False)):
        annex = paper(front + form, "A.\n\nPhụ lục\nM\n\nB.")["sections"][1]["items"]
        line = next(item for item in annex if item["t"] == "p" and item["s"] == "kem_theo")
        text = "".join(str(t) for t, _ in line["r"])
        assert ("05/KH-UBND" in text) is filled
        assert "Ủy ban nhân dân xã X" in text


def test_no_other_module_writes_a_size_or_an_abbreviation_of_the_decree() -> None:
    package = Path(__file__).parents[1] / "vanban"
    for path in package.rglob("*.py"):
        if "thethuc" in path.parts:
            continue
        text = path.read_text(encoding="utf-8")
        assert '"KH"' not in text, path
        assert "size_pt=14" not in text, path
