"""Charts: bars as plain SVG, drawn as vectors in PDF and HTML and as a picture in Word, told in words."""

from __future__ import annotations

import base64
import io
import re
import subprocess
import zipfile
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from PIL import Image
from pypdf import PdfReader

from tests.test_fill import made
from vanban.document import Document, parse_source, write_source
from vanban.document.blocks import Figure
from vanban.errors import InputError
from vanban.fill import fill
from vanban.plain_svg import svg_size, svg_text
from vanban.render import render
from vanban.so_lieu.chart import Bar, bar_chart, in_words
from vanban.tools.verapdf import verapdf_failures

BARS = [
    Bar("Tin, bài & <ảnh>", Decimal("124.4"), Decimal(100)),
    Bar("Video ngắn", Decimal(90), Decimal(100)),
    Bar("Không có gì", Decimal(0)),
]
BODY = """---
trich_yeu: Thử
---
{{ so_lieu.chi_tieu | bieu_do('kết quả', 'ket_qua', 'chi_tieu', 'bài') }}
Hình: Kết quả
"""


def paper(tmp_path: Path) -> Document:
    template = made(tmp_path, "so_lieu: {kieu: so_lieu}", BODY)
    rows = [
        {"id": "a", "ten": "Tin, bài", "chi_tieu": "60", "ket_qua": {"A": "40", "B": "30"}},
        {"id": "b", "ten": "Video", "chi_tieu": "20", "ket_qua": {"A": "5"}},
    ]
    data = {"co_quan": "UBND XÃ AN HÒA", "so_lieu": {"ky": "năm 2026", "chi_tieu": rows}}
    return fill(template, data)


def figure(document: Document) -> Figure:
    (found,) = (block for block in document.noi_dung if isinstance(block, Figure))
    return found


def test_bars_are_as_long_as_their_figures_and_dark_where_they_reach() -> None:
    root: Any = etree.fromstring(bar_chart(BARS, "%"))
    drawn = [(float(one.get("width")), one.get("fill")) for one in root.iter("{*}rect")]
    assert drawn[0][0] / drawn[1][0] == pytest.approx(124.4 / 90, rel=0.01)
    assert drawn[2][0] == 0
    assert drawn[0][1] != drawn[1][1]
    assert "124,4%" in svg_text(bar_chart(BARS, "%"))


_BARS = st.lists(
    st.builds(
        Bar,
        st.text("abcđ êớ&<>\"'", max_size=80),
        st.decimals(-(10**12), 10**12, places=2),
        st.none() | st.decimals(-(10**12), 10**12, places=2),
    ),
    min_size=1,
    max_size=30,
)


@given(_BARS)
def test_any_bars_are_a_plain_picture_that_stays_inside(bars: list[Bar]) -> None:
    drawn = bar_chart(bars, "đồng")
    size = svg_size(drawn)
    assert size
    root: Any = etree.fromstring(drawn)
    for one in root.iter("{*}rect"):
        assert float(one.get("width")) >= 0
        assert float(one.get("x")) + float(one.get("width")) <= size[0]


def test_no_bars_are_no_picture() -> None:
    with pytest.raises(ValueError, match="no bars"):
        bar_chart([])


def test_the_words_tell_what_the_picture_shows() -> None:
    said = in_words("kết quả", BARS, "%")
    assert "Tin, bài & <ảnh>: 124,4%, mức phải đạt 100%" in said
    assert "Không có gì: 0%" in said


@pytest.mark.parametrize(
    "inside",
    [
        '<image href="http://127.0.0.1/"/>',
        "<script>1</script>",
        '<rect style="fill:url(http://127.0.0.1)"/>',
        '<rect fill="url(#a)"/>',
        '<rect onclick="x"/>',
        "<style>*{}</style>",
        '<use href="#a"/>',
        "<foreignObject/>",
    ],
)
def test_a_picture_that_calls_out_is_refused(inside: str) -> None:
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">{inside}</svg>'
    assert svg_size(svg.encode()) is None
    plain = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="1"/></svg>'
    assert svg_size(plain.encode()) == (9, 9)


def test_entities_and_huge_pictures_are_refused() -> None:
    bomb = (
        b'<!DOCTYPE svg [<!ENTITY a "aaaa">]><svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'
    )
    assert svg_size(bomb) is None
    assert svg_size(b'<?xml version="1.0"?>' + bomb) is None
    assert svg_size(b"<svg" + b" " * 2_000_000) is None


def test_a_template_draws_the_figures_that_the_data_bring(tmp_path: Path) -> None:
    drawn = figure(paper(tmp_path))
    assert drawn.media == "svg"
    assert "70 bài" in svg_text(drawn.data)
    assert (
        drawn.alt
        == "Biểu đồ kết quả. Tin, bài: 70 bài, mức phải đạt 60 bài; Video: 5 bài, mức phải đạt 20 bài."
    )


def test_the_pdf_has_vectors_with_words_for_those_who_cannot_see(tmp_path: Path) -> None:
    pdf = render(paper(tmp_path), "pdf")
    assert verapdf_failures(pdf, "2b") == []
    assert verapdf_failures(pdf, "ua1") == []
    said = subprocess.run(["pdftotext", "-", "-"], input=pdf, capture_output=True, check=True).stdout.decode()
    assert "70 bài" not in said  # no running text of the paper
    listed = subprocess.run(["pdfimages", "-list", "-"], input=pdf, capture_output=True, check=True).stdout
    assert len(listed.splitlines()) == 2
    assert "Biểu đồ kết quả" in pdf_alts(pdf)


def pdf_alts(pdf: bytes) -> str:
    reader = PdfReader(io.BytesIO(pdf))
    size: Any = reader.trailer["/Size"]
    objects: list[Any] = [reader.get_object(number) for number in range(1, size)]
    return " ".join(str(one["/Alt"]) for one in objects if isinstance(one, dict) and "/Alt" in one)


def test_word_shows_the_same_picture_in_dots(tmp_path: Path) -> None:
    document = paper(tmp_path)
    with zipfile.ZipFile(io.BytesIO(render(document, "docx"))) as archive:
        (name,) = (name for name in archive.namelist() if name.endswith(".png"))
        assert not any(name.endswith(".svg") for name in archive.namelist())
        picture = Image.open(io.BytesIO(archive.read(name)))
        assert "Biểu đồ kết quả" in archive.read("word/document.xml").decode()
    size = svg_size(figure(document).data)
    assert size
    assert picture.width / picture.height == pytest.approx(size[0] / size[1], rel=0.02)
    assert picture.convert("L").getextrema() == (0, 255)
    assert render(document, "docx") == render(document, "docx")


def test_a_browser_gets_the_vectors(tmp_path: Path) -> None:
    html = render(paper(tmp_path), "html").decode()
    (packed,) = re.findall(r'src="data:image/svg\+xml;base64,([^"]*)"', html)
    assert svg_size(base64.b64decode(packed))


def test_a_source_text_with_a_chart_is_read_back(tmp_path: Path) -> None:
    document = paper(tmp_path)
    drawn = figure(document)
    again = parse_source(write_source(document), images=lambda path: {drawn.path: drawn.data}[path]).document
    assert figure(again) == drawn


def test_a_letter_that_the_font_lacks_is_told_in_a_chart_too() -> None:
    svg = '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="90"><text x="1" y="9">中</text></svg>'
    source = "---\nloai: ke-hoach\nco_quan: A\ntrich_yeu: B\n---\n![Hình](a.svg)\n"
    document = parse_source(source, images=lambda _path: svg.encode()).document
    with pytest.raises(InputError, match="VB063"):
        render(document, "pdf")
