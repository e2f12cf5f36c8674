"""Any file that holds a document: a source text, data, or a paper of any office."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from vanban.errors import Fault

if TYPE_CHECKING:
    from vanban.document.model import Document
    from vanban.office import Office


def read_any(path: Path, office: Office) -> tuple[Document, tuple[Fault, ...]]:
    """The document in a file, and what is not sure about it.

    Args:
        path: what :func:`vanban.fill.read` or :func:`vanban.read.read` reads; its ending says which.
        office: whose defaults hold.

    Raises:
        InputError: the file cannot be read.
        ToolMissingError: another program is needed to read it, and not there.
    """
    from vanban import fill
    from vanban.document.source import SUFFIXES

    if path.suffix.lower() in SUFFIXES:
        source = fill.read(path, office)
        return source.document, source.notes
    from vanban.read import read

    reading = read(path, office)
    return reading.document, reading.doubts
