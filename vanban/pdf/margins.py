"""What stands in the margins of a section: page numbers, headers and footers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol

from vanban.paper import Cell, PageKind, PaperSection, Paragraph, Run, Story
from vanban.pdf.drawing import MM
from vanban.pdf.lines import Line
from vanban.pdf.paragraphs import Frame
from vanban.pdf.sections import Pages, number_on

_Stories = dict[PageKind, tuple[Paragraph, ...]]


class SetText(Protocol):
    """Sets lines of a column as paragraphs."""

    def __call__(
        self, lines: Sequence[Line], frame: Frame, cell: Cell | None = None, story: Story = "body"
    ) -> tuple[Paragraph, ...]:
        """The paragraphs, numbered on."""


def paper_section(pages: Pages, set_text: SetText) -> PaperSection:
    """The section, with one paragraph for the page number of all its pages."""
    frame = pages.frame
    headers: _Stories = {}
    footers: _Stories = {}
    numbered = [sheet for sheet in pages.sheets if sheet.page_number]
    first = pages.sheets[0]
    for sheet in numbered[:1]:
        assert sheet.page_number is not None
        story: Story = "footer" if sheet.at_foot else "header"
        paragraphs = tuple(_numbered(one) for one in set_text([sheet.page_number], frame, story=story))
        (footers if sheet.at_foot else headers)["default"] = paragraphs
    first_differs = bool(numbered) and first.page_number is None and len(pages.sheets) > 1
    for name, stories in (("headers", headers), ("footers", footers)):
        story = "header" if name == "headers" else "footer"
        holders = [sheet for sheet in pages.sheets if getattr(sheet, name)]
        if holders:
            only_first = holders == [first] and len(pages.sheets) > 1
            first_differs |= only_first
            kind: PageKind = "first" if only_first else "default"
            stories[kind] = (*stories.get(kind, ()), *set_text(getattr(holders[0], name), frame, story=story))
    return PaperSection(
        width_mm=round(pages.width_mm, 1),
        height_mm=round(pages.height_mm, 1),
        top_mm=round(pages.top_mm, 1),
        bottom_mm=round(pages.bottom_mm, 1),
        left_mm=round(pages.left * MM, 1),
        right_mm=round(pages.width_mm - pages.right * MM, 1),
        header_mm=next(
            (round(s.page_number.top * MM, 1) for s in numbered if s.page_number and not s.at_foot), None
        ),
        first_differs=first_differs,
        page_start=_start(pages),
        headers=headers,
        footers=footers,
    )


def _start(pages: Pages) -> int | None:
    """The number of the first page; None where it is not told, or where it goes on from the pages before."""
    for at, sheet in enumerate(pages.sheets):
        number = number_on(sheet)
        if number is not None:
            begins_anew = number != sheet.number or pages.sheets[0].number == 1
            return number - at if begins_anew else None
    return None


def _numbered(paragraph: Paragraph) -> Paragraph:
    """The paragraph with its figures as the field that prints them."""
    runs: list[Run] = []
    for run in paragraph.runs:
        for text in filter(None, re.split(r"(\d+)", run.text)):
            runs.append(Run(text, run.look, "PAGE" if text.isdigit() else ""))
    return replace(paragraph, runs=tuple(runs))
