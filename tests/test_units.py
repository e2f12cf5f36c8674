"""Units of administration that are no more since 1 July 2025, and the names that live on."""

from __future__ import annotations

from datetime import date

import pytest

from vanban.thethuc.units import former_units
from vanban.thethuc.units_table import key_of, units

NOW = date(2026, 3, 16)


def named(text: str, on: date = NOW) -> list[str]:
    return [unit.name for unit in former_units(text, on)]


def test_the_table_holds_every_unit_that_the_law_counts() -> None:
    table = units()
    assert len(table.provinces) == 63
    assert len(set(table.provinces.values())) == 34
    assert sum(len(provinces) for provinces in table.districts.values()) == 696
    assert sum(len(communes) for communes in table.communes.values()) == 10_035
    assert {name.split()[0] for name in table.present} == {"tỉnh", "thành", "xã", "phường", "đặc"}


def test_every_commune_went_to_one_that_is_there_now() -> None:
    table = units()
    for communes in table.communes.values():
        for commune in communes:
            assert commune.now
            assert key_of(commune.province) in table.provinces
            assert key_of(commune.district) in table.districts
            assert {key_of(name) for name in commune.now} <= table.present


@pytest.mark.parametrize(
    ("text", "name", "now"),
    [
        ("Ủy ban nhân dân tỉnh Hải Dương", "tỉnh Hải Dương", ("Thành phố Hải Phòng",)),
        ("UBND TỈNH HOÀ BÌNH", "TỈNH HOÀ BÌNH", ("Tỉnh Phú Thọ",)),
        ("tỉnh Bà Rịa – Vũng Tàu", "tỉnh Bà Rịa – Vũng Tàu", ("Thành phố Hồ Chí Minh",)),
        ("Sở GD&ĐT Bắc Giang chủ trì", "Bắc Giang", ("Tỉnh Bắc Ninh",)),
        ("Tỉnh ủy Hà Nam", "Hà Nam", ("Tỉnh Ninh Bình",)),
        ("tỉnh Hà Tây", "tỉnh Hà Tây", ("Thành phố Hà Nội",)),
        ("trên địa bàn huyện Sóc Sơn.", "huyện Sóc Sơn", ()),
        ("TP. Vinh và các xã", "TP. Vinh", ()),
        ("tại Quận 1, Thành phố Hồ Chí Minh", "Quận 1", ()),
        ("huyện Cư M’gar", "huyện Cư M’gar", ()),
        (
            "phường Tây Mỗ, quận Nam Từ Liêm, Hà Nội",
            "phường Tây Mỗ, quận Nam Từ Liêm",
            ("Phường Tây Mỗ", "Phường Xuân Phương"),
        ),
        ("phường 5 (quận 3)", "phường 5 (quận 3", ("Phường Bàn Cờ",)),
        ("phường Dịch Vọng Hậu", "phường Dịch Vọng Hậu", ("Phường Cầu Giấy", "Phường Nghĩa Đô")),
        ("thị trấn Sóc Sơn", "thị trấn Sóc Sơn", ()),
    ],
)
def test_a_unit_that_is_no_more_is_found_with_what_it_is_now(
    text: str, name: str, now: tuple[str, ...]
) -> None:
    (unit,) = former_units(text, NOW)
    assert (unit.name, unit.now) == (name, now)
    assert text[unit.start : unit.end] == name
    assert unit.source


def test_units_listed_together_are_found_one_by_one() -> None:
    assert named("các huyện Sóc Sơn, Đông Anh và Mê Linh") == ["huyện Sóc Sơn", "Đông Anh", "Mê Linh"]
    assert named("các tỉnh Bắc Giang, Bắc Ninh, Hải Dương") == ["tỉnh Bắc Giang", "Hải Dương"]


@pytest.mark.parametrize(
    "text",
    [
        "phường Tây Hồ, phường Tây Mỗ, thành phố Hà Nội, xã Sóc Sơn, phường Hà Đông",
        "tỉnh Bắc Ninh, tỉnh Phú Thọ, thành phố Huế, Thành phố Hồ Chí Minh, TP. Cần Thơ",
        "tỉnh Đồng Nai, thành phố Đồng Nai, thành phố Bắc Ninh, phường Trảng Bom, xã Trảng Bom",
        "đường Hải Dương, phố Hoàn Kiếm, sông Hà Nam, bánh đậu xanh Hải Dương, Hội An",
        "Trường THPT thị xã Quảng Trị, Bệnh viện Đa khoa tỉnh Hải Dương, Công ty Môi trường quận Hà Đông",
        "tỉnh Hà Tây (cũ), huyện Sóc Sơn cũ, tỉnh Hòa Bình trước đây, huyện Sóc Sơn (nay là xã Sóc Sơn)",
        "sáp nhập tỉnh Hải Dương; trước đây là huyện Gia Lâm; trên cơ sở các huyện Sóc Sơn, Mê Linh",
        "cấp huyện, UBND huyện, Huyện ủy, xã hội, Xã hội, Tỉnh đoàn, quận huyện, thành phố",
        "Phường 5 lớp, huyện 12 xã, đường tỉnh 423, tỉnh lộ 70, thành phố thông minh",
        "hòa bình, nam định, Nam Định Vương, tỉnh Hà Nam Ninh",
    ],
)
def test_names_that_live_on_and_the_past_are_let_be(text: str) -> None:
    assert named(text) == []


def test_before_its_last_day_a_unit_is_there() -> None:
    assert named("UBND tỉnh Hải Dương, huyện Sóc Sơn", date(2025, 6, 30)) == []
    assert named("UBND tỉnh Hải Dương, huyện Sóc Sơn", date(2025, 7, 1)) == [
        "tỉnh Hải Dương",
        "huyện Sóc Sơn",
    ]
    assert named("tỉnh Thừa Thiên Huế, tỉnh Hà Tây", date(2024, 12, 31)) == ["tỉnh Hà Tây"]
