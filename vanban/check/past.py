"""Things that are past: bodies of the districts, replaced documents, sentences that look back."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date

from vanban.check.cited import DATE, Citation, day_of
from vanban.check.model import Case
from vanban.check.prose import Passage
from vanban.thethuc.validity import DISTRICTS_END, Replaced

_DISTRICT = r"(?:huyện|quận|thị\s+xã|thị\s+trấn)"
_COUNCIL = r"(?:UBND|HĐND|(?:Ủy|Uỷ)\s+ban\s+nhân\s+dân|Hội\s+đồng\s+nhân\s+dân)"
_BODY = (
    rf"(?:{_COUNCIL}\s+{_DISTRICT}|Phòng\s+(?:Giáo\s+dục\s+và\s+Đào\s+tạo|GD(?:&|\s+và\s+)?ĐT)"
    r"|(?:Huyện|Quận|Thị)\s+(?:ủy|uỷ))"
)
DISTRICT_ISSUER = re.compile(rf"{_BODY}|^{_DISTRICT}(?!\w)", re.IGNORECASE)
"""A body of the district level in the head of a paper."""
DISTRICT_BODY = re.compile(rf"(?<!\w){_BODY}(?!\w)", re.IGNORECASE)
"""One in running text."""
_BODY_OF = re.compile(
    rf"(?<!\w)(?:{_COUNCIL}|Công\s+an|Sở\s+[^,;.]{{2,60}}|Phòng\s+[^,;.]{{2,60}}|Tỉnh\s+(?:ủy|uỷ|đoàn)"
    r"|Đảng\s+(?:ủy|uỷ|bộ)|(?:Mặt\s+trận\s+Tổ\s+quốc|MTTQ)(?:\s+Việt\s+Nam)?)\s+\Z",
    re.IGNORECASE,
)
"""The words before the name of a unit that make it the name of a body."""
_BEFORE = 90
"""Letters before a unit in which they are looked for."""

_PAST = re.compile(
    r"(?<!\w)(?:cũ|trước đây|nguyên là|sáp nhập|hợp nhất|giải thể|kết thúc hoạt động|chuyển giao|bàn giao"
    r"|kế thừa|trước (?:khi|thời điểm)|trước ngày 0?1(?:/| tháng )0?7(?:/| năm )2025|không tổ chức|bãi bỏ"
    r"|(?:19|20[01])\d\d|202[0-4])(?!\w)",
    re.IGNORECASE,
)
"""Words and years that say that a sentence, or a row of a table, looks back."""
_REPLACING = re.compile(
    r"(?<!\w)(?:thay thế|bãi bỏ|hết hiệu lực|sửa đổi|đính chính|trước đây|chuyển tiếp)(?!\w)", re.IGNORECASE
)
"""Words of a sentence that speaks of a document as a thing of the past."""


def looks_back(text: str) -> bool:
    """Whether a text speaks of the time before 1 July 2025, or cites a document of that time."""
    days = (day_of(found) for found in re.finditer(DATE, text))
    return bool(_PAST.search(text)) or any(
        day and (day.nam, day.thang or 0) < (DISTRICTS_END.year, DISTRICTS_END.month) for day in days
    )


def body_before(text: str, unit: int) -> int | None:
    """Where the words begin that make a body of the unit at ``unit``: «UBND», «Sở Y tế»; None without."""
    base = max(unit - _BEFORE, 0)
    found = _BODY_OF.search(text[base:unit])
    return base + found.start() if found else None


def row_looks_back(case: Case, passage: Passage) -> bool:
    """Whether the passage, or its row, speaks of the time before, or cites a document of that time."""
    cell = passage.part.paragraph.cell
    row = [passage.text]
    if cell:
        row = [
            p.text
            for p in case.paper.paragraphs
            if p.cell and (p.cell.table, p.cell.row) == (cell.table, cell.row)
        ]
    return looks_back(" ".join(row))


def day_of_issue(case: Case) -> date | None:
    """The first day on which the paper can have been issued, as far as it is printed."""
    issued = case.issued
    return date(issued.nam, issued.thang or 1, issued.ngay or 1) if issued else None


def replaced_in(
    text: str, cited: Iterable[Citation], rows: Iterable[Replaced]
) -> Iterator[tuple[Replaced, int, int]]:
    """Documents of these rows that a text cites by number, or by name and year, with their places."""
    if _REPLACING.search(text):
        return
    rows = tuple(rows)
    by_number = {row.document: row for row in rows}
    for one in cited:
        if row := by_number.get(one.document):
            yield row, one.start, one.end
    for row in rows:
        dated = row.name and re.search(rf"{row.name}(?: năm (?P<alone>\d{{4}})|[^;.\d]{{0,40}}{DATE})", text)
        if dated and _year(dated) == row.year:
            yield row, *dated.span()


def _year(found: re.Match[str]) -> int:
    if found["alone"]:
        return int(found["alone"])
    day = day_of(found)
    return day.nam if day else 0
