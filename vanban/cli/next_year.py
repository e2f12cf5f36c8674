"""``vanban next``: last year's papers in, next year's drafts out, with every change and doubt shown."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from vanban.cli.progress import Progress
from vanban.cli.show import show_json, show_notes
from vanban.language import _
from vanban.next_year.job import Moved, next_files
from vanban.next_year.report import as_data, report_lines, summary


@click.command("next", options_metavar=_("[TÙY CHỌN]"), help=_("""
    Chuyển văn bản năm trước (.docx, .pdf… hoặc tệp nguồn .md, .yaml) thành bản nháp của năm sau: năm và
    năm học tăng lên, số và ngày để trống, thời hạn chuyển theo. Chỗ nào máy không tự quyết được (văn bản
    viện dẫn, cơ quan không còn, thứ tự «lần thứ…») thì giữ nguyên và đánh dấu.

    Mỗi văn bản cho hai tệp trong output/: tệp nguồn .md có dòng ghi chú «XEM LẠI», và tệp Word có từng
    chỗ đã đổi, từng chỗ cần xem là một nhận xét. Tệp gốc không bao giờ bị thay đổi.

    Ví dụ: `vanban next ke-hoach-2026.docx --year 2027`.
"""))  # fmt: skip
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar=_("TỆP..."))
@click.option("--year", "to_year", type=click.IntRange(1990, 2100), metavar=_("NĂM"),
              help=_("Năm của bản nháp (mặc định: năm của văn bản cộng một)."))  # fmt: skip
@click.option("-o", "--output", "folder", default=Path("output"),
              type=click.Path(path_type=Path, file_okay=False),
              help=_("Thư mục kết quả (mặc định: output)."))  # fmt: skip
@click.option("--force", is_flag=True, help=_("Ghi đè tệp đã có."))
@click.option("--json", "as_json", is_flag=True, help=_("In kết quả dạng JSON."))
def command(files: tuple[Path, ...], to_year: int | None, folder: Path, force: bool, as_json: bool) -> None:
    """Move files to another year, and say what was changed and what is to be reviewed."""
    with Progress(_("Đang chuyển năm"), len(files)) as step:
        moved = next_files(files, to_year=to_year, folder=folder, force=force, progress=step)
    show_notes(note for one in moved for note in one.notes)
    if as_json:
        show_json(_as_data(moved))
        return
    for one in moved:
        _show(one)


def _as_data(moved: Sequence[Moved]) -> dict[str, object]:
    return {
        "ok": True,
        "files": [
            {
                "source": str(one.source),
                "made": [str(made.path) for made in one.made],
                "notes": [note.as_dict() for note in one.notes],
                **as_data(one.draft),
            }
            for one in moved
        ],
    }


def _show(one: Moved) -> None:
    click.secho(str(one.source), bold=True)
    click.echo(f"  {summary(one.draft)}\n")
    for line in report_lines(one.draft):
        click.secho(line, bold=not line.startswith(" "))
    click.echo()
    for made in one.made:
        click.echo(f"→ {made.path}")
    click.echo()
