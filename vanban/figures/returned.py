"""A form that came back, as it was found: whose it is, and what stands in each entry, word for word."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path

from vanban.errors import Fault, Place, fail
from vanban.figures.form import Form, Mark
from vanban.sheets import Cell

_MARK = re.compile(r"VB:([^|\s]+)\|([^|\s]+)\|([^|\s]+)")


_READERS = {
    ".xlsx": ("workbook_back", "read_workbook"),
    ".xlsm": ("workbook_back", "read_workbook"),
    ".docx": ("word_back", "read_word"),
    ".pdf": ("pdf_back", "read_pdf"),
}
"""Who reads a kind of file; loaded only when one came back."""


@dataclass(frozen=True, slots=True)
class Said:
    """What stands in an entry: the cell of a sheet or a text; ``where`` it is (``Biểu số liệu!F11``)."""

    id: str
    value: Cell | str
    where: str = ""


@dataclass(frozen=True, slots=True)
class Returned:
    """A file that came back; ``mark`` is None where it does not say whose it is.

    ``said`` are the entries in which something stands, ``blanks`` says where those are in which nothing does,
    as far as that is known; ``faults`` is what could not be read or was passed over.
    """

    file: Path
    mark: Mark | None
    said: tuple[Said, ...] = ()
    faults: tuple[Fault, ...] = ()
    blanks: Mapping[str, str] = field(default_factory=dict)


def read_returned(path: Path, form: Form) -> Returned:
    """Read a form that came back; the file is not changed.

    Args:
        path: XLSX, DOCX or PDF, by its ending.
        form: what was asked.

    Raises:
        InputError: it cannot be read at all: VB268 for another kind of file, and what the readers say.
    """
    suffix = path.suffix.lower()
    if suffix not in _READERS:
        raise fail("VB268", Place(str(path)))
    module, name = _READERS[suffix]
    read: Callable[[Path, Form], Returned] = getattr(import_module(f"vanban.figures.{module}"), name)
    return read(path, form)


def mark_in(text: str) -> Mark | None:
    """The mark that a text holds."""
    found = _MARK.search(text)
    return Mark(*found.groups()) if found else None
