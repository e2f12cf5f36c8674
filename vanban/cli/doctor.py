"""``vanban doctor``: what this machine has and lacks."""

from __future__ import annotations

import click

from vanban.cli.show import console, show_json
from vanban.doctor import STATE_WORDS, examine
from vanban.errors import ExitCode
from vanban.language import _

_COLOURS = {"ready": "green", "missing": "bold red", "optional": "yellow"}


@click.command("doctor", options_metavar=_("[TÙY CHỌN]"), help=_("""
    Xem máy này có đủ phông chữ và công cụ không, và lệnh cài cái còn thiếu.

    Mã kết thúc là 0 khi đủ để làm DOCX và PDF, là 4 khi còn thiếu.
"""))  # fmt: skip
@click.option("--json", "as_json", is_flag=True, help=_("In kết quả dạng JSON."))
@click.pass_context
def command(ctx: click.Context, as_json: bool) -> None:
    """Show the conditions as a table."""
    conditions = examine()
    if as_json:
        show_json(
            [{"name": c.name, "state": c.state, "detail": c.detail, "remedy": c.remedy} for c in conditions]
        )
    else:
        from rich.markup import escape
        from rich.table import Column, Table

        columns = [Column(overflow="fold") for _column in range(3)]
        table = Table(*columns, box=None, pad_edge=False, show_header=False)
        for condition in conditions:
            state = f"[{_COLOURS[condition.state]}]{_(STATE_WORDS[condition.state])}[/]"
            detail = "\n→ ".join(x for x in (condition.detail, condition.remedy) if x)
            table.add_row(condition.name, state, escape(detail))
        console().print(table, soft_wrap=False)
    if any(condition.state == "missing" for condition in conditions):
        ctx.exit(ExitCode.TOOL_MISSING)
