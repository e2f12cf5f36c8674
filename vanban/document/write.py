"""Blocks → outline text, the exact inverse of reading it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias

from vanban.document.annexes import write_headings
from vanban.document.blocks import Block, Figure, Footnote, Para, PhuLuc, Table, plain
from vanban.document.figures import write_figure
from vanban.document.inline import write_inline
from vanban.document.paragraphs import is_titled, marker_text
from vanban.document.remarks import Remarks, above_lines, outline_remark
from vanban.document.tables import write_table
from vanban.located import Path

_Above: TypeAlias = Callable[[Path], list[str]]
"""Gives the lines that stand above a block or annex."""


def write_outline(
    blocks: Sequence[Block], phu_luc: Sequence[PhuLuc] = (), remarks: Remarks | None = None
) -> str:
    """Write a body and its annexes as the text that :func:`vanban.document.parse_outline` reads back.

    Footnotes are numbered in their order and written at the end. The blocks are in their normal form, as
    the parser and :func:`vanban.document.inline.normal` make it. A remark stands on a line above the block or
    the annex that it is about, and above all where there is none such.
    """
    notes: list[Footnote] = []
    above = _above(blocks, phu_luc, remarks or {})
    parts = ["\n".join(above(())), _section(blocks, ("noi_dung",), notes, above)]
    for index, (heading, annex) in enumerate(zip(write_headings(phu_luc), phu_luc, strict=True)):
        path = ("phu_luc", index)
        parts += ["\n".join([*above(path), *heading])]
        parts += [_section(annex.noi_dung, (*path, "noi_dung"), notes, above)]
    parts += [f"[^{number}]: {write_inline(note.text)}" for number, note in enumerate(notes, 1)]
    return "\n\n".join(part for part in parts if part) + "\n"


def _above(blocks: Sequence[Block], phu_luc: Sequence[PhuLuc], remarks: Remarks) -> _Above:
    """What gives the lines of the remarks on a block or annex."""
    paths: set[Path] = {("noi_dung", at) for at in range(len(blocks))}
    for index, annex in enumerate(phu_luc):
        paths |= {
            ("phu_luc", index),
            *(("phu_luc", index, "noi_dung", at) for at in range(len(annex.noi_dung))),
        }
    found = above_lines(remarks, paths)
    return lambda path: [outline_remark(words) for words in found.get(path, ())]


def _section(blocks: Sequence[Block], path: Path, notes: list[Footnote], above: _Above) -> str:
    """Blocks one to a line; a blank line stands where two would otherwise run together."""
    out: list[str] = []
    for at, (before, block) in enumerate(zip((None, *blocks), blocks, strict=False)):
        if before is not None:
            joined = isinstance(before, Para) and isinstance(block, Para) and block.loai != "doan"
            out.append("\n" if joined else "\n\n")
        out.append("\n".join([*above((*path, at)), *_block(block, notes)]))
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
