"""TT-13: marks of urgency and the other components (Phụ lục I, Phần I, III.2 to III.4)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vanban.check.model import Case, Example, Hit, at
from vanban.check.register import rule
from vanban.check.rules.looks import Titles, look_rules
from vanban.language import N_
from vanban.thethuc import COMPONENTS
from vanban.thethuc.writing import DO_KHAN
from vanban.tiengviet.unicode import nfc

_URGENT = (*DO_KHAN.values(), "HOẢ TỐC", "THƯỢNG KHẨN", "HỎA TỐC HẸN GIỜ")
_RANGES = ("XEM XONG TRẢ LẠI", "LƯU HÀNH NỘI BỘ")

look_rules(
    "13",
    1,
    "do_khan",
    Titles(N_("Cỡ chữ dấu chỉ mức độ khẩn"), N_("Kiểu chữ dấu chỉ mức độ khẩn")),
    words="KHẨN",
)
look_rules("13", 4, "pham_vi_luu_hanh", Titles(
    N_("Cỡ chữ chỉ dẫn phạm vi lưu hành"), N_("Kiểu chữ chỉ dẫn phạm vi lưu hành")))  # fmt: skip
look_rules("13", 7, "nguoi_soan_thao", Titles(N_("Cỡ chữ ký hiệu người soạn thảo"), ""))
look_rules("13", 10, "dia_chi", Titles(
    N_("Cỡ chữ địa chỉ cơ quan"), N_("Kiểu chữ địa chỉ cơ quan"), N_("Vị trí địa chỉ cơ quan")))  # fmt: skip


@rule(
    "TT-1320",
    N_("Lời của dấu chỉ mức độ khẩn"),
    clause=COMPONENTS["do_khan"].clause,
    message=N_("Dấu chỉ mức độ khẩn ghi «{found}»."),
    remedy=N_("Ghi HỎA TỐC, THƯỢNG KHẨN hoặc KHẨN, bằng chữ in hoa."),
    bad=Example("do_khan", text="Khẩn"),
    good=Example("do_khan", text="KHẨN"),
)
def urgency_words(case: Case) -> Iterator[Hit]:
    """One of the three, in capitals."""
    for part in case.all("do_khan"):
        words = " ".join(nfc(part.text).split())
        caps = all(look.caps for look in part.paragraph.look_at(part.start, part.end))
        if (words.upper() if caps else words) not in _URGENT:
            yield at(part, found=words)


@rule(
    "TT-1321",
    N_("Lời của chỉ dẫn phạm vi lưu hành"),
    clause=COMPONENTS["pham_vi_luu_hanh"].clause,
    message=N_("Chỉ dẫn phạm vi lưu hành ghi «{found}»."),
    remedy=N_("Ghi XEM XONG TRẢ LẠI hoặc LƯU HÀNH NỘI BỘ, bằng chữ in hoa."),
    bad=Example("pham_vi_luu_hanh", text="Lưu hành nội bộ"),
    good=Example("pham_vi_luu_hanh", text="LƯU HÀNH NỘI BỘ"),
)
def range_words(case: Case) -> Iterator[Hit]:
    """One of those that the clause names, in capitals."""
    for part in case.all("pham_vi_luu_hanh"):
        words = re.sub(r"[.\s]+", " ", nfc(part.text)).strip()
        caps = all(look.caps for look in part.paragraph.look_at(part.start, part.end))
        if (words.upper() if caps else words) not in _RANGES:
            yield at(part, found=words)
