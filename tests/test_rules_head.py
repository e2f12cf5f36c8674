"""The rules of page and head: each way to break one is told once, each way to keep them is let be."""

from __future__ import annotations

import io
from dataclasses import replace

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm, Pt

from tests.broken import GOOD, broken
from tests.papers_by_hand import p
from tests.test_parts_head import with_head
from vanban import fill, ooxml, pdf
from vanban.check.model import Case, Example, Finding, Hit
from vanban.check.register import rules
from vanban.check.run import examine
from vanban.office import Office
from vanban.paper import Origin, Paper, PaperSection, PaperTable, Paragraph, Run, TableCell, TextLook
from vanban.parts import Anatomy, Part
from vanban.render import render

HEAD = [rule for rule in rules().values() if rule.id < "TT-07"]
PLAIN = TextLook()
OWN_RULES = {
    "quoc_hieu": ("TT-0201", "TT-0202", "TT-0203"),
    "tieu_ngu": ("TT-0204", "TT-0205", "TT-0206"),
    "co_quan": ("TT-0304", "TT-0305", "TT-0306"),
    "so_ky_hieu": ("TT-0401", "TT-0402", "TT-0403"),
    "dia_danh": ("TT-0501", "TT-0502", "TT-0503"),
    "ten_loai": ("TT-0601", "TT-0602", "TT-0603"),
    "trich_yeu": ("TT-0604", "TT-0605", "TT-0606"),
}
"""The rules on size, style and place of each part."""


def findings(paper: Paper) -> tuple[Finding, ...]:
    return examine(paper, HEAD)[1]


def told(example: Example) -> list[str]:
    return [finding.rule.id for finding in findings(ooxml.read_paper(broken(example)))]


def number(text: str, kind: str = "ke-hoach") -> Example:
    return Example("so_ky_hieu", text=text, kind=kind)


def date(text: str) -> Example:
    return Example("dia_danh", text=text)


def motto(text: str) -> Example:
    return Example("tieu_ngu", text=text)


def subject(text: str) -> Example:
    return Example("trich_yeu", text=text)


def about(text: str) -> Example:
    return Example("trich_yeu_cong_van", text=text, kind="cong-van")


@pytest.mark.parametrize(
    ("example", "rule"),
    [
        (motto("Độc lập-Tự do-Hạnh phúc"), "TT-0211"),
        (motto("Độc lập -Tự do - Hạnh phúc"), "TT-0211"),
        (motto("Độc lập — Tự do — Hạnh phúc"), "TT-0211"),
        (motto("Độc Lập - Tự Do - Hạnh Phúc"), "TT-0210"),
        (motto("Độc lập - Tự do - Hạnh phúc."), "TT-0210"),
        (Example("quoc_hieu", text="Cộng hòa xã hội chủ nghĩa Việt Nam"), "TT-0208"),
        (Example("co_quan", text="ỦY BAN NHÂN DÂN PHƯỜNG TÂY Mỗ"), "TT-0308"),
        (number("Số 58/KH-UBND"), "TT-0405"),
        (number("SỐ: 58/KH-UBND"), "TT-0405"),
        (number("Sô: 58/KH-UBND"), "TT-0405"),
        (number("Số: 58 /KH-UBND"), "TT-0408"),
        (number("Số: 58/KH – UBND"), "TT-0408"),
        (number("Số: 58/2026/KH-UBND"), "TT-0409"),
        (number("Số: 12/TT-UBND", "to-trinh"), "TT-0410"),
        (number("Số: 12/Ttr-UBND", "to-trinh"), "TT-0413"),
        (number("Số: 12/QĐ-SGDĐT", "cong-van"), "TT-0411"),
        (number("Số: 58-KH/UBND"), "TT-0414"),
        (number("Số: 58 KH-UBND"), "TT-0414"),
        (number("Số: 12/UBND", "cong-van"), "TT-0415"),
        (date("Tây Mỗ , ngày 16 tháng 3 năm 2026"), "TT-0506"),
        (date("Tây Mỗ, Ngày 16 tháng 3 năm 2026"), "TT-0505"),
        (date("Tây Mỗ, ngày 16 tháng 3 năm 26"), "TT-0505"),
        (date("Tây Mỗ, ngày 16 tháng 02 năm 2026,"), "TT-0510"),
        (date("Tây Mỗ, ngày 16 tháng 1 năm 2026"), "TT-0507"),
        (date("Tây Mỗ, ngày 30 tháng 02 năm 2026"), "TT-0509"),
        (date("TÂY MỖ, ngày 16 tháng 3 năm 2026"), "TT-0512"),
        (date("tây Mỗ, ngày 16 tháng 3 năm 2026"), "TT-0512"),
        (subject("Thông tin, tuyên truyền về giáo dục và đào tạo năm 2026./."), "TT-0613"),
        (about("V/v chuẩn bị lễ khai giảng năm học;"), "TT-0613"),
        (about("V/v CHUẨN BỊ LỄ KHAI GIẢNG"), "TT-0612"),
        (Example("trich_yeu_cong_van", drop=True, kind="cong-van"), "TT-0611"),
        (Example(page={"top_mm": 15, "right_mm": 10}), "TT-0102"),
        (Example(page={"page_start": 0}), "TT-0115"),
        (Example("so_trang", look={"align": "right"}), "TT-0108"),
        (Example("tieu_ngu", line=100), "TT-0214"),
        (Example("co_quan", line="underscores"), "TT-0310"),
        (Example("trich_yeu", line=100), "TT-0618"),
        (Example("quoc_hieu", look={"font": "Times New Roman Bold"}), "TT-0104"),
    ],
    ids=str,
)
def test_a_fault_is_told_once(example: Example, rule: str) -> None:
    assert told(example) == [rule]


