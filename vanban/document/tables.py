"""Pipe tables: rows of text ⇄ a table with its columns, header rows and merged cells."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial

from vanban.document.blocks import Cell, Column, Footnote, Inline, Table
from vanban.document.inline import NoteOf, read_inline, write_inline
from vanban.document.settings import Tell, number_of, number_text, read_settings

COLUMN_KINDS: dict[str, Column] = {
    "trai": Column(align="trai"),
    "giua": Column(align="giua"),
    "phai": Column(align="phai"),
    "deu": Column(align="deu"),
    "so": Column(align="phai", number=True),
}
"""The words of ``canh=``, each of which may be shortened to its first letter."""
_KIND_BY_WORD = {**COLUMN_KINDS, **{word[0]: column for word, column in COLUMN_KINDS.items()}}
_WORD_BY_KIND = {column: word for word, column in COLUMN_KINDS.items()}

_SEPARATOR = re.compile("-{3,}|:-+:?|-+:")
_KIND_BY_COLONS = {
    (False, False): "trai",
    (True, False): "trai",
    (True, True): "giua",
    (False, True): "phai",
}
_DASHES = {"trai": "---", "giua": ":-:", "phai": "--:"}
SETTINGS = ("rong", "canh", "dau")
MOST_COLUMNS = 63
"""Word refuses a table with more."""

Grid = list[tuple[Cell, ...]]


def read_table(
    lines: Sequence[str], settings: str, caption: Inline, tell: Tell, note_of: NoteOf
) -> Table | None:
    """Read the rows of one table.

    Args:
        lines: its lines, each beginning with ``|`` after spaces.
        settings: the ``{…}`` before it, "" without one; it is told as line -1.
        caption: its caption.
        tell: told of every fault, lines counting from the first row.
        note_of: gives the footnotes of its cells.

    Returns:
        The table, or None when its rows and columns do not fit together.
    """
    return _Reader(lines, settings, tell, note_of).read(caption)


class _Reader:
    """One table; ``rows`` keeps each row's cells as raw text with the index of its line."""

    def __init__(self, lines: Sequence[str], settings: str, tell: Tell, note_of: NoteOf) -> None:
        self.lines = lines
        self.tell = tell
        self.note_of = note_of
        self.rows = [(index, split_row(line.strip(" "))) for index, line in enumerate(lines)]
        self.settings = read_settings(settings, SETTINGS, partial(self._tell_settings))
        self.separator, self.head = self._take_separator()
        self.width = len(self.rows[0][1]) if self.rows else len(self.separator)

    def read(self, caption: Inline) -> Table | None:
        if self.width > MOST_COLUMNS:
            self.tell("VB127", 0, 0, {"found": self.width, "most": MOST_COLUMNS})
            return None
        columns = self._columns()
        head = self._header_rows()
        wrong = [(index, row) for index, row in self.rows if len(row) != self.width]
        for index, row in wrong:
            self.tell("VB130", index, 0, {"found": len(row), "expected": self.width})
        if wrong:
            return None
        rows = [
            tuple([self._cell(raw, index, row, x) for x, raw in enumerate(row)]) for index, row in self.rows
        ]
        return Table(columns, tuple(self._merged(rows, head)), head, caption)

    def _take_separator(self) -> tuple[list[str], int | None]:
        """Take the first row of dashes out; its column kinds, and how many rows stand above it."""
        for at, (_, row) in enumerate(self.rows):
            if all(_SEPARATOR.fullmatch(raw.strip(" ")) for raw in row):
                del self.rows[at]
                colons = [(raw.strip(" ")[0] == ":", raw.strip(" ")[-1] == ":") for raw in row]
                return [_KIND_BY_COLONS[pair] for pair in colons], at
        return [], None

    def _columns(self) -> tuple[Column, ...]:
        kinds = self._kinds()
        words = self._per_column("rong")
        widths = [number_of(word) for word in words] or [1.0] * self.width
        columns = []
        for kind, width, word in zip(kinds, widths, words or kinds, strict=False):
            if width is None:
                self._tell_settings("VB132", {"text": f"rong={word}", "allowed": "rong=1,4.5,2"})
            columns.append(Column(width or 1.0, kind.align, kind.number))
        return tuple(columns)

    def _kinds(self) -> list[Column]:
        words = self._per_column("canh")
        for word in words:
            if word not in _KIND_BY_WORD:
                self._tell_settings("VB132", {"text": f"canh={word}", "allowed": ", ".join(COLUMN_KINDS)})
        if not words and len(self.separator) == self.width:
            words = self.separator
        return [_KIND_BY_WORD.get(word, Column()) for word in words] or [Column()] * self.width

    def _per_column(self, name: str) -> list[str]:
        words = [word.strip() for word in self.settings[name].split(",")] if name in self.settings else []
        if words and len(words) != self.width:
            self._tell_settings("VB133", {"name": name, "found": len(words), "expected": self.width})
            return []
        return words

    def _header_rows(self) -> int:
        word = self.settings.get("dau")
        if word is None:
            return min(1, len(self.rows)) if self.head is None else self.head
        if not word.isdecimal():
            self._tell_settings("VB132", {"text": f"dau={word}", "allowed": "dau=0, dau=1, dau=2"})
            return 0
        if int(word) > len(self.rows):
            self._tell_settings("VB134", {"rows": len(self.rows), "head": word})
        return int(word)

    def _tell_settings(self, kind: str, details: dict[str, object]) -> None:
        self.tell(kind, -1, 0, details)

    def _cell(self, raw: str, index: int, row: list[str], x: int) -> Cell:
        text = raw.strip(" ")
        if text == "<":
            return Cell(merge="left")
        if text == "^":
            return Cell(merge="up")
        return Cell(read_inline(text, partial(self._report, index, row, x), note_of=self.note_of, cell=True))

    def _report(
        self, index: int, row: list[str], x: int, kind: str, offset: int, details: dict[str, object]
    ) -> None:
        self.tell(kind, index, self._column_of(index, row, x) + offset, details)

    def _column_of(self, index: int, row: list[str], x: int) -> int:
        """Where the text of a cell begins in its line."""
        bar = self.lines[index].index("|")
        return bar + sum(len(raw) + 1 for raw in row[:x]) + 1 + len(row[x]) - len(row[x].lstrip(" "))

    def _merged(self, rows: Grid, head: int) -> Grid:
        if not any(cell.merge for row in rows for cell in row):
            return rows
        merged, wrong = merge(rows, head)
        for y, x in wrong:
            index, row = self.rows[y]
            self.tell("VB131", index, self._column_of(index, row, x), {"sign": row[x].strip(" ")})
        return merged


