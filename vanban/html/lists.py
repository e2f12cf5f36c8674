"""What stands before the items of a list."""

from __future__ import annotations

from collections.abc import Callable

from vanban.tiengviet.letters import roman

_BULLETS = {"disc": "•", "circle": "o", "square": "▪", "none": ""}


def _letters(number: int) -> str:
    """a, b, … z, aa, ab, as browsers count."""
    out = ""
    while number > 0:
        number, rest = divmod(number - 1, 26)
        out = chr(ord("a") + rest) + out
    return out


_COUNTS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimal-leading-zero": lambda number: f"{number:02}",
    "lower-alpha": _letters,
    "lower-latin": _letters,
    "upper-alpha": lambda number: _letters(number).upper(),
    "upper-latin": lambda number: _letters(number).upper(),
    "lower-roman": lambda number: roman(number).lower(),
    "upper-roman": lambda number: roman(number),
}
_MOST = 3_999


def label_of(kind: str, number: int) -> str:
    """The label of an item, ``1.``, ``b.``, ``•``; "" where the list shows none.

    Args:
        kind: the value of ``list-style-type``.
        number: of the item.
    """
    if kind.startswith(('"', "'")):
        return kind.strip("\"' ")
    if kind in _BULLETS:
        return _BULLETS[kind]
    count = _COUNTS.get(kind, str)
    return f"{count(number) if 0 < number <= _MOST else number}."
