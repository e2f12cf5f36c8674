"""TT-08, first half: how the body looks (Phụ lục I, Phần I, II.6.e)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from vanban.check.model import Case, Example, Hit, Restyle, at
from vanban.check.register import rule
from vanban.check.rules.looks import LETTERS_OF_A_LINE, Titles, look_rules, points
from vanban.language import N_
from vanban.parts import Part
from vanban.thethuc import COMPONENTS
from vanban.thethuc import measures as m

_PROSE = ("doan", "khoan", "khoan_tieu_de", "diem", "diem_tieu_de", "dieu", "dieu_loi", "muc_la_ma", "can_cu")
"""What is set as paragraphs of the body, first line set in."""
_INDENT_OFF_MM = 0.8
_SPACE_OFF_PT = 0.2
_SIZE_OFF_PT = 0.5
_LINE_OFF = 0.06
_CLAUSE = m.FIRST_LINE_INDENT.clause

_SENTENCE = (
    "Các cơ quan, đơn vị phối hợp tuyên truyền đến cán bộ, giáo viên và Nhân dân trên địa bàn phường, "
    "bảo đảm kịp thời, thiết thực, hiệu quả."
)
"""Longer than a line, so that its alignment shows."""
_TITLE = "1. Mục đích"
_KHOAN, _DIEM, _DIEU = f"1. {_SENTENCE}", f"a) {_SENTENCE}", f"Điều 1. {_SENTENCE}"

look_rules("08", 1, "doan", Titles(
    N_("Cỡ chữ nội dung"), N_("Kiểu chữ nội dung"), N_("Nội dung canh đều hai lề")),
    prose=_SENTENCE, emphasis=True)  # fmt: skip
look_rules("08", 4, "khoan", Titles(
    N_("Cỡ chữ khoản"), N_("Kiểu chữ khoản"), N_("Khoản canh đều hai lề")),
    prose=_KHOAN, emphasis=True)  # fmt: skip
look_rules(
    "08", 7, "khoan_tieu_de", Titles(N_("Cỡ chữ tiêu đề khoản"), N_("Kiểu chữ tiêu đề khoản")), prose=_TITLE
)
look_rules("08", 10, "diem", Titles(
    N_("Cỡ chữ điểm"), N_("Kiểu chữ điểm"), N_("Điểm canh đều hai lề")),
    prose=_DIEM, emphasis=True)  # fmt: skip
look_rules("08", 13, "muc_la_ma", Titles(N_("Cỡ chữ mục La Mã"), N_("Kiểu chữ mục La Mã")))
look_rules("08", 16, "dieu_loi", Titles(
    N_("Cỡ chữ điều"), "", N_("Điều canh đều hai lề")),
    kind="quyet-dinh", prose=_DIEU)  # fmt: skip
look_rules("08", 19, "menh_lenh", Titles(
    N_("Cỡ chữ «QUYẾT ĐỊNH:»"), N_("Kiểu chữ «QUYẾT ĐỊNH:»"), N_("Vị trí «QUYẾT ĐỊNH:»")),
    kind="quyet-dinh")  # fmt: skip
look_rules("08", 22, "tham_quyen_ban_hanh", Titles(
    N_("Cỡ chữ thẩm quyền ban hành"), N_("Kiểu chữ thẩm quyền ban hành"), N_("Vị trí thẩm quyền ban hành")),
    kind="quyet-dinh")  # fmt: skip

look_rules("08", 25, "phan", Titles(
    N_("Cỡ chữ Phần, Chương"), N_("Kiểu chữ Phần, Chương"), N_("Vị trí Phần, Chương")),
    kind="quy-dinh")  # fmt: skip
look_rules("08", 28, "phan_tieu_de", Titles(
    N_("Cỡ chữ tiêu đề Phần, Chương"), N_("Kiểu chữ tiêu đề Phần, Chương"),
    N_("Vị trí tiêu đề Phần, Chương")),
    kind="quy-dinh")  # fmt: skip
look_rules("08", 31, "muc", Titles(
    N_("Cỡ chữ Mục, Tiểu mục"), N_("Kiểu chữ Mục, Tiểu mục"), N_("Vị trí Mục, Tiểu mục")),
    kind="quy-dinh")  # fmt: skip
look_rules("08", 34, "muc_tieu_de", Titles(
    N_("Cỡ chữ tiêu đề Mục"), N_("Kiểu chữ tiêu đề Mục"), N_("Vị trí tiêu đề Mục")),
    kind="quy-dinh")  # fmt: skip
look_rules("08", 37, "dieu", Titles(N_("Cỡ chữ tiêu đề Điều"), N_("Kiểu chữ tiêu đề Điều")), kind="quy-dinh")


def _paragraphs(case: Case) -> list[Part]:
    """The paragraphs of the body, one part each, tables and lines for the pen aside."""
    once: dict[int, Part] = {}
    for part in case.all(*_PROSE, annex=None):
        paragraph = part.paragraph
        if not paragraph.cell and paragraph.story == "body" and any(map(str.isalpha, paragraph.text)):
            once.setdefault(part.paragraph.number, part)
    return list(once.values())


@rule(
    "TT-0839",
    N_("Từ «Điều» và số thứ tự in đậm"),
    clause=f"{m.PL1}, II.6.đ",
    severity="warning",
    needs="look",
    fixable=True,
    message=N_("«{found}» không in đậm."),
    remedy=N_("In đậm từ «Điều» và số thứ tự."),
    bad=Example("dieu_loi", look={"bold": False}, kind="quyet-dinh"),
    good=Example("dieu_loi", kind="quyet-dinh"),
)
def articles_have_bold_numbers(case: Case) -> Iterator[Hit]:
    """``Điều 1.`` is bold, whatever follows it."""
    for part in case.all("dieu_loi", annex=None):
        mark = part.mark
        start = part.paragraph.text.find(mark.text, part.start) if mark and not mark.automatic else -1
        if mark is None or start < 0 or not mark.number:
            continue
        end = start + len(mark.text)
        if not any(look.bold for look in part.paragraph.look_at(start, end)):
            yield at(part, Restyle({"bold": True}, start, end), start=start, end=end, found=mark.text)


@rule(
    "TT-0840",
    N_("Lùi đầu dòng"),
    clause=_CLAUSE,
    needs="docx",
    fixable=True,
    message=N_("Chữ đầu đoạn lùi vào {found} mm."),
    remedy=N_("Lùi vào 10 mm hoặc 12,7 mm."),
    bad=Example("doan", look={"first_mm": 5}),
    good=Example("doan", look={"first_mm": 10}),
)
def first_line_is_set_in(case: Case) -> Iterator[Hit]:
    """1 cm or 1.27 cm; what is centred, set in with a tab or hangs from a bullet is not measured."""
    for part in _paragraphs(case):
        look = part.paragraph.look
        if look.align not in ("justify", "left") or part.paragraph.text.startswith(("\t", "  ")):
            continue
        if part.paragraph.label and look.first_mm < 0:
            continue
        found = look.left_mm + look.first_mm
        if not any(abs(found - wanted) <= _INDENT_OFF_MM for wanted in m.FIRST_LINE_INDENT.choices):
            wanted = m.FIRST_LINE_INDENT.default
            repairs = () if part.paragraph.label else (Restyle({"first_mm": wanted, "left_mm": 0.0}),)
            yield at(part, *repairs, found=f"{found:.1f}".replace(".", ","))


@rule(
    "TT-0841",
    N_("Khoảng cách giữa các đoạn"),
    clause=m.SPACE_BETWEEN_PARAGRAPHS.clause,
    needs="docx",
    fixable=True,
    message=N_("Cách đoạn trên {found} pt."),
    remedy=N_("Đặt khoảng cách giữa các đoạn ít nhất 6 pt."),
    bad=Example("diem", look={"before_pt": 0}),
    good=Example("diem", look={"before_pt": 6}),
)
def paragraphs_are_apart(case: Case) -> Iterator[Hit]:
    """At least 6 pt between two paragraphs of the body that follow each other."""
    for above, below in pairwise(_paragraphs(case)):
        if below.paragraph.number != above.paragraph.number + 1 or above.annex != below.annex:
            continue
        upper, lower = above.paragraph.look, below.paragraph.look
        if upper.after_pt is None or lower.before_pt is None:
            continue
        after, before = upper.after_pt, lower.before_pt
        if above.paragraph.style == below.paragraph.style:
            after, before = (0 if upper.contextual else after), (0 if lower.contextual else before)
        least = m.SPACE_BETWEEN_PARAGRAPHS.least
        if after + before < least - _SPACE_OFF_PT:
            values = {"before_pt": least, "contextual": False}
            yield at(below, Restyle(values), found=f"{after + before:g}".replace(".", ","))


@rule(
    "TT-0842",
    N_("Cách dòng"),
    clause=m.LINE_SPACING.clause,
    needs="docx",
    fixable=True,
    message=N_("Khoảng cách giữa các dòng là {found} dòng."),
    remedy=N_("Đặt từ 1 đến 1,5 dòng."),
    bad=Example("doan", look={"line": 2.0}),
    good=Example("doan", look={"line": 1.5}),
)
def lines_are_apart(case: Case) -> Iterator[Hit]:
    """From single to one and a half; a fixed height counts as a multiple of the single line of its size."""
    for part in _paragraphs(case):
        look = part.paragraph.look
        found = look.line
        if look.line_pt and look.fixed_line:
            size = max((letters.size_pt for letters in part.paragraph.look_at(0)), default=0)
            found = look.line_pt / (size * m.SINGLE_LINE) if size else None
        if found is None or len(part.paragraph.text) < LETTERS_OF_A_LINE:
            continue
        allowed = m.LINE_SPACING
        if not allowed.least - _LINE_OFF <= found <= allowed.most + _LINE_OFF:
            wanted = min(max(found, allowed.least), allowed.most)
            yield at(
                part,
                Restyle({"line": wanted}),
                found=f"{found:.2f}".rstrip("0").rstrip(".").replace(".", ","),
            )


@rule(
    "TT-0843",
    N_("Nội dung dùng một cỡ chữ"),
    clause=f"{m.PL1}, II.6.đ",
    severity="warning",
    needs="look",
    fixable=True,
    message=N_("Đoạn này cỡ chữ {found}, phần lớn nội dung cỡ {wanted}."),
    remedy=N_("Dùng một cỡ chữ cho cả nội dung: đặt cỡ {wanted}."),
    bad=Example("diem", look={"size_pt": 13}),
    good=Example("diem", look={"size_pt": 14}),
)
def body_has_one_size(case: Case) -> Iterator[Hit]:
    """13 or 14, not both: numbers and titles are as large as the words around them (II.6.đ)."""
    allowed = COMPONENTS["doan"].size
    paragraphs = [part for part in _paragraphs(case) if part.annex == 0]
    letters: Counter[float] = Counter()
    for part in paragraphs:
        for run in part.paragraph.runs:
            letters[run.look.size_pt] += len(run.text)
    if not letters:
        return
    usual = letters.most_common(1)[0][0]
    for part in paragraphs:
        sizes = {look.size_pt for look in part.paragraph.look_at(part.start, part.end) if not look.raised}
        odd = [s for s in sizes if abs(s - usual) >= _SIZE_OFF_PT and allowed.least <= s <= allowed.most]
        if odd and allowed.least <= usual <= allowed.most:
            repair = Restyle({"size_pt": usual}, part.start, part.end)
            yield at(part, repair, found=points(odd[0]), wanted=points(usual))
