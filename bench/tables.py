"""Results as Markdown."""

from __future__ import annotations

from collections.abc import Sequence


def markdown(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Draw a table: the first column left, figures right, in columns of even width."""
    widths = [max(map(len, column)) for column in zip(head, *rows, strict=True)]
    lines = [_line(head, widths), _rule(widths), *(_line(row, widths) for row in rows)]
    return "\n".join(lines)


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    first, *others = zip(cells, widths, strict=True)
    return "| " + " | ".join([first[0].ljust(first[1]), *(text.rjust(wide) for text, wide in others)]) + " |"


def _rule(widths: Sequence[int]) -> str:
    return "| " + " | ".join(["-" * widths[0], *("-" * (wide - 1) + ":" for wide in widths[1:])]) + " |"
