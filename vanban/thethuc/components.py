"""Every component of annex I as a row: size, weight, slant, case, alignment, box and clause."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from vanban.thethuc.measures import PL1, SPACE_BEFORE_SUBJECT_OF_LETTER_PT, Range

Align = Literal["left", "center", "right", "justify"]
SizeGroup = Literal["quoc_hieu", "tieu_ngu", "noi_dung", ""]
"""Sizes that rise and fall together (note under annex I, section V); "" is a size of its own."""


@dataclass(frozen=True, slots=True)
class Component:
    """How one kind of paragraph looks.

    ``sizes`` are the least, the most and the default in pt; ``group`` says which of the office's sizes it
    follows. ``space_before`` and
    ``space_after`` are in pt, None meaning the office's space between paragraphs. ``indent`` is True
    where the first line is set in by the office's indent. ``keep_next`` holds a heading to its text.
    ``level`` is the level in the outline of the document (1 to 9), 0 for text.
    """

    id: str
    name: str
    box: str
    place: str
    sizes: tuple[float, float, float]
    group: SizeGroup
    bold: bool = False
    italic: bool = False
    upper: bool = False
    align: Align = "left"
    indent: bool = False
    space_before: float | None = 0
    space_after: float = 0
    spaced_lines: bool = False
    """Whether the office's line spacing applies (body), or the line is single (everything else)."""
    keep_next: bool = False
    level: int = 0

    @property
    def clause(self) -> str:
        """Where the decree says so; ``place`` is short for a place in annex I, part I."""
        return f"{PL1}, {self.place}" if self.place[0] in "IV" else self.place

    @property
    def size(self) -> Range:
        """The sizes that the decree allows, in pt."""
        least, most, default = self.sizes
        return Range(least, most, default, "pt", self.clause)


_HEAD = (12, 13, 12)
_MOTTO = (13, 14, 13)
_BODY = (13, 14, 14)

