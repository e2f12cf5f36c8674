"""A comparison as one HTML page that needs nothing beside it: a table of two columns, row by row."""

from __future__ import annotations

from functools import lru_cache

from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from vanban import language
from vanban.compare.model import Comparison
from vanban.compare.telling import STATES, place_of, stretches
from vanban.language import _


def html_page(comparison: Comparison, old: str, new: str, *, full: bool = False) -> str:
    """The page; unchanged texts are folded unless ``full``."""
    return _template().render(
        groups=[(same, rows, same and not full) for same, rows in stretches(comparison.rows)],
        counts=[(state, _(name), comparison.counts[state]) for state, (_sign, name) in STATES.items()],
        signs={state: sign for state, (sign, _name) in STATES.items()},
        names={state: _(name) for state, (_sign, name) in STATES.items()},
        place_of=place_of,
        old=old,
        new=new,
        same=comparison.same,
        lang=language.chosen(),
        says={
            "title": _("So sánh hai văn bản"),
            "part": _("Phần"),
            "none": _("Hai văn bản giống nhau từng chữ."),
            "look": _("Chỉ so chữ, không so hình, kiểu chữ đậm, nghiêng và cách trình bày."),
            "folded": _("đoạn giống nhau"),
        },
    )


@lru_cache(maxsize=1)
def _template() -> Template:
    environment = Environment(
        loader=PackageLoader("vanban.compare", ""),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
    )
    return environment.get_template("page.html")
