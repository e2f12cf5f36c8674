"""The document: parts in any shape that people type become one shape."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from vanban.document import Document
from vanban.document.model import NguoiKy
from vanban.thethuc import KINDS
from vanban.tiengviet.dates import Ngay


def paper(**parts: object) -> Document:
    return Document.model_validate({"loai": "ke-hoach", "co_quan": "A", **parts})


@pytest.mark.parametrize("loai", KINDS)
def test_every_kind_of_the_decree_makes_a_document(loai: str) -> None:
    assert paper(loai=loai).kind.id == loai


def test_one_line_or_several() -> None:
    assert paper(co_quan="ỦY BAN NHÂN DÂN\nPHƯỜNG TÂY MỖ").co_quan == ("ỦY BAN NHÂN DÂN", "PHƯỜNG TÂY MỖ")
    assert paper(co_quan=["A", "", " B  C "]).co_quan == ("A", "B C")


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Sở Nội vụ;", "Sở Nội vụ"),
        ("- Sở Nội vụ.", "Sở Nội vụ"),
        ("Sở Nội vụ ;", "Sở Nội vụ"),
        ("báo, đài, v.v.", "báo, đài, v.v."),
        ("báo, đài...", "báo, đài..."),
        ("báo, đài…;", "báo, đài…"),
        ("TP. Hà Nội", "TP. Hà Nội"),
    ],
)
def test_marks_that_the_form_writes_are_not_kept(typed: str, kept: str) -> None:
    document = paper(can_cu=[typed], noi_nhan=[typed], kinh_gui=typed)
    assert document.can_cu == document.noi_nhan == document.kinh_gui == (kept,)


def test_luu_typed_under_noi_nhan_is_luu() -> None:
    document = paper(noi_nhan=["Sở Nội vụ;", "- Lưu: VT, VHXH."])
    assert (document.noi_nhan, document.luu) == (("Sở Nội vụ",), "VT, VHXH")
    assert paper(noi_nhan=["Lưu: VT, A"], luu="VT, B").luu == "VT, B"


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2026-03-16", Ngay(2026, 3, 16)),
        ("16/3/2026", Ngay(2026, 3, 16)),
        ("2026-03", Ngay(2026, 3)),
        ("", None),
    ],
)
def test_dates(typed: str, day: Ngay | None) -> None:
    assert paper(ngay=typed).ngay == day


@pytest.mark.parametrize(
    ("typed", "answer"), [("true", True), ("có", True), ("Không", False), ("", False), (True, True)]
)
def test_answers(typed: object, answer: bool) -> None:
    assert paper(du_thao=typed).du_thao is answer


def test_one_signer_or_several() -> None:
    one = {"chuc_vu": "HIỆU TRƯỞNG", "ho_ten": "Nguyễn Văn A"}
    assert paper(nguoi_ky=one).nguoi_ky == (NguoiKy(chuc_vu="HIỆU TRƯỞNG", ho_ten="Nguyễn Văn A"),)
    assert len(paper(nguoi_ky=[one, {"vi_tri": "trai"}]).nguoi_ky) == 2
    assert paper(nguoi_ky="").nguoi_ky == ()


def test_texts_are_clean_and_on_one_line() -> None:
    assert (
        paper(trich_yeu="  Gia\u0301o\xa0du\u0323c\n và\u200b  đào tạo ").trich_yeu == "Giáo dục và đào tạo"
    )


def test_kinh_gui_is_there_for_letters_and_for_papers_to_a_superior() -> None:
    assert paper(loai="cong-van").addressed
    assert paper(loai="bao-cao", gui_cap_tren=True).addressed
    assert paper(loai="to-trinh", kinh_gui="Sở Nội vụ").addressed
    assert not paper(loai="bao-cao").addressed
    assert not paper(kinh_gui="Sở Nội vụ").addressed


def test_a_document_cannot_be_changed() -> None:
    with pytest.raises(ValidationError, match="frozen"):
        paper().so = "1"  # type: ignore[misc]


def test_data_holds_only_what_was_given() -> None:
    assert paper(so="05", ngay="3/2026", nguoi_ky={"ho_ten": "A"}).to_data() == {
        "loai": "ke-hoach",
        "co_quan": ["A"],
        "so": "05",
        "ngay": "2026-03",
        "nguoi_ky": [{"ho_ten": "A"}],
    }
