"""Units of administration that are no more, found in running text: provinces, districts, communes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from vanban.thethuc.units_table import key_of, units
from vanban.thethuc.validity import DISTRICTS_CLAUSE, DISTRICTS_END
from vanban.tiengviet.tones import CAPITAL, LETTERS

Level = Literal["tinh", "huyen", "xa"]

PROVINCES_SOURCE = "Nghị quyết số 202/2025/QH15"
EARLIER: dict[str, tuple[date, str, str]] = {
    "tỉnh hà tây": (date(2008, 8, 1), "Thành phố Hà Nội", "Nghị quyết số 15/2008/QH12"),
    "tỉnh thừa thiên huế": (date(2025, 1, 1), "Thành phố Huế", "Nghị quyết số 175/2024/QH15"),
}
"""Provinces that ended before 1 July 2025: since when they are no more, where they are now, the source."""


@dataclass(frozen=True, slots=True)
class FormerUnit:
    """Letters ``start`` to ``end`` name a unit that is no more since ``until``.

    ``now`` are the units that took its place; none where several bore the name, and for a whole district.
    """

    start: int
    end: int
    name: str
    level: Level
    until: date
    now: tuple[str, ...]
    source: str


_WORD = rf"[{CAPITAL}][{LETTERS}]*(?:['’][{LETTERS}]+)?"
_NAME = rf"(?P<name>{_WORD}(?:(?: [-–] |[ \xa0–-]){_WORD})*(?: \d)?|\d{{1,2}}(?!\w|[.,/]\d))"
_COMMUNES = r"phường|xã|thị\s+trấn|tt\."
_DISTRICTS = r"quận|huyện|thị\s+xã|tx\.|thành\s+phố|tp\.?"
_UNIT = re.compile(
    rf"(?<![\w-])(?P<all>các\s+)?(?P<kind>(?i:tỉnh|{_COMMUNES}|{_DISTRICTS}))(?:\s+|(?<=\.)){_NAME}"
)
_DISTRICT_OF_IT = re.compile(
    rf"\s*(?:[,(-]\s*(?:thuộc\s+)?|thuộc\s+)(?P<kind>(?i:{_DISTRICTS}))(?:\s+|(?<=\.)){_NAME}"
)
_NEXT = re.compile(rf"(?:\s*[,;]\s*|\s+và\s+){_NAME}")
_SHORT = {"tp": "thành phố", "tp.": "thành phố", "tx.": "thị xã", "tt.": "thị trấn"}

_DEPARTMENTS = (
    r"Giáo dục và Đào tạo|GD\s?(?:&|và)?\s?ĐT|Nội vụ|Tài chính|Y tế|Xây dựng|Tư pháp|Công [Tt]hương|Du lịch"
    r"|Khoa học và Công nghệ|Nông nghiệp và Môi trường|Văn hóa, Thể thao và Du lịch|Văn hóa và Thể thao"
)
_OFFICE = re.compile(rf"(?<!\w)(?i:Sở\s+(?:{_DEPARTMENTS})|Tỉnh\s+(?:ủy|uỷ|đoàn))\s+{_NAME}")
"""Offices of a province that are named without the word «tỉnh»."""

_KEPT_NAME = re.compile(
    r"(?:Trường(?! hợp)|Đại học|Học viện|Bệnh viện|Trung tâm|Trạm|Công ty|Tập đoàn|Chi nhánh|Ngân hàng"
    r"|Quỹ|HTX|Hợp tác xã|Nhà máy|Khu công nghiệp|Khu đô thị|Bảo tàng|Nhà hát|Báo(?! cáo)|Tạp chí|Di tích"
    r"|Dự án)"
    r"(?!\w)[^,;.:()–]*\Z"
)
"""The beginning of a name of something else that the unit's name is a part of, and that may live on."""
_FORMER_AFTER = re.compile(
    r"\W{0,3}(?:cũ|trước đây|trước kia|trước (?:khi )?(?:thực hiện )?(?:sáp nhập|sắp xếp|hợp nhất)"
    r"|trước ngày 0?1(?:/| tháng )0?7|nay (?:là|thuộc))(?!\w)"
)
_FORMER_BEFORE = re.compile(
    r"(?<!\w)(?:[Nn]guyên(?: là)?|[Tt]rước đây(?: là| thuộc)?|nhập|hợp nhất|tách từ|giải thể|trên cơ sở)"
    r"\s+(?:các\s+|toàn bộ\s+)?\Z"
)


