"""Blocks → outline text, the exact inverse of reading it."""

from __future__ import annotations

from collections.abc import Sequence

from vanban.document.annexes import write_headings
from vanban.document.blocks import Block, Figure, Footnote, Para, PhuLuc, Table, plain
from vanban.document.figures import write_figure
from vanban.document.inline import write_inline
from vanban.document.paragraphs import is_titled, marker_text
from vanban.document.tables import write_table


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
    marker = marker_text(para.loai, para.so)
    title_below = marker != "" and not marker.endswith(" ")
    text = write_inline(para.text, notes, starts_line=title_below or not marker)
    if para.titled != is_titled(para.loai, plain(para.text)):
        text += " {tieu_de}" if para.titled else " {cau}"
    return [marker, text] if title_below else [marker + text]
