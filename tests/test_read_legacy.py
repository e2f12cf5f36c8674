"""Letters of TCVN3 and VNI fonts become Unicode, run by run; papers are made by turning the tables round."""

from __future__ import annotations

import itertools
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.papers_by_hand import p, paper
from vanban.office import Office
from vanban.paper import NoteMark, Paper, Run, TextLook
from vanban.read.door import read_paper
from vanban.read.legacy import to_unicode
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
    assert [one.encoding for one in decoded] == [encoding]


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
