"""Every fault that vanban can report: its stable id, what it says and how to mend it."""

from __future__ import annotations

from typing import NamedTuple

from vanban.language import N_


class FaultKind(NamedTuple):
    """The two sentences of a fault, in Vietnamese, with ``{named}`` gaps."""

    message: str
    remedy: str


FAULT_KINDS: dict[str, FaultKind] = {
    # 01x: reading files
    "VB010": FaultKind(N_("Không tìm thấy tệp."), N_("Kiểm tra lại tên tệp và thư mục.")),
    "VB011": FaultKind(N_("Không đọc được tệp: {reason}."), N_("Kiểm tra quyền đọc hoặc đóng tệp đang mở.")),
    "VB012": FaultKind(
        N_("Tệp không phải văn bản Unicode (UTF-8)."), N_("Lưu lại tệp với bảng mã UTF-8 rồi chạy lại.")
    ),
}
