"""The drawn page agrees with the decree: sizes, weights, places and rules read back out of PDF and DOCX."""

from __future__ import annotations

import io
from functools import cache

import docx
import pytest
from pypdf import PdfReader

from tests.drawn import MM, Line, Words, find, lines_on, page_of, words_on
from vanban.document import parse_source
from vanban.document.model import Document
from vanban.fonts import text_width_pt
from vanban.office import Office
from vanban.render import ENGINES, Engine, render
from vanban.thethuc import COMPONENTS, LOOK_RANGES, RULE_LINES, SIZE_SETS, Look
from vanban.thethuc.measures import ADDRESS_FROM_BOTTOM_MM, DESCENT, PAGE_HEIGHT_MM, PAGE_WIDTH_MM

PLAN = """---
loai: ke-hoach
co_quan_chu_quan: UBND PHƯỜNG TÂY MỖ
co_quan: PHÒNG VĂN HÓA - XÃ HỘI
so: 5
ky_hieu: KH-VHXH
dia_danh: Tây Mỗ
ngay: 5/2/2026
trich_yeu: Tổ chức ngày hội đọc sách năm 2026
can_cu: [Luật Thư viện ngày 21 tháng 11 năm 2019]
nguoi_ky: {quyen_han: KT. TRƯỞNG PHÒNG, chuc_vu: PHÓ TRƯỞNG PHÒNG, ho_ten: Nguyễn Văn A}
noi_nhan: [UBND phường]
luu: VT
nguoi_soan_thao: NVA
so_ban: 20
---
Phần I
QUY ĐỊNH CHUNG

Mục 1
NHIỆM VỤ

I. MỤC ĐÍCH

Điều 1. Phạm vi áp dụng

1. Mục tiêu cụ thể

2. Huy động học sinh tham gia đọc sách.

a) Tuyên truyền đến cha mẹ học sinh.

Trên đây là toàn bộ kế hoạch.

Phụ lục
Danh mục sách

Nội dung danh mục.
"""

PLACES = {
    "CỘNG HÒA": "quoc_hieu",
    "Độc lập": "tieu_ngu",
    "UBND PHƯỜNG": "co_quan_chu_quan",
    "PHÒNG VĂN": "co_quan",
    "Số:": "so_ky_hieu",
    "Tây Mỗ, ngày": "dia_danh",
    "KẾ HOẠCH": "ten_loai",
    "Tổ chức ngày": "trich_yeu",
    "Căn cứ Luật": "can_cu",
    "Phần I": "phan",
    "QUY ĐỊNH CHUNG": "phan_tieu_de",
    "Mục 1": "muc",
    "NHIỆM VỤ": "muc_tieu_de",
    "I. MỤC ĐÍCH": "muc_la_ma",
    "Điều 1. Phạm": "dieu",
    "1. Mục tiêu": "khoan_tieu_de",
    "2. Huy động": "khoan",
    "a) Tuyên": "diem",
    "Trên đây": "doan",
    "KT. TRƯỞNG": "quyen_han",
    "Nguyễn Văn A": "ho_ten",
    "Nơi nhận:": "noi_nhan_tu",
    "- UBND phường;": "noi_nhan",
    "NVA.(20)": "nguoi_soan_thao",
}
"""How a stretch of text begins, and the component it is."""


@cache
def plan() -> Document:
    return parse_source(PLAN).document


@cache
def drawn(size_set: str) -> tuple[Look, tuple[Words, ...], tuple[Line, ...]]:
    look = Look(bo_co_chu=size_set)  # type: ignore[arg-type]
    page = page_of(render(plan(), "pdf", office=Office(look=look)))
    return look, tuple(words_on(page)), tuple(lines_on(page))


@pytest.mark.parametrize("size_set", SIZE_SETS)
@pytest.mark.parametrize(("beginning", "component"), PLACES.items())
def test_every_component_has_the_size_and_weight_of_the_decree(
    size_set: str, beginning: str, component: str
) -> None:
    look, words, _ = drawn(size_set)
    seen = find(list(words), beginning)
    row = COMPONENTS[component]
    assert seen.size == pytest.approx(look.styles[component].size_pt, abs=0.01)
    assert row.size.allows(round(seen.size, 2))
    assert (seen.bold, seen.italic) == (row.bold, row.italic)


@pytest.mark.parametrize("size_set", SIZE_SETS)
def test_the_head_stands_in_its_boxes(size_set: str) -> None:
    look, words, _ = drawn(size_set)

    def middle(beginning: str, text: str, style: str) -> float:
        style_look = look.styles[style]
        width = text_width_pt(text, style_look.size_pt, bold=style_look.bold, italic=style_look.italic)
        return find(list(words), beginning).x + width / MM / 2

    name, motto = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"
    right = middle("CỘNG HÒA", name, "quoc_hieu")
    assert middle("Độc lập", motto, "tieu_ngu") == pytest.approx(right, abs=0.3)
    assert middle("Tây Mỗ, ngày", "Tây Mỗ, ngày 05 tháng 02 năm 2026", "dia_danh") == pytest.approx(
        right, abs=0.5
    )
    assert right > PAGE_WIDTH_MM / 2
    assert find(list(words), "Số:").y == pytest.approx(find(list(words), "Tây Mỗ, ngày").y, abs=0.1)
    left_edge = look.le_trai
    assert find(list(words), "Nơi nhận:").x == pytest.approx(left_edge, abs=0.1)
    assert find(list(words), "a) Tuyên").x == pytest.approx(left_edge + look.lui_dau_dong, abs=0.1)
    centre = look.le_trai + look.text_width_mm / 2
    assert middle("KẾ HOẠCH", "KẾ HOẠCH", "ten_loai") == pytest.approx(centre, abs=0.1)
    offices = find(list(words), "KT. TRƯỞNG").y
    assert find(list(words), "Nơi nhận:").y == pytest.approx(offices, abs=0.8)


