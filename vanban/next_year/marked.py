"""The draft as a Word file in which each change, and each place to review, is a comment on its very words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from vanban.language import N_, _
from vanban.next_year.model import Change, Draft, Review, Spot
from vanban.next_year.places import Found, Places
from vanban.next_year.reasons import CHANGES
from vanban.office import Office
from vanban.ooxml.comments import Comment, add_comments
from vanban.render import render
from vanban.thethuc import DECREE_LOOK

AUTHOR = "vanban"
TO_REVIEW, CHANGED = N_("vanban – cần xem"), N_("vanban – đã đổi")
"""Authors of the comments: Word can show those of one author only, each in a colour of its own."""
_INITIALS = "vb"


def marked_docx(draft: Draft, office: Office | None = None) -> bytes:
    """Render a draft with its comments; the same draft gives the same bytes.

    A review says why, and what could stand there. The changes of one paragraph are one comment. The first
    comment of all counts both and tells how to hide one kind.

    Args:
        draft: the document with its changes and reviews.
        office: whose look to follow.

    Raises:
        VanbanError: what :func:`vanban.render.render` raises.
    """
    data = render(draft.document, "docx", office=office)
    places = Places(draft.document, data, office.look if office else DECREE_LOOK)
    reviews = (
        _comment(found, TO_REVIEW, _asked(review, found))
        for review in draft.reviews
        for found in [places.find(review.spot)]
    )
    changes = (
        _comment(places.find(_around(group)), CHANGED, _told(group)) for group in _by_paragraph(draft.changes)
    )
    return add_comments(data, [_summary(draft), *reviews, *changes])


def _comment(found: Found, author: str, lines: Iterable[str]) -> Comment:
    return Comment(found.paragraph, found.start, found.end, tuple(lines), _(author), _INITIALS)


def _summary(draft: Draft) -> Comment:
    counts = _("Bản nháp năm {to_year}, từ văn bản năm {year}: {changes} chỗ đã đổi, {reviews} chỗ cần xem.")
    filled = counts.format(
        to_year=draft.to_year, year=draft.year, changes=len(draft.changes), reviews=len(draft.reviews)
    )
    hint = _(
        "Trong Word, vào Review > Show Markup > Specific People để chỉ hiện «{to_review}» hoặc «{changed}»; "
        "xong thì Review > Delete > Delete All Comments."
    ).format(to_review=_(TO_REVIEW), changed=_(CHANGED))
    return Comment(None, 0, None, (filled, hint), AUTHOR, _INITIALS)


def _asked(review: Review, found: Found) -> Iterator[str]:
    """Words that the comment is not on, as those of a footnote, are quoted."""
    quoted = f"«{review.words}»: " if review.words and found.end is None else ""
    yield quoted + review.why
    if review.proposal:
        yield _("Đề nghị: {proposal}").format(proposal=review.proposal)


def _by_paragraph(changes: Sequence[Change]) -> Iterator[list[Change]]:
    for _path, group in groupby(changes, key=lambda change: change.spot.path):
        yield list(group)


def _around(changes: Sequence[Change]) -> Spot:
    """The words from the first change of a paragraph to its last."""
    spots = [change.spot for change in changes]
    return Spot(spots[0].path, min(spot.start for spot in spots), max(spot.end for spot in spots))


def _told(changes: Sequence[Change]) -> Iterator[str]:
    if len(changes) > 1:
        yield _("Đã đổi {count} chỗ:").format(count=len(changes))
    for change in changes:
        yield f"{_(CHANGES[change.reason])}: {told(change)}"


def told(change: Change) -> str:
    """A change as ``before → after``; what is empty is said to be."""
    empty = _("(để trống)")
    return f"{change.before or empty} → {change.after or empty}"
