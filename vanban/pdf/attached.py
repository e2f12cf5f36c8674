"""The source text that a PDF carries with it, and its pictures, as our own PDFs have them."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass

from pypdf import PasswordType, PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, StreamObject

from vanban.pdf.opening import BROKEN, unpacking
from vanban.pdf.structure import dictionary

SOURCE_NAME = "van-ban.md"
MOST_FILES = 200
MOST_BYTES = 100_000_000
"""Of all files together."""
_SOURCE, _SUPPLEMENT = "/Source", "/Supplement"


@dataclass(frozen=True, slots=True)
class AttachedSource:
    """A source text (UTF-8), and its pictures by the paths that it gives."""

    text: bytes
    pictures: dict[str, bytes]


def attached_source(data: bytes) -> AttachedSource | None:
    """The source text in a PDF: an associated file of the relationship Source, named :data:`SOURCE_NAME`.

    Whoever made the PDF may have attached anything, and pages may have been changed since: compare both.

    Returns:
        None where the PDF has no such file or two, more files than :data:`MOST_FILES` or larger ones than
        :data:`MOST_BYTES` together, or cannot be read.
    """
    try:
        with unpacking():
            reader = PdfReader(io.BytesIO(data), strict=False)
            if reader.is_encrypted and reader.decrypt("") == PasswordType.NOT_DECRYPTED:
                return None
            return _unpacked(reader.root_object)
    except BROKEN:  # a stream that swells too much among them
        return None


def _unpacked(catalogue: DictionaryObject) -> AttachedSource | None:
    text: bytes | None = None
    pictures: dict[str, bytes] = {}
    room = MOST_BYTES
    for path, stream in _files(catalogue):
        if path in pictures or (path is None and text is not None):
            return None
        content = stream.get_data()
        room -= len(content)
        if room < 0:
            return None
        if path is None:
            text = content
        else:
            pictures[path] = content
    return AttachedSource(text, pictures) if text is not None else None


def _files(catalogue: DictionaryObject) -> Iterator[tuple[str | None, StreamObject]]:
    """The associated files (ISO 19005-3, 6.8): pictures with their paths, the text with None."""
    listed = catalogue.get("/AF")
    listed = listed.get_object() if listed is not None else None
    if not isinstance(listed, ArrayObject) or len(listed) > MOST_FILES:
        return
    for item in listed:
        entry = dictionary(item)
        relationship = entry.get("/AFRelationship")
        stream = dictionary(entry.get("/EF")).get("/F")
        stream = stream.get_object() if stream is not None else None
        if not isinstance(stream, StreamObject):
            continue
        if relationship == _SOURCE and entry.get("/UF") == SOURCE_NAME:
            yield None, stream
        elif relationship == _SUPPLEMENT:
            yield str(entry.get("/Desc", "")), stream
