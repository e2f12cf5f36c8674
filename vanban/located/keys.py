"""Keys that a data file may not have, with the nearest one that it may."""

from __future__ import annotations

from collections.abc import Collection
from difflib import get_close_matches

from vanban.errors import Fault
from vanban.located.places import Path, Places
from vanban.tiengviet.unicode import without_diacritics


def unknown_key(path: Path, allowed: Collection[str], places: Places) -> Fault:
    """The fault of the key that ``path`` ends with: VB020 with a suggestion, VB021 without."""
    key = str(path[-1])
    wanted = without_diacritics(key.lower()).replace("-", "_").replace(" ", "_")
    near = get_close_matches(wanted, allowed, 1)
    if near:
        return Fault("VB020", places.key(path), {"key": key, "suggestion": near[0]})
    return Fault("VB021", places.key(path), {"key": key, "allowed": ", ".join(allowed)})
