"""What a PDF says of itself in its XMP packet: the part of PDF/A it claims, and the fields of annex VI."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from lxml import etree

from vanban.thethuc.description import FIELDS, NAMESPACE

if TYPE_CHECKING:
    from pypdf import PdfReader

_PACKET = re.compile(rb"<x:xmpmeta\b.*?</x:xmpmeta>", re.DOTALL)
_NAMES = frozenset(field.name for field in FIELDS)
_PDFA = "http://www.aiim.org/pdfa/ns/id/"


class Told(NamedTuple):
    """What a PDF says of itself: part and level of PDF/A as ``2b``, "" if it claims none; fields of annex VI.

    The fields are None where the PDF carries no description of ours.
    """

    claim: str
    description: dict[str, str] | None


def read_told(reader: PdfReader) -> Told:
    """Read what an opened PDF says of itself."""
    root = _metadata(reader)
    if root is None:
        return Told("", None)
    claimed: dict[str, str] = {}
    for node in root.iter(etree.Element):
        said = [
            (str(node.tag), node.text or ""),
            *((str(name), str(value)) for name, value in node.attrib.items()),
        ]
        claimed |= {etree.QName(name).localname: value for name, value in said if _PDFA in name}
    nodes = root.iter(f"{{{NAMESPACE}}}*")
    fields = {name: node.text or "" for node in nodes if (name := etree.QName(node).localname) in _NAMES}
    return Told(f"{claimed.get('part', '')}{claimed.get('conformance', '').lower()}", fields or None)


def _metadata(reader: PdfReader) -> etree._Element | None:
    """The packet that the catalogue of the file names, as XML; None where it names none that can be read."""
    from pypdf.errors import PyPdfError
    from pypdf.generic import StreamObject

    try:
        stream = reader.root_object["/Metadata"].get_object()
        found = _PACKET.search(stream.get_data()) if isinstance(stream, StreamObject) else None
        parser = etree.XMLParser(resolve_entities=False, no_network=True)
        return etree.fromstring(found[0], parser) if found else None
    except (PyPdfError, etree.XMLSyntaxError, KeyError, ValueError, OSError, RecursionError):
        return None
