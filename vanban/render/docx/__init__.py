"""DOCX: the Word layout, filled with a sheet."""

from vanban.render.docx.fill import render_docx

__all__ = ["render_docx"]
