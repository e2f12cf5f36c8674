"""The walk through a Word file: what is read, in which order, with which number, in which section."""

from __future__ import annotations

import io
from functools import cache

import pytest
from pypdf import PdfReader

from tests.papers import paper as everything
from tests.test_samples import SAMPLES, document
from tests.word_files import A4, WORD_STYLES, cell, first, p, paper, row, style, table, word
from vanban.ooxml import read_paper
from vanban.paper import Anchor, Cell, Paper, TableCell
from vanban.render import render
from vanban.thethuc import DECREE_LOOK
from vanban.thethuc import measures as m
from vanban.tools.soffice import convert_with_soffice


def run(inside: str, letters: str = "") -> str:
    return f"<w:r><w:rPr>{letters}</w:rPr>{inside}</w:r>"


def t(text: str, letters: str = "") -> str:
    return run(f'<w:t xml:space="preserve">{text}</w:t>', letters)


def texts(found: Paper) -> list[str]:
    return [q.text for q in found.paragraphs]


def mark(kind: str) -> str:
    return run(f'<w:fldChar w:fldCharType="{kind}"/>')


def field(instruction: str, result: str) -> str:
    """A field; ``result`` is its result's runs, without a result where there are none."""
    asked = mark("begin") + (
        instruction if "<" in instruction else run(f"<w:instrText>{instruction}</w:instrText>")
    )
    return asked + (mark("separate") + result if result else "") + mark("end")


def box(inside: str, old: bool = True) -> str:
    """A text box as Word writes it: twice, once for itself and once for programs of old."""
    content = f"<w:txbxContent>{inside}</w:txbxContent>"
    size = '<wps:spPr><a:xfrm><a:ext cx="1800000" cy="360000"/></a:xfrm></wps:spPr>'
    shape = f"<wps:wsp>{size}<wps:txbx>{content}</wps:txbx></wps:wsp>"
    graphic = f"<a:graphic><a:graphicData>{shape}</a:graphicData></a:graphic>"
    new = f"<w:drawing><wp:anchor>{graphic}</wp:anchor></w:drawing>"
    vml = f'<w:pict><v:shape style="width:100pt"><v:textbox>{content}</v:textbox></v:shape></w:pict>'
    if not old:
        return run(vml)
    return run(
        f'<mc:AlternateContent><mc:Choice Requires="wps">{new}</mc:Choice>'
        f"<mc:Fallback>{vml}</mc:Fallback></mc:AlternateContent>"
    )


def test_signs_that_are_not_letters_are_read_as_such() -> None:
    inside = run(
        "<w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t><w:softHyphen/><w:cr/>"
        '<w:sym w:font="Wingdings" w:char="F0FC"/><w:t>e</w:t>'
    )
    assert first(f"<w:p>{inside}</w:p>").text == "a\tb\nc-d\n✓e"


def test_tracked_changes_are_read_as_accepted() -> None:
    inside = (
        f"{t('Số')}<w:ins>{t(' mới')}</w:ins><w:del><w:r><w:delText> cũ</w:delText></w:r></w:del>"
        f"<w:moveTo>{t(' đến')}</w:moveTo><w:moveFrom>{t(' đi')}</w:moveFrom>"
    )
    deleted = "<w:del><w:r><w:delText>Xóa</w:delText></w:r></w:del>"
    gone = f"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{deleted}</w:p>"
    rows = row(cell(p("Còn"))) + row(cell(p("Mất")), properties="<w:del/>")
    assert texts(paper(f"<w:p>{inside}</w:p>{gone}{table(rows)}")) == ["Số mới đến", "Còn"]


def test_hidden_text_is_left_out() -> None:
    assert first(f"<w:p>{t('Thấy')}{t(' không thấy', '<w:vanish/>')}</w:p>").text == "Thấy"


def test_what_holds_text_and_is_not_seen_is_passed_through() -> None:
    inside = (
        f"<w:hyperlink>{t('a')}</w:hyperlink><w:smartTag>{t('b')}</w:smartTag>"
        f"<w:sdt><w:sdtContent>{t('c')}</w:sdtContent></w:sdt><w:customXml>{t('d')}</w:customXml>"
    )
    outside = f"<w:sdt><w:sdtContent><w:p>{inside}</w:p></w:sdtContent></w:sdt><!-- lời ghi -->"
    assert texts(paper(f"{outside}<w:customXml>{p('e')}</w:customXml>")) == ["abcd", "e"]


def test_fields_keep_their_results_and_say_their_name() -> None:
    page = field(" page \\* MERGEFORMAT", t("7"))
    simple = f'<w:fldSimple w:instr=" NUMPAGES ">{t("9")}</w:fldSimple>'
    runs = first(f"<w:p>{t('Trang ')}{page}{t('/')}{simple}</w:p>").runs
    assert [(r.text, r.field) for r in runs] == [("Trang ", ""), ("7", "PAGE"), ("/", ""), ("9", "NUMPAGES")]


