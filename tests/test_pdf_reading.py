"""A PDF read back: our own papers say the same as their DOCX; what others draw is seen as readers see it."""

from __future__ import annotations

import io
from collections import Counter, defaultdict
from functools import cache
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.papers import paper, text
from tests.pdf_files import pages, picture, rule, words
from vanban import fill, ooxml, pdf
from vanban.document.blocks import Para
from vanban.office import find_office
from vanban.paper import Paper, Paragraph
from vanban.parts import Anatomy, find_parts
from vanban.pdf.fonts import family_of
from vanban.render import render

SAMPLES = sorted(
    path for path in (Path(__file__).parents[1] / "samples").iterdir() if path.suffix in (".md", ".yaml")
)
HEAD, BODY, FOOT = (
    (
        "quoc_hieu",
        "tieu_ngu",
        "co_quan_chu_quan",
        "co_quan",
        "so_ky_hieu",
        "dia_danh",
        "ten_loai",
        "trich_yeu",
    ),
    ("can_cu", "doan", "muc_la_ma", "khoan_tieu_de", "khoan", "diem", "gach", "bang", "bang_dau"),
    ("quyen_han", "ho_ten", "noi_nhan_tu", "noi_nhan", "phu_luc", "phu_luc_tieu_de", "chu_thich"),
)
each_sample = pytest.mark.parametrize("source", [*SAMPLES, None], ids=lambda p: p.stem if p else "everything")


@cache
def drawn(source: Path | None, to: str) -> bytes:
    document = fill.read(source, find_office(source.parent)).document if source else paper()
    return render(document, to)  # type: ignore[arg-type]


@cache
def both(source: Path | None) -> tuple[Paper, Paper]:
    """The paper as the DOCX has it, and as the PDF shows it."""
    return ooxml.read_paper(drawn(source, "docx")), pdf.read_paper(drawn(source, "pdf"))


@cache
def anatomies(source: Path | None) -> tuple[Anatomy, Anatomy]:
    docx, own = both(source)
    return find_parts(docx), find_parts(own)


def words_of(paragraphs: tuple[Paragraph, ...]) -> Counter[str]:
    return Counter(word for paragraph in paragraphs for word in f"{paragraph.label} {paragraph.text}".split())


def texts(found: Paper) -> list[str]:
    return [paragraph.text for paragraph in found.paragraphs]


def find(found: Paper, begin: str) -> Paragraph:
    return next(paragraph for paragraph in found.paragraphs if paragraph.text.startswith(begin))


