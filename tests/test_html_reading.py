"""HTML pages read as papers: those that Word saves, those of LibreOffice, and our own."""

from __future__ import annotations

import base64
import unicodedata
from collections import Counter
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import pytest

from tests import papers
from vanban import fill, ooxml
from vanban.html import read_paper
from vanban.office import find_office
from vanban.paper import DrawnLine, NoteMark, Paper, Paragraph, Picture
from vanban.parts import find_parts
from vanban.render import render
from vanban.tools.soffice import convert_with_soffice

SAMPLES = sorted(
    path for path in (Path(__file__).parents[1] / "samples").iterdir() if path.suffix in (".md", ".yaml")
)
PNG = papers.png()
DATA = f"data:image/png;base64,{base64.b64encode(PNG).decode('ascii')}"

WORD_STYLE = """<style>
<!--
 /* Font Definitions */
 @font-face {font-family:"Cambria Math"; panose-1:2 4 5 3 5 4 6 3 2 4;}
 /* Style Definitions */
 p.MsoNormal, li.MsoNormal, div.MsoNormal
	{mso-style-unhide:no; mso-style-parent:""; margin:0cm; margin-bottom:.0001pt;
	font-size:14.0pt; font-family:"Times New Roman","serif"; mso-fareast-font-family:"Times New Roman";}
p.MsoFootnoteText {margin:0cm; font-size:10.0pt; font-family:"Times New Roman","serif";}
span.MsoFootnoteReference {vertical-align:super;}
p.MsoHeading {font-size:13.0pt; font-weight:bold; text-align:center; page-break-before:always}
@page WordSection1
	{size:595.3pt 841.9pt; margin:2.0cm 42.55pt 2.0cm 85.05pt; mso-header-margin:36.0pt;}
div.WordSection1 {page:WordSection1;}
@page WordSection2 {size:841.9pt 595.3pt; mso-page-orientation:landscape; margin:2.0cm 2.0cm 2.0cm 2.0cm;}
div.WordSection2 {page:WordSection2;}
 @list l0:level1 {mso-level-number-format:roman-upper; mso-level-text:"%1."; margin-left:36pt;}
ol {margin-bottom:0cm;}
-->
</style>"""


def word(body: str, charset: str = "utf-8") -> bytes:
    """A page as Word saves it, in a charset; letters that it has not are written as numbers."""
    text = (
        '<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office">\r\n'
        f'<head><meta http-equiv=Content-Type content="text/html; charset={charset}">\r\n'
        "<!--[if gte mso 9]><xml><o:OfficeDocumentSettings><w:View>Print</w:View></xml><![endif]-->\r\n"
        f"{WORD_STYLE}</head>\r\n<body lang=VI style='tab-interval:36.0pt'>\r\n{body}\r\n</body></html>"
    )
    return text.encode(charset, "xmlcharrefreplace")


def read(body: str) -> Paper:
    """The body of a page of Word's as it is read."""
    return read_paper(word(body))


def only(body: str) -> Paragraph:
    """Its only paragraph."""
    (paragraph,) = read(body).paragraphs
    return paragraph


def texts(paragraphs: Sequence[Paragraph]) -> list[str]:
    return [paragraph.text for paragraph in paragraphs]


# Whole papers


@cache
def sources() -> dict[str, tuple[bytes, bytes, bytes]]:
    """Papers of ours as DOCX, as our own HTML, and as LibreOffice makes HTML of the DOCX."""
    documents = {path.stem: fill.read(path, find_office(path.parent)).document for path in SAMPLES}
    documents["everything"] = papers.paper()
    docx = [render(document, "docx") for document in documents.values()]
    own = [render(document, "html") for document in documents.values()]
    return dict(zip(documents, zip(docx, own, convert_with_soffice(docx, "html"), strict=True), strict=True))


def words_of(paper: Paper) -> Counter[str]:
    paragraphs = (*paper.paragraphs, *paper.footnotes)
    return Counter(word for one in paragraphs for word in f"{one.label} {one.text}".split())


