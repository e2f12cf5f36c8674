"""Sections: paper, margins, columns, and which headers and footers stand on which pages."""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml.etree import _Element as Element

from vanban.ooxml.wml import MM_IN_TWIP, RELATION, W, switch, twips, whole
from vanban.paper import PageKind

_LETTER = {"w": 12_240, "h": 15_840}
_MARGIN, _HEADER = 1_440, 720
_GAP = 720
"""What Word takes, in twips, where a section does not say: letter paper, margins of an inch."""
_KINDS: tuple[PageKind, ...] = ("default", "first", "even")
_SAME_PAGE = ("continuous", "nextColumn")
_FOLLOWS = "header", "footer"


@dataclass(frozen=True)
class SetUp:
    """One ``w:sectPr``. Lengths in mm; ``stories`` holds relationship ids by (``header``, kind)."""

    page: dict[str, float]
    columns: tuple[float, ...]
    first_differs: bool = False
    page_start: int | None = None
    new_page: bool = True
    stories: dict[tuple[str, PageKind], str] = field(default_factory=dict)

    def column_mm(self, column: int) -> float:
        """The width of a column, from 0; of the last one beyond it."""
        return self.columns[min(column, len(self.columns) - 1)]


def read_set_ups(body: Element, *, gutter_at_top: bool) -> list[SetUp]:
    """The set-up of every section, in order; Word's own where the body has none."""
    found: list[SetUp] = []
    for element in section_elements(body) or [body.makeelement(f"{W}sectPr")]:
        found.append(_read(element, found[-1] if found else None, gutter_at_top=gutter_at_top))
    return found


def section_elements(body: Element) -> list[Element]:
    """The ``w:sectPr`` of every section, in order; not those that tracked changes replaced."""
    holders = (f"{W}body", f"{W}pPr")
    return [e for e in body.iter(f"{W}sectPr") if (up := e.getparent()) is not None and up.tag in holders]


def _read(element: Element, before: SetUp | None, *, gutter_at_top: bool) -> SetUp:
    """The set-up of a section, which has the headers of the one before where it has none of its own."""
    size, margins, numbers = (element.find(f"{W}{name}") for name in ("pgSz", "pgMar", "pgNumType"))
    page = {
        "width_mm": _length(size, "w", _LETTER["w"]),
        "height_mm": _length(size, "h", _LETTER["h"]),
        "top_mm": abs(_length(margins, "top", _MARGIN)),
        "bottom_mm": abs(_length(margins, "bottom", _MARGIN)),
        "left_mm": _length(margins, "left", _MARGIN),
        "right_mm": _length(margins, "right", _MARGIN),
        "header_mm": _length(margins, "header", _HEADER),
    }
    binding = "right_mm" if switch(element, "rtlGutter") else "left_mm"
    page["top_mm" if gutter_at_top else binding] += _length(margins, "gutter", 0)
    page = {name: round(length, 3) for name, length in page.items()}
    kind = element.find(f"{W}type")
    return SetUp(
        page=page,
        columns=_columns(element.find(f"{W}cols"), page["width_mm"] - page["left_mm"] - page["right_mm"]),
        first_differs=bool(switch(element, "titlePg")),
        page_start=None if numbers is None else whole(numbers.get(f"{W}start")),
        new_page=kind is None or kind.get(f"{W}val") not in _SAME_PAGE,
        stories={**(before.stories if before else {}), **_stories(element)},
    )


def _stories(element: Element) -> dict[tuple[str, PageKind], str]:
    return {
        (story, kind): reference.get(f"{RELATION}id", "")
        for story in _FOLLOWS
        for reference in element.iterchildren(f"{W}{story}Reference")
        for kind in _KINDS
        if reference.get(f"{W}type", "default") == kind
    }


def _columns(element: Element | None, width: float) -> tuple[float, ...]:
    if element is None:
        return (width,)
    own = [_length(column, "w", 0) for column in element.iterchildren(f"{W}col")]
    if len(own) > 1 and element.get(f"{W}equalWidth", "1") in ("0", "false", "off"):
        return tuple(own)
    number = max(1, min(whole(element.get(f"{W}num")) or 1, 45))
    gap = _length(element, "space", _GAP)
    return (round((width - gap * (number - 1)) / number, 3),) * number


def _length(element: Element | None, name: str, otherwise: float) -> float:
    found = None if element is None else twips(element.get(f"{W}{name}"))
    return (otherwise if found is None else found) * MM_IN_TWIP
