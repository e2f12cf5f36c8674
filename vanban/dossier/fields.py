"""What the sheets of the list and the common file hold, as fields: data, no code."""

from __future__ import annotations

from collections.abc import Mapping

from vanban.errors import Fault
from vanban.fill import Field
from vanban.fill.fields import read_fields
from vanban.located import Places

_CASES: Mapping[str, object] = {
    "ma": {"kieu": "chu", "nhan": "Mã", "bat_buoc": "false"},
    "loai_de_nghi": {"kieu": "chu", "nhan": "Loại"},
    "ten": {"kieu": "chu", "nhan": "Họ tên hoặc tên tập thể"},
    "chuc_vu": {"kieu": "chu", "nhan": "Chức vụ", "bat_buoc": "false"},
    "don_vi": {"kieu": "chu", "nhan": "Đơn vị", "bat_buoc": "false"},
    "hinh_thuc_de_nghi": {"kieu": "chu", "nhan": "Hình thức đề nghị"},
    "can_cu_de_nghi": {
        "kieu": "danh_sach",
        "nhan": "Căn cứ",
        "phan_tu": {"kieu": "chu"},
        "bat_buoc": "false",
    },
    "tom_tat": {"kieu": "chu", "nhan": "Tóm tắt thành tích"},
    "so_nam": {"kieu": "so", "nhan": "Số năm thành tích"},
    "tan_thanh": {"kieu": "so", "nhan": "Phiếu tán thành"},
    "thanh_tich": {"kieu": "doan_van", "nhan": "Thành tích", "bat_buoc": "false"},
    "thoi_gian": {"kieu": "chu", "nhan": "Thời gian lập thành tích", "bat_buoc": "false"},
    "nhiem_vu": {"kieu": "doan_van", "nhan": "Nhiệm vụ", "bat_buoc": "false"},
    "ma_don_vi": {"kieu": "chu", "nhan": "Mã đơn vị", "bat_buoc": "false"},
    "ky_hieu_bao_cao": {"kieu": "chu", "nhan": "Ký hiệu báo cáo", "bat_buoc": "false"},
    "ngay_sinh": {"kieu": "chu", "nhan": "Ngày sinh", "bat_buoc": "false"},
    "gioi_tinh": {"kieu": "chu", "nhan": "Giới tính", "bat_buoc": "false"},
    "que_quan": {"kieu": "chu", "nhan": "Quê quán", "bat_buoc": "false"},
    "thuong_tru": {"kieu": "chu", "nhan": "Nơi thường trú", "bat_buoc": "false"},
    "trinh_do": {"kieu": "chu", "nhan": "Trình độ", "bat_buoc": "false"},
    "hoc_ham": {"kieu": "chu", "nhan": "Học hàm, học vị, danh hiệu", "bat_buoc": "false"},
    "thu_truong": {"kieu": "chu", "nhan": "Thủ trưởng đơn vị", "bat_buoc": "false"},
    "dia_chi_tru_so": {"kieu": "chu", "nhan": "Địa điểm trụ sở chính", "bat_buoc": "false"},
    "lien_he": {"kieu": "chu", "nhan": "Điện thoại, thư điện tử", "bat_buoc": "false"},
    "dac_diem": {"kieu": "doan_van", "nhan": "Đặc điểm", "bat_buoc": "false"},
    "bien_phap": {"kieu": "doan_van", "nhan": "Biện pháp, nguyên nhân", "bat_buoc": "false"},
    "chap_hanh": {"kieu": "doan_van", "nhan": "Chấp hành chủ trương, chính sách", "bat_buoc": "false"},
    "doan_the": {"kieu": "doan_van", "nhan": "Hoạt động đảng, đoàn thể", "bat_buoc": "false"},
}
_HONOURS: Mapping[str, object] = {
    "ma": {"kieu": "chu", "nhan": "Mã"},
    "nam": {"kieu": "chu", "nhan": "Năm"},
    "ten": {"kieu": "chu", "nhan": "Danh hiệu, hình thức"},
    "quyet_dinh": {"kieu": "chu", "nhan": "Quyết định"},
}
_FIGURE_COLUMNS: Mapping[str, object] = {
    "ma": {"kieu": "chu", "nhan": "Mã"},
    "ten": {"kieu": "chu", "nhan": "Chỉ tiêu"},
    "don_vi_tinh": {"kieu": "chu", "nhan": "Đơn vị tính", "bat_buoc": "false"},
    "ky_truoc": {"kieu": "so", "nhan": "Kỳ trước", "bat_buoc": "false"},
    "ky_nay": {"kieu": "so", "nhan": "Kỳ báo cáo"},
}
_COMMON: Mapping[str, object] = {
    "tep_so_lieu": {"kieu": "chu", "nhan": "Tệp số liệu", "bat_buoc": "false"},
    "ky_so_lieu": {"kieu": "chu", "nhan": "Kỳ số liệu", "bat_buoc": "false"},
    "ngay_hop": {"kieu": "ngay", "nhan": "Ngày họp Hội đồng"},
    "dot_khen_thuong": {"kieu": "chu", "nhan": "Đợt khen thưởng"},
    "chu_tri": {"kieu": "chu", "nhan": "Chủ trì"},
    "thu_ky": {"kieu": "chu", "nhan": "Thư ký"},
    "thanh_vien": {
        "kieu": "bang",
        "nhan": "Thành viên Hội đồng",
        "cot": {
            "ho_ten": {"kieu": "chu", "nhan": "Họ và tên"},
            "chuc_vu": {"kieu": "chu", "nhan": "Chức vụ, đơn vị"},
            "vai_tro": {"kieu": "chu", "nhan": "Trong Hội đồng", "mac_dinh": "Thành viên"},
            "co_mat": {"kieu": "co_khong", "nhan": "Có mặt", "mac_dinh": "có"},
        },
    },
}


def _never(fault: Fault) -> None:
    raise ValueError(str(fault))


def _fields(raw: Mapping[str, object]) -> tuple[Field, ...]:
    return read_fields(raw, ("dossier", "truong"), Places(), _never)


CASES = _fields(_CASES)
"""A case: a collective or a person that is proposed."""
COMMON = _fields(_COMMON)
"""What the program itself reads of the common file; the templates read the rest."""
FIGURES = "chi_tieu"
"""The field of a report that shows figures."""
CHILDREN: Mapping[str, tuple[str, tuple[Field, ...]]] = {
    "Danh hiệu thi đua": ("danh_hieu_da_dat", _fields(_HONOURS)),
    "Hình thức khen thưởng": ("khen_thuong_da_nhan", _fields(_HONOURS)),
    "Số liệu": (FIGURES, _fields(_FIGURE_COLUMNS)),
}
"""Sheets with more of a case, by their names: the field of its report, and the columns; ``ma`` links them."""
