"""Names in Vietnamese order, as the lists of a dossier have them."""

from __future__ import annotations

import random

import pytest

from vanban.tiengviet.sorting import by_name, by_words

TONES_IN_ORDER = ["Ma", "Mà", "Mả", "Mã", "Má", "Mạ"]
LETTERS_IN_ORDER = ["An", "Ăn", "Ân", "Bình", "Danh", "Đan", "Em", "Êm", "On", "Ôn", "Ơn", "Un", "Ưn", "Yên"]


@pytest.mark.parametrize("names", [TONES_IN_ORDER, LETTERS_IN_ORDER])
def test_letters_and_tones_stand_in_the_documented_order(names: list[str]) -> None:
    shuffled = random.Random(7).sample(names, len(names))
    assert sorted(shuffled, key=by_words) == names
    assert sorted(shuffled, key=by_name) == names


def test_the_given_name_comes_first_then_the_middle_then_the_family() -> None:
    names = [
        "Trần Văn An",
        "Đỗ An",
        "Nguyễn Thị Ánh",
        "Lê Bình",
        "Lê Minh Bình",
        "Nguyễn Minh Bình",
        "Nguyễn Minh Châu Bình",
        "Phạm Thị Đào",
    ]
    expected = [
        "Đỗ An",
        "Trần Văn An",
        "Nguyễn Thị Ánh",
        "Lê Bình",
        "Lê Minh Bình",
        "Nguyễn Minh Bình",
        "Nguyễn Minh Châu Bình",
        "Phạm Thị Đào",
    ]
    assert sorted(random.Random(3).sample(names, len(names)), key=by_name) == expected


def test_letters_decide_before_tones() -> None:
    assert sorted(["Bàng", "Bán", "Ban"], key=by_words) == ["Ban", "Bán", "Bàng"]


def test_tone_marks_on_either_vowel_and_capitals_are_the_same_name() -> None:
    assert by_name("TRẦN THỊ HOÀ") == by_name("Trần Thị Hòa")


def test_names_typed_with_combining_marks_sort_like_others() -> None:
    import unicodedata

    assert by_name(unicodedata.normalize("NFD", "Nguyễn Thị Ngọc Ánh")) == by_name("Nguyễn Thị Ngọc Ánh")


def test_numbers_of_schools_count() -> None:
    names = ["Trường Tiểu học Số 10", "Trường Tiểu học Số 2", "Trường Tiểu học An Hòa"]
    assert sorted(names, key=by_words) == [
        "Trường Tiểu học An Hòa",
        "Trường Tiểu học Số 2",
        "Trường Tiểu học Số 10",
    ]
