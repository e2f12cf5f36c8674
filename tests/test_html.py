"""The HTML page: every word in its place, nothing but text from the data, nothing needed from elsewhere."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from lxml import html

from tests.papers import HOSTILE, paper
from vanban.errors import InputError
from vanban.render import render
from vanban.render.compose import compose
from vanban.render.html import render_html
from vanban.render.sheet import BREAK, Frame, Item, P, Rule, SheetRun
from vanban.thethuc import Look


@pytest.fixture(scope="module")
def page() -> html.HtmlElement:
    return html.document_fromstring(render(paper(), "html").decode())


def words_of(runs: list[SheetRun]) -> str:
    return "".join(" " if look & BREAK else str(text) for text, look in runs)


def words_of_item(item: Item | P | Rule | Frame) -> str:
    match item["t"]:
        case "p":
            return words_of(item["r"])
        case "frame":
            return item["text"]
        case "table":
            return " ".join(words_of(cell["r"]) for row in item["rows"] for cell in row)
        case "pair":
            return " ".join(words_of_item(part) for row in item["rows"] for side in row for part in side)
        case _:
            return ""


def text_of(element: html.HtmlElement) -> str:
    """The text as a reader sees it, blocks and line breaks parting words."""
    copy = html.fromstring(html.tostring(element, encoding="unicode"))
    for part in copy.iter(
        "p", "h1", "h2", "h3", "h4", "h5", "h6", "td", "th", "caption", "figcaption", "br", "li"
    ):
        part.tail = f" {part.tail or ''}"
    return " ".join(copy.text_content().split())


def test_every_word_of_the_sheet_stands_in_its_order(page: html.HtmlElement) -> None:
    sheet = compose(paper(), Look())
    articles = page.findall(".//article")
    assert len(articles) == len(sheet["sections"]) == 4
    for article, section in zip(articles, sheet["sections"], strict=True):
        expected = " ".join(words_of_item(item) for item in section["items"]).split()
        assert text_of(article).split()[: len(expected)] == expected


def test_what_the_data_holds_stays_text(page: html.HtmlElement) -> None:
    assert sum(HOSTILE in paragraph.text_content() for paragraph in page.iter("p")) == 1
    assert sum(HOSTILE in cell.text_content() for cell in page.iter("td")) == 33
    assert not list(page.iter("b", "script"))


def test_attributes_and_metadata_are_escaped() -> None:
    page = html.document_fromstring(render(paper(trich_yeu=HOSTILE, co_quan=HOSTILE), "html").decode())
    assert page.findtext(".//title") == f"Kế hoạch {HOSTILE}"
    meta = {element.get("name"): element.get("content") for element in page.iter("meta")}
    assert meta["description"] == HOSTILE
    assert meta["dcterms.created"] == "2026-03-16"


def test_the_page_needs_nothing_from_elsewhere(page: html.HtmlElement) -> None:
    links = [link for element in page.iter() for name, link in element.items() if name in ("src", "href")]
    assert links
    assert all(link.startswith(("data:", "#")) for link in links)
    assert not list(page.iter("link"))
    style = page.findtext(".//style") or ""
    assert not re.search(r"url\(|@import", style)


def test_the_structure_is_told_to_who_cannot_see_it(page: html.HtmlElement) -> None:
    assert page.get("lang") == "vi"
    levels = [int(str(element.tag)[1]) for element in page.iter("h1", "h2", "h3", "h4", "h5", "h6")]
    assert levels[:3] == [1, 2, 3]
    assert levels.count(1) == 4
    table = page.find(".//table")
    assert table is not None
    assert table.findtext("caption") == "Phân công nhiệm vụ"
    heads = [(cell.get("scope"), cell.get("colspan"), cell.get("rowspan")) for cell in table.iter("th")]
    assert heads == [("col", None, "2"), ("colgroup", "2", None), ("col", None, None), ("col", None, None)]
    assert page.xpath("//figure/img/@alt") == ["Sơ đồ <màu đỏ>"]
    assert page.xpath("string(//figure/figcaption)") == "Sơ đồ phối hợp"


def test_a_note_and_its_mark_lead_to_one_another(page: html.HtmlElement) -> None:
    marks = page.xpath("//a[@role='doc-noteref']")
    assert [mark.text for mark in marks] == ["1", "2"]
    for mark, words in zip(marks, ("Lời chú thứ nhất & nghiêng.", "Lời chú của phụ lục."), strict=True):
        (article,) = mark.iterancestors("article")
        (note,) = article.xpath(".//li[@id=$id]", id=mark.get("href")[1:])
        assert note.text_content().startswith(words)
        assert note.xpath("a/@href") == [f"#{mark.get('id')}"]


def test_the_css_follows_the_choices_of_the_office() -> None:
    look = replace(Look(), le_trai=35, bo_co_chu="13", lui_dau_dong=10, cach_doan=8, cach_dong=1.5)
    chosen = render_html(compose(paper(), look), look)
    rule = re.search(r"\.doan \{(.*?)\}", chosen, re.DOTALL)
    assert rule
    declared = dict(re.findall(r"([a-z-]+): (.*?);", rule[1]))
    assert declared["font-size"] == "13pt"
    assert declared["text-indent"] == "10mm"
    assert declared["margin"] == "8pt 0 0pt"
    assert float(declared["line-height"]) == pytest.approx(1.149 * 1.5)
    assert "margin: 20mm 15mm 20mm 35mm" in chosen


def test_a_turned_annex_is_a_wide_sheet(page: html.HtmlElement) -> None:
    assert [article.get("class") for article in page.iter("article")] == ["to", "to ngang", "to", "to"]


def test_a_rule_has_the_length_of_the_sheet(page: html.HtmlElement) -> None:
    head = compose(paper(), Look())["sections"][0]["items"][1]
    assert head["t"] == "pair"
    lengths = [part["w"] for row in head["rows"] for side in row for part in side if part["t"] == "rule"]
    assert page.xpath("//header//hr/@style") == [f"width:{length:.6g}pt" for length in lengths]


def test_a_mark_of_urgency_is_red_and_of_its_size() -> None:
    look = replace(Look(), to_do_khan=True)
    page = html.document_fromstring(render_html(compose(paper(), look), look))
    (mark,) = page.xpath("//span[contains(@class, 'do') and contains(@class, 'khung')][text()='KHẨN']")
    assert mark.get("class") == "khung do"
    assert mark.get("style") == "width:20mm;line-height:8mm"


def test_a_character_that_the_font_lacks_is_refused_with_its_place() -> None:
    with pytest.raises(InputError) as caught:
        render(paper(trich_yeu="Chúc mừng 😀 năm mới", luu="VT, 中"), "html")
    assert {fault.kind for fault in caught.value.faults} == {"VB063"}
    told = str(caught.value)
    assert "trich_yeu «Chúc mừng 😀 năm mới»" in told
    assert "U+1F600" in told
    assert "noi_nhan «- Lưu: VT, 中.»" in told
