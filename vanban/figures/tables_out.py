"""Figures as a workbook and as CSV, for those who count on."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font

from vanban.language import N_, _
from vanban.so_lieu import Figure, Reported

_COLUMNS = (
    N_("Kỳ"), N_("Mã đơn vị"), N_("Đơn vị"), N_("Mã chỉ tiêu"), N_("Chỉ tiêu"), N_("Đơn vị tính"),
    N_("Giá trị"), N_("Tệp"), N_("Ô"),
)  # fmt: skip
_FORMULA = ("=", "+", "-", "@", "\t")
"""What a text must not begin with in a CSV file: a spreadsheet program would work it out."""


def figures_csv(period: Reported) -> bytes:
    """Every figure on a line: UTF-8 with a byte order mark, semicolons and decimal commas, as Excel reads."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(map(_, _COLUMNS))
    for line in _lines(period):
        writer.writerow(map(_safe, line))
    return out.getvalue().encode("utf-8-sig")


def _safe(value: object) -> str:
    if isinstance(value, Decimal):
        return f"{value:f}".replace(".", ",")
    text = str(value)
    return f"'{text}" if text.startswith(_FORMULA) else text


def figures_workbook(period: Reported) -> bytes:
    """A workbook: units down and entries across on its first sheet, each figure with its source on the next.

    Texts stay texts, whatever they begin with.
    """
    book = Workbook(write_only=True)
    wide = book.create_sheet(_("Tổng hợp"))
    wide.freeze_panes = "C2"
    figures = [item for item in period.chi_tieu if not item.in_grid]
    heads = [f"{item.ten} ({item.don_vi_tinh})" if item.don_vi_tinh else item.ten for item in figures]
    wide.append(_row(wide, [_("Mã đơn vị"), _("Đơn vị"), *heads], bold=True))
    for unit in period.don_vi:
        found = (period.figures.get((unit.ma, item.id)) for item in figures)
        wide.append(_row(wide, [unit.ma, unit.ten, *(one.value if one else None for one in found)]))
    long = book.create_sheet(_("Nguồn số liệu"))
    long.freeze_panes = "A2"
    long.append(_row(long, list(map(_, _COLUMNS)), bold=True))
    for line in _lines(period):
        long.append(_row(long, line))
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _row(sheet: Any, values: Sequence[object], *, bold: bool = False) -> list[Any]:
    return [_cell(sheet, value, bold) if bold or str(value)[:1] == "=" else value for value in values]


def _cell(sheet: Any, value: object, bold: bool) -> Any:
    """A cell that needs more than its value: bold letters, or to stay a text that begins like a formula."""
    cell: Any = WriteOnlyCell(sheet)
    cell.value = value
    if isinstance(value, str):
        cell.data_type = "s"
    if bold:
        cell.font = Font(bold=True)
    return cell


def _lines(period: Reported) -> Iterator[list[object]]:
    """Every figure, by unit and then by entry."""
    for unit in period.don_vi:
        for item in period.chi_tieu:
            one: Figure | None = period.figures.get((unit.ma, item.id))
            if one:
                about = [period.ky.ma, unit.ma, unit.ten, item.id, item.ten, item.don_vi_tinh]
                yield [*about, one.value, one.tep, one.o]
