"""TT-23, first part: numbers, symbols and issuers of the documents that are cited (II.3, II.6.b)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vanban.check.cited import citations
from vanban.check.model import Case, Example, Hit, Reword
from vanban.check.prose import FIXED, passages
from vanban.check.register import rule
from vanban.language import N_
from vanban.thethuc.normative import (
    ASSEMBLIES,
    CODES,
    FIRST_YEAR,
    ISSUERS,
    KNOWN_ISSUERS,
    NUMBERED_BY_YEAR,
    PARTS_OF_SYMBOLS,
    PLAIN_CODES,
)
from vanban.tiengviet.dates import Ngay

_CLAUSE = "Phụ lục I, Phần I, II.6.b"
_NUMBERS = "Phụ lục I, Phần I, II.3"
_LAW = "Luật Ban hành văn bản quy phạm pháp luật"

_CODE = r"(?:NĐ|ND|QĐ|QD|NQ|TTLT|TT|KH|CT|QH\d|UBTVQH\d|TTr|BC|TB)(?=[-–/\d]|$|[ \xa0,;.])"
_MISSHAPEN = re.compile(
    r"(?<![\w/.,–-])\d{1,6}[ \xa0]?/[ \xa0]?(?:(?:\d{3}|\d{5,8})[ \xa0]?/?[ \xa0]?|\d{4}(?://)?)"
    rf"{_CODE}"
    r"[\w–/-]*(?<=\w)"
)


@rule(
    "TT-2301",
    N_("Số của văn bản viện dẫn không thể có"),
    clause=_NUMBERS,
    message=N_("Số, ký hiệu «{found}» viết sai: năm phải có bốn chữ số, có gạch chéo ở hai bên."),
    remedy=N_("Đối chiếu với văn bản gốc và ghi lại số, năm, ký hiệu."),
    bad=Example("doan", "Công tác văn thư thực hiện theo Nghị định số 45/25010/NĐ-CP của Chính phủ."),
    good=Example("doan", "Công tác văn thư thực hiện theo Nghị định số 30/2020/NĐ-CP của Chính phủ."),
)
def misshapen_numbers(case: Case) -> Iterator[Hit]:
    """«45/25010/NĐ-CP», «18/20202QĐ-UBND», «30/2020NĐ-CP»."""
    for passage in passages(case, besides=FIXED):
        for found in _MISSHAPEN.finditer(passage.text):
            yield passage.hit(*found.span(), found=found[0])


@rule(
    "TT-2302",
    N_("Năm trong số của văn bản viện dẫn không thể có"),
    clause=_NUMBERS,
    message=N_("Năm {year} trong «{found}» không thể có ở văn bản ban hành năm {issued}."),
    remedy=N_("Đối chiếu với văn bản gốc và ghi lại năm."),
    bad=Example("doan", "Công tác văn thư thực hiện theo Nghị định số 30/2062/NĐ-CP của Chính phủ."),
    good=Example("doan", "Công tác văn thư thực hiện theo Nghị định số 30/2020/NĐ-CP của Chính phủ."),
)
def impossible_years(case: Case) -> Iterator[Hit]:
    """A year before the state was there, or after the paper itself."""
    if not case.issued:
        return
    for cited in citations(case):
        if cited.year is not None and not FIRST_YEAR <= cited.year <= case.issued.nam:
            yield cited.hit(year=cited.year, issued=case.issued.nam)


_LOOSE = re.compile(r"[ \xa0]*([/–-])[ \xa0]*")


@rule(
    "TT-2303",
    N_("Dấu cách trong số, ký hiệu của văn bản viện dẫn"),
    clause=_NUMBERS,
    message=N_("Trong «{found}» có dấu cách hoặc gạch dài."),
    remedy=N_("Viết liền: «{right}»."),
    bad=Example("doan", "Công tác văn thư thực hiện theo Nghị định số 30/2020/NĐ - CP của Chính phủ."),
    good=Example("doan", "Công tác văn thư thực hiện theo Nghị định số 30/2020/NĐ-CP của Chính phủ."),
    severity="warning",
    needs="docx",
    fixable=True,
)
def loose_numbers(case: Case) -> Iterator[Hit]:
    """«30/2020/NĐ - CP», «30/ 2020/NĐ–CP»."""
    for cited in citations(case):
        base = cited.passage.part.start + cited.start
        odd = [mark for mark in _LOOSE.finditer(cited.words) if mark[0] not in "/-"]
        if odd:
            repairs = (Reword(base + mark.start(), base + mark.end(), _closed(mark)) for mark in odd)
            yield cited.hit(*repairs, right=_LOOSE.sub(_closed, cited.words))


def _closed(mark: re.Match[str]) -> str:
    return "/" if mark[1] == "/" else "-"


@rule(
    "TT-2304",
    N_("Tên loại và ký hiệu của văn bản viện dẫn trái nhau"),
    clause="Phụ lục III, Phần I",
    message=N_("«{kind}» có ký hiệu «{found}», là ký hiệu của loại văn bản khác."),
    remedy=N_("Đối chiếu với văn bản gốc; sửa tên loại hoặc ký hiệu."),
    bad=Example("doan", "Nhà trường thực hiện Quyết định số 12/KH-UBND của Ủy ban nhân dân phường."),
    good=Example("doan", "Nhà trường thực hiện Kế hoạch số 12/KH-UBND của Ủy ban nhân dân phường."),
)
def contradictory_kinds(case: Case) -> Iterator[Hit]:
    """«Quyết định số 12/KH-UBND», «Thông tư số 30/2020/NĐ-CP»."""
    for cited in citations(case):
        codes = CODES.get(cited.kind)
        if codes and cited.groups[0] in PLAIN_CODES and not {*cited.groups} & {*codes}:
            yield cited.hit(kind=cited.kind)


_SLIPS = {group.upper().replace("Đ", "D"): group for group in PARTS_OF_SYMBOLS}


@rule(
    "TT-2305",
    N_("Ký hiệu của văn bản viện dẫn sai chữ hoa, chữ thường hoặc chữ Đ"),
    clause="Phụ lục III, Phần I",
    message=N_("Ký hiệu trong «{found}» viết sai."),
    remedy=N_("Viết «{right}»."),
    bad=Example("doan", "Công tác văn thư thực hiện theo Nghị định số 30/2020/NĐ-Cp của Chính phủ."),
    good=Example("doan", "Công tác văn thư thực hiện theo Nghị định số 30/2020/NĐ-CP của Chính phủ."),
    severity="warning",
)
def slips_of_symbols(case: Case) -> Iterator[Hit]:
    """«NĐ-Cp», «QD-UBND», «ND-CP», «QĐ-TTG»."""
    for cited in citations(case):
        groups = cited.groups
        right = [_SLIPS.get(group.upper().replace("Đ", "D"), group) for group in groups]
        if groups[0] == "ND" and "CP" not in right:
            right[0] = groups[0]
        if right != groups:
            whole = cited.words
            for wrong, group in zip(groups, right, strict=True):
                whole = re.sub(rf"(?<![^\W\d_]){re.escape(wrong)}(?![^\W\d_])", group, whole)
            yield cited.hit(right=whole)


@rule(
    "TT-2306",
    N_("Khóa Quốc hội và năm trong số của văn bản viện dẫn trái nhau"),
    clause=_LAW,
    message=N_("«{found}» ghi Quốc hội khóa {term} nhưng khóa này từ năm {first} đến năm {last}."),
    remedy=N_("Đối chiếu với văn bản gốc; sửa năm hoặc khóa Quốc hội."),
    bad=Example("doan", "Nhà trường thực hiện Luật Giáo dục số 43/2019/QH13 về quyền của người học."),
    good=Example("doan", "Nhà trường thực hiện Luật Giáo dục số 43/2019/QH14 về quyền của người học."),
)
def contradictory_terms(case: Case) -> Iterator[Hit]:
    """«85/2019/QH13»: the thirteenth National Assembly sat from 2011 to 2016."""
    for cited in citations(case):
        found = re.fullmatch(r"(?:UBTV)?QH(\d{1,2})", cited.symbol)
        if found and cited.year and int(found[1]) in ASSEMBLIES:
            first, last = ASSEMBLIES[int(found[1])]
            if not first <= cited.year <= last:
                yield cited.hit(term=found[1], first=first, last=last)


_YEARS_COMPULSORY = Ngay(2016, 7, 1)
"""Since then the law gives number, year and symbol one order; decrees without a year are older."""


@rule(
    "TT-2307",
    N_("Số của nghị định, thông tư thiếu năm ban hành"),
    clause=f"{_LAW}; {_CLAUSE}",
    message=N_("«{kind} số {found}» thiếu năm ban hành giữa số và ký hiệu."),
    remedy=N_("Đối chiếu với văn bản gốc và ghi đủ số, năm, ký hiệu, như «30/2020/NĐ-CP»."),
    bad=Example(
        "doan", "Công tác văn thư thực hiện theo Nghị định số 30/NĐ-CP ngày 05/3/2020 của Chính phủ."
    ),
    good=Example("doan", "Công tác văn thư thực hiện theo Nghị định số 30/2020/NĐ-CP của Chính phủ."),
    severity="warning",
)
def years_left_out(case: Case) -> Iterator[Hit]:
    """«Nghị định số 30/NĐ-CP»."""
    for cited in citations(case):
        old = cited.day is not None and cited.day < _YEARS_COMPULSORY
        by_year = cited.kind in NUMBERED_BY_YEAR and cited.groups[0] in CODES[cited.kind]
        if by_year and cited.year is None and not old and f"{cited.number}/" in cited.words:
            yield cited.hit(kind=cited.kind)


@rule(
    "TT-2308",
    N_("Cơ quan ban hành và ký hiệu của văn bản viện dẫn trái nhau"),
    clause=_CLAUSE,
    message=N_("«{found}» là văn bản của {right} nhưng ghi là của {issuer}."),
    remedy=N_("Ghi «của {right}», hoặc sửa số, ký hiệu nếu viện dẫn nhầm."),
    bad=Example(
        "doan",
        "Công tác văn thư thực hiện theo Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Thủ tướng Chính phủ.",
    ),
    good=Example(
        "doan", "Công tác văn thư thực hiện theo Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ."
    ),
)
def contradictory_issuers(case: Case) -> Iterator[Hit]:
    """«Nghị định số 30/2020/NĐ-CP … của Thủ tướng Chính phủ»."""
    for cited in citations(case):
        right = ISSUERS.get(cited.symbol)
        issuer = cited.issuer
        if right and issuer and not _begins(issuer, right) and _begins(issuer, KNOWN_ISSUERS):
            said = re.split(r"[,.:]| (?:về|quy định|hướng dẫn|ban hành|phê duyệt)(?!\w)", issuer)[0].strip()
            yield cited.hit(right=right[0], issuer=said)


def _begins(words: str, names: tuple[str, ...]) -> bool:
    return any(re.match(rf"{re.escape(name)}(?!\w)", words, re.IGNORECASE) for name in names)
