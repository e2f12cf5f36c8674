"""The head of a paper is found however it was laid out."""

from __future__ import annotations

import unicodedata

import pytest

from tests.papers_by_hand import cells, p, paper, parts_of, told
from vanban.paper import Paper, Paragraph
from vanban.parts import find_parts

PARENT, ISSUER = "UBND THÀNH PHỐ HÀ NỘI", "ỦY BAN NHÂN DÂN PHƯỜNG TÂY MỖ"
NAME, MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"
NUMBER, DATE = "Số: 05/KH-UBND", "Tây Mỗ, ngày 16 tháng 3 năm 2026"
TITLE, SUBJECT = "KẾ HOẠCH", "Tuyên truyền về giáo dục năm 2026"

HEAD = {
    ("co_quan_chu_quan", PARENT),
    ("co_quan", ISSUER),
    ("quoc_hieu", NAME),
    ("tieu_ngu", MOTTO),
    ("so_ky_hieu", NUMBER),
    ("dia_danh", DATE),
    ("ten_loai", TITLE),
    ("trich_yeu", SUBJECT),
}
BODY = (
    p(TITLE, "bc"),
    p(SUBJECT, "bc"),
    p(),
    p("Căn cứ Luật Giáo dục ngày 14 tháng 6 năm 2019;", "ij"),
    p("Ủy ban nhân dân phường ban hành Kế hoạch như sau:", "j"),
    p("I. MỤC ĐÍCH", "bj"),
    p("1. Nâng cao nhận thức của nhân dân.", "j"),
)
LEFT = (p(PARENT, "c"), p(ISSUER, "bc"), p(NUMBER, "c"))
RIGHT = (p(NAME, "bc"), p(MOTTO, "bc"), p(DATE, "ic"))


def boxed(*paragraphs: Paragraph, section: int = 0) -> list[Paragraph]:
    return [
        p(one.text, "bc" if one.runs[0].look.bold else "c", story="textbox", section=section)
        for one in paragraphs
    ]


