"""A comparison as one HTML page that needs nothing beside it: a table of two columns, row by row."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import groupby

from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from vanban import language
from vanban.compare.model import Comparison, Row
from vanban.language import N_, _

STATES: dict[str, tuple[str, str]] = {
    "changed": ("~", N_("sửa")),
    "added": ("+", N_("thêm")),
    "removed": ("−", N_("bỏ")),
    "moved": ("↕", N_("chuyển chỗ")),
    "same": ("=", N_("giống")),
}
"""The sign and the name of each state."""


def html_page(comparison: Comparison, old: str, new: str, *, full: bool = False) -> str:
    """The page; unchanged texts are folded unless ``full``."""
    return _template().render(
        groups=[(same, rows, same and not full) for same, rows in folded(comparison.rows)],
        counts=[(state, _(name), comparison.counts[state]) for state, (_sign, name) in STATES.items()],
        signs={state: sign for state, (sign, _name) in STATES.items()},
        names={state: _(name) for state, (_sign, name) in STATES.items()},
        old=old,
        new=new,
        same=comparison.same,
        lang=language.chosen(),
        says={
            "title": _("So sánh hai văn bản"),
            "part": _("Phần"),
            "none": _("Hai văn bản giống nhau."),
            "folded": _("đoạn giống nhau"),
        },
    )


def folded(rows: Sequence[Row]) -> list[tuple[bool, list[Row]]]:
    """Rows in stretches that are all the same, or all not."""
    return [(same, list(group)) for same, group in groupby(rows, key=lambda row: row.state == "same")]


@lru_cache(maxsize=1)
def _template() -> Template:
    environment = Environment(
        loader=PackageLoader("vanban.compare", ""),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
    )
    return environment.get_template("page.html")
