"""Reports as one HTML page that needs nothing beside it: for the screen, for mail, for printing."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import groupby

from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from vanban import language
from vanban.check.model import Finding, Report
from vanban.check.sections import SEVERITIES, section_of
from vanban.language import _


def html_page(reports: Sequence[Report]) -> str:
    """The page: for each file its findings by section, with place, words, remedy and clause."""
    return _template().render(
        reports=[(report, by_section(report)) for report in reports],
        severities={severity: _(name) for severity, name in SEVERITIES.items()},
        lang=language.chosen(),
        says={
            "title": _("Kết quả kiểm tra thể thức"),
            "basis": _("Theo Nghị định số 30/2020/NĐ-CP; mỗi nhận xét ghi rõ điểm, khoản của Phụ lục."),
            "none": _("Không thấy lỗi nào."),
            "page": _("trang"),
            "fixable": _("sửa được bằng --fix"),
        },
    )


def by_section(report: Report) -> list[tuple[str, list[Finding]]]:
    """The findings under the title of their section, in the order of the decree."""
    ordered = sorted(report.findings, key=lambda finding: finding.rule.id[3:5])
    return [
        (_(title), list(found))
        for title, found in groupby(ordered, key=lambda finding: section_of(finding.rule.id))
    ]


@lru_cache(maxsize=1)
def _template() -> Template:
    environment = Environment(
        loader=PackageLoader("vanban.check", ""), autoescape=True, undefined=StrictUndefined, trim_blocks=True
    )
    return environment.get_template("page.html")
