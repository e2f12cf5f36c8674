"""DOCX → PDF/A-2b by LibreOffice: the way to a PDF for a look that was changed in Word."""

from __future__ import annotations

import json

from vanban.tools.soffice import convert_with_soffice

_OPTIONS = {
    "SelectPdfVersion": {"type": "long", "value": "2"},  # PDF/A-2b
    "UseTaggedPDF": {"type": "boolean", "value": "true"},
    "ExportBookmarks": {"type": "boolean", "value": "true"},
}
"""What LibreOffice's PDF filter is asked for; not for PDF/UA too, which it declares as PDF/A forbids."""


def render_libreoffice(docx: bytes) -> bytes:
    """Convert a DOCX as LibreOffice draws it.

    Returns:
        The bytes of a tagged PDF/A-2b file. LibreOffice writes the time into it: two runs differ.

    Raises:
        ToolMissingError: no LibreOffice, or no usable font.
        InputError: LibreOffice cannot convert it.
        VanbanError: LibreOffice took too long.
    """
    return convert_with_soffice([docx], to=f"pdf:writer_pdf_Export:{json.dumps(_OPTIONS)}")[0]
