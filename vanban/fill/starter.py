"""A first data file for a content template: every field with its label and an example, ready to render."""

from __future__ import annotations

import json
from collections.abc import Iterator
from textwrap import wrap

from vanban.document.model import Document
from vanban.errors import InputError
from vanban.fill.fields import MAU, Field
from vanban.fill.template import Template
from vanban.language import N_, _
from vanban.located import load_yaml

_WIDTH = 100
_HOW = N_("Thay các ví dụ bằng nội dung của cơ quan, rồi chạy: vanban render TỆP-NÀY")
_PARTS = N_("Các phần của văn bản; phần nào đã ghi trong vanban.yaml thì xóa ở đây được.")
_OPTIONAL = N_("(không bắt buộc)")
_COLUMNS = N_("Mỗi mục có: {columns}.")


def starter(template: Template) -> str:
    """Return a commented data file in YAML that renders as it is.

    The first line tells an editor the schema, ``schema/<name>.json`` beside the file
    (:func:`vanban.fill.template_schema`).
    """
    info = template.info
    lines = [
        f"# yaml-language-server: $schema=schema/{info.name}.json",
        *_comment(info.mo_ta or info.ten),
        *_comment(_(_HOW)),
        f"{MAU}: {info.name}",
        "",
        *_comment(_(_PARTS)),
    ]
    for name, raw in template.van_ban.items():
        part = Document.model_fields[name]
        lines += ["", *_comment(f"{part.title}: {part.description}"), *_lines(name, raw)]
    for field in template.fields:
        lines += [
            "",
            *_described(field),
            *_lines(field.name, _example(field), prose=field.kieu == "doan_van"),
        ]
    return "\n".join(lines) + "\n"


def _comment(text: str) -> list[str]:
    return [f"# {line}" for line in wrap(text, _WIDTH, break_long_words=False, break_on_hyphens=False)]


def _described(field: Field) -> list[str]:
    """The comment above a field: its label, what it is, and what each entry has."""
    said = " ".join(filter(None, [f"{field.nhan}:", field.mo_ta, "" if field.bat_buoc else _(_OPTIONAL)]))
    lines = _comment(said.removesuffix(":"))
    if isinstance(field.phan_tu, tuple) and field.phan_tu:
        columns = "; ".join(f"{inner.name} ({inner.nhan})" for inner in field.phan_tu)
        lines += _comment(_(_COLUMNS).format(columns=columns))
    return lines


def _example(field: Field) -> object:
    """The example of a field, or one made of the examples of what it consists of; "" without any."""
    if field.vi_du is not None:
        return field.vi_du
    if field.mac_dinh is not None:
        return field.mac_dinh
    if isinstance(field.phan_tu, Field):
        return [example] if (example := _example(field.phan_tu)) else ""
    if field.phan_tu:
        return [{inner.name: _example(inner) for inner in field.phan_tu}]
    return ""


def _lines(key: str, value: object, indent: str = "", *, prose: bool = False) -> list[str]:
    """One key with its value in YAML; the text of a ``doan_van`` as a block that may grow."""
    if isinstance(value, dict):
        return [f"{indent}{key}:", *_inner(value, f"{indent}  ")]
    if isinstance(value, list):
        return [f"{indent}{key}:", *(line for item in value for line in _entry(item, f"{indent}  "))]
    text = str(value)
    if text and (prose or "\n" in text) and not text.startswith(" "):
        return [f"{indent}{key}: |", *(f"{indent}  {line}".rstrip() for line in text.rstrip().split("\n"))]
    return [f"{indent}{key}: {_scalar(text)}".rstrip()]


def _inner(record: dict[str, object], indent: str) -> Iterator[str]:
    for key, value in record.items():
        yield from _lines(key, value, indent)


def _entry(item: object, indent: str) -> list[str]:
    if not isinstance(item, dict):
        return [f"{indent}- {_scalar(str(item))}"]
    first, *rest = _inner(item, f"{indent}  ")
    return [f"{indent}- {first.strip()}", *rest]


def _scalar(text: str) -> str:
    """A text, in quotes where it would not be read back without."""
    try:
        plain = load_yaml(f"x:\n- {text}\n") == {"x": [text]}
    except InputError:
        plain = False
    return text if plain or not text else json.dumps(text, ensure_ascii=False)
