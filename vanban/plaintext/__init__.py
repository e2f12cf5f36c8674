"""Plain text as a paper: what was pasted from Word or taken out of a PDF, with its lines broken anywhere."""

from vanban.plaintext.opening import text_of
from vanban.plaintext.reading import read_paper

__all__ = ["read_paper", "text_of"]
