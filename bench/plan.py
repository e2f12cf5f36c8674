"""The paper that every contender makes: a ward's plan of four pages, each paragraph new in every plan."""

from __future__ import annotations

from pathlib import Path
from string import Template

from vanban.document import Document, parse_source

TASK_WIDTHS = (1.2, 5.5, 3, 3.5, 2.8)
SHELF_WIDTHS = (1.3, 6, 3.6, 2, 3)
"""Shares of the columns of the two tables, as the source text has them."""

_SHELVES = 16
_SOURCE = Template(Path(__file__).with_name("ke-hoach.md").read_text(encoding="utf-8"))
_FIRST_NAMES = """
    An Bình Cẩm Chí Diễn Đại Đông Gia Hà Hải Hiệp Hòa Hợp Khánh Kim Lạc Liên Long Mai Minh
    Mỹ Nam Ngọc Nguyên Nhân Phú Phúc Quang Sơn Tân Tây Thanh Thịnh Thuận Tiên Trung Tường Vạn Vĩnh Xuân
"""
_SECOND_NAMES = """
    Ái Bảo Cường Dương Đạo Đức Giang Hạnh Hiền Hội Hưng Hương Khê Lâm Lập Lễ Linh Lợi Lộc Lương
    Mỗ Nghĩa Nhơn Phong Phước Quý Sa Tâm Thái Thạnh Thành Thiện Thọ Tín Trạch Trì Trường Viên Xá Yên
"""
_FIRST, _SECOND = _FIRST_NAMES.split(), _SECOND_NAMES.split()


def plan(index: int, rows: int = _SHELVES) -> Document:
    """Make the plan with this number: wards, figures and dates differ, and so every paragraph.

    ``rows`` are those of the table in its annex.
    """
    return _written(plan_values(index), plan_shelves(index, rows))


def alike(index: int) -> Document:
    """Make a paper of a batch that shares nearly all of its text: number, days and a figure differ."""
    own = plan_values(index)
    return _written(plan_values(0) | {name: own[name] for name in ("number", "date", "k")}, plan_shelves(0))


def _written(values: dict[str, object], shelves: list[tuple[str, ...]]) -> Document:
    rows = "\n".join(f"| {' | '.join(shelf)} |" for shelf in shelves)
    return parse_source(_SOURCE.substitute(values, shelves=rows)).document


def plan_values(index: int) -> dict[str, object]:
    """What differs from plan to plan, the rows of the annex aside."""
    ward = f"{_FIRST[index % 40]} {_SECOND[index // 40 % 40]}"
    year = 2026 + index // 1600 % 20
    return {
        "ward": ward,
        "ward_caps": ward.upper(),
        "number": 1 + index % 400,
        "year": year,
        "date": f"{year}-{1 + index % 12:02}-{1 + index % 28:02}",
        "higher": 100 + index % 897,
        "given": _SECOND[index % 40],
        "quarter": ("I", "II", "III", "IV")[index % 4],
        "n": 20 + index % 67,
        "m": 120 + index * 7 % 877,
        "k": 11 + index % 23,
        "q": 3 + index % 7,
        "visits": f"{10 + index % 89}.{100 + index * 13 % 899}",
        "money": f"{150 + index * 11 % 800}.{index * 3 % 10}00.000",
    }


def plan_shelves(index: int, rows: int = _SHELVES) -> list[tuple[str, ...]]:
    """The rows of the annex."""
    ward = plan_values(index)["ward"]
    return [_shelf(index, number, str(ward)) for number in range(1, rows + 1)]


def _shelf(index: int, number: int, ward: str) -> tuple[str, ...]:
    place = _FIRST[(index + number * 3) % 40]
    return (
        str(number),
        f"Nhà văn hóa tổ dân phố {number} {place}, phường {ward}",
        f"Trần Thị {_SECOND[(index + number) % 40]} ({place})",
        str(200 + (index + 1) * number * 17 % 4800),
        f"{6 + (index + number) % 3} giờ - {17 + (index + number) % 5} giờ",
    )
