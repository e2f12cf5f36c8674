"""Letters of TCVN3 and VNI fonts become Unicode, run by run; papers are made by turning the tables round."""

from __future__ import annotations

import itertools
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests import word_files
from tests.papers_by_hand import cells, p, paper
from vanban.office import Office
from vanban.paper import NoteMark, Paper, Run, TextLook
from vanban.read.door import read_paper
from vanban.read.legacy import Decoded, to_unicode
from vanban.tiengviet.legacy import TCVN3, VNI, Encoding

WORDS = (
    "Căn cứ Nghị định số 30 của Chính phủ, Ủy ban nhân dân phường ban hành kế hoạch: tổ chức, thực hiện, "
    "kiểm tra, đôn đốc; người ký, chữ ký, quỹ, thuở, giường, nghĩa vụ, mẫu mực, tuyển dụng, hưởng ứng."
)
FONTS: dict[Encoding, str] = {"tcvn3": ".VnTime", "vni": "VNI-Times"}
_BACK = {
    "tcvn3": {letter: code for code, letter in TCVN3.items()},
    "vni": {letter: code for code, letter in sorted(VNI.items(), key=lambda pair: len(pair[0]))},
}


def encoded(text: str, encoding: Encoding) -> str:
    """Unicode text as a font of the encoding has it."""
    return "".join(_BACK[encoding].get(letter, letter) for letter in text)


def typed(*runs: tuple[str, str]) -> Paper:
    """A paper of one paragraph; runs with their fonts."""
    made = tuple(Run(text, TextLook(font=font)) for text, font in runs)
    return paper(replace(p("x"), runs=made))


def text_of(found: Paper) -> str:
    return found.paragraphs[0].text


# TCVN3 has no capitals with tones: those are set in a font of capitals.
SMALL = WORDS.lower()


@pytest.mark.parametrize("encoding", FONTS)
@given(cut=st.lists(st.integers(0, 200), max_size=12))
def test_runs_cut_anywhere_are_read(encoding: Encoding, cut: list[int]) -> None:
    text = encoded(SMALL, encoding)
    places = sorted({0, len(text), *(at for at in cut if at < len(text))})
    runs = [(text[a:b], FONTS[encoding]) for a, b in itertools.pairwise(places)]
    found, decoded = to_unicode(typed(*runs))
    assert text_of(found) == SMALL
    assert decoded == (Decoded(encoding, len("".join(SMALL.split()))),)


def test_a_font_of_capitals_keeps_its_capitals() -> None:
    assert text_of(to_unicode(typed((encoded("kế hoạch", "tcvn3"), ".VnTimeH")))[0]) == "KẾ HOẠCH"


def test_capitals_of_vni_keep_their_case() -> None:
    assert (
        text_of(to_unicode(typed((encoded("ỦY BAN Nhân dân", "vni"), "VNI-Times")))[0]) == "ỦY BAN Nhân dân"
    )


@given(
    st.lists(st.sampled_from(["Times New Roman", ".VnTime", "VNI-Times", "Symbol"]), min_size=1, max_size=6)
)
def test_in_a_mixed_paper_each_run_is_read_by_its_font(fonts: list[str]) -> None:
    by_font = {font: encoding for encoding, font in FONTS.items()}
    runs = [(encoded("người ký ", by_font[font]) if font in by_font else "Đặng Öñ ", font) for font in fonts]
    found, _decoded = to_unicode(typed(*runs))
    assert text_of(found) == "".join("người ký " if font in by_font else "Đặng Öñ " for font in fonts)


@pytest.mark.parametrize("encoding", FONTS)
def test_a_paper_whose_fonts_do_not_tell_is_known_by_its_letters(encoding: Encoding) -> None:
    found, decoded = to_unicode(typed((encoded(SMALL, encoding), "ABCDEF+F1")))
    assert text_of(found) == SMALL
    assert decoded


def test_unicode_is_let_be() -> None:
    made = typed((WORDS, "Times New Roman"))
    assert to_unicode(made) == (made, ())


def test_marks_of_notes_move_with_their_words() -> None:
    text = encoded("người ký", "vni")
    made = replace(typed((text, "VNI-Times")), notes=(NoteMark(1, len(text), len(text), ()),))
    assert to_unicode(made)[0].notes[0].start == len("người ký")


