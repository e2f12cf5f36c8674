"""How results and faults look on a screen: results on stdout, everything else on stderr."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import click

from vanban.errors import Fault, VanbanError
from vanban.language import _

if TYPE_CHECKING:
    from rich.console import Console

SHOWN_FAULTS = 50
"""A file with more faults than a clerk can read has one cause; the rest is counted."""


SEVERITY_COLOURS = {"error": "red", "warning": "yellow", "note": "blue"}
"""How findings of each severity are coloured."""


def console(*, stderr: bool = False) -> Console:
    """A console that colours on a terminal and writes plain text into a pipe."""
    from rich.console import Console

    return Console(stderr=stderr, highlight=False, soft_wrap=True)


def show_json(value: Any) -> None:
    """Print one JSON object."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=2))


def show_failure(failure: VanbanError, *, as_json: bool) -> None:
    """Tell why nothing was made."""
    if as_json:
        show_json(
            {
                "ok": False,
                "exit_code": int(failure.exit_code),
                "faults": [f.as_dict() for f in failure.faults],
            }
        )
        return
    _show_faults(failure.faults, "red")
    rest = len(failure.faults) - SHOWN_FAULTS
    if rest > 0:
        click.echo(_("… và {count} lỗi khác.").format(count=rest), err=True)


def show_notes(notes: Iterable[Fault]) -> None:
    """Tell what was noticed in a source that was rendered all the same."""
    _show_faults(tuple(notes), "yellow")


def _show_faults(faults: tuple[Fault, ...], colour: str) -> None:
    for fault in faults[:SHOWN_FAULTS]:
        place = str(fault.place)
        click.secho(f"{fault.kind} ", fg=colour, bold=True, nl=False, err=True)
        click.echo(f"{place}: {fault.message}" if place else fault.message, err=True)
        if fault.remedy:
            click.echo(f"      → {fault.remedy}", err=True)