LAYOUTS: dict[str, list[Paragraph]] = {
    "table of one row": cells(1, [LEFT, RIGHT]),
    "table of two rows": cells(1, [LEFT[:2], RIGHT[:2]], [LEFT[2:], RIGHT[2:]]),
    "table, right first": cells(1, [RIGHT, LEFT]),
    "tabs": [
        p(f"{PARENT}\t", rest=None),
        p(f"{ISSUER}\t{NAME}", "b"),
        p(f"\t{MOTTO}", "b"),
        p(f"{NUMBER}\t{DATE}"),
    ],
    "tabs on the first line": [
        p(f"{PARENT}\t\t{NAME}"),
        p(f"{ISSUER}\t\t{MOTTO}", "b"),
        p(f"{NUMBER}\t\t{DATE}"),
    ],
    "spaces": [
        p(f"  {PARENT}          {NAME}"),
        p(f"{ISSUER}            {MOTTO}", "b"),
        p(f"     {NUMBER}                   {DATE}"),
    ],
    "issuer and national name a space apart": [
        p(PARENT),
        p(f"{ISSUER} {NAME}", "b"),
        p(MOTTO, "br"),
        p(f"{NUMBER} {DATE}"),
    ],
    "text boxes": boxed(*LEFT) + boxed(*RIGHT),
    "text boxes, right first": boxed(*RIGHT) + boxed(*LEFT),
    "one cell": cells(1, [[*LEFT[:2], *RIGHT[:2], LEFT[2], RIGHT[2]]]),
    "line breaks in a cell": cells(
        1,
        [
            [p(f"{PARENT}\n", "c"), p(f"{ISSUER}\n{NUMBER}", "bc")],
            [p(f"{NAME}\n{MOTTO}\n{DATE}", "bc")],
        ],
    ),
    "one paragraph of breaks and tabs": [p(f"{PARENT}\t{NAME}\n{ISSUER}\t{MOTTO}\n{NUMBER}\t{DATE}", "b")],
    "two columns": [*LEFT, *RIGHT],
    "one under another": [*RIGHT[:2], *LEFT[:2], LEFT[2], RIGHT[2]],
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_head_is_found_in_any_layout(layout: str) -> None:
    columns = (2, 1) if layout == "two columns" else (1,)
    body = [p(one.text, "bc" if one.runs and one.runs[0].look.bold else "j", section=len(columns) - 1)
            for one in BODY]  # fmt: skip
    found = find_parts(paper(*LAYOUTS[layout], *body, columns=columns))
    assert set(told(found.parts)) >= HEAD
    assert not set(told(found.parts)) - HEAD - set(told(found.all("can_cu", "doan", "muc_la_ma", "khoan")))
    assert found.kind is not None
    assert found.kind.id == "ke-hoach"
    assert str(found.issued) == "2026-03-16"


def with_head(*left: Paragraph, right: tuple[Paragraph, ...] = RIGHT) -> Paper:
    return paper(*cells(1, [left, right]), *BODY)


def head_of(found: Paper) -> dict[str, list[str]]:
    anatomy = find_parts(found)
    return {
        name: [part.text for part in anatomy.all(name)]
        for name in ("co_quan_chu_quan", "co_quan", "so_ky_hieu", "tieu_ngu", "dia_danh", "do_khan")
        if anatomy.all(name)
    }


@pytest.mark.parametrize(
    ("lines", "parent", "own"),
    [
        ([("UBND TỈNH A", ""), ("SỞ GIÁO DỤC VÀ ĐÀO TẠO", "b")], 1, 1),
        ([("ỦY BAN NHÂN DÂN", "b"), ("XÃ AN HÒA", "b")], 0, 2),
        ([("ỦY BAN NHÂN DÂN", ""), ("XÃ AN HÒA", "")], 0, 2),
        ([("UBND XÃ AN HÒA", "b"), ("TRƯỜNG TIỂU HỌC AN HÒA", "b")], 1, 1),
        ([("UBND XÃ AN HÒA", ""), ("TRƯỜNG TIỂU HỌC AN HÒA", "")], 1, 1),
        ([("UBND XÃ AN HÒA", ""), ("HỘI ĐỒNG", "b"), ("THI ĐUA - KHEN THƯỞNG", "b")], 1, 2),
        ([("ỦY BAN MTTQ VIỆT NAM", ""), ("XÃ AN HÒA", ""), ("BAN THƯỜNG TRỰC", "b")], 2, 1),
        ([("TRƯỜNG TIỂU HỌC AN HÒA", "b")], 0, 1),
        ([("Trường Tiểu học An Hòa", "b")], 0, 1),
    ],
)
def test_the_issuer_is_told_from_its_parent(lines: list[tuple[str, str]], parent: int, own: int) -> None:
    found = head_of(with_head(*(p(text, f"c{look}") for text, look in lines), p(NUMBER, "c")))
    names = [text for text, _ in lines]
    assert found.get("co_quan_chu_quan", []) == names[:parent]
    assert found["co_quan"] == names[parent : parent + own]


@pytest.mark.parametrize(
    "motto",
    [
        "   Độc lập – Tự do – Hạnh phúc",
        "Độc Lập-Tự Do-Hạnh Phúc",
        "ĐỘC LẬP - TỰ DO - HẠNH PHÚC",
        "Độc lập Tự do Hạnh phúc",
        "Độc lâp - Tự do - Hạnh phúc",
        "Độc lập - Tự do - Hạnh phúc.",
        unicodedata.normalize("NFD", MOTTO),
    ],
)
def test_a_motto_with_slips_is_still_the_motto(motto: str) -> None:
    found = find_parts(with_head(*LEFT, right=(RIGHT[0], p(motto, "bc"), RIGHT[2])))
    part = found.first("tieu_ngu")
    assert part is not None
    assert part.text == motto.strip()
    assert part.paragraph.text[part.start : part.end] == motto.strip()


@pytest.mark.parametrize(
    "number",
    [
        "Số:      /KH-UBND",
        "Số:\u00a0\u00a0\u00a0\u00a0\u00a0/KH-UBND",
        "Số: ……/KH-UBND",
        "Số 12/KH-UBND",
        "Số: 12 /KH - UBND",
        "Số 12-KH/ĐU",
        "Số: .../...-...(3)...",
        "Số:",
    ],
)
def test_a_number_is_found_even_when_it_is_not_filled_in(number: str) -> None:
    assert head_of(with_head(*LEFT[:2], p(number, "c")))["so_ky_hieu"] == [number]


@pytest.mark.parametrize(
    ("line", "issued"),
    [
        ("Tây Mỗ, ngày      tháng 3 năm 2026", "2026-03"),
        ("Tây Mỗ, ngày\u00a0\u00a0\u00a0\u00a0\u00a0tháng\u00a0\u00a0\u00a0\u00a0\u00a0năm 2026", "2026"),
        ("Tây Mỗ, ngày … tháng … năm 2026", "2026"),
        ("Tây Mỗ ngày 5/3/2026", "2026-03-05"),
        ("Tây Mỗ, ngày 05 tháng 02 năm 2026", "2026-02-05"),
        ("…4..., ngày …… tháng …… năm ……", "None"),
        ("Tây Mỗ, ngày 31 tháng 2 năm 2026", "None"),
    ],
)
def test_place_and_date_are_read_as_far_as_they_are_filled_in(line: str, issued: str) -> None:
    found = find_parts(with_head(*LEFT, right=(*RIGHT[:2], p(line, "ic"))))
    assert [part.text for part in found.all("dia_danh")] == [line]
    assert str(found.issued) == issued


def test_marks_of_urgency_and_of_circulation_are_found() -> None:
    found = head_of(with_head(*LEFT, p("HỎA TỐC", "bc")))
    assert found["do_khan"] == ["HỎA TỐC"]
    draft = find_parts(paper(p("DỰ THẢO", "br"), *cells(1, [LEFT, RIGHT]), *BODY))
    assert [part.text for part in draft.all("pham_vi_luu_hanh")] == ["DỰ THẢO"]


def test_letters_of_tcvn3_are_read_by_their_font() -> None:
    left = [p("UBND Ph­êng T©y Mç".upper(), "bc", font=".VnTimeH"), p("Sè: 05/KH-UBND", "c", font=".VnTime")]
    right = [p("CéNG HßA X· HéI CHñ NGHÜA VIÖT NAM", "bc", font=".VnTime"),
             p("§éc lËp - Tù do - H¹nh phóc", "bc", font=".VnTime"),
             p("T©y Mç, ngµy 16 th¸ng 3 n¨m 2026", "ic", font=".VnTime")]  # fmt: skip
    found = find_parts(paper(*cells(1, [left, right]), p("KÕ ho¹ch", "bc", font=".VnTimeH"),
                             p("§iÒu 1. Néi dung.", "j", font=".VnTime")))  # fmt: skip
    ids = [part.id for part in found.parts]
    assert ids == ["co_quan", "so_ky_hieu", "quoc_hieu", "tieu_ngu", "dia_danh", "ten_loai", "dieu_loi"]
    assert found.first("quoc_hieu").text == right[0].text  # type: ignore[union-attr]
    assert found.kind is not None
    assert found.kind.id == "ke-hoach"
    assert found.parts[-1].mark is not None
    assert (found.parts[-1].mark.level, found.parts[-1].mark.number) == ("dieu", 1)


def test_letters_of_vni_are_read_by_their_font() -> None:
    name = "COÄNG HOØA XAÕ HOÄI CHUÛ NGHÓA VIEÄT NAM"
    right = [p(name, "bc", font="VNI-Times"), p("Ñoäc laäp - Töï do - Haïnh phuùc", "bc", font="VNI-Times")]
    found = find_parts(paper(*cells(1, [[p("UBND HUYEÄN A", "bc", font="VNI-Times")], right])))
    assert told(found.parts)[1:] == [("quoc_hieu", name), ("tieu_ngu", right[1].text)]


def test_capitals_that_the_look_makes_count_as_capitals() -> None:
    found = head_of(with_head(p("Ủy ban nhân dân", "kbc"), p("xã An Hòa", "kbc"), p(NUMBER, "c")))
    assert found["co_quan"] == ["Ủy ban nhân dân", "xã An Hòa"]


def test_a_slogan_with_the_national_name_is_no_second_head() -> None:
    slogan = "22. Nước Cộng hòa xã hội chủ nghĩa Việt Nam muôn năm!"
    found = find_parts(paper(*cells(1, [LEFT, RIGHT]), *BODY, p(slogan, "j")))
    assert found.by_paragraph[len(BODY) + 7][0].id == "khoan"
    assert all(part.annex == 0 for part in found.parts)


def test_a_paper_without_a_head_has_none() -> None:
    ids = {name for name, _ in parts_of(*BODY)}
    assert not ids & {"quoc_hieu", "tieu_ngu", "co_quan", "so_ky_hieu", "dia_danh"}
    assert {"ten_loai", "trich_yeu"} <= ids