class TestOurOwnPapers:
    @each_sample
    def test_have_the_words_of_the_docx(self, source: Path | None) -> None:
        docx, own = both(source)
        assert words_of(own.paragraphs) == words_of(docx.paragraphs)
        assert words_of(own.footnotes) == words_of(docx.footnotes)

    @each_sample
    def test_have_the_components_of_the_docx_in_order(self, source: Path | None) -> None:
        found = []
        for anatomy in anatomies(source):
            joined: dict[tuple[int, str], str] = defaultdict(str)
            for part in anatomy.parts:
                if part.id != "so_trang":
                    joined[part.annex, part.id] += "".join(part.text.split())
            found.append((anatomy.kind, dict(joined)))
        assert found[1] == found[0]

    @each_sample
    def test_have_the_looks_of_the_docx_in_every_component(self, source: Path | None) -> None:
        found = []
        for anatomy in anatomies(source):
            looks = defaultdict(set)
            for part in anatomy.parts:
                if part.id in (*HEAD, *BODY, *FOOT):
                    looks[part.id].update(part.paragraph.look_at(part.start, part.end))
            found.append(dict(looks))
        assert found[1] == found[0]

    def test_a_point_with_a_title_is_no_bolder_than_in_word(self) -> None:
        above = Para("khoan", "1", text("Mục đích"), titled=True)
        titled = (above, Para("diem", "a", text("Việc chung"), titled=True))
        document = paper().model_copy(update={"noi_dung": titled})
        looks = [
            next(p for p in found.paragraphs if p.text.startswith("a) Việc")).look_at(0)
            for found in (ooxml.read_paper(render(document, "docx")), pdf.read_paper(render(document, "pdf")))
        ]
        assert [look.bold for found in looks for look in found] == [False, False]

    @each_sample
    def test_are_aligned_as_the_docx_in_the_head(self, source: Path | None) -> None:
        found = [
            {
                (part.id, part.paragraph.look.align)
                for part in anatomy.parts
                if part.id in (*HEAD, "doan", "ho_ten")
            }
            for anatomy in anatomies(source)
        ]
        assert found[1] == found[0]

    @each_sample
    def test_have_the_rules_of_the_docx_under_the_same_words(self, source: Path | None) -> None:
        docx, own = both(source)
        expected = [(docx.by_number[line.number].text.split()[-3:], line.length_mm) for line in docx.lines]
        found = [(own.by_number[line.number].text.split()[-3:], line.length_mm) for line in own.lines]
        assert [text for text, _length in found] == [text for text, _length in expected]
        assert [length for _text, length in found] == pytest.approx(
            [length for _t, length in expected], abs=0.5
        )
        assert all(line.kind == "drawn" and line.centred for line in own.lines)

    @each_sample
    def test_have_the_tables_of_the_docx(self, source: Path | None) -> None:
        found = []
        for read in both(source):
            tables = []
            for table in read.tables:
                if table.lined:
                    rows = [
                        [
                            (
                                cell.columns,
                                cell.rows,
                                " ".join(read.by_number[n].text for n in cell.paragraphs).split(),
                            )
                            for cell in row
                        ]
                        for row in table.rows
                    ]
                    tables.append(rows)
            found.append(tables)
        assert found[1] == found[0]

    @each_sample
    def test_have_their_pages_and_page_numbers(self, source: Path | None) -> None:
        docx, own = both(source)
        assert own.origin == "pdf"
        assert own.pages == len(PdfReader(io.BytesIO(drawn(source, "pdf"))).pages)
        assert [paragraph.page for paragraph in own.paragraphs] == sorted(p.page or 0 for p in own.paragraphs)
        assert [section.landscape for section in own.sections] == [s.landscape for s in docx.sections]
        for section in own.sections:
            assert section.left_mm == pytest.approx(30, abs=0.5)
            assert section.top_mm == pytest.approx(20, abs=1)
            assert section.page_start == (1 if section.headers else None)
            for paragraph in section.headers.get("default", ()):
                assert section.first_differs
                assert (paragraph.story, paragraph.look.align) == ("header", "center")
                assert [(run.text, run.field, run.look.size_pt) for run in paragraph.runs] == [
                    ("2", "PAGE", 14)
                ]

    def test_have_a_footer_a_frame_and_notes_apart_from_the_text(self) -> None:
        own = both(None)[1]
        (address,) = own.sections[0].footers["first"]
        assert address.text == "Số 1 đường Tây Mỗ; điện thoại: 024 0000000"
        assert find(own, "DỰ THẢO").story == "textbox"
        assert [note.story for note in own.footnotes] == ["footnote", "footnote"]
        assert "chú và chữ đậm." in find(own, "Có lời").text


