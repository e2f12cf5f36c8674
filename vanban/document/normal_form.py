"""A document reduced to what its printed pages tell: two documents that print the same become equal.

Lost, because no page shows it: the case of words that the form prints in capitals, and bold or italic letters
where the form has them anyway; in how many lines an office's name was given; the widths of columns, how their
cells stand and where they break lines, and that a column holds numbers; the file, kind and width of a picture
(of one drawn of lines, SVG, a PDF gives back its caption alone); which of several lines above a name is the
post; parts that are not printed (``do_mat``, ``do_khan`` unless it is drawn, ``hinh_thuc``, ``ma_ho_so``,
``thoi_han_bao_quan``, parts that the kind has no box for); "Căn cứ" before a basis, the ``./.`` and the first
line of Nơi nhận, which the form writes by itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from vanban.document.blocks import (
    Block,
    Cell,
    Column,
    Figure,
    Footnote,
    Inline,
    LineBreak,
    Para,
    PhuLuc,
    Run,
    Table,
    plain,
)
from vanban.document.inline import normal
from vanban.document.model import Document, NguoiKy
from vanban.thethuc import COMPONENTS
from vanban.thethuc.writing import (
    AUTHORITIES,
    BLANK,
    CLOSING,
    LUU,
    VE_VIEC,
    base_text,
    in_order,
    number_text,
    symbol_text,
)
from vanban.tiengviet.numbers import so_vn

_ENDS = " .;:,"
_UPPER = ("phan", "chuong", "muc", "tieu_muc")


def normal_form(document: Document) -> Document:
    """The document as its pages tell it; doing so again changes nothing."""
    form = document.kind.form
    addressed = document.addressed and bool(document.kinh_gui)
    given: dict[str, Any] = {
        "co_quan_chu_quan": _one_line(document.co_quan_chu_quan),
        "co_quan": _one_line(document.co_quan),
        **_number(document),
        "dia_danh": document.dia_danh if form.place_and_date else "",
        "ngay": document.ngay if form.place_and_date else None,
        "trich_yeu": document.trich_yeu if form.titled else document.trich_yeu.removeprefix(VE_VIEC).strip(),
        "kinh_gui": document.kinh_gui if addressed else (),
        "gui_cap_tren": addressed and form.addressed == "upward",
        "tham_quyen_ban_hanh": document.tham_quyen_ban_hanh.upper() if form.authority_line else "",
        "can_cu": tuple(base_text(text) for text in document.can_cu),
        "nguoi_ky": _signers(document),
        "noi_nhan": _recipients(document),
        "do_mat": "",
        "do_khan": "",
        "pham_vi_luu_hanh": document.pham_vi_luu_hanh.upper(),
        "so_ban": document.so_ban if document.nguoi_soan_thao else None,
        "dia_chi": _one_line(document.dia_chi, upper=False),
        "hinh_thuc": "giay",
        "ma_ho_so": "",
        "thoi_han_bao_quan": "",
        "noi_dung": _blocks(document.noi_dung),
        "phu_luc": tuple(_annex(annex) for annex in document.phu_luc),
    }
    return document.model_copy(update=given)


def _one_line(lines: Iterable[str], *, upper: bool = True) -> tuple[str, ...]:
    line = " ".join(lines)
    return ((line.upper() if upper else line),) if line else ()


def _number(document: Document) -> dict[str, str]:
    if not document.kind.form.numbered:
        return {"so": "", "ky_hieu": ""}
    symbol = symbol_text(document.kind, document.ky_hieu, document.co_quan[0])
    return {"so": number_text(document.so), "ky_hieu": symbol.replace(BLANK, "")}


# The foot ---------------------------------------------------------------------------------------------


def _signers(document: Document) -> tuple[NguoiKy, ...]:
    """Those who sign as they stand row by row; a lone one stands right."""
    signers = [signer for signer in map(_signer, document.nguoi_ky) if signer]
    if len(signers) < 2:
        return tuple(signer.model_copy(update={"vi_tri": "phai"}) for signer in signers)
    sides = [[signer for signer in signers if signer.vi_tri == side] for side in ("trai", "phai")]
    rows = range(max(len(side) for side in sides))
    return tuple(side[row] for row in rows for side in sides if row < len(side))


def _signer(signer: NguoiKy) -> NguoiKy | None:
    lines = [line.upper() for line in (*in_order(signer.quyen_han), signer.chuc_vu) if line]
    post = lines.pop() if lines and lines[-1].split(" ")[0] not in AUTHORITIES else ""
    other = signer.chuc_vu_khac.upper()
    if not (lines or post or other or signer.ho_ten):
        return None
    return signer.model_copy(update={"quyen_han": tuple(lines), "chuc_vu": post, "chuc_vu_khac": other})


def _recipients(document: Document) -> tuple[str, ...]:
    names = tuple(name for name in document.noi_nhan if not name.startswith(LUU))
    return names[1:] if names and names[0] == document.first_recipient else names


# The body ---------------------------------------------------------------------------------------------


def _annex(annex: PhuLuc) -> PhuLuc:
    title = annex.tieu_de if annex.loai else annex.tieu_de.upper()
    return replace(annex, tieu_de=title, noi_dung=_blocks(annex.noi_dung))


def _blocks(blocks: Sequence[Block]) -> tuple[Block, ...]:
    return _without_closing(tuple(_block(block) for block in blocks))


def _block(block: Block) -> Block:
    if isinstance(block, Figure):
        return replace(
            block, data=b"", media="png", path="", width_mm=0.0, caption=bare(block.caption, "ten_hinh")
        )
    if isinstance(block, Table):
        return _table(block)
    return _para(block)


def _para(para: Para) -> Para:
    if para.loai in _UPPER:
        return replace(para, text=_upper(bare(para.text, "phan_tieu_de")))
    component = f"{para.loai}_tieu_de" if para.titled and para.loai != "dieu" else para.loai
    if para.loai == "dieu" and not para.titled:
        component = "dieu_loi"
    return replace(para, text=bare(para.text, component if component in COMPONENTS else "doan"))


def _table(table: Table) -> Table:
    rows = tuple(
        tuple(
            replace(cell, text=_cell(cell, column, head=number < table.header_rows))
            for cell, column in zip(row, table.columns, strict=True)
        )
        for number, row in enumerate(table.rows)
    )
    return Table((Column(),) * len(table.columns), rows, table.header_rows, bare(table.caption, "ten_bang"))


def _cell(cell: Cell, column: Column, *, head: bool) -> Inline:
    text = bare(
        (Run(" ") if isinstance(part, LineBreak) else part for part in cell.text),
        "bang_dau" if head else "bang",
    )
    digits = plain(text).strip()
    if column.number and not head and len(text) == 1 and digits.isascii():
        whole = digits.removeprefix("-")
        if whole.isdigit() and not whole.startswith("0") and isinstance(text[0], Run):
            return (replace(text[0], text=so_vn(int(digits))),)
    return text


def bare(text: Iterable[Run | Footnote | LineBreak], component: str) -> Inline:
    """Text without the weight and slant that its component has anyway; white space has neither."""
    usual = COMPONENTS[component]
    return level_spaces(
        replace(part, bold=part.bold and not usual.bold, italic=part.italic and not usual.italic)
        if isinstance(part, Run)
        else part
        for part in text
    )


def level_spaces(parts: Iterable[Run | Footnote | LineBreak]) -> Inline:
    """Text whose spaces at the ends of bold or italic words are neither, as no reader sees them so."""
    out: list[Run | Footnote | LineBreak] = []
    for part in normal(parts):
        if not isinstance(part, Run) or not (part.bold or part.italic):
            out.append(part)
            continue
        words = part.text.strip(" ")
        before = part.text[: len(part.text) - len(part.text.lstrip(" "))]
        after = part.text[len(before) + len(words) :]
        out += [Run(before), replace(part, text=words), Run(after)]
    return normal(_joined(part for part in out if not isinstance(part, Run) or part.text))


def _joined(parts: Iterable[Run | Footnote | LineBreak]) -> list[Run | Footnote | LineBreak]:
    """A plain space between two runs of one look takes that look."""
    out: list[Run | Footnote | LineBreak] = []
    for part in parts:
        if len(out) > 1 and isinstance(part, Run):
            gap, first = out[-1], out[-2]
            if (
                isinstance(gap, Run)
                and isinstance(first, Run)
                and not gap.text.strip(" ")
                and (first.bold, first.italic) == (part.bold, part.italic)
            ):
                out[-1] = replace(gap, bold=part.bold, italic=part.italic)
        out.append(part)
    return out


def _upper(text: Inline) -> Inline:
    return normal(replace(part, text=part.text.upper()) if isinstance(part, Run) else part for part in text)


def _without_closing(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The last words without their stop, where the form writes ``./.``."""
    last = blocks[-1] if blocks else None
    if not isinstance(last, Para):
        return blocks
    parts = list(last.text)
    for index in range(len(parts) - 1, -1, -1):
        part = parts[index]
        if isinstance(part, Run):
            words = part.text.rstrip().removesuffix(CLOSING).rstrip(_ENDS)
            parts[index] = replace(part, text=words)
            break
    text = normal(parts)
    return (*blocks[:-1], *([replace(last, text=text)] if text else []))
