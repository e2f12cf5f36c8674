"""The measures of annex I that are not of one component: paper, margins, paragraphs, rules, stamps."""

from __future__ import annotations

from dataclasses import dataclass

PL1 = "Phụ lục I, Phần I"
DECREE_DATE = "2020-03-05"


@dataclass(frozen=True, slots=True)
class Range:
    """A measure with what the decree allows and what we take when nobody chooses.

    ``choices`` is set where the decree names values instead of a span.
    """

    least: float
    most: float
    default: float
    unit: str
    clause: str
    choices: tuple[float, ...] = ()

    def allows(self, value: float) -> bool:
        """Whether an office may choose ``value``."""
        return value in self.choices if self.choices else self.least <= value <= self.most

    def __str__(self) -> str:
        if self.choices:
            return " / ".join(f"{choice:g}" for choice in self.choices) + f" {self.unit}"
        return f"{self.least:g} - {self.most:g} {self.unit}"


PAGE_WIDTH_MM = 210.0
PAGE_HEIGHT_MM = 297.0
PAPER_CLAUSE = f"{PL1}, I.1"

MARGIN_TOP = Range(20, 25, 20, "mm", f"{PL1}, I.3")
MARGIN_BOTTOM = Range(20, 25, 20, "mm", f"{PL1}, I.3")
MARGIN_LEFT = Range(30, 35, 30, "mm", f"{PL1}, I.3")
MARGIN_RIGHT = Range(15, 20, 15, "mm", f"{PL1}, I.3")

PAGE_NUMBER_FROM_TOP_MM = 10.0
"""The number stands inside the top margin (I.7); 10 mm is where the decree's own Word files put it."""

FIRST_LINE_INDENT = Range(10, 12.7, 12.7, "mm", f"{PL1}, II.6.e", choices=(10, 12.7))
SPACE_BETWEEN_PARAGRAPHS = Range(6, 24, 6, "pt", f"{PL1}, II.6.e")
"""The decree gives 6 pt as the least and no most; 24 pt is where a page stops looking like one."""
LINE_SPACING = Range(1, 1.5, 1, "lines", f"{PL1}, II.6.e")

ADDRESS_FROM_BOTTOM_MM = 5.0
"""From the edge of the first page to the foot of ô 13 (III.4): three lines fit the least bottom margin."""

HEADER_RIGHT_COLUMN = (0.6, 0.68)
"""Least and most share of the text width for ô 1 and 4; the forms of annex III give them 60 %."""
HEADER_COLUMN_AIR_PT = 6.0
"""The least space between the texts of the two columns of the header."""

KINH_GUI_INDENT_MM = 35.0
"""Where "Kính gửi:" starts when it names several (Phụ lục III, Mẫu 1.5: 1985 twips)."""
SPACE_ABOVE_KINH_GUI_PT = 12.0

SPACE_BEFORE_SUBJECT_OF_LETTER_PT = 6.0
"""Between số, ký hiệu and the "V/v" line (II.5.b)."""

FONT_FAMILY = "Times New Roman"
FONT_CLAUSE = f"{PL1}, I.4"

SINGLE_LINE = 1.149
"""Word's "single" line of Times New Roman, as a multiple of the size: (891 + 216 + 42) / 1000 em."""
DESCENT = 0.216
"""The part of that line under the letters' foot, as a multiple of the size."""


@dataclass(frozen=True, slots=True)
class RuleLine:
    """A drawn horizontal line: the part it stands under and its length as a share of the text line above."""

    under: str
    least: float
    most: float
    default: float
    clause: str


RULE_LINES: dict[str, RuleLine] = {
    rule.under: rule
    for rule in (
        RuleLine("tieu_ngu", 1, 1, 1, f"{PL1}, II.1.b"),
        RuleLine("co_quan", 1 / 3, 1 / 2, 0.4, f"{PL1}, II.2.b"),
        RuleLine("trich_yeu", 1 / 3, 1 / 2, 0.4, f"{PL1}, II.5.b"),
        RuleLine("kem_theo", 1 / 4, 1 / 2, 1 / 3, "Phụ lục III, Mẫu 2.1"),
    )
}
RULE_THICKNESS_PT = 0.75
RULE_GAP_PT = 2.0
"""From the foot of the text line to the rule under it; the decree only wants them not to touch."""
RULE_HEIGHT_PT = 6.0
"""What a rule and the air around it take of the page's height."""

SPACE_BEFORE_SIGNATURES_PT = 12.0
SIGNATURE_GAP_PT = 64.0
"""Room for the signature between office and name (ô 7c): four lines, as the forms of annex III leave."""
RECIPIENTS_SHARE = 0.45
"""Share of the text width for Nơi nhận (ô 9b); the rest is the signer's."""

SPACE_AROUND_TABLE_PT = 6.0
TABLE_LINE_PT = 0.5
CELL_PADDING_MM = 1.9
"""Left and right of a cell's text, Word's own default of 108 twips."""

STAMP_SIZES_MM: dict[str, tuple[float, float]] = {
    "hoa-toc": (30, 8),
    "thuong-khan": (40, 8),
    "khan": (20, 8),
}
"""Width and height of the frame of each mark of urgency (III.2.b)."""
SPACE_ABOVE_STAMP_PT = 3.0
SPACE_BELOW_STAMP_PT = 6.0
STAMP_PADDING_MM = (2.0, 1.5)
"""Beside the text, and above and below it, in a frame made to its measure (ô 11)."""
STAMP_COLOUR = "#E60000"
"""Bright red, the ink of a mark of urgency (III.2.b)."""
