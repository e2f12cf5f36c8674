"""Every rule: its bad example is found by it, its good example is not, and good papers have no fault."""

from __future__ import annotations

import pytest

from tests.broken import GOOD, broken, good_paper
from vanban.check.model import Finding, Rule
from vanban.check.register import rules
from vanban.check.run import examine
from vanban.ooxml import read_paper

ALL = list(rules().values())
each_rule = pytest.mark.parametrize("rule", ALL, ids=lambda rule: rule.id)


def findings(data: bytes) -> tuple[Finding, ...]:
    return examine(read_paper(data), ALL)[1]


def told(found: tuple[Finding, ...]) -> list[str]:
    return [f"{finding.rule.id} {finding.place}: {finding.message} «{finding.words}»" for finding in found]


@pytest.mark.parametrize("kind", sorted(path.stem for path in GOOD.glob("*.md")))
def test_a_good_paper_has_no_finding(kind: str) -> None:
    assert told(findings(good_paper(kind))) == []


@each_rule
def test_the_bad_example_is_found_and_nothing_else(rule: Rule) -> None:
    found = findings(broken(rule.bad))
    assert {finding.rule.id for finding in found} == {rule.id}, told(found)


@each_rule
def test_the_good_example_is_not_found(rule: Rule) -> None:
    assert told(findings(broken(rule.good))) == []


@each_rule
def test_a_rule_says_what_a_clerk_needs(rule: Rule) -> None:
    assert rule.clause
    assert rule.title[0].isupper()
    assert not rule.title.endswith(".")
    found = next(finding for finding in findings(broken(rule.bad)) if finding.rule == rule)
    assert found.message.endswith((".", "?"))
    assert found.remedy.endswith((".", "?"))
    assert rule.fixable == bool(found.hit.repairs)
