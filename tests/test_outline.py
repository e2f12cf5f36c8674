"""The outline: what people type becomes blocks, and blocks become what people type."""

from __future__ import annotations

import contextlib
import re
import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests import strategies as some
from vanban.document import Outline, escape, parse_outline, write_outline
from vanban.document.blocks import (
    Block,
    Cell,
    Column,
    Figure,
    Footnote,
    LineBreak,
    Para,
    PhuLuc,
    Run,
    Table,
    plain,
)
from vanban.errors import Fault, InputError
from vanban.tiengviet.letters import LETTERS

PROPERTY = settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def read(text: str) -> Outline:
    return parse_outline(text, file="a.md", images=some.picture)


def shape(text: str) -> list[tuple[str, str, str, bool]]:
    """Level, number, words and whether a title, of each paragraph."""
    return [
        (block.loai, block.so, plain(block.text), block.titled)
        for block in read(text).blocks
        if isinstance(block, Para)
    ]


def table(text: str) -> Table:
    (block,) = read(text).blocks
    assert isinstance(block, Table)
    return block


def faults(text: str) -> list[tuple[str, int | None, int | None]]:
    with pytest.raises(InputError) as caught:
        read(text)
    return [(fault.kind, fault.place.line, fault.place.column) for fault in caught.value.faults]


# Markers and paragraphs ---------------------------------------------------------------------------------


def test_every_level_has_its_marker() -> None:
    assert shape(
        "Phần I\nA\nChương II\nB\nMục 1\nC\nTiểu mục 2\nD\nĐiều 3. E\n"
        "IV. F\n1. G\n1.1. H\n1.1.1. I\nđ) K;\n- L\n+ M\n\nN"
    ) == [
        ("phan", "I", "A", False),
        ("chuong", "II", "B", False),
        ("muc", "1", "C", False),
        ("tieu_muc", "2", "D", False),
        ("dieu", "3", "E", True),
        ("muc", "IV", "F", False),
        ("khoan", "1", "G", True),
        ("khoan", "1.1", "H", True),
        ("khoan", "1.1.1", "I", True),
        ("diem", "đ", "K;", False),
        ("gach", "", "L", False),
        ("cong", "", "M", False),
        ("doan", "", "N", False),
    ]


@pytest.mark.parametrize("letter", LETTERS)
def test_diem_takes_every_letter_of_the_vietnamese_order(letter: str) -> None:
    assert shape(f"{letter}) x") == [("diem", letter, "x", False)]


@pytest.mark.parametrize(
    "heading", ["Chương I. TÊN", "Chương I: TÊN", "CHƯƠNG I\nTÊN", "Chương I\n\nTÊN", "Chương I.\nTÊN"]
)
def test_a_heading_may_have_its_title_on_its_line_or_below(heading: str) -> None:
    assert shape(heading) == [("chuong", "I", "TÊN", False)]


@pytest.mark.parametrize(
    "text",
    ["C. Mác viết", "V.I. Lênin viết", "2026. Trong năm", "1.250 đồng", "1.5", "-5 độ", "I.A", "a)b", "(1) x",
     "Điều 1 quy định", "Phần I nêu trên", "Phụ lục I kèm theo", "16/3/2026", "5 * 3 * 2", "C:\\Users\\a",
     "{x} y", "Bảng: x", "Hình: x"],
)  # fmt: skip
def test_what_only_resembles_a_marker_is_text(text: str) -> None:
    assert shape(text) == [("doan", "", text, False)]


def test_lines_without_a_blank_line_or_marker_between_them_are_one_paragraph() -> None:
    assert shape("một\nhai  ba\n\nbốn\n- năm\nsáu\n   - bảy") == [
        ("doan", "", "một hai ba", False),
        ("doan", "", "bốn", False),
        ("gach", "", "năm sáu", False),
        ("gach", "", "bảy", False),
    ]


def test_a_heading_ends_with_its_line() -> None:
    assert [words for *_, words, _ in shape("I. A\nb\n\nChương I\nC\nd")] == ["A", "b", "C", "d"]


def test_a_khoan_that_looks_like_a_title_is_one_and_the_next_sentence_begins_a_paragraph() -> None:
    assert shape("1. Mục đích\nNâng cao nhận thức.") == [
        ("khoan", "1", "Mục đích", True),
        ("doan", "", "Nâng cao nhận thức.", False),
    ]


