"""The report of a batch: one page for a browser that shows how fast it went, how large it is, what failed."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from html import escape

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
        (_("Dung lượng"), f"{so_vn(round(total / 2**20))} MB"),
    )
    title = _("Báo cáo làm văn bản hàng loạt")
    parts = [
        f"<h1>{title}</h1>",
        "<table>", *(f"<tr><th>{name}</th><td>{value}</td></tr>" for name, value in facts), "</table>",
        *_chart(_("Số tệp theo thời gian"), _spread(seconds), _("giây")),
        *_chart(_("Số tệp theo dung lượng"), _spread(sizes), "KB"),
        *_failures(failed),
    ]  # fmt: skip
    head = f'<meta charset="utf-8"><title>{title}</title><style>{_STYLE}</style>'
    return (
        f'<!DOCTYPE html>\n<html lang="vi"><head>{head}</head><body>\n'
        + "\n".join(parts)
        + "\n</body></html>\n"
    )


def _spread(counts: Counter[int]) -> tuple[int, int, list[int]]:
    """Counts in at most so many bars of the same width: the width, that of all, the height of each."""
    if not counts:
        return 1, 0, []
    first, last = min(counts), max(counts)
    width = max(1, math.ceil((last - first + 1) / _BARS))
    bars = [0] * ((last - first) // width + 1)
    for value, count in counts.items():
        bars[(value - first) // width] += count
    return width, last - first + 1, bars


def _chart(title: str, spread: tuple[int, int, list[int]], unit: str) -> Sequence[str]:
    width, all_of_it, bars = spread
    if not bars:
        return ()
    most, step = max(bars), _WIDTH / len(bars)
    rects = "".join(
        f'<rect x="{place * step:.1f}" y="{_HEIGHT * (1 - bar / most):.1f}" width="{step * 0.9:.1f}" '
        f'height="{_HEIGHT * bar / most:.1f}" fill="#345c8a"><title>{so_vn(bar)}</title></rect>'
        for place, bar in enumerate(bars)
    )
    told = _("Cao nhất {most} tệp trong {width} {unit}; tất cả {all} {unit}.").format(
        most=so_vn(most), width=width, unit=unit, all=so_vn(all_of_it)
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
