"""Findings as Word comments in a copy of the file, each on the words that it is about."""

from __future__ import annotations

from collections.abc import Sequence

from vanban.check.model import Finding
from vanban.check.sections import SEVERITIES
from vanban.language import _
from vanban.ooxml.comments import Comment, add_comments

AUTHOR, INITIALS = "vanban", "vb"


def annotate(data: bytes, findings: Sequence[Finding]) -> bytes:
    """A copy of a Word file with a comment for each finding; same file and findings, same bytes.

    Comments that are there stay. A finding where Word takes no comment is noted at the nearest paragraph of
    the body, and says where it is; one about the whole paper, at the first paragraph.

    Args:
        data: the file.
        findings: what was found in this very file.

    Raises:
        InputError: the file cannot be read.
    """
    return add_comments(data, [_comment(finding) for finding in findings])


def _comment(finding: Finding) -> Comment:
    """What it is, what is wrong, what to do, where that is written."""
    lines = (
        f"{finding.rule.id} · {_(SEVERITIES[finding.rule.severity])} · {finding.place}",
        finding.message,
        finding.remedy,
        finding.clause,
    )
    return Comment(finding.hit.at, finding.hit.start, finding.hit.end, lines, AUTHOR, INITIALS)
