"""An HTML page as a paper: what Word, LibreOffice and we ourselves save, without any other file."""

from vanban.html.reading import read_paper

__all__ = ["read_paper"]
