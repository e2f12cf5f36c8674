"""Sheet → one HTML page: self-contained for screen, phone and printer, or for a setter of pages."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from vanban.render.line_breaks import segments
from vanban.render.sheet import (
    BOLD,
    BREAK,
    IMAGE_TYPES,
    ITALIC,
    NOTE,
    Image,
    Item,
    P,
    Section,
    Sheet,
    SheetRun,
)
from vanban.resources import templates_folder
from vanban.thethuc import Look
from vanban.thethuc import measures as m

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup

Medium = Literal["screen", "pages"]
"""``screen`` scrolls, has its CSS inside and the notes at the end of each section; ``pages`` is for a program
that sets pages: it takes the CSS apart, and the notes where they are called."""

_CAPTIONS = {"table": "ten_bang", "figure": "ten_hinh"}
_PAGE, _CSS = "van-ban.html", "van-ban.css.j2"

_LONGEST_UNBROKEN = 40
"""A longer word with a "/" in it is an address, which a narrow screen has to break somewhere."""


def render_html(sheet: Sheet, look: Look) -> str:
    """Draw a sheet as an HTML5 page that needs no other file: pictures and CSS are inside.

    Every length is the look's or the sheet's; under 800 px the sheets take the width of the screen instead.
    """
    return page(sheet, look, "screen")


def page(sheet: Sheet, look: Look, medium: Medium) -> str:
    """Draw a sheet for one medium; for ``pages`` without its CSS, which :func:`css` gives."""
    style = css(look, medium) if medium == "screen" else ""
    return _environment().get_template(_PAGE).render(sheet=sheet, medium=medium, css=style).lstrip()


@lru_cache(maxsize=8)
def css(look: Look, medium: Medium) -> str:
    """The style sheet that follows from an office's choices."""
    return _environment().get_template(_CSS).render(look=look, m=m, medium=medium)


@lru_cache(maxsize=1)
def _environment() -> Environment:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(templates_folder() / "layout"),
        autoescape=lambda name: name == _PAGE,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["g"] = lambda number: f"{number:.6g}"
    environment.filters["runs"] = _markup
    environment.filters["captioned"] = _captioned
    environment.filters["notes"] = _notes
    environment.filters["data_uri"] = _data_uri
    return environment


def _captioned(items: list[Item]) -> Iterator[tuple[Item, P | None]]:
    """Every item; a table together with the caption before it, a picture with the one after it."""
    for before, item, after in zip([None, *items], items, [*items[1:], None], strict=False):
        if item["t"] == "table":
            yield item, _caption_of(item, before)
        elif item["t"] == "figure":
            yield item, _caption_of(item, after)
        elif not (_caption_of(before, item) or _caption_of(after, item)):
            yield item, None


def _caption_of(owner: Item | None, caption: Item | None) -> P | None:
    """The paragraph, if it is of the style that captions such an item."""
    if owner and caption and caption["t"] == "p" and caption["s"] == _CAPTIONS.get(owner["t"]):
        return caption
    return None


def _notes(section: Section) -> list[int]:
    """The numbers of the footnotes that a section calls, in order."""
    runs = (run for item in section["items"] for run in _runs(item))
    return [int(number) for number, look in runs if look & NOTE]


def _runs(item: Item) -> list[SheetRun]:
    """The runs of a paragraph or of a table's cells; nothing else calls notes."""
    if item["t"] == "p":
        return item["r"]
    if item["t"] == "table":
        return [run for row in item["rows"] for cell in row for run in cell["r"]]
    return []


def _markup(runs: list[SheetRun], sheet: Sheet, medium: Medium) -> Markup:
    """Runs as phrasing content; whatever a text holds stays text."""
    from markupsafe import Markup

    out: list[str] = []
    for text, look in runs:
        if look & BREAK:
            out.append("<br>")
        elif look & NOTE:
            out.append(_call(int(text), sheet, medium))
        else:
            piece = _unbroken(str(text))
            if look & ITALIC:
                piece = f"<em>{piece}</em>"
            out.append(f"<strong>{piece}</strong>" if look & BOLD else piece)
    return Markup("".join(out))


def _call(number: int, sheet: Sheet, medium: Medium) -> str:
    """The mark of a footnote: a link to the note, or the note itself."""
    if medium == "pages":
        return f'<span class="ghi-chu">{_markup(sheet["notes"][number - 1], sheet, medium)}</span>'
    return f'<sup><a id="goi-{number}" href="#ghi-chu-{number}" role="doc-noteref">{number}</a></sup>'


def _unbroken(text: str) -> str:
    """Escaped text, in which the words that Word keeps whole are kept whole."""
    from markupsafe import escape

    return "".join(
        f'<span class="lien">{escape(piece)}</span>'
        if whole and len(piece) <= _LONGEST_UNBROKEN
        else escape(piece)
        for piece, whole in segments(text)
    )


def _data_uri(image: Image) -> str:
    return f"data:{IMAGE_TYPES[image['media']]};base64,{base64.b64encode(image['data']).decode('ascii')}"
