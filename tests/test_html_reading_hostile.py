"""HTML that nobody writes in good faith: a fault or a paper, in good time, and no word lost."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vanban.errors import InputError
from vanban.html import read_paper

_TAGS = ("div", "p", "span", "b", "table", "tr", "td", "li", "ul", "ol", "h1", "a", "center", "font")


def fault_of(data: bytes) -> str:
    with pytest.raises(InputError) as failure:
        read_paper(data)
    (fault,) = failure.value.faults
    assert fault.message
    assert fault.remedy
    return fault.kind


pages_of_words = st.recursive(
    st.integers(0, 999).map(lambda number: f" từ{number} "),
    lambda inner: st.builds(
        lambda tag, parts: f"<{tag}>{''.join(parts)}</{tag}>",
        st.sampled_from(_TAGS),
        st.lists(inner, max_size=4),
    ),
    max_leaves=20,
)


@given(pages_of_words)
def test_no_word_is_lost_however_elements_stand_in_one_another(page: str) -> None:
    found = read_paper(f"<p>đầu</p>{page}<p>cuối</p>".encode())
    read = sorted(" ".join(one.text for one in found.paragraphs).split())
    assert read == sorted(
        ["đầu", "cuối", *(word for word in page.replace("<", " <").split() if "từ" in word)]
    )
    assert [one.number for one in found.paragraphs] == list(range(1, len(found.paragraphs) + 1))


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"", "VB223"),
        (b"   \n", "VB223"),
        (b"<html><body><p>&nbsp;</p></body></html>", "VB223"),
        (b"PK\x03\x04rest", "VB223"),
        (b"%PDF-1.7", "VB223"),
        (b"MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\n<html>", "VB223"),
        (b"<html><frameset cols=1><frame src=a.htm></frameset></html>", "VB225"),
        (b"<div>" * 100_000 + b"x", "VB224"),
        (b"<b>" * 2_000_000, "VB224"),
        (b"<style>" + b"a{}" * 1_000_000 + b"</style>x", "VB224"),
        (b"<style>" + b".a{}" * 20_000 + b"</style>" + b"<p class=a>x" * 20_000, "VB224"),
        (b"<style>" + b"b p{}" * 20_000 + b"</style>" + b"<p>x" * 20_000, "VB224"),
    ],
    ids=[
        "empty",
        "blank",
        "no words",
        "docx",
        "pdf",
        "mht",
        "frames",
        "deep",
        "long",
        "css",
        "rules",
        "inner",
    ],
)
def test_what_is_no_page_is_a_fault_and_no_crash(data: bytes, kind: str) -> None:
    begin = time.monotonic()
    assert fault_of(data) == kind
    assert time.monotonic() - begin < 30


def test_the_deepest_page_that_is_read_is_read() -> None:
    for tags in (
        ("<div>", "</div>"),
        ("<table><tr><td>", "</td></tr></table>"),
        ("<b><span>", "</span></b>"),
    ):
        count = 190 // tags[0].count("<")
        page = tags[0] * count + "đáy" + tags[1] * count
        assert "đáy" in [one.text for one in read_paper(page.encode()).paragraphs]


@pytest.mark.parametrize(
    "page",
    [
        "<p style='" + "(" * 1_000_000 + "'>x",
        "<p style='" + "font-family:a;" * 300_000 + "'>x",
        "<p title='" + "a" * 20_000_000 + "'>x",
        "<p style='font:" + "a " * 500_000 + "'>x",
        "<table><tr>" + "<td colspan=99999 rowspan=99999>x" * 3_000 + "<tr><td>y" * 3_000,
        "<table>" + "<tr>" + "<td rowspan=2>x" * 30_000,
        "<p>" + "<span style='font-size:7pt'>&nbsp;</span>" * 50_000 + "x",
        "<p>x" + "<a href='#a' name=a>[1]</a>" * 50_000,
        "<p>x" + "<a href='#_ftn1' name=_ftnref1>[1]</a>" * 20_000
        + "<div id=ftn1><a href='#_ftnref1' name=_ftn1>[1]</a>note</div>",
        "<p>x" + "<br>" * 200_000 + "y",
        "<ol start=99999999999999999999><li value=-5>x<li value=99999>y</ol>",
        "<p style='margin-left:1e9in;font-size:99999pt;line-height:nan;text-indent:-0px'>x",
        "<p style='line-height:infinity;width:calc(1px)'>x<img width=a src='data:image/png;base64,AAAA'>",
        "x\x00y&#0;&#xD800;&#x110000;" + "<p>&" * 1_000,
        "<style>@page {size: 0 0; margin: 999cm} @page a {" + "}" * 9 + "</style><div style='page:a'>x</div>",
    ],
    ids=["brackets", "styles", "attribute", "font", "spans", "cells", "gaps", "links", "calls", "breaks",
         "list", "lengths", "values", "letters", "pages"],
)  # fmt: skip
def test_odd_pages_are_read_in_good_time(page: str) -> None:
    begin = time.monotonic()
    found = read_paper(page.encode("utf-8", "surrogatepass"))
    assert any("x" in one.text for one in found.paragraphs)
    assert time.monotonic() - begin < 20
    assert all(section.text_width_mm > 0 for section in found.sections)
    assert all(0 < (one.look.line or one.look.line_pt or 0) < 1_000 for one in found.paragraphs)


def test_nothing_beside_the_page_is_opened(tmp_path: Path) -> None:
    secret = tmp_path / "bi-mat.txt"
    secret.write_text("bí mật", encoding="utf-8")
    page = (
        f'<!DOCTYPE html [<!ENTITY a SYSTEM "{secret.as_uri()}">]>'
        f'<link rel=stylesheet href="{secret.as_uri()}">'
        f'<style>@import url("{secret.as_uri()}");</style><p>&a;x</p>'
        f'<iframe src="{secret.as_uri()}"></iframe><img src="{secret.as_uri()}">'
    )
    found = read_paper(page.encode("utf-8"))
    assert all("mật" not in one.text for one in found.paragraphs)
    assert len(found.lost_pictures) == 1
