"""What we render ourselves has no fault: every sample and template, in every set of sizes."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.test_parts_of_ours import SOURCES, STARTERS, document, starter
from tests.test_rules import ALL, findings, told
from vanban import pdf
from vanban.check.run import examine
from vanban.office import Office
from vanban.render import render
from vanban.thethuc import SIZE_SETS, Look

LOOKS = {name: Look(bo_co_chu=name) for name in SIZE_SETS}  # type: ignore[arg-type]
WIDE = Look(le_tren=25, le_duoi=25, le_trai=35, le_phai=20, lui_dau_dong=10, cach_doan=12, cach_dong=1.5)


@pytest.mark.parametrize("look", [*LOOKS.values(), WIDE], ids=[*LOOKS, "wide"])
@pytest.mark.parametrize("name", SOURCES)
def test_no_sample_has_a_finding_in_word(name: str, look: Look) -> None:
    assert told(findings(render(document(name), "docx", office=Office(look)))) == []


@pytest.mark.parametrize("name", STARTERS)
def test_no_starter_of_a_template_has_a_finding_in_word(name: str, tmp_path: Path) -> None:
    assert told(findings(render(starter(name, tmp_path), "docx"))) == []


@pytest.mark.parametrize("name", SOURCES)
def test_no_sample_has_a_finding_in_pdf(name: str) -> None:
    found = examine(pdf.read_paper(render(document(name), "pdf")), ALL)[1]
    assert told(found) == []
