"""TT-24, second part: percentages that do not follow from their own figures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import product

from vanban.check.grid import Figure, Grid, figure_of, grids
from vanban.check.model import Case, Example, Hit
from vanban.check.prose import passages
from vanban.check.register import rule
from vanban.language import N_
from vanban.tiengviet.numbers import so_vn

_USAGE = "Thông lệ trình bày số liệu"
_HUNDRED = Decimal(100)

_NUMBER = r"(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?"
_OF = rf"(?<![\w/.,-])(?P<part>{_NUMBER})\s?/\s?(?P<whole>{_NUMBER})(?![\w/]|[.,]\d)"
_PERCENT = r"(?P<percent>\d{1,3}(?:,\d+)?)\s?%(?!\s?[-–/]\s?\d)"
_SAID = r"(?:đạt|chiếm|bằng|tương ứng|tương đương|=)?\s?(?:với\s)?(?:t[ỷỉ] lệ\s?:?)?\s?(?:đạt|là|=)?\s?"
_SHARES = (
    re.compile(rf"{_OF}(?P<what>[^\d.;:%,()=]{{0,60}}?)(?P<mark>\s?[,=(]\s?|\s)(?P<said>{_SAID}){_PERCENT}"),
    re.compile(rf"{_PERCENT}\s?(?P<mark>\()(?P<said>){_OF}(?P<what>)"),
)
_NO_SHARE = re.compile(
    r"(?<!\w)(?:ngày|tháng|quý|năm|năm học|khóa|kỳ|đợt|đến|trước|sau|từ|hết|số|lúc|Điều|khoản"
    r"|tăng|giảm|vượt|hơn|thêm|trên|dưới|gần|khoảng)\s*\Z",
    re.IGNORECASE,
)
"""Before two numbers with a slash: a date or the number of a paper; before a percentage: no plain share."""
_YEAR = re.compile(r"(?:19|20)\d\d")


@rule(
    "TT-2410",
    N_("Tỷ lệ phần trăm không khớp với số liệu đi kèm"),
    clause=_USAGE,
    message=N_("{part}/{whole} là {expected}%, không phải {found}%."),
    remedy=N_("Kiểm tra lại số liệu và tỷ lệ."),
    bad=Example("doan", "Đến nay có 45/50 giáo viên tham gia tập huấn, đạt 95%."),
    good=Example(
        "doan", "Đến nay có 45/50 giáo viên tham gia tập huấn, đạt 90%; 2/3 số trường (66,6%) đã báo cáo."
    ),
)
def shares_in_text(case: Case) -> Iterator[Hit]:
    """«45/50 giáo viên, đạt 95%», «95% (45/50)»; rounding up or down is let be."""
    for passage in passages(case):
        for pattern in _SHARES:
            for found in pattern.finditer(passage.text):
                said = found["said"].strip() or found["mark"].strip() in ("(", "=")
                part, whole, percent = (figure_of(found[name]) for name in ("part", "whole", "percent"))
                if not said or not (part and whole and percent) or not whole.value:
                    continue
                if _is_time(found) or any(_NO_SHARE.search(passage.text[:at]) for at in _starts(found)):
                    continue
                expected = part.value * _HUNDRED / whole.value
                if not _follows(percent, expected):
                    shown = so_vn(expected, max(percent.decimals, 1)).removesuffix(",0")
                    yield passage.hit(
                        *found.span(),
                        part=found["part"], whole=found["whole"], found=found["percent"], expected=shown,
                    )  # fmt: skip


def _starts(found: re.Match[str]) -> tuple[int, int]:
    return found.start(), found.start("part")


def _is_time(found: re.Match[str]) -> bool:
    """Whether the numbers can be a month or a school year: ``3/2026``, ``2025/2026``."""
    part, whole = found["part"], found["whole"]
    return bool(_YEAR.fullmatch(whole)) and (len(part) <= 2 or bool(_YEAR.fullmatch(part)))


def _follows(percent: Figure, expected: Decimal) -> bool:
    """Whether the percentage is the expected one, rounded up or down where it ends."""
    return abs(percent.value - expected) < percent.step


_SHARE = re.compile(r"%|t[ỷỉ] lệ|t[ỷỉ] trọng|cơ cấu", re.IGNORECASE)
_FITS = 3
"""Rows that must follow before one that does not is blamed, and for each that is."""

_RESULTS = (
    ("Khối", "Kế hoạch", "Thực hiện", "Tỷ lệ (%)"),
    ("Khối 1", "250", "200", "80"),
    ("Khối 2", "240", "222", "92,5"),
    ("Khối 3", "260", "234", "90"),
)


@rule(
    "TT-2403",
    N_("Tỷ lệ trong bảng không khớp với các cột"),
    clause=_USAGE,
    message=N_("Hàng «{row}»: tỷ lệ ghi {found}, tính theo các cột là {expected}."),
    remedy=N_("Kiểm tra lại số liệu của hàng và tỷ lệ."),
    bad=Example(table=(*_RESULTS, ("Khối 4", "250", "225", "95"))),
    good=Example(table=(*_RESULTS, ("Khối 4", "250", "225", "90"))),
)
def shares_in_tables(case: Case) -> Iterator[Hit]:
    """A column of percentages that follows from two others in most rows, where it does not."""
    for grid in grids(case):
        shares = [c for c, figures in grid.columns.items() if _is_share(grid, c, figures)]
        for column in shares:
            yield from _odd_shares(case, grid, column, [c for c in grid.columns if c not in shares])


def _is_share(grid: Grid, column: int, figures: list[Figure]) -> bool:
    return bool(_SHARE.search(grid.head(column))) or any(figure.unit == "%" for figure in figures)


def _odd_shares(case: Case, grid: Grid, column: int, others: list[int]) -> Iterator[Hit]:
    said = grid.columns[column]
    best: tuple[int, dict[int, Decimal]] = 0, {}
    for way in _ways(grid, others):
        rows = {i: share for i, share in enumerate(way) if share is not None and not said[i].blank}
        odd = {i: share for i, share in rows.items() if not _follows(said[i], share)}
        best = max(best, (len(rows) - len(odd), odd), key=lambda found: found[0])
    fits, odd = best
    if fits >= _FITS * max(len(odd), 1):
        for place, expected in odd.items():
            row, found = grid.rows[place], said[place]
            shown = so_vn(expected, max(found.decimals, 1)).removesuffix(",0")
            yield grid.hit(case, place, column, row=row.label, found=so_vn(found.value), expected=shown)


def _ways(grid: Grid, columns: list[int]) -> Iterator[list[Decimal | None]]:
    """The percentages by row: of another column, above it, of both together; of the column's own total."""
    total = next((i for i, row in enumerate(grid.rows) if row.is_total), None)
    for one, other in product(columns, columns):
        a, b = grid.columns[one], grid.columns[other]
        if one != other:
            shares = [_share(part, whole.value) for part, whole in zip(a, b, strict=True)]
            yield shares
            yield [None if share is None else share - _HUNDRED for share in shares]
            yield [_share(part, part.value + rest.value) for part, rest in zip(a, b, strict=True)]
        elif total is not None:
            yield [_share(part, a[total].value) for part in a]


