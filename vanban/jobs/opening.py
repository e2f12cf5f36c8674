"""Any file that holds a document: a source text, data, or a paper of any office."""

from __future__ import annotations

from pathlib import Path
from textwrap import shorten
from typing import TYPE_CHECKING

from vanban.errors import Fault, Place

if TYPE_CHECKING:
    from vanban.document.model import Document
    from vanban.office import Office
    from vanban.read import Reading


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
    return reading.document, (*reading.doubts, *_left_out(reading))


def _left_out(reading: Reading) -> tuple[Fault, ...]:
    """A word about what is in the file but neither in the document nor printed by the form."""
    left = [one for one in reading.left_out if not one.fixed]
    if not left:
        return ()
    details = {"count": len(left), "words": shorten(left[0].words, 60, placeholder="…")}
    return (Fault("VB240", Place(str(reading.source)), details),)
