"""TT-04: số and ký hiệu (Phụ lục I, Phần I, II.3)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from vanban.check.model import Case, Example, Hit, Reword, at
from vanban.check.register import rule
from vanban.check.rules.looks import Titles, look_rules
from vanban.check.rules.words import lead, readable
from vanban.language import N_
from vanban.parts import Part
from vanban.thethuc import COMPONENTS, KINDS
from vanban.thethuc.measures import PL1

_CLAUSE = COMPONENTS["so_ky_hieu"].clause
_NUMBER = re.compile(
    r"(?P<word>S[ốôồỗổộơo])(?P<before>\s*)(?P<colon>:?)(?P<after>\s*)(?P<so>[\d.…_]*)(?P<gap>[\s\u00a0]*)"
    r"(?P<rest>/.*?)?[\s.]*\Z",
    re.IGNORECASE | re.DOTALL,
)
_LOOSE = re.compile(r"[ \u00a0]*([/\-\u2012-\u2015])[ \u00a0]*")
_CLOSE = 3
"""A sign and a space on each side of it; more is a number that was put into its gap."""
_BLANK = re.compile(r"[\s\u00a0.…_]*\Z")
_YEAR = re.compile(r"/((?:19|20)\d\d)(?=/|-|\Z)")
_COMMON = {"UBND": "ỦY BAN NHÂN DÂN", "HĐND": "HỘI ĐỒNG NHÂN DÂN"}
"""Abbreviations that stand for one name everywhere."""
_KINDS_ALONE = {"CV"} | {
    KINDS[name].abbreviation
    for name in ("nghi-quyet", "quyet-dinh", "ke-hoach", "bao-cao", "to-trinh", "chuong-trinh", "quy-dinh")
}
"""What begins a symbol to mean a kind and nothing else; CT, TC or PC may be the name of a body."""
_UNSLASHED = re.compile(r"Số\s*:?\s*\d+[a-z]?\s*([-\u2010-\u2015]|\s)\s*(?=[^\W\d])", re.IGNORECASE)
_FREE = frozenset(("hop-dong", "ban-ghi-nho", "ban-thoa-thuan"))
"""Kinds that two sides number as they agree."""
_NORMATIVE = {KINDS[name].abbreviation for name in ("nghi-quyet", "quyet-dinh", "chi-thi")}
"""Kinds that are also normative documents, whose symbol has a year by the law on those."""

look_rules("04", 1, "so_ky_hieu", Titles(
    N_("Cỡ chữ số, ký hiệu"), N_("Kiểu chữ số, ký hiệu"), N_("Vị trí số, ký hiệu")))  # fmt: skip


class _Number(NamedTuple):
    """``Số: 05/KH-UBND`` taken apart: the part, the number, the symbol as written and with its spaces out."""

    part: Part
    found: re.Match[str]
    so: str
    symbol: str

    @property
    def pieces(self) -> list[str]:
        return [piece.strip() for piece in re.split(r"[-\u2010-\u2015]", self.symbol)]


def _numbers(case: Case) -> Iterator[_Number]:
    for part in readable(case, "so_ky_hieu"):
        if found := _NUMBER.match(part.text.strip()):
            symbol = re.sub(r"\s+", "", (found["rest"] or "")[1:])
            yield _Number(part, found, found["so"].strip(".…_"), symbol)


@rule(
    "TT-0404",
    N_("Có số, ký hiệu"),
    clause=_CLAUSE,
    message=N_("Không thấy số, ký hiệu của văn bản."),
    remedy=N_("Ghi «Số: …/…» dưới tên cơ quan ban hành; chưa có số thì để trống."),
    bad=Example("so_ky_hieu", drop=True),
    good=Example("so_ky_hieu"),
)
def number_is_there(case: Case) -> Iterator[Hit]:
    """Every kind that is numbered has a number and symbol."""
    if case.kind and case.kind.form.numbered and not case.anatomy.first("so_ky_hieu"):
        yield Hit(part="so_ky_hieu")


@rule(
    "TT-0405",
    N_("Chữ «Số» và dấu hai chấm"),
    clause=_CLAUSE,
    fixable=True,
    message=N_("Phần đầu ghi «{found}»."),
    remedy=N_("Ghi «Số:», sau dấu hai chấm cách một chữ."),
    bad=Example("so_ky_hieu", text="Số 58/KH-UBND"),
    good=Example("so_ky_hieu", text="Số: 58/KH-UBND"),
)
def number_begins(case: Case) -> Iterator[Hit]:
    """``Số:`` with a capital and a colon right behind it."""
    for number in _numbers(case):
        found = number.found
        head = found["word"] + found["before"] + found["colon"]
        if head != "Số:":
            start = lead(number.part)
            end = start + len(head) + len(found["after"])
            repair = Reword(start, end, "Số: " if found["so"] else "Số:" + found["after"])
            yield at(number.part, repair, start=start, end=end, found=head)


@rule(
    "TT-0406",
    N_("Số nhỏ hơn 10 có số 0 phía trước"),
    clause=_CLAUSE,
    message=N_("Số của văn bản ghi «{found}»."),
    remedy=N_("Ghi «{wanted}»."),
    bad=Example("so_ky_hieu", text="Số: 5/TTr-UBND", kind="to-trinh"),
    good=Example("so_ky_hieu", text="Số: 05/TTr-UBND", kind="to-trinh"),
)
def number_has_two_digits(case: Case) -> Iterator[Hit]:
    """Numbers below 10 take a zero."""
    for number in _numbers(case):
        if re.fullmatch(r"[1-9]", number.so):
            yield at(number.part, found=number.so, wanted=f"0{number.so}")


@rule(
    "TT-0407",
    N_("Số không thêm nhiều số 0"),
    clause=_CLAUSE,
    severity="note",
    message=N_("Số của văn bản ghi «{found}»."),
    remedy=N_("Ghi «{wanted}»: chỉ số nhỏ hơn 10 mới thêm số 0."),
    bad=Example("so_ky_hieu", text="Số: 0058/KH-UBND"),
    good=Example("so_ky_hieu", text="Số: 58/KH-UBND"),
)
def number_is_not_padded(case: Case) -> Iterator[Hit]:
    """No other zeros in front."""
    for number in _numbers(case):
        if number.so.startswith("0") and number.so.isdigit() and len(number.so) > 2:
            yield at(number.part, found=number.so, wanted=number.so.lstrip("0").zfill(2))


@rule(
    "TT-0408",
    N_("Không cách chữ trong số, ký hiệu"),
    clause=_CLAUSE,
    fixable=True,
    message=N_("Trong ký hiệu có khoảng cách hoặc gạch dài: «{found}»."),
    remedy=N_("Ghi liền, dùng gạch chéo (/) và gạch nối (-) không cách chữ: «{wanted}»."),
    bad=Example("so_ky_hieu", text="Số: 58/KH - UBND"),
    good=Example("so_ky_hieu", text="Số: 58/KH-UBND"),
)
def symbol_is_closed(case: Case) -> Iterator[Hit]:
    """No spaces around the slash and the hyphens, which are hyphens; room for the pen aside."""
    for number in _numbers(case):
        part = number.part
        odd = [f for f in _LOOSE.finditer(part.text) if f[0] not in ("/", "-") and _beside(part.text, f)]
        if odd:
            repairs = [Reword(part.start + f.start(), part.start + f.end(), _closed(f)) for f in odd]
            wanted = _LOOSE.sub(_closed, part.text.strip())
            yield at(part, *repairs, found=part.text.strip(), wanted=wanted)


def _closed(found: re.Match[str]) -> str:
    return "/" if found[1] == "/" else "-"


def _beside(text: str, found: re.Match[str]) -> bool:
    """Whether letters or figures stand close by on both sides, so that the space is not room for the pen."""
    before, after = text[: found.start()], text[found.end() :]
    return before[-1:].isalnum() and after[:1].isalnum() and len(found[0]) <= _CLOSE


@rule(
    "TT-0409",
    N_("Không ghi năm trong số của văn bản hành chính"),
    clause=_CLAUSE,
    message=N_("Số, ký hiệu có năm «{found}»."),
    remedy=N_("Bỏ năm: văn bản hành chính ghi số, gạch chéo, ký hiệu."),
    bad=Example("so_ky_hieu", text="Số: 58/2026/KH-UBND"),
    good=Example("so_ky_hieu", text="Số: 58/KH-UBND"),
)
def number_has_no_year(case: Case) -> Iterator[Hit]:
    """The year belongs to normative documents alone."""
    for number in _numbers(case):
        year = _YEAR.match("/" + number.symbol)
        kind = number.symbol.partition("/")[2].split("-")[0]
        if year and kind not in _NORMATIVE and not _agreed(case):
            yield at(number.part, found=year[1])


@rule(
    "TT-0410",
    N_("Ký hiệu khớp với tên loại"),
    clause=f"{_CLAUSE}; Phụ lục III, Mục I",
    message=N_("Ký hiệu mở đầu bằng «{found}», còn văn bản là {kind}."),
    remedy=N_("Ghi chữ viết tắt tên loại là «{wanted}»."),
    bad=Example("so_ky_hieu", text="Số: 58/BC-UBND"),
    good=Example("so_ky_hieu", text="Số: 58/KH-UBND"),
)
def symbol_fits_the_kind(case: Case) -> Iterator[Hit]:
    """The abbreviation of the kind, in its own capitals and small letters, stands first."""
    kind = case.kind
    if not kind or not kind.abbreviation or _agreed(case):
        return
    for number in _numbers(case):
        pieces = number.pieces
        first = pieces[0].rpartition("/")[2]
        known = {piece.upper() for piece in (first, *pieces)}
        if _BLANK.match(number.symbol) or _BLANK.match(first) or kind.abbreviation.upper() in known:
            continue
        yield at(number.part, found=first, kind=kind.name, wanted=kind.abbreviation)


@rule(
    "TT-0411",
    N_("Ký hiệu công văn không có chữ viết tắt tên loại"),
    clause=f"{_CLAUSE}; Phụ lục III, Mẫu 1.5",
    message=N_("Ký hiệu công văn mở đầu bằng «{found}»."),
    remedy=N_("Ghi chữ viết tắt cơ quan, gạch nối, chữ viết tắt đơn vị soạn thảo: «UBND-VHXH»."),
    bad=Example("so_ky_hieu", text="Số: 612/CV-SGDĐT", kind="cong-van"),
    good=Example("so_ky_hieu", text="Số: 612/SGDĐT-VP", kind="cong-van"),
)
def letter_has_no_kind(case: Case) -> Iterator[Hit]:
    """A công văn is named by its issuer and the unit that wrote it."""
    if not case.kind or case.kind.id != "cong-van":
        return
    for number in _numbers(case):
        if number.pieces[0] in _KINDS_ALONE and len(number.pieces) > 1:
            yield at(number.part, found=number.pieces[0])


@rule(
    "TT-0412",
    N_("Ký hiệu khớp với cơ quan ban hành"),
    clause=_CLAUSE,
    message=N_("Ký hiệu ghi «{found}», còn cơ quan ban hành là {issuer}."),
    remedy=N_("Ghi chữ viết tắt của chính cơ quan ban hành."),
    bad=Example("so_ky_hieu", text="Số: 58/KH-HĐND"),
    good=Example("so_ky_hieu", text="Số: 58/KH-UBND"),
)
def symbol_fits_the_issuer(case: Case) -> Iterator[Hit]:
    """Only the abbreviations that stand for one name everywhere are judged."""
    issuer = " ".join(part.text.strip().upper() for part in case.all("co_quan"))
    if not issuer:
        return
    for number in _numbers(case):
        for piece in number.pieces:
            meant = _COMMON.get(piece)
            others = [name for name in _COMMON.values() if issuer.startswith(name)]
            if meant and others and meant not in others:
                yield at(number.part, found=piece, issuer=issuer)


@rule(
    "TT-0413",
    N_("Ký hiệu viết đúng chữ hoa, chữ thường"),
    clause=f"{_CLAUSE}; Phụ lục III, Mục I",
    severity="warning",
    message=N_("Ký hiệu ghi «{found}»."),
    remedy=N_("Ghi «{wanted}»."),
    bad=Example("so_ky_hieu", text="Số: 31/TTR-UBND", kind="to-trinh"),
    good=Example("so_ky_hieu", text="Số: 31/TTr-UBND", kind="to-trinh"),
)
def symbol_keeps_its_case(case: Case) -> Iterator[Hit]:
    """``TTr``, ``CTr``, ``QyĐ`` have small letters; no group of letters is small throughout."""
    for number in _numbers(case):
        first, *others = (piece.rpartition("/")[2] for piece in number.pieces)
        kind = case.kind.abbreviation if case.kind else ""
        right = {first: kind} if kind and first.upper() == kind.upper() else {first: first}
        for piece in (first, *others):
            wanted = right.get(piece, piece)
            wanted = wanted.upper() if wanted.islower() else wanted
            if piece != wanted:
                yield at(number.part, found=piece, wanted=wanted)


@rule(
    "TT-0414",
    N_("Gạch chéo giữa số và ký hiệu"),
    clause=_CLAUSE,
    message=N_("Giữa số và ký hiệu không có dấu gạch chéo: «{found}»."),
    remedy=N_("Ghi số, dấu gạch chéo (/), rồi ký hiệu: «Số: 58/KH-UBND»."),
    bad=Example("so_ky_hieu", text="Số: 58-KH/UBND"),
    good=Example("so_ky_hieu", text="Số: 58/KH-UBND"),
)
def slash_after_the_number(case: Case) -> Iterator[Hit]:
    """Between them stands a slash; ``58-KH/ĐU`` is how the Party writes, under a head of its own."""
    if not case.first("quoc_hieu"):
        return
    for part in readable(case, "so_ky_hieu"):
        if _UNSLASHED.match(part.text.strip()):
            yield at(part, found=part.text.strip())


@rule(
    "TT-0415",
    N_("Ký hiệu có đủ hai phần"),
    clause=f"{PL1}, II.3.b",
    message=N_("Ký hiệu chỉ có «{found}»."),
    remedy=N_(
        "Ghi chữ viết tắt tên loại rồi chữ viết tắt cơ quan («KH-UBND»); "
        "công văn: chữ viết tắt cơ quan rồi đơn vị soạn thảo («UBND-VHXH»)."
    ),
    bad=Example("so_ky_hieu", text="Số: 58/KH"),
    good=Example("so_ky_hieu", text="Số: 58/KH-UBND"),
)
def symbol_has_both_parts(case: Case) -> Iterator[Hit]:
    """Kind and issuer; in a công văn the issuer and the unit that wrote it, or its field."""
    for number in _numbers(case):
        alone = number.pieces[0]
        if case.kind and len(number.pieces) == 1 and alone.isalpha() and not _agreed(case):
            yield at(number.part, found=alone)


def _agreed(case: Case) -> bool:
    return case.kind is not None and case.kind.id in _FREE
