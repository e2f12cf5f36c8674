"""``Restyle``: letters and paragraphs get values as direct formatting; no style is touched."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from lxml.etree import _Element as Element

from vanban.check.fix.place import LETTERS, PARAGRAPH, first, put, switch, unset
from vanban.check.model import Restyle
from vanban.ooxml.letters import Letters
from vanban.ooxml.wml import MM_IN_TWIP, VAL, W

Value = str | float | bool

_TWIPS_IN_POINT, _TWIPS_IN_LINE = 20, 240
_ALIGNS = {"left": "left", "center": "center", "right": "right", "justify": "both"}
_FONTS = ("ascii", "hAnsi", "eastAsia", "cs")


def restyle(paragraph: Element, letters: Letters, repair: Restyle) -> None:
    """Give the letters of a span and their paragraph these values.

    Where the span is the whole paragraph, its end mark gets them too: numbers of lists look like it.
    """
    of_letters = {name: value for name, value in repair.values.items() if name in _OF_LETTERS}
    of_paragraph = {name: value for name, value in repair.values.items() if name not in _OF_LETTERS}
    if of_letters:
        start, end = repair.start or 0, letters.length if repair.end is None else repair.end
        whole = start == 0 and end >= letters.length
        for run in letters.runs(start, end):
            dress(first(run, "rPr"), of_letters)
        if whole:
            for run in _field_codes(paragraph):
                dress(first(run, "rPr"), of_letters)
            dress(put(first(paragraph, "pPr"), "rPr", PARAGRAPH), of_letters)
    if of_paragraph:
        arrange(first(paragraph, "pPr"), of_paragraph)


def _field_codes(paragraph: Element) -> Iterator[Element]:
    """The runs that make fields: Word sets a field's result like its code when it writes it anew."""
    for run in paragraph.iter(f"{W}r"):
        marks = (f"{W}fldChar", f"{W}instrText")
        if next(run.iterchildren(*marks), None) is not None and next(run.iterancestors(f"{W}p")) is paragraph:
            yield run


def dress(properties: Element, values: Mapping[str, Value]) -> None:
    """Give a ``w:rPr`` values of :class:`vanban.paper.TextLook`."""
    for name, value in values.items():
        _OF_LETTERS[name](properties, value)


def arrange(properties: Element, values: Mapping[str, Value]) -> None:
    """Give a ``w:pPr`` values of :class:`vanban.paper.ParagraphLook`."""
    for name, value in values.items():
        _OF_PARAGRAPHS[name](properties, value)


def _font(properties: Element, value: Value) -> None:
    fonts = put(properties, "rFonts", LETTERS)
    unset(fonts, *(f"{slot}Theme" for slot in ("ascii", "hAnsi", "eastAsia")), "cstheme")
    for slot in _FONTS:
        fonts.set(f"{W}{slot}", str(value))


def _size(properties: Element, value: Value) -> None:
    for name in ("sz", "szCs"):
        put(properties, name, LETTERS).set(VAL, str(round(float(value) * 2)))


def _letters_switch(*names: str) -> Callable[[Element, Value], None]:
    def turn(properties: Element, value: Value) -> None:
        for name in names:
            switch(properties, name, LETTERS, on=bool(value))

    return turn


def _caps(properties: Element, value: Value) -> None:
    switch(properties, "caps", LETTERS, on=bool(value))
    switch(properties, "smallCaps", LETTERS, on=False)


def _word(name: str, on: str, off: str) -> Callable[[Element, Value], None]:
    def turn(properties: Element, value: Value) -> None:
        child = put(properties, name, LETTERS)
        child.attrib.clear()
        child.set(VAL, on if value else off)

    return turn


def _colour(properties: Element, value: Value) -> None:
    child = put(properties, "color", LETTERS)
    child.attrib.clear()
    child.set(VAL, str(value) or "auto")


def _align(properties: Element, value: Value) -> None:
    put(properties, "jc", PARAGRAPH).set(VAL, _ALIGNS[str(value)])


def _indent(name: str, other: str) -> Callable[[Element, Value], None]:
    def move(properties: Element, value: Value) -> None:
        indents = put(properties, "ind", PARAGRAPH)
        unset(indents, f"{name}Chars", other, f"{other}Chars")
        indents.set(f"{W}{name}", _twips(value))

    return move


def _first_line(properties: Element, value: Value) -> None:
    indents = put(properties, "ind", PARAGRAPH)
    name, other = ("hanging", "firstLine") if float(value) < 0 else ("firstLine", "hanging")
    unset(indents, f"{name}Chars", other, f"{other}Chars")
    indents.set(f"{W}{name}", _twips(abs(float(value))))


def _space(name: str) -> Callable[[Element, Value], None]:
    def leave(properties: Element, value: Value) -> None:
        spacing = put(properties, "spacing", PARAGRAPH)
        unset(spacing, f"{name}Lines")
        spacing.set(f"{W}{name}", str(round(float(value) * _TWIPS_IN_POINT)))
        spacing.set(f"{W}{name}Autospacing", "0")

    return leave


def _line(properties: Element, value: Value) -> None:
    spacing = put(properties, "spacing", PARAGRAPH)
    spacing.set(f"{W}line", str(round(float(value) * _TWIPS_IN_LINE)))
    spacing.set(f"{W}lineRule", "auto")


def _paragraph_switch(name: str) -> Callable[[Element, Value], None]:
    def turn(properties: Element, value: Value) -> None:
        switch(properties, name, PARAGRAPH, on=bool(value))

    return turn


def _twips(millimetres: Value) -> str:
    return str(round(float(millimetres) / MM_IN_TWIP))


_OF_LETTERS: Mapping[str, Callable[[Element, Value], None]] = {
    "font": _font,
    "size_pt": _size,
    "bold": _letters_switch("b", "bCs"),
    "italic": _letters_switch("i", "iCs"),
    "underline": _word("u", "single", "none"),
    "caps": _caps,
    "colour": _colour,
    "raised": _word("vertAlign", "superscript", "baseline"),
}
_OF_PARAGRAPHS: Mapping[str, Callable[[Element, Value], None]] = {
    "align": _align,
    "left_mm": _indent("left", "start"),
    "right_mm": _indent("right", "end"),
    "first_mm": _first_line,
    "before_pt": _space("before"),
    "after_pt": _space("after"),
    "line": _line,
    "keep_next": _paragraph_switch("keepNext"),
    "page_break_before": _paragraph_switch("pageBreakBefore"),
    "contextual": _paragraph_switch("contextualSpacing"),
}
"""How each value of a look is said in Word's XML."""