def test_a_field_without_a_result_yet_is_still_there() -> None:
    assert [(r.text, r.field) for r in first(f"<w:p>{field('PAGE', '')}</w:p>").runs] == [("", "PAGE")]


def test_a_field_in_a_field_and_one_over_paragraphs() -> None:
    condition = field(run("<w:instrText>IF </w:instrText>") + field("PAGE", t("3")), t("ba"))
    assert first(f"<w:p>{condition}</w:p>").text == "ba"
    begin = f"<w:p>{mark('begin')}{run('<w:instrText>TOC</w:instrText>')}{mark('separate')}{t('Mục 1')}</w:p>"
    assert texts(paper(begin + p("Mục 2") + f"<w:p>{mark('end')}</w:p>" + p("Hết"))) == [
        "Mục 1",
        "Mục 2",
        "",
        "Hết",
    ]


def test_a_field_that_never_ends_does_not_take_the_headers_with_it() -> None:
    open_field = f"<w:p>{mark('begin')}{run('<w:instrText>PAGE</w:instrText>')}</w:p>"
    section = f'<w:sectPr><w:headerReference w:type="default" r:id="header1"/>{A4}</w:sectPr>'
    (header,) = paper(open_field + section, header1=p("Đầu trang")).sections[0].headers["default"]
    assert header.text == "Đầu trang"


@pytest.mark.parametrize("old", [True, False])
def test_a_text_box_is_read_once_after_its_paragraph(old: bool) -> None:
    body = f"<w:p>{t('Neo')}{box(p('Trong hộp') + p('Dòng hai'), old)}</w:p>" + p("Sau")
    found = paper(body).paragraphs
    assert [(q.number, q.text, q.story) for q in found] == [
        (1, "Neo", "body"),
        (2, "Trong hộp", "textbox"),
        (3, "Dòng hai", "textbox"),
        (4, "Sau", "body"),
    ]
    assert found[1].width_mm == pytest.approx(50 if old else 35.28, abs=0.01)
    assert [q.anchor for q in found] == [
        Anchor("word/document.xml", ordinal) for ordinal in ((0, 1, 2, 5) if old else (0, 1, 2, 3))
    ]


def test_tables_are_read_cell_by_cell_with_their_spans() -> None:
    inner = table(row(cell(p("trong"))), columns=(2000,))
    merged = '<w:gridSpan w:val="2"/>'
    found = paper(
        table(
            row(cell(p("a"), '<w:vMerge w:val="restart"/>'), cell(p("b") + p("c"), merged)),
            row(cell(p(), "<w:vMerge/>"), cell(p("d")), cell(inner + p("e"))),
            row(cell(p("f")), properties='<w:gridBefore w:val="2"/>'),
            columns=(3000, 2000, 4000),
        )
        + p("sau")
    )
    assert [(q.text, q.cell) for q in found.paragraphs] == [
        ("a", Cell(1, 1, 1)),
        ("b", Cell(1, 1, 2)),
        ("c", Cell(1, 1, 2)),
        ("d", Cell(1, 2, 2)),
        ("trong", Cell(2, 1, 1)),
        ("e", Cell(1, 2, 3)),
        ("f", Cell(1, 3, 3)),
        ("sau", None),
    ]
    outer, nested = found.tables
    assert outer.rows == (
        (TableCell((1,), rows=2), TableCell((2, 3), columns=2)),
        (TableCell((), rows=0), TableCell((4,)), TableCell((6,))),
        (TableCell((), columns=2), TableCell((7,))),
    )
    assert (outer.nested, nested.nested, nested.rows) == (False, True, ((TableCell((5,)),),))


def test_a_cell_is_as_wide_as_its_columns_without_its_margins() -> None:
    margins = '<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar>'
    rows = row(cell(p("a")), cell(p("b"), '<w:tcW w:w="5670" w:type="dxa"/>'))
    assert [q.width_mm for q in paper(table(rows)).paragraphs] == pytest.approx([66.75, 96.2], abs=0.01)
    bare = paper(table(rows, properties=margins)).paragraphs
    assert [q.width_mm for q in bare] == pytest.approx([70.56, 100.01], abs=0.01)
    half = row(cell(p("a"), '<w:tcW w:w="2500" w:type="pct"/>'))
    assert paper(table(half, properties=margins, columns=())).paragraphs[0].width_mm == pytest.approx(
        82.5, abs=0.1
    )


SIDES = "".join(
    f'<w:{side} w:val="single"/>' for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)


