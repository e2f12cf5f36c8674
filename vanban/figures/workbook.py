"""A form as a workbook: made once with openpyxl, then given the name and mark of each unit."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from typing import Any, Literal
from xml.sax.saxutils import escape

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.utils import get_column_letter
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation

from vanban.figures.form import Form, Grid, Mark, School, target_of
from vanban.figures.saved import BLANK_DAY
from vanban.office import Office
from vanban.render.docx.package import Member, deflated, zip_of
from vanban.so_lieu import ChiTieu
from vanban.so_lieu.typed import EXPECTED
from vanban.tiengviet.dates import ngay_vn
from vanban.tiengviet.numbers import so_vn

SHEET = "Biểu số liệu"
ID_HEAD, COLUMN_HEAD = "Mã", "Mã cột"
"""What stands in the column of ids, in the header of the entries and above that of a table."""
LABEL_HEAD, VALUE_HEAD = "Chỉ tiêu", "Kết quả"
SIGNATURES = ("NGƯỜI LẬP BIỂU", "THỦ TRƯỞNG ĐƠN VỊ")
"""Who signs a printed form, below all that is asked."""
TOTAL = "Cộng"
"""The last row of a table, which sums its columns up."""

_HEADS = (ID_HEAD, "TT", LABEL_HEAD, "Đơn vị tính", "Mức giao", VALUE_HEAD, "Ghi chú, hướng dẫn")
_WIDTHS = (10, 5, 38, 11, 11, 13, 24)
_VALUE = 6
"""The column of results, counted from 1."""
_FIRST_OF_GRID = {False: 4, True: 3}
"""The column where the columns of a table begin: beside the names of its rows, or in their place."""
_NAME, _MARK = "@ten-don-vi@", "@ma-bieu@"
_FONT = "Times New Roman"
_TIMES = re.compile(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
"""When the workbook was made and changed: the same bytes whenever that was."""
_FORMATS = {
    "so": "General",
    "so_nguyen": "#,##0",
    "phan_tram": "General",
    "tien": "#,##0",
    "ngay": "dd/mm/yyyy",
}
_NO_ZERO = "#,##0;-#,##0;"
"""Of sums: nothing is printed in a blank form."""
_KINDS: Mapping[str, Literal["decimal", "whole", "date"]] = {
    "so": "decimal",
    "phan_tram": "decimal",
    "so_nguyen": "whole",
    "tien": "whole",
    "ngay": "date",
}
_MOST = 10**15
_MOST_SAID = 250
"""Letters of a validation that Excel takes."""
_NOT_IN_NAME = re.compile("[^A-Za-z0-9_]")

_THIN = Side(style="thin", color="808080")
_BOX = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
_HEAD_FILL = PatternFill("solid", fgColor="E7E6E6")
_INPUT_FILL = PatternFill("solid", fgColor="FFFBE6")


def workbook_maker(form: Form, _office: Office | None = None) -> Callable[[School], bytes]:
    """Make the workbook of a form, and return what gives it to a unit.

    Args:
        form: what is asked; entries are unlocked, with a validation of what may be true; totals are formulas;
            every entry has a name (``ct_<id>``) and its id in the first column, which is not printed.

    Returns:
        A function from a unit to the bytes of its workbook; the same unit, the same bytes.
    """
    book = Workbook()
    sheet = book.active
    _Writer(book, sheet, form).write()
    file = io.BytesIO()
    book.save(file)
    members: list[tuple[str, str | Member]] = []
    with zipfile.ZipFile(file) as archive:
        for name in archive.namelist():
            data = archive.read(name)
            if name == "docProps/core.xml":
                data = _TIMES.sub(BLANK_DAY.encode(), data)
            text = data.decode() if name.endswith(".xml") else ""
            members.append((name, text if _NAME in text or _MARK in text else deflated(name, data)))

    def make(school: School) -> bytes:
        mark = str(Mark(form.ma, form.ky.ma, school.ma))
        return zip_of(
            member if isinstance(member, Member) else deflated(name, _given(member, school, mark))
            for name, member in members
        )

    return make


def _given(text: str, school: School, mark: str) -> bytes:
    given = text.replace(_NAME, escape(school.ten)).replace(_MARK, escape(mark))
    return given.encode("ascii", "xmlcharrefreplace")


class _Writer:
    """Writes the sheet from the top down; ``row`` is the next one."""

    def __init__(self, book: Workbook, sheet: Any, form: Form) -> None:
        self.book, self.sheet, self.form = book, sheet, form
        self.row = 1
        self.cells: dict[str, str] = {}
        """The cell of every entry, by its id."""

    def write(self) -> None:
        self.sheet.title = SHEET
        for column, width in enumerate(_WIDTHS, start=1):
            self.sheet.column_dimensions[get_column_letter(column)].width = width
        self._titles()
        if self.form.chi_tieu:
            self._entries()
        for number, grid in enumerate(self.form.bang, start=1):
            self._grid(number, grid)
        self._signatures()
        self._page()

    def _titles(self) -> None:
        form, due = self.form, self.form.ky.han_nop
        self._line(_NAME, bold=True, size=12)
        self._line("BIỂU SỐ LIỆU", bold=True, size=14, centre=True)
        self._line(f"Kết quả {form.ten}", bold=True, size=13, centre=True)
        self._line(f"Kỳ báo cáo: {form.ky.ten}", size=12, centre=True)
        sent = f"Gửi {form.kinh_gui}{f' trước hoặc trong {ngay_vn(due)}' if due else ''}"
        self._line(sent, size=11, centre=True)
        self._line(form.huong_dan or "Chỉ điền các ô nền vàng.", size=11, italic=True)
        mark = self.sheet.cell(self.row, 2, _MARK)
        mark.font = Font(_FONT, size=8, color="808080")
        self.row += 2

    def _entries(self) -> None:
        self._head(_HEADS)
        self.sheet.print_title_rows = f"{self.row - 1}:{self.row - 1}"
        group = ""
        for number, item in enumerate(self.form.chi_tieu, start=1):
            if item.nhom not in ("", group):
                group = item.nhom
                self._boxed(self.row, ["", "", group, "", "", "", ""], bold=True)
                self.row += 1
            about = [item.id, str(number), item.ten, item.don_vi_tinh]
            texts = [*about, target_of(item), "", item.huong_dan]
            self._boxed(self.row, texts)
            self._input(item, self.row, _VALUE)
            self.row += 1
        self._totals(self.form.chi_tieu)
        self.row += 1

    def _grid(self, number: int, grid: Grid) -> None:
        self._line(f"Bảng {number}. {grid.ten}", bold=True, size=12)
        start = _FIRST_OF_GRID[grid.free]
        beside = [""] * (start - 3)
        columns = [column.id for column in grid.cot]
        for at, text in enumerate([COLUMN_HEAD, grid.id, *beside, *columns], start=1):
            self.sheet.cell(self.row, at, text or None).font = Font(_FONT, size=8, color="808080")
        self.row += 1
        self._head(["", "TT", *("Nội dung" for _one in beside), *map(_label, grid.cot)])
        first = self.row
        blank = [""] * len(grid.cot)
        for row in range(1, grid.rows + 1):
            self._boxed(self.row, [f"{grid.id}.{row}", str(row), *grid.hang[row - 1 : row], *blank])
            entries = [grid.entry(row, column) for column in grid.cot]
            for at, item in enumerate(entries):
                self._input(item, self.row, start + at)
            self._totals(entries)
            self.row += 1
        sums = [column.is_figure and column.cach_gop == "tong" for column in grid.cot]
        if any(sums) and grid.rows > 1:
            self._sums(grid, sums, first)
        self.row += 1

    def _sums(self, grid: Grid, sums: Sequence[bool], first: int) -> None:
        """The last row of a table, with the sums of its columns from the row ``first`` on."""
        start = _FIRST_OF_GRID[grid.free]
        texts = ["", "", TOTAL, *([""] * len(grid.cot))]
        self._boxed(self.row, texts[: start - 1 + len(grid.cot)], bold=True)
        for column, wanted in enumerate(sums, start=start):
            if wanted:
                letter = get_column_letter(column)
                cell = self.sheet.cell(self.row, column, f"=SUM({letter}{first}:{letter}{self.row - 1})")
                cell.number_format = _NO_ZERO
                cell.alignment = _stand("right")
        self.row += 1

    def _input(self, item: ChiTieu, row: int, column: int) -> None:
        """An open cell for an entry, with its name and what may stand in it."""
        cell = self.sheet.cell(row, column)
        self.cells[item.id] = cell.coordinate
        cell.number_format = _FORMATS.get(item.kieu, "@")
        cell.alignment = _stand("right" if item.is_figure else "left")
        name = f"ct_{_NOT_IN_NAME.sub('_', item.id)}"
        where = f"'{SHEET}'!${get_column_letter(column)}${row}"
        self.book.defined_names[name] = DefinedName(name, attr_text=where)
        if item.tong_cua:
            return
        cell.protection = Protection(locked=False)
        cell.fill = _INPUT_FILL
        if rule := _validation(item):
            rule.add(cell)
            self.sheet.add_data_validation(rule)

    def _totals(self, items: Sequence[ChiTieu]) -> None:
        """The formulas of the entries that are sums of others."""
        for item in items:
            parts = [self.cells[part] for part in item.tong_cua if part in self.cells]
            if parts:
                self.sheet[self.cells[item.id]] = f"=SUM({','.join(parts)})"
                self.sheet[self.cells[item.id]].number_format = _NO_ZERO

    def _line(
        self, text: str, *, bold: bool = False, italic: bool = False, size: int = 11, centre: bool = False
    ) -> None:
        cell = self.sheet.cell(self.row, 2, text)
        cell.font = Font(_FONT, size=size, bold=bold, italic=italic)
        cell.alignment = _stand("center" if centre else "left")
        self.sheet.merge_cells(start_row=self.row, end_row=self.row, start_column=2, end_column=len(_WIDTHS))
        self.sheet.row_dimensions[self.row].height = _height(text, sum(_WIDTHS[1:]), size)
        self.row += 1

    def _head(self, texts: Sequence[str]) -> None:
        self._boxed(self.row, texts, bold=True, head=True)
        self.row += 1

    def _boxed(self, row: int, texts: Sequence[str], *, bold: bool = False, head: bool = False) -> None:
        """A row of a table; the first column, of ids, stays small and grey."""
        for at, text in enumerate(texts, start=1):
            cell = self.sheet.cell(row, at, text or None)
            if at == 1:
                cell.font = Font(_FONT, size=8, color="808080")
                continue
            cell.font = Font(_FONT, size=11, bold=bold)
            cell.border = _BOX
            centred = head or at in (2, 4) or (at == 5 and texts[0])
            cell.alignment = _stand("center" if centred else "left")
            if head:
                cell.fill = _HEAD_FILL
        widths = _WIDTHS + (14,) * len(texts)
        lines = [_height(text, widths[at], 11) for at, text in enumerate(texts) if at]
        self.sheet.row_dimensions[row].height = max(20, *lines)

    def _signatures(self) -> None:
        for column, text in zip((3, _VALUE), SIGNATURES, strict=True):
            cell = self.sheet.cell(self.row, column, text)
            cell.font = Font(_FONT, size=12, bold=True)
            cell.alignment = Alignment(horizontal="center")
        self.row += 5

    def _page(self) -> None:
        sheet = self.sheet
        of_grids = (_FIRST_OF_GRID[grid.free] + len(grid.cot) - 1 for grid in self.form.bang)
        columns = max(len(_WIDTHS), *of_grids, 0)
        sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
        sheet.page_setup.orientation = "portrait" if columns == len(_WIDTHS) else "landscape"
        sheet.page_setup.fitToHeight = 0
        sheet.sheet_properties.pageSetUpPr.fitToPage = True
        sheet.print_area = f"B1:{get_column_letter(columns)}{self.row}"
        margins = sheet.page_margins
        margins.left, margins.right, margins.top, margins.bottom = 0.98, 0.59, 0.79, 0.79
        sheet.oddFooter.center.text = "&P/&N"
        protection = sheet.protection
        protection.sheet = True
        protection.insertRows = protection.formatColumns = protection.formatRows = False


def _label(column: ChiTieu) -> str:
    return f"{column.ten} ({column.don_vi_tinh})" if column.don_vi_tinh else column.ten


def _stand(across: Literal["left", "center", "right"]) -> Alignment:
    return Alignment(horizontal=across, vertical="center", wrap_text=True)


def _height(text: str, width: float, size: int) -> float:
    """The height of a row that shows a text in lines of ``width`` letters, in pt."""
    lines = sum(max(1, -(-len(line) * size // int(width * 11.5))) for line in text.split("\n"))
    return lines * size * 1.35 + 4


def _validation(item: ChiTieu) -> DataValidation | None:
    """What may be typed for an entry; the words that a wrong one is answered with."""
    expected = EXPECTED[item.kieu]
    if item.kieu in ("chon", "co_khong"):
        choices = item.lua_chon if item.kieu == "chon" else ("có", "không")
        listed = ",".join(choice.replace(",", ";") for choice in choices)
        if not listed or len(listed) > _MOST_SAID:
            return None
        rule = DataValidation(type="list", formula1=f'"{listed}"', allow_blank=True)
        expected = "; ".join(choices)
    elif kind := _KINDS.get(item.kieu):
        least, most = _range(item)
        rule = DataValidation(type=kind, operator="between", formula1=least, formula2=most, allow_blank=True)
        if item.tu is not None or item.den is not None:
            bounds: Mapping[str, Decimal | None] = {"từ": item.tu, "đến": item.den}
            told = " ".join(f"{word} {so_vn(bound)}" for word, bound in bounds.items() if bound is not None)
            expected = f"{expected}, {told}"
    else:
        return None
    rule.errorTitle = "Xem lại ô này"
    rule.error = f"Ô này cần {expected}."[:_MOST_SAID]
    if item.huong_dan:
        rule.promptTitle, rule.prompt = "Hướng dẫn", item.huong_dan[:_MOST_SAID]
        rule.showInputMessage = True
    rule.showErrorMessage = True
    return rule


def _range(item: ChiTieu) -> tuple[str, str]:
    if item.kieu == "ngay":
        return "1", "2958465"
    least = item.tu if item.tu is not None else Decimal(-_MOST)
    return f"{least:f}", f"{item.den if item.den is not None else Decimal(_MOST):f}"
