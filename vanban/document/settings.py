"""The ``{name=value …}`` that may follow a heading, stand before a table or after a picture."""

from __future__ import annotations

from collections.abc import Callable, Collection

Tell = Callable[[str, int, int, dict[str, object]], None]
"""Told of a fault: its kind, the index of its line, its column from 0, and its details."""


def read_settings(
    text: str, allowed: Collection[str], tell: Callable[[str, dict[str, object]], None]
) -> dict[str, str]:
    """Read ``{ngang loai=quy-che}`` into ``{"ngang": "", "loai": "quy-che"}``; the rest is told."""
    out: dict[str, str] = {}
    for word in text.strip("{} ").split():
        name, _, value = word.partition("=")
        if name in allowed:
            out[name] = value
        else:
            tell("VB132", {"text": word, "allowed": ", ".join(allowed)})
    return out


def number_of(text: str) -> float | None:
    """A length or share: a number above 0 with a decimal point, else None."""
    try:
        value = float(text)
    except ValueError:
        return None
    return value if 0 < value < 10_000 else None


def number_text(value: float) -> str:
    """The shortest text that :func:`number_of` reads back."""
    return repr(float(value)).removesuffix(".0")
