"""A PDF as it is drawn: words with their looks, paragraphs, tables, rules, page numbers."""

from vanban.pdf.reading import read_paper

__all__ = ["read_paper"]
