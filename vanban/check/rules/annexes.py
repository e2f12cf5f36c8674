"""TT-12: annexes (Phụ lục I, Phần I, III.1)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from vanban.check.model import Case, Example, Hit, Reword, at
from vanban.check.register import rule
from vanban.check.rules.looks import Titles, look_rules
from vanban.language import N_
from vanban.paper import Paragraph
from vanban.parts import Part
from vanban.thethuc import COMPONENTS
from vanban.thethuc.measures import PL1

_CLAUSE = COMPONENTS["phu_luc"].clause
_LABEL = re.compile(
    r"\s*Phụ\s+lục(?:\s+(?P<roman>[IVXLC]+)|\s+(?P<other>[\dA-Z]+))?\s*[.:]?\s*", re.IGNORECASE
)
_ATTACHED = re.compile(
    r"số\s*:?\s*(?P<so>\d*)[\s.…]*/(?P<ky_hieu>[^\s,;)]*).{0,12}?ngày\s*(?P<ngay>\d*)[\s.…]*tháng\s*(?P<thang>\d*)",
    re.IGNORECASE | re.DOTALL,
)

look_rules("12", 1, "phu_luc", Titles(
    N_("Cỡ chữ «Phụ lục»"), N_("Kiểu chữ «Phụ lục»"), N_("Vị trí «Phụ lục»")))  # fmt: skip
look_rules("12", 4, "phu_luc_tieu_de", Titles(
    N_("Cỡ chữ tiêu đề phụ lục"), N_("Kiểu chữ tiêu đề phụ lục"), N_("Vị trí tiêu đề phụ lục")))  # fmt: skip
look_rules("12", 7, "kem_theo", Titles(
    N_("Cỡ chữ dòng kèm theo"), N_("Kiểu chữ dòng kèm theo"), N_("Vị trí dòng kèm theo")))  # fmt: skip


def _labels(case: Case) -> list[Part]:
    """The label of each annex."""
    return case.all("phu_luc", annex=None)


def _above(case: Case, here: Paragraph) -> Sequence[Paragraph]:
    """Everything in the body above a paragraph."""
    return case.paper.paragraphs[: here.number - 1]


@rule(
    "TT-1210",
    N_("Phụ lục bắt đầu ở trang mới"),
    clause=_CLAUSE,
    needs="docx",
    severity="warning",
    message=N_("Phụ lục không bắt đầu ở trang mới."),
    remedy=N_("Chèn ngắt trang hoặc ngắt phần trước phụ lục."),
    bad=Example("phu_luc", moved="joined"),
    good=Example("phu_luc"),
)
def annexes_begin_a_page(case: Case) -> Iterator[Hit]:
    """A page or section break stands before it; pages are compared where the file tells them."""
    for part in _labels(case)[1 if case.headless else 0 :]:
        here = part.paragraph
        if here.cell or here.text[: part.start].strip():
            continue
        if not _begins_page(_above(case, here), here):
            yield at(part)


def _begins_page(above: Sequence[Paragraph], here: Paragraph) -> bool:
    """Whether a new page begins between a paragraph and the words above it, or nothing is above."""
    below = here
    for before in reversed(above):
        if _breaks(before, below):
            return True
        if before.text.strip():
            return False
        below = before
    return True


def _breaks(before: Paragraph, here: Paragraph) -> bool:
    """Whether a new page begins between two paragraphs."""
    if before.section != here.section or here.look.page_break_before or here.new_page:
        return True
    return before.page is not None and here.page is not None and before.page != here.page


@rule(
    "TT-1211",
    N_("Đánh số phụ lục bằng chữ số La Mã"),
    clause=_CLAUSE,
    message=N_("Phụ lục ghi «{found}»."),
    remedy=N_("Có từ hai phụ lục thì ghi «Phụ lục I», «Phụ lục II»."),
    bad=Example("phu_luc", text="Phụ lục 1"),
    good=Example("phu_luc", text="Phụ lục"),
)
def annexes_have_roman_numbers(case: Case) -> Iterator[Hit]:
    """Two or more are numbered, with Roman numerals; no other figures ever."""
    labels = _labels(case)
    for part in labels:
        found = _LABEL.fullmatch(part.text.strip())
        if found and (found["other"] or (len(labels) > 1 and not found["roman"])):
            yield at(part, found=part.text.strip())


@rule(
    "TT-1212",
    N_("Phụ lục được nhắc trong văn bản"),
    clause=_CLAUSE,
    severity="warning",
    message=N_("Nội dung văn bản không nhắc đến phụ lục."),
    remedy=N_("Chỉ dẫn phụ lục trong nội dung, ví dụ: «theo Phụ lục kèm theo»."),
    bad=Example("khoan", text="2. Kinh phí thực hiện theo dự toán./.", last=True),
    good=Example("khoan", text="2. Kinh phí thực hiện theo Phụ lục kèm theo./.", last=True),
)
def annexes_are_referred_to(case: Case) -> Iterator[Hit]:
    """A paper with annexes points to them."""
    labels = _labels(case)
    body = " ".join(part.paragraph.text for part in case.anatomy.parts if part.annex == 0)
    if (
        labels
        and not case.headless
        and not re.search(r"phụ\s+lục|biểu|danh sách|kèm theo", body, re.IGNORECASE)
    ):
        yield at(labels[0])


@rule(
    "TT-1213",
    N_("Số trang của phụ lục đánh riêng"),
    clause=f"{PL1}, III.1.đ",
    needs="docx",
    severity="warning",
    message=N_("Số trang của phụ lục nối tiếp số trang của văn bản."),
    remedy=N_("Ngắt phần trước phụ lục và bắt đầu lại từ số 1."),
    bad=Example("phu_luc", moved="continued"),
    good=Example("phu_luc"),
)
def annexes_count_their_own_pages(case: Case) -> Iterator[Hit]:
    """Each annex has page numbers of its own."""
    if not case.all("so_trang"):
        return
    for part in _labels(case):
        here = part.paragraph
        above = _above(case, here)
        words = [paragraph for paragraph in above if paragraph.text.strip()]
        if not words or not _begins_page(above, here):
            continue
        if words[-1].section == here.section or case.paper.sections[here.section].page_start is None:
            yield at(part)


@rule(
    "TT-1214",
    N_("Dòng kèm theo khớp với văn bản"),
    clause=f"{PL1}, III.1.c",
    message=N_("Dòng kèm theo ghi «{found}», còn văn bản là «{wanted}»."),
    remedy=N_("Ghi đúng số, ký hiệu và ngày của văn bản, hoặc để trống."),
    bad=Example(
        "kem_theo",
        text="(Kèm theo Kế hoạch số 57/KH-UBND ngày 16 tháng 3 năm 2026 của Ủy ban nhân dân phường)",
    ),
    good=Example(
        "kem_theo",
        text="(Kèm theo Kế hoạch số 58/KH-UBND ngày 16 tháng 3 năm 2026 của Ủy ban nhân dân phường)",
    ),
)
def attachment_fits_the_paper(case: Case) -> Iterator[Hit]:
    """The number and the day after "Kèm theo" are those of the paper itself."""
    number = case.first("so_ky_hieu")
    own = re.search(r"(\d+)\s*/", number.text) if number else None
    for part in case.all("kem_theo", annex=None):
        found = _ATTACHED.search(part.text)
        if not found:
            continue
        if own and found["so"] and int(found["so"]) != int(own[1]):
            yield at(part, found=f"số {found['so']}", wanted=f"số {own[1]}")
        issued = case.issued
        if issued and issued.ngay and found["ngay"] and found["thang"]:
            told = (int(found["ngay"]), int(found["thang"]))
            if told != (issued.ngay, issued.thang):
                yield at(part, found=f"{told[0]}/{told[1]}", wanted=f"{issued.ngay}/{issued.thang}")


@rule(
    "TT-1215",
    N_("Từ «Phụ lục» ghi chữ in thường"),
    clause=_CLAUSE,
    severity="warning",
    fixable=True,
    message=N_("Ghi «{found}», bằng chữ in hoa."),
    remedy=N_("Ghi «{wanted}»; chỉ tên phụ lục mới in hoa."),
    bad=Example("phu_luc", text="PHỤ LỤC"),
    good=Example("phu_luc", text="Phụ lục"),
)
def labels_in_small_letters(case: Case) -> Iterator[Hit]:
    """``Phụ lục I``, not ``PHỤ LỤC I``."""
    for part in _labels(case):
        if found := re.match(r"\s*(PHỤ\s+LỤC)\b", part.text):
            start, end = part.start + found.start(1), part.start + found.end(1)
            wanted = found[1].capitalize()
            yield at(part, Reword(start, end, wanted), start=start, end=end, found=found[1], wanted=wanted)
