"""Plain text, pasted from Word or taken out of a PDF, read as a paper."""

from __future__ import annotations

import re
import textwrap
import time
from collections import Counter

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from vanban.errors import InputError
from vanban.paper import Paper, Paragraph
from vanban.parts import find_parts
from vanban.plaintext import read_paper, text_of

BROKEN = """\
 Độc lập - Tự do - Hạnh phúc

An Bình, ngày      tháng 4 năm 2026

KẾ HOẠCH
Tuyên truyền phòng, chống đuối nước cho học sinh

xã An Bình năm 2026

Căn cứ Kế hoạch số 12/KH-SGDĐT ngày 02/3/2026 của Sở Giáo dục và
Đào tạo về phòng, chống đuối nước cho học sinh năm 2026;

Ủy ban nhân dân xã An Bình xây dựng Kế hoạch như sau:

I. MỤC ĐÍCH, YÊU CẦU
1. Mục đích
- Nâng cao nhận thức của cha mẹ học sinh, giáo viên và các em học sinh

về kỹ năng an toàn trong môi trường nước, nhất là trong dịp nghỉ hè năm học 2025-
2026 trên địa bàn xã.

- Huy động các tổ chức, đoàn thể cùng tham gia; thực hiện Chỉ thị số
07/CT-TTg ngày 21/3/2025 của Thủ tướng Chính phủ, phối hợp với phòng Văn hóa
- Xã hội tổ chức các lớp dạy bơi.
2. Tổ chức thực hiện
Trong quý II, các trường học rà soát, báo cáo số học sinh chưa biết bơi về xã./.

Nơi nhận:
- Đảng ủy xã;
- Các trường học, trạm y tế và
công an xã;
- Lưu: VT.

TM. ỦY BAN NHÂN DÂN
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH

Nguyễn Văn A
"""
"""As programs take it out of a PDF: rows broken amid sentences, blank rows where no paragraph ends."""

LAYOUT = """\
    UBND XÃ AN BÌNH                 CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
TRƯỜNG TIỂU HỌC SỐ 1                      Độc lập - Tự do - Hạnh phúc
   Số:     /BC-TH1                      An Bình, ngày 05 tháng 5 năm 2026

                                 BÁO CÁO
                 Kết quả Tuần lễ học tập suốt đời năm 2026

                  Kính gửi: Ủy ban nhân dân xã An Bình
       1. Nhà trường đã tổ chức ba buổi đọc sách tại thư viện với sự tham gia
của toàn thể học sinh khối bốn và khối năm. Ban đại diện cha mẹ học sinh đã
trao tặng tủ sách cho các lớp.
       Kết quả như sau:
                                                      Sách quyên
 TT          Lớp                Giáo viên chủ nhiệm
                                                        góp (bản)
      Lớp 4A, điểm
  1                          Bà Trần Thị B                 120
      trường An Hạ
  2   Lớp 4B                 Ông Lê Văn C                   98
  3   Lớp 5A                 Bà Phạm Thị D                 131
      Tổng cộng                                            349
       Nhà trường trân trọng báo cáo./.

Nơi nhận:                                        HIỆU TRƯỞNG
- Như trên;
- Lưu: VT.



                                                 Nguyễn Văn E
"""
"""As ``pdftotext -layout`` writes it: columns side by side kept apart by spaces."""


def texts(paper: Paper) -> list[str]:
    return [paragraph.text for paragraph in paper.paragraphs]


def margins(paper: Paper) -> list[Paragraph]:
    return [
        paragraph
        for section in paper.sections
        for stories in (section.headers, section.footers)
        for story in stories.values()
        for paragraph in story
    ]


def cells(paper: Paper) -> list[list[list[str]]]:
    """The words of every table with lines, cell by cell."""
    return [
        [[" ".join(paper.by_number[n].text for n in cell.paragraphs) for cell in row] for row in table.rows]
        for table in paper.tables
        if table.lined
    ]


def found(paper: Paper) -> list[tuple[str, str]]:
    return [(part.id, part.text) for part in find_parts(paper).parts]


def words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", text)


# Rows that were broken -------------------------------------------------------------------------------


