"""Every paragraph that we render ourselves is found to be what it was rendered as."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from tests import papers
from vanban import fill
from vanban.document.model import Document
from vanban.office import Office, find_office
from vanban.ooxml import read_paper
from vanban.parts import Anatomy, find_parts
from vanban.render import render
from vanban.thethuc import COMPONENTS

ROOT = Path(__file__).parents[1]
SOURCES = {
    path.stem: path
    for folder in (ROOT / "samples", ROOT / "tests" / "good")
    for path in sorted(folder.iterdir())
    if path.suffix in (".md", ".yaml") and path.name != "vanban.yaml"
}
STARTERS = [info.name for info in fill.templates()]
EVERYTHING = "everything"
STYLES = {component.name: component.id for component in COMPONENTS.values()}

every_paper = pytest.mark.parametrize("name", [EVERYTHING, *SOURCES, *(f"new {name}" for name in STARTERS)])


@cache
def document(name: str) -> Document:
    if name == EVERYTHING:
        return papers.paper()
    if name in SOURCES:
        return fill.read(SOURCES[name], find_office(SOURCES[name].parent)).document
    raise KeyError(name)


def starter(name: str, folder: Path) -> Document:
    path = folder / f"{name}.yaml"
    path.write_text(fill.starter(fill.load_template(name, Office())), encoding="utf-8")
    return fill.read(path, Office()).document


@every_paper
def test_every_paragraph_is_found_to_be_what_it_was_rendered_as(name: str, tmp_path: Path) -> None:
    template = name.removeprefix("new ")
    ours = starter(template, tmp_path) if name.startswith("new ") else document(name)
    paper = read_paper(render(ours, "docx"))
    found = find_parts(paper)
    wrong = {
        paragraph.number: (paragraph.text[:60], STYLES[paragraph.style], ids)
        for paragraph in paper.by_number.values()
        if paragraph.text.strip() and paragraph.style in STYLES
        for ids in [{part.id for part in found.by_paragraph.get(paragraph.number, ())}]
        if ids != {STYLES[paragraph.style]}
    }
    assert wrong == {}
    assert (found.kind, found.kind_confidence) == (ours.kind, 1)
    assert found.issued == (ours.ngay if ours.kind.form.place_and_date else None)
    assert annexes_of(found) == len(ours.phu_luc)
    assert min(part.confidence for part in found.parts) >= 0.5


def annexes_of(found: Anatomy) -> int:
    return max(part.annex for part in found.parts)