@pytest.mark.parametrize(
    "example",
    [
        motto("Độc lập\u00a0- Tự do - Hạnh phúc"),
        number("Số: \u00a0\u00a0\u00a0/KH-UBND"),
        number("Số: …/KH-UBND"),
        number("Số:58/KH-UBND"),
        number("Số: 58   /KH-UBND"),
        number("Số: 58/KH\u2011UBND"),
        number("Số: 58/KH-UBND-VHXH"),
        number("Số: 12a/KH-UBND"),
        number("Số: 125/2026/QĐ-UBND", "quyet-dinh"),
        number("Số: 1234/CT-TTHT", "cong-van"),
        date("Tây Mỗ, ngày    tháng 3 năm 2026"),
        date("……, ngày … tháng … năm 20…"),
        date("Quận 1, ngày 16 tháng 3 năm 2026"),
        date("Ea H’leo, ngày 16 tháng 10 năm 2026"),
        date("Bà Rịa - Vũng Tàu, ngày 05 tháng 01 năm 2026"),
        subject("Thông tin, tuyên truyền về giáo dục và đào tạo năm 2026..."),
        about("V/v: chuẩn bị lễ khai giảng"),
        Example("ten_loai", look={"size_pt": 13}),
        Example("doan", look={"colour": "262626"}),
        Example(page={"top_mm": 19.6}),
    ],
    ids=str,
)
def test_what_is_right_or_left_to_the_office_is_let_be(example: Example) -> None:
    assert told(example) == []


@pytest.mark.parametrize("part", OWN_RULES)
def test_each_part_of_the_head_has_its_own_look(part: str) -> None:
    size, style, place = OWN_RULES[part]
    assert told(Example(part, look={"size_pt": 10})) == [size]
    assert told(Example(part, look={"italic": part != "dia_danh"})) == [style]
    assert told(Example(part, look={"align": "left"})) == [place]
    assert told(Example(part, look={"font": "Arial"})) == ["TT-0104"]


def judged(name: str, part: str, *runs: Run, paper: Paper | None = None) -> list[Hit]:
    """What one rule says about a part that is alone on a paper."""
    paper = paper or Paper("docx", (PaperSection(),), ())
    paragraph = Paragraph(1, runs)
    anatomy = Anatomy((Part(part, paragraph, 0, len(paragraph.text)),))
    return list(rules()[name].find(Case(replace(paper, paragraphs=(paragraph,)), anatomy)))


