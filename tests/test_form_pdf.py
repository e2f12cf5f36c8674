"""The form as a PDF that can be filled in, and what is read of it when PDFBox has filled it in."""

from __future__ import annotations

import io
import subprocess
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import jpype
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image
from pypdf import PdfReader, PdfWriter
from pypdf.generic import DictionaryObject, NameObject, StreamObject

from tests.forms import FORM, SCHOOL
from vanban.errors import InputError
from vanban.figures.form import Grid, Mark
from vanban.figures.pdf_form import field_name, pdf_maker
from vanban.figures.report_form import TEXTS
from vanban.figures.returned import Returned, read_returned
from vanban.office import Office
from vanban.pdf.described import read_told
from vanban.so_lieu import ChiTieu
from vanban.tools.verapdf import verapdf_version

MADE = pdf_maker(FORM, Office())(SCHOOL)
MARK = Mark("bao-cao-2026", "2026-6T", "TH-BM")
VALUES = {name: f"{number}.250" for number, name in enumerate(FORM.items, start=1)}
VALUES |= {"muc-5": "Trường đã làm", "muc-6": "15/6/2026", "muc-7": "Khá", "muc-8": "không"}


def _pdfbox(pdf: bytes) -> Any:
    verapdf_version()  # starts the Java machine, which has PDFBox too
    return jpype.JClass("org.apache.pdfbox.Loader").loadPDF(pdf)


def _saved(document: Any) -> bytes:
    out = jpype.JClass("java.io.ByteArrayOutputStream")()
    document.save(out)
    document.close()
    return bytes(out.toByteArray())


def _filled(values: Mapping[str, str], *, flat: bool = False) -> bytes:
    document = _pdfbox(MADE)
    form = document.getDocumentCatalog().getAcroForm()
    for name, value in values.items():
        form.getField(field_name(FORM.items[name])).setValue(value)
    if flat:
        form.flatten()
    return _saved(document)


def _read(tmp_path: Path, data: bytes) -> Returned:
    path = tmp_path / "ve.pdf"
    path.write_bytes(data)
    return read_returned(path, FORM)


def _values(returned: Returned) -> dict[str, object]:
    return {said.id: said.value for said in returned.said}


def _widgets(pdf: bytes) -> dict[str, tuple[int, Any]]:
    """Fields by name, with the page they stand on."""
    pages = enumerate(PdfReader(io.BytesIO(pdf)).pages, start=1)
    listed = ((number, one.get_object()) for number, page in pages for one in page.get("/Annots", ()))
    return {widget["/T"]: (number, widget) for number, widget in listed if widget["/Subtype"] == "/Widget"}


def test_every_entry_has_a_field_with_its_name_as_the_tooltip() -> None:
    widgets = _widgets(MADE)
    asked = [*FORM.items.values(), *TEXTS]
    assert [field_name(item) for item in asked] == [name for name in widgets if name != "vanban_ma"]
    for item in asked:
        assert widgets[field_name(item)][1]["/TU"] == item.ten


def test_choices_are_lists_and_figures_stand_right() -> None:
    widgets = {name: widget for name, (_page, widget) in _widgets(MADE).items()}
    assert widgets["muc-7"]["/Opt"] == ["", "Tốt", "Khá", "Trung bình"]
    assert widgets["muc-8"]["/Opt"] == ["", "có", "không"]
    assert (widgets["muc-1"]["/Q"], widgets["muc-5"]["/Q"]) == (2, 0)


def test_a_field_lies_inside_the_lines_of_its_cell(tmp_path: Path) -> None:
    (tmp_path / "form.pdf").write_bytes(MADE)
    subprocess.run(["pdftoppm", "-r", "144", "-gray", "form.pdf", "page"], cwd=tmp_path, check=True)
    pages = [Image.open(path) for path in sorted(tmp_path.glob("page*.pgm"))]
    for name, (number, widget) in _widgets(MADE).items():
        if name == "vanban_ma":
            continue
        left, low, right, high = (float(length) * 2 for length in widget["/Rect"])
        page = pages[number - 1]
        upper, lower = page.height - round(high), page.height - round(low)
        inside = page.crop((round(left), upper, round(right), lower))
        around = page.crop((round(left) - 4, upper - 4, round(right) + 4, lower + 4))
        assert inside.width > 40
        assert inside.height > 24
        assert inside.tobytes().strip(b"\xff") == b"", name  # nothing is printed there
        assert around.tobytes().strip(b"\xff"), name


def test_the_file_claims_nothing_that_its_fields_break_and_is_well_built(tmp_path: Path) -> None:
    reader = PdfReader(io.BytesIO(MADE))
    assert read_told(reader).claim == ""
    about = reader.metadata
    assert about
    assert str(about["/Keywords"]) == str(MARK)
    (tmp_path / "form.pdf").write_bytes(MADE)
    subprocess.run(["qpdf", "--check", str(tmp_path / "form.pdf")], check=True, capture_output=True)


def test_the_same_unit_gets_the_same_bytes() -> None:
    assert pdf_maker(FORM, Office())(SCHOOL) == MADE


def test_a_sign_in_the_names_is_no_place_for_a_field() -> None:
    form = replace(FORM, ten="thực hiện ¤ Kế hoạch")
    assert _widgets(pdf_maker(form, Office())(SCHOOL)).keys() == _widgets(MADE).keys()


