"""What was changed in a draft and what is to be reviewed: as remarks in its source, as text, as data."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from vanban.document.remarks import TO_REVIEW, Remarks
from vanban.language import _
from vanban.next_year.marked import told
from vanban.next_year.model import Change, Draft, Path, Review, Spot
from vanban.next_year.naming import Names
from vanban.next_year.reasons import CHANGES

_MOST_PLACES = 6
"""Places of one change that are named; the rest is counted."""


def summary(draft: Draft) -> str:
    """The counts in one sentence."""
    return _("Năm {year} → {to_year}: đã đổi {changes} chỗ, cần xem lại {reviews} chỗ.").format(
        year=draft.year, to_year=draft.to_year, changes=len(draft.changes), reviews=len(draft.reviews)
    )


def source_remarks(draft: Draft) -> Remarks:
    """A remark for each review, and one above all that counts them."""
    names = Names(draft.document)
    remarks: dict[Path, list[str]] = {(): [summary(draft)]}
    for review in draft.reviews:
        remarks.setdefault(review.spot.path, []).append(_remark(names, review))
    return remarks


def _remark(names: Names, review: Review) -> str:
    cell = f" {names.of(review.spot.path)}," if _in_table(review.spot.path) else ""
    words = f" «{review.words}»" if review.words else ""
    proposal = f" → {review.proposal}" if review.proposal else ""
    return f"{TO_REVIEW}{cell}{words}: {review.why}{proposal}"


def _in_table(path: Path) -> bool:
    """Whether a text is a cell, above which there is no room for a remark."""
    return len(path) > 2 and all(isinstance(step, int) for step in path[-3:])


def report_lines(draft: Draft) -> Iterator[str]:
    """The report as lines: what to review and what was changed, each by its reason."""
    names = Names(draft.document)
    if draft.reviews:
        yield _("Cần xem lại:")
    for why, reviews in _by_why(draft.reviews).items():
        yield f"  {why}"
        for review in reviews:
            words = f": «{review.words}»" if review.words else ""
            yield f"      {names.of(review.spot.path)}{words}"
            if review.proposal:
                yield "        → " + _("đề nghị: {proposal}").format(proposal=review.proposal)
    if draft.changes:
        yield _("Đã đổi:")
    for reason, changes in _by_reason(draft.changes).items():
        yield f"  {_(CHANGES[reason])}"
        for what, spots in changes.items():
            places = list(dict.fromkeys(names.of(spot.path) for spot in spots))
            count = f" ({len(spots)})" if len(spots) > 1 else ""
            yield f"      {what}{count}: {'; '.join(places[:_MOST_PLACES])}{_more(len(places))}"


def _more(count: int) -> str:
    return _("; … và {count} chỗ nữa").format(count=count - _MOST_PLACES) if count > _MOST_PLACES else ""


def _by_why(reviews: Sequence[Review]) -> dict[str, list[Review]]:
    """Reviews that say the same, those of one reason beside each other, in the order of the first."""
    reasons = list(dict.fromkeys(review.reason for review in reviews))
    groups: dict[str, list[Review]] = {}
    for review in sorted(reviews, key=lambda review: reasons.index(review.reason)):
        groups.setdefault(review.why, []).append(review)
    return groups


def _by_reason(changes: Sequence[Change]) -> dict[str, dict[str, list[Spot]]]:
    """The places of changes by their reason, and by what was changed to what."""
    groups: dict[str, dict[str, list[Spot]]] = {}
    for change in changes:
        groups.setdefault(change.reason, {}).setdefault(told(change), []).append(change.spot)
    return groups


def as_data(draft: Draft) -> dict[str, object]:
    """The report for ``--json``: both years, every change and review with its path, letters and place."""
    names = Names(draft.document)
    return {
        "year": draft.year,
        "to_year": draft.to_year,
        "changes": [
            _spot_data(names, change.spot)
            | {"before": change.before, "after": change.after, "reason": change.reason}
            for change in draft.changes
        ],
        "reviews": [
            _spot_data(names, review.spot)
            | {
                "words": review.words,
                "reason": review.reason,
                "why": review.why,
                "proposal": review.proposal,
            }
            for review in draft.reviews
        ],
    }


def _spot_data(names: Names, spot: Spot) -> dict[str, object]:
    return {"path": list(spot.path), "start": spot.start, "end": spot.end, "place": names.of(spot.path)}