def _share(part: Figure, whole: Decimal) -> Decimal | None:
    return part.value * _HUNDRED / whole if whole else None


_NEAR = 12
"""How far from 100 a sum may be that was to be 100."""
_PARTS = (("Nội dung", "Cơ cấu (%)"), ("Sách giáo khoa", "45"), ("Sách tham khảo", "30"), ("Truyện", "20"))


@rule(
    "TT-2404",
    N_("Cơ cấu phần trăm cộng lại khác 100"),
    clause=_USAGE,
    message=N_("Cột «{column}» ghi tổng 100% nhưng các hàng cộng lại được {found}%."),
    remedy=N_("Kiểm tra lại tỷ lệ của từng hàng."),
    bad=Example(table=(*_PARTS, ("Tổng", "100"))),
    good=Example(table=(*_PARTS, ("Báo", "5"), ("Tổng", "100"))),
    severity="warning",
)
def parts_of_a_hundred(case: Case) -> Iterator[Hit]:
    """Shares of one whole that do not add up to it; only sums near 100 can be meant so."""
    for grid in grids(case):
        for column, figures in grid.columns.items():
            total = next((i for i, row in enumerate(grid.rows) if row.is_total), None)
            if total is None or not _is_share(grid, column, figures) or figures[total].value != _HUNDRED:
                continue
            parts = [figure for i, figure in enumerate(figures) if i != total]
            added = sum((figure.value for figure in parts), Decimal(0))
            room = max(figure.step for figure in parts) * len(parts) / 2
            if room < abs(added - _HUNDRED) < _NEAR:
                yield grid.hit(case, total, column, column=grid.head(column), found=so_vn(added))
