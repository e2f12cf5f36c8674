"""The rules of what is cited: numbers and dates that cannot be, documents and bodies that are no more."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.cases_by_hand import ISSUED, case, hits, words
from vanban.check.cited import citations
from vanban.check.model import Reword
from vanban.thethuc.normative import ASSEMBLIES, ISSUERS
from vanban.thethuc.validity import REPLACED, Replaced
from vanban.tiengviet.dates import Ngay


def told(*lines: str, issued: Ngay | None = ISSUED, **components: str) -> list[tuple[str, str]]:
    """The rule and the words of each finding."""
    found = hits(case(*lines, issued=issued, **components), "TT-23")
    return [(name, words(hit)) for name, hit in found]


@pytest.mark.parametrize(
    ("text", "rule", "found"),
    [
        ("Theo Nghị định số 45/25010/NĐ-CP.", "TT-2301", "45/25010/NĐ-CP"),
        ("Theo Quyết định số 18/20202QĐ-UBND.", "TT-2301", "18/20202QĐ-UBND"),
        ("Theo Nghị định số 30/2020NĐ-CP.", "TT-2301", "30/2020NĐ-CP"),
        ("Theo Thông tư số 12/202/TT-BNV;", "TT-2301", "12/202/TT-BNV"),
        ("Theo Nghị định số 30/2027/NĐ-CP.", "TT-2302", "30/2027/NĐ-CP"),
        ("Theo Nghị định số 30/1920/NĐ-CP.", "TT-2302", "30/1920/NĐ-CP"),
        ("Theo Nghị định số 30/2020/NĐ - CP.", "TT-2303", "30/2020/NĐ - CP"),
        ("Theo Nghị định số 30/2020/NĐ–CP.", "TT-2303", "30/2020/NĐ–CP"),
        ("Theo Nghị định số 30/ 2020 /NĐ-CP.", "TT-2303", "30/ 2020 /NĐ-CP"),
        ("Theo Quyết định số 12/KH-UBND.", "TT-2304", "12/KH-UBND"),
        ("Theo Thông tư số 30/2020/NĐ-CP.", "TT-2304", "30/2020/NĐ-CP"),
        ("Theo nghị quyết số 05/QĐ-HĐND.", "TT-2304", "05/QĐ-HĐND"),
        ("Theo Nghị định số 30/2020/NĐ-Cp.", "TT-2305", "30/2020/NĐ-Cp"),
        ("Theo Nghị định số 30/2020/ND-CP.", "TT-2305", "30/2020/ND-CP"),
        ("Theo Quyết định số 12/QD-UBND.", "TT-2305", "12/QD-UBND"),
        ("Theo Chỉ thị số 07/CT-TTG.", "TT-2305", "07/CT-TTG"),
        ("Theo Luật số 85/2019/QH13.", "TT-2306", "85/2019/QH13"),
        ("Theo Nghị quyết số 35/2020/UBTVQH15.", "TT-2306", "35/2020/UBTVQH15"),
        ("Theo Nghị định số 30/NĐ-CP.", "TT-2307", "30/NĐ-CP"),
        ("Theo Thông tư 29/TT-BGDĐT.", "TT-2307", "29/TT-BGDĐT"),
        (
            "Theo Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Thủ tướng Chính phủ.",
            "TT-2308",
            "30/2020/NĐ-CP",
        ),
        ("Theo Chỉ thị số 07/CT-TTg ngày 21/3/2023 của Chính phủ.", "TT-2308", "07/CT-TTg"),
        ("Theo Thông tư số 15/2025/TT-BNV của Bộ Tài chính.", "TT-2308", "15/2025/TT-BNV"),
        ("Theo Kế hoạch số 12/KH-UBND ngày 17/3/2026.", "TT-2310", "ngày 17/3/2026"),
        ("Theo Kế hoạch số 12/KH-UBND ngày 05 tháng 4 năm 2026.", "TT-2310", "ngày 05 tháng 4 năm 2026"),
        ("Theo Nghị định số 30/2020/NĐ-CP ngày 05/3/2021.", "TT-2311", "30/2020/NĐ-CP ngày 05/3/2021"),
    ],
)
def test_a_citation_that_cannot_be_is_told(text: str, rule: str, found: str) -> None:
    assert told(text) == [(rule, found)]


@pytest.mark.parametrize(
    "text",
    [
        "Theo Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư.",
        "Theo Thông tư số 15/2025/TT-BNV ngày 04/8/2025 của Bộ trưởng Bộ Nội vụ; Luật số 43/2019/QH14.",
        "Theo Quyết định số 749/QĐ-TTg của Thủ tướng Chính phủ và Chỉ thị số 07/CT-TTg.",
        "Theo Nghị quyết số 57-NQ/TW của Bộ Chính trị, Quy định số 37-QĐ/TW, Hướng dẫn số 36-HD/VPTW.",
        "Theo Nghị quyết số 35/NQ-UBTVQH15, Nghị quyết liên tịch số 19/2008/NQLT-CP-UBTWMTTQVN.",
        "Theo Kế hoạch số 671/KH-SGD&ĐT ngày 14/02/2026, Công văn số 612/UBND-VHXH, Đề án 06/CP.",
        "Nghị định số 24/CP năm 1993, Nghị định số 12/NĐ-CP ngày 11/02/2009, Quyết định số 143-CT.",
        "Đạt 1.239/1.284 học sinh, 24/7, 15/12/2025, 40 km/h, 02 giáo viên/lớp, 12/15 trường, năm 2025/2026.",
        "Tờ trình số 31/TT-UBND, Công văn số 1234/CT-TTHT, Chương trình số 12-CTr/TU, 03 TTr/KH.",
        "Kèm theo Kế hoạch số      /KH-UBND ngày      tháng 3 năm 2026 của Ủy ban nhân dân phường.",
        "Có hiệu lực từ ngày 01/7/2026 theo Nghị định số 30/2020/NĐ-CP; họp ngày 20/5/2026.",
        "Thông tư liên tịch số 05/2014/TTLT-BTC-BNV; Văn bản hợp nhất số 03/VBHN-BGDĐT.",
        "Thông tư số 27/2020/TT-BGDĐT của Bộ GDĐT; Thông tư số 22/2021/TT-BGDĐT ngày 20/7/2021.",
        "Quyết định số 749/QĐ-TTg của Thủ tướng; Thông tư số 27/2020/TT-BGDĐT của Bộ trưởng Bộ GD&ĐT.",
        "Thông tư số 26-TT/LB; (Kèm theo Kế hoạch số 12/KH-UBND ngày 16/3/2026 của phường).",
        "Quyết định số 12/QĐ-UBND ngày 05/01/2025 và Quyết định số 12/QĐ-UBND ngày 09/01/2026.",
        "Quyết định số 12/QĐ-UBND ngày 05/01/2026 của UBND thành phố; "
        "Quyết định số 12/QĐ-UBND ngày 09/01/2026 của UBND phường.",
    ],
)
def test_right_citations_are_let_be(text: str) -> None:
    assert told(text) == []


def test_a_citation_is_read_with_its_kind_date_and_issuer() -> None:
    text = "theo Nghị định số 30/2020/NĐ - CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư"
    (cited,) = citations(case(text))
    assert (cited.kind, cited.document, cited.day) == ("Nghị định", "30/2020/NĐ-CP", Ngay(2020, 3, 5))
    assert cited.issuer.startswith("Chính phủ về")


def test_spaces_and_dashes_in_a_number_are_mended() -> None:
    text = "Theo Nghị định số 30 /2020/NĐ – CP và Kế hoạch số 12/KH- UBND."
    repairs = [repair for _name, hit in hits(case(text), "TT-2303") for repair in hit.repairs]
    for repair in reversed(repairs):
        assert isinstance(repair, Reword)
        text = text[: repair.start] + repair.text + text[repair.end :]
    assert text == "Theo Nghị định số 30/2020/NĐ-CP và Kế hoạch số 12/KH-UBND."


@pytest.mark.parametrize(("term", "years"), ASSEMBLIES.items())
def test_a_term_of_the_national_assembly_takes_its_years_and_no_other(
    term: int, years: tuple[int, int]
) -> None:
    first, last = years
    now = Ngay(2040, 1, 1)
    assert told(f"Luật số 12/{first}/QH{term}, Luật số 13/{last}/QH{term}", issued=now) == []
    assert [name for name, _words in told(f"Luật số 12/{last + 1}/QH{term}", issued=now)] == ["TT-2306"]


@pytest.mark.parametrize(("symbol", "issuers"), ISSUERS.items())
def test_each_issuer_goes_with_its_symbol(symbol: str, issuers: tuple[str, ...]) -> None:
    for issuer in issuers:
        assert told(f"Theo văn bản số 12/2025/{symbol} ngày 05/3/2025 của {issuer} về giáo dục.") == []
    assert [rule for rule, _words in told(f"Theo văn bản số 12/2025/{symbol} của UBND xã.")] == ["TT-2308"]


def test_a_basis_is_older_than_the_paper_whatever_it_is() -> None:
    assert told(can_cu="Căn cứ Luật Giáo dục ngày 14 tháng 6 năm 2029;") == [
        ("TT-2310", "ngày 14 tháng 6 năm 2029")
    ]
    assert told(can_cu="Căn cứ Luật Giáo dục ngày 14 tháng 6 năm 2019;") == []
    assert told(can_cu="Căn cứ Biên bản họp ngày 16/3/2026 về hội nghị ngày 20/5/2026;") == []


def test_a_paper_whose_day_is_blank_may_cite_its_own_month() -> None:
    text = "Theo Kế hoạch số 12/KH-UBND ngày 20/3/2026."
    assert told(text, issued=Ngay(2026, 3)) == []
    assert told(text, issued=Ngay(2026, 2)) == [("TT-2310", "ngày 20/3/2026")]
    assert told(text, issued=None) == []


def test_one_document_has_one_date() -> None:
    lines = ("Theo Kế hoạch số 12/KH-UBND ngày 05/01/2026.", "Kế hoạch số 12/KH-UBND ngày 06/01/2026 đã nêu.")
    assert told(*lines) == [("TT-2312", "ngày 06/01/2026")]


def test_a_document_cited_in_full_again_is_told_once() -> None:
    full = "Theo Kế hoạch số 12/KH-UBND ngày 05/01/2026 của Ủy ban nhân dân phường."
    assert told(full, "Thực hiện Kế hoạch số 12/KH-UBND.") == []
    assert told(full, full, full) == [("TT-2313", "12/KH-UBND")]
    ((_name, hit),) = hits(case(full, full, full), "TT-2313")
    assert hit.details["count"] == 2


@pytest.mark.parametrize("row", REPLACED, ids=lambda row: row.document)
def test_a_replaced_document_is_told_from_the_day_on_which_it_was(row: Replaced) -> None:
    text = f"Thực hiện văn bản số {row.document} về công tác này."
    rule = "TT-2320" if row.confirmed else "TT-2321"
    assert told(text, issued=Ngay.parse(str(row.until))) == [(rule, row.document)]
    assert told(text, issued=Ngay.parse(str(row.until - timedelta(days=1)))) == []
    assert told(text, issued=None) == []
    history = f"Văn bản này thay thế văn bản số {row.document}."
    assert told(history, issued=Ngay.parse(str(row.until))) == []


def test_a_law_cited_by_its_name_is_known_by_its_year() -> None:
    old = "Căn cứ Luật Lưu trữ ngày 11 tháng 11 năm 2011;"
    assert [name for name, _words in told(can_cu=old)] == ["TT-2321"]
    assert [name for name, _words in told("Theo Luật Lưu trữ năm 2011.")] == ["TT-2321"]
    assert told(can_cu="Căn cứ Luật Lưu trữ ngày 21 tháng 6 năm 2024;") == []


AFTER, BEFORE = Ngay(2025, 7, 1), Ngay(2025, 6, 30)


@pytest.mark.parametrize(
    "name",
    [
        "ỦY BAN NHÂN DÂN HUYỆN SÓC SƠN", "UBND QUẬN NAM TỪ LIÊM", "UBND THỊ XÃ SƠN TÂY", "HUYỆN SÓC SƠN",
        "PHÒNG GIÁO DỤC VÀ ĐÀO TẠO", "HỘI ĐỒNG NHÂN DÂN HUYỆN SÓC SƠN", "HUYỆN ỦY SÓC SƠN",
    ],
)  # fmt: skip
def test_a_body_of_a_district_issues_nothing_after_its_end(name: str) -> None:
    assert told(co_quan=name, issued=AFTER) == [("TT-2330", name)]
    assert told(co_quan=name, issued=BEFORE) == []


@pytest.mark.parametrize(
    "name", ["ỦY BAN NHÂN DÂN XÃ AN HÒA", "TRƯỜNG TIỂU HỌC HUYỆN KHÊ", "SỞ GIÁO DỤC VÀ ĐÀO TẠO"]
)
def test_other_bodies_go_on(name: str) -> None:
    assert told(co_quan=name, issued=AFTER) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Gửi báo cáo về UBND huyện trước ngày 15/12/2026.", "UBND huyện"),
        ("Trình Ủy ban nhân dân quận xem xét.", "Ủy ban nhân dân quận"),
        ("Phòng Giáo dục và Đào tạo hướng dẫn các trường.", "Phòng Giáo dục và Đào tạo"),
        ("Phòng GD&ĐT thẩm định hồ sơ.", "Phòng GD&ĐT"),
        ("Báo cáo Huyện ủy.", "Huyện ủy"),
    ],
)
def test_a_body_of_a_district_has_no_task_after_its_end(text: str, found: str) -> None:
    assert told(text, issued=AFTER) == [("TT-2331", found)]
    assert told(text, issued=BEFORE) == []


@pytest.mark.parametrize(
    "text",
    [
        "Quyết định số 123/QĐ-UBND ngày 05 tháng 3 năm 2024 của Ủy ban nhân dân huyện Sóc Sơn.",
        "Quyết định số 123/QĐ-UBND ngày 05/3/2025 của UBND huyện Sóc Sơn.",
        "Tiếp nhận nhiệm vụ của UBND huyện cũ; hồ sơ của Phòng Giáo dục và Đào tạo trước đây.",
        "Năm học 2023 - 2024, Phòng Giáo dục và Đào tạo tặng Giấy khen.",
        "Sở Giáo dục và Đào tạo, Phòng Văn hóa - Xã hội, UBND xã, UBND thành phố.",
    ],
)
def test_the_time_before_may_be_spoken_of(text: str) -> None:
    assert told(text, issued=AFTER) == []


def test_a_row_of_a_table_looks_back_as_a_whole() -> None:
    rows = (("Năm", "Hình thức"), ("2023", "Giấy khen của UBND huyện"), ("2026", "Giấy khen của UBND huyện"))
    found = hits(case(table=rows, issued=AFTER), "TT-23")
    assert [(name, hit.at.number) for name, hit in found if hit.at] == [("TT-2331", 6)]


@pytest.mark.parametrize(
    ("text", "rule", "found"),
    [
        ("Phối hợp với Ủy ban nhân dân tỉnh Hải Dương.", "TT-2332", "Ủy ban nhân dân tỉnh Hải Dương"),
        ("Gửi Sở Giáo dục và Đào tạo Bắc Giang.", "TT-2332", "Sở Giáo dục và Đào tạo Bắc Giang"),
        ("Phối hợp với Công an huyện Sóc Sơn.", "TT-2332", "Công an huyện Sóc Sơn"),
        ("Trình UBND huyện Sóc Sơn.", "TT-2331", "UBND huyện"),
        ("Tham quan tại huyện Hoài Đức; về huyện Hoài Đức.", "TT-2333", "huyện Hoài Đức"),
        ("Trụ sở: phường Mễ Trì, quận Nam Từ Liêm.", "TT-2333", "phường Mễ Trì, quận Nam Từ Liêm"),
    ],
)
def test_a_former_unit_is_told_once_by_one_rule(text: str, rule: str, found: str) -> None:
    assert told(text, issued=AFTER) == [(rule, found)]
    assert told(text, issued=BEFORE) == []
    assert told(text, issued=None) == []


@pytest.mark.parametrize(
    "text",
    [
        "Quê quán: xã Mễ Trì Hạ, huyện Từ Liêm; sinh tại huyện Hoài Đức.",
        "Theo Quyết định số 12/QĐ-UBND ngày 05/3/2024 của UBND tỉnh Hải Dương.",
        "Tiếp nhận hồ sơ của huyện Sóc Sơn cũ; tỉnh Hà Tây trước đây; sáp nhập tỉnh Hà Nam.",
        "Sở Giáo dục và Đào tạo Hà Nội; phường Tây Hồ; UBND tỉnh Phú Thọ; thành phố Huế.",
    ],
)
def test_units_of_today_birthplaces_and_the_past_are_let_be(text: str) -> None:
    assert told(text, issued=AFTER) == []


def test_a_merged_province_issues_nothing_after_its_end() -> None:
    assert told(co_quan_chu_quan="UBND TỈNH HẢI DƯƠNG", issued=AFTER) == [("TT-2332", "UBND TỈNH HẢI DƯƠNG")]


PROSE = (
    "Căn cứ Luật Tổ chức chính quyền địa phương số 72/2025/QH15 ngày 16 tháng 6 năm 2025;",
    "Căn cứ Luật Ngân sách nhà nước ngày 25/6/2015;",
    "Căn cứ Nghị định số 73/2024/NĐ-CP ngày 30 tháng 6 năm 2024 của Chính phủ quy định mức lương cơ sở;",
    "Căn cứ Thông tư số 32/2018/TT-BGDĐT ngày 26 tháng 12 năm 2018 của Bộ trưởng Bộ Giáo dục và Đào tạo "
    "ban hành Chương trình giáo dục phổ thông;",
    "Căn cứ Quyết định số 2269/QĐ-BGDĐT ngày 08/8/2025 của Bộ GDĐT về khung kế hoạch thời gian năm học "
    "2025-2026;",
    "Căn cứ Nghị quyết số 71-NQ/TW ngày 22/8/2025 của Bộ Chính trị về đột phá phát triển giáo dục và "
    "đào tạo;",
    "Thực hiện Công văn số 4567/BGDĐT-GDPT ngày 05/8/2025 của Bộ Giáo dục và Đào tạo;",
    "Thực hiện Kế hoạch số 128/KH-UBND, 129/KH-UBND và 130/KH-UBND của UBND thành phố;",
    "Theo Quyết định số 1234/QĐ-UBND-VX ngày 01/3/2026 của Chủ tịch UBND tỉnh;",
    "Thực hiện Chỉ thị 40-CT/TW của Ban Bí thư, Kết luận số 06-KL/TW và Quyết định 131/QĐ-TTg;",
    "Thông báo số 12/TB-VP, Tờ trình số 05/TTr-TH&THCS, Công văn số 99/THCS-CM, Quyết định số 15/QĐ-THCSNT;",
    "Nghị quyết số 29-NQ/TW; Nghị quyết 88/2014/QH13; Nghị quyết số 51/2017/QH14; Luật số 123/2025/QH15;",
    "Hiến pháp năm 2013; Bộ luật Lao động năm 2019; Quyết định 16/2006/QĐ-BGDĐT.",
    "Thông tư liên tịch số 55/2005/TTLT-BGDĐT-BTC; Nghị định 24/2021/NĐ-CP; Thông tư 16/2017/TT-BGDĐT.",
    "Thời gian: 07h30 ngày 20/3/2026; 14 giờ 00; điện thoại 024.3456.7890; số tài khoản 0123456789.",
    "Tỷ lệ học sinh lên lớp đạt 99,8%, tăng 0,2% so với năm học trước; 15/15 lớp (đạt 100%); hạnh kiểm "
    "tốt 98%.",
    "Chi 50.000 đồng/người/ngày x 10 người = 500.000 đồng; mức 1.490.000 đồng/tháng; 01 (một) bản "
    "chính, 02 (hai) bản sao.",
    "Có 3/12 tiêu chí; 02/03 phòng đạt chuẩn; lớp 5A1: 35/40; 1/2 ngày; tỷ số 3/2; 30/4 và 01/5.",
    "Huyện Sóc Sơn cũ; học sinh giỏi cấp huyện năm học 2024-2025; Ban Chỉ huy quân sự huyện.",
    "Giá trị 1.250.000.000 đồng (một tỷ hai trăm năm mươi triệu đồng); 3.000.000 đ (Ba triệu đồng).",
    "Số lượng: 25 (hai lăm) người; 31 (ba mươi mốt) ngày; 15 (mười lăm) bộ; 100 (một trăm) cuốn; 1.000 "
    "(một nghìn) tờ.",
    "Từ ngày 01/4/2026 đến ngày 30/4/2026; trước ngày 25/5/2026 gửi báo cáo; Công văn số 12/UBND-VHXH "
    "ngày 10/3/2026 về hội nghị ngày 20/3/2026.",
    "Tiêu chuẩn TCVN 6909:2001, ISO 9001:2015, QCVN 102:2016/BTTTT; IP 192.168.1.1/24; khổ A4, 1/500.",
    "Văn bản hợp nhất 01/VBHN-BNV; Lệnh số 12/2025/L-CTN; Quyết định số 99/QĐ-TU; Hướng dẫn 05-HD/BTCTW.",
    "Kế hoạch số 25-KH/ĐU ngày 10/02/2026 của Đảng ủy phường; Nghị quyết số 01-NQ/ĐU; Chương trình số "
    "03-CTr/TU.",
    "Quyết định số 10/2025/QĐ-UBND ngày 05/02/2025 của UBND thành phố Hà Nội ban hành Quy định.",
    "Theo điểm a khoản 2 Điều 5 Nghị định số 30/2020/NĐ-CP; Mẫu số 1.4 Phụ lục III Nghị định 30/2020/NĐ-CP.",
)
"""What offices write every day."""


@pytest.mark.parametrize("line", PROSE)
def test_everyday_lines_are_let_be_by_every_rule_on_facts_and_figures(line: str) -> None:
    judged = case(can_cu=line) if line.startswith("Căn cứ") else case(line)
    assert hits(judged, "TT-23", "TT-24") == []
