"""TT-11, first half: kính gửi, ô 9a (Phụ lục I, Phần I, II.9)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vanban.check.model import Case, Example, Hit, Reword, at
from vanban.check.register import rule
from vanban.check.rules.endings import ending, wrong_ending
from vanban.check.rules.looks import Titles, look_rules
from vanban.check.rules.words import lead
from vanban.language import N_
from vanban.parts import Part
from vanban.thethuc import COMPONENTS

_CLAUSE = COMPONENTS["kinh_gui"].clause
_BARE_WORD = re.compile(r"Kính\s+gửi\s*:?", re.IGNORECASE)
DASH = re.compile(r"(?P<dash>[-+*\u2010-\u2015•])(?P<space>\s*)")
"""What lines of Kính gửi and Nơi nhận begin with."""

look_rules("11", 7, "kinh_gui", Titles(N_("Cỡ chữ «Kính gửi»"), N_("Kiểu chữ «Kính gửi»")), kind="cong-van")


@rule(
    "TT-1110",
    N_("Công văn, tờ trình có «Kính gửi»"),
    clause=_CLAUSE,
    message=N_("Không thấy «Kính gửi»."),
    remedy=N_("Ghi «Kính gửi: …» trên phần nội dung."),
    bad=Example("kinh_gui", drop=True, kind="to-trinh"),
    good=Example("kinh_gui", kind="to-trinh"),
)
def letters_are_addressed(case: Case) -> Iterator[Hit]:
    """Letters and proposals say to whom they go; a report to a superior too, but not every report is one."""
    kind = case.kind
    wanted = kind and (kind.form.addressed == "always" or kind.id == "to-trinh")
    if wanted and not case.anatomy.first("kinh_gui"):
        yield Hit(part="kinh_gui")


@rule(
    "TT-1111",
    N_("Dấu hai chấm sau «Kính gửi»"),
    clause=_CLAUSE,
    fixable=True,
    message=N_("Sau «Kính gửi» là «{found}»."),
    remedy=N_("Ghi dấu hai chấm liền sau «Kính gửi»."),
    bad=Example("kinh_gui", text="Kính gửi", kind="cong-van"),
    good=Example("kinh_gui", text="Kính gửi:", kind="cong-van"),
)
def addressees_after_a_colon(case: Case) -> Iterator[Hit]:
    """``Kính gửi:``."""
    for part in case.all("kinh_gui")[:1]:
        found = re.match(r"(\s*Kính\s+gửi)(\s*)(:?)", part.text, re.IGNORECASE)
        if found and (found[2] or not found[3]):
            start, end = part.start + found.end(1), part.start + found.end()
            yield at(part, Reword(start, end, ":"), found=(found[2] + found[3]) or "…")


def _addressees(case: Case) -> list[Part]:
    """The lines that name somebody, where there is more than one below "Kính gửi"."""
    lines = [part for part in case.all("kinh_gui") if part.text.strip()]
    return lines[1:] if len(lines) > 2 and _BARE_WORD.fullmatch(lines[0].text.strip()) else []


@rule(
    "TT-1120",
    N_("Gạch đầu dòng mỗi nơi ở «Kính gửi»"),
    clause=_CLAUSE,
    fixable=True,
    message=N_("Dòng này bắt đầu bằng «{found}»."),
    remedy=N_("Gửi từ hai nơi trở lên thì bắt đầu mỗi dòng bằng gạch nối và một dấu cách: «- »."),
    bad=Example("kinh_gui", text="– Các trường trực thuộc.", kind="cong-van", last=True),
    good=Example("kinh_gui", text="- Các trường trực thuộc.", kind="cong-van", last=True),
)
def addressees_have_dashes(case: Case) -> Iterator[Hit]:
    """``- `` before each; a line that begins with a small letter goes on from the one above."""
    for part in _addressees(case):
        words = part.text.strip()
        if part.paragraph.label or words[0].islower():
            continue
        start = lead(part)
        found = DASH.match(words)
        if not found:
            yield at(part, Reword(start, start, "- "), found=words.split()[0])
        elif found["dash"] != "-" or found["space"] not in (" ", "\u00a0"):
            yield at(part, Reword(start, start + found.end(), "- "), found=found[0])


@rule(
    "TT-1121",
    N_("Dấu câu cuối mỗi nơi ở «Kính gửi»"),
    clause=_CLAUSE,
    fixable=True,
    message=N_("Cuối dòng: {found}."),
    remedy=N_("Kết thúc bằng «{wanted}»: mỗi nơi có dấu chấm phẩy, nơi cuối cùng có dấu chấm."),
    bad=Example("kinh_gui", text="- Các trường trực thuộc;", kind="cong-van", last=True),
    good=Example("kinh_gui", text="- Các trường trực thuộc.", kind="cong-van", last=True),
)
def addressees_end_with_semicolons(case: Case) -> Iterator[Hit]:
    """A semicolon after each, a full stop after the last."""
    lines = _addressees(case)
    for place, part in enumerate(lines):
        following = lines[place + 1] if place + 1 < len(lines) else None
        if following and following.text.strip()[0].islower():
            continue
        wanted = ";" if following else "."
        found = ending(part)
        if found.mark != wanted and not found.open:
            yield wrong_ending(part, wanted)
