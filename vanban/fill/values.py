"""Data → typed values: numbers, dates, lists and tables as the fields of a template describe them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import partial

from pydantic import TypeAdapter

from vanban.document.values import Answer, one_line
from vanban.errors import Fault
from vanban.fill.fields import Field, Kieu, target_fields
from vanban.fill.results import results_of
from vanban.language import N_, _
from vanban.located import Path, Places, unknown_key
from vanban.located.places import dotted
from vanban.tiengviet.dates import Ngay
from vanban.tiengviet.numbers import parse_so_vn
from vanban.tiengviet.unicode import clean

EXPECTED: dict[Kieu, str] = {
    "chu": N_("một dòng chữ"),
    "doan_van": N_("một hoặc nhiều đoạn văn"),
    "so": N_("một số, như 1250, 1.250 hoặc 98,5"),
    "tien": N_("một số tiền chẵn đồng, như 12.000.000"),
    "ngay": N_("một ngày, như 2026-03-16 hoặc 16/3/2026"),
    "co_khong": N_("có hoặc không"),
    "danh_sach": N_("một danh sách, mỗi dòng một mục «- …»"),
    "so_lieu": N_("tên tệp số liệu, như so-lieu.sqlite, hoặc các mục tep, ky, don_vi"),
    "bang": N_("các hàng của bảng, mỗi hàng bắt đầu bằng «- » và có các cột «tên: giá trị»"),
}
"""What a field needs, in the words of a clerk."""

_SHOWN = 60
"""So much of a wrong value is quoted."""
_DONG = re.compile(" *(?:đồng|đ|VNĐ)$", re.IGNORECASE)
_ANSWER = TypeAdapter(Answer)


class Prose(str):
    """The text of a ``doan_van``, which may bring blocks; ``origin`` counts such texts within one filling."""

    __slots__ = ("origin",)
    origin: int

    def __new__(cls, text: str, origin: int) -> Prose:
        """Keep the text as it is."""
        prose = super().__new__(cls, text)
        prose.origin = origin
        return prose


class Values:
    """Reads the data of one document; ``faults`` grow, and ``prose`` are the places of the outline texts."""

    def __init__(self, places: Places) -> None:
        self.places = places
        self.faults: list[Fault] = []
        self.prose: list[tuple[Path, Prose]] = []

    def record(
        self, fields: Sequence[Field], data: Mapping[str, object], path: Path = ()
    ) -> dict[str, object]:
        """The values of ``fields``, all of them: one that is not given has its default or an empty value.

        Args:
            fields: what to read.
            data: raw texts, lists and mappings; typed values of Python do as well.
            path: where ``data`` lie. VB140 tells what is missing there, VB141 what has the wrong type.
        """
        return {field.name: self._given(field, data, (*path, field.name)) for field in fields}

    def value(self, field: Field, raw: object, path: Path) -> object:
        """One value of the type of ``field``; its empty value, and a fault, where ``raw`` is none."""
        if field.kieu in ("danh_sach", "bang"):
            return self._several(field, raw, path)
        if field.kieu == "doan_van":
            return self._prose(field, raw, path)
        try:
            if field.kieu == "so_lieu":
                return self._figures(raw, path)
            return _READERS[field.kieu](raw)
        except (ValueError, TypeError):
            return self._wrong(field, raw, path)

    def _given(self, field: Field, data: Mapping[str, object], path: Path) -> object:
        raw = data.get(field.name)
        if not _is_empty(raw):
            return self.value(field, raw, path)
        if field.mac_dinh is not None:
            return self.value(field, field.mac_dinh, path)
        if field.bat_buoc:
            details: dict[str, object] = {"label": field.nhan, "part": path[-1]}
            details["expected"] = _(EXPECTED[field.kieu])
            place = self.places.key(path) if field.name in data else self.places.missing(path)
            self.faults.append(Fault("VB140", replace(place, part=dotted(path)), details))
        return _empty(field)

    def _several(self, field: Field, raw: object, path: Path) -> tuple[object, ...] | object:
        """The entries of a list or table; one text is a list of its lines, empty entries are dropped."""
        entries = raw.split("\n") if isinstance(raw, str) and isinstance(field.phan_tu, Field) else raw
        if not isinstance(entries, list | tuple):
            return self._wrong(field, raw, path)
        return tuple(
            self._entry(field, entry, (*path, index))
            for index, entry in enumerate(entries)
            if not _is_empty(entry)
        )

    def _entry(self, field: Field, raw: object, path: Path) -> object:
        if isinstance(field.phan_tu, Field):
            return self.value(field.phan_tu, raw, path)
        if not isinstance(raw, Mapping):
            return self._wrong(field, raw, path)
        names = [inner.name for inner in field.phan_tu]
        self.faults += [unknown_key((*path, key), names, self.places) for key in raw if key not in names]
        return self.record(field.phan_tu, raw, path)

    def _prose(self, field: Field, raw: object, path: Path) -> object:
        if not isinstance(raw, str):
            return self._wrong(field, raw, path)
        prose = Prose(clean(raw)[0].rstrip(), len(self.prose))
        self.prose.append((path, prose))
        return prose

    def _figures(self, raw: object, path: Path) -> object:
        found, faults = results_of(raw, path, self.places, partial(self.record, target_fields()))
        self.faults += faults
        return found

    def _wrong(self, field: Field, raw: object, path: Path) -> object:
        shown = "{…}" if isinstance(raw, Mapping) else "[…]" if isinstance(raw, list | tuple) else str(raw)
        if len(shown) > _SHOWN:
            shown = shown[:_SHOWN] + "…"
        details = {"label": field.nhan, "part": _name(path), "value": shown}
        self.faults.append(
            Fault("VB141", self.places.value(path), {**details, "expected": _(EXPECTED[field.kieu])})
        )
        return _empty(field)


def _name(path: Path) -> str:
    """The last name of a path: the field that an entry belongs to."""
    return next(str(step) for step in reversed(path) if isinstance(step, str))


def _is_empty(raw: object) -> bool:
    """Whether nothing is given: no text, or a list of nothing."""
    if isinstance(raw, str):
        return not raw.strip()
    return (
        raw is None or raw == {} or (isinstance(raw, list | tuple) and all(_is_empty(item) for item in raw))
    )


def _empty(field: Field) -> object:
    """What an optional field is without a value; a number or date that is not known is None, not 0."""
    match field.kieu:
        case "chu":
            return ""
        case "doan_van":
            return Prose("", -1)
        case "co_khong":
            return False
        case "danh_sach" | "bang":
            return ()
    return None


def _chu(raw: object) -> str:
    if isinstance(raw, bool) or not isinstance(raw, str | int):
        raise TypeError(raw)
    return one_line(str(raw))


def _so(raw: object) -> Decimal:
    if isinstance(raw, str):
        return parse_so_vn(raw)
    if isinstance(raw, bool) or not isinstance(raw, int | float | Decimal):
        raise TypeError(raw)
    number = Decimal(str(raw))
    if not number.is_finite():
        raise ValueError(raw)
    return number


def _tien(raw: object) -> Decimal:
    amount = _so(_DONG.sub("", raw) if isinstance(raw, str) else raw)
    if amount != amount.to_integral_value():
        raise ValueError(raw)
    return amount


def _ngay(raw: object) -> Ngay:
    if isinstance(raw, Ngay):
        return raw
    return Ngay(raw.year, raw.month, raw.day) if isinstance(raw, date) else Ngay.parse(_chu(raw))


_READERS: dict[Kieu, Callable[[object], object]] = {
    "chu": _chu,
    "so": _so,
    "tien": _tien,
    "ngay": _ngay,
    "co_khong": _ANSWER.validate_python,
}
