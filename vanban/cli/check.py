"""``vanban check``: what is wrong with the form of papers, where, by which clause, and what to do."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import click

from vanban.check import Finding, Report
from vanban.check.page import by_section, html_page
from vanban.check.sarif import sarif
from vanban.check.sections import SEVERITIES
from vanban.cli.progress import Progress
from vanban.cli.show import SEVERITY_COLOURS, show_json
from vanban.errors import ExitCode
from vanban.files import write_all
from vanban.jobs import Checked, check_files
from vanban.language import _
from vanban.thethuc import COMPONENTS

_CERTAIN = 0.7
"""Parts that were found less surely are named, so that a reader can weigh what is said of them."""
_SHOWN = 5
"""Places of one rule that are shown; the rest is counted, as a file with one cause has it everywhere."""


@click.command("check", options_metavar=_("[TÙY CHỌN]"), help=_("""
    Kiểm tra thể thức của tệp Word (.docx), PDF hoặc tệp nguồn (.md, .yaml, .json): sai gì, ở đâu,
    theo điểm nào của Nghị định 30/2020/NĐ-CP, sửa thế nào. Tệp gốc không bao giờ bị thay đổi.

    Ví dụ: `vanban check to-trinh.docx`, rồi `vanban check to-trinh.docx --fix` để có bản đã sửa
    trong output/.

    Mã thoát: 0 không thấy lỗi, 1 có nhận xét, 3 tệp không đọc được.
