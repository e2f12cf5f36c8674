"""What a PDF says of itself in its XMP packet: the part of PDF/A it claims, and the fields of annex VI."""

from __future__ import annotations

import io
import re

from lxml import etree

from vanban.thethuc.description import FIELDS, NAMESPACE

_PACKET = re.compile(rb"<x:xmpmeta\b.*?</x:xmpmeta>", re.DOTALL)
_NAMES = frozenset(field.name for field in FIELDS)
_PDFA = "http://www.aiim.org/pdfa/ns/id/"


def read_claim(pdf: bytes) -> str:
    """Read the part and level of PDF/A that a PDF claims, as ``2b``; "" where it claims none."""
    root = _metadata(pdf)
    if root is None:
        return ""
    told: dict[str, str] = {}
    for node in root.iter(etree.Element):
        said = [
            (str(node.tag), node.text or ""),
            *((str(name), str(value)) for name, value in node.attrib.items()),
        ]
        told |= {etree.QName(name).localname: value for name, value in said if _PDFA in name}
    return f"{told.get('part', '')}{told.get('conformance', '').lower()}"


def read_description(pdf: bytes) -> dict[str, str] | None:
    """Read the fields of annex VI by their names; None where the PDF carries no description of ours."""
    root = _metadata(pdf)
    nodes = root.iter(f"{{{NAMESPACE}}}*") if root is not None else ()
    told = {name: node.text or "" for node in nodes if (name := etree.QName(node).localname) in _NAMES}
    return told or None


def _metadata(pdf: bytes) -> etree._Element | None:
    """The packet that the catalogue of the file names, as XML; None where it names none that can be read."""
    import pypdf
    from pypdf.errors import PyPdfError

    try:
        stream = pypdf.PdfReader(io.BytesIO(pdf)).root_object["/Metadata"].get_object()
        found = _PACKET.search(stream.get_data()) if isinstance(stream, pypdf.generic.StreamObject) else None
        parser = etree.XMLParser(resolve_entities=False, no_network=True)
        return etree.fromstring(found[0], parser) if found else None
    except (PyPdfError, etree.XMLSyntaxError, KeyError, ValueError, OSError, RecursionError):
        return None
