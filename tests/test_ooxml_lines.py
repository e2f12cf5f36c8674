"""Horizontal lines, drawn in every way that offices draw them, and the text that each hangs under."""

from __future__ import annotations

import pytest

from tests.word_files import cell, p, paper, row, style, table, word
from vanban.ooxml import read_paper
from vanban.paper import DrawnLine, Paper

EMU = 36_000
CENTRED = '<w:jc w:val="center"/>'


def drawing(
    length: float = 40,
    *,
    down: float = 6,
    across: float | None = None,
    height: float = 0,
    kind: str = "line",
    more: str = "",
    turn: str = "",
) -> str:
    """A line as Word draws it today; lengths in mm."""
    size = f'cx="{round(length * EMU)}" cy="{round(height * EMU)}"'
    transform = f'<a:xfrm{turn}><a:off x="0" y="0"/><a:ext {size}/></a:xfrm>'
    properties = f'<wps:spPr>{transform}<a:prstGeom prst="{kind}"/>{more}</wps:spPr>'
    return anchored(f"<wps:wsp>{properties}</wps:wsp>", size, down, across)


def anchored(shape: str, size: str, down: float, across: float | None) -> str:
    """A shape at its place: in the middle of the column, or ``across`` mm from its left edge."""
    offset = "<wp:posOffset>{}</wp:posOffset>"
    place = "<wp:align>center</wp:align>" if across is None else offset.format(round(across * EMU))
    return (
        f'<w:r><w:drawing><wp:anchor><wp:positionH relativeFrom="column">{place}</wp:positionH>'
        f'<wp:positionV relativeFrom="paragraph">{offset.format(round(down * EMU))}</wp:positionV>'
        f"<wp:extent {size}/><a:graphic><a:graphicData>{shape}</a:graphicData></a:graphic>"
        "</wp:anchor></w:drawing></w:r>"
    )


def vml(shape: str) -> str:
    return f"<w:r><w:pict>{shape}</w:pict></w:r>"


def with_shape(text: str, shape: str, properties: str = CENTRED) -> str:
    return p(text, properties).replace("</w:p>", f"{shape}</w:p>")


def only(found: Paper) -> DrawnLine:
    (line,) = found.lines
    return line


def under(found: Paper, line: DrawnLine) -> str:
    return found.by_number[line.number].text


def one(body: str, **parts: str) -> tuple[str, DrawnLine]:
    """The only line of a paper and the text it hangs under."""
    found = paper(body, **parts)
    line = only(found)
    return under(found, line), line


@pytest.mark.parametrize(
    "shape",
    [
        drawing(),
        drawing(kind="straightConnector1", height=0.02),
        drawing(height=0.4, kind="rect"),
        drawing(0, height=40, turn=' rot="5400000"'),
        vml('<v:line from="100pt,17pt" to="213.4pt,17pt"/>'),
        vml('<v:shape type="#_x0000_t32" style="margin-left:0;margin-top:17pt;width:113.4pt;height:0"/>'),
        vml('<v:rect style="margin-top:17pt;width:40mm;height:.75pt"/>'),
        vml(
            '<v:group style="margin-top:17pt;width:113.4pt;height:10pt" coordsize="1000,100">'
            '<v:line from="0,0" to="1000,0"/></v:group>'
        ),
    ],
)
def test_a_line_drawn_as_a_shape_hangs_under_its_paragraph(shape: str) -> None:
    text, line = one(with_shape("TIÊU NGỮ", shape) + p("Sau"))
    assert (text, line.kind, line.dashed) == ("TIÊU NGỮ", "shape", False)
    assert line.length_mm == pytest.approx(40, abs=0.1)


@pytest.mark.parametrize(
    "shape",
    [
        drawing(2),
        drawing(40, height=20),
        drawing(0, height=40),
        drawing(40, turn=' rot="5400000"'),
        drawing(more="<a:ln><a:noFill/></a:ln>"),
        vml('<v:line from="0,0" to="0,100pt"/>'),
        vml('<v:line from="0,0" to="100pt,0" stroked="f"/>'),
        vml('<v:shape style="width:100pt;height:20pt"/>'),
    ],
)
def test_what_is_not_a_horizontal_line_is_none(shape: str) -> None:
    assert not paper(with_shape("TIÊU NGỮ", shape)).lines


