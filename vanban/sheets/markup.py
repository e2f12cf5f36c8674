"""The markup of a workbook → texts and rows of cells, as quickly as Python can (ECMA-376, 18.3 and 18.4)."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from sys import intern
from typing import IO

from lxml import etree
from openpyxl.utils.datetime import from_excel, from_ISO8601

from vanban.sheets.model import Cell, Line, Value

MOST_COLUMNS = 1_000
"""What stands further to the right is passed over."""

_NAMES = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_ENTRY, _RUN, _TEXT = f"{_NAMES}si", f"{_NAMES}r", f"{_NAMES}t"
_ROW, _VALUE, _INLINE = f"{_NAMES}row", f"{_NAMES}v", f"{_NAMES}is"
_ESCAPED = "x005F_"
_EMPTY = Cell(None)


@dataclass(frozen=True, slots=True)
class Styles:
    """What the styles of cells, by their numbers, say of values.

    ``forms`` are forms of numbers (``000``); ``dates`` are those that show a number as a date or time, and
    ``spans`` those of them that show it as a length of time; ``epoch`` is day 0.
    """

    forms: Sequence[str]
    dates: Collection[int]
    spans: Collection[int]
    epoch: datetime


def read_strings(source: IO[bytes]) -> list[str]:
    """The table of texts that cells share."""
    strings = []
    for _event, entry in _parsed(source, _ENTRY):
        strings.append(_text(entry).replace(_ESCAPED, ""))
    return strings


def read_rows(source: IO[bytes], strings: Sequence[str], styles: Styles) -> Iterator[Line]:
    """The rows of a sheet that hold something; a row that comes too late is none.

    Raises:
        Exception: whatever broken markup leads to.
    """
    number = last = 0
    for _event, row in _parsed(source, _ROW):
        at = row.get("r")
        number = int(float(at)) if at else number + 1
        if number <= last:
            continue
        last = number
        cells: list[Cell] = []
        column = -1
        for node in row:
            name = node.get("r")
            column = _column(name.rstrip("0123456789")) if name else column + 1
            if column >= MOST_COLUMNS:
                continue
            cell = _cell(node, strings, styles)
            if column == len(cells):
                cells.append(cell)
                continue
            cells += [_EMPTY] * (column + 1 - len(cells))
            cells[column] = cell
        if any(cell is not _EMPTY for cell in cells):
            yield Line(number, tuple(cells))


def _parsed(source: IO[bytes], tag: str) -> Iterator[tuple[str, etree._Element]]:
    """Elements as they end; each is gone when the next one comes."""
    reading = etree.iterparse(
        source, tag=tag, resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True
    )
    for event, element in reading:
        yield event, element
        element.clear()
        while element.getprevious() is not None:
            del element.getparent()[0]  # type: ignore[union-attr]  # it has one: there is an element before it


@lru_cache(maxsize=2 * MOST_COLUMNS)
def _column(letters: str) -> int:
    """The column with these letters, counted from 0: ``C`` → 2."""
    column = 0
    for letter in letters.upper():
        if not "A" <= letter <= "Z":
            raise ValueError(letters)
        column = column * 26 + ord(letter) - 64
    return column - 1


def _cell(node: etree._Element, strings: Sequence[str], styles: Styles) -> Cell:
    kind = node.get("t", "n")
    text = None
    for part in node:
        if part.tag == _VALUE:
            text = part.text
        elif kind == "inlineStr" and part.tag == _INLINE:
            return _worded(intern(_text(part)))
    if not text:
        return _EMPTY
    match kind:
        case "s":
            return _worded(strings[int(text)])
        case "n":
            return _number(text, int(node.get("s", 0)), styles)
        case "b":
            return Cell(bool(int(text)), styles.forms[int(node.get("s", 0))])
        case "d":
            return Cell(from_ISO8601(text), styles.forms[int(node.get("s", 0))])  # type: ignore[no-untyped-call]
        case "e":
            return Cell(None, broken=text)
    return Cell(text)


def _number(text: str, style: int, styles: Styles) -> Cell:
    value: Value = float(text) if "." in text or "E" in text or "e" in text else int(text)
    if style in styles.dates:
        try:
            value = from_excel(value, styles.epoch, timedelta=style in styles.spans)
        except (OverflowError, ValueError):
            return Cell(None, broken="#VALUE!")
    return Cell(value, styles.forms[style])


def _worded(words: str) -> Cell:
    return Cell(words) if words else _EMPTY


def _text(entry: etree._Element) -> str:
    """The words of a text, with its runs, without how they are read aloud."""
    if len(entry) == 1 and (only := entry[0]).tag == _TEXT:
        return only.text or ""
    parts = [*entry.iterfind(_TEXT), *entry.iterfind(f"{_RUN}/{_TEXT}")]
    return "".join(part.text or "" for part in parts)
