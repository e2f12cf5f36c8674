"""How many lines a text takes in the cell of a table, where that is sure before it is set.

Typst sets a row whose height it has to find out twice, so it is told the height where no rule of line
breaking is in doubt: words of letters and figures, which part only at spaces, and lines that are not filled
to the very edge. Everything else is left to Typst.
"""

from __future__ import annotations

import re
from functools import lru_cache

from vanban import fonts
from vanban.render.sheet import BOLD, ITALIC

_LETTERS = "0-9A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1ea0-\u1ef9"
_WORD = rf"[(“‘]*[{_LETTERS}]+(?:[.,:/][0-9]+)*[)”’.,;:!?…]*"
_SURE = re.compile(rf"(?:{_WORD}|[-–])(?: (?:{_WORD}|[-–]))*")
"""Texts that Unicode's rules (UAX 14) and those of the office programs part at spaces and nowhere else."""
_KEPT_TOGETHER = re.compile("[”’] [(“‘]")
"""UAX 14, LB15: no break between a quotation mark and an opening one, even at a space."""
_SLACK_PT = 0.02
"""A line so much narrower or wider would have to hold the same words."""


@lru_cache(maxsize=4096)
def count_lines(text: str, look: int, size_pt: float, room_pt: float) -> int | None:
    """Count the lines of a text; None where it is not sure.

    Args:
        text: without line breaks.
        look: flags of its run, BOLD and ITALIC.
        size_pt: size of its letters.
        room_pt: width of a line.
    """
    space = width_pt(" ", look, size_pt)
    lines, used = 1, -space
    for word in text.split(" "):
        width = width_pt(word, look, size_pt)
        over = used + space + width - room_pt
        if abs(over) < _SLACK_PT or width > room_pt:
            return None
        if over > 0:
            lines += 1
            used = width
        else:
            used += space + width
    sure = lines == 1 or (_SURE.fullmatch(text) and not _KEPT_TOGETHER.search(text))
    return lines if sure else None


@lru_cache(maxsize=4096)
def width_pt(word: str, look: int, size_pt: float) -> float:
    """Width of a word in pt, by the flags of its run."""
    return fonts.text_width_pt(word, size_pt, bold=bool(look & BOLD), italic=bool(look & ITALIC))