@pytest.mark.parametrize("size_set", SIZE_SETS)
def test_rules_are_drawn_lines_of_the_prescribed_length_that_touch_no_text(size_set: str) -> None:
    look, words, lines = drawn(size_set)
    above = {
        "tieu_ngu": "Độc lập - Tự do - Hạnh phúc",
        "co_quan": "PHÒNG VĂN HÓA - XÃ HỘI",
        "trich_yeu": "Tổ chức ngày hội đọc sách năm 2026",
    }
    assert len(lines) == len(above)
    for under, text in above.items():
        style = look.styles[under]
        width = text_width_pt(text, style.size_pt, bold=style.bold, italic=style.italic) / MM
        start = find(list(words), text[:12])
        rule = next(line for line in lines if 0 < line.y - start.y < 4 and line.right > start.x)
        share = rule.length / width
        assert RULE_LINES[under].least - 0.01 <= share <= RULE_LINES[under].most + 0.01
        assert (rule.left + rule.right) / 2 == pytest.approx(start.x + width / 2, abs=0.3)
        descent = 0.216 * style.size_pt / MM
        assert rule.y - start.y > descent + 0.2


def test_page_numbers_stand_in_the_middle_of_the_top_margin_from_page_2_and_start_anew_in_an_annex() -> None:
    long = "\n\n".join(f"{n}. Nội dung thứ {n} của kế hoạch này." for n in range(1, 60))
    source = PLAN.replace("Trên đây", long + "\n\nTrên đây").replace("Nội dung danh mục.", long)
    pdf = render(parse_source(source).document, "pdf")
    pages = [words_on(page) for page in PdfReader(io.BytesIO(pdf)).pages]
    look = Look()
    starts = [i for i, page in enumerate(pages) if any(w.text.startswith("Phụ lục") for w in page)]
    numbers = []
    for page in pages:
        in_margin = [w for w in page if w.y < look.le_tren]
        numbers.append(in_margin[0].text if in_margin else "")
        for word in in_margin:
            assert word.x == pytest.approx(look.le_trai + look.text_width_mm / 2, abs=3)
            assert COMPONENTS["so_trang"].size.allows(word.size)
    first_annex_page = starts[0]
    assert numbers[0] == "" == numbers[first_annex_page]
    assert numbers[1:first_annex_page] == [str(n) for n in range(2, first_annex_page + 1)]
    assert numbers[first_annex_page + 1] == "2"


@pytest.mark.parametrize("engine", ENGINES)
def test_the_address_stands_at_the_foot_of_the_first_page_in_every_engine(engine: Engine) -> None:
    document = plan().model_copy(update={"dia_chi": ("Số 1 đường Tây Mỗ", "Điện thoại: 024 0000000")})
    words = words_on(page_of(render(document, "pdf", engine=engine)))
    descent = DESCENT * Look().styles["dia_chi"].size_pt / MM
    foot = PAGE_HEIGHT_MM - ADDRESS_FROM_BOTTOM_MM - descent
    assert find(words, "Điện thoại: 024").y == pytest.approx(foot, abs=0.2)
    assert find(words, "Số 1 đường").y < foot - 4


def test_the_look_keeps_inside_the_ranges_by_default() -> None:
    for name, allowed in LOOK_RANGES.items():
        assert allowed.allows(getattr(Look(), name)), name


@pytest.mark.parametrize("size_set", SIZE_SETS)
def test_the_word_file_says_the_same_measures_in_its_styles(size_set: str) -> None:
    look = Look(bo_co_chu=size_set)  # type: ignore[arg-type]
    word = docx.Document(io.BytesIO(render(plan(), "docx", office=Office(look=look))))
    section = word.sections[0]
    assert section.page_width is not None
    assert section.page_height is not None
    assert (section.page_width.mm, section.page_height.mm) == pytest.approx(
        (PAGE_WIDTH_MM, PAGE_HEIGHT_MM), abs=0.05
    )
    assert section.left_margin is not None
    assert section.left_margin.mm == pytest.approx(look.le_trai, abs=0.05)
    named = {style.name: style for style in word.styles}
    for row in COMPONENTS.values():
        style = named[row.name]
        settled = look.styles[row.id]
        assert style.font.size is not None, row.name
        assert style.font.size.pt == settled.size_pt, row.name
        assert bool(style.font.bold) == row.bold, row.name
        assert bool(style.font.italic) == row.italic, row.name
