"""How rows are told to people: the sign and name of each state, its place, what is the same."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from vanban.compare.model import Row, State
from vanban.language import N_, _

STATES: dict[State, tuple[str, str]] = {
    "changed": ("~", N_("sửa")),
    "added": ("+", N_("thêm")),
    "removed": ("−", N_("bỏ")),
    "moved": ("↕", N_("chuyển chỗ")),
    "same": ("=", N_("giống")),
}
"""The sign and the name of each state."""


def place_of(row: Row) -> str:
    """The part that a row stands in; of a text that moved also where it is now, or where it was."""
    if row.state != "moved":
        return row.part
    text = _("{place} (chuyển từ {other})") if row.new else _("{place} (chuyển đến {other})")
    return text.format(place=row.part, other=row.elsewhere)


def stretches(rows: Sequence[Row]) -> list[tuple[bool, list[Row]]]:
    """Rows in stretches that are all the same, or all not."""
    return [(same, list(group)) for same, group in groupby(rows, key=lambda row: row.state == "same")]
