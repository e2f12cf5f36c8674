"""The document as files that travel inside its PDF: the source text and the pictures it shows."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from vanban.document import parse_source, write_source
from vanban.document.blocks import Block, Figure
from vanban.document.model import Document
from vanban.errors import InputError, fail
from vanban.pdf.attached import SOURCE_NAME
from vanban.render.sheet import IMAGE_TYPES

_DESCRIPTION = "Tệp nguồn của văn bản này"
"""Not translated: the same data give the same bytes."""
_PLAIN_NAME = re.compile(r"(?!\.+(?:/|$))[\w .()-]+(?:/(?!\.+(?:/|$))[\w .()-]+)*")
"""Relative, without folders above; both Typst and file systems take it."""
_ENDINGS = {"png": "png", "jpeg": "jpg", "svg": "svg"}


@dataclass(frozen=True, slots=True)
class Attachment:
    """An associated file of a PDF (ISO 19005-3, 6.8); a picture is described by its path in the source."""

    name: str
    data: bytes
    mime_type: str
    relationship: Literal["source", "supplement"]
    description: str


def attachments(document: Document) -> tuple[Attachment, ...]:
    """The files from which :func:`vanban.read.attached.attached_document` makes the same document again.

    A picture without a file of its own, or with that of another one, gets one.

    Raises:
        InputError: VB235, a text of the document cannot be written so that it is read back the same.
    """
    pictures: dict[str, Figure] = {}
    filed = document.model_copy(
        update={
            "noi_dung": _filed(document.noi_dung, pictures),
            "phu_luc": tuple(
                replace(annex, noi_dung=_filed(annex.noi_dung, pictures)) for annex in document.phu_luc
            ),
        }
    )
    text = write_source(filed)
    if _read_back(text, pictures) != filed:
        raise fail("VB235")
    source = Attachment(SOURCE_NAME, text.encode(), "text/markdown", "source", _DESCRIPTION)
    return source, *_pictures(pictures)


def _filed(blocks: Sequence[Block], pictures: dict[str, Figure]) -> tuple[Block, ...]:
    """The blocks, every path of a picture standing for one file; ``pictures`` gathers them by their paths."""
    filed: list[Block] = []
    for block in blocks:
        if isinstance(block, Figure):
            other = pictures.get(block.path)
            if not block.path or (other and other.data != block.data):
                block = replace(block, path=_numbered(block, len(pictures) + 1))
            pictures[block.path] = block
        filed.append(block)
    return tuple(filed)


def _numbered(figure: Figure, number: int) -> str:
    return f"hinh-{number}.{_ENDINGS[figure.media]}"


def _read_back(text: str, pictures: Mapping[str, Figure]) -> Document | None:
    try:
        return parse_source(text, images=lambda path: pictures[path].data).document
    except (InputError, KeyError):
        return None


def _pictures(pictures: Mapping[str, Figure]) -> list[Attachment]:
    """The files of the pictures; names that Typst or a file system refuses are replaced by numbers."""
    out: list[Attachment] = []
    taken = {SOURCE_NAME}
    for number, (path, figure) in enumerate(pictures.items(), start=1):
        name = path.replace("\\", "/")
        if not _PLAIN_NAME.fullmatch(name) or name.lower() in taken:
            name = f"hinh/{_numbered(figure, number)}"
        taken.add(name.lower())
        out.append(Attachment(name, figure.data, IMAGE_TYPES[figure.media], "supplement", path))
    return out
