"""The rules that every component has: size, weight and slant, place across the column."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import NamedTuple

from vanban.check.model import Case, Example, Hit, Restyle, at
from vanban.check.register import rule
from vanban.language import N_, _
from vanban.paper import TextLook
from vanban.parts import Part
from vanban.thethuc import COMPONENTS, SIZE_SETS, Component

TOLERANCE_PT = {"docx": 0.25, "pdf": 0.5}
"""How far a size may be off; a PDF gives sizes as rounded by what drew it."""
ALIGN = {
    "left": N_("canh trái"),
    "center": N_("canh giữa"),
    "right": N_("canh phải"),
    "justify": N_("canh đều hai lề"),
}
LETTERS_OF_A_LINE = 100
"""More letters than this fill more than one line of the body."""
_MOSTLY, _ALMOST_ALL = 0.6, 0.95
"""Shares of its letters from which a paragraph of prose is of another style."""
_COLUMNS_OF_THE_HEAD = ("1", "2", "3", "4", "5b")
"""Boxes side by side: a PDF does not tell where their columns end."""
Judge = Callable[[TextLook], bool]


class Titles(NamedTuple):
    """Titles of the rules on size, style and place; "" where the component has no such rule."""

    size: str
    style: str
    align: str = ""


def odd_stretch(part: Part, fits: Judge) -> tuple[int, int, TextLook] | None:
    """From the first word that does not fit to the last, with the look of the first; None if all fit.

    Letters and figures count. Signs, room for the pen and marks of footnotes may look as they like.
    """
    found: tuple[int, int, TextLook] | None = None
    start = 0
    for run in part.paragraph.runs:
        end = start + len(run.text)
        low, high = max(start, part.start), min(end, part.end)
        words = part.paragraph.text[low:high] if low < high else ""
        if any(map(str.isalnum, words)) and not (run.look.raised or fits(run.look)):
            first = found[0] if found else low + len(words) - len(words.lstrip())
            found = first, low + len(words.rstrip()), found[2] if found else run.look
        start = end
    return found


def look_rules(
    section: str,
    first: int,
    component: str,
    titles: Titles,
    *,
    kind: str = "ke-hoach",
    prose: str = "",
    words: str | None = None,
    emphasis: bool = False,
) -> None:
    """Register the rules on a component: ids from ``TT-<section><first>`` on, for size, style and place.

    In ``prose``, given with an example of some lines, a word may be set off by its style, and a paragraph of
    one line shows no alignment: the rules speak of paragraphs that are mostly of another style, or longer.
    With ``emphasis`` a paragraph of another style is a matter of usage. ``words`` are those of the examples,
    where good papers lack the component.
    """
    row = COMPONENTS[component]
    example = partial(Example, component, text=words, kind=kind)
    if titles.size:
        rule(
            f"TT-{section}{first:02}",
            titles.size,
            clause=row.clause,
            needs="look",
            fixable=True,
            message=N_("{part} cỡ chữ {found}, cần cỡ {allowed}."),
            remedy=N_("Đặt cỡ chữ {wanted}."),
            bad=example(look={"size_pt": row.size.most + 3}),
            good=example(look={"size_pt": row.size.default}),
        )(partial(_sizes, row))
    if titles.style:
        rule(
            f"TT-{section}{first + 1:02}",
            titles.style,
            clause=row.clause,
            severity="warning" if emphasis else "error",
            needs="look",
            fixable=True,
            message=N_("{part} {found}, cần {wanted}."),
            remedy=N_("Đặt {wanted}."),
            bad=example(look={"bold": not row.bold}),
            good=example(look={"bold": row.bold}),
        )(partial(_styles, row, _ALMOST_ALL if emphasis else _MOSTLY if prose else 0.0))
    if titles.align:
        rule(
            f"TT-{section}{first + 2:02}",
            titles.align,
            clause=row.clause,
            needs="look",
            fixable=True,
            message=N_("{part} {found}, cần {wanted}."),
            remedy=N_("Chọn {wanted} cho đoạn này."),
            bad=example(text=prose or None, look={"align": "left" if row.align != "left" else "right"}),
            good=example(text=prose or None, look={"align": row.align}),
        )(partial(_aligns, row, bool(prose)))


def _odd_share(part: Part, fits: Judge) -> float:
    """The share of its letters whose look does not fit, the mark of its level aside."""
    at_letter, odd, all_letters = 0, 0, 0
    first = part.start + (len(part.mark.text) if part.mark and not part.mark.automatic else 0)
    for run in part.paragraph.runs:
        count = len(run.text[max(first - at_letter, 0) : max(part.end - at_letter, 0)].strip())
        all_letters += count
        odd += 0 if fits(run.look) else count
        at_letter += len(run.text)
    return odd / all_letters if all_letters else 0


def sizes_allowed(row: Component) -> str:
    """``13`` or ``13 - 14``."""
    least, most = row.size.least, row.size.most
    return points(least) if least == most else f"{points(least)} - {points(most)}"


def points(size: float) -> str:
    """``13`` or ``13,5``."""
    return f"{round(size, 1):g}".replace(".", ",")


def on_own_lines(part: Part) -> bool:
    """Whether nothing else stands on the lines of a part, and no tab sets it: alignment is its own."""
    text = part.paragraph.text
    before, after = text[: part.start].rpartition("\n")[2], text[part.end :].partition("\n")[0]
    return not (before.strip() or after.strip() or "\t" in before + part.text + after)


def stands_alone(part: Part) -> bool:
    """Whether a part has its paragraph to itself, so that what is under the paragraph is under it."""
    text = part.paragraph.text
    return on_own_lines(part) and not (text[: part.start].strip() or text[part.end :].strip())


def _sizes(row: Component, case: Case) -> Iterator[Hit]:
    off = TOLERANCE_PT[case.paper.origin]
    least, most = row.size.least - off, row.size.most + off
    for part in case.all(row.id, annex=None):
        if odd := odd_stretch(part, lambda look: least <= look.size_pt <= most):
            start, end, look = odd
            wanted = _wanted(row, look.size_pt, case)
            yield at(
                part,
                Restyle({"size_pt": wanted}, start, end),
                start=start,
                end=end,
                part=row.name,
                found=points(look.size_pt),
                allowed=sizes_allowed(row),
                wanted=points(wanted),
            )


def _wanted(row: Component, found: float, case: Case) -> float:
    """The nearest size that is allowed; in the head, one that goes with the sizes of its other lines."""
    if row.group not in ("quoc_hieu", "tieu_ngu"):
        return min(max(found, row.size.least), row.size.most)
    others = [
        (COMPONENTS[part.id].group, look.size_pt)
        for part in case.all("quoc_hieu", "tieu_ngu", "dia_danh")
        if part.id != row.id
        for look in part.paragraph.look_at(part.start, part.end)
    ]

    def fit(sizes: dict[str, float]) -> tuple[int, float]:
        agreeing = sum(abs(sizes[group] - size) <= TOLERANCE_PT["pdf"] for group, size in others)
        return agreeing, -abs(sizes[row.group] - found)

    return max(SIZE_SETS.values(), key=fit)[row.group]


def _styles(row: Component, share: float, case: Case) -> Iterator[Hit]:
    values = {"bold": row.bold, "italic": row.italic}

    def fits(look: TextLook) -> bool:
        return (look.bold, look.italic) == (row.bold, row.italic)

    for part in case.all(row.id, annex=None):
        if share and (_odd_share(part, fits) < share or _below_the_decree(part)):
            continue
        if odd := odd_stretch(part, fits):
            start, end, look = odd
            yield at(
                part,
                Restyle(values, start, end),
                start=start,
                end=end,
                part=row.name,
                found=style_name(look.bold, look.italic),
                wanted=style_name(row.bold, row.italic),
            )


def style_name(bold: bool, italic: bool) -> str:
    """``chữ đứng, đậm``."""
    slant = _("nghiêng") if italic else _("đứng")
    weight = _("đậm") if bold else _("không đậm")
    return _("chữ {slant}, {weight}").format(slant=slant, weight=weight)


def _below_the_decree(part: Part) -> bool:
    """Whether it is of a level (1.1, 1.2.3) of whose style the decree says nothing."""
    return bool(part.mark and len(part.mark.path) > 1)


def _aligns(row: Component, prose: bool, case: Case) -> Iterator[Hit]:
    if case.paper.origin == "pdf" and row.box in _COLUMNS_OF_THE_HEAD:
        return
    for part in case.all(row.id, annex=None):
        look = part.paragraph.look
        if prose and (len(part.paragraph.text) < LETTERS_OF_A_LINE or not any(map(str.isalpha, part.text))):
            continue
        if look.align != row.align and on_own_lines(part):
            yield at(
                part,
                Restyle(
                    {"align": row.align} if prose else {"align": row.align, "first_mm": 0.0, "left_mm": 0.0}
                ),
                part=row.name,
                found=_(ALIGN[look.align]),
                wanted=_(ALIGN[row.align]),
            )