def test_rows_broken_amid_sentences_make_paragraphs_again() -> None:
    assert texts(read_paper(BROKEN))[3:14] == [
        "Tuyên truyền phòng, chống đuối nước cho học sinh xã An Bình năm 2026",
        "Căn cứ Kế hoạch số 12/KH-SGDĐT ngày 02/3/2026 của Sở Giáo dục và Đào tạo về phòng, chống đuối nước"
        " cho học sinh năm 2026;",
        "Ủy ban nhân dân xã An Bình xây dựng Kế hoạch như sau:",
        "I. MỤC ĐÍCH, YÊU CẦU",
        "1. Mục đích",
        "- Nâng cao nhận thức của cha mẹ học sinh, giáo viên và các em học sinh về kỹ năng an toàn trong môi"
        " trường nước, nhất là trong dịp nghỉ hè năm học 2025-2026 trên địa bàn xã.",
        "- Huy động các tổ chức, đoàn thể cùng tham gia; thực hiện Chỉ thị số 07/CT-TTg ngày 21/3/2025 của"
        " Thủ tướng Chính phủ, phối hợp với phòng Văn hóa - Xã hội tổ chức các lớp dạy bơi.",
        "2. Tổ chức thực hiện",
        "Trong quý II, các trường học rà soát, báo cáo số học sinh chưa biết bơi về xã./.",
        "Nơi nhận:",
        "- Đảng ủy xã;",
    ]


def test_the_parts_of_a_paper_whose_head_is_partly_lost_are_found() -> None:
    parts = found(read_paper(BROKEN))
    assert [name for name, _text in parts[:5]] == ["tieu_ngu", "dia_danh", "ten_loai", "trich_yeu", "can_cu"]
    assert parts[-8:] == [
        ("noi_nhan_tu", "Nơi nhận:"),
        ("noi_nhan", "- Đảng ủy xã;"),
        ("noi_nhan", "- Các trường học, trạm y tế và công an xã;"),
        ("noi_nhan", "- Lưu: VT."),
        ("quyen_han", "TM. ỦY BAN NHÂN DÂN"),
        ("quyen_han", "KT. CHỦ TỊCH"),
        ("quyen_han", "PHÓ CHỦ TỊCH"),
        ("ho_ten", "Nguyễn Văn A"),
    ]


def test_text_pasted_from_word_keeps_its_paragraphs() -> None:
    paragraphs = [
        "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;",
        "Thực hiện Kế hoạch của Thành phố, Ủy ban nhân dân xã giao các trường học những việc sau đây, hoàn"
        " thành trước ngày 30 tháng 6 và báo cáo kết quả về Phòng Văn hóa - Xã hội để tổng hợp.",
        "Phòng Kinh tế",
        "Các trường học thực hiện nghiêm túc",
    ]
    assert texts(read_paper("\r\n".join(paragraphs))) == paragraphs


def test_a_figure_that_the_row_above_asks_for_is_no_mark() -> None:
    text = (
        "1. Các cơ quan, đơn vị thực hiện chế độ báo cáo theo quy định tại điểm a khoản\n"
        "2. Điều này và gửi kết quả về cơ quan thường trực để tổng hợp, theo dõi chung\n"
        "trên địa bàn; việc gửi báo cáo thực hiện qua hệ thống quản lý văn bản và điều\n"
        "hành của Thành phố."
    )
    assert len(read_paper(text).paragraphs) == 1


def test_a_name_broken_before_its_dash_is_one() -> None:
    assert texts(read_paper("Giao phòng Văn hóa\n- Xã hội theo dõi.")) == [
        "Giao phòng Văn hóa - Xã hội theo dõi."
    ]


def test_a_heading_as_long_as_a_row_ends_where_a_sentence_begins() -> None:
    text = (
        "4. Về thời điểm khảo sát chất lượng học sinh lớp 9 năm học 2021-2022\n"
        "Trong trường hợp có thông báo điều chỉnh lịch, nhà trường sẽ báo cáo và đề\n"
        "nghị cơ quan cấp trên điều chỉnh thời điểm tổ chức khảo sát cho phù hợp với\n"
        "tình hình."
    )
    assert len(read_paper(text).paragraphs) == 2


def test_blank_rows_are_told_as_space_above() -> None:
    paper = read_paper("HIỆU TRƯỞNG\n\n\n\nNguyễn Văn A")
    assert [paragraph.look.before_pt for paragraph in paper.paragraphs] == [0, 48]


