"""TT-11, second half: nơi nhận, ô 9b (Phụ lục I, Phần I, II.9)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vanban.check.model import Case, Example, Hit, Reword, at
from vanban.check.register import rule
from vanban.check.rules.addressees import DASH
from vanban.check.rules.endings import ending, wrong_ending
from vanban.check.rules.looks import Titles, look_rules
from vanban.language import N_
from vanban.parts import Part
from vanban.thethuc import COMPONENTS

_CLAUSE = COMPONENTS["noi_nhan"].clause
_KEPT = re.compile(r"-?\s*(?P<word>Lưu)(?P<colon>\s*:?)\s*(?P<where>.*)", re.IGNORECASE | re.DOTALL)
_LIKE_ABOVE = re.compile(r"[-+\s]*như\s+(?:trên|kính gửi)", re.IGNORECASE)
_OPEN = re.compile(r"\.{3}|…|_{3}")
"""Room for the pen."""
_LIKE_ARTICLES = re.compile(r"như\s+điều\s+(?P<numbers>\d+(?:\s*(?:,|và)\s*(?:điều\s+)?\d+)*)", re.IGNORECASE)
_WITHOUT_RECIPIENTS = frozenset(
    ("bien-ban", "hop-dong", "giay-nghi-phep", "thu-cong", "ban-ghi-nho", "ban-thoa-thuan", "quy-che",
     "quy-dinh", "du-an", "de-an")
)  # fmt: skip
"""Kinds whose form or practice has no box 9b of their own."""

look_rules("11", 1, "noi_nhan_tu", Titles(N_("Cỡ chữ «Nơi nhận»"), N_("Kiểu chữ «Nơi nhận»")))
look_rules("11", 4, "noi_nhan", Titles(N_("Cỡ chữ danh sách nơi nhận"), N_("Kiểu chữ danh sách nơi nhận")))


@rule(
    "TT-1112",
    N_("Có «Nơi nhận»"),
    clause=_CLAUSE,
    message=N_("Không thấy «Nơi nhận»."),
    remedy=N_("Ghi «Nơi nhận:» và danh sách ở góc dưới bên trái."),
    bad=Example("noi_nhan_tu noi_nhan", drop=True, kind="quyet-dinh"),
    good=Example("noi_nhan_tu"),
)
def recipients_are_there(case: Case) -> Iterator[Hit]:
    """Every kind that is sent out."""
    if case.kind and case.kind.id not in _WITHOUT_RECIPIENTS and not case.anatomy.first("noi_nhan_tu"):
        yield Hit(part="noi_nhan_tu")


@rule(
    "TT-1113",
    N_("Dấu hai chấm sau «Nơi nhận»"),
    clause=_CLAUSE,
    fixable=True,
    message=N_("«Nơi nhận» ghi «{found}»."),
    remedy=N_("Ghi «Nơi nhận:»."),
    bad=Example("noi_nhan_tu", text="Nơi nhận"),
    good=Example("noi_nhan_tu", text="Nơi nhận:"),
)
def recipients_after_a_colon(case: Case) -> Iterator[Hit]:
    """``Nơi nhận:``, as the form has it."""
    for part in case.all("noi_nhan_tu"):
        words = part.text.strip()
        found = re.match(r"(Nơi\s+nhận)(\s*:?)", words, re.IGNORECASE)
        if found and found[2] != ":":
            start = part.start + part.text.index(found[1]) + len(found[1])
            yield at(part, Reword(start, start + len(found[2]), ":"), found=words)


def _entries(case: Case) -> list[list[Part]]:
    """The recipients, each with the lines it goes on over, blank ones aside."""
    entries: list[list[Part]] = []
    for part in case.all("noi_nhan"):
        begins = bool(DASH.match(part.text.strip()) or part.paragraph.label)
        ended = bool(entries) and entries[-1][-1].text.rstrip().endswith((";", "."))
        if begins or ended or not entries:
            entries.append([part])
        else:
            entries[-1].append(part)
    return entries


@rule(
    "TT-1114",
    N_("Gạch đầu dòng mỗi nơi nhận"),
    clause=_CLAUSE,
    fixable=True,
    message=N_("Dòng này bắt đầu bằng «{found}»."),
    remedy=N_("Bắt đầu mỗi nơi nhận bằng gạch nối và một dấu cách: «- »."),
    bad=Example("noi_nhan", text="+ Sở Giáo dục và Đào tạo Hà Nội (để báo cáo);"),
    good=Example("noi_nhan", text="- Sở Giáo dục và Đào tạo Hà Nội (để báo cáo);"),
)
def recipients_have_dashes(case: Case) -> Iterator[Hit]:
    """``- `` before each."""
    for first, *_more in _entries(case):
        if first.paragraph.label:
            continue
        lead = first.start + len(first.text) - len(first.text.lstrip())
        words = first.text.strip()
        found = DASH.match(words)
        if not found:
            yield at(first, Reword(lead, lead, "- "), found=words[:1])
        elif found["dash"] != "-" or found["space"] not in (" ", "\u00a0"):
            yield at(first, Reword(lead, lead + found.end(), "- "), found=found[0])


@rule(
    "TT-1115",
    N_("Dấu câu cuối mỗi nơi nhận"),
    clause=_CLAUSE,
    fixable=True,
    message=N_("Cuối dòng nơi nhận: {found}."),
    remedy=N_("Kết thúc bằng «{wanted}»: mỗi nơi nhận có dấu chấm phẩy, dòng cuối có dấu chấm."),
    bad=Example("noi_nhan", text="- Sở Giáo dục và Đào tạo Hà Nội (để báo cáo),"),
    good=Example("noi_nhan", text="- Sở Giáo dục và Đào tạo Hà Nội (để báo cáo);"),
)
def recipients_end_with_semicolons(case: Case) -> Iterator[Hit]:
    """A semicolon after each, a full stop after the last."""
    entries = _entries(case)
    for entry in entries:
        wanted = "." if entry is entries[-1] else ";"
        found = ending(entry[-1])
        if found.mark != wanted and not found.open:
            yield wrong_ending(entry[-1], wanted)


@rule(
    "TT-1116",
    N_("Có dòng «Lưu» ở cuối"),
    clause=_CLAUSE,
    message=N_("Dòng cuối của nơi nhận không phải «Lưu: VT, …»."),
    remedy=N_("Ghi dòng «- Lưu: VT, …» sau cùng."),
    bad=Example("noi_nhan", text="- Lưu: VT, VHXH;"),
    good=Example("noi_nhan"),
)
def copy_on_file_comes_last(case: Case) -> Iterator[Hit]:
    """What is kept on file stands last, once."""
    entries = _entries(case)
    for place, entry in enumerate(entries):
        kept = bool(_KEPT.match(entry[0].text.strip()))
        if kept and place < len(entries) - 1:
            yield at(entry[0])
        elif (
            not kept
            and place == len(entries) - 1
            and not any(_KEPT.match(other[0].text.strip()) for other in entries)
        ):
            yield at(entry[-1])


@rule(
    "TT-1117",
    N_("Dạng ghi «Lưu: VT»"),
    clause=_CLAUSE,
    fixable=True,
    message=N_("Dòng lưu ghi «{found}»."),
    remedy=N_("Ghi «Lưu:», có dấu hai chấm, rồi chữ viết tắt «VT» và đơn vị soạn thảo."),
    bad=Example("noi_nhan", text="- Lưu VT, VHXH.", last=True),
    good=Example("noi_nhan"),
)
def copy_on_file_after_a_colon(case: Case) -> Iterator[Hit]:
    """``Lưu:`` with a capital and a colon."""
    for entry in _entries(case):
        part = entry[0]
        found = _KEPT.match(part.text.strip())
        if found and (found["colon"] != ":" or found["word"] != "Lưu"):
            lead = part.start + len(part.text) - len(part.text.lstrip())
            start, end = lead + found.start("word"), lead + found.end("colon")
            after = "" if part.paragraph.text[end : end + 1].isspace() else " "
            yield at(part, Reword(start, end, f"Lưu:{after}"), found=part.text.strip())


@rule(
    "TT-1118",
    N_("Dòng «Như trên» ở đầu khi có «Kính gửi»"),
    clause=_CLAUSE,
    severity="warning",
    message=N_("Có «Kính gửi» mà dòng đầu của nơi nhận không phải «Như trên»."),
    remedy=N_("Ghi «- Như trên;» ở dòng đầu."),
    bad=Example("noi_nhan", text="- Ủy ban nhân dân Thành phố;", kind="cong-van"),
    good=Example("noi_nhan", kind="cong-van"),
)
def addressees_are_the_first_recipients(case: Case) -> Iterator[Hit]:
    """Who is addressed need not be named again; the form of a công điện (Mẫu 1.6) names others at once."""
    entries = _entries(case)
    if case.kind and case.kind.id == "cong-dien":
        return
    if case.first("kinh_gui") and len(entries) > 1 and not _LIKE_ABOVE.match(entries[0][0].text):
        yield at(entries[0][0])


@rule(
    "TT-1119",
    N_("Dòng «Như Điều …» của quyết định"),
    clause="Phụ lục III, Mẫu 1.2",
    severity="warning",
    message=N_("Nơi nhận ghi «{found}», còn điều thi hành là Điều {wanted}."),
    remedy=N_("Ghi «- Như Điều {wanted};»."),
    bad=Example("noi_nhan", text="- Như Điều 2;", kind="quyet-dinh"),
    good=Example("noi_nhan", text="- Như Điều 3;", kind="quyet-dinh"),
)
def those_who_carry_out(case: Case) -> Iterator[Hit]:
    """The điều that says who carries the decision out."""
    if not case.kind or not case.kind.form.first_recipient.startswith("Như Điều"):
        return
    carried = [
        part.mark.number
        for part in case.all("dieu", "dieu_loi")
        if part.mark and re.search(r"chịu trách nhiệm.{0,40}(?:thi hành|thực hiện)", part.paragraph.text)
    ]
    named = [(entry[0], found) for entry in _entries(case) if (found := _LIKE_ARTICLES.search(entry[0].text))]
    told = {int(number) for _part, found in named for number in re.findall(r"\d+", found["numbers"])}
    if carried and named and not told.intersection(carried):
        yield at(named[0][0], found=named[0][1][0].strip(), wanted=carried[-1])


@rule(
    "TT-1122",
    N_("Dòng «Lưu» có «VT»"),
    clause=_CLAUSE,
    severity="warning",
    message=N_("Dòng lưu ghi «{found}», không có «VT»."),
    remedy=N_("Sau «Lưu:» ghi chữ viết tắt «VT» (Văn thư cơ quan), rồi đơn vị soạn thảo."),
    bad=Example("noi_nhan", text="- Lưu: VHXH.", last=True),
    good=Example("noi_nhan", text="- Lưu: VT, VHXH.", last=True),
)
def copy_is_kept_by_the_clerk(case: Case) -> Iterator[Hit]:
    """The clerk's copy comes first; a list without a line "Lưu" has a rule of its own."""
    for entry in _entries(case):
        words = " ".join(part.text.strip() for part in entry)
        found = _KEPT.match(words)
        if (
            found
            and found["colon"] == ":"
            and not re.search(r"\bVT\b|\bV\.T\b|Văn thư", found["where"])
            and not _OPEN.search(words)
        ):
            yield at(entry[0], found=words)
