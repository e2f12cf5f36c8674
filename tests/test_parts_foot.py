"""Signers and recipients are found in any layout, and what comes behind them are annexes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from tests.papers_by_hand import cells, p, paper, told
from tests.test_parts_body import HEAD, SENTENCE
from vanban.paper import Paragraph
from vanban.parts import Anatomy, find_parts

TOP = (*HEAD, p("KẾ HOẠCH", "bc"), p("Năm 2026", "bc"), p(), p(SENTENCE, "j"), p(f"{SENTENCE[:-1]}./.", "j"))
LEFT = (p("Nơi nhận:", "bi"), p("- Như trên;"), p("- Các trường học;"), p("- Lưu: VT."))
RIGHT = (
    p("TM. ỦY BAN NHÂN DÂN", "bc"),
    p("KT. CHỦ TỊCH", "bc"),
    p("PHÓ CHỦ TỊCH", "bc"),
    p(),
    p(),
    p(),
    p("Nguyễn Văn A", "bc"),
)
FOOT = [
    ("noi_nhan", "- Các trường học;"),
    ("noi_nhan", "- Lưu: VT."),
    ("noi_nhan", "- Như trên;"),
    ("noi_nhan_tu", "Nơi nhận:"),
    ("quyen_han", "KT. CHỦ TỊCH"),
    ("quyen_han", "PHÓ CHỦ TỊCH"),
    ("quyen_han", "TM. ỦY BAN NHÂN DÂN"),
    ("ho_ten", "Nguyễn Văn A"),
]


def anatomy(*foot: Paragraph) -> Anatomy:
    return find_parts(paper(*TOP, *foot))


def foot_of(*foot: Paragraph) -> list[tuple[str, str]]:
    """What is found below the body."""
    return told([part for part in anatomy(*foot).parts if part.paragraph.number > len(TOP)])


def in_boxes(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    return [p(one.text, "bc" if one.text.isupper() else "c", story="textbox") for one in paragraphs]


LAYOUTS: dict[str, list[Paragraph]] = {
    "table": cells(2, [LEFT, RIGHT]),
    "table of rows": cells(2, [LEFT[:1], RIGHT[:3]], [LEFT[1:], RIGHT[3:6]], [[p()], RIGHT[6:]]),
    "table, signer first": cells(2, [RIGHT, LEFT]),
    "one cell": cells(2, [[*LEFT, *RIGHT]]),
    "tabs": [
        p("Nơi nhận:\tTM. ỦY BAN NHÂN DÂN", "b"),
        p("- Như trên;\tKT. CHỦ TỊCH"),
        p("- Các trường học;\tPHÓ CHỦ TỊCH"),
        p("- Lưu: VT."),
        p("\t\tNguyễn Văn A", "b"),
    ],
    "spaces": [
        p("Nơi nhận:                      TM. ỦY BAN NHÂN DÂN", "b"),
        p("- Như trên;                          KT. CHỦ TỊCH"),
        p("- Các trường học;                    PHÓ CHỦ TỊCH"),
        p("- Lưu: VT."),
        p(),
        p("                                     Nguyễn Văn A", "b"),
    ],
    "text boxes": in_boxes(LEFT) + in_boxes([one for one in RIGHT if one.text]),
    "recipients first": [*LEFT, *RIGHT],
    "signer first": [*RIGHT, *LEFT],
    "line breaks": cells(
        2,
        [
            [p("Nơi nhận:\n- Như trên;\n- Các trường học;\n- Lưu: VT.")],
            [p("TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\n\n\nNguyễn Văn A", "bc")],
        ],
    ),
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_foot_is_found_in_any_layout(layout: str) -> None:
    assert sorted(foot_of(*LAYOUTS[layout])) == sorted(FOOT)


@pytest.mark.parametrize(
    "name",
    [
        "Thượng tá Nguyễn Văn A",
        "TS. Nguyễn Văn A",
        "PGS.TS. Nguyễn Văn A",
        "Nguyễn Thị Ánh-Tuyết",
        "K' Brêu",
        "Họ và tên",
        "NGUYỄN VĂN A",
    ],
)
def test_names_are_known_as_names(name: str) -> None:
    assert ("ho_ten", name) in foot_of(*cells(2, [LEFT, [*RIGHT[:-1], p(name, "bc")]]))


def test_another_office_stands_between_room_and_name_or_below_the_name() -> None:
    above = (p("TM. HỘI ĐỒNG", "bc"), p("CHỦ TỊCH", "bc"), p(), p(), p(), p("HIỆU TRƯỞNG", "bc"), RIGHT[-1])
    below = (*above[:5], RIGHT[-1], p("HIỆU TRƯỞNG", "bc"))
    for right in (above, below):
        found = foot_of(*cells(2, [LEFT, right]))
        assert ("chuc_vu_khac", "HIỆU TRƯỞNG") in found
        assert ("quyen_han", "CHỦ TỊCH") in found
        assert ("ho_ten", "Nguyễn Văn A") in found


def test_an_office_in_small_letters_is_found_by_its_place() -> None:
    right = (p("KT. HIỆU TRƯỞNG", "bc"), p("Phó Hiệu trưởng", "bc"), p(), p(), RIGHT[-1])
    part = next(x for x in anatomy(*cells(2, [LEFT, right])).parts if x.text == "Phó Hiệu trưởng")
    assert (part.id, part.confidence) == ("quyen_han", 0.6)


@pytest.mark.parametrize("note", ["(Đã ký)", "Đã ký", "(Ký, ghi rõ họ tên)"])
def test_notes_about_the_signature_are_nothing_that_rules_speak_of(note: str) -> None:
    right = (*RIGHT[:3], p(note, "ic"), RIGHT[-1])
    found = anatomy(*cells(2, [LEFT, right]))
    assert next(part for part in found.parts if part.text == note).confidence < 0.5
    assert [part.text for part in found.all("ho_ten")] == ["Nguyễn Văn A"]


def test_several_signers_have_a_block_each() -> None:
    found = foot_of(
        *cells(
            2,
            [[p("THƯ KÝ", "bc")], [p("CHỦ TỌA", "bc")]],
            [[p("Phạm Thị D", "bc")], [p("Nguyễn Văn A", "bc")]],
            [LEFT, [p()]],
        )
    )
    assert [one for one in found if one[0] in ("quyen_han", "ho_ten")] == [
        *(("quyen_han", "THƯ KÝ"), ("quyen_han", "CHỦ TỌA")),
        *(("ho_ten", "Phạm Thị D"), ("ho_ten", "Nguyễn Văn A")),
    ]
    assert ("noi_nhan_tu", "Nơi nhận:") in found


def test_signers_may_stand_without_recipients() -> None:
    assert foot_of(p("ĐẠI DIỆN BÊN A\tĐẠI DIỆN BÊN B", "b"), p("Phạm Thị D\tNguyễn Văn A", "b")) == [
        *(("quyen_han", "ĐẠI DIỆN BÊN A"), ("quyen_han", "ĐẠI DIỆN BÊN B")),
        *(("ho_ten", "Phạm Thị D"), ("ho_ten", "Nguyễn Văn A")),
    ]
    assert foot_of(*RIGHT) == [("quyen_han", one.text) for one in RIGHT[:3]] + [("ho_ten", "Nguyễn Văn A")]


def test_a_joint_paper_is_signed_by_several_bodies_one_under_another() -> None:
    second = (p("TM. ỦY BAN MẶT TRẬN TỔ QUỐC", "bc"), p("CHỦ TỊCH", "bc"), p(), p(), p("Trần Thị B", "bc"))
    found = foot_of(*cells(2, [LEFT, [*RIGHT, p(), *second]]))
    assert [text for name, text in found if name == "ho_ten"] == ["Nguyễn Văn A", "Trần Thị B"]
    assert ("quyen_han", "CHỦ TỊCH") in found


def test_recipients_may_go_on_over_lines_and_lack_dashes_or_the_colon() -> None:
    left = (
        p("Nơi nhận", "bi"),
        p("Sở Giáo dục và Đào tạo;", label="-"),
        p("Ủy ban Kiểm tra Đảng ủy, Ban Xây dựng Đảng,"),
        p("Văn phòng Đảng ủy;"),
        p("Lưu: VT, VHXH."),
        p("NVA.05"),
    )
    assert [name for name, _ in foot_of(*cells(2, [left, RIGHT]))][:6] == [
        *("noi_nhan_tu", "noi_nhan", "noi_nhan", "noi_nhan", "noi_nhan", "nguoi_soan_thao")
    ]


def test_recipients_may_follow_their_word_on_its_line() -> None:
    assert foot_of(p("Nơi nhận: - Như trên;\n- Lưu: VT."))[:3] == [
        *(("noi_nhan_tu", "Nơi nhận:"), ("noi_nhan", "- Như trên;"), ("noi_nhan", "- Lưu: VT."))
    ]


def test_a_sentence_about_recipients_is_body() -> None:
    found = anatomy(p("Nơi nhận kết quả là bộ phận một cửa của xã.", "j"), *cells(2, [LEFT, RIGHT]))
    assert len(found.all("noi_nhan_tu")) == 1
    assert found.by_paragraph[len(TOP) + 1][0].id == "doan"


# Annexes ----------------------------------------------------------------------------------------------

SIGNED = cells(2, [LEFT, RIGHT])


def annexes(*behind: Paragraph) -> list[tuple[int, str, str]]:
    found = anatomy(*SIGNED, *behind)
    return [
        (part.annex, part.id, part.text)
        for part in found.parts
        if part.paragraph.number > len(TOP) + len(SIGNED)
    ]


ATTACHED = "(Kèm theo Kế hoạch số 05/KH-UBND ngày 05 tháng 3 năm 2026 của Ủy ban nhân dân xã An Hòa)"


def test_annexes_begin_at_their_names_and_count_from_one() -> None:
    assert annexes(
        p("Phụ lục I", "bc", new_page=True),
        p("DANH SÁCH CÁC TRƯỜNG", "bc"),
        p(ATTACHED, "ic"),
        p(SENTENCE, "j"),
        p("PHỤ LỤC II: BIỂU MẪU", "bc", new_page=True),
        p(f"1. {SENTENCE}", "j"),
    ) == [
        (1, "phu_luc", "Phụ lục I"),
        (1, "phu_luc_tieu_de", "DANH SÁCH CÁC TRƯỜNG"),
        (1, "kem_theo", ATTACHED),
        (1, "doan", SENTENCE),
        (2, "phu_luc", "PHỤ LỤC II"),
        (2, "phu_luc_tieu_de", "BIỂU MẪU"),
        (2, "khoan", f"1. {SENTENCE}"),
    ]


def test_an_annex_may_have_a_title_and_no_name() -> None:
    assert annexes(
        p("DANH SÁCH", "bc", new_page=True), p("Thành viên Hội đồng", "bc"), p(ATTACHED, "ic"), p(SENTENCE)
    ) == [
        (1, "phu_luc_tieu_de", "DANH SÁCH"),
        (1, "phu_luc_tieu_de", "Thành viên Hội đồng"),
        (1, "kem_theo", ATTACHED),
        (1, "doan", SENTENCE),
    ]


def test_an_attached_paper_has_a_head_and_a_title_of_its_own() -> None:
    left = (p("UBND XÃ AN HÒA", "c"), p("TRƯỜNG TIỂU HỌC AN HÒA", "bc"))
    right = (p("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "bc"), p("Độc lập - Tự do - Hạnh phúc", "bc"))
    found = annexes(
        *cells(3, [left, right]),
        p("QUY CHẾ", "bc"),
        p("Làm việc của Hội đồng", "bc"),
        p(ATTACHED, "ic"),
        p("Chương I", "bc"),
        p("QUY ĐỊNH CHUNG", "bc"),
    )
    assert {annex for annex, _, _ in found} == {1}
    assert [name for _, name, _ in found] == [
        *("co_quan_chu_quan", "co_quan", "quoc_hieu", "tieu_ngu"),
        *("ten_loai", "trich_yeu", "kem_theo", "phan", "phan_tieu_de"),
    ]


def test_the_note_of_attachment_may_take_two_lines() -> None:
    first, second = "(Ban hành kèm theo Quyết định số 05/QĐ-THAH", "ngày 05 tháng 3 năm 2026 của Hiệu trưởng)"
    found = annexes(p("PHỤ LỤC", "bc"), p(first, "ic"), p(second, "ic"), p("DANH SÁCH", "bc"), p(SENTENCE))
    assert [name for _, name, _ in found] == ["phu_luc", "kem_theo", "kem_theo", "phu_luc_tieu_de", "doan"]


def test_a_word_about_an_annex_is_no_annex() -> None:
    found = anatomy(p("Phụ lục I kèm theo Kế hoạch này gồm 12 trường.", "j"), *SIGNED)
    assert all(part.annex == 0 for part in found.parts)


def test_in_a_pdf_what_follows_the_page_of_the_signature_is_an_annex() -> None:
    paged = [replace(one, page=1) for one in (*TOP, *SIGNED)]
    behind = [replace(p("Danh sách các trường", "c"), page=2), replace(p(SENTENCE, "j"), page=2)]
    found = find_parts(paper(*paged, *behind, origin="pdf"))
    assert [(part.annex, part.id) for part in found.parts][-2:] == [(1, "phu_luc_tieu_de"), (1, "doan")]


def test_a_note_behind_the_signature_is_no_annex() -> None:
    found = anatomy(*SIGNED, p("Ghi chú: Bản này gửi qua trục liên thông."))
    assert found.parts[-1].annex == 0
    assert found.parts[-1].confidence < 0.5


def test_an_address_below_the_signature_is_one() -> None:
    found = anatomy(*SIGNED, p("Địa chỉ: Số 1 đường A; điện thoại: 024.000.0000", "c"))
    assert (found.parts[-1].id, found.parts[-1].annex) == ("dia_chi", 0)


def test_what_stands_after_the_signature_does_not_hide_it() -> None:
    found = anatomy(*SIGNED, p("Phụ lục I", "bc", new_page=True), p(SENTENCE, "j"))
    assert told(found.all("ho_ten")) == [("ho_ten", "Nguyễn Văn A")]


def test_what_the_image_of_an_electronic_signature_says_is_no_signer() -> None:
    seal = ("Ký bởi Sở Nội vụ", "Thành phố Hà Nội", "vanthu@example.vn", "Giờ ký: 2026-08-", "25T17:10:57")
    found = foot_of(*cells(2, [LEFT, [*RIGHT[:3], *(p(words) for words in seal), *RIGHT[3:]]]))
    assert sorted(part for part in found if part[0] != "doan") == sorted(FOOT)
    assert [text for name, text in found if name == "doan"] == list(seal)


def test_an_annex_whose_title_does_not_stand_out_but_for_its_capitals() -> None:
    found = foot_of(
        *LEFT, *RIGHT, p("Phụ lục I", new_page=True), p("DANH SÁCH CÁC TRƯỜNG"), p("1. Trường A.")
    )
    assert found[-3:-1] == [("phu_luc", "Phụ lục I"), ("phu_luc_tieu_de", "DANH SÁCH CÁC TRƯỜNG")]
