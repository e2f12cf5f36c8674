"""The date of issue, from the line of place and date."""

from __future__ import annotations

import re
from collections.abc import Iterable

from vanban.parts.lines import Found
from vanban.tiengviet.dates import Ngay

_IN_WORDS = re.compile(r"ngay\s*(\d{1,2})?\D*?thang\s*(\d{1,2})?\D*?nam\s*(\d{4})")
_IN_FIGURES = re.compile(r"ngay\s*(\d{1,2}) ?[/.-] ?(\d{1,2}) ?[/.-] ?(\d{4})")


def date_of(found: Iterable[Found]) -> Ngay | None:
    """The date of issue as printed; None where there is none, or no such day."""
    line = next((one.line for one in found if one.id == "dia_danh"), None)
    match = line and (_IN_WORDS.search(line.plain) or _IN_FIGURES.search(line.plain))
    if not match:
        return None
    day, month, year = (int(figures) if figures else None for figures in match.groups())
    try:
        return Ngay(year or 0, month, day if month else None)
    except ValueError:
        return None
