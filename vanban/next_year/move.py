"""A document of last year → the draft of another: everything that moves is moved, the rest is marked."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping

from vanban.document import make_document
from vanban.document.model import Document, NguoiKy
from vanban.errors import fail
from vanban.language import _
from vanban.next_year.citations import cited_spans, review_citations
from vanban.next_year.model import Change, Draft, Path, Review, Spot
from vanban.next_year.reasons import REASONS
from vanban.next_year.texts import Edit, edited, texts
from vanban.next_year.years import move_times
from vanban.office import Office
from vanban.tiengviet.dates import Ngay

_NAMED = re.compile(r"năm\s+((?:19|20)\d{2})(?![\d/]|\s*[-–])", re.IGNORECASE)
_OFFICE = ("co_quan_chu_quan", "co_quan", "dia_danh", "nguoi_ky", "noi_nhan", "luu")
"""Parts that an office's settings give anew."""


def move(document: Document, *, to_year: int | None = None, office: Office | None = None) -> Draft:
    """Move a document to another year.

    Args:
        document: last year's paper.
        to_year: the year of the draft; the one after the paper's own if None.
        office: whose names, signers and recipients hold now.

    Returns:
        The draft; every change and every place to review carries its letters in it.

    Raises:
        InputError: VB170, the paper does not say what year it is about; VB171, ``to_year`` is not after it.
    """
    year = year_of(document)
    if year is None:
        raise fail("VB170")
    to_year = year + 1 if to_year is None else to_year
    if to_year <= year:
        raise fail("VB171", year=year, to_year=to_year)
    mover = _Mover(year, to_year)
    draft = mover.text(document)
    draft = mover.head(draft)
    draft = mover.names(draft, office.defaults if office else {})
    order = {path: at for at, (path, _words) in enumerate(texts(draft))}
    mover.changes.sort(key=lambda one: (order.get(one.spot.path, -1), one.spot.start))
    mover.reviews.sort(key=lambda one: (order.get(one.spot.path, -1), one.spot.start))
    return Draft(draft, year, to_year, tuple(mover.changes), tuple(mover.reviews))


def year_of(document: Document) -> int | None:
    """The year that a paper is about: as its subject says, or its date, or most of its words."""
    named = [int(year) for year in _NAMED.findall(document.trich_yeu)]
    if named:
        return max(named)
    if document.ngay:
        return document.ngay.nam
    counts = Counter(int(year) for _path, words in texts(document) for year in _NAMED.findall(words))
    return max(counts, key=lambda year: (counts[year], year)) if counts else None


class _Mover:
    """One document on its way to another year; changes and reviews gather."""

    def __init__(self, year: int, to_year: int) -> None:
        self.year, self.to_year = year, to_year
        self.changes: list[Change] = []
        self.reviews: list[Review] = []

    def text(self, document: Document) -> Document:
        """Move the times in all texts, and mark what they cite."""
        edits: dict[Path, list[Edit]] = {}
        for path, words in texts(document):
            if not words:
                continue
            times = move_times(words, year=self.year, to_year=self.to_year, kept=cited_spans(words))
            remarks = [*times.remarks, *review_citations(words, year=self.year, to_year=self.to_year)]
            edits[path] = [edit for edit, _reason in times.edits]
            shift = _Shift(edits[path])
            for edit, reason in times.edits:
                start = shift(edit.start)
                spot = Spot(path, start, start + len(edit.words))
                self.changes.append(Change(spot, words[edit.start : edit.end], edit.words, reason))
            moved = shift.words(words)
            for remark in remarks:
                spot = Spot(path, shift(remark.start), shift(remark.end))
                said = moved[spot.start : spot.end]
                self.reviews.append(Review(spot, said, remark.reason, remark.why, remark.proposal))
        return edited(document, edits)

    def head(self, document: Document) -> Document:
        """Empty the number and the day; the month stays for a person to look at."""
        updates: dict[str, object] = {}
        if document.so:
            self.changes.append(Change(Spot(("so",), 0, 0), document.so, "", "so"))
            updates["so"] = ""
        if document.ngay:
            day = Ngay(document.ngay.nam + self.to_year - self.year, document.ngay.thang)
            updates["ngay"] = day
            spot = Spot(("ngay",), 0, len(str(day)))
            self.changes.append(Change(spot, str(document.ngay), str(day), "ngay_ban_hanh"))
            if day.thang:
                reason = "thang_ban_hanh"
                self.reviews.append(Review(spot, str(day), reason, _(REASONS[reason])))
        return document.model_copy(update=updates)

    def names(self, document: Document, given: Mapping[str, object]) -> Document:
        """Take the names, signers and recipients that the office has now."""
        wanted = {name: given[name] for name in _OFFICE if given.get(name)}
        if not wanted:
            return document
        new = make_document({"loai": document.loai, "co_quan": list(document.co_quan), **wanted})
        updates = {
            name: getattr(new, name) for name in wanted if getattr(new, name) != getattr(document, name)
        }
        moved = document.model_copy(update=updates)
        for name in updates:
            before, after = _strings(getattr(document, name)), _strings(getattr(moved, name))
            for path, words in after.items():
                if before.get(path) != words:
                    spot = Spot((name, *path), 0, len(words))
                    self.changes.append(Change(spot, before.get(path, ""), words, "co_quan"))
            for path, words in before.items():
                if path not in after:
                    self.changes.append(Change(Spot((name,), 0, 0), words, "", "co_quan"))
        return moved


def _strings(value: object) -> dict[Path, str]:
    """The texts in a part, by their paths in it."""
    if isinstance(value, str):
        return {(): value}
    if isinstance(value, tuple):
        return {(at, *path): words for at, one in enumerate(value) for path, words in _strings(one).items()}
    return {
        (name, *path): words
        for name, part in (value if isinstance(value, NguoiKy) else ())
        if name != "vi_tri"
        for path, words in _strings(part).items()
        if words
    }


class _Shift:
    """Where letters of a text are once it is edited."""

    def __init__(self, edits: list[Edit]) -> None:
        self.edits = sorted(edits, key=lambda edit: edit.start)

    def __call__(self, at: int) -> int:
        moved = at
        for edit in self.edits:
            if edit.end <= at:
                moved += len(edit.words) - (edit.end - edit.start)
        return moved

    def words(self, text: str) -> str:
        """The text with its edits."""
        for edit in reversed(self.edits):
            text = text[: edit.start] + edit.words + text[edit.end :]
        return text