def parts_of(paper: Paper) -> list[tuple[str, str]]:
    """The components with their words; a page of HTML has no number."""
    return [
        (part.id, "".join(part.text.split())) for part in find_parts(paper).parts if part.id != "so_trang"
    ]


each_paper = pytest.mark.parametrize("name", [*(path.stem for path in SAMPLES), "everything"])
each_maker = pytest.mark.parametrize("maker", [1, 2], ids=["ours", "libreoffice"])


@each_paper
@each_maker
def test_no_word_is_lost_and_every_component_is_found(name: str, maker: int) -> None:
    files = sources()[name]
    docx, found = ooxml.read_paper(files[0]), read_paper(files[maker])
    assert words_of(found) == words_of(docx)
    assert parts_of(found) == parts_of(docx)
    assert find_parts(found).kind == find_parts(docx).kind


@each_paper
@each_maker
def test_tables_notes_and_looks_are_those_of_the_word_file(name: str, maker: int) -> None:
    files = sources()[name]
    docx, found = ooxml.read_paper(files[0]), read_paper(files[maker])
    assert [shape for shape in shapes(found) if shape[0]] == [shape for shape in shapes(docx) if shape[0]]
    assert [said(found, mark) for mark in found.notes] == [said(docx, mark) for mark in docx.notes]
    assert looks(found) == looks(docx)


def shapes(paper: Paper) -> list[tuple[bool, list[list[tuple[int, int]]]]]:
    return [
        (table.lined, [[(cell.columns, cell.rows) for cell in row] for row in table.rows])
        for table in paper.tables
    ]


def said(paper: Paper, mark: NoteMark) -> tuple[str, str]:
    """What stands before a mark, and the note."""
    note = "".join(paper.by_number[number].text for number in mark.note)[mark.own :]
    return "".join(paper.by_number[mark.number].text[: mark.start].split()), "".join(note.split())


def looks(paper: Paper) -> Counter[tuple[str, float, bool, bool, str]]:
    """How many letters there are of each look and each alignment."""
    counts: Counter[tuple[str, float, bool, bool, str]] = Counter()
    for one in paper.paragraphs:
        align = "" if one.look.align in ("left", "justify") else one.look.align
        for run in one.runs:
            letters = len("".join(run.text.split()))
            if letters and one.text != "DỰ THẢO":  # which stands in a box of its own
                counts[run.look.font, run.look.size_pt, run.look.bold, run.look.italic, align] += letters
    return counts


def test_pictures_of_ours_are_read_and_those_beside_the_page_are_told() -> None:
    docx, own, converted = sources()["everything"]
    (before,) = ooxml.read_paper(docx).pictures
    found, other = read_paper(own), read_paper(converted)
    assert [(one.data, one.alt, one.width_mm) for one in found.pictures] == [
        (before.data, before.alt, before.width_mm)
    ]
    assert found.by_number[found.pictures[0].number + 1].text == "Sơ đồ phối hợp"
    assert (other.pictures, len(other.lost_pictures)) == ((), 1)


def test_our_own_sections_and_address_are_read() -> None:
    found = read_paper(sources()["everything"][1])
    assert [section.landscape for section in found.sections] == [False, True, False, False]
    assert (found.sections[0].left_mm, found.sections[0].right_mm) == (30, 15)
    assert texts(found.sections[0].footers["first"]) == ["Số 1 đường Tây Mỗ; điện thoại: 024 0000000"]
    begins = [one.text for one in found.paragraphs if one.new_page]
    assert begins == ["Phụ lục I", "Phụ lục II", "Phụ lục III"]


# What Word writes