def test_reading_tells_what_was_decoded() -> None:
    lines = ["kế hoạch tuyên truyền", "nội dung thực hiện."]
    made = paper(*(p(encoded(line, "vni"), font="VNI-Times") for line in lines))
    reading = read_paper(made, Path("x.docx"), Office())
    assert "VB228" in {doubt.kind for doubt in reading.doubts}
    assert (reading.words.lost, reading.words.added) == ((), ())


@pytest.mark.parametrize("encoding", FONTS)
def test_unicode_typed_in_a_font_of_the_encoding_stays(encoding: Encoding) -> None:
    """As where a paper was typed anew in parts: "có" and "đó" are letters of the old encodings too."""
    font = FONTS[encoding]
    made = paper(
        p(encoded("nội dung thực hiện.", encoding), font=font),
        p("Từ đó, có đủ điều kiện.", font=font, rest=" Có và cho."),
        p("Có và cho", font="Arial"),
    )
    found, _decoded = to_unicode(made)
    assert [one.text for one in found.paragraphs] == [
        "nội dung thực hiện.",
        "Từ đó, có đủ điều kiện. Có và cho.",
        "Có và cho",
    ]
    assert {run.look.font for one in found.paragraphs for run in one.runs} == {"Times New Roman", "Arial"}


@pytest.mark.parametrize("encoding", FONTS)
def test_the_looks_of_letters_stay_with_them(encoding: Encoding) -> None:
    bold = TextLook(font=FONTS[encoding], bold=True)
    runs = (
        Run(encoded("kế hoạch ", encoding), bold),
        Run(encoded("thực hiện", encoding), replace(bold, bold=False)),
    )
    found, _decoded = to_unicode(paper(replace(p("x"), runs=runs)))
    assert [(run.text, run.look.bold) for run in found.paragraphs[0].runs] == [
        ("kế hoạch ", True),
        ("thực hiện", False),
    ]


def test_a_vowel_in_another_font_takes_the_mark_after_it() -> None:
    """Word may draw a-z in one font and the letters beyond in another."""
    runs = [("Tr", "Arial"), ("öô", "VNI-Times"), ("ng ho", "Arial"), ("ïc", "VNI-Times"), (" a", "Symbol")]
    found, _decoded = to_unicode(typed(*runs))
    assert [run.text for run in found.paragraphs[0].runs] == ["Tr", "ươ", "ng họ", "c", " a"]


def test_digits_and_signs_are_the_same_in_a_font_of_capitals() -> None:
    text = "§iÒu 12, kho¶n 3 - 4%; (a) “b”…"
    assert text_of(to_unicode(typed((text, ".VnTimeH")))[0]) == "ĐIỀU 12, KHOẢN 3 - 4%; (A) “B”…"


def test_labels_headers_footers_notes_and_cells_are_read() -> None:
    old = encoded("điều lệ", "tcvn3")
    body = [replace(p(old, font=".VnTime"), label="§iÒu 1."), *cells(1, [[p(old, font=".VnTime")]])]
    made = paper(*body)
    note, head, foot = (replace(p(old, font=".VnTime", story="footnote"), number=n) for n in (90, 91, 92))
    made = replace(
        made,
        footnotes=(note,),
        sections=tuple(
            replace(one, headers={"first": (head,)}, footers={"default": (foot,)}) for one in made.sections
        ),
    )
    found, _decoded = to_unicode(made)
    assert {one.text for one in found.by_number.values()} == {"điều lệ"}
    assert len(found.by_number) == 5
    assert found.paragraphs[0].label == "Điều 1."


def test_a_bullet_is_not_a_letter() -> None:
    made = paper(replace(p(encoded("kế hoạch", "tcvn3"), font=".VnTime"), label="·"))
    assert to_unicode(made)[0].paragraphs[0].label == "·"


