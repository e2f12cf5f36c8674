"""Repairs in a copy of a file: what they name changes, as it reads back; nothing else does."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import asdict

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.docx_audit import docx_faults
from tests.findings_by_hand import finding, full_paper, members_of, root_of, saying, words_of
from tests.word_files import cell, p, row, table, word
from vanban.check.fix import fix, repair
from vanban.check.model import Finding, Redraw, Renumber, Repage, Repair, Restyle, Reword
from vanban.ooxml import read_paper
from vanban.paper import Paper, TextLook

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def repaired(data: bytes, text: str, *repairs: Repair) -> bytes:
    return fix(data, [finding(saying(read_paper(data), text), *repairs)])


def rewords_of(text: str, old: str, new: str) -> Reword:
    start = text.index(old)
    return Reword(start, start + len(old), new)


def run(text: str, letters: str = "") -> str:
    return f'<w:r><w:rPr>{letters}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def looks(data: bytes, text: str) -> list[tuple[str, bool]]:
    """The words of a paragraph, and which of them are bold."""
    return [(run.text, run.look.bold) for run in saying(read_paper(data), text).runs]


MIXED = (
    f"<w:p>{run('Căn cứ ')}{run('Luật  Giáo', '<w:b/>')}"
    '<w:r><w:tab/><w:t xml:space="preserve">dục ,</w:t><w:br/><w:t>năm 2019</w:t></w:r></w:p>'
)
TEXT = "Căn cứ Luật  Giáo\tdục ,\nnăm 2019"
END = len(TEXT)


@pytest.mark.parametrize(
    ("repairs", "wanted"),
    [
        ([rewords_of(TEXT, "  ", " ")], "Căn cứ |Luật Giáo|\tdục ,\nnăm 2019"),
        ([rewords_of(TEXT, " ,", ",")], "Căn cứ |Luật  Giáo|\tdục,\nnăm 2019"),
        ([rewords_of(TEXT, "\t", " ")], "Căn cứ |Luật  Giáo| dục ,\nnăm 2019"),
        ([rewords_of(TEXT, "\n", " ")], "Căn cứ |Luật  Giáo|\tdục , năm 2019"),
        ([rewords_of(TEXT, "Luật  Giáo", "")], "Căn cứ \tdục ,\nnăm 2019"),
        ([rewords_of(TEXT, "cứ Luật", "CỨ LUẬT")], "Căn CỨ |LUẬT  Giáo|\tdục ,\nnăm 2019"),
        ([Reword(END, END, ";")], "Căn cứ |Luật  Giáo|\tdục ,\nnăm 2019;"),
        ([Reword(0, 0, "- ")], "- Căn cứ |Luật  Giáo|\tdục ,\nnăm 2019"),
        (
            [rewords_of(TEXT, "  ", " "), rewords_of(TEXT, " ,", ","), Reword(END, END, ".")],
            "Căn cứ |Luật Giáo|\tdục,\nnăm 2019.",
        ),
        ([Reword(0, END, "Căn cứ Luật Giáo dục,\nnăm 2019;")], "Căn cứ |Luật Giáo| dục,\nnăm 2019;"),
    ],
)
def test_new_words_keep_the_look_of_the_old(repairs: list[Reword], wanted: str) -> None:
    fixed = repaired(word(MIXED), "Căn cứ", *repairs)
    assert "|".join(words for words, _bold in looks(fixed, wanted[:2])) == wanted
    assert [bold for _words, bold in looks(fixed, wanted[:2])] == [False, True, False][
        : wanted.count("|") + 1
    ]


def test_of_rewords_that_meet_the_first_is_made_and_the_next_round_makes_the_other() -> None:
    data = word(p("một  hai"))
    first, second = Reword(3, 5, " "), Reword(4, 8, " HAI")
    at = read_paper(data).paragraphs[0]
    assert words_of(fix(data, [finding(at, first), finding(at, second)])) == ["một hai"]


APART = "\u0302\u0301t đi\u0323nh"


def test_letters_in_decomposed_form_are_composed_where_they_stand() -> None:
    data = word(f"<w:p>{run('Quye')}{run(APART, '<w:b/>')}</w:p>")
    text = read_paper(data).paragraphs[0].text
    assert looks(repaired(data, "Quy", Reword(0, len(text), "Quyết định")), "Quy") == [
        ("Quyế", False),
        ("t định", True),
    ]


@pytest.mark.parametrize(
    ("body", "repair_"),
    [
        (p("một hai"), Reword(3, 4, "\t")),
        ('<w:p><w:r><w:t>một</w:t><w:br w:type="page"/><w:t>hai</w:t></w:r></w:p>', Reword(3, 4, " ")),
        (f'<w:p><w:fldSimple w:instr=" REF a ">{run("một  hai")}</w:fldSimple></w:p>', Reword(3, 5, " ")),
    ],
)  # fmt: skip
def test_what_was_not_typed_is_left_and_reported(body: str, repair_: Reword) -> None:
    data = word(body)
    found = [finding(read_paper(data).paragraphs[0], repair_)]
    done = repair(data, lambda _data: found)
    assert (done.data, done.repaired, done.left) == (data, (), tuple(found))


LETTERS: Mapping[str, str | float | bool] = {
    "font": "Times New Roman", "size_pt": 13, "bold": True, "italic": True, "underline": True, "caps": True,
    "colour": "FF0000", "raised": True,
}  # fmt: skip
OPPOSITE = (
    '<w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi" w:ascii="Arial" w:hAnsi="Arial"/>'
    '<w:b/><w:i/><w:caps/><w:color w:val="FF0000" w:themeColor="accent1"/><w:sz w:val="40"/>'
    '<w:u w:val="double"/><w:vertAlign w:val="superscript"/>'
)


@pytest.mark.parametrize("name", LETTERS)
def test_letters_take_the_values_they_are_given(name: str) -> None:
    fixed = repaired(word(p("một hai ba")), "một", Restyle({name: LETTERS[name]}, 4, 7))
    runs = saying(read_paper(fixed), "một").runs
    assert [run.text for run in runs] == ["một ", "hai", " ba"] or name == "font"
    assert saying(read_paper(fixed), "một").look_at(4, 7) == [
        TextLook(**{**asdict(TextLook()), name: LETTERS[name]})
    ]


def test_letters_lose_what_styles_and_themes_gave_them() -> None:
    plain = asdict(TextLook())
    fixed = repaired(word(p("một", letters=OPPOSITE)), "một", Restyle(plain))
    assert saying(read_paper(fixed), "một").look_at(0) == [TextLook()]
    assert "Theme" not in members_of(fixed)["word/document.xml"].decode().partition("<w:sectPr")[0].replace(
        "themeC", ""
    )


def test_the_number_of_a_list_looks_like_its_paragraph() -> None:
    fixed = repaired(word(p("một hai")), "một", Restyle({"bold": True}))
    assert root_of(fixed).find(f".//{W}pPr/{W}rPr/{W}b") is not None


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("align", "justify"), ("align", "center"), ("left_mm", 10), ("right_mm", 5), ("first_mm", 12.7),
        ("first_mm", -6), ("first_mm", 0), ("before_pt", 6), ("after_pt", 3), ("line", 1.5),
        ("keep_next", True), ("keep_next", False), ("page_break_before", False), ("contextual", True),
        ("contextual", False),
    ],
)  # fmt: skip
def test_paragraphs_take_the_values_they_are_given(name: str, value: str | float) -> None:
    before = (
        "<w:keepNext/><w:pageBreakBefore/>"
        '<w:spacing w:beforeAutospacing="1" w:afterLines="50" w:line="400" w:lineRule="exact"/>'
        '<w:ind w:start="300" w:rightChars="100" w:hanging="500"/><w:jc w:val="right"/>'
    )
    fixed = saying(read_paper(repaired(word(p("một", before)), "một", Restyle({name: value}))), "một").look
    unchanged = saying(read_paper(word(p("một", before))), "một").look
    exact = isinstance(value, str | bool)
    assert getattr(fixed, name) == (value if exact else pytest.approx(value, abs=0.05))
    others = {
        k: v for k, v in asdict(fixed).items() if k != name and not k.startswith("line") and k != "fixed_line"
    }
    assert others == {k: asdict(unchanged)[k] for k in others}


LINE_SHAPE = (
    '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor>'
    '<wp:positionH relativeFrom="column"><wp:posOffset>0</wp:posOffset></wp:positionH>'
    '<wp:positionV relativeFrom="paragraph"><wp:posOffset>200000</wp:posOffset></wp:positionV>'
    '<wp:extent cx="{0}" cy="0"/><a:graphic><a:graphicData uri="x"><wps:wsp><wps:spPr>'
    '<a:xfrm><a:off x="0" y="0"/><a:ext cx="{0}" cy="0"/></a:xfrm><a:prstGeom prst="line"/>'
    "</wps:spPr></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>"
    '<mc:Fallback><w:pict><v:line from="0,10" to="90,10"/></w:pict></mc:Fallback></mc:AlternateContent></w:r>'
)
SHAPE = LINE_SHAPE.format(1_440_000)
BOTTOM = '<w:pBdr><w:bottom w:val="single" w:sz="6"/></w:pBdr>'
TOP = '<w:pBdr><w:top w:val="single" w:sz="6"/></w:pBdr>'
CENTRE = '<w:jc w:val="center"/>'
MOTTO = "Độc lập - Tự do - Hạnh phúc"
TIED = p(MOTTO, CENTRE)

OLD_LINES = {
    "none": TIED,
    "a shape in the paragraph": TIED.replace("</w:p>", f"{SHAPE}</w:p>"),
    "a shape in the paragraph after": f"{TIED}<w:p>{SHAPE}</w:p>",
    "a border under it": p(MOTTO, BOTTOM + CENTRE),
    "a border under an empty paragraph": TIED + p("", BOTTOM),
    "a border over an empty paragraph": TIED + p("", TOP),
    "a border over the text below": TIED + p("Dòng sau", TOP),
    "underlined letters": p(MOTTO, CENTRE, '<w:u w:val="single"/>'),
    "underscores": TIED + p("__________"),
}


@pytest.mark.parametrize("old", OLD_LINES)
@pytest.mark.parametrize("length", [50, None])
@pytest.mark.parametrize("in_cell", [False, True])
def test_a_line_is_drawn_in_place_of_whatever_was_there(
    old: str, length: float | None, in_cell: bool
) -> None:
    body = (
        table(row(cell(p("Trái")), cell(OLD_LINES[old]))) + p("Thân")
        if in_cell
        else OLD_LINES[old] + p("Thân")
    )
    data = word(body)
    fixed = repaired(data, MOTTO, Redraw(length))
    lines = read_paper(fixed).lines
    owner = saying(read_paper(fixed), MOTTO).number
    assert len(lines) == (length is not None)
    for line in lines:
        assert (line.number, line.kind, line.centred) == (owner, "border", True)
        assert line.length_mm == pytest.approx(length, abs=0.1)
    assert words_of(fixed) == [words for words in words_of(data) if "___" not in words]
    assert "pict" not in members_of(fixed)["word/document.xml"].decode()
    again = saying(read_paper(fixed), MOTTO)
    assert fix(fixed, [finding(again, Redraw(length))]) == fixed


@pytest.mark.parametrize("old", ["none", "a shape in the paragraph", "a border over an empty paragraph"])
def test_a_line_stands_close_under_its_words_and_what_follows_stays_where_it_was(old: str) -> None:
    room = '<w:spacing w:before="60" w:after="240"/>'
    data = word(OLD_LINES[old].replace(CENTRE, room + CENTRE) + p("Thân"))
    once = repaired(data, MOTTO, Redraw(50))
    again = repaired(once, MOTTO, Redraw(40))
    for fixed in (once, again):
        motto, line = read_paper(fixed).paragraphs[:2]
        assert (motto.look.before_pt, motto.look.after_pt) == (3, 0)
        assert line.look.line_pt is not None
        assert (line.look.before_pt or 0) + line.look.line_pt + 0.75 + (
            line.look.after_pt or 0
        ) == pytest.approx(12, abs=0.1)


def test_only_the_line_of_the_paragraph_goes() -> None:
    both = SHAPE + LINE_SHAPE.format(1_800_000).replace(">0<", ">2700000<")
    body = table(
        row(cell(p("CƠ QUAN", CENTRE).replace("</w:p>", f"{both}</w:p>")), cell(TIED)), columns=(4000, 5000)
    )
    data = word(body)
    before = {line.number: line.length_mm for line in read_paper(data).lines}
    assert len(before) == 2
    fixed = read_paper(repaired(data, MOTTO, Redraw(None)))
    assert [line.number for line in fixed.lines] == [saying(fixed, "CƠ QUAN").number]


@pytest.mark.parametrize(
    "kept", ["<w:r><w:t>_____ ký tên</w:t></w:r>", SHAPE.replace("</wps:wsp>", "</wps:wsp><wps:wsp/>")]
)
def test_words_are_never_taken_for_a_line(kept: str) -> None:
    data = word(f"{TIED}<w:p>{kept}</w:p>{p('Thân')}")
    assert words_of(repaired(data, MOTTO, Redraw(40))) == words_of(data)


def test_a_line_of_underscores_behind_words_is_left_as_it_is() -> None:
    data = word(p("CƠ QUAN", CENTRE).replace("</w:r>", "<w:br/><w:t>_______</w:t></w:r>") + p("Thân"))
    assert [line.kind for line in read_paper(data).lines] == ["underscores"]
    assert repaired(data, "CƠ QUAN", Redraw(40)) == data


KEPT = """
    ins del delText rPrChange commentRangeStart commentReference bookmarkStart hyperlink instrText fldChar
    footnoteReference drawing pict txbxContent tbl tc sectPr
