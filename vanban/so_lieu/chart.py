"""Bars as a picture: plain SVG that reads in black and white, and what it says in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from textwrap import wrap
from xml.sax.saxutils import escape

from vanban.tiengviet.numbers import so_vn

WIDTH_MM = 160
"""As wide as the text of a page of A4 with the decree's margins."""

_PX_PER_MM = 96 / 25.4
_WIDTH = round(WIDTH_MM * _PX_PER_MM)
_LABELS, _VALUES = 220, 90
"""Room for the names on the left and the figures on the right, in px."""
_ROW, _BAR, _LINE = 40, 20, 16
_LETTERS = 30
"""Of a line of a name; a name has two lines."""
_SIZE = 14.7
"""Letters of 11 pt."""
_FAMILIES = "Times New Roman, Liberation Serif, Tinos, serif"


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar: its name, its length, and the target that is marked on it."""

    label: str
    value: Decimal
    mark: Decimal | None = None


def bar_chart(bars: Sequence[Bar], unit: str = "") -> bytes:
    """Draw horizontal bars, one below another, with a stroke where each should reach.

    A bar that reaches its mark is dark, another one light: a copier keeps the difference.

    Args:
        bars: at least one; a value below 0 has no bar, its figure is printed.
        unit: stands behind the figures.

    Returns:
        SVG of :data:`WIDTH_MM`; the same bars give the same bytes.

    Raises:
        ValueError: there are no bars.
    """
    if not bars:
        raise ValueError("no bars")
    room = _WIDTH - _LABELS - _VALUES
    longest = max(max(bar.value, bar.mark or Decimal(0)) for bar in bars)
    scale = Decimal(room) / longest if longest > 0 else Decimal(0)
    height = _ROW * len(bars) + 8
    drawn = [_drawn(bar, 4 + _ROW * at, scale, unit) for at, bar in enumerate(bars)]
    axis = f'<line x1="{_LABELS}" y1="0" x2="{_LABELS}" y2="{height}" stroke="#000000" stroke-width="1"/>'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{_WIDTH}" height="{height}"'
        f' viewBox="0 0 {_WIDTH} {height}"><g font-family="{_FAMILIES}" font-size="{_SIZE}"'
        f' fill="#000000">{"".join(drawn)}{axis}</g></svg>'
    ).encode()


def _drawn(bar: Bar, top: int, scale: Decimal, unit: str) -> str:
    middle = top + _ROW / 2
    long = _px(max(bar.value, Decimal(0)) * scale)
    reached = bar.mark is None or bar.value >= bar.mark
    fill = "#7f7f7f" if reached else "#d9d9d9"
    parts = _name(bar.label, middle)
    parts.append(
        f'<rect x="{_LABELS}" y="{middle - _BAR / 2:g}" width="{long}" height="{_BAR}" fill="{fill}"'
        ' stroke="#000000" stroke-width="0.7"/>'
    )
    end = float(long)
    if bar.mark is not None and bar.mark > 0:
        at = _LABELS + float(_px(bar.mark * scale))
        parts.append(
            f'<line x1="{at:g}" y1="{middle - _BAR / 2 - 5:g}" x2="{at:g}" y2="{middle + _BAR / 2 + 5:g}"'
            ' stroke="#000000" stroke-width="2.5"/>'
        )
        end = max(end, at - _LABELS)
    figure = escape(_with_unit(bar.value, unit))
    parts.append(f'<text x="{_LABELS + end + 6:g}" y="{middle + 5:g}">{figure}</text>')
    return "".join(parts)


def _name(label: str, middle: float) -> list[str]:
    """The name of a bar on one or two lines, ending before the axis."""
    lines = wrap(label, _LETTERS, max_lines=2, placeholder="…") or [""]
    first = middle + 5 - _LINE / 2 * (len(lines) - 1)
    return [
        f'<text x="{_LABELS - 8}" y="{first + _LINE * at:g}" text-anchor="end">{escape(line)}</text>'
        for at, line in enumerate(lines)
    ]


def _px(length: Decimal) -> str:
    return f"{float(length):.1f}"


def _with_unit(value: Decimal, unit: str) -> str:
    return f"{so_vn(value)}{'' if unit == '%' else ' '}{unit}".rstrip()


def in_words(title: str, bars: Sequence[Bar], unit: str = "") -> str:
    """What the picture says, for those who cannot see it."""
    said = []
    for bar in bars:
        words = f"{bar.label}: {_with_unit(bar.value, unit)}"
        if bar.mark is not None:
            words += f", mức phải đạt {_with_unit(bar.mark, unit)}"
        said.append(words)
    return f"Biểu đồ {title}. {'; '.join(said)}."
