"""TT-08, second half: levels of the body, their marks and numbers, the end (Phụ lục I, Phần I, II.6.d, đ)."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from typing import NamedTuple

from vanban.check.model import Case, Example, Hit, Restyle, Reword, at
from vanban.check.register import rule
from vanban.check.rules.endings import ending, wrong_ending
from vanban.language import N_, _
from vanban.parts import Mark, Part
from vanban.thethuc.measures import PL1
from vanban.thethuc.writing import CLOSING

_CLAUSE = f"{PL1}, II.6.đ"
_LETTERS_CLAUSE = f"{PL1}, II.6.d"
_RANKS = {"phan": 0, "chuong": 1, "muc": 2, "tieu_muc": 3, "la_ma": 4, "dieu": 5, "khoan": 6, "diem": 20}
"""From the widest level to the narrowest; a khoản of ``1.2.3`` lies two further in."""
_BETWEEN = 0.5
_WITHOUT_END = frozenset(
    ("bien-ban", "hop-dong", "ban-ghi-nho", "ban-thoa-thuan", "giay-nghi-phep", "thu-cong", "phieu-gui")
)
"""Kinds that practice does not end with ``./.``."""
_NONE = (0, "")
_FORMS = {
    "dieu": (re.compile(r"Điều \d+[a-zđ]?\."), N_("«Điều 1.», có dấu chấm sau số")),
    "khoan": (re.compile(r"\d+(?:\.\d+)*\."), N_("«1.», có dấu chấm sau số")),
    "diem": (re.compile(r"[a-zđ]\)"), N_("«a)», có dấu đóng ngoặc sau chữ")),
    "phan": (re.compile(r"Phần [IVXLC]+\.?", re.IGNORECASE), N_("«Phần I», số La Mã")),
    "chuong": (re.compile(r"Chương [IVXLC]+\.?", re.IGNORECASE), N_("«Chương I», số La Mã")),
    "muc": (re.compile(r"Mục \d+\.?", re.IGNORECASE), N_("«Mục 1», chữ số Ả Rập")),
    "tieu_muc": (re.compile(r"Tiểu mục \d+\.?", re.IGNORECASE), N_("«Tiểu mục 1», chữ số Ả Rập")),
    "la_ma": (re.compile(r"[IVXLC]+\."), N_("«I.», có dấu chấm sau số La Mã")),
}
_DASHES = re.compile(r"[\u2010-\u2015\u2212•●▪·]")


def _marked(case: Case) -> Iterator[list[Part]]:
    """The parts with a mark, annex by annex; cells of tables aside."""
    annexes: dict[int, list[Part]] = {}
    for part in case.anatomy.parts:
        if part.mark and part.mark.level in _RANKS and not part.paragraph.cell and part.confidence >= 0.5:
            annexes.setdefault(part.annex, []).append(part)
    yield from annexes.values()


class _Step(NamedTuple):
    """A marked part, and the number and words of the mark before it at its level and of the one above it."""

    part: Part
    mark: Mark
    rank: float
    before: tuple[int, str]
    above: tuple[int, str]
    nested: bool
    """Whether it is ``1)`` below ``1.`` or ``a)``, of which the decree says nothing."""


def _steps(case: Case) -> Iterator[_Step]:
    """The marks as a reader counts them: a level begins anew under the level above, điều never do."""
    for parts in _marked(case):
        counts: dict[float, tuple[int, str]] = {}
        for part in parts:
            mark = part.mark
            assert mark is not None
            rank = _rank(mark, counts)
            for lower in [other for other in counts if other > rank and other != _RANKS["dieu"]]:
                del counts[lower]
            nested = rank % 1 > 0 and (rank - _BETWEEN in counts or _RANKS["diem"] in counts)
            above = counts.get(rank - 1, _NONE) if len(mark.path) > 1 else _NONE
            yield _Step(part, mark, rank, counts.get(rank, _NONE), above, nested)
            counts[rank] = mark.number, mark.text


def _rank(mark: Mark, counts: Container[float]) -> float:
    """How deep a mark lies; ``1)`` lies below ``1.``, or below the điểm that is open, as it began."""
    rank = _RANKS[mark.level] + max(len(mark.path) - 1, 0)
    if mark.level != "khoan" or not mark.text.endswith(")"):
        return rank
    low = _RANKS["diem"]
    return rank + _BETWEEN if rank + _BETWEEN in counts or low not in counts else low + _BETWEEN


@rule(
    "TT-0850",
    N_("Đánh số liên tục, không nhảy, không lặp"),
    clause=_CLAUSE,
    message=N_("Sau «{before}» là «{found}»."),
    remedy=N_("Xem lại số thứ tự: mỗi cấp tăng từng đơn vị, không bỏ số, không lặp số."),
    bad=Example("khoan_tieu_de", text="3. Mục đích"),
    good=Example("khoan_tieu_de", text="1. Mục đích"),
)
def numbers_go_up_by_one(case: Case) -> Iterator[Hit]:
    """Each level counts from 1 under the level above it; điều count through the whole paper."""
    for part, mark, rank, (number, text), (above, above_text), _nested in _steps(case):
        if not mark.number or (text and not number):
            continue
        again = mark.number == number == 1 and (rank < _RANKS["khoan"] or (above and text == mark.text))
        strays = above and above != mark.path[-2]
        if strays or again or mark.number not in (number + 1, 1):
            yield at(part, before=text or above_text or _start(mark), found=mark.text)


def _start(mark: Mark) -> str:
    return "…" if mark.level != "diem" else "…)"


@rule(
    "TT-0851",
    N_("Điểm theo thứ tự chữ cái tiếng Việt"),
    clause=_LETTERS_CLAUSE,
    message=N_("Điểm ghi «{found}», không phải chữ cái tiếng Việt."),
    remedy=N_("Dùng a, b, c, d, đ, e, g, h, i, k… theo thứ tự."),
    bad=Example("diem", text="f) Nội dung chính xác, ngôn ngữ dễ hiểu."),
    good=Example("diem", text="a) Nội dung chính xác, ngôn ngữ dễ hiểu."),
)
def points_use_vietnamese_letters(case: Case) -> Iterator[Hit]:
    """No f, j, w, z."""
    for parts in _marked(case):
        for part in parts:
            if part.mark and part.mark.level == "diem" and not part.mark.number:
                yield at(part, found=part.mark.text)


@rule(
    "TT-0852",
    N_("Dạng ghi số thứ tự của từng cấp"),
    clause=_CLAUSE,
    message=N_("Số thứ tự ghi «{found}»."),
    remedy=N_("Ghi {wanted}."),
    bad=Example("diem", text="a. Nội dung chính xác, ngôn ngữ dễ hiểu."),
    good=Example("diem", text="a) Nội dung chính xác, ngôn ngữ dễ hiểu."),
)
def marks_have_their_form(case: Case) -> Iterator[Hit]:
    """``Điều 1.``, ``1.``, ``a)``, ``I.``; of levels between them (``1.1``) the decree says nothing."""
    for step in _steps(case):
        mark = step.mark
        if mark.level not in _FORMS or not mark.number or len(mark.path) > 1 or step.nested:
            continue
        form, wanted = _FORMS[mark.level]
        if not form.fullmatch(" ".join(mark.text.split())):
            yield at(step.part, found=mark.text, wanted=_(wanted))


@rule(
    "TT-0853",
    N_("Gạch đầu dòng"),
    clause="Phụ lục III, Mẫu 1.4",
    severity="note",
    fixable=True,
    message=N_("Đầu dòng dùng «{found}»."),
    remedy=N_("Dùng gạch nối (-)."),
    bad=Example("doan", text="– Đưa chủ trương đến đúng đối tượng."),
    good=Example("doan", text="- Đưa chủ trương đến đúng đối tượng."),
)
def dashes_are_hyphens(case: Case) -> Iterator[Hit]:
    """A typed long dash or bullet, where the paper's other dashes are hyphens."""
    for part in case.all("doan", annex=None):
        mark = part.mark
        if mark and mark.level == "gach" and not mark.automatic and _DASHES.match(mark.text):
            lead = part.paragraph.text.find(mark.text[0], part.start)
            yield at(part, Reword(lead, lead + 1, "-"), start=lead, end=lead + 1, found=mark.text[0])


