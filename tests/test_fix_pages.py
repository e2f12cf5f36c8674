"""Pages repaired: paper, margins, and page numbers in headers that other things stand in as well."""

from __future__ import annotations

import pytest

from tests.docx_audit import docx_faults
from tests.findings_by_hand import finding, full_paper, members_of, root_of, words_of
from tests.word_files import A4, members, p, packed, word
from vanban.check.fix import fix, repair
from vanban.check.model import Finding, Renumber, Repage, Repair
from vanban.ooxml import read_paper
from vanban.paper import PageKind, Paper, PaperSection

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def repaired(data: bytes, *repairs: Repair) -> bytes:
    """The file repaired, which changes nothing more when it is done again."""
    fixed = fix(data, [finding(None, *repairs)])
    assert fix(fixed, [finding(None, *repairs)]) == fixed
    assert docx_faults(fixed) == docx_faults(data)
    return fixed


def test_a_section_takes_the_page_it_is_given_and_the_others_stay() -> None:
    data = full_paper()
    a4 = {
        "width_mm": 297,
        "height_mm": 210,
        "left_mm": 25,
        "right_mm": 20,
        "top_mm": 22,
        "bottom_mm": 23,
        "header_mm": 12,
    }
    before, after = read_paper(data).sections, read_paper(repaired(data, Repage(0, a4))).sections
    assert {name: getattr(after[0], name) for name in a4} == pytest.approx(a4, abs=0.02)
    assert after[0].landscape
    assert [s.left_mm for s in after[1:]] == [s.left_mm for s in before[1:]]
    upright = repaired(repaired(data, Repage(0, a4)), Repage(0, {"width_mm": 210, "height_mm": 297}))
    assert (
        "landscape"
        not in members_of(upright)["word/document.xml"].decode().partition("<w:pgSz")[2].partition(">")[0]
    )


@pytest.mark.parametrize(
    ("section", "settings"),
    [
        ("", ""),
        ('<w:pgSz w:w="12240" w:h="15840" w:code="1"/>', ""),
        (A4.replace("<w:pgMar", '<w:pgMar w:gutter="284"'), ""),
        (A4.replace("<w:pgMar", '<w:pgMar w:gutter="2840"'), ""),
        (A4.replace("<w:pgMar", '<w:pgMar w:gutter="284"') + "<w:rtlGutter/>", ""),
        (A4.replace("<w:pgMar", '<w:pgMar w:gutter="284"'), "<w:gutterAtTop/>"),
    ],
)
def test_margins_come_out_as_wanted_whatever_was_there(section: str, settings: str) -> None:
    data = word(p("một") + f"<w:sectPr>{section}</w:sectPr>", settings=settings)
    wanted = {"width_mm": 210, "height_mm": 297, "left_mm": 30, "right_mm": 15, "top_mm": 20, "bottom_mm": 20}
    after = read_paper(repaired(data, Repage(0, wanted))).sections[0]
    assert {name: getattr(after, name) for name in wanted} == pytest.approx(wanted, abs=0.02)


def test_a_paper_without_any_section_gets_one() -> None:
    files = members(p("một"))
    bare = packed(
        files | {"word/document.xml": files["word/document.xml"].replace(f"<w:sectPr>{A4}</w:sectPr>", "")}
    )
    assert b"sectPr" not in members_of(bare)["word/document.xml"]
    after = read_paper(repaired(bare, Repage(0, {"left_mm": 30}))).sections
    assert [round(s.left_mm) for s in after] == [30]


FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> {} </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
PAGE, PAGES = FIELD.format("PAGE"), FIELD.format("NUMPAGES")
NUMBER = f"<w:p>{PAGE}</w:p>"
TRANG = (
    f'<w:p><w:pPr><w:jc w:val="right"/></w:pPr><w:r><w:t xml:space="preserve">Trang </w:t></w:r>{PAGE}'
    f"<w:r><w:t>/</w:t></w:r>{PAGES}</w:p>"
)
SIMPLE = '<w:p><w:fldSimple w:instr=" PAGE \\* MERGEFORMAT "><w:r><w:t>3</w:t></w:r></w:fldSimple></w:p>'
OLD = "<w:p><w:r><w:pgNum/></w:r></w:p>"
GALLERY = f"<w:sdt><w:sdtPr/><w:sdtContent>{NUMBER}</w:sdtContent></w:sdt><w:p/>"
FRAMED = (
    f'<w:p><w:pPr><w:framePr w:wrap="around" w:hAnchor="margin" w:xAlign="right"/></w:pPr>{PAGE}</w:p><w:p/>'
)
NAMED = p("Trường A").replace("</w:p>", f"{PAGE}</w:p>")


