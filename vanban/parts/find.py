"""All parts of a paper: the head by its words, the rest by its place after it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vanban.paper import Paper, Paragraph
from vanban.parts.body import find_body
from vanban.parts.desk import Desk
from vanban.parts.head import NEAR, find_issuers, find_letter_subject, find_lines, find_marks
from vanban.parts.model import Anatomy, Part
from vanban.parts.signing import find_signing
from vanban.parts.title import find_addressees, find_bases, find_subject, find_title
from vanban.thethuc import KINDS
from vanban.tiengviet.dates import Ngay

_ISSUED = re.compile(
    r"ngày\s*(?P<ngay>\d{0,2})[^\d]*?tháng\s*(?P<thang>\d{0,2})[^\d]*?năm\s*(?P<nam>\d{4})"
    r"|ngày\s*(?P<d>\d{1,2})\s*[/.-]\s*(?P<m>\d{1,2})\s*[/.-]\s*(?P<y>\d{4})",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"(?:Địa chỉ|Điện thoại|Trụ sở|ĐT|Email|Thư điện tử)\s*:", re.IGNORECASE)


def find_parts(paper: Paper) -> Anatomy:
    """Find the components of the decree in a paper.

    Every paragraph with words gets a part. The head is told by its words first (the national name even with
    slips in it), then by its place beside what was told; confidence is 1 where words and place agree, less
    where one of them must do.
    """
    desk = Desk(paper)
    find_marks(desk)
    title, kind, sure = find_title(desk)
    end = title if title is not None else _end_of_head(desk)
    find_lines(desk, end)
    if title is None:
        find_letter_subject(desk, end)
    find_issuers(desk, end)
    start = find_subject(desk, title) if title is not None else end
    start = find_addressees(desk, start)
    if title is None and (desk.first("trich_yeu_cong_van") is not None or desk.first("kinh_gui") is not None):
        kind, sure = KINDS["cong-van"], 0.9 if desk.first("trich_yeu_cong_van") is not None else 0.7
    start = find_bases(desk, start, kind)
    signing = find_signing(desk, start)
    find_body(desk, start, signing)
    parts = (*desk.parts(), *_page_numbers(paper), *_addresses(paper), *_footnotes(paper))
    return Anatomy(parts, kind, sure, _issued(parts))


def _end_of_head(desk: Desk) -> int:
    """Where the body begins in a paper without a title: at "Kính gửi", or after the last line of the head."""
    for place, piece in enumerate(desk.pieces[:NEAR]):
        if piece.bare.startswith("kinh gui"):
            return place
    known = [place for place, name in enumerate(desk.ids[:NEAR]) if name]
    if not known:
        return 0
    table = desk.pieces[known[-1]].column
    if table:
        return (
            max(i for i, piece in enumerate(desk.pieces) if piece.column and piece.column[0] == table[0]) + 1
        )
    return min(known[-1] + 4, len(desk.pieces))


def _beside(paper: Paper) -> Iterator[Paragraph]:
    for section in paper.sections:
        for stories in (section.headers, section.footers):
            for story in stories.values():
                yield from story


def _page_numbers(paper: Paper) -> Iterator[Part]:
    for paragraph in dict.fromkeys(_beside(paper)):
        if any(run.field == "PAGE" for run in paragraph.runs):
            yield Part("so_trang", paragraph, 0, len(paragraph.text))


def _addresses(paper: Paper) -> Iterator[Part]:
    for paragraph in dict.fromkeys(_beside(paper)):
        if _ADDRESS.search(paragraph.text):
            yield Part("dia_chi", paragraph, 0, len(paragraph.text))


def _footnotes(paper: Paper) -> Iterator[Part]:
    for paragraph in paper.footnotes:
        if paragraph.text.strip():
            yield Part("chu_thich", paragraph, 0, len(paragraph.text))


def _issued(parts: tuple[Part, ...]) -> Ngay | None:
    """The date of issue as far as it is printed and possible."""
    line = next((part for part in parts if part.id == "dia_danh"), None)
    found = _ISSUED.search(line.text) if line else None
    if not found:
        return None
    day, month, year = (found["ngay"] or found["d"], found["thang"] or found["m"], found["nam"] or found["y"])
    try:
        return Ngay(int(year), int(month) if month else None, int(day) if month and day else None)
    except ValueError:
        return None
