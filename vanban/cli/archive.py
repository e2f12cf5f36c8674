"""``vanban archive``: a folder of PDFs in, a package that proves itself out; and the proof, years later."""

from __future__ import annotations

from pathlib import Path

import click

from vanban.archive import FileOfDocuments, Packed, make_package, verify_package
from vanban.cli.progress import Stages
from vanban.cli.show import show_failure, show_json
from vanban.errors import ExitCode, InputError
from vanban.language import _


@click.command("archive", options_metavar=_("[TÙY CHỌN]"), help=_("""
    Đóng gói các tệp PDF của một hồ sơ để nộp lưu trữ, hoặc kiểm lại một gói.

    Mỗi tệp được veraPDF chứng minh là PDF/A và được mở lại. Gói (BagIt) có các tệp giữ nguyên, bản mô tả theo
    Phụ lục VI (CSV, JSON), mục lục văn bản (DOCX, PDF) và mã kiểm SHA-256 của từng tệp.

    Ví dụ: vanban archive giay-moi -o ho-so-01 --file-code 01.VHXH --retention "10 năm"

    Nhiều năm sau: vanban archive --verify ho-so-01
"""))  # fmt: skip
@click.argument(
    "folder", required=False, type=click.Path(path_type=Path, file_okay=False), metavar=_("THƯ_MỤC")
)
@click.option("-o", "--output", "target", type=click.Path(path_type=Path), metavar=_("GÓI"),
              help=_("Gói sẽ làm, một thư mục mới."))  # fmt: skip
@click.option("--file-code", "notation", default="", metavar=_("SỐ"), help=_("Số và ký hiệu hồ sơ."))
@click.option("--title", default="", metavar=_("CHỮ"), help=_("Tiêu đề hồ sơ."))
@click.option("--retention", "maintenance", default="", metavar=_("CHỮ"),
              help=_("Thời hạn bảo quản, ví dụ «10 năm», «Vĩnh viễn»."))  # fmt: skip
@click.option("--creator", default="", metavar=_("CHỮ"), help=_("Người lập hồ sơ."))
@click.option("--keep-going", is_flag=True, help=_("Để ngoài gói những tệp có lỗi."))
@click.option("--force", is_flag=True, help=_("Thay gói đã có."))
@click.option("--verify", "package", type=click.Path(path_type=Path, file_okay=False), metavar=_("GÓI"),
              help=_("Kiểm lại một gói: từng tệp, từng byte."))  # fmt: skip
@click.option("--json", "as_json", is_flag=True, help=_("In kết quả dạng JSON."))
@click.pass_context
def command(
    ctx: click.Context,
    folder: Path | None,
    target: Path | None,
    notation: str,
    title: str,
    maintenance: str,
    creator: str,
    keep_going: bool,
    force: bool,
    package: Path | None,
    as_json: bool,
) -> int:
    """Make a package, or verify one."""
    if package is not None:
        return _verify(package, as_json=as_json)
    if folder is None or target is None:
        raise click.UsageError(_("Cần có THƯ_MỤC và -o GÓI, hoặc --verify GÓI."), ctx)
    file = FileOfDocuments(notation, title, maintenance, creator)
    with Stages({"prove": _("Đang chứng minh từng tệp")}) as watch:
        packed = make_package(
            folder,
            target,
            file,
            force=force,
            keep_going=keep_going,
            progress=lambda done, of: watch("prove", done, of),
        )
    return _show_packed(packed, as_json=as_json)


def _show_packed(packed: Packed, *, as_json: bool) -> int:
    code = ExitCode.BATCH_PARTIAL if packed.left_out else ExitCode.DONE
    pages = sum(proof.pages for proof in packed.proofs)
    read = [proof.path for proof in packed.proofs if proof.source == "read"]
    if as_json:
        show_json(
            {
                "ok": code is ExitCode.DONE,
                "package": str(packed.path),
                "documents": len(packed.proofs),
                "pages": pages,
                "read": read,
                "faults": [fault.as_dict() for fault in packed.left_out],
            }
        )
        return code
    if packed.left_out:
        show_failure(InputError(packed.left_out), as_json=False)
    click.echo(
        _("{path}: {count} văn bản, {pages} trang, tất cả là PDF/A hợp lệ.").format(
            path=packed.path, count=len(packed.proofs), pages=pages
        )
    )
    if read:
        click.echo(
            _("Mô tả của {count} văn bản được đọc từ trang giấy, nên xem lại.").format(count=len(read))
        )
    return code


def _verify(package: Path, *, as_json: bool) -> int:
    with Stages({"prove": _("Đang kiểm lại từng tệp")}) as watch:
        found = verify_package(package, progress=lambda done, of: watch("prove", done, of))
    code = ExitCode.FINDINGS if found.faults else ExitCode.DONE
    if as_json:
        show_json(
            {
                "ok": code is ExitCode.DONE,
                "documents": found.documents,
                "faults": [fault.as_dict() for fault in found.faults],
            }
        )
    elif found.faults:
        show_failure(InputError(found.faults), as_json=False)
    else:
        click.echo(
            _("Gói còn nguyên: {count} văn bản đều đúng như khi đóng gói.").format(count=found.documents)
        )
    return code
