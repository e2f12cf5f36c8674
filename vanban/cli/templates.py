"""``vanban templates``: the content templates, the office's own first."""

from __future__ import annotations

from pathlib import Path

import click

from vanban import fill
from vanban.cli.show import console, show_json
from vanban.language import _
from vanban.office import find_office


@click.command(
    "templates",
    options_metavar=_("[TÙY CHỌN]"),
    help=_("Liệt kê các mẫu nội dung; mẫu riêng của cơ quan đứng trước."),
)
@click.option("--json", "as_json", is_flag=True, help=_("In kết quả dạng JSON."))
def command(as_json: bool) -> None:
    """List the templates as a table."""
    found = fill.templates(find_office(Path.cwd()))
    if as_json:
        show_json([{"name": t.name, "ten": t.ten, "mo_ta": t.mo_ta, "loai": t.loai} for t in found])
        return
    from rich.markup import escape
    from rich.table import Table

    table = Table(box=None, pad_edge=False)
    for heading in (_("Mẫu"), _("Tên"), _("Mô tả")):
        table.add_column(heading, no_wrap=heading == _("Mẫu"))
    for template in found:
        table.add_row(*map(escape, (template.name, template.ten, template.mo_ta)))
    console().print(table, soft_wrap=False)
