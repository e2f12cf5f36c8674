"""Every rule that can be repaired: its bad example, repaired, has no finding, and the words that it had."""

from __future__ import annotations

import re

import pytest

from tests.broken import broken
from tests.docx_audit import docx_faults
from tests.faulty import faulty_draft
from tests.findings_by_hand import members_of
from tests.test_rules import ALL, findings, told
from vanban.check.fix import repair
from vanban.check.model import Reword, Rule
from vanban.ooxml import read_paper

MENDED = [rule for rule in ALL if rule.fixable]


def words(data: bytes) -> list[str]:
    """The words of the body, empty paragraphs aside."""
    return [p.text for p in read_paper(data).paragraphs if p.text.strip()]


def faults(data: bytes) -> set[str]:
    """The faults of the file format; a copy of a header has those of the header."""
    return {re.sub(r"\d+", "", fault) for fault in docx_faults(data)}


@pytest.mark.parametrize("rule", MENDED, ids=lambda rule: rule.id)
def test_what_was_repaired_is_no_longer_found(rule: Rule) -> None:
    data = broken(rule.bad)
    done = repair(data, findings)
    assert rule.id not in {finding.rule.id for finding in done.left}
    assert told(tuple(finding for finding in done.left if finding.hit.repairs)) == []
    assert {finding.rule.id for finding in done.repaired} == {rule.id}
    rewords = any(isinstance(one, Reword) for finding in done.repaired for one in finding.hit.repairs)
    assert rewords or words(done.data) == words(data)
    assert faults(done.data) <= faults(data)
    assert repair(done.data, findings).data == done.data


def test_a_draft_with_many_faults_keeps_those_that_a_person_must_decide() -> None:
    data = faulty_draft()
    done = repair(data, findings)
    assert not [finding for finding in done.left if finding.hit.repairs]
    assert done.repaired
    assert repair(done.data, findings).data == done.data
    assert set(members_of(data)) <= set(members_of(done.data))
    assert faults(done.data) == faults(data)
