"""Marks in filled text that tell where each line comes from, and keep data from becoming structure.

Two control characters serve, which :func:`vanban.tiengviet.unicode.clean` removes from everything that
enters: no template and no data can forge a mark.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from vanban.document.inline import escape
from vanban.document.markers import starts_block

_ORIGIN = "\x01"
"""Stands around an origin, at the end of the words that come from there."""
_DATA = "\x02"
"""Stands before a value."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a line was written: in the template, or in an outline text of the data.

    ``prose`` is None for the template, ``line`` counts from 0 there and in the text.
    """

    line: int
    prose: int | None = None


def mark_template(text: str, line: int) -> str:
    """Mark the lines of a stretch of the template that begins on ``line``."""
    first, *rest = text.split("\n")
    return first + "".join(f"{_ORIGIN}{line + at}{_ORIGIN}\n{words}" for at, words in enumerate(rest))


def mark_prose(text: str, prose: int) -> str:
    """Mark the lines of an outline text, whose blocks are taken over."""
    lines = text.split("\n") if text else []
    return "\n".join(f"{words}{_ORIGIN}{at}/{prose}{_ORIGIN}" for at, words in enumerate(lines))


@lru_cache(maxsize=4096)  # the documents of a batch have many values in common
def mark_value(text: str) -> str:
    """Escape a value for the outline and mark where it begins."""
    return f"{_DATA}{escape(text)}" if text else ""


def unmark(text: str) -> tuple[str, list[str]]:
    """Take the marks away.

    A line that begins with a value is made plain where value and template together look like a marker: with
    ``{{ a }}. B`` and a = "1" the line is text and no khoản.

    Returns:
        The outline, and for each of its lines what :func:`origin` reads.
    """
    lines: list[str] = []
    origins: list[str] = []
    for line in text.split("\n"):
        parts = line.split(_ORIGIN)
        words = "".join(parts[::2])
        if _DATA in words:
            from_data = words.lstrip(" ").startswith(_DATA)
            words = words.replace(_DATA, "")
            if from_data and starts_block(words.lstrip(" ")):
                words = f"\\{words.lstrip(' ')}"
        lines.append(words)
        origins.append(parts[1] if len(parts) > 1 else "")
    return "\n".join(lines), origins


def origin(mark: str) -> Origin:
    """Read the mark of a line; one without a mark is the template's end."""
    line, _, prose = mark.partition("/")
    return Origin(int(line or 0), int(prose) if prose else None)
