"""The table of rules: each module of ``rules/`` adds its own; ids are unique and in order."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache
from importlib import import_module

from vanban.check.model import Case, Example, Hit, Needs, Rule, Severity

MODULES: tuple[str, ...] = (
    "page", "page_numbers", "motto", "issuer", "number", "place_date", "subject", "bases", "body_look",
    "body_levels", "signing", "addressees", "recipients", "annexes", "marks", "capitals", "capitals_names",
    "capitals_places", "writing", "writing_letters", "writing_figures",
    "citations", "citations_dates", "validity", "former_units", "metadata", "figures", "shares",
    "amounts",
)  # fmt: skip
"""The modules of ``vanban.check.rules``, in the order of their ids."""

Find = Callable[[Case], Iterable[Hit]]

_RULES: dict[str, Rule] = {}


def rule(
    name: str,
    title: str,
    *,
    clause: str,
    message: str,
    remedy: str,
    bad: Example,
    good: Example,
    severity: Severity = "error",
    needs: Needs = "text",
    fixable: bool = False,
) -> Callable[[Find], Find]:
    """Make a function a rule. ``title``, ``message`` and ``remedy`` are marked with ``N_``."""

    def add(find: Find) -> Find:
        if name in _RULES:
            raise ValueError(f"two rules with the id {name}")
        _RULES[name] = Rule(name, title, clause, severity, needs, message, remedy, bad, good, find, fixable)
        return find

    return add


@lru_cache(maxsize=1)
def rules() -> dict[str, Rule]:
    """Every rule by its id, in order."""
    for name in MODULES:
        import_module(f"vanban.check.rules.{name}")
    return dict(sorted(_RULES.items()))
