"""TT-07: the legal bases (Phụ lục I, Phần I, II.6.a)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vanban.check.model import Case, Example, Hit, at
from vanban.check.register import rule
from vanban.check.rules.endings import ending, wrong_ending
from vanban.check.rules.looks import Titles, look_rules
from vanban.language import N_, _
from vanban.parts import Part
from vanban.thethuc import COMPONENTS

_CLAUSE = COMPONENTS["can_cu"].clause
_LAW = re.compile(r"Căn cứ\s+(?:Bộ luật|Luật|Pháp lệnh)\b", re.IGNORECASE)
_LOWER = re.compile(
    r"Căn cứ\s+(?:Nghị định|Nghị quyết|Quyết định|Thông tư liên tịch|Thông tư|Chỉ thị|Kế hoạch|Hướng dẫn|"
    r"Công văn|Công điện|(?:Chương trình|Thông báo|Kết luận)(?=\s+số\b))\b(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
_NUMBER = re.compile(r"\bsố\s*:?\s*[\d.…]*\s*[-/]?", re.IGNORECASE)
_DATE = re.compile(r"\bngày\b|\b\d{1,2}/\d{1,2}/\d{4}\b", re.IGNORECASE)
_SUBJECT = re.compile(
    r"\b(?:về|quy định|hướng dẫn|ban hành|phê duyệt|sửa đổi|thành lập|triển khai|thực hiện|tổ chức|"
    r"phân công|giao|công bố|công nhận|điều chỉnh|bổ sung|bãi bỏ|phân cấp|tăng cường|đẩy mạnh)\b"
    r"|\bcủa(?:\s+\S+){18}",
    re.IGNORECASE,
)
"""The words of a subject; so many words after "của" are more than the name of a body."""
_PEN = re.compile(r"\.{4,}|…{2,}")
_FEWEST_WORDS = 3
"""A basis says more than "Căn cứ" and a mark."""
_RANKS = (
    re.compile(r"Căn cứ\s+(?:Hiến pháp|Bộ luật|Luật)\b"),
    re.compile(r"Căn cứ\s+Pháp lệnh\b"),
    re.compile(r"Căn cứ\s+Nghị định\b"),
    re.compile(r"Căn cứ\s+Thông tư\b"),
)

_LIBRARIES = "Căn cứ Luật Thư viện ngày 21 tháng 11 năm 2019;"
_READING = (
    "Căn cứ Thông tư số 01/2026/TT-BVHTTDL ngày 05 tháng 01 năm 2026 của Bộ trưởng Bộ Văn hóa, Thể thao và "
    "Du lịch về văn hóa đọc;"
)

look_rules("07", 1, "can_cu", Titles(
    N_("Cỡ chữ căn cứ"), N_("Kiểu chữ căn cứ"), N_("Căn cứ canh đều hai lề")), prose=_READING)  # fmt: skip


@rule(
    "TT-0704",
    N_("Dấu câu cuối mỗi căn cứ"),
    clause=_CLAUSE,
    fixable=True,
    message=N_("Cuối căn cứ: {found}."),
    remedy=N_("Kết thúc bằng «{wanted}»: mỗi căn cứ có dấu chấm phẩy, căn cứ cuối cùng có dấu chấm."),
    bad=Example("can_cu", text="Căn cứ Luật Thư viện ngày 21 tháng 11 năm 2019,"),
    good=Example("can_cu", text="Căn cứ Luật Thư viện ngày 21 tháng 11 năm 2019;"),
)
def bases_end_with_semicolons(case: Case) -> Iterator[Hit]:
    """A semicolon after each, a full stop after the last; lines for the pen aside."""
    parts = [part for part in case.all("can_cu") if len(part.text.split()) > _FEWEST_WORDS]
    for part in parts:
        wanted = "." if part is parts[-1] else ";"
        found = ending(part)
        if found.mark != wanted and not found.open:
            yield wrong_ending(part, wanted)


@rule(
    "TT-0705",
    N_("Căn cứ ghi đủ tên loại, số, ngày, cơ quan, trích yếu"),
    clause=_CLAUSE,
    severity="warning",
    message=N_("Căn cứ thiếu {missing}."),
    remedy=N_("Ghi đủ: tên loại, số và ký hiệu, ngày tháng năm, cơ quan ban hành, trích yếu."),
    bad=Example("can_cu", text="Căn cứ Kế hoạch số 12/KH-UBND của Ủy ban nhân dân Thành phố về văn hóa đọc;"),
    good=Example("can_cu", text="Căn cứ Kế hoạch số 12/KH-UBND ngày 05 tháng 01 năm 2026 của Ủy ban nhân dân "
                 "Thành phố về văn hóa đọc;"),
)  # fmt: skip
def bases_are_complete(case: Case) -> Iterator[Hit]:
    """What a document below a law is named with."""
    for part in case.all("can_cu"):
        found = _LOWER.match(part.text.strip())
        if not found or _PEN.search(part.text):
            continue
        rest = found["rest"]
        missing = [
            name
            for name, there in (
                (_("số, ký hiệu"), _NUMBER.search(rest)),
                (_("ngày, tháng, năm"), _DATE.search(rest)),
                (_("cơ quan ban hành"), re.search(r"\bcủa\b", rest)),
                (_("trích yếu"), _SUBJECT.search(rest)),
            )
            if not there
        ]  # fmt: skip
        if missing:
            yield at(part, missing=", ".join(missing))


@rule(
    "TT-0706",
    N_("Luật, Pháp lệnh không ghi số"),
    clause=_CLAUSE,
    severity="warning",
    message=N_("Căn cứ là Luật, Pháp lệnh mà ghi số: «{found}»."),
    remedy=N_("Ghi tên Luật, Pháp lệnh và ngày ban hành; không cần số, ký hiệu."),
    bad=Example("can_cu", text="Căn cứ Luật Thư viện số 46/2019/QH14 ngày 21 tháng 11 năm 2019;"),
    good=Example("can_cu", text="Căn cứ Luật Thư viện ngày 21 tháng 11 năm 2019;"),
)
def laws_have_no_number(case: Case) -> Iterator[Hit]:
    """The clause asks the number of other documents only; many offices give it all the same."""
    for part in case.all("can_cu"):
        if _LAW.match(part.text.strip()) and (
            found := re.search(r"số\s*\d+/\d{4}/(?:QH|PL-UBTVQH)\d+", part.text)
        ):
            yield at(part, start=part.start + found.start(), end=part.start + found.end(), found=found[0])


@rule(
    "TT-0707",
    N_("Luật, Pháp lệnh có ngày ban hành"),
    clause=_CLAUSE,
    severity="warning",
    message=N_("Căn cứ là Luật, Pháp lệnh mà không ghi ngày, tháng, năm."),
    remedy=N_("Ghi thêm «ngày … tháng … năm …» sau tên."),
    bad=Example("can_cu", text="Căn cứ Luật Thư viện;"),
    good=Example("can_cu", text="Căn cứ Luật Thư viện ngày 21 tháng 11 năm 2019;"),
)
def laws_have_a_date(case: Case) -> Iterator[Hit]:
    """A law is named with its date."""
    for part in case.all("can_cu"):
        if _LAW.match(part.text.strip()) and not _DATE.search(part.text) and not _PEN.search(part.text):
            yield at(part)


@rule(
    "TT-0708",
    N_("Mỗi căn cứ một dòng"),
    clause=_CLAUSE,
    message=N_("Một dòng có nhiều căn cứ."),
    remedy=N_("Xuống dòng trước mỗi chữ «Căn cứ»."),
    bad=Example("can_cu", text=f"{_LIBRARIES} Căn cứ Luật Trẻ em ngày 05 tháng 4 năm 2016;"),
    good=Example("can_cu", text=_LIBRARIES),
)
def one_basis_a_line(case: Case) -> Iterator[Hit]:
    """After each basis a new line."""
    for part in case.all("can_cu"):
        if found := re.search(r"[;,.]\s*(Căn cứ)\s", part.text):
            yield at(part, start=part.start + found.start(1), end=part.end)


@rule(
    "TT-0709",
    N_("Dòng «Theo đề nghị» đứng sau cùng"),
    clause="Phụ lục III, Mẫu 1.2",
    severity="warning",
    message=N_("Dòng «Theo đề nghị» đứng trước một căn cứ."),
    remedy=N_("Ghi dòng này sau cùng."),
    bad=Example("can_cu", text="Theo đề nghị của Trưởng phòng Phòng Văn hóa - Xã hội;"),
    good=Example("can_cu", text="Căn cứ Luật Thư viện ngày 21 tháng 11 năm 2019;"),
)
def proposals_come_last(case: Case) -> Iterator[Hit]:
    """The forms put who proposed it after the bases."""
    parts = case.all("can_cu")
    last = max((i for i, part in enumerate(parts) if part.text.strip().startswith("Căn cứ")), default=-1)
    for part in parts[:last]:
        if re.match(r"\s*(?:Theo|Xét) đề nghị\b", part.text):
            yield at(part)


@rule(
    "TT-0710",
    N_("Thứ tự căn cứ"),
    clause=_CLAUSE,
    severity="note",
    message=N_("Căn cứ này đứng sau một văn bản có hiệu lực pháp lý thấp hơn."),
    remedy=N_("Xếp Luật, Pháp lệnh, Nghị định, Thông tư theo thứ tự đó."),
    bad=Example("can_cu", text=f"{_READING}\n{_LIBRARIES}"),
    good=Example("can_cu", text=f"{_LIBRARIES}\n{_READING}"),
)
def bases_go_down_in_rank(case: Case) -> Iterator[Hit]:
    """Higher documents first, as usage has it."""
    lowest = 0
    for part in case.all("can_cu"):
        rank = _rank(part)
        if rank is None:
            continue
        if rank < lowest:
            yield at(part)
        lowest = max(lowest, rank)


def _rank(part: Part) -> int | None:
    words = part.text.strip()
    return next((rank for rank, form in enumerate(_RANKS) if form.match(words)), None)
