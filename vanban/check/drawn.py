"""The page of each paragraph of a Word file, from the pages as they are drawn."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from vanban.paper import Paper, Paragraph

_ENOUGH = 24
"""Letters at the beginning of a paragraph that tell it from its neighbours."""
_AHEAD = 20_000
"""Letters that the search looks ahead, a few pages: one paragraph that is not found loses no other."""


def with_pages_of(paper: Paper, drawn: Paper) -> Paper:
    """Give every paragraph of ``paper`` the page on which ``drawn``, the same text as a PDF, shows it.

    Texts are compared without white space, in reading order. A paragraph that is not found, or that is
    empty, is on the page of the one before it.
    """
    letters, pages = _letters(drawn)
    at, page = 0, 1
    paragraphs = []
    for paragraph in paper.paragraphs:
        wanted = _bare(paragraph.label + paragraph.text)[:_ENOUGH]
        found = letters.find(wanted, at, at + _AHEAD) if wanted else -1
        if found >= 0:
            page = _page_at(pages, found)
            at = found + len(wanted) if not paragraph.cell else at
        paragraphs.append(replace(paragraph, page=page))
    return replace(paper, paragraphs=tuple(paragraphs), pages=drawn.pages)


def _letters(drawn: Paper) -> tuple[str, list[tuple[int, int]]]:
    """All letters in a row, and where each page begins among them."""
    pieces: list[str] = []
    pages: list[tuple[int, int]] = []
    length = 0
    for page, text in _texts(drawn.paragraphs):
        if not pages or pages[-1][1] != page:
            pages.append((length, page))
        pieces.append(text)
        length += len(text)
    return "".join(pieces), pages


def _texts(paragraphs: tuple[Paragraph, ...]) -> Iterator[tuple[int, str]]:
    for paragraph in paragraphs:
        yield paragraph.page or 1, _bare(paragraph.label + paragraph.text)


def _page_at(pages: list[tuple[int, int]], place: int) -> int:
    return next((page for start, page in reversed(pages) if start <= place), 1)


def _bare(text: str) -> str:
    return "".join(text.split())
