"""JSON Schema (draft-07) of the data of a content template: completion and hints while a clerk types."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pydantic import TypeAdapter

from vanban.document import schema as document_schema
from vanban.document.values import Answer, Data, Date
from vanban.fill.fields import MAU, PARTS, Field, Kieu
from vanban.fill.template import Template
from vanban.fill.values import EXPECTED

_NUMBER: Data = {"type": ["integer", "string"], "pattern": r"^-?\d{1,3}(\.\d{3})*(,\d+)?$|^-?\d+(,\d+)?$"}
_TYPES: dict[Kieu, Data] = {
    "chu": {"type": ["string", "number"]},
    "doan_van": {"type": "string"},
    "so": _NUMBER,
    "tien": {"type": ["integer", "string"], "pattern": r"^\d[\d.]*( *(đồng|đ|VNĐ))?$"},
    "ngay": TypeAdapter(Date).json_schema(),
    "co_khong": TypeAdapter(Answer).json_schema(),
    "danh_sach": {"type": "array"},
    "bang": {"type": "array"},
    "so_lieu": {"type": ["string", "object"]},
}


def template_schema(template: Template) -> Data:
    """Return the schema of a data file: the parts of a document, and the fields of the template.

    The fields without a default are required; of the parts none is: an office's ``vanban.yaml`` may give it.
    """
    whole = document_schema()
    name = template.info.name
    return {
        "$schema": whole["$schema"],
        "title": template.info.ten,
        "description": template.info.mo_ta,
        "type": "object",
        "properties": {
            MAU: {"title": "Mẫu", "description": "Mẫu nội dung của văn bản này.", "const": name},
            **{part: whole["properties"][part] for part in PARTS},
            **_properties(template.fields),
        },
        "required": [MAU, *(field.name for field in template.fields if field.needed)],
        "additionalProperties": False,
        "definitions": _definitions(whole),
    }


def _definitions(whole: Data) -> Data:
    """The definitions that the parts refer to, one through another."""
    wanted = [reference for part in PARTS for reference in _references(whole["properties"][part])]
    found: Data = {}
    while wanted:
        name = wanted.pop()
        if name not in found:
            found[name] = whole["definitions"][name]
            wanted += _references(found[name])
    return found


def _references(node: object) -> Iterator[str]:
    """The names of the definitions that a schema refers to."""
    if isinstance(node, dict):
        if isinstance(reference := node.get("$ref"), str):
            yield reference.removeprefix("#/definitions/")
        node = list(node.values())
    for inner in node if isinstance(node, list) else ():
        yield from _references(inner)


def _properties(fields: tuple[Field, ...]) -> Data:
    return {field.name: _field(field) for field in fields}


def _field(field: Field) -> Data:
    """One field with its label; one that may be left empty is null then."""
    out: Data = {
        "title": field.nhan,
        "description": field.mo_ta or f"Ghi {EXPECTED[field.kieu]}.",
        **_type(field),
    }
    if not field.needed:
        types = out["type"] if isinstance(out["type"], list) else [out["type"]]
        out["type"] = [*types, "null"]
    if field.mac_dinh is not None:
        out["default"] = _natural(field, field.mac_dinh)
    if field.vi_du is not None:
        out["examples"] = [_natural(field, field.vi_du)]
    return out


def _type(field: Field) -> Data:
    out = dict(_TYPES[field.kieu])
    if isinstance(field.phan_tu, Field):
        return {"type": ["array", "string"], "items": _type(field.phan_tu)}
    if field.phan_tu:
        out["items"] = {
            "type": "object",
            "properties": _properties(field.phan_tu),
            "required": [inner.name for inner in field.phan_tu if inner.needed],
            "additionalProperties": False,
        }
    return out


def _natural(field: Field, raw: Any) -> object:
    """A raw value as an editor would write it: whole numbers are no texts."""
    if isinstance(raw, list):
        return [_natural(field, item) for item in raw]
    if isinstance(raw, dict):
        if field.kieu == "so_lieu":
            return raw
        inner = {column.name: column for column in field.phan_tu} if isinstance(field.phan_tu, tuple) else {}
        return {key: _natural(inner[key], item) for key, item in raw.items()}
    return int(raw) if field.kieu in ("so", "tien") and raw.isdigit() else raw
