"""The story of samples/so-lieu: schools fill in their forms, some wrongly; ``python -m tests.story``."""

from __future__ import annotations

import io
import random
import re
import zipfile
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from docx import Document
from docx.oxml.ns import qn
from openpyxl import Workbook, load_workbook
from pypdf import PdfWriter

from vanban.figures.describing import read_form, read_schools
from vanban.figures.form import Form, School
from vanban.figures.pdf_form import field_name, pdf_maker
from vanban.figures.word_form import word_maker
from vanban.figures.workbook import SHEET, workbook_maker
from vanban.office import Office
from vanban.so_lieu import DonVi, Figure, Ky, Reported, to_sqlite
from vanban.tiengviet.numbers import so_vn

FOLDER = Path(__file__).parent.parent / "samples" / "so-lieu"
BACK = FOLDER / "thu-ve"
_NAMES = (
    "Hoa Mai", "Sơn Ca", "Hướng Dương", "Ánh Dương", "Bình Minh",
    "Tân Tiến", "Thống Nhất", "Hòa Bình", "Thành Công", "Đại Đồng",
)  # fmt: skip
_LEVELS = (("MN", "Trường Mầm non"), ("TH", "Trường Tiểu học"), ("THCS", "Trường Trung học cơ sở"))
_CODES = ("HM", "SC", "HD", "AD", "BM", "TT", "TN", "HB", "TC", "DD")
_FAMILIES = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Đỗ", "Ngô")
_GIVEN = "ABCDĐEGHIKLMNOPQRSTUVXY"
_SAVED = "2026-06-12T08:00:00Z"

_OFFICE = ("UBND PHƯỜNG TÂY MỖ",)
_PLACE = ("Tây Mỗ", "HIỆU TRƯỞNG")
Values = dict[str, object]


def schools() -> list[list[str]]:
    """The rows of the list of schools."""
    rows = []
    for level, (code, name) in enumerate(_LEVELS):
        for at, own in enumerate(_NAMES):
            number = level * len(_NAMES) + at
            head = f"{_FAMILIES[number % 10]} {'Thị' if number % 2 else 'Văn'} {_GIVEN[number % len(_GIVEN)]}"
            symbol = f"BC-{code}{_CODES[at]}"
            rows.append(
                [
                    f"{code}-{_CODES[at]}",
                    f"{name} {own}",
                    "UBND PHƯỜNG TÂY MỖ",
                    symbol,
                    "Tây Mỗ",
                    "HIỆU TRƯỞNG",
                    head,
                ]
            )
    return rows


def answers(number: int, *, year: int = 2026) -> Values:
    """What a school reports."""
    dice = random.Random(year * 1000 + number)  # the same story every time
    boys, girls = dice.randint(180, 420), dice.randint(170, 410)
    less = 0 if year == 2026 else 1
    return {
        "tin-bai": dice.randint(2, 6) - less,
        "video": dice.randint(0, 3),
        "phat-thanh": dice.randint(9, 16) - less,
        "hoi-nghi": dice.randint(1, 4),
        "cha-me": Decimal(dice.randint(900, 1000)) / 10,
        "phan-anh": dice.choice((0, 0, 0, 0, 1)),
        "kinh-phi": dice.randint(8, 40) * 100_000,
        "hs-nam": boys,
        "hs-nu": girls,
        "tu-danh-gia": dice.choice(("Tốt", "Tốt", "Khá")),
        "su-kien.1.ten": "Ngày hội đọc sách",
        "su-kien.1.ngay": "21/4/2026",
        "su-kien.1.nguoi": boys + girls,
    }


def filled(form: Form, school: School, values: Values, *, saved: str = _SAVED) -> bytes:
    """The workbook of a school with its values, as a spreadsheet program would save it."""
    book = load_workbook(io.BytesIO(workbook_maker(form)(school)))
    sheet = book[SHEET]
    for name, value in values.items():
        named = book.defined_names[f"ct_{re.sub('[^A-Za-z0-9_]', '_', name)}"]
        ((_sheet, cell),) = named.destinations
        put: Any = sheet[cell]
        put.value = float(value) if isinstance(value, Decimal) else value
    return _dated(book, saved)


def _dated(book: Workbook, saved: str) -> bytes:
    """The bytes of a workbook that was saved on a day."""
    out, dated = io.BytesIO(), io.BytesIO()
    book.save(out)
    with zipfile.ZipFile(out) as old, zipfile.ZipFile(dated, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "docProps/core.xml":
                data = re.sub(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", saved.encode(), data)
            new.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), data, zipfile.ZIP_DEFLATED)
    return dated.getvalue()


