"""A PDF made smaller without touching what it draws: loose objects go into compressed object streams.

A tagged PDF holds hundreds of small objects, which Typst writes one by one, uncompressed. ISO 32000-1 (7.5.7
and 7.5.8), and with it PDF/A-2, lets them and the table of their places stand in deflated streams.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable
from struct import Struct

OBJECTS_IN_STREAM = 256
_XREF = re.compile(rb"startxref\s+(\d+)\s+%%EOF\s*$")
_ENTRY = re.compile(rb"(\d{10}) (\d{5}) ([nf])")
_PACKET = re.compile(
    rb"(?P<head>\d+ 0 obj\s*<<)/Length \d+(?P<rest>/Type/Metadata/Subtype/XML>>\s*stream\n)(?P<packet>.*?)"
    rb"(?P<tail>\nendstream.*)",
    re.DOTALL,
)
_FREE, _PLAIN, _PACKED = 0, 1, 2
"""Kinds of a row in a cross-reference stream (ISO 32000-1, table 18)."""
_ROW = Struct(">BIH")
_NOBODY = (_FREE, 0, 65535)
_LEVEL = 4
"""Of deflate: a hundredth larger than the usual 6, in two thirds of its time."""


def pack(pdf: bytes, describe: Callable[[bytes], bytes] = bytes) -> bytes:
    """Rewrite a PDF that has one classic cross-reference table and no encryption, as Typst writes it.

    Args:
        pdf: the file.
        describe: gives the XMP packet that stands in place of its own.

    Raises:
        ValueError: the file is built otherwise.
    """
    found = _XREF.search(pdf)
    if not found or not pdf.startswith(b"xref", start := int(found[1])):
        raise ValueError("not a PDF with one classic cross-reference table")
    table, _, trailer = pdf[start : found.start()].partition(b"trailer")
    places = sorted(int(place) for place, _, kind in _ENTRY.findall(table) if kind == b"n")
    head = pdf[: places[0]]
    loose: list[tuple[int, bytes]] = []
    out = [head]
    size = len(head)
    rows: dict[int, tuple[int, int, int]] = {0: _NOBODY}
    for place, end in zip(places, [*places[1:], start], strict=True):
        name, _, item = pdf[place:end].partition(b" 0 obj")
        body = item.rstrip().removesuffix(b"endobj").strip()
        if not body.endswith(b"endstream"):
            loose.append((int(name), body))
            continue
        rows[int(name)] = (_PLAIN, size, 0)
        whole = pdf[place:end]
        if found := _PACKET.match(whole):
            packet = describe(found["packet"])
            whole = b"%b/Length %d%b%b%b" % (found["head"], len(packet), found["rest"], packet, found["tail"])
        out.append(whole)
        size += len(whole)
    number = max(*rows, *(loose_number for loose_number, _ in loose)) + 1
    for first in range(0, len(loose), OBJECTS_IN_STREAM):
        stream = _object_stream(number, loose[first : first + OBJECTS_IN_STREAM])
        for index, (loose_number, _) in enumerate(loose[first : first + OBJECTS_IN_STREAM]):
            rows[loose_number] = (_PACKED, number, index)
        rows[number] = (_PLAIN, size, 0)
        out.append(stream)
        size += len(stream)
        number += 1
    rows[number] = (_PLAIN, size, 0)
    out += [_table_stream(number, rows, trailer), b"startxref\n%d\n%%%%EOF\n" % size]
    return b"".join(out)


def _object_stream(number: int, objects: list[tuple[int, bytes]]) -> bytes:
    """An object stream (7.5.7): numbers and places of its objects, then the objects."""
    index: list[bytes] = []
    place = 0
    for object_number, body in objects:
        index.append(b"%d %d" % (object_number, place))
        place += len(body) + 1
    head = b" ".join(index) + b"\n"
    bodies = b"\n".join(body for _, body in objects)
    about = b"/Type/ObjStm/N %d/First %d" % (len(objects), len(head))
    return _stream(number, about, head + bodies)


def _table_stream(number: int, rows: dict[int, tuple[int, int, int]], trailer: bytes) -> bytes:
    """The cross-reference stream (7.5.8): a row of 1, 4 and 2 bytes an object, with the trailer's keys."""
    last = max(rows)
    data = b"".join([_ROW.pack(*rows.get(n, _NOBODY)) for n in range(last + 1)])
    keys = re.sub(rb"/Size\s+\d+", b"", trailer.strip()[2:-2].strip())
    return _stream(number, b"/Type/XRef/W[1 4 2]/Size %d" % (last + 1) + keys, data)


def _stream(number: int, about: bytes, data: bytes) -> bytes:
    packed = zlib.compress(data, _LEVEL)
    return b"%d 0 obj\n<<%s/Filter/FlateDecode/Length %d>>\nstream\n%s\nendstream\nendobj\n" % (
        number,
        about,
        len(packed),
        packed,
    )
