"""A form that came back, as it was found: whose it is, and what stands in each entry, word for word."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from vanban.errors import Fault, Place, fail
from vanban.figures.form import Form, Mark
from vanban.sheets import Cell

_MARK = re.compile(r"VB:([^|\s]+)\|([^|\s]+)\|([^|\s]+)")


@dataclass(frozen=True, slots=True)
class Said:
    """What stands in an entry: the cell of a sheet or a text; ``where`` it is (``Biểu số liệu!F11``)."""

    id: str
    value: Cell | str
    where: str = ""


@dataclass(frozen=True, slots=True)
class Returned:
    """A file that came back; ``mark`` is None where it does not say whose it is.

    ``said`` are the entries in which something stands; ``faults`` what could not be read or was passed over.
    """

    file: Path
    mark: Mark | None
    said: tuple[Said, ...] = ()
    faults: tuple[Fault, ...] = ()


def read_returned(path: Path, form: Form) -> Returned:
    """Read a form that came back; the file is not changed.

    Args:
        path: XLSX, DOCX or PDF, by its ending.
        form: what was asked.

    Raises:
        InputError: it cannot be read at all: VB268 for another kind of file, and what the readers say.
    """
    match path.suffix.lower():
        case ".xlsx" | ".xlsm":
            from vanban.figures.workbook_back import read_workbook as read
        case ".docx":
            from vanban.figures.word_back import read_word as read
        case ".pdf":
            from vanban.figures.pdf_back import read_pdf as read
        case _:
            raise fail("VB268", Place(str(path)))
    return read(path, form)


def mark_in(text: str) -> Mark | None:
    """The mark that a text holds."""
    found = _MARK.search(text)
    return Mark(*found.groups()) if found else None
