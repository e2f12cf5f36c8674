"""The items of a sheet as Word wants them: paragraphs with what differs from their style, tables, lengths in twips.

Only paragraphs carry room above and below, and programs differ about whether two rooms that meet add up:
so of two that meet the larger stays and the other becomes nought.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple, TypeAlias, TypedDict

from markupsafe import Markup

from vanban import fonts
from vanban.render.docx.styles import AFTER_TABLE, JUSTIFY, RULE, border, points_in_twips, style_id
from vanban.render.lines import twips
from vanban.render.sheet import FigureItem, Frame, Item, P, Pair, Rule, TableItem
from vanban.thethuc import Look, TextStyle
from vanban.thethuc import measures as m


class Extra(TypedDict, total=False):
    """What a paragraph has besides its style; ``border``, ``letters`` and ``section`` are ready XML."""

    keep: bool
    border: Markup
    spacing: dict[str, int | str]
    ind: dict[str, int]
    jc: str
    letters: Markup
    section: Markup


Row: TypeAlias = tuple[str, str, Any, Extra]
"""Kind, id of the style, content, extra. The content of a ``p`` are its runs, of a ``figure`` a :class:`Picture`,
of a ``table`` or ``pair`` a :class:`Grid`."""


class Picture(NamedTuple):
    """A picture: its number from 1, the id of its relationship, alternative text, size in EMU (1/36,000 mm)."""

    number: int
    relation: str
    alt: str
    wide: int
    high: int


class Cell(NamedTuple):
    """A cell: its width, the columns it spans, ``restart`` or ``continue`` of a merge downwards, what it holds."""

    width: int
    span: int
    merge: str
    rows: list[Row]


class Grid(NamedTuple):
    """The widths of a table's columns, the number of its head rows, its rows of cells."""

    columns: list[int]
    head: int
    rows: list[list[Cell]]


class Gap(NamedTuple):
    """The room that an item asks above and below itself, in twips; ``mute`` if it cannot say so in Word."""

    above: int
    below: int
    mute: bool = False


_TABLE = Gap(points_in_twips(m.SPACE_AROUND_TABLE_PT), points_in_twips(m.SPACE_AROUND_TABLE_PT), mute=True)
_PAIRS = {
    "dau": Gap(0, 0, mute=True),
    "ky": Gap(points_in_twips(m.SPACE_BEFORE_SIGNATURES_PT), 0, mute=True),
}
_RULE = Gap(0, 0)
"""Its air is part of its height."""
_FRAME = Gap(points_in_twips(3), points_in_twips(6))
_FIRST_FRAME = _FRAME._replace(above=0)
_FRAME_PADDING_PT = (2 * 72 / 25.4, 1.5 * 72 / 25.4)
"""Between a mark and the frame made to its measure: beside it, and above and below it."""
EMU_IN_MM = 36_000
_CAPITALS = 0.66
"""Height of the capitals of Times New Roman, as a multiple of the size."""


