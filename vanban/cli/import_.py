"""``vanban import``: a paper of any office becomes a source text that can be edited and rendered."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from vanban.cli.progress import Progress
from vanban.cli.show import show_json
from vanban.jobs import Imported, import_files
from vanban.language import _
from vanban.read import LeftOut, Reading
from vanban.read.words import words_of

_SHOWN = 8
"""Lines of one kind that are shown; ``--json`` has them all."""


@click.command("import", options_metavar=_("[TÙY CHỌN]"), help=_("""
    Đọc văn bản đã có (.docx, .doc, .rtf, .odt, .pdf, .html, .txt) và ghi thành tệp nguồn .md để sửa tiếp
    và trình bày lại bằng `vanban render`. Không chữ nào bị mất: chữ nào không đưa vào tệp nguồn (số trang,
    dòng lặp lại ở đầu trang) đều được kể ra, chỗ nào chưa chắc cũng được báo. Chữ TCVN3 (.VnTime) và VNI
    được đổi sang Unicode. Tệp gốc không bao giờ bị thay đổi.

    Ví dụ: `vanban import ke-hoach-2026.docx`, sửa output/ke-hoach-2026.md, rồi
    `vanban render output/ke-hoach-2026.md`.
"""))  # fmt: skip
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar=_("TỆP..."))
@click.option("--ocr", is_flag=True,
              help=_("Nhận dạng chữ của PDF quét bằng ocrmypdf và Tesseract tiếng Việt."))  # fmt: skip
@click.option("-o", "--output", "folder", default=Path("output"),
              type=click.Path(path_type=Path, file_okay=False),
              help=_("Thư mục ghi tệp nguồn (mặc định: output)."))  # fmt: skip
@click.option("--force", is_flag=True, help=_("Ghi đè tệp đã có."))
@click.option("--json", "as_json", is_flag=True, help=_("In kết quả dạng JSON."))
def command(files: tuple[Path, ...], ocr: bool, folder: Path, force: bool, as_json: bool) -> None:
    """Read files, write their source texts, and say what is not sure and what was left out."""
    with Progress(_("Đang đọc"), len(files)) as step:
        imported = import_files(files, folder=folder, ocr=ocr, force=force, progress=step)
    if as_json:
        show_json({"ok": True, "files": [_as_data(one) for one in imported]})
        return
    for one in imported:
        _show(one)


def _as_data(one: Imported) -> dict[str, object]:
    reading = one.reading
    return {
        "source": str(reading.source),
        "kind": reading.document.loai,
        "words": {
            "read": reading.words.read,
            "kept": reading.words.kept,
            "left_out": reading.words.left_out,
            "lost": list(reading.words.lost),
            "added": list(reading.words.added),
        },
        "doubts": [doubt.as_dict() for doubt in reading.doubts],
        "left_out": [
            {"words": left.words, "place": left.place, "reason": left.reason, "by_the_form": left.fixed}
            for left in reading.left_out
        ],
        "made": [str(made.path) for made in one.made],
    }


def _show(one: Imported) -> None:
    reading = one.reading
    click.secho(str(reading.source), bold=True)
    click.echo(f"  {_recognised(reading)}")
    left = [one for one in reading.left_out if not one.fixed]
    _show_left_out(left)
    if reading.doubts:
        click.secho("  " + _("Cần xem lại {count} chỗ:").format(count=len(reading.doubts)), fg="yellow")
        for doubt in reading.doubts[:_SHOWN]:
            place = f"{doubt.place.part}: " if doubt.place.part else ""
            click.echo(f"    {place}{doubt.message} {doubt.remedy}")
        _show_more(len(reading.doubts))
    for made in one.made:
        click.echo(f"→ {made.path}")
    click.echo()


def _recognised(reading: Reading) -> str:
    words, left = reading.words, _left(reading)
    return _("{kind}: đọc {read} chữ, giữ {kept}, mẫu tự ghi {by_form}, để ngoài {left}").format(
        kind=_(reading.document.kind.name),
        read=words.read,
        kept=words.kept,
        by_form=words.left_out - left,
        left=left,
    )


def _left(reading: Reading) -> int:
    """How many words are neither in the source text nor written by the form."""
    return sum(len(words_of(one.words)) for one in reading.left_out if not one.fixed)


def _show_left_out(left: Sequence[LeftOut]) -> None:
    if not left:
        return
    click.secho("  " + _("Không đưa vào tệp nguồn:"), fg="yellow")
    for one in left[:_SHOWN]:
        click.echo(f"    {one.place} ({one.reason}): «{one.words}»")
    _show_more(len(left))


def _show_more(count: int) -> None:
    if count > _SHOWN:
        click.echo("    " + _("… và {count} chỗ nữa, xem bằng --json").format(count=count - _SHOWN))
