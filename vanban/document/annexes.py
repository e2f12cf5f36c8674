"""The beginning of an annex: ``Phụ lục I {ngang}`` and its title (Phụ lục I, Phần I, III.1)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial

from vanban.document.blocks import Block, PhuLuc, plain
from vanban.document.inline import escape, read_inline
from vanban.document.log import Line, Log
from vanban.document.markers import SETTINGS_LINE, starts_block
from vanban.document.settings import read_settings
from vanban.thethuc import KINDS
from vanban.tiengviet.letters import roman

SETTINGS = ("ngang", "loai")
MOST = 999
"""More annexes than this are no document."""


@dataclass(slots=True)
class OpenAnnex:
    """An annex whose blocks still come, the number that its author gave it ("" for none), and where."""

    annex: PhuLuc
    number: str
    heading: Line
    blocks: list[Block] = field(default_factory=list)


def read_annex(lines: Sequence[str], found: re.Match[str], heading: Line, log: Log) -> tuple[OpenAnnex, int]:
    """Read heading, settings and title of the annex whose marker was ``found``.

    Returns:
        The annex without blocks, and the index of the line after its title.
    """
    at = heading.row + 1
    settings, column = found["settings"] or "", heading.column + found.start("settings")
    if not settings and at < len(lines) and SETTINGS_LINE.match(lines[at].strip(" ")):
        settings, column, at = lines[at].strip(" "), 0, at + 1
    words = _settings(settings, partial(log.tell, "VB132", at - 1, column))
    title, at = _title(lines, at)
    if not title:
        log.tell("VB032", heading.row, heading.column, {"heading": heading.text})
    text = read_inline(" ".join([line.text for line in title]), partial(log.tell_within, title))
    annex = PhuLuc(plain(text), (), "ngang" in words, words.get("loai", ""))
    return OpenAnnex(annex, found["phu_luc"][len("lục") :].strip(" "), heading), at


def _settings(text: str, tell: partial[None]) -> dict[str, str]:
    words = read_settings(text, SETTINGS, lambda _, details: tell(details))
    if words.get("loai", "") not in ("", *KINDS):
        tell({"text": f"loai={words['loai']}", "allowed": ", ".join(f"loai={kind}" for kind in KINDS)})
    return words


def _title(lines: Sequence[str], at: int) -> tuple[list[Line], int]:
    """The lines of the title, up to a blank line or a new block, and the index of the line after them."""
    title: list[Line] = []
    while at < len(lines):
        text = lines[at].strip(" ")
        if (not text and title) or (text and starts_block(text)):
            break
        if text:
            title.append(Line(at, lines[at].index(text), text))
        at += 1
    return title, at


def check_order(annexes: Sequence[OpenAnnex], log: Log) -> None:
    """Tell of annexes whose number is not that of their place; papers that a decision issues have none."""
    if len(annexes) > MOST:
        log.tell("VB126", annexes[MOST].heading.row, 0, {"found": len(annexes), "most": MOST})
        return
    numbered = [annex for annex in annexes if not annex.annex.loai]
    for position, annex in enumerate(numbered, 1):
        if annex.number not in ("", roman(position)):
            details: dict[str, object] = {"found": annex.number, "expected": roman(position)}
            log.tell("VB034", annex.heading.row, annex.heading.column, details)


def write_headings(annexes: Sequence[PhuLuc]) -> list[list[str]]:
    """The lines that begin each annex; one alone has no number, several have Roman ones."""
    several = sum(1 for annex in annexes if not annex.loai) > 1
    position = 0
    headings = []
    for annex in annexes:
        position += not annex.loai
        number = f" {roman(position)}" if several and not annex.loai else ""
        settings = [*(["ngang"] if annex.ngang else []), *([f"loai={annex.loai}"] if annex.loai else [])]
        suffix = f" {{{' '.join(settings)}}}" if settings else ""
        headings.append([f"Phụ lục{number}{suffix}", escape(annex.tieu_de)])
    return headings
