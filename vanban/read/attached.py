"""The document that a PDF of ours carries (``vanban render --embed``), and whether its pages still say it."""

from __future__ import annotations

from collections import Counter

from vanban.document import parse_source
from vanban.document.model import Document
from vanban.document.normal_form import normal_form
from vanban.errors import VanbanError
from vanban.pdf.attached import attached_source
from vanban.read.words import words_in


def attached_document(data: bytes) -> Document | None:
    """The document in the bytes of a PDF, exactly as it was rendered; None where it carries none."""
    source = attached_source(data)
    if source is None:
        return None

    def picture(path: str) -> bytes:
        if path not in source.pictures:
            raise FileNotFoundError(path)
        return source.pictures[path]

    try:
        return parse_source(source.text.decode(), images=picture).document
    except (VanbanError, UnicodeDecodeError):
        return None


def says_the_same(attached: Document, drawn: Document) -> bool:
    """Whether the pages, read as ``drawn``, have the words of the attached document, each as often.

    Somebody may have changed the pages, or attached another text: what a reader sees decides.
    """
    return Counter(words_in(normal_form(attached))) == Counter(words_in(normal_form(drawn)))
