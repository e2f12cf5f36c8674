"""The rules of body, signers, recipients, annexes: what breaks one is told once, what does not is let be."""

from __future__ import annotations

import io

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.shared import Pt

from tests.broken import GOOD, broken, changed, good_paper
from tests.papers_by_hand import p, paper
from vanban import fill, ooxml, pdf
from vanban.check.model import Example, Finding
from vanban.check.register import rules
from vanban.check.run import examine
from vanban.office import Office
from vanban.paper import Paper
from vanban.render import render

BODY = [rule for rule in rules().values() if "TT-07" <= rule.id < "TT-14"]
TEXT = [rule for rule in BODY if rule.needs == "text"]
LAW = "Căn cứ Luật Thư viện ngày 21 tháng 11 năm 2019"
DECREE = "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư"


def findings(found: Paper) -> tuple[Finding, ...]:
    return examine(found, BODY)[1]


def told(example: Example) -> list[str]:
    return [finding.rule.id for finding in findings(ooxml.read_paper(broken(example)))]


def numbering(*lines: str) -> list[str]:
    """What is said about the marks of these lines of a plan."""
    body = [p(line, "j") for line in lines]
    found = paper(p("KẾ HOẠCH", "bc"), p("Tuyên truyền năm 2026", "bc"), *body)
    wanted = [rule for rule in TEXT if rule.id in ("TT-0850", "TT-0851", "TT-0852")]
    return [f"{finding.rule.id} {finding.words.split()[0]}" for finding in examine(found, wanted)[1]]


def bases(text: str, kind: str = "ke-hoach") -> Example:
    return Example("can_cu", text=text, kind=kind)


def signer(text: str) -> Example:
    return Example("quyen_han", text=text, kind="quyet-dinh", last=True)


def recipient(text: str, *, last: bool = False) -> Example:
    return Example("noi_nhan", text=text, last=last)


@pytest.mark.parametrize(
    ("example", "rule"),
    [
        (bases(f"{LAW}."), "TT-0704"),
        (bases(LAW), "TT-0704"),
        (bases("Căn cứ Nghị định 30/2020/NĐ-CP của Chính phủ về công tác văn thư;"), "TT-0705"),
        (bases("Căn cứ Quyết định số 12/QĐ-UBND ngày 05/01/2026 của Ủy ban nhân dân phường;"), "TT-0705"),
        (bases("Căn cứ Pháp lệnh số 02/2011/PL-UBTVQH12 ngày 16 tháng 3 năm 2011;"), "TT-0706"),
        (bases("Căn cứ Bộ luật Lao động;"), "TT-0707"),
        (bases(f"{LAW}; Căn cứ Luật Trẻ em ngày 05 tháng 4 năm 2016;"), "TT-0708"),
        (Example("can_cu", look={"bold": True}), "TT-0702"),
        (Example("doan", look={"size_pt": 12}), "TT-0801"),
        (Example("dieu_loi", look={"size_pt": 15}, kind="quyet-dinh"), "TT-0816"),
        (Example("menh_lenh", look={"align": "left"}, kind="quyet-dinh"), "TT-0821"),
        (Example("phan_tieu_de", look={"align": "justify"}, kind="quy-dinh"), "TT-0830"),
        (Example("doan", look={"first_mm": 0}), "TT-0840"),
        (Example("doan", look={"first_mm": 20}), "TT-0840"),
        (Example("diem", look={"before_pt": 3}), "TT-0841"),
        (Example("doan", look={"line": 1.7}), "TT-0842"),
        (Example("doan", look={"line": 0.9}), "TT-0842"),
        (Example("doan", look={"line_pt": 13}), "TT-0842"),
        (Example("diem", text="a/ Nội dung chính xác, ngôn ngữ dễ hiểu."), "TT-0852"),
        (Example("dieu_loi", text="Điều 1: Thành lập Tổ công tác.", kind="quyet-dinh"), "TT-0852"),
        (Example("phan", text="Chương 1", kind="quy-dinh"), "TT-0852"),
        (Example("muc_la_ma", text="I/ MỤC ĐÍCH, YÊU CẦU"), "TT-0852"),
        (Example("doan", text="• Đưa chủ trương đến đúng đối tượng."), "TT-0853"),
        (Example("muc_la_ma", text="I. MỤC ĐÍCH, YÊU CẦU:"), "TT-0856"),
        (signer("KT.CHỦ TỊCH\nPHÓ CHỦ TỊCH"), "TT-0908"),
        (signer("K/T CHỦ TỊCH\nPHÓ CHỦ TỊCH"), "TT-0908"),
        (signer("TUQ. CHỦ TỊCH"), "TT-0914"),
        (Example("ho_ten", text="ThS. Nguyễn Văn A"), "TT-0912"),
        (Example("kinh_gui", text="Kính gửi :", kind="cong-van"), "TT-1111"),
        (Example("kinh_gui", text="Các trường trực thuộc.", kind="cong-van", last=True), "TT-1120"),
        (Example("noi_nhan_tu", text="Nơi nhận :"), "TT-1113"),
        (recipient("– Sở Giáo dục và Đào tạo Hà Nội;"), "TT-1114"),
        (recipient("-Sở Giáo dục và Đào tạo Hà Nội;"), "TT-1114"),
        (recipient("- Sở Giáo dục và Đào tạo Hà Nội."), "TT-1115"),
        (recipient("- Lưu: VT, VHXH", last=True), "TT-1115"),
        (Example("noi_nhan", text="- Công an phường.", kind="quyet-dinh", last=True), "TT-1116"),
        (recipient("- lưu: VT, VHXH.", last=True), "TT-1117"),
        (Example("phu_luc", text="Phụ lục 01"), "TT-1211"),
        (Example("phu_luc_tieu_de", text="Dự toán kinh phí"), "TT-0855"),
        (Example("do_khan", text="Thượng khẩn"), "TT-1320"),
    ],
    ids=str,
)
def test_a_fault_is_told_once(example: Example, rule: str) -> None:
    assert told(example) == [rule]


