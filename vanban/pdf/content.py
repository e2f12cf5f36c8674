"""Follow a page's drawing commands as a viewer does → letters and lines at their places."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace

from pypdf import PageObject
from pypdf.generic import ArrayObject, DictionaryObject, PdfObject, StreamObject

from vanban.paper import TextLook
from vanban.pdf.commands import Operand, read_commands
from vanban.pdf.drawing import DrawnPage, Letter, Picture
from vanban.pdf.graphics import UNIT, Matrix, Paths, apply, multiply
from vanban.pdf.state import Shared, State
from vanban.pdf.structure import Marks, dictionary

_DEEPEST = 12
"""How far forms may stand in forms."""
_LEVEL = 0.02
"""How far letters may lean to be read: those of a turned stamp or watermark are not part of the text."""
_WHITE = "FFFFFF"
_INVISIBLE_MODES = (3, 7)
_FILLED_AND_STROKED = 2


def draw(page: PageObject, number: int, shared: Shared) -> DrawnPage:
    """What a page shows. Annotations (signature fields, notes) are not part of it."""
    box = page.cropbox
    left, bottom, right, top = (float(value) for value in (box.left, box.bottom, box.right, box.top))
    width, height = right - left, top - bottom
    turned = page.rotation % 360
    to_paper: dict[int, Matrix] = {
        90: (0, 1, 1, 0, -bottom, -left),
        180: (-1, 0, 0, 1, right, -bottom),
        270: (0, -1, -1, 0, top, right),
    }
    if turned in (90, 270):
        width, height = height, width
    drawn = DrawnPage(number, width, height)
    marks = Marks(shared.structure, page.get("/StructParents"))
    pen = _Pen(drawn, shared, State(ctm=to_paper.get(turned, (1, 0, 0, -1, -left, top))), marks)
    contents = page.get("/Contents")
    resources = page.get("/Resources")
    streams = contents.get_object() if contents is not None else None
    parts = streams if isinstance(streams, ArrayObject) else [streams]
    data = b"\n".join(
        part.get_data() for part in (item.get_object() for item in parts if item is not None)
        if isinstance(part, StreamObject)
    )  # fmt: skip
    pen.run(data, dictionary(resources), 0)
    return drawn


class _Pen:
    """Runs commands on a page. ``text`` and ``line`` are the text matrix and that of the line's start."""

    def __init__(self, page: DrawnPage, shared: Shared, state: State, marks: Marks) -> None:
        self.page, self.shared, self.state, self.marks = page, shared, state, marks
        self.stack: list[State] = []
        self.text: Matrix = UNIT
        self.line: Matrix = UNIT
        self.paths = Paths()
        self.looks: dict[tuple[object, ...], TextLook] = {}
        self.resources = DictionaryObject()
        self.depth = 0

    def run(self, data: bytes, resources: DictionaryObject, depth: int) -> None:
        """Run the commands of a stream."""
        self.shared.count(size=len(data))
        outer = self.resources, self.depth
        self.resources, self.depth = resources, depth
        for number, (name, operands) in enumerate(read_commands(data), start=1):
            if not number % 100:
                self.shared.count(work=100)
            command = _COMMANDS.get(name)
            if command:
                try:
                    command(self, operands)
                except (TypeError, ValueError, IndexError, OverflowError):
                    continue  # operands that are missing or of another type: viewers pass over them too
        self.resources, self.depth = outer

    def _resource(self, kind: str, operands: list[Operand]) -> PdfObject | None:
        """What the first operand names."""
        name = operands[0]
        return dictionary(self.resources.get(kind)).get(f"/{name}") if isinstance(name, str) else None

    # The graphics state.

    def save(self, operands: list[Operand]) -> None:
        if len(self.stack) < 1000:
            self.stack.append(replace(self.state))

    def restore(self, operands: list[Operand]) -> None:
        if self.stack:
            self.state = self.stack.pop()

    def transform(self, operands: list[Operand]) -> None:
        self.state.ctm = multiply(_matrix(operands), self.state.ctm)

    def dash(self, operands: list[Operand]) -> None:
        pattern = operands[0]
        self.state.dashed = isinstance(pattern, list) and any(isinstance(x, float) and x > 0 for x in pattern)

    def set_colour(self, operands: list[Operand]) -> None:
        parts = [value for value in operands if isinstance(value, float)]
        self.state.colour = _rgb(parts)

    def begin_marked(self, operands: list[Operand]) -> None:
        properties = operands[1] if len(operands) > 1 else None
        if isinstance(properties, str):
            found = dictionary(self._resource("/Properties", operands[1:]))
            mark = found.get("/MCID")
            properties = ["MCID", float(mark)] if isinstance(mark, int) else []
        self.marks.begin(properties if isinstance(properties, list) else [])

    # Lines.

    def move(self, operands: list[Operand]) -> None:
        self.paths.move(*self._point(operands))

    def line_to(self, operands: list[Operand]) -> None:
        self.paths.line(*self._point(operands))

    def rectangle(self, operands: list[Operand]) -> None:
        x, y, width, height = _numbers(operands, 4)
        self.paths.move(*apply(self.state.ctm, x, y))
        for corner in ((x + width, y), (x + width, y + height), (x, y + height), (x, y)):
            self.paths.line(*apply(self.state.ctm, *corner))

    def stroke(self, operands: list[Operand]) -> None:
        strokes = self.paths.stroke(dashed=self.state.dashed)
        self.shared.count(work=len(strokes))
        if not self.marks.in_figure:  # a picture drawn of lines draws no table
            self.page.strokes += strokes

    def close_stroke(self, operands: list[Operand]) -> None:
        self.paths.close()
        self.stroke(operands)

    def fill(self, operands: list[Operand]) -> None:
        strokes = self.paths.fill()
        if self.state.colour != _WHITE and not self.marks.in_figure:
            self.page.strokes += strokes

    def _point(self, operands: list[Operand]) -> tuple[float, float]:
        x, y = _numbers(operands, 2)
        return apply(self.state.ctm, x, y)

    # Text.

    def begin_text(self, operands: list[Operand]) -> None:
        self.text = self.line = UNIT

    def font(self, operands: list[Operand]) -> None:
        found = dictionary(self._resource("/Font", operands))
        self.state.face = self.shared.face(found) if found else None
        self.state.size = _numbers(operands[1:], 1)[0]

    def set_text_state(self, name: str, value: float) -> None:
        setattr(self.state, name, value)

    def next_line(self, x: float, y: float) -> None:
        self.text = self.line = multiply((1, 0, 0, 1, x, y), self.line)

    def move_text(self, operands: list[Operand]) -> None:
        self.next_line(*_numbers(operands, 2))

    def move_text_leading(self, operands: list[Operand]) -> None:
        self.state.leading = -_numbers(operands, 2)[1]
        self.move_text(operands)

    def text_matrix(self, operands: list[Operand]) -> None:
        self.text = self.line = _matrix(operands)

    def new_line(self, operands: list[Operand]) -> None:
        self.next_line(0, -self.state.leading)

    def show(self, operands: list[Operand]) -> None:
        for item in operands[0] if isinstance(operands[0], list) else operands[:1]:
            if isinstance(item, bytes):
                self._show(item)
            elif isinstance(item, float):
                self._advance(-item / 1000 * self.state.size * self.state.stretch)

    def show_on_new_line(self, operands: list[Operand]) -> None:
        self.new_line([])
        self.show(operands)

    def show_spaced(self, operands: list[Operand]) -> None:
        self.state.word_space, self.state.letter_space = _numbers(operands, 2)
        self.show_on_new_line(operands[2:])

    def _advance(self, across: float) -> None:
        a, b, c, d, e, f = self.text
        self.text = (a, b, c, d, e + across * a, f + across * b)

    def _show(self, codes: bytes) -> None:
        state = self.state
        if state.face is None:
            return
        a, b, c, d, _e, _f = multiply(self.text, state.ctm)
        size = state.size * math.hypot(c, d)
        level = a > 0 and abs(b) <= _LEVEL * a and abs(size) >= 1
        shown = level and state.mode not in _INVISIBLE_MODES and state.colour != _WHITE
        look = self._look(size, slanted=abs(c) > 0.1 * abs(d)) if shown else None
        self.shared.count(work=len(codes) // 2, letters=len(self.page.letters))
        for glyph in state.face.glyphs(codes):
            across = glyph.width * state.size + state.letter_space + glyph.space * state.word_space
            if look and glyph.text:
                x, y = apply(multiply(self.text, state.ctm), 0, state.rise)
                width = glyph.width * state.size * state.stretch * a
                if 0 <= x <= self.page.width and 0 <= y <= self.page.height:
                    self.page.letters.append(Letter(glyph.text, x, x + width, y, look))
            self._advance(across * state.stretch)

    def _look(self, size: float, *, slanted: bool) -> TextLook:
        face = self.state.face
        assert face is not None
        bold = face.bold or self.state.mode == _FILLED_AND_STROKED
        key = (face.family, round(size * 2) / 2, bold, face.italic or slanted, self.state.colour)
        if key not in self.looks:
            family, size_pt, bold, italic, colour = key
            self.looks[key] = TextLook(family, size_pt, bold, italic, colour=colour)
        return self.looks[key]

    # Forms.

    def invoke(self, operands: list[Operand]) -> None:
        found = self._resource("/XObject", operands)
        form = found.get_object() if found is not None else None
        if not isinstance(form, StreamObject):
            return
        if form.get("/Subtype") == "/Image":
            self.picture(form)
        elif form.get("/Subtype") == "/Form" and self.depth < _DEEPEST:
            self.shared.count(work=100)
            kept, stack, self.stack = replace(self.state), self.stack, []
            parents, self.marks.parents = self.marks.parents, form.get("/StructParents")
            matrix = form.get("/Matrix")
            if isinstance(matrix, ArrayObject):
                self.state.ctm = multiply(_matrix([float(value) for value in matrix]), self.state.ctm)
            own = dictionary(form.get("/Resources"))
            self.run(form.get_data(), own or self.resources, self.depth + 1)
            self.state, self.stack, self.marks.parents = kept, stack, parents

    def picture(self, image: StreamObject | None = None) -> None:
        self.shared.count(work=100)
        corners = [apply(self.state.ctm, x, y) for x in (0, 1) for y in (0, 1)]
        xs, ys = [x for x, _y in corners], [y for _x, y in corners]
        self.page.pictures.append(
            Picture(self.page.number, min(xs), min(ys), max(xs), max(ys), image, self.marks.alt)
        )


def _numbers(operands: list[Operand], count: int) -> list[float]:
    found = [value for value in operands[:count] if isinstance(value, float)]
    if len(found) < count:
        raise ValueError
    return found


def _matrix(operands: list[Operand]) -> Matrix:
    a, b, c, d, e, f = _numbers(operands, 6)
    return a, b, c, d, e, f


def _rgb(parts: list[float]) -> str:
    """``RRGGBB`` of a colour in grey, RGB or CMYK; "" for black and for patterns."""
    if len(parts) == 1:
        parts = parts * 3
    elif len(parts) == 4:
        parts = [(1 - ink) * (1 - parts[3]) for ink in parts[:3]]
    if len(parts) != 3:
        return ""
    levels = [round(255 * min(max(part, 0), 1)) for part in parts]
    return "".join(f"{level:02X}" for level in levels) if any(levels) else ""


def _set(name: str, scale: float = 1) -> Callable[[_Pen, list[Operand]], None]:
    return lambda pen, operands: pen.set_text_state(name, _numbers(operands, 1)[0] * scale)


def _mode(pen: _Pen, operands: list[Operand]) -> None:
    pen.state.mode = int(_numbers(operands, 1)[0])


_COMMANDS: dict[str, Callable[[_Pen, list[Operand]], None]] = {
    "q": _Pen.save, "Q": _Pen.restore, "cm": _Pen.transform, "d": _Pen.dash,
    "g": _Pen.set_colour, "rg": _Pen.set_colour, "k": _Pen.set_colour,
    "sc": _Pen.set_colour, "scn": _Pen.set_colour,
    "m": _Pen.move, "l": _Pen.line_to, "re": _Pen.rectangle,
    "c": lambda pen, _operands: pen.paths.curve(), "v": lambda pen, _operands: pen.paths.curve(),
    "y": lambda pen, _operands: pen.paths.curve(), "h": lambda pen, _operands: pen.paths.close(),
    "n": lambda pen, _operands: pen.paths.drop(),
    "S": _Pen.stroke, "s": _Pen.close_stroke, "f": _Pen.fill, "F": _Pen.fill, "f*": _Pen.fill,
    "B": _Pen.stroke, "B*": _Pen.stroke, "b": _Pen.close_stroke, "b*": _Pen.close_stroke,
    "BT": _Pen.begin_text, "Tf": _Pen.font, "Td": _Pen.move_text, "TD": _Pen.move_text_leading,
    "Tm": _Pen.text_matrix, "T*": _Pen.new_line, "Tj": _Pen.show, "TJ": _Pen.show,
    "'": _Pen.show_on_new_line, '"': _Pen.show_spaced,
    "Tc": _set("letter_space"), "Tw": _set("word_space"), "Tz": _set("stretch", 0.01), "TL": _set("leading"),
    "Ts": _set("rise"), "Tr": _mode,
    "Do": _Pen.invoke, "EI": lambda pen, _operands: pen.picture(),
    "BDC": _Pen.begin_marked, "BMC": lambda pen, _operands: pen.marks.begin([]),
    "EMC": lambda pen, _operands: pen.marks.end(),
}  # fmt: skip
