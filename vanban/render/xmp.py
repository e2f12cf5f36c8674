"""The description of a document in its PDF: the fields of annex VI as XMP, with the schema PDF/A asks for."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from xml.sax.saxutils import escape

from vanban.document.model import Document
from vanban.thethuc import writing
from vanban.thethuc.description import FIELDS, NAMESPACE, PREFIX, DescriptionField
from vanban.tiengviet.capitals import sentence_case

_LANGUAGE = "Tiếng Việt"
_PAGES = re.compile(rb"<xmpTPg:NPages>(\d+)</xmpTPg:NPages>")
_SCHEMAS_END = b"</rdf:Bag></pdfaExtension:schemas>"
_END = b"</rdf:RDF>"


def about(document: Document) -> dict[str, str]:
    """What a document tells of itself, by the names of annex VI; fields without a value are left out."""
    kind = document.kind
    symbol = writing.symbol_text(kind, document.ky_hieu, document.co_quan[0]) if kind.form.numbered else ""
    signer = document.nguoi_ky[-1] if document.nguoi_ky else None
    priority = (writing.DO_KHAN.get(document.do_khan), writing.DO_MAT.get(document.do_mat))
    values = {
        "FileNotation": document.ma_ho_so,
        "TypeName": kind.name,
        "CodeNumber": writing.number_text(document.so),
        "CodeNotation": "" if writing.BLANK in symbol else symbol,
        "IssuedDate": str(document.ngay or ""),
        "OrganName": sentence_case(" ".join(document.co_quan)),
        "Subject": document.trich_yeu,
        "Language": _LANGUAGE,
        "Position": signer.chuc_vu if signer else "",
        "FullName": signer.ho_ten if signer else "",
        "ToPlaces": "; ".join(document.noi_nhan),
        "Priority": ", ".join(filter(None, priority)),
        "IssuedAmount": str(document.so_ban or ""),
        "Maintenance": document.thoi_han_bao_quan,
    }
    return {name: value for name, value in values.items() if value}


def with_description(packet: bytes, values: Mapping[str, str]) -> bytes:
    """Put a description into the XMP packet that Typst wrote, with the number of pages that it tells.

    PDF/A asks that every property of another set be declared in the packet itself (ISO 19005-2, 6.6.2.3.3).
    """
    pages = _PAGES.search(packet)
    whole = {**values, **({"PageAmount": pages[1].decode()} if pages else {})}
    properties = "".join(
        f"<{PREFIX}:{name}>{escape(value)}</{PREFIX}:{name}>" for name, value in whole.items()
    )
    description = f'<rdf:Description rdf:about="" xmlns:{PREFIX}="{NAMESPACE}">{properties}</rdf:Description>'
    packet = packet.replace(_SCHEMAS_END, _schema(frozenset(whole)) + _SCHEMAS_END, 1)
    return packet.replace(_END, description.encode() + _END, 1)


@lru_cache(maxsize=64)
def _schema(names: frozenset[str]) -> bytes:
    """The declaration of these properties."""
    declared = "".join(_property(field) for field in FIELDS if field.name in names)
    return (
        '<rdf:li rdf:parseType="Resource">'
        "<pdfaSchema:schema>Nghị định 30/2020/NĐ-CP, Phụ lục VI, Phần II</pdfaSchema:schema>"
        f"<pdfaSchema:namespaceURI>{NAMESPACE}</pdfaSchema:namespaceURI>"
        f"<pdfaSchema:prefix>{PREFIX}</pdfaSchema:prefix>"
        f"<pdfaSchema:property><rdf:Seq>{declared}</rdf:Seq></pdfaSchema:property></rdf:li>"
    ).encode()


def _property(field: DescriptionField) -> str:
    return (
        '<rdf:li rdf:parseType="Resource"><pdfaProperty:category>external</pdfaProperty:category>'
        f"<pdfaProperty:description>{field.label} ({field.number})</pdfaProperty:description>"
        f"<pdfaProperty:name>{field.name}</pdfaProperty:name>"
        "<pdfaProperty:valueType>Text</pdfaProperty:valueType></rdf:li>"
    )
