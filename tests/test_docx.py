"""The DOCX as Word and LibreOffice take it: valid, styled by name, escaped, the same every time."""

from __future__ import annotations

import io
import subprocess
from typing import Any, cast
from zipfile import ZipFile

import docx
import pytest
from docx.document import Document as WordFile
from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from tests.docx_audit import docx_faults
from tests.papers import HOSTILE, paper, text
from vanban.document.blocks import Cell, Column, Para, Table
from vanban.document.model import Document
from vanban.render import render
from vanban.render.compose import compose
from vanban.render.docx import render_docx
from vanban.render.docx.build_layout import layout_bytes
from vanban.render.docx.styles import AFTER_TABLE_PT
from vanban.render.sheet import P, Sheet
from vanban.resources import templates_folder
from vanban.thethuc import Look, TextStyle
from vanban.thethuc import measures as m
from vanban.tools.soffice import convert_with_soffice

LOOKS = {
    "the decree's example": Look(),
    "everything chosen": Look(
        bo_co_chu="13",
        le_tren=25,
        le_trai=35,
        lui_dau_dong=10,
        cach_doan=9,
        cach_dong=1.15,
        co_chu_bang=11,
        to_do_khan=True,
    ),
}
ALIGNMENTS = {"left": ALIGN.LEFT, "center": ALIGN.CENTER, "right": ALIGN.RIGHT, "justify": ALIGN.JUSTIFY}


def word(document: Document, look: Look | None = None) -> bytes:
    look = look or Look()
    return render_docx(compose(document, look), look)


def opened(data: bytes) -> WordFile:
    return docx.Document(io.BytesIO(data))


def part(data: bytes, name: str) -> str:
    return ZipFile(io.BytesIO(data)).read(name).decode()


def sheet(*items: Any, **parts: Any) -> Sheet:
    whole: dict[str, Any] = {
        "title": "Kế hoạch",
        "author": "Ủy ban nhân dân phường",
        "subject": "",
        "keywords": [],
        "date": "2026-03-16",
        "sections": [{"landscape": False, "items": list(items), "foot": []}],
        "notes": [],
        "images": [],
    }
    return cast(Sheet, whole | parts)


def line(words: str, style: str = "doan", **own: Any) -> P:
    return cast(P, {"t": "p", "s": style, "r": [(words, 0)], **own})


def grid(rows: int = 2) -> dict[str, Any]:
    cells = [[{"r": [("ô", 0)], "a": "left", "cs": 1, "rs": 1}] * 2 for _ in range(rows)]
    return {"t": "table", "w": [80, 85], "head": 1, "rows": cells, "size": 13}


@pytest.fixture(scope="module")
def data() -> bytes:
    return word(paper())


@pytest.fixture(scope="module")
def file(data: bytes) -> WordFile:
    return opened(data)


def test_the_layout_is_what_the_measures_make() -> None:
    assert (templates_folder() / "layout" / "van-ban.docx").read_bytes() == layout_bytes()


def test_word_finds_nothing_wrong_with_the_layout() -> None:
    assert docx_faults(layout_bytes()) == []


@pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS)
def test_word_finds_nothing_wrong(look: Look) -> None:
    assert docx_faults(word(paper(pham_vi_luu_hanh="LƯU HÀNH NỘI BỘ"), look)) == []


def test_the_same_paper_gives_the_same_bytes() -> None:
    assert word(paper()) == word(paper())


@pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS)
def test_every_component_has_a_named_style_with_its_measures(look: Look) -> None:
    styles = opened(word(paper(), look)).styles
    for want in look.styles.values():
        assert_style(styles[want.name], want)


def assert_style(style: Any, want: TextStyle) -> None:
    form = style.paragraph_format
    assert style.font.size == Pt(want.size_pt)
    assert (bool(style.font.bold), bool(style.font.italic)) == (want.bold, want.italic)
    assert form.alignment == ALIGNMENTS[want.align]
    assert (
        form.first_line_indent is None if not want.indent_mm else near(form.first_line_indent, want.indent_mm)
    )
    assert (form.space_before, form.space_after) == (Pt(want.space_before_pt), Pt(want.space_after_pt))
    assert form.line_spacing == pytest.approx(want.line, abs=0.003)
    assert bool(form.keep_with_next) == want.keep_next
    level = style.element.find(f".//{qn('w:outlineLvl')}")
    assert (0 if level is None else int(level.get(qn("w:val"))) + 1) == want.level


