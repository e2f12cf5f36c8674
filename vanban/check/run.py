"""Ask the rules about a paper: which of them apply, what they find, where that is."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from fnmatch import fnmatchcase

from vanban import parts
from vanban.check.model import Case, Finding, Hit, Rule
from vanban.check.register import rules
from vanban.errors import fail
from vanban.language import _
from vanban.paper import Paper, Paragraph

_WORDS_SHOWN = 90
"""Letters of the words in question that a finding quotes."""
_SEES = {"pdf": ("text", "look"), "docx": ("text", "look", "docx")}
"""What each kind of file can tell."""


def choose(select: Sequence[str] = (), ignore: Sequence[str] = ()) -> tuple[Rule, ...]:
    """The rules that are wanted.

    Args:
        select: ids or patterns (``TT-02*``); all rules where empty.
        ignore: ids or patterns to leave out.

    Raises:
        InputError: VB150, a pattern fits no rule.
    """
    known = rules()
    for pattern in (*select, *ignore):
        if not any(_fits(name, pattern) for name in known):
            raise fail("VB150", pattern=pattern)
    return tuple(
        rule
        for name, rule in known.items()
        if (not select or any(_fits(name, p) for p in select)) and not any(_fits(name, p) for p in ignore)
    )


def _fits(name: str, pattern: str) -> bool:
    return fnmatchcase(name, pattern.upper())


def examine(paper: Paper, wanted: Collection[Rule]) -> tuple[Case, tuple[Finding, ...]]:
    """What these rules find in a paper, in reading order; faults of the whole paper come first."""
    case = Case(paper, parts.find_parts(paper))
    sees = _SEES[paper.origin]
    findings = [
        Finding(rule, hit, place_of(hit.at), _quote(hit))
        for rule in wanted
        if rule.needs in sees
        for hit in rule.find(case)
    ]
    return case, tuple(sorted(_once(findings), key=_order))


def _once(findings: list[Finding]) -> Iterator[Finding]:
    """The same words are not blamed twice by one rule."""
    seen: set[tuple[object, ...]] = set()
    for finding in findings:
        hit = finding.hit
        key = (finding.rule.id, finding.paragraph, hit.part, hit.start, hit.end, finding.message)
        if key not in seen:
            seen.add(key)
            yield finding


def _order(finding: Finding) -> tuple[int, int, str]:
    return finding.paragraph or 0, finding.hit.start, finding.rule.id


def place_of(paragraph: Paragraph | None) -> str:
    """Where a paragraph is, in words that a clerk can count to."""
    if paragraph is None:
        return _("Cả văn bản")
    if paragraph.story == "header":
        return _("Đầu trang")
    if paragraph.story == "footer":
        return _("Chân trang")
    if paragraph.story == "footnote":
        return _("Chú thích cuối trang")
    place = _("Đoạn {number}").format(number=paragraph.number)
    if paragraph.cell:
        place += _(" (bảng {table}, hàng {row}, cột {column})").format(
            table=paragraph.cell.table, row=paragraph.cell.row, column=paragraph.cell.column
        )
    return place


def _quote(hit: Hit) -> str:
    if hit.at is None:
        return ""
    words = " ".join(hit.at.text[hit.start : hit.end].split())
    return words if len(words) <= _WORDS_SHOWN else words[: _WORDS_SHOWN - 1].rstrip() + "…"
