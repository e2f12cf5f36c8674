"""TT-01: paper, margins, fonts, colour, and how the head goes together (Phụ lục I, Phần I, I)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from colorsys import rgb_to_hls
from itertools import pairwise

from vanban.check.model import Case, Example, Hit, Repage, Restyle, at
from vanban.check.register import rule
from vanban.check.rules.looks import TOLERANCE_PT, odd_stretch, points
from vanban.language import N_, _
from vanban.paper import PaperSection, Paragraph, TextLook
from vanban.thethuc import COMPONENTS, SIZE_SETS
from vanban.thethuc import measures as m
from vanban.tiengviet.legacy import looks_legacy

_PAPER_OFF_MM = 1.0
_MARGIN_OFF_MM = 0.5
"""Half a millimetre is what conversions between inches, twips and mm make."""
_SYMBOLS = ("symbol", "wingdings", "webdings", "marlett")
"""Fonts of bullets and ticks, which are no text."""
_DARK = 0x2F
"""The most of each colour in what a reader still calls black."""
_HUES = (
    (20, N_("đỏ")), (45, N_("cam")), (70, N_("vàng")), (170, N_("xanh lá cây")), (260, N_("xanh dương")),
    (340, N_("tím")), (361, N_("đỏ")),
)  # fmt: skip
"""Up to which degree of the circle a colour has which name."""
_PALE, _WHITE = 0.15, 0.95
_LINKS = frozenset(("0563C1", "0000FF", "0000EE", "0066CC", "467886"))
"""What Word and others draw a link in."""
_HEAD_GAP_PT, _HEAD_LINES = 6.0, 1.16
"""The most air between two lines of the head that still looks single spaced."""


@rule(
    "TT-0101",
    N_("Khổ giấy A4"),
    clause=m.PAPER_CLAUSE,
    needs="look",
    fixable=True,
    message=N_("Khổ giấy {found} mm."),
    remedy=N_("Chọn khổ A4 (210 mm x 297 mm)."),
    bad=Example(page={"width_mm": 216, "height_mm": 279}),
    good=Example(page={"width_mm": 210, "height_mm": 297}),
)
def paper_is_a4(case: Case) -> Iterator[Hit]:
    """Every section, upright or lying."""
    for number, section in enumerate(case.paper.sections):
        short, long = sorted((section.width_mm, section.height_mm))
        if abs(short - m.PAGE_WIDTH_MM) > _PAPER_OFF_MM or abs(long - m.PAGE_HEIGHT_MM) > _PAPER_OFF_MM:
            wide, high = m.PAGE_WIDTH_MM, m.PAGE_HEIGHT_MM
            if section.landscape:
                wide, high = high, wide
            yield Hit(
                _first_of(case, number),
                details={"found": f"{section.width_mm:.0f} x {section.height_mm:.0f}"},
                repairs=(Repage(number, {"width_mm": wide, "height_mm": high}),),
            )


_MARGINS = {
    "top_mm": (N_("lề trên"), m.MARGIN_TOP),
    "bottom_mm": (N_("lề dưới"), m.MARGIN_BOTTOM),
    "left_mm": (N_("lề trái"), m.MARGIN_LEFT),
    "right_mm": (N_("lề phải"), m.MARGIN_RIGHT),
}
_TURNED = {"top_mm": "left_mm", "bottom_mm": "right_mm", "left_mm": "bottom_mm", "right_mm": "top_mm"}
"""Which upright margin each side of a lying page has when the page is turned into the binding."""


@rule(
    "TT-0102",
    N_("Lề trang"),
    clause=m.MARGIN_TOP.clause,
    needs="docx",
    fixable=True,
    message=N_("{found}."),
    remedy=N_("Đặt lề trên, dưới 20 - 25 mm, trái 30 - 35 mm, phải 15 - 20 mm."),
    bad=Example(page={"left_mm": 25}),
    good=Example(page={"left_mm": 35}),
)
def margins_are_in_range(case: Case) -> Iterator[Hit]:
    """Every section; a lying page may have them as it lies or as it is turned."""
    for number, section in enumerate(case.paper.sections):
        odd = _odd_margins(section, turned=False)
        if odd and section.landscape and not _odd_margins(section, turned=True):
            odd = {}
        if odd:
            found = ", ".join(f"{_(_MARGINS[side][0])} {getattr(section, side):.0f} mm" for side in odd)
            yield Hit(
                _first_of(case, number),
                details={"found": found[0].upper() + found[1:]},
                repairs=(Repage(number, odd),),
            )


def _odd_margins(section: PaperSection, *, turned: bool) -> dict[str, float]:
    """The margins outside their range, each with the nearest that is allowed."""
    odd = {}
    for side in _MARGINS:
        allowed = _MARGINS[_TURNED[side] if turned else side][1]
        found = getattr(section, side)
        if not allowed.least - _MARGIN_OFF_MM <= found <= allowed.most + _MARGIN_OFF_MM:
            odd[side] = min(max(found, allowed.least), allowed.most)
    return odd


@rule(
    "TT-0103",
    N_("Trang ngang chỉ dùng cho bảng, biểu"),
    clause=f"{m.PL1}, I.2",
    severity="warning",
    needs="look",
    message=N_("Trang in theo chiều ngang mà không có bảng, biểu."),
    remedy=N_("Đặt trang theo chiều dọc."),
    bad=Example(page={"width_mm": 297, "height_mm": 210}, kind="cong-van"),
    good=Example(page={"width_mm": 210, "height_mm": 297}, kind="cong-van"),
)
def landscape_is_for_tables(case: Case) -> Iterator[Hit]:
    """A section lies only for a table that is not parted into an annex."""
    for number, section in enumerate(case.paper.sections):
        if section.landscape and not any(t.lined and t.section == number for t in case.paper.tables):
            yield Hit(_first_of(case, number))


def _first_of(case: Case, section: int) -> Paragraph | None:
    """The first paragraph of a section; none for the first section, where the whole paper is meant."""
    if section == 0:
        return None
    return next((p for p in case.paper.paragraphs if p.section == section), None)


@rule(
    "TT-0104",
    N_("Phông chữ Times New Roman"),
    clause=m.FONT_CLAUSE,
    needs="look",
    fixable=True,
    message=N_("Phông chữ {found}."),
    remedy=N_("Dùng phông Times New Roman, bộ mã Unicode."),
    bad=Example("doan", look={"font": "Arial"}),
    good=Example("doan", look={"font": m.FONT_FAMILY}),
)
def font_is_times(case: Case) -> Iterator[Hit]:
    """Every letter; fonts of symbols and of old encodings are another matter."""
    for part in case.all(*COMPONENTS, annex=None):
        if odd := odd_stretch(part, lambda look: _is_times(look.font)):
            start, end, look = odd
            if not looks_legacy(part.text, look.font):
                repair = Restyle({"font": m.FONT_FAMILY}, start, end)
                yield at(part, repair, start=start, end=end, found=look.font)


def _is_times(font: str) -> bool:
    """Whether this is the family itself; "Times New Roman Bold" is found on few machines."""
    return font.lower() == m.FONT_FAMILY.lower() or font.lower().startswith(_SYMBOLS)


@rule(
    "TT-0105",
    N_("Chữ màu đen"),
    clause=m.FONT_CLAUSE,
    needs="look",
    fixable=True,
    message=N_("Chữ màu {found}."),
    remedy=N_("Đặt chữ màu đen."),
    bad=Example("doan", look={"colour": "FF0000"}),
    good=Example("doan", look={"colour": "000000"}),
)
def letters_are_black(case: Case) -> Iterator[Hit]:
    """Every letter but links, and those of a mark of urgency, which is red (III.2.b)."""
    yield from _coloured(case, lambda look: _is_black(look) or _is_link(look))


@rule(
    "TT-0114",
    N_("Liên kết không để màu xanh, gạch chân"),
    clause=m.FONT_CLAUSE,
    severity="warning",
    needs="look",
    fixable=True,
    message=N_("Địa chỉ liên kết để chữ màu {found}, gạch chân."),
    remedy=N_("Bỏ liên kết (Remove Hyperlink) hoặc đặt chữ màu đen, không gạch chân."),
    bad=Example("doan", look={"colour": "0563C1", "underline": True}),
    good=Example("doan", look={"colour": "000000", "underline": False}),
)
def links_are_black(case: Case) -> Iterator[Hit]:
    """Word colours addresses by itself; on paper they are text as any other."""
    yield from _coloured(case, lambda look: not _is_link(look))


def _coloured(case: Case, fits: Callable[[TextLook], bool]) -> Iterator[Hit]:
    black: dict[str, str | float | bool] = {"colour": "000000"}
    for part in case.all(*(name for name in COMPONENTS if name != "do_khan"), annex=None):
        if odd := odd_stretch(part, fits):
            start, end, look = odd
            values = black | {"underline": False} if _is_link(look) else black
            found = _colour_name(look.colour)
            yield at(part, Restyle(values, start, end), start=start, end=end, found=found)


def _is_black(look: TextLook) -> bool:
    return not look.colour or max(bytes.fromhex(look.colour)) <= _DARK


def _is_link(look: TextLook) -> bool:
    return look.underline and look.colour in _LINKS


def _colour_name(colour: str) -> str:
    hue, light, strength = rgb_to_hls(*(part / 255 for part in bytes.fromhex(colour)))
    if light > _WHITE:
        return _("trắng")
    if strength < _PALE:
        return _("xám")
    return _(next(name for most, name in _HUES if hue * 360 < most))


@rule(
    "TT-0112",
    N_("Cỡ chữ ở phần đầu tăng giảm thống nhất"),
    clause=f"{m.PL1}, V",
    severity="warning",
    needs="look",
    fixable=True,
    message=N_("Quốc hiệu cỡ {quoc_hieu}, Tiêu ngữ cỡ {tieu_ngu}, địa danh và thời gian cỡ {dia_danh}."),
    remedy=N_("Dùng 12, 13, 13 hoặc 13, 14, 14."),
    bad=Example("tieu_ngu", look={"size_pt": 14}),
    good=Example("tieu_ngu", look={"size_pt": 13}),
)
def sizes_go_together(case: Case) -> Iterator[Hit]:
    """The sizes of the head rise and fall together (note under section V); the national name leads."""
    names = ("quoc_hieu", "tieu_ngu", "dia_danh")
    parts = {name: part for name in names if (part := case.first(name))}
    sizes = {name: _size_of(part.paragraph) for name, part in parts.items()}
    off = TOLERANCE_PT[case.paper.origin]
    if len(sizes) < len(names) or any(
        not COMPONENTS[name].size.least - off <= size <= COMPONENTS[name].size.most + off
        for name, size in sizes.items()
    ):
        return
    leader = min(SIZE_SETS.values(), key=lambda row: abs(row["quoc_hieu"] - sizes["quoc_hieu"]))
    for name in names[1:]:
        if abs(sizes[name] - leader["tieu_ngu"]) > off:
            quoc_hieu, tieu_ngu, dia_danh = map(points, sizes.values())
            repair = Restyle({"size_pt": leader["tieu_ngu"]}, parts[name].start, parts[name].end)
            yield at(parts[name], repair, quoc_hieu=quoc_hieu, tieu_ngu=tieu_ngu, dia_danh=dia_danh)


@rule(
    "TT-0113",
    N_("Các dòng ở phần đầu cách nhau dòng đơn"),
    clause=f"{m.PL1}, II.1.c, II.2.b",
    needs="docx",
    fixable=True,
    message=N_("Hai dòng ở phần đầu cách nhau {found}."),
    remedy=N_("Đặt cách dòng đơn (Single), khoảng cách đoạn 0 pt."),
    bad=Example("tieu_ngu", look={"before_pt": 12}),
    good=Example("tieu_ngu", look={"before_pt": 0}),
)
def head_is_single_spaced(case: Case) -> Iterator[Hit]:
    """The lines of box 1 and those of box 2; a little air is let be."""
    for names in (("quoc_hieu", "tieu_ngu"), ("co_quan_chu_quan", "co_quan")):
        for above, below in pairwise(case.all(*names)):
            upper, lower = above.paragraph, below.paragraph
            if upper is lower or upper.cell != lower.cell or lower.number != upper.number + 1:
                continue
            after, before = upper.look.after_pt or 0, lower.look.before_pt or 0
            if after + before > _HEAD_GAP_PT:
                found = f"{after + before:g} pt".replace(".", ",")
                repair = Restyle({"after_pt": 0.0}) if after > before else Restyle({"before_pt": 0.0})
                yield at(above if after > before else below, repair, found=found)
            elif (lines := lower.look.line or 1) > _HEAD_LINES:
                found = _("{lines} dòng").format(lines=f"{lines:.2g}".replace(".", ","))
                yield at(below, Restyle({"line": 1.0}), found=found)


def _size_of(paragraph: Paragraph) -> float:
    looks = paragraph.look_at(0)
    return max((look.size_pt for look in looks), default=0)