@rule(
    "TT-0854",
    N_("Dấu hai chấm sau «QUYẾT ĐỊNH», «QUYẾT NGHỊ»"),
    clause="Phụ lục III, Mẫu 1.1, 1.2",
    severity="warning",
    fixable=True,
    message=N_("Sau «{found}» không có dấu hai chấm."),
    remedy=N_("Ghi dấu hai chấm liền sau."),
    bad=Example("menh_lenh", text="QUYẾT ĐỊNH", kind="quyet-dinh"),
    good=Example("menh_lenh", text="QUYẾT ĐỊNH:", kind="quyet-dinh"),
)
def commands_end_with_a_colon(case: Case) -> Iterator[Hit]:
    """As the forms have it."""
    for part in case.all("menh_lenh"):
        words = part.text.rstrip()
        if not words.endswith(":"):
            end = part.start + len(words)
            yield at(part, Reword(end, end, ":"), found=words)


@rule(
    "TT-0855",
    N_("Tiêu đề phần, chương, mục, phụ lục in hoa"),
    clause=_CLAUSE,
    severity="warning",
    fixable=True,
    message=N_("Tiêu đề có chữ in thường: «{found}»."),
    remedy=N_("Ghi tiêu đề bằng chữ in hoa."),
    bad=Example("phan_tieu_de", text="Những quy định chung", kind="quy-dinh"),
    good=Example("phan_tieu_de", text="NHỮNG QUY ĐỊNH CHUNG", kind="quy-dinh"),
)
def titles_in_capitals(case: Case) -> Iterator[Hit]:
    """Typed or shown so."""
    for part in case.all("phan_tieu_de", "muc_tieu_de", "phu_luc_tieu_de", annex=None):
        looks = part.paragraph.look_at(part.start, part.end)
        if any(map(str.islower, part.text)) and not all(look.caps for look in looks):
            yield at(part, Restyle({"caps": True}, part.start, part.end), found=part.text.strip())


