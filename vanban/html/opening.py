"""Bytes that somebody calls an HTML page → its elements, or a fault that says what they are."""

from __future__ import annotations

import codecs
import re
import unicodedata

from lxml import etree
from lxml.etree import _Element as Element

from vanban.errors import fail
from vanban.language import _

MOST_BYTES = 100_000_000
"""Pictures inside included; the words of 2,000 pages with Word's styles are about 20 MB."""
MOST_MARKUP = 1_500_000
MOST_DEPTH = 200
"""How far elements may stand in elements; Word's own pages go to about 30."""

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_CHARSET = re.compile(
    rb"""<(?:meta|\?xml)\b[^>]{0,500}?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]{1,40})""", re.I
)
_HEAD = 4_096
_WESTERN = "cp1252"
_SAME_AS = {
    "iso-8859-1": _WESTERN, "latin1": _WESTERN, "us-ascii": _WESTERN, "ascii": _WESTERN,
    "x-user-defined": _WESTERN, "utf-16": "utf-8", "utf-16le": "utf-8", "unicode": "utf-8",
}  # fmt: skip
"""What browsers take for a charset that is named; one that names itself in single bytes is no UTF-16."""
_UNSEEN = re.compile("[\x00-\x08\x0b\x0e-\x1f\ufeff\ufffe\uffff]")
_FILES = (
    (b"PK\x03\x04", "Word (.docx)"),
    (b"%PDF-", "PDF"),
    (b"\xd0\xcf\x11\xe0", "Word 97 (.doc)"),
    (b"{\\rtf", "RTF"),
)
_ARCHIVE = re.compile(rb"\s*(?:MIME-Version|Content-Type|From|Subject|Date|Snapshot-[\w-]+|X-[\w-]+):", re.I)


def open_page(data: bytes) -> Element:
    """The root of a page, ``html``.

    Raises:
        InputError: VB223 not a page, VB224 too large or too deep, VB225 a set of frames.
    """
    for begin, kind in _FILES:
        if data.startswith(begin):
            raise fail("VB223", reason=_("thực ra là tệp {kind}").format(kind=kind))
    if _ARCHIVE.match(data):
        raise fail("VB223", reason=_("thực ra là tệp MHT (Single File Web Page)"))
    if len(data) > MOST_BYTES:
        raise fail("VB224", reason=_("tệp hơn {most} MB").format(most=MOST_BYTES // 1_000_000))
    text = _UNSEEN.sub("", _decoded(data))
    if text.count("<") > MOST_MARKUP:
        raise fail("VB224", reason=_("quá nhiều thẻ"))
    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=True
    )
    try:
        root = etree.fromstring(text.encode("utf-8"), parser)
    except (etree.XMLSyntaxError, ValueError):
        root = None
    if root is None:
        raise fail("VB223", reason=_("tệp trống"))
    _measure(root)
    if next(root.iter("frameset"), None) is not None:
        raise fail("VB225")
    return root


def _decoded(data: bytes) -> str:
    for mark, name in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(name, "replace")
    named = _CHARSET.search(data[:_HEAD])
    name = named[1].decode("ascii", "replace").lower() if named else ""
    name = _SAME_AS.get(name, name)
    try:
        codecs.lookup(name)
        text = data.decode(name, "replace")
    except (LookupError, ValueError, AttributeError, TypeError):
        text = _guessed(data)
    return unicodedata.normalize("NFC", text)


def _guessed(data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode(_WESTERN, "replace")


def _measure(root: Element) -> None:
    """Judge how deep elements stand, without going down into them."""
    depth = 0
    for event, _element in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > MOST_DEPTH:
            raise fail("VB224", reason=_("thẻ lồng nhau hơn {most} lớp").format(most=MOST_DEPTH))
