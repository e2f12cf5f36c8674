"""Template and data → document, or everything that is wrong with the data."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import TypeVar

from vanban.document import Document, Outline, Source, make_document, parse_outline
from vanban.document.figures import Images
from vanban.errors import Fault, InputError, in_order
from vanban.fill.body import within
from vanban.fill.fields import MAU, PARTS
from vanban.fill.template import Template
from vanban.fill.values import Values
from vanban.located import Located, Places, unknown_key

_T = TypeVar("_T")


def fill(
    template: Template,
    data: Mapping[str, object],
    *,
    places: Places | None = None,
    defaults: Mapping[str, object] | None = None,
    images: Images | None = None,
) -> Document:
    """Fill a template with data.

    Args:
        template: what to fill.
        data: the fields of the template and parts of the document, which win over those of the template. Raw
            texts and typed values do; no text becomes structure but that of a ``doan_van``.
        places: where the values stand; ``data``'s own where it is :class:`vanban.located.Located`.
        defaults: parts that hold where neither data nor template give them, as an office's ``defaults``.
        images: gives the bytes of a picture by its path.

    Raises:
        InputError: every fault: VB140 (missing), VB141 (wrong type), VB020, VB021 (unknown keys), those of
            the document's parts and of outline texts, with the places of the data; VB047 to VB049, VB142
            where the template fails.
    """
    return admit(template, data, places=places, defaults=defaults, images=images).document


def admit(
    template: Template,
    data: Mapping[str, object],
    *,
    places: Places | None = None,
    defaults: Mapping[str, object] | None = None,
    images: Images | None = None,
) -> Source:
    """Fill a template as :func:`fill` does, with the notes of the outline texts in the data."""
    places = places or (data.places if isinstance(data, Located) else Places())
    allowed = (*(field.name for field in template.fields), *PARTS, MAU)
    values = Values(places)
    filled = values.record(template.fields, data)
    given = Located({key: value for key, value in data.items() if key in PARTS}, places)
    faults = [unknown_key((key,), allowed, places) for key in data if key not in allowed] + values.faults
    if faults:
        faults += _faults_of_parts(template, given, defaults) + _faults_of_prose(values, images)
        raise InputError(in_order(faults))

    parts = _attempt(lambda: template.front.fill(filled), faults)
    outline = _attempt(lambda: template.body.fill(filled, values, images), faults) or Outline(())
    whole = given.over(parts).over(defaults)
    body: dict[str, object] = {"noi_dung": outline.blocks, "phu_luc": outline.phu_luc}
    document = parts and _attempt(lambda: make_document({**whole, **body}, places=whole.places), faults)
    if faults or not document:
        raise InputError(in_order(faults))
    return Source(document, outline.notes)


def _attempt(step: Callable[[], _T], faults: list[Fault]) -> _T | None:
    """Take a step; where it fails, keep its faults and go on."""
    try:
        return step()
    except InputError as error:
        faults += error.faults
        return None


def _faults_of_parts(
    template: Template, given: Located, defaults: Mapping[str, object] | None
) -> list[Fault]:
    """The faults of the parts in the data, while the fields cannot be filled in the template's own parts."""
    faults: list[Fault] = []
    template_parts = template.front.given
    _attempt(lambda: make_document(given.over(template_parts).over(defaults)), faults)
    return [fault for fault in faults if fault.place.file != template_parts.places.file]


def _faults_of_prose(values: Values, images: Images | None) -> list[Fault]:
    """The faults of the outline texts in the data, each read by itself."""
    out: list[Fault] = []
    for path, prose in values.prose:
        place = values.places.value(path)
        faults: list[Fault] = []
        _attempt(partial(parse_outline, prose, images=images), faults)
        for fault in faults:
            line, column = fault.place.line or 1, fault.place.column or 1
            out.append(replace(fault, place=within(place, line - 1, column)))
    return out
