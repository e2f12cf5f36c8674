"""The items of a sheet → rows, and the room between them.

Only paragraphs carry room above and below, and programs differ about whether two rooms that meet add up:
so of two that meet the larger stays and the other becomes nought.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from vanban.render.docx.marks import frame, picture, rule
from vanban.render.docx.rows import END_CELL, END_ROW, END_TABLE, Extra, Row, paragraph
from vanban.render.docx.styles import AFTER_TABLE, JUSTIFY, points_in_twips, style_id
from vanban.render.docx.tables import table
from vanban.render.lines import twips
from vanban.render.sheet import FigureItem, Frame, Item, P, Pair, Rule, TableItem
from vanban.thethuc import Look
from vanban.thethuc import measures as m


class Gap(NamedTuple):
    """The room that an item asks above and below itself, in twips; ``mute`` if it cannot say so in Word."""

    above: int
    below: int
    mute: bool = False


_RULE = Gap(0, 0)
"""Its air is part of its height."""
_FRAME = Gap(points_in_twips(m.SPACE_ABOVE_STAMP_PT), points_in_twips(m.SPACE_BELOW_STAMP_PT))
_TABLE = Gap(points_in_twips(m.SPACE_AROUND_TABLE_PT), points_in_twips(m.SPACE_AROUND_TABLE_PT), mute=True)
_PAIRS = {
    "dau": Gap(0, 0, mute=True),
    "ky": Gap(points_in_twips(m.SPACE_BEFORE_SIGNATURES_PT), 0, mute=True),
}
_OWN = frozenset(("keep", "before", "left", "hang", "align"))
"""What a paragraph may have besides its style."""


class Flow:
    """Turns items into rows; ``look`` gives every measure that they do not bring themselves."""

    def __init__(self, look: Look) -> None:
        self._styles = look.styles
        self._ids = {style: style_id(style) for style in look.styles}
        self._gaps = {
            style.id: Gap(points_in_twips(style.space_before_pt), points_in_twips(style.space_after_pt))
            for style in look.styles.values()
        }

    def rows(self, items: Sequence[Item], column: int) -> list[Row]:
        """The rows of a section or of one side of a pair.

        Args:
            items: what to draw.
            column: width of the column, in twips.

        Returns:
            At least one row; the last one is a paragraph, without which Word does not end a column.
        """
        rows: list[Row] = []
        above = Gap(0, 0)
        for item in items:
            if item["t"] == "p":
                style, extra = item["s"], _own(item)
                drawn: list[Row] = [("p", self._ids[style], item["r"], extra)]
                gap = self._gaps[style]
                if "before" in item:
                    gap = gap._replace(above=points_in_twips(item["before"]))
            else:
                drawn, gap = self._draw(item, column, first=not rows)
            if rows and (above.below or above.mute or gap.mute):
                rows += _meet(rows[-1], above, drawn[0], gap)
            rows += drawn
            above = gap
        if above.mute or not rows:
            rows.append(paragraph(AFTER_TABLE))
        return rows

    def _draw(
        self, item: Rule | Frame | TableItem | FigureItem | Pair, column: int, *, first: bool
    ) -> tuple[list[Row], Gap]:
        match item["t"]:
            case "rule":
                return [rule(item, column)], _RULE
            case "frame":
                gap = _FRAME._replace(above=0) if first else _FRAME
                extra: Extra = {"spacing": {"before": gap.above, "after": gap.below}}
                return [frame(item, self._styles[item["s"]], column, extra)], gap
            case "table":
                return table(item, self._styles), _TABLE
            case "figure":
                return [picture(item)], self._gaps["hinh"]
            case "pair":
                return self._pair(item), _PAIRS[item["id"]]

    def _pair(self, item: Pair) -> list[Row]:
        """All rows but the last are held to the one below, so that the pair stays on one page."""
        columns = [twips(width) for width in item["w"]]
        rows: list[Row] = [("tbl", "", (columns, False), {})]
        for sides in item["rows"]:
            rows.append(("tr", "", False, {}))
            for width, side in zip(columns, sides, strict=True):
                held = self.rows(side, width)
                if sides is not item["rows"][-1]:
                    for _, _, _, extra in held:
                        extra["keep"] = True
                rows += [("tc", width, {}, {}), *held, END_CELL]
            rows.append(END_ROW)
        return [*rows, END_TABLE]


def _own(item: P) -> Extra:
    """What a paragraph has besides its style."""
    extra: Extra = {}
    if _OWN.isdisjoint(item):
        return extra
    if item.get("keep"):
        extra["keep"] = True
    if "before" in item:
        extra["spacing"] = {"before": points_in_twips(item["before"])}
    left, hang = points_in_twips(item.get("left", 0)), points_in_twips(item.get("hang", 0))
    if left or hang:
        extra["ind"] = {"left": left + hang, "hanging": hang} if hang else {"left": left}
    if "align" in item:
        extra["jc"] = JUSTIFY[item["align"]]
    return extra


def _meet(last: Row, above: Gap, row: Row, gap: Gap) -> list[Row]:
    """Settle the room between the ``last`` row and ``row``; what has to stand between them, if anything."""
    room = max(above.below, gap.above)
    if above.mute and gap.mute:
        # Word makes one table of two that touch.
        return [paragraph(AFTER_TABLE, extra={"spacing": {"line": room}})]
    if gap.mute:
        _space(last, "after", room)
    elif above.mute:
        _space(row, "before", room)
    elif above.below <= gap.above:
        _space(last, "after", 0)
    elif gap.above:
        _space(row, "before", 0)
    return []


def _space(row: Row, side: str, room: int) -> None:
    row[3].setdefault("spacing", {})[side] = room
