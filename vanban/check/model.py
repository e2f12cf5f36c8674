"""What a rule is, what it says about a paper, how it is repaired, and the report of a whole check."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import Literal

from vanban.errors import Fault, Place
from vanban.language import _
from vanban.paper import Paper, Paragraph
from vanban.parts import Anatomy, Part
from vanban.thethuc import Kind
from vanban.tiengviet.dates import Ngay

Severity = Literal["error", "warning", "note"]
"""error: the decree says "phải" or gives a figure; warning: usage; note: worth a look."""
Needs = Literal["text", "look", "docx"]
"""text: the words, in every file; look: sizes, weights, lines as drawn; docx: what Word alone says."""


@dataclass(frozen=True, eq=False)
class Case:
    """What a rule looks at: the paper and the parts of the decree found in it; each case is its own."""

    paper: Paper
    anatomy: Anatomy

    @property
    def kind(self) -> Kind | None:
        """The kind of the paper, None where it is not sure."""
        return self.anatomy.kind if self.anatomy.kind_confidence >= SURE else None

    @property
    def issued(self) -> Ngay | None:
        """The date of issue as printed."""
        return self.anatomy.issued

    def all(self, *ids: str, annex: int | None = 0) -> list[Part]:
        """The parts of these components that were found surely enough to speak of."""
        return [part for part in self.anatomy.all(*ids, annex=annex) if part.confidence >= SURE]

    def first(self, *ids: str) -> Part | None:
        """The first of these components in the paper itself."""
        return next(iter(self.all(*ids)), None)

    @property
    def headless(self) -> bool:
        """Whether it is an annex in a file of its own, which has no head."""
        body = (part for part in self.anatomy.parts if part.paragraph.story == "body")
        return any(part.id in ("phu_luc", "phu_luc_tieu_de", "kem_theo") for part in islice(body, 1))

    def words(self, *, tables: bool = True) -> Iterable[Part]:
        """Every part with running text, of the paper and its annexes, in reading order."""
        for part in self.anatomy.parts:
            if part.text.strip() and (tables or not part.paragraph.cell):
                yield part


SURE = 0.5
"""The least confidence of a part that rules speak of."""


# Repairs: what --fix does about a hit. Each changes one thing and keeps the words.


@dataclass(frozen=True, slots=True)
class Reword:
    """The letters from ``start`` to ``end`` become ``text``: punctuation, spaces, Unicode form."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Restyle:
    """The letters (``start`` to ``end``; all of them where None) and the paragraph take these values.

    Names are those of :class:`vanban.paper.TextLook` and :class:`vanban.paper.ParagraphLook`; lengths in mm,
    sizes and spaces in pt.
    """

    values: Mapping[str, str | float | bool]
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Repage:
    """A section takes these values of :class:`vanban.paper.PaperSection`, in mm."""

    section: int
    values: Mapping[str, float | bool]


@dataclass(frozen=True, slots=True)
class Redraw:
    """A rule of this length is drawn under the paragraph, in place of what is there; None takes that away."""

    length_mm: float | None


@dataclass(frozen=True, slots=True)
class Renumber:
    """Its pages are numbered as annex I says: at the top, in the middle, not on the first page."""

    section: int
    size_pt: float


Repair = Reword | Restyle | Repage | Redraw | Renumber


@dataclass(frozen=True, slots=True)
class Hit:
    """One place where a paper breaks a rule, as the rule's function yields it.

    ``at`` is None where the paper as a whole, or a section of it, is meant. ``details`` fill the gaps of the
    rule's message. ``repairs`` are what ``--fix`` may do, none where a person must decide.
    """

    at: Paragraph | None = None
    part: str = ""
    start: int = 0
    end: int | None = None
    details: Mapping[str, object] = field(default_factory=dict)
    repairs: tuple[Repair, ...] = ()
    clause: str = ""
    """Where it is narrower than the rule's."""


def at(
    part: Part, /, *repairs: Repair, start: int | None = None, end: int | None = None, **details: object
) -> Hit:
    """A hit on a part: on all of it, or on ``start`` to ``end`` of its paragraph's text."""
    return Hit(
        part.paragraph,
        part.id,
        part.start if start is None else start,
        part.end if end is None else end,
        details,
        repairs,
    )


