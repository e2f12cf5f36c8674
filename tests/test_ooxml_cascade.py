"""Each step of Word's cascade: who has the last word on letters and on paragraphs."""

from __future__ import annotations

import pytest

from tests.word_files import WORD_STYLES, cell, first, p, paper, row, style, table
from vanban.paper import ParagraphLook, TextLook

THEME = (
    '<a:themeElements><a:clrScheme name="x"><a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1>'
    '<a:accent1><a:srgbClr val="4080C0"/></a:accent1></a:clrScheme><a:fontScheme name="x">'
    '<a:majorFont><a:latin typeface="Cambria"/></a:majorFont>'
    '<a:minorFont><a:latin typeface="Calibri"/></a:minorFont></a:fontScheme></a:themeElements>'
)


def letters(inside: str = "", properties: str = "", text: str = "Chữ", **parts: str) -> TextLook:
    """How the letters of a run with these properties come out."""
    return first(p(text, properties, inside), **parts).runs[0].look


def setting(properties: str, **parts: str) -> ParagraphLook:
    """How a paragraph with these properties comes out."""
    return first(p("Chữ", properties), **parts).look


def of(name: str) -> str:
    return f'<w:pStyle w:val="{name}"/>'


def size(points: float) -> str:
    return f'<w:rPr><w:sz w:val="{round(points * 2)}"/></w:rPr>'


def test_without_any_word_takes_times_new_roman_10() -> None:
    assert letters(styles="") == TextLook("Times New Roman", 10)
    assert setting("", styles="") == ParagraphLook()


def test_a_file_without_styles_is_read() -> None:
    assert letters("<w:b/>", styles="<w:docDefaults/>") == TextLook("Times New Roman", 10, bold=True)


def test_sizes_come_from_defaults_then_styles_then_the_run() -> None:
    styles = WORD_STYLES + style("Duoi", size(12)) + style("Tren", size(13), based_on="Duoi")
    styles += style("Khong", "", based_on="Tren") + style("Chu", size(11), kind="character")
    assert letters(styles=styles).size_pt == 14
    assert letters(properties=of("Duoi"), styles=styles).size_pt == 12
    assert letters(properties=of("Tren"), styles=styles).size_pt == 13
    assert letters(properties=of("Khong"), styles=styles).size_pt == 13
    assert letters('<w:rStyle w:val="Chu"/>', of("Tren"), styles=styles).size_pt == 11
    assert letters('<w:rStyle w:val="Chu"/><w:sz w:val="27"/>', of("Tren"), styles=styles).size_pt == 13.5


def test_the_default_style_holds_where_none_is_named_or_the_name_is_unknown() -> None:
    styles = WORD_STYLES.replace("</w:style>", f"{size(15)}</w:style>")
    assert letters(styles=styles).size_pt == 15
    assert letters(properties=of("KhongCo"), styles=styles).size_pt == 15


def test_styles_based_on_each_other_end() -> None:
    styles = (
        WORD_STYLES + style("A", size(12), based_on="B") + style("B", "<w:rPr><w:i/></w:rPr>", based_on="A")
    )
    assert letters(properties=of("A"), styles=styles) == TextLook(size_pt=12, italic=True)


@pytest.mark.parametrize(
    ("paragraph", "character", "direct", "bold"),
    [
        ("<w:b/>", "", "", True),
        ("", "<w:b/>", "", True),
        ("<w:b/>", "<w:b/>", "", False),
        ('<w:b w:val="0"/>', "<w:b/>", "", True),
        ("<w:b/>", '<w:b w:val="false"/>', "", True),
        ("<w:b/>", "<w:b/>", "<w:b/>", True),
        ("<w:b/>", "", '<w:b w:val="off"/>', False),
        ("<w:b/>", "<w:b/>", '<w:b w:val="0"/>', False),
    ],
)
def test_a_toggle_in_two_kinds_of_style_is_off_again(
    paragraph: str, character: str, direct: str, bold: bool
) -> None:
    styles = WORD_STYLES + style("P", f"<w:rPr>{paragraph}</w:rPr>")
    styles += style("C", f"<w:rPr>{character}</w:rPr>", kind="character")
    assert letters(f'<w:rStyle w:val="C"/>{direct}', of("P"), styles=styles).bold is bold


