"""The rules of capitals and writing: slips of the language are found, with their right form; prose is not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.test_tiengviet_legacy import PROSE, tcvn3
from vanban.check.model import Case, Hit, Reword
from vanban.check.register import rules
from vanban.paper import Paper, PaperSection, Paragraph, Run, TextLook
from vanban.parts import Anatomy, Part

LANGUAGE = [rule for rule in rules().values() if rule.id.startswith(("TT-21", "TT-22"))]


def case(*lines: str, title: str = "", look: TextLook | None = None) -> Case:
    """A paper of plain paragraphs, under a title."""
    texts = ([title] if title else []) + list(lines)
    paragraphs = tuple(
        Paragraph(number, (Run(text, look or TextLook()),)) for number, text in enumerate(texts, 1)
    )
    ids = (["trich_yeu"] if title else []) + ["doan"] * len(lines)
    parts = tuple(Part(name, p, 0, len(p.text)) for name, p in zip(ids, paragraphs, strict=True))
    return Case(Paper("docx", (PaperSection(),), paragraphs), Anatomy(parts))


def hits(judged: Case) -> list[tuple[str, Hit]]:
    return [(rule.id, hit) for rule in LANGUAGE for hit in rule.find(judged)]


def told(judged: Case) -> list[tuple[str, str]]:
    """The rule and the words of each hit."""
    return [(name, hit.at.text[hit.start : hit.end]) for name, hit in hits(judged) if hit.at]


def mended(text: str) -> str:
    """The text with all repairs made."""
    repairs = [repair for _name, hit in hits(case(text)) for repair in hit.repairs]
    for repair in sorted(repairs, key=lambda one: getattr(one, "start", 0), reverse=True):
        assert isinstance(repair, Reword)
        text = text[: repair.start] + repair.text + text[repair.end :]
    return text


@pytest.mark.parametrize(
    ("text", "name", "found", "right"),
    [
        ("Nộp tại Tỉnh Nam Định.", "TT-2102", "Tỉnh Nam Định", "tỉnh Nam Định"),
        ("Họp ở thủ đô Hà Nội.", "TT-2103", "thủ đô Hà Nội", "Thủ đô Hà Nội"),
        ("Họp ở thành phố Hồ Chí Minh.", "TT-2103", "thành phố Hồ Chí Minh", "Thành phố Hồ Chí Minh"),
        ("Trường ở quận 1, gần chợ.", "TT-2103", "quận 1", "Quận 1"),
        ("Bản đồ Việt nam.", "TT-2105", "Việt nam", "Việt Nam"),
        ("Các tỉnh Nam bộ tham gia.", "TT-2105", "Nam bộ", "Nam Bộ"),
        ("Trình Uỷ ban Nhân dân phường.", "TT-2106", "Uỷ ban Nhân dân", "Uỷ ban nhân dân"),
        ("Trình ủy ban nhân dân phường.", "TT-2106", "ủy ban nhân dân", "Ủy ban nhân dân"),
        ("Gửi Hội đồng Nhân dân xã.", "TT-2106", "Hội đồng Nhân dân", "Hội đồng nhân dân"),
        ("- Sở giáo dục và đào tạo;", "TT-2106", "Sở giáo dục và đào tạo", "Sở Giáo dục và Đào tạo"),
        ("Theo bộ Giáo dục.", "TT-2106", "bộ Giáo dục", "Bộ Giáo dục"),
        ("Gửi Phòng văn hoá - xã hội.", "TT-2106", "Phòng văn hoá - xã hội", "Phòng Văn hoá - Xã hội"),
        ("Giao Ban chỉ đạo rà soát.", "TT-2106", "Ban chỉ đạo", "Ban Chỉ đạo"),
        ("Chính sách của Đảng, nhà nước.", "TT-2107", "nhà nước", "Nhà nước"),
        ("Tặng Huân chương lao động hạng nhì.", "TT-2108", "Huân chương lao động hạng nhì",
         "Huân chương Lao động hạng Nhì"),
        ("Danh hiệu Nghệ sĩ nhân dân.", "TT-2108", "Nghệ sĩ nhân dân", "Nghệ sĩ Nhân dân"),
        ("Do chủ tịch Ủy ban nhân dân ký.", "TT-2109", "chủ tịch", "Chủ tịch"),
        ("Do Phó chủ tịch phụ trách.", "TT-2109", "Phó chủ tịch", "Phó Chủ tịch"),
        ("Nghỉ tết nguyên đán.", "TT-2110", "tết nguyên đán", "tết Nguyên đán"),
        ("Dịp ngày quốc tế Lao động.", "TT-2110", "ngày quốc tế Lao động", "ngày Quốc tế Lao động"),
        ("Theo Bộ Luật Lao động.", "TT-2111", "Bộ Luật Lao động", "Bộ luật Lao động"),
        ("Theo nghị định số 30/2020/NĐ-CP.", "TT-2115", "nghị định", "Nghị định"),
        ("Tại khoản 2 điều 5 Quy chế.", "TT-2112", "điều", "Điều"),
        ("Tại Điểm a khoản 2 Điều 5 Quy chế.", "TT-2112", "Điểm", "điểm"),
        ("Họp vào thứ hai hằng tuần.", "TT-2113", "thứ hai", "thứ Hai"),
        ("Mừng xuân bính ngọ.", "TT-2113", "bính ngọ", "Bính Ngọ"),
        ("Dưới triều Nguyễn.", "TT-2114", "triều Nguyễn", "Triều Nguyễn"),
        ("Các em nguời Mông.", "TT-2216", "nguời", "người"),
        ("Số tiền 1,250,000 đồng.", "TT-2211", "1,250,000", "1.250.000"),
        ("Đạt 98.5% kế hoạch.", "TT-2211", "98.5", "98,5"),
    ],
)  # fmt: skip
def test_a_slip_is_told_with_its_right_form(text: str, name: str, found: str, right: str) -> None:
    ((rule, hit),) = hits(case(text))
    assert (rule, text[hit.start : hit.end], hit.details["right"]) == (name, found, right)


@pytest.mark.parametrize(
    "text",
    [
        "Trường có 02 cơ sở giáo dục và đào tạo, 03 cán bộ y tế; chi bộ công an phường phối hợp.",
        "Ủy ban nhân dân thành phố Hà Nội; UBND TP. Hà Nội; Ủy ban nhân dân các xã; ỦY BAN NHÂN DÂN.",
        "Căn cứ điểm a khoản 2 Điều 103 Mục 5 Chương XII Phần I của Bộ luật Hình sự.",
        "Khoản 1 Điều 3 được sửa đổi như sau: “Điểm a được thay thế”.",
        "Lần thứ hai, thứ ba; ngày thứ hai của đợt thi; xếp thứ sáu toàn quốc; ngày tháng năm sinh.",
        "Từ thứ Hai đến thứ Sáu hằng tuần; tháng Giêng; năm Bính Ngọ; tết Trung thu; Tết cổ truyền.",
        "Hộp thư: vanthu@example.vn; trang tin https://example.vn/tin,tuc; số 024.000.0000; ISO 9001:2015.",
        "Tổng số 1.234 học sinh, đạt 98,5%; 1.234,5 triệu đồng; tỷ lệ 1:2; lúc 14:30; mục 2.1. Nội dung.",
        "Quản lý nhà nước, ngân sách nhà nước, Quân đội nhân dân Việt Nam, vận động nhân dân tham gia.",
        "Gió tây bắc; phía đông nam; các bạn nam bộ môn Toán; từ từ, luôn luôn, xa xa, ngày ngày.",
        "Gồm: 1. sách; 2. vở. Thạc sĩ (ThS. Nguyễn Văn A) và TP. Huế, v.v. có mặt... và các loại khác.",
        "Tỉnh Đoàn, Tỉnh ủy, Thành phố Thông minh; Phó Trưởng phòng Văn hóa - Xã hội; tiểu ban thường trực.",
        "Phường Trần Hưng Đạo, Quận 1, phường Tây Mỗ; Thành phố Hồ Chí Minh; Mát-xcơ-va; ki-lô-mét.",
        "Pháp luật về đất đai, pháp luật Việt Nam, Luật này, luật sư, nghị định của Chính phủ.",
        "Ngày 29/02/2024; ngày 30/4; năm học 2025-2026; số 31/6/2025/KH; ngày      tháng 02 năm 2026.",
        "Trưởng ban Chỉ đạo; Thường trực Ủy ban Mặt trận Tổ quốc Việt Nam xã; tổ chức phi chính phủ.",
    ],
)
def test_right_prose_is_let_be(text: str) -> None:
    assert told(case(text)) == []


def test_a_name_may_begin_a_sentence_with_a_capital() -> None:
    assert told(case("Tỉnh Nam Định tổ chức. Phường Tây Mỗ tham gia: Thứ Hai hằng tuần.")) == []


def test_small_letters_that_are_drawn_as_capitals_are_let_be() -> None:
    text = "Kế hoạch của Ủy Ban Nhân Dân phường"
    assert told(case(text)) == [("TT-2106", "Ủy Ban Nhân Dân")]
    assert told(case(text, look=TextLook(caps=True))) == []


def test_spaces_and_marks_are_mended_and_the_words_stay() -> None:
    once = mended("Nhà trường  phối hợp với gia đình  , cộng đồng ,tổ ( qua sổ  ) để đạt 98  % ,, tốt .")
    assert once == "Nhà trường phối hợp với gia đình, cộng đồng, tổ (qua sổ) để đạt 98%, tốt."
    assert mended(once) == once


@given(
    st.lists(
        st.sampled_from(
            ["gia đình", "để", "98", "%", " ", "  ", ",", ",,", ";", ":", ".", "(", ")", "“", "”"]
        )
    )
)
def test_mending_twice_changes_nothing_more(pieces: list[str]) -> None:
    text = "".join(pieces)
    once = mended(text)
    assert mended(once) == once
    assert [letter for letter in once if letter.isalnum()] == [letter for letter in text if letter.isalnum()]


def test_letters_of_unicode_are_composed() -> None:
    assert mended("Tha\u0301ng na\u0306m, tu\u031bo\u031b\u0300ng") == "Tháng năm, tường"


def test_a_gap_for_the_pen_is_no_slip() -> None:
    assert told(case("Ban hành kèm theo Kế hoạch số  /KH-UBND ngày   tháng   năm 2026.")) == []


def test_dates_that_cannot_be_are_told() -> None:
    text = "Trước ngày 31/6/2026, ngày 05 tháng 13 năm 2026 và 30.02.2026, ngày 32/5."
    assert [words for name, words in told(case(text)) if name == "TT-2209"] == [
        "ngày 05 tháng 13 năm 2026",
        "31/6/2026",
        "30.02.2026",
        "ngày 32/5",
    ]


def test_garbled_text_is_told_once_decoded_and_judged_by_no_other_rule() -> None:
    ((name, hit),) = hits(case(tcvn3(PROSE), tcvn3(PROSE)))
    assert name == "TT-2206"
    assert hit.details["count"] == 2
    assert str(hit.details["decoded"]).startswith("ủy ban nhân dân phường xây dựng kế hoạch")


def test_of_two_ways_of_writing_the_rarer_is_told_once() -> None:
    lines = ("Văn hóa, xóa, tòa nhà và sức khoẻ, hoà nhã.", "Quản lý kỹ năng, quản lý sách, quản lí lớp.")
    found = {name: hit.details for name, hit in hits(case(*lines))}
    assert set(found) == {"TT-2207", "TT-2208"}
    assert (found["TT-2207"]["count"], found["TT-2207"]["right"]) == (2, "khỏe")
    assert (found["TT-2208"]["count"], found["TT-2208"]["right"]) == (1, "quản lý")


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Ủy ban nhân dân phường ban hành Kế hoạch tổ chức Ngày hội đọc sách năm 2025 như sau:", True),
        ("Ủy ban nhân dân phường ban hành Kế hoạch tổ chức Ngày hội đọc sách năm 2026 như sau:", False),
        ("Phát huy kết quả của việc tổ chức Ngày hội đọc sách năm 2025.", False),
    ],
)
def test_the_year_of_the_title_holds_where_the_paper_speaks_of_itself(line: str, found: bool) -> None:
    names = [name for name, _hit in hits(case(line, title="Tổ chức Ngày hội đọc sách năm 2026"))]
    assert names == (["TT-2218"] if found else [])


def test_a_line_begins_with_a_capital_where_the_one_before_has_ended() -> None:
    assert told(case("Nhà trường thực hiện:", "- phân công giáo viên;")) == [("TT-2116", "phân")]
    assert told(case("Nhà trường thực hiện", "phân công giáo viên.")) == []