def test_a_khoan_that_goes_on_in_small_letters_is_one_sentence() -> None:
    assert shape("1. Các trường\nbáo cáo trước ngày 30.") == [
        ("khoan", "1", "Các trường báo cáo trước ngày 30.", False)
    ]


@pytest.mark.parametrize("end", [".", ";", ":", ",", "…", "!", "?", "./."])
def test_closing_punctuation_makes_a_sentence(end: str) -> None:
    assert not shape(f"Điều 1. Ban hành kèm theo{end}\n\nx")[0][3]


def test_the_author_overrides_how_it_looks() -> None:
    paragraphs = shape("1. A {cau}\n2. B. {tieu_de}\na) C {tieu_de}\nĐiều 1. D {cau}")
    assert [titled for *_, titled in paragraphs] == [False, True, True, False]


def test_dashes_and_bullets_of_word_are_dashes_and_are_told() -> None:
    outline = read("– a\n• b\n-Chữ\n- đúng")
    assert [block.loai for block in outline.blocks] == ["gach"] * 4
    assert [(note.kind, note.place.line) for note in outline.notes] == [
        ("VB039", 1),
        ("VB039", 2),
        ("VB039", 3),
    ]


def test_what_word_leaves_is_cleaned_away() -> None:
    assert shape("1.\xa0Mu\u0323c\u00ad đi\u0301ch") == [("khoan", "1", "Mục đích", True)]


# Inside a line ------------------------------------------------------------------------------------------


def test_bold_and_italic() -> None:
    assert read("a **b *c*** *d* ***e*f**").blocks == (
        Para(
            "doan",
            "",
            (
                Run("a "), Run("b ", bold=True), Run("c", bold=True, italic=True), Run(" "),
                Run("d", italic=True), Run(" "), Run("e", bold=True, italic=True), Run("f", bold=True),
            ),
        ),
    )  # fmt: skip


@pytest.mark.parametrize(
    "text", ["(*) Ghi chú", "5 * 3", "a (**) b", "***** b", "\\*a\\*", "\\1. x", "\\- x", "a\\b", "\\{cau}"]
)
def test_stars_and_escapes_that_are_text(text: str) -> None:
    (block,) = read(text).blocks
    assert isinstance(block, Para)
    assert (block.loai, len(block.text)) == ("doan", 1)
    assert plain(block.text) == (text if text[0] != "\\" else text.replace("\\", ""))


def test_footnotes_may_be_defined_anywhere() -> None:
    outline = read("[^b]: Lời *hai*\ntiếp.\n\nMột[^a], hai[^b].\n\nba[^: tại chỗ]\n[^a]: Lời một.")
    notes = [
        part
        for block in outline.blocks
        if isinstance(block, Para)
        for part in block.text
        if isinstance(part, Footnote)
    ]
    assert notes == [
        Footnote((Run("Lời một."),)),
        Footnote((Run("Lời "), Run("hai", italic=True), Run(" tiếp."))),
        Footnote((Run("tại chỗ"),)),
    ]  # fmt: skip


# The end, annexes ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("a./.", ["a"]), ("a ./.", ["a"]), ("a\n\n./.", ["a"]), ("**a./.**", ["a"]), ("a.\\/.", ["a./."])],
)  # fmt: skip
def test_the_end_that_the_form_writes_is_not_kept(typed: str, kept: list[str]) -> None:
    assert [words for *_, words, _ in shape(typed)] == kept
    (annex,) = read(f"x\n\nPhụ lục\nT\n\n{typed}").phu_luc
    assert [plain(block.text) for block in annex.noi_dung if isinstance(block, Para)] == kept


def test_an_end_in_the_middle_stays() -> None:
    assert [words for *_, words, _ in shape("a./.\n\nb")] == ["a./.", "b"]


def test_annexes() -> None:
    outline = read(
        "x\nPhụ lục I {ngang}\nCHỦ ĐỀ\nNĂM 2026\n\n1. A\n\nPHỤ LỤC II\n\nB\n- c\n"
        "Phụ lục {loai=quy-che}\nQuy chế\n\nd"
    )
    assert [(annex.tieu_de, annex.ngang, annex.loai, len(annex.noi_dung)) for annex in outline.phu_luc] == [
        ("CHỦ ĐỀ NĂM 2026", True, "", 1),
        ("B", False, "", 1),
        ("Quy chế", False, "quy-che", 1),
    ]