def test_a_line_made_of_letters_is_told_under_the_words_above_it() -> None:
    paper = read_paper("TRƯỜNG TIỂU HỌC SỐ 1\n_________\nSố: 05/BC-TH1")
    (line,) = paper.lines
    assert (line.number, line.kind) == (1, "underscores")


# Columns and tables ----------------------------------------------------------------------------------


def test_head_and_foot_side_by_side_are_read_column_by_column() -> None:
    parts = found(read_paper(LAYOUT))
    assert parts[:8] == [
        ("co_quan_chu_quan", "UBND XÃ AN BÌNH"),
        ("co_quan", "TRƯỜNG TIỂU HỌC SỐ 1"),
        ("so_ky_hieu", "Số:     /BC-TH1"),
        ("quoc_hieu", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        ("tieu_ngu", "Độc lập - Tự do - Hạnh phúc"),
        ("dia_danh", "An Bình, ngày 05 tháng 5 năm 2026"),
        ("ten_loai", "BÁO CÁO"),
        ("trich_yeu", "Kết quả Tuần lễ học tập suốt đời năm 2026"),
    ]
    assert parts[-5:] == [
        ("noi_nhan_tu", "Nơi nhận:"),
        ("noi_nhan", "- Như trên;"),
        ("noi_nhan", "- Lưu: VT."),
        ("quyen_han", "HIỆU TRƯỞNG"),
        ("ho_ten", "Nguyễn Văn E"),
    ]


def test_a_foot_whose_columns_were_run_together_is_parted() -> None:
    text = (
        "Đề nghị các trường học thực hiện./.\nNơi nhận: TM. ỦY BAN NHÂN DÂN\n- Sở GDĐT; KT. CHỦ TỊCH\n"
        "- Các trường học; PHÓ CHỦ TỊCH\n- Lưu: VT, VHXH.\nNguyễn Văn A"
    )
    parts = found(read_paper(text))
    assert [text for name, text in parts if name == "noi_nhan"] == [
        "- Sở GDĐT;", "- Các trường học;", "- Lưu: VT, VHXH."
    ]  # fmt: skip
    assert parts[-4:] == [
        ("quyen_han", "TM. ỦY BAN NHÂN DÂN"),
        ("quyen_han", "KT. CHỦ TỊCH"),
        ("quyen_han", "PHÓ CHỦ TỊCH"),
        ("ho_ten", "Nguyễn Văn A"),
    ]


def test_a_head_whose_columns_were_run_together_is_still_found() -> None:
    text = (
        "ỦY BAN NHÂN DÂN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nXÃ AN BÌNH Độc lập - Tự do - Hạnh phúc\n"
        "Số: 12/KH-UBND An Bình, ngày 16 tháng 3 năm 2026\nKẾ HOẠCH\nTuyên truyền năm 2026\nCăn cứ Luật A;"
    )
    assert [name for name, _text in found(read_paper(text))] == [
        "co_quan", "quoc_hieu", "co_quan", "tieu_ngu", "so_ky_hieu", "dia_danh", "ten_loai", "trich_yeu",
        "can_cu",
    ]  # fmt: skip


def test_what_the_heads_of_columns_are_set_off_by_makes_no_column() -> None:
    text = (
        "                         Số phiếu      Số phiếu     Tỷ lệ\n"
        " TT     Nội dung\n"
        "                          đồng ý     không đồng ý   đồng ý\n"
        "  1   Tập thể lao            9             0         100%\n"
        "      động tiên tiến\n"
        "  2   Giấy khen              8             1        88,9%\n"
        "      (Tỷ lệ được tính trên tổng số 09 thành viên.)\n"
        "      5. Kết luận\n"
    )
    paper = read_paper(text)
    assert cells(paper) == [
        [
            ["TT", "Nội dung", "Số phiếu đồng ý", "Số phiếu không đồng ý", "Tỷ lệ đồng ý"],
            ["1", "Tập thể lao động tiên tiến", "9", "0", "100%"],
            ["2", "Giấy khen", "8", "1", "88,9%"],
        ]
    ]
    assert texts(paper)[-2:] == ["(Tỷ lệ được tính trên tổng số 09 thành viên.)", "5. Kết luận"]


def test_first_lines_farther_in_begin_paragraphs_and_a_full_stop_at_the_edge_does_not_end_one() -> None:
    assert (
        "1. Nhà trường đã tổ chức ba buổi đọc sách tại thư viện với sự tham gia của toàn thể học sinh khối"
        " bốn và khối năm. Ban đại diện cha mẹ học sinh đã trao tặng tủ sách cho các lớp."
    ) in texts(read_paper(LAYOUT))


def test_spaces_before_a_title_say_that_it_stands_in_the_middle() -> None:
    paper = read_paper(LAYOUT)
    aligned = {paragraph.text: paragraph.look.align for paragraph in paper.paragraphs}
    assert aligned["BÁO CÁO"] == aligned["Kết quả Tuần lễ học tập suốt đời năm 2026"] == "center"
    assert aligned["Kết quả như sau:"] == aligned["Nhà trường trân trọng báo cáo./."] == "left"


def test_a_table_between_spaces_has_its_rows_around_their_numbers() -> None:
    assert cells(read_paper(LAYOUT)) == [
        [
            ["TT", "Lớp", "Giáo viên chủ nhiệm", "Sách quyên góp (bản)"],
            ["1", "Lớp 4A, điểm trường An Hạ", "Bà Trần Thị B", "120"],
            ["2", "Lớp 4B", "Ông Lê Văn C", "98"],
            ["3", "Lớp 5A", "Bà Phạm Thị D", "131"],
            ["", "Tổng cộng", "", "349"],
        ]
    ]


def test_a_table_whose_words_stand_at_the_top_of_their_cells() -> None:
    text = (
        "TT   Nội dung               Đơn vị             Thời gian\n"
        "1    Rà soát cơ sở vật      Các trường học     Tháng 7\n"
        "     chất\n"
        "2    Tập huấn               Phòng Văn hóa -    Tháng 8\n"
        "                            Xã hội\n"
        "3    Tổng kết               Các trường học     Tháng 9\n"
    )
    assert cells(read_paper(text))[0][1:] == [
        ["1", "Rà soát cơ sở vật chất", "Các trường học", "Tháng 7"],
        ["2", "Tập huấn", "Phòng Văn hóa - Xã hội", "Tháng 8"],
        ["3", "Tổng kết", "Các trường học", "Tháng 9"],
    ]


@pytest.mark.parametrize(
    "text",
    [
        "TT\tLớp\tSĩ số\n1\t4A\t32\n2\t4B\t30",
        "| TT | Lớp | Sĩ số |\n|----|:---:|------:|\n| 1 | 4A | 32 |\n| 2 | 4B | 30 |",
        "+----+-----+------+\n| TT | Lớp | Sĩ   |\n|    |     | số   |\n+----+-----+------+\n"
        "| 1  | 4A  | 32   |\n+----+-----+------+\n| 2  | 4B  | 30   |\n+----+-----+------+",
    ],
)
def test_tables_between_tabs_and_strokes(text: str) -> None:
    paper = read_paper(f"Sĩ số như sau:\n{text}\nTrân trọng./.")
    assert cells(paper) == [[["TT", "Lớp", "Sĩ số"], ["1", "4A", "32"], ["2", "4B", "30"]]]
    assert (texts(paper)[0], texts(paper)[-1]) == ("Sĩ số như sau:", "Trân trọng./.")


def test_a_table_that_goes_on_over_the_page_is_one_and_its_head_is_told_once() -> None:
    head = "TT   Nội dung           Đơn vị             Thời gian"
    rows = [f"{no}    Việc số {no}          Trường số {no}        Tháng {no}" for no in range(1, 7)]
    paper = read_paper("\n".join(["Phân công:", head, *rows[:3]]) + "\f" + "\n".join(["2", head, *rows[3:]]))
    (table,) = cells(paper)
    assert [row[0] for row in table] == ["TT", "1", "2", "3", "4", "5", "6"]
    assert [" ".join(one.text.split()) for one in margins(paper)] == ["2", "TT Nội dung Đơn vị Thời gian"]
    assert [one.page for one in paper.paragraphs if one.text.startswith("Tháng")] == [1, 1, 1, 2, 2, 2]


def test_a_head_pasted_from_a_table_of_word_is_told_apart_at_its_tabs() -> None:
    text = "UBND XÃ AN BÌNH\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 05/KH-UBND\tĐộc lập - Tự do - Hạnh phúc"
    assert [name for name, _text in found(read_paper(text))] == [
        "co_quan", "so_ky_hieu", "quoc_hieu", "tieu_ngu"
    ]  # fmt: skip


def test_a_tab_behind_a_mark_is_a_space() -> None:
    assert texts(read_paper("1.\tMục đích\n-\tNâng cao nhận thức")) == ["1. Mục đích", "- Nâng cao nhận thức"]


# Pages -----------------------------------------------------------------------------------------------


def page(number: int, *rows: str) -> str:
    return "\n".join(["TÀI LIỆU LƯU HÀNH NỘI BỘ", str(number), "", *rows])


def test_page_numbers_and_running_heads_stand_beside_the_body() -> None:
    pages = [
        page(2, "1. Các trường học phối hợp với công an xã bảo đảm an toàn giao thông trước"),
        page(3, "cổng trường vào giờ đến lớp và giờ tan học của học sinh trong suốt năm học"),
        page(4, "mới."),
    ]
    paper = read_paper("\f".join(pages))
    assert texts(paper) == [
        "1. Các trường học phối hợp với công an xã bảo đảm an toàn giao thông trước cổng trường vào giờ đến"
        " lớp và giờ tan học của học sinh trong suốt năm học mới."
    ]
    assert Counter(one.text for one in margins(paper)) == {
        "TÀI LIỆU LƯU HÀNH NỘI BỘ": 3, "2": 1, "3": 1, "4": 1
    }  # fmt: skip
    assert {one.story for one in margins(paper)} == {"header"}
    assert [part.text for part in find_parts(paper).parts if part.id == "so_trang"] == ["2", "3", "4"]
    assert paper.pages == 3


def test_a_page_number_amid_a_text_without_pages_is_found_and_a_number_of_a_list_is_not() -> None:
    row = "Các trường học phối hợp với công an xã bảo đảm an toàn giao thông trên địa bàn xã"
    rows = [f"- {row}." for _count in range(12)]
    paper = read_paper("\n".join([*rows, "- Phân công người trực và thông báo số điện thoại của", "2",
                                  "người trực trước cổng trường.", *rows]))  # fmt: skip
    assert [one.text for one in margins(paper)] == ["2"]
    listed = read_paper("\n".join([*rows, "TT", "1", "2", "3", "Lớp", "4A", "4B", "4C"]))
    assert not margins(listed)


def test_a_page_that_ends_early_is_followed_by_one_that_was_asked_for() -> None:
    full = "\n".join(f"{number}. Nội dung công việc." for number in range(1, 21))
    paper = read_paper(f"{full}\f21. Nội dung cuối./.\fPhụ lục\nDANH SÁCH CÁC TRƯỜNG\n1. Trường A")
    assert [one.text for one in paper.paragraphs if one.new_page] == ["Phụ lục"]
    assert {one.text: one.page for one in paper.paragraphs}["Phụ lục"] == 3


def test_the_address_at_the_foot_of_the_first_page_is_no_part_of_the_body() -> None:
    first = "1. Các trường học báo cáo kết quả về Ủy ban nhân dân xã\n\n\nĐịa chỉ: Số 1 Đường A, xã An Bình"
    paper = read_paper(f"{first}\ftrước ngày 30 tháng 6 năm 2026.")
    assert [one.text for one in margins(paper)] == ["Địa chỉ: Số 1 Đường A, xã An Bình"]
    assert len(paper.paragraphs) == 1


# Bytes -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_bytes_in_unicode_are_read(encoding: str) -> None:
    assert text_of("Kế hoạch".encode(encoding)) == "Kế hoạch"


@pytest.mark.parametrize(("data", "kind"), [(b"K\xd5 ho\xb9ch", "VB220"), (b"\x00\x01PK", "VB221")])
def test_other_bytes_are_a_fault(data: bytes, kind: str) -> None:
    with pytest.raises(InputError) as failure:
        text_of(data)
    assert [fault.kind for fault in failure.value.faults] == [kind]


def test_letters_are_composed_and_those_that_no_one_sees_left_out() -> None:
    assert texts(read_paper("Kê\u0301 ho\u00adạch\u200b")) == ["Kế hoạch"]


def test_an_empty_text_is_an_empty_paper() -> None:
    assert read_paper("\n \f\n").paragraphs == ()


# What holds for every text ---------------------------------------------------------------------------

_PIECES = [
    "Căn cứ", "Kế hoạch", "số", "5", "2", "12/KH-UBND", "a)", "1.", "-", "+", "I.", "Điều 1.", "THÔNG BÁO",
    "Nơi nhận:", "TM. ỦY BAN", "CỘNG HÒA XÃ HỘI", "Độc lập - Tự do", "Số:", "ngày", "tháng", "năm", "TT",
    "- A; KT. CHỦ TỊCH", "và", "x;", "y.", "2025-", "____", "---", "./.", "Phụ lục", "(", "“Thư", "viện”",
    "Tổng cộng", "Địa chỉ: A",
]  # fmt: skip
_GAPS = [
    " ",
    " ",
    " ",
    "  ",
    "     ",
    "           ",
    "\t",
    "\n",
    "\n",
    "\n\n",
    "\n\n\n\n",
    "\f",
    " | ",
    "\r\n",
]


@settings(max_examples=400, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(_PIECES), st.sampled_from(_GAPS)), max_size=60))
@example([("12/KH-UBND", "\t"), ("____", "\n"), ("Nơi nhận:", "     "), ("Căn cứ", " ")])
def test_no_word_is_lost_or_added(pieces: list[tuple[str, str]]) -> None:
    text = "".join(piece + gap for piece, gap in pieces)
    paper = read_paper(text)
    read = [word for one in (*paper.paragraphs, *margins(paper)) for word in words(one.text)]
    assert Counter(read) == Counter(words(text))
    assert list(paper.by_number) == list(range(1, len(paper.by_number) + 1))


