"""TT-06: tên loại and trích yếu (Phụ lục I, Phần I, II.5)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vanban.check.model import Case, Example, Hit, Restyle, Reword, at
from vanban.check.register import rule
from vanban.check.rules.drawn_rules import drawn_rules
from vanban.check.rules.looks import Titles, look_rules, points
from vanban.check.rules.words import readable, shown
from vanban.language import N_
from vanban.thethuc import COMPONENTS
from vanban.thethuc.measures import SPACE_BEFORE_SUBJECT_OF_LETTER_PT

_CLAUSE = COMPONENTS["trich_yeu"].clause
_ROOM_PT, _ROOM_OFF_PT = SPACE_BEFORE_SUBJECT_OF_LETTER_PT, 1.0
_STOP = re.compile(r"\s*(?:\./\.|(?<=[^.\s…])[.;,:])\Z")
_ABOUT = re.compile(r"V/v[:\s]", re.IGNORECASE)

look_rules("06", 1, "ten_loai", Titles(
    N_("Cỡ chữ tên loại"), N_("Kiểu chữ tên loại"), N_("Vị trí tên loại")))  # fmt: skip
look_rules("06", 4, "trich_yeu", Titles(
    N_("Cỡ chữ trích yếu"), N_("Kiểu chữ trích yếu"), N_("Vị trí trích yếu")))  # fmt: skip
look_rules("06", 7, "trich_yeu_cong_van", Titles(
    N_("Cỡ chữ trích yếu công văn"), N_("Kiểu chữ trích yếu công văn"),
    N_("Vị trí trích yếu công văn")), kind="cong-van")  # fmt: skip


@rule(
    "TT-0610",
    N_("Tên loại bằng chữ in hoa"),
    clause=_CLAUSE,
    fixable=True,
    message=N_("Tên loại ghi «{found}»."),
    remedy=N_("Ghi tên loại bằng chữ in hoa."),
    bad=Example("ten_loai", text="Kế hoạch"),
    good=Example("ten_loai", text="KẾ HOẠCH"),
)
def kind_in_capitals(case: Case) -> Iterator[Hit]:
    """``KẾ HOẠCH``, typed or shown so."""
    for part in readable(case, "ten_loai"):
        if any(letter.islower() for letter in shown(part)):
            yield at(part, Restyle({"caps": True}, part.start, part.end), found=part.text.strip())


@rule(
    "TT-0611",
    N_("Có trích yếu"),
    clause=_CLAUSE,
    message=N_("Không thấy trích yếu nội dung."),
    remedy=N_("Ghi một câu ngắn nói nội dung chủ yếu, dưới tên loại (công văn: «V/v …» dưới số, ký hiệu)."),
    bad=Example("trich_yeu", drop=True),
    good=Example("trich_yeu"),
)
def subject_is_there(case: Case) -> Iterator[Hit]:
    """A paper says what it is about; a few forms of annex III have no such line."""
    kind = case.kind
    if not kind or kind.id in _WITHOUT_SUBJECT:
        return
    if not case.anatomy.first("trich_yeu", "trich_yeu_cong_van"):
        title = case.first("ten_loai")
        yield at(title) if title else Hit(part="trich_yeu" if kind.form.titled else "trich_yeu_cong_van")


_WITHOUT_SUBJECT = frozenset(
    ("giay-gioi-thieu", "giay-nghi-phep", "giay-uy-quyen", "giay-moi", "cong-dien", "thu-cong",
     "phieu-gui", "phieu-chuyen", "phieu-bao", "hop-dong")
)  # fmt: skip
"""Kinds whose form in annex III has no subject line, or whose practice has none."""


@rule(
    "TT-0612",
    N_("Trích yếu bằng chữ in thường"),
    clause=_CLAUSE,
    message=N_("Trích yếu viết bằng chữ in hoa."),
    remedy=N_("Ghi trích yếu bằng chữ in thường."),
    bad=Example("trich_yeu", text="THÔNG TIN, TUYÊN TRUYỀN VỀ GIÁO DỤC VÀ ĐÀO TẠO NĂM 2026"),
    good=Example("trich_yeu"),
)
def subject_in_small_letters(case: Case) -> Iterator[Hit]:
    """Small letters, whatever the size of the title."""
    for part in readable(case, "trich_yeu", "trich_yeu_cong_van"):
        words = _ABOUT.sub("", shown(part))
        if len(words.split()) > 2 and words.isupper():
            yield at(part)


@rule(
    "TT-0613",
    N_("Không có dấu chấm sau trích yếu"),
    clause=_CLAUSE,
    severity="warning",
    fixable=True,
    message=N_("Sau trích yếu có «{found}»."),
    remedy=N_("Bỏ dấu câu ở cuối trích yếu."),
    bad=Example("trich_yeu", text="Thông tin, tuyên truyền về giáo dục và đào tạo năm 2026."),
    good=Example("trich_yeu", text="Thông tin, tuyên truyền về giáo dục và đào tạo năm 2026"),
)
def no_stop_after_the_subject(case: Case) -> Iterator[Hit]:
    """It is a title; the forms of annex III end it without a stop."""
    for part in case.all("trich_yeu", "trich_yeu_cong_van")[-1:]:
        if stop := _STOP.search(part.text.rstrip()):
            start, end = part.start + stop.start(), part.start + stop.end()
            yield at(part, Reword(start, end, ""), start=start, end=end, found=stop[0].strip())


@rule(
    "TT-0614",
    N_("Trích yếu công văn bắt đầu bằng «V/v»"),
    clause=f"{_CLAUSE}; Phụ lục III, Mẫu 1.5",
    severity="warning",
    message=N_("Trích yếu công văn mở đầu bằng «{found}»."),
    remedy=N_("Bắt đầu bằng «V/v», chữ thường, dưới số, ký hiệu."),
    bad=Example("trich_yeu_cong_van", text="Về việc chuẩn bị lễ khai giảng", kind="cong-van"),
    good=Example("trich_yeu_cong_van", text="V/v chuẩn bị lễ khai giảng", kind="cong-van"),
)
def letter_begins_with_about(case: Case) -> Iterator[Hit]:
    """The form of a công văn."""
    if not case.kind or case.kind.form.titled:
        return
    for part in readable(case, "trich_yeu_cong_van")[:1]:
        if not _ABOUT.match(part.text.strip() + " "):
            yield at(part, found=" ".join(part.text.split()[:2]))


@rule(
    "TT-0615",
    N_("Văn bản có tên loại không ghi «V/v»"),
    clause=_CLAUSE,
    severity="warning",
    message=N_("Trích yếu của văn bản có tên loại ghi «V/v»."),
    remedy=N_("Ghi nội dung hoặc «Về việc …» dưới tên loại; «V/v» dưới số, ký hiệu chỉ dùng cho công văn."),
    bad=Example("trich_yeu", text="V/v thông tin, tuyên truyền về giáo dục và đào tạo năm 2026"),
    good=Example("trich_yeu"),
)
def titled_papers_spell_about_out(case: Case) -> Iterator[Hit]:
    """``V/v`` is the form of the công văn, and so is a subject under the number."""
    if case.kind and case.kind.form.titled and case.first("ten_loai"):
        for part in case.all("trich_yeu", "trich_yeu_cong_van")[:1]:
            if part.id == "trich_yeu_cong_van" or _ABOUT.match(part.text.strip() + " "):
                yield at(part)


drawn_rules("06", 16, "trich_yeu", (
    N_("Có đường kẻ dưới trích yếu"), N_("Đường kẻ dưới trích yếu là nét vẽ liền"),
    N_("Độ dài đường kẻ dưới trích yếu")))  # fmt: skip


@rule(
    "TT-0619",
    N_("Trích yếu mở đầu bằng chữ hoa"),
    clause=f"{_CLAUSE}; Phụ lục II, I",
    severity="warning",
    message=N_("Trích yếu mở đầu bằng chữ thường «{found}»."),
    remedy=N_("Viết hoa chữ cái đầu của trích yếu dưới tên loại."),
    bad=Example("trich_yeu", text="về thông tin, tuyên truyền về giáo dục và đào tạo năm 2026"),
    good=Example("trich_yeu"),
)
def subject_begins_with_a_capital(case: Case) -> Iterator[Hit]:
    """Under a title it is a line of its own; after "V/v" it goes on small."""
    for part in readable(case, "trich_yeu")[:1]:
        first = (shown(part).split() or [""])[0]
        if first[:1].islower() and not _ABOUT.match(first + " "):
            yield at(part, found=first)


@rule(
    "TT-0620",
    N_("Trích yếu công văn cách số, ký hiệu 6 pt"),
    clause=_CLAUSE,
    severity="warning",
    needs="docx",
    fixable=True,
    message=N_("Trích yếu cách số, ký hiệu {found} pt."),
    remedy=N_("Đặt khoảng cách phía trên trích yếu (Spacing Before) là 6 pt."),
    bad=Example("trich_yeu_cong_van", look={"before_pt": 0}, kind="cong-van"),
    good=Example("trich_yeu_cong_van", look={"before_pt": 6}, kind="cong-van"),
)
def room_above_the_subject_of_a_letter(case: Case) -> Iterator[Hit]:
    """At least that, where the two stand in one column with no empty line between."""
    number, subject = case.first("so_ky_hieu"), case.first("trich_yeu_cong_van")
    if not number or not subject or subject.paragraph.cell != number.paragraph.cell:
        return
    if subject.paragraph.number != number.paragraph.number + 1:
        return
    below, above = number.paragraph.look.after_pt, subject.paragraph.look.before_pt
    if below is None or above is None or below + above > _ROOM_PT - _ROOM_OFF_PT:
        return
    yield at(subject, Restyle({"before_pt": _ROOM_PT - below}), found=points(below + above))
