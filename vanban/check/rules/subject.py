"""TT-06: tên loại and trích yếu (Phụ lục I, Phần I, II.5)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vanban.check.model import Case, Example, Hit, Restyle, Reword, at
from vanban.check.register import rule
from vanban.check.rules.drawn_rules import drawn_rules
from vanban.check.rules.looks import Titles, look_rules
from vanban.language import N_
from vanban.thethuc import COMPONENTS

_CLAUSE = COMPONENTS["trich_yeu"].clause
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
    for part in case.all("ten_loai"):
        caps = all(look.caps for look in part.paragraph.look_at(part.start, part.end))
        if not caps and any(letter.islower() for letter in part.text):
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
    wanted = ("trich_yeu",) if kind.form.titled else ("trich_yeu_cong_van", "trich_yeu")
    if not case.anatomy.first(*wanted):
        title = case.first("ten_loai")
        yield at(title) if title else Hit(part=wanted[0])


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
    for part in case.all("trich_yeu", "trich_yeu_cong_van"):
        shown = part.text.strip()
        caps = all(look.caps for look in part.paragraph.look_at(part.start, part.end))
        if len(shown.split()) > 2 and (caps or shown.isupper()):
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
        words = part.text.rstrip()
        if re.search(r"[^.\s…][.;,:]\Z", words):
            end = part.start + len(words)
            yield at(part, Reword(end - 1, end, ""), start=end - 1, end=end, found=words[-1])


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
    for part in case.all("trich_yeu_cong_van")[:1]:
        if not _ABOUT.match(part.text.strip() + " "):
            yield at(part, found=" ".join(part.text.split()[:2]))


@rule(
    "TT-0615",
    N_("Văn bản có tên loại không ghi «V/v»"),
    clause=_CLAUSE,
    severity="warning",
    message=N_("Trích yếu của văn bản có tên loại ghi «V/v»."),
    remedy=N_("Ghi thẳng nội dung, hoặc «Về việc …»; «V/v» chỉ dùng cho công văn."),
    bad=Example("trich_yeu", text="V/v thông tin, tuyên truyền về giáo dục và đào tạo năm 2026"),
    good=Example("trich_yeu"),
)
def titled_papers_spell_about_out(case: Case) -> Iterator[Hit]:
    """``V/v`` is the form of the công văn."""
    if case.kind and case.kind.form.titled:
        for part in case.all("trich_yeu")[:1]:
            if _ABOUT.match(part.text.strip() + " "):
                yield at(part)


drawn_rules("06", 16, "trich_yeu", (
    N_("Có đường kẻ dưới trích yếu"), N_("Đường kẻ dưới trích yếu là nét vẽ liền"),
    N_("Độ dài đường kẻ dưới trích yếu")))  # fmt: skip