def test_a_toggle_of_the_defaults_stays_on_and_one_within_a_chain_counts_once() -> None:
    styles = WORD_STYLES.replace('<w:sz w:val="28"/>', '<w:sz w:val="28"/><w:i/>')
    styles += style("A", "<w:rPr><w:i/><w:b/></w:rPr>") + style("B", "<w:rPr><w:b/></w:rPr>", based_on="A")
    assert letters(properties=of("B"), styles=styles) == TextLook(size_pt=14, bold=True, italic=True)


def test_theme_fonts_are_named_by_their_role() -> None:
    theme = '<w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi" w:ascii="X" w:hAnsi="X"/>'
    assert letters(theme, theme=THEME).font == "Calibri"
    assert letters(theme.replace("minor", "major"), theme=THEME).font == "Cambria"
    assert letters(theme).font == "X"


def test_a_font_of_the_run_wins_over_a_theme_font_of_the_style() -> None:
    styles = WORD_STYLES + style(
        "T", '<w:rPr><w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"/></w:rPr>'
    )
    own = '<w:rFonts w:ascii="Arial" w:hAnsi="Arial"/>'
    assert letters("", of("T"), styles=styles, theme=THEME).font == "Calibri"
    assert letters(own, of("T"), styles=styles, theme=THEME).font == "Arial"


def test_vietnamese_letters_take_the_other_font() -> None:
    runs = first(p("Kế hoạch", letters='<w:rFonts w:ascii="Arial" w:hAnsi="Times New Roman"/>')).runs
    assert [(run.text, run.look.font) for run in runs] == [
        ("K", "Arial"),
        ("ế", "Times New Roman"),
        (" ho", "Arial"),
        ("ạ", "Times New Roman"),
        ("ch", "Arial"),
    ]


@pytest.mark.parametrize(
    ("inside", "colour"),
    [
        ("", ""),
        ('<w:color w:val="auto"/>', ""),
        ('<w:color w:val="ff0000"/>', "FF0000"),
        ('<w:color w:val="FF0000" w:themeColor="text1"/>', "000000"),
        ('<w:color w:val="FF0000" w:themeColor="accent1"/>', "4080C0"),
        ('<w:color w:val="FF0000" w:themeColor="accent1" w:themeShade="80"/>', "204060"),
        ('<w:color w:val="FF0000" w:themeColor="accent1" w:themeTint="80"/>', "9FBFDF"),
    ],
)
def test_colours_are_resolved_through_the_theme(inside: str, colour: str) -> None:
    assert letters(inside, theme=THEME).colour == colour


def test_every_look_of_letters() -> None:
    assert letters('<w:u w:val="single"/>').underline
    assert not letters('<w:u w:val="none"/>').underline
    assert letters("<w:caps/>").caps
    assert letters("<w:smallCaps/>").caps
    assert letters('<w:vertAlign w:val="superscript"/>').raised
    assert not letters('<w:vertAlign w:val="baseline"/>').raised


@pytest.mark.parametrize(
    ("inside", "look"),
    [
        ('<w:jc w:val="both"/>', {"align": "justify"}),
        ('<w:jc w:val="start"/>', {"align": "left"}),
        ('<w:jc w:val="end"/>', {"align": "right"}),
        ('<w:jc w:val="center"/>', {"align": "center"}),
        ('<w:jc w:val="distribute"/>', {"align": "justify"}),
        ('<w:ind w:left="567" w:firstLine="720"/>', {"left_mm": 10.001, "first_mm": 12.7}),
        ('<w:ind w:right="284"/>', {"right_mm": 5.009}),
        ('<w:ind w:start="567" w:hanging="567"/>', {"left_mm": 10.001, "first_mm": -10.001}),
        ('<w:ind w:hanging="567" w:firstLine="720"/>', {"first_mm": -10.001}),
        ('<w:ind w:firstLineChars="200"/>', {"first_mm": 7.408}),
        ('<w:ind w:firstLineChars="200" w:firstLine="720"/>', {"first_mm": 12.7}),
        ('<w:spacing w:before="120" w:after="60"/>', {"before_pt": 6, "after_pt": 3}),
        ('<w:spacing w:before="6pt"/>', {"before_pt": 6}),
        ('<w:spacing w:beforeLines="50" w:afterLines="100"/>', {"before_pt": 6, "after_pt": 12}),
        ('<w:spacing w:before="100" w:beforeAutospacing="1"/>', {"before_pt": 14}),
        ('<w:spacing w:after="100" w:afterAutospacing="0"/>', {"after_pt": 5}),
        ('<w:spacing w:line="360"/>', {"line": 1.5}),
        ('<w:spacing w:line="276" w:lineRule="auto"/>', {"line": 1.15}),
        ('<w:spacing w:line="360" w:lineRule="exact"/>', {"line": None, "line_pt": 18, "fixed_line": True}),
        ('<w:spacing w:line="360" w:lineRule="atLeast"/>', {"line": 1, "line_pt": 18}),
        ("<w:keepNext/><w:contextualSpacing/>", {"keep_next": True, "contextual": True}),
        ("<w:pageBreakBefore/>", {"page_break_before": True}),
    ],
)  # fmt: skip
def test_every_look_of_a_paragraph(inside: str, look: dict[str, object]) -> None:
    assert setting(inside) == ParagraphLook(**look)  # type: ignore[arg-type]


