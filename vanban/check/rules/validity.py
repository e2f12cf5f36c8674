"""TT-23, third part: documents that were replaced, and bodies that were no more, at the date of the paper."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from vanban.check.cited import DATE, citations, day_of, shown
from vanban.check.model import Case, Example, Hit, at
from vanban.check.prose import FIXED, Passage, passages
from vanban.check.register import rule
from vanban.language import N_
from vanban.thethuc.validity import DISTRICTS_CLAUSE, DISTRICTS_END, REPLACED, Replaced
from vanban.tiengviet.dates import Ngay

_CLAUSE = "Phụ lục I, Phần I, II.6.a"
_HISTORY = re.compile(
    r"(?<!\w)(?:thay thế|bãi bỏ|hết hiệu lực|sửa đổi|đính chính|trước đây|chuyển tiếp)(?!\w)", re.IGNORECASE
)
"""Words of a sentence that speaks of a document as a thing of the past."""


@rule(
    "TT-2320",
    N_("Văn bản viện dẫn đã được thay thế"),
    clause=_CLAUSE,
    message=N_("«{found}» hết hiệu lực từ ngày {until}; thay thế là {by}."),
    remedy=N_("Kiểm tra và viện dẫn văn bản đang có hiệu lực (nguồn: {source})."),
    bad=Example("doan", "Nhà trường lập hồ sơ khen thưởng theo Nghị định số 98/2023/NĐ-CP của Chính phủ."),
    good=Example("doan", "Nhà trường lập hồ sơ khen thưởng theo Nghị định số 152/2025/NĐ-CP của Chính phủ."),
    severity="warning",
)
def replaced_documents(case: Case) -> Iterator[Hit]:
    """A document that was out of force when the paper was issued."""
    yield from _replaced(case, confirmed=True)


@rule(
    "TT-2321",
    N_("Văn bản viện dẫn có thể đã được thay thế"),
    clause=_CLAUSE,
    message=N_("«{found}» có thể đã hết hiệu lực từ ngày {until}; thay thế có thể là {by}."),
    remedy=N_("Tra cứu hiệu lực của văn bản trước khi viện dẫn (nguồn: {source})."),
    bad=Example("doan", "Thể thức văn bản thực hiện theo Thông tư số 01/2011/TT-BNV của Bộ Nội vụ."),
    good=Example("doan", "Thể thức văn bản trước đây theo Thông tư số 01/2011/TT-BNV của Bộ Nội vụ."),
    severity="note",
)
def doubtful_documents(case: Case) -> Iterator[Hit]:
    """The same, where no source settles it."""
    yield from _replaced(case, confirmed=False)


def _replaced(case: Case, *, confirmed: bool) -> Iterator[Hit]:
    issued = _day(case)
    rows = [row for row in REPLACED if row.confirmed is confirmed and issued and row.until <= issued]
    if not rows:
        return
    by_number = {row.document: row for row in rows}
    for cited in citations(case):
        row = by_number.get(cited.document)
        if row and not _HISTORY.search(cited.passage.text):
            yield cited.hit(until=_said(row), by=row.by, source=row.source)
    named = [row for row in rows if row.name]
    for passage in passages(case) if named else ():
        for row in named:
            dated = re.search(rf"{row.name}(?: năm (?P<alone>\d{{4}})|[^;.\d]{{0,40}}{DATE})", passage.text)
            if dated and _year(dated) == row.year and not _HISTORY.search(passage.text):
                yield passage.hit(
                    *dated.span(), found=dated[0], until=_said(row), by=row.by, source=row.source
                )


def _said(row: Replaced) -> str:
    return shown(Ngay(row.until.year, row.until.month, row.until.day))


def _year(found: re.Match[str]) -> int:
    if found["alone"]:
        return int(found["alone"])
    day = day_of(found)
    return day.nam if day else 0


def _day(case: Case) -> date | None:
    """The first day on which the paper can have been issued, as far as it is printed."""
    issued = case.issued
    return date(issued.nam, issued.thang or 1, issued.ngay or 1) if issued else None


_DISTRICT = r"(?:huyện|quận|thị\s+xã|thị\s+trấn)"
_COUNCIL = r"(?:UBND|HĐND|(?:Ủy|Uỷ)\s+ban\s+nhân\s+dân|Hội\s+đồng\s+nhân\s+dân)"
_BODY = (
    rf"(?:{_COUNCIL}\s+{_DISTRICT}|Phòng\s+(?:Giáo\s+dục\s+và\s+Đào\s+tạo|GD(?:&|\s+và\s+)?ĐT)"
    r"|(?:Huyện|Quận|Thị)\s+(?:ủy|uỷ))"
)
_ISSUING = re.compile(rf"{_BODY}|^{_DISTRICT}(?!\w)", re.IGNORECASE)
_SPOKEN_OF = re.compile(rf"(?<!\w){_BODY}(?!\w)", re.IGNORECASE)


@rule(
    "TT-2330",
    N_("Cơ quan cấp huyện ban hành văn bản sau ngày 01/7/2025"),
    clause=DISTRICTS_CLAUSE,
    message=N_("«{found}» kết thúc hoạt động từ ngày 01/7/2025 nhưng văn bản ghi ngày {issued}."),
    remedy=N_("Ghi tên cơ quan của xã, phường, đặc khu hoặc của tỉnh, thành phố."),
    bad=Example("co_quan_chu_quan", "UBND QUẬN NAM TỪ LIÊM"),
    good=Example("co_quan_chu_quan", "UBND THÀNH PHỐ HÀ NỘI"),
)
def district_issuers(case: Case) -> Iterator[Hit]:
    """A head with a body of the district level."""
    day = _day(case)
    if case.issued and day and day >= DISTRICTS_END:
        for part in case.all("co_quan_chu_quan", "co_quan"):
            if _ISSUING.search(part.text.strip()):
                yield at(part, found=part.text.strip(), issued=shown(case.issued))


_PAST = re.compile(
    r"(?<!\w)(?:cũ|trước đây|nguyên là|sáp nhập|hợp nhất|giải thể|kết thúc hoạt động|chuyển giao|bàn giao"
    r"|kế thừa|trước (?:khi|thời điểm)|trước ngày 0?1(?:/| tháng )0?7(?:/| năm )2025|không tổ chức|bãi bỏ"
    r"|(?:19|20[01])\d\d|202[0-4])(?!\w)",
    re.IGNORECASE,
)
"""Words and years that say that a sentence, or a row of a table, looks back."""


@rule(
    "TT-2331",
    N_("Nhắc đến cơ quan cấp huyện sau ngày 01/7/2025"),
    clause=DISTRICTS_CLAUSE,
    message=N_("«{found}» không còn từ ngày 01/7/2025."),
    remedy=N_("Ghi cơ quan hiện nay; nếu nói về thời gian trước thì ghi thêm «cũ» hoặc «trước đây»."),
    bad=Example("doan", "Các trường báo cáo về Phòng Giáo dục và Đào tạo để tổng hợp."),
    good=Example("doan", "Các trường đã được Phòng Giáo dục và Đào tạo cũ hướng dẫn từ năm học 2024 - 2025."),
    severity="warning",
)
def district_bodies(case: Case) -> Iterator[Hit]:
    """«UBND huyện», «Phòng Giáo dục và Đào tạo» where they are to do something now."""
    issued = _day(case)
    if not issued or issued < DISTRICTS_END:
        return
    heads = frozenset(("co_quan", "co_quan_chu_quan"))
    for passage in passages(case, besides=FIXED | heads):
        found = _SPOKEN_OF.search(passage.text)
        if found and not _looks_back(case, passage):
            yield passage.hit(*found.span(), found=found[0])


def _looks_back(case: Case, passage: Passage) -> bool:
    """Whether the passage, or its row, speaks of the time before, or cites a document of that time."""
    cell = passage.part.paragraph.cell
    row = [passage.text]
    if cell:
        row = [
            p.text
            for p in case.paper.paragraphs
            if p.cell and (p.cell.table, p.cell.row) == (cell.table, cell.row)
        ]
    text = " ".join(row)
    days = (day_of(found) for found in re.finditer(DATE, text))
    return bool(_PAST.search(text)) or any(
        day and (day.nam, day.thang or 0) < (DISTRICTS_END.year, DISTRICTS_END.month) for day in days
    )