class TestParagraphs:
    def test_begin_where_a_line_is_indented_or_the_last_word_would_have_found_room(self) -> None:
        content = (
            words("A first line that reaches all the way to the right edge of the text now", 121, 700, 14.02)
            + words("and goes on here.", 85, 684)
            + words("Short.", 85, 668)
            + words("Another short one.", 85, 652)
        )
        found = pdf.read_paper(pages(content))
        assert [text.split()[0] for text in texts(found)] == ["A", "Short.", "Another"]
        assert found.paragraphs[0].look.first_mm == pytest.approx(12.7, abs=0.1)

    def test_go_on_over_pages(self) -> None:
        line = words("This line is so long that it reaches to the right edge of the text on paper", 85, 700)
        second = words("and the paragraph ends on the next page.", 85, 750)
        found = pdf.read_paper(pages(line * 1 + line.replace("700", "684"), second))
        assert len(found.paragraphs) == 1
        assert found.paragraphs[0].text.endswith("paper and the paragraph ends on the next page.")

    def test_join_lines_after_a_hyphen_or_slash_without_a_space(self) -> None:
        first = words("The number of this long sentence is given as it stands: 45/QD-", 85, 700, 15.5)
        found = pdf.read_paper(pages(first + words("UBND, issued on that day.", 85, 684, 15.5)))
        assert texts(found) == [
            "The number of this long sentence is given as it stands: 45/QD-UBND, issued on that day."
        ]

    def test_in_two_columns_are_read_one_column_after_the_other(self) -> None:
        content = "".join(
            words(text, left, base)
            for text, left, base in (
                ("UBND XA AN HOA", 118, 780),
                ("CONG HOA XA HOI", 349, 780),
                ("TRUONG HOC", 132, 764),
                ("Doc lap", 390, 763),
                ("So: 5", 163, 747),
                ("An Hoa, ngay 5", 368, 747),
                ("KE HOACH", 283, 700),
            )
        )
        found = pdf.read_paper(pages(content))
        assert texts(found) == [
            "UBND XA AN HOA", "TRUONG HOC", "So: 5",
            "CONG HOA XA HOI", "Doc lap", "An Hoa, ngay 5",
            "KE HOACH",
        ]  # fmt: skip
        assert [(p.cell.table, p.cell.column) if p.cell else None for p in found.paragraphs] == [
            (1, 1), (1, 1), (1, 1), (1, 2), (1, 2), (1, 2), None,
        ]  # fmt: skip
        assert not found.tables[0].lined
        assert {p.look.align for p in found.paragraphs} == {"center"}

    def test_spaces_are_where_gaps_are(self) -> None:
        kerned = "BT /F1 14 Tf 85 700 Td [(Num) -30 (ber) -400 (five) 20 (ty) -5000 (end of the line)] TJ ET"
        assert texts(pdf.read_paper(pages(kerned))) == ["Number fivety\tend of the line"]

    def test_a_picture_leaves_an_empty_paragraph(self) -> None:
        content = words("Text above the picture.", 85, 700) + "q 200 0 0 100 200 580 cm /Im0 Do Q\n"
        content += words("Hinh 1. The caption under it.", 220, 560)
        found = pdf.read_paper(pages(content, resources="/XObject << /Im0 5 0 R >>", more=(picture(),)))
        assert [bool(text) for text in texts(found)] == [True, False, True]


