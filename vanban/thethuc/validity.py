"""Documents that others have replaced, and bodies that are no more: dated facts, each with its source."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Replaced:
    """A document that is no longer in force.

    ``document`` is its number and symbol; ``name`` and ``year`` find one that is cited by its name and the
    year of its date. ``until`` is the first day on which it was out of force. ``by`` is what stands in its
    place. ``confirmed`` says that the source is the text itself or an official register.
    """

    document: str
    until: date
    by: str
    source: str
    confirmed: bool = True
    name: str = ""
    year: int = 0


REPLACED: tuple[Replaced, ...] = (
    Replaced("110/2004/NĐ-CP", date(2020, 3, 5), "Nghị định số 30/2020/NĐ-CP",
             "Nghị định số 30/2020/NĐ-CP, Điều 37"),
    Replaced("09/2010/NĐ-CP", date(2020, 3, 5), "Nghị định số 30/2020/NĐ-CP",
             "Nghị định số 30/2020/NĐ-CP, Điều 37"),
    Replaced("55/2005/TTLT-BNV-VPCP", date(2020, 3, 5), "Nghị định số 30/2020/NĐ-CP",
             "Nghị định số 30/2020/NĐ-CP, Phụ lục I", confirmed=False),
    Replaced("01/2011/TT-BNV", date(2020, 3, 5), "Nghị định số 30/2020/NĐ-CP",
             "Nghị định số 30/2020/NĐ-CP, Phụ lục I", confirmed=False),
    Replaced("130/2018/NĐ-CP", date(2025, 4, 10), "Nghị định số 23/2025/NĐ-CP", "Nghị định số 23/2025/NĐ-CP"),
    Replaced("01/2011/QH13", date(2025, 7, 1), "Luật Lưu trữ ngày 21 tháng 6 năm 2024",
             "Luật Lưu trữ số 33/2024/QH15", confirmed=False, name="Luật Lưu trữ", year=2011),
    Replaced("98/2023/NĐ-CP", date(2025, 7, 1), "Nghị định số 152/2025/NĐ-CP",
             "Nghị định số 152/2025/NĐ-CP, Điều 59"),
    Replaced("01/2024/TT-BNV", date(2025, 8, 5), "Thông tư số 15/2025/TT-BNV", "Thông tư số 15/2025/TT-BNV"),
    Replaced("29/2023/TT-BGDĐT", date(2026, 4, 2), "Thông tư số 07/2026/TT-BGDĐT",
             "Thông tư số 07/2026/TT-BGDĐT"),
    Replaced("06/2022/QH15", date(2026, 10, 1), "Luật số 06/2026/QH16",
             "Cổng Thông tin điện tử Chính phủ; chưa đối chiếu hồ sơ chuyển tiếp", confirmed=False,
             name="Luật Thi đua, khen thưởng", year=2022),
    Replaced("41/2017/TT-BTTTT", date(2026, 11, 15), "Thông tư số 59/2026/TT-BKHCN",
             "Thông tư số 59/2026/TT-BKHCN"),
)  # fmt: skip
"""One more document is one more row."""

DISTRICTS_END = date(2025, 7, 1)
"""Since this day there are no bodies of huyện, quận, thị xã and thị trấn."""
DISTRICTS_CLAUSE = "Luật Tổ chức chính quyền địa phương số 72/2025/QH15, Điều 1, Điều 51"
