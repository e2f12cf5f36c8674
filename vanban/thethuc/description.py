"""What a system of documents must know of each (Phụ lục VI, Phần II, I and III): fields, names, lengths."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

NAMESPACE = "urn:uuid:5b0c1f0e-6a53-4e0b-9b1c-30b2f2ce5f30#"
"""The name of this set of fields in XMP; a UUID needs no registrar (RFC 9562) and belongs to nobody."""
PREFIX = "vb"


class DescriptionField(NamedTuple):
    """A field: its name and length in the annex, its number there, its Vietnamese label."""

    name: str
    number: str
    label: str
    length: int


FIELDS: tuple[DescriptionField, ...] = (
    DescriptionField("FileNotation", "I.1.3", "Số và ký hiệu hồ sơ", 20),
    DescriptionField("TypeName", "I.3", "Tên loại văn bản", 100),
    DescriptionField("CodeNumber", "I.4", "Số của văn bản", 11),
    DescriptionField("CodeNotation", "I.5", "Ký hiệu của văn bản", 30),
    DescriptionField("IssuedDate", "I.6", "Ngày, tháng, năm văn bản", 10),
    DescriptionField("OrganName", "I.7", "Tên cơ quan, tổ chức ban hành văn bản", 200),
    DescriptionField("Subject", "I.8", "Trích yếu nội dung", 500),
    DescriptionField("Language", "I.9", "Ngôn ngữ", 30),
    DescriptionField("PageAmount", "I.10", "Số trang của văn bản", 3),
    DescriptionField("Position", "I.12.1", "Chức vụ của người ký văn bản", 100),
    DescriptionField("FullName", "I.12.2", "Họ và tên người ký văn bản", 50),
    DescriptionField("ToPlaces", "I.13.2", "Nơi nhận", 1000),
    DescriptionField("Priority", "I.14", "Mức độ khẩn, độ mật", 30),
    DescriptionField("IssuedAmount", "I.15", "Số lượng bản phát hành", 3),
    DescriptionField("Maintenance", "III.3", "Thời hạn bảo quản", 30),
)
"""Those of a document that goes out which the document itself tells, and how long its file is kept."""


def code_of(told: Mapping[str, str]) -> str:
    """Number and symbol of a document as one: ``12/KH-THCS``; what it does not tell is left out."""
    return "/".join(filter(None, (told.get("CodeNumber"), told.get("CodeNotation"))))
