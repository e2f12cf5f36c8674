"""TT-23, fourth part: provinces, districts and communes that were no more at the date of the paper."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vanban.check.model import Case, Example, Hit
from vanban.check.past import DISTRICT_BODY, body_before, day_of_issue, row_looks_back
from vanban.check.prose import FIXED, Passage, passages
from vanban.check.register import rule
from vanban.language import N_, _
from vanban.thethuc.units import PROVINCES_SOURCE, FormerUnit, former_units
from vanban.thethuc.validity import DISTRICTS_CLAUSE, DISTRICTS_END

_HEADS = ("co_quan", "co_quan_chu_quan")
_BIRTH = re.compile(r"(?<!\w)(?:quê(?: quán)?|nguyên quán|nơi sinh|sinh (?:tại|ở|năm))(?!\w)", re.IGNORECASE)
"""Where a person comes from is written as the person's papers have it."""


@rule(
    "TT-2332",
    N_("Nhắc đến cơ quan của tỉnh, xã, phường đã sáp nhập"),
    clause=PROVINCES_SOURCE,
    message=N_("«{found}» không còn từ ngày 01/7/2025{now}."),
    remedy=N_("Ghi cơ quan hiện nay; nếu nói về thời gian trước thì ghi thêm «cũ» (nguồn: {source})."),
    bad=Example("doan", "Đoàn công tác trao đổi kinh nghiệm với Ủy ban nhân dân tỉnh Hải Dương."),
    good=Example("doan", "Đoàn công tác trao đổi kinh nghiệm với Ủy ban nhân dân thành phố Hải Phòng."),
    severity="warning",
)
def bodies_of_former_units(case: Case) -> Iterator[Hit]:
    """«Ủy ban nhân dân tỉnh Hải Dương», «Sở Giáo dục và Đào tạo Hà Nam»."""
    for passage, unit in _former(case):
        body = body_before(passage.text, unit.start)
        if body is not None and not DISTRICT_BODY.match(passage.text, body):  # TT-2330, TT-2331
            yield _hit(passage, unit, body)


@rule(
    "TT-2333",
    N_("Nhắc đến đơn vị hành chính không còn"),
    clause=DISTRICTS_CLAUSE,
    message=N_("«{found}» không còn từ ngày 01/7/2025{now}."),
    remedy=N_("Ghi đơn vị hành chính hiện nay, hoặc ghi thêm «cũ» (nguồn: {source})."),
    bad=Example("doan", "Học sinh tham quan làng nghề trên địa bàn huyện Hoài Đức."),
    good=Example("doan", "Học sinh tham quan làng nghề trên địa bàn huyện Hoài Đức cũ."),
    severity="note",
)
def former_places(case: Case) -> Iterator[Hit]:
    """«huyện Hoài Đức», «phường Mễ Trì, quận Nam Từ Liêm»; each name is told once."""
    told: set[str] = set()
    for passage, unit in _former(case):
        body = body_before(passage.text, unit.start)
        if unit.name not in told and body is None and not _BIRTH.search(passage.text, 0, unit.start):
            told.add(unit.name)
            yield _hit(passage, unit, unit.start)


def _former(case: Case) -> Iterator[tuple[Passage, FormerUnit]]:
    """Units in running text that were no more when the paper was issued, where it does not look back."""
    issued = day_of_issue(case)
    if not issued or issued < DISTRICTS_END:
        return
    for passage in passages(case, besides=FIXED):
        units = [*former_units(passage.text, issued)]
        if passage.part.id in _HEADS:
            units = [unit for unit in units if unit.level != "huyen"]  # TT-2330
        if units and not row_looks_back(case, passage):
            yield from ((passage, unit) for unit in units)


def _hit(passage: Passage, unit: FormerUnit, start: int) -> Hit:
    found = passage.text[start : unit.end]
    now = _(", nay là {units}").format(units=", ".join(unit.now)) if unit.now else ""
    return passage.hit(start, unit.end, found=found, now=now, source=unit.source)
