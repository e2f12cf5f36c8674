"""What is cited in last year's paper, and bodies that are no more: each place that a person must look at."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from vanban.check.cited import DATE, Citation, citations_in, shown
from vanban.check.past import DISTRICT_BODY, body_before, looks_back, replaced_in
from vanban.check.prose import passage_of
from vanban.language import N_, _
from vanban.next_year.model import Remark
from vanban.thethuc.normative import CODES, NUMBERED_BY_YEAR
from vanban.thethuc.units import FormerUnit, former_units
from vanban.thethuc.validity import DISTRICTS_CLAUSE, DISTRICTS_END, REPLACED
from vanban.tiengviet.dates import Ngay
from vanban.tiengviet.tones import CAPITAL

REASONS: dict[str, str] = {
    "cited_replaced": N_("Văn bản hết hiệu lực từ ngày {until} (nguồn: {source}): viện dẫn văn bản thay thế"),
    "cited_issuer_gone": N_("«{issuer}» không còn: hỏi cơ quan kế thừa xem văn bản còn được áp dụng không"),
    "cited_last_year": N_("Văn bản của năm {year}: xem đã có văn bản của năm {to_year} chưa"),
    "cited_older": N_("Kiểm tra văn bản còn hiệu lực"),
    "body_gone": N_("«{name}» không còn từ ngày {until} (nguồn: {source}): ghi cơ quan hiện nay"),
    "unit_gone": N_("«{name}» không còn từ ngày {until} (nguồn: {source}): ghi tên hiện nay"),
}
"""Why a place is marked, by the id of the reason, with ``{named}`` gaps; the gravest first."""

_LAWS = ("Luật", "Bộ luật", "Pháp lệnh", "Hiến pháp")
_KIND = "|".join(sorted((*_LAWS, *CODES, "Công văn", "Kết luận"), key=len, reverse=True))
_NAMED = re.compile(
    rf"(?<!\w)(?:(?:{'|'.join(_LAWS)})(?: [^;,.():\d]{{2,90}}?)?\s+(?:năm\s+(?P<alone>\d{{4}})(?!\w)|{DATE})"
    rf"|(?:{_KIND})(?: [^;,.():\d]{{2,90}}?)?\s+{DATE.replace('(?P<', '(?P<of_')}(?=\s+của\s))"
)
"""A document that is cited without number: a law by its year or day, another by its day and issuer."""
_BASIS = re.compile(rf"\s*Căn cứ\s+(?P<cited>(?:{_KIND})(?!\w| này| trên)[^;]*[^;.\s])")
_LAW_BEFORE = re.compile(rf"(?<!\w)(?:{'|'.join(_LAWS)}) [^;.():\d]{{2,120}}\Z")
"""The name of a law before its number."""
_ISSUER = re.compile(
    r"\s*,?\s*của\s+(?P<issuer>[^;(]{2,120}?)"
    r"(?=\s+(?:[Vv]ề|V/v|ban hành|quy định|hướng dẫn|phê duyệt|triển khai)\s|[;(.,]|\Z)"
)
_NEAR = 300
"""Letters before and after a number in which the rest of a citation is looked for."""
_TITLE = re.compile(r"[^;\n]{0,90}?\s(?:[Vv]ề|V/v|ban hành|quy định|hướng dẫn|phê duyệt|triển khai)\s")
_TITLE_END = re.compile(
    rf"[;)\n:]|\.(?=\s|\Z)|(?<=\d{{4}}),|,(?=\s+(?:[{CAPITAL}]|nhà trường|đơn vị|cụ thể))"
)
"""A title goes on to the end of the clause: to who does something about it, or to a comma after its year."""
_OF_DISTRICT = frozenset(("PGDĐT", "PGD&ĐT", "PGD"))
"""Groups of a symbol that only a body of a district had."""
_SENTENCE_END = re.compile(r"[;\n]|[.?!](?=\s)")
_KIND_OF_UNIT = re.compile(r"(?:tỉnh|thành phố)\s+", re.IGNORECASE)


def review_citations(words: str, *, year: int, to_year: int) -> list[Remark]:
    """Mark every document that a text cites, and every body or place in it that is no more.

    Args:
        words: one text of the draft; citations in it are still those of the old paper.
        year: the year that the old paper was about.
        to_year: the year that the draft is about.

    Returns:
        Remarks in reading order that do not overlap; reasons are those of :data:`REASONS`.
    """
    on = date(to_year, 12, 31)
    remarks: list[Remark] = []
    marked = bytearray(len(words))
    for more in (
        _numbered(words, year, to_year, on),
        _named(words, year, to_year, on),
        _bodies(words, on),
        _basis(words, year, to_year),
    ):
        for remark in more:
            if not any(marked[remark.start : remark.end]):
                marked[remark.start : remark.end] = bytes((1,)) * (remark.end - remark.start)
                remarks.append(remark)
    return sorted(remarks, key=lambda remark: remark.start)


def cited_spans(words: str) -> list[tuple[int, int]]:
    """Where documents are cited, with their titles: years and days there are theirs and do not move."""
    found = [*citations_in(passage_of(words))]
    starts = [one.opening for one in found] + [len(words)]
    spans = [
        (one.opening, _title_end(words, _issuer(words, one)[0], following))
        for one, following in zip(found, starts[1:], strict=True)
    ]
    named = [
        (one.start(), one.end() if one[0].startswith(_LAWS) else _title_end(words, one.end(), len(words)))
        for one in _NAMED.finditer(words)
        if not any(start <= one.start() < end for start, end in spans)
    ]
    return sorted(spans + named)


def _title_end(words: str, end: int, following: int) -> int:
    """Where the title ends that follows the issuer, at the latest where the next citation begins."""
    title = _TITLE.match(words, end, following)
    stop = _TITLE_END.search(words, title.end() if title else end, following)
    return stop.start() if stop else following


def _remark(start: int, end: int, reason: str, proposal: str = "", **gaps: object) -> Remark:
    return Remark(start, end, reason, _(REASONS[reason]).format(**gaps), proposal)


def _of(last_year: bool, start: int, end: int, year: int, to_year: int) -> Remark:
    """The remark on a document without known fault."""
    if last_year:
        return _remark(start, end, "cited_last_year", year=year, to_year=to_year)
    return _remark(start, end, "cited_older")


def _said(day: date) -> str:
    return shown(Ngay(day.year, day.month, day.day))


def _numbered(words: str, year: int, to_year: int, on: date) -> Iterator[Remark]:
    """Documents cited by number, each with the gravest reason, from the kind to the issuer."""
    cited = [*citations_in(passage_of(words))]
    rows = [row for row in REPLACED if row.until <= on]
    replaced = {start: row for row, start, _end in replaced_in(words, cited, rows)}
    for one in cited:
        law = _LAW_BEFORE.search(words, max(one.opening - _NEAR, 0), one.opening)
        start = law.start() if law else one.opening
        end, issuer = _issuer(words, one)
        if row := replaced.get(one.start):
            yield _remark(start, end, "cited_replaced", row.by, until=_said(row.until), source=row.source)
        elif gone := _gone(one, issuer, on):
            yield _remark(start, end, "cited_issuer_gone", issuer=gone)
        else:
            yield _of(_of_year(one, words[one.end : one.end + _NEAR], year), start, end, year, to_year)


def _issuer(words: str, cited: Citation) -> tuple[int, str]:
    """Where number, date and issuer end, and the issuer."""
    end = max(cited.end, cited.day_span[1])
    found = _ISSUER.match(words, end)
    issuer = found["issuer"].rstrip() if found else ""
    return (found.start("issuer") + len(issuer), issuer) if found else (end, "")


def _gone(cited: Citation, issuer: str, on: date) -> str:
    """The issuer if it is no more, else ""."""
    if on < DISTRICTS_END:
        return ""
    if DISTRICT_BODY.search(issuer) or any(former_units(issuer, on)):
        return issuer
    return _("Phòng Giáo dục và Đào tạo") if _OF_DISTRICT & {*cited.groups} else ""


def _of_year(cited: Citation, after: str, year: int) -> bool:
    """Whether a document that is not a law is of the year: by its date, or by what its title says."""
    if cited.year is not None or cited.kind in (*_LAWS, *NUMBERED_BY_YEAR):
        return False
    return (cited.day is not None and cited.day.nam == year) or _speaks_of(after, year)


def _speaks_of(text: str, year: int) -> bool:
    """Whether the first sentence of a text names the year or a school year with it."""
    return bool(
        re.search(rf"năm(?: học)?\s+(?:\d{{4}}\s*[-–]\s*)?{year}(?!\w)", _SENTENCE_END.split(text)[0])
    )


def _named(words: str, year: int, to_year: int, on: date) -> Iterator[Remark]:
    """Documents cited by their name, and those of them that were replaced."""
    for row, start, end in replaced_in(words, (), [row for row in REPLACED if row.until <= on]):
        yield _remark(start, end, "cited_replaced", row.by, until=_said(row.until), source=row.source)
    for found in _NAMED.finditer(words):
        yield _of((found["of_year"] or found["of_y"]) == str(year), *found.span(), year, to_year)


def _basis(words: str, year: int, to_year: int) -> Iterator[Remark]:
    """A basis that is cited by its name alone: «Căn cứ Kế hoạch năm học 2025 - 2026 của nhà trường»."""
    found = _BASIS.match(words)
    if found:
        recent = _speaks_of(found["cited"], year) and not found["cited"].startswith(_LAWS)
        yield _of(recent, *found.span("cited"), year, to_year)


def _bodies(words: str, on: date) -> Iterator[Remark]:
    """Bodies and places that are no more, in sentences that do not look back."""
    start = 0
    for stop in [*(found.start() for found in _SENTENCE_END.finditer(words)), len(words)]:
        if not looks_back(words[start:stop]):
            for found in _in_sentence(words[start:stop], on):
                yield replace(found, start=start + found.start, end=start + found.end)
        start = stop


def _in_sentence(words: str, on: date) -> Iterator[Remark]:
    for unit in former_units(words, on):
        body = body_before(words, unit.start)
        start = unit.start if body is None else body
        yield _remark(
            start,
            unit.end,
            "unit_gone" if body is None else "body_gone",
            " hoặc ".join(words[start : unit.start] + _in_text(now, unit) for now in unit.now),
            name=words[start : unit.end],
            until=_said(unit.until),
            source=unit.source,
        )
    until, source = _said(DISTRICTS_END), DISTRICTS_CLAUSE
    for found in DISTRICT_BODY.finditer(words) if on >= DISTRICTS_END else ():
        yield _remark(*found.span(), "body_gone", name=found[0], until=until, source=source)


def _in_text(now: str, unit: FormerUnit) -> str:
    """The name of today as it stands in a sentence or a head; without its kind where the old one had none."""
    if unit.name.isupper():
        return now.upper()
    if unit.level == "tinh" and not _KIND_OF_UNIT.match(unit.name):
        return _KIND_OF_UNIT.sub("", now)
    return now if now.endswith("Hồ Chí Minh") else now[0].lower() + now[1:]