# Tables and pictures ------------------------------------------------------------------------------------


def test_a_table_with_its_settings() -> None:
    assert table(
        "Bảng: Kết *quả*\n{rong=1,4.5,2 canh=g,trai,so dau=2}\n"
        "| TT | Việc | < |\n| ^ | a | b |\n| 1 | x<br>y | 1250 |"
    ) == Table(
        (Column(1, "giua"), Column(4.5, "trai"), Column(2, "phai", number=True)),
        (
            (Cell((Run("TT"),)), Cell((Run("Việc"),)), Cell(merge="left")),
            (Cell(merge="up"), Cell((Run("a"),)), Cell((Run("b"),))),
            (Cell((Run("1"),)), Cell((Run("x"), LineBreak(), Run("y"))), Cell((Run("1250"),))),
        ),
        2,
        (Run("Kết "), Run("quả", italic=True)),
    )


def test_a_markdown_separator_gives_alignment_and_header_rows() -> None:
    made = table("| a | b | c |\n|---|:-:|--:|\n| \\| | \\< | - |")
    assert [column.align for column in made.columns] == ["trai", "giua", "phai"]
    assert made.header_rows == 1
    assert [plain(cell.text) for cell in made.rows[1]] == ["|", "<", "-"]
    assert table("|---|\n| a |").header_rows == 0
    assert table("| a |\n| b |").header_rows == 1


def test_an_area_merged_both_ways_has_one_form() -> None:
    for corner in "<^":
        made = table(f"{{dau=0}}\n| a | < |\n| ^ | {corner} |")
        assert [[cell.merge for cell in row] for row in made.rows] == [["", "left"], ["up", "up"]]


def test_a_picture_with_its_caption() -> None:
    assert read("![Sơ đồ](a.jpg){rong=120}\nHình: Một").blocks == (
        Figure(some.JPEG, "jpeg", "Sơ đồ", "a.jpg", (Run("Một"),), 120),
    )


# Faults -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\n\nb **c", ("VB030", 3, 3)),
        ("một\nhai *ba", ("VB030", 2, 5)),
        ("x\n- \n1. a", ("VB031", 2, 1)),
        ("Chương I\nĐiều 1. A", ("VB032", 1, 1)),
        ("x\n\nPhụ lục I\n\n1. A", ("VB032", 3, 1)),
        ("e) x\n  f) y", ("VB033", 2, 3)),
        ("x\nPhụ lục II\nA", ("VB034", 2, 1)),
        ("Phụ lục 1\nA", ("VB034", 1, 1)),
        ("a[^1]", ("VB035", 1, 2)),
        ("a\n\n[^1]: b", ("VB036", 3, 1)),
        ("a[^1] b[^1]\n\n[^1]: b", ("VB037", 1, 8)),
        ("a[^1]\n\n[^1]: b\n[^1]: c", ("VB037", 4, 1)),
        ("a[^: b[^1]]", ("VB035", 1, 7)),
        ("a<br>b", ("VB038", 1, 2)),
        ("| a | b |\n| c |", ("VB130", 2, 1)),
        ("| < | b |", ("VB131", 1, 3)),
        ("| a |\n|---|\n| ^ |", ("VB131", 3, 3)),
        ("{dau=0}\n| a | < |\n| ^ | b |", ("VB131", 3, 3)),
        ("{dai=3}\n| a |", ("VB132", 1, 1)),
        ("{rong=x}\n| a |", ("VB132", 1, 1)),
        ("{canh=cheo}\n| a |", ("VB132", 1, 1)),
        ("- x {cau}", ("VB132", 1, 5)),
        ("Phụ lục {loai=quy-chee}\nA", ("VB132", 1, 9)),
        ("{rong=1,2}\n| a |", ("VB133", 1, 1)),
        ("{dau=3}\n| a |", ("VB134", 1, 1)),
        ("![a](không-có.png)", ("VB135", 1, 6)),
        ("![](a.jpg)", ("VB137", 1, 1)),
        ("{rong=1}\na", ("VB138", 1, 1)),
        ("![a](b", ("VB139", 1, 1)),
        ("|" * 70, ("VB127", 1, 1)),
    ],
)  # fmt: skip
def test_a_fault_has_its_line_and_column(text: str, expected: tuple[str, int, int]) -> None:
    assert expected in faults(text)


