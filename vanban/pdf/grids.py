"""Lines that cross → tables: their cells with the rows and columns they span."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import product

from vanban.pdf.drawing import Letter, Stroke

_NEAR = 2.0
"""How far apart in pt ends may be that meet."""
_MOST_STROKES, _MOST_CELLS = 600, 5_000
"""A page with more lines than these, joined, or a figure with more cells, is a drawing."""


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell of a drawn table, from 0; ``row`` and ``column`` of its upper left corner."""

    row: int
    column: int
    rows: int
    columns: int
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Grid:
    """A drawn table: its cells, and where its columns and rows are parted."""

    across: tuple[float, ...]
    down: tuple[float, ...]
    cells: tuple[GridCell, ...]

    @property
    def top(self) -> float:
        """Where it begins."""
        return self.down[0]

    @property
    def bottom(self) -> float:
        """Where it ends."""
        return self.down[-1]

    def holds(self, letter: Letter) -> bool:
        """Whether a letter stands in it."""
        across, down = letter.middle
        return self.across[0] <= across < self.across[-1] and self.top <= down < self.bottom

    def sort(self, letters: Iterable[Letter]) -> dict[GridCell, list[Letter]]:
        """Its letters by the cell they stand in."""
        at = {
            (cell.row + i, cell.column + j): cell
            for cell in self.cells
            for i in range(cell.rows)
            for j in range(cell.columns)
        }
        found: dict[GridCell, list[Letter]] = {cell: [] for cell in self.cells}
        for letter in letters:
            across, down = letter.middle
            place = (bisect_right(self.down, down) - 1, bisect_right(self.across, across) - 1)
            if place in at:
                found[at[place]].append(letter)
        return found


def find_grids(strokes: Sequence[Stroke]) -> tuple[list[Grid], list[Stroke]]:
    """The tables and frames from the top down, and the strokes that are part of neither.

    A frame is a grid of one cell.
    """
    joined = _joined(strokes)
    if len(joined) > _MOST_STROKES:
        return [], []
    grids: list[Grid] = []
    loose: list[Stroke] = []
    for cluster in _clusters(joined):
        level = [stroke for stroke in cluster if stroke.level]
        upright = [stroke for stroke in cluster if not stroke.level]
        if len(level) < 2 or len(upright) < 2:
            loose += cluster
            continue
        grid = _grid(level, upright)
        if grid:
            grids.append(grid)
    return sorted(grids, key=lambda grid: grid.top), loose


def _joined(strokes: Iterable[Stroke]) -> list[Stroke]:
    """Strokes that lie on one line and touch are one."""
    out: list[Stroke] = []
    for level in (True, False):
        found = sorted(
            (stroke for stroke in strokes if stroke.level is level),
            key=lambda one: (round(one.top if level else one.left), one.left if level else one.top),
        )
        lanes: list[Stroke] = []
        for stroke in found:
            last = next(
                (
                    at
                    for at in range(len(lanes) - 1, max(len(lanes) - 4, -1), -1)
                    if _goes_on(lanes[at], stroke)
                ),
                None,
            )
            if last is None:
                lanes.append(stroke)
            else:
                lanes[last] = _union(lanes[last], stroke)
        out += lanes
    return out


def _goes_on(one: Stroke, other: Stroke) -> bool:
    """Whether two strokes lie on one line and touch."""
    if one.level:
        touch = other.left <= one.right + _NEAR and one.left <= other.right + _NEAR
        return touch and abs(one.top - other.top) <= _NEAR / 2
    touch = other.top <= one.bottom + _NEAR and one.top <= other.bottom + _NEAR
    return touch and abs(one.left - other.left) <= _NEAR / 2


def _union(one: Stroke, other: Stroke) -> Stroke:
    if one.level:
        return Stroke(min(one.left, other.left), one.top, max(one.right, other.right), one.top, one.dashed)
    return Stroke(one.left, min(one.top, other.top), one.left, max(one.bottom, other.bottom), one.dashed)


def _clusters(strokes: Sequence[Stroke]) -> list[list[Stroke]]:
    """Strokes that cross or touch, directly or through others."""
    owner = list(range(len(strokes)))

    def root(at: int) -> int:
        while owner[at] != at:
            owner[at] = owner[owner[at]]
            at = owner[at]
        return at

    level = [at for at, stroke in enumerate(strokes) if stroke.level]
    upright = sorted(
        (at for at, stroke in enumerate(strokes) if not stroke.level), key=lambda at: strokes[at].top
    )
    for across in level:
        line = strokes[across]
        for down in upright:
            other = strokes[down]
            if other.top - _NEAR > line.top:
                break
            if other.bottom + _NEAR >= line.top and line.left - _NEAR <= other.left <= line.right + _NEAR:
                owner[root(down)] = root(across)
    clusters: dict[int, list[Stroke]] = {}
    for at, stroke in enumerate(strokes):
        clusters.setdefault(root(at), []).append(stroke)
    return list(clusters.values())


def _grid(level: list[Stroke], upright: list[Stroke]) -> Grid | None:
    """The table that lines make; a place that no line crosses joins the cells on both sides of it."""
    across = _stops([stroke.left for stroke in upright] + [s.left for s in level] + [s.right for s in level])
    down = _stops([stroke.top for stroke in level] + [s.top for s in upright] + [s.bottom for s in upright])
    rows, columns = len(down) - 1, len(across) - 1
    if rows * columns > _MOST_CELLS:
        return None
    walls = [[(s.top, s.bottom) for s in upright if abs(s.left - place) <= _NEAR] for place in across]
    floors = [[(s.left, s.right) for s in level if abs(s.top - place) <= _NEAR] for place in down]
    taken: set[tuple[int, int]] = set()
    cells: list[GridCell] = []
    for row, column in product(range(rows), range(columns)):
        if (row, column) in taken:
            continue
        middle, centre = (down[row] + down[row + 1]) / 2, (across[column] + across[column + 1]) / 2
        wide = high = 1
        while column + wide < columns and not _crossed(walls[column + wide], middle):
            wide += 1
        while row + high < rows and not _crossed(floors[row + high], centre):
            high += 1
        taken |= set(product(range(row, row + high), range(column, column + wide)))
        box = (across[column], down[row], across[column + wide], down[row + high])
        cells.append(GridCell(row, column, high, wide, *box))
    return Grid(tuple(across), tuple(down), tuple(cells))


def _crossed(lines: Iterable[tuple[float, float]], place: float) -> bool:
    """Whether one of the lines runs through a place."""
    return any(start - _NEAR <= place <= end + _NEAR for start, end in lines)


def _stops(places: list[float]) -> list[float]:
    """Places in order, those that are the same but for rounding once."""
    stops: list[float] = []
    for place in sorted(places):
        if not stops or place - stops[-1] > _NEAR:
            stops.append(place)
    return stops