def test_what_a_style_says_holds_attribute_by_attribute() -> None:
    styles = WORD_STYLES + style(
        "S", '<w:pPr><w:spacing w:before="120" w:line="360"/><w:ind w:left="567" w:firstLine="720"/></w:pPr>'
    )
    found = setting(of("S") + '<w:spacing w:after="60"/><w:ind w:hanging="284"/>', styles=styles)
    assert found == ParagraphLook(left_mm=10.001, first_mm=-5.009, before_pt=6, after_pt=3, line=1.5)


NUMBERING = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
    '<w:lvlText w:val="%1."/><w:pPr><w:ind w:left="720" w:hanging="360"/></w:pPr></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)
LISTED = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'


def test_a_list_sets_its_paragraphs_over_their_style_and_under_their_own_indents() -> None:
    styles = WORD_STYLES + style("Muc", '<w:pPr><w:ind w:left="1134"/></w:pPr>')
    assert setting(of("Muc") + LISTED, styles=styles, numbering=NUMBERING).left_mm == 12.7
    own = of("Muc") + LISTED + '<w:ind w:left="0" w:firstLine="567"/>'
    assert setting(own, styles=styles, numbering=NUMBERING) == ParagraphLook(first_mm=10.001)


def test_a_style_in_a_list_has_its_own_indents() -> None:
    styles = WORD_STYLES + style("Muc", f'<w:pPr>{LISTED}<w:ind w:left="1134"/></w:pPr>')
    found = first(p("Chữ", of("Muc")), styles=styles, numbering=NUMBERING)
    assert (found.look.left_mm, found.look.first_mm, found.label) == (20.002, -6.35, "1.")
    out = first(
        p("Chữ", of("Muc") + '<w:numPr><w:numId w:val="0"/></w:numPr>'), styles=styles, numbering=NUMBERING
    )
    assert (out.look.left_mm, out.look.first_mm, out.label) == (20.002, 0, "")


def test_a_table_style_speaks_before_the_paragraphs_style() -> None:
    centred = '<w:pPr><w:jc w:val="center"/></w:pPr><w:rPr><w:b/></w:rPr>'
    head = f'<w:tblStylePr w:type="firstRow">{centred}</w:tblStylePr>'
    band = '<w:tblStylePr w:type="band2Horz"><w:rPr><w:i/></w:rPr></w:tblStylePr>'
    styles = WORD_STYLES + style(
        "Bang",
        '<w:pPr><w:spacing w:after="40"/></w:pPr><w:rPr><w:sz w:val="24"/></w:rPr>' + head + band,
        "table",
    )
    styles += style("Dam", "<w:rPr><w:b/><w:sz w:val='22'/></w:rPr>")
    rows = [row(cell(p("Đầu")), cell(p("Đậm", of("Dam")))), *(row(cell(p(f"Dòng {n}"))) for n in (1, 2))]
    named = '<w:tblStyle w:val="Bang"/><w:tblLook w:val="0420"/>'
    found = paper(table(*rows, properties=named), styles=styles).paragraphs
    assert [q.runs[0].look for q in found] == [
        TextLook(size_pt=12, bold=True),
        TextLook(size_pt=11, bold=False),
        TextLook(size_pt=12),
        TextLook(size_pt=12, italic=True),
    ]
    assert [(q.look.align, q.look.after_pt) for q in found] == [
        ("center", 2),
        ("center", 2),
        ("left", 2),
        ("left", 2),
    ]
    plain = paper(table(*rows, properties='<w:tblStyle w:val="Bang"/>'), styles=styles).paragraphs
    assert plain[0].runs[0].look == TextLook(size_pt=12)
