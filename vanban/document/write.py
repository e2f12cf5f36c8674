"""Blocks → outline text, the exact inverse of reading it."""

from __future__ import annotations

from collections.abc import Sequence

from vanban.document.annexes import write_headings
from vanban.document.blocks import Block, Figure, Footnote, Para, PhuLuc, Table, plain
from vanban.document.figures import write_figure
from vanban.document.inline import write_inline
from vanban.document.paragraphs import is_titled
from vanban.document.tables import write_table

_MARKERS = {
    "phan": "Phần {so}",
    "chuong": "Chương {so}",
    "tieu_muc": "Tiểu mục {so}",
    "dieu": "Điều {so}. ",
    "khoan": "{so}. ",
    "diem": "{so}) ",
    "gach": "- ",
    "cong": "+ ",
    "doan": "",
}
_TITLE_BELOW = ("phan", "chuong", "tieu_muc")


def write_outline(blocks: Sequence[Block], phu_luc: Sequence[PhuLuc] = ()) -> str:
    """Write a body and its annexes as the text that :func:`vanban.document.parse_outline` reads back.

    Footnotes are numbered in their order and written at the end. The blocks are in their normal form, as
    the parser and :func:`vanban.document.inline.normal` make it.
    """
    notes: list[Footnote] = []
    parts = [_section(blocks, notes)]
    for heading, annex in zip(write_headings(phu_luc), phu_luc, strict=True):
        parts += ["\n".join(heading), _section(annex.noi_dung, notes)]
    parts += [f"[^{number}]: {write_inline(note.text)}" for number, note in enumerate(notes, 1)]
    return "\n\n".join(part for part in parts if part) + "\n"


def _section(blocks: Sequence[Block], notes: list[Footnote]) -> str:
    """Blocks one to a line; a blank line stands where two would otherwise run together."""
    out: list[str] = []
    for before, block in zip((None, *blocks), blocks, strict=False):
        if before is not None:
            joined = isinstance(before, Para) and isinstance(block, Para) and block.loai != "doan"
            out.append("\n" if joined else "\n\n")
        out.append("\n".join(_block(block, notes)))
    return "".join(out)


def _block(block: Block, notes: list[Footnote]) -> list[str]:
    if isinstance(block, Table):
        return write_table(block, notes)
    if isinstance(block, Figure):
        return write_figure(block, notes)
    return _paragraph(block, notes)


def _paragraph(para: Para, notes: list[Footnote]) -> list[str]:
    below = para.loai in _TITLE_BELOW or (para.loai == "muc" and para.so.isdecimal())
    text = write_inline(para.text, notes, starts_line=below or para.loai == "doan")
    if para.titled != is_titled(para.loai, plain(para.text)):
        text += " {tieu_de}" if para.titled else " {cau}"
    if para.loai == "muc":
        return [f"Mục {para.so}", text] if below else [f"{para.so}. {text}"]
    marker = _MARKERS[para.loai].format(so=para.so)
    return [marker, text] if below else [marker + text]