class TestLooks:
    @pytest.mark.parametrize(
        ("name", "family"),
        [
            ("ABCDEF+TimesNewRomanPS-BoldMT", "Times New Roman"),
            ("TimesNewRomanPSMT", "Times New Roman"),
            ("Times New Roman,BoldItalic", "Times New Roman"),
            ("Times-Roman", "Times New Roman"),
            ("BYSRTT+LiberationSerif-BoldItalic", "Times New Roman"),
            ("Tinos-Regular", "Times New Roman"),
            ("NimbusRomNo9L-MediItal", "Times New Roman"),
            ("Arial-BoldMT", "Arial"),
            ("CourierNewPSMT", "Courier New"),
            (".VnTime", ".VnTime"),
            ("VNI-Times", "VNI-Times"),
            ("Cambria-Bold", "Cambria"),
        ],
    )
    def test_a_font_is_called_by_its_family(self, name: str, family: str) -> None:
        assert family_of(name) == family

    def test_size_weight_slant_and_colour_are_those_drawn(self) -> None:
        content = words("Bold, ", 85, 700, 13, "F2") + words("slanted, ", 120, 700, 13, "F3")
        content += (
            "1 0 0 rg\n"
            + words("red", 170, 700, 13)
            + "0 g q 2 0 0 2 0 0 cm\n"
            + words("scaled up here", 50, 300, 7)
        )
        first, second = pdf.read_paper(pages(content + "Q")).paragraphs
        assert [run.text.strip() for run in first.runs] == ["Bold,", "slanted,", "red"]
        looks = [run.look for run in first.runs]
        assert [look.bold for look in looks] == [True, False, False]
        assert [look.italic for look in looks] == [False, True, False]
        assert [look.colour for look in looks] == ["", "", "FF0000"]
        assert {look.size_pt for look in looks} == {13}
        assert second.runs[0].look.size_pt == 14

    def test_raised_letters_are_marked_and_have_the_size_of_their_line(self) -> None:
        content = (
            words("The area is 25 m", 85, 700)
            + words("2", 179, 706, 8)
            + words("and the second line", 85, 680)
        )
        found = pdf.read_paper(pages(content)).paragraphs[0]
        assert found.text == "The area is 25 m2"
        assert (found.runs[-1].look.raised, found.runs[-1].look.size_pt) == (True, 14)

    def test_a_turned_page_is_read_upright(self) -> None:
        content = "BT /F1 14 Tf 0 1 -1 0 300 100 Tm (Read me upright, please) Tj ET"
        found = pdf.read_paper(pages(content, entries="/Rotate 90"))
        assert texts(found) == ["Read me upright, please"]
        assert found.sections[0].landscape

    def test_turned_hidden_and_white_text_is_left_out(self) -> None:
        content = words("What is to be read on paper.", 85, 700)
        content += "BT /F1 60 Tf 0.7 0.7 -0.7 0.7 100 300 Tm (BAN SAO) Tj ET\n"
        content += (
            "BT 3 Tr /F1 12 Tf 85 600 Td (hidden words) Tj ET\nBT 0 Tr 1 g /F1 12 Tf 85 500 Td (white) Tj ET"
        )
        assert texts(pdf.read_paper(pages(content))) == ["What is to be read on paper."]

    def test_the_text_of_signature_fields_is_left_out(self) -> None:
        look = b"<< /Type /XObject /Subtype /Form /BBox [0 0 200 50] /Length 43 >>\nstream\n"
        look += b"BT /F1 8 Tf 5 5 Td (Ky boi: mot nguoi) Tj ET\nendstream"
        field = b"<< /Type /Annot /Subtype /Widget /FT /Sig /Rect [300 300 500 350] /AP << /N 5 0 R >> >>"
        content = words("What the office wrote.", 85, 700)
        found = pdf.read_paper(pages(content, more=(look, field), entries="/Annots [6 0 R]"))
        assert texts(found) == ["What the office wrote."]


class TestLines:
    def test_a_line_close_under_the_whole_text_underlines_it(self) -> None:
        found = pdf.read_paper(pages(words("Underlined words", 200, 700) + rule(200, 698.4, 99)))
        assert found.paragraphs[0].runs[0].look.underline
        assert [(line.kind, line.length_mm) for line in found.lines] == [("underline", None)]

    @pytest.mark.parametrize("draw", ["{0} {1} m {2} {1} l S", "{0} {1} {3} 0.7 re f", "{0} {1} {3} -1 re B"])
    def test_a_line_lower_than_the_letters_is_a_rule_under_them(self, draw: str) -> None:
        left, length = 220, 100
        content = words("Doc lap - Tu do - Hanh phuc", 190, 700) + draw.format(
            left, 694, left + length, length
        )
        (line,) = pdf.read_paper(pages(content + "\n" + words("Below it stands this.", 85, 650))).lines
        assert (line.number, line.kind, line.dashed) == (1, "drawn", False)
        assert line.length_mm == pytest.approx(length / 72 * 25.4, abs=0.1)

    def test_dashes_are_told(self) -> None:
        content = words("Doc lap - Tu do - Hanh phuc", 190, 700) + "[3 2] 0 d " + rule(220, 694, 100)
        assert [line.dashed for line in pdf.read_paper(pages(content)).lines] == [True]

    def test_underscores_are_a_line_of_letters(self) -> None:
        content = words("TRUONG TIEU HOC", 240, 700) + words("_________", 265, 690)
        found = pdf.read_paper(pages(content))
        assert [(line.number, line.kind) for line in found.lines] == [(1, "underscores")]

    def test_a_line_through_letters_is_none(self) -> None:
        assert not pdf.read_paper(pages(words("Struck out words", 200, 700) + rule(200, 704, 96))).lines


