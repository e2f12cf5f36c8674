"""Cases made by hand: plain lines, a table and a date of issue, for the rules on facts and figures."""

from __future__ import annotations

from collections.abc import Sequence

from vanban.check.model import Case, Hit
from vanban.check.register import rules
from vanban.paper import Cell, Paper, PaperSection, PaperTable, Paragraph, Run, TableCell, TextLook
from vanban.parts import Anatomy, Part
from vanban.tiengviet.dates import Ngay

ISSUED = Ngay(2026, 3, 16)


def case(
    *lines: str,
    table: Sequence[Sequence[str | int]] = (),
    issued: Ngay | None = ISSUED,
    **components: str,
) -> Case:
    """A paper of these components, then plain lines, then a table.

    A table's cell may be a number: as many columns to its left are merged into the cell before.
    """
    paragraphs: list[Paragraph] = []
    parts: list[Part] = []

    def add(name: str, text: str, cell: Cell | None = None) -> int:
        paragraph = Paragraph(len(paragraphs) + 1, (Run(text, TextLook()),), cell=cell)
        paragraphs.append(paragraph)
        parts.append(Part(name, paragraph, 0, len(text)))
        return paragraph.number

    for name, text in components.items():
        add(name, text)
    for line in lines:
        add("doan", line)
    rows: list[tuple[TableCell, ...]] = []
    for number, texts in enumerate(table, 1):
        cells: list[TableCell] = []
        for column, shown in enumerate(texts, 1):
            if isinstance(shown, int):
                cells[-1] = TableCell(cells[-1].paragraphs, columns=shown + 1)
            else:
                cells.append(TableCell((add("bang", shown, Cell(1, number, column)),)))
        rows.append(tuple(cells))
    tables = (PaperTable(1, tuple(rows), lined=True),) if rows else ()
    paper = Paper("docx", (PaperSection(),), tuple(paragraphs), tables)
    return Case(paper, Anatomy(tuple(parts), issued=issued))


def hits(judged: Case, *prefixes: str) -> list[tuple[str, Hit]]:
    """What the rules whose ids begin so find."""
    return [
        (name, hit) for name, one in rules().items() if name.startswith(prefixes) for hit in one.find(judged)
    ]


def words(hit: Hit) -> str:
    """The words that a hit is about."""
    assert hit.at is not None
    return hit.at.text[hit.start : hit.end]