def test_a_fault_inside_a_cell_points_at_the_cell() -> None:
    assert faults("a\n\n| x | y |\n| z \\| |  **w |") == [("VB030", 4, 11)]


def test_a_picture_must_be_png_or_jpeg() -> None:
    with pytest.raises(InputError, match="VB136"):
        parse_outline("![a](b.gif)", images=lambda _: b"GIF89a")


def test_all_faults_are_told_at_once_in_the_order_of_the_text() -> None:
    assert [kind for kind, *_ in faults("a **b\n\nf) x\n\n- \n\n| a |\n| b | c |\n\nd[^1]")] == [
        "VB030", "VB033", "VB031", "VB130", "VB035",
    ]  # fmt: skip


def test_lines_count_from_where_the_outline_stands_in_its_file() -> None:
    with pytest.raises(InputError) as caught:
        parse_outline("x\n**a", file="ke-hoach.md", first_line=20)
    (fault,) = caught.value.faults
    assert isinstance(fault, Fault)
    assert str(fault).startswith("ke-hoach.md:21:1: VB030 ")


def test_every_fault_says_how_to_mend_it() -> None:
    with pytest.raises(InputError) as caught:
        read("a **b\n\nf) x\n\n{x}\n\n| < |\n\nPhụ lục 3\nA\n\n![a](x)")
    for fault in caught.value.faults:
        assert fault.message
        assert fault.remedy
        assert not re.search(r"\{[a-z_]+\}", str(fault))


# Properties ---------------------------------------------------------------------------------------------


@PROPERTY
@given(some.bodies, some.annex_lists)
def test_what_is_written_reads_back(blocks: tuple[Block, ...], annexes: tuple[PhuLuc, ...]) -> None:
    outline = read(write_outline(blocks, annexes))
    assert (outline.blocks, outline.phu_luc) == (blocks, annexes)


@PROPERTY
@given(st.text(alphabet="ab1.)|-+*\\{}[]^<>!:\n  IĐiều", max_size=80))
def test_what_was_read_is_in_its_normal_form(text: str) -> None:
    try:
        outline = read(text)
    except InputError:
        return
    again = read(write_outline(outline.blocks, outline.phu_luc))
    assert again == outline


@PROPERTY
@given(some.texts, some.words, some.words)
def test_escaped_text_is_text_wherever_it_stands(text: str, before: str, after: str) -> None:
    kept = some.one_line(text)
    for prefix, suffix in [("", ""), ("- ", ""), ("x ", " y"), ("x (", ")"), ("1. ", " {cau}"), ("**", "**")]:
        if kept:
            (block,) = read(f"{prefix}{escape(kept)}{suffix}\n\nđoạn cuối").blocks[:-1]
            assert isinstance(block, Para)
            bare = prefix.strip("-* 1.") and prefix
            assert plain(block.text) == f"{bare}{kept}{suffix.removesuffix(' {cau}').strip('*')}"


@PROPERTY
@given(st.lists(some.texts, min_size=1, max_size=4))
def test_escaped_text_stays_in_its_cell(texts: list[str]) -> None:
    kept = [some.one_line(text) for text in texts]
    made = table("| " + " | ".join(escape(text) for text in kept) + " |")
    assert [plain(cell.text) for cell in made.rows[0]] == kept


# Size ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "line",
    ["1. Mục đích, yêu cầu\n", "- Cung cấp đầy đủ, kịp thời thông tin.\n", "một dòng dài, ", "**a** ", "[^",
     "\\", "![", "{a}", "I", "1."],
)  # fmt: skip
def test_five_megabytes_are_read_in_seconds(line: str) -> None:
    start = time.perf_counter()
    with contextlib.suppress(InputError):
        read(line * (5_000_000 // len(line.encode())))
    assert time.perf_counter() - start < 30


def test_a_table_of_3000_rows() -> None:
    made = table("| TT | Tên |\n" + "".join(f"| {row} | Trường số {row} |\n" for row in range(3000)))
    assert len(made.rows) == 3001
    assert made.rows[3000][1] == Cell((Run("Trường số 2999"),))
