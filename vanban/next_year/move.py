"""A document of last year → the draft of another: everything that moves is moved, the rest is marked."""

from __future__ import annotations

from collections.abc import Collection

from vanban.document.model import Document
from vanban.errors import fail
from vanban.language import _
from vanban.next_year.citations import cited_spans, review_citations
from vanban.next_year.days import NOT_YEARLY
from vanban.next_year.model import Change, Draft, Path, Review, Spot
from vanban.next_year.office_parts import renewed
from vanban.next_year.paper_year import PaperYear, paper_year
from vanban.next_year.reasons import REASONS
from vanban.next_year.texts import Edit, edited, replaced, texts
from vanban.next_year.years import move_times
from vanban.office import Office
from vanban.tiengviet.dates import Ngay

LAST_YEAR = 2100
"""Holidays are known up to this year."""


def move(document: Document, *, to_year: int | None = None, office: Office | None = None) -> Draft:
    """Move a document to another year.

    Args:
        document: last year's paper.
        to_year: the year of the draft, at most :data:`LAST_YEAR`; the one after the paper's own if None.
        office: whose names, signers and recipients hold now.

    Returns:
        The draft; every change and every place to review carries its letters in it.

    Raises:
        InputError: VB170, the paper does not say what year it is about; VB171, ``to_year`` is not after it.
    """
    about = paper_year(document)
    if about is None:
        raise fail("VB170")
    to_year = about.year + 1 if to_year is None else to_year
    if not about.year < to_year <= LAST_YEAR:
        raise fail("VB171", year=about.year, to_year=to_year)
    mover = _Mover(about, to_year)
    draft, changes = renewed(document, office.defaults if office else {})
    mover.changes += changes
    draft = mover.head(mover.text(draft, {change.spot.path[0] for change in changes}))
    parts = list(Document.model_fields)
    order = {path: at for at, (path, _words) in enumerate(texts(draft))}

    def place(one: Change | Review) -> tuple[int, int, int]:
        return parts.index(str(one.spot.path[0])), order.get(one.spot.path, -1), one.spot.start

    reviews = sorted(mover.reviews, key=place)
    return Draft(draft, about.year, to_year, tuple(sorted(mover.changes, key=place)), tuple(reviews))


class _Mover:
    """One document on its way to another year; changes and reviews gather."""

    def __init__(self, about: PaperYear, to_year: int) -> None:
        self.about, self.to_year = about, to_year
        self.changes: list[Change] = []
        self.reviews: list[Review] = []

    def text(self, document: Document, renewed_parts: Collection[str | int]) -> Document:
        """Move the times in all texts but those of parts that are new, and mark what they cite."""
        edits: dict[Path, list[Edit]] = {}
        for path, words in texts(document):
            if words:
                edits[path] = self._one(path, words, moves=path[0] not in renewed_parts)
        return edited(document, edits)

    def _one(self, path: Path, words: str, *, moves: bool) -> list[Edit]:
        """The edits of one text."""
        year = self.about.year
        remarks = review_citations(words, year=year, to_year=self.to_year)
        edits: list[Edit] = []
        if moves:
            times = move_times(
                words, year=year, to_year=self.to_year, school=self.about.school, kept=cited_spans(words)
            )
            remarks = [*times.remarks, *remarks]
            edits = [edit for edit, _reason in times.edits]
            for edit, reason in times.edits:
                start = _moved(edit.start, edits)
                spot = Spot(path, start, start + len(edit.words))
                self.changes.append(Change(spot, words[edit.start : edit.end], edit.words, reason))
        moved = replaced(words, edits)
        for remark in remarks:
            spot = Spot(path, _moved(remark.start, edits), _moved(remark.end, edits))
            said = moved[spot.start : spot.end]
            self.reviews.append(Review(spot, said, remark.reason, remark.why, remark.proposal))
        return edits

    def head(self, document: Document) -> Document:
        """Empty the number and the day; the month, and a subject that is not yearly, are for a person."""
        updates: dict[str, object] = {}
        if once := NOT_YEARLY.search(document.trich_yeu):
            reason = "viec_khong_hang_nam"
            self.reviews.append(
                Review(Spot(("trich_yeu",), *once.span()), once[0], reason, _(REASONS[reason]))
            )
        if document.so:
            self.changes.append(Change(Spot(("so",), 0, 0), document.so, "", "so"))
            updates["so"] = ""
        if document.ngay:
            day = Ngay(document.ngay.nam + self.to_year - self.about.year, document.ngay.thang)
            updates["ngay"] = day
            spot = Spot(("ngay",), 0, len(str(day)))
            self.changes.append(Change(spot, str(document.ngay), str(day), "ngay_ban_hanh"))
            if day.thang:
                reason = "thang_ban_hanh"
                self.reviews.append(Review(spot, str(day), reason, _(REASONS[reason])))
        return document.model_copy(update=updates)


def _moved(at: int, edits: list[Edit]) -> int:
    """Where a letter of a text is once it is edited."""
    return at + sum(len(edit.words) - (edit.end - edit.start) for edit in edits if edit.end <= at)
