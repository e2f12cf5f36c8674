"""The times that plans and reports speak of, one everyday phrase each: what becomes of it, what is marked."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vanban.next_year.citations import cited_spans, review_citations
from vanban.next_year.days_off import free_day, is_by_the_moon, is_estimated, working_day_before
from vanban.next_year.ordinals import lunar_year
from vanban.next_year.texts import replaced
from vanban.next_year.years import move_times

Marks = list[tuple[str, str]]


def told(words: str, to_year: int = 2027, school: int | None = None) -> tuple[str, Marks]:
    """The words of a paper of 2026 once moved, and the reason and proposal of each mark."""
    times = move_times(words, year=2026, to_year=to_year, school=school, kept=cited_spans(words))
    moved = replaced(words, [edit for edit, _reason in times.edits])
    return moved, [(remark.reason, remark.proposal) for remark in times.remarks]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("TRONG NĂM 2026", "TRONG NĂM 2027"),
        ("báo cáo 9 tháng năm 2026", "báo cáo 9 tháng năm 2027"),
        ("quý I, II/2026", "quý I, II/2027"),
        ("Quý II+III/2026", "Quý II+III/2027"),
        ("quý 1-2026", "quý 1-2027"),
        ("tháng 11, 12/2026", "tháng 11, 12/2027"),
        ("T3/2026", "T3/2027"),
        ("tháng 2/2026-3/2026", "tháng 2/2027-3/2027"),
        ("từ tháng 9/2025 đến hết tháng 5/2026", "từ tháng 9/2026 đến hết tháng 5/2027"),
        ("từ ngày 01/12/2025 đến ngày 30/11/2026", "từ ngày 01/12/2026 đến ngày 30/11/2027"),
        ("ngày 15, 16/3/2026", "ngày 15, 16/3/2027"),
        ("ngày 1-2/4/2026", "ngày 1-2/4/2027"),
        ("05/01/2026-20/12/2026", "05/01/2027-20/12/2027"),
        ("hạn 30.11.2026", "hạn 30.11.2027"),
        ("hạn 30-11-2026", "hạn 30-11-2027"),
        ("Tây Mỗ, ngày    /3/2026", "Tây Mỗ, ngày    /3/2027"),
        ("ngày …/…/2026", "ngày …/…/2027"),
        ("ngày ... tháng ... năm 2026", "ngày ... tháng ... năm 2027"),
        ("năm học: 2025-2026", "năm học: 2026-2027"),
        ("năm học 2025/2026", "năm học 2026/2027"),
        ("năm học 2025-26", "năm học 2026-27"),
        ("năm 2026 và 2027", "năm 2027 và 2028"),
        ("Tết Bính Ngọ năm 2026", "Tết Đinh Mùi năm 2027"),
        ("XUÂN BÍNH NGỌ 2026", "XUÂN ĐINH MÙI 2027"),
        ("(20/11/1982 - 20/11/2026)", "(20/11/1982 - 20/11/2027)"),
        ("mùng 10 tháng 3 năm 2026 âm lịch", "mùng 10 tháng 3 năm 2027 âm lịch"),
        ("Báo cáo kết quả trước ngày 15/11/2026", "Báo cáo kết quả trước ngày 15/11/2027"),
        ("Kế hoạch này thực hiện từ ngày 05/01/2026", "Kế hoạch này thực hiện từ ngày 05/01/2027"),
        ("đã đăng ký, hoàn thành trước ngày 15/11/2026", "đã đăng ký, hoàn thành trước ngày 15/11/2027"),
        (
            "theo Quyết định số 2345/QĐ-UBND ngày 10/8/2025 của UBND Thành phố ban hành Kế hoạch năm "
            "học 2025-2026, các trường tựu trường ngày 25/8/2026",
            "theo Quyết định số 2345/QĐ-UBND ngày 10/8/2025 của UBND Thành phố ban hành Kế hoạch năm "
            "học 2025-2026, các trường tựu trường ngày 25/8/2027",
        ),
    ],
)
def test_what_is_of_the_year_moves_without_a_mark(before: str, after: str) -> None:
    assert told(before) == (after, [])


@pytest.mark.parametrize(
    "words",
    [
        "từ năm học 2020-2021 đến nay",
        "từ năm 2026 đến năm 2030",
        "từ 2026 đến 2030",
        "kế hoạch 5 năm 2026-2030",
        "chiến lược 2021-2030",
        "năm 2030, tầm nhìn 2045",
        "Ngày 2 tháng 9 năm 1945",
        "Sinh ngày 05/6/1975",
        "chương trình giáo dục phổ thông 2018",
        "ISO 9001:2015",
        "12.026 lượt; 1.2026 kg",
        "trước ngày 15/11",
        "chậm nhất ngày 25 hằng tháng",
        "cùng kỳ năm trước",
        "hội nghị hiệp thương lần thứ hai",
    ],
)
def test_what_is_not_of_the_year_is_let_be(words: str) -> None:
    assert told(words) == (words, [])


@pytest.mark.parametrize(
    ("words", "reason", "proposal"),
    [
        ("quý I năm 2025", "nam_truoc", "quý I năm 2026"),
        ("tính đến 31/12/2025", "nam_truoc", "31/12/2026"),
        ("phường thành lập ngày 01/7/2025", "nam_truoc", ""),
        ("từ ngày 01/7/2025", "nam_truoc", ""),
        ("trong hai năm 2025, 2026", "nam_truoc", "năm 2026, 2027"),
        ("Giai đoạn từ năm 2021 đến năm 2025", "het_giai_doan", ""),
        ("02 năm 2025-2026", "het_giai_doan", ""),
        ("khóa 2022-2026", "het_giai_doan", ""),
        ("03 năm 2026-2028", "cuon_chieu", "03 năm 2027-2029"),
        ("áp dụng từ năm 2026", "moc_nam", "từ năm 2027"),
        ("áp dụng từ năm học 2025-2026", "moc_nam", "từ năm học 2026-2027"),
        ("có hiệu lực kể từ ngày 15/02/2026", "da_qua", "15/02/2027"),
        ("đã họp ngày 05/02/2026", "da_qua", "05/02/2027"),
        ("Tờ trình ngày 10/3/2026", "ngay_van_ban", "10/3/2027"),
        ("Chỉ thị 24 năm 2026", "ngay_van_ban", ""),
        ("Hôm nay, ngày 05 tháng 3 năm 2026", "ngay_lap", ""),
        ("Hiến pháp (sửa đổi, bổ sung năm 2026)", "moc_nam", "bổ sung năm 2027"),
        ("Ngày 15/3/2026, cử tri cả nước đi bầu cử", "khong_hang_nam", "15/3/2027"),
        ("bầu cử vào ngày 15/3/2026", "khong_hang_nam", "15/3/2027"),
        ("nghỉ Tết Nguyên đán từ ngày 14/02/2026", "am_lich", ""),
        ("Giỗ Tổ Hùng Vương, tức ngày 26/4/2026", "am_lich", ""),
        ("khai mạc ngày 17/02/2026", "am_lich", ""),
        ("Ngày 31/4/2026", "ngay_khong_co", ""),
        ("xong trước 15/11/26", "co_phai_nam", "15/11/27"),
        ("năm hai nghìn không trăm hai mươi sáu", "co_phai_nam", "năm hai nghìn không trăm hai mươi bảy"),
        ("hè 2026", "co_phai_nam", "2027"),
        ("03/2026", "co_phai_nam", "2027"),
        ("tỷ lệ 2026 / 2024", "co_phai_nam", "2027"),
        ("Thực hiện 2025", "nam_truoc", "2026"),
        ("học sinh sinh từ ngày 01/01/2020", "sinh_nam", "01/01/2021"),
        ("81 năm Ngày thành lập Quân đội", "ky_niem", "82 năm"),
        ("Chào mừng 50 năm giải phóng miền Nam", "ky_niem", "51 năm"),
        ("kỷ niệm lần thứ 96 Ngày thành lập Đảng", "lan_thu", "lần thứ 97"),
        ("Đại hội lần thứ nhất", "lan_thu", ""),
        ("kỳ họp thứ 5", "lan_thu", ""),
        ("là năm thứ hai thực hiện", "nam_thu", ""),
    ],
)
def test_what_only_a_person_can_know_is_marked_and_stays(words: str, reason: str, proposal: str) -> None:
    assert told(words) == (words, [(reason, proposal)])


@pytest.mark.parametrize(
    ("before", "after", "mark"),
    [
        ("thứ Hai, ngày 16/3/2026", "thứ Hai, ngày 16/3/2027", ("thu_trong_tuan", "thứ Ba")),
        ("ngày 16/3/2026 (thứ hai)", "ngày 16/3/2027 (thứ hai)", ("thu_trong_tuan", "thứ ba")),
        ("thứ 2, 16/3/2026", "thứ 2, 16/3/2027", ("thu_trong_tuan", "thứ 3")),
        ("Chủ nhật ngày 15/3/2026", "Chủ nhật ngày 15/3/2027", ("thu_trong_tuan", "Thứ Hai")),
        ("Tuần 1 (05/01/2026)", "Tuần 1 (05/01/2027)", ("tuan_lich", "")),
        ("trước ngày 14/11/2026", "trước ngày 14/11/2027", ("ngay_nghi", "12/11/2027")),
        (
            "trước ngày 14 tháng 11 năm 2026",
            "trước ngày 14 tháng 11 năm 2027",
            ("ngay_nghi", "12 tháng 11 năm 2027"),
        ),
        ("họp ngày 05/02/2026", "họp ngày 05/02/2027", ("ngay_nghi_tam_tinh", "03/02/2027")),
        ("Quốc khánh 02/9/2026", "Quốc khánh 02/9/2027", ("ngay_nghi", "")),
        ("xong trước ngày 02/9/2026", "xong trước ngày 02/9/2027", ("ngay_nghi", "01/9/2027")),
        ("trước ngày 01/01/2026", "trước ngày 01/01/2027", ("ngay_nghi", "31/12/2026")),
        ("Năm 2026, lần thứ 12", "Năm 2027, lần thứ 12", ("lan_thu", "lần thứ 13")),
    ],
)
def test_what_moves_and_no_longer_fits_is_marked(before: str, after: str, mark: tuple[str, str]) -> None:
    assert told(before) == (after, [mark])


def test_a_range_moves_with_both_its_ends_though_one_was_in_tet() -> None:
    moved, marks = told("từ ngày 05/12/2025 đến ngày 20/02/2026")
    assert moved == "từ ngày 05/12/2026 đến ngày 20/02/2027"
    assert marks == [("ngay_nghi", "04/12/2026"), ("ngay_nghi", "19/02/2027")]


def test_a_weekday_that_fits_again_is_not_marked() -> None:
    assert told("thứ Hai, ngày 16/3/2026", to_year=2037) == ("thứ Hai, ngày 16/3/2037", [])


def test_a_paper_of_a_school_year_looks_back_on_the_one_before() -> None:
    words = "năm học 2024-2025; năm học 2025-2026; năm học 2026-2027"
    assert told(words, school=2025) == (
        "năm học 2024-2025; năm học 2026-2027; năm học 2027-2028",
        [("nam_hoc_truoc", "2025-2026")],
    )


def test_days_off_are_those_of_the_law_the_moon_and_the_yearly_notices() -> None:
    tet, victory = date(2027, 2, 6), date(2027, 4, 30)
    assert all(known(tet) for known in (free_day, is_by_the_moon, is_estimated))
    assert [bool(known(victory)) for known in (free_day, is_by_the_moon, is_estimated)] == [
        True,
        False,
        False,
    ]
    assert not free_day(date(2026, 8, 22)), "a Saturday on which offices work, for the day off on 31 August"
    assert free_day(date(2026, 8, 31))
    assert working_day_before(date(2027, 2, 10)) == date(2027, 2, 3)


@pytest.mark.parametrize(("year", "name"), [(1984, "Giáp Tý"), (2026, "Bính Ngọ"), (2027, "Đinh Mùi")])
def test_lunar_years_have_their_names(year: int, name: str) -> None:
    assert lunar_year(year) == name


TOKENS = (
    "2026", "2026", "2026", "2025", "2027", "2021", "2030", "năm ", "năm học ", "/", "-", " - ", "–", " đến ",
    "từ ", "tháng ", "1", "15", "3", "31", ".", ", ", "(", ")", "giai đoạn ", "quý ", "IV", "I", "ngày ",
    "số ", "sinh ", "; ", "Tết ", "Bính Ngọ", "thứ Hai", " và ", "Kế hoạch ", "của UBND phường ", " về ",
    "lần thứ ", "kỷ niệm ", "đã ", "trước ", "hết ", "khóa ", "XV", "học sinh ", " ", "03 ", "nay", "…",
    "12/QĐ-UBND ",
)  # fmt: skip
PERIOD = re.compile(
    r"\d{4}(?:\s*[-–]\s*|\s+đến\s+(?:hết\s+)?(?:năm\s+)?)\d{4}|năm (?:học )?\d{4}(?:\s*[-–]\s*\d{4})? đến nay"
)
"""Periods, which stay without a word while they run."""


@settings(max_examples=1500, deadline=None)
@given(st.lists(st.sampled_from(TOKENS), min_size=1, max_size=10).map(lambda parts: "".join(parts).strip()))
def test_no_year_of_the_paper_survives_without_a_word_on_it(words: str) -> None:
    kept = cited_spans(words)
    times = move_times(words, year=2026, to_year=2027, kept=kept)
    remarks = [*times.remarks, *review_citations(words, year=2026, to_year=2027)]
    edits = [(edit.start, edit.end) for edit, _reason in times.edits]
    assert all(start >= end for (_start, end), (start, _end) in pairwise(edits))
    assert not any(start < last and first < end for start, end in edits for first, last in kept)
    spoken_of = [*edits, *kept, *((one.start, one.end) for one in remarks)]
    spoken_of += [found.span() for found in PERIOD.finditer(words)]
    for year in re.finditer(r"(?<!\d)(?<!\d[.,])2026(?!\d|[.,]\d)", words):
        assert any(start <= year.start() and year.end() <= end for start, end in spoken_of), words


@pytest.mark.parametrize("part", ["quý I, ", "tháng 1, ", "năm 2026, ", "15/3/2026 ", "2026-", ".", "1", " "])
def test_a_long_text_does_not_take_long(part: str) -> None:
    start = process_time()
    move_times(f"năm {part * (40_000 // len(part))} x", year=2026, to_year=2027)
    assert process_time() - start < 2