@given(st.data())
def test_marks_of_notes_stay_between_the_same_letters(data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(WORDS)))
    end = data.draw(st.integers(start, len(WORDS)))
    before, marked = (len(encoded(WORDS[:place], "vni")) for place in (start, end))
    note = replace(p(encoded("1 Quỹ", "vni"), font="VNI-Times", story="footnote"), number=50)
    made = typed((encoded(WORDS, "vni"), "VNI-Times"))
    made = replace(made, footnotes=(note,), notes=(NoteMark(1, before, marked, (50,), 1),))
    (mark,) = to_unicode(made)[0].notes
    assert (mark.start, mark.end, mark.own) == (start, end, 1)


def test_the_end_of_a_note_mark_moves_too() -> None:
    made = typed((encoded("quỹ mã ký", "vni"), "VNI-Times"))
    length = len(text_of(made))
    made = replace(made, notes=(NoteMark(1, length, length, ()),))
    assert to_unicode(made)[0].notes[0].end == len("quỹ mã ký")


@pytest.mark.parametrize("encoding", FONTS)
def test_a_stamp_in_unicode_does_not_hide_the_encoding_of_the_rest(encoding: Encoding) -> None:
    text = encoded(SMALL, encoding)
    found, _decoded = to_unicode(typed((text, "ABCDEF+F1"), ("Ký bởi: Văn thư Ủy ban, có dấu", "ABCDEF+F2")))
    assert text_of(found) == SMALL + "Ký bởi: Văn thư Ủy ban, có dấu"


@pytest.mark.parametrize("encoding", FONTS)
def test_a_font_with_few_words_goes_with_the_rest(encoding: Encoding) -> None:
    found, _decoded = to_unicode(
        typed((encoded(SMALL, encoding), "ABCDEF+F1"), (encoded(" có lẽ", encoding), "ABCDEF+F2"))
    )
    assert text_of(found) == SMALL + " có lẽ"


def test_measures_and_quotes_among_unicode_are_not_letters() -> None:
    made = typed(("Có 5 m², 6 km², 7 cm², 8 dm³, 3 ha¹, «và» §có", "Arial"), (WORDS, "Arial"))
    assert to_unicode(made) == (made, ())


def test_letters_that_a_pdf_takes_for_others_are_found_again() -> None:
    """Its ư is the hyphen of Western fonts; true hyphens stay."""
    old = encoded(f"{SMALL} - thư ký, ưu tiên: kinh tế-xã hội, ubnd-vp-", "tcvn3")
    made = replace(typed((old.replace("\xad", "-").replace("\xb5", "\u03bc"), "ABCDEF+F1")), origin="pdf")
    assert text_of(to_unicode(made)[0]) == SMALL + " - thư ký, ưu tiên: kinh tế-xã hội, ubnd-vp-"


def run_of(text: str, font: str) -> str:
    """A run as Word writes it: the place of ư in TCVN3 is an element of its own."""
    fonts = f'<w:rPr><w:rFonts w:ascii="{font}" w:hAnsi="{font}" w:cs="{font}"/></w:rPr>'
    parts = text.split("\xad")
    inside = "<w:softHyphen/>".join(f'<w:t xml:space="preserve">{part}</w:t>' for part in parts)
    return f"<w:r>{fonts}{inside}</w:r>"


@given(
    st.lists(
        st.tuples(st.sampled_from(WORDS.lower().split()), st.sampled_from([".VnTime", "VNI-Times", "Arial"])),
        min_size=1,
        max_size=20,
    ),
    st.booleans(),
)
def test_word_files_are_read_whatever_fonts_follow_one_another(
    words: list[tuple[str, str]], cut: bool
) -> None:
    by_font = {font: encoding for encoding, font in FONTS.items()}
    runs = []
    for word, font in words:
        old = encoded(word, by_font[font]) if font in by_font else word
        pieces = [*old] if cut else [old]
        runs += [run_of(piece, font) for piece in (*pieces, " ")]
    made = word_files.paper(f"<w:p>{''.join(runs)}</w:p>")
    assert text_of(to_unicode(made)[0]) == "".join(f"{word} " for word, _font in words)


def test_a_soft_hyphen_in_another_font_is_still_unseen() -> None:
    run = run_of("tuyên\xadtruyền", "Arial")
    made = word_files.paper(f"<w:p>{run}</w:p>")
    assert text_of(made) == "tuyêntruyền"
