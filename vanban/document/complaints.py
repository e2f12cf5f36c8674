"""What pydantic complains of, said as faults in Vietnamese, with their place and remedy."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any, get_args

from pydantic import BaseModel

from vanban.document.blocks import Level
from vanban.document.data_blocks import ColumnData, FigureData, ParaData, PhuLucData, TableData
from vanban.document.model import Document, NguoiKy
from vanban.errors import Fault
from vanban.language import N_, _
from vanban.located import Path, Places, unknown_key
from vanban.located.places import dotted

_QUOTED = re.compile("'([^']*)'")
_SHAPES = {
    "string_type": N_("một dòng chữ"),
    "tuple_type": N_("một danh sách, mỗi dòng một mục «- …»"),
    "dict_type": N_("các mục con «tên: giá trị»"),
    "model_type": N_("các mục con «tên: giá trị»"),
    "model_attributes_type": N_("các mục con «tên: giá trị»"),
    "string_too_short": N_("có nội dung"),
    "bool_type": "true, false",
    "blocks": N_("dàn ý, hoặc danh sách các khối"),
    "other": N_("một giá trị khác"),
}
"""What a part should have been, by the kind of pydantic's complaint."""
_NUMBERS = {
    "int_parsing": N_("một số nguyên"),
    "int_type": N_("một số nguyên"),
    "int_from_float": N_("một số nguyên"),
    "float_parsing": N_("một số"),
    "float_type": N_("một số"),
    "greater_than": N_("một số lớn hơn {gt:g}"),
    "greater_than_equal": N_("một số từ {ge:g} trở lên"),
}

_MODELS: dict[str | int, type[BaseModel]] = {
    "nguoi_ky": NguoiKy,
    "phu_luc": PhuLucData,
    "columns": ColumnData,
    "bang": TableData,
    "hinh": FigureData,
    **dict.fromkeys(get_args(Level), ParaData),
}
"""The model of what lies under a step of pydantic's path: a part, or the ``loai`` of a block."""


def translated(complaint: Any, data: Mapping[str, object], places: Places) -> Fault:
    """Say one of pydantic's complaints about ``data`` as a fault."""
    path, kind, context = _path_in(data, complaint["loc"]), complaint["type"], complaint.get("ctx", {})
    model = next((_MODELS[step] for step in reversed(complaint["loc"][:-1]) if step in _MODELS), Document)
    part = dotted(path)
    details: dict[str, object] = {"part": part, "value": complaint["input"]}
    place = places.value(path)
    if kind == "extra_forbidden":
        return unknown_key(path, list(model.model_fields), places)
    if kind in ("missing", "too_short"):
        field = model.model_fields.get(str(path[-1]))
        label = (field and field.title) or part
        return Fault("VB022", places.key(path), {"part": part, "label": label})
    if kind == "union_tag_not_found":
        return Fault("VB022", place, {"part": f"{part}.loai", "label": "loai"})
    if kind in ("literal_error", "union_tag_invalid"):
        choices = _QUOTED.findall(context.get("expected") or context["expected_tags"])
        details["value"] = context.get("tag", complaint["input"])
        return Fault("VB024", place, {**details, "allowed": ", ".join(filter(None, choices))})
    if kind in _NUMBERS:
        return Fault("VB123", place, {**details, "expected": _(_NUMBERS[kind]).format(**context)})
    if kind.startswith("VB"):
        shape = _SHAPES["blocks"]
        return Fault(kind, place, {**details, "expected": _(shape), **context})
    return Fault("VB025", place, {**details, "expected": _(_SHAPES.get(kind, _SHAPES["other"]))})


def _path_in(data: object, loc: Sequence[str | int]) -> Path:
    """Pydantic's path without the steps that the data do not have: choices of a union, a list of one."""
    path: list[str | int] = []
    for number, step in enumerate(loc, 1):
        if isinstance(data, Mapping) and (step in data or (number == len(loc) and isinstance(step, str))):
            path.append(step)
            data = data.get(step)
        elif isinstance(data, list | tuple) and isinstance(step, int) and step < len(data):
            path.append(step)
            data = data[step]
    return tuple(path)
