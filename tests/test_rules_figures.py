"""The rules of figures: totals, shares and amounts that contradict each other; what adds up is let be."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.cases_by_hand import case, hits, words
from vanban.check.grid import BLANK, Figure, figure_of, grids
from vanban.tiengviet.numbers import bang_chu, bang_chu_tien, so_vn, ty_le

Rows = Sequence[Sequence[str | int]]


def told(*lines: str, table: Rows = ()) -> list[tuple[str, str]]:
    """The rule and the words of each finding."""
    return [(name, words(hit)) for name, hit in hits(case(*lines, table=table), "TT-24")]


def picture(drawn: str) -> list[list[str | int]]:
    """A table drawn as lines of cells between bars; ``<`` merges a cell into the one before it."""
    rows: list[list[str | int]] = []
    for line in drawn.strip().splitlines():
        row: list[str | int] = []
        for cell in line.strip().strip("|").split("|"):
            if cell.strip() == "<":
                row.append(row.pop() + 1 if isinstance(row[-1], int) else 1)  # type: ignore[operator]
            else:
                row.append(cell.strip())
        rows.append(row)
    return rows


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("1.250", Figure(Decimal(1250))),
        ("98,5%", Figure(Decimal("98.5"), 1, "%")),
        ("98.5", Figure(Decimal("98.5"), 1)),
        ("05 bộ", Figure(Decimal(5), 0, "bộ")),
        ("12 500 000", Figure(Decimal(12_500_000))),
        ("", BLANK),
        ("-", BLANK),
        ("12/15", None),
        ("1,250,000.5", None),
        ("Không", None),
        ("1.284 (96,5%)", None),
    ],
)
def test_a_cell_is_read_as_one_plain_number_or_not_at_all(text: str, figure: Figure | None) -> None:
    assert figure_of(text) == figure


def test_a_grid_knows_its_heads_its_ordinals_and_its_columns() -> None:
    table = picture(
        """
        | TT | Khối | Số học sinh | < | Ghi chú |
        | (1) | (2) | (3) | (4) | (5) |
        | 1 | Khối 1 | 130 | 132 | |
        | 2 | Khối 2 | 120 | 138 | Tăng |
        | Tổng | < | 250 | 270 | |
        """
    )
    (grid,) = grids(case(table=table))
    assert (grid.ordinals, sorted(grid.columns), len(grid.rows)) == (0, [2, 3], 3)
    assert grid.head(3) == "Số học sinh"
    assert [row.is_total for row in grid.rows] == [False, False, True]


ADDS_UP = [
    """
    | TT | Nội dung | Kinh phí |
    | 1 | Mua sách | 12.500.000 |
    | 2 | Đóng kệ | 3.200.000 |
    | | Tổng cộng | 15.700.000 |
    """,
    """
    | TT | Nội dung | Số lượng | Đơn giá | Thành tiền |
    | 1 | Sách | 10 | 50.000 | 500.000 |
    | 2 | Kệ | 2 | 1.200.000 | 2.400.000 |
    | Cộng | < | < | < | 2.900.000 |
    | Bằng chữ: Hai triệu chín trăm nghìn đồng | < | < | < | < |
    """,
    """
    | TT | Đơn vị | Học sinh |
    | I | Tiểu học | 500 |
    | 1 | Trường A | 200 |
    | 2 | Trường B | 300 |
    | II | Trung học cơ sở | 250 |
    | 1 | Trường C | 250 |
    | | Tổng số | 750 |
    """,
    """
    | TT | Đơn vị | Học sinh |
    | | Tổng số | 750 |
    | 1 | Trường A | 500 |
    | 2 | Trường B | 250 |
    """,
    """
    | TT | Đơn vị | Học sinh |
    | 1 | Trường A | 500 |
    | 1.1 | Nam | 240 |
    | 1.2 | Nữ | 260 |
    | 2 | Trường B | 250 |
    | | Tổng số | 750 |
    """,
    """
    | Đơn vị | Học sinh |
    | Trường A | 500 |
    | - Nữ | 260 |
    | Trường B | 250 |
    | - Nữ | 100 |
    | Tổng số | 750 |
    """,
    """
    | Đơn vị | Học sinh |
    | Khối tiểu học | 700 |
    | Trường A | 500 |
    | Trường B | 200 |
    | Khối trung học | 90 |
    | Tổng | 790 |
    """,
    """
    | Đơn vị | Học sinh |
    | Trường A | 500 |
    | Trường B | 200 |
    | Cộng tiểu học | 700 |
    | Trường C | 90 |
    | Trường D | 60 |
    | Cộng trung học | 150 |
    | Tổng cộng | 850 |
    """,
    """
    | Đơn vị | Diện tích (ha) | Tỷ lệ (%) |
    | Thôn 1 | 12,34 | 33,3 |
    | Thôn 2 | 12,34 | 33,3 |
    | Thôn 3 | 12,33 | 33,3 |
    | Tổng | 37,0 | 100 |
    """,
    """
    | Khối | Nam | Nữ | Tổng số | Lớp |
    | Khối 1 | 130 | 132 | 262 | 7 |
    | Khối 2 | 120 | 138 | 258 | 7 |
    | Khối 3 | 141 | - | 141 | 4 |
    """,
    """
    | Khối | Tổng số | Trong đó: nữ | Dân tộc |
    | Khối 1 | 262 | 130 | 12 |
    | Khối 2 | 258 | 138 | 9 |
    | Cộng | 520 | 268 | 21 |
    """,
    """
    | Đơn vị | Năm 2024 | Năm 2025 | So sánh (%) |
    | Trường A | 200 | 220 | 110 |
    | Trường B | 250 | 200 | 80 |
    | Trường C | 300 | 330 | 110 |
    | Trường D | 240 | 246 | 102,5 |
    """,
    """
    | Đơn vị | Đăng ký | Thực hiện | Tỷ lệ |
    | Trường A | 200 | 220 | 100% |
    | Trường B | 250 | 200 | 95% |
    | Trường C | 300 | 330 | 90% |
    """,
    """
    | Học sinh | Số lượng |
    | Tổng số | 500 |
    | Nam | 240 |
    | Nữ | 260 |
    | Dân tộc thiểu số | 20 |
    """,
    """
    | Khối | Nam | Nữ | Tổng |
    | 1 | 130 | 132 | 262 |
    | 2 | 120 | 138 | 258 |
    | 3 | 110 | 108 | 218 |
    """,
    """
    | TT | Họ và tên | Năm sinh |
    | 1 | Nguyễn Văn A | 1980 |
    | 2 | Trần Thị B | 1985 |
    | | Tổng | 2 |
    """,
    """
    | TT | Nội dung | Số tiền |
    | 1 | Sách | 1,250 |
    | 2 | Kệ | 850 |
    | | Tổng | 2,100 |
    """,
]

GROUPS = """
| TT | Danh hiệu | Số lượng |
| I | Tập thể | 06 |
| 1 | Lao động tiên tiến | 04 |
| 2 | Giấy khen | 02 |
| II | Cá nhân | 42 |
| 1 | Chiến sĩ thi đua | 04 |
| 2 | Lao động tiên tiến | 30 |
| 3 | Giấy khen | 08 |
"""
VOTES = """
| TT | Danh hiệu | Đồng ý | Không đồng ý | Tỷ lệ |
| 1 | Chiến sĩ thi đua | 8 | 1 | 88,9% |
| 2 | Lao động tiên tiến | 9 | 0 | 100% |
| 3 | Giấy khen | 7 | 2 | 77,8% |
| 4 | Bằng khen | 6 | 3 | 66,7% |
"""


@pytest.mark.parametrize("drawn", [*ADDS_UP, GROUPS, VOTES])
def test_tables_that_add_up_one_way_or_another_are_let_be(drawn: str) -> None:
    assert told(table=picture(drawn)) == []


@pytest.mark.parametrize(
    ("drawn", "rule", "found"),
    [
        (ADDS_UP[0].replace("12.500.000", "12.500.001"), "TT-2401", "15.700.000"),
        (ADDS_UP[1].replace("500.000 |", "600.000 |", 1), "TT-2401", "2.900.000"),
        (ADDS_UP[2].replace("750", "751"), "TT-2401", "751"),
        (ADDS_UP[3].replace("250", "251"), "TT-2401", "750"),
        (ADDS_UP[8].replace("37,0", "38,0"), "TT-2401", "38,0"),
        (GROUPS.replace("| 30 |", "| 31 |"), "TT-2405", "42"),
        (GROUPS.replace("| 06 |", "| 05 |"), "TT-2405", "05"),
        (VOTES.replace("88,9%", "89,9%"), "TT-2403", "89,9%"),
        (ADDS_UP[9].replace("262", "263"), "TT-2402", "263"),
        (ADDS_UP[11].replace("| 80 |", "| 85 |"), "TT-2403", "85"),
        (ADDS_UP[8].replace("33,3", "31,3"), "TT-2404", "100"),
    ],
)
def test_one_figure_that_contradicts_the_others_is_told(drawn: str, rule: str, found: str) -> None:
    assert (rule, found) in told(table=picture(drawn))
    assert len(told(table=picture(drawn))) == 1


figures = st.lists(st.lists(st.integers(0, 10**9), min_size=3, max_size=3), min_size=2, max_size=8)


def added_up(body: list[list[int]], first: bool) -> list[list[str]]:
    """A table of these figures with the row of their totals, above or below them."""
    total = ["Tổng cộng", *(so_vn(sum(column)) for column in zip(*body, strict=True))]
    rows = [[f"Trường {number}", *map(so_vn, row)] for number, row in enumerate(body, 1)]
    return [["Đơn vị", "Sách", "Vở", "Bút"], *([total, *rows] if first else [*rows, total])]


@given(figures, st.booleans())
def test_a_table_that_adds_up_gives_no_finding(body: list[list[int]], first: bool) -> None:
    assert told(table=added_up(body, first)) == []


@given(figures, st.booleans(), st.data())
def test_one_cell_changed_gives_one_finding(body: list[list[int]], first: bool, data: st.DataObject) -> None:
    table = added_up(body, first)
    row = data.draw(st.integers(1, len(table) - 1))
    column = data.draw(st.integers(1, 3))
    changed = data.draw(st.integers(1, 10**9)) + 1
    column_before = [int(line[column].replace(".", "")) for line in table[1:]]
    assume(changed != column_before[row - 1])
    table[row][column] = so_vn(changed)
    column_now = [int(line[column].replace(".", "")) for line in table[1:]]
    total = column_now.pop(0 if first else -1)
    assume(not any(value == sum(column_now[i + 1 : j]) for i, value in enumerate(column_now)
                   for j in range(i + 3, len(column_now) + 1)))  # fmt: skip
    assert [name for name, _words in told(table=table)] == ["TT-2401"], (column_now, total)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Có 45/50 giáo viên tham gia, đạt 95%.", "45/50 giáo viên tham gia, đạt 95%"),
        ("Có 1.239/1.284 học sinh (95,6%) được cấp thẻ.", "1.239/1.284 học sinh (95,6%"),
        ("Có 12/15 thôn đạt tỷ lệ 85%.", "12/15 thôn đạt tỷ lệ 85%"),
        ("Đạt 95% (38/45 lớp).", "95% (38/45"),
        ("Giải ngân 12,5/25 tỷ đồng, bằng 60%.", "12,5/25 tỷ đồng, bằng 60%"),
    ],
)
def test_a_share_that_does_not_follow_is_told(text: str, found: str) -> None:
    assert told(text) == [("TT-2410", found)]


@pytest.mark.parametrize(
    "text",
    [
        "Có 45/50 giáo viên tham gia, đạt 90%; 1.239/1.284 học sinh (96,5%); 2/3 trường (66,6%).",
        "Đạt 45/40 chỉ tiêu, tăng 12,5% so với năm 2025; 45/40 chỉ tiêu (112,5%).",
        "Đến 15/12 đạt 80% kế hoạch; trước ngày 30/4, đạt 90%; Quyết định số 12/45 đạt 10%.",
        "Từ 15/12/2025 đạt 80%; 12/15 thôn có nhà văn hóa, số hộ nghèo còn 3%.",
        "Quý 1/2026 (25%), kỳ 3/2026 đạt 30%, năm học 2024/2025 đạt 98%, khảo sát 5/2026 (96%).",
        "Giảm 5% (38/40 hộ), đạt trên 90% (38/40 hộ), vượt 10% (44/40).",
        "Tỷ lệ 95% - 97%, 3/5 trường, 24/24 giờ, 100%; 0/0 trường (0%).",
    ],
)
def test_other_percentages_are_let_be(text: str) -> None:
    assert told(text) == []


@given(st.integers(0, 5000), st.integers(1, 5000), st.integers(0, 2))
def test_a_share_that_is_worked_out_is_right(part: int, whole: int, decimals: int) -> None:
    assume(part <= 9 * whole)
    assert told(f"Có {so_vn(part)}/{so_vn(whole)} học sinh, đạt {ty_le(part, whole, decimals)}.") == []


@pytest.mark.parametrize(
    ("lines", "rule", "found"),
    [
        (["Số tiền 1.200.000 đồng (Một triệu hai mươi nghìn đồng)."], "TT-2420",
         "1.200.000 đồng (Một triệu hai mươi nghìn đồng"),
        (["Kinh phí: 1,2 triệu đồng (bằng chữ: một triệu hai mươi nghìn đồng)."], "TT-2420",
         "1,2 triệu đồng (bằng chữ: một triệu hai mươi nghìn đồng"),
        (["Số tiền: 5.000.000 đ. Bằng chữ: Năm trăm nghìn đồng chẵn./."], "TT-2420",
         "5.000.000 đ. Bằng chữ: Năm trăm nghìn đồng chẵn./."),
        (["Số tiền: 5.000.000 đồng.", "Bằng chữ: Năm nghìn đồng."], "TT-2420", "Năm nghìn đồng."),
        (["Nộp 05 (bốn) bộ hồ sơ."], "TT-2421", "05 (bốn)"),
        (["Trong 15 ngày (mười ngày)."], "TT-2421", "15 ngày (mười ngày)"),
    ],
)  # fmt: skip
def test_figures_and_words_that_differ_are_told(lines: list[str], rule: str, found: str) -> None:
    assert told(*lines) == [(rule, found)]


@pytest.mark.parametrize(
    "lines",
    [
        [
            "Số tiền 1.200.000 đồng (Một triệu hai trăm ngàn đồng chẵn./.), "
            "1,2 tỷ đồng (một tỉ hai trăm triệu đồng)."
        ],
        ["Số tiền: 1.005.000 VNĐ (Bằng chữ: Một triệu không trăm linh năm nghìn đồng)."],
        ["Số tiền: 1.005.000 đồng", "(Bằng chữ: Một triệu, không trăm lẻ năm nghìn đồng chẵn./.)"],
        ["Nộp 05 (năm) bộ, 03 (ba) bản, 21 (hai mươi mốt) ngày, 24 (hai tư) giờ, 12 (năm), 10 lớp (ba)."],
        ["Thu 500.000 đồng (tiền sách), 300.000 đồng (một lần), 02 trường (một trường ở thôn Hạ)."],
    ],
)
def test_figures_and_words_that_agree_or_say_another_thing_are_let_be(lines: list[str]) -> None:
    assert told(*lines) == []


@given(st.integers(1, 10**15))
def test_any_sum_agrees_with_its_own_words(number: int) -> None:
    assert told(f"Kinh phí {so_vn(number)} đồng (Bằng chữ: {bang_chu_tien(number)}).") == []


@given(st.integers(1, 10**9), st.integers(1, 10**9))
def test_a_count_agrees_with_its_own_words_alone(number: int, other: int) -> None:
    assume(other != 5)
    found = told(f"Gồm {so_vn(number)} ({bang_chu(other)}) bản.")
    assert bool(found) is (number != other)


def test_ordinals_go_on_or_begin_anew() -> None:
    head = ("TT", "Nội dung")
    assert told(table=(head, ("1", "Sách"), ("2", "Vở"), ("1", "Bút"), ("", "Cộng"), ("2", "Mực"))) == []
    assert told(table=(head, ("1", "Sách"), ("3", "Vở"), ("5", "Bút"))) == [("TT-2430", "3")]
    assert told(table=(head, ("1", "Sách"), ("2", "Vở"), ("2", "Bút"))) == [("TT-2430", "2")]
    assert told(table=(head, ("I", "Sách"), ("1.1", "Vở"), ("II", "Bút"))) == []
