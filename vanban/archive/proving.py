"""A PDF → what it is and the proof that it keeps what it claims, or everything that is wrong with it."""

from __future__ import annotations

import hashlib
import io
from pathlib import Path
from typing import get_args

from vanban.archive.model import Proof, Source
from vanban.errors import Fault, InputError, Place, VanbanError
from vanban.language import _
from vanban.pdf.described import read_claim, read_description
from vanban.tools.verapdf import Flavour, verapdf_failures

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
    flavour = read_claim(data)
    if flavour not in get_args(Flavour):
        raise InputError(Fault("VB195", place))
    if failures := verapdf_failures(data, flavour):  # type: ignore[arg-type]
        shown = "; ".join(failures[:_SHOWN])
        raise InputError(Fault("VB196", place, {"flavour": flavour, "reason": shown}))
    pages = _open_again(data, place)
    told = read_description(data)
    source: Source = "xmp" if told is not None else "read"
    description = told if told is not None else _read(path)
    return Proof(
        name,
        {**description, "PageAmount": str(pages)},
        source,
        flavour,
        pages,
        len(data),
        hashlib.sha256(data).hexdigest(),
    )


def _open_again(data: bytes, place: Place) -> int:
    """The number of pages, as another library counts them; the first one must have words."""
    import pypdf

    try:
        pages = pypdf.PdfReader(io.BytesIO(data)).pages
        count = len(pages)
        words = pages[0].extract_text().split() if count else []
    except Exception as error:  # a broken file fails in every way
        raise InputError(Fault("VB197", place, {"reason": type(error).__name__})) from error
    if not words:
        raise InputError(Fault("VB197", place, {"reason": _("không có lớp chữ")}))
    return count


def _read(path: Path) -> dict[str, str]:
    """The description of a paper of another office, or one that was signed: read from its pages."""
    from vanban.read import read
    from vanban.render.xmp import about

    try:
        return about(read(path).document)
    except VanbanError:
        return {}
