"""TT-01: page numbers (Phụ lục I, Phần I, I.7)."""

from __future__ import annotations

from collections.abc import Iterator

from vanban.check.model import Case, Example, Hit, Renumber, at
from vanban.check.register import rule
from vanban.check.rules.looks import Titles, look_rules
from vanban.language import N_
from vanban.thethuc import COMPONENTS

_LONG_PARAGRAPHS, _LONG_LETTERS = 45, 4_500
"""From how many paragraphs or letters a paper surely has a second page."""
_CLAUSE = COMPONENTS["so_trang"].clause
look_rules("01", 6, "so_trang", Titles(N_("Cỡ chữ số trang"), N_("Kiểu chữ số trang"), N_("Vị trí số trang")))


@rule(
    "TT-0109",
    N_("Có số trang"),
    clause=_CLAUSE,
    needs="look",
    fixable=True,
    message=N_("Văn bản có nhiều trang mà không đánh số trang."),
    remedy=N_("Chèn số trang ở giữa, trong lề trên, từ trang thứ hai."),
    bad=Example("so_trang", drop=True),
    good=Example("so_trang"),
)
def pages_are_numbered(case: Case) -> Iterator[Hit]:
    """A paper that surely has a second page has page numbers."""
    if not case.all("so_trang") and _is_long(case):
        size = _body_size(case)
        sections = range(len(case.paper.sections))
        yield Hit(part="so_trang", repairs=tuple(Renumber(section, size) for section in sections))


def _is_long(case: Case) -> bool:
    """Whether there is a second page: as told, or by an annex, a page that lies, or the sheer text.

    The first page of an annex need not show a number, so that annexes of one page each tell nothing.
    """
    paper = case.paper
    if paper.pages:
        return any((part.paragraph.page or 1) > 1 for part in case.anatomy.parts if not part.annex)
    if any(part.annex for part in case.anatomy.parts) or len({s.landscape for s in paper.sections}) > 1:
        return True
    letters = sum(len(paragraph.text) for paragraph in paper.paragraphs)
    many = len(paper.paragraphs) >= _LONG_PARAGRAPHS and letters >= _LONG_LETTERS // 2
    return many or letters >= _LONG_LETTERS


def _body_size(case: Case) -> float:
    sizes = [look.size_pt for part in case.all("doan", "khoan") for look in part.paragraph.look_at(0)]
    allowed = COMPONENTS["so_trang"].size
    usual = max(set(sizes), key=sizes.count) if sizes else allowed.default
    return min(max(usual, allowed.least), allowed.most)


@rule(
    "TT-0110",
    N_("Số trang ở phía trên"),
    clause=_CLAUSE,
    needs="look",
    fixable=True,
    message=N_("Số trang ở chân trang."),
    remedy=N_("Đặt số trang ở giữa, trong lề trên."),
    bad=Example("so_trang", moved="footer"),
    good=Example("so_trang"),
)
def page_numbers_are_at_the_top(case: Case) -> Iterator[Hit]:
    """In the top margin, not at the foot."""
    low = [part for part in case.all("so_trang") if part.paragraph.story == "footer"]
    if low:
        size = _body_size(case)
        sections = sorted({part.paragraph.section for part in low})
        yield at(low[0], *(Renumber(section, size) for section in sections))


@rule(
    "TT-0111",
    N_("Trang đầu không hiện số"),
    clause=_CLAUSE,
    needs="look",
    fixable=True,
    message=N_("Trang đầu cũng hiện số trang."),
    remedy=N_("Chọn «Different First Page» để trang đầu không hiện số."),
    bad=Example(page={"first_differs": False}),
    good=Example(page={"first_differs": True}),
)
def first_page_shows_no_number(case: Case) -> Iterator[Hit]:
    """The first page of the paper."""
    section = case.paper.sections[0]
    stories = (section.headers, section.footers)
    kind = "first" if section.first_differs else "default"
    shown = [
        paragraph
        for story in stories
        for paragraph in story.get(kind, ())  # type: ignore[call-overload]
        if any(run.field == "PAGE" for run in paragraph.runs)
    ]
    if shown:
        yield Hit(shown[0], "so_trang", repairs=(Renumber(0, _body_size(case)),))


@rule(
    "TT-0115",
    N_("Số trang đánh từ 1, liên tục"),
    clause=_CLAUSE,
    needs="docx",
    message=N_("Số trang ở đây bắt đầu từ {found}."),
    remedy=N_("Đánh số trang từ 1, liên tục đến hết văn bản; chỉ phụ lục đánh số riêng."),
    bad=Example(page={"page_start": 2}),
    good=Example(page={"page_start": 1}),
)
def pages_count_from_one(case: Case) -> Iterator[Hit]:
    """The paper counts from 1, and begins anew nowhere; annexes do (III.1.đ)."""
    own = {part.paragraph.section for part in case.anatomy.parts if part.paragraph.story == "body"}
    annexed = {part.paragraph.section for part in case.anatomy.parts if part.annex}
    for number, section in enumerate(case.paper.sections):
        right = (None, 1) if number == 0 else (None,)
        if number in own - annexed and section.page_start not in right:
            first = next(p for p in case.paper.paragraphs if p.section == number)
            yield Hit(first if number else None, details={"found": section.page_start})
