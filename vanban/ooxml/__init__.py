"""A DOCX as it really looks: the package read safely, every style resolved, everything that is drawn."""

from vanban.ooxml.package import Package, open_package
from vanban.ooxml.reading import read_paper

__all__ = ["Package", "open_package", "read_paper"]
