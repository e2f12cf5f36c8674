"""The 29 kinds of administrative document (Điều 7) and the forms of annex III that lay them out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Form:
    """A form of annex III, part II: the boxes that a paper of this form has and the words it carries."""

    id: str
    clause: str
    titled: bool = True
    """Tên loại and trích yếu stand in box 5a; otherwise trích yếu stands in box 5b after "V/v"."""
    numbered: bool = True
    place_and_date: bool = True
    subject_rule: bool = True
    addressed: Literal["never", "upward", "always"] = "never"
    """When box 9a (Kính gửi) is there: to a superior only, always, or never (Phụ lục I, II.9.b)."""
    authority_line: bool = False
    """Whether "thẩm quyền ban hành" stands above the bases."""
    command: str = ""
    """The line between bases and body: "QUYẾT ĐỊNH:"."""
    first_recipient: str = ""
    """The first line of Nơi nhận where the form prescribes one; "Như trên" follows from Kính gửi."""
    signers_first: bool = False
    """Signers side by side above Nơi nhận (Mẫu 1.9), instead of Nơi nhận left and signer right."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of document: its id in data files, its name, its abbreviation ("" for none), its form."""

    id: str
    name: str
    abbreviation: str
    form: Form


_M11 = Form("nghi-quyet", "Phụ lục III, Mẫu 1.1", authority_line=True, command="QUYẾT NGHỊ:",
            first_recipient="Như Điều …")  # fmt: skip
_M12 = Form("quyet-dinh", "Phụ lục III, Mẫu 1.2, 1.3", authority_line=True, command="QUYẾT ĐỊNH:",
            first_recipient="Như Điều …")  # fmt: skip
_M14 = Form("van-ban-co-ten-loai", "Phụ lục III, Mẫu 1.4")
_M14_UP = Form(
    "trinh-cap-tren",
    "Phụ lục III, Mẫu 1.4; Phụ lục I, Phần I, II.9.b",
    addressed="upward",
)
_M15 = Form(
    "cong-van",
    "Phụ lục III, Mẫu 1.5",
    titled=False,
    subject_rule=False,
    addressed="always",
)
_M16 = Form("cong-dien", "Phụ lục III, Mẫu 1.6", addressed="always")
_M17 = Form("giay-moi", "Phụ lục III, Mẫu 1.7")
_M18 = Form("giay-gioi-thieu", "Phụ lục III, Mẫu 1.8", first_recipient="Như trên")
_M19 = Form("bien-ban", "Phụ lục III, Mẫu 1.9", place_and_date=False, signers_first=True)
_M110 = Form("giay-nghi-phep", "Phụ lục III, Mẫu 1.10")
_LETTER = Form("thu-cong", "Điều 7; Phụ lục III không có mẫu", titled=False, numbered=False,
               subject_rule=False, addressed="always")  # fmt: skip

_ROWS = (
    Kind("nghi-quyet", "Nghị quyết", "NQ", _M11),
    Kind("quyet-dinh", "Quyết định", "QĐ", _M12),
    Kind("chi-thi", "Chỉ thị", "CT", _M14),
    Kind("quy-che", "Quy chế", "QC", _M14),
    Kind("quy-dinh", "Quy định", "QyĐ", _M14),
    Kind("thong-cao", "Thông cáo", "TC", _M14),
    Kind("thong-bao", "Thông báo", "TB", _M14),
    Kind("huong-dan", "Hướng dẫn", "HD", _M14),
    Kind("chuong-trinh", "Chương trình", "CTr", _M14),
    Kind("ke-hoach", "Kế hoạch", "KH", _M14),
    Kind("phuong-an", "Phương án", "PA", _M14),
    Kind("de-an", "Đề án", "ĐA", _M14),
    Kind("du-an", "Dự án", "DA", _M14),
    Kind("bao-cao", "Báo cáo", "BC", _M14_UP),
    Kind("bien-ban", "Biên bản", "BB", _M19),
    Kind("to-trinh", "Tờ trình", "TTr", _M14_UP),
    Kind("hop-dong", "Hợp đồng", "HĐ", _M14),
    Kind("cong-van", "Công văn", "", _M15),
    Kind("cong-dien", "Công điện", "CĐ", _M16),
    Kind("ban-ghi-nho", "Bản ghi nhớ", "BGN", _M14),
    Kind("ban-thoa-thuan", "Bản thỏa thuận", "BTT", _M14),
    Kind("giay-uy-quyen", "Giấy ủy quyền", "GUQ", _M14),
    Kind("giay-moi", "Giấy mời", "GM", _M17),
    Kind("giay-gioi-thieu", "Giấy giới thiệu", "GGT", _M18),
    Kind("giay-nghi-phep", "Giấy nghỉ phép", "GNP", _M110),
    Kind("phieu-gui", "Phiếu gửi", "PG", _M14),
    Kind("phieu-chuyen", "Phiếu chuyển", "PC", _M14),
    Kind("phieu-bao", "Phiếu báo", "PB", _M14),
    Kind("thu-cong", "Thư công", "", _LETTER),
)

KINDS: dict[str, Kind] = {row.id: row for row in _ROWS}

KINDS_CLAUSE = "Điều 7; Phụ lục III, Phần I"

FILE_ABBREVIATIONS: dict[str, str] = {"cong-van": "CV", "thu-cong": "TC"}
"""What stands in a file's name for a kind without an abbreviation of its own."""
