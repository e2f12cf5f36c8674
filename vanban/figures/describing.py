"""A file that describes a form, or the data of a plan with its targets → a form; a list of units."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from vanban.document.source import load_data
from vanban.errors import Fault, InputError, Place, in_order
from vanban.figures.form import Form, Grid, School
from vanban.files import read_text, slug
from vanban.fill import Field
from vanban.fill.fields import MAU, read_fields
from vanban.fill.targets import targets_of
from vanban.fill.values import Values
from vanban.located import Located, Places, unknown_key
from vanban.roster import read_list, shared
from vanban.so_lieu import Ky

_FORM: Mapping[str, Mapping[str, object]] = {
    "bieu_mau": {"kieu": "chu", "nhan": "Mã biểu"},
    "ten": {"kieu": "chu", "nhan": "Tên biểu"},
    "ky": {"kieu": "chu", "nhan": "Mã kỳ báo cáo"},
    "ten_ky": {"kieu": "chu", "nhan": "Kỳ báo cáo"},
    "ky_truoc": {"kieu": "chu", "nhan": "Mã kỳ trước", "bat_buoc": "false"},
    "han_nop": {"kieu": "ngay", "nhan": "Hạn gửi", "bat_buoc": "false"},
    "kinh_gui": {"kieu": "chu", "nhan": "Nơi nhận báo cáo"},
    "huong_dan": {"kieu": "chu", "nhan": "Hướng dẫn", "bat_buoc": "false"},
    "ke_hoach": {"kieu": "chu", "nhan": "Tệp kế hoạch", "bat_buoc": "false"},
    "chi_tieu": {"kieu": "bang", "nhan": "Chỉ tiêu", "cot": "chi_tieu", "bat_buoc": "false"},
    "bang": {
        "kieu": "danh_sach", "nhan": "Bảng", "bat_buoc": "false",
        "phan_tu": {
            "id": {"kieu": "chu", "nhan": "Mã bảng"},
            "ten": {"kieu": "chu", "nhan": "Tên bảng"},
            "cot": {"kieu": "bang", "nhan": "Cột", "cot": "chi_tieu"},
            "hang": {"kieu": "danh_sach", "nhan": "Hàng", "bat_buoc": "false", "phan_tu": {"kieu": "chu"}},
            "so_hang": {"kieu": "so", "nhan": "Số hàng trống", "bat_buoc": "false"},
        },
    },
}  # fmt: skip
"""What a description of a form holds."""

_SCHOOL: Mapping[str, Mapping[str, object]] = {
    "ma": {"kieu": "chu", "nhan": "Mã đơn vị"},
    "ten": {"kieu": "chu", "nhan": "Tên đơn vị"},
    "co_quan_chu_quan": {"kieu": "chu", "nhan": "Cơ quan chủ quản", "bat_buoc": "false"},
    "ky_hieu": {"kieu": "chu", "nhan": "Ký hiệu", "bat_buoc": "false"},
    "dia_danh": {"kieu": "chu", "nhan": "Địa danh", "bat_buoc": "false"},
    "chuc_vu": {"kieu": "chu", "nhan": "Chức vụ", "mac_dinh": "HIỆU TRƯỞNG"},
    "ho_ten": {"kieu": "chu", "nhan": "Họ và tên", "bat_buoc": "false"},
}
"""The columns of a list of units."""

_CODE = re.compile(r"[A-Za-z0-9][\w.-]{0,39}")
_MOST_ROWS = 200
"""Free rows that a form offers."""


@lru_cache(maxsize=2)
def _fields(of: str) -> tuple[Field, ...]:
    raw = {"form": _FORM, "school": _SCHOOL}[of]

    def never(fault: Fault) -> None:
        raise ValueError(str(fault))

    return read_fields(raw, (of, "cot"), Places(), never)


def read_form(path: Path, sets: Sequence[str] = ()) -> Form:
    """Read what a form asks.

    Args:
        path: a description (``bieu_mau: …``), or the data of a plan (``mau: …``) with ``chi_tieu``: then its
            year, deadline and office name the form, unless ``sets`` do.
        sets: values over those of the file, written ``name=value``.

    Raises:
        InputError: every fault of the file, with line and column; VB267 it asks nothing.
    """
    data, _notes = load_data(read_text(path), file=str(path))
    given, fields = shared(None, sets), _fields("form")
    about = given.over(_from_plan(path, data) if MAU in data else data)
    values = Values(data.places)
    names = [field.name for field in fields]
    values.faults += [unknown_key((key,), names, data.places) for key in about if key not in names]
    record = values.record(fields, about)
    if record["ke_hoach"]:
        plan = path.parent / str(record["ke_hoach"])
        record["chi_tieu"] = _targets_of_plan(plan, record["chi_tieu"], values)
    return _form(path, record, values)


def _from_plan(path: Path, data: Located) -> Located:
    """What the data of a plan tell of the form that belongs to it."""
    year = str(data.get("nam", ""))
    about = {
        "bieu_mau": slug(path.stem),
        "ten": f"thực hiện Kế hoạch năm {year}",
        "ky": year,
        "ten_ky": f"năm {year}",
        "han_nop": data.get("han_bao_cao"),
        "kinh_gui": data.get("ten_co_quan"),
        "chi_tieu": data.get("chi_tieu"),
    }
    return Located({key: value for key, value in about.items() if value}, data.places)


def _targets_of_plan(plan: Path, own: Any, values: Values) -> tuple[Any, ...]:
    """The records of the targets of a plan, and then those that the form has besides."""
    data, _notes = load_data(read_text(plan), file=str(plan))
    inner = Values(data.places)
    field = next(field for field in _fields("form") if field.name == "chi_tieu")
    records: Any = inner.value(field, data.get("chi_tieu") or (), ("chi_tieu",))
    values.faults += inner.faults
    return (*records, *own)


def _form(path: Path, record: Mapping[str, Any], values: Values) -> Form:
    faults, places = values.faults, values.places
    targets = targets_of(record["chi_tieu"], ("chi_tieu",), places, faults.append)
    grids = tuple(
        Grid(
            one["id"],
            one["ten"],
            targets_of(one["cot"], ("bang", at, "cot"), places, faults.append),
            one["hang"],
            min(int(one["so_hang"] or 0), _MOST_ROWS),
        )
        for at, one in enumerate(record["bang"])
    )
    if not faults and not targets and not grids:
        faults.append(Fault("VB267", Place(str(path))))
    if faults:
        raise InputError(in_order(faults))
    ky = Ky(record["ky"], record["ten_ky"], record["ky_truoc"], record["han_nop"])
    return Form(
        record["bieu_mau"], record["ten"], ky, record["kinh_gui"], targets, grids, record["huong_dan"]
    )


def read_schools(path: Path) -> tuple[School, ...]:
    """Read a list of units.

    Args:
        path: an XLSX or CSV file with columns ``Mã đơn vị``, ``Tên đơn vị`` and what heads their papers.

    Raises:
        InputError: every cell that is missing or wrong; VB262 a code twice, VB264 one of the wrong shape.
    """
    faults: list[Fault] = []
    schools: dict[str, School] = {}
    for listed in read_list(path, _fields("school")):
        school = School(**listed.values)  # type: ignore[arg-type]
        place = listed.places.value(("ma",))
        if not _CODE.fullmatch(school.ma):
            faults.append(Fault("VB264", place, {"id": school.ma, "expected": "TH-BINH-MINH"}))
        elif school.ma in schools:
            faults.append(Fault("VB262", place, {"id": school.ma}))
        schools[school.ma] = school
    if faults:
        raise InputError(faults)
    return tuple(schools.values())
