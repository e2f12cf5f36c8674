"""The day on which a file was last saved, as the file itself says."""

from __future__ import annotations

import re
import zipfile
from datetime import date, datetime
from pathlib import Path

from vanban.errors import Place
from vanban.pdf.opening import opened

BLANK_DAY = "2020-01-01T00:00:00Z"
"""What a form says before anyone has saved it."""

_MODIFIED = re.compile(rb"<dcterms:modified[^>]*>(\d{4}-\d\d-\d\d)")
_PDF_MODIFIED = re.compile(r"D:(\d{4})(\d\d)(\d\d)")
_MOST_BYTES = 100_000


def saved_on(path: Path) -> date:
    """The day that an XLSX, DOCX or PDF gives as that of its last change; that of the file where it has none.

    A form that nobody has saved since it was made tells nothing by itself.

    Raises:
        InputError: a PDF that cannot be read.
    """
    try:
        told = _of_pdf(path) if path.suffix.lower() == ".pdf" else _of_zip(path)
        day = date.fromisoformat(told)
        if told > BLANK_DAY[:10]:
            return day
    except (zipfile.BadZipFile, KeyError, ValueError, NotImplementedError, RuntimeError):
        pass
    return datetime.fromtimestamp(path.stat().st_mtime).astimezone().date()


def _of_zip(path: Path) -> str:
    with zipfile.ZipFile(path) as archive, archive.open("docProps/core.xml") as member:
        found = _MODIFIED.search(member.read(_MOST_BYTES))
    return found[1].decode() if found else ""


def _of_pdf(path: Path) -> str:
    with opened(path.read_bytes(), Place(str(path))) as reader:
        about = reader.metadata
        found = _PDF_MODIFIED.match(str(about.get("/ModDate", ""))) if about else None
    return "-".join(found.groups()) if found else ""
