"""The types of a document's parts: raw text becomes lines, dates and answers."""

from __future__ import annotations

import re
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, PlainSerializer, WithJsonSchema
from pydantic_core import PydanticCustomError

from vanban.thethuc import KINDS
from vanban.tiengviet.answers import ANSWERS
from vanban.tiengviet.dates import Ngay
from vanban.tiengviet.unicode import clean

_SPACES = re.compile("[ \n]+")
_ENTRY_END = re.compile(r"(?<![.…])(?<!v\.v) *[;.]$| *;$")


def one_line(text: str) -> str:
    """Return the text clean, on one line, with single spaces."""
    text = clean(text)[0]
    if "\n" in text or "  " in text:
        text = _SPACES.sub(" ", text)
    return text.strip(" ")


def bare_entry(text: str) -> str:
    """An entry without the dash before it and the ``;`` or ``.`` behind it, which the form adds."""
    while (bare := _ENTRY_END.sub("", text.removeprefix("- ")).strip(" ")) != text:
        text = bare
    return text


def _filled(items: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(item for item in items if item)


def _several(value: object) -> object:
    """One text is a list of its lines."""
    return value.split("\n") if isinstance(value, str) else value


def _day(value: object) -> object:
    if not isinstance(value, str):
        return value
    try:
        return Ngay.parse(value)
    except ValueError:
        raise PydanticCustomError("VB023", "not a date", {"value": value}) from None


def _answer(value: object) -> object:
    if not isinstance(value, str):
        return value
    try:
        return (ANSWERS | {"": False})[value.strip().lower()]
    except KeyError:
        raise PydanticCustomError("VB024", "no answer", {"value": value, "allowed": "true, false"}) from None


def _kind(value: str) -> str:
    if value not in KINDS:
        raise PydanticCustomError("VB024", "no kind", {"value": value, "allowed": ", ".join(KINDS)})
    return value


def none_if_empty(value: object) -> object:
    """An empty text means that the part is not given."""
    return None if value == "" else value


Text = Annotated[str, AfterValidator(one_line)]
"""A text on one line."""

Figures = Annotated[Text, WithJsonSchema({"type": ["string", "number"]})]
"""A text that may be figures only, and stays as it was written: ``05``."""

Lines = Annotated[
    tuple[Text, ...],
    BeforeValidator(_several, json_schema_input_type=str | list[str]),
    AfterValidator(_filled),
]
"""One text, or a list of texts."""

Entry = Annotated[Text, AfterValidator(bare_entry)]
"""A text behind which the form writes ``;`` or ``.``."""

Entries = Annotated[
    tuple[Entry, ...],
    BeforeValidator(_several, json_schema_input_type=str | list[str]),
    AfterValidator(_filled),
]
"""A list whose ``;`` and ``.`` the form writes."""

Date = Annotated[
    Ngay,
    BeforeValidator(_day),
    PlainSerializer(str),
    WithJsonSchema(
        {
            "type": ["string", "integer"],
            "pattern": r"^(\d{4}(-\d{1,2}(-\d{1,2})?)?|(\d{1,2}/)?\d{1,2}/\d{4})$",
        }
    ),
]
"""A date whose day, or day and month, may be left for the pen."""

Answer = Annotated[bool, BeforeValidator(_answer, json_schema_input_type=bool)]
"""Yes or no: ``true``, ``false``, ``có``, ``không``."""

KindOrNone = Annotated[
    Text, AfterValidator(lambda value: value and _kind(value)), WithJsonSchema({"type": "string"})
]
"""One of the 29 kinds, or an empty text."""

KindId = Annotated[str, AfterValidator(_kind), WithJsonSchema({"type": "string", "enum": list(KINDS)})]
"""One of the 29 kinds (Điều 7)."""

Data = dict[str, Any]
