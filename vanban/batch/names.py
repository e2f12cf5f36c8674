"""Names of the files of a batch: by a pattern of the clerk's, or as ``vanban render`` names them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from string import Formatter

from vanban.errors import Fault, InputError, Place
from vanban.files import safe_name

NUMBER = "stt"
"""The name that stands for the number of the row."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """A pattern such as ``giay-moi-{stt:03}-{ten}``: texts, each with the name behind it and its width."""

    pieces: tuple[tuple[str, str | None, int], ...]

    def fill(self, number: int, value: Callable[[str], object]) -> str:
        """The file name, before its ending, that the values of a row give; safe on every system."""
        words = []
        for text, name, width in self.pieces:
            words.append(text)
            if name:
                words.append(str(number if name == NUMBER else value(name)).rjust(width, "0"))
        return safe_name("".join(words))


def read_pattern(text: str, known: Sequence[str]) -> Pattern:
    """Read a pattern whose names are those of fields, of parts of the document, or ``stt``.

    Raises:
        InputError: VB241, a name that is not known, or braces that do not close.
    """
    allowed = (NUMBER, *known)
    place = Place(part="--name")
    try:
        pieces = [(piece, name, _width(form or "")) for piece, name, form, _sign in Formatter().parse(text)]
    except ValueError:
        raise InputError(Fault("VB241", place, {"found": text, "allowed": ", ".join(allowed)})) from None
    faults = [
        Fault("VB241", place, {"found": f"{{{name}}}", "allowed": ", ".join(allowed)})
        for _text, name, _form in pieces
        if name is not None and name not in allowed
    ]
    if faults:
        raise InputError(faults)
    return Pattern(tuple(pieces))


def _width(form: str) -> int:
    """``03`` → figures are filled up with zeros to three."""
    if form and not (form.isdecimal() and len(form) < 3):
        raise ValueError(form)
    return int(form or 0)


def shown(value: object) -> str:
    """A value as words of a file name: the first line of a list."""
    if isinstance(value, Mapping):
        return shown(next(iter(value.values()), ""))
    if isinstance(value, list | tuple):
        return shown(next(iter(value), ""))
    return str(value if value is not None else "")
