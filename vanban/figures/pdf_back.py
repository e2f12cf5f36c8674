"""A fillable PDF that came back → what stands in its fields; what was printed or flattened is not guessed."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from pypdf import PageObject, PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, PdfObject, StreamObject

from vanban.errors import Fault, InputError, Place
from vanban.figures.form import Form, Mark
from vanban.figures.pdf_form import MARK_FIELD, MARK_NAME, field_name
from vanban.figures.returned import Returned, Said, mark_in
from vanban.files import read_bytes
from vanban.pdf.opening import draw_pages, opened
from vanban.tiengviet.unicode import clean

_MOST_FIELDS = 20_000
"""Of a page; no form has as many, and a hostile one stops here."""
_DEEPEST = 8
"""Levels of a field's name."""


def read_pdf(path: Path, form: Form) -> Returned:
    """Read the fields of a PDF form by their names; nothing in the file ever runs.

    Args:
        path: the file.
        form: what was asked.

    Returns:
        What stands in the fields; VB281 among the faults where the file has none of them any more, because it
        was printed, scanned or flattened; the mark is then sought in its text.

    Raises:
        InputError: VB010, VB011, VB013, VB190 to VB192, VB194 it cannot be read.
    """
    data, place = read_bytes(path), Place(str(path))
    with opened(data, place) as reader:
        fields = [
            (name, text, number)
            for number, page in enumerate(reader.pages, start=1)
            for name, text in _fields(page)
        ]
        mark = _described(reader)
    items = {field_name(item): item for item in form.items.values()}
    said: dict[str, Said] = {}
    faults: list[Fault] = []
    for name, text, page in fields:
        item = items.get(name)
        if item is None or not text:
            mark = mark or (mark_in(text) if name == MARK_FIELD else None)
            continue
        where = f"trang {page}, ô «{item.ten}»"
        before = said.get(item.id)
        if before is None:
            said[item.id] = Said(item.id, text, where)
        elif before.value != text:
            details: dict[str, object] = {"item": item.ten, "first": before.where}
            faults.append(Fault("VB270", Place(str(path), cell=where), details))
    if not items.keys() & {name for name, _text, _page in fields}:
        faults.append(Fault("VB281", place))
        mark = mark or _printed(data)
    return Returned(path, mark, tuple(said.values()), tuple(faults))


def _fields(page: PageObject) -> Iterator[tuple[str, str]]:
    """The fields on a page: full name and text."""
    annotations = page.get("/Annots")
    listed = annotations.get_object() if annotations is not None else None
    for one in islice(listed if isinstance(listed, ArrayObject) else (), _MOST_FIELDS):
        widget = one.get_object()
        if isinstance(widget, DictionaryObject) and widget.get("/Subtype") == "/Widget":
            levels = list(_levels(widget))
            names = (str(level["/T"]) for level in reversed(levels) if "/T" in level)
            values = (level["/V"] for level in levels if "/V" in level)
            yield ".".join(names), _text(next(values, None))


def _levels(field: DictionaryObject) -> Iterator[DictionaryObject]:
    """A field and those above it."""
    above: PdfObject | None = field
    for _level in range(_DEEPEST):
        if not isinstance(above, DictionaryObject):
            return
        yield above
        above = above["/Parent"].get_object() if "/Parent" in above else None


def _text(value: object) -> str:
    """What a field holds, on one line; choices and buttons that are off hold nothing."""
    if isinstance(value, ArrayObject):
        value = value[0] if len(value) == 1 else None
    if isinstance(value, StreamObject):
        return " ".join(clean(value.get_data().decode("utf-8", "replace"))[0].split())
    if not isinstance(value, str) or isinstance(value, NameObject):
        return ""
    return " ".join(clean(value)[0].split())


def _described(reader: PdfReader) -> Mark | None:
    """The mark among the properties of the file."""
    about = reader.metadata
    if about is None:
        return None
    found = (mark_in(str(about.get(name, ""))) for name in (MARK_NAME, "/Keywords"))
    return next(filter(None, found), None)


def _printed(data: bytes) -> Mark | None:
    """The mark in the text of the pages; None where they are pictures."""
    try:
        pages = draw_pages(data)
    except InputError:
        return None
    lines: dict[tuple[int, float], str] = {}
    for page in pages:
        for letter in page.letters:
            key = page.number, round(letter.base)
            lines[key] = lines.get(key, "") + letter.text
    return next(filter(None, map(mark_in, lines.values())), None)