@pytest.mark.parametrize(
    "example",
    [
        bases(f"{DECREE};"),
        bases("Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ về công tác văn thư;"),
        bases("Căn cứ Luật Thư viện ngày … tháng … năm …;"),
        bases("Căn cứ Chương trình công tác năm 2026 của Ủy ban nhân dân phường;"),
        bases("Căn cứ Thông báo kết luận của Bí thư Đảng ủy phường;"),
        Example("doan", look={"first_mm": 12.7}),
        Example("doan", look={"line_pt": 18}),
        Example("doan", look={"line": 1.5}),
        Example("diem", look={"before_pt": 12}),
        Example("doan", text="………………………………………………………", look={"first_mm": 0, "align": "left"}),
        signer("KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH"),
        signer("TL. CHỦ TỊCH\nCHÁNH VĂN PHÒNG"),
        signer("TUQ. CHỦ TỊCH\nTRƯỞNG PHÒNG VĂN HÓA - XÃ HỘI"),
        signer("Q. CHỦ TỊCH"),
        recipient("- Sở Giáo dục và Đào tạo Hà Nội (để báo cáo);"),
        recipient("- Lưu: VT, VHXH (05).", last=True),
        recipient("- Lưu: VT, …", last=True),
        Example("noi_nhan", text="- Như các Điều 1, 3;", kind="quyet-dinh"),
        Example("noi_nhan", text="- Như Điều 2, 3;", kind="quyet-dinh"),
        Example("ho_ten", text="Nguyễn Thị Bà B"),
        Example("pham_vi_luu_hanh", text="XEM XONG TRẢ LẠI"),
    ],
    ids=str,
)
def test_what_is_right_or_left_to_the_office_is_let_be(example: Example) -> None:
    assert told(example) == []


def test_numbers_without_a_gap_are_let_be() -> None:
    points = [f"{letter}) Việc {letter}." for letter in "abcdđeghiklmnopqrstuvxy"]
    assert numbering("I. MỘT", "1. Một là một.", *points, "2. Hai là hai.", "II. HAI", "1. Một là một.") == []


@pytest.mark.parametrize(
    ("lines", "wrong"),
    [
        (("I. MỘT", "III. BA"), ["TT-0850 III."]),
        (("I. MỘT", "I. MỘT NỮA"), ["TT-0850 I."]),
        (("I. MỘT", "2. Hai là hai."), ["TT-0850 2."]),
        (("1. Một là một.", "a) A.", "c) C."), ["TT-0850 c)"]),
        (("1. Một là một.", "a) A.", "b) B.", "c) C.", "d) D.", "e) E."), ["TT-0850 e)"]),
        (("1. Một là một.", "1.1. A.", "1.1. B."), ["TT-0850 1.1."]),
        (("1. Một là một.", "1.1. A.", "2.2. B."), ["TT-0850 2.2."]),
        (("1. Một là một.", "b) B.", "c) C."), ["TT-0850 b)"]),
        (("Điều 1. Một.", "Điều 3. Ba."), ["TT-0850 Điều"]),
        (("1. Một là một.", "3. Ba là ba.", "4. Bốn là bốn."), ["TT-0850 3."]),
        (("1) Một là một.", "2) Hai là hai."), ["TT-0852 1)", "TT-0852 2)"]),
    ],
    ids=str,
)
def test_a_wrong_number_is_told_where_it_stands(lines: tuple[str, ...], wrong: list[str]) -> None:
    assert numbering(*lines) == wrong