class TestPages:
    def test_numbers_at_the_foot_are_footers(self) -> None:
        body = words("Some text of the body of this page.", 85, 700) + words("More of it.", 85, 684)
        found = pdf.read_paper(pages(body + words("1", 300, 40), body + words("2", 300, 40)))
        (section,) = found.sections
        assert (section.headers, section.first_differs) == ({}, False)
        assert [(run.text, run.field) for run in section.footers["default"][0].runs] == [("1", "PAGE")]

    def test_numbers_that_begin_anew_begin_a_section(self) -> None:
        body = words("Some text of the body of this page.", 85, 700) + words("More of it.", 85, 684)
        numbered = body + words("2", 300, 800)
        found = pdf.read_paper(pages(body, numbered, body, numbered))
        assert [(section.page_start, section.first_differs) for section in found.sections] == [
            (1, True),
            (1, True),
        ]
        assert [paragraph.section for paragraph in found.paragraphs] == [0, 0, 0, 0, 1, 1, 1, 1]

    def test_lines_that_every_page_repeats_in_its_margin_are_headers(self) -> None:
        page = words("Phong Van hoa - Xa hoi", 85, 810, 10)
        bodies = [
            page + words(f"The text of page {n} is this.", 85, 700) + words("End.", 85, 684) for n in "abc"
        ]
        found = pdf.read_paper(pages(*bodies))
        assert [p.text for p in found.sections[0].headers["default"]] == ["Phong Van hoa - Xa hoi"]
        assert not any("Phong" in text for text in texts(found))

    def test_another_size_of_paper_begins_a_section(self) -> None:
        found = pdf.read_paper(pages(words("On letter paper, as it happens.", 85, 700), size=(612, 792)))
        assert (found.sections[0].width_mm, found.sections[0].height_mm) == (215.9, 279.4)


class TestTables:
    GRID = "".join(rule(85, base, 300) for base in (700, 680, 660, 640)) + "".join(
        f"{x} {low} m {x} 700 l S\n" for x, low in ((85, 640), (185, 640), (285, 640), (385, 640))
    )

    def test_cells_are_those_that_lines_enclose(self) -> None:
        grid = self.GRID.replace("185 640 m 185 700 l S", "185 640 m 185 680 l S").replace(
            rule(85, 660, 300), rule(85, 660, 200)
        )
        content = words("Both columns", 90, 686, 12) + words("right", 300, 686, 12)
        content += words("a", 90, 666, 12) + words("b", 200, 666, 12) + words("tall", 300, 655, 12)
        content += (
            words("c", 90, 646, 12) + words("d", 200, 646, 12) + words("Text under the table.", 85, 600)
        )
        found = pdf.read_paper(pages(grid + content))
        (table,) = found.tables
        assert (table.lined, found.lines) == (True, ())
        assert [[(cell.columns, cell.rows) for cell in row] for row in table.rows] == [
            [(2, 1), (1, 1)], [(1, 1), (1, 1), (1, 2)], [(1, 1), (1, 1), (1, 0)],
        ]  # fmt: skip
        assert texts(found) == ["Both columns", "right", "a", "b", "tall", "c", "d", "Text under the table."]
        assert [(p.cell.row, p.cell.column) for p in found.paragraphs if p.cell] == [
            (1, 1), (1, 3), (2, 1), (2, 2), (2, 3), (3, 1), (3, 2),
        ]  # fmt: skip

    def test_a_table_goes_on_over_pages_without_its_repeated_head(self) -> None:
        def part(first: str, second: str) -> str:
            cells = (("No", 690), (first, 670), (second, 650))
            return self.GRID + "".join(words(text, 90, base - 4, 12) for text, base in cells)

        found = pdf.read_paper(pages(part("one", "two"), part("three", "four")))
        (table,) = found.tables
        assert len(table.rows) == 5
        assert texts(found) == ["No", "one", "two", "three", "four"]
        assert found.paragraphs[-1].page == 2