def test_a_table_of_many_columns_stands_in_an_annex_with_its_own_fields() -> None:
    columns = tuple(ChiTieu(f"lop-{number}", f"Lớp {number}", "so_nguyen") for number in range(1, 10))
    form = replace(
        FORM, bang=(Grid("khoi", "Học sinh theo khối", columns, ("Khối 1", "Khối 2")), *FORM.bang[:1])
    )
    made = pdf_maker(form, Office())(SCHOOL)
    pages = PdfReader(io.BytesIO(made)).pages
    number, widget = _widgets(made)["khoi/2/lop-9"]
    assert number == len(pages)
    assert pages[-1].mediabox.width > pages[-1].mediabox.height
    assert float(widget["/Rect"][0]) > 700
    assert widget["/TU"] == "Học sinh theo khối: Khối 2, Lớp 9"


# Reading it back -------------------------------------------------------------------------------------


def test_a_form_that_nobody_filled_in_says_nothing_but_whose_it_is(tmp_path: Path) -> None:
    returned = _read(tmp_path, MADE)
    assert (returned.said, returned.faults, returned.mark) == ((), (), MARK)


def test_what_was_filled_in_is_read_with_its_place(tmp_path: Path) -> None:
    returned = _read(tmp_path, _filled(VALUES))
    assert _values(returned) == VALUES
    assert (returned.faults, returned.mark) == ((), MARK)
    assert returned.said[0].where == "trang 1, ô «Chỉ tiêu thứ 1»"


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.dictionaries(
        st.sampled_from([name for name in FORM.items if name not in ("muc-7", "muc-8")]),
        st.decimals(-(10**9), 10**9, places=2).map(str),
    )
)
def test_any_figures_come_out_as_they_went_in(tmp_path: Path, values: dict[str, str]) -> None:
    assert _values(_read(tmp_path, _filled(values))) == values


def test_the_mark_is_found_where_the_properties_are_gone(tmp_path: Path) -> None:
    document = _pdfbox(_filled({"muc-1": "5"}))
    document.setDocumentInformation(jpype.JClass("org.apache.pdfbox.pdmodel.PDDocumentInformation")())
    returned = _read(tmp_path, _saved(document))
    assert (returned.mark, _values(returned)) == (MARK, {"muc-1": "5"})


def test_a_flattened_form_is_named_and_not_guessed(tmp_path: Path) -> None:
    document = _pdfbox(_filled({"muc-1": "5"}, flat=True))
    document.setDocumentInformation(jpype.JClass("org.apache.pdfbox.pdmodel.PDDocumentInformation")())
    returned = _read(tmp_path, _saved(document))
    assert [fault.kind for fault in returned.faults] == ["VB281"]
    assert (returned.said, returned.mark) == ((), MARK)


def test_a_scanned_form_is_named_and_not_guessed(tmp_path: Path) -> None:
    Image.new("L", (600, 800), 255).save(tmp_path / "ve.pdf")
    returned = read_returned(tmp_path / "ve.pdf", FORM)
    assert [fault.kind for fault in returned.faults] == ["VB281"]
    assert (returned.said, returned.mark) == ((), None)


def test_two_figures_for_one_entry_are_told(tmp_path: Path) -> None:
    writer = PdfWriter(io.BytesIO(_filled({"muc-1": "5"})))
    other = PdfReader(io.BytesIO(_filled({"muc-1": "6"})))
    writer.add_page(other.pages[0])
    out = io.BytesIO()
    writer.write(out)
    returned = _read(tmp_path, out.getvalue())
    assert _values(returned) == {"muc-1": "5"}
    assert [fault.kind for fault in returned.faults] == ["VB270"]


def test_a_locked_form_is_refused(tmp_path: Path) -> None:
    writer = PdfWriter(io.BytesIO(MADE))
    writer.encrypt("bi mat", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    with pytest.raises(InputError) as caught:
        _read(tmp_path, out.getvalue())
    assert [fault.kind for fault in caught.value.faults] == ["VB191"]


def _spoilt(spoil: Callable[[PdfWriter, DictionaryObject], None]) -> bytes:
    """A filled form in which the first field was changed by an evil hand."""
    writer = PdfWriter(io.BytesIO(_filled({"muc-1": "5", "muc-2": "7"})))
    spoil(writer, writer.pages[0]["/Annots"][0].get_object())  # type: ignore[index]
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def test_a_field_that_is_its_own_parent_ends(tmp_path: Path) -> None:
    def loop(_writer: PdfWriter, field: DictionaryObject) -> None:
        field[NameObject("/Parent")] = field.indirect_reference or field

    assert _values(_read(tmp_path, _spoilt(loop))) == {"muc-2": "7"}


def test_a_field_that_holds_no_text_holds_nothing(tmp_path: Path) -> None:
    def other(_writer: PdfWriter, field: DictionaryObject) -> None:
        field[NameObject("/V")] = DictionaryObject({NameObject("/Type"): NameObject("/Catalog")})

    assert _values(_read(tmp_path, _spoilt(other))) == {"muc-2": "7"}


def test_a_text_that_swells_without_end_is_refused(tmp_path: Path) -> None:
    def swell(writer: PdfWriter, field: DictionaryObject) -> None:
        bomb = StreamObject()
        bomb.set_data(b"5" * 50_000_000)
        field[NameObject("/V")] = writer._add_object(bomb.flate_encode())

    with pytest.raises(InputError) as caught:
        _read(tmp_path, _spoilt(swell))
    assert [fault.kind for fault in caught.value.faults] == ["VB194"]


@pytest.mark.parametrize(("data", "kind"), [(b"", "VB190"), (b"PK\x03\x04", "VB190"), (MADE[:900], "VB192")])
def test_a_file_that_is_no_form_is_refused(tmp_path: Path, data: bytes, kind: str) -> None:
    with pytest.raises(InputError) as caught:
        _read(tmp_path, data)
    (fault,) = caught.value.faults
    assert (fault.kind, fault.place.file) == (kind, str(tmp_path / "ve.pdf"))
