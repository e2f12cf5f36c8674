"""Why a draft was changed at a place, and why a person must look at one."""

from __future__ import annotations

from vanban.language import N_
from vanban.next_year import citations

CHANGES: dict[str, str] = {
    "nam": N_("Năm của văn bản"),
    "nam_hoc": N_("Năm học"),
    "ngay": N_("Thời hạn trong năm"),
    "thang_quy": N_("Tháng, quý trong năm"),
    "nam_am_lich": N_("Tên năm âm lịch"),
    "so": N_("Số để trống, chờ cấp số mới"),
    "ngay_ban_hanh": N_("Ngày ban hành để trống"),
    "co_quan": N_("Theo vanban.yaml của cơ quan"),
}
"""Reasons of changes, by their ids."""

REASONS: dict[str, str] = {
    "ngay_nghi": N_("Rơi vào {what}"),
    "ngay_nghi_tam_tinh": N_("Rơi vào {what} (tạm tính, chờ lịch nghỉ chính thức)"),
    "thu_trong_tuan": N_("Ngày {day} là thứ khác"),
    "tuan_lich": N_("Ngày của một tuần: xếp lại theo lịch năm {to_year}"),
    "am_lich": N_("Ngày theo âm lịch: tính lại cho năm {to_year}"),
    "da_qua": N_("Việc đã qua thì giữ ngày, việc hằng năm thì chuyển"),
    "khong_hang_nam": N_("Bầu cử, đại hội không có hằng năm: xem ngày này có chuyển không"),
    "viec_khong_hang_nam": N_("Bầu cử, đại hội không có hằng năm: xem lại từng thời hạn đã chuyển"),
    "ngay_lap": N_("Ngày lập văn bản: ghi khi lập"),
    "ngay_khong_co": N_("Lịch không có ngày này"),
    "ngay_29_2": N_("Năm {to_year} không có ngày 29 tháng 2"),
    "thang_ban_hanh": N_("Tháng ban hành lấy theo năm trước"),
    "ngay_van_ban": N_("Có thể là ngày của văn bản viện dẫn: giữ nguyên, hay chuyển theo năm"),
    "nam_truoc": N_("Nói về năm trước: xem lại số liệu và kết quả"),
    "nam_hoc_truoc": N_("Nói về năm học trước: xem lại số liệu và kết quả"),
    "co_phai_nam": N_("Có phải là năm không?"),
    "het_giai_doan": N_("Đã hết vào năm {last}"),
    "cuon_chieu": N_("Kế hoạch lập lại hằng năm: xem có chuyển cả giai đoạn không"),
    "moc_nam": N_("Mốc bắt đầu thì giữ, việc của năm {to_year} thì chuyển"),
    "den_han": N_("Mục tiêu đến năm {last}: xem còn đúng không"),
    "sinh_nam": N_("Năm sinh: lứa tuổi của năm {to_year} thì tăng theo, của một người thì giữ"),
    "lan_thu": N_("Lần thứ, khóa thứ: xem lại cho năm {to_year}"),
    "nam_thu": N_("Năm thứ mấy: tính lại cho năm {to_year}"),
    "ky_niem": N_("Số năm kỷ niệm: xem lại cho năm {to_year}"),
    **citations.REASONS,
}
"""Reasons of reviews, by their ids, with gaps."""
