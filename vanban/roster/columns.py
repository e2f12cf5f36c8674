"""The header row of a sheet: which field of a template or part of a document each column holds."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import lru_cache
from itertools import islice
from typing import Literal, TypeAlias

from vanban.document.model import Document, NguoiKy
from vanban.errors import Fault, InputError, Place
from vanban.fill import Field, Template
from vanban.fill.fields import PARTS, Kieu
from vanban.located import Path
from vanban.roster.cells import text_of
from vanban.sheets import Line, Sheet
from vanban.tiengviet.unicode import without_diacritics

Meant: TypeAlias = Kieu | Literal["dong"]
"""What a column holds: a type of field, or lines that are entries of a list (``dong``)."""

_LISTS = ("co_quan_chu_quan", "co_quan", "kinh_gui", "can_cu", "noi_nhan", "dia_chi")
_TYPES: Mapping[str, Meant] = {
    "ngay": "ngay",
    "gui_cap_tren": "co_khong",
    "du_thao": "co_khong",
    **dict.fromkeys(_LISTS, "dong"),
}
_SIGNER, _AUTHORITY = "nguoi_ky", "quyen_han"
_COUNTS = ("stt", "tt", "so tt", "so thu tu")
"""Columns that only count the rows."""
_ASIDE = re.compile(r"[\s_.:*()\-–—/]+")
_HEAD_LINES = 30
"""A header stands this high, whatever titles are above it."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its place, counted from 0, the way to its value in the data, what it holds."""

    index: int
    path: Path
    meant: Meant


@dataclass(frozen=True, slots=True)
class Header:
    """The number of the header's line, its columns, and all words in it by their column."""

    line: int
    columns: tuple[Column, ...]
    words: Mapping[int, str]

    def named(self, words: str) -> int | None:
        """The column with these words; None where there is none."""
        wanted = plainly(words)
        return next((index for index, found in self.words.items() if plainly(found) == wanted), None)


Names: TypeAlias = Mapping[str, tuple[Path, Meant]]
"""Ways and meanings by the words of a header, as :func:`plainly` writes them."""


@lru_cache(maxsize=4096)
def plainly(words: str) -> str:
    """The words of a header as they are compared: no case, no diacritics, no signs around them."""
    return _ASIDE.sub(" ", without_diacritics(words).lower()).strip()


def names_of(fields: Iterable[Field]) -> dict[str, tuple[Path, Meant]]:
    """The names and labels of fields that one cell can hold."""
    names: dict[str, tuple[Path, Meant]] = {}
    for field in fields:
        if field.kieu == "bang" or (field.kieu == "danh_sach" and not isinstance(field.phan_tu, Field)):
            continue
        meant: Meant = "dong" if field.kieu == "danh_sach" else field.kieu
        names.setdefault(plainly(field.name), ((field.name,), meant))
        names.setdefault(plainly(field.nhan), ((field.name,), meant))
    return names


def names_of_template(template: Template) -> Names:
    """The names of a template's fields, and then those of the parts of a document."""
    names = names_of(template.fields)
    for part in PARTS:
        title = Document.model_fields[part].title or part
        if part == _SIGNER:
            for inner, about in NguoiKy.model_fields.items():
                meant: Meant = "dong" if inner == _AUTHORITY else "chu"
                label = about.title or inner
                for words in (f"{part} {inner}", f"{title} {label}", f"{label} {title}"):
                    names.setdefault(plainly(words), ((part, inner), meant))
            continue
        for words in (part, title):
            names.setdefault(plainly(words), ((part,), _TYPES.get(part, "chu")))
    return names


def find_header(sheet: Sheet, names: Names, known: Collection[str] | None = ()) -> Header:
    """Find the line with most of the names, among the first ones.

    Args:
        sheet: where to look.
        names: what columns may be named after.
        known: words that may stand there besides, such as those of a column that links sheets; None for any.

    Raises:
        InputError: VB185 there is no such line; VB186 a column has another name; VB187 two have the same.
    """
    lines = list(islice(sheet.lines(), _HEAD_LINES))
    best = max(lines, key=lambda line: _known(line, names), default=None)
    if best is None or not _known(best, names):
        raise InputError(Fault("VB185", Place(sheet.file, part=sheet.name or None)))
    words = {index: text_of(cell) for index, cell in enumerate(best.cells) if cell.value is not None}
    allowed = {*map(plainly, words.values() if known is None else known), *_COUNTS}
    columns: list[Column] = []
    faults: list[Fault] = []
    taken: dict[Path, int] = {}
    for index, text in words.items():
        place = Place(sheet.file, cell=sheet.cell(best.number, index))
        found = names.get(plainly(text))
        if found is None:
            if plainly(text) not in allowed:
                faults.append(Fault("VB186", place, {"found": text, "allowed": _near(text, names)}))
        elif found[0] in taken:
            first = sheet.cell(best.number, taken[found[0]])
            faults.append(Fault("VB187", place, {"found": text, "first": first}))
        else:
            taken[found[0]] = index
            columns.append(Column(index, *found))
    if faults:
        raise InputError(faults)
    return Header(best.number, tuple(columns), words)


def _known(line: Line, names: Names) -> int:
    return sum(plainly(text_of(cell)) in names for cell in line.cells if cell.value is not None)


def _near(text: str, names: Names) -> str:
    """The names that come nearest, all where none does, without their doubles."""
    ways: Sequence[str] = get_close_matches(plainly(text), names, 3) or list(names)
    return ", ".join(dict.fromkeys(".".join(map(str, names[way][0])) for way in ways))
