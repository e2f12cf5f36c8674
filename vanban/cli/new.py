"""``vanban new``: a commented starter file for a content template."""

from __future__ import annotations

from pathlib import Path

import click

from vanban import fill
from vanban.files import write_all
from vanban.language import _
from vanban.office import find_office


@click.command("new", options_metavar=_("[TÙY CHỌN]"), help=_("""
    Viết tệp dữ liệu mẫu, có chú giải từng mục, cho mẫu nội dung MẪU.

    Xem các mẫu bằng `vanban templates`. Không có -o thì in ra màn hình.
"""))  # fmt: skip
@click.argument("template", metavar=_("MẪU"))
@click.option("-o", "--output", "path", type=click.Path(path_type=Path, dir_okay=False),
              help=_("Tệp cần viết, ví dụ ke-hoach.yaml."))  # fmt: skip
@click.option("--force", is_flag=True, help=_("Ghi đè tệp đã có."))
def command(template: str, path: Path | None, force: bool) -> None:
    """Write or print the starter of a template."""
    text = fill.starter(fill.load_template(template, find_office(Path.cwd())))
    if path is None:
        click.echo(text, nl=False)
        return
    write_all({path: text.encode()}, force=force)
    click.echo(_("Đã viết {path}. Điền tệp này rồi chạy: vanban render {path}").format(path=path))
