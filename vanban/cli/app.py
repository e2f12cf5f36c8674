"""The program around the commands: language, encodings, faults and exit codes."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

import click

from vanban import __version__, language
from vanban.cli.show import show_failure
from vanban.errors import ExitCode, VanbanError
from vanban.language import N_, _

COMMANDS: dict[str, str] = {
    "render": N_("Làm DOCX, PDF, HTML đúng thể thức từ tệp nguồn."),
    "batch": N_("Làm hàng loạt: mỗi hàng của danh sách một văn bản."),
    "dossier": N_("Làm cả bộ hồ sơ đề nghị khen thưởng từ một danh sách."),
    "check": N_("Kiểm tra thể thức của tệp Word, PDF hoặc tệp nguồn; sửa được thì sửa."),
    "import": N_("Đọc văn bản Word, PDF, HTML đã có thành tệp nguồn."),
    "next": N_("Chuyển văn bản năm trước thành bản nháp năm sau, đánh dấu chỗ cần xem."),
    "diff": N_("Đặt hai văn bản cạnh nhau, xem khác ở đâu."),
    "form": N_("Phát biểu số liệu cho các đơn vị, thu về thành một tệp số liệu."),
    "merge": N_("Gộp nhiều PDF thành một tệp để đọc, có dấu trang."),
    "archive": N_("Đóng gói PDF nộp lưu trữ, chứng minh từng tệp; kiểm lại gói."),
    "rules": N_("Xem các quy tắc kiểm tra, có ví dụ đúng và sai."),
    "new": N_("Viết một tệp mẫu có chú giải để điền."),
    "templates": N_("Liệt kê các mẫu nội dung."),
    "schema": N_("In lược đồ JSON để trình soạn thảo gợi ý khi gõ."),
    "init": N_("Tạo thư mục của cơ quan: vanban.yaml và templates/."),
    "doctor": N_("Xem máy này có đủ phông chữ và công cụ không."),
}
"""Every command with the line that ``--help`` shows; the module of its name holds it, or that of _MODULES."""
_MODULES = {"import": "import_", "next": "next_year"}
"""Modules of commands whose names Python has other uses for."""


class _Commands(click.Group):
    """Loads a command's module only when the command is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module = _MODULES.get(cmd_name, cmd_name)
        command: click.Command = import_module(f"vanban.cli.{module}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section(_("Các lệnh")):
            formatter.write_dl([(name, _(line)) for name, line in COMMANDS.items()])


def run(arguments: Sequence[str]) -> int:
    """Run one command and return its exit code."""
    _prepare(arguments)
    try:
        code = _program().main(args=list(arguments), prog_name="vanban", standalone_mode=False)
    except click.exceptions.Exit as done:
        return done.exit_code
    except click.ClickException as mistake:
        mistake.show()
        return ExitCode.USAGE
    except (click.Abort, KeyboardInterrupt):
        click.echo(_("Đã dừng theo yêu cầu."), err=True)
        return ExitCode.INTERRUPTED
    except VanbanError as failure:
        show_failure(failure, as_json="--json" in arguments)
        return failure.exit_code
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return ExitCode.DONE
    return code if isinstance(code, int) else ExitCode.DONE


def _program() -> click.Group:
    return _Commands(
        name="vanban",
        help=_(
            "Soạn văn bản hành chính đúng thể thức Nghị định 30/2020/NĐ-CP.\n\n"
            "Bắt đầu: `vanban new ke-hoach-nam -o ke-hoach.yaml`, điền tệp đó, "
            "rồi `vanban render ke-hoach.yaml`."
        ),
        params=[
            click.Option(
                ["--lang"],
                type=click.Choice(language.LANGUAGES),
                help=_("Ngôn ngữ của thông báo (mặc định: vi, hoặc biến VANBAN_LANG)."),
                expose_value=False,
            ),
            click.Option(
                ["--version"],
                is_flag=True,
                is_eager=True,
                expose_value=False,
                callback=_show_version,
                help=_("In số phiên bản."),
            ),
        ],
        no_args_is_help=True,
        subcommand_metavar=_("LỆNH [THAM SỐ]..."),
        options_metavar=_("[TÙY CHỌN]"),
    )


def _show_version(ctx: click.Context, _option: click.Parameter, wanted: bool) -> None:
    if wanted and not ctx.resilient_parsing:
        click.echo(f"vanban {__version__}")
        ctx.exit()


def _prepare(arguments: Sequence[str]) -> None:
    """Choose the language before any help is written, and speak UTF-8 on every console."""
    lang = None
    for index, word in enumerate(arguments):
        if word.startswith("--lang"):
            lang = word.partition("=")[2] or next(iter(arguments[index + 1 :]), None)
            break
        if not word.startswith("-"):
            break
    language.choose(lang)
    _speak_click(lang)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")


def _speak_click(lang: str | None) -> None:
    """Give click's own words ("Usage", "No such option") in Vietnamese; it asks gettext's default domain."""
    import gettext

    if (lang or os.environ.get("VANBAN_LANG") or "vi") != "en":
        gettext.bindtextdomain("messages", str(Path(language.__file__).parent / "locale"))
        os.environ["LANGUAGE"] = "vi"
