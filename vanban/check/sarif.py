"""Reports as SARIF 2.1.0 (OASIS), the form that editors and code hosts show findings in."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import quote

from vanban import __version__
from vanban.check.model import Finding, Report, Rule
from vanban.check.sections import section_of
from vanban.language import _

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def sarif(reports: Sequence[Report]) -> dict[str, object]:
    """One run with the findings of all reports.

    A Word file has no lines: the place is a logical location (the paragraph), section 3.33 of the standard,
    beside the file. Levels are SARIF's own words.
    """
    rules = {rule.id: rule for report in reports for rule in report.rules}
    numbers = {name: number for number, name in enumerate(rules)}
    return {
        "$schema": _SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "vanban",
                        "version": __version__,
                        "semanticVersion": __version__,
                        "rules": [_rule(rule) for rule in rules.values()],
                    }
                },
                "columnKind": "unicodeCodePoints",
                "results": [
                    _result(finding, report, numbers) for report in reports for finding in report.findings
                ],
            }
        ],
    }


def _rule(rule: Rule) -> dict[str, object]:
    return {
        "id": rule.id,
        "shortDescription": {"text": _(rule.title)},
        "help": {"text": rule.clause},
        "defaultConfiguration": {"level": rule.severity},
        "properties": {"tags": [_(section_of(rule.id))]},
    }


def _result(finding: Finding, report: Report, numbers: dict[str, int]) -> dict[str, object]:
    return {
        "ruleId": finding.rule.id,
        "ruleIndex": numbers[finding.rule.id],
        "level": finding.rule.severity,
        "message": {"text": f"{finding.message} {finding.remedy}"},
        "locations": [
            {
                "physicalLocation": {"artifactLocation": {"uri": _uri(report.source)}},
                "logicalLocations": [{"fullyQualifiedName": finding.place, "kind": "element"}],
            }
        ],
        "partialFingerprints": {"vanban/v1": _fingerprint(finding)},
        "properties": {
            "paragraph": finding.paragraph,
            "page": finding.page,
            "words": finding.words,
            "clause": finding.clause,
        },
    }


def _uri(path: Path) -> str:
    return path.as_uri() if path.is_absolute() else quote(path.as_posix())


def _fingerprint(finding: Finding) -> str:
    """The same for the same words under the same rule, wherever they move to."""
    return hashlib.sha256(f"{finding.rule.id}\n{finding.words}".encode()).hexdigest()[:16]
