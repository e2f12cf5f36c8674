"""Lines of a page → blocks in reading order: text across the page, and columns side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from vanban.pdf.lines import Line, join

_SEED_GAP_PT, _KEPT_GAP_PT = 10.0, 6.0
"""How wide the gap between two columns is where they begin, and at least all the way down."""
_LABEL_PT = 30.0
"""Up to which width pieces are the numbers of a list, not a column."""
_NEAR, _FAR = 1.3, 12.0
"""How far under the rest the next line of the first column, of the others, may stand: multiples of the size.
A name stands far under an office, with room for the signature between."""
_IN_LINE_PT, _SAME_EDGE_PT = 9.0, 3.0
"""How far the middle of a line may be off the middle of another of its column; its left edge off theirs."""
_SAME_ROW = 0.45
_BESIDE, _MOST_IN_REGION = 12, 300
"""How many pieces are looked at for those beside one, and for those of one set of columns."""


@dataclass
class Block:
    """Lines that follow one another from the top down; more than one list of them: columns side by side."""

    columns: list[list[Line]] = field(default_factory=lambda: [[]])

    @property
    def side_by_side(self) -> bool:
        """Whether it has columns."""
        return len(self.columns) > 1


def read_blocks(pieces: Sequence[Line]) -> list[Block]:
    """The blocks of a page from the top down.

    A gap that goes down through two lines or more parts columns; a line beside which there is nothing
    belongs to them as long as it does not reach over the gap and follows closely.
    """
    left = sorted(pieces, key=lambda piece: (piece.top, piece.left))
    blocks: list[Block] = []
    flowing: list[Line] = []
    at = 0
    while at < len(left):
        taken, columns = _region(left[at : at + _MOST_IN_REGION])
        if columns:
            blocks += _flow(flowing)
            flowing = []
            blocks.append(Block([rows_of(column) for column in columns]))
        else:
            flowing += taken
        at += len(taken)
    return blocks + _flow(flowing)


def _flow(pieces: list[Line]) -> list[Block]:
    return [Block([rows_of(pieces)])] if pieces else []


def rows_of(pieces: list[Line]) -> list[Line]:
    """Whole lines: pieces on one base line put together."""
    rows: list[list[Line]] = []
    for piece in sorted(pieces, key=lambda piece: (piece.base, piece.left)):
        if rows and abs(piece.base - rows[-1][0].base) <= _SAME_ROW * min(piece.size, rows[-1][0].size):
            rows[-1].append(piece)
        else:
            rows.append([piece])
    return [join(sorted(row, key=lambda piece: piece.left)) for row in rows]


def _region(pieces: Sequence[Line]) -> tuple[list[Line], list[list[Line]]]:
    """The pieces that belong together from the first on, and their columns; none where they have none."""
    gaps = _gaps([piece for piece in pieces[:_BESIDE] if _overlap(piece, pieces[0])])
    taken: list[Line] = []
    for at, piece in enumerate(pieces):
        kept = _without(gaps, piece)
        if not kept or (taken and not _follows(piece, taken, kept, pieces[: at + _BESIDE])):
            while taken and _overlap(piece, taken[-1]) and not _parted(piece, taken[-1], gaps):
                taken.pop()  # the other half of this line
            break
        gaps = kept
        taken.append(piece)
    edges = [(start + end) / 2 for start, end in gaps]
    columns: list[list[Line]] = [[] for _column in range(len(edges) + 1)]
    for piece in taken:
        columns[sum(piece.left > edge for edge in edges)].append(piece)
    bases = {round(piece.base / 4) for piece in taken}
    labels = all(piece.right - piece.left <= _LABEL_PT for piece in columns[0])
    if len(taken) < 3 or len(bases) < 2 or labels or not all(columns):
        return taken or [pieces[0]], []
    return taken, columns


def _overlap(one: Line, other: Line) -> bool:
    """Whether two pieces stand side by side, at least for the most part."""
    shared = min(one.bottom, other.bottom) - max(one.top, other.top)
    return shared >= _SAME_ROW * min(one.bottom - one.top, other.bottom - other.top)


def _gaps(pieces: Sequence[Line]) -> list[tuple[float, float]]:
    """The gaps between pieces, from left to right."""
    gaps = []
    edge: float | None = None
    for piece in sorted(pieces, key=lambda piece: piece.left):
        if edge is not None and piece.left - edge >= _SEED_GAP_PT:
            gaps.append((edge, piece.left))
        edge = max(edge or 0, piece.right)
    return gaps


def _without(gaps: Sequence[tuple[float, float]], piece: Line) -> list[tuple[float, float]]:
    """What a piece leaves of the gaps."""
    kept = []
    for start, end in gaps:
        for one, other in ((start, min(end, piece.left)), (max(start, piece.right), end)):
            if other - one >= _KEPT_GAP_PT and not (piece.left < one and piece.right > other):
                kept.append((one, other))
                break
    return kept


def _follows(
    piece: Line, taken: Sequence[Line], gaps: Sequence[tuple[float, float]], pieces: Sequence[Line]
) -> bool:
    """Whether a piece is near enough under the columns, and in line with one of them, to belong to them."""
    if any(_overlap(piece, other) and _parted(piece, other, gaps) for other in pieces):
        return piece.top - max(one.bottom for one in taken) <= _FAR * piece.size
    own = [one for one in taken if not _parted(piece, one, gaps)]
    if not own:
        return False
    same_edge = [one for one in own if abs(piece.left - one.left) <= _SAME_EDGE_PT]
    in_line = (
        any(abs(piece.middle - one.middle) <= _IN_LINE_PT for one in own)
        or len(same_edge) >= min(len(own), 2)
        or any(one.mark for one in same_edge)
    )
    first_column = piece.right <= gaps[0][1]
    if first_column:
        hanging = own[-1].left < piece.left <= own[-1].left + piece.size
        return (in_line or hanging) and piece.top - max(one.bottom for one in own) <= _NEAR * piece.size
    return in_line and piece.top - max(one.bottom for one in taken) <= _FAR * piece.size


def _parted(one: Line, other: Line, gaps: Sequence[tuple[float, float]]) -> bool:
    """Whether a gap stands between two pieces."""
    left, right = sorted((one, other), key=lambda piece: piece.left)
    return any(left.right <= end and start <= right.left for start, end in gaps)
