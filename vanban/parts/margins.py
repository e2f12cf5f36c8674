"""What stands beside the body: page numbers, the address of the office, footnotes."""

from __future__ import annotations

from collections.abc import Iterator

from vanban.paper import Paper, Paragraph
from vanban.parts.letters import fold
from vanban.parts.model import Part
from vanban.parts.names import is_address


def find_in_margins(paper: Paper) -> Iterator[Part]:
    """The page numbers and addresses of headers and footers, each story once, then the footnotes."""
    told: set[int] = set()
    for section in paper.sections:
        for stories in (section.headers, section.footers):
            for paragraph in (one for story in stories.values() for one in story):
                if paragraph.number in told:
                    continue
                told.add(paragraph.number)
                if any(run.field == "PAGE" for run in paragraph.runs):
                    yield _whole("so_trang", paragraph)
                elif is_address(fold(paragraph.text)):
                    yield _whole("dia_chi", paragraph)
    for note in paper.footnotes:
        if note.text.strip():
            yield _whole("chu_thich", note)


def _whole(name: str, paragraph: Paragraph) -> Part:
    text = paragraph.text
    start = len(text) - len(text.lstrip())
    return Part(name, paragraph, start, max(len(text.rstrip()), start))
