"""How fixed pieces are written: số and ký hiệu, the forms of authority, the words every paper carries."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from vanban.thethuc.kinds import Kind
from vanban.thethuc.measures import PL1

QUOC_HIEU = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
TIEU_NGU = "Độc lập - Tự do - Hạnh phúc"
KINH_GUI = "Kính gửi:"
NOI_NHAN = "Nơi nhận:"
NHU_TREN = "Như trên"
LUU = "Lưu:"
VE_VIEC = "V/v"
CLOSING = "./."
"""Ends the content of every form of annex III that has a body."""

DO_KHAN: dict[str, str] = {
    "hoa-toc": "HỎA TỐC",
    "thuong-khan": "THƯỢNG KHẨN",
    "khan": "KHẨN",
}
DO_MAT: dict[str, str] = {"tuyet-mat": "TUYỆT MẬT", "toi-mat": "TỐI MẬT", "mat": "MẬT"}

BLANK = "\u00a0"
"""A space that does not break: several make the gap that a pen fills."""


@dataclass(frozen=True, slots=True)
class Authority:
    """A form of authority before an office (Phụ lục I, II.7.b) and its place among the others."""

    abbreviation: str
    name: str
    rank: int
    """The order of lines above the office: a collective first, then who signs for whom (Điều 13)."""


AUTHORITIES: dict[str, Authority] = {
    row.abbreviation: row
    for row in (
        Authority("TM.", "thay mặt", 1),
        Authority("TUQ.", "thừa ủy quyền", 2),
        Authority("TL.", "thừa lệnh", 2),
        Authority("KT.", "ký thay", 3),
        Authority("Q.", "quyền", 3),
    )
}
AUTHORITY_CLAUSE = f"{PL1}, II.7.b; Điều 13"


def in_order(lines: Sequence[str]) -> list[str]:
    """The lines above an office with their forms of authority in order: TM., then TUQ. or TL., then KT. or Q.

    A line without a form of authority goes on from the line before it, and stays behind it.
    """
    groups: list[list[str]] = []
    for line in lines:
        if line.split(" ")[0].upper() in AUTHORITIES or not groups:
            groups.append([line])
        else:
            groups[-1].append(line)
    ranked = sorted(groups, key=lambda group: _rank(group[0]))
    return [line for group in ranked for line in group]


def _rank(line: str) -> int:
    form = AUTHORITIES.get(line.split(" ")[0].upper())
    return form.rank if form else 0


_ABBREVIATED_ISSUERS = (("ỦY BAN NHÂN DÂN", "UBND"), ("HỘI ĐỒNG NHÂN DÂN", "HĐND"))


_BASE_WORDS = ("Căn cứ", "Theo ", "Xét ", "Thực hiện", "Trên cơ sở", "Tiếp theo")


def base_text(text: str) -> str:
    """A legal basis as it is printed: "Căn cứ" comes before one that begins with no such word (II.6.a)."""
    return text if text.startswith(_BASE_WORDS) else f"Căn cứ {text}"


def number_text(so: str) -> str:
    """``so`` as it is printed: a number below 10 takes a leading zero (II.3.c); other text stays."""
    return so.zfill(2) if re.fullmatch(r"\d", so) else so


def symbol_text(kind: Kind, ky_hieu: str, co_quan: str) -> str:
    """The whole ký hiệu: ``KH-UBND``, or ``UBND-VHXH`` for a công văn (II.3.b).

    Args:
        kind: its abbreviation is put in front where ``ky_hieu`` does not carry it.
        ky_hieu: the symbol or the issuer's part of it; "" to take the issuer's common abbreviation.
        co_quan: the issuer's name; only bodies whose abbreviation is common knowledge give a symbol, since
            the head of an office decides about the others.
    """
    own = ky_hieu or next(
        (short for name, short in _ABBREVIATED_ISSUERS if co_quan.upper().startswith(name)),
        "",
    )
    if not kind.abbreviation or re.split("[-/]", own.removeprefix(_year(own)))[0] == kind.abbreviation:
        return own
    return f"{kind.abbreviation}-{own or BLANK * 6}"


def _year(symbol: str) -> str:
    """The year and stroke that older papers write before the symbol: ``2002/QĐ-BTC``."""
    found = re.match(r"\d{4}/", symbol)
    return found[0] if found else ""


def number_and_symbol(kind: Kind, so: str, ky_hieu: str, co_quan: str) -> str:
    """``Số: 05/KH-UBND``, without spaces inside, with room for the pen where the number is not known."""
    return f"Số: {number_text(so) or BLANK * 7}/{symbol_text(kind, ky_hieu, co_quan)}"
