"""``vanban batch``: a template and a roster in, a folder of documents out."""

from __future__ import annotations

from pathlib import Path

import click

from vanban.batch import REPORT, Outcome, Status, batch_status, make_batch
from vanban.cli.progress import Stages
from vanban.cli.show import show_failure, show_json
from vanban.errors import ExitCode, InputError
from vanban.language import N_, _
from vanban.render import ENGINES, FORMATS, Engine, Format

_STAGES = {"check": N_("Đang xem danh sách"), "make": N_("Đang làm văn bản")}


@click.command("batch", options_metavar=_("[TÙY CHỌN]"), help=_("""
    Làm hàng loạt: mỗi hàng của danh sách một văn bản theo mẫu.

    MẪU là tên một mẫu nội dung (xem `vanban templates`). DANH SÁCH là tệp Excel (.xlsx), CSV, JSONL, hoặc thư
    mục các tệp dữ liệu; hàng đầu ghi tên trường hoặc nhãn tiếng Việt của trường.

    Ví dụ: vanban batch giay-moi danh-sach.xlsx -t pdf -o giay-moi --name "{stt:03}-{khach_moi}"

    Mọi hàng được xem trước, có lỗi thì báo hết và chưa làm gì. Dừng giữa chừng hay mất điện thì chạy lại đúng
    lệnh ấy: chỉ tệp còn thiếu hoặc có dữ liệu thay đổi mới được làm.

    Xem tiến độ: vanban batch --status THƯ_MỤC
"""))  # fmt: skip
@click.argument("template", required=False, metavar=_("MẪU"))
@click.argument("roster", required=False, type=click.Path(path_type=Path), metavar=_("DANH_SÁCH"))
@click.option("-t", "--to", "formats", multiple=True, type=click.Choice(FORMATS), default=("docx", "pdf"),
              help=_("Định dạng cần làm; dùng được nhiều lần (mặc định: docx và pdf)."))  # fmt: skip
@click.option("-o", "--output", "folder", default=Path("output"),
              type=click.Path(path_type=Path, file_okay=False),
              help=_("Thư mục kết quả (mặc định: output)."))  # fmt: skip
@click.option("--target", metavar=_("ĐỊA_CHỈ"),
              help=_("Nơi ghi tệp nếu không phải thư mục kết quả, ví dụ s3://kho/2026."))  # fmt: skip
@click.option("--scheduler", metavar="tcp://HOST:PORT",
              help=_("Chia việc cho nhiều máy qua bộ điều phối Dask này."))  # fmt: skip
@click.option("--jobs", "processes", type=click.IntRange(1, 256),
              help=_("Số tiến trình cùng làm (mặc định: số lõi của máy)."))  # fmt: skip
@click.option("--name", "name", metavar=_("MẪU_TÊN"),
              help=_("Cách đặt tên tệp, ví dụ {stt:03}-{ten}; mặc định đặt như lệnh render."))  # fmt: skip
@click.option("--sheet", metavar=_("TÊN"), help=_("Trang tính chứa danh sách (mặc định: trang đầu)."))
@click.option("--key", metavar=_("CỘT"), help=_("Cột nối các trang tính con với danh sách."))
@click.option("--common", type=click.Path(path_type=Path), metavar=_("TỆP"),
              help=_("Tệp dữ liệu chung cho mọi hàng (.yaml, .json)."))  # fmt: skip
@click.option("--set", "sets", multiple=True, metavar=_("TÊN=GIÁ_TRỊ"),
              help=_("Một giá trị chung cho mọi hàng; dùng được nhiều lần."))  # fmt: skip
@click.option("--engine", type=click.Choice(ENGINES), default="typst",
              help=_("Bộ máy làm PDF (mặc định: typst, nhanh nhất, PDF/A-2b và PDF/UA-1)."))  # fmt: skip
@click.option("--embed", is_flag=True,
              help=_("Kèm tệp nguồn trong PDF (PDF/A-3b), `vanban import` đọc lại nguyên vẹn."))  # fmt: skip
@click.option("--keep-going", is_flag=True, help=_("Vẫn làm những hàng không có lỗi."))
@click.option("--force", is_flag=True, help=_("Ghi đè cả tệp không do lệnh này làm hoặc đã sửa tay."))
@click.option("--status", "status", type=click.Path(path_type=Path, file_okay=False), metavar=_("THƯ_MỤC"),
              help=_("Chỉ xem tiến độ trong thư mục này."))  # fmt: skip
