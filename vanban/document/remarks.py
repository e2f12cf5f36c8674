"""Remarks: lines of a source that speak to its author and are no part of the document."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from typing import TypeAlias

from vanban.located import Path
from vanban.tiengviet.unicode import clean

Remarks: TypeAlias = Mapping[Path, Sequence[str]]
"""Remarks by the path of the text that they are about, as ``("can_cu", 2)`` or ``("noi_dung", 14)``."""

OPENING, CLOSING = "<!--", "-->"
TO_REVIEW = "XEM LẠI"
"""How a remark begins that asks a person to look."""

_REMARK = re.compile(rf" *{OPENING}(?:(?!{CLOSING}).)*{CLOSING} *")
_OPENED = re.compile(rf" *{OPENING}")
_ASKS = re.compile(rf" *(?:{OPENING}|#+) *{TO_REVIEW}\b")


def is_remark(line: str) -> bool:
    """Whether a line of an outline is a remark: ``<!-- … -->`` and nothing else."""
    return OPENING in line and bool(_REMARK.fullmatch(line))


def opens_remark(line: str) -> bool:
    """Whether a line begins as a remark does, though it may not end as one."""
    return OPENING in line and bool(_OPENED.match(line))


def asking(lines: Sequence[str]) -> list[int]:
    """The indices of the lines, of YAML or of an outline, that ask a person to look."""
    return [row for row, line in enumerate(lines) if TO_REVIEW in line and _ASKS.match(line)]


def outline_remark(words: str) -> str:
    """A remark as a line of an outline."""
    return f"{OPENING} {_one_line(words).replace(CLOSING, '→')} {CLOSING}"


def yaml_remark(words: str) -> str:
    """A remark as a line of YAML."""
    return f"# {_one_line(words)}"


def _one_line(words: str) -> str:
    return " ".join(clean(words)[0].split())


def above_lines(remarks: Remarks, paths: Collection[Path]) -> dict[Path, list[str]]:
    """Remarks by the line that they stand above.

    Args:
        remarks: by what they are about.
        paths: what has a line of its own; a remark about a smaller thing stands above what holds it.

    Returns:
        Remarks by one of ``paths``, or by ``()`` where none holds what they are about.
    """
    above: dict[Path, list[str]] = {}
    for path, words in remarks.items():
        while path and path not in paths:
            path = path[:-1]
        above.setdefault(path, []).extend(words)
    return above