class Flow:
    """Turns items into rows; ``look`` gives every measure that they do not bring themselves."""

    def __init__(self, look: Look) -> None:
        self._styles = look.styles
        self._ids = {style: style_id(style) for style in look.styles}
        self._gaps = {
            style.id: Gap(points_in_twips(style.space_before_pt), points_in_twips(style.space_after_pt))
            for style in look.styles.values()
        }

    def rows(self, items: Sequence[Item | P | Rule | Frame], column: int) -> list[Row]:
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
            row, gap = self._row(item, column, first=not rows)
            if rows and (above.below or above.mute or gap.mute):
                _meet(rows, above, row, gap)
            rows.append(row)
            above = gap
        if above.mute or not rows:
            rows.append(("p", AFTER_TABLE, (), {}))
        return rows

    def _row(self, item: Item | P | Rule | Frame, column: int, *, first: bool) -> tuple[Row, Gap]:
        match item["t"]:
            case "p":
                return self._paragraph(item)
            case "rule":
                side = (column - points_in_twips(item["w"])) // 2
                return ("p", RULE, (), {"ind": {"left": side, "right": side}}), _RULE
            case "frame":
                return self._frame(item, column, _FIRST_FRAME if first else _FRAME)
            case "figure":
                return ("figure", self._ids["hinh"], _picture(item), {}), self._gaps["hinh"]
            case "table":
                return ("table", "", self._table(item), {}), _TABLE
            case "pair":
                return ("pair", "", self._pair(item), {}), _PAIRS[item["id"]]

    def _paragraph(self, item: P) -> tuple[Row, Gap]:
        style = item["s"]
        extra: Extra = {}
        gap = self._gaps[style]
        if item.get("keep"):
            extra["keep"] = True
        if "before" in item:
            gap = gap._replace(above=points_in_twips(item["before"]))
            extra["spacing"] = {"before": gap.above}
        left, hang = points_in_twips(item.get("left", 0)), points_in_twips(item.get("hang", 0))
        if left or hang:
            extra["ind"] = {"left": left + hang}
            if hang:
                extra["ind"]["hanging"] = hang
        if "align" in item:
            extra["jc"] = JUSTIFY[item["align"]]
        return ("p", self._ids[style], item["r"], extra), gap

    def _frame(self, item: Frame, column: int, gap: Gap) -> tuple[Row, Gap]:
        """A mark in a box that is drawn around its line: the line reaches the mark's foot, the rest lies above."""
        style = self._styles[item["s"]]
        wide, high = _frame_size(item, style)
        foot = round((high - _CAPITALS * style.size_pt) / 2 - m.DESCENT * style.size_pt)
        line = points_in_twips(high - foot - m.RULE_THICKNESS_PT)
        room = column - points_in_twips(wide - m.RULE_THICKNESS_PT)
        left = {"left": 0, "center": room // 2, "right": room}[item["align"]]
        colour = m.STAMP_COLOUR.lstrip("#") if item["red"] else "auto"
        box = [border(side, m.RULE_THICKNESS_PT, colour) for side in ("top", "left", "bottom", "right")]
        box[2] = box[2].replace('w:space="0"', f'w:space="{foot}"')
        extra: Extra = {
            "border": Markup("".join(box)),
            "spacing": {"before": gap.above, "after": gap.below, "line": line, "lineRule": "atLeast"},
            "ind": {"left": left, "right": room - left},
            "jc": "center",
            "letters": Markup(f'<w:color w:val="{colour}"/>'),
        }
        return ("p", self._ids[item["s"]], [(item["text"], 0)], extra), gap

    def _table(self, item: TableItem) -> Grid:
        columns = [twips(width) for width in item["w"]]
        rows = []
        for number, cells in enumerate(item["rows"]):
            style = self._styles["bang_dau" if number < item["head"] else "bang"]
            extra = _letters(item["size"], style)
            row = []
            for x, cell in enumerate(cells):
                cover = cell.get("cover", "")
                if cover in ("left", "up"):
                    continue
                span = cell.get("cs", 1)
                merge = "continue" if cover else "restart" if cell.get("rs", 1) > 1 else ""
                own = (
                    extra
                    if cell.get("a", style.align) == style.align
                    else {**extra, "jc": JUSTIFY[cell["a"]]}
                )
                held: list[Row] = [("p", self._ids[style.id], cell["r"], own)]
                row.append(Cell(sum(columns[x : x + span]), span, merge, held))
            rows.append(row)
        return Grid(columns, item["head"], rows)

    def _pair(self, item: Pair) -> Grid:
        """All rows but the last are held to the one below, so that the pair stays on one page."""
        columns = [twips(width) for width in item["w"]]
        rows = [
            [Cell(width, 1, "", self.rows(side, width)) for width, side in zip(columns, sides, strict=True)]
            for sides in item["rows"]
        ]
        for cells in rows[:-1]:
            for cell in cells:
                for _, _, _, extra in cell.rows:
                    extra["keep"] = True
        return Grid(columns, 0, rows)


def _meet(rows: list[Row], above: Gap, row: Row, gap: Gap) -> None:
    """Settle the room between the last of ``rows`` and ``row``."""
    room = max(above.below, gap.above)
    if above.mute and gap.mute:
        # Word makes one table of two that touch.
        rows.append(("p", AFTER_TABLE, (), {"spacing": {"line": room}}))
    elif gap.mute:
        _space(rows[-1], "after", room)
    elif above.mute:
        _space(row, "before", room)
    elif above.below <= gap.above:
        _space(rows[-1], "after", 0)
    elif gap.above:
        _space(row, "before", 0)


def _space(row: Row, side: str, room: int) -> None:
    row[3].setdefault("spacing", {})[side] = room


def _picture(item: FigureItem) -> Picture:
    number = item["image"] + 1
    wide, high = (round(length * EMU_IN_MM) for length in (item["w"], item["h"]))
    return Picture(number, image_relation(number), item["alt"], wide, high)


def image_relation(number: int) -> str:
    """The id of the relationship to the picture of this number."""
    return f"hinh{number}"


def _letters(size_pt: float, style: TextStyle) -> Extra:
    """The size of a table's letters where it is not the style's."""
    if size_pt == style.size_pt:
        return {}
    half_points = round(size_pt * 2)
    return {"letters": Markup(f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>')}


def _frame_size(item: Frame, style: TextStyle) -> tuple[float, float]:
    """Width and height of a frame in pt, by its text where the item does not say."""
    if item["w"]:
        return item["w"] * 72 / 25.4, item["h"] * 72 / 25.4
    beside, above = _FRAME_PADDING_PT
    text = fonts.text_width_pt(item["text"], style.size_pt, bold=style.bold, italic=style.italic)
    return text + 2 * beside, _CAPITALS * style.size_pt + 2 * above
