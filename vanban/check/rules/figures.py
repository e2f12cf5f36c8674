"""TT-24, first part: totals of tables, and their ordinal numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import accumulate, pairwise

from vanban.check.grid import Figure, Grid, grids, is_total
from vanban.check.model import Case, Example, Hit
from vanban.check.register import rule
from vanban.language import N_
from vanban.tiengviet.numbers import so_vn

_USAGE = "Thông lệ trình bày số liệu"

NOT_ADDED = re.compile(
    r"%|(?<!\w)(?:giá(?! trị)|mức|t[ỷỉ] lệ|t[ỷỉ] trọng|bình quân|trung bình|tb|điểm|hệ số|xếp|hạng|thứ"
    r"|năm sinh|tuổi|số hiệu|mã|ngày|tháng|so sánh|so với)(?!\w)",
    re.IGNORECASE,
)
"""Heads of columns whose figures are not to be added."""
_WITHIN = re.compile(r"(?:trong đó|[-+•–]|gồm)", re.IGNORECASE)
"""Labels of rows that are part of the row above."""
_SUBSET = re.compile(r"(?<!\w)(?:nữ|dân tộc|đảng viên|khuyết tật|hộ nghèo|trong đó)(?!\w)", re.IGNORECASE)
"""Labels of rows that count some of what others count, so that nothing is said where no sum fits."""
_LEAST = 2
"""Figures that make a sum."""
_MOST_PARTS = 60
"""Rows that one row above them may stand for."""
_MOST_TOTALS = 60
"""Rows of totals in one table; a table with more is not made for adding up."""

_BOOKS = (("TT", "Nội dung", "Kinh phí"), ("1", "Mua sách", "12.500.000"), ("2", "Đóng kệ", "3.200.000"))


@rule(
    "TT-2401",
    N_("Hàng tổng của bảng cộng sai"),
    clause=_USAGE,
    message=N_("Cột «{column}»: tổng ghi {found}, các hàng cộng lại được {expected}."),
    remedy=N_("Kiểm tra lại từng số trong cột và số tổng."),
    bad=Example(table=(*_BOOKS, ("", "Tổng cộng", "16.700.000"))),
    good=Example(table=(*_BOOKS, ("", "Tổng cộng", "15.700.000"))),
)
def totals_of_columns(case: Case) -> Iterator[Hit]:
    """A row of totals against the rows that it can be meant to sum up."""
    for grid in grids(case):
        for column, figures in grid.columns.items():
            if NOT_ADDED.search(grid.head(column)) or any(figure.unit == "%" for figure in figures):
                continue
            yield from _wrong_totals(case, grid, column, figures)


def _wrong_totals(case: Case, grid: Grid, column: int, figures: list[Figure]) -> Iterator[Hit]:
    totals = [place for place, row in enumerate(grid.rows) if row.is_total and not figures[place].blank]
    for place in totals if len(totals) <= _MOST_TOTALS else ():
        scopes = [scope for scope in _scopes(grid, place) if _written(figures, scope) >= _LEAST]
        sums = [total for scope in scopes for total in _sums(grid, figures, scope)]
        if any(_SUBSET.search(grid.rows[i].label) for scope in scopes for i in scope):
            continue
        if sums and not any(_equal(figures, figures[place].value, total) for total in sums):
            yield grid.hit(
                case, place, column,
                column=_short(grid.head(column)), found=so_vn(figures[place].value), expected=so_vn(sums[0]),
            )  # fmt: skip


def _scopes(grid: Grid, place: int) -> list[tuple[int, ...]]:
    """The rows that a total may sum up: those above it, or below it where it comes first."""
    totals = [i for i, row in enumerate(grid.rows) if row.is_total or row.is_subtotal]
    plain = sorted({*range(len(grid.rows))} - {*totals})
    before = max((i for i in totals if i < place), default=-1)
    after = min((i for i in totals if i > place), default=len(grid.rows))
    above = [i for i in plain if i < place]
    below = [i for i in plain if i > place]
    parts = [i for i in totals if i < place and grid.rows[i].is_subtotal]
    scopes = [above or below, [i for i in above if i > before], [i for i in below if i < after], below]
    scopes += [[i for i in totals if i != place], [i for i in totals if i < place], above + parts]
    return list(dict.fromkeys(map(tuple, scopes)))


def _sums(grid: Grid, figures: list[Figure], scope: Sequence[int]) -> Iterator[Decimal]:
    """The sums that can be meant: of all rows, of those of one level, of those without parts, and so on."""
    yield _sum(figures, scope)
    depths = {i: grid.rows[i].depth for i in scope}
    for depth in dict.fromkeys(depths.values()):
        yield _sum(figures, [i for i in scope if depths[i] == depth])
    order = list(dict.fromkeys(depths.values()))
    follows = dict(pairwise(scope))
    leaves = [
        i for i in scope if i not in follows or order.index(depths[follows[i]]) <= order.index(depths[i])
    ]
    yield _sum(figures, leaves)
    yield _sum(figures, [i for i in scope if not _WITHIN.match(grid.rows[i].label)])
    yield _sum(figures, _parents(figures, scope))


def _parents(figures: list[Figure], scope: Sequence[int]) -> list[int]:
    """The rows that are left when each row that is the sum of those right below it stands for them."""
    left = []
    place = 0
    while place < len(scope):
        left.append(scope[place])
        below = accumulate(figures[i].value for i in scope[place + 1 : place + 1 + _MOST_PARTS])
        value = figures[scope[place]].value
        parts = (
            next((n for n, total in enumerate(below, 1) if n >= _LEAST and total == value), 0) if value else 0
        )
        place += 1 + parts
    return left


def _sum(figures: list[Figure], scope: Sequence[int]) -> Decimal:
    return sum((figures[i].value for i in scope), Decimal(0))


def _written(figures: list[Figure], scope: Sequence[int]) -> int:
    return sum(not figures[i].blank for i in scope)


def _equal(figures: Sequence[Figure], found: Decimal, expected: Decimal) -> bool:
    """Whether they are the same but for the rounding of decimals."""
    decimals = max(figure.decimals for figure in figures)
    room = Decimal(1).scaleb(-decimals) * len(figures) / 2 if decimals else Decimal(0)
    return abs(found - expected) <= room


def _short(words: str, most: int = 40) -> str:
    return words if len(words) <= most else words[: most - 1].rstrip() + "…"


_CLASSES = (
    ("Khối", "Nam", "Nữ", "Tổng số"),
    ("Khối 1", "130", "132", "262"),
    ("Khối 2", "120", "138", "258"),
)


@rule(
    "TT-2402",
    N_("Cột tổng của bảng cộng sai"),
    clause=_USAGE,
    message=N_("Hàng «{row}»: tổng ghi {found}, các cột cộng lại được {expected}."),
    remedy=N_("Kiểm tra lại từng số trong hàng và số tổng."),
    bad=Example(table=(*_CLASSES, ("Khối 3", "141", "130", "281"))),
    good=Example(table=(*_CLASSES, ("Khối 3", "141", "130", "271"))),
)
def totals_of_rows(case: Case) -> Iterator[Hit]:
    """A column of totals that is the sum of others in most rows, where it is not."""
    for grid in grids(case):
        for column in grid.columns:
            if is_total(grid.heads[column][-1] if grid.heads[column] else ""):
                yield from _wrong_rows(case, grid, column)


def _wrong_rows(case: Case, grid: Grid, total: int) -> Iterator[Hit]:
    added = [c for c in grid.columns if c != total and not NOT_ADDED.search(grid.head(c))]
    near = [c for c in added if grid.heads[c][:-1] == grid.heads[total][:-1]]
    meant = [[c for c in some if c > total] for some in (added, near)]
    meant += [[c for c in some if c < total] for some in (added, near)]
    fits, odd = max(
        (_row_sums(grid, total, columns) for columns in (*meant, added)), key=lambda sums: sums[0]
    )
    if fits >= _LEAST and fits >= 2 * len(odd):
        for place, expected in odd:
            found = so_vn(grid.columns[total][place].value)
            label = _short(grid.rows[place].label)
            yield grid.hit(case, place, total, row=label, found=found, expected=so_vn(expected))


def _row_sums(grid: Grid, total: int, columns: list[int]) -> tuple[int, list[tuple[int, Decimal]]]:
    """In how many rows the total is the sum of these columns, and the rows where it is not with their sum."""
    fits = 0
    odd: list[tuple[int, Decimal]] = []
    for place in range(len(grid.rows)):
        said = grid.columns[total][place]
        row = [grid.columns[column][place] for column in columns]
        if said.blank or all(figure.blank for figure in row) or len(columns) < _LEAST:
            continue
        expected = sum((figure.value for figure in row), Decimal(0))
        if _equal([*row, said], said.value, expected):
            fits += 1
        else:
            odd.append((place, expected))
    return fits, odd


_LISTS = (
    ("TT", "Đơn vị", "Số sách"),
    ("I", "Tiểu học", "500"), ("1", "Trường A", "200"), ("2", "Trường B", "300"),
    ("II", "Trung học cơ sở", "290"), ("1", "Trường C", "140"),
)  # fmt: skip


@rule(
    "TT-2405",
    N_("Số của nhóm khác tổng các mục trong nhóm"),
    clause=_USAGE,
    message=N_("Nhóm «{row}»: ghi {found}, các mục trong nhóm cộng lại được {expected}."),
    remedy=N_("Kiểm tra lại số của nhóm và từng mục."),
    bad=Example(table=(*_LISTS, ("2", "Trường D", "160"))),
    good=Example(table=(*_LISTS, ("2", "Trường D", "150"))),
    severity="warning",
)
def totals_of_groups(case: Case) -> Iterator[Hit]:
    """I, II or A, B against the rows under them, where the other groups of the column add up."""
    for grid in grids(case):
        groups = [(place, parts) for place, parts in _groups(grid) if len(parts) >= _LEAST]
        for column, figures in grid.columns.items() if groups else ():
            if NOT_ADDED.search(grid.head(column)):
                continue
            sums = {place: _sum(figures, parts) for place, parts in groups if not figures[place].blank}
            odd = [place for place in sums if not _equal(figures, figures[place].value, sums[place])]
            for place in odd if len(odd) <= len(sums) - len(odd) else ():
                found, label = so_vn(figures[place].value), _short(grid.rows[place].label)
                yield grid.hit(case, place, column, row=label, found=found, expected=so_vn(sums[place]))


def _groups(grid: Grid) -> Iterator[tuple[int, list[int]]]:
    """Each row with a mark, and the rows of the next lower level under it."""
    depths = [row.depth if not row.is_total else "" for row in grid.rows]
    order = [depth for depth in dict.fromkeys(depths) if depth]
    for place, depth in enumerate(depths):
        parts: list[int] = []
        for below in range(place + 1, len(depths) if depth else 0):
            if not depths[below] or order.index(depths[below]) <= order.index(depth):
                break
            if not parts or depths[below] == depths[parts[0]]:
                parts.append(below)
        if parts:
            yield place, parts


@rule(
    "TT-2430",
    N_("Số thứ tự trong bảng không liền nhau"),
    clause=_USAGE,
    message=N_("Sau số thứ tự {before} là {found}."),
    remedy=N_("Đánh lại số thứ tự; kiểm tra xem có thiếu hoặc thừa hàng không."),
    bad=Example(
        table=(
            ("TT", "Nội dung"),
            ("1", "Mua sách"),
            ("2", "Đóng kệ"),
            ("4", "In phiếu"),
            ("5", "Trao thưởng"),
        )
    ),
    good=Example(
        table=(
            ("TT", "Nội dung"),
            ("1", "Mua sách"),
            ("2", "Đóng kệ"),
            ("3", "In phiếu"),
            ("1", "Trao thưởng"),
        )
    ),
    severity="note",
)
def ordinals(case: Case) -> Iterator[Hit]:
    """A number left out or said twice, told once a table; a count may begin anew."""
    for grid in grids(case):
        column = grid.ordinals
        if column is None:
            continue
        before = None
        for place, row in enumerate(grid.rows):
            mark = row.mark.strip().rstrip(".)").strip()
            if not mark.isdecimal():
                continue
            number = int(mark)
            if before is not None and number not in (before + 1, 1):
                yield grid.hit(case, place, column, before=before, found=number)
                break
            before = number
