"""``vanban dossier``: a list of cases in, the whole dossier of a proposal for commendation out."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import click

from vanban.cli.progress import Stages
from vanban.cli.show import show_json, show_notes
from vanban.dossier import Made, make_dossier
from vanban.language import _
from vanban.render import FORMATS, Format


@click.command("dossier", options_metavar=_("[TÙY CHỌN]"), help=_("""
    Làm cả bộ hồ sơ đề nghị khen thưởng từ một danh sách.

    DANH_SÁCH là tệp Excel (.xlsx), mỗi hàng một tập thể hoặc cá nhân. Kết quả là một thư mục gồm Tờ trình có
    danh sách trích ngang, biên bản họp Hội đồng có kết quả bỏ phiếu, báo cáo thành tích của từng trường hợp,
    và một tệp PDF gộp để đọc.

    Cột cần có: Loại, Họ tên hoặc tên tập thể, Chức vụ, Đơn vị, Hình thức đề nghị, Phiếu tán thành,
    Số năm thành tích, Tóm tắt thành tích. Danh sách mẫu: samples/khen-thuong.

    Ví dụ: vanban dossier danh-sach.xlsx --common chung.yaml -o ho-so

    Mọi hàng được xem trước, có lỗi thì báo hết và chưa làm gì. Điều chưa có căn cứ chắc chắn thì chỉ nhắc.
"""))  # fmt: skip
@click.argument("listed", type=click.Path(path_type=Path), metavar=_("DANH_SÁCH"))
@click.option("-t", "--to", "formats", multiple=True, type=click.Choice(FORMATS), default=("docx", "pdf"),
              help=_("Định dạng cần làm; dùng được nhiều lần (mặc định: docx và pdf)."))  # fmt: skip
@click.option("-o", "--output", "folder", default=Path("output"),
              type=click.Path(path_type=Path, file_okay=False),
              help=_("Thư mục kết quả (mặc định: output)."))  # fmt: skip
@click.option("--common", type=click.Path(path_type=Path), metavar=_("TỆP"),
              help=_("Tệp dữ liệu chung của cả bộ hồ sơ (.yaml, .json)."))  # fmt: skip
@click.option("--set", "sets", multiple=True, metavar=_("TÊN=GIÁ_TRỊ"),
              help=_("Một giá trị chung của cả bộ hồ sơ; dùng được nhiều lần."))  # fmt: skip
@click.option("--force", is_flag=True, help=_("Ghi đè tệp đã có."))
@click.option("--json", "as_json", is_flag=True, help=_("In kết quả dạng JSON."))
def command(
    listed: Path,
    formats: tuple[Format, ...],
    folder: Path,
    common: Path | None,
    sets: tuple[str, ...],
    force: bool,
    as_json: bool,
) -> None:
    """Make a dossier and say what is in it."""
    with Stages({"make": _("Đang làm hồ sơ")}) as watch:
        made = make_dossier(
            listed,
            common=common,
            sets=sets,
            formats=formats,
            folder=folder,
            force=force,
            progress=partial(watch, "make"),
        )
    show_notes(made.warnings)
    if as_json:
        show_json(_as_data(made))
        return
    for name, size in made.files.items():
        click.echo(f"{made.folder / name}  ({size / 1024:.0f} KB)")
    click.echo(
        _("Hồ sơ gồm {groups} tập thể và {people} cá nhân.").format(groups=made.groups, people=made.people)
    )


def _as_data(made: Made) -> dict[str, object]:
    return {
        "ok": True,
        "folder": str(made.folder),
        "made": [{"path": str(made.folder / name), "bytes": size} for name, size in made.files.items()],
        "groups": made.groups,
        "people": made.people,
        "warnings": [fault.as_dict() for fault in made.warnings],
    }