@pytest.mark.parametrize("charset", ["windows-1252", "windows-1258", "utf-8"])
def test_vietnamese_is_read_in_every_charset(charset: str) -> None:
    text = "Ủy ban nhân dân xã Tân Thuận, Quảng Trị – “Kế hoạch” năm 2026"
    typed = unicodedata.normalize("NFD", text) if charset == "windows-1258" else text
    for marked in "ăâêôơưđĂÂÊÔƠƯĐ":  # letters of their own in that charset
        typed = typed.replace(unicodedata.normalize("NFD", marked), marked)
    assert texts(read_paper(word(f"<p class=MsoNormal>{typed}</p>", charset)).paragraphs) == [text]


def test_a_mark_at_the_beginning_says_the_charset() -> None:
    page = "<html><body><p>Kế hoạch</p></body></html>"
    for encoding in ("utf-8-sig", "utf-16"):
        assert texts(read_paper(page.encode(encoding)).paragraphs) == ["Kế hoạch"]
    assert texts(read_paper(page.encode("utf-8")).paragraphs) == ["Kế hoạch"]


def test_rules_and_styles_of_words_give_the_look() -> None:
    one = only(
        "<p class=MsoNormal align=center style='margin-top:6.0pt;text-align:center;text-indent:1.0cm;"
        "line-height:150%'><b><span style='font-size:13.0pt;color:red;mso-bidi-font-weight:normal'>ĐẬM</span>"
        "</b> <i><u>nghiêng</u></i><span style='text-transform:uppercase'> hoa</span><o:p></o:p></p>"
    )
    assert one.text == "ĐẬM nghiêng hoa"
    bold, _space, slanted, capital = (run.look for run in one.runs)
    assert (bold.font, bold.size_pt, bold.bold, bold.colour) == ("Times New Roman", 13, True, "FF0000")
    assert (slanted.size_pt, slanted.bold, slanted.italic, slanted.underline) == (14, False, True, True)
    assert capital.caps
    look = one.look
    assert (look.align, look.before_pt, look.after_pt, look.line) == ("center", 6, 0, 1.5)
    assert look.first_mm == pytest.approx(10, abs=0.01)
    assert one.style == "MsoNormal"


def test_fixed_lines_and_margins_are_read() -> None:
    look = only(
        "<p class=MsoNormal style='margin-left:36.0pt;text-indent:-18.0pt;line-height:17.0pt;"
        "mso-line-height-rule:exactly;page-break-after:avoid'>chữ</p>"
    ).look
    assert (look.left_mm, look.first_mm) == (12.7, -6.35)
    assert (look.line, look.line_pt, look.fixed_line, look.keep_next) == (None, 17, True, True)


def test_lists_of_words_have_labels() -> None:
    gap = "<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp;&nbsp; </span>"
    numbered = (
        "<p class=MsoListParagraph style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]>"
        f"<b><span style='mso-list:Ignore'>II.{gap}</span></b><![endif]>Tổ chức</p>"
    )
    bullet = (
        "<p class=MsoListParagraph><![if !supportLists]><span style='font-family:Symbol'>"
        f"<span style='mso-list:Ignore'>·{gap}</span></span><![endif]>Gạch</p>"
    )
    filtered = f"<p class=MsoListParagraph style='text-indent:-18.0pt'>3.{gap}Lọc</p>"
    found = read(numbered + bullet + filtered).paragraphs
    assert [(one.label, one.text) for one in found] == [("II.", "Tổ chức"), ("•", "Gạch"), ("3.", "Lọc")]


def test_tabs_breaks_and_white_space() -> None:
    assert only("<p>Số:<span style='mso-tab-count:2'>&nbsp;&nbsp;&nbsp; </span>/KH</p>").text == "Số:\t\t/KH"
    assert only("<p>  một\r\n  hai<br>\r\n ba <br></p>").text == "một hai\nba"
    assert only("<pre>a  b\nc</pre>").text == "a  b\nc"
    assert only("<p>a <b>b </b> c</p>").text == "a b c"
    assert only("<p>Số:\t15/KH</p>").text == "Số:\t15/KH"


