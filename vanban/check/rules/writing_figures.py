"""TT-22, third part: dates, numbers and years in running text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from vanban.check.model import Case, Example, Hit, Reword
from vanban.check.prose import FIXED, Passage, passages
from vanban.check.register import rule
from vanban.language import N_
from vanban.tiengviet.tones import mark_first

_USAGE = "Cách viết văn bản tiếng Việt"

_IN_WORDS = re.compile(
    r"(?<!\w)[Nn]gày (?P<day>\d{1,2}) tháng (?P<month>\d{1,2})(?: năm (?P<year>\d{4}))?(?![\w/-]|[.,]\d)"
)
_IN_FIGURES = re.compile(
    r"(?<![\w/.,-])(?P<day>\d{1,2})(?P<mark>[/.-])(?P<month>\d{1,2})(?P=mark)(?P<year>(?:19|20)\d{2})(?![\w/-]|[.,]\d)"
)
_DAY_AND_MONTH = re.compile(r"(?<!\w)[Nn]gày (?!24/24)(?P<day>\d{1,2})/(?P<month>\d{1,2})(?![\w/-]|[.,]\d)")


@rule(
    "TT-2209",
    N_("Ngày không có trong lịch"),
    clause="Lịch dương",
    message=N_("Không có ngày «{found}»."),
    remedy=N_("Kiểm tra lại ngày, tháng, năm."),
    bad=Example("doan", "Nhà trường tổng hợp kết quả trước ngày 31/6/2026."),
    good=Example("doan", "Nhà trường tổng hợp kết quả trước ngày 30/6/2026; phiếu số 31/6/2026/KH-THA."),
)
def impossible_dates(case: Case) -> Iterator[Hit]:
    """«31/6/2026», «ngày 05 tháng 13»."""
    for passage in passages(case, besides=FIXED | {"dia_danh"}):
        for pattern in (_IN_WORDS, _IN_FIGURES, _DAY_AND_MONTH):
            for found in pattern.finditer(passage.text):
                if _is_number(passage.text, found.start()):
                    continue
                figures = found.groupdict()
                if not _exists(*(int(figures.get(name) or 0) for name in _PARTS)):
                    yield passage.hit(*found.span(), found=found[0])


_PARTS = ("year", "month", "day")
_LEAP_YEAR = 2000
"""Stands for a year that is not said, so that 29 February may be."""


def _exists(year: int, month: int, day: int) -> bool:
    try:
        date(year or _LEAP_YEAR, month, day)
    except ValueError:
        return False
    return True


_OF_A_PAPER = re.compile(r"(?<!\w)[Ss]ố:? ?$")


def _is_number(text: str, start: int) -> bool:
    """Whether the figures follow "số" and so are the number of a paper."""
    return bool(_OF_A_PAPER.search(text[max(start - 5, 0) : start]))


@rule(
    "TT-2210",
    N_("Ngày dưới 10, tháng 1, tháng 2 viết thêm số 0"),
    clause="Phụ lục I, Phần I, II.4.b",
    message=N_("«{found}» thiếu số 0 ở trước."),
    remedy=N_("Viết «{right}»."),
    bad=Example("doan", "Nhà trường tổng hợp kết quả trước ngày 5 tháng 9 năm 2026."),
    good=Example("doan", "Nhà trường tổng hợp kết quả trước ngày 05 tháng 9 năm 2026."),
    severity="note",
)
def leading_zeros(case: Case) -> Iterator[Hit]:
    """«ngày 5 tháng 2 năm 2026», a whole date in words."""
    for passage in passages(case, besides=FIXED | {"dia_danh", "can_cu"}):
        for found in _IN_WORDS.finditer(passage.text):
            day, month, year = int(found["day"]), int(found["month"]), found["year"]
            months = f"{month:02}" if month <= 2 else found["month"]
            right = f"{found[0][:4]} {day:02} tháng {months} năm {year}"
            if year and right != found[0]:
                yield passage.hit(*found.span(), found=found[0], right=right)


_SHORT_YEAR = re.compile(r"(?<!\w)[Nn]gày (\d{1,2}[/.-]\d{1,2}[/.-])(\d{2})(?![\w/-]|[.,]\d)")


@rule(
    "TT-2219",
    N_("Năm ghi đủ bốn chữ số"),
    clause="Phụ lục I, Phần I, II.4.b",
    message=N_("Năm trong «{found}» chỉ có hai chữ số."),
    remedy=N_("Ghi đủ bốn chữ số của năm."),
    bad=Example("doan", "Nhà trường tổng hợp kết quả trước ngày 15/6/26."),
    good=Example("doan", "Nhà trường tổng hợp kết quả trước ngày 15/6/2026."),
    severity="warning",
)
def short_years(case: Case) -> Iterator[Hit]:
    """«ngày 5/3/26»."""
    for passage in passages(case):
        for found in _SHORT_YEAR.finditer(passage.text):
            yield passage.hit(*found.span(), found=found[0])


@rule(
    "TT-2220",
    N_("Dấu ngăn cách trong ngày tháng không thống nhất"),
    clause=_USAGE,
    message=N_("Ngày «{found}» ngăn cách khác với phần còn lại của văn bản ({count} chỗ)."),
    remedy=N_("Dùng một kiểu trong cả văn bản, như «{right}»."),
    bad=Example("doan", "Đợt một đến ngày 15/6/2026, đợt hai đến 20/7/2026, đợt ba đến 25-8-2026."),
    good=Example("doan", "Đợt một đến ngày 15/6/2026, đợt hai đến 20/7/2026, đợt ba đến 25/8/2026."),
    severity="note",
)
def mixed_marks(case: Case) -> Iterator[Hit]:
    """«5/3/2026» and «5-3-2026» in one paper: the rarer way is told, once."""
    found: dict[str, list[tuple[Passage, re.Match[str]]]] = {}
    for passage in passages(case):
        for match in _IN_FIGURES.finditer(passage.text):
            if not _is_number(passage.text, match.start()):
                found.setdefault(match["mark"], []).append((passage, match))
    usual = max(found, key=lambda mark: len(found[mark]), default="")
    for mark, places in found.items():
        if mark != usual:
            passage, match = places[0]
            right = match[0].replace(mark, usual)
            yield passage.hit(*match.span(), found=match[0], right=right, count=len(places))


_WHOLE = r"(?= ?(?:đồng|VNĐ|VND|người|học sinh|lượt|cuốn|bản|trường|giáo viên)(?!\w))"
"""What is counted in whole numbers, so that a comma before three figures is no decimal one."""
_ENGLISH = re.compile(
    rf"(?<![\w.,/])(?:(?P<thousands>\d{{1,3}}(?:,\d{{3}}){{2,}}(?:\.\d+)?|\d{{1,3}}(?:,\d{{3}})+{_WHOLE})(?![\w,])"
    r"|(?P<decimals>\d{1,3}\.\d{1,2})(?= ?%| (?:triệu|tỷ|tỉ)(?!\w)))"
)
_SWAPPED = str.maketrans(",.", ".,")


@rule(
    "TT-2211",
    N_("Số viết theo kiểu tiếng Anh"),
    clause=_USAGE,
    message=N_("Số «{found}» ngăn cách theo kiểu tiếng Anh."),
    remedy=N_("Viết «{right}»: dấu chấm ngăn hàng nghìn, dấu phẩy ngăn phần thập phân."),
    bad=Example("doan", "Kinh phí mua sách dự kiến là 12,500,000 đồng."),
    good=Example("doan", "Kinh phí mua sách dự kiến là 12.500.000 đồng, tăng 1.234,5%."),
    severity="warning",
)
def english_numbers(case: Case) -> Iterator[Hit]:
    """«1,000,000 đồng», «98.5%»."""
    for passage in passages(case):
        for found in _ENGLISH.finditer(passage.text):
            yield passage.hit(*found.span(), found=found[0], right=found[0].translate(_SWAPPED))


_LOOSE_PERCENT = re.compile(r"(?<=\d)[ \xa0]+(?=%)")


@rule(
    "TT-2212",
    N_("Dấu cách trước ký hiệu %"),
    clause=_USAGE,
    message=N_("Có dấu cách giữa số và ký hiệu % ở «{found}»."),
    remedy=N_("Viết «{right}»."),
    bad=Example("doan", "Phấn đấu 98 % học sinh tham gia đọc sách."),
    good=Example("doan", "Phấn đấu 98% học sinh tham gia đọc sách."),
    severity="note",
    fixable=True,
)
def loose_percents(case: Case) -> Iterator[Hit]:
    """«98 %»."""
    for passage in passages(case):
        base = passage.part.start
        for found in _LOOSE_PERCENT.finditer(passage.text):
            start = passage.text.rfind(" ", 0, found.start()) + 1
            number = passage.text[start : found.start()]
            repair = Reword(base + found.start(), base + found.end(), "")
            words = passage.text[start : found.end() + 1]
            yield passage.hit(start, found.end() + 1, repair, found=words, right=f"{number}%")


_YEARS = re.compile(r"năm (?:học )?(\d{4})(?: ?[-–] ?(\d{4}))?")
_LEAST_WORDS = 4
"""Of a title before its year; a shorter one may be repeated for another year by chance."""
_SAYS_ITSELF = re.compile(r"(?<!\w)(?:ban hành|xây dựng|như sau|Trên đây là|triển khai)(?!\w)")


@rule(
    "TT-2218",
    N_("Năm trong nội dung khác năm trong trích yếu"),
    clause="Phụ lục I, Phần I, II.5.a",
    message=N_("Trích yếu ghi «{title}» nhưng ở đây ghi «{found}»."),
    remedy=N_("Kiểm tra lại năm; sửa chỗ còn sót của văn bản cũ."),
    bad=Example(
        "doan",
        "Ủy ban nhân dân phường Tây Mỗ ban hành Kế hoạch thông tin, tuyên truyền về giáo dục"
        " và đào tạo năm 2025 như sau:",
    ),
    good=Example(
        "doan",
        "Từ kết quả thực hiện Kế hoạch thông tin, tuyên truyền về giáo dục và đào tạo năm 2025, phường đề ra"
        " các nhiệm vụ mới.",
    ),
    severity="warning",
)
def other_year(case: Case) -> Iterator[Hit]:
    """The body says the title's own words with another year, where it speaks of the paper itself."""
    title = " ".join(case.anatomy.text(("trich_yeu", "trich_yeu_cong_van")).split())
    years = _YEARS.search(title)
    if not years or len(title[: years.start()].split()) < _LEAST_WORDS:
        return
    phrase = _folded(title[: years.start()].removeprefix("Về việc ").removeprefix("V/v "))
    elsewhere = FIXED | {"trich_yeu", "trich_yeu_cong_van", "can_cu"}
    for passage in passages(case, tables=False, besides=elsewhere):
        text = _folded(passage.text)
        start = text.find(phrase)
        if start < 0 or len(text) != len(passage.text):
            continue
        found = _YEARS.match(text, start + len(phrase))
        if found and found.groups() != years.groups() and _SAYS_ITSELF.search(passage.text):
            yield passage.hit(*found.span(), title=years[0], found=passage.text[slice(*found.span())])


def _folded(text: str) -> str:
    """The text for comparing: small letters, tone marks in one place."""
    return mark_first(text).lower().replace("\n", " ").replace("\xa0", " ")
