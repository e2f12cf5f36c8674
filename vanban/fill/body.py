"""The body of a content template: an outline with Jinja2 in it, compiled once and filled often."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

import jinja2
from jinja2 import nodes

from vanban.document import Outline, parse_outline
from vanban.document.figures import Images
from vanban.errors import Fault, InputError, Place, fail
from vanban.fill.expressions import CHARTS, OUTLINE, failure, line_of
from vanban.fill.fields import Tell
from vanban.fill.marks import mark_template, origin, unmark
from vanban.fill.syntax import Spot, own_words, parse
from vanban.fill.values import Values

MOST_CHARACTERS = 10_000_000
"""No paper is longer; a template that writes more has a loop that went wrong."""


@dataclass(frozen=True, slots=True)
class Body:
    """A compiled body, and where it is written."""

    template: jinja2.Template
    spot: Spot

    def fill(self, filled: dict[str, object], values: Values, images: Images | None) -> Outline:
        """Fill the body.

        Args:
            filled: the values by name.
            values: what read them; it knows the places of outline texts.
            images: gives the bytes of a picture by its path.

        Raises:
            InputError: VB047 to VB049, VB142 where the template fails; the faults of the outline, at the
                places of the data or of the template.
        """
        charts: dict[str, bytes] = {}
        text, origins = unmark(self._run({**filled, CHARTS: charts}))

        def at_origin(fault: Fault) -> Fault:
            return replace(fault, place=self._origin(origins[(fault.place.line or 1) - 1], fault, values))

        try:
            outline = parse_outline(text, images=_with(charts, images))
        except InputError as error:
            raise InputError([at_origin(fault) for fault in error.faults]) from None
        notes = (at_origin(note) for note in outline.notes)
        return replace(outline, notes=tuple(note for note in notes if note.place.file != self.spot.file))

    def _run(self, filled: dict[str, object]) -> str:
        """The marked outline."""
        written: list[str] = []
        left = MOST_CHARACTERS
        try:
            for piece in self.template.root_render_func(self.template.new_context(filled)):
                written.append(piece)
                left -= len(piece)
                if left < 0:
                    raise fail("VB142", Place(self.spot.file), most=MOST_CHARACTERS)
        except InputError:
            raise
        except Exception as error:
            raise failure(error, self.spot.at(line_of(error))) from error
        return "".join(written)

    def _origin(self, mark: str, fault: Fault, values: Values) -> Place:
        """The place in the template or in the data from which the line of a fault comes."""
        source = origin(mark)
        if source.prose is None:
            return self.spot.at(source.line or 1)
        path, _ = values.prose[source.prose]
        return within(values.places.value(path), source.line, fault.place.column or 1)


def within(start: Place, line: int, column: int) -> Place:
    """The place of a line (from 0) and column (from 1) of a text that begins at ``start``."""
    if start.line is None:
        return start
    return replace(start, line=start.line + line, column=(start.column or 1) + column - 1)


def compile_body(text: str, names: Collection[str], spot: Spot, tell: Tell) -> Body | None:
    """Compile a body; its faults are told, and then there is none."""
    tree = parse(text, OUTLINE, names, spot, tell)
    if tree is None:
        return None
    for words in tree.find_all(nodes.TemplateData):
        words.data = mark_template(words.data, words.lineno)
    for output in tree.find_all(nodes.Output):
        output.nodes = [
            nodes.MarkSafe(node, lineno=node.lineno) if own_words(node) else node for node in output.nodes
        ]
    return Body(OUTLINE.from_string(tree), spot)


def _with(charts: Mapping[str, bytes], images: Images | None) -> Images:
    """Give the charts of a filling by their names, and any other picture as before."""

    def image(path: str) -> bytes:
        if path in charts:
            return charts[path]
        if images is None:
            raise FileNotFoundError(path)
        return images(path)

    return image
