"""One pass of repairs over a Word file: letters, paragraphs, lines, then pages."""

from __future__ import annotations

from collections.abc import Sequence

from vanban.check.fix.draft import Draft
from vanban.check.fix.redraw import redraw
from vanban.check.fix.renumber import renumber
from vanban.check.fix.repage import repage
from vanban.check.fix.restyle import restyle
from vanban.check.fix.reword import reword
from vanban.check.fix.twins import twins
from vanban.check.model import Finding, Redraw, Renumber, Repage, Restyle, Reword
from vanban.errors import Place
from vanban.ooxml.opening import members
from vanban.ooxml.package import open_package
from vanban.ooxml.wml import switch
from vanban.paper import Anchor, Paragraph


def fix(data: bytes, findings: Sequence[Finding]) -> bytes:
    """Make the repairs of these findings, found in this very file.

    A repair that would lose something, or that meets an earlier one, is not made; the next check finds its
    fault again. Every member that no repair touches stays byte for byte.

    Args:
        data: the file; the same bytes come back where there is nothing to do.
        findings: what to repair.

    Raises:
        InputError: the file cannot be read.
    """
    if not any(finding.hit.repairs for finding in findings):
        return data
    draft = Draft(open_package(data))
    pairs = [twin for member in draft.members for twin in twins(draft.package.xml(member))]
    _repair_paragraphs(draft, findings)
    _repair_sections(draft, findings)
    for twin in pairs:
        twin.follow()
    fixed = draft.package.save()
    return data if _contents(fixed) == _contents(data) else fixed


def _repair_paragraphs(draft: Draft, findings: Sequence[Finding]) -> None:
    """Looks first, while places still count in the words as they were read; then words, then lines."""
    paragraphs: dict[Anchor, Paragraph] = {}
    rewords: dict[Anchor, list[Reword]] = {}
    redraws: dict[Anchor, Redraw] = {}
    for finding in findings:
        at = finding.hit.at
        if at is None or at.anchor is None:
            continue
        paragraphs[at.anchor] = at
        for repair in finding.hit.repairs:
            if isinstance(repair, Restyle):
                restyle(draft.element(at.anchor), draft.letters(at.anchor), repair)
            elif isinstance(repair, Reword):
                rewords.setdefault(at.anchor, []).append(repair)
            elif isinstance(repair, Redraw):
                redraws.setdefault(at.anchor, repair)
    for anchor, changes in rewords.items():
        reword(draft.letters(anchor), changes)
    for anchor, line in redraws.items():
        redraw(draft, paragraphs[anchor], line.length_mm)


def _repair_sections(draft: Draft, findings: Sequence[Finding]) -> None:
    gutter_at_top = bool(switch(draft.package.part("settings"), "gutterAtTop"))
    repairs = [repair for finding in findings for repair in finding.hit.repairs]
    for repair in repairs:
        if isinstance(repair, Repage) and repair.section < len(draft.sections):
            repage(draft.sections[repair.section], repair.values, gutter_at_top=gutter_at_top)
    renumber(draft, [repair for repair in repairs if isinstance(repair, Renumber)])


def _contents(data: bytes) -> dict[str, bytes]:
    return {name: body for name, (_entry, body) in members(data, Place()).items()}
