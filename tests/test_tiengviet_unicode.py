"""Text from Word, Zalo and the web becomes fit for a paper, and the author learns what was changed."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vanban.tiengviet.unicode import clean, nfc, without_diacritics

PLAN = "Kế hoạch số 671/KH-SGD&ĐT “về việc” tuyên truyền - năm 2026…\nỦy ban nhân dân phường; 'đạt' 98,5%."

NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def mended(text: str) -> tuple[str, dict[str, int]]:
    cleaned, changes = clean(text)
    return cleaned, {change.kind: change.count for change in changes}


def test_a_clean_text_is_left_alone_with_its_smart_and_straight_quotes() -> None:
    assert clean(PLAN) == (PLAN, ())


def test_decomposed_letters_are_composed_and_reported() -> None:
    assert mended(unicodedata.normalize("NFD", "Tuyên truyền")) == ("Tuyên truyền", {"decomposed": 3})


def test_a_letter_half_composed_by_a_keyboard_is_composed() -> None:
    assert mended("vi\u00ea\u0323c") == ("việc", {"decomposed": 1})


@pytest.mark.parametrize(
    ("typed", "wanted", "kind"),
    [
        ("quản\u00a0lý", "quản lý", "space"),
        ("quản\u3000lý", "quản lý", "space"),
        ("quản\tlý", "quản lý", "tab"),
        ("tuyên\u00adtruyền", "tuyêntruyền", "soft_hyphen"),
        ("\ufeffKế\u200b hoạch", "Kế hoạch", "invisible"),
        ("2025\u20112026", "2025-2026", "hyphen"),
        ("2025\x1e2026", "2025-2026", "hyphen"),
        ("dòng 1\x0bdòng 2", "dòng 1\ndòng 2", "line_end"),
        ("\uf0b7 Trường học", "• Trường học", "bullet"),
        ("\uf02d Trường học", "- Trường học", "dash"),
        ("\u00d0ảng ủy", "Đảng ủy", "letter_d"),
        ("a\x00b\x08c\ud800", "abc", "control"),
    ],
)
def test_each_residue_is_mended_and_named(typed: str, wanted: str, kind: str) -> None:
    cleaned, changes = clean(typed)
    assert cleaned == wanted
    assert [change.kind for change in changes] == [kind]
    assert changes[0].name


def test_residues_are_counted_by_kind() -> None:
    assert mended("a\u00a0b\u00a0c\u00add") == ("a b cd", {"space": 2, "soft_hyphen": 1})


def test_a_gap_left_for_the_pen_stays() -> None:
    gap = "ngày" + "\u00a0" * 5 + "tháng 3"
    assert clean(gap) == (gap, ())


def test_windows_line_ends_are_taken_without_a_word() -> None:
    assert clean("a\r\nb\rc") == ("a\nb\nc", ())


@given(st.text(st.characters()))
def test_cleaning_twice_changes_nothing_more_and_leaves_only_what_xml_takes(text: str) -> None:
    cleaned, _ = clean(text)
    assert clean(cleaned) == (cleaned, ())
    assert unicodedata.is_normalized("NFC", cleaned)
    assert not NOT_XML.search(cleaned)


@given(st.text(st.characters(max_codepoint=0x1FFF)))
def test_nfc_is_what_unicode_says(text: str) -> None:
    assert nfc(text) == unicodedata.normalize("NFC", text)


def test_diacritics_come_off() -> None:
    assert without_diacritics("Đặng Thị Mỹ Hường, ưỡn ẹo") == "Dang Thi My Huong, uon eo"
    assert without_diacritics(unicodedata.normalize("NFD", "đường")) == "duong"
