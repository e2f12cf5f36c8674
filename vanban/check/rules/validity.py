"""TT-23, third part: documents that were replaced, and bodies that were no more, at the date of the paper."""

from __future__ import annotations

from collections.abc import Iterator

from vanban.check.cited import Citation, citations, shown
from vanban.check.model import Case, Example, Hit, at
from vanban.check.past import DISTRICT_BODY, DISTRICT_ISSUER, day_of_issue, replaced_in, row_looks_back
from vanban.check.prose import FIXED, passages
from vanban.check.register import rule
from vanban.language import N_
from vanban.thethuc.validity import DISTRICTS_CLAUSE, DISTRICTS_END, REPLACED, Replaced
from vanban.tiengviet.dates import Ngay

_CLAUSE = "Phụ lục I, Phần I, II.6.a"


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
    issued = day_of_issue(case)
    rows = [row for row in REPLACED if row.confirmed is confirmed and issued and row.until <= issued]
    if not rows:
        return
    cited: dict[int, list[Citation]] = {}
    for one in citations(case):
        cited.setdefault(id(one.passage), []).append(one)
    for passage in passages(case):
        for row, start, end in replaced_in(passage.text, cited.get(id(passage), ()), rows):
            found = passage.text[start:end]
            yield passage.hit(start, end, found=found, until=_said(row), by=row.by, source=row.source)


def _said(row: Replaced) -> str:
    return shown(Ngay(row.until.year, row.until.month, row.until.day))


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
    day = day_of_issue(case)
    if case.issued and day and day >= DISTRICTS_END:
        for part in case.all("co_quan_chu_quan", "co_quan"):
            if DISTRICT_ISSUER.search(part.text.strip()):
                yield at(part, found=part.text.strip(), issued=shown(case.issued))


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
    issued = day_of_issue(case)
    if not issued or issued < DISTRICTS_END:
        return
    heads = frozenset(("co_quan", "co_quan_chu_quan"))
    for passage in passages(case, besides=FIXED | heads):
        found = DISTRICT_BODY.search(passage.text)
        if found and not row_looks_back(case, passage):
            yield passage.hit(*found.span(), found=found[0])
