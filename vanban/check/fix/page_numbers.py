"""Page numbers in a header or footer: found as fields, taken away with what adorns them, and written anew."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.etree import _Element as Element

from vanban.check.fix.place import detach, first
from vanban.check.fix.restyle import arrange, dress
from vanban.ooxml.letters import RUN, TEXT
from vanban.ooxml.wml import PARAGRAPH, W
from vanban.thethuc import measures as m

_NUMBERS = ("PAGE", "NUMPAGES", "SECTIONPAGES")
_ADORNMENT = re.compile(r"(?:trang|page|của|of|[\s\d./|\-–—~*()\[\]<>])*\Z", re.IGNORECASE)
"""What stands around a page number and means nothing without it."""
_PLAIN = frozenset(
    f"{W}{name}" for name in ("rPr", "t", "tab", "ptab", "br", "cr", "noBreakHyphen", "lastRenderedPageBreak")
)
_UNSEEN = frozenset(
    f"{W}{name}"
    for name in (
        "pPr",
        "proofErr",
        "bookmarkStart",
        "bookmarkEnd",
        "sdtPr",
        "sdtEndPr",
        "sdtContent",
        "sdt",
        "p",
    )
)


def has_page_number(story: Element) -> bool:
    """Whether a header or footer shows the number of the page."""
    return any(name == _NUMBERS[0] for name, _parts in _fields(story))


def remove_page_numbers(story: Element) -> None:
    """Take page numbers away, with words like "Trang" that stand beside nothing else; the rest stays."""
    paragraphs = []
    for _name, parts in list(_fields(story)):
        paragraphs.append(next(parts[0].iterancestors(PARAGRAPH)))
        for part in parts:
            detach(part)
    for paragraph in dict.fromkeys(paragraphs):
        if _ADORNMENT.match("".join(text.text or "" for text in paragraph.iter(TEXT))):
            for run in list(paragraph.iter(RUN)):
                if all(child.tag in _PLAIN for child in run):
                    detach(run)
        _remove_if_empty(paragraph)


def write_page_number(story: Element, size_pt: float) -> None:
    """Put the number of the page in the middle of the first line (Phụ lục I, Phần I, I.7)."""
    if not any(_holds_something(block) for block in story):
        for block in list(story):
            story.remove(block)
    paragraph = story.makeelement(PARAGRAPH)
    story.insert(0, paragraph)
    sides: dict[str, str | float | bool] = {
        "left_mm": 0,
        "right_mm": 0,
        "first_mm": 0,
        "before_pt": 0,
        "after_pt": 0,
        "line": 1,
    }
    arrange(first(paragraph, "pPr"), {**sides, "align": "center"})
    number = paragraph.makeelement(f"{W}fldSimple", {f"{W}instr": " PAGE "})
    paragraph.append(number)
    run = number.makeelement(RUN)
    number.append(run)
    upright: dict[str, str | float | bool] = {
        "bold": False,
        "italic": False,
        "underline": False,
        "colour": "",
    }
    dress(first(run, "rPr"), {"font": m.FONT_FAMILY, "size_pt": size_pt, **upright})
    text = run.makeelement(TEXT)
    text.text = "2"
    run.append(text)


def _fields(story: Element) -> Iterator[tuple[str, list[Element]]]:
    """The fields that number pages: what each is called, and the elements that make it."""
    opened: list[tuple[list[str], list[Element]]] = []
    for element in list(story.iter(RUN, f"{W}fldSimple")):
        if element.tag == f"{W}fldSimple":
            if (name := _name(element.get(f"{W}instr", ""))) in _NUMBERS:
                yield name, [element]
            continue
        if element.find(f"{W}pgNum") is not None:
            yield _NUMBERS[0], [element]
        kinds = [mark.get(f"{W}fldCharType") for mark in element.iterchildren(f"{W}fldChar")]
        opened += [([], []) for kind in kinds if kind == "begin"]
        for words, parts in opened:
            parts.append(element)
            words += (text.text or "" for text in element.iterchildren(f"{W}instrText"))
        if "end" in kinds and opened:
            words, parts = opened.pop()
            if (name := _name("".join(words))) in _NUMBERS:
                yield name, parts


def _name(instruction: str) -> str:
    return next(iter(instruction.split()), "").upper()


def _remove_if_empty(paragraph: Element) -> None:
    """Take an empty paragraph away where another one stands beside it, and a content control left empty."""
    if _holds_something(paragraph):
        return
    holder = paragraph.getparent()
    if holder is not None and holder.tag == f"{W}sdtContent" and not any(map(_holds_something, holder)):
        control = holder.getparent()
        if control is not None and _beside(control):
            detach(control)
    elif _beside(paragraph):
        detach(paragraph)


def _beside(block: Element) -> bool:
    """Whether a paragraph stands before or after it, so that something is left where it stood."""
    return any(
        other is not None and other.tag == PARAGRAPH for other in (block.getnext(), block.getprevious())
    )


def _holds_something(block: Element) -> bool:
    return any(element.tag not in _UNSEEN for element in _visible(block))


def _visible(block: Element) -> Iterator[Element]:
    yield block
    for child in block:
        if child.tag not in (f"{W}pPr", f"{W}sdtPr"):
            yield from _visible(child)
