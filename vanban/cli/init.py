"""``vanban init``: an office's own folder."""

from __future__ import annotations

from pathlib import Path

import click

from vanban import office
from vanban.files import write_all
from vanban.language import _


@click.command("init", options_metavar=_("[TÙY CHỌN]"), help=_("""
    Tạo thư mục làm việc của cơ quan: vanban.yaml và thư mục templates/.

    Tên cơ quan, người ký, nơi nhận, cỡ chữ, lề… ghi một lần trong vanban.yaml; mọi văn bản trong thư mục đó
    và các thư mục con tự lấy.
"""))  # fmt: skip
@click.argument(
    "folder", type=click.Path(path_type=Path, file_okay=False), default=Path(), metavar=_("[THƯ MỤC]")
)
@click.option("--force", is_flag=True, help=_("Ghi đè tệp đã có."))
def command(folder: Path, force: bool) -> None:
    """Write vanban.yaml and make templates/."""
    path = folder / office.FILE_NAME
    write_all({path: office.starter().encode()}, force=force)
    (folder / "templates").mkdir(exist_ok=True)
    click.echo(_("Đã viết {path}. Hãy điền tên cơ quan và người ký vào đó.").format(path=path))