"""


def kept_of(data: bytes) -> Counter[str]:
    return Counter(name for e in root_of(data).iter() if (name := str(e.tag).removeprefix(W)) in KEPT.split())


def tidy(paper: Paper) -> list[Finding]:
    """What a rule of spaces would find, and one of sizes."""
    found = []
    for paragraph in paper.by_number.values():
        for bad, good in (("  ", " "), (" ,", ",")):
            at = paragraph.text.find(bad)
            if at >= 0:
                found.append(finding(paragraph, Reword(at, at + len(bad), good), start=at, end=at + len(bad)))
        if any(look.size_pt != 15 for look in paragraph.look_at(0)):
            found.append(finding(paragraph, Restyle({"size_pt": 15}), what=""))
    return found


def test_everything_that_no_repair_names_stays() -> None:
    data = full_paper()
    done = repair(data, lambda copy: tidy(read_paper(copy)))
    assert done.left == ()
    assert kept_of(done.data) == kept_of(data)
    assert Counter("".join(words_of(done.data)).replace(" ", "")) == Counter(
        "".join(words_of(data)).replace(" ", "")
    )
    assert {
        "Đã sửa: thêm vào, rồi",
        "Có nhận xét, dấu nối về",
        "Xem trang 1, mục I",
        "Chữ trong khung.",
    } < set(words_of(done.data))
    before, after = members_of(data), members_of(done.data)
    assert list(before) == list(after)
    changed = {name for name in before if before[name] != after[name]}
    assert changed == {f"word/{name}.xml" for name in ("document", "footnotes", "so-trang", "chan-trang-dau")}
    assert docx_faults(done.data) == []


def test_both_versions_of_a_text_box_are_repaired() -> None:
    data = full_paper()
    fixed = fix(data, tidy(read_paper(data)))
    boxes = ["".join(box.itertext(f"{W}t")) for box in root_of(fixed).iter(f"{W}txbxContent")]
    assert boxes == ["Chữ trong khung."] * 2


def test_deleted_words_stay_as_they_were() -> None:
    fixed = fix(full_paper(), tidy(read_paper(full_paper())))
    assert "".join(root_of(fixed).itertext(f"{W}delText")) == "bỏ  đi"


def test_nothing_to_do_gives_the_same_bytes() -> None:
    data = full_paper()
    paper = read_paper(data)
    same = Restyle({"size_pt": paper.paragraphs[12].runs[0].look.size_pt})
    once = fix(data, [finding(paper.paragraphs[12], same)])
    assert fix(data, []) == data
    assert fix(once, [finding(read_paper(once).paragraphs[12], same)]) == once


def test_repairs_that_disagree_come_to_an_end() -> None:
    def quarrel(data: bytes) -> list[Finding]:
        at = saying(read_paper(data), "KẾ HOẠCH")
        return [finding(at, Restyle({"size_pt": 13})), finding(at, Restyle({"size_pt": 14}))]

    done = repair(full_paper(), quarrel)
    assert len(done.left) == 2
    assert done.repaired == ()
    assert repair(done.data, quarrel).data == done.data


def some(**values: st.SearchStrategy[str | float | bool]) -> st.SearchStrategy[dict[str, str | float | bool]]:
    """Any of these values, or none."""
    return st.fixed_dictionaries({}, optional=values)


LENGTHS = {"first_mm": st.floats(-10, 10), "left_mm": st.floats(0, 20), "before_pt": st.floats(0, 12)}
ALIGNS = st.sampled_from(["left", "center", "right", "justify"])
MARGINS = {"left_mm": st.floats(20, 35), "top_mm": st.floats(15, 25)}
PAGES = {"width_mm": st.just(210), "height_mm": st.just(297)}
REPAIRS = st.one_of(
    st.builds(
        Restyle,
        some(**{name: st.just(value) for name, value in LETTERS.items()}),
        st.integers(0, 5),
        st.integers(6, 20),
    ),
    st.builds(Restyle, some(**LENGTHS, align=ALIGNS, line=st.floats(1, 1.5), keep_next=st.booleans())),
    st.builds(Redraw, st.one_of(st.none(), st.floats(10, 60))),
    st.builds(Repage, st.integers(0, 3), some(**MARGINS, **PAGES)),
    st.builds(Renumber, st.integers(0, 3), st.sampled_from([13, 14])),
)


@given(st.lists(st.tuples(st.integers(1, 60), REPAIRS), min_size=1, max_size=6))
@settings(max_examples=25, deadline=None)
def test_any_repairs_keep_the_words_and_change_nothing_when_made_again(
    chosen: list[tuple[int, Repair]],
) -> None:
    def wanted(data: bytes) -> list[Finding]:
        texts = words_of(full_paper())
        paper = read_paper(data)
        return [finding(saying(paper, texts[number % len(texts)]), one) for number, one in chosen]

    once = repair(full_paper(), wanted).data
    assert [w for w in words_of(once) if w != "2"] == [w for w in words_of(full_paper()) if w != "2"]
    assert kept_of(once)["tbl"] == kept_of(full_paper())["tbl"]
    assert docx_faults(once) == []
    assert repair(once, wanted).data == once