@settings(max_examples=200, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(_PIECES), st.sampled_from([" ", " ", "\n", "\n\n"])), max_size=60))
def test_the_order_of_words_in_one_column_is_kept(pieces: list[tuple[str, str]]) -> None:
    text = "".join(piece + gap for piece, gap in pieces if not piece.isdigit())
    assert [word for one in read_paper(text).paragraphs for word in words(one.text)] == words(text)


_LEAD = (
    "1. Các trường học phối hợp với công an xã tổ chức tuyên truyền về kỹ năng an toàn cho học sinh trên địa"
    " bàn, bảo đảm đúng tiến độ và báo cáo kết quả thường xuyên với cơ quan theo dõi, giúp đỡ các em học sinh"
)
"""Long enough to tell where rows are broken."""
_SMALL = (
    "các trường phối hợp với công an, tổ chức tuyên truyền; giao Phòng Văn hóa báo cáo năm 2026 (lần hai)"
)
_SENTENCES = st.lists(st.sampled_from(_SMALL.split()), min_size=1, max_size=60).map(
    lambda small: " ".join(["Nay", *small]).strip(",;")
)
_MARKED = st.tuples(st.sampled_from(["-", "+", "1.", "2.1.", "a)", "đ)", "IV.", "Điều 7."]), _SENTENCES)


