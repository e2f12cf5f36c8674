"""The sections that rules belong to, by the two figures after ``TT-``, as reports group them."""

from __future__ import annotations

from vanban.language import N_

SECTIONS: dict[str, str] = {
    "01": N_("Khổ giấy, lề, phông chữ, số trang"),
    "02": N_("Quốc hiệu và Tiêu ngữ"),
    "03": N_("Tên cơ quan, tổ chức ban hành"),
    "04": N_("Số, ký hiệu"),
    "05": N_("Địa danh và thời gian ban hành"),
    "06": N_("Tên loại và trích yếu"),
    "07": N_("Căn cứ ban hành"),
    "08": N_("Nội dung"),
    "09": N_("Chức vụ, họ tên người ký"),
    "11": N_("Kính gửi và nơi nhận"),
    "12": N_("Phụ lục"),
    "13": N_("Dấu chỉ mức độ và các thành phần khác"),
    "21": N_("Viết hoa"),
    "22": N_("Chữ viết, ngày tháng, con số"),
    "23": N_("Viện dẫn văn bản và tên cơ quan"),
    "24": N_("Số liệu"),
}

SEVERITIES: dict[str, str] = {"error": N_("lỗi"), "warning": N_("cảnh báo"), "note": N_("lưu ý")}


def section_of(rule_id: str) -> str:
    """The title of the section of a rule, in Vietnamese, to be translated."""
    return SECTIONS[rule_id[3:5]]
