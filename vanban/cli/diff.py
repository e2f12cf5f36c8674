"""``vanban diff``: two papers side by side, by part and paragraph."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import click

from vanban.cli.progress import Progress
from vanban.cli.show import console, show_json, show_notes
from vanban.compare import Comparison, Row, Side
from vanban.compare.model import Piece
from vanban.compare.page import STATES, folded, html_page
from vanban.errors import ExitCode
from vanban.files import write_all
from vanban.jobs import compare_files
from vanban.language import _

_WIDE = 110
"""Columns of a terminal from which on the two texts stand side by side."""
_COLOURS = {"changed": "yellow", "added": "green", "removed": "red", "moved": "blue", "same": "dim"}


@click.command("diff", options_metavar=_("[TÙY CHỌN]"), help=_("""
    Đặt hai văn bản cạnh nhau theo thành phần, từng đoạn: sửa chữ nào, thêm, bỏ, chuyển chỗ đoạn nào.
    So được mọi loại tệp mà `vanban import` đọc được, và tệp nguồn (.md, .yaml, .json).

    Ví dụ: `vanban diff ke-hoach-2026.docx output/ke-hoach-2027.md --html so-sanh.html`.

    Mã thoát: 0 giống nhau, 1 có khác, 3 tệp không đọc được.
"""))  # fmt: skip
@click.argument("old", type=click.Path(path_type=Path), metavar=_("CŨ"))
@click.argument("new", type=click.Path(path_type=Path), metavar=_("MỚI"))
@click.option("--html", "html", type=click.Path(path_type=Path, dir_okay=False), metavar=_("TỆP"),
              help=_("Ghi ra một trang HTML."))  # fmt: skip
@click.option("--full", is_flag=True, help=_("Hiện cả những đoạn giống nhau."))
@click.option("--force", is_flag=True, help=_("Ghi đè tệp đã có."))
@click.option("--json", "as_json", is_flag=True, help=_("In kết quả dạng JSON."))
@click.pass_context
def command(
    ctx: click.Context, old: Path, new: Path, html: Path | None, full: bool, force: bool, as_json: bool
) -> None:
    """Compare two papers, show the rows, and write the page that was asked for."""
    with Progress(_("Đang đọc"), 2) as step:
        compared = compare_files(old, new, progress=step)
    comparison = compared.comparison
    if html:
        page = html_page(comparison, old.name, new.name, full=full)
        write_all({html: page.encode()}, force=force)
    if as_json:
        show_json(_as_data(comparison))
    else:
        show_notes(compared.notes)
        _show(comparison, full=full)
        if html:
            click.echo(f"→ {html}")
    if not comparison.same:
        ctx.exit(ExitCode.FINDINGS)


def _as_data(comparison: Comparison) -> dict[str, object]:
    return {
        "ok": comparison.same,
        "counts": {state: comparison.counts[state] for state in STATES},
        "rows": [
            {"state": row.state, "part": row.part, "old": _words(row.old), "new": _words(row.new)}
            for row in comparison.rows
            if row.state != "same"
        ],
    }


def _words(side: Side | None) -> str | None:
    return side.words if side else None


def _show(comparison: Comparison, *, full: bool) -> None:
    wide = console().width >= _WIDE
    for same, rows in folded(comparison.rows):
        if same and not full:
            click.secho(_("  … {count} đoạn giống nhau").format(count=len(rows)), dim=True)
        elif wide:
            _show_beside(rows)
        else:
            _show_below(rows)
    counts = (f"{sign} {comparison.counts[state]} {_(name)}" for state, (sign, name) in STATES.items())
    click.secho("  ".join(counts), bold=True)


def _show_below(rows: Iterable[Row]) -> None:
    for row in rows:
        sign, _name = STATES[row.state]
        click.secho(f"{sign} {row.part}", fg=_colour(row.state), dim=row.state == "same")
        if row.old and row.state != "same":
            click.echo("  − " + _styled(row.old_pieces or (Piece(row.old.words),), "red"))
        if row.new:
            click.echo("  + " + _styled(row.new_pieces or (Piece(row.new.words),), "green"))


def _styled(pieces: Iterable[Piece], colour: str) -> str:
    """The words; those that differ stand in brackets, so that they are seen without colour too."""
    said = []
    for piece in pieces:
        words = piece.words.lstrip()
        gap = piece.words[: len(piece.words) - len(words)]
        said.append(gap + click.style(f"[{words}]", fg=colour, bold=True) if piece.differs else piece.words)
    return "".join(said)


def _show_beside(rows: Iterable[Row]) -> None:
    from rich.table import Table
    from rich.text import Text

    table = Table(show_header=False, box=None, expand=True, padding=(0, 1))
    table.add_column(width=24, style="dim")
    table.add_column(ratio=1)
    table.add_column(ratio=1)
    for row in rows:
        sign, _name = STATES[row.state]
        cells = []
        for side, pieces, colour in ((row.old, row.old_pieces, "red"), (row.new, row.new_pieces, "green")):
            words = _styled(pieces or ((Piece(side.words),) if side else ()), colour)
            cells.append(Text.from_ansi(words))
        table.add_row(Text(f"{sign} {row.part}", style=_COLOURS[row.state]), *cells)
    console().print(table)


def _colour(state: str) -> str | None:
    return None if state == "same" else _COLOURS[state]