@pytest.mark.parametrize(
    ("properties", "own", "lined"),
    [
        ("", "", False),
        (f"<w:tblBorders>{SIDES}</w:tblBorders>", "", True),
        (f"<w:tblBorders>{SIDES.replace('single', 'nil')}</w:tblBorders>", "", False),
        ('<w:tblStyle w:val="Luoi"/>', "", True),
        ('<w:tblStyle w:val="Luoi"/>', f"<w:tcBorders>{SIDES.replace('single', 'nil')}</w:tcBorders>", False),
        ("", f"<w:tcBorders>{SIDES}</w:tcBorders>", True),
    ],
)
def test_a_table_is_lined_where_it_draws_lines(properties: str, own: str, lined: bool) -> None:
    styles = style("Luoi", f"<w:tblPr><w:tblBorders>{SIDES}</w:tblBorders></w:tblPr>", "table")
    found = paper(table(row(cell(p("a"), own), cell(p("b"), own)), properties=properties), styles=styles)
    assert found.tables[0].lined is lined


def section(*stories: str, more: str = "") -> str:
    references = "".join(
        f'<w:{name.rstrip("123")}Reference w:type="{kind}" r:id="{name}"/>'
        for name, kind in (story.split(":") for story in stories)
    )
    return f"<w:sectPr>{references}{A4}{more}</w:sectPr>"


def test_a_section_has_the_headers_of_the_one_before_where_it_has_none() -> None:
    body = (
        p("Một", section("header1:default", "header2:first", "footer1:default"))
        + p("Hai", section(more="<w:titlePg/>"))
        + p("Ba")
        + section("header3:default")
    )
    found = paper(body, header1=p("đầu"), header2=p("trang một"), header3=p("khác"), footer1=p("chân"))
    assert [q.section for q in found.paragraphs] == [0, 1, 2]
    words = [
        {kind: [q.text for q in story] for kind, story in (*one.headers.items(), *one.footers.items())}
        for one in found.sections
    ]
    assert [one.first_differs for one in found.sections] == [False, True, False]
    assert words[0] == {"default": ["chân"]}
    assert [list(one.headers) for one in found.sections] == [["default"], ["default", "first"], ["default"]]
    assert [one.headers["default"][0].text for one in found.sections] == ["đầu", "đầu", "khác"]
    assert found.sections[1].headers["first"][0].text == "trang một"
    assert found.sections[2].footers["default"][0].text == "chân"
    numbers = sorted(found.by_number)
    assert numbers == list(range(1, 8))
    assert {q.story for q in found.sections[0].headers["default"]} == {"header"}


def test_even_pages_have_their_own_header_only_where_the_settings_say_so() -> None:
    body = p("Một") + section("header1:default", "header2:even")
    parts = {"header1": p("lẻ"), "header2": p("chẵn")}
    assert list(paper(body, **parts).sections[0].headers) == ["default"]
    settings = "<w:evenAndOddHeaders/>"
    assert list(paper(body, settings=settings, **parts).sections[0].headers) == ["default", "even"]


def test_the_set_up_of_a_section() -> None:
    found = paper(
        p("Một") + '<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/><w:pgMar w:top="1134" '
        'w:right="850" w:bottom="1134" w:left="1417" w:header="567" w:footer="567" w:gutter="284"/>'
        '<w:pgNumType w:start="1"/><w:cols w:num="2" w:space="720"/></w:sectPr>'
    )
    (one,) = found.sections
    assert one.landscape
    assert (one.width_mm, one.height_mm) == pytest.approx((297, 210), abs=0.05)
    assert (one.left_mm, one.right_mm, one.top_mm, one.header_mm) == pytest.approx((30, 15, 20, 10), abs=0.05)
    assert (one.columns, one.page_start) == (2, 1)
    assert found.paragraphs[0].width_mm == pytest.approx((252 - 12.7) / 2, abs=0.05)


def test_a_file_without_a_section_has_words_own() -> None:
    (one,) = paper(p("Một") + "<w:sectPr></w:sectPr>").sections
    assert (one.width_mm, one.height_mm, one.left_mm) == pytest.approx((215.9, 279.4, 25.4))


def test_footnotes_are_read_in_the_order_of_the_text() -> None:
    notes = (
        f'<w:footnote w:type="separator" w:id="-1">{p("gạch")}</w:footnote>'
        f'<w:footnote w:id="1">{p("sau")}</w:footnote><w:footnote w:id="2">{p("trước")}</w:footnote>'
        f'<w:footnote w:id="3">{p("không ai gọi")}</w:footnote>'
    )
    two, one = (run(f'<w:footnoteReference w:id="{number}"/>') for number in (2, 1))
    found = paper(f"<w:p>{t('a')}{two}{t('b')}{one}</w:p>", footnotes=notes)
    assert texts(found) == ["ab"]
    assert [(q.text, q.story, q.number) for q in found.footnotes] == [
        ("trước", "footnote", 2),
        ("sau", "footnote", 3),
    ]


