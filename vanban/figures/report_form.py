"""A form as the report of a unit, laid out as the decree prescribes, with places for what it asks."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from vanban.document import Document, make_document
from vanban.document.blocks import Block, Cell, Column, Inline, Para, PhuLuc, Run, Table
from vanban.figures.form import Form, Grid, Mark, School, target_of
from vanban.so_lieu import ChiTieu

NUMBER_HEAD, LABEL_HEAD, VALUE_HEAD, ROW_HEAD = "TT", "Chỉ tiêu", "Kết quả", "Nội dung"
"""Heads of columns: those of the entries, and that of the named rows of a table."""

YES_NO = ("có", "không")
"""What an entry of yes or no offers."""

TEXTS: tuple[ChiTieu, ...] = tuple(
    ChiTieu(f"danh-gia.{number}", name, "chu", bat_buoc=False)
    for number, name in enumerate(
        ("Ưu điểm", "Tồn tại, hạn chế và nguyên nhân", "Kiến nghị, đề xuất"), start=1
    )
)
"""What the unit writes in its own words; it is not collected."""

_ENTRY_COLUMNS = (
    Column(1.0, "giua"),
    Column(6.0),
    Column(2.1, "giua"),
    Column(2.9, "giua"),
    Column(2.6, "phai"),
)
_FIGURE_WIDTH, _TEXT_WIDTH = 2.4, 4.0
"""Of the columns of a table."""
_NUMBERS_SHARE = 1 / 14
"""Of the width of a table, for the numbers of its rows."""
_MOST_COLUMNS = 6
"""A table with more stands in an annex, on pages turned to their side."""

Place = Callable[[ChiTieu], str]
"""What stands in a cell that is to be filled."""
Room = Callable[[ChiTieu], Sequence[Block]]
"""What stands where the unit writes in its own words."""


def report_of(form: Form, school: School, place: Place, room: Room) -> Document:
    """Make the report of a unit, of the kind báo cáo to the office that asks for it.

    Args:
        form: what is asked; targets in the order of the form, a line above each group of them.
        school: whose names head and sign the paper.
        place: gives what stands in the cell of an entry.
        room: gives the blocks for each of :data:`TEXTS`.

    Returns:
        The document; the mark of the form stands where the decree has the sign of the drafter (ô 12).
    """
    done = form.ten if form.ten.endswith(form.ky.ten) else f"{form.ten} {form.ky.ten}"
    opening = f"{school.ten} báo cáo kết quả {done} như sau:"
    closing = f"Trên đây là báo cáo kết quả {done} của {school.ten}."
    blocks: list[Block] = [_para(opening), _title("I", "Kết quả thực hiện các chỉ tiêu")]
    if form.chi_tieu:
        blocks.append(_entries(form.chi_tieu, place))
    blocks += [_grid(grid, place, number) for number, grid in enumerate(_narrow(form), start=1)]
    if _wide(form):
        blocks.append(_para("Số liệu chi tiết tại Phụ lục kèm theo Báo cáo này."))
    blocks.append(_title("II", "Đánh giá chung"))
    for number, text in enumerate(TEXTS, start=1):
        blocks += [Para("khoan", str(number), (Run(text.ten),), titled=True), *room(text)]
    return make_document(
        {
            "loai": "bao-cao",
            "co_quan_chu_quan": school.co_quan_chu_quan,
            "co_quan": school.ten,
            "ky_hieu": school.ky_hieu,
            "dia_danh": school.dia_danh,
            "trich_yeu": f"Kết quả {done}",
            "kinh_gui": [form.kinh_gui],
            "gui_cap_tren": True,
            "noi_dung": (*blocks, _para(closing)),
            "phu_luc": [PhuLuc(grid.ten, (_grid(grid, place),), ngang=True) for grid in _wide(form)],
            "nguoi_ky": {"chuc_vu": school.chuc_vu, "ho_ten": school.ho_ten},
            "nguoi_soan_thao": str(Mark(form.ma, form.ky.ma, school.ma)),
        }
    )


def in_order(form: Form) -> tuple[ChiTieu, ...]:
    """Everything that is filled in, in the order of the paper."""
    body = (entry for grid in _narrow(form) for entry in grid.entries())
    annexes = (entry for grid in _wide(form) for entry in grid.entries())
    return (*form.chi_tieu, *body, *TEXTS, *annexes)


def heads_of(grid: Grid) -> tuple[str, ...]:
    """The heads of the columns of a table, from the number of the row on."""
    named = () if grid.free else (ROW_HEAD,)
    units = (f" ({column.don_vi_tinh})" if column.don_vi_tinh else "" for column in grid.cot)
    return (NUMBER_HEAD, *named, *(column.ten + unit for column, unit in zip(grid.cot, units, strict=True)))


def _entries(items: Sequence[ChiTieu], place: Place) -> Table:
    """All entries, in the order of the form, with the groups as rows of their own."""
    rows = [_row(NUMBER_HEAD, LABEL_HEAD, "Đơn vị tính", "Mức giao", VALUE_HEAD)]
    rows += _entry_rows(items, place)
    return Table(_ENTRY_COLUMNS, tuple(rows))


def _entry_rows(items: Sequence[ChiTieu], place: Place) -> Iterator[tuple[Cell, ...]]:
    number = 0
    for group, members in groupby(items, key=lambda item: item.nhom):
        if group:
            joined = (Cell(merge="left"),) * (len(_ENTRY_COLUMNS) - 2)
            yield (Cell(), Cell((Run(group, bold=True),)), *joined)
        for item in members:
            number += 1
            yield _row(str(number), item.ten, item.don_vi_tinh, target_of(item), place(item))


def _narrow(form: Form) -> Sequence[Grid]:
    return [grid for grid in form.bang if len(grid.cot) <= _MOST_COLUMNS]


def _wide(form: Form) -> Sequence[Grid]:
    return [grid for grid in form.bang if len(grid.cot) > _MOST_COLUMNS]


def _grid(grid: Grid, place: Place, number: int = 0) -> Table:
    """A table; with its number and name above it where it has a number."""
    columns = [] if grid.free else [Column(_TEXT_WIDTH)]
    columns += [
        Column(_FIGURE_WIDTH, "phai") if column.is_figure else Column(_TEXT_WIDTH) for column in grid.cot
    ]
    numbers = sum(column.width for column in columns) * _NUMBERS_SHARE / (1 - _NUMBERS_SHARE)
    rows = [_row(*heads_of(grid))]
    for row in range(1, grid.rows + 1):
        values = (place(grid.entry(row, column)) for column in grid.cot)
        rows.append(_row(str(row), *grid.hang[row - 1 : row], *values))
    caption = _text(f"Bảng {number}. {grid.ten}" if number else "")
    return Table((Column(numbers, "giua"), *columns), tuple(rows), caption=caption)


def _row(*texts: str) -> tuple[Cell, ...]:
    return tuple(Cell(_text(text)) for text in texts)


def _title(number: str, text: str) -> Para:
    return Para("muc", number, _text(text.upper()), titled=True)


def _para(text: str) -> Para:
    return Para("doan", text=_text(text))


def _text(text: str) -> Inline:
    return (Run(text),) if text else ()
