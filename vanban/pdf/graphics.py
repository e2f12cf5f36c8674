"""Matrices of a page, and the paths that become lines."""

from __future__ import annotations

from itertools import pairwise

from vanban.pdf.drawing import Stroke

Matrix = tuple[float, float, float, float, float, float]
UNIT: Matrix = (1, 0, 0, 1, 0, 0)
_THIN_PT = 2.5
"""Up to which height a filled rectangle is a line."""
_SHORTEST_PT = 3.0
_SLOPE_PT = 0.5
_FAR_PT = 20_000.0
"""Farther than any paper reaches."""


def multiply(first: Matrix, then: Matrix) -> Matrix:
    """The matrix that does ``first``, then ``then``."""
    a, b, c, d, e, f = first
    p, q, r, s, t, u = then
    return (a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u)


def apply(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    """Where a point comes to lie."""
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


class Paths:
    """The paths that are being drawn, point by point, until they are stroked, filled or dropped."""

    def __init__(self) -> None:
        self._paths: list[list[tuple[float, float]]] = []

    def move(self, x: float, y: float) -> None:
        """Begin a path."""
        self._paths.append([(x, y)])

    def line(self, x: float, y: float) -> None:
        """Go on straight."""
        if self._paths:
            self._paths[-1].append((x, y))

    def curve(self) -> None:
        """Go on in a curve: a path with one makes no line."""
        if self._paths:
            self._paths[-1] = []

    def close(self) -> None:
        """Go back to where the path began."""
        if self._paths and self._paths[-1]:
            self._paths[-1].append(self._paths[-1][0])

    def drop(self) -> None:
        """Draw nothing."""
        self._paths = []

    def stroke(self, *, dashed: bool) -> list[Stroke]:
        """The straight lines of the paths."""
        found = [
            stroke
            for path in self._paths
            for (x0, y0), (x1, y1) in pairwise(path)
            if (stroke := _straight(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1), dashed=dashed))
        ]
        self.drop()
        return found

    def fill(self) -> list[Stroke]:
        """The filled shapes that are as thin as lines."""
        found: list[Stroke | None] = []
        for path in self._paths:
            if 4 <= len(path) <= 5:
                xs, ys = [x for x, _y in path], [y for _x, y in path]
                left, right, top, bottom = min(xs), max(xs), min(ys), max(ys)
                across, down = (left + right) / 2, (top + bottom) / 2
                if bottom - top <= _THIN_PT < right - left:
                    found.append(_straight(left, down, right, down))
                elif right - left <= _THIN_PT < bottom - top:
                    found.append(_straight(across, top, across, bottom))
        self.drop()
        return [stroke for stroke in found if stroke]


def _straight(left: float, top: float, right: float, bottom: float, *, dashed: bool = False) -> Stroke | None:
    """A line that is level or upright, and long enough to be seen as one."""
    wide, high = right - left, bottom - top
    if not -_FAR_PT < left <= right < _FAR_PT or not -_FAR_PT < top <= bottom < _FAR_PT:
        return None
    if max(wide, high) < _SHORTEST_PT or min(wide, high) > _SLOPE_PT:
        return None
    if wide > high:
        return Stroke(left, (top + bottom) / 2, right, (top + bottom) / 2, dashed)
    return Stroke((left + right) / 2, top, (left + right) / 2, bottom, dashed)