BREAK, NOTED = '<w:br w:type="page"/>', "<w:lastRenderedPageBreak/>"


def pages(*inside: str) -> list[int | None]:
    return [q.page for q in paper("".join(f"<w:p>{runs}</w:p>" for runs in inside)).paragraphs]


def test_pages_are_told_by_the_breaks_that_word_noted() -> None:
    assert pages(t("a"), t("b")) == [None, None]
    assert pages(t("a"), run(NOTED) + t("b"), t("c") + run(NOTED) + t("cc"), t("d")) == [1, 2, 2, 3]


def test_a_page_that_was_asked_for_and_noted_is_one_page() -> None:
    assert pages(t("a") + run(BREAK), run(NOTED) + t("b"), t("c")) == [1, 2, 2]
    assert pages(t("a") + run(BREAK), t("b") + run(NOTED) + t("bb"), t("c")) == [1, 2, 3]


def test_cells_beside_one_another_begin_on_one_page() -> None:
    long_cell = cell(f"<w:p>{t('a')}{run(NOTED)}{t('aa')}</w:p>")
    found = paper(table(row(long_cell, long_cell)) + p("sau"))
    assert [q.page for q in found.paragraphs] == [1, 1, 2]
    assert found.pages == 2


def test_a_page_break_parts_words() -> None:
    assert first(f"<w:p>{t('a')}{run(BREAK)}{t('b')}</w:p>").text == "a\nb"
    assert first(f"<w:p>{t('a')}{run(BREAK)}</w:p>").text == "a"


def test_a_page_number_in_a_frame_stands_where_the_frame_does() -> None:
    assert first(p("2", '<w:framePr w:hAnchor="margin" w:xAlign="center"/>')).look.align == "center"


@cache
def rendered() -> dict[str, Paper]:
    documents = {path.stem: document(path) for path in SAMPLES} | {"everything": everything()}
    return {name: read_paper(render(one, "docx")) for name, one in documents.items()}


OWN_LOOKS = ("doan", "diem", "khoan", "dieu_loi", "bang", "chu_thich")
"""Styles in which an author may make words bold or italic."""


@pytest.mark.parametrize("name", [*(path.stem for path in SAMPLES), "everything"])
def test_our_own_papers_read_back_as_their_styles_say(name: str) -> None:
    styles = {one.name: one for one in DECREE_LOOK.styles.values()}
    told = 0
    for paragraph in rendered()[name].by_number.values():
        style = styles.get(paragraph.style)
        looks = [look for look in paragraph.look_at(0) if not look.raised]
        if style is None or not looks:
            continue
        told += 1
        assert {(look.font, look.size_pt) for look in looks} == {(m.FONT_FAMILY, style.size_pt)}, paragraph
        assert paragraph.look.line == pytest.approx(style.line, abs=0.003) or paragraph.look.line_pt
        if style.id not in OWN_LOOKS:
            assert {(look.bold, look.italic) for look in looks} == {(style.bold, style.italic)}, paragraph
    assert told > 20


def test_libreoffice_sees_the_same_sizes_and_weights() -> None:
    styles = WORD_STYLES + style("A", "<w:rPr><w:b/><w:sz w:val='24'/></w:rPr>")
    styles += style("B", "<w:rPr><w:sz w:val='26'/></w:rPr>", based_on="A")
    styles += style("C", "<w:rPr><w:b/></w:rPr>", kind="character")
    asked = {
        "Thuong": p("Thuong"),
        "Dam": p("Dam", '<w:pStyle w:val="A"/>'),
        "Lon": p("Lon", '<w:pStyle w:val="B"/>'),
        "Nhat": p("Nhat", '<w:pStyle w:val="B"/>', '<w:b w:val="0"/><w:sz w:val="32"/>'),
        "Chu": p("Chu", letters='<w:rStyle w:val="C"/><w:i/>'),
    }
    data = word("".join(asked.values()), styles=styles)
    read = {q.text: q.runs[0].look for q in read_paper(data).paragraphs}
    drawn: dict[str, tuple[float, bool, bool]] = {}

    def see(text: str, _matrix: object, place: list[float], font: dict[str, str] | None, size: float) -> None:
        if text.strip() and font:
            name = font["/BaseFont"]
            drawn[text.strip()] = (round(size * abs(place[3]), 1), "Bold" in name, "Italic" in name)

    (pdf,) = convert_with_soffice([data])
    PdfReader(io.BytesIO(pdf)).pages[0].extract_text(visitor_text=see)
    assert drawn == {text: (look.size_pt, look.bold, look.italic) for text, look in read.items()}
