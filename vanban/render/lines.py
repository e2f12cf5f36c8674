"""Heights of lines and lengths as the office programs round them: to a twip, 1/20 pt."""

from __future__ import annotations

import math

POINTS_IN_MM = 72 / 25.4

_SINGLE_LINE_TWIPS = {
    10: 231, 10.5: 242, 11: 253, 11.5: 265, 12: 276, 12.5: 288, 13: 299, 13.5: 311, 14: 322,
}  # fmt: skip
"""Height of a single line of Times New Roman (Liberation Serif) by size in pt, as LibreOffice draws it.

1.149 × size, rounded by its layout in a way that no formula of ours reproduces at every size.
"""
_ASCENT = 0.891 + 0.0425
"""From the top of a line to its baseline, as a multiple of the size: the font's line gap lies on top."""


NOTE_MARK_SIZE, NOTE_MARK_RISE = 0.58, 0.33
"""Size and rise of a footnote's mark, as a multiple of the text's size, as the office programs draw it."""
NOTE_CLEARANCE_PT = 2.85
"""Above and below the line that parts footnotes from the text."""


def twips(mm: float) -> int:
    """A length in mm as Word stores it."""
    return round(mm * POINTS_IN_MM * 20)


def points(mm: float) -> float:
    """A length in mm as Word draws it, in pt."""
    return twips(mm) / 20


def italic_margin(size_pt: float) -> float:
    """What LibreOffice keeps free behind an italic line for its slant, in pt: a twelfth of its height."""
    return _SINGLE_LINE_TWIPS[size_pt] // 12 / 20


def line_metrics(size_pt: float, lines: float) -> dict[str, float]:
    """Top and bottom of a line from its baseline and the space to the next line, in pt.

    What a spacing of more than one line adds lies below the line, and vanishes at the foot of a page.
    """
    pitch = _SINGLE_LINE_TWIPS[size_pt]
    top = round(_ASCENT * size_pt * 20)
    return {
        "top": top / 20,
        "bottom": (pitch - top) / 20,
        "leading": (math.floor(pitch * lines) - pitch) / 20,
    }
