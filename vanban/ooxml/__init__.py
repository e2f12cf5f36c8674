"""A DOCX as it really looks: the package read safely, every style resolved, everything that is drawn."""

from vanban.ooxml.package import Package, open_package

__all__ = ["Package", "open_package"]
