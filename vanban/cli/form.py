"""``vanban form``: report forms for units, and what came back of them."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import click

from vanban.cli.progress import Progress
from vanban.cli.show import show_json
from vanban.figures.collecting import REPORT, Outcome, collect_forms, files_in
from vanban.figures.making import FORM_FORMATS, FormFormat, make_forms
from vanban.figures.standing import STATES
from vanban.language import _


class _Group(click.Group):
    """A group of commands whose help is Vietnamese too."""

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section(_("Các lệnh")):
            formatter.write_dl([(name, one.get_short_help_str()) for name, one in self.commands.items()])


_FORM_OPTION = click.option(
    "--set", "sets", multiple=True, metavar=_("TÊN=GIÁ_TRỊ"),
    help=_("Ghi đè một mục của biểu, ví dụ ky=2026-6T; dùng được nhiều lần."),
)  # fmt: skip


@click.group("form", cls=_Group, options_metavar=_("[TÙY CHỌN]"), subcommand_metavar=_("LỆNH"), help=_("""
    Biểu số liệu: phát cho từng đơn vị, thu về thành một tệp số liệu.

    \b
    Ví dụ:
      vanban form make bieu-mau.yaml truong.xlsx -o phat
      vanban form collect thu-ve --form bieu-mau.yaml --units truong.xlsx -o so-lieu
"""))  # fmt: skip
def command() -> None:
    """Group the commands of forms."""


@command.command("make", short_help=_("Phát cho mỗi đơn vị một biểu."),
                 options_metavar=_("[TÙY CHỌN]"), help=_("""
    Làm cho mỗi đơn vị một biểu đã ghi sẵn tên đơn vị, kỳ báo cáo và chỉ tiêu.

    BIỂU là tệp mô tả biểu (bieu_mau: …) hoặc tệp dữ liệu kế hoạch có chi_tieu. DANH SÁCH là tệp Excel hoặc
    CSV có cột «Mã đơn vị», «Tên đơn vị».

    Ví dụ: vanban form make bieu-mau.yaml truong.xlsx -t xlsx -t docx -o phat
"""))  # fmt: skip
@click.argument("description", type=click.Path(path_type=Path), metavar=_("BIỂU"))
@click.argument("units", type=click.Path(path_type=Path), metavar=_("DANH_SÁCH"))
@click.option("-t", "--to", "formats", multiple=True, type=click.Choice(FORM_FORMATS), default=("xlsx",),
              help=_("Dạng biểu: xlsx, docx, pdf điền được; dùng được nhiều lần."))  # fmt: skip
@_FORM_OPTION
@click.option("-o", "--output", "folder", default=Path("output"),
              type=click.Path(path_type=Path, file_okay=False),
              help=_("Thư mục kết quả (mặc định: output)."))  # fmt: skip
@click.option("--force", is_flag=True, help=_("Ghi đè tệp đã có."))
@click.option("--json", "as_json", is_flag=True, help=_("In kết quả dạng JSON."))
def make(
    description: Path,
    units: Path,
    formats: tuple[FormFormat, ...],
    sets: tuple[str, ...],
    folder: Path,
    force: bool,
    as_json: bool,
) -> None:
    """Make forms and say how many."""
    made = make_forms(description, units, formats=formats, sets=sets, folder=folder, force=force)
    if as_json:
        show_json({"ok": True, "made": [str(one.path) for one in made]})
        return
    click.echo(_("Đã làm {count} biểu trong {folder}.").format(count=len(made), folder=folder))


@command.command("collect", short_help=_("Thu các biểu gửi về."),
                 options_metavar=_("[TÙY CHỌN]"), help=_("""
    Đọc các biểu đơn vị gửi về, dù đã đổi tên, lưu lại bằng Excel, LibreOffice hay điện thoại.

    Kết quả: so-lieu.sqlite, so-lieu.xlsx, so-lieu.csv, báo cáo thu biểu (HTML) và công văn gửi từng đơn vị
    phải gửi hoặc sửa. Tệp gửi về không bị thay đổi; số nào không rõ thì báo, không đoán.

    Ví dụ: vanban form collect thu-ve --form bieu-mau.yaml --units truong.xlsx -o so-lieu
"""))  # fmt: skip
@click.argument("sources", nargs=-1, required=True, type=click.Path(path_type=Path), metavar=_("TỆP..."))
@click.option("--form", "description", required=True, type=click.Path(path_type=Path), metavar=_("BIỂU"),
              help=_("Tệp mô tả biểu đã phát."))  # fmt: skip
@click.option("--units", required=True, type=click.Path(path_type=Path), metavar=_("DANH_SÁCH"),
              help=_("Danh sách đơn vị."))  # fmt: skip
@_FORM_OPTION
@click.option("--common", type=click.Path(path_type=Path), metavar=_("TỆP"),
              help=_("Dữ liệu chung của các công văn: phần thể thức, han_gui_lai (.yaml)."))  # fmt: skip
@click.option("--figures", type=click.Path(path_type=Path), metavar=_("TỆP"),
              help=_("Tệp số liệu có các kỳ trước (mặc định: của thư mục kết quả)."))  # fmt: skip
@click.option("--no-letters", is_flag=True, help=_("Không làm công văn gửi đơn vị."))
@click.option("-o", "--output", "folder", default=Path("output"),
              type=click.Path(path_type=Path, file_okay=False),
              help=_("Thư mục kết quả (mặc định: output)."))  # fmt: skip
@click.option("--force", is_flag=True, help=_("Ghi đè kết quả đã có; các kỳ khác trong tệp số liệu vẫn giữ."))
@click.option("--json", "as_json", is_flag=True, help=_("In kết quả dạng JSON."))
def collect(
    sources: tuple[Path, ...],
    description: Path,
    units: Path,
    sets: tuple[str, ...],
    common: Path | None,
    figures: Path | None,
    no_letters: bool,
    folder: Path,
    force: bool,
    as_json: bool,
) -> None:
    """Collect forms and say how the units stand."""
    files = files_in(sources, folder, (description, units, common, figures))
    with Progress(_("Đang đọc biểu"), len(files)) as step:
        outcome = collect_forms(
            files,
            description,
            units,
            sets=sets,
            common=common,
            with_letters=not no_letters,
            figures=figures,
            folder=folder,
            force=force,
            progress=step,
        )
    if as_json:
        show_json(_as_dict(outcome))
    else:
        _show(outcome, folder)


def _as_dict(outcome: Outcome) -> dict[str, object]:
    return {
        "ok": True,
        "units": [
            {
                "code": one.school.ma,
                "name": one.school.ten,
                "state": one.state,
                "late": one.late,
                "files": [str(file) for file in one.files],
                "figures": len(one.figures),
                "faults": [fault.as_dict() for fault in one.faults],
            }
            for one in outcome.collected.standings
        ],
        "strays": [fault.as_dict() for fault in outcome.collected.strays],
        "made": [str(one.path) for one in outcome.made],
    }


def _show(outcome: Outcome, folder: Path) -> None:
    standings = outcome.collected.standings
    counts = Counter(standing.state for standing in standings)
    said = [f"{_(words)} {counts[state]}" for state, words in STATES.items() if counts[state]]
    late = sum(standing.late for standing in standings)
    if late:
        said.append(_("gửi muộn {count}").format(count=late))
    click.echo(_("{count} đơn vị: {said}.").format(count=len(standings), said=", ".join(said)))
    if outcome.collected.strays:
        count = len(outcome.collected.strays)
        click.echo(_("{count} tệp chưa thu được, xem báo cáo.").format(count=count))
    click.echo(_("Báo cáo: {path}").format(path=folder / REPORT))