def test_odd_letters_are_shown_where_they_stand() -> None:
    bold = TextLook(bold=True)
    runs = (Run("Độc lập - ", bold), Run("Tự do", PLAIN), Run(" - Hạnh phúc", bold))
    (hit,) = judged("TT-0205", "tieu_ngu", *runs)
    assert hit.at
    assert hit.at.text[hit.start : hit.end] == "Tự do"


def test_signs_and_marks_of_footnotes_may_look_as_they_like() -> None:
    calibri = TextLook(font="Calibri")
    assert judged("TT-0104", "doan", Run("☐ → ", calibri), Run("Có mặt", PLAIN)) == []
    assert judged("TT-0104", "doan", Run("Có mặt", PLAIN), Run("1", replace(calibri, raised=True))) == []
    assert judged("TT-0104", "doan", Run("Có mặt ", calibri), Run("đủ", PLAIN))


@pytest.mark.parametrize(("origin", "count"), [("docx", 1), ("pdf", 0)])
def test_a_pdf_may_give_sizes_a_little_off(origin: Origin, count: int) -> None:
    paper = Paper(origin, (PaperSection(),), ())
    run = Run("Số: 58/KH-UBND", TextLook(size_pt=13.4))
    assert len(judged("TT-0401", "so_ky_hieu", run, paper=paper)) == count


@pytest.mark.parametrize("name", ["TT-0210", "TT-0211"])
def test_words_in_an_old_encoding_are_not_read_letter_by_letter(name: str) -> None:
    typed = "§éc lËp-Tù do-H¹nh phóc"
    assert judged(name, "tieu_ngu", Run(typed, TextLook(font=".VnTime"))) == []
    assert judged(name, "tieu_ngu", Run(typed, PLAIN)) == []
    too_few_to_tell = "§éc lËp-Tù do-Hanh phúc"
    assert judged(name, "tieu_ngu", Run(too_few_to_tell, PLAIN))


def test_the_party_numbers_in_its_own_way_under_its_own_head() -> None:
    assert judged("TT-0414", "so_ky_hieu", Run("Số 58-KH/ĐU", PLAIN)) == []


@pytest.mark.parametrize(
    ("colour", "name"),
    [("FF0000", "đỏ"), ("C00000", "đỏ"), ("0070C0", "xanh dương"), ("00B050", "xanh lá cây"),
     ("7030A0", "tím"), ("808080", "xám"), ("FFFFFF", "trắng")],
)  # fmt: skip
def test_colours_have_names(colour: str, name: str) -> None:
    (hit,) = judged("TT-0105", "doan", Run("Có mặt", TextLook(colour=colour)))
    assert hit.details == {"found": name}


def test_a_mark_of_urgency_may_be_red() -> None:
    assert judged("TT-0105", "do_khan", Run("HỎA TỐC", TextLook(colour="E60000"))) == []


def test_a_link_is_warned_of_apart() -> None:
    link = Run("vanthu@example.vn", TextLook(colour="0563C1", underline=True))
    assert judged("TT-0105", "dia_chi", link) == []
    assert len(judged("TT-0114", "dia_chi", link)) == 1


@pytest.mark.parametrize(
    ("lines", "parents"),
    [
        (("SỞ GIÁO DỤC VÀ ĐÀO TẠO", "TRƯỜNG THPT A"), 1),
        (("UBND XÃ A", "TRƯỜNG TIỂU HỌC B"), 1),
        (("ỦY BAN NHÂN DÂN", "XÃ A"), 0),
        (("TRƯỜNG TIỂU HỌC", "ĐOÀN THỊ ĐIỂM"), 0),
        (("BAN CHỈ ĐẠO", "PHÒNG CHỐNG THIÊN TAI"), 0),
        (("HỘI ĐỒNG THI ĐUA", "KHEN THƯỞNG"), 0),
    ],
)
def test_a_bold_parent_is_told_from_an_issuer_of_two_lines(lines: tuple[str, ...], parents: int) -> None:
    typed = with_head(*(p(line, "bc") for line in lines), p("Số: 05/KH-ABC", "c"))
    bold = [finding.words for finding in findings(typed) if finding.rule.id == "TT-0302"]
    assert bold == list(lines[:parents])


