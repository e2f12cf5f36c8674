"""The work on one paper: its pieces, and what each was taken for so far."""

from __future__ import annotations

from dataclasses import dataclass, field

from vanban.paper import Paper
from vanban.parts.model import Mark, Part
from vanban.parts.pieces import Piece, pieces_of


@dataclass
class Desk:
    """Pieces in order, and for each its component ("" for the unknown), confidence, mark and annex."""

    paper: Paper
    pieces: list[Piece] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    sure: list[float] = field(default_factory=list)
    marks: list[Mark | None] = field(default_factory=list)
    annex: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.pieces = pieces_of(self.paper)
        count = len(self.pieces)
        self.ids, self.sure = [""] * count, [0.0] * count
        self.marks, self.annex = [None] * count, [0] * count

    def take(self, place: int, name: str, sure: float = 1, mark: Mark | None = None) -> None:
        """Say what a piece is."""
        self.ids[place], self.sure[place], self.marks[place] = name, sure, mark

    def first(self, *names: str, start: int = 0) -> int | None:
        """Where the first of these components is."""
        return next((i for i in range(start, len(self.ids)) if self.ids[i] in names), None)

    def parts(self) -> list[Part]:
        """The parts that were found; pieces of one paragraph that are the same running text are joined."""
        parts: list[Part] = []
        for place, piece in enumerate(self.pieces):
            name, last = self.ids[place], parts[-1] if parts else None
            same = last and last.paragraph is piece.paragraph and last.id == name and name in JOINED
            if last and same:
                parts[-1] = Part(
                    name, piece.paragraph, last.start, piece.end, last.confidence, last.mark, last.annex
                )
            elif name:
                part = (self.sure[place], self.marks[place], self.annex[place])
                parts.append(Part(name, piece.paragraph, piece.start, piece.end, *part))
        return parts


JOINED = frozenset(
    ("doan", "can_cu", "khoan", "khoan_tieu_de", "diem", "dieu", "dieu_loi", "muc_la_ma", "kem_theo", "bang",
     "bang_dau", "trich_yeu", "trich_yeu_cong_van", "phu_luc_tieu_de")
)  # fmt: skip
"""Components that go on over the line breaks of their paragraph."""
