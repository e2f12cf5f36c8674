"""What moving a document to another year gives: the draft, each change, each place that asks for a person."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from vanban.document.model import Document

Path: TypeAlias = tuple[str | int, ...]
"""Where a text of a document is: the names and places that lead to it.

``("trich_yeu",)``, ``("can_cu", 2)``, ``("nguoi_ky", 0, "ho_ten")``, ``("noi_dung", 14)`` for the words of a
paragraph or the caption of a table or picture, ``("noi_dung", 3, 2, 1)`` for a cell (row, column),
``("phu_luc", 0, "tieu_de")``, ``("phu_luc", 0, "noi_dung", 4)``, ``(…, "chu_thich", 0)`` for a footnote of
the text before it, ``(…, "mo_ta")`` for the alternative text of a picture. All count from 0.
"""


@dataclass(frozen=True, slots=True)
class Spot:
    """Letters ``start`` to ``end`` of a text of the draft; the words are those without weight and slant."""

    path: Path
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Change:
    """Words that were changed: ``before`` in the old paper, ``after`` at ``spot`` of the draft."""

    spot: Spot
    before: str
    after: str
    reason: str


@dataclass(frozen=True, slots=True)
class Review:
    """Words that a person has to look at.

    ``reason`` is an id of :data:`vanban.next_year.reasons.REASONS`, ``why`` the sentence for people,
    ``proposal`` what could stand there instead ("" where only a person can know).
    """

    spot: Spot
    words: str
    reason: str
    why: str
    proposal: str = ""


@dataclass(frozen=True, slots=True)
class Remark:
    """What is to be looked at in one text, before its path is known: letters ``start`` to ``end`` of it."""

    start: int
    end: int
    reason: str
    why: str
    proposal: str = ""


@dataclass(frozen=True)
class Draft:
    """Next year's document, with all that was changed and all that is to be reviewed, in reading order."""

    document: Document
    year: int
    """The year that the old paper was about."""
    to_year: int
    changes: tuple[Change, ...]
    reviews: tuple[Review, ...]
