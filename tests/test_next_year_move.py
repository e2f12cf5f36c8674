"""Moving a paper to another year: what moves, what stays, what is marked, and where."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from tests.likely import likely_documents
from tests.strategies import documents
from vanban.document import make_document
from vanban.document.blocks import Block, Footnote, Para, Run, Table, plain
from vanban.document.model import Document
from vanban.errors import InputError
from vanban.next_year import Draft, move
from vanban.next_year.citations import cited_spans
from vanban.next_year.days_off import free_day
from vanban.next_year.reasons import CHANGES, REASONS
from vanban.next_year.texts import texts
from vanban.office import Office

slow = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))


def plan(body: str, **parts: object) -> Document:
    data: dict[str, object] = {
        "loai": "ke-hoach", "co_quan": ["ỦY BAN NHÂN DÂN", "PHƯỜNG TÂY MỖ"], "ngay": "2026-03-16",
        "trich_yeu": "Tuyên truyền năm 2026", "noi_dung": body,
    }  # fmt: skip
    return make_document(data | parts)


def words_of(draft: Draft) -> str:
    block = draft.document.noi_dung[0]
    assert isinstance(block, Para)
    return plain(block.text)


def moved(words: str, to_year: int = 2027) -> str:
    return words_of(move(plan(words), to_year=to_year))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Trong năm 2026, nhà trường", "Trong năm 2027, nhà trường"),
        ("KẾ HOẠCH NĂM 2026 của trường", "KẾ HOẠCH NĂM 2027 của trường"),
        ("năm học 2025-2026", "năm học 2026-2027"),
        ("năm học 2025 - 2026", "năm học 2026 - 2027"),
        ("năm học 2026 – 2027", "năm học 2027 – 2028"),
        ("Quý I/2026", "Quý I/2027"),
        ("quý IV năm 2026", "quý IV năm 2027"),
        ("tháng 3/2026", "tháng 3/2027"),
        ("tháng 03 năm 2026", "tháng 03 năm 2027"),
        ("tháng 5 và tháng 10/2026", "tháng 5 và tháng 10/2027"),
        ("6 tháng đầu năm 2026", "6 tháng đầu năm 2027"),
        ("học kỳ II năm học 2025-2026", "học kỳ II năm học 2026-2027"),
        ("trước ngày 15/11/2026", "trước ngày 15/11/2027"),
        ("trước ngày 05 tháng 11 năm 2026", "trước ngày 05 tháng 11 năm 2027"),
        ("từ ngày 05/01/2026 đến ngày 20/12/2026", "từ ngày 05/01/2027 đến ngày 20/12/2027"),
        ("từ 15/12/2025 đến 15/12/2026", "từ 15/12/2026 đến 15/12/2027"),
        ("gửi báo cáo trước ngày 10/01/2027", "gửi báo cáo trước ngày 10/01/2028"),
        ("đến hết năm 2026 đạt 80%", "đến hết năm 2027 đạt 80%"),
        ("năm 2026 và những năm tiếp theo", "năm 2027 và những năm tiếp theo"),
        ("định hướng năm 2027", "định hướng năm 2028"),
    ],
)
def test_times_of_the_year_move(before: str, after: str) -> None:
    assert moved(before) == after


@pytest.mark.parametrize(
    "words",
    [
        "từ năm 2021 đến nay",
        "giai đoạn 2021 - 2025",
        "giai đoạn 2026-2030",
        "nhiệm kỳ 2026-2031",
        "trong các năm 2021-2025",
        "đến năm 2030, tầm nhìn năm 2045",
        "Trường thành lập năm 1995",
        "kể từ năm 2020",
        "Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ",
        "Kế hoạch số 671/KH-SGD&ĐT ngày 14/02/2026 của Sở Giáo dục và Đào tạo",
        "Luật Tổ chức chính quyền địa phương năm 2025",
        "2026 học sinh",
        "so với năm 2025",
        "12.026 lượt",
        "trẻ sinh năm 2020",
        "đạt 1.250 lượt người, tăng 12,5%",
        "điện thoại 0912026001",
        "khối lớp 1, 2, 3",
        "ngày 29/02/2026",
        "Chỉ thị 24 năm 2026 của Thủ tướng Chính phủ",
        "số nhà 12/2026, tỷ lệ 1/2026, công văn 45/2026",
        "Quyết định của Chủ tịch UBND thành phố ngày 05 tháng 01 năm 2026 về giao dự toán",
    ],
)
def test_history_citations_and_figures_stay(words: str) -> None:
    assert moved(words) == words


@pytest.mark.parametrize(
    ("words", "reason", "proposal"),
    [
        ("giai đoạn 2021 - 2025", "het_giai_doan", ""),
        ("Hội thi lần thứ 12", "lan_thu", "lần thứ 13"),
        ("Đại hội lần thứ XIV", "lan_thu", ""),
        ("đại biểu khóa XVI", "lan_thu", ""),
        ("kỷ niệm 50 năm ngày thành lập", "ky_niem", "kỷ niệm 51 năm"),
        ("so với năm 2025", "nam_truoc", "năm 2026"),
        ("năm học 2023-2024", "nam_hoc_truoc", "2024-2025"),
        ("trẻ sinh năm 2020", "sinh_nam", "sinh năm 2021"),
        ("đã họp ngày 20/12/2025", "nam_truoc", ""),
        ("Tháng hành động 2026", "co_phai_nam", "2027"),
        ("xong trước ngày 14/11/2026", "ngay_nghi", "12/11/2027"),
        ("xong trước ngày 14/11", "ngay_nghi", "12/11"),
        ("nghỉ từ ngày 30/4/2026", "ngay_nghi", ""),
        ("xong trước ngày 30/4/2026", "ngay_nghi", "29/4/2027"),
        ("mục tiêu đến năm 2027", "den_han", ""),
        ("Căn cứ Kế hoạch số 671/KH-SGDĐT ngày 14/02/2026 của Sở", "cited_last_year", ""),
        ("theo Quyết định số 12/QĐ-UBND ngày 3/2/2020 của Ủy ban nhân dân thành phố", "cited_older", ""),
        ("phối hợp với Ủy ban nhân dân quận Nam Từ Liêm", "body_gone", ""),
    ],
)
def test_what_a_person_must_look_at_is_marked(words: str, reason: str, proposal: str) -> None:
    reviews = [one for one in move(plan(words), to_year=2027).reviews if one.spot.path[0] == "noi_dung"]
    assert (reason, proposal) in [(one.reason, one.proposal) for one in reviews]
    assert all(one.why for one in reviews)


@pytest.mark.parametrize(
    "words", ["giai đoạn 2026-2030", "xong trước ngày 15/11/2026", "khối lớp 1", "đợt 2"]
)
def test_what_is_right_is_not_marked(words: str) -> None:
    draft = move(plan(words), to_year=2027)
    assert not [one for one in draft.reviews if one.spot.path[0] == "noi_dung"]


def test_the_twenty_ninth_of_february_is_marked() -> None:
    document = plan("xong ngày 29/02/2028", ngay="2028-01-10", trich_yeu="Tuyên truyền năm 2028")
    draft = move(document, to_year=2029)
    assert "ngay_29_2" in {one.reason for one in draft.reviews}
    assert words_of(draft) == "xong ngày 29/02/2028"


def test_tet_is_a_holiday_wherever_the_moon_puts_it() -> None:
    assert free_day(date(2027, 2, 6))
    assert free_day(date(2026, 2, 17))
    assert not free_day(date(2027, 3, 3))
    assert free_day(date(2027, 3, 6)) == "thứ bảy"


def test_number_and_day_are_emptied() -> None:
    draft = move(plan("Nội dung.", so="58"), to_year=2027)
    assert (draft.document.so, str(draft.document.ngay)) == ("", "2027-03")
    assert {"so", "ngay_ban_hanh"} <= {one.reason for one in draft.changes}


def test_the_office_has_new_names() -> None:
    document = plan(
        "Nội dung.",
        nguoi_ky={"chuc_vu": "CHỦ TỊCH", "ho_ten": "Trần Thị B"},
        noi_nhan=["Các trường học"],
    )
    office = Office(
        defaults={
            "nguoi_ky": {"chuc_vu": "CHỦ TỊCH", "ho_ten": "Nguyễn Văn A"},
            "noi_nhan": ["Đảng ủy phường"],
        }
    )
    draft = move(document, to_year=2027, office=office)
    assert draft.document.nguoi_ky[0].ho_ten == "Nguyễn Văn A"
    assert draft.document.noi_nhan == ("Đảng ủy phường",)
    changed = {(one.before, one.after) for one in draft.changes}
    assert {("Trần Thị B", "Nguyễn Văn A"), ("Các trường học", "Đảng ủy phường")} <= changed


def test_the_year_is_that_of_the_subject_then_of_the_date() -> None:
    assert move(plan("x", ngay="2025-12-20")).year == 2026
    assert move(plan("x", trich_yeu="Tuyên truyền")).year == 2026
    assert move(plan("x")).to_year == 2027


@pytest.mark.parametrize(("to_year", "kind"), [(2026, "VB171"), (2020, "VB171")])
def test_a_year_that_is_not_later_is_refused(to_year: int, kind: str) -> None:
    with pytest.raises(InputError) as caught:
        move(plan("x"), to_year=to_year)
    assert [fault.kind for fault in caught.value.faults] == [kind]


def test_a_paper_without_any_year_is_refused() -> None:
    with pytest.raises(InputError) as caught:
        move(plan("x", ngay="", trich_yeu="Tuyên truyền"))
    assert [fault.kind for fault in caught.value.faults] == ["VB170"]


def all_texts(document: Document) -> dict[tuple[str | int, ...], str]:
    return dict(texts(document))


@slow
@given(likely_documents(), st.integers(1, 5))
def test_taking_back_every_change_gives_the_old_words(document: Document, by: int) -> None:
    draft = move(document, to_year=2026 + by)
    old, new = all_texts(document), all_texts(draft.document)
    for change in sorted(draft.changes, key=lambda one: -one.spot.start):
        path, start, end = change.spot.path, change.spot.start, change.spot.end
        if path in new:
            assert new[path][start:end] == change.after
            new[path] = new[path][:start] + change.before + new[path][end:]
    assert new == old


@slow
@given(likely_documents(), st.integers(1, 5))
def test_reviews_are_at_their_words_and_citations_never_change(document: Document, by: int) -> None:
    draft = move(document, to_year=2026 + by)
    new = all_texts(draft.document)
    for review in draft.reviews:
        assert review.reason in REASONS
        if review.spot.path in new:
            assert new[review.spot.path][review.spot.start : review.spot.end] == review.words
    assert {change.reason for change in draft.changes} <= set(CHANGES)
    for path, words in all_texts(document).items():
        for start, end in cited_spans(words):
            assert words[start:end] in new[path]


@slow
@given(likely_documents())
def test_two_years_are_one_and_one(document: Document) -> None:
    once = move(move(document, to_year=2027).document, to_year=2028).document
    assert all_texts(once) == all_texts(move(document, to_year=2028).document)


@slow
@given(documents)
def test_nothing_breaks_it(document: Document) -> None:
    try:
        draft = move(document, to_year=2099)
    except InputError as failure:  # a paper of no year, or of 2099 and later
        assume(not {fault.kind for fault in failure.faults} <= {"VB170", "VB171"})
        raise
    assert [_shape(block) for block in draft.document.noi_dung] == [
        _shape(block) for block in document.noi_dung
    ]


def _shape(block: Block) -> object:
    if isinstance(block, Para):
        notes = sum(isinstance(part, Footnote) for part in block.text)
        looks = {(part.bold, part.italic) for part in block.text if isinstance(part, Run)}
        return block.loai, block.so, notes, looks
    return len(block.rows) if isinstance(block, Table) else block.loai


@given(st.dates(date(2020, 1, 1), date(2035, 12, 31)))
def test_a_working_day_is_never_far(day: date) -> None:
    assert any(not free_day(day - timedelta(days=back)) for back in range(12))
