"""The report of a collection: one page for a browser that shows how every unit stands and what is wrong."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from html import escape

from vanban.errors import Fault
from vanban.figures.form import Form
from vanban.figures.standing import STATES, Collected, Standing
from vanban.language import _

_STYLE = """
body { font: 16px/1.5 "Times New Roman", serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.5rem; margin-bottom: 0; } h2 { font-size: 1.15rem; margin-top: 2rem; }
table { border-collapse: collapse; width: 100%; }
td, th { border: 1px solid #bbb; padding: .3rem .6rem; text-align: left; }
th { background: #f0f0f0; } li { margin: .2rem 0; }
.complete { background: #e7f4e8; } .missing, .twice, .other { background: #fdf3d8; }
.wrong { background: #fbe3e0; } .nothing { background: #eee; } .place { color: #555; }
.bar { display: flex; flex-wrap: wrap; margin: 1rem 0; }
.bar div { text-align: center; white-space: nowrap; padding: 0 .5rem; border: 1px solid #999; }
@media print { body { max-width: none; } }
"""


def report_html(form: Form, collected: Collected) -> str:
    """Show a collection on one page that needs nothing from elsewhere; the same files give the same page."""
    standings = collected.standings
    counts = Counter(standing.state for standing in standings)
    title = _("Thu biểu số liệu {period}").format(period=form.ky.ten)
    bar = "".join(
        f'<div class="{state}" style="flex: {counts[state]}">{escape(_(words))}: {counts[state]}</div>'
        for state, words in STATES.items()
        if counts[state]
    )
    rows = "".join(_row(number, standing) for number, standing in enumerate(standings, start=1))
    heads = (_("TT"), _("Đơn vị"), _("Tình trạng"), _("Số mục"), _("Tệp"))
    parts = [
        f"<h1>{escape(title)}</h1>",
        f"<p>{escape(_('Kết quả'))} {escape(form.ten)}</p>",
        f'<div class="bar">{bar}</div>',
        f"<table><tr>{''.join(f'<th>{escape(head)}</th>' for head in heads)}</tr>{rows}</table>",
        *(_section(standing) for standing in standings if standing.faults),
    ]
    if collected.strays:
        parts += [f"<h2>{_('Tệp chưa thu được')}</h2>", _faults(collected.strays)]
    return (
        f'<!doctype html><html lang="vi"><meta charset="utf-8"><title>{escape(title)}</title>'
        f"<style>{_STYLE}</style><body>{''.join(parts)}</body></html>\n"
    )


def _row(number: int, standing: Standing) -> str:
    said = _(STATES[standing.state]) + (f" ({_('gửi muộn')})" if standing.late else "")
    files = "; ".join(file.name for file in standing.files)
    cells = (str(number), standing.school.ten, said, str(len(standing.figures)), files)
    return f'<tr class="{standing.state}">{"".join(f"<td>{escape(cell)}</td>" for cell in cells)}</tr>'


def _section(standing: Standing) -> str:
    return f"<h2>{escape(standing.school.ten)}</h2>{_faults(standing.faults)}"


def _faults(faults: Iterable[Fault]) -> str:
    return (
        "<ul>"
        + "".join(
            f'<li><span class="place">{escape(str(fault.place))}</span> {escape(fault.message)}'
            f" {escape(fault.remedy)}</li>"
            for fault in faults
        )
        + "</ul>"
    )
