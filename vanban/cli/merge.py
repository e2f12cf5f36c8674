"""``vanban merge``: PDFs in, one file for reading out."""

from __future__ import annotations

from pathlib import Path

import click

from vanban.cli.progress import Progress
from vanban.cli.show import show_json
from vanban.jobs import merge_files
from vanban.language import _


@click.command("merge", options_metavar=_("[TÙY CHỌN]"), help=_("""
    Gộp nhiều tệp PDF thành một tệp để đọc.

    Mỗi văn bản có một dấu trang; nhãn trang «2-3» là trang 3 của văn bản thứ 2. Bản gộp để đọc và in, không
    thay các bản gốc: chữ ký số chỉ có giá trị trong từng bản gốc.

    Ví dụ: vanban merge output/*.pdf -o tap-van-ban.pdf
"""))  # fmt: skip
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar=_("TỆP..."))
@click.option("-o", "--output", "target", required=True, type=click.Path(path_type=Path, dir_okay=False),
              metavar=_("TỆP"), help=_("Tệp PDF sẽ làm."))  # fmt: skip
@click.option("--title", default="", metavar=_("CHỮ"),
              help=_("Tiêu đề của cả tập (mặc định: của văn bản đầu)."))  # fmt: skip
@click.option("--force", is_flag=True, help=_("Ghi đè tệp đã có."))
@click.option("--json", "as_json", is_flag=True, help=_("In kết quả dạng JSON."))
def command(files: tuple[Path, ...], target: Path, title: str, force: bool, as_json: bool) -> None:
    """Merge files and say what came out."""
    with Progress(_("Đang gộp"), len(files)) as step:
        merged = merge_files(files, target, title=title, force=force, progress=step)
    if as_json:
        show_json(
            {
                "ok": True,
                "path": str(merged.path),
                "documents": merged.documents,
                "pages": merged.pages,
                "archival": merged.archival,
            }
        )
        return
    click.echo(
        _("{path}: {documents} văn bản, {pages} trang.").format(
            path=merged.path, documents=merged.documents, pages=merged.pages
        )
    )
    if merged.archival:
        click.echo(_("Bản gộp vẫn là PDF/A-2b (đã kiểm bằng veraPDF)."))
    else:
        click.echo(_("Bản gộp để đọc, không phải PDF/A; nộp lưu trữ thì dùng các bản gốc."))
