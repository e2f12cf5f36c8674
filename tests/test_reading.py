"""What ``read`` makes of papers that offices lay out in their own ways."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.papers_by_hand import cells, p, paper
from vanban.document.blocks import Cell, Para, Table, plain
from vanban.document.model import Document
from vanban.errors import InputError
from vanban.office import Office
from vanban.paper import Paper, PaperSection, PaperTable, Paragraph, TableCell
from vanban.read.door import read_paper
from vanban.read.model import Reading

HEAD = cells(
    1,
    [
        [p("UBND PHƯỜNG TÂY MỖ", "c"), p("TRƯỜNG TIỂU HỌC BÌNH MINH", "cb"), p("Số: 12/KH-THBM", "c")],
        [
            p("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "cb"),
            p("Độc lập - Tự do - Hạnh phúc", "cb"),
            p("Tây Mỗ, ngày 16 tháng 3 năm 2026", "ci"),
        ],
    ],
)
TITLE = [p("KẾ HOẠCH", "cb"), p("Tổ chức Ngày Sách năm 2026", "cb")]
FOOT = cells(
    9,
    [
        [p("Nơi nhận:", "bi"), p("- Các tổ chuyên môn;"), p("- Lưu: VT.")],
        [p("HIỆU TRƯỞNG", "cb"), p(), p(), p(), p("Nguyễn Văn A", "cb")],
    ],
)


def reading(*paragraphs: Paragraph, head: list[Paragraph] = HEAD, **more: Any) -> Reading:
    made = paper(*head, *paragraphs, **more)
    read = read_paper(made, Path("x.docx"), Office())
    assert (read.words.lost, read.words.added) == ((), ())
    return read


def document(*body: Paragraph, **more: Any) -> Document:
    return reading(*TITLE, *body, *FOOT, **more).document


def lines(found: Document) -> list[str]:
    return [f"{one.loai} {one.so} {plain(one.text)}" for one in found.noi_dung if isinstance(one, Para)]


def test_every_box_is_read() -> None:
    found = document(p("Căn cứ Luật Thư viện ngày 21 tháng 11 năm 2019;", "i"), p("Nhà trường làm như sau:"))
    assert found.loai == "ke-hoach"
    assert found.co_quan_chu_quan == ("UBND PHƯỜNG TÂY MỖ",)
    assert found.co_quan == ("TRƯỜNG TIỂU HỌC BÌNH MINH",)
    assert (found.so, found.ky_hieu) == ("12", "KH-THBM")
    assert (found.dia_danh, str(found.ngay)) == ("Tây Mỗ", "2026-03-16")
    assert found.trich_yeu == "Tổ chức Ngày Sách năm 2026"
    assert found.can_cu == ("Căn cứ Luật Thư viện ngày 21 tháng 11 năm 2019",)
    assert (found.noi_nhan, found.luu) == (("Các tổ chuyên môn",), "VT")
    assert [(one.chuc_vu, one.ho_ten, one.vi_tri) for one in found.nguoi_ky] == [
        ("HIỆU TRƯỞNG", "Nguyễn Văn A", "phai")
    ]


@pytest.mark.parametrize(
    ("printed", "so", "ky_hieu"),
    [
        ("Số: 12/KH-THBM", "12", "KH-THBM"),
        ("Số:       /KH-THBM", "", "KH-THBM"),
        ("Số: ....../KH-THBM", "", "KH-THBM"),
        ("Số 12 / KH - THBM", "12", "KH-THBM"),
        ("Số: 144/2002/KH-BTC", "144", "2002/KH-BTC"),
    ],
)
def test_number_and_symbol(printed: str, so: str, ky_hieu: str) -> None:
    head = [p(printed, "c") if one.text.startswith("Số") else one for one in HEAD]
    head = cells(1, [head[:3], head[3:]])
    found = document(p("Nội dung."), head=head)
    assert (found.so, found.ky_hieu) == (so, ky_hieu)


def test_levels_lose_their_marks_and_keep_their_numbers() -> None:
    found = document(
        p("I. MỤC ĐÍCH", "b"),
        p("1. Yêu cầu", "b"),
        p("a) Đúng hạn;"),
        p("đ) Đủ thành phần."),
        p("- Có báo cáo;"),
        p("+ Có ảnh."),
        p("Hết tháng 4./."),
    )
    assert lines(found) == [
        "muc I MỤC ĐÍCH", "khoan 1 Yêu cầu", "diem a Đúng hạn;", "diem đ Đủ thành phần.", "gach  Có báo cáo;",
        "cong  Có ảnh.", "doan  Hết tháng 4.",
    ]  # fmt: skip


def test_what_word_numbers_by_itself_is_read() -> None:
    found = document(p("MỤC ĐÍCH", "b", label="I."), p("Đúng hạn.", label="1."), p("Đủ.", label="-"))
    assert lines(found) == ["muc I MỤC ĐÍCH", "khoan 1 Đúng hạn.", "gach  Đủ."]


def test_a_number_that_an_outline_cannot_write_stays_text() -> None:
    found = document(p("Phần thứ nhất", "cb"), p("NHỮNG VẤN ĐỀ CHUNG", "cb"), p("Nội dung."))
    assert "doan  Phần thứ nhất" in lines(found)


def test_a_signer_on_either_side() -> None:
    foot = cells(
        9,
        [
            [p("THƯ KÝ", "cb"), p(), p(), p(), p("Trần Thị B", "cb")],
            [p("CHỦ TRÌ", "cb"), p(), p(), p(), p("Nguyễn Văn A", "cb")],
        ],
        [[p("Nơi nhận:", "bi"), p("- Lưu: VT.")], [p()]],
    )
    found = reading(p("BIÊN BẢN", "cb"), p("Họp xét khen thưởng", "cb"), p("Nội dung."), *foot).document
    assert [(one.chuc_vu, one.ho_ten, one.vi_tri) for one in found.nguoi_ky] == [
        ("THƯ KÝ", "Trần Thị B", "trai"),
        ("CHỦ TRÌ", "Nguyễn Văn A", "phai"),
    ]


def test_merged_cells_stay_merged() -> None:
    table = cells(2, [[p("TT", "cb")], [p("Việc", "cb")]], [[p("1")], [p("Sách")]], [[p("Cộng", "b")], [p()]])
    made = paper(*HEAD, *TITLE, *table, *FOOT, lined=[2])
    numbers = [one.number for one in made.paragraphs if one.cell and one.cell.table == 2]
    rows = (
        tuple(TableCell((number,)) for number in numbers[:2]),
        tuple(TableCell((number,)) for number in numbers[2:4]),
        (TableCell(tuple(numbers[4:6]), columns=2),),
    )
    made = _with_table(made, PaperTable(2, rows, lined=True))
    table_read = read_paper(made, Path("x.docx"), Office()).document.noi_dung[0]
    assert isinstance(table_read, Table)
    assert table_read.rows[2][1] == Cell(merge="left")
    assert [plain(cell.text) for cell in table_read.rows[0]] == ["TT", "Việc"]
    assert table_read.header_rows == 1


def _with_table(made: Paper, table: PaperTable) -> Paper:
    tables = tuple(table if one.number == table.number else one for one in made.tables)
    return Paper(made.origin, made.sections, made.paragraphs, tables, made.lines)


def test_running_lines_and_page_numbers_are_told() -> None:
    made = paper(*HEAD, *TITLE, p("Nội dung."), *FOOT)
    number = len(made.paragraphs)
    header = tuple(
        Paragraph(number + place, p(words).runs, story="header")
        for place, words in enumerate(("2", "Kế hoạch Ngày Sách"), start=1)
    )
    made = Paper("docx", (PaperSection(headers={"default": header}),), made.paragraphs, made.tables)
    read = read_paper(made, Path("x.docx"), Office())
    told = {left.words: left for left in read.left_out}
    assert not told["Kế hoạch Ngày Sách"].fixed
    assert "Đoạn" in told["Kế hoạch Ngày Sách"].place
    assert (read.words.lost, read.words.added) == ((), ())


def test_an_unknown_kind_is_doubted_and_keeps_its_title() -> None:
    head = cells(1, [HEAD[:2], HEAD[3:]])
    read = reading(p("ĐỀ CƯƠNG", "cb"), p("Tuyên truyền năm 2026", "cb"), p("Nội dung."), *FOOT, head=head)
    assert "VB211" in {doubt.kind for doubt in read.doubts}
    assert "ĐỀ CƯƠNG" in " ".join(lines(read.document))


def test_a_kind_that_only_the_symbol_tells_is_doubted() -> None:
    read = reading(p("Tuyên truyền năm 2026", "cb"), p("Nội dung."), *FOOT)
    assert read.document.loai == "ke-hoach"
    assert "VB219" in {doubt.kind for doubt in read.doubts}


def test_a_subject_may_stand_in_the_line_of_the_title() -> None:
    found = reading(p("KẾ HOẠCH TUYÊN TRUYỀN NĂM 2026", "cb"), p("Nội dung."), *FOOT).document
    assert (found.loai, found.trich_yeu) == ("ke-hoach", "TUYÊN TRUYỀN NĂM 2026")


def test_a_paper_without_words_is_refused() -> None:
    with pytest.raises(InputError) as caught:
        read_paper(paper(p(), p("  ")), Path("x.txt"), Office())
    assert [fault.kind for fault in caught.value.faults] == ["VB160"]


def test_a_missing_issuer_is_doubted() -> None:
    read = reading(*TITLE, p("Nội dung."), *FOOT, head=[])
    assert "VB212" in {doubt.kind for doubt in read.doubts}
