"""The form as a Word file, and what is read of it when it comes back."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping
from copy import deepcopy
from dataclasses import replace
from pathlib import Path
from typing import Any

import docx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from tests.docx_audit import docx_faults
from tests.forms import FORM, SCHOOL
from vanban.errors import InputError
from vanban.figures.form import Mark
from vanban.figures.returned import Returned, read_returned
from vanban.figures.word_form import word_maker
from vanban.office import Office
from vanban.ooxml.wml import W
from vanban.so_lieu import Ky
from vanban.tools.soffice import convert_with_soffice

MADE = word_maker(FORM, Office())(SCHOOL)
MARK = "VB:bao-cao-2026|2026-6T|TH-BM"


def _member(docx: bytes, name: str) -> Any:
    with zipfile.ZipFile(io.BytesIO(docx)) as file:
        return etree.fromstring(file.read(name))


def _controls(docx: bytes) -> dict[str, Any]:
    found = _member(docx, "word/document.xml").iter(f"{W}sdt")
    return {tag.get(f"{W}val", ""): one for one in found for tag in one.iter(f"{W}tag")}


def _said(element: Any) -> str:
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


def test_a_period_that_the_name_of_the_form_tells_is_not_said_twice() -> None:
    form = replace(FORM, ten="thực hiện Kế hoạch năm 2026", ky=Ky("2026", "năm 2026"))
    text = _said(_member(word_maker(form, Office())(SCHOOL), "word/document.xml"))
    assert "Kết quả thực hiện Kế hoạch năm 2026" in text
    assert "năm 2026 năm 2026" not in text


def test_the_same_unit_gets_the_same_bytes() -> None:
    assert word_maker(FORM, Office())(SCHOOL) == MADE


def test_a_long_name_and_a_long_mark_still_make_a_file_that_word_takes() -> None:
    school = replace(SCHOOL, ma="M" * 40)
    form = replace(FORM, ma="b" * 40, chi_tieu=(replace(FORM.chi_tieu[0], ten="Rất dài " * 30),))
    made = word_maker(form, Office())(school)
    assert docx_faults(made) == []
    assert f"VB:{'b' * 40}|2026-6T|{'M' * 40}" in _said(_member(made, "word/document.xml"))


# Reading it back -------------------------------------------------------------------------------------

VALUES = {name: f"{number}.250" for number, name in enumerate(FORM.items, start=1)}


def _edited(made: bytes, edit: Callable[[Any], None]) -> bytes:
    """The file after python-docx opened it, changed its body and saved it."""
    paper = docx.Document(io.BytesIO(made))
    edit(paper.element.body)
    out = io.BytesIO()
    paper.save(out)
    return out.getvalue()


def _fill(body: Any, values: Mapping[str, str]) -> None:
    for tag in body.iter(f"{W}tag"):
        control = tag.getparent().getparent()
        if tag.get(f"{W}val") in values:
            next(control.iter(f"{W}t")).text = values[tag.get(f"{W}val")]
            for flag in list(control.iter(f"{W}showingPlcHdr")):
                flag.getparent().remove(flag)


def _filled(values: Mapping[str, str] = VALUES) -> bytes:
    return _edited(MADE, lambda body: _fill(body, values))


def _strip(body: Any) -> None:
    """Put the content of every control in its place, as a phone does."""
    for control in list(body.iter(f"{W}sdt")):
        for run in control.find(f"{W}sdtContent"):
            control.addprevious(run)
        control.getparent().remove(control)


def _read(tmp_path: Path, data: bytes) -> Returned:
    path = tmp_path / "ve.docx"
    path.write_bytes(data)
    return read_returned(path, FORM)


def _values(returned: Returned) -> dict[str, object]:
    return {said.id: said.value for said in returned.said}


def test_a_form_that_nobody_filled_in_says_nothing_but_whose_it_is(tmp_path: Path) -> None:
    returned = _read(tmp_path, MADE)
    assert (returned.said, returned.faults) == ((), ())
    assert returned.mark == Mark("bao-cao-2026", "2026-6T", "TH-BM")


def test_what_was_filled_in_is_read_with_its_place(tmp_path: Path) -> None:
    returned = _read(tmp_path, _filled())
    assert _values(returned) == VALUES
    assert returned.faults == ()
    places = {said.id: said.where for said in returned.said}
    assert places["muc-1"] == "Bảng chỉ tiêu, hàng 2, cột 5"
    assert places["khoi.2.lop"] == "Học sinh theo khối, hàng 2, cột 3"


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.dictionaries(st.sampled_from(list(FORM.items)), st.decimals(-(10**9), 10**9, places=2).map(str)))
def test_any_figures_come_out_as_they_went_in(tmp_path: Path, values: dict[str, str]) -> None:
    assert _values(_read(tmp_path, _filled(values))) == values


def test_a_form_saved_by_libreoffice_says_the_same(tmp_path: Path) -> None:
    filled, blank = convert_with_soffice([_filled(), MADE], "docx:MS Word 2007 XML")
    for saved, values in ((filled, VALUES), (blank, {})):
        returned = _read(tmp_path, saved)
        assert _values(returned) == values
        assert (returned.faults, returned.mark) == ((), Mark("bao-cao-2026", "2026-6T", "TH-BM"))


def test_a_control_put_around_its_whole_cell_is_read(tmp_path: Path) -> None:
    def lift(body: Any) -> None:
        _fill(body, {"muc-1": "5"})
        control = _of(body, "muc-1")
        cell = next(control.iterancestors(f"{W}tc"))
        for label in cell.getparent().iter(f"{W}t"):
            if label.text == "Chỉ tiêu thứ 1":
                label.text = "Tên đã đổi"
        cell.addprevious(control)
        content = control.find(f"{W}sdtContent")
        next(cell.iter(f"{W}p")).extend(content)
        content.append(cell)

    assert _values(_read(tmp_path, _edited(MADE, lift))) == {"muc-1": "5"}


def test_the_mark_is_found_where_only_the_properties_keep_it(tmp_path: Path) -> None:
    def forget(body: Any) -> None:
        control = _of(body, MARK)
        control.getparent().remove(control)

    assert _read(tmp_path, _edited(MADE, forget)).mark == Mark("bao-cao-2026", "2026-6T", "TH-BM")


def test_entries_are_found_by_name_where_the_controls_are_gone(tmp_path: Path) -> None:
    returned = _read(tmp_path, _edited(_filled(), _strip))
    assert _values(returned) == VALUES
    assert returned.mark == Mark("bao-cao-2026", "2026-6T", "TH-BM")


def test_words_typed_beside_a_control_count(tmp_path: Path) -> None:
    def beside(body: Any) -> None:
        run = etree.SubElement(_of(body, "muc-1").getparent(), f"{W}r")
        etree.SubElement(run, f"{W}t").text = " 45"

    assert _values(_read(tmp_path, _edited(MADE, beside))) == {"muc-1": "45"}


def test_words_own_prompt_is_no_answer(tmp_path: Path) -> None:
    def prompt(body: Any) -> None:
        control = _of(body, "muc-1")
        run = next(control.iter(f"{W}r"))
        next(run.iter(f"{W}t")).text = "Click or tap here to enter text."
        style = etree.Element(f"{W}rStyle", {f"{W}val": "PlaceholderText"})
        next(run.iter(f"{W}rPr")).insert(0, style)

    assert _values(_read(tmp_path, _edited(MADE, prompt))) == {}


def test_a_row_added_to_a_free_table_is_read(tmp_path: Path) -> None:
    def add(body: Any) -> None:
        _fill(body, {"su-kien.3.ten": "Ngày hội đọc sách", "su-kien.3.nguoi": "120"})
        row = next(_of(body, "su-kien.3.ten").iterancestors(f"{W}tr"))
        new = deepcopy(row)
        row.addnext(new)
        for text, words in zip(list(new.iter(f"{W}t")), ("4", "Lễ khai giảng", "300"), strict=True):
            text.text = words

    assert _values(_read(tmp_path, _edited(MADE, add))) == {
        "su-kien.3.ten": "Ngày hội đọc sách",
        "su-kien.3.nguoi": "120",
        "su-kien.4.ten": "Lễ khai giảng",
        "su-kien.4.nguoi": "300",
    }


def test_a_row_that_the_form_does_not_have_is_told(tmp_path: Path) -> None:
    def add(body: Any) -> None:
        row = next(_of(body, "muc-2").iterancestors(f"{W}tr"))
        new = deepcopy(row)
        row.addnext(new)
        _strip(new)
        for text, words in zip(list(new.iter(f"{W}t")), ("2a", "Mục lạ", "người", "7"), strict=True):
            text.text = words

    (fault,) = _read(tmp_path, _edited(MADE, add)).faults
    assert (fault.kind, fault.details) == ("VB279", {"name": "Mục lạ"})


def test_two_figures_for_one_entry_are_told(tmp_path: Path) -> None:
    def twice(body: Any) -> None:
        _fill(body, {"muc-1": "5"})
        row = next(_of(body, "muc-1").iterancestors(f"{W}tr"))
        new = deepcopy(row)
        row.addnext(new)
        list(new.iter(f"{W}t"))[-1].text = "6"

    returned = _read(tmp_path, _edited(MADE, twice))
    assert _values(returned) == {"muc-1": "5"}
    assert [fault.kind for fault in returned.faults] == ["VB270"]


def test_a_deleted_figure_is_none(tmp_path: Path) -> None:
    def delete(body: Any) -> None:
        _fill(body, {"muc-1": "5"})
        run = next(_of(body, "muc-1").iter(f"{W}r"))
        next(run.iter(f"{W}t")).tag = f"{W}delText"
        mark = etree.Element(f"{W}del", {f"{W}id": "9", f"{W}author": "Nguyễn Văn A"})
        run.getparent().replace(run, mark)
        mark.append(run)

    assert _values(_read(tmp_path, _edited(MADE, delete))) == {}


def test_a_table_without_end_is_told(tmp_path: Path) -> None:
    def many(body: Any) -> None:
        row = next(_of(body, "muc-1").iterancestors(f"{W}tr"))
        for _number in range(5_001):
            row.addnext(etree.Element(f"{W}tr"))

    assert [fault.kind for fault in _read(tmp_path, _edited(MADE, many)).faults] == ["VB280"]


@pytest.mark.parametrize(
    ("data", "kind"), [(b"", "VB160"), (b"%PDF-1.7", "VB162"), (MADE[:-200], "VB166"), (b"\x89PNG", "VB161")]
)
def test_a_file_that_is_no_form_is_refused(tmp_path: Path, data: bytes, kind: str) -> None:
    with pytest.raises(InputError) as caught:
        _read(tmp_path, data)
    assert [fault.kind for fault in caught.value.faults] == [kind]


def _of(body: Any, name: str) -> Any:
    """The control of an entry."""
    return next(
        control
        for control in body.iter(f"{W}sdt")
        for tag in control.iter(f"{W}tag")
        if tag.get(f"{W}val") == name
    )
