"""Letters of TCVN3 and VNI become Unicode, Unicode is not mistaken for them; tone marks keep their places."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vanban.tiengviet.legacy import (
    TCVN3,
    VNI,
    decode,
    decode_tcvn3,
    decode_vni,
    draws_capitals,
    encoding_of_font,
    looks_legacy,
)
from vanban.tiengviet.tones import is_syllable, mark_first, mark_second, mend

PROSE = (
    "Ủy ban nhân dân phường xây dựng kế hoạch tuyên truyền về giáo dục và đào tạo như sau: "
    "đẩy mạnh cải cách hành chính, nâng cao chất lượng phục vụ người dân, bảo đảm kịp thời, thiết thực."
)
SMALL = "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ"
texts = st.text(st.sampled_from(f"{SMALL} ,.;:()0123456789\n"), max_size=60)
mixed = st.text(st.sampled_from(f"{SMALL}{SMALL.upper()} ,.;0123456789"), max_size=60)


def tcvn3(text: str) -> str:
    """Type a text as a TCVN3 font needs it; its capitals with tones have no letters of their own."""
    typed = {letter: old for old, letter in TCVN3.items()}
    return "".join(typed.get(letter) or typed.get(letter.lower(), letter) for letter in text)


def vni(text: str) -> str:
    """Type a text as a VNI font needs it."""
    typed = {letter: old for old, letter in VNI.items() if old.islower() or old.isupper()}
    return "".join(typed.get(letter, letter) for letter in text)


def test_every_letter_of_vietnamese_has_a_place_in_both_encodings() -> None:
    beyond = set(SMALL) - set("abcdeghiklmnopqrstuvxy")
    assert beyond <= set(TCVN3.values())
    assert beyond | {letter.upper() for letter in beyond} == set(VNI.values())
    assert len(set(TCVN3.values())) == len(TCVN3)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("Céng hoµ x· héi chñ nghÜa ViÖt Nam", "Cộng hoà xã hội chủ nghĩa Việt Nam"),
        ("tr\u00adêng mÇm non §¹i Mç", "trường mầm non Đại Mỗ"),
    ],
)
def test_tcvn3_is_read(typed: str, read: str) -> None:
    assert decode_tcvn3(typed) == read


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("Coäng hoaø xaõ hoäi chuû nghóa Vieät Nam", "Cộng hoà xã hội chủ nghĩa Việt Nam"),
        ("TRÖÔØNG TIEÅU HOÏC, Ñaïi Moã, kyõ naêng, quyù", "TRƯỜNG TIỂU HỌC, Đại Mỗ, kỹ năng, quý"),
    ],
)
def test_vni_is_read(typed: str, read: str) -> None:
    assert decode_vni(typed) == read


def test_a_font_of_capitals_draws_small_letters_as_capitals() -> None:
    assert decode("bé tµi chÝnh", "tcvn3", ".VnTimeH") == "BỘ TÀI CHÍNH"
    assert decode("bé tµi chÝnh", "tcvn3", ".VnTime") == "bộ tài chính"


@given(texts)
def test_tcvn3_typed_and_read_is_the_same_text(text: str) -> None:
    assert decode_tcvn3(tcvn3(text)) == text


@given(mixed)
def test_vni_typed_and_read_is_the_same_text(text: str) -> None:
    assert decode_vni(vni(text)) == text


def test_garbled_text_is_known_whatever_the_font() -> None:
    assert looks_legacy(tcvn3(PROSE), "Times New Roman") == "tcvn3"
    assert looks_legacy(vni(PROSE), "Times New Roman") == "vni"


def test_the_font_settles_a_short_text() -> None:
    assert looks_legacy("®¬n vÞ", ".VnArial") == "tcvn3"
    assert looks_legacy("ñôn vò", "VNI-Times") == "vni"
    assert looks_legacy("So 12", "VNI-Times") is None


@pytest.mark.parametrize(
    "text",
    [
        "à á â ã è é ê ì í ò ó ô õ ù ú ý",
        "cá và gà có ở nhà tôi",
        "café à la crème",
        "phòng 4 × 5 × 6 m, 5µm - 10µm, 30°C",
    ],
)
def test_unicode_is_not_taken_for_an_old_encoding(text: str) -> None:
    assert looks_legacy(text) is None
    assert looks_legacy(PROSE, ".VnTime") is None


@given(st.randoms(use_true_random=False))
def test_any_words_of_prose_are_unicode(chance: random.Random) -> None:
    words = PROSE.split()
    assert looks_legacy(" ".join(chance.sample(words, chance.randint(1, len(words))))) is None


@given(mixed)
def test_moving_tone_marks_changes_no_other_letter(text: str) -> None:
    assert len(mark_first(text)) == len(mark_second(text)) == len(text)
    assert mark_first(mark_second(text)) == mark_first(text)
    assert mark_second(mark_first(text)) == mark_second(text)


def test_tone_marks_move_in_open_syllables_alone() -> None:
    assert mark_first("hoà khoẻ thuỷ quý toàn ngoài HOÀ") == "hòa khỏe thủy quý toàn ngoài HÒA"
    assert mark_second("hòa khỏe thủy quý toàn ngoài HÒA") == "hoà khoẻ thuỷ quý toàn ngoài HOÀ"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("nguời", "người"),
        ("đuợc", "được"),
        ("Truờng", "Trường"),
        ("ngưòi", "người"),
        ("cuả", "của"),
        ("nghiã", "nghĩa"),
        ("qúy", "quý"),
        ("gìau", "giàu"),
    ],
)
def test_a_mark_on_the_wrong_letter_is_mended(typed: str, meant: str) -> None:
    assert mend(typed) == meant


def test_a_word_of_vietnamese_is_not_mended() -> None:
    text = "thuở huơ quở quà già giá của mùa nghĩa đưa hóa hoả gì thuế khuya rượu chuỗi"
    assert " ".join(map(mend, text.split())) == text


def test_syllables_are_known() -> None:
    assert all(is_syllable(word.strip(",.:")) for word in PROSE.split())
    assert not any(is_syllable(word) for word in ("t¹i", "strength", "hòá", "b"))


@pytest.mark.parametrize(
    ("font", "encoding", "capitals"),
    [
        (".VnTime", "tcvn3", False),
        (".VnTimeH", "tcvn3", True),
        (".vnarialh", "tcvn3", True),
        (".VnArial Narrow", "tcvn3", False),
        ("ABCDEF+.VnTimeH,Bold", "tcvn3", True),
        ("ABCDEF+VnTime-BoldItalic", "tcvn3", False),
        (".VnTimeH Bold Italic", "tcvn3", True),
        ("VNI-Times", "vni", False),
        ("vni-helve", "vni", False),
        ("ABCDEF+VNI-Times,Bold", "vni", False),
        ("Times New Roman", None, False),
        ("VNtimes new roman", None, False),
        ("Symbol", None, False),
        ("Cloth", None, False),
    ],
)
def test_the_name_of_a_font_tells_its_encoding(font: str, encoding: str | None, capitals: bool) -> None:
    assert encoding_of_font(font) == encoding
    assert draws_capitals(font) is capitals