def near(length: Any, millimetres: float) -> bool:
    """Word keeps twips, 1/57 mm."""
    return bool(abs(length - Mm(millimetres)) < Mm(0.02))


def test_no_paragraph_is_without_the_style_of_its_component(file: WordFile) -> None:
    used = {paragraph.style.name for paragraph in file.paragraphs if paragraph.style}
    used |= {
        paragraph.style.name
        for table in file.tables
        for cell in table._cells
        for paragraph in cell.paragraphs
        if paragraph.style
    }
    names = {style.name for style in Look().styles.values()} | {"Đường kẻ", "Sau bảng"}
    assert used <= names
    assert {"Quốc hiệu", "Trích yếu", "Căn cứ", "Khoản có tiêu đề", "Bảng - dòng đầu", "Nơi nhận"} <= used


def test_the_only_font_is_times_new_roman_and_the_language_vietnamese(data: bytes) -> None:
    styles = part(data, "word/styles.xml")
    assert styles.count("<w:rFonts") == 1
    assert styles.count(f'="{m.FONT_FAMILY}"') == 4
    assert 'w:lang w:val="vi-VN"' in styles
    assert "rFonts" not in part(data, "word/document.xml")
    assert "w:kern" not in styles


@pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS)
def test_the_page_is_a4_with_the_margins_of_the_look(look: Look) -> None:
    for section in opened(word(paper(), look)).sections:
        assert near(section.left_margin, look.le_trai)
        assert near(section.right_margin, look.le_phai)
        assert near(section.top_margin, look.le_tren)
        assert near(section.bottom_margin, look.le_duoi)
        assert near(section.header_distance, m.PAGE_NUMBER_FROM_TOP_MM)
        upright = section.orientation == WD_ORIENT.PORTRAIT
        wide, high = (m.PAGE_WIDTH_MM, m.PAGE_HEIGHT_MM)[:: 1 if upright else -1]
        assert near(section.page_width, wide)
        assert near(section.page_height, high)


def test_each_annex_is_a_section_that_numbers_its_own_pages(file: WordFile) -> None:
    assert [section.orientation for section in file.sections] == [
        WD_ORIENT.PORTRAIT,
        WD_ORIENT.LANDSCAPE,
        WD_ORIENT.PORTRAIT,
        WD_ORIENT.PORTRAIT,
    ]
    for section in file.sections:
        number = section._sectPr.find(qn("w:pgNumType"))
        assert number is not None
        assert number.get(qn("w:start")) == "1"
        assert section.different_first_page_header_footer
        assert "PAGE" in section.header._element.xml
        assert "PAGE" not in section.first_page_header._element.xml


def test_the_address_stands_at_the_foot_of_the_papers_first_page_alone(file: WordFile) -> None:
    first, *annexes = ([p.text for p in section.first_page_footer.paragraphs] for section in file.sections)
    assert first == ["Số 1 đường Tây Mỗ; điện thoại: 024 0000000"]
    assert annexes == [[""]] * 3
    assert file.sections[0].first_page_footer.paragraphs[0].style is not None
    assert 'w:top w:val="single"' in file.styles["Địa chỉ cơ quan"].element.xml


def test_whatever_is_typed_stays_text(file: WordFile) -> None:
    assert f"- {HOSTILE}" in [paragraph.text for paragraph in file.paragraphs]
    assert file.tables[1].cell(2, 1).text == f"Việc thứ 1: {HOSTILE}"


def test_hostile_words_stay_words_in_every_part() -> None:
    document = paper(
        trich_yeu=HOSTILE, co_quan=HOSTILE, dia_chi=HOSTILE, pham_vi_luu_hanh=HOSTILE, noi_nhan=[HOSTILE]
    )
    made = word(document)
    assert docx_faults(made) == []
    read = opened(made)
    assert read.core_properties.subject == HOSTILE
    said = [" ".join(paragraph.text.split()) for paragraph in read.paragraphs]
    assert HOSTILE in said
    assert HOSTILE.upper() in said
    assert read.sections[0].first_page_footer.paragraphs[0].text == HOSTILE