"""))  # fmt: skip
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar=_("TỆP..."))
@click.option("--select", multiple=True, metavar=_("MÃ"),
              help=_("Chỉ hỏi quy tắc này (TT-0203) hoặc nhóm (TT-02*); dùng được nhiều lần."))  # fmt: skip
@click.option("--ignore", multiple=True, metavar=_("MÃ"), help=_("Bỏ qua quy tắc hoặc nhóm quy tắc này."))
@click.option("--fix", is_flag=True, help=_("Ghi bản đã sửa những gì sửa được an toàn: TÊN-da-sua.docx."))
@click.option("--dry-run", is_flag=True, help=_("Cùng --fix: chỉ cho biết sẽ sửa gì, không ghi tệp."))
@click.option("--annotate", is_flag=True,
              help=_("Ghi bản có từng nhận xét là một chú thích của Word: TÊN-nhan-xet.docx."))  # fmt: skip
@click.option("--html", "html", type=click.Path(path_type=Path, dir_okay=False), metavar=_("TỆP"),
              help=_("Ghi báo cáo ra một trang HTML."))  # fmt: skip
@click.option("--sarif", "sarif_file", type=click.Path(path_type=Path, dir_okay=False), metavar=_("TỆP"),
              help=_("Ghi báo cáo dạng SARIF 2.1.0."))  # fmt: skip
@click.option("--figures", type=click.Path(path_type=Path, dir_okay=False), metavar=_("TỆP"),
              help=_("Đối chiếu mọi con số với tệp số liệu này (so-lieu.sqlite)."))  # fmt: skip
@click.option("--period", default="", metavar=_("KỲ"),
              help=_("Kỳ của tệp số liệu (mặc định: kỳ cuối)."))  # fmt: skip
@click.option("--drawn", is_flag=True, help=_("Dùng LibreOffice để biết trang của từng nhận xét (chậm hơn)."))
@click.option("-o", "--output", "folder", default=Path("output"),
              type=click.Path(path_type=Path, file_okay=False),
              help=_("Thư mục của bản sửa và bản chú thích (mặc định: output)."))  # fmt: skip
@click.option("--force", is_flag=True, help=_("Ghi đè tệp đã có."))
@click.option("--json", "as_json", is_flag=True, help=_("In kết quả dạng JSON."))
@click.pass_context
def command(
    ctx: click.Context,
    files: tuple[Path, ...],
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    fix: bool,
    dry_run: bool,
    annotate: bool,
    html: Path | None,
    sarif_file: Path | None,
    figures: Path | None,
    period: str,
    drawn: bool,
    folder: Path,
    force: bool,
    as_json: bool,
) -> None:
    """Check files, write what was asked for, and say what was found."""
    if dry_run and not fix:
        raise click.UsageError(_("--dry-run chỉ dùng cùng --fix."), ctx)
    with Progress(_("Đang kiểm tra"), len(files)) as step:
        checked = check_files(
            files,
            select=select,
            ignore=ignore,
            drawn=drawn,
            fix=fix,
            annotate=annotate,
            dry_run=dry_run,
            figures=figures,
            period=period,
            folder=folder,
            force=force,
            progress=step,
        )
    reports = [one.report for one in checked]
    pages: dict[Path, bytes] = {}
    if html:
        pages[html] = html_page(reports).encode()
    if sarif_file:
        pages[sarif_file] = json.dumps(sarif(reports), ensure_ascii=False, indent=2).encode()
    write_all(pages, force=force)
    if as_json:
        show_json(_as_data(checked))
    else:
        for one in checked:
            _show(one, fix=fix, dry_run=dry_run)
    if any(one.left for one in checked):
        ctx.exit(ExitCode.FINDINGS)


def _as_data(checked: Sequence[Checked]) -> dict[str, object]:
    return {
        "ok": not any(one.left for one in checked),
        "files": [
            one.report.as_dict()
            | {
                "made": [str(made.path) for made in one.made],
                "repaired": [finding.as_dict() for finding in one.repaired],
                "left": [finding.as_dict() for finding in one.left],
            }
            for one in checked
        ],
    }


def _show(one: Checked, *, fix: bool, dry_run: bool) -> None:
    click.secho(str(one.report.source), bold=True)
    click.secho(f"  {_recognised(one.report)}", dim=True)
    if fix:
        _show_repairs(one.repaired, dry_run=dry_run)
    left = one.report if not fix else _only(one.report, one.left)
    for title, findings in by_section(left):
        click.secho(f"\n{title}", bold=True)
        for group in _by_rule(findings):
            _show_rule(group)
    click.echo(("\n" if left.findings else "") + _summary(left))
    for made in one.made:
        click.echo(f"→ {made.path}")
    click.echo()


def _recognised(report: Report) -> str:
    """What the paper was taken for, and the components that are not sure."""
    anatomy = report.case.anatomy
    kind = _(anatomy.kind.name) if anatomy.kind else _("chưa rõ loại văn bản")
    says = _("Nhận ra: {kind}, {count} thành phần thể thức").format(
        kind=kind, count=len({part.id for part in anatomy.parts})
    )
    doubtful = {part.id: None for part in anatomy.parts if part.confidence < _CERTAIN}
    if doubtful:
        names = ", ".join(_(COMPONENTS[name].name) for name in doubtful)
        says += _("; chưa chắc: {names}").format(names=names)
    return says


def _only(report: Report, findings: tuple[Finding, ...]) -> Report:
    return Report(report.source, findings, report.case, report.rules)


def _by_rule(findings: Sequence[Finding]) -> list[list[Finding]]:
    """Findings of one rule that say the same stand together, in the order of their first places."""
    groups: dict[tuple[str, str], list[Finding]] = {}
    for finding in findings:
        groups.setdefault((finding.rule.id, finding.message), []).append(finding)
    return list(groups.values())


def _show_rule(findings: Sequence[Finding]) -> None:
    first = findings[0]
    severity = first.rule.severity
    click.secho(f"  {_(SEVERITIES[severity])} {first.rule.id} ", fg=SEVERITY_COLOURS[severity], nl=False)
    click.echo(first.message)
    for finding in findings[:_SHOWN]:
        page = _(", trang {page}").format(page=finding.page) if finding.page else ""
        words = f": «{finding.words}»" if finding.words else ""
        click.echo(f"      {finding.place}{page}{words}")
    if len(findings) > _SHOWN:
        click.echo(_("      … và {count} chỗ nữa").format(count=len(findings) - _SHOWN))
    click.echo(f"      → {first.remedy} ", nl=False)
    click.secho(f"[{first.clause}]", dim=True)


def _show_repairs(repaired: Sequence[Finding], *, dry_run: bool) -> None:
    says = _("Sẽ sửa {count} chỗ:") if dry_run else _("Đã sửa {count} chỗ:")
    click.secho(says.format(count=len(repaired)), fg="green")
    for group in _by_rule(repaired):
        places = f" ({len(group)})" if len(group) > 1 else ""
        click.echo(f"  {group[0].rule.id} {group[0].message}{places}")


def _summary(report: Report) -> str:
    if not report.findings:
        return click.style(_("Không thấy lỗi nào."), fg="green")
    counts = [
        click.style(f"{count} {_(SEVERITIES[severity])}", fg=SEVERITY_COLOURS[severity])
        for severity, count in report.counts.items()
        if count
    ]
    word = report.source.suffix.lower() == ".docx"
    fixable = sum(bool(finding.hit.repairs) for finding in report.findings) if word else 0
    hint = _("; {count} chỗ sửa được bằng --fix").format(count=fixable) if fixable else ""
    return ", ".join(counts) + hint
