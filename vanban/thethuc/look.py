"""What an office chooses inside the ranges, and the look of every component that follows from it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from vanban.thethuc import measures as m
from vanban.thethuc.components import COMPONENTS, Align, Component

SizeSetName = Literal["13", "14", "nghi-dinh"]

SIZE_SETS: dict[str, dict[str, float]] = {
    "13": {"quoc_hieu": 12, "tieu_ngu": 13, "noi_dung": 13},
    "14": {"quoc_hieu": 13, "tieu_ngu": 14, "noi_dung": 14},
    "nghi-dinh": {"quoc_hieu": 12, "tieu_ngu": 13, "noi_dung": 14},
}
"""Sizes rise and fall together (note under annex I, section V); the third set is the annex's own example."""


@dataclass(frozen=True, slots=True)
class TextStyle:
    """A component with every measure settled: sizes and spaces in pt, indent in mm, ``line`` as a factor."""

    id: str
    name: str
    size_pt: float
    bold: bool
    italic: bool
    upper: bool
    align: Align
    indent_mm: float
    space_before_pt: float
    space_after_pt: float
    line: float
    keep_next: bool
    level: int


@dataclass(frozen=True)
class Look:
    """An office's choices, named as in ``vanban.yaml``. Lengths in mm and pt as annex I gives them."""

    bo_co_chu: SizeSetName = "nghi-dinh"
    le_tren: float = m.MARGIN_TOP.default
    le_duoi: float = m.MARGIN_BOTTOM.default
    le_trai: float = m.MARGIN_LEFT.default
    le_phai: float = m.MARGIN_RIGHT.default
    lui_dau_dong: float = m.FIRST_LINE_INDENT.default
    cach_doan: float = m.SPACE_BETWEEN_PARAGRAPHS.default
    cach_dong: float = m.LINE_SPACING.default
    co_chu_bang: float = COMPONENTS["bang"].size.default
    to_do_khan: bool = False
    """Whether a mark of urgency is drawn, in red, instead of left to the stamp (III.2.b)."""

    @property
    def text_width_mm(self) -> float:
        """Width of the text on an upright page."""
        return m.PAGE_WIDTH_MM - self.le_trai - self.le_phai

    @cached_property
    def styles(self) -> dict[str, TextStyle]:
        """The settled style of every component, by id."""
        return {row.id: self._settle(row) for row in COMPONENTS.values()}

    def _settle(self, row: Component) -> TextStyle:
        size = row.size.default
        if row.group:
            size = SIZE_SETS[self.bo_co_chu][row.group]
        elif row.id in ("bang", "bang_dau"):
            size = self.co_chu_bang
        return TextStyle(
            id=row.id,
            name=row.name,
            size_pt=size,
            bold=row.bold,
            italic=row.italic,
            upper=row.upper,
            align=row.align,
            indent_mm=self.lui_dau_dong if row.indent else 0,
            space_before_pt=self.cach_doan if row.space_before is None else row.space_before,
            space_after_pt=row.space_after,
            line=self.cach_dong if row.spaced_lines else 1.0,
            keep_next=row.keep_next,
            level=row.level,
        )


DECREE_LOOK = Look()
"""The look of an office that chooses nothing: the annex's own example."""

LOOK_RANGES: dict[str, m.Range] = {
    "le_tren": m.MARGIN_TOP,
    "le_duoi": m.MARGIN_BOTTOM,
    "le_trai": m.MARGIN_LEFT,
    "le_phai": m.MARGIN_RIGHT,
    "lui_dau_dong": m.FIRST_LINE_INDENT,
    "cach_doan": m.SPACE_BETWEEN_PARAGRAPHS,
    "cach_dong": m.LINE_SPACING,
    "co_chu_bang": COMPONENTS["bang"].size,
}
"""The range each choice of a Look must keep to; a choice outside is an error that cites the clause."""


def outside(look: Look) -> list[tuple[str, float, m.Range]]:
    """The choices of ``look`` that the decree does not allow, as (name, value, range)."""
    return [
        (name, getattr(look, name), allowed)
        for name, allowed in LOOK_RANGES.items()
        if not allowed.allows(getattr(look, name))
    ]