def split_row(line: str) -> list[str]:
    """The raw cells of a row; the bar at its end may be missing."""
    body = line[1:]
    if "\\" in body:
        masked = body.replace("\\\\", "\0\0").replace("\\|", "\0\1")
        cells = [raw.replace("\0\1", "\\|").replace("\0\0", "\\\\") for raw in masked.split("|")]
    else:
        cells = body.split("|")
    if len(cells) > 1 and not cells[-1].strip(" "):
        cells.pop()
    return cells


def merge(rows: Grid, head: int) -> tuple[Grid, list[tuple[int, int]]]:
    """Bring merged cells into their normal form.

    Returns:
        The rows, and (row, column) of cells whose merging makes no rectangle, leaves the table, or joins the
        header to the rest.
    """
    owners: list[list[tuple[int, int]]] = []
    areas: dict[tuple[int, int], list[tuple[int, int]]] = {}
    wrong: list[tuple[int, int]] = []
    for y, row in enumerate(rows):
        owners.append([])
        for x, cell in enumerate(row):
            owner = (y, x)
            if (cell.merge == "left" and x == 0) or (cell.merge == "up" and y in (0, head)):
                wrong.append(owner)
            elif cell.merge:
                owner = owners[y][x - 1] if cell.merge == "left" else owners[y - 1][x]
                areas.setdefault(owner, []).append((y, x))
            owners[y].append(owner)
    for (top, left), cells in areas.items():
        bottom, right = (max(steps) for steps in zip(*cells, strict=True))
        if len(cells) + 1 != (max(bottom, top) - top + 1) * (max(right, left) - left + 1):
            wrong.append(cells[-1])
    normal = [
        tuple([Cell(merge="left" if owners[y][x][0] == y else "up") if cell.merge else cell
               for x, cell in enumerate(row)])
        for y, row in enumerate(rows)
    ]  # fmt: skip
    return normal, sorted(wrong)


def write_table(table: Table, notes: list[Footnote]) -> list[str]:
    """Write a table as the lines that :func:`read_table` reads back, its settings and caption before it."""
    caption = [f"Bảng: {write_inline(table.caption, notes)}"] if table.caption else []
    kinds = [_WORD_BY_KIND[Column(1.0, column.align, column.number)] for column in table.columns]
    settings = []
    if any(column.width != 1 for column in table.columns):
        settings.append("rong=" + ",".join(number_text(column.width) for column in table.columns))
    if not _DASHES.keys() >= set(kinds):
        settings.append("canh=" + ",".join(kinds))
    rows = [[_cell_text(cell, notes) for cell in row] for row in table.rows]
    rows.insert(table.header_rows, [_DASHES.get(kind, "---") for kind in kinds])
    lines = [f"| {' | '.join(row)} |" for row in rows]
    return [*caption, *([f"{{{' '.join(settings)}}}"] if settings else []), *lines]


def _cell_text(cell: Cell, notes: list[Footnote]) -> str:
    if cell.merge:
        return "<" if cell.merge == "left" else "^"
    text = write_inline(cell.text, notes)
    return f"\\{text}" if _SEPARATOR.fullmatch(text) else text