@rule(
    "TT-0856",
    N_("Sau tiêu đề không có dấu câu"),
    clause=_LETTERS_CLAUSE,
    severity="note",
    fixable=True,
    message=N_("Sau tiêu đề có dấu {found}."),
    remedy=N_("Bỏ dấu câu: tiêu đề là một cụm từ, không phải câu."),
    bad=Example("muc_la_ma", text="I. MỤC ĐÍCH, YÊU CẦU."),
    good=Example("muc_la_ma", text="I. MỤC ĐÍCH, YÊU CẦU"),
)
def titles_have_no_full_stop(case: Case) -> Iterator[Hit]:
    """A title is a phrase (II.6.d)."""
    for part in case.all("phan_tieu_de", "muc_tieu_de", "muc_la_ma", "phu_luc_tieu_de", annex=None):
        mark = ending(part)
        if mark.mark in (".", ":", ";", ",") and not mark.open and part.text.isupper():
            start = mark.start
            yield at(part, Reword(start, mark.end, ""), start=start, end=mark.end, found=f"«{mark.mark}»")


@rule(
    "TT-0860",
    N_("Nội dung kết thúc bằng «./.»"),
    clause="Phụ lục III, Mẫu 1.1 đến 1.8",
    severity="warning",
    fixable=True,
    message=N_("Cuối nội dung: {found}."),
    remedy=N_("Kết thúc nội dung bằng «./.» để biết văn bản đã hết."),
    bad=Example("khoan", drop=True, kind="cong-van"),
    good=Example("khoan", kind="cong-van"),
)
def body_is_closed(case: Case) -> Iterator[Hit]:
    """The end of the content, as the forms show it."""
    body = [part for part in _running(case) if part.annex == 0]
    if not case.kind or case.kind.id in _WITHOUT_END or not body or _closed(body[-1]):
        return
    last = body[-1]
    if not last.paragraph.cell and not any(map(_closed, body)):
        yield wrong_ending(last, CLOSING)


@rule(
    "TT-0861",
    N_("Dấu «./.» chỉ ở cuối nội dung"),
    clause="Phụ lục III, Mẫu 1.1 đến 1.8",
    severity="warning",
    message=N_("Có «./.» mà nội dung còn tiếp."),
    remedy=N_("Chỉ ghi «./.» một lần, ở cuối nội dung."),
    bad=Example("doan", text="Ủy ban nhân dân phường ban hành Kế hoạch./."),
    good=Example("doan", text="Ủy ban nhân dân phường ban hành Kế hoạch."),
)
def closed_once(case: Case) -> Iterator[Hit]:
    """Once in the paper, and once in each annex."""
    annexes: dict[int, list[Part]] = {}
    for part in _running(case):
        annexes.setdefault(part.annex, []).append(part)
    for parts in annexes.values():
        for part in parts[:-1]:
            if _closed(part) and not part.paragraph.cell:
                yield at(part)


def _running(case: Case) -> list[Part]:
    """The running text of the body and the cells of its tables, in order."""
    names = ("doan", "khoan", "khoan_tieu_de", "diem", "dieu", "dieu_loi", "muc_la_ma", "bang")
    return [part for part in case.all(*names, annex=None) if part.text.strip()]


def _closed(part: Part) -> bool:
    return re.sub(r"\s", "", part.text).endswith(CLOSING)