def test_a_line_and_its_copy_for_programs_of_old_are_one() -> None:
    both = (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps">{drawing()[5:-6]}</mc:Choice>'
        '<mc:Fallback><w:pict><v:line from="0,17pt" to="113pt,17pt"/></w:pict></mc:Fallback>'
        "</mc:AlternateContent></w:r>"
    )
    assert one(with_shape("TIÊU NGỮ", both))[0] == "TIÊU NGỮ"


@pytest.mark.parametrize(
    ("shape", "dashed"),
    [
        (drawing(more='<a:ln><a:prstDash val="dash"/></a:ln>'), True),
        (drawing(more='<a:ln><a:prstDash val="solid"/></a:ln>'), False),
        (vml('<v:line from="0,17pt" to="99pt,17pt"><v:stroke dashstyle="dash"/></v:line>'), True),
    ],
)
def test_a_dashed_line_is_dashed(shape: str, dashed: bool) -> None:
    assert one(with_shape("TIÊU NGỮ", shape))[1].dashed is dashed


def test_a_line_in_a_group_has_the_length_that_the_group_gives_it() -> None:
    size = 'cx="3600000" cy="360000"'
    line = (
        '<wps:wsp><wps:spPr><a:xfrm><a:off x="100" y="0"/><a:ext cx="800" cy="0"/></a:xfrm>'
        '<a:prstGeom prst="line"/></wps:spPr></wps:wsp>'
    )
    group = (
        f'<wpg:wgp><wpg:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/><a:chOff x="0" y="0"/>'
        f'<a:chExt cx="1000" cy="100"/></a:xfrm></wpg:grpSpPr>{line}</wpg:wgp>'
    )
    line_found = one(with_shape("TIÊU NGỮ", anchored(group, size, 6, 32.5)))[1]
    assert line_found.length_mm == pytest.approx(80)
    assert line_found.centred


@pytest.mark.parametrize(
    ("down", "text"),
    [(0.7, "ĐẢNG ỦY"), (6, "XÃ TÂY MỖ"), (11, "HAI HÀNG"), (-3, "ĐẢNG ỦY")],
)
def test_how_far_down_it_is_says_which_text_a_line_hangs_under(down: float, text: str) -> None:
    body = p("ĐẢNG ỦY", CENTRED) + with_shape("XÃ TÂY MỖ", drawing(down=down)) + p("HAI HÀNG", CENTRED)
    assert one(body)[0] == text


@pytest.mark.parametrize("down", [0.7, 3, 4.5])
def test_a_line_in_an_empty_paragraph_hangs_under_the_text_before(down: float) -> None:
    body = p("TIÊU NGỮ", CENTRED) + with_shape("", drawing(down=down)) + p("Số: 1/QĐ")
    assert one(body)[0] == "TIÊU NGỮ"


def test_lines_of_two_cells_hang_in_their_own_cells() -> None:
    left = cell(p("ĐẢNG ỦY") + with_shape("XÃ TÂY MỖ", drawing(20)) + p("Số: 1"))
    right = cell(p("QUỐC HIỆU") + with_shape("", drawing(55, down=0.5)) + p("ngày"))
    found = paper(table(row(left, right)))
    assert [(under(found, line), line.length_mm) for line in found.lines] == [
        ("XÃ TÂY MỖ", 20),
        ("QUỐC HIỆU", 55),
    ]


def test_a_line_in_a_row_of_its_own_hangs_under_the_row_above() -> None:
    rows = row(cell(p("ĐẢNG ỦY")), cell(p("QUỐC HIỆU"))) + row(
        cell(p()), cell(with_shape("", drawing(50, down=1)))
    )
    assert one(table(rows))[0] == "QUỐC HIỆU"


def test_a_line_anchored_in_one_cell_and_drawn_in_the_next_hangs_there() -> None:
    left = cell(with_shape("ĐẢNG ỦY", drawing(50, down=12, across=85)) + p("Số: 1"))
    right = cell(p("QUỐC HIỆU", CENTRED) + p("TIÊU NGỮ", CENTRED) + p("ngày"))
    text, line = one(table(row(left, right)))
    assert (text, line.centred) == ("TIÊU NGỮ", True)


@pytest.mark.parametrize(("across", "centred"), [(None, True), (62, True), (64, True), (20, False)])
def test_whether_a_line_stands_in_the_middle(across: float | None, centred: bool) -> None:
    assert one(with_shape("TIÊU NGỮ", drawing(across=across)))[1].centred is centred


BORDER = '<w:{} w:val="{}" w:sz="6" w:space="1" w:color="auto"/>'


def bordered(*sides: str, kind: str = "single", more: str = "") -> str:
    return f"<w:pBdr>{''.join(BORDER.format(side, kind) for side in sides)}</w:pBdr>{more}"


