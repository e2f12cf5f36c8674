"""A form with every kind of entry, and a unit that it is given to."""

from __future__ import annotations

from decimal import Decimal
from typing import get_args

from vanban.figures.form import Form, Grid, School
from vanban.so_lieu import ChiTieu, Ky
from vanban.so_lieu.model import KieuMuc

SCHOOL = School(
    "TH-BM",
    "Trường Tiểu học Bình Minh",
    "Ủy ban nhân dân xã An Hòa",
    "THBM",
    "An Hòa",
    "HIỆU TRƯỞNG",
    "Nguyễn Văn A",
)

_CHOICES = ("Tốt", "Khá", "Trung bình")


def _entry(number: int, kind: KieuMuc) -> ChiTieu:
    return ChiTieu(
        f"muc-{number}",
        f"Chỉ tiêu thứ {number}",
        kind,
        "học sinh" if kind == "so_nguyen" else "",
        "Quy mô" if number < 4 else "Truyền thông",
        chi_tieu_don_vi=Decimal(60) if number == 1 else None,
        lua_chon=_CHOICES if kind == "chon" else (),
    )


FORM = Form(
    "bao-cao-2026",
    "thực hiện Kế hoạch tuyên truyền <về> giáo dục & đào tạo",
    Ky("2026-6T", "6 tháng đầu năm 2026"),
    "Ủy ban nhân dân xã An Hòa",
    tuple(_entry(number, kind) for number, kind in enumerate(get_args(KieuMuc), start=1)),
    (
        Grid("su-kien", "Sự kiện đã tổ chức", (ChiTieu("ten", "Tên"), ChiTieu("nguoi", "Người dự")), (), 3),
        Grid("khoi", "Học sinh theo khối", (ChiTieu("lop", "Số lớp"),), ("Khối 1", "Khối 2")),
    ),
)
