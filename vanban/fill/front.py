"""The front matter of a content template: parts of a document whose scalars are Jinja2, compiled once.

It is YAML first, and each scalar is a template then, so that data never pass through YAML.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import TypeAlias

import jinja2
from jinja2 import nodes
from jinja2.environment import TemplateExpression

from vanban.errors import Fault, InputError
from vanban.fill.expressions import LINES, failure, shown
from vanban.fill.fields import PARTS, Tell
from vanban.fill.syntax import Spot, parse
from vanban.located import Located, Path, unknown_key
from vanban.tiengviet.dates import Ngay

ALLOWED = (*PARTS, "loai")


@dataclass(frozen=True, slots=True)
class Scalar:
    """A scalar with Jinja2 in it; one that is a single ``{{ … }}`` gives the value, others give text."""

    compiled: TemplateExpression | jinja2.Template
    spot: Spot

    def fill(self, filled: Mapping[str, object]) -> object:
        """The value, or the text, of the scalar; numbers are text.

        Raises:
            InputError: VB047 to VB049.
        """
        try:
            if isinstance(self.compiled, jinja2.Template):
                return self.compiled.render(filled)
            value = self.compiled(filled)
            return value if isinstance(value, tuple | list | dict | bool | Ngay) else shown(value)
        except Exception as error:
            raise failure(error, self.spot.at(1)) from error


Part: TypeAlias = "str | Scalar | list[Part] | dict[str, Part]"


@dataclass(frozen=True, slots=True)
class Front:
    """The parts of a document that a template gives; ``given`` are the raw ones, with their places."""

    given: Located
    parts: Mapping[str, Part]

    def fill(self, filled: Mapping[str, object]) -> Located:
        """The parts with values in them, ready for the door.

        Raises:
            InputError: every fault of an expression, VB047 to VB049.
        """
        out: dict[str, object] = {}
        faults: list[Fault] = []
        for key, part in self.parts.items():
            try:
                out[key] = _filled(part, filled)
            except InputError as error:
                faults += error.faults
        if faults:
            raise InputError(faults)
        return Located(out, self.given.places)


def _filled(part: Part, filled: Mapping[str, object]) -> object:
    """One part; an entry of a list that gives a list itself becomes its entries."""
    match part:
        case Scalar():
            return part.fill(filled)
        case list():
            entries: list[object] = []
            for item in part:
                entry = _filled(item, filled)
                if isinstance(entry, list | tuple):
                    entries += entry
                else:
                    entries.append(entry)
            return entries
        case dict():
            return {key: _filled(inner, filled) for key, inner in part.items()}
    return part


def compile_front(given: Located, names: Collection[str], tell: Tell) -> Front:
    """Compile the parts that a template gives; every fault is told, VB020 and VB021 among them."""
    for key in given.keys() - set(ALLOWED):
        tell(unknown_key((key,), ALLOWED, given.places))
    compiler = _Compiler(given, names, tell)
    return Front(given, {key: compiler.part(raw, (key,)) for key, raw in given.items()})


class _Compiler:
    """Compiles scalars, wherever they are in lists and mappings."""

    def __init__(self, given: Located, names: Collection[str], tell: Tell) -> None:
        self.places = given.places
        self.names = names
        self.tell = tell

    def part(self, raw: object, path: Path) -> Part:
        """The part that lies at ``path``; what has no Jinja2 in it stays as it is."""
        if isinstance(raw, list):
            return [self.part(item, (*path, index)) for index, item in enumerate(raw)]
        if isinstance(raw, dict):
            return {key: self.part(item, (*path, key)) for key, item in raw.items()}
        text = str(raw)
        return self._scalar(text, path) if "{{" in text or "{%" in text else text

    def _scalar(self, text: str, path: Path) -> Part:
        place = self.places.value(path)
        spot = Spot(place.file or "", place.line or 1, place.column)
        tree = parse(text, LINES, self.names, spot, self.tell)
        if tree is None:
            return ""
        expression = _only_expression(tree)
        if expression is None:
            return Scalar(LINES.from_string(tree), spot)
        assign = nodes.Assign(nodes.Name("result", "store"), expression, lineno=1)
        return Scalar(TemplateExpression(LINES.from_string(nodes.Template([assign], lineno=1)), False), spot)


def _only_expression(tree: nodes.Template) -> nodes.Expr | None:
    """The expression of a template that is one ``{{ … }}`` and nothing else."""
    match tree.body:
        case [nodes.Output(nodes=[nodes.Expr() as only])] if not isinstance(only, nodes.TemplateData):
            return only
    return None
