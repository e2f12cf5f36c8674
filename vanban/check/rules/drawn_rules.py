"""The rules drawn under a component: there, drawn and not typed, as long as annex I says."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from vanban import fonts
from vanban.check.model import Case, Example, Hit, Redraw, at
from vanban.check.register import rule
from vanban.check.rules.looks import TOLERANCE_PT, stands_alone
from vanban.language import N_, _
from vanban.paper import DrawnLine
from vanban.parts import Part
from vanban.thethuc import COMPONENTS, RULE_LINES
from vanban.thethuc.measures import RuleLine

MM_IN_POINT = 25.4 / 72
_TYPED = {"underline": N_("chữ gạch chân"), "underscores": N_("dấu gạch gõ bằng phím")}
"""What stands for a line without being one."""
_ROOM_OFF_PT = 2.0
"""How much wider a column may be than it is said to be: a PDF shows it no wider than its longest line."""
TOLERANCE = 0.12
"""How far a length may be off, as a share of the text: lines are drawn by hand, and fonts differ a little."""


def drawn_rules(
    section: str, first: int, component: str, titles: tuple[str, str, str], *, bad_mm: float = 8
) -> None:
    """Register three rules from ``TT-<section><first>`` on: it is there, it is drawn, its length fits."""
    row = COMPONENTS[component]
    ruled = RULE_LINES[component]
    good = Example(component)
    rule(
        f"TT-{section}{first:02}",
        titles[0],
        clause=ruled.clause,
        needs="look",
        fixable=True,
        message=N_("Không thấy đường kẻ ngang dưới {part}."),
        remedy=N_("Kẻ một đường nét liền, dài {share} dòng chữ, ở giữa bên dưới."),
        bad=Example(component, line=0),
        good=good,
    )(partial(_missing, row.name, ruled))
    rule(
        f"TT-{section}{first + 1:02}",
        titles[1],
        clause=ruled.clause,
        needs="look",
        fixable=True,
        message=N_("Dưới {part} là {found}, không phải đường kẻ nét liền."),
        remedy=N_("Kẻ bằng lệnh vẽ đường thẳng (Draw), không gạch chân chữ, không gõ dấu gạch dưới."),
        bad=Example(component, line="underline"),
        good=good,
    )(partial(_not_drawn, row.name, ruled))
    rule(
        f"TT-{section}{first + 2:02}",
        titles[2],
        clause=ruled.clause,
        needs="look",
        fixable=True,
        severity="warning",
        message=N_("Đường kẻ dưới {part} dài {found} mm, bằng {times} dòng chữ; cần {share} dòng chữ."),
        remedy=N_("Kéo đường kẻ còn {wanted} mm."),
        bad=Example(component, line=bad_mm),
        good=good,
    )(partial(_length, row.name, ruled))


def _share(ruled: RuleLine) -> str:
    return _("bằng độ dài") if ruled.least == 1 else _("từ 1/3 đến 1/2 độ dài")


def _ruled_parts(case: Case, ruled: RuleLine) -> Iterator[tuple[Part, DrawnLine | None]]:
    """The last line of the component with the line under it, where it has its paragraph to itself."""
    lines = {line.number: line for line in case.paper.lines}
    parts = case.all(ruled.under)
    if parts and stands_alone(parts[-1]):
        last = parts[-1]
        own = [lines[part.paragraph.number] for part in parts if part.paragraph.number in lines]
        yield last, own[-1] if own else None


def last_line_mm(part: Part) -> float:
    """Length of the last printed line of a part in mm, from the advance widths of the font."""
    look = next(iter(part.paragraph.look_at(part.start, part.end)))
    words = part.text.strip().rpartition("\n")[2]
    text = words.upper() if look.caps or COMPONENTS[part.id].upper else words
    room = (part.paragraph.width_mm or 1000) / MM_IN_POINT + _ROOM_OFF_PT
    known = fonts.missing_characters(text)
    text = "".join("n" if letter in known else letter for letter in text)
    lines = fonts.break_lines(text, look.size_pt, room, bold=look.bold, italic=look.italic)
    return fonts.text_width_pt(lines[-1], look.size_pt, bold=look.bold, italic=look.italic) * MM_IN_POINT


def _usual(part: Part, off: float) -> bool:
    """Whether the size is allowed; where it is not, the lines break elsewhere, and the size is the fault."""
    allowed = COMPONENTS[part.id].size
    return all(
        allowed.least - off <= look.size_pt <= allowed.most + off
        for look in part.paragraph.look_at(part.start, part.end)
    )


def _missing(name: str, ruled: RuleLine, case: Case) -> Iterator[Hit]:
    for part, line in _ruled_parts(case, ruled):
        if line is None:
            yield at(part, Redraw(last_line_mm(part) * ruled.default), part=name, share=_share(ruled))


def _not_drawn(name: str, ruled: RuleLine, case: Case) -> Iterator[Hit]:
    for part, line in _ruled_parts(case, ruled):
        found = line and (N_("đường nét đứt") if line.dashed else _TYPED.get(line.kind))
        if found:
            yield at(part, Redraw(last_line_mm(part) * ruled.default), part=name, found=_(found))


def _length(name: str, ruled: RuleLine, case: Case) -> Iterator[Hit]:
    off = TOLERANCE_PT[case.paper.origin]
    for part, line in _ruled_parts(case, ruled):
        if line is None or line.length_mm is None or not _usual(part, off):
            continue
        text = last_line_mm(part)
        times = line.length_mm / text
        if not ruled.least - TOLERANCE <= times <= ruled.most + TOLERANCE:
            wanted = text * ruled.default
            yield at(
                part,
                Redraw(wanted),
                part=name,
                found=f"{line.length_mm:.0f}",
                times=f"{times:.2f}".replace(".", ","),
                share=_share(ruled),
                wanted=f"{wanted:.0f}",
            )