def test_an_empty_paragraph_is_empty() -> None:
    found = read("<p class=MsoNormal>a</p><p class=MsoNormal><o:p>&nbsp;</o:p></p><p><br></p><p>b</p>")
    assert texts(found.paragraphs) == ["a", "", "", "b"]


def test_hidden_deleted_and_remarked_words_are_left_out() -> None:
    found = read(
        "<p>thấy<span style='display:none;mso-hide:all'>ẩn</span><del>xóa</del><ins>thêm</ins>"
        "<a style='mso-comment-reference:NVA_1'>đây</a><span class=MsoCommentReference>[NVA1]</span></p>"
        "<!--[if supportFields]><span>PAGE</span><![endif]--><script>var a = 1</script>"
        "<div style='mso-element:comment-list'><p class=MsoCommentText>nhận xét</p></div>"
    )
    assert texts(found.paragraphs) == ["thấythêmđây"]


def test_raised_letters_are_told() -> None:
    runs = only("<p>100 m<sup>2</sup> CO<sub>2</sub></p>").runs
    assert [(run.text, run.look.raised) for run in runs] == [
        ("100 m", False), ("2", True), (" CO", False), ("2", True)
    ]  # fmt: skip


FOOTNOTES = (
    "<div class=WordSection1><p class=MsoNormal>Có chú thích<a style='mso-footnote-id:ftn1' href=\"#_ftn1\" "
    'name="_ftnref1" title="">'
    "<span class=MsoFootnoteReference><![if !supportFootnotes]>[1]<![endif]></span></a>"
    ' và nữa<a href="#_ftn2" name="_ftnref2"><sup>[2]</sup></a>.</p></div>'
    "<div style='mso-element:footnote-list'><![if !supportFootnotes]><br clear=all>"
    '<hr align=left size=1 width="33%"><![endif]>'
    '<div style=\'mso-element:footnote\' id=ftn1><p class=MsoFootnoteText><a href="#_ftnref1" name="_ftn1">'
    "<span class=MsoFootnoteReference>[1]</span></a> Chú thích một.</p><p>Tiếp.</p></div>"
    '<div id=ftn2><p class=MsoFootnoteText><a href="#_ftnref2" name="_ftn2">[2]</a> Hai.</p></div></div>'
)


def test_footnotes_of_words_are_taken_out_of_the_text() -> None:
    found = read(FOOTNOTES)
    assert texts(found.paragraphs) == ["Có chú thích và nữa."]
    assert found.notes == (NoteMark(1, 12, 12, (2, 3)), NoteMark(1, 19, 19, (4,)))
    assert [(one.number, one.text, one.story) for one in found.footnotes] == [
        (2, "Chú thích một.", "footnote"), (3, "Tiếp.", "footnote"), (4, "Hai.", "footnote")
    ]  # fmt: skip
    assert not found.lines


def test_links_that_are_no_footnotes_stay() -> None:
    found = read(
        '<p id=dau><a href="#muc1" name=len>Mục 1</a></p>'
        '<div id=muc1><p>Nội dung <a href="#len">Lên</a></p></div>'
    )
    assert texts(found.paragraphs) == ["Mục 1", "Nội dung Lên"]


def test_sections_have_the_set_up_of_their_pages() -> None:
    found = read(
        "<div class=WordSection1><p>dọc</p></div><span><br clear=all style='page-break-before:always;"
        "mso-break-type:section-break'></span><div class=WordSection2><p>ngang</p></div>"
    )
    one, two = found.sections
    assert (one.left_mm, one.right_mm, one.top_mm, one.landscape) == (30, 15, 20, False)
    assert (one.header_mm, two.landscape, two.left_mm) == (12.7, True, 20)
    assert [(p.text, p.section, p.new_page, p.width_mm) for p in found.paragraphs] == [
        ("dọc", 0, False, 165), ("ngang", 1, True, 257)
    ]  # fmt: skip


