"""Tables whose columns are kept apart by spaces alone: where they end, and where their columns begin."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import accumulate, groupby, islice

from vanban.plaintext.columns import find_columns
from vanban.plaintext.marks import begins, is_amid, is_ended
from vanban.plaintext.rows import Row

Span = tuple[int, int]

_SPACES = re.compile(" {2,}")
_WORD = re.compile(r"[^ ]+")
_LEAST_ROWS, _LEAST_COLUMNS = 3, 3
_LONGEST = 150
"""Rows of a table on one page at most."""
_LEAST_INDENT = 4
_MOST_BLANK = 1
_CROSSED = 0.3
"""The share of the rows that may hold a gap inside a cell."""
_NARROW = 0.6
"""How long a row without gaps may be, as a share of the longest."""
_REMARK = 25
"""How long a row in brackets is that stands below a table."""
_OFF_SHARE, _OFF = 10, 4
"""One of how many rows may stand in the gap between columns, and how many columns it may be off."""
_TOUCHING, _UNKNOWN = 0.5, 0.75
"""Of the rows that have words on both sides of a gap, the share from which on it parts words, not columns;
what is taken for it where no row has and the gap is a single column."""


def find_spaced(rows: Sequence[Row], at: int) -> tuple[list[list[str]], int] | None:
    """The words of each line in each column of the table that begins at a row, and the row after it."""
    if not _may_begin(rows, at) or len(_gaps(rows[at : at + _LEAST_ROWS], 0)) + 1 < _LEAST_COLUMNS:
        return None
    block = rows[at : _extent(rows, at)]
    ways = [_columns(block, off) for off in sorted({0, len(block) // _OFF_SHARE})]
    lines = max(ways, key=lambda lines: (_used(lines), len(lines)))
    several = sum(sum(map(bool, line)) > 1 for line in lines)
    if lines and sum(map(bool, lines[0])) > 1 and not _SPACES.search(block[0].words):
        return None
    if len(lines) < _LEAST_ROWS or len(lines[0]) < _LEAST_COLUMNS or several < 2 or _is_torn(lines):
        return None
    return lines, at + len(lines)


def _used(lines: Sequence[Sequence[str]]) -> int:
    """How many columns have words at least half as often as the first."""
    filled = [sum(map(bool, column)) for column in zip(*lines, strict=True)]
    return sum(2 * count >= filled[0] for count in filled)


def _is_torn(lines: Sequence[Sequence[str]]) -> bool:
    """Whether many cells hold words with a wide gap between, so that columns were not told apart."""
    torn = sum(any(_SPACES.search(cell) for cell in line) for line in lines)
    return torn > _CROSSED * len(lines)


# Its rows ---------------------------------------------------------------------------------------------


def _may_begin(rows: Sequence[Row], at: int) -> bool:
    """Whether a row has a gap, or is the upper line of a cell in a row of a table that has some."""
    row = rows[at]
    if "\t" in row.text:
        return False
    if _SPACES.search(row.words):
        return True
    if row.indent < _LEAST_INDENT or begins(row.words) or at + 1 == len(rows) or rows[at + 1].blank:
        return False
    gaps = [gap.span() for gap in _SPACES.finditer(rows[at + 1].text, rows[at + 1].indent)]
    return bool(gaps) and not any(row.indent < start and end < row.end for start, end in gaps)


def _extent(rows: Sequence[Row], at: int) -> int:
    """The row after the last one that may belong to the table."""
    width = rows[at].end
    stop = at + 1
    while stop < min(len(rows), at + _LONGEST):
        row = rows[stop]
        if row.blank > _MOST_BLANK or row.turned or "\t" in row.text or find_columns(rows, stop, stop):
            break
        width = max(width, row.end)
        if not _SPACES.search(row.words) and _stands_alone(row.words, width):
            break
        stop += 1
    return stop


def _stands_alone(words: str, width: int) -> bool:
    """Whether words without a gap are no line of a cell: long, with a mark, or "./." behind the table."""
    after = begins(words)
    marked = after and words[after:] and words[0].isalnum()
    remark = words.startswith("(") and words.endswith(")") and len(words) > _REMARK
    return bool(marked) or remark or len(words) > _NARROW * width or not any(map(str.isalnum, words))


# Its columns ------------------------------------------------------------------------------------------


def _columns(rows: Sequence[Row], off: int) -> list[list[str]]:
    """The words of rows in each column, up to the first row that crosses columns; ``off`` may stand off."""
    while rows:
        gaps = _gaps(rows, off)
        lines = []
        for row in rows:
            cuts = _cuts(row, gaps)
            if cuts is None:
                break
            lines.append(_parted(row.text, cuts))
        else:
            return lines
        rows = rows[: len(lines)]
    return []


def _gaps(rows: Sequence[Row], most: int) -> list[Span]:
    """What the rows leave free between columns, but for ``most`` that stand in it."""
    width = max(row.end for row in rows)
    change = [0] * (width + 1)
    for row in rows:
        for word in _WORD.finditer(row.text):
            change[word.start()] += 1
            change[word.end()] -= 1
    gaps: list[Span] = []
    place = 0
    for free, group in groupby(count <= most for count in islice(accumulate(change), width)):
        length = sum(1 for _count in group)
        if free and place > 0 and place + length < width:
            gaps.append((place, place + length))
        place += length
    return _without_spaces(rows, gaps)


def _without_spaces(rows: Sequence[Row], gaps: list[Span]) -> list[Span]:
    """The gaps without those that are but the space between two words in most rows."""
    while gaps:
        edges = [0, *(end for _start, end in gaps), 10**6]
        shares = [
            _touching(rows, *edges[place : place + 3], narrow=end - start == 1)
            for place, (start, end) in enumerate(gaps)
        ]
        worst = max(range(len(gaps)), key=lambda place: (shares[place], gaps[place][0] - gaps[place][1]))
        if shares[worst] <= _TOUCHING:
            break
        del gaps[worst]
    return gaps


def _touching(rows: Sequence[Row], before: int, start: int, end: int, *, narrow: bool) -> float:
    """Of the rows with words in a column and in the one before, the share that has one space between."""
    both = [row.text for row in rows if row.text[before:start].strip() and row.text[start:end].strip()]
    touching = sum(text[start] != " " and text[start - 2] != " " for text in both)
    return touching / len(both) if both else _UNKNOWN * narrow


def _cuts(row: Row, gaps: Sequence[Span]) -> list[int] | None:
    """Where a row is cut to columns; None where it does not leave them free."""
    cuts: list[int] = []
    touching = 0
    for start, end in gaps:
        if not row.text[start:end].strip():
            cuts.append(end)
        elif start < row.end <= end:
            cuts.append(row.end)
        elif start <= row.indent < end:
            cuts.append(row.indent)
        else:
            cut = _near(row.text, start, end)
            if cut is None:
                return None
            cuts.append(cut)
        touching += row.indent < cuts[-1] < row.end and row.text[cuts[-1] - 2 : cuts[-1]].strip() != ""
    sentence = is_ended(row.words) and not _SPACES.search(row.words)
    return None if sentence and touching and not is_amid(row.words) else cuts


def _near(text: str, start: int, end: int) -> int | None:
    """Where the word begins behind the widest space in or next to a gap, the nearest of several."""
    spaces = [space.span() for space in re.finditer(" +", text)]
    near = [space for space in spaces if space[0] < end + _OFF and start - _OFF < space[1]]
    best = min(
        near,
        key=lambda space: (space[0] + 1 == space[1], abs(space[0] + space[1] - start - end)),
        default=None,
    )
    return best and best[1]


def _parted(text: str, cuts: Sequence[int]) -> list[str]:
    return [text[start:end].strip() for start, end in zip([0, *cuts], [*cuts, None], strict=True)]