_ROWS = (
    # Ô 1 to 4: the head of page 1
    Component(
        "quoc_hieu", "Quốc hiệu", "1", "II.1.a", _HEAD, "quoc_hieu", bold=True, upper=True, align="center"
    ),
    Component("tieu_ngu", "Tiêu ngữ", "1", "II.1.b", _MOTTO, "tieu_ngu", bold=True, align="center"),
    Component(
        "co_quan_chu_quan", "Cơ quan chủ quản", "2", "II.2.b", _HEAD, "quoc_hieu", upper=True, align="center"
    ),
    Component(
        "co_quan",
        "Cơ quan ban hành",
        "2",
        "II.2.b",
        _HEAD,
        "quoc_hieu",
        bold=True,
        upper=True,
        align="center",
    ),
    Component("so_ky_hieu", "Số, ký hiệu", "3", "II.3.c", (13, 13, 13), "", align="center"),
    Component(
        "dia_danh", "Địa danh, thời gian", "4", "II.4.c", _MOTTO, "tieu_ngu", italic=True, align="center"
    ),
    # Ô 5
    Component(
        "ten_loai",
        "Tên loại",
        "5a",
        "II.5.b",
        _BODY,
        "noi_dung",
        bold=True,
        upper=True,
        align="center",
        space_before=18,
        keep_next=True,
        level=1,
    ),
    Component(
        "trich_yeu", "Trích yếu", "5a", "II.5.b", _BODY, "noi_dung", bold=True, align="center", keep_next=True
    ),
    Component(
        "trich_yeu_cong_van",
        "Trích yếu công văn",
        "5b",
        "II.5.b",
        _HEAD,
        "quoc_hieu",
        align="center",
        space_before=SPACE_BEFORE_SUBJECT_OF_LETTER_PT,
    ),
    # Ô 9a
    Component("kinh_gui", "Kính gửi", "9a", "II.9.d", _BODY, "noi_dung", space_before=None),
    # Ô 6: the bases and the body
    Component(
        "tham_quyen_ban_hanh",
        "Thẩm quyền ban hành",
        "6",
        "Phụ lục III, Mẫu 1.2",
        _BODY,
        "noi_dung",
        bold=True,
        upper=True,
        align="center",
        space_before=12,
        space_after=6,
        keep_next=True,
    ),
    Component(
        "can_cu",
        "Căn cứ",
        "6",
        "II.6.a",
        _BODY,
        "noi_dung",
        italic=True,
        align="justify",
        indent=True,
        space_before=None,
        spaced_lines=True,
    ),
    Component(
        "menh_lenh",
        "Quyết định, quyết nghị",
        "6",
        "Phụ lục III, Mẫu 1.1 và 1.2",
        _BODY,
        "noi_dung",
        bold=True,
        upper=True,
        align="center",
        space_before=12,
        space_after=6,
        keep_next=True,
    ),
    Component(
        "phan",
        "Phần, chương",
        "6",
        "II.6.đ",
        _BODY,
        "noi_dung",
        bold=True,
        align="center",
        space_before=12,
        keep_next=True,
        level=2,
    ),
    Component(
        "phan_tieu_de",
        "Tiêu đề phần, chương",
        "6",
        "II.6.đ",
        _BODY,
        "noi_dung",
        bold=True,
        upper=True,
        align="center",
        keep_next=True,
    ),
    Component(
        "muc",
        "Mục, tiểu mục",
        "6",
        "II.6.đ",
        _BODY,
        "noi_dung",
        bold=True,
        align="center",
        space_before=None,
        keep_next=True,
        level=3,
    ),
    Component(
        "muc_tieu_de",
        "Tiêu đề mục, tiểu mục",
        "6",
        "II.6.đ",
        _BODY,
        "noi_dung",
        bold=True,
        upper=True,
        align="center",
        keep_next=True,
    ),
    Component(
        "muc_la_ma",
        "Mục (số La Mã)",
        "6",
        "V.6.b",
        _BODY,
        "noi_dung",
        bold=True,
        upper=True,
        align="justify",
        indent=True,
        space_before=None,
        spaced_lines=True,
        keep_next=True,
        level=3,
    ),
    Component(
        "dieu",
        "Điều",
        "6",
        "II.6.đ",
        _BODY,
        "noi_dung",
        bold=True,
        align="justify",
        indent=True,
        space_before=None,
        spaced_lines=True,
        keep_next=True,
        level=4,
    ),
    Component(
        "dieu_loi",
        "Điều không tiêu đề",
        "6",
        "Phụ lục III, Mẫu 1.2",
        _BODY,
        "noi_dung",
        align="justify",
        indent=True,
        space_before=None,
        spaced_lines=True,
    ),
    Component(
        "khoan_tieu_de",
        "Khoản có tiêu đề",
        "6",
        "II.6.đ",
        _BODY,
        "noi_dung",
        bold=True,
        align="justify",
        indent=True,
        space_before=None,
        spaced_lines=True,
        keep_next=True,
        level=5,
    ),
    Component(
        "khoan",
        "Khoản",
        "6",
        "II.6.đ",
        _BODY,
        "noi_dung",
        align="justify",
        indent=True,
        space_before=None,
        spaced_lines=True,
    ),
    Component(
        "diem_tieu_de",
        "Điểm có tiêu đề",
        "6",
        "II.6.đ",
        _BODY,
        "noi_dung",
        align="justify",
        indent=True,
        space_before=None,
        spaced_lines=True,
        keep_next=True,
        level=6,
    ),
    Component(
        "diem",
        "Điểm",
        "6",
        "II.6.đ",
        _BODY,
        "noi_dung",
        align="justify",
        indent=True,
        space_before=None,
        spaced_lines=True,
    ),
    Component(
        "doan",
        "Đoạn văn",
        "6",
        "II.6.e",
        _BODY,
        "noi_dung",
        align="justify",
        indent=True,
        space_before=None,
        spaced_lines=True,
    ),
    # Tables, pictures, notes: the decree has no size for them; practice goes down to 11 in wide tables
    Component(
        "ten_bang",
        "Tên bảng",
        "6",
        "II.6.e",
        _BODY,
        "noi_dung",
        bold=True,
        align="center",
        space_before=None,
        space_after=3,
        keep_next=True,
    ),
    Component(
        "bang_dau",
        "Bảng - dòng đầu",
        "6",
        "II.6.e",
        (11, 14, 13),
        "",
        bold=True,
        align="center",
        space_before=2,
        space_after=2,
    ),
    Component("bang", "Bảng", "6", "II.6.e", (11, 14, 13), "", space_before=2, space_after=2),
    Component(
        "hinh", "Hình", "6", "II.6.e", _BODY, "noi_dung", align="center", space_before=6, keep_next=True
    ),
    Component(
        "ten_hinh",
        "Tên hình",
        "6",
        "II.6.e",
        _BODY,
        "noi_dung",
        italic=True,
        align="center",
        space_before=3,
        space_after=3,
    ),
    Component("chu_thich", "Chú thích cuối trang", "6", "II.6.e", (10, 12, 11), "", align="justify"),
    # Ô 7
    Component(
        "quyen_han",
        "Quyền hạn, chức vụ",
        "7a",
        "II.7.đ",
        _BODY,
        "noi_dung",
        bold=True,
        upper=True,
        align="center",
        keep_next=True,
    ),
    Component(
        "chuc_vu_khac",
        "Chức vụ khác",
        "7b",
        "II.7.đ",
        _BODY,
        "noi_dung",
        bold=True,
        upper=True,
        align="center",
        keep_next=True,
    ),
    Component("ho_ten", "Họ tên người ký", "7b", "II.7.đ", _BODY, "noi_dung", bold=True, align="center"),
    # Ô 9b, 12
    Component("noi_nhan_tu", "Từ Nơi nhận", "9b", "II.9.d", (12, 12, 12), "", bold=True, italic=True),
    Component("noi_nhan", "Nơi nhận", "9b", "II.9.d", (11, 11, 11), ""),
    Component("nguoi_soan_thao", "Người soạn thảo", "12", "III.3", (11, 11, 11), ""),
    # Annexes
    Component(
        "phu_luc",
        "Phụ lục",
        "",
        "III.1.b",
        (14, 14, 14),
        "",
        bold=True,
        align="center",
        keep_next=True,
        level=1,
    ),
    Component(
        "phu_luc_tieu_de",
        "Tiêu đề phụ lục",
        "",
        "III.1.b",
        _BODY,
        "noi_dung",
        bold=True,
        upper=True,
        align="center",
        keep_next=True,
    ),
    Component(
        "kem_theo", "Kèm theo", "", "III.1.c", _BODY, "noi_dung", italic=True, align="center", keep_next=True
    ),
    # Ô 10b, 11, 13 and the page number
    Component(
        "do_khan", "Mức độ khẩn", "10b", "III.2.b", (13, 14, 13), "", bold=True, upper=True, align="center"
    ),
    Component(
        "pham_vi_luu_hanh",
        "Phạm vi lưu hành",
        "11",
        "III.2.c",
        (13, 14, 13),
        "",
        bold=True,
        upper=True,
        align="center",
    ),
    Component("dia_chi", "Địa chỉ cơ quan", "13", "III.4", (11, 12, 11), "", align="center"),
    Component("so_trang", "Số trang", "", "I.7", _BODY, "noi_dung", align="center"),
)

