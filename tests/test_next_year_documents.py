"""Whole documents on their way to another year: the times alone move, and the old paper can be had back."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from tests.strategies import PNG
from vanban.document import make_document
from vanban.document.blocks import (
    Block,
    Cell,
    Column,
    Figure,
    Footnote,
    Inline,
    LineBreak,
    Para,
    PhuLuc,
    Run,
    Table,
)
from vanban.document.inline import normal
from vanban.document.model import Document
from vanban.errors import InputError
from vanban.next_year import Draft, move
from vanban.next_year.citations import cited_spans
from vanban.next_year.texts import Edit, edited, texts
from vanban.office import Office
from vanban.tiengviet.dates import Ngay

MOVES = (
    "trong năm 2026", "năm học 2025 - 2026", "quý I, II/2026", "tháng 3/2026", "6 tháng đầu năm 2026",
    "từ ngày 05/01/2026 đến ngày 18/12/2026", "NĂM 2026", "đến hết năm 2026", "năm 2026 và 2027",
)  # fmt: skip
"""Times that move, and that nobody has to look at, this year or the next but for days off."""
STAYS = ("giai đoạn 2026-2035", "từ năm 2021 đến nay", "đến năm 2045", "1.250 lượt", "tổ dân phố số 12", "x")
MARKED = (
    "so với năm 2025", "lần thứ 12", "kỷ niệm 50 năm", "thứ Hai, ngày 16/3/2026", "Tết Bính Ngọ 2026",
    "hè 2026", "giai đoạn 2021 - 2025", "ngày 29/02/2024", "sinh năm 2020", "đã họp ngày 05/02/2026",
)  # fmt: skip
CITED = (
    "Kế hoạch số 12/KH-UBND ngày 03/01/2026 của UBND phường về tuyên truyền năm 2026",
    "Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ",
    "Luật Giáo dục ngày 14 tháng 6 năm 2019",
)  # fmt: skip

slow = settings(max_examples=80, deadline=None, suppress_health_check=list(HealthCheck))


def sentences(*phrases: tuple[str, ...]) -> st.SearchStrategy[str]:
    known = st.sampled_from([one for group in phrases for one in group])
    return st.lists(known, min_size=1, max_size=4).map("; ".join)


@st.composite
def inlines(draw: st.DrawFn, words: st.SearchStrategy[str], *, notes: bool = True) -> Inline:
    """A sentence, cut anywhere into runs of different looks, at times with a footnote between them."""
    text = draw(words)
    cuts = sorted({0, len(text), *draw(st.lists(st.integers(0, len(text)), max_size=3))})
    parts: list[Run | Footnote | LineBreak] = []
    for start, end in pairwise(cuts):
        parts.append(Run(text[start:end], draw(st.booleans()), draw(st.booleans())))
        if notes and draw(st.integers(0, 5)) == 0:
            parts.append(Footnote((Run(draw(words)),)))
    return normal(parts)


@st.composite
def papers(draw: st.DrawFn, words: st.SearchStrategy[str]) -> Document:
    """A plan of 2026 that has words in every place that a document has."""
    cell = inlines(words, notes=False).map(lambda text: Cell(text))
    table = Table(
        (Column(), Column()), ((draw(cell), draw(cell)), (draw(cell), draw(cell))), 1, draw(inlines(words))
    )
    figure = Figure(PNG, "png", draw(words), "a.png", draw(inlines(words)))
    body: list[Block] = [Para("doan", "", draw(inlines(words))) for _ in range(draw(st.integers(1, 3)))]
    return Document(
        loai="ke-hoach",
        co_quan=("BAN TỔ CHỨC", draw(words)),
        so="58",
        ngay=Ngay(2026, 3, 16),
        trich_yeu=f"Tuyên truyền năm 2026: {draw(words)}",
        can_cu=(draw(words),),
        noi_dung=(*body, table, figure),
        nguoi_ky=[{"quyen_han": [draw(words)], "chuc_vu": "CHỦ TỊCH", "ho_ten": "Nguyễn Văn A"}],
        noi_nhan=(draw(words),),
        phu_luc=(PhuLuc(draw(words), tuple(body)),),
    )


def undone(draft: Draft) -> Document:
    """The draft with what was there before at every place that was changed."""
    edits: dict[tuple[str | int, ...], list[Edit]] = {}
    for change in draft.changes:
        if change.reason not in ("so", "ngay_ban_hanh"):
            edit = Edit(change.spot.start, change.spot.end, change.before)
            edits.setdefault(change.spot.path, []).append(edit)
    return edited(draft.document, edits)


def looks(document: Document) -> Iterator[tuple[str, bool, bool]]:
    """Each letter of the paragraphs that is no digit, with its weight and slant."""
    for block in document.noi_dung:
        if isinstance(block, Para):
            for part in block.text:
                if isinstance(part, Run):
                    yield from (
                        (letter, part.bold, part.italic) for letter in part.text if not letter.isdigit()
                    )


@slow
@given(papers(sentences(MOVES, STAYS, MARKED, CITED)), st.integers(1, 4))
def test_taking_every_change_back_gives_the_old_paper(document: Document, by: int) -> None:
    draft = move(document, to_year=2026 + by)
    new = dict(texts(draft.document))
    for change in draft.changes:
        if change.spot.path in new:
            assert new[change.spot.path][change.spot.start : change.spot.end] == change.after
    assert dict(texts(undone(draft))) == dict(texts(document))
    assert (draft.document.so, draft.document.ngay) == ("", Ngay(2026 + by, 3))


@slow
@given(papers(sentences(MOVES, STAYS, CITED)))
def test_letters_that_do_not_move_keep_their_look(document: Document) -> None:
    assert list(looks(move(document).document)) == list(looks(document))


@slow
@given(papers(sentences(MOVES, STAYS, MARKED, CITED)))
def test_every_review_is_at_its_words(document: Document) -> None:
    draft = move(document)
    new = dict(texts(draft.document)) | {("ngay",): str(draft.document.ngay)}
    for review in draft.reviews:
        assert new[review.spot.path][review.spot.start : review.spot.end] == review.words
        assert review.words
        assert "{" not in review.why


@slow
@given(papers(sentences(MOVES, STAYS, CITED)), st.integers(1, 3))
def test_what_is_cited_never_changes(document: Document, by: int) -> None:
    new = dict(texts(move(document, to_year=2026 + by).document))
    for path, words in texts(document):
        for start, end in cited_spans(words):
            assert words[start:end] in new[path]


@slow
@given(papers(sentences(MOVES, STAYS)))
def test_one_year_and_one_more_are_two(document: Document) -> None:
    once = move(document, to_year=2027)
    assume(
        {review.reason for review in once.reviews} <= {"thang_ban_hanh", "ngay_nghi", "ngay_nghi_tam_tinh"}
    )
    assert move(once.document, to_year=2028).document == move(document, to_year=2028).document


def paper(body: object = "Nội dung.", **parts: object) -> Document:
    data: dict[str, object] = {
        "loai": "ke-hoach", "co_quan": ["ỦY BAN NHÂN DÂN", "PHƯỜNG TÂY MỖ"], "ngay": "2026-03-16",
        "trich_yeu": "Tuyên truyền năm 2026", "noi_dung": body,
    }  # fmt: skip
    return make_document(data | parts)


@pytest.mark.parametrize(
    ("parts", "year"),
    [
        ({"trich_yeu": "Phát triển giáo dục đến năm 2030"}, 2026),
        ({"trich_yeu": "Thực hiện Luật Nhà giáo năm 2025", "ngay": "2026-03-16"}, 2026),
        ({"trich_yeu": "Nhiệm vụ năm 2026", "ngay": "2025-12-20"}, 2026),
        ({"trich_yeu": "Kết quả năm 2025, nhiệm vụ năm 2026", "ngay": "2025-12-20"}, 2025),
        ({"trich_yeu": "Kết quả năm 2025, nhiệm vụ năm 2026", "ngay": "2026-01-05"}, 2026),
        ({"trich_yeu": "Kết quả năm 2025, nhiệm vụ năm 2026", "ngay": "", "loai": "bao-cao"}, 2025),
        ({"trich_yeu": "Kết quả năm 2025, nhiệm vụ năm 2026", "ngay": ""}, 2026),
        ({"trich_yeu": "Nhiệm vụ năm học 2025-2026", "ngay": ""}, 2025),
        ({"trich_yeu": "Tổng kết năm học 2025-2026", "ngay": "", "loai": "bao-cao"}, 2026),
        ({"trich_yeu": "Học kỳ II năm học 2025-2026", "ngay": "2026-01-10"}, 2026),
        (
            {
                "trich_yeu": "Tuyên truyền",
                "ngay": "",
                "noi_dung": "Trong năm 2026; so với năm 2025; năm 2026",
            },
            2026,
        ),
        ({"trich_yeu": "Tuyên truyền", "ngay": "", "noi_dung": "Năm học 2025-2026"}, 2025),
        ({"trich_yeu": "Phát triển đến năm 2030", "ngay": "", "noi_dung": "Chỉ tiêu năm 2026"}, 2026),
    ],
)
def test_the_year_of_a_paper(parts: dict[str, object], year: int) -> None:
    assert move(paper(**parts)).year == year


def test_results_of_the_school_year_before_are_not_moved_in_silence() -> None:
    document = paper("Kết quả năm học 2024-2025", trich_yeu="Nhiệm vụ năm học 2025-2026", ngay="2025-09-05")
    draft = move(document)
    assert draft.document.trich_yeu == "Nhiệm vụ năm học 2026-2027"
    assert dict(texts(draft.document))[("noi_dung", 0)] == "Kết quả năm học 2024-2025"
    assert "nam_hoc_truoc" in {review.reason for review in draft.reviews}


@pytest.mark.parametrize("to_year", [2026, 2025, 2101, 10_000])
def test_a_year_out_of_range_is_refused(to_year: int) -> None:
    with pytest.raises(InputError) as caught:
        move(paper(), to_year=to_year)
    assert [fault.kind for fault in caught.value.faults] == ["VB171"]


def test_a_signer_keeps_what_the_office_does_not_give() -> None:
    signer = {"quyen_han": ["TM. ỦY BAN NHÂN DÂN"], "chuc_vu": "CHỦ TỊCH", "ho_ten": "Trần Thị B"}
    draft = move(paper(nguoi_ky=signer), office=Office(defaults={"nguoi_ky": {"ho_ten": "Nguyễn Văn A"}}))
    assert [dict(one) | {"vi_tri": ""} for one in draft.document.nguoi_ky] == [
        {
            **signer,
            "quyen_han": ("TM. ỦY BAN NHÂN DÂN",),
            "ho_ten": "Nguyễn Văn A",
            "chuc_vu_khac": "",
            "vi_tri": "",
        }
    ]


def test_a_signer_of_another_office_takes_its_whole_block() -> None:
    signer = {
        "quyen_han": ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"],
        "chuc_vu": "PHÓ CHỦ TỊCH",
        "ho_ten": "Trần Thị B",
    }
    office = Office(defaults={"nguoi_ky": {"chuc_vu": "CHỦ TỊCH", "ho_ten": "Nguyễn Văn A"}})
    (now,) = move(paper(nguoi_ky=signer), office=office).document.nguoi_ky
    assert (now.quyen_han, now.chuc_vu, now.ho_ten) == ((), "CHỦ TỊCH", "Nguyễn Văn A")


def test_several_signers_are_the_papers_own() -> None:
    signers = [
        {"chuc_vu": "THƯ KÝ", "ho_ten": "Trần Thị B", "vi_tri": "trai"},
        {"chuc_vu": "CHỦ TRÌ", "ho_ten": "Lê Văn C"},
    ]
    office = Office(defaults={"nguoi_ky": {"chuc_vu": "CHỦ TỊCH", "ho_ten": "Nguyễn Văn A"}})
    document = paper(loai="bien-ban", nguoi_ky=signers)
    assert move(document, office=office).document.nguoi_ky == document.nguoi_ky


def test_a_part_that_the_office_gives_is_taken_as_it_is() -> None:
    document = paper(noi_nhan=["Ban tổ chức Hội thi năm 2026", "Trường A"])
    draft = move(document, office=Office(defaults={"noi_nhan": ["Tổ giúp việc năm 2026"]}))
    assert draft.document.noi_nhan == ("Tổ giúp việc năm 2026",)
    changes = [one for one in draft.changes if one.spot.path[0] == "noi_nhan"]
    assert [(one.before, one.after) for one in changes] == [
        ("Trường A", ""),
        ("Ban tổ chức Hội thi năm 2026", "Tổ giúp việc năm 2026"),
    ]


def test_changes_stand_in_the_order_of_the_parts() -> None:
    draft = move(paper(so="58", co_quan=["BAN TỔ CHỨC", "HỘI THI NĂM 2026"], noi_dung="Năm 2026"))
    assert [one.spot.path[0] for one in draft.changes] == ["co_quan", "so", "ngay", "trich_yeu", "noi_dung"]


def test_what_a_picture_shows_is_told_of_the_new_year() -> None:
    figure = Figure(PNG, "png", "Sơ đồ tổ chức năm 2026", "a.png", (Run("Hình 1. Sơ đồ năm 2026"),))
    draft = move(paper().model_copy(update={"noi_dung": (figure,)}))
    (block,) = draft.document.noi_dung
    assert isinstance(block, Figure)
    assert (block.alt, block.caption) == ("Sơ đồ tổ chức năm 2027", (Run("Hình 1. Sơ đồ năm 2027"),))
    assert [one.spot.path for one in draft.changes][-2:] == [("noi_dung", 0), ("noi_dung", 0, "mo_ta")]


@pytest.mark.parametrize(
    ("subject", "words"),
    [
        ("Công tác bầu cử năm 2026", ["bầu cử"]),
        ("Tổ chức Đại hội chi bộ", ["Đại hội"]),
        ("Hội thi năm 2026", []),
    ],
)
def test_a_paper_on_what_is_not_held_yearly_says_so(subject: str, words: list[str]) -> None:
    reviews = move(paper(trich_yeu=subject)).reviews
    assert [one.words for one in reviews if one.reason == "viec_khong_hang_nam"] == words
