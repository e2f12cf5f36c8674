"""A PDF → what it is and the proof that it keeps what it claims, or everything that is wrong with it."""

from __future__ import annotations

import hashlib
import io
from pathlib import Path
from typing import TYPE_CHECKING, get_args

from vanban.archive.model import Proof, Source
from vanban.errors import Fault, InputError, Place, VanbanError
from vanban.language import _
from vanban.pdf.described import read_told
from vanban.tools.verapdf import Flavour, verapdf_failures

if TYPE_CHECKING:
    from pypdf import PdfReader

_SHOWN = 5
"""So many broken rules of a file are told."""


def prove(path: Path, data: bytes, name: str) -> Proof:
    """Prove a PDF by veraPDF, open it again, and describe it.

    Args:
        path: where it lies, for faults and for reading its pages.
        data: its bytes.
        name: its path in the package.

    Raises:
        InputError: VB195 it does not claim to be PDF/A, VB196 it breaks the rules of what it claims, VB197 it
            cannot be opened or has no text.
        ToolMissingError: VB073.
    """
    place = Place(str(path))
    reader, pages = _open_again(data, place)
    told = read_told(reader)
    if told.claim not in get_args(Flavour):
        raise InputError(Fault("VB195", place))
    if failures := verapdf_failures(data, told.claim):  # type: ignore[arg-type]
        shown = "; ".join(failures[:_SHOWN])
        raise InputError(Fault("VB196", place, {"flavour": told.claim, "reason": shown}))
    source: Source = "xmp" if told.description is not None else "read"
    description = told.description if told.description is not None else _read(path)
    return Proof(
        name,
        {**description, "PageAmount": str(pages)},
        source,
        told.claim,
        pages,
        len(data),
        hashlib.sha256(data).hexdigest(),
    )


def _open_again(data: bytes, place: Place) -> tuple[PdfReader, int]:
    """The file opened by another library, and its pages as that counts them; the first must have words."""
    import pypdf

    try:
        reader = pypdf.PdfReader(io.BytesIO(data))
        count = len(reader.pages)
        words = reader.pages[0].extract_text().split() if count else []
    except Exception as error:  # a broken file fails in every way
        raise InputError(Fault("VB197", place, {"reason": type(error).__name__})) from error
    if not words:
        raise InputError(Fault("VB197", place, {"reason": _("không có lớp chữ")}))
    return reader, count


def _read(path: Path) -> dict[str, str]:
    """The description of a paper of another office, or one that was signed: read from its pages."""
    from vanban.read import read
    from vanban.render.xmp import about

    try:
        return about(read(path).document)
    except VanbanError:
        return {}
