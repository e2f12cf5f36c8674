"""TT-23, second part: dates of the documents that are cited, and citing them again (II.6.b)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vanban.check.cited import DATE, Citation, citations, day_of, shown
from vanban.check.model import Case, Example, Hit
from vanban.check.prose import passages
from vanban.check.register import rule
from vanban.language import N_
from vanban.tiengviet.dates import Ngay

_CLAUSE = "Phụ lục I, Phần I, II.6.b"

_OF_A_BASIS = re.compile(
    rf"Căn cứ[ \xa0\n](?:(?!(?:từ|đến|trước|sau|vào|trong) ngày)[^;\n])*?(?P<date>{DATE})"
)


@rule(
    "TT-2310",
    N_("Văn bản viện dẫn có ngày sau ngày ban hành"),
    clause=_CLAUSE,
    message=N_("«{found}» sau ngày ban hành của chính văn bản này ({issued})."),
    remedy=N_("Đối chiếu với văn bản gốc và ghi lại ngày; kiểm tra cả ngày ban hành."),
    bad=Example("doan", "Nhà trường thực hiện Kế hoạch số 12/KH-UBND ngày 20/5/2026 của phường."),
    good=Example("doan", "Nhà trường thực hiện Kế hoạch số 12/KH-UBND ngày 20/01/2026 của phường."),
)
def dates_to_come(case: Case) -> Iterator[Hit]:
    """A document that is cited is there before the paper that cites it."""
    issued = case.issued
    if not issued:
        return
    seen = set[tuple[int, int]]()
    for cited in citations(case):
        start, end = cited.day_span
        if cited.day and _after(cited.day, issued):
            seen.add((id(cited.passage.part), start))
            yield cited.passage.hit(start, end, found=cited.passage.text[start:end], issued=shown(issued))
    for passage in passages(case):
        found = _OF_A_BASIS.match(passage.text) if passage.part.id == "can_cu" else None
        day = day_of(found) if found else None
        if found and day and _after(day, issued) and (id(passage.part), found.start("date")) not in seen:
            yield passage.hit(*found.span("date"), found=found["date"], issued=shown(issued))


def _after(day: Ngay, issued: Ngay) -> bool:
    """Whether a day is after the date of issue, as far as that is printed."""
    known = [part for part in (issued.nam, issued.thang, issued.ngay) if part is not None]
    return [day.nam, day.thang or 0, day.ngay or 0][: len(known)] > known


@rule(
    "TT-2311",
    N_("Năm trong số và năm của ngày ban hành trái nhau"),
    clause=_CLAUSE,
    message=N_("«{found}» ghi năm {year} nhưng ngày ban hành thuộc năm {dated}."),
    remedy=N_("Đối chiếu với văn bản gốc; sửa năm trong số hoặc trong ngày."),
    bad=Example(
        "doan", "Công tác văn thư thực hiện theo Nghị định số 30/2020/NĐ-CP ngày 05/3/2021 của Chính phủ."
    ),
    good=Example(
        "doan", "Công tác văn thư thực hiện theo Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ."
    ),
)
def contradictory_years(case: Case) -> Iterator[Hit]:
    """«30/2020/NĐ-CP ngày 05/3/2021»."""
    for cited in citations(case):
        if cited.year and cited.day and cited.day.nam != cited.year:
            yield cited.passage.hit(
                cited.start, cited.day_span[1], found=cited.words, year=cited.year, dated=cited.day.nam
            )


@rule(
    "TT-2312",
    N_("Một văn bản viện dẫn với hai ngày khác nhau"),
    clause=_CLAUSE,
    message=N_("«{found}» ở đây ghi {here}, ở chỗ khác ghi {there}."),
    remedy=N_("Đối chiếu với văn bản gốc và ghi một ngày trong cả văn bản."),
    bad=Example(
        "doan",
        "Nhà trường thực hiện Kế hoạch số 671/KH-SGD&ĐT ngày 15/02/2026.",
    ),
    good=Example("doan", "Nhà trường thực hiện Kế hoạch số 671/KH-SGD&ĐT."),
)
def contradictory_dates(case: Case) -> Iterator[Hit]:
    """The same number and symbol of the same year and issuer, with another day."""
    first: dict[tuple[str, int], Citation] = {}
    for cited in citations(case):
        if not cited.day:
            continue
        before = first.setdefault((cited.document, cited.year or cited.day.nam), cited)
        if before.day != cited.day and _one_issuer(before, cited):
            start, end = cited.day_span
            there = before.passage.text[slice(*before.day_span)]
            here = cited.passage.text[start:end]
            yield cited.passage.hit(start, end, found=cited.words, here=here, there=there)


def _one_issuer(one: Citation, other: Citation) -> bool:
    """Whether the issuers can be the same: a number is given once a year by each."""
    return _issuer(one)[:3] == _issuer(other)[:3] or not one.issuer or not other.issuer


def _issuer(cited: Citation) -> list[str]:
    return re.sub(r"(?i)ủy ban nhân dân", "ubnd", cited.issuer).lower().split()


@rule(
    "TT-2313",
    N_("Viện dẫn lại chỉ ghi tên loại, số và ký hiệu"),
    clause=_CLAUSE,
    message=N_("«{found}» đã được viện dẫn đầy đủ ở trên ({count} lần ghi lại đầy đủ)."),
    remedy=N_("Từ lần viện dẫn thứ hai chỉ ghi tên loại, số và ký hiệu."),
    bad=Example(
        "doan",
        "Nhà trường thực hiện Kế hoạch số 671/KH-SGD&ĐT ngày 14/02/2026 của Sở Giáo dục và Đào tạo Hà Nội.",
    ),
    good=Example("doan", "Nhà trường thực hiện Kế hoạch số 671/KH-SGD&ĐT."),
    severity="note",
)
def cited_in_full_again(case: Case) -> Iterator[Hit]:
    """A document with its date and issuer once more in the body; told at the first place."""
    full: dict[str, int] = {}
    again: dict[str, list[Citation]] = {}
    for cited in citations(case):
        part = cited.passage.part
        if part.annex or part.paragraph.cell or part.id in _NOT_BODY:
            continue
        if cited.day and cited.issuer:
            if cited.document in full and full[cited.document] != part.paragraph.number:
                again.setdefault(cited.document, []).append(cited)
            full.setdefault(cited.document, part.paragraph.number)
    for places in again.values():
        yield places[0].hit(count=len(places))


_NOT_BODY = frozenset(("kem_theo", "trich_yeu", "trich_yeu_cong_van", "noi_nhan", "chu_thich"))
