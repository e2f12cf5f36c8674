"""A report form: what it asks, of whom, for which period."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from vanban.so_lieu import ChiTieu, Ky
from vanban.tiengviet.numbers import so_vn


@dataclass(frozen=True, slots=True)
class Grid:
    """A table of a form: its columns, and rows that are named, or ``so_hang`` free ones.

    The entry in column ``c`` of row 2 has the id ``<id>.2.<c>``.
    """

    id: str
    ten: str
    cot: tuple[ChiTieu, ...]
    hang: tuple[str, ...] = ()
    so_hang: int = 0

    @property
    def free(self) -> bool:
        """Whether the unit writes the rows itself, as many as it has."""
        return not self.hang

    @property
    def rows(self) -> int:
        """How many rows the form has."""
        return len(self.hang) or self.so_hang

    def entry(self, row: int, column: ChiTieu) -> ChiTieu:
        """What is asked in a row, counted from 1; a free row may be left empty."""
        label = self.hang[row - 1] if row <= len(self.hang) else str(row)
        return replace(
            column,
            id=f"{self.id}.{row}.{column.id}",
            ten=f"{self.ten}: {label}, {column.ten}",
            bat_buoc=column.bat_buoc and not self.free,
            tong_cua=tuple(f"{self.id}.{row}.{part}" for part in column.tong_cua),
        )

    def entries(self) -> Iterator[ChiTieu]:
        """All that it asks, row by row."""
        return (self.entry(row, column) for row in range(1, self.rows + 1) for column in self.cot)


@dataclass(frozen=True)
class Form:
    """A report form; ``ten`` reads after "Kết quả" ("thực hiện Kế hoạch …")."""

    ma: str
    ten: str
    ky: Ky
    kinh_gui: str
    chi_tieu: tuple[ChiTieu, ...]
    bang: tuple[Grid, ...] = ()
    huong_dan: str = ""

    @cached_property
    def items(self) -> Mapping[str, ChiTieu]:
        """Everything that is asked, by its id, in order."""
        asked = [*self.chi_tieu, *(entry for grid in self.bang for entry in grid.entries())]
        return {item.id: item for item in asked}

    def item(self, name: str) -> ChiTieu | None:
        """What is asked under an id, rows that a unit added to a free table among it."""
        if found := self.items.get(name):
            return found
        table, _dot, rest = name.partition(".")
        row, _dot, column = rest.partition(".")
        for grid in self.bang:
            if grid.id == table and grid.free and row.isdigit():
                return next((grid.entry(int(row), one) for one in grid.cot if one.id == column), None)
        return None


def target_of(item: ChiTieu) -> str:
    """What a unit is to reach, as a form prints it; what all units are to reach together says so."""
    if item.chi_tieu_don_vi is not None:
        return so_vn(item.chi_tieu_don_vi)
    if item.chi_tieu is None:
        return ""
    return f"{so_vn(item.chi_tieu)} (chung)" if item.cach_gop == "tong" else so_vn(item.chi_tieu)


@dataclass(frozen=True, slots=True)
class School:
    """A unit that reports, with what heads its own papers."""

    ma: str
    ten: str
    co_quan_chu_quan: str = ""
    ky_hieu: str = ""
    dia_danh: str = ""
    chuc_vu: str = ""
    ho_ten: str = ""


@dataclass(frozen=True, slots=True)
class Mark:
    """What a form says of itself, so that it is known again: ``VB:<form>|<period>|<unit>``."""

    bieu: str
    ky: str
    don_vi: str

    def __str__(self) -> str:
        return f"VB:{self.bieu}|{self.ky}|{self.don_vi}"
