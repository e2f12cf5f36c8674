"""The form as a Word file, and what is read of it when it comes back."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace

from lxml import etree

from tests.docx_audit import docx_faults
from tests.forms import FORM, SCHOOL
from vanban.figures.word_form import word_maker
from vanban.office import Office
from vanban.ooxml.wml import W

MADE = word_maker(FORM, Office())(SCHOOL)
MARK = "VB:bao-cao-2026|2026-6T|TH-BM"


def _member(docx: bytes, name: str) -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(docx)) as file:
        return etree.fromstring(file.read(name))


def _controls(docx: bytes) -> dict[str, etree._Element]:
    found = _member(docx, "word/document.xml").iter(f"{W}sdt")
    return {tag.get(f"{W}val", ""): one for one in found for tag in one.iter(f"{W}tag")}


def _said(element: etree._Element) -> str:
    return "".join(text.text or "" for text in element.iter(f"{W}t"))


def test_word_finds_nothing_wrong_with_the_form() -> None:
    assert docx_faults(MADE) == []


def test_every_entry_is_a_control_that_shows_a_blank() -> None:
    controls = _controls(MADE)
    assert list(FORM.items) == [tag for tag in controls if tag in FORM.items]
    for name in FORM.items:
        assert set(_said(controls[name])) == {"…"}
        assert controls[name].find(f"{W}sdtPr/{W}showingPlcHdr") is not None


def test_choices_are_lists_and_days_have_a_calendar() -> None:
    controls = _controls(MADE)
    kinds = {item.id: item.kieu for item in FORM.chi_tieu}
    for name, kind in kinds.items():
        listed = [one.get(f"{W}value") for one in controls[name].iter(f"{W}listItem")]
        assert listed == {"chon": ["Tốt", "Khá", "Trung bình"], "co_khong": ["có", "không"]}.get(kind, [])
        assert (controls[name].find(f"{W}sdtPr/{W}date") is not None) == (kind == "ngay")


def test_the_mark_stands_in_the_paper_its_tag_and_the_properties() -> None:
    assert _said(_controls(MADE)[MARK]) == MARK
    assert MARK in etree.tostring(_member(MADE, "docProps/custom.xml"), encoding="unicode")


def test_the_paper_is_the_report_of_the_unit() -> None:
    text = _said(_member(MADE, "word/document.xml"))
    for words in (
        "TRƯỜNG TIỂU HỌC BÌNH MINH",
        "BÁO CÁO",
        "Kính gửi: Ủy ban nhân dân xã An Hòa",
        "tuyên truyền <về> giáo dục & đào tạo 6 tháng đầu năm 2026",
        "I. KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU",
        "II. ĐÁNH GIÁ CHUNG",
        "Truyền thông",
        "Bảng 2. Học sinh theo khối",
        "Nguyễn Văn A",
    ):
        assert words in text
    assert "¤" not in text


def test_the_same_unit_gets_the_same_bytes() -> None:
    assert word_maker(FORM, Office())(SCHOOL) == MADE


def test_a_long_name_and_a_long_mark_still_make_a_file_that_word_takes() -> None:
    school = replace(SCHOOL, ma="M" * 40)
    form = replace(FORM, ma="b" * 40, chi_tieu=(replace(FORM.chi_tieu[0], ten="Rất dài " * 30),))
    made = word_maker(form, Office())(school)
    assert docx_faults(made) == []
    assert f"VB:{'b' * 40}|2026-6T|{'M' * 40}" in _said(_member(made, "word/document.xml"))
