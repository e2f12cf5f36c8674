"""Asks openxml-audit what Word would find wrong in a DOCX."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from openxml_audit import FileFormat, OpenXmlValidator


def docx_faults(docx: bytes) -> list[str]:
    """The faults against the schema and the meaning of OOXML, each with its part and place."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "paper.docx"
        path.write_bytes(docx)
        result = OpenXmlValidator(file_format=FileFormat.OFFICE_2019).validate(path)
    return [str(error) for error in result.errors]
