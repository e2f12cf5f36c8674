"""A page as a paper: the body, then what stands in margins and in notes."""

from __future__ import annotations

from dataclasses import replace

from vanban.errors import fail
from vanban.html.css import read_sheets
from vanban.html.flow import Block
from vanban.html.notes import find_notes
from vanban.html.opening import open_page
from vanban.html.sections import Sections
from vanban.html.styles import Style
from vanban.html.walk import Walk
from vanban.language import _
from vanban.paper import PageKind, Paper, PaperSection, Paragraph, Story

_FIRST_CLASS = "chan"
"""Our own footer: the address of the office, on the first page alone."""


def read_paper(data: bytes) -> Paper:
    """An HTML page as it looks on paper: saved by Word or LibreOffice, or rendered by us.

    Words are in composed letters (NFC). The marks of footnotes are no letters, as in a Word file. Pictures
    are read where they are inside the page. What is hidden, deleted or a comment is left out.

    Raises:
        InputError: VB223 not a page or one without words, VB224 too large or too deep, VB225 frames alone.
    """
    root = open_page(data)
    sheet = read_sheets(root)
    walk = Walk(sheet, find_notes(root), Sections(sheet.pages))
    walk.element(root, Style(), Block(width_mm=walk.sections.width_mm))
    walk.flow.close()
    body = tuple(walk.flow.paragraphs)
    if not any(paragraph.text.strip() for paragraph in body):
        raise fail("VB223", reason=_("không có chữ nào"))
    sections = _sections(walk)
    notes = _notes(walk)
    return Paper(
        origin="html",
        sections=sections,
        paragraphs=body,
        tables=tuple(table for table in walk.tables if table is not None),
        lines=tuple(sorted(walk.flow.lines, key=lambda line: line.number)),
        footnotes=tuple(walk.flow.paragraphs[number - 1] for note in notes.values() for number in note),
        notes=walk.flow.marks(notes),
        pictures=tuple(picture for picture in walk.flow.pictures if picture.number <= len(body)),
        lost_pictures=tuple(number for number in walk.flow.lost_pictures if number <= len(body)),
    )


def _sections(walk: Walk) -> tuple[PaperSection, ...]:
    sections = [walk.sections.made(name) for name in walk.sections.names]
    stories: list[dict[str, dict[PageKind, tuple[Paragraph, ...]]]] = [
        {"header": {}, "footer": {}} for _section in sections
    ]
    for kind, element, style, number in walk.running:
        first = element.get("class") == _FIRST_CLASS
        walk.flow.section = number
        walk.places += 1
        begin = walk.flow.count
        story: Story = "header" if kind == "header" else "footer"
        around = Block(width_mm=sections[number].text_width_mm, story=story, place=walk.places)
        walk.element(element, style, around)
        walk.flow.close()
        stories[number][kind].setdefault("first" if first else "default", tuple(walk.flow.paragraphs[begin:]))
    return tuple(
        replace(
            section,
            headers=kept["header"],
            footers=kept["footer"],
            first_differs="first" in kept["footer"],
        )
        for section, kept in zip(sections, stories, strict=True)
    )


def _notes(walk: Walk) -> dict[int, tuple[int, ...]]:
    """The numbers of the paragraphs of each note, in the order of the notes."""
    notes: dict[int, tuple[int, ...]] = {}
    for note, element, style in walk.notes_met:
        begin = walk.flow.count
        walk.places += 1
        around = Block(width_mm=walk.sections.width_mm, story="footnote", place=walk.places)
        walk.element(element, style, around)
        walk.flow.close()
        notes[note] = tuple(paragraph.number for paragraph in walk.flow.paragraphs[begin:])
    return notes
