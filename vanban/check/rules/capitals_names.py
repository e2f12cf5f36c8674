"""TT-21, second part: names that annex II writes in one way (Phụ lục II, III to V)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vanban.check.model import Case, Example, Hit
from vanban.check.prose import passages
from vanban.check.register import rule
from vanban.language import N_
from vanban.tiengviet import names
from vanban.tiengviet.capitals import Lexicon

MESSAGE = N_("«{found}» chưa đúng cách viết hoa.")
REMEDY = N_("Viết «{right}».")

_BODIES = Lexicon(names.BODIES, partly=names.PARTLY_CAPITAL_BODIES, never=names.NOT_BODIES)
_LONGER = (
    name.lower()
    for name in (*names.BODIES, *names.PARTLY_CAPITAL_BODIES, *names.HOLIDAYS, *names.LAWS, *names.HONOURS)
    if any(place in name for place in names.PLACES)
)
"""Names that hold a place; their own rules speak of them."""
_PLACES = Lexicon(names.PLACES, partly=names.PARTLY_CAPITAL_PLACES, never=(*_LONGER, "hải dương học"))
_HONOURS = Lexicon(names.HONOURS)
_OFFICES = Lexicon((), partly=names.OFFICES)
_OFFICE_OF = re.compile(
    rf"(?<!các )(?<!chức vụ )(?<!chức danh )(?<![\w-])({'|'.join(name.lower() for name in names.OFFICES)})"
    r"(?= (?:Ủy ban|Uỷ ban|UBND|Hội đồng nhân dân|HĐND|Quốc hội|Chính phủ|Sở|Bộ|nước|Mặt trận)(?!\w))"
)
"""An office in small letters before the body that it leads."""
_HOLIDAYS = Lexicon(names.HOLIDAYS)
LAW_NAMES = Lexicon((), partly=names.LAWS, never=("pháp luật",))
_EVENTS = Lexicon(names.EVENTS, partly=names.DYNASTIES)


def _slips(case: Case, lexicon: Lexicon) -> Iterator[Hit]:
    for passage in passages(case):
        for start, end, right in lexicon.slips(passage.text):
            if not passage.shown_in_capitals(start, end):
                yield passage.hit(start, end, found=passage.text[start:end], right=right)


@rule(
    "TT-2105",
    N_("Viết hoa địa danh và vùng, miền"),
    clause="Phụ lục II, III.1",
    message=MESSAGE,
    remedy=REMEDY,
    bad=Example("doan", "Nhà trường tổ chức cho học sinh giỏi đi tham quan các tỉnh vùng Tây bắc."),
    good=Example("doan", "Nhà trường tổ chức cho học sinh giỏi đi tham quan các tỉnh vùng Tây Bắc."),
    severity="warning",
)
def places(case: Case) -> Iterator[Hit]:
    """«Tây bắc», «Việt nam»."""
    return _slips(case, _PLACES)


@rule(
    "TT-2106",
    N_("Viết hoa tên cơ quan, tổ chức"),
    clause="Phụ lục II, IV.1",
    message=MESSAGE,
    remedy=REMEDY,
    bad=Example("doan", "Nhà trường báo cáo Ủy Ban Nhân Dân phường trước khi thực hiện."),
    good=Example("doan", "Nhà trường báo cáo Ủy ban nhân dân phường trước khi thực hiện."),
    severity="warning",
)
def bodies(case: Case) -> Iterator[Hit]:
    """«Ủy Ban Nhân Dân», «Sở giáo dục và đào tạo»."""
    return _slips(case, _BODIES)


@rule(
    "TT-2108",
    N_("Viết hoa huân chương, huy chương, danh hiệu vinh dự"),
    clause="Phụ lục II, V.2",
    message=MESSAGE,
    remedy=REMEDY,
    bad=Example("doan", "Đề nghị tặng danh hiệu Nhà giáo ưu tú cho giáo viên của trường."),
    good=Example("doan", "Đề nghị tặng danh hiệu Nhà giáo Ưu tú cho giáo viên của trường."),
    severity="warning",
)
def honours(case: Case) -> Iterator[Hit]:
    """«Nhà giáo ưu tú», «Huân chương lao động hạng ba»."""
    return _slips(case, _HONOURS)


@rule(
    "TT-2109",
    N_("Viết hoa tên chức vụ"),
    clause="Phụ lục II, V.3",
    message=MESSAGE,
    remedy=REMEDY,
    bad=Example("doan", "Đồng chí Hiệu Trưởng phân công giáo viên phụ trách từng nội dung."),
    good=Example("doan", "Đồng chí Hiệu trưởng phân công giáo viên phụ trách từng nội dung."),
    severity="note",
)
def offices(case: Case) -> Iterator[Hit]:
    """«Chủ Tịch», «Phó chủ tịch», «chủ tịch Ủy ban nhân dân»."""
    yield from _slips(case, _OFFICES)
    for passage in passages(case):
        for found in _OFFICE_OF.finditer(passage.text):
            right = next(name for name in names.OFFICES if name.lower() == found[1])
            yield passage.hit(*found.span(), found=found[1], right=right)


@rule(
    "TT-2110",
    N_("Viết hoa tên ngày lễ, ngày kỷ niệm, ngày tết"),
    clause="Phụ lục II, V.5",
    message=MESSAGE,
    remedy=REMEDY,
    bad=Example("doan", "Nhà trường tổ chức tọa đàm nhân ngày nhà giáo Việt Nam tại hội trường."),
    good=Example("doan", "Nhà trường tổ chức tọa đàm nhân ngày Nhà giáo Việt Nam tại hội trường."),
    severity="warning",
)
def holidays(case: Case) -> Iterator[Hit]:
    """«ngày quốc tế lao động», «tết Nguyên Đán»."""
    return _slips(case, _HOLIDAYS)


@rule(
    "TT-2111",
    N_("Viết hoa tên luật, bộ luật"),
    clause="Phụ lục II, V.6",
    message=MESSAGE,
    remedy=REMEDY,
    bad=Example("doan", "Tuyên truyền các quy định mới của Luật giáo dục đến phụ huynh học sinh."),
    good=Example("doan", "Tuyên truyền các quy định mới của Luật Giáo dục đến phụ huynh học sinh."),
    severity="warning",
)
def laws(case: Case) -> Iterator[Hit]:
    """«Luật giáo dục», «Bộ Luật Lao động»."""
    return _slips(case, LAW_NAMES)


@rule(
    "TT-2114",
    N_("Viết hoa sự kiện lịch sử, triều đại"),
    clause="Phụ lục II, V.9",
    message=MESSAGE,
    remedy=REMEDY,
    bad=Example("doan", "Học sinh tìm hiểu về Cách mạng Tháng tám qua sách của thư viện."),
    good=Example("doan", "Học sinh tìm hiểu về Cách mạng tháng Tám qua sách của thư viện."),
    severity="warning",
)
def events(case: Case) -> Iterator[Hit]:
    """«Cách mạng Tháng tám», «triều Nguyễn»."""
    return _slips(case, _EVENTS)