def lying(top: float = 20, bottom: float = 20, left: float = 30, right: float = 15) -> Paper:
    return Paper("docx", (PaperSection(297, 210, top, bottom, left, right),), ())


def test_margins_of_a_lying_page_lie_with_it_or_stand() -> None:
    def found(paper: Paper) -> list[Hit]:
        return judged("TT-0102", "doan", Run("Chữ", PLAIN), paper=paper)

    assert found(lying()) == []
    assert found(lying(top=30, bottom=15, left=20, right=20)) == []
    assert len(found(lying(top=10))) == 1


def test_a_page_lies_for_a_table() -> None:
    table = PaperTable(1, ((TableCell((1,)),),), lined=True)
    assert judged("TT-0103", "doan", Run("Chữ", PLAIN), paper=lying())
    assert judged("TT-0103", "doan", Run("Chữ", PLAIN), paper=replace(lying(), tables=(table,))) == []
    assert judged(
        "TT-0103", "doan", Run("Chữ", PLAIN), paper=replace(lying(), tables=(replace(table, lined=False),))
    )


def with_head_of_tabs() -> bytes:
    """A head without a table: two columns made by tabs, as many offices still type it."""
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin = section.bottom_margin = Mm(20)
    section.left_margin, section.right_margin = Mm(30), Mm(15)
    for left, right in (
        (("UBND XÃ A", {}), ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", {"bold": True})),
        (("TRƯỜNG TIỂU HỌC B", {"bold": True}), ("Độc lập - Tự do - Hạnh phúc", {"bold": True})),
        (("Số: 05/KH-THB", {}), ("Xã A, ngày 16 tháng 3 năm 2026", {"italic": True})),
    ):
        paragraph = document.add_paragraph()
        paragraph.paragraph_format.space_after, paragraph.paragraph_format.line_spacing = Pt(0), 1.0
        for text, style in (left, ("\t", {}), right):
            run = paragraph.add_run(text)
            run.font.size, run.font.name = Pt(13), "Times New Roman"
            for name in style:
                setattr(run, name, True)
    for text in ("KẾ HOẠCH", "Tuyển sinh năm học 2026 - 2027"):
        paragraph = document.add_paragraph()
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        run = paragraph.add_run(text)
        run.bold, run.font.size, run.font.name = True, Pt(14), "Times New Roman"
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def test_columns_made_by_tabs_are_not_judged_by_the_paragraph_they_share() -> None:
    found = {finding.rule.id for finding in findings(ooxml.read_paper(with_head_of_tabs()))}
    assert found == {"TT-0112", "TT-0616"}, found


def test_lines_of_one_paragraph_have_its_alignment() -> None:
    right = p("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc", "bl")
    found = {finding.rule.id for finding in findings(with_head(p("Số: 05/KH-ABC", "c"), right=(right,)))}
    assert {"TT-0203", "TT-0206"} <= found


@pytest.mark.parametrize("kind", ["cong-van", "ke-hoach", "quyet-dinh"])
def test_our_own_pdf_has_no_finding(kind: str) -> None:
    document = fill.read(GOOD / f"{kind}.md", Office()).document
    assert [f.message for f in findings(pdf.read_paper(render(document, "pdf")))] == []


def test_a_paper_of_one_page_needs_no_page_number() -> None:
    one = replace(ooxml.read_paper(broken(Example("so_trang", drop=True, kind="cong-van"))), pages=1)
    assert [f.rule.id for f in findings(one)] == []
    two = replace(one, pages=2, paragraphs=tuple(replace(p, page=2) for p in one.paragraphs))
    assert [f.rule.id for f in findings(two)] == ["TT-0109"]
