"""``vanban diff``: two papers side by side, by part and paragraph."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from vanban.cli.progress import Progress
from vanban.cli.show import console, show_json, show_notes
from vanban.compare.telling import STATES, place_of, stretches
from vanban.errors import ExitCode
from vanban.files import write_all
from vanban.jobs import compare_files, spare
from vanban.language import _

if TYPE_CHECKING:
    from rich.text import Text

    from vanban.compare import Comparison, Row, Side
    from vanban.compare.model import Piece

_WIDE = 110
"""Columns of a terminal from which on the two texts stand side by side."""
_PLACES = 26
"""Columns for the names of places beside them."""
_OLD, _NEW = "red", "green"
_COLOURS = {"changed": "yellow", "added": "green", "removed": "red", "moved": "blue", "same": "dim"}


@click.command("diff", options_metavar=_("[TÙY CHỌN]"), help=_("""
    Đặt hai văn bản cạnh nhau theo thành phần, từng đoạn: sửa chữ nào, thêm, bỏ, chuyển chỗ đoạn nào.
    So được mọi loại tệp mà `vanban import` đọc được, và tệp nguồn (.md, .yaml, .json). Chỉ so chữ, không so
    hình, kiểu chữ đậm, nghiêng và cách trình bày.

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
        spare((old, new), (html,))
        from vanban.compare.page import html_page

        page = html_page(comparison, old.name, new.name, full=full)
        write_all({html: page.encode()}, force=force)
    show_notes(compared.notes)
    if as_json:
        show_json(_as_data(comparison))
    else:
        _show(comparison, full=full)
        if html:
            click.echo(f"→ {html}")
    if not comparison.same:
        ctx.exit(ExitCode.FINDINGS)


def _as_data(comparison: Comparison) -> dict[str, object]:
    return {
        "same": comparison.same,
        "counts": {state: comparison.counts[state] for state in STATES},
        "rows": [_row_data(row) for row in comparison.rows if row.state != "same"],
    }


def _row_data(row: Row) -> dict[str, object]:
    return {
        "state": row.state,
        "part": row.part,
        "elsewhere": row.elsewhere or None,
        "old": row.old.words if row.old else None,
        "new": row.new.words if row.new else None,
        "old_differs": [piece.words for piece in row.old_pieces if piece.differs],
        "new_differs": [piece.words for piece in row.new_pieces if piece.differs],
    }


def _show(comparison: Comparison, *, full: bool) -> None:
    show = _show_beside if console().width >= _WIDE else _show_below
    for same, rows in stretches(comparison.rows):
        if same and not full:
            click.secho(_("  … {count} đoạn giống nhau").format(count=len(rows)), dim=True)
        else:
            show(rows)
    counts = (f"{sign} {comparison.counts[state]} {_(name)}" for state, (sign, name) in STATES.items())
    click.secho("  ".join(counts), bold=True)


def _show_below(rows: Iterable[Row]) -> None:
    """The new text under the old one; a text that is the same stands there once."""
    for row in rows:
        console().print(_heading(row))
        if row.state == "same":
            console().print("    ", _words(row.new, (), ""), sep="")
            continue
        if row.old:
            console().print("  − ", _words(row.old, row.old_pieces, _OLD), sep="")
        if row.new:
            console().print("  + ", _words(row.new, row.new_pieces, _NEW), sep="")


def _show_beside(rows: Iterable[Row]) -> None:
    from rich.table import Table

    table = Table(show_header=False, box=None, expand=True, padding=(0, 1))
    table.add_column(width=_PLACES)
    table.add_column(ratio=1)
    table.add_column(ratio=1)
    for row in rows:
        table.add_row(
            _heading(row), _words(row.old, row.old_pieces, _OLD), _words(row.new, row.new_pieces, _NEW)
        )
    console().print(table, soft_wrap=False)


def _heading(row: Row) -> Text:
    from rich.text import Text

    sign, _name = STATES[row.state]
    return Text(f"{sign} {place_of(row)}", _COLOURS[row.state])


def _words(side: Side | None, pieces: Iterable[Piece], colour: str) -> Text:
    """The words; those that differ stand in brackets, so that they are seen without colour too."""
    from rich.text import Text

    if not pieces:
        return Text(side.words if side else "")
    return Text.assemble(
        *((f"[{piece.words}]", f"bold {colour}") if piece.differs else piece.words for piece in pieces)
    )