@pytest.mark.parametrize("bad", ["\x00", "\x08", "\x0b", "\x1f", "\ud800", "\ufffe", "\uffff"])
def test_characters_that_xml_cannot_hold_are_left_out(bad: str) -> None:
    read = opened(render_docx(sheet(line(f"Trước{bad}sau")), Look()))
    assert [paragraph.text for paragraph in read.paragraphs] == ["Trướcsau"]


def test_spaces_at_the_ends_of_runs_stay() -> None:
    run = [("Một ", 0), (" hai ", 1), (" ba", 3)]
    (read,) = opened(render_docx(sheet({"t": "p", "s": "doan", "r": run}), Look())).paragraphs
    assert [one.text for one in read.runs] == ["Một ", " hai ", " ba"]
    assert [(one.bold, one.italic) for one in read.runs] == [(None, None), (True, None), (True, True)]


def test_properties_say_what_the_paper_is() -> None:
    properties = opened(word(paper())).core_properties
    assert properties.title == "Kế hoạch Thông tin, tuyên truyền về giáo dục năm 2026"
    assert properties.author == "Ủy ban nhân dân phường Tây Mỗ"
    assert properties.language == "vi-VN"
    assert "05/KH-UBND" in properties.keywords
    assert properties.created is not None
    assert properties.created.date().isoformat() == "2026-03-16"


def test_a_sheet_without_a_date_has_a_fixed_one() -> None:
    created = opened(render_docx(sheet(line("a"), date=""), Look())).core_properties.created
    assert created is not None
    assert created.date().isoformat() == m.DECREE_DATE


def test_head_rows_repeat_and_no_row_breaks(file: WordFile) -> None:
    rows = file.tables[1]._tbl.tr_lst
    heads = [row.find(f".//{qn('w:tblHeader')}") is not None for row in rows]
    assert heads == [True, True, False, False, False]
    assert all(row.find(f".//{qn('w:cantSplit')}") is not None for row in rows)


def test_merged_cells_are_merged(file: WordFile) -> None:
    table = file.tables[1]
    assert table.cell(0, 0)._tc is table.cell(1, 0)._tc
    assert table.cell(0, 1)._tc is table.cell(0, 2)._tc
    assert table.cell(0, 1).text == "Nhiệm vụ"


def test_a_merge_over_rows_and_columns_keeps_the_grid() -> None:
    block = Table(
        columns=(Column(1), Column(1), Column(1)),
        rows=(
            (Cell(text("a")), Cell(merge="left"), Cell(text("b"))),
            (Cell(merge="up"), Cell(merge="up"), Cell(text("c"))),
            (Cell(text("d")), Cell(text("e")), Cell(text("g"))),
        ),
    )
    made = word(paper(noi_dung=(block, Para("doan", "", text("Hết")))))
    assert docx_faults(made) == []
    table = opened(made).tables[1]
    assert table.cell(0, 0)._tc is table.cell(1, 1)._tc
    assert [table.cell(2, x).text for x in range(3)] == ["d", "e", "g"]


def test_a_table_has_the_widths_of_the_sheet_and_the_lines_of_the_decree(file: WordFile) -> None:
    table = file.tables[1]
    widths = [int(column.get(qn("w:w"), 0)) for column in table._tbl.tblGrid.gridCol_lst]
    assert widths == [round(Look().text_width_mm * part / 10 * 1440 / 25.4) for part in (1, 7, 2)]
    assert [cell.width for cell in table.rows[2].cells] == [width * 635 for width in widths]
    assert table._tbl.xml.count(f'w:sz="{m.TABLE_LINE_PT * 8:.0f}"') == 6


def test_letters_of_a_table_have_the_size_that_its_item_says() -> None:
    table = opened(render_docx(sheet(line("a"), grid() | {"size": 11}), Look())).tables[0]
    assert table.cell(1, 0).paragraphs[0].runs[0].font.size == Pt(11)


