"""TT-03: the names of the bodies that issue (Phụ lục I, Phần I, II.2)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vanban.check.model import Case, Example, Hit, Restyle, at
from vanban.check.register import rule
from vanban.check.rules.drawn_rules import drawn_rules
from vanban.check.rules.looks import Titles, look_rules
from vanban.check.rules.words import readable, shown
from vanban.language import N_
from vanban.parts import Part
from vanban.thethuc import COMPONENTS
from vanban.thethuc.measures import PL1

_SHORT = re.compile(r"\b(?:UBND|HĐND|MTTQ|TP)\b\.?")
"""Common abbreviations, which the name of the parent alone may have."""
_CLAUSE = COMPONENTS["co_quan"].clause

look_rules("03", 1, "co_quan_chu_quan", Titles(
    N_("Cỡ chữ tên cơ quan chủ quản"), N_("Kiểu chữ tên cơ quan chủ quản"),
    N_("Vị trí tên cơ quan chủ quản")))  # fmt: skip
look_rules("03", 4, "co_quan", Titles(
    N_("Cỡ chữ tên cơ quan ban hành"), N_("Kiểu chữ tên cơ quan ban hành"),
    N_("Vị trí tên cơ quan ban hành")))  # fmt: skip


@rule(
    "TT-0307",
    N_("Có tên cơ quan ban hành"),
    clause=_CLAUSE,
    message=N_("Không thấy tên cơ quan, tổ chức ban hành văn bản."),
    remedy=N_("Ghi tên cơ quan ở phía trên, bên trái trang đầu, chữ in hoa, đứng, đậm."),
    bad=Example("co_quan", drop=True, kind="quyet-dinh"),
    good=Example("co_quan"),
)
def issuer_is_there(case: Case) -> Iterator[Hit]:
    """The issuing body is named in the head; where nothing of a head is there, TT-0207 says enough."""
    head = case.anatomy.first("quoc_hieu", "tieu_ngu", "so_ky_hieu", "dia_danh")
    if head and not case.anatomy.first("co_quan"):
        yield Hit(part="co_quan")


@rule(
    "TT-0308",
    N_("Tên cơ quan bằng chữ in hoa"),
    clause=_CLAUSE,
    fixable=True,
    message=N_("Tên cơ quan có chữ in thường: «{found}»."),
    remedy=N_("Ghi cả tên bằng chữ in hoa."),
    bad=Example("co_quan", text="Ủy ban nhân dân phường Tây Mỗ"),
    good=Example("co_quan", text="ỦY BAN NHÂN DÂN PHƯỜNG TÂY MỖ"),
)
def issuer_in_capitals(case: Case) -> Iterator[Hit]:
    """Both names are in capitals, typed or shown so."""
    for part in readable(case, "co_quan_chu_quan", "co_quan"):
        if _small(part):
            yield at(part, Restyle({"caps": True}, part.start, part.end), found=part.text.strip())


drawn_rules("03", 9, "co_quan", (
    N_("Có đường kẻ dưới tên cơ quan"), N_("Đường kẻ dưới tên cơ quan là nét vẽ liền"),
    N_("Độ dài đường kẻ dưới tên cơ quan")), bad_mm=60)  # fmt: skip


@rule(
    "TT-0312",
    N_("Tên cơ quan ban hành ghi đầy đủ"),
    clause=f"{PL1}, II.2.a",
    severity="warning",
    message=N_("Tên cơ quan ban hành viết tắt «{found}»."),
    remedy=N_("Ghi tên chính thức, đầy đủ; chỉ tên cơ quan chủ quản mới viết tắt cụm từ thông dụng."),
    bad=Example("co_quan", text="UBND PHƯỜNG NGHĨA ĐÔ", kind="cong-van"),
    good=Example("co_quan", kind="cong-van"),
)
def issuer_is_named_in_full(case: Case) -> Iterator[Hit]:
    """The issuing body has its official name; its parent's may be shortened."""
    for part in readable(case, "co_quan"):
        if short := _SHORT.search(shown(part)):
            yield at(part, found=short[0])


def _small(part: Part) -> bool:
    """Whether small letters are shown as such."""
    at_letter = 0
    for run in part.paragraph.runs:
        low, high = max(part.start - at_letter, 0), max(part.end - at_letter, 0)
        if not run.look.caps and any(letter.islower() for letter in run.text[low:high]):
            return True
        at_letter += len(run.text)
    return False
