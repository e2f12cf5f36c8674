"""JSON Schema (draft-07) of a document's data, which gives completion and hints in an editor."""

from __future__ import annotations

from typing import Any

from vanban.document.data_blocks import BodyData
from vanban.document.model import Document
from vanban.document.values import Data

DRAFT = "http://json-schema.org/draft-07/schema#"


def schema() -> Data:
    """Return the schema of the parts of a document, in front matter, YAML or JSON, with Vietnamese titles.

    Only ``loai`` is required: an office's ``vanban.yaml`` may give every other part.
    """
    whole = Document.model_json_schema()
    body = BodyData.model_json_schema()
    return draft_07(
        {
            "title": "Văn bản hành chính",
            "description": "Các phần của một văn bản theo Nghị định 30/2020/NĐ-CP.",
            "type": "object",
            "properties": {**whole["properties"], **body["properties"]},
            "required": ["loai"],
            "additionalProperties": False,
            "$defs": {**whole["$defs"], **body["$defs"]},
        }
    )


def draft_07(schema: Data) -> Data:
    """Turn a schema of draft 2020-12, as pydantic writes it, into draft-07.

    Definitions move to ``definitions``; a reference beside other keys, which draft-07 would ignore, goes into
    ``allOf``; OpenAPI's discriminator and defaults that are empty are dropped.
    """
    return {"$schema": DRAFT, **_convert(schema)}


def _convert(node: Any) -> Any:
    if isinstance(node, list):
        return [_convert(item) for item in node]
    if isinstance(node, str):
        return node.replace("#/$defs/", "#/definitions/") if node.startswith("#/$defs/") else node
    if not isinstance(node, dict):
        return node
    out = {("definitions" if key == "$defs" else key): _convert(value) for key, value in node.items()}
    out.pop("discriminator", None)
    if out.get("default", "") in ("", [], None):
        out.pop("default", None)
    if "$ref" in out and len(out) > 1:
        out["allOf"] = [{"$ref": out.pop("$ref")}]
    return out