def test_the_lower_border_of_a_text_and_the_upper_one_of_the_next() -> None:
    indents = '<w:ind w:left="1701" w:right="1701"/>'
    text, line = one(p("TRÍCH YẾU", bordered("bottom", more=indents)) + p("Sau"))
    assert (text, line.kind, line.centred) == ("TRÍCH YẾU", "border", True)
    assert line.length_mm == pytest.approx(105, abs=0.1)
    for inside in ("", "Sau"):
        text, line = one(p("TRÍCH YẾU") + p() + p(inside, bordered("top", more=indents)))
        assert text == "TRÍCH YẾU"
        assert line.length_mm == pytest.approx(105, abs=0.1)
    assert one(p("TRÍCH YẾU") + p("", bordered("bottom", kind="dashed")) + p("Sau"))[1].dashed


def test_a_border_of_a_style_is_a_line_too() -> None:
    styles = style("Ke", f"<w:pPr>{bordered('bottom')}</w:pPr>")
    assert one(p("TRÍCH YẾU", '<w:pStyle w:val="Ke"/>'), styles=styles)[0] == "TRÍCH YẾU"


def test_frames_and_absent_borders_are_no_lines() -> None:
    assert not paper(p("HỎA TỐC", bordered("top", "left", "bottom", "right"))).lines
    assert not paper(p("TRÍCH YẾU", bordered("bottom", kind="nil"))).lines
    assert not paper(p("Đầu trang đầu tiên", bordered("top"))).lines


def test_neighbours_with_one_border_draw_it_once() -> None:
    body = p("TRÍCH YẾU", bordered("bottom")) + p("HAI DÒNG", bordered("bottom")) + p("Sau")
    assert one(body)[0] == "HAI DÒNG"


def test_the_lower_side_of_a_cell_is_a_line_where_the_table_has_no_others() -> None:
    own = f"<w:tcBorders>{BORDER.format('bottom', 'single')}</w:tcBorders>"
    rows = row(cell(p("ĐẢNG ỦY") + p(), own), cell(p("QUỐC HIỆU"))) + row(cell(p("Số: 1")), cell(p("ngày")))
    assert one(table(rows))[0] == "ĐẢNG ỦY"
    lined = row(cell(p("a"), own), cell(p("b"), own))
    assert not paper(table(lined)).lines


def test_a_text_underlined_throughout_is_a_line_and_one_word_is_not() -> None:
    underlined = '<w:u w:val="single"/>'
    text, line = one(p("Độc lập - Tự do - Hạnh phúc", CENTRED, underlined))
    assert (text, line.kind, line.length_mm) == ("Độc lập - Tự do - Hạnh phúc", "underline", None)
    assert not paper(p("Một", letters=underlined).replace("</w:p>", "<w:r><w:t> hai</w:t></w:r></w:p>")).lines


@pytest.mark.parametrize("letters", ["____________", "-----------", "────────", "– – – –", "———"])
def test_letters_that_make_a_line(letters: str) -> None:
    text, line = one(p("TRÍCH YẾU") + p() + p(letters, CENTRED) + p("Sau"))
    assert (text, line.kind, line.centred) == ("TRÍCH YẾU", "underscores", True)
    broken = f"TRÍCH YẾU</w:t><w:br/><w:t>{letters}"
    assert one(p(broken))[0].startswith("TRÍCH YẾU")


@pytest.mark.parametrize("letters", ["-", "- -", "……………", "*", "a---b"])
def test_letters_that_make_no_line(letters: str) -> None:
    assert not paper(p("TRÍCH YẾU") + p(letters)).lines


def test_words_ready_made_line_fills_its_share_of_the_column() -> None:
    ruler = vml('<v:rect style="width:0;height:1.5pt" o:hralign="center" o:hrstd="t" o:hr="t"/>')
    assert one(p("TRÍCH YẾU") + with_shape("", ruler))[1].length_mm == pytest.approx(165, abs=0.1)
    half = ruler.replace("o:hr=", 'o:hrpct="500" o:hr=')
    text, line = one(p("TRÍCH YẾU") + with_shape("", half))
    assert text == "TRÍCH YẾU"
    assert line.length_mm == pytest.approx(82.5, abs=0.1)


def test_many_lines_are_found_soon() -> None:
    body = (with_shape("", drawing(down=1)) + p("", bordered("bottom"))) * 3_000
    assert not read_paper(word(body)).lines
