"""Rows whose height is known before they are set stand as Typst would have set them."""

from __future__ import annotations

from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vanban.document import Document
from vanban.document.blocks import Cell, Column, Para, Run, Table
from vanban.render import render, typst_pdf
from vanban.render.line_counts import count_lines
from vanban.tiengviet.dates import Ngay

_PLAIN = ("Trường Tiểu học", "Nghĩa Tân,", "phối", "12.500", "30/4/2026", "(lần 5)", "-", "i", "QUYẾT ĐỊNH")
_DOUBTFUL = (
    "“đọc",
    "sách”",
    "(An",
    "2025-2026",
    "KH/UBND",
    "50%",
    "https://vi.vn",
    "a.b",
    "m²",
    "ngoằn-ngoèo",
)


def _texts(words: tuple[str, ...]) -> st.SearchStrategy[str]:
    return st.lists(st.sampled_from(words), max_size=20).map(" ".join)


_TEXTS = _texts(_PLAIN) | _texts(_PLAIN + _DOUBTFUL)


def _paper(rows: list[list[Cell]]) -> Document:
    table = Table(tuple(Column() for _cell in rows[0]), tuple(map(tuple, rows)))
    return Document(
        loai="ke-hoach",
        co_quan=("ỦY BAN NHÂN DÂN", "XÃ AN HÒA"),
        dia_danh="An Hòa",
        ngay=Ngay(2026, 3, 17),
        trich_yeu="Thử bảng",
        noi_dung=(Para("doan", text=(Run("Có bảng sau:"),)), table),
    )


def _cell(text: str, bold: bool = False) -> Cell:
    return Cell((Run(text, bold),) if text else ())


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(_TEXTS, _TEXTS, _TEXTS, st.booleans()), min_size=1, max_size=40))
def test_pages_are_the_same_whoever_finds_the_height_of_a_row(rows: list[tuple[str, str, str, bool]]) -> None:
    paper = _paper([[_cell(text, bold) for text in texts] for *texts, bold in rows])
    told = render(paper, "pdf")
    with patch.object(typst_pdf, "count_lines", return_value=None):
        assert render(paper, "pdf") == told


@pytest.mark.parametrize("count", [1, 2, 3, 7])
def test_words_that_part_only_at_spaces_are_counted(count: int) -> None:
    text = " ".join(["Nghĩa Tân"] * 2 * count)
    assert count_lines(text, 0, 13, 115) == count


@pytest.mark.parametrize(
    "text", ["xã – phường/thị trấn " * 9, "2025-2026 " * 20, "“đọc sách” (An Hòa) " * 9, "W" * 40]
)
def test_what_may_part_elsewhere_is_left_to_the_engine(text: str) -> None:
    assert count_lines(text.strip(), 0, 13, 115) is None