def references(**ids: str) -> str:
    """References of a section: ``header_first="header2"``."""
    parts = ([*name.split("_"), identity] for name, identity in ids.items())
    return "".join(
        f'<w:{story}Reference w:type="{kind}" r:id="{identity}"/>' for story, kind, identity in parts
    )


def section(*parts: str) -> str:
    return f"<w:sectPr>{''.join(parts)}</w:sectPr>"


def shown(story: str, section: PaperSection, kind: PageKind) -> list[str]:
    """What stands in a header or footer: its words, ``#`` for a page number."""
    paragraphs = (section.headers if story == "header" else section.footers).get(kind, ())
    return [
        text
        for one in paragraphs
        if (text := "".join("#" if r.field == "PAGE" else r.text for r in one.runs))
    ]


def assert_numbered(paper: Paper, index: int = 0, size_pt: float = 14) -> None:
    one = paper.sections[index]
    assert one.first_differs == (index == 0 or one.page_start == 1)
    numbers = [p for p in one.headers["default"] if any(run.field == "PAGE" for run in p.runs)]
    assert [(p.look.align, [run.look.size_pt for run in p.runs], p.text) for p in numbers] == [
        ("center", [size_pt], "2")
    ]
    for story in ("header", "footer"):
        assert not any("#" in text for text in shown(story, one, "first"))
    assert not any("#" in text for text in shown("footer", one, "default"))


@pytest.mark.parametrize("old", [NUMBER, TRANG, SIMPLE, OLD, GALLERY, FRAMED, "<w:p/>"])
@pytest.mark.parametrize("story", ["header", "footer"])
@pytest.mark.parametrize("first", ["", "<w:titlePg/>"])
def test_numbers_stand_at_the_top_in_the_middle_and_not_on_the_first_page(
    old: str, story: str, first: str
) -> None:
    body = p("một") + section(references(**{f"{story}_default": f"{story}1"}), A4, first)
    after = read_paper(repaired(word(body, **{f"{story}1": old}), Renumber(0, 14)))
    assert_numbered(after)
    assert shown("header", after.sections[0], "default") == ["#"]
    assert shown("footer", after.sections[0], "default") == []
    assert len(after.sections[0].headers["default"]) <= 2


def test_what_else_stands_in_headers_and_footers_stays_on_every_page_it_stood_on() -> None:
    references_ = references(header_default="header1", footer_default="footer1")
    data = word(p("một") + section(references_, A4), header1=NAMED, footer1=p("Điện thoại") + TRANG)
    after = read_paper(repaired(data, Renumber(0, 13)))
    assert_numbered(after, size_pt=13)
    one = after.sections[0]
    assert [shown("header", one, kind) for kind in ("default", "first")] == [["#", "Trường A"], ["Trường A"]]
    assert [shown("footer", one, kind) for kind in ("default", "first")] == [["Điện thoại"]] * 2


def test_a_first_page_that_differs_keeps_its_own_header() -> None:
    references_ = references(header_default="header1", header_first="header2", footer_first="footer1")
    data = word(
        p("một") + section(references_, A4, "<w:titlePg/>"),
        header1=NUMBER, header2=p("Mẫu số 1") + NUMBER, footer1=p("Địa chỉ") + TRANG,
    )  # fmt: skip
    after = read_paper(repaired(data, Renumber(0, 14)))
    assert_numbered(after)
    assert shown("header", after.sections[0], "first") == ["Mẫu số 1"]
    assert shown("footer", after.sections[0], "first") == ["Địa chỉ"]


