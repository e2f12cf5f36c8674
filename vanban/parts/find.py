"""The parts of a whole paper: head, title, opening, body and foot of the paper itself, then of each annex."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from vanban.paper import Paper
from vanban.parts.annexes import annex_starts, attached_starts, find_annex_title, is_annex_name
from vanban.parts.body import find_body
from vanban.parts.dates import date_of
from vanban.parts.head import find_head, has_head
from vanban.parts.kind import find_kind
from vanban.parts.lines import Found, Line, read_lines
from vanban.parts.margins import find_in_margins
from vanban.parts.model import Anatomy, Part
from vanban.parts.names import is_address
from vanban.parts.opening import find_opening
from vanban.parts.signing import find_foot
from vanban.parts.title import find_title, is_attached

_JOINED = frozenset(
    ("ten_loai", "trich_yeu", "trich_yeu_cong_van", "kem_theo", "phu_luc_tieu_de", "can_cu", "bang",
     "bang_dau", "kinh_gui", "doan", "dia_chi")
)  # fmt: skip
"""Components that are one where a paragraph breaks their lines."""


def find_parts(paper: Paper) -> Anatomy:
    """The components of the decree in a paper, each with how sure the finding is.

    Every paragraph of the body with words belongs to at least one part; of headers and footers only the page
    number and the address of the office are told.
    """
    lines = read_lines(paper.paragraphs)
    lined = frozenset(table.number for table in paper.tables if table.lined)
    starts = annex_starts(lines, lined)
    bounds = [*starts, len(lines)]
    finder = _Finder(paper)
    own, behind = finder.paper_itself(lines[: bounds[0]])
    attached = attached_starts(behind, own[-1].line.paragraph.page if own else None)
    own += [_left_over(line) for line in behind[: attached[0] if attached else len(behind)]]
    extents = [behind[start:stop] for start, stop in _spans(attached, len(behind))]
    extents += [lines[start:stop] for start, stop in _spans(starts, len(lines))]
    parts = _parts(own, 0)
    for number, extent in enumerate(extents, start=1):
        parts += _parts(finder.annex(extent), number)
    parts.sort(key=lambda part: (part.paragraph.number, part.start))
    kind, sure = find_kind(own)
    return Anatomy((*parts, *find_in_margins(paper)), kind, sure, date_of(own))


def _left_over(line: Line) -> Found:
    """What stands below the foot and is no annex: the address of the office (ô 13), or a note."""
    return Found("dia_chi", line, 0.7) if is_address(line.plain) else Found("doan", line, 0.4)


def _spans(starts: Sequence[int], end: int) -> Iterable[tuple[int, int]]:
    return pairwise((*starts, end))


class _Finder:
    """Finds the parts of one paper or annex after another."""

    def __init__(self, paper: Paper) -> None:
        self._tables = {table.number: table for table in paper.tables if table.lined}
        self._lined = frozenset(self._tables)
        self._ruled = frozenset(line.number for line in paper.lines if line.kind != "underline")

    def paper_itself(self, lines: Sequence[Line]) -> tuple[list[Found], Sequence[Line]]:
        """The parts of the paper itself, and the lines behind its foot."""
        head, taken = find_head(lines)
        title, count = find_title(lines[taken:], self._ruled, after_head=taken > 0)
        taken += count
        kind, _ = find_kind([*head, *title])
        if kind is None and not title:
            kind, _ = find_kind([*head, *find_opening(lines[taken:], None)[0]])
        opening, count = find_opening(lines[taken:], kind)
        taken += count
        foot = find_foot(lines[taken:], self._lined)
        end = taken + foot.start if foot.found else len(lines)
        body = find_body(lines[taken:end], self._tables)
        return [*head, *title, *opening, *body, *foot.found], lines[taken + foot.stop :] if foot.found else []

    def annex(self, lines: Sequence[Line]) -> list[Found]:
        """The parts of an annex or attached paper."""
        head, taken = find_head(lines) if has_head(lines) else ([], 0)
        title, count = find_title(lines[taken:], self._ruled, after_head=bool(head))
        if not head and not any(is_attached(one.line) for one in title):
            title, count = [], 0
        if not title or is_annex_name(lines[taken]):
            title, count = find_annex_title(lines[taken:], self._ruled)
        taken += count
        foot = find_foot(lines[taken:], self._lined)
        end = taken + foot.start if foot.found else len(lines)
        body = find_body(lines[taken:end], self._tables)
        rest = find_body(lines[taken + foot.stop :], self._tables) if foot.found else []
        return [*head, *title, *body, *foot.found, *rest]


def _parts(found: Iterable[Found], annex: int) -> list[Part]:
    """The findings as parts, in reading order, the lines of one part in one paragraph joined."""
    parts: list[Part] = []
    ordered = sorted(found, key=lambda one: (one.line.paragraph.number, one.line.first))
    for one in ordered:
        line = one.line
        last = parts[-1] if parts else None
        if last and last.paragraph is line.paragraph and last.id == one.id and _joins(one):
            parts[-1] = Part(one.id, line.paragraph, last.start, line.end, last.confidence, last.mark, annex)
            continue
        parts.append(Part(one.id, line.paragraph, line.start, line.end, one.confidence, one.mark, annex))
    return parts


def _joins(one: Found) -> bool:
    return one.id in _JOINED and one.mark is None
