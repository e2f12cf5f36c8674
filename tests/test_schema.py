"""The JSON Schema: draft-07, in Vietnamese, and true of what the door lets in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from vanban.document import Document, schema
from vanban.document.json_schema import draft_07
from vanban.thethuc import KINDS

DRAFT_07 = {
    "$schema", "$ref", "title", "description", "default", "examples", "type", "enum", "const", "properties",
    "required", "additionalProperties", "items", "minItems", "minLength", "pattern", "minimum",
    "exclusiveMinimum", "anyOf", "allOf", "oneOf", "definitions",
}  # fmt: skip


def nodes(schema: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Every schema inside a schema."""
    yield schema
    inner = [*schema.get("properties", {}).values(), *schema.get("definitions", {}).values()]
    inner += [part for key in ("anyOf", "allOf", "oneOf") for part in schema.get(key, [])]
    inner += [schema["items"]] if "items" in schema else []
    for part in inner:
        yield from nodes(part)


def test_it_speaks_draft_07_alone() -> None:
    assert schema()["$schema"] == "http://json-schema.org/draft-07/schema#"
    for node in nodes(schema()):
        assert node.keys() <= DRAFT_07
        assert "$ref" not in node or len(node) == 1


def test_every_reference_has_its_definition() -> None:
    whole = schema()
    references = {node["$ref"] for node in nodes(whole) if "$ref" in node}
    assert references == {f"#/definitions/{name}" for name in whole["definitions"]}


def test_it_has_every_part_and_refuses_others() -> None:
    whole = schema()
    assert whole["properties"].keys() == Document.model_fields.keys()
    assert whole["additionalProperties"] is False
    assert whole["required"] == ["loai"]
    assert whole["properties"]["loai"]["enum"] == list(KINDS)


def test_every_part_has_a_title_and_a_hint() -> None:
    for node in nodes(schema()):
        for name, part in node.get("properties", {}).items():
            assert part.get("title"), name
            assert part.get("description"), name


def test_a_reference_with_neighbours_is_wrapped() -> None:
    assert draft_07({"$defs": {"A": {}}, "properties": {"a": {"$ref": "#/$defs/A", "title": "B"}}}) == {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "definitions": {"A": {}},
        "properties": {"a": {"allOf": [{"$ref": "#/definitions/A"}], "title": "B"}},
    }