@pytest.mark.parametrize(
    "lines",
    [
        ("1. Một là một.", "1) A.", "2) B.", "2. Hai là hai."),
        ("1. Một là một.", "a) A.", "1) X.", "2) Y.", "b) B.", "2. Hai là hai."),
        ("Chương I", "QUY ĐỊNH CHUNG", "Điều 1. Một.", "Chương II", "QUY ĐỊNH KHÁC", "Điều 2. Hai."),
        ("Điều 1. Một.", "1. A.", "2. B.", "Điều 2. Hai.", "1. A."),
        ("I. MỘT", "1. A.", "1.1. X.", "1.2. Y.", "2. B.", "2.1. Z.", "2.1.1. T."),
        ("1. Một là một.", "1.1 Việc thứ nhất.", "1.2 Việc thứ hai."),
        ("1. Một là một.", "Điều 2 của Luật quy định rõ.", "Điều 5 Nghị định số 30/2020/NĐ-CP quy định rõ."),
    ],
    ids=str,
)
def test_lists_inside_lists_are_counted_apart(lines: tuple[str, ...]) -> None:
    assert numbering(*lines) == []


def opening(kind: str, *lines: str) -> list[str]:
    """Titles of the rules that speak of what stands between title and body."""
    found = paper(p(kind, "bc"), p("Về một việc", "bc"), *(p(line, "j") for line in lines))
    wanted = [rule for rule in BODY if rule.id.startswith("TT-07")]
    return [finding.rule.id for finding in examine(found, wanted)[1]]


@pytest.mark.parametrize(
    "sentence",
    [
        "Căn cứ Kế hoạch số 12/KH-UBND ngày 05 tháng 01 năm 2026 của Ủy ban nhân dân Thành phố về văn hóa "
        "đọc, Ủy ban nhân dân phường ban hành Kế hoạch tuyên truyền năm 2026 như sau:",
        "Căn cứ Công văn số 12/SGDĐT-VP ngày 05 tháng 01 năm 2026 của Sở Giáo dục và Đào tạo, Trường Tiểu "
        "học A xây dựng kế hoạch tuyển sinh năm học 2026 - 2027.",
    ],
)
def test_a_basis_inside_a_sentence_of_the_body_is_no_line_of_its_own(sentence: str) -> None:
    assert opening("KẾ HOẠCH", sentence, "I. MỤC ĐÍCH") == []


def test_a_basis_on_its_own_line_is_judged() -> None:
    assert opening("KẾ HOẠCH", f"{LAW},", "I. MỤC ĐÍCH") == ["TT-0702", "TT-0704"]


def test_bases_go_from_the_law_down() -> None:
    found = told(bases(f"{DECREE};\n{LAW};"))
    assert found == ["TT-0710"]


def test_a_body_in_two_sizes_is_told_by_what_is_rarer() -> None:
    (hit,) = findings(ooxml.read_paper(broken(Example("khoan_tieu_de", look={"size_pt": 13}))))
    assert (hit.rule.id, hit.hit.details["found"], hit.hit.details["wanted"]) == ("TT-0843", "13", "14")


@pytest.mark.parametrize(
    ("issuer", "rules_told"),
    [("TRƯỜNG TIỂU HỌC A", []), ("TRẠM Y TẾ PHƯỜNG", []), ("ĐẢNG ỦY PHƯỜNG", ["TT-0912"])],
)
def test_schools_and_health_may_give_degrees(issuer: str, rules_told: list[str]) -> None:
    data = broken(Example("co_quan", text=issuer, kind="quyet-dinh"))
    named = changed(data, Example("ho_ten", text="TS. Nguyễn Văn A"))
    wanted = [rule for rule in BODY if rule.id == "TT-0912"]
    assert [finding.rule.id for finding in examine(ooxml.read_paper(named), wanted)[1]] == rules_told


def test_a_recipient_may_go_on_over_lines() -> None:
    assert told(recipient("- Sở Giáo dục và Đào tạo,\nSở Văn hóa và Thể thao (để báo cáo);")) == []


def with_annex(*, page_break: bool) -> Paper:
    """A paper as Google writes it: an annex below an empty line, in which a break may stand."""
    document = docx.Document(io.BytesIO(good_paper("to-trinh")))
    for text in ("", "Phụ lục", "DANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG"):
        paragraph = document.add_paragraph(text)
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        for run in paragraph.runs:
            run.bold, run.font.size = True, Pt(14)
        if page_break and not text:
            paragraph.add_run().add_break(WD_BREAK.PAGE)
    document.add_paragraph("Trường Tiểu học A.")
    out = io.BytesIO()
    document.save(out)
    return ooxml.read_paper(out.getvalue())


@pytest.mark.parametrize("page_break", [True, False])
def test_a_break_above_an_annex_counts_though_no_page_is_told(page_break: bool) -> None:
    found = {finding.rule.id for finding in findings(with_annex(page_break=page_break))}
    assert ("TT-1210" in found) is not page_break


@pytest.mark.parametrize("kind", sorted(path.stem for path in GOOD.glob("*.md")))
def test_our_own_pdf_has_no_finding(kind: str) -> None:
    document = fill.read(GOOD / f"{kind}.md", Office()).document
    found = findings(pdf.read_paper(render(document, "pdf")))
    assert [f"{finding.rule.id} {finding.message} {finding.words}" for finding in found] == []