def filled_word(form: Form, school: School, values: Values) -> bytes:
    """The Word form of a school with its values in the controls."""
    document = Document(io.BytesIO(word_maker(form, Office())(school)))
    for control in document.element.body.iter(qn("w:sdt")):
        tag = control.find(f"{qn('w:sdtPr')}/{qn('w:tag')}")
        if tag is None or tag.get(qn("w:val")) not in values:
            continue
        first, *rest = control.iter(qn("w:t"))
        first.text = _typed(values[tag.get(qn("w:val"))])
        for text in rest:
            text.text = ""
        blank = control.find(f"{qn('w:sdtPr')}/{qn('w:showingPlcHdr')}")
        if blank is not None:
            blank.getparent().remove(blank)
    document.core_properties.modified = datetime.fromisoformat(_SAVED)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def filled_pdf(form: Form, school: School, values: Values) -> bytes:
    """The PDF form of a school with its values in the fields."""
    writer = PdfWriter(clone_from=io.BytesIO(pdf_maker(form, Office())(school)))
    fields = {field_name(form.items[name]): _typed(value) for name, value in values.items()}
    for page in writer.pages:
        writer.update_page_form_field_values(page, fields, auto_regenerate=False)
    writer.add_metadata({"/ModDate": "D:20260612080000Z"})
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _typed(value: object) -> str:
    return value if isinstance(value, str) else so_vn(Decimal(str(value)))


def returned(form: Form, units: tuple[School, ...]) -> dict[str, bytes]:
    """What came back, by the names that the schools gave their files."""
    files: dict[str, bytes] = {}
    for number, school in enumerate(units):
        values, saved = answers(number), _SAVED
        match number:
            case 3:  # figures typed as text, as people type them
                values |= {
                    "tin-bai": "4 tin, bài",
                    "cha-me": "98,5 %",
                    "kinh-phi": "1 250 000",
                    "hs-nam": "312",
                }
            case 6:  # nobody can tell what this is
                values |= {"cha-me": "98.5"}
            case 9:
                values = {key: value for key, value in values.items() if key not in ("video", "hoi-nghi")}
            case 12:
                values |= {"cha-me": 105}
            case 15:
                files[f"bieu {school.ten} (sửa).xlsx"] = filled(form, school, values | {"tin-bai": 9})
            case 18:
                continue
            case 21:
                saved = "2026-06-18T09:00:00Z"
            case 5 | 7 | 27:  # Word; the eighth did not add up
                total = Decimal(str(values["hs-nam"])) + Decimal(str(values["hs-nu"]))
                values |= {"hoc-sinh": total + 10 if number == 7 else total}
                files[f"{school.ma}.docx"] = filled_word(form, school, values)
                continue
            case 11 | 22:
                files[f"{school.ma}.pdf"] = filled_pdf(form, school, values)
                continue
            case 24:
                files[f"{school.ma} gửi lại.xlsx"] = filled(form, school, values)
        files[f"{number + 1:02} {school.ten}.xlsx"] = filled(form, school, values, saved=saved)
    files["anh-chup-bieu.jpg"] = b"\xff\xd8\xff\xe0" + bytes(200)
    return files


def year_before(form: Form, units: tuple[School, ...]) -> bytes:
    """The figures of the same months of the year before."""
    figures: dict[tuple[str, str], Figure] = {}
    for number, school in enumerate(units):
        values = answers(number, year=2025)
        values["hoc-sinh"] = int(str(values["hs-nam"])) + int(str(values["hs-nu"]))
        for name, value in values.items():
            if not isinstance(value, str) and "." not in name:
                number_of = value if isinstance(value, Decimal) else Decimal(str(value))
                figures[school.ma, name] = Figure(school.ma, name, number_of)
    period = Ky("2025-6T", "6 tháng đầu năm 2025")
    items = tuple(item for item in form.chi_tieu if item.is_figure)
    return to_sqlite([Reported(period, items, tuple(DonVi(one.ma, one.ten) for one in units), figures)])


def write() -> None:
    """Write the story anew."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Trường"
    sheet.append(
        ["Mã đơn vị", "Tên đơn vị", "Cơ quan chủ quản", "Ký hiệu", "Địa danh", "Chức vụ", "Họ và tên"]
    )
    for row in schools():
        sheet.append(row)
    for letter, width in zip("ABCDEFG", (12, 38, 24, 14, 12, 16, 20), strict=True):
        sheet.column_dimensions[letter].width = width
    (FOLDER / "truong.xlsx").write_bytes(_dated(book, _SAVED))
    form, units = read_form(FOLDER / "bieu-mau.yaml"), read_schools(FOLDER / "truong.xlsx")
    (FOLDER / "so-lieu-2025.sqlite").write_bytes(year_before(form, units))
    BACK.mkdir(exist_ok=True)
    for old in BACK.iterdir():
        old.unlink()
    for name, data in returned(form, units).items():
        (BACK / name).write_bytes(data)


if __name__ == "__main__":
    write()
