"""TT-02: quốc hiệu and tiêu ngữ (Phụ lục I, Phần I, II.1)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vanban.check.model import Case, Example, Hit, Reword, at
from vanban.check.register import rule
from vanban.check.rules.drawn_rules import drawn_rules
from vanban.check.rules.looks import Titles, look_rules
from vanban.check.rules.words import lead, readable, shown
from vanban.language import N_
from vanban.thethuc import COMPONENTS
from vanban.thethuc.writing import QUOC_HIEU, TIEU_NGU

_QUOC_HIEU_CLAUSE = COMPONENTS["quoc_hieu"].clause
_TIEU_NGU_CLAUSE = COMPONENTS["tieu_ngu"].clause
_DASHES = re.compile(r"\s*[-\u2010-\u2015\u2212_~]+\s*")
_SPACED = re.compile(r"\s+[-\u2010\u2011]\s+")
"""A hyphen that breaks or not, with room on each side: how much is for TT-22 to say."""
_ACCEPTED = {QUOC_HIEU, QUOC_HIEU.replace("HÒA", "HOÀ")}
"""Both places of the tone mark are used."""

look_rules("02", 1, "quoc_hieu", Titles(
    N_("Cỡ chữ Quốc hiệu"), N_("Kiểu chữ Quốc hiệu"), N_("Vị trí Quốc hiệu")))  # fmt: skip
look_rules("02", 4, "tieu_ngu", Titles(
    N_("Cỡ chữ Tiêu ngữ"), N_("Kiểu chữ Tiêu ngữ"), N_("Vị trí Tiêu ngữ")))  # fmt: skip


@rule(
    "TT-0207",
    N_("Có Quốc hiệu"),
    clause=_QUOC_HIEU_CLAUSE,
    message=N_("Không thấy Quốc hiệu."),
    remedy=N_("Ghi «CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM» ở phía trên, bên phải trang đầu."),
    bad=Example("quoc_hieu", drop=True),
    good=Example("quoc_hieu"),
)
def quoc_hieu_is_there(case: Case) -> Iterator[Hit]:
    """The national name stands on the first page."""
    if not case.anatomy.first("quoc_hieu") and not case.headless:
        yield Hit(part="quoc_hieu")


@rule(
    "TT-0208",
    N_("Lời của Quốc hiệu"),
    clause=_QUOC_HIEU_CLAUSE,
    message=N_("Quốc hiệu ghi «{found}»."),
    remedy=N_("Ghi đúng «CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM», bằng chữ in hoa."),
    bad=Example("quoc_hieu", text="CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆTNAM"),
    good=Example("quoc_hieu", text="CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
)
def quoc_hieu_words(case: Case) -> Iterator[Hit]:
    """To the letter; both "HÒA" and "HOÀ" are written."""
    for part in readable(case, "quoc_hieu"):
        words = shown(part)
        if words not in _ACCEPTED:
            yield at(part, found=words)


@rule(
    "TT-0209",
    N_("Có Tiêu ngữ"),
    clause=_TIEU_NGU_CLAUSE,
    message=N_("Không thấy Tiêu ngữ."),
    remedy=N_("Ghi «Độc lập - Tự do - Hạnh phúc» ngay dưới Quốc hiệu."),
    bad=Example("tieu_ngu", drop=True),
    good=Example("tieu_ngu"),
)
def tieu_ngu_is_there(case: Case) -> Iterator[Hit]:
    """The motto stands under the national name."""
    if not case.anatomy.first("tieu_ngu") and case.anatomy.first("quoc_hieu"):
        yield Hit(part="tieu_ngu")


@rule(
    "TT-0210",
    N_("Lời của Tiêu ngữ"),
    clause=_TIEU_NGU_CLAUSE,
    message=N_("Tiêu ngữ ghi «{found}»."),
    remedy=N_("Ghi đúng «Độc lập - Tự do - Hạnh phúc»: ba cụm từ viết hoa chữ cái đầu."),
    bad=Example("tieu_ngu", text="Độc lập - Tự Do - Hạnh Phúc"),
    good=Example("tieu_ngu", text="Độc lập - Tự do - Hạnh phúc"),
)
def tieu_ngu_words(case: Case) -> Iterator[Hit]:
    """To the letter, the dashes between aside."""
    for part in readable(case, "tieu_ngu"):
        words = shown(part)
        if _DASHES.sub(" - ", words) != TIEU_NGU:
            yield at(part, found=words)


@rule(
    "TT-0211",
    N_("Gạch nối giữa các cụm từ của Tiêu ngữ"),
    clause=_TIEU_NGU_CLAUSE,
    fixable=True,
    message=N_("Giữa các cụm từ của Tiêu ngữ là «{found}»."),
    remedy=N_("Dùng gạch nối (-), có cách chữ ở hai bên."),
    bad=Example("tieu_ngu", text="Độc lập – Tự do – Hạnh phúc"),
    good=Example("tieu_ngu", text="Độc lập - Tự do - Hạnh phúc"),
)
def tieu_ngu_dashes(case: Case) -> Iterator[Hit]:
    """A hyphen with a space on each side; no en dash, no bare hyphen."""
    for part in readable(case, "tieu_ngu"):
        odd = [found for found in _DASHES.finditer(part.text.strip()) if not _SPACED.fullmatch(found[0])]
        if odd:
            start = lead(part)
            repairs = [Reword(start + found.start(), start + found.end(), " - ") for found in odd]
            yield at(part, *repairs, found=odd[0][0])


drawn_rules("02", 12, "tieu_ngu", (
    N_("Có đường kẻ dưới Tiêu ngữ"), N_("Đường kẻ dưới Tiêu ngữ là nét vẽ liền"),
    N_("Độ dài đường kẻ dưới Tiêu ngữ")))  # fmt: skip
