"""Jinja2 text → its syntax tree, with everything that is wrong in it told at once."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

from jinja2 import TemplateSyntaxError, meta, nodes

from vanban.errors import Fault, Place
from vanban.fill.expressions import ContentEnvironment, unknown_name
from vanban.fill.fields import Tell
from vanban.language import N_, _

_REASONS = (
    ("unexpected end of template, expected", N_("dấu {{ hoặc {% mở mà không đóng")),
    ("closed is 'for'", N_("vòng lặp {% for %} chưa có {% endfor %}")),
    ("closed is 'if'", N_("điều kiện {% if %} chưa có {% endif %}")),
    ("unknown tag", N_("có lệnh lạ, hoặc lệnh đóng không có lệnh mở, giữa {% và %}")),
    ("expected token 'in'", N_("vòng lặp phải viết {% for x in danh_sach %}")),
    ("Expected an expression", N_("còn thiếu một biểu thức")),
    ("unexpected 'end of", N_("có biểu thức viết dở")),
    ("expected token 'name'", N_("có biểu thức viết dở")),
    ("expected token 'end of print statement'", N_("giữa {{ và }} có nhiều hơn một biểu thức")),
    ("unexpected char", N_("có ký tự lạ trong biểu thức, hoặc ngoặc kép mở mà không đóng")),
    ("unexpected '}'", N_("có dấu ngoặc thừa hoặc chưa đóng trong biểu thức")),
    ("Missing end of", N_("lời chú {# mở mà không đóng")),
)
"""What Jinja2 says, and what it means to an author of templates."""

_NOT_CLOSED = "Unexpected end of template"
_BLOCK = re.compile(r"\{%[-+]?\s*(for|if|endfor|endif)\b")

_REFUSED: dict[type[nodes.Node], str] = {
    nodes.Macro: "macro",
    nodes.CallBlock: "call",
    nodes.FilterBlock: "filter",
    nodes.AssignBlock: "set … endset",
    nodes.Include: "include",
    nodes.Import: "import",
    nodes.FromImport: "from",
    nodes.Extends: "extends",
    nodes.Block: "block",
}
"""Parts of Jinja2 that would hide where a line comes from, or need a second file."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a piece of template begins in its file."""

    file: str
    line: int = 1
    column: int | None = None

    def at(self, line: int) -> Place:
        """The place of a line of the piece, counted from 1."""
        return Place(self.file, self.line + line - 1, self.column if line == 1 else None)


def parse(
    text: str, environment: ContentEnvironment, names: Collection[str], spot: Spot, tell: Tell
) -> nodes.Template | None:
    """Read a template.

    Args:
        text: the template.
        environment: what it will run in.
        names: the fields, the names that the template may use.
        spot: where it is written.
        tell: told of every fault: VB044 (syntax), VB047, VB048 (unknown names), VB143 (tags).

    Returns:
        The tree, or None when there is a fault.
    """
    faults: list[Fault] = []
    try:
        tree = environment.parse(text)
    except TemplateSyntaxError as error:
        said = error.message or ""
        line = _still_open(text) if said.startswith(_NOT_CLOSED) else error.lineno
        tell(Fault("VB044", spot.at(line), {"reason": _reason(said)}))
        return None
    for node in tree.find_all(tuple(_REFUSED)):
        faults.append(Fault("VB143", spot.at(node.lineno), {"tag": _REFUSED[type(node)]}))
    for kind, known in ((nodes.Filter, environment.filters), (nodes.Test, environment.tests)):
        for node in tree.find_all(kind):
            if node.name not in known:
                faults.append(unknown_name(node.name, sorted(known), spot.at(node.lineno)))
    faults = faults or _unknown_names(tree, names, spot)
    for fault in faults:
        tell(fault)
    return None if faults else tree


def _still_open(text: str) -> int:
    """The line of the last block that begins and does not end."""
    lines: list[int] = []
    for found in _BLOCK.finditer(text):
        if found[1].startswith("end"):
            lines = lines[:-1]
        else:
            lines.append(text.count("\n", 0, found.start()) + 1)
    return lines[-1] if lines else 1


def _unknown_names(tree: nodes.Template, names: Collection[str], spot: Spot) -> list[Fault]:
    unknown = meta.find_undeclared_variables(tree) - set(names)
    return [
        unknown_name(node.name, names, spot.at(node.lineno))
        for node in tree.find_all(nodes.Name)
        if node.ctx == "load" and node.name in unknown
    ]


def own_words(expression: nodes.Expr) -> bool:
    """Whether a ``{{ … }}`` is made of the template's own words and counting, without any data."""
    if isinstance(expression, nodes.TemplateData):
        return False
    used = [expression, *expression.find_all(nodes.Name)]
    return all(node.name == "loop" for node in used if isinstance(node, nodes.Name))


def _reason(said: str) -> str:
    """Jinja2's English in the words of a clerk; what is not known stays as it is."""
    return next((_(reason) for part, reason in _REASONS if part in said), said)
