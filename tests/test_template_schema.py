"""What describes a template to its users: the schema an editor reads, and the starter a clerk fills in."""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from tests.strategies import HOSTILE
from tests.test_fill import made, write_template
from tests.test_schema import DRAFT_07, nodes
from vanban.document import schema as document_schema
from vanban.fill import Template, load_template, read, starter, template_schema, templates
from vanban.located import load_yaml
from vanban.office import Office

SAMPLES = Path(__file__).parent.parent / "samples"
NAMES = [info.name for info in templates()]
KEYWORD = "# yaml-language-server: $schema="

FIELDS = """\
a: {kieu: chu, mo_ta: Lời., vi_du: một}
so_luong: {kieu: so, mac_dinh: 5, vi_du: "1.250"}
tien: {kieu: tien, bat_buoc: false}
han: {kieu: ngay}
gap: {kieu: co_khong, bat_buoc: false}
ds: {kieu: danh_sach, phan_tu: {kieu: chu, vi_du: Một}}
b: {kieu: bang, cot: {ten: {kieu: chu, vi_du: A}, n: {kieu: so, vi_du: 3, bat_buoc: false}}}
"""


def template_of(folder: Path, fields: str = FIELDS) -> Template:
    return made(folder, fields, "---\ntrich_yeu: Thử\n---\nx\n")


# A validator of the keywords that our schemas use ---------------------------------------------------

TYPES: dict[str, tuple[type, ...]] = {
    "string": (str,), "integer": (int,), "number": (int, float), "boolean": (bool,), "null": (type(None),),
    "array": (list,), "object": (dict,),
}  # fmt: skip


def is_a(value: object, name: str) -> bool:
    return isinstance(value, TYPES[name]) and (not isinstance(value, bool) or name == "boolean")


def complaints(value: Any, schema: dict[str, Any], whole: dict[str, Any], path: str = "") -> Iterator[str]:
    """What a validator of draft-07 would find; keywords that it does not know fail the test."""
    assert schema.keys() <= DRAFT_07
    if "$ref" in schema:
        yield from complaints(value, whole["definitions"][schema["$ref"].rpartition("/")[2]], whole, path)
        return
    for part in schema.get("allOf", []):
        yield from complaints(value, part, whole, path)
    for word in ("anyOf", "oneOf"):
        if word in schema and all(list(complaints(value, part, whole)) for part in schema[word]):
            yield f"{path}: {word}"
    types = schema.get("type", [])
    if types and not any(is_a(value, name) for name in ([types] if isinstance(types, str) else types)):
        yield f"{path}: {types}"
    if value != schema.get("const", value) or value not in schema.get("enum", [value]):
        yield f"{path}: {value}"
    if isinstance(value, str) and not re.search(schema.get("pattern", ""), value):
        yield f"{path}: {schema['pattern']}"
    if isinstance(value, list) and "items" in schema:
        for index, item in enumerate(value):
            yield from complaints(item, schema["items"], whole, f"{path}.{index}")
    if isinstance(value, dict):
        properties = schema.get("properties", {})
        yield from (f"{path}.{key}: missing" for key in schema.get("required", []) if key not in value)
        for key, item in value.items():
            if key in properties:
                yield from complaints(item, properties[key], whole, f"{path}.{key}")
            elif schema.get("additionalProperties") is False:
                yield f"{path}.{key}: unknown"


def as_editors_read(text: str) -> Any:
    """YAML with the types of its core schema: whole numbers, but no dates."""

    def texts(node: Any) -> Any:
        if isinstance(node, datetime.date):
            return node.isoformat()
        if isinstance(node, list):
            return [texts(item) for item in node]
        return {key: texts(item) for key, item in node.items()} if isinstance(node, dict) else node

    return texts(YAML(typ="safe", pure=True).load(text))


def found(data: object, template: Template) -> list[str]:
    whole = template_schema(template)
    return list(complaints(data, whole, whole))


# The schema -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", NAMES)
def test_every_schema_speaks_draft_07_with_titles_and_hints(name: str) -> None:
    whole = template_schema(load_template(name))
    assert whole["$schema"] == "http://json-schema.org/draft-07/schema#"
    for node in nodes(whole):
        assert node.keys() <= DRAFT_07
        for key, part in node.get("properties", {}).items():
            assert part.get("title"), key
            assert part.get("description"), key
    references = {node["$ref"].rpartition("/")[2] for node in nodes(whole) if "$ref" in node}
    assert references == whole["definitions"].keys()


@pytest.mark.parametrize("name", NAMES)
def test_samples_and_starters_satisfy_their_schemas(name: str) -> None:
    template = load_template(name)
    for text in (starter(template), (SAMPLES / f"{name}.yaml").read_text(encoding="utf-8")):
        assert found(as_editors_read(text), template) == []