def test_tables_that_follow_one_another_stay_apart() -> None:
    made = render_docx(sheet(grid(), grid()), Look())
    assert docx_faults(made) == []
    read = opened(made)
    assert [len(table.rows) for table in read.tables] == [2, 2]
    assert [child.tag.split("}")[1] for child in read.element.body] == ["tbl", "p", "tbl", "p", "sectPr"]


def test_rooms_that_meet_do_not_add_up() -> None:
    items = [line("QUYẾT ĐỊNH:", "menh_lenh"), line("Điều 1."), grid(), line("Sau")]
    read = opened(render_docx(sheet(*items), Look())).paragraphs
    assert [(p.paragraph_format.space_before, p.paragraph_format.space_after) for p in read] == [
        (None, Pt(0)),
        (None, Pt(m.SPACE_AROUND_TABLE_PT)),
        (Pt(m.SPACE_AROUND_TABLE_PT), None),
    ]


def test_what_a_paragraph_has_of_its_own_wins_over_its_style() -> None:
    item = line("- Một nơi;", "kinh_gui", left=100.0, hang=7.5, before=12.0, keep=True, align="right")
    form = opened(render_docx(sheet(item), Look())).paragraphs[0].paragraph_format
    assert (form.left_indent, form.first_line_indent) == (Pt(107.5), Pt(-7.5))
    assert (form.space_before, form.alignment) == (Pt(12), ALIGN.RIGHT)
    assert form.keep_with_next
    assert form.keep_together


def test_footnotes_are_words_own(data: bytes) -> None:
    notes, document = part(data, "word/footnotes.xml"), part(data, "word/document.xml")
    assert notes.count("<w:footnoteRef/>") == 2
    assert "Lời chú thứ nhất &amp; " in notes
    assert document.index('<w:footnoteReference w:id="1"/>') < document.index(
        '<w:footnoteReference w:id="2"/>'
    )


def test_a_rule_is_a_drawn_line_of_the_length_that_the_sheet_says() -> None:
    width = 150.0
    (read,) = opened(render_docx(sheet({"t": "rule", "w": width}), Look())).paragraphs
    form = read.paragraph_format
    assert form.left_indent is not None
    assert form.right_indent is not None
    column = Mm(Look().text_width_mm)
    assert abs(column - form.left_indent - form.right_indent - Pt(width)) < Pt(0.2)
    assert abs(form.left_indent - form.right_indent) <= Pt(0.05)
    assert read.text == ""
    assert 'w:top w:val="single"' in opened(layout_bytes()).styles["Đường kẻ"].element.xml


def test_the_mark_of_urgency_is_framed_in_red_at_its_size() -> None:
    wide, high = m.STAMP_SIZES_MM["khan"]
    cell = opened(word(paper(), LOOKS["everything chosen"])).tables[0].cell(1, 0)
    (mark,) = (p for p in cell.paragraphs if p.text == "KHẨN")
    form = mark.paragraph_format
    assert form.left_indent is not None
    assert form.right_indent is not None
    assert cell.width is not None
    assert form.line_spacing is not None
    line_of_frame = Pt(m.RULE_THICKNESS_PT)
    assert cell.width - form.left_indent - form.right_indent + line_of_frame == pytest.approx(
        Mm(wide), abs=Pt(0.1)
    )
    borders = mark._p.pPr.find(qn("w:pBdr"))
    assert {border.get(qn("w:color")) for border in borders} == {m.STAMP_COLOUR.lstrip("#")}
    foot = Pt(int(borders.find(qn("w:bottom")).get(qn("w:space"))))
    assert form.line_spacing + foot + line_of_frame == pytest.approx(Mm(high), abs=Pt(0.1))
    assert str(mark.runs[0].font.color.rgb) == m.STAMP_COLOUR.lstrip("#")


def test_a_picture_has_its_size_and_says_what_it_shows(file: WordFile) -> None:
    (shape,) = file.inline_shapes
    assert (shape.width, shape.height) == (Mm(60), Mm(30))
    properties = shape._inline.docPr
    assert properties.get("descr") == "Sơ đồ <màu đỏ>"


