"""What a paper cites, and bodies that are no more, marked for the person who makes next year's paper."""

from __future__ import annotations

import pytest

from vanban.next_year.citations import REASONS, cited_spans, review_citations


def told(words: str, year: int = 2026) -> list[tuple[str, str]]:
    remarks = review_citations(words, year=year, to_year=year + 1)
    assert all(remark.reason in REASONS for remark in remarks)
    assert all("{" not in remark.why for remark in remarks)
    return [(remark.reason, words[remark.start : remark.end]) for remark in remarks]


@pytest.mark.parametrize(
    ("words", "reason", "found"),
    [
        (
            "Căn cứ Kế hoạch số 671/KH-SGD&ĐT ngày 14/02/2026 của Sở Giáo dục và Đào tạo Hà Nội về A;",
            "cited_last_year",
            "Kế hoạch số 671/KH-SGD&ĐT ngày 14/02/2026 của Sở Giáo dục và Đào tạo Hà Nội",
        ),
        (
            "Thực hiện Chương trình số 05/CTr-UBND ngày 28/12/2025 của UBND phường về công tác năm 2026;",
            "cited_last_year",
            "Chương trình số 05/CTr-UBND ngày 28/12/2025 của UBND phường",
        ),
        (
            "Theo Kế hoạch số 12/KH-UBND ngày 20/9/2025 về nhiệm vụ năm học 2025 - 2026.",
            "cited_last_year",
            "Kế hoạch số 12/KH-UBND ngày 20/9/2025",
        ),
        ("Căn cứ Kế hoạch năm học 2025-2026 của nhà trường;", "cited_last_year",
         "Kế hoạch năm học 2025-2026 của nhà trường"),
        ("Theo Thông báo kết luận ngày 05/01/2026 của Chủ tịch UBND phường.", "cited_last_year",
         "Thông báo kết luận ngày 05/01/2026"),
        ("Căn cứ Thông tư số 07/2026/TT-BGDĐT ngày 14/02/2026 của Bộ Giáo dục và Đào tạo;", "cited_older",
         "Thông tư số 07/2026/TT-BGDĐT ngày 14/02/2026 của Bộ Giáo dục và Đào tạo"),
        ("Căn cứ Luật Giáo dục ngày 14 tháng 6 năm 2019;", "cited_older",
         "Luật Giáo dục ngày 14 tháng 6 năm 2019"),
        ("Căn cứ Luật Giáo dục;", "cited_older", "Luật Giáo dục"),
        ("tại Chỉ thị số 07/CT-TTg ngày 21/3/2023 về truyền thông chính sách.", "cited_older",
         "Chỉ thị số 07/CT-TTg ngày 21/3/2023"),
        ("Nghị định số 98/2023/NĐ-CP của Chính phủ", "cited_replaced",
         "Nghị định số 98/2023/NĐ-CP của Chính phủ"),
        ("Căn cứ Luật Lưu trữ ngày 11 tháng 11 năm 2011;", "cited_replaced",
         "Luật Lưu trữ ngày 11 tháng 11 năm 2011"),
        ("Quyết định số 123/QĐ-UBND ngày 05/3/2024 của UBND huyện Sóc Sơn về việc giao nhiệm vụ",
         "cited_issuer_gone", "Quyết định số 123/QĐ-UBND ngày 05/3/2024 của UBND huyện Sóc Sơn"),
        ("Kế hoạch số 15/KH-UBND ngày 05/3/2025 của UBND tỉnh Hải Dương", "cited_issuer_gone",
         "Kế hoạch số 15/KH-UBND ngày 05/3/2025 của UBND tỉnh Hải Dương"),
        ("Công văn số 99/PGDĐT-TH ngày 05/9/2024", "cited_issuer_gone",
         "Công văn số 99/PGDĐT-TH ngày 05/9/2024"),
        ("Các trường báo cáo UBND huyện Sóc Sơn trước ngày 10/12.", "body_gone", "UBND huyện Sóc Sơn"),
        ("Gửi Phòng Giáo dục và Đào tạo để tổng hợp.", "body_gone", "Phòng Giáo dục và Đào tạo"),
        ("Tham quan tại huyện Hoài Đức.", "unit_gone", "huyện Hoài Đức"),
    ],
)  # fmt: skip
def test_each_place_is_marked_once_with_the_gravest_reason(words: str, reason: str, found: str) -> None:
    assert told(words) == [(reason, found)]


def test_what_replaced_a_document_or_a_body_is_proposed() -> None:
    words = (
        "Theo Nghị định số 98/2023/NĐ-CP; phối hợp với Ủy ban nhân dân tỉnh Hải Dương, Sở GD&ĐT Bắc Giang, "
        "UBND phường Dịch Vọng Hậu và các đơn vị ở tỉnh Bình Dương"
    )
    assert [remark.proposal for remark in review_citations(words, year=2026, to_year=2027)] == [
        "Nghị định số 152/2025/NĐ-CP",
        "Ủy ban nhân dân thành phố Hải Phòng",
        "Sở GD&ĐT Bắc Ninh",
        "UBND phường Cầu Giấy hoặc UBND phường Nghĩa Đô",
        "Thành phố Hồ Chí Minh",
    ]
    (remark,) = review_citations("UBND TỈNH HẢI DƯƠNG", year=2026, to_year=2027)
    assert remark.proposal == "UBND THÀNH PHỐ HẢI PHÒNG"


@pytest.mark.parametrize(
    "words",
    [
        "",
        "Ủy ban nhân dân phường Tây Mỗ, Sở Giáo dục và Đào tạo Hà Nội, UBND thành phố Huế",
        "Kế hoạch này thực hiện trong năm 2027; Kế hoạch giáo dục năm 2027; hội nghị ngày 20/5/2027",
        "Năm học 2023 - 2024, Phòng Giáo dục và Đào tạo tặng Giấy khen; UBND huyện Sóc Sơn cũ",
        "Căn cứ chức năng, nhiệm vụ được giao; căn cứ tình hình thực tế",
        "Đạt 15/20 tiêu chí; 24/7; 1.239/1.284 học sinh; Luật sư; Thông báo cho phụ huynh",
    ],
)
def test_what_is_no_citation_is_let_be(words: str) -> None:
    assert told(words) == []


def test_districts_were_there_before_their_end() -> None:
    assert told("Báo cáo UBND huyện Sóc Sơn; tỉnh Hải Dương", year=2023) == []


@pytest.mark.parametrize(
    ("words", "spans"),
    [
        (
            "Thực hiện Kế hoạch số 671/KH-SGD ngày 14/02/2026 của Sở Văn hóa, Thể thao và Du lịch về lễ hội "
            "năm 2026, Trường Tiểu học A xây dựng Kế hoạch năm 2026 như sau:",
            ["Kế hoạch số 671/KH-SGD ngày 14/02/2026 của Sở Văn hóa, Thể thao và Du lịch về lễ hội năm 2026"],
        ),
        ("theo Công văn số 12/UBND-VX về thi đua năm 2026; năm 2026 làm",
         ["Công văn số 12/UBND-VX về thi đua năm 2026"]),
        ("Luật Giáo dục năm 2019 và Luật Nhà giáo năm 2025, năm 2026",
         ["Luật Giáo dục năm 2019", "Luật Nhà giáo năm 2025"]),
        ("Kế hoạch năm 2026 của phường", []),
    ],
)  # fmt: skip
def test_the_words_of_a_citation_and_its_title_are_told_apart_from_the_rest(
    words: str, spans: list[str]
) -> None:
    assert [words[start:end] for start, end in cited_spans(words)] == spans
