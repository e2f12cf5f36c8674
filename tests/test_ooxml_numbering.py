"""The labels that Word prints before paragraphs of lists."""

from __future__ import annotations

import pytest

from tests.word_files import p, paper, style
from vanban.ooxml.numbering import write_number


def level(at: int, text: str, way: str = "decimal", more: str = "", start: int = 1) -> str:
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/><w:numFmt w:val="{way}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def abstract(*levels: str, number: int = 0, more: str = "") -> str:
    return f'<w:abstractNum w:abstractNumId="{number}">{more}{"".join(levels)}</w:abstractNum>'


def instance(number: int, base: int = 0, changes: str = "") -> str:
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{base}"/>{changes}</w:num>'


def item(at: int = 0, number: int = 1) -> str:
    return p("Mục", f'<w:numPr><w:ilvl w:val="{at}"/><w:numId w:val="{number}"/></w:numPr>')


def labels(numbering: str, *items: str) -> list[str]:
    return [q.label for q in paper("".join(items), numbering=numbering).paragraphs]


THREE = abstract(
    level(0, "%1.", "upperRoman"), level(1, "%1.%2.", more="<w:isLgl/>"), level(2, "%3)", "lowerLetter")
)


def test_levels_count_within_those_above() -> None:
    numbering = THREE + instance(1)
    assert labels(numbering, item(), item(1), item(1), item(2), item(2), item(), item(1), item(2)) == [
        "I.", "1.1.", "1.2.", "a)", "b)", "II.", "2.1.", "a)",
    ]  # fmt: skip


def test_text_between_does_not_stop_a_list() -> None:
    assert labels(THREE + instance(1), item(), p("Lời văn"), item()) == ["I.", "", "II."]


def test_two_lists_of_one_kind_go_on_unless_one_says_where_it_starts() -> None:
    again = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    numbering = THREE + instance(1) + instance(2) + instance(3, changes=again)
    assert labels(numbering, item(), item(number=2), item(number=3), item(number=3), item()) == [
        "I.", "II.", "I.", "II.", "III.",
    ]  # fmt: skip


def test_a_list_may_change_a_level() -> None:
    changed = f'<w:lvlOverride w:ilvl="0">{level(0, "Điều %1.", start=5)}</w:lvlOverride>'
    assert labels(THREE + instance(1, changes=changed), item(), item()) == ["Điều 5.", "Điều 6."]


def test_a_level_may_never_begin_anew() -> None:
    numbering = abstract(level(0, "%1."), level(1, "%2)", more='<w:lvlRestart w:val="0"/>')) + instance(1)
    assert labels(numbering, item(), item(1), item(), item(1)) == ["1.", "1)", "2.", "2)"]


def test_a_level_whose_upper_one_never_came_counts_from_its_start() -> None:
    assert labels(abstract(level(0, "%1."), level(1, "%1.%2")) + instance(1), item(1), item(1)) == [
        "1.1",
        "1.2",
    ]


def test_bullets_are_letters_that_can_be_read() -> None:
    symbol = '<w:rPr><w:rFonts w:ascii="Symbol"/></w:rPr></w:lvl>'
    numbering = "".join(
        abstract(level(0, text, "bullet").replace("</w:lvl>", fonts), number=number)
        + instance(number + 1, number)
        for number, (text, fonts) in enumerate(
            [("-", "</w:lvl>"), ("\uf0b7", symbol), ("\uf0d8", symbol.replace("Symbol", "Wingdings"))]
        )
    )
    assert labels(numbering, *(item(number=number) for number in (1, 2, 3))) == ["-", "•", "➢"]


def test_a_list_may_follow_a_style_and_a_style_a_list() -> None:
    in_list = '<w:pPr><w:numPr><w:numId w:val="{}"/></w:numPr></w:pPr>'
    styles = style("DanhSach", in_list.format(2), "numbering") + style("Diem", in_list.format(1))
    link = '<w:numStyleLink w:val="DanhSach"/>'
    tied = level(1, "%2)", "lowerLetter", '<w:pStyle w:val="Diem"/>')
    numbering = abstract(more=link) + abstract(level(0, "%1."), tied, number=1) + instance(1) + instance(2, 1)
    found = paper(
        item() + p("Điểm", '<w:pStyle w:val="Diem"/>'), numbering=numbering, styles=styles
    ).paragraphs
    assert [q.label for q in found] == ["1.", "a)"]


def test_a_list_that_is_not_there_labels_nothing() -> None:
    assert labels(THREE + instance(1), item(number=7), item(8)) == ["", ""]


@pytest.mark.parametrize(
    ("count", "way", "text"),
    [
        (4, "lowerRoman", "iv"),
        (1994, "upperRoman", "MCMXCIV"),
        (26, "lowerLetter", "z"),
        (28, "upperLetter", "BB"),
        (7, "decimalZero", "07"),
        (7, "none", ""),
        (7, "vietnameseCounting", "7"),
        (0, "lowerLetter", "0"),
    ],
)
def test_numbers_are_written_in_words_ways(count: int, way: str, text: str) -> None:
    assert write_number(count, way) == text
