"""TT-21, third part: units of administration (Phụ lục II, III.1)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vanban.check.model import Case, Example, Hit
from vanban.check.prose import passages
from vanban.check.register import rule
from vanban.check.rules.capitals_names import MESSAGE, REMEDY
from vanban.language import N_
from vanban.tiengviet.capitals import begins_sentence
from vanban.tiengviet.names import PEOPLE_AND_EVENTS, SURNAMES
from vanban.tiengviet.tones import CAPITAL, SMALL

_UNITS = ("tỉnh", "thành phố", "huyện", "quận", "thị xã", "xã", "phường", "thị trấn", "đặc khu")
_CAPITAL_UNITS = "|".join(f"{unit[0].upper()}{unit[1:]}" for unit in _UNITS)
_NAME = rf"[{CAPITAL}][{SMALL}]+"
_UNIT = re.compile(rf"(?<!\w)({_CAPITAL_UNITS}) ({_NAME}) ({_NAME})")
_NOT_NAMES = frozenset(
    (
        "Đoàn",
        "Ủy",
        "Uỷ",
        "Đội",
        "Đảng",
        "Hội",
        "Ban",
        "Chủ",
        "Bí",
        "Sở",
        "Công",
        "Trung",
        "Trường",
        "Phòng",
        "Mặt",
    )
)
"""What follows the word for a unit without naming one: "Tỉnh Đoàn", "Xã Hội"."""


@rule(
    "TT-2102",
    N_("Danh từ chung chỉ đơn vị hành chính viết thường"),
    clause="Phụ lục II, III.1.a",
    message=MESSAGE,
    remedy=N_("Viết «{right}»; chỉ tên riêng của đơn vị hành chính viết hoa."),
    bad=Example("doan", "Nhà trường phối hợp với các đơn vị trên địa bàn Phường Tây Mỗ."),
    good=Example("doan", "Nhà trường phối hợp với các đơn vị trên địa bàn phường Tây Mỗ."),
    severity="warning",
)
def common_nouns(case: Case) -> Iterator[Hit]:
    """«Tỉnh Nam Định» within a sentence; units that bear the name of a person or a number take a capital."""
    for passage in passages(case):
        for found in _UNIT.finditer(passage.text):
            unit, first, second = found.groups()
            name = f"{first} {second}"
            if (
                begins_sentence(passage.text, found.start())
                or first in SURNAMES | _NOT_NAMES
                or any(person.startswith(name) for person in PEOPLE_AND_EVENTS)
                or passage.shown_in_capitals(*found.span())
            ):
                continue
            right = f"{unit.lower()} {name}"
            yield passage.hit(*found.span(), found=found[0], right=right)


_SPECIAL = re.compile(
    r"(?<!\w)(?:(?P<city>thành phố|Thành Phố) Hồ Chí Minh|(?P<capital>thủ đô|Thủ Đô) Hà Nội"
    r"|(?P<number>quận|phường) \d{1,2}(?=[,;)]|\.?$|\. ))"
)


@rule(
    "TT-2103",
    N_("Danh từ chung viết hoa: Thủ đô Hà Nội, Thành phố Hồ Chí Minh, Quận 1"),
    clause="Phụ lục II, III.1.b và III.1.c",
    message=MESSAGE,
    remedy=REMEDY,
    bad=Example("doan", "Đoàn công tác của trường học tập kinh nghiệm tại thành phố Hồ Chí Minh."),
    good=Example("doan", "Đoàn công tác của trường học tập kinh nghiệm tại Thành phố Hồ Chí Minh."),
    severity="warning",
)
def special_units(case: Case) -> Iterator[Hit]:
    """«thành phố Hồ Chí Minh», «thủ đô Hà Nội», «quận 1»."""
    for passage in passages(case):
        for found in _SPECIAL.finditer(passage.text):
            start, end = found.span()
            right = found[0][0].upper() + found[0][1:].replace(" Phố", " phố").replace(" Đô ", " đô ")
            yield passage.hit(start, end, found=found[0], right=right)


_HONOURING = re.compile(
    rf"(?<!\w)({'|'.join(unit for unit in _UNITS if unit not in ('tỉnh', 'đặc khu'))})"
    rf" (?:{'|'.join(PEOPLE_AND_EVENTS)})(?!\w)"
)


@rule(
    "TT-2104",
    N_("Đơn vị hành chính mang tên người, tên sự kiện"),
    clause="Phụ lục II, III.1.b",
    message=MESSAGE,
    remedy=N_("Viết «{right}»: tên người, tên sự kiện lịch sử đi liền thì danh từ chung cũng viết hoa."),
    bad=Example("doan", "Học sinh giao lưu với các bạn ở phường Điện Biên Phủ."),
    good=Example("doan", "Học sinh giao lưu với các bạn ở Phường Điện Biên Phủ."),
    severity="note",
)
def units_of_people(case: Case) -> Iterator[Hit]:
    """«phường Điện Biên Phủ»."""
    for passage in passages(case):
        for found in _HONOURING.finditer(passage.text):
            yield passage.hit(*found.span(), found=found[0], right=found[0][0].upper() + found[0][1:])
