"""What is drawn and not written: the rules under the head's parts, framed marks, pictures."""

from __future__ import annotations

from vanban import fonts
from vanban.render.docx.rows import Extra, Picture, Row, paragraph
from vanban.render.docx.styles import RULE, border, points_in_twips, style_id
from vanban.render.lines import POINTS_IN_MM
from vanban.render.sheet import FigureItem, Frame, Rule
from vanban.thethuc import TextStyle
from vanban.thethuc import measures as m

EMU_IN_MM = 36_000
_CAPITALS = 0.66
"""Height of the capitals of Times New Roman, as a multiple of the size."""


def rule(item: Rule, column: int) -> Row:
    """An empty paragraph whose border is as long as the rule, in the middle of the column."""
    side = (column - points_in_twips(item["w"])) // 2
    return paragraph(RULE, extra={"ind": {"left": side, "right": side}})


def frame(item: Frame, style: TextStyle, column: int, extra: Extra) -> Row:
    """A paragraph in a box; ``extra`` holds the room around it.

    Borders keep whole points from the text. So the one below does, as nearly as puts the capitals in the
    middle, and the line takes the rest of the height, which lies above its letters.
    """
    wide, high = _size(item, style)
    foot = round((high - _CAPITALS * style.size_pt) / 2 - m.DESCENT * style.size_pt)
    line = points_in_twips(high - foot - m.RULE_THICKNESS_PT)
    room = column - points_in_twips(wide - m.RULE_THICKNESS_PT)
    left = {"left": 0, "center": room // 2, "right": room}[item["align"]]
    colour = m.STAMP_COLOUR.lstrip("#") if item["red"] else "auto"
    sides = {"top": 0, "left": 0, "bottom": foot, "right": 0}
    extra["border"] = "".join(
        border(side, m.RULE_THICKNESS_PT, colour, space) for side, space in sides.items()
    )
    extra["spacing"] |= {"line": line, "lineRule": "atLeast"}
    extra["ind"] = {"left": left, "right": room - left}
    extra["jc"] = "center"
    extra["letters"] = f'<w:color w:val="{colour}"/>'
    return paragraph(style_id(style.id), [(item["text"], 0)], extra)


def _size(item: Frame, style: TextStyle) -> tuple[float, float]:
    """Width and height of a frame in pt, by its text where the item does not say."""
    if item["w"]:
        return item["w"] * POINTS_IN_MM, item["h"] * POINTS_IN_MM
    beside, above = (length * POINTS_IN_MM for length in m.STAMP_PADDING_MM)
    text = fonts.text_width_pt(item["text"], style.size_pt, bold=style.bold, italic=style.italic)
    return text + 2 * beside, _CAPITALS * style.size_pt + 2 * above


def picture(item: FigureItem) -> Row:
    """A paragraph with a picture in it."""
    number = item["image"] + 1
    wide, high = (round(length * EMU_IN_MM) for length in (item["w"], item["h"]))
    inside = Picture(number, image_relation(number), item["alt"], wide, high)
    return paragraph(style_id("hinh"), extra={"picture": inside})


def image_relation(number: int) -> str:
    """The id of the relationship to the picture of this number, from 1."""
    return f"hinh{number}"
