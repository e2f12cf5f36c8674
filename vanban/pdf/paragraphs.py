"""Lines of a column → paragraphs: which lines go on with the one before, and how the paragraph is set."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from vanban.paper import Align, ParagraphLook
from vanban.pdf.drawing import MM
from vanban.pdf.lines import Line, Word

_EDGE_PT, _REACH_PT = 2.0, 3.0
"""How far apart edges are that are meant to be one; how far from the edge justified lines may end."""
_CENTRED_PT, _LOOSELY_CENTRED_PT = 3.0, 20.0
"""How far the middle of a line may be off that of its column: in a cell, across the page."""
_EXACT_PT, _SAME_START_PT = 0.7, 0.3
_OFF_SHARE = 0.12
"""How far a line may be off the middle of a column whose lines are centred, as a share of its width: spaces
that are typed before it move it, and a reader takes it for centred still."""
_CELL_PADDING_PT = 5.4
_SPACE = 0.25
_PITCH = 1.5
"""Distance of lines of one paragraph as a multiple of their size, where the column has no two such lines."""
_ROOM = 0.25
"""How much farther apart than usual, as a multiple of the size, lines of one paragraph may be."""
_JOINS = "-/\u2010\u2011\u2013"
"""After these a line may break without a space."""
_ENDS = (".", ";", ":", "!", "?")


@dataclass(frozen=True)
class Frame:
    """The column that lines are set in, in pt. ``cell`` says whether it is one of several side by side."""

    left: float
    right: float
    cell: bool = False
    centre: float | None = None
    """The middle of its lines where they are centred and that is known better than the edges."""

    @property
    def middle(self) -> float:
        """Where the middle of its lines is."""
        return self.centre if self.centre is not None else (self.left + self.right) / 2

    @property
    def width_mm(self) -> float:
        """From edge to edge."""
        return (self.right - self.left) * MM

    @property
    def inner(self) -> Frame:
        """A drawn cell without the room between its sides and the text."""
        return Frame(self.left + _CELL_PADDING_PT, self.right - _CELL_PADDING_PT, cell=True)


@dataclass(frozen=True)
class Setting:
    """What the paragraphs of a column have in common.

    ``first`` is how far inside the column first lines begin; ``starts`` are all places, in pt, where several
    paragraphs begin.
    """

    first: float | None = None
    justified: bool = False
    starts: tuple[float, ...] = ()


def split(lines: Sequence[Line], frame: Frame) -> list[list[Line]]:
    """The paragraphs of a column."""
    pitch = _pitch(lines, frame)
    paragraphs: list[list[Line]] = []
    for line in lines:
        if paragraphs and _goes_on(paragraphs[-1], line, frame, pitch):
            paragraphs[-1].append(line)
        else:
            paragraphs.append([line])
    return paragraphs


def setting_of(paragraphs: Sequence[Sequence[Line]], frame: Frame, before: Setting) -> Setting:
    """What the paragraphs of a column have in common; as ``before`` where none has several lines."""
    several = [lines for lines in paragraphs if len(lines) > 1 and not _all_in_middle(lines, frame)]
    starts = _starts(paragraphs)
    if not several:
        return replace(before, starts=starts)
    even = [lines for lines in several if _reach_edge(lines[:-1], frame)]
    first = median(lines[0].left for lines in several) - frame.left
    return Setting(first, 2 * len(even) > len(several), starts)


def _starts(paragraphs: Sequence[Sequence[Line]]) -> tuple[float, ...]:
    """Where several paragraphs of different lengths begin: no matter of chance, as in centred lines."""
    lines = sorted((lines[0] for lines in paragraphs), key=lambda line: line.left)
    return tuple(
        one.left
        for one, other in pairwise(lines)
        if other.left - one.left <= _SAME_START_PT and abs(one.right - other.right) > _EDGE_PT
    )


def look_of(lines: Sequence[Line], frame: Frame, setting: Setting) -> ParagraphLook:
    """How a paragraph is set; spaces above and below and the height of lines are not told by a PDF."""
    align = _align(lines, frame, setting)
    left, first = 0.0, 0.0
    if align in ("left", "justify"):
        start = lines[0].left - frame.left
        left = lines[1].left - frame.left if len(lines) > 1 else 0.0
        first = start - left
    return ParagraphLook(
        align=align,
        left_mm=_mm(left),
        first_mm=_mm(first),
        before_pt=None,
        after_pt=None,
        line=None,
    )


def words_of(lines: Sequence[Line]) -> list[Word]:
    """The letters of a paragraph with their looks, lines put together."""
    words: list[Word] = []
    for line in lines:
        own = list(line.words)
        while own and own[0].text.isspace():
            own.pop(0)
        if words:
            spaced = words[-1].text.isspace()
            while words and words[-1].text.isspace():
                words.pop()
            end = "".join(word.text for word in words[-2:])
            if spaced or not (end[-1:] in _JOINS and end[:1].isalnum()):
                words.append(Word(" ", words[-1].look))
        words += own
    while words and words[-1].text.isspace():
        words.pop()
    return words


def _mm(length: float) -> float:
    found = round(length * MM, 1)
    return 0.0 if abs(found) < 0.6 else found


def _pitch(lines: Sequence[Line], frame: Frame) -> float | None:
    """How far apart the lines of one paragraph usually are, as a multiple of their size."""
    found = [
        (lower.base - upper.base) / lower.size
        for upper, lower in pairwise(lines)
        if upper.page == lower.page
        and abs(upper.right - frame.right) <= _EDGE_PT
        and abs(lower.left - frame.left) <= _EDGE_PT
        and 0.9 * lower.size < lower.base - upper.base < 2.5 * lower.size
    ]
    return median(found) if found else None


def _goes_on(lines: Sequence[Line], line: Line, frame: Frame, pitch: float | None) -> bool:
    """Whether a line belongs to the paragraph of the lines before it."""
    last = lines[-1]
    if abs(last.size - line.size) > 0.6 or _other_look(last, line):
        return False
    turned = last.page != line.page
    if not turned and line.base - last.base > ((pitch or _PITCH) + _ROOM) * max(line.size, last.size):
        return False
    in_middle = _in_middle(last, frame) and _in_middle(line, frame)
    if frame.cell and not in_middle and _goes_on_in_list(lines, line):
        return True
    if not _is_full(last, line, frame, frame.right - (frame.left if in_middle else last.left)):
        return False
    marked = bool(line.mark) and (bool(lines[0].mark) or last.text.endswith(_ENDS) or not frame.cell)
    if in_middle:
        same_case = last.text.isupper() == line.text.isupper()
        return not turned and not marked and (same_case or not frame.cell)
    if len(lines) > 1:
        return abs(line.left - lines[1].left) <= _EDGE_PT
    step = line.left - last.left
    if step < -_EDGE_PT:
        return True
    if step > _EDGE_PT:
        return bool(last.mark) and abs(line.left - last.after_mark) <= 2 * _EDGE_PT
    return last.left <= frame.left + _EDGE_PT and not marked


def _goes_on_in_list(lines: Sequence[Line], line: Line) -> bool:
    """In a list of a narrow column, a line without a mark that hangs, or that follows one not at its end."""
    if not lines[0].mark or line.mark:
        return False
    hanging = abs(line.left - lines[0].after_mark) <= _EDGE_PT < lines[0].after_mark - lines[0].left
    return hanging or not lines[-1].text.endswith(_ENDS)


def _is_full(last: Line, line: Line, frame: Frame, room: float) -> bool:
    """Whether the first word of a line would not have found room at the end of the last."""
    left = room - (last.right - last.left)
    return left < line.first_word + _SPACE * last.size + (1 if frame.cell else 0)


def _other_look(one: Line, other: Line) -> bool:
    """Whether two lines differ as wholes in weight or slant."""
    looks, others = ([letter.look for letter in line.seen] for line in (one, other))
    return any(
        all(getattr(look, kind) for look in a) and not any(getattr(look, kind) for look in b)
        for kind in ("bold", "italic")
        for a, b in ((looks, others), (others, looks))
    )


def _in_middle(line: Line, frame: Frame, off: float = _CENTRED_PT) -> bool:
    """Whether a line stands in the middle; one that fills its column does so only where it does exactly."""
    apart = abs(line.middle - frame.middle)
    if frame.centre is not None:
        return apart <= _OFF_SHARE * (frame.right - frame.left)
    return apart <= (off if line.left - frame.left > _EDGE_PT else _EXACT_PT) and line.left > frame.left + 0.5


def _reach_edge(lines: Sequence[Line], frame: Frame) -> bool:
    return all(abs(line.right - frame.right) <= _REACH_PT for line in lines)


def _align(lines: Sequence[Line], frame: Frame, setting: Setting) -> Align:
    if len(lines) > 1:
        if _all_in_middle(lines, frame):
            return "center"
        if not frame.cell:
            return "justify" if _reach_edge(lines[:-1], frame) else "left"
        ends = [line.right for line in lines[:-1]]
        even = len(ends) > 1 and max(ends) - min(ends) <= _EDGE_PT and _reach_edge(lines[:-1], frame)
        return "justify" if even else "left"
    line = lines[0]
    room_left, room_right = line.left - frame.left, frame.right - line.right
    usual = [frame.left, frame.left + (setting.first or 0)]
    begins = any(abs(line.left - start) <= _EDGE_PT for start in usual)
    shared = any(abs(line.left - start) <= _SAME_START_PT for start in setting.starts)
    off = _EXACT_PT if begins else _CENTRED_PT if frame.cell else _LOOSELY_CENTRED_PT
    if not (shared and not frame.cell) and _in_middle(line, frame, off):
        return "center"
    if room_right <= _EDGE_PT and room_left > 0.4 * (frame.right - frame.left):
        return "right"
    if frame.cell and room_right <= _EDGE_PT < room_left:
        return "right"
    as_others = abs(line.left - frame.left - (setting.first or 0)) <= _EDGE_PT
    return "justify" if as_others and setting.justified and not frame.cell else "left"


def _all_in_middle(lines: Sequence[Line], frame: Frame) -> bool:
    """Whether all lines have one middle, that of the column, and not one edge."""
    if frame.cell and all(_in_middle(line, frame, _EDGE_PT) for line in lines):
        return True
    lefts = [line.left for line in lines]
    near = all(abs(line.middle - frame.middle) <= _LOOSELY_CENTRED_PT / 2 for line in lines)
    return near and max(lefts) - min(lefts) > _EDGE_PT and not _reach_edge(lines[:-1], frame)


def frames_of(columns: Sequence[Sequence[Line]], left: float, right: float) -> Iterator[Frame]:
    """The columns of a block, between the edges of the text.

    The outer columns tell their inner edge where their lines are centred: it lies as far from their middle as
    the outer edge does. Elsewhere it is the middle of the gap.
    """
    outer_left = min(left, min(line.left for line in columns[0]))
    outer_right = max(right, max(line.right for line in columns[-1]))
    edges = [outer_left]
    for first, second in pairwise(columns):
        near, far = max(line.right for line in first), min(line.left for line in second)
        edge = (near + far) / 2
        if len(columns) == 2:
            from_right, from_left = _common_middle(second), _common_middle(first)
            told = (
                2 * from_right - outer_right
                if from_right
                else 2 * from_left - outer_left
                if from_left
                else edge
            )
            edge = min(max(told, near), far)
        edges.append(edge)
    edges.append(outer_right)
    for (column_left, column_right), lines in zip(pairwise(edges), columns, strict=True):
        yield Frame(column_left, column_right, cell=True, centre=_common_middle(lines))


def _common_middle(lines: Sequence[Line]) -> float | None:
    """The middle that most lines have; None where they rather have one edge."""
    middle = median(line.middle for line in lines)
    centred = [line for line in lines if abs(line.middle - middle) <= _CENTRED_PT]
    lefts = sorted(line.left for line in lines)
    even = sum(other - one <= _EDGE_PT for one, other in pairwise(lefts))
    if len(lines) > 1 and (2 * len(centred) < len(lines) or len(centred) < 2 or even >= len(centred)):
        return None
    return median(line.middle for line in centred)
