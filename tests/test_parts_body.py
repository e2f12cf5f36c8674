"""The title, the opening and the levels of the body are found as the decree and as people write them."""

from __future__ import annotations

import unicodedata

import pytest

from tests.papers_by_hand import cells, p, paper, parts_of, told
from vanban.paper import Paragraph
from vanban.parts import Mark, Part, find_parts
from vanban.thethuc import KINDS

HEAD = cells(
    1,
    [
        [p("UBND XÃ AN HÒA", "c"), p("TRƯỜNG TIỂU HỌC AN HÒA", "bc"), p("Số: 05/QĐ-THAH", "c")],
        [
            p("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "bc"),
            p("Độc lập - Tự do - Hạnh phúc", "bc"),
            p("An Hòa, ngày 05 tháng 3 năm 2026", "ic"),
        ],
    ],
)
SENTENCE = "Các cơ quan, đơn vị phối hợp thực hiện, bảo đảm kịp thời, hiệu quả."


def below_head(*paragraphs: Paragraph, ruled: tuple[str, ...] = ()) -> list[tuple[str, str]]:
    found = find_parts(paper(*HEAD, *paragraphs, ruled=ruled))
    return told([part for part in found.parts if part.paragraph.number > len(HEAD)])


def ids(*paragraphs: Paragraph) -> list[str]:
    return [name for name, _ in below_head(p("KẾ HOẠCH", "bc"), p("Năm 2026", "bc"), p(), *paragraphs)][2:]


def only(*paragraphs: Paragraph) -> Part:
    found = find_parts(paper(*HEAD, p("KẾ HOẠCH", "bc"), p("Năm 2026", "bc"), p(), *paragraphs))
    return found.parts[-1]


# Title and subject ------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", [kind for kind in KINDS.values() if kind.form.titled], ids=lambda k: k.id)
def test_every_kind_is_known_by_its_title(kind: object) -> None:
    name = getattr(kind, "name", "")
    for title in (name.upper(), unicodedata.normalize("NFD", name.upper()), " ".join(name.upper())):
        found = find_parts(paper(*HEAD, p(title, "bc"), p("Năm 2026", "bc"), p(SENTENCE, "j")))
        assert (found.kind, found.first("ten_loai").text) == (kind, title)  # type: ignore[union-attr]


@pytest.mark.parametrize("title", ["KẾ HOẠCH TUYÊN TRUYỀN", "KẾ HOẠCH CÔNG TÁC NĂM 2026", "Kế hoạch"])
def test_a_title_may_say_more_or_lack_capitals(title: str) -> None:
    found = find_parts(paper(*HEAD, p(title, "bc"), p("Năm 2026", "bc")))
    assert told(found.all("ten_loai", "trich_yeu")) == [("ten_loai", title), ("trich_yeu", "Năm 2026")]
    assert found.kind is KINDS["ke-hoach"]


def test_a_title_of_no_kind_is_found_by_its_place() -> None:
    found = find_parts(paper(*HEAD, p("ĐƠN ĐỀ NGHỊ", "bc"), p("Về việc chuyển trường", "bc"), p(SENTENCE)))
    part = found.first("ten_loai")
    assert part is not None
    assert (part.text, part.confidence, found.kind) == ("ĐƠN ĐỀ NGHỊ", 0.6, None)


def test_title_and_subject_may_share_a_paragraph() -> None:
    assert below_head(p("KẾ HOẠCH\nTuyên truyền\nnăm 2026", "bc"), p(SENTENCE, "j")) == [
        ("ten_loai", "KẾ HOẠCH"),
        ("trich_yeu", "Tuyên truyền\nnăm 2026"),
        ("doan", SENTENCE),
    ]


def test_a_subject_goes_on_to_its_rule() -> None:
    lines = [p("KẾ HOẠCH", "bc"), p("Tuyên truyền về giáo dục", "bc"), p("năm 2026", "bc")]
    assert [name for name, _ in below_head(*lines, p("Khẩu hiệu của năm", "bc"), ruled=("năm 2026",))] == [
        *("ten_loai", "trich_yeu", "trich_yeu", "doan")
    ]


def test_a_letter_has_its_subject_under_the_number() -> None:
    left = [p("UBND XÃ AN HÒA", "bc"), p("Số: 12/UBND-VHXH", "c"), p("V/v tổ chức", "c"), p("ngày sách", "c")]
    right = [p("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "bc"), p("Độc lập - Tự do - Hạnh phúc", "bc")]
    letter = (p("Kính gửi: Các trường học.", "c"), p(SENTENCE, "j"))
    found = find_parts(paper(*cells(1, [left, right]), p(), *letter))
    assert told(found.all("trich_yeu_cong_van", "kinh_gui")) == [
        ("trich_yeu_cong_van", "V/v tổ chức"),
        ("trich_yeu_cong_van", "ngày sách"),
        ("kinh_gui", "Kính gửi: Các trường học."),
    ]
    assert (found.kind, found.kind_confidence) == (KINDS["cong-van"], 1)


def test_a_letter_may_lay_its_head_out_with_tabs() -> None:
    found = find_parts(
        paper(
            p("UBND XÃ AN HÒA\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "b"),
            p("Số: 12/UBND-VHXH\tĐộc lập - Tự do - Hạnh phúc"),
            p("V/v tổ chức ngày sách\tAn Hòa, ngày 5 tháng 3 năm 2026"),
            p("và văn hóa đọc"),
            p("Kính gửi: Các trường học.", "c"),
            p(SENTENCE, "j"),
        )
    )
    assert [part.text for part in found.all("trich_yeu_cong_van")] == [
        *("V/v tổ chức ngày sách", "và văn hóa đọc")
    ]
    assert found.kind is KINDS["cong-van"]


def test_the_subject_of_a_letter_may_lack_its_first_word() -> None:
    left = [p("UBND XÃ AN HÒA", "bc"), p("Số: 12/UBND-VHXH", "c"), p("Tổ chức ngày sách", "c")]
    right = [p("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "bc"), p("Độc lập - Tự do - Hạnh phúc", "bc")]
    found = find_parts(paper(*cells(1, [left, right]), p("Kính gửi: Các trường học.", "c")))
    part = found.first("trich_yeu_cong_van")
    assert part is not None
    assert (part.text, part.confidence) == ("Tổ chức ngày sách", 0.6)


def test_without_title_and_subject_the_symbol_tells_the_kind_though_not_surely() -> None:
    found = find_parts(paper(*HEAD, p(SENTENCE, "j")))
    assert (found.kind, found.kind_confidence) == (KINDS["quyet-dinh"], 0.5)


# Opening ----------------------------------------------------------------------------------------------


def test_the_opening_of_a_decision() -> None:
    assert below_head(
        p("QUYẾT ĐỊNH", "bc"),
        p("Về việc thành lập Hội đồng", "bc"),
        p(),
        p("HIỆU TRƯỞNG TRƯỜNG TIỂU HỌC AN HÒA", "bc"),
        p("Căn cứ Luật Giáo dục;", "ij"),
        p("Thực hiện Kế hoạch số 12/KH-UBND ngày 02/3/2026 của UBND xã;", "ij"),
        p("Xét đề nghị của Tổ Văn phòng.", "ij"),
        p("QUYẾT ĐỊNH", "bc"),
        p("Điều 1.", "bj", rest=" Thành lập Hội đồng gồm các ông, bà sau đây."),
    ) == [
        ("ten_loai", "QUYẾT ĐỊNH"),
        ("trich_yeu", "Về việc thành lập Hội đồng"),
        ("tham_quyen_ban_hanh", "HIỆU TRƯỞNG TRƯỜNG TIỂU HỌC AN HÒA"),
        ("can_cu", "Căn cứ Luật Giáo dục;"),
        ("can_cu", "Thực hiện Kế hoạch số 12/KH-UBND ngày 02/3/2026 của UBND xã;"),
        ("can_cu", "Xét đề nghị của Tổ Văn phòng."),
        ("menh_lenh", "QUYẾT ĐỊNH"),
        ("dieu_loi", "Điều 1. Thành lập Hội đồng gồm các ông, bà sau đây."),
    ]


def test_a_sentence_that_goes_on_from_its_base_is_body() -> None:
    assert ids(
        p("Căn cứ Luật Giáo dục;", "ij"),
        p("Thực hiện Kế hoạch số 12/KH-UBND của UBND xã, Trường ban hành kế hoạch như sau:", "j"),
    ) == ["can_cu", "doan"]
    assert ids(p("Thực hiện Kế hoạch số 12/KH-UBND, Trường báo cáo kết quả.", "j")) == ["doan"]


def test_addressees_are_the_line_and_the_dashes_below() -> None:
    assert ids(p("Kính gửi:"), p("- Ủy ban nhân dân xã;"), p("- Các trường học."), p(SENTENCE, "j")) == [
        *("kinh_gui", "kinh_gui", "kinh_gui", "doan")
    ]
    assert ids(p("Kính gửi: Ủy ban nhân dân xã", "c"), p("- Mục tiêu thứ nhất.", "j"))[0] == "kinh_gui"
    one = p("Kính gửi:\n- Ủy ban nhân dân xã;\n- Các trường học.")
    assert ids(one, p(SENTENCE, "j")) == ["kinh_gui", "doan"]


# Levels -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("I. MỤC ĐÍCH", Mark("la_ma", 1, "I.")),
        ("II/ YÊU CẦU", Mark("la_ma", 2, "II/")),
        ("IV- YÊU CẦU", Mark("la_ma", 4, "IV-")),
        ("1. Mục đích", Mark("khoan", 1, "1.", (1,))),
        ("1.\u00a0Mục đích", Mark("khoan", 1, "1.", (1,))),
        ("1/ Mục đích", Mark("khoan", 1, "1/", (1,))),
        ("1.Mục đích", Mark("khoan", 1, "1.", (1,))),
        ("2.1. Mục đích", Mark("khoan", 1, "2.1.", (2, 1))),
        ("a) Mục đích", Mark("diem", 1, "a)")),
        ("đ. Mục đích", Mark("diem", 5, "đ.")),
        ("Điều 7: Phạm vi", Mark("dieu", 7, "Điều 7:")),
        ("Điều 7. Phạm vi", Mark("dieu", 7, "Điều 7.")),
        (unicodedata.normalize("NFD", "Điều 7. Phạm vi"), Mark("dieu", 7, "Điều 7.")),
        ("Điều … ...........", Mark("dieu", 0, "Điều …")),
        ("Chương II", Mark("chuong", 2, "Chương II")),
        ("PHẦN THỨ NHẤT", Mark("phan", 1, "PHẦN THỨ NHẤT")),
        ("Mục 3. CHẾ ĐỘ BÁO CÁO", Mark("muc", 3, "Mục 3.")),
        ("- Các trường học", Mark("gach", 0, "-")),
        ("• Các trường học", Mark("gach", 0, "•")),
        ("+ Các trường học", Mark("cong", 0, "+")),
        ("2026. Đây là năm", None),
        ("1.000 đồng được chi", None),
        ("1.5 triệu đồng", None),
        ("12/KH-UBND là số", None),
        ("5/3/2026 là ngày", None),
        ("(1) Lần thứ nhất", None),
        ("C. Mác và Ph. Ăng-ghen", None),
        ("1.1 Mục đích", None),
    ],
)
def test_marks_are_read(text: str, mark: Mark | None) -> None:
    part = only(p(text, "j"))
    assert part.mark == mark
    assert part.text == text


def test_a_number_without_its_last_dot_counts_where_it_goes_on() -> None:
    part = only(p("1. Mục đích", "bj"), p("1.1 Nâng cao nhận thức", "j"))
    assert part.mark == Mark("khoan", 1, "1.1", (1, 1))


@pytest.mark.parametrize(
    ("label", "text", "name", "mark"),
    [
        ("1.", SENTENCE, "khoan", Mark("khoan", 1, "1.", (1,), automatic=True)),
        ("1.2.", SENTENCE, "khoan", Mark("khoan", 2, "1.2.", (1, 2), automatic=True)),
        ("b)", SENTENCE, "diem", Mark("diem", 2, "b)", automatic=True)),
        ("I.", "MỤC ĐÍCH", "muc_la_ma", Mark("la_ma", 1, "I.", automatic=True)),
        ("Điều 2.", SENTENCE, "dieu_loi", Mark("dieu", 2, "Điều 2.", automatic=True)),
        ("-", SENTENCE, "doan", Mark("gach", 0, "-", automatic=True)),
        ("\uf0b7", SENTENCE, "doan", Mark("gach", 0, "\uf0b7", automatic=True)),
        ("❖", SENTENCE, "doan", Mark("gach", 0, "❖", automatic=True)),
    ],
)
def test_labels_of_automatic_numbering_are_marks(label: str, text: str, name: str, mark: Mark) -> None:
    part = only(p(text, "j", label=label))
    assert (part.id, part.text, part.mark) == (name, text, mark)


def test_titles_are_told_from_sentences() -> None:
    assert ids(
        p("1. Mục đích", "bj"),
        p(SENTENCE, "j"),
        p("2. Yêu cầu", "j"),
        p("a) Bảo đảm kịp thời.", "j"),
        p(f"3. {SENTENCE}", "bj"),
        p("4. Kinh phí:", "bj", rest=" Từ ngân sách xã năm 2026."),
        p("5. Thời gian thực hiện:", "bj"),
        p("- Tháng 3 năm 2026.", "j"),
    ) == ["khoan_tieu_de", "doan", "khoan_tieu_de", "diem", "khoan", "khoan", "khoan_tieu_de", "doan"]


def test_items_of_a_list_are_no_titles() -> None:
    assert ids(p("1. Máy tính", "j"), p("2. Máy in", "j"), p("3. Bàn ghế", "j"), p(f"{SENTENCE}", "j")) == [
        "khoan",
        "khoan",
        "khoan",
        "doan",
    ]


def test_a_list_in_one_section_says_nothing_about_titles_in_the_next() -> None:
    assert ids(
        p("I. TRANG BỊ", "bj"),
        p("1. Máy tính", "j"),
        p("2. Máy in", "j"),
        p("II. YÊU CẦU", "bj"),
        p("1. Về thời gian", "j"),
        p(SENTENCE, "j"),
    ) == ["muc_la_ma", "khoan", "khoan", "muc_la_ma", "khoan_tieu_de", "doan"]


def test_articles_with_and_without_titles() -> None:
    assert ids(
        p("Điều 1. Phạm vi điều chỉnh", "bj"),
        p("1. Quy chế này quy định việc tiếp công dân.", "j"),
        p("Điều 2.", "bj", rest=f" {SENTENCE}"),
        p("Điều 3. Đối tượng áp dụng.", "bj"),
        p(SENTENCE, "j"),
        p("Điều 4.", "bj", rest=" Giao Hiệu trưởng tổ chức thực hiện"),
        p(SENTENCE, "j"),
    ) == ["dieu", "khoan", "dieu_loi", "dieu", "doan", "dieu_loi", "doan"]


def test_chapters_have_their_titles_below_them() -> None:
    assert ids(
        p("Chương I", "bc"),
        p("QUY ĐỊNH CHUNG", "bc"),
        p("Mục 1\nCHẾ ĐỘ LÀM VIỆC", "bc"),
        p("Điều 1. Phạm vi", "bj"),
        p(SENTENCE, "j"),
    ) == ["phan", "phan_tieu_de", "muc", "muc_tieu_de", "dieu", "doan"]


def test_a_paragraph_may_hold_several_levels() -> None:
    assert below_head(
        p("KẾ HOẠCH", "bc"), p("Năm 2026", "bc"), p("1. Một việc.\nlàm ngay.\n2. Hai việc.", "j")
    )[2:] == [("khoan", "1. Một việc.\nlàm ngay."), ("khoan", "2. Hai việc.")]


def test_tables_that_draw_lines_hold_cells_and_others_hold_text() -> None:
    grid = cells(
        3, [[p("TT", "bc")], [p("Nội dung", "bc")]], [[p("1", "c")], [p("Ngày sách")]], [[p("2", "c")], [p()]]
    )
    aside = cells(2, [[p("1. Một việc.", "j")], [p("2. Hai việc.", "j")]])
    found = find_parts(
        paper(*HEAD, p("KẾ HOẠCH", "bc"), p("Năm 2026", "bc"), *aside, p("Phân công nhiệm vụ", "bc"), *grid,
              lined=(3,))
    )  # fmt: skip
    assert [part.id for part in found.parts][8:] == [
        *("khoan", "khoan", "ten_bang", "bang_dau", "bang_dau", "bang", "bang", "bang")
    ]


def test_every_paragraph_with_words_is_some_part() -> None:
    odd = [p("* * *", "c"), p("(Có danh sách kèm theo)", "ic"), p("ghi chú lạ", "r"), p("./.", "j")]
    assert [text for _, text in parts_of(*HEAD, p("KẾ HOẠCH", "bc"), *odd)][-3:] == [
        *("(Có danh sách kèm theo)", "ghi chú lạ", "./.")
    ]


def test_a_subject_on_the_left_is_sure_between_a_title_and_the_bases() -> None:
    found = find_parts(paper(*HEAD, p("KẾ HOẠCH"), p("Năm 2026"), p("Căn cứ Luật Giáo dục;"), p(SENTENCE)))
    (subject,) = found.all("trich_yeu")
    assert (subject.text, subject.confidence) == ("Năm 2026", 1)
