"""TT-05: place and date of issue (Phụ lục I, Phần I, II.4)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from vanban.check.model import Case, Example, Hit, Reword, at
from vanban.check.register import rule
from vanban.check.rules.looks import Titles, look_rules
from vanban.check.rules.words import lead, readable
from vanban.language import N_
from vanban.parts import Part
from vanban.thethuc import COMPONENTS
from vanban.tiengviet.unicode import nfc

_CLAUSE = COMPONENTS["dia_danh"].clause
_LINE = re.compile(
    r"(?P<place>.*?)(?P<comma>\s*,?\s*)(?P<date>ngày[\s\u00a0]*(?P<ngay>[\d.…_]*)[\s\u00a0]*"
    r"tháng[\s\u00a0]*(?P<thang>[\d.…_]*)[\s\u00a0]*năm[\s\u00a0]*(?P<nam>[\d.…_]*))(?P<rest>.*)\Z",
    re.IGNORECASE | re.DOTALL,
)
_PLACE_SHORT = re.compile(r"\b(?:TP|Tp|T\.P|HN|HCM|TPHCM|Q|P|X|H)\b(?!['’])\.?")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_UNITS = frozenset(
    ("tỉnh", "thành", "phố", "quận", "huyện", "thị", "xã", "trấn", "phường", "đặc", "khu", "đảo")
)
"""What places are: behind the first word they stay small, as in «Thành phố Hồ Chí Minh»."""

look_rules("05", 1, "dia_danh", Titles(
    N_("Cỡ chữ địa danh, thời gian"), N_("Kiểu chữ địa danh, thời gian"),
    N_("Vị trí địa danh, thời gian")))  # fmt: skip


def _lines(case: Case) -> Iterator[tuple[Part, re.Match[str]]]:
    for part in readable(case, "dia_danh"):
        if found := _LINE.match(nfc(part.text).strip()):
            yield part, found


@rule(
    "TT-0504",
    N_("Có địa danh và thời gian ban hành"),
    clause=_CLAUSE,
    message=N_("Không thấy địa danh và thời gian ban hành."),
    remedy=N_("Ghi «Địa danh, ngày … tháng … năm …» dưới Tiêu ngữ; chưa có ngày thì để trống."),
    bad=Example("dia_danh", drop=True),
    good=Example("dia_danh"),
)
def place_and_date_are_there(case: Case) -> Iterator[Hit]:
    """Every kind that has box 4 says where and when it is issued."""
    if case.kind and case.kind.form.place_and_date and not case.anatomy.first("dia_danh"):
        yield Hit(part="dia_danh")


@rule(
    "TT-0505",
    N_("Dạng ghi ngày, tháng, năm ban hành"),
    clause=_CLAUSE,
    message=N_("Thời gian ban hành ghi «{found}»."),
    remedy=N_("Ghi đủ «ngày … tháng … năm …», chữ thường, năm bốn chữ số."),
    bad=Example("dia_danh", text="Tây Mỗ, ngày 16/3/2026"),
    good=Example("dia_danh", text="Tây Mỗ, ngày 16 tháng 3 năm 2026"),
)
def date_is_spelled_out(case: Case) -> Iterator[Hit]:
    """Day, month and year are named, in small letters; the year has four figures."""
    for part in readable(case, "dia_danh"):
        found = _LINE.match(nfc(part.text).strip())
        small = found and (found["date"].islower() or not found["place"].strip())
        if not found or not small or re.fullmatch(r"\d|(?!20)\d\d", found["nam"]):
            yield at(part, found=found["date"] if found else part.text.strip())


@rule(
    "TT-0506",
    N_("Dấu phẩy sau địa danh"),
    clause=_CLAUSE,
    fixable=True,
    message=N_("Dấu phẩy không đứng liền sau địa danh: «{found}»."),
    remedy=N_("Ghi dấu phẩy liền sau địa danh, rồi cách một chữ."),
    bad=Example("dia_danh", text="Tây Mỗ ngày 16 tháng 3 năm 2026"),
    good=Example("dia_danh", text="Tây Mỗ, ngày 16 tháng 3 năm 2026"),
)
def comma_after_the_place(case: Case) -> Iterator[Hit]:
    """``Tây Mỗ, ngày``: a comma stands close to the place; how much space follows is for TT-22 to say."""
    for part, found in _lines(case):
        if found["place"].strip(" .…_") and not found["comma"].startswith(","):
            start, end = lead(part) + found.start("comma"), lead(part) + found.end("comma")
            repairs = [Reword(start, end, ", ")] if nfc(part.text) == part.text else []
            yield at(part, *repairs, found=found["place"] + found["comma"] + "ngày")


@rule(
    "TT-0507",
    N_("Ngày, tháng nhỏ có số 0 phía trước"),
    clause=_CLAUSE,
    message=N_("Thời gian ban hành ghi «{found}»."),
    remedy=N_("Ngày nhỏ hơn 10 và tháng 1, tháng 2 thì ghi thêm số 0: «{wanted}»."),
    bad=Example("dia_danh", text="Tây Mỗ, ngày 5 tháng 3 năm 2026", kind="to-trinh"),
    good=Example("dia_danh", text="Tây Mỗ, ngày 05 tháng 3 năm 2026", kind="to-trinh"),
)
def small_numbers_have_a_zero(case: Case) -> Iterator[Hit]:
    """Days below 10, and months 1 and 2."""
    for part, found in _lines(case):
        day = f"0{found['ngay']}" if re.fullmatch("[1-9]", found["ngay"]) else found["ngay"]
        month = f"0{found['thang']}" if re.fullmatch("[12]", found["thang"]) else found["thang"]
        if (day, month) != (found["ngay"], found["thang"]):
            yield at(part, found=found["date"], wanted=f"ngày {day} tháng {month} năm {found['nam']}")


@rule(
    "TT-0508",
    N_("Tháng từ 3 đến 9 không thêm số 0"),
    clause=_CLAUSE,
    severity="note",
    message=N_("Tháng ghi «{found}»."),
    remedy=N_("Ghi «tháng {wanted}»: Nghị định chỉ thêm số 0 cho tháng 1 và tháng 2."),
    bad=Example("dia_danh", text="Tây Mỗ, ngày 16 tháng 03 năm 2026"),
    good=Example("dia_danh", text="Tây Mỗ, ngày 16 tháng 3 năm 2026"),
)
def larger_months_have_none(case: Case) -> Iterator[Hit]:
    """The clause names only months 1 and 2; many offices pad the others too."""
    for part, found in _lines(case):
        if re.fullmatch("0[3-9]", found["thang"]):
            yield at(part, found=found["thang"], wanted=found["thang"][1])


@rule(
    "TT-0509",
    N_("Ngày ban hành có thật"),
    clause=_CLAUSE,
    message=N_("Không có ngày «{found}»."),
    remedy=N_("Xem lại ngày, tháng, năm."),
    bad=Example("dia_danh", text="Tây Mỗ, ngày 31 tháng 6 năm 2026", kind="to-trinh"),
    good=Example("dia_danh", text="Tây Mỗ, ngày 30 tháng 6 năm 2026", kind="to-trinh"),
)
def date_exists(case: Case) -> Iterator[Hit]:
    """The calendar has such a day."""
    for part, found in _lines(case):
        if all(found[name].isdigit() for name in ("ngay", "thang", "nam")):
            try:
                date(int(found["nam"]), int(found["thang"]), int(found["ngay"]))
            except ValueError:
                yield at(part, found=found["date"])


@rule(
    "TT-0510",
    N_("Không có gì sau năm"),
    clause=_CLAUSE,
    fixable=True,
    message=N_("Sau năm còn «{found}»."),
    remedy=N_("Bỏ phần thừa: dòng này kết thúc ở năm."),
    bad=Example("dia_danh", text="Tây Mỗ, ngày 16 tháng 3 năm 2026."),
    good=Example("dia_danh", text="Tây Mỗ, ngày 16 tháng 3 năm 2026"),
)
def nothing_after_the_year(case: Case) -> Iterator[Hit]:
    """No full stop: it is a line, not a sentence."""
    for part, found in _lines(case):
        rest = found["rest"].strip()
        year = found["nam"].rstrip(".…_")
        if not rest and year.isdigit() and found["nam"] != year:
            rest = found["nam"][len(year) :]
        if rest in (".", ",", ";", ":") and (place := part.text.rindex(rest)) >= 0:
            start = part.start + place
            yield at(
                part, Reword(start, start + len(rest), ""), start=start, end=start + len(rest), found=rest
            )


@rule(
    "TT-0511",
    N_("Địa danh ghi đầy đủ"),
    clause=_CLAUSE,
    severity="note",
    message=N_("Địa danh viết tắt: «{found}»."),
    remedy=N_("Ghi tên gọi đầy đủ của nơi cơ quan đóng trụ sở."),
    bad=Example("dia_danh", text="TP. Hà Nội, ngày 16 tháng 3 năm 2026"),
    good=Example("dia_danh", text="Hà Nội, ngày 16 tháng 3 năm 2026"),
)
def place_is_not_abbreviated(case: Case) -> Iterator[Hit]:
    """The official name of the place."""
    for part, found in _lines(case):
        if short := _PLACE_SHORT.search(found["place"]):
            yield at(part, found=short[0])


@rule(
    "TT-0512",
    N_("Chữ cái đầu của địa danh viết hoa"),
    clause=_CLAUSE,
    message=N_("Địa danh ghi «{found}»."),
    remedy=N_("Ghi «{wanted}»."),
    bad=Example("dia_danh", text="Tây mỗ, ngày 16 tháng 3 năm 2026"),
    good=Example("dia_danh", text="Thành phố Hồ Chí Minh, ngày 16 tháng 3 năm 2026"),
)
def place_has_capitals(case: Case) -> Iterator[Hit]:
    """Each word of the name begins with a capital and goes on small; «phố» and the like may be small."""
    for part, found in _lines(case):
        place = found["place"].strip()
        wanted = _WORD.sub(lambda word: _as_name(word[0], first=word.start() == 0), place)
        if wanted != place and not _PLACE_SHORT.search(place):
            yield at(part, found=place, wanted=wanted)


def _as_name(word: str, *, first: bool) -> str:
    if word in _UNITS and not first:
        return word
    return word[0].upper() + (word[1:].lower() if word.isupper() else word[1:])
