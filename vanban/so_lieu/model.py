"""The words of figures: targets, units, periods, and what a unit has reached."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal, TypeAlias

from vanban.tiengviet.dates import Ngay

Huong: TypeAlias = Literal["it_nhat", "nhieu_nhat", "dung_bang"]
"""Which way a target is meant: at least, at most, exactly."""

CachGop: TypeAlias = Literal["tong", "trung_binh", "trung_binh_trong_so", "cuoi_cung"]
"""How the figures of units become one: their sum, mean, mean by the weight of another target, the last."""

KieuMuc: TypeAlias = Literal["so", "so_nguyen", "phan_tram", "tien", "chu", "ngay", "chon", "co_khong"]
"""What an entry of a form holds; the first four are figures."""

FIGURES: tuple[KieuMuc, ...] = ("so", "so_nguyen", "phan_tram", "tien")

Value: TypeAlias = Decimal | str
"""A figure as it is, anything else as text (a date as ``2026-06-15``, yes and no as ``có``, ``không``)."""


@dataclass(frozen=True, slots=True)
class ChiTieu:
    """A target, or any other entry that a unit reports.

    ``chi_tieu`` is what all units together are to reach, ``chi_tieu_don_vi`` what each is to reach; None
    where nothing was set. ``tu`` and ``den`` are the least and most that can be true. ``tong_cua`` names the
    entries whose sum it is. ``luy_ke`` counts from the beginning: it never falls below the period before.
    """

    id: str
    ten: str
    kieu: KieuMuc = "so"
    don_vi_tinh: str = ""
    nhom: str = ""
    chi_tieu: Decimal | None = None
    chi_tieu_don_vi: Decimal | None = None
    huong: Huong = "it_nhat"
    thoi_gian: str = ""
    phu_trach: str = ""
    cach_gop: CachGop = "tong"
    trong_so: str = ""
    tu: Decimal | None = None
    den: Decimal | None = None
    lua_chon: tuple[str, ...] = ()
    bat_buoc: bool = True
    huong_dan: str = ""
    tong_cua: tuple[str, ...] = ()
    luy_ke: bool = False

    @property
    def in_grid(self) -> bool:
        """Whether it is a cell of a table of a form, ``<table>.<row>.<column>``."""
        return "." in self.id

    @property
    def is_figure(self) -> bool:
        """Whether its values are numbers."""
        return self.kieu in FIGURES


@dataclass(frozen=True, slots=True)
class DonVi:
    """A unit that reports, such as a school."""

    ma: str
    ten: str


@dataclass(frozen=True, slots=True)
class Ky:
    """A period: its id (``2026``), its name in a sentence (``năm 2026``), and the one before it."""

    ma: str
    ten: str
    truoc: str = ""
    han_nop: Ngay | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """What a unit reported of one entry, and where: the file and the cell (``Biểu số liệu!F8``)."""

    don_vi: str
    chi_tieu: str
    value: Value
    tep: str = ""
    o: str = ""


@dataclass(frozen=True, slots=True)
class Reported:
    """All that is known of a period: targets and units in their order, figures by unit and entry."""

    ky: Ky
    chi_tieu: tuple[ChiTieu, ...]
    don_vi: tuple[DonVi, ...]
    figures: dict[tuple[str, str], Figure] = field(default_factory=dict)

    def value(self, don_vi: str, chi_tieu: str) -> Decimal | None:
        """The figure of a unit; None where it reported none."""
        found = self.figures.get((don_vi, chi_tieu))
        return found.value if found and isinstance(found.value, Decimal) else None