def test_even_pages_are_numbered_where_they_differ() -> None:
    data = word(
        p("một") + section(references(header_default="header1", header_even="header2"), A4),
        header1=NUMBER, header2=p("Trang chẵn"), settings="<w:evenAndOddHeaders/>",
    )  # fmt: skip
    after = read_paper(repaired(data, Renumber(0, 14)))
    assert_numbered(after)
    assert shown("header", after.sections[0], "even") == ["#", "Trang chẵn"]


ONE = '<w:pgNumType w:start="1"/>'
TWO = (
    p("một")
    + f"<w:p><w:pPr>{section(references(header_default='header1', footer_default='footer1'), A4)}"
    + "</w:pPr></w:p>"
    + p("hai")
)


@pytest.mark.parametrize("anew", ["", ONE])
def test_a_section_that_shares_its_headers_keeps_them_as_they_were(anew: str) -> None:
    data = word(TWO + section(A4, anew), header1=NAMED, footer1=TRANG)
    for index, other in ((0, 1), (1, 0)):
        after = read_paper(repaired(data, Renumber(index, 14)))
        assert_numbered(after, index)
        assert shown("header", after.sections[other], "default") == ["Trường A#"]
        assert shown("footer", after.sections[other], "default") == ["Trang #/1"]
        assert not after.sections[other].first_differs


@pytest.mark.parametrize("anew", ["", ONE])
def test_sections_that_share_headers_go_on_sharing_them(anew: str) -> None:
    three = TWO + f"<w:p><w:pPr>{section(A4, anew)}</w:pPr></w:p>" + p("ba") + section(A4, anew)
    data = word(three, header1=NAMED, footer1=TRANG)
    fixed = repaired(data, *(Renumber(index, 14) for index in range(3)))
    after = read_paper(fixed)
    for index in range(3):
        assert_numbered(after, index)
    assert len(members_of(fixed)) == len(members_of(data)) + 2


def test_the_first_page_of_a_section_that_numbers_on_shows_its_number() -> None:
    data = word(TWO + section(A4, "<w:titlePg/>"), header1=NAMED, footer1=TRANG)
    after = read_paper(repaired(data, Renumber(0, 14), Renumber(1, 14)))
    assert_numbered(after, 0)
    assert [shown("header", after.sections[1], kind)[0] for kind in ("default", "first")] == ["#", "#"]


def test_a_header_that_two_sections_name_is_changed_for_one_alone() -> None:
    data = word(TWO + section(references(header_default="header1"), A4), header1=NAMED, footer1="<w:p/>")
    after = read_paper(repaired(data, Renumber(1, 14)))
    assert_numbered(after, 1)
    assert shown("header", after.sections[0], "default") == ["Trường A#"]


def test_figures_are_arabic() -> None:
    body = p("một") + section(
        references(header_default="header1"), A4, '<w:pgNumType w:fmt="lowerRoman" w:start="3"/>'
    )
    fixed = repaired(word(body, header1=NUMBER), Renumber(0, 14))
    numbers = root_of(fixed).find(f".//{W}pgNumType")
    assert numbers is not None
    assert dict(numbers.attrib) == {f"{W}start": "3"}


def test_a_paper_that_is_numbered_well_stays_as_it_is() -> None:
    data = full_paper()
    size = next(iter(read_paper(data).sections[0].headers["default"][0].runs)).look.size_pt
    sections = range(len(read_paper(data).sections))
    assert fix(data, [finding(None, *(Renumber(index, size) for index in sections))]) == data


def test_words_of_the_body_stay_and_what_was_repaired_is_reported() -> None:
    data = full_paper()

    def check(copy: bytes) -> list[Finding]:
        paper = read_paper(copy)
        return [
            finding(None, Repage(index, {"left_mm": 28}), what=str(index))
            for index, one in enumerate(paper.sections)
            if abs(one.left_mm - 28) > 0.1
        ]

    done = repair(data, check)
    assert len(done.repaired) == len(read_paper(data).sections)
    assert done.left == ()
    assert words_of(done.data) == words_of(data)
    assert docx_faults(done.data) == []
