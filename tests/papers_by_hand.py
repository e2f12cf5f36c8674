"""Papers put together paragraph by paragraph, as a reader of files would hand them over."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from vanban.paper import (
    Align,
    Cell,
    DrawnLine,
    Origin,
    Paper,
    PaperSection,
    PaperTable,
    Paragraph,
    ParagraphLook,
    Run,
    Story,
    TableCell,
    TextLook,
)
from vanban.parts import Part, find_parts

ALIGNS: dict[str, Align] = {"l": "left", "c": "center", "r": "right", "j": "justify"}


def p(
    text: str = "",
    look: str = "",
    *,
    cell: tuple[int, int, int] | None = None,
    label: str = "",
    story: Story = "body",
    section: int = 0,
    new_page: bool = False,
    font: str = "Times New Roman",
    rest: str | None = None,
) -> Paragraph:
    """A paragraph: ``look`` holds b, i, k (capitals) and one of l, c, r, j; ``rest`` follows it, not bold."""
    letters = TextLook(font=font, bold="b" in look, italic="i" in look, caps="k" in look)
    runs = [Run(text, letters)] if text else []
    if rest is not None:
        runs.append(Run(rest, replace(letters, bold=False)))
    return Paragraph(
        number=0,
        runs=tuple(runs),
        look=ParagraphLook(
            align=next((ALIGNS[letter] for letter in look if letter in ALIGNS), "left"),
            page_break_before=new_page,
        ),
        cell=Cell(*cell) if cell else None,
        label=label,
        story=story,
        section=section,
    )


def cells(table: int, *rows: Sequence[Sequence[Paragraph]]) -> list[Paragraph]:
    """The paragraphs of a table given row by row, cell by cell."""
    return [
        replace(paragraph, cell=Cell(table, row, column))
        for row, columns in enumerate(rows, start=1)
        for column, inside in enumerate(columns, start=1)
        for paragraph in inside
    ]


def paper(
    *paragraphs: Paragraph,
    lined: Sequence[int] = (),
    ruled: Sequence[str] = (),
    columns: Sequence[int] = (1,),
    origin: Origin = "docx",
) -> Paper:
    """The paper; ``lined`` tables draw lines, the paragraphs in ``ruled`` have a rule under them."""
    numbered = tuple(replace(one, number=number) for number, one in enumerate(paragraphs, start=1))
    return Paper(
        origin=origin,
        sections=tuple(PaperSection(columns=count) for count in columns),
        paragraphs=numbered,
        tables=tuple(_tables(numbered, lined)),
        lines=tuple(DrawnLine(one.number, "shape") for one in numbered if one.text in ruled),
    )


def _tables(paragraphs: Sequence[Paragraph], lined: Sequence[int]) -> list[PaperTable]:
    tables: dict[int, dict[int, dict[int, list[int]]]] = {}
    for paragraph in paragraphs:
        if cell := paragraph.cell:
            rows = tables.setdefault(cell.table, {})
            rows.setdefault(cell.row, {}).setdefault(cell.column, []).append(paragraph.number)
    return [
        PaperTable(
            number,
            tuple(tuple(TableCell(tuple(inside)) for inside in row.values()) for row in rows.values()),
            number in lined,
        )
        for number, rows in tables.items()
    ]


def told(parts: Sequence[Part]) -> list[tuple[str, str]]:
    """Components and their words."""
    return [(part.id, part.text) for part in parts]


def parts_of(*paragraphs: Paragraph) -> list[tuple[str, str]]:
    """The components found in a paper of these paragraphs, and their words."""
    return told(find_parts(paper(*paragraphs)).parts)
