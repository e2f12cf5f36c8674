"""Find every layout fault in anybody's paper, cite the clause, repair what is safe."""

from vanban.check.door import check, check_rendered, findings_in
from vanban.check.model import Finding, Report, Rule, Severity

__all__ = ["Finding", "Report", "Rule", "Severity", "check", "check_rendered", "findings_in"]
