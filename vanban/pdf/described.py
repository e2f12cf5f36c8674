"""The description that a PDF of ours carries: the fields of annex VI in its XMP packet."""

from __future__ import annotations

import re

from lxml import etree

from vanban.thethuc.description import FIELDS, NAMESPACE

_PACKET = re.compile(rb"<x:xmpmeta\b.*?</x:xmpmeta>", re.DOTALL)
_NAMES = frozenset(field.name for field in FIELDS)


def read_description(pdf: bytes) -> dict[str, str] | None:
    """Read the fields by their names; None where the PDF carries no description of ours.

    PDF/A leaves the packet as it is, neither deflated nor encrypted (ISO 19005-2, 6.6.2.1): it can be found
    without opening the file. Of several, as an update in another program leaves them, the last one holds.
    """
    for packet in reversed(_PACKET.findall(pdf)):
        try:
            root = etree.fromstring(packet, etree.XMLParser(resolve_entities=False, no_network=True))
        except etree.XMLSyntaxError:
            continue
        told = {
            name: node.text or ""
            for node in root.iter(f"{{{NAMESPACE}}}*")
            if (name := etree.QName(node).localname) in _NAMES
        }
        if told:
            return told
    return None
