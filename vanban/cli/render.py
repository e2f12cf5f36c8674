"""``vanban render``: sources in, finished documents out."""

from __future__ import annotations

from pathlib import Path

import click

from vanban.cli.progress import Progress
from vanban.cli.show import show_json, show_notes
from vanban.jobs import Result, render_files
from vanban.language import _
from vanban.render import ENGINES, FORMATS, Engine, Format


@click.command("render", options_metavar=_("[TÙY CHỌN]"), help=_("""
    Làm văn bản đúng thể thức từ tệp nguồn (.md) hoặc tệp dữ liệu (.yaml, .json).

    Mặc định làm DOCX và PDF/A vào thư mục output/. Tên tệp được đặt theo văn bản, ví dụ
    2026-03-16_KH_thong-tin-tuyen-truyen.docx. Tệp đã có không bị ghi đè nếu không có --force.
"""))  # fmt: skip
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar=_("TỆP..."))
@click.option("-t", "--to", "formats", multiple=True, type=click.Choice(FORMATS), default=("docx", "pdf"),
              help=_("Định dạng cần làm; dùng được nhiều lần (mặc định: docx và pdf)."))  # fmt: skip
@click.option("-o", "--output", "folder", default=Path("output"),
              type=click.Path(path_type=Path, file_okay=False),
              help=_("Thư mục kết quả (mặc định: output)."))  # fmt: skip
@click.option("--engine", type=click.Choice(ENGINES), default="typst",
              help=_("Bộ máy làm PDF (mặc định: typst, nhanh nhất, PDF/A-2b và PDF/UA-1)."))  # fmt: skip
@click.option("--embed", is_flag=True,
              help=_("Kèm tệp nguồn trong PDF (PDF/A-3b), `vanban import` đọc lại nguyên vẹn."))  # fmt: skip
@click.option("--force", is_flag=True, help=_("Ghi đè tệp đã có."))
@click.option("--json", "as_json", is_flag=True, help=_("In kết quả dạng JSON."))
@click.pass_context
def command(
    ctx: click.Context,
    files: tuple[Path, ...],
    formats: tuple[Format, ...],
    folder: Path,
    engine: Engine,
    embed: bool,
    force: bool,
    as_json: bool,
) -> None:
    """Render files and say what was made."""
    if embed and ("pdf" not in formats or engine != "typst"):
        raise click.UsageError(_("--embed chỉ dùng khi làm PDF bằng bộ máy typst."), ctx)
    with Progress(_("Đang làm văn bản"), len(files)) as step:
        result = render_files(
            files,
            formats=formats,
            folder=folder,
            engine=engine,
            embed=embed,
            force=force,
            progress=step,
        )
    show_notes(result.notes)
    if as_json:
        show_json(_as_data(result))
        return
    for made in result.made:
        click.echo(f"{made.path}  ({made.size / 1024:.0f} KB)")


def _as_data(result: Result) -> dict[str, object]:
    return {
        "ok": True,
        "made": [{"source": str(m.source), "path": str(m.path), "bytes": m.size} for m in result.made],
        "notes": [note.as_dict() for note in result.notes],
    }