@dataclass(frozen=True, slots=True)
class Example:
    """One change to a good paper, that breaks a rule or keeps it.

    Args:
        part: the component that changes, or several that are dropped; "" for the page.
        text: its words; None to keep them. For a part that the good paper lacks, it is added.
        look: values of TextLook and ParagraphLook that it takes.
        page: values of PaperSection that the first section takes.
        line: length in mm of the rule under it, 0 for none; or the wrong kind of one.
        kind: the kind of the good paper.
        table: rows of cells of a table that is added to the body.
        drop: whether the part is taken out.
        last: whether the last of several is meant, not the first.
        moved: "footer" where a part of the header stands there instead; "joined" where no break parts it from
            what is before it; "continued" where its pages go on counting.
    """

    part: str = ""
    text: str | None = None
    look: Mapping[str, str | float | bool] = field(default_factory=dict)
    page: Mapping[str, float | bool] = field(default_factory=dict)
    line: float | Literal["underline", "underscores"] | None = None
    kind: str = "ke-hoach"
    table: tuple[tuple[str, ...], ...] = ()
    drop: bool = False
    last: bool = False
    moved: Literal["", "footer", "joined", "continued"] = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule as data, and the small function that finds where a paper breaks it."""

    id: str
    title: str
    clause: str
    severity: Severity
    needs: Needs
    message: str
    """What is wrong, with ``{named}`` gaps."""
    remedy: str
    """What to do about it."""
    bad: Example
    good: Example
    find: Callable[[Case], Iterable[Hit]]
    fixable: bool = False


@dataclass(frozen=True, slots=True)
class Finding:
    """A hit of a rule, with its place for people and programs."""

    rule: Rule
    hit: Hit
    place: str
    """``Đoạn 12``, ``Bảng 1, hàng 2, cột 3``, ``Đầu trang`` …"""
    words: str
    """The words in question, shortened."""

    @property
    def message(self) -> str:
        """What is wrong, in the chosen language."""
        return _(self.rule.message).format(**self.hit.details)

    @property
    def remedy(self) -> str:
        """What to do about it, in the chosen language."""
        return _(self.rule.remedy).format(**self.hit.details)

    @property
    def clause(self) -> str:
        """The clause that says so."""
        return self.hit.clause or self.rule.clause

    @property
    def paragraph(self) -> int | None:
        """Number of the paragraph, from 1."""
        return self.hit.at.number if self.hit.at else None

    @property
    def page(self) -> int | None:
        """The page, where the file tells."""
        return self.hit.at.page if self.hit.at else None

    def as_dict(self) -> dict[str, object]:
        """The finding for ``--json``."""
        return {
            "rule": self.rule.id,
            "severity": self.rule.severity,
            "title": _(self.rule.title),
            "message": self.message,
            "remedy": self.remedy,
            "clause": self.clause,
            "part": self.hit.part,
            "place": self.place,
            "paragraph": self.paragraph,
            "page": self.page,
            "start": self.hit.start,
            "end": self.hit.end,
            "words": self.words,
            "fixable": bool(self.hit.repairs),
        }

    def as_fault(self, file: Path) -> Fault:
        """The finding as a note on the data that a paper was made from; the part is the key of the data."""
        details: dict[str, object] = {"rule": self.rule.id, "message": self.message, "remedy": self.remedy}
        return Fault("VB153", Place(str(file), part=self.hit.part or self.place), details)


@dataclass(frozen=True)
class Report:
    """What the check of one file found, in the order of the paper."""

    source: Path
    findings: tuple[Finding, ...]
    case: Case
    rules: tuple[Rule, ...]
    """The rules that were asked."""

    @cached_property
    def counts(self) -> dict[Severity, int]:
        """How many findings of each severity."""
        counts: dict[Severity, int] = {"error": 0, "warning": 0, "note": 0}
        for finding in self.findings:
            counts[finding.rule.severity] += 1
        return counts

    def as_dict(self) -> dict[str, object]:
        """The report for ``--json``: kind, counts, findings, and the parts that were found."""
        anatomy = self.case.anatomy
        return {
            "source": str(self.source),
            "kind": anatomy.kind.id if anatomy.kind else None,
            "issued": str(anatomy.issued) if anatomy.issued else None,
            "pages": self.case.paper.pages,
            "counts": self.counts,
            "findings": [finding.as_dict() for finding in self.findings],
            "parts": [
                {
                    "part": part.id,
                    "paragraph": part.paragraph.number,
                    "confidence": part.confidence,
                    "annex": part.annex,
                }
                for part in anatomy.parts
            ],
        }
