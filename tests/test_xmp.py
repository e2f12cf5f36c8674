"""The description of a document in its PDF: the fields of annex VI, proven by veraPDF and read by pypdf."""

from __future__ import annotations

import io
from typing import Any

import pypdf
import pytest
from hypothesis import given, settings
from lxml import etree

from tests.likely import likely_documents
from vanban.document import Document
from vanban.pdf.described import read_told
from vanban.render import render
from vanban.thethuc.description import FIELDS, NAMESPACE
from vanban.tools.verapdf import verapdf_failures

_GIVEN: dict[str, Any] = {
    "loai": "ke-hoach",
    "co_quan": ["ỦY BAN NHÂN DÂN", "PHƯỜNG TÂY MỖ"],
    "so": "5",
    "ky_hieu": "UBND",
    "dia_danh": "Tây Mỗ",
    "ngay": "2026-03-16",
    "trich_yeu": "Tổ chức <ngày hội> đọc sách & tặng sách",
    "nguoi_ky": {"quyen_han": ["TM. ỦY BAN NHÂN DÂN"], "chuc_vu": "CHỦ TỊCH", "ho_ten": "Nguyễn Văn A"},
    "noi_nhan": ["Các trường học", "Trạm Y tế"],
    "do_khan": "hoa-toc",
    "so_ban": 30,
    "ma_ho_so": "01.VHXH",
    "thoi_han_bao_quan": "10 năm",
}
_TOLD = {
    "FileNotation": "01.VHXH",
    "TypeName": "Kế hoạch",
    "CodeNumber": "05",
    "CodeNotation": "KH-UBND",
    "IssuedDate": "2026-03-16",
    "OrganName": "Ủy ban nhân dân phường Tây Mỗ",
    "Subject": "Tổ chức <ngày hội> đọc sách & tặng sách",
    "Language": "Tiếng Việt",
    "PageAmount": "1",
    "Position": "CHỦ TỊCH",
    "FullName": "Nguyễn Văn A",
    "ToPlaces": "Các trường học; Trạm Y tế",
    "Priority": "HỎA TỐC",
    "IssuedAmount": "30",
    "Maintenance": "10 năm",
}


def read_description(pdf: bytes) -> dict[str, str] | None:
    return read_told(pypdf.PdfReader(io.BytesIO(pdf))).description


def test_the_fields_of_annex_vi_are_in_the_pdf() -> None:
    pdf = render(Document(**_GIVEN), "pdf")
    assert read_description(pdf) == _TOLD
    assert {field.name for field in FIELDS} == set(_TOLD)


def test_another_library_reads_them() -> None:
    root: Any = pypdf.PdfReader(io.BytesIO(render(Document(**_GIVEN), "pdf"))).trailer["/Root"]
    tree = etree.fromstring(root["/Metadata"].get_data())
    told = {etree.QName(node).localname: node.text for node in tree.iter(f"{{{NAMESPACE}}}*")}
    assert told == _TOLD


@pytest.mark.parametrize(("embed", "flavour"), [(False, "2b"), (False, "ua1"), (True, "3b"), (True, "ua1")])
def test_verapdf_accepts_the_description(embed: bool, flavour: Any) -> None:
    assert verapdf_failures(render(Document(**_GIVEN), "pdf", embed=embed), flavour) == []


def test_what_is_not_given_is_not_told() -> None:
    told = read_description(render(Document(loai="thu-cong", co_quan=["A"]), "pdf"))
    assert told == {"TypeName": "Thư công", "OrganName": "A", "Language": "Tiếng Việt", "PageAmount": "1"}


@settings(max_examples=25, deadline=None)
@given(likely_documents())
def test_any_text_stays_as_it_is(document: Document) -> None:
    told = read_description(render(document, "pdf"))
    assert told is not None
    assert told.get("Subject", "") == document.trich_yeu
    assert told.get("FileNotation", "") == document.ma_ho_so


def test_a_foreign_pdf_tells_nothing() -> None:
    out = io.BytesIO()
    writer = pypdf.PdfWriter()
    writer.add_blank_page(100, 100)
    writer.write(out)
    assert read_description(out.getvalue()) is None