def former_units(text: str, on: date) -> Iterator[FormerUnit]:
    """Units named in ``text`` that are no more ``on`` a day, in reading order.

    Only names of the table count, with their kind before them, or a province after its office. Let be are
    names that another unit bears today, names of schools, companies and the like, and units that the text
    itself calls former ("cũ", "nay là"). A commune with its district is one find.
    """
    finds = [list(_named(text, found, on)) for found in _UNIT.finditer(text)]
    finds += [[*_unit("tỉnh", found, found.start("name"), on)] for found in _OFFICE.finditer(text)]
    end = 0
    for group in sorted(filter(None, finds), key=lambda group: group[0].start):
        if group[0].start >= end and not _said_former(text, group):
            end = group[-1].end
            yield from group


def _named(text: str, found: re.Match[str], on: date) -> Iterator[FormerUnit]:
    """The unit found, with its district where that follows; after "các" those that are listed as well."""
    kind = _kind(found["kind"])
    district = _DISTRICT_OF_IT.match(text, found.end())
    if district and (pair := [*_pair(kind, found, district, on)]):
        yield from pair
        return
    start, name = found.start("kind"), found
    while True:
        yield from _unit(kind, name, start, on)
        following = _NEXT.match(text, name.end()) if found["all"] else None
        if not following:
            return
        start, name = following.start("name"), following


def _kind(typed: str) -> str:
    kind = " ".join(typed.lower().split())
    return _SHORT.get(kind, kind)


def _unit(kind: str, found: re.Match[str], start: int, on: date) -> Iterator[FormerUnit]:
    """The unit of this kind and name if it is no more."""
    key, end = key_of(f"{kind} {found['name']}"), found.end()

    def told(level: Level, until: date, now: tuple[str, ...], source: str) -> FormerUnit:
        return FormerUnit(start, end, found.string[start:end], level, until, now, source)

    if key in EARLIER and EARLIER[key][0] <= on:
        until, now, source = EARLIER[key]
        yield told("tinh", until, (now,), source)
    elif on < DISTRICTS_END or key in units().present:
        return
    elif key in units().provinces:
        yield told("tinh", DISTRICTS_END, (units().provinces[key],), PROVINCES_SOURCE)
    elif key in units().districts:
        yield told("huyen", DISTRICTS_END, (), DISTRICTS_CLAUSE)
    elif " " in found["name"]:  # «Xã Ba», «phường 5» alone may be anything
        match units().communes.get(key, ()):
            case (commune,):
                yield told("xa", DISTRICTS_END, commune.now, commune.resolution)
            case (_, _, *_):
                yield told("xa", DISTRICTS_END, (), DISTRICTS_CLAUSE)


def _pair(kind: str, found: re.Match[str], district: re.Match[str], on: date) -> Iterator[FormerUnit]:
    """A commune with the district in which it was: that is past even where the commune's name lives on."""
    of_kind = _kind(district["kind"])
    of = next(_unit(of_kind, district, district.start("kind"), on), None)
    if not of or of.level != "huyen":
        return
    wanted = key_of(f"{of_kind} {district['name']}")
    start, end = found.start("kind"), of.end
    for commune in units().communes.get(key_of(f"{kind} {found['name']}"), ()):
        if key_of(commune.district) == wanted:
            name = found.string[start:end]
            yield FormerUnit(start, end, name, "xa", of.until, commune.now, commune.resolution)
            return


def _said_former(text: str, group: list[FormerUnit]) -> bool:
    """Whether the words around these units say that they are past, or make them a part of another name."""
    before = text[max(group[0].start - 90, 0) : group[0].start]
    return bool(
        _FORMER_AFTER.match(text, group[-1].end) or _FORMER_BEFORE.search(before) or _KEPT_NAME.search(before)
    )