def wrapped(paragraphs: list[str], width: int, between: str) -> str:
    return between.join(textwrap.fill(one, width, break_on_hyphens=False) for one in paragraphs)


@settings(max_examples=200, deadline=None)
@given(st.lists(_MARKED.map(" ".join), max_size=8), st.integers(30, 120), st.sampled_from(["\n", "\n\n"]))
def test_marked_paragraphs_come_back_from_rows_of_any_width(
    paragraphs: list[str], width: int, between: str
) -> None:
    given = [f"{one}." for one in [_LEAD, *paragraphs]]
    assert texts(read_paper(wrapped(given, width, between))) == given


@settings(max_examples=200, deadline=None)
@given(
    st.lists(st.lists(_SENTENCES, min_size=1, max_size=3).map(". ".join), max_size=8), st.integers(40, 120)
)
def test_paragraphs_between_blank_rows_come_back_with_their_sentences(
    paragraphs: list[str], width: int
) -> None:
    given = [f"{one}." for one in [_LEAD, *paragraphs, _LEAD]]
    assert texts(read_paper(wrapped(given, width, "\n\n"))) == given


def test_a_long_text_is_read_at_once() -> None:
    text = "\f".join([LAYOUT, *[BROKEN] * 3] * 50)
    begin = time.perf_counter()
    read_paper(text)
    assert time.perf_counter() - begin < 2
