"""The least that a PDF can cost: the pages are set already and only deflated; all else is copied.

vanban's own PDF of one plan is taken apart once; its objects stay as they are, page contents apart.
"""

from __future__ import annotations

import io
import zlib
from collections.abc import Callable

from pypdf import PdfReader, PdfWriter
from pypdf.generic import StreamObject

from bench.contender import Task, one_by_one
from bench.plan import plan
from vanban.render import render

_SAMPLES = 8
"""Plans whose pages are set beforehand and taken in turn."""

Deflate = Callable[[bytes], bytes]


def zlib6() -> Task:
    """Deflated by zlib at its usual level."""
    return _task(lambda data: zlib.compress(data, 6))


def isal1() -> Task:
    """Deflated by Intel's ISA-L at the level that serves."""
    from isal import isal_zlib

    return _task(lambda data: isal_zlib.compress(data, 1))


def _task(deflate: Deflate) -> Task:
    pages = [_pages(render(plan(index), "pdf")) for index in range(_SAMPLES)]
    objects, places, trailer = _objects(render(plan(0), "pdf"))

    def make(contents: list[bytes]) -> bytes:
        ready = dict(objects)
        for place, content in zip(places, contents, strict=True):
            packed = deflate(content)
            head = b"<< /Length %d /Filter /FlateDecode >>\nstream\n" % len(packed)
            ready[place] = head + packed + b"\nendstream"
        return _file(ready, trailer)

    return Task(lambda index: pages[index % _SAMPLES], one_by_one(make))


def _pages(pdf: bytes) -> list[bytes]:
    """The drawing of each page, inflated."""
    contents = (page.get_contents() for page in PdfReader(io.BytesIO(pdf)).pages)
    return [content.get_data() for content in contents if content is not None]


def _objects(pdf: bytes) -> tuple[dict[int, bytes], list[int], bytes]:
    """Every object written out by its number, the numbers of the pages' contents, the end of the file."""
    writer = PdfWriter(clone_from=io.BytesIO(pdf))
    places = [page.raw_get("/Contents").idnum for page in writer.pages]
    objects: dict[int, bytes] = {}
    for number, value in enumerate(writer._objects, start=1):
        if value is None or number in places:
            continue
        if isinstance(value, StreamObject) and "/Filter" not in value:
            value = value.flate_encode()
        out = io.BytesIO()
        value.write_to_stream(out)
        objects[number] = out.getvalue()
    root = writer.root_object.indirect_reference
    assert root
    return objects, places, b"/Root %d 0 R" % root.idnum


def _file(objects: dict[int, bytes], root: bytes) -> bytes:
    parts = [b"%PDF-1.7\n%\x80\x80\x80\x80\n"]
    offset = len(parts[0])
    table = [b"0000000000 65535 f \n"]
    count = max(objects) + 1
    for number in range(1, count):
        part = b"%d 0 obj\n%b\nendobj\n" % (number, objects.get(number, b"null"))
        table.append(b"%010d 00000 n \n" % offset)
        parts.append(part)
        offset += len(part)
    end = b"trailer\n<< /Size %d %b >>\nstartxref\n%d\n%%%%EOF\n" % (count, root, offset)
    return b"".join([*parts, b"xref\n0 %d\n" % count, *table, end])