def test_the_same_picture_is_kept_once() -> None:
    picture = compose(paper(), Look())["images"][0]
    figures = [{"t": "figure", "image": n, "alt": f"Hình {n}", "w": 60, "h": 30} for n in range(2)]
    made = render_docx(sheet(*figures, images=[picture, picture]), Look())
    assert docx_faults(made) == []
    assert len([name for name in ZipFile(io.BytesIO(made)).namelist() if "media" in name]) == 1


def test_signatures_stay_in_one_piece(file: WordFile) -> None:
    table = file.tables[2]
    assert len(table.rows) == 1
    assert table._tbl.tr_lst[0].find(f".//{qn('w:cantSplit')}") is not None


def test_rows_of_signatures_are_held_together() -> None:
    side = [line("ĐẠI DIỆN", "quyen_han"), line("Nguyễn Văn A", "ho_ten")]
    pair = {"t": "pair", "id": "ky", "w": (80, 85), "rows": [(side, side), (side, [])]}
    (table,) = opened(render_docx(sheet(line("Hết"), pair), Look())).tables
    kept = [[p.paragraph_format.keep_with_next for p in cell.paragraphs] for cell in table._cells]
    assert kept == [[True, True], [True, True], [None, None], [None]]


def test_the_layouts_files_that_never_change_are_all_there(data: bytes) -> None:
    assert set(ZipFile(io.BytesIO(layout_bytes())).namelist()) <= set(ZipFile(io.BytesIO(data)).namelist())
    assert ZipFile(io.BytesIO(data)).testzip() is None


def test_no_style_is_there_for_nothing(file: WordFile) -> None:
    own = {"Normal", "Đường kẻ", "Sau bảng", "footnote reference"}
    assert {style.name for style in file.styles} == own | {style.name for style in Look().styles.values()}
    assert {style.type for style in file.styles} == {WD_STYLE_TYPE.PARAGRAPH, WD_STYLE_TYPE.CHARACTER}


def test_libreoffice_draws_every_word_and_numbers_the_pages(data: bytes) -> None:
    (pdf,) = convert_with_soffice([data])
    said = subprocess.run(["pdftotext", "-layout", "-", "-"], input=pdf, capture_output=True, check=True)
    pages = said.stdout.decode().split("\f")[:-1]
    heads = [page.strip().splitlines()[0].strip() for page in pages]
    assert heads[:2] == ["DỰ THẢO", "2"]
    assert heads[2] == "Phụ lục I"
    assert heads[3] == "2"
    drawn = "".join("".join(page.split()) for page in pages)
    assert "".join(HOSTILE.split()) in drawn
    for words in ("CỘNGHÒAXÃHỘICHỦNGHĨAVIỆTNAM", "Lờichúcủaphụlục.", "NguyễnVănA", "Trênđâylà"):
        assert words in drawn
    assert drawn.count("Nhiệmvụ") == sum("Nhiệm vụ" in page for page in pages) > 2


def test_footnotes_do_not_push_the_head_down() -> None:
    note = [("Có lời chú", 0), (1, 4)]
    plain = compose(paper(du_thao=False, phu_luc=()), Look())
    plain["sections"][0]["items"] = plain["sections"][0]["items"][:4]
    noted = cast(Sheet, {**plain, "notes": [[("Lời chú", 0)]]})
    items: list[Any] = [*plain["sections"][0]["items"], {"t": "p", "s": "doan", "r": note}]
    noted["sections"] = [{"landscape": False, "items": items, "foot": []}]
    tops = []
    for pdf in convert_with_soffice([render_docx(one, Look()) for one in (plain, noted)]):
        said = subprocess.run(["pdftotext", "-bbox", "-", "-"], input=pdf, capture_output=True, check=True)
        tops.append(float(said.stdout.decode().split(">CỘNG<")[0].rsplit('yMin="', 1)[1].split('"')[0]))
    assert tops[1] == pytest.approx(tops[0], abs=AFTER_TABLE_PT)


def test_render_makes_a_docx() -> None:
    assert docx_faults(render(paper(), "docx")) == []
