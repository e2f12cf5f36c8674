"""The figures: what people type, how the figures of units become one, what the file of figures keeps."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vanban.errors import InputError
from vanban.so_lieu import ChiTieu, DonVi, Figure, Ky, Reported, read_period, read_periods, results, to_sqlite
from vanban.so_lieu.model import CachGop, Huong, KieuMuc
from vanban.so_lieu.typed import typed
from vanban.tiengviet.numbers import so_vn

UNITS = (DonVi("A", "Trường A"), DonVi("B", "Trường B"), DonVi("C", "Trường C"))


def period(
    items: tuple[ChiTieu, ...], figures: Mapping[tuple[str, str], object], ky: str = "2026"
) -> Reported:
    kept = {key: Figure(*key, Decimal(str(value))) for key, value in figures.items()}
    return Reported(Ky(ky, f"năm {ky}"), items, UNITS, kept)


# What people type ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "kieu", "value"),
    [
        ("1.250", "so_nguyen", 1250),
        ("1 250", "so_nguyen", 1250),
        ("1\u00a0250\u00a0000", "tien", 1250000),
        ("12.000.000 đồng", "tien", 12000000),
        ("98,5 %", "phan_tram", "98.5"),
        ("98,5%", "phan_tram", "98.5"),
        ("60 tin, bài", "so", 60),
        (" 7 ", "so", 7),
        ("-2,5", "so", "-2.5"),
        ("0", "so_nguyen", 0),
    ],
)
def test_a_figure_is_read_as_it_was_meant(text: str, kieu: KieuMuc, value: object) -> None:
    unit = "tin, bài" if kieu == "so" else ""
    assert typed(text, ChiTieu("x", "X", kieu, unit)) == Decimal(str(value))


@pytest.mark.parametrize(
    ("text", "kieu"),
    [
        ("98.5", "so"),
        ("1,250", "so"),
        ("1,250.5", "so"),
        ("khoảng 60", "so"),
        ("60-70", "so"),
        ("1,5", "so_nguyen"),
        ("12 34", "so"),
        ("", "so"),
        ("NaN", "so"),
        ("1e5", "so"),
        ("32/13/2026", "ngay"),
        ("6/2026", "ngay"),
        ("chắc là có", "co_khong"),
        ("Giỏi", "chon"),
    ],
)
def test_what_could_mean_two_things_or_none_is_not_guessed(text: str, kieu: KieuMuc) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - whichever
        typed(text, ChiTieu("x", "X", kieu, lua_chon=("Tốt", "Khá")))


def test_other_entries_are_read_too() -> None:
    assert typed("15/6/2026", ChiTieu("x", "X", "ngay")) == "2026-06-15"
    assert typed("CÓ", ChiTieu("x", "X", "co_khong")) == "có"
    assert typed("tot", ChiTieu("x", "X", "chon", lua_chon=("Tốt", "Khá"))) == "Tốt"


@given(st.decimals(-(10**12), 10**12, places=2))
def test_a_number_as_a_paper_prints_it_is_read_back(number: Decimal) -> None:
    shown = so_vn(number)
    whole, comma, rest = shown.partition(",")
    unclear = comma and len(rest) == 3 and len(whole) <= 3
    assert unclear or typed(shown, ChiTieu("x", "X")) == number


# How the figures of units become one --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("cach_gop", "together"),
    [("tong", "60"), ("trung_binh", "20"), ("trung_binh_trong_so", "26"), ("cuoi_cung", "30")],
)
def test_units_are_combined_as_the_target_says(cach_gop: CachGop, together: str) -> None:
    item = ChiTieu("x", "X", cach_gop=cach_gop, trong_so="w" if cach_gop == "trung_binh_trong_so" else "")
    values = {("A", "x"): 10, ("B", "x"): 20, ("C", "x"): 30, ("A", "w"): 1, ("B", "w"): 0, ("C", "w"): 4}
    found = results(period((item, ChiTieu("w", "W")), values))
    assert found["chi_tieu"][0]["ket_qua"] == Decimal(together)


@pytest.mark.parametrize(
    ("huong", "said"),
    [
        ("it_nhat", ["chưa đạt", "đạt", "vượt"]),
        ("nhieu_nhat", ["vượt", "đạt", "chưa đạt"]),
        ("dung_bang", ["chưa đạt", "đạt", "chưa đạt"]),
    ],
)
def test_a_result_is_judged_by_the_direction_of_its_target(huong: Huong, said: list[str]) -> None:
    item = ChiTieu("x", "X", chi_tieu_don_vi=Decimal(20), huong=huong)
    found = results(period((item,), {("A", "x"): 10, ("B", "x"): 20, ("C", "x"): 30}))
    assert [unit["danh_gia"] for unit in found["chi_tieu"][0]["don_vi"]] == said


def test_units_are_ranked_and_equals_share_a_rank() -> None:
    item = ChiTieu("x", "X", chi_tieu_don_vi=Decimal(10))
    found = results(period((item,), {("A", "x"): 10, ("B", "x"): 30, ("C", "x"): 10}))
    assert [(unit["ma"], unit["hang"]) for unit in found["don_vi"]] == [("B", 1), ("A", 2), ("C", 2)]


def test_a_unit_without_figures_is_named_and_counts_nothing() -> None:
    item = ChiTieu("x", "X", chi_tieu=Decimal(30))
    found = results(period((item,), {("A", "x"): 10, ("B", "x"): 20}))
    assert found["thieu"] == ["Trường C"]
    assert found["chi_tieu"][0]["ket_qua"] == 30
    assert (found["so_dat"], found["so_chi_tieu"]) == (1, 1)


def test_a_result_is_compared_with_the_period_before() -> None:
    item = ChiTieu("x", "X")
    before = period((item,), {("A", "x"): 4}, "2025")
    row = results(period((item,), {("A", "x"): 10}), before)["chi_tieu"][0]
    assert (row["ky_truoc"], row["tang_giam"]) == (4, 6)


# What the file of figures keeps -------------------------------------------------------------------------

_IDS = st.from_regex(r"[a-z][a-z0-9-]{0,10}", fullmatch=True)
_WORDS = st.text("abcđêô ớ'\"=;", min_size=1, max_size=12)
_NUMBERS = st.none() | st.decimals(-(10**9), 10**9, places=3)
_ITEMS = st.builds(
    ChiTieu,
    id=_IDS,
    ten=_WORDS,
    kieu=st.sampled_from(get_args(KieuMuc)),
    don_vi_tinh=_WORDS,
    chi_tieu=_NUMBERS,
    huong=st.sampled_from(get_args(Huong)),
    cach_gop=st.sampled_from(get_args(CachGop)),
    tu=_NUMBERS,
    lua_chon=st.lists(_WORDS.map(str.strip).filter(bool), max_size=3).map(tuple),
    bat_buoc=st.booleans(),
    luy_ke=st.booleans(),
)


@given(
    st.lists(_ITEMS, max_size=4, unique_by=lambda item: item.id),
    st.data(),
)
def test_a_file_of_figures_gives_back_what_was_put_in(items: list[ChiTieu], data: st.DataObject) -> None:
    values = st.decimals(-(10**9), 10**9, places=3) | _WORDS
    keys = [(unit.ma, item.id) for unit in UNITS for item in items]
    chosen = data.draw(st.sets(st.sampled_from(keys))) if keys else set()
    figures = {key: Figure(*key, data.draw(values), "tệp.xlsx", "Biểu!F8") for key in sorted(chosen)}
    kept = [
        Reported(Ky("2025", "năm 2025"), (), ()),
        Reported(Ky("2026", "năm 2026", "2025"), tuple(items), UNITS, figures),
    ]
    assert _read_back(to_sqlite(kept)) == kept


def _read_back(data: bytes) -> list[Reported]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "so-lieu.sqlite"
        path.write_bytes(data)
        return read_periods(path)


def test_the_same_figures_make_the_same_bytes() -> None:
    one = period((ChiTieu("x", "X"),), {("A", "x"): 10})
    assert to_sqlite([one]) == to_sqlite([one])


def test_the_last_period_is_taken_and_the_one_before_it(tmp_path: Path) -> None:
    path = tmp_path / "so-lieu.sqlite"
    first = Reported(Ky("2025", "năm 2025"), (), UNITS)
    last = Reported(Ky("2026", "năm 2026", "2025"), (), UNITS)
    path.write_bytes(to_sqlite([first, last]))
    assert read_period(path) == (last, first)
    assert read_period(path, "2025") == (first, None)
    with pytest.raises(InputError, match="VB261"):
        read_period(path, "2030")


@pytest.mark.parametrize("data", [b"", b"no database", b"SQLite format 3\0" + bytes(2000)])
def test_a_file_that_is_none_is_refused(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "so-lieu.sqlite"
    path.write_bytes(data)
    with pytest.raises(InputError, match="VB260"):
        read_periods(path)
