"""Findings as comments: on the words that they are about, in a paper that is otherwise the same."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from lxml.etree import _Element as Element

from tests.docx_audit import docx_faults
from tests.findings_by_hand import finding, full_paper, members_of, root_of, saying, words_of
from tests.word_files import p, word
from vanban.check.annotate import annotate
from vanban.ooxml import read_paper
from vanban.tools.soffice import convert_with_soffice

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def commented(data: bytes) -> dict[str, str]:
    """The words that each comment is tied to, by its id."""
    found: dict[str, str] = {}
    opened: set[str] = set()
    for element in root_of(data).iter():
        identity = element.get(f"{W}id", "")
        if element.tag == f"{W}commentRangeStart":
            opened.add(identity)
            found[identity] = ""
        elif element.tag == f"{W}commentRangeEnd":
            opened.remove(identity)
        elif element.tag == f"{W}commentReference":
            assert identity not in opened
        elif element.tag == f"{W}t":
            for one in opened:
                found[one] += element.text or ""
    assert not opened
    return found


def comments_of(data: bytes) -> dict[str, Element]:
    return {str(c.get(f"{W}id")): c for c in root_of(data, "word/comments.xml")}


def said(comment: Element) -> list[str]:
    return ["".join(paragraph.itertext(f"{W}t")) for paragraph in comment.iter(f"{W}p")]


def test_a_comment_says_what_is_wrong_what_to_do_and_which_clause_says_so() -> None:
    data = word(p("Căn cứ Luật Giáo dục"))
    annotated = annotate(data, [finding(read_paper(data).paragraphs[0], start=7, end=11, what="x & y")])
    (comment,) = comments_of(annotated).values()
    assert said(comment) == [
        "TT-2299 · lỗi · Đoạn 1", "Sai ở đây: x & y.", "Viết lại & in lại.", "Phụ lục I, II.6",
    ]  # fmt: skip
    assert (comment.get(f"{W}author"), comment.get(f"{W}initials")) == ("vanban", "vb")
    assert commented(annotated) == {"0": "Luật"}


def test_comments_may_overlap_and_come_in_any_order() -> None:
    data = word(p("một hai ba bốn"))
    at = read_paper(data).paragraphs[0]
    spans = [(8, 10), (0, 7), (4, 14), (4, 7), (0, None), (14, 14)]
    annotated = annotate(data, [finding(at, start=start, end=end) for start, end in spans])
    assert list(commented(annotated)) == sorted(commented(annotated), key=lambda one: spans[int(one)][0] % 14)
    assert [commented(annotated)[str(number)] for number in range(len(spans))] == [
        "ba", "một hai", "hai ba bốn", "hai", "một hai ba bốn", "một hai ba bốn",
    ]  # fmt: skip
    assert words_of(annotated) == ["một hai ba bốn"]


def test_looks_of_the_letters_stay() -> None:
    data = full_paper()
    paper = read_paper(data)
    annotated = annotate(data, [finding(one, start=2, end=5) for one in paper.by_number.values()])
    assert [one.runs for one in read_paper(annotated).by_number.values()] == [
        one.runs for one in paper.by_number.values()
    ]


@pytest.mark.parametrize("end", [3, None])
@pytest.mark.parametrize("text", ["một hai", ""])
def test_the_sign_of_a_comment_makes_its_line_no_higher(text: str, end: int | None) -> None:
    small = '<w:sz w:val="8"/>'
    data = word(p(text, f"<w:rPr>{small}</w:rPr>", f"<w:b/>{small}"))
    annotated = root_of(annotate(data, [finding(read_paper(data).paragraphs[0], end=end)]))
    sign = next(annotated.iter(f"{W}commentReference")).getparent()
    assert sign is not None
    assert [(child.tag, child.get(f"{W}val")) for child in sign[0]] == [(f"{W}sz", "8")]


def test_comments_that_were_there_stay_and_ids_go_on() -> None:
    data = full_paper()
    annotated = annotate(data, [finding(saying(read_paper(data), "Có nhận xét"))] * 2)
    assert list(comments_of(annotated)) == ["7", "8", "9"]
    assert commented(annotated)["7"] == "Có nhận xét ,"
    assert commented(annotated)["9"] == "Có nhận xét , dấu nối  về"


def test_a_finding_on_the_whole_paper_is_noted_at_its_first_paragraph() -> None:
    annotated = annotate(word(p("một") + p("hai")), [finding(None)])
    assert commented(annotated) == {"0": "một"}


@pytest.mark.parametrize("empty", ["<w:p/>", "<w:p><w:pPr/></w:p>"])
def test_an_empty_paragraph_can_be_commented(empty: str) -> None:
    data = word(empty)
    assert commented(annotate(data, [finding(read_paper(data).paragraphs[0])])) == {"0": ""}


def test_where_word_takes_no_comment_the_nearest_paragraph_of_the_body_has_it() -> None:
    data = full_paper()
    paper = read_paper(data)
    number = next(iter(paper.sections[0].headers["default"]))
    places = {
        saying(paper, " Lời chú thứ nhất"): "Có lời chú và chữ đậm.",
        saying(paper, " Lời chú của phụ lục"): "Chủ đề tháng Một",
        saying(paper, "Chữ trong  khung"): "Khung: Chữ trong  khung.Chữ trong  khung.",
        number: "DỰ THẢO",
    }
    annotated = annotate(data, [finding(at) for at in places])
    assert [commented(annotated)[str(8 + index)] for index in range(len(places))] == list(places.values())
    before, after = members_of(data), members_of(annotated)
    assert {name for name in before if before[name] != after[name]} == {
        "word/document.xml",
        "word/comments.xml",
    }


def test_words_inserted_linked_or_in_a_field_can_be_commented() -> None:
    data = full_paper()
    paper = read_paper(data)
    words = {"Đã sửa": "thêm", "Có nhận": "nối  về", "Xem trang": "1"}
    found = []
    for beginning, wanted in words.items():
        at = saying(paper, beginning)
        found.append(finding(at, start=at.text.index(wanted), end=at.text.index(wanted) + len(wanted)))
    annotated = annotate(data, found)
    assert [commented(annotated)[str(8 + index)] for index in range(3)] == list(words.values())
    assert docx_faults(annotated) == []


def test_the_same_findings_give_the_same_bytes_and_none_the_same_file() -> None:
    data = full_paper()
    found = [finding(one) for one in read_paper(data).paragraphs]
    assert annotate(data, found) == annotate(data, found)
    assert annotate(data, []) == data


def test_word_finds_nothing_wrong_with_a_paper_full_of_comments() -> None:
    data = full_paper()
    everything = [finding(one, start=1, end=4) for one in read_paper(data).by_number.values()]
    assert docx_faults(annotate(data, everything)) == []


def test_libreoffice_keeps_the_comments_on_their_words(tmp_path: Path) -> None:
    data = full_paper()
    at = saying(read_paper(data), "Căn cứ Luật")
    annotated = annotate(data, [finding(at, start=7, end=11), finding(None)])
    (pdf,) = convert_with_soffice([annotated])
    assert pdf.startswith(b"%PDF")
    source = tmp_path / "in" / "paper.docx"
    source.parent.mkdir()
    source.write_bytes(annotated)
    command = [
        "soffice",
        f"-env:UserInstallation={(tmp_path / 'user').as_uri()}",
        "--headless",
        "--convert-to",
        "docx",
    ]
    subprocess.run(
        [*command, "--outdir", str(tmp_path), str(source)], check=True, capture_output=True, timeout=120
    )
    again = (tmp_path / "paper.docx").read_bytes()
    assert "TT-2299 · lỗi · Đoạn 1" in {said(comment)[0] for comment in comments_of(again).values()}
    assert sorted(commented(again).values()) == ["Có nhận xét ,", "DỰ THẢO", "Luật"]
