"""The least that a DOCX from a template can cost: Jinja2 compiled once, unchanging members deflated once.

There is no model, no checking and no laying out in it: docxtpl's own template, filled with ready words.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from docxtpl import DocxTemplate
from jinja2 import Environment, Template

from bench.contender import Task, one_by_one
from bench.content import Content, content
from bench.docx_template import write_template

_DOCUMENT = "word/document.xml"
_LOCAL, _CENTRAL, _END = "<4s5H3I2H", "<4s6H3I5H2I", "<4s4H2IH"
_DATE = 1 << 5 | 1
"""1 January 1980, the first day that a zip file knows."""


@dataclass(frozen=True, slots=True)
class _Member:
    name: bytes
    crc: int
    size: int
    deflated: bytes


def task() -> Task:
    """Prepare template and members."""
    template, members = _prepare()

    def make(data: Content) -> bytes:
        text = template.render(data).encode()
        return _zip([*members, _member(_DOCUMENT, text)])

    return Task(content, one_by_one(make))


def _prepare() -> tuple[Template, list[_Member]]:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "ke-hoach.docx"
        write_template(path)
        word = DocxTemplate(path)
        word.init_docx()
        text = word.patch_xml(word.xml_to_string(word.docx._element))
        with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as package:
            members = [_member(name, package.read(name)) for name in package.namelist() if name != _DOCUMENT]
    return Environment(autoescape=True).from_string(text), members


def _member(name: str, data: bytes) -> _Member:
    deflate = zlib.compressobj(6, zlib.DEFLATED, -15)
    return _Member(name.encode(), zlib.crc32(data), len(data), deflate.compress(data) + deflate.flush())


def _zip(members: list[_Member]) -> bytes:
    parts: list[bytes] = []
    directory: list[bytes] = []
    offset = 0
    for member in members:
        sizes = (member.crc, len(member.deflated), member.size)
        about = (20, 0, zipfile.ZIP_DEFLATED, 0, _DATE, *sizes, len(member.name), 0)
        local = struct.pack(_LOCAL, b"PK\3\4", *about) + member.name
        central = struct.pack(_CENTRAL, b"PK\1\2", 20, *about, 0, 0, 0, 0, offset) + member.name
        parts += (local, member.deflated)
        directory.append(central)
        offset += len(local) + len(member.deflated)
    length = sum(map(len, directory))
    end = struct.pack(_END, b"PK\5\6", 0, 0, len(members), len(members), length, offset, 0)
    return b"".join([*parts, *directory, end])
