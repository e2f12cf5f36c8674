"""The head of the first page: marks, header, title, addressees, bases (ô 1 to 5, 9a to 11)."""

from __future__ import annotations

from vanban.render.compose.pieces import Desk, Side, bare, dashed, p
from vanban.render.lines import POINTS_IN_MM
from vanban.render.sheet import Frame, Item, P, Pair
from vanban.thethuc import measures as m
from vanban.thethuc import writing


def marks_above(desk: Desk) -> list[Item]:
    """Draft and circulation marks, framed, above the header (ô 11; Phụ lục I, Phần I, III.2.c)."""
    draft = ["DỰ THẢO"] if desk.doc.du_thao else []
    limits = [desk.doc.pham_vi_luu_hanh.upper()] if desk.doc.pham_vi_luu_hanh else []
    return [
        Frame(t="frame", s="pham_vi_luu_hanh", text=text, w=0, h=0, red=False, align="right")
        for text in draft + limits
    ]


def header(desk: Desk, *, full: bool) -> Pair:
    """Ô 1 to 5b and 10b in two columns.

    Without its second row (number and date) for a paper that a decision issues (Phụ lục III, Mẫu 1.3).
    """
    doc = desk.doc
    date = f"{doc.dia_danh}, {desk.date()}" if full and desk.form.place_and_date else ""
    widest = max(
        desk.width("quoc_hieu", writing.QUOC_HIEU),
        desk.width("tieu_ngu", writing.TIEU_NGU),
        desk.width("dia_danh", date),
    )
    total = desk.look.text_width_mm * POINTS_IN_MM
    least, most = m.HEADER_RIGHT_COLUMN
    right_column = min(max(widest + m.HEADER_COLUMN_AIR_PT, least * total), most * total)
    left_column = total - right_column
    issuer = [p("co_quan", line.upper()) for line in doc.co_quan]
    motto = p("tieu_ngu", writing.TIEU_NGU)
    left: Side = [
        *(p("co_quan_chu_quan", line.upper()) for line in doc.co_quan_chu_quan),
        *issuer,
        desk.rule("co_quan", issuer[-1], left_column),
    ]
    right: Side = [p("quoc_hieu", writing.QUOC_HIEU), motto, desk.rule("tieu_ngu", motto, right_column)]
    rows = [(left, right)]
    if full:
        rows.append((_number_and_below(desk, left_column), [p("dia_danh", date)] if date else []))
    return Pair(t="pair", id="dau", w=(left_column / POINTS_IN_MM, right_column / POINTS_IN_MM), rows=rows)


def _number_and_below(desk: Desk, column_pt: float) -> Side:
    """Ô 3, 5b and 10b; a mark of secrecy (10a) is stamped, never drawn."""
    doc = desk.doc
    below: Side = []
    if desk.form.numbered:
        # On one line with the date, whose letters may be larger (II.4.c).
        taller = desk.look.styles["dia_danh"].size_pt - desk.look.styles["so_ky_hieu"].size_pt
        number = p("so_ky_hieu", desk.number())
        number["before"] = round(taller * (m.SINGLE_LINE - m.DESCENT), 1)
        below.append(number)
    if not desk.form.titled and doc.trich_yeu:
        subject = doc.trich_yeu.removeprefix(writing.VE_VIEC).strip()
        below.append(
            desk.title(
                "trich_yeu_cong_van", f"{writing.VE_VIEC} {subject}", column_pt - m.HEADER_COLUMN_AIR_PT
            )
        )
    if doc.do_khan and desk.look.to_do_khan:
        wide, high = m.STAMP_SIZES_MM[doc.do_khan]
        text = writing.DO_KHAN[doc.do_khan]
        below.append(Frame(t="frame", s="do_khan", text=text, w=wide, h=high, red=True, align="center"))
    return below


def title(desk: Desk) -> list[Item]:
    """Ô 5a: tên loại, trích yếu and the rule (Phụ lục I, Phần I, II.5.b)."""
    if not desk.form.titled:
        return []
    return titled(desk, desk.doc.kind.name, desk.doc.trich_yeu)


def titled(desk: Desk, name: str, subject: str, attached: str = "") -> list[Item]:
    """A title of three lines at most and its rule, whose length follows the line right above it."""
    width = desk.look.text_width_mm * POINTS_IN_MM
    lines = [p("ten_loai", name.upper())]
    if subject:
        lines.append(desk.title("trich_yeu", subject, width))
    if attached:
        lines.append(desk.title("kem_theo", attached, width))
    return [*lines, desk.rule("kem_theo" if attached else "trich_yeu", lines[-1], width)]


def addressees(desk: Desk) -> list[Item]:
    """Ô 9a (Phụ lục I, Phần I, II.9.d); "… điện:" in a công điện (Phụ lục III, Mẫu 1.6)."""
    doc = desk.doc
    if not (doc.addressed and doc.kinh_gui):
        return []
    indent = m.KINH_GUI_INDENT_MM * POINTS_IN_MM
    if doc.loai == "cong-dien":
        sender = doc.tham_quyen_ban_hanh or desk.issuer
        word = P(t="p", s="kinh_gui", r=[(f"{sender} điện:", 0)], align="center")
        names = dashed(desk, "kinh_gui", doc.kinh_gui, indent)
    elif len(doc.kinh_gui) == 1:
        line = f"{writing.KINH_GUI} {bare(doc.kinh_gui[0])}"
        room = desk.look.text_width_mm * POINTS_IN_MM - desk.width("kinh_gui", line)
        hang = desk.width("kinh_gui", f"{writing.KINH_GUI} ")
        word = P(t="p", s="kinh_gui", r=[(line, 0)], left=round(max(room / 2 - 1, 0), 2), hang=hang)
        names = []
    else:
        colon = indent + desk.width("kinh_gui", writing.KINH_GUI[:-1])
        word = P(t="p", s="kinh_gui", r=[(writing.KINH_GUI, 0)], left=indent)
        names = dashed(desk, "kinh_gui", doc.kinh_gui, colon)
    word["before"] = m.SPACE_ABOVE_KINH_GUI_PT
    word["keep"] = bool(names)
    return [word, *names]


def bases(desk: Desk) -> list[Item]:
    """Who has the power to issue, căn cứ, and the word of command (II.6.a; Phụ lục III, Mẫu 1.1 and 1.2)."""
    doc = desk.doc
    items: list[Item] = []
    if desk.form.authority_line and doc.tham_quyen_ban_hanh:
        items.append(p("tham_quyen_ban_hanh", doc.tham_quyen_ban_hanh.upper()))
    for index, text in enumerate(bare(text) for text in doc.can_cu):
        end = "." if index == len(doc.can_cu) - 1 else ";"
        items.append(p("can_cu", f"{writing.base_text(text)}{end}"))
    if desk.form.command:
        items.append(p("menh_lenh", desk.form.command))
    return items
