"""What was found in a paper: its kind, its date, and the component that each paragraph is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

from vanban.paper import Paragraph
from vanban.thethuc import Kind
from vanban.tiengviet.dates import Ngay


@dataclass(frozen=True, slots=True)
class Mark:
    """The mark that a level begins with.

    ``level`` is phan, chuong, muc, tieu_muc, la_ma, dieu, khoan, diem, gach or cong.
    ``number`` is its value from 1 (a điểm counts in Vietnamese letter order), 0 where it cannot be read;
    ``path`` the value of each part of ``1.2.3``; ``text`` is as it stands on the paper (``1.``, ``a)``);
    ``automatic`` says that Word prints it. The words behind it begin at letter ``begin`` of the paragraph.
    """

    level: str
    number: int
    text: str
    path: tuple[int, ...] = ()
    automatic: bool = False
    begin: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Part:
    """A component of the decree in a paragraph, or in ``start`` to ``end`` of its text.

    ``id`` is a component of :data:`vanban.thethuc.COMPONENTS`. ``confidence`` goes from 0 to 1; a rule speaks
    of a part from 0.5 on. ``annex`` is 0 in the paper itself, then 1, 2… in its annexes or attached papers.
    """

    id: str
    paragraph: Paragraph
    start: int
    end: int
    confidence: float = 1
    mark: Mark | None = None
    annex: int = 0

    @property
    def text(self) -> str:
        """The words of the part, as typed."""
        return self.paragraph.text[self.start : self.end]


@dataclass(frozen=True)
class Anatomy:
    """The parts of a paper in reading order; every paragraph with words belongs to at least one.

    ``kind`` is None where the kind cannot be told; ``issued`` is the date of issue as printed (its parts may
    be blank), None where there is none.
    """

    parts: tuple[Part, ...]
    kind: Kind | None = None
    kind_confidence: float = 0
    issued: Ngay | None = None

    @cached_property
    def _by_id(self) -> dict[str, list[Part]]:
        found: dict[str, list[Part]] = {}
        for part in self.parts:
            found.setdefault(part.id, []).append(part)
        return found

    def all(self, *ids: str, annex: int | None = 0) -> list[Part]:
        """The parts of these components, in order; of the paper itself unless ``annex`` says otherwise.

        Args:
            ids: components.
            annex: which annex, 0 for the paper itself, None for everywhere.
        """
        return sorted(
            (p for name in ids for p in self._by_id.get(name, ()) if annex is None or p.annex == annex),
            key=lambda part: (part.paragraph.number, part.start),
        )

    def first(self, *ids: str) -> Part | None:
        """The first of these components in the paper itself."""
        return next(iter(self.all(*ids)), None)

    @cached_property
    def by_paragraph(self) -> dict[int, tuple[Part, ...]]:
        """The parts of each paragraph, by its number."""
        found: dict[int, list[Part]] = {}
        for part in self.parts:
            found.setdefault(part.paragraph.number, []).append(part)
        return {number: tuple(parts) for number, parts in found.items()}

    def text(self, ids: Iterable[str]) -> str:
        """The words of these components in the paper itself, joined by spaces."""
        return " ".join(part.text.strip() for part in self.all(*ids))