@pytest.mark.parametrize("name", [*NAMES, "van-ban"])
def test_the_schemas_beside_the_samples_are_those_of_the_program(name: str) -> None:
    stored = json.loads((SAMPLES / "schema" / f"{name}.json").read_text(encoding="utf-8"))
    assert stored == (document_schema() if name == "van-ban" else template_schema(load_template(name)))


@pytest.mark.parametrize("path", [*SAMPLES.glob("*.yaml"), *SAMPLES.glob("*.md")], ids=lambda path: path.name)
def test_every_sample_names_a_schema_that_is_there(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    (line,) = (line for line in lines[:2] if line.startswith(KEYWORD))
    assert (path.parent / line.removeprefix(KEYWORD)).is_file()


def test_a_schema_tells_what_is_wrong_in_data(tmp_path: Path) -> None:
    template = template_of(tmp_path)
    good = {"mau": "thu", "a": "x", "han": "2026-03", "ds": ["x"], "b": [{"ten": "A", "n": 2}], "tien": None}
    assert found(good, template) == []
    assert found({**good, "so_luong": "1.250,5", "so": "05", "gap": True, "ds": "x"}, template) == []
    for wrong in (
        {"mau": "khác"}, {"aa": "x"}, {"a": ["x"]}, {"so_luong": "1,2,3"}, {"so_luong": 1.5}, {"han": "mai"},
        {"b": [{"n": 2}]}, {"b": [{"ten": "A", "x": 1}]}, {"noi_dung": "x"}, {"gap": "x"}, {"a": None},
    ):  # fmt: skip
        assert len(found({**good, **wrong}, template)) == 1, wrong
    assert len(found({"mau": "thu"}, template)) == 4


def test_fields_keep_their_labels_examples_and_defaults(tmp_path: Path) -> None:
    properties = template_schema(template_of(tmp_path))["properties"]
    assert properties["a"] == {
        "title": "Nhãn",
        "description": "Lời.",
        "type": ["string", "number"],
        "examples": ["một"],
    }
    assert properties["so_luong"]["default"] == 5
    assert properties["so_luong"]["examples"] == ["1.250"]


# The starter ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", NAMES)
def test_every_starter_renders_as_it_is(tmp_path: Path, name: str) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(starter(load_template(name)), encoding="utf-8")
    source = read(path, Office())
    assert source.document.noi_dung
    assert source.document.nguoi_ky
    assert source.notes == ()


@pytest.mark.parametrize("name", NAMES)
def test_a_starter_explains_every_field(name: str) -> None:
    template = load_template(name)
    lines = starter(template).splitlines()
    assert lines[0] == f"{KEYWORD}schema/{name}.json"
    assert max(len(line) for line in lines if line.startswith("#")) <= 102
    for field in template.fields:
        at = next(index for index, line in enumerate(lines) if line.startswith(f"{field.name}:"))
        above = lines[:at][::-1]
        comment = above[: above.index("")]
        assert comment[-1].startswith(f"# {field.nhan}"[:90])
        assert all(line.startswith("# ") for line in comment)


def test_a_starter_gives_examples_or_makes_them_of_those_inside(tmp_path: Path) -> None:
    data = load_yaml(starter(template_of(tmp_path)))
    assert data == {
        "mau": "thu", "a": "một", "so_luong": "1.250", "tien": "", "han": "", "gap": "", "ds": ["Một"],
        "b": [{"ten": "A", "n": "3"}],
    }  # fmt: skip


@pytest.mark.parametrize("example", [*HOSTILE, "hai\ndòng", "  lề\nhai", "ba\n\n  dòng", "2026", "05"])
def test_a_starter_writes_any_example_so_that_it_is_read_back(tmp_path: Path, example: str) -> None:
    quoted = json.dumps(example.rstrip("\n"), ensure_ascii=False)
    fields = f"""\
a: {{kieu: doan_van, vi_du: {quoted}}}
ds: {{kieu: danh_sach, phan_tu: {{kieu: chu}}, vi_du: [{quoted}, x]}}
b: {{kieu: bang, cot: {{t: {{kieu: doan_van}}, n: {{kieu: chu}}}}, vi_du: [{{t: {quoted}, n: {quoted}}}]}}
"""
    template = load_template("thu", write_template(tmp_path, fields, "---\nluu: VT\n---\nx\n"))
    data = load_yaml(starter(template))
    for field in template.fields:
        assert trimmed(data[field.name]) == trimmed(field.vi_du)


def trimmed(value: object) -> object:
    """A value whose texts have no white space at the end, which a block of YAML does not keep."""
    if isinstance(value, list):
        return [trimmed(item) for item in value]
    if isinstance(value, dict):
        return {key: trimmed(item) for key, item in value.items()}
    return str(value).rstrip()