def test_pages_that_are_asked_for_begin_with_the_next_words() -> None:
    found = read(
        "<p>a</p><b><br clear=all style='page-break-before:always'></b><p>&nbsp;</p><p>b</p>"
        "<p class=MsoHeading>c</p><p>d</p>"
    )
    assert [one.text for one in found.paragraphs if one.new_page] == ["b", "c"]


PAPER = """
<div class=WordSection1>
<table class=MsoNormalTable border=0 cellspacing=0 cellpadding=0 width=650 style='border-collapse:collapse'>
 <tr style='mso-yfti-irow:0;mso-yfti-firstrow:yes'>
  <td width=250 valign=top style='width:187.5pt;padding:0cm 5.4pt 0cm 5.4pt'>
  <p class=MsoNormal align=center style='text-align:center'><span lang=VI style='font-size:12.0pt'>UBND
  HUYỆN BÌNH AN<o:p></o:p></span></p>
  <p class=MsoNormal align=center style='text-align:center'><b><span style='font-size:12.0pt'>ỦY BAN NHÂN
  DÂN XÃ TÂN HÒA</span></b></p>
  <p class=MsoNormal align=center style='text-align:center'><!--[if gte vml 1]><v:line id="_x0000_s1026"
   from="30pt,2pt" to="100pt,2pt"/><![endif]--><![if !vml]><span style='mso-ignore:vglayout;position:absolute;
  z-index:1'><img width=97 height=2 src="ke-hoach_files/image001.gif" v:shapes="_x0000_s1026"></span>
  <![endif]></p>
  </td>
  <td width=400 valign=top style='width:300.0pt;padding:0cm 5.4pt 0cm 5.4pt'>
  <p class=MsoNormal align=center style='text-align:center'><b>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</b></p>
  <p class=MsoNormal align=center style='text-align:center'><b><u>Độc lập - Tự do - Hạnh phúc</u></b></p>
  </td>
 </tr>
 <tr style='mso-yfti-irow:1;mso-yfti-lastrow:yes'>
  <td valign=top><p class=MsoNormal align=center style='text-align:center'>Số: 15/KH-UBND</p></td>
  <td valign=top><p class=MsoNormal align=right style='text-align:right'><i>Tân Hòa, ngày 02 tháng 3 năm
  2026</i></p></td>
 </tr>
</table>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<p class=MsoNormal align=center style='text-align:center'><b>KẾ HOẠCH</b></p>
<p class=MsoNormal align=center style='text-align:center'><b>Tổ chức Tuần lễ đọc sách năm 2026</b></p>
<p class=MsoNormal style='text-align:justify;text-indent:36.0pt'>Ủy ban nhân dân xã ban hành Kế hoạch:</p>
<p class=MsoNormal style='text-indent:36.0pt'><b>I. MỤC ĐÍCH, YÊU CẦU</b></p>
<p class=MsoListParagraph style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]>
<span style='mso-list:Ignore'>1.<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span>
<![endif]>Khuyến khích người dân đọc sách.</p>
<p class=MsoNormal style='text-indent:36.0pt'>a) Mỗi thôn có một tủ sách;</p>
<p class=MsoNormal style='text-indent:36.0pt'>- Trường học mở cửa thư viện.</p>
<table border=0><tr><td><p class=MsoNormal><b><i><span style='font-size:12.0pt'>Nơi nhận:</span></i></b></p>
<p class=MsoNormal><span style='font-size:11.0pt'>- Các thôn;</span></p>
<p class=MsoNormal><span style='font-size:11.0pt'>- Lưu: VT.</span></p></td>
<td><p class=MsoNormal align=center><b>TM. ỦY BAN NHÂN DÂN</b></p><p class=MsoNormal align=center><b>CHỦ
TỊCH</b></p><p class=MsoNormal><o:p>&nbsp;</o:p></p><p class=MsoNormal align=center><b>Nguyễn Văn A</b></p>
</td></tr></table>
</div>
"""


