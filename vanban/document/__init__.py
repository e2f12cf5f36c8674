"""The document: its model, the outline that people write, and the files it is kept in."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from vanban.document.inline import escape
from vanban.document.outline import Outline, parse_outline
from vanban.document.write import write_outline

if TYPE_CHECKING:
    from vanban.document.door import make_document
    from vanban.document.json_schema import schema
    from vanban.document.model import Document
    from vanban.document.source import Source, parse_source, read_source, write_source

__all__ = [
    "Document",
    "Outline",
    "Source",
    "escape",
    "make_document",
    "parse_outline",
    "parse_source",
    "read_source",
    "schema",
    "write_outline",
    "write_source",
]

_LATER = {
    "Document": "model",
    "Source": "source",
    "make_document": "door",
    "parse_source": "source",
    "read_source": "source",
    "schema": "json_schema",
    "write_source": "source",
}
"""What needs pydantic or YAML, which load when they are asked for; by the module that holds it."""


def __getattr__(name: str) -> object:
    if name not in _LATER:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_LATER[name]}"), name)
