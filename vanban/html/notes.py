"""Footnotes: links that lead to a place which links back, as Word, LibreOffice and we write them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import takewhile

from lxml.etree import _Element as Element

_HOLDER = re.compile(r"(?:ftn|edn|sdfootnote|sdendnote|ghi-chu-|fn:?|footnote-?)\d{1,5}\Z", re.IGNORECASE)
"""The id of an element that holds a note."""
_PLACE = re.compile(r"_(?:ftn|edn)\d{1,5}\Z", re.IGNORECASE)
"""The name of a link that a note of Word's begins with; its paragraph holds the note."""
_RULES = ("hr", "br")


@dataclass
class Notes:
    """The notes of a page, by numbers from 0."""

    calls: dict[Element, int] = field(default_factory=dict)
    """The links that refer to them."""
    bodies: dict[Element, int] = field(default_factory=dict)
    """The elements that hold them."""
    backs: set[Element] = field(default_factory=set)
    """The links in them that lead back."""
    rules: set[Element] = field(default_factory=set)
    """What parts them from the text."""


def find_notes(root: Element) -> Notes:
    """The notes of a page."""
    links = [link for link in root.iter("a") if link.get("href", "").startswith("#")]
    places: dict[str, Element] = {}
    for element in root.iter("*"):
        for name in (element.get("id"), element.get("name") if element.tag == "a" else None):
            if name:
                places.setdefault(name, element)
    leading = [(link, places[name]) for link in links if (name := link.get("href", "")[1:]) in places]
    backs = {(holder, target): link for link, target in leading if (holder := _holder(link)) is not None}
    notes = Notes()
    for link, target in leading:
        body = _holder(target)
        around = (link, *takewhile(lambda one: one.tag not in ("p", "td"), link.iterancestors()))
        back = next((backs[body, one] for one in around if body is not None and (body, one) in backs), None)
        if body is not None and back is not None and _holder(link) is None:
            notes.calls[link] = notes.bodies.setdefault(body, len(notes.bodies))
            notes.backs.add(back)
    for body in notes.bodies:
        notes.rules.update(takewhile(lambda one: one.tag in _RULES, body.itersiblings(preceding=True)))
    return notes


def _holder(place: Element) -> Element | None:
    """The element of the note that a place stands in."""
    around = [place, *place.iterancestors()]
    named = next((element for element in around if _HOLDER.match(element.get("id", ""))), None)
    if (
        named is not None
        or place.tag != "a"
        or not _PLACE.match(place.get("name", "") or place.get("id", ""))
    ):
        return named
    return next((element for element in around if element.tag == "p"), None)
