"""The name of a document's file: its date, its kind and what it is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vanban.files import NAME_LIMIT, safe_name, slug
from vanban.thethuc import FILE_ABBREVIATIONS

if TYPE_CHECKING:
    from vanban.document.model import Document


def file_stem(document: Document) -> str:
    """Name a document's file, without its ending: ``2026-03-16_KH_thong-tin-tuyen-truyen``.

    The date as far as it is known (``2026-03`` while the day is blank), the kind's abbreviation, the subject;
    without diacritics, safe on every system, at most ``NAME_LIMIT`` characters, cut at the end of a word.
    """
    kind = document.kind
    abbreviation = kind.abbreviation or FILE_ABBREVIATIONS[kind.id]
    head = "_".join(part for part in (str(document.ngay or ""), abbreviation) if part)
    subject = slug(document.trich_yeu or kind.name, NAME_LIMIT - len(head) - 1)
    return safe_name(f"{head}_{subject}")
