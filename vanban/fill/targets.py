"""Targets (chỉ tiêu) as data write them: the columns of their table, and a record of it → a target."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any, get_args

from vanban.errors import Fault
from vanban.language import N_
from vanban.located import Path, Places
from vanban.so_lieu.model import CachGop, ChiTieu, Huong, KieuMuc

COLUMNS: Mapping[str, Mapping[str, object]] = {
    "id": {"kieu": "chu", "nhan": "Mã", "vi_du": "tin-bai",
           "mo_ta": "Mã ngắn, không dấu, không đổi qua các kỳ."},
    "ten": {"kieu": "chu", "nhan": "Chỉ tiêu", "vi_du": "Tin, bài đăng trên Trang thông tin điện tử"},
    "kieu": {"kieu": "chu", "nhan": "Kiểu", "mac_dinh": "so",
             "mo_ta": "so, so_nguyen, phan_tram, tien; hoặc chu, ngay, chon, co_khong."},
    "don_vi_tinh": {"kieu": "chu", "nhan": "Đơn vị tính", "bat_buoc": "false", "vi_du": "tin, bài"},
    "nhom": {"kieu": "chu", "nhan": "Nhóm", "bat_buoc": "false", "vi_du": "Truyền thông"},
    "chi_tieu": {"kieu": "so", "nhan": "Chỉ tiêu chung", "bat_buoc": "false", "vi_du": "60",
                 "mo_ta": "Mức cả địa bàn phải đạt."},
    "chi_tieu_don_vi": {"kieu": "so", "nhan": "Chỉ tiêu mỗi đơn vị", "bat_buoc": "false", "vi_du": "2",
                        "mo_ta": "Mức mỗi đơn vị phải đạt."},
    "huong": {"kieu": "chu", "nhan": "Hướng", "mac_dinh": "it_nhat",
              "mo_ta": "it_nhat, nhieu_nhat hoặc dung_bang."},
    "thoi_gian": {"kieu": "chu", "nhan": "Thời gian", "bat_buoc": "false", "vi_du": "Trước ngày 15/12/2026"},
    "phu_trach": {"kieu": "chu", "nhan": "Đơn vị phụ trách", "bat_buoc": "false", "vi_du": "Các trường"},
    "cach_gop": {"kieu": "chu", "nhan": "Cách gộp", "mac_dinh": "tong",
                 "mo_ta": "tong, trung_binh, trung_binh_trong_so hoặc cuoi_cung."},
    "trong_so": {"kieu": "chu", "nhan": "Trọng số", "bat_buoc": "false", "vi_du": "hoc-sinh",
                 "mo_ta": "Mã chỉ tiêu làm trọng số khi gộp theo trung_binh_trong_so."},
    "tu": {"kieu": "so", "nhan": "Nhỏ nhất", "bat_buoc": "false", "vi_du": "0"},
    "den": {"kieu": "so", "nhan": "Lớn nhất", "bat_buoc": "false", "vi_du": "100"},
    "lua_chon": {"kieu": "danh_sach", "nhan": "Lựa chọn", "bat_buoc": "false", "phan_tu": {"kieu": "chu"}},
    "bat_buoc": {"kieu": "co_khong", "nhan": "Bắt buộc", "mac_dinh": "true"},
    "huong_dan": {"kieu": "chu", "nhan": "Hướng dẫn", "bat_buoc": "false"},
    "tong_cua": {"kieu": "danh_sach", "nhan": "Tổng của", "bat_buoc": "false", "phan_tu": {"kieu": "chu"},
                 "mo_ta": "Mã các mục mà mục này là tổng."},
    "luy_ke": {"kieu": "co_khong", "nhan": "Lũy kế", "mac_dinh": "false",
               "mo_ta": "Tính từ đầu, không thấp hơn kỳ trước."},
}  # fmt: skip
"""The columns of a table of targets, as ``template.yaml`` describes columns; ``cot: chi_tieu`` names them."""

_ID = re.compile("[a-z0-9][a-z0-9_-]{0,59}")
"""A dot parts the id of a table from those of its rows and columns."""
_CHOICES: Mapping[str, tuple[str, ...]] = {
    "kieu": get_args(KieuMuc),
    "huong": get_args(Huong),
    "cach_gop": get_args(CachGop),
}
_SHAPE = N_("chữ thường không dấu, số, dấu - và _, như tin-bai")

Tell = Callable[[Fault], None]


def targets_of(
    records: Sequence[Mapping[str, Any]], path: Path, places: Places, tell: Tell
) -> tuple[ChiTieu, ...]:
    """The targets of the records of a table.

    Args:
        records: values by the names of :data:`COLUMNS`, typed.
        path: where the table lies in the data.
        places: where its values stand.
        tell: told of every fault: VB024 (a word that is not one of the allowed), VB262 (an id twice), VB263
            (an id that no target has), VB264 (an id of the wrong shape); such a target is left out.
    """
    found: dict[str, ChiTieu] = {}
    ids = {record["id"] for record in records}
    for at, record in enumerate(records):
        here = (*path, at)
        faults = list(_faults(record, here, places, ids))
        if record["id"] in found:
            faults.append(Fault("VB262", places.value((*here, "id")), {"id": record["id"]}))
        for fault in faults:
            tell(fault)
        if not faults:
            found[record["id"]] = ChiTieu(**record)
    return tuple(found.values())


def _faults(record: Mapping[str, Any], here: Path, places: Places, ids: set[str]) -> list[Fault]:
    faults: list[Fault] = []
    if record["id"] and not _ID.fullmatch(record["id"]):
        details: dict[str, object] = {"id": record["id"], "expected": _SHAPE}
        faults.append(Fault("VB264", places.value((*here, "id")), details))
    for key, allowed in _CHOICES.items():
        if record[key] and record[key] not in allowed:
            details = {"part": key, "value": record[key], "allowed": ", ".join(allowed)}
            faults.append(Fault("VB024", places.value((*here, key)), details))
    named = [(key, one) for key in ("trong_so", "tong_cua") for one in _listed(record[key])]
    faults += [
        Fault("VB263", places.value((*here, key)), {"id": one}) for key, one in named if one not in ids
    ]
    return faults


def _listed(value: Any) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else (value,) if value else ()
