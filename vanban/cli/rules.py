"""``vanban rules``: the rules of a check, or one of them with a good and a bad example."""

from __future__ import annotations

import click

from vanban.check import Rule
from vanban.check.explain import example_in_words
from vanban.check.register import rules
from vanban.check.run import choose
from vanban.check.sections import SEVERITIES, section_of
from vanban.cli.show import SEVERITY_COLOURS, console, show_json
from vanban.language import _


@click.command("rules", options_metavar=_("[TÙY CHỌN]"), help=_("""
    Liệt kê các quy tắc mà `vanban check` hỏi đến; ghi mã (TT-0203) để xem kỹ một quy tắc,
    hoặc mẫu (TT-02*) để xem một nhóm.
"""))  # fmt: skip
@click.argument("wanted", nargs=-1, metavar=_("[MÃ]..."))
@click.option("--json", "as_json", is_flag=True, help=_("In kết quả dạng JSON."))
def command(wanted: tuple[str, ...], as_json: bool) -> None:
    """List rules, or explain those that are named."""
    chosen = choose(wanted)
    if as_json:
        show_json([_as_data(rule) for rule in chosen])
    elif len(chosen) == 1 or set(wanted) & set(rules()):
        for rule in chosen:
            _explain(rule)
    else:
        _list(chosen)


def _list(chosen: tuple[Rule, ...]) -> None:
    from rich.markup import escape
    from rich.table import Table

    shown = ""
    table = Table(box=None, pad_edge=False, show_header=False)
    table.add_column(no_wrap=True)
    table.add_column(no_wrap=True)
    table.add_column(no_wrap=True)
    table.add_column()
    for rule in chosen:
        section = _(section_of(rule.id))
        if section != shown:
            table.add_row("", "", "", f"[bold]{escape(section)}[/]")
            shown = section
        severity = f"[{SEVERITY_COLOURS[rule.severity]}]{escape(_(SEVERITIES[rule.severity]))}[/]"
        table.add_row(rule.id, severity, "--fix" if rule.fixable else "", escape(_(rule.title)))
    console().print(table, soft_wrap=False)


def _explain(rule: Rule) -> None:
    click.secho(f"{rule.id}  {_(rule.title)}", bold=True)
    rows = {
        _("Nhóm"): _(section_of(rule.id)),
        _("Mức"): _(SEVERITIES[rule.severity]),
        _("Căn cứ"): rule.clause,
        _("Tự sửa"): _("có, bằng --fix") if rule.fixable else _("không; người soạn quyết định"),
        _("Sai"): example_in_words(rule.bad),
        _("Đúng"): example_in_words(rule.good),
    }
    for name, value in rows.items():
        first, *others = value.split("\n")
        click.echo(f"  {name + ':':<9} {first}")
        for line in others:
            click.echo(f"  {'':<9} {line}")
    click.echo()


def _as_data(rule: Rule) -> dict[str, object]:
    return {
        "id": rule.id,
        "title": _(rule.title),
        "section": _(section_of(rule.id)),
        "severity": rule.severity,
        "clause": rule.clause,
        "needs": rule.needs,
        "fixable": rule.fixable,
        "bad": example_in_words(rule.bad),
        "good": example_in_words(rule.good),
    }