@pytest.mark.parametrize("charset", ["windows-1252", "utf-8"])
def test_the_components_of_a_paper_of_words_are_found(charset: str) -> None:
    found = read_paper(word(PAPER, charset))
    assert [(part.id, part.text) for part in find_parts(found).parts] == [
        ("co_quan_chu_quan", "UBND HUYỆN BÌNH AN"),
        ("co_quan", "ỦY BAN NHÂN DÂN XÃ TÂN HÒA"),
        ("quoc_hieu", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        ("tieu_ngu", "Độc lập - Tự do - Hạnh phúc"),
        ("so_ky_hieu", "Số: 15/KH-UBND"),
        ("dia_danh", "Tân Hòa, ngày 02 tháng 3 năm 2026"),
        ("ten_loai", "KẾ HOẠCH"),
        ("trich_yeu", "Tổ chức Tuần lễ đọc sách năm 2026"),
        ("doan", "Ủy ban nhân dân xã ban hành Kế hoạch:"),
        ("muc_la_ma", "I. MỤC ĐÍCH, YÊU CẦU"),
        ("khoan", "Khuyến khích người dân đọc sách."),
        ("diem", "a) Mỗi thôn có một tủ sách;"),
        ("doan", "- Trường học mở cửa thư viện."),
        ("noi_nhan_tu", "Nơi nhận:"),
        ("noi_nhan", "- Các thôn;"),
        ("noi_nhan", "- Lưu: VT."),
        ("quyen_han", "TM. ỦY BAN NHÂN DÂN"),
        ("quyen_han", "CHỦ TỊCH"),
        ("ho_ten", "Nguyễn Văn A"),
    ]
    assert [(found.by_number[line.number].text, line.kind) for line in found.lines] == [
        ("ỦY BAN NHÂN DÂN XÃ TÂN HÒA", "shape"),
        ("Độc lập - Tự do - Hạnh phúc", "underline"),
    ]


# Tables


def test_merged_cells_keep_their_places() -> None:
    side = "border:solid windowtext 1.0pt"
    found = read(
        "<table class=MsoTableGrid border=1 cellspacing=0 style='border-collapse:collapse;border:none'>"
        f"<tr><td rowspan=2 width=60 style='{side}'><p>TT</p></td>"
        f"<td colspan=2 style='{side};border-left:none'><p>Số</p></td></tr>"
        f"<tr><td style='{side}'><p>một</p></td><td style='{side}'></td></tr></table>"
    )
    (table,) = found.tables
    assert table.lined
    assert [[(cell.paragraphs, cell.columns, cell.rows) for cell in row] for row in table.rows] == [
        [((1,), 1, 2), ((2,), 2, 1)],
        [((), 1, 0), ((3,), 1, 1), ((4,), 1, 1)],
    ]
    assert [(one.cell.row, one.cell.column) for one in found.paragraphs if one.cell] == [
        (1, 1), (1, 2), (2, 2), (2, 3)
    ]  # fmt: skip


def test_a_table_without_lines_is_a_means_of_layout() -> None:
    head = (
        "<table class=MsoNormalTable border=0><tr><td width=200 valign=top style='padding:0cm 5.4pt'>"
        "<p align=center>UBND XÃ</p></td><td><p><b>CỘNG HÒA</b></p></td></tr></table>"
    )
    cell = "<td style='border:none'>"
    plain = f"<table border=1 style='border:none'><tr>{cell}a</td>{cell}b</td></tr></table>"
    ruled = (
        "<table><tr><td style='border:none;border-bottom:solid black 1.0pt'>trên</td><td>b</td>"
        "<td>c</td></tr></table>"
    )
    found = read(head + plain + ruled)
    assert [table.lined for table in found.tables] == [False, False, False]
    assert found.paragraphs[0].look.align == "center"
    assert found.paragraphs[0].width_mm == pytest.approx(200 * 25.4 / 96, abs=0.1)
    assert found.lines == (DrawnLine(5, "border"),)
    assert read("<table border=1><tr><td>a</td></tr></table>").tables[0].lined


def test_tables_in_tables_and_loose_words_lose_nothing() -> None:
    found = read(
        "<table>lạc <caption>Bảng 1</caption><tr>rơi<td>a<table><tr><td>b</td></tr></table>c</td>"
        "</tr></table>"
    )
    assert sorted(" ".join(texts(found.paragraphs)).split()) == ["1", "Bảng", "a", "b", "c", "lạc", "rơi"]
    assert [table.nested for table in found.tables] == [False, True]
    (row,) = found.tables[0].rows
    assert [found.by_number[number].text for number in row[0].paragraphs] == ["a", "c"]


# What others write


def test_lists_of_html_have_labels() -> None:
    found = read(
        "<ol start=3><li>ba</li><li><p>bốn</p><p>tiếp</p><ol type=a><li>con</li></ol></li>"
        "<li value=9>chín</li></ol><ul><li>gạch</li></ul><ul style='list-style-type:none'><li>không</li></ul>"
    )
    assert [(one.label, one.text) for one in found.paragraphs] == [
        ("3.", "ba"), ("4.", "bốn"), ("", "tiếp"), ("a.", "con"), ("9.", "chín"), ("•", "gạch"),
        ("", "không"),
    ]  # fmt: skip


def test_rules_are_stronger_the_more_they_ask_for() -> None:
    page = (
        "<style>p {font-size: 10pt} .to p {font-size: 11pt} p.a {font-size: 12pt} #x {font-size: 13pt}"
        "p:hover {font-size: 30pt} @media print { p {font-size: 40pt} } /* p {font-size: 50pt} */</style>"
        "<div class=to><p>một<p class=a>hai<p class=a id=x>ba"
        "<p id=x style='font:bold 8pt/1.15 Arial'>bốn</div><p>năm"
    )
    found = read_paper(page.encode("utf-8")).paragraphs
    assert [one.runs[0].look.size_pt for one in found] == [11, 12, 13, 8, 10]
    last = found[3]
    assert (last.runs[0].look.font, last.runs[0].look.bold, last.look.line) == ("Arial", True, 1)


def test_lines_hang_under_the_words_above_them() -> None:
    found = read(
        "<p>a</p><hr width=100><p>b</p><p style='border-top:1px solid black;margin:0 2cm'><br></p>"
        "<p style='border:none;border-bottom:solid windowtext 1.0pt'>c</p><p><u>d</u></p><p>e</p>"
        "<p>______</p><p>f</p><p><img width=152 height=2 src='a_files/image001.gif'></p>"
        "<p>g<img src='00001_html_ab.gif' align=left width=212></p>"
    )
    lines = [(found.by_number[line.number].text, line.kind) for line in found.lines]
    assert lines == [
        ("a", "shape"), ("b", "border"), ("c", "border"), ("d", "underline"), ("e", "underscores"),
        ("f", "shape"),
        ("g", "shape"),
    ]  # fmt: skip
    assert found.lines[0].length_mm == pytest.approx(100 * 25.4 / 96, abs=0.01)
    assert found.lines[0].centred
    assert found.lines[1].length_mm == pytest.approx(165 - 40, abs=0.1)
    assert not found.lost_pictures


def test_pictures_inside_the_page_are_read_and_others_told() -> None:
    found = read(
        f"<p>a<img src='{DATA}' alt=' Sơ  đồ ' width=96></p>"
        "<p><img src='a_files/image002.jpg' width=50 height=50></p>"
        "<p>b<img src='data:image/gif;base64,R0lGODlhAQABAAAAACw=' width=9></p>"
        f"<p><img src='data:image/png;base64,###'></p><p>c<img src='{DATA}' style='display:none'></p>"
    )
    assert found.pictures == (Picture(1, PNG, "Sơ đồ", 25.4),)
    assert found.lost_pictures == (2, 3, 4)