@click.option("--json", "as_json", is_flag=True, help=_("In kết quả dạng JSON."))
@click.pass_context
def command(
    ctx: click.Context,
    template: str | None,
    roster: Path | None,
    formats: tuple[Format, ...],
    folder: Path,
    target: str | None,
    scheduler: str | None,
    processes: int | None,
    name: str | None,
    sheet: str | None,
    key: str | None,
    common: Path | None,
    sets: tuple[str, ...],
    engine: Engine,
    embed: bool,
    keep_going: bool,
    force: bool,
    status: Path | None,
    as_json: bool,
) -> int:
    """Make a batch, or tell how far one has come."""
    if status is not None:
        return _show_status(status, as_json=as_json)
    if template is None or roster is None:
        raise click.UsageError(_("Cần có MẪU và DANH_SÁCH, hoặc --status THƯ_MỤC."), ctx)
    if embed and ("pdf" not in formats or engine != "typst"):
        raise click.UsageError(_("--embed chỉ dùng khi làm PDF bằng bộ máy typst."), ctx)
    with Stages({stage: _(words) for stage, words in _STAGES.items()}) as watch:
        outcome = make_batch(
            template,
            roster,
            formats=formats,
            folder=folder,
            target=target,
            scheduler=scheduler,
            processes=processes,
            name=name,
            sheet=sheet,
            key=key,
            common=common,
            sets=sets,
            engine=engine,
            embed=embed,
            force=force,
            keep_going=keep_going,
            watch=watch,
        )
    return _show_outcome(outcome, folder, as_json=as_json)


def _show_outcome(outcome: Outcome, folder: Path, *, as_json: bool) -> int:
    counts = outcome.counts
    code = ExitCode.BATCH_PARTIAL if outcome.left_out or counts.failed else ExitCode.DONE
    if as_json:
        show_json(
            {
                "ok": code is ExitCode.DONE,
                "made": outcome.made,
                "kept": outcome.kept,
                "failed": counts.failed,
                "unlisted": counts.unlisted,
                "seconds": round(outcome.seconds, 3),
                "folder": str(folder),
                "faults": [fault.as_dict() for fault in outcome.left_out],
            }
        )
        return code
    if outcome.left_out:
        show_failure(InputError(outcome.left_out), as_json=False)
    rate = outcome.made / outcome.seconds if outcome.seconds else 0
    click.echo(
        _(
            "Đã làm {made} tệp trong {seconds:.1f} giây ({rate:.1f} tệp/giây), giữ {kept}, lỗi {failed}."
        ).format(
            made=outcome.made, seconds=outcome.seconds, rate=rate, kept=outcome.kept, failed=counts.failed
        )
    )
    if counts.unlisted:
        click.echo(_("{count} tệp cũ không còn trong danh sách, để nguyên.").format(count=counts.unlisted))
    click.echo(_("Báo cáo: {path}").format(path=folder / REPORT))
    return code


def _show_status(folder: Path, *, as_json: bool) -> int:
    status = batch_status(folder)
    counts = status.counts
    if as_json:
        show_json(
            {
                "ok": not counts.failed and not counts.waiting,
                "running": status.running,
                "done": counts.done,
                "failed": counts.failed,
                "waiting": counts.waiting,
                "unlisted": counts.unlisted,
                "failures": [{"file": entry.file, "error": entry.error} for entry in status.failed],
            }
        )
    else:
        _print_status(status)
    return ExitCode.BATCH_PARTIAL if counts.failed else ExitCode.DONE


def _print_status(status: Status) -> None:
    counts = status.counts
    click.echo(_("Đang có lệnh chạy.") if status.running else _("Không có lệnh nào đang chạy."))
    click.echo(
        _("Xong {done}/{listed} tệp, lỗi {failed}, còn {waiting}.").format(
            done=counts.done, listed=counts.listed, failed=counts.failed, waiting=counts.waiting
        )
    )
    if counts.unlisted:
        click.echo(_("{count} tệp cũ không còn trong danh sách, để nguyên.").format(count=counts.unlisted))
    for entry in status.failed:
        click.secho(entry.file, fg="red", err=True)
        click.echo(f"      {entry.error}", err=True)
