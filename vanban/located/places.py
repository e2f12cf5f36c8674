"""Where the values of a data file stand, so that a fault can say its line and column."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from vanban.errors import Place

Path: TypeAlias = tuple[str | int, ...]
"""The way to a value: ``("nguoi_ky", 0, "ho_ten")``."""

DEPTH = 20
"""No part of a document lies deeper; a file that nests further is broken or hostile."""

Mark: TypeAlias = tuple[int, int]
"""Line and column, counted from 1."""


@dataclass(frozen=True, slots=True)
class Places:
    """The marks of the values of one file and of their keys, and of values borrowed from another file."""

    file: str | None = None
    values: Mapping[Path, Mark] = field(default_factory=dict)
    keys: Mapping[Path, Mark] = field(default_factory=dict)
    borrowed: Mapping[str, Places] = field(default_factory=dict)
    """Whose places hold for a top-level key that came from elsewhere (an office's defaults)."""

    def value(self, path: Path) -> Place:
        """The place of the value at ``path``, or of the nearest value around it."""
        return self._place(path, self.values, "value")

    def key(self, path: Path) -> Place:
        """The place of the key that ``path`` ends with, or of the nearest one around it."""
        return self._place(path, self.keys, "key")

    def missing(self, path: Path) -> Place:
        """Where the value at ``path`` should stand and does not: at what is around it."""
        return self.value(path[:-1])

    def _place(self, path: Path, marks: Mapping[Path, Mark], what: str) -> Place:
        if path and path[0] in self.borrowed:
            lender = self.borrowed[str(path[0])]
            return lender.value(path) if what == "value" else lender.key(path)
        at = path
        while at and at not in marks:
            at = at[:-1]
        line, column = marks.get(at, (None, None))
        return Place(self.file, line, column, dotted(path) or None)


def dotted(path: Path) -> str:
    """The path as a person writes it; entries of a list count from 1: ``can_cu.2``."""
    return ".".join(str(step + 1) if isinstance(step, int) else step for step in path)


class Located(dict[str, object]):
    """What a data file holds, a dict of texts, lists and dicts, with ``places`` for every value in it."""

    def __init__(self, data: Mapping[str, object] | None = None, places: Places | None = None) -> None:
        super().__init__(data or {})
        self.places = places or Places()

    def over(self, defaults: Mapping[str, object] | None) -> Located:
        """These values, and those of ``defaults`` whose keys are not given here."""
        missing = {key: value for key, value in (defaults or {}).items() if key not in self}
        if not missing:
            return self
        lender = defaults.places if isinstance(defaults, Located) else Places()
        borrowed = {**self.places.borrowed, **dict.fromkeys(missing, lender)}
        return Located({**self, **missing}, replace(self.places, borrowed=borrowed))