COMPONENTS: dict[str, Component] = {row.id: row for row in _ROWS}

BOXES: dict[str, str] = {
    "1": "Quốc hiệu và Tiêu ngữ",
    "2": "Tên cơ quan, tổ chức ban hành văn bản",
    "3": "Số, ký hiệu của văn bản",
    "4": "Địa danh và thời gian ban hành văn bản",
    "5a": "Tên loại và trích yếu nội dung văn bản",
    "5b": "Trích yếu nội dung công văn",
    "6": "Nội dung văn bản",
    "7a": "Quyền hạn, chức vụ của người ký",
    "7b": "Họ và tên, chức vụ khác của người ký",
    "7c": "Chữ ký của người có thẩm quyền",
    "8": "Dấu, chữ ký số của cơ quan, tổ chức",
    "9a": "Kính gửi",
    "9b": "Nơi nhận",
    "10a": "Dấu chỉ độ mật",
    "10b": "Dấu chỉ mức độ khẩn",
    "11": "Chỉ dẫn về phạm vi lưu hành",
    "12": "Ký hiệu người soạn thảo văn bản và số lượng bản phát hành",
    "13": "Địa chỉ cơ quan, tổ chức; thư điện tử; trang thông tin điện tử; số điện thoại; số Fax",
    "14": "Chữ ký số của cơ quan, tổ chức cho bản sao văn bản sang định dạng điện tử",
}
"""The plan of boxes, Phụ lục I, Phần I, IV.1."""
