"""The other ways to a PDF: WeasyPrint sets the HTML, LibreOffice converts the DOCX."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from tests.papers import HOSTILE, paper
from vanban import fonts
from vanban.errors import VanbanError
from vanban.render import render, weasyprint_pdf
from vanban.render.html import css
from vanban.tools.verapdf import verapdf_failures

POINTS_IN_MM = 72 / 25.4
ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def pdf() -> bytes:
    return render(paper(rows=45), "pdf", engine="weasyprint")


@pytest.fixture(scope="module")
def pages(pdf: bytes) -> list[str]:
    """The lines of each page, columns beside one another."""
    said = subprocess.run(
        ["pdftotext", "-layout", "-", "-"], input=pdf, capture_output=True, check=True
    ).stdout
    return said.decode().split("\f")[:-1]


def families(pdf: bytes, folder: Path) -> set[str]:
    """The families of the fonts in a PDF, every one of which is embedded."""
    file = folder / "fonts.pdf"
    file.write_bytes(pdf)
    said = subprocess.run(["pdffonts", str(file)], capture_output=True, check=True, text=True).stdout
    rows = [line.split() for line in said.splitlines()[2:]]
    assert {row[-5] for row in rows} == {"yes"}
    names = (row[0].split("+")[-1].replace("-", "") for row in rows)
    return {name.removesuffix("Italic").removesuffix("Bold") for name in names}


def test_weasyprint_makes_tagged_pdf_a(pdf: bytes) -> None:
    assert verapdf_failures(pdf, "2b") == []
    catalogue: Any = PdfReader(io.BytesIO(pdf)).trailer["/Root"]
    assert catalogue["/MarkInfo"]["/Marked"]
    assert catalogue["/Lang"] == "vi"


def test_weasyprint_embeds_one_family(pdf: bytes, tmp_path: Path) -> None:
    assert families(pdf, tmp_path) == {fonts.find_font_set().family.replace(" ", "")}


def test_weasyprint_gives_the_same_bytes_for_the_same_data(pdf: bytes) -> None:
    assert render(paper(rows=45), "pdf", engine="weasyprint") == pdf


def test_weasyprint_leaves_the_environment_as_it_was(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FONTCONFIG_FILE", "/etc/fonts/fonts.conf")
    weasyprint_pdf._font_configuration.cache_clear()
    weasyprint_pdf._tools.cache_clear()
    render(paper(), "pdf", engine="weasyprint")
    assert os.environ["FONTCONFIG_FILE"] == "/etc/fonts/fonts.conf"


def test_weasyprint_sees_no_other_font_of_the_machine() -> None:
    font_set = fonts.find_font_set()
    configuration = weasyprint_pdf._font_configuration(font_set)
    from weasyprint.text.ffi import fontconfig

    assert fontconfig.FcConfigGetFonts(configuration._config, fontconfig.FcSetSystem).nfont == 4


def test_pages_are_numbered_from_the_second_of_each_section(pages: list[str]) -> None:
    first = [page.strip().split("\n")[0].strip() for page in pages]
    assert first[0] == "DỰ THẢO"
    annexes = [number for number, line in enumerate(first) if line.startswith("Phụ lục")]
    assert [first[number] for number in annexes] == ["Phụ lục I", "Phụ lục II", "Phụ lục III"]
    bounds = [0, *annexes, len(pages)]
    assert [after - before for before, after in pairwise(bounds)] == [4, 3, 2, 1]
    for start, end in pairwise(bounds):
        assert first[start + 1 : end] == [str(number) for number in range(2, end - start + 1)]


def test_a_turned_annex_has_turned_pages(pdf: bytes) -> None:
    widths = [float(page.mediabox.width) / POINTS_IN_MM for page in PdfReader(io.BytesIO(pdf)).pages]
    assert widths == pytest.approx([210] * 4 + [297] * 3 + [210] * 3, abs=0.1)


def test_heads_of_tables_repeat(pages: list[str]) -> None:
    with_rows = [page for page in pages if "Việc thứ" in page]
    assert len(with_rows) == 7
    assert all("Nhiệm vụ" in page and page.index("Nhiệm vụ") < page.index("Việc thứ") for page in with_rows)


def test_notes_and_address_stand_at_the_foot_of_their_page(pages: list[str]) -> None:
    foot = [line for line in pages[0].split("\n") if line.strip()][-2:]
    assert foot[0].strip().endswith("Lời chú thứ nhất & nghiêng.")
    assert foot[1].strip() == "Số 1 đường Tây Mỗ; điện thoại: 024 0000000"
    assert not any("đường Tây Mỗ" in page for page in pages[1:])
    assert pages[4].rstrip().endswith("Lời chú của phụ lục.")


@pytest.mark.parametrize("sentences", range(1, 7))
def test_the_signature_never_stands_alone(sentences: int) -> None:
    document = paper(rows=14, sentences=sentences, phu_luc=())
    reader = PdfReader(io.BytesIO(render(document, "pdf", engine="weasyprint")))
    signed = [text for page in reader.pages if "Nơi nhận" in (text := page.extract_text())]
    assert len(signed) == 1
    assert all(
        words in signed[0] for words in ("Trên đây là", "TM. ỦY BAN NHÂN DÂN", "Nguyễn Văn A", "Lưu: VT")
    )


def test_what_the_data_holds_comes_out_as_typed(pages: list[str]) -> None:
    assert "".join(HOSTILE.split()) in "".join(pages[0].split())


def test_a_warning_of_weasyprint_is_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(weasyprint_pdf, "css", lambda look, medium: css(look, medium) + "p { colour: black }")
    weasyprint_pdf._tools.cache_clear()
    try:
        with pytest.raises(VanbanError, match=r"VB046 .*colour: *black") as caught:
            render(paper(), "pdf", engine="weasyprint")
    finally:
        weasyprint_pdf._tools.cache_clear()
    assert caught.value.faults[0].kind == "VB046"


def test_missing_libraries_of_weasyprint_are_a_fault(tmp_path: Path) -> None:
    (tmp_path / "weasyprint.py").write_text("print('-----')\nraise OSError('cannot load library libpango')\n")
    script = (
        "from tests.papers import paper\n"
        "from vanban.errors import ToolMissingError\n"
        "from vanban.render import render\n"
        "try:\n"
        "    render(paper(), 'pdf', engine='weasyprint')\n"
        "except ToolMissingError as error:\n"
        "    print(error.faults[0].kind, error.faults[0].details)\n"
    )
    environment = os.environ | {"PYTHONPATH": os.pathsep.join([str(tmp_path), str(ROOT)]), "PYTHONUTF8": "1"}
    said = subprocess.run(
        [sys.executable, "-c", script], env=environment, capture_output=True, text=True, check=True
    )
    assert said.stdout == "VB074 {'reason': 'cannot load library libpango'}\n"


@pytest.fixture(scope="module")
def converted() -> bytes:
    return render(paper(), "pdf", engine="libreoffice")


def test_libreoffice_makes_tagged_pdf_a(converted: bytes) -> None:
    assert verapdf_failures(converted, "2b") == []
    reader = PdfReader(io.BytesIO(converted))
    catalogue: Any = reader.trailer["/Root"]
    assert catalogue["/MarkInfo"]["/Marked"]
    assert "".join(HOSTILE.split()) in "".join(reader.pages[0].extract_text().split())


def test_libreoffice_uses_our_fonts_alone(converted: bytes, tmp_path: Path) -> None:
    assert families(converted, tmp_path) == {fonts.find_font_set().family.replace(" ", "")}
