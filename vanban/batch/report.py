"""The report of a batch: one page for a browser that shows how fast it went, how large it is, what failed."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from html import escape
from typing import NamedTuple

from vanban.batch.model import Entry
from vanban.language import _
from vanban.tiengviet.numbers import so_vn

_WIDTH, _HEIGHT, _BARS = 640, 160, 60
_STYLE = """
body { font: 15px/1.5 "Times New Roman", serif; max-width: 46rem; margin: 2rem auto; color: #222; }
h1 { font-size: 1.4rem; } h2 { font-size: 1.1rem; margin-top: 2rem; }
table { border-collapse: collapse; width: 100%; }
td, th { border: 1px solid #bbb; padding: .25rem .5rem; text-align: left; }
svg { width: 100%; height: auto; background: #f6f6f6; }
pre { white-space: pre-wrap; margin: 0; font: inherit; color: #a00; }
"""


def report_html(entries: Iterable[Entry]) -> str:
    """Show the files of a batch on one page that needs nothing from elsewhere.

    Args:
        entries: the lines of the ledger, gone through once.

    Returns:
        HTML; the same lines give the same page.
    """
    states: Counter[str] = Counter()
    seconds: Counter[int] = Counter()
    sizes: Counter[int] = Counter()
    failed: list[Entry] = []
    pages = total = 0
    for entry in entries:
        states[entry.state] += 1
        if entry.state == "failed":
            failed.append(entry)
        if entry.state != "done":
            continue
        pages += entry.pages or 0
        total += entry.size or 0
        seconds[math.floor(entry.finished or 0)] += 1
        sizes[(entry.size or 0) // 1024] += 1
    facts = (
        (_("Đã làm"), _("{count} tệp").format(count=so_vn(states["done"]))),
        (_("Lỗi"), _("{count} tệp").format(count=so_vn(states["failed"]))),
        (_("Còn lại"), _("{count} tệp").format(count=so_vn(states["waiting"]))),
        (_("Số trang PDF"), so_vn(pages)),
        (_("Dung lượng"), _size(total)),
    )
    title = _("Báo cáo làm văn bản hàng loạt")
    parts = [
        f"<h1>{title}</h1>",
        "<table>", *(f"<tr><th>{name}</th><td>{value}</td></tr>" for name, value in facts), "</table>",
        *_chart(_("Số tệp theo thời gian làm"), _spread(seconds), 0, _("giây")),
        *_chart(_("Số tệp theo dung lượng"), (of_size := _spread(sizes)), of_size.first, "KB"),
        *_failures(failed),
    ]  # fmt: skip
    head = f'<meta charset="utf-8"><title>{title}</title><style>{_STYLE}</style>'
    return (
        f'<!DOCTYPE html>\n<html lang="vi"><head>{head}</head><body>\n'
        + "\n".join(parts)
        + "\n</body></html>\n"
    )


def _size(size: int) -> str:
    return f"{so_vn(round(size / 2**20))} MB" if size >= 2**20 else f"{so_vn(round(size / 2**10))} KB"


class _Spread(NamedTuple):
    """Counts in bars of the same width, the first of which begins at ``first``."""

    first: int
    width: int
    bars: list[int]


def _spread(counts: Counter[int]) -> _Spread:
    """Counts of values in at most so many bars."""
    if not counts:
        return _Spread(0, 1, [])
    first, last = min(counts), max(counts)
    width = math.ceil((last - first + 1) / _BARS)
    bars = [0] * ((last - first) // width + 1)
    for value, count in counts.items():
        bars[(value - first) // width] += count
    return _Spread(first, width, bars)


def _chart(title: str, spread: _Spread, first: int, unit: str) -> Sequence[str]:
    """A chart with the values under its ends; ``first`` is what its left end is called."""
    if not spread.bars:
        return ()
    most, step = max(spread.bars), _WIDTH / len(spread.bars)
    rects = "".join(
        f'<rect x="{place * step:.1f}" y="{_HEIGHT * (1 - bar / most):.1f}" width="{step * 0.9:.1f}" '
        f'height="{_HEIGHT * bar / most:.1f}" fill="#345c8a"><title>{so_vn(bar)}</title></rect>'
        for place, bar in enumerate(spread.bars)
    )
    told = _("Từ {first} đến {last} {unit}; mỗi cột {width} {unit}, cột cao nhất {most} tệp.").format(
        first=so_vn(first),
        last=so_vn(first + spread.width * len(spread.bars)),
        unit=unit,
        width=so_vn(spread.width),
        most=so_vn(most),
    )
    view = f'viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img" aria-label="{escape(title)}: {escape(told)}"'
    return (
        f"<h2>{escape(title)}</h2>",
        f'<svg xmlns="http://www.w3.org/2000/svg" {view}>{rects}</svg>',
        f"<p>{escape(told)}</p>",
    )


def _failures(failed: Sequence[Entry]) -> Sequence[str]:
    if not failed:
        return ()
    rows = (
        f"<tr><td>{escape(entry.file)}</td><td><pre>{escape(entry.error)}</pre></td></tr>" for entry in failed
    )
    title, file, reason = _("Tệp chưa làm được"), _("Tệp"), _("Lý do")
    return (
        f"<h2>{title}</h2>",
        f"<table><tr><th>{file}</th><th>{reason}</th></tr>",
        *rows,
        "</table>",
    )
