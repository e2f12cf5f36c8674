"""Good papers, and what an ``Example`` makes of one: a DOCX with one thing changed."""

from __future__ import annotations

import copy
import io
from functools import cache
from pathlib import Path
from typing import Any

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.shared import Length, Mm, Pt, RGBColor, Twips
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from vanban import fill
from vanban.check.model import Example
from vanban.office import Office
from vanban.render import render

GOOD = Path(__file__).parent / "good"
element: Any = OxmlElement
ALIGN = {
    "left": WD_ALIGN_PARAGRAPH.LEFT,
    "center": WD_ALIGN_PARAGRAPH.CENTER,
    "right": WD_ALIGN_PARAGRAPH.RIGHT,
    "justify": WD_ALIGN_PARAGRAPH.JUSTIFY,
}
RULE = "DuongKe"


@cache
def good_paper(kind: str) -> bytes:
    """A paper of this kind without a fault, as DOCX."""
    return render(fill.read(GOOD / f"{kind}.md", Office()).document, "docx")


def broken(example: Example) -> bytes:
    """The good paper of the example's kind with the example's change."""
    return changed(good_paper(example.kind), example)


def changed(paper: bytes, example: Example) -> bytes:
    """The paper with one thing changed."""
    document = docx.Document(io.BytesIO(paper))
    section = document.sections[0]
    for name, value in example.page.items():
        _PAGE[name](section, value)
    if example.part:
        found = [p for part in example.part.split() for p in _paragraphs(document, part)]
        if example.moved == "footer":
            _move_to_footer(document, found[0])
        elif example.moved:
            _join(document, example.moved)
        elif example.drop:
            for paragraph in found:
                _remove(paragraph)
        else:
            paragraph = found[-1 if example.last else 0] if found else _added(document, example.part)
            _change(paragraph, example)
    if example.table:
        _add_table(document, example.table)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _paragraphs(document: Any, part: str) -> list[Paragraph]:
    style = "".join(word.capitalize() for word in part.split("_"))
    roots = [document.element.body]
    for section in document.sections:
        stories = (section.header, section.footer, section.first_page_header, section.first_page_footer)
        for story in stories:
            if not story.is_linked_to_previous and story._element not in roots:
                roots.append(story._element)
    return [
        Paragraph(p, document.part)
        for root in roots
        for p in root.iter(qn("w:p"))
        if (got := p.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")) is not None and got.get(qn("w:val")) == style
    ]


def _added(document: Any, part: str) -> Paragraph:
    """A paragraph of a component that the good paper lacks, under the head."""
    style = "".join(word.capitalize() for word in part.split("_"))
    head = document.element.body.find(qn("w:tbl"))
    xml = element("w:p")
    properties = element("w:pPr")
    named = element("w:pStyle")
    named.set(qn("w:val"), style)
    properties.append(named)
    xml.append(properties)
    head.addnext(xml)
    paragraph = Paragraph(xml, document.part)
    paragraph.add_run("")
    return paragraph


def _change(paragraph: Paragraph, example: Example) -> None:
    if example.text is not None:
        lines = example.text.split("\n")
        for line in reversed(lines[1:]):
            more = copy.deepcopy(paragraph._element)
            paragraph._element.addnext(more)
            _say(Paragraph(more, paragraph._parent), line)
        _say(paragraph, lines[0])
    for name, value in example.look.items():
        _LOOK[name](paragraph, value)
    if example.line is not None:
        _redraw(paragraph, example.line)


def _say(paragraph: Paragraph, text: str) -> None:
    first, *others = paragraph.runs
    for run in others:
        letters: Any = run._element
        letters.getparent().remove(letters)
    first.text = text


def _remove(paragraph: Paragraph) -> None:
    old: Any = paragraph._element
    if old.getparent().tag == qn("w:tc") and len(old.getparent().findall(qn("w:p"))) == 1:
        for run in paragraph.runs:
            run.text = ""
    else:
        old.getparent().remove(old)


def _redraw(paragraph: Paragraph, line: float | str) -> None:
    """The rule under a paragraph gets another length, or goes, or becomes letters or an underline."""
    rule: Any = paragraph._element.getnext()
    drawn: Any = Paragraph(rule, paragraph._parent)
    assert drawn.style.style_id == RULE, "there is a rule under this part"
    if isinstance(line, (int, float)) and line:
        column: Length = Mm(165)
        cell = rule.getparent()
        if cell.tag == qn("w:tc"):
            column = Twips(int(cell.find(f"{qn('w:tcPr')}/{qn('w:tcW')}").get(qn("w:w"))))
        sides = drawn.paragraph_format
        sides.left_indent = sides.right_indent = (column - Mm(line)) // 2
        return
    rule.getparent().remove(rule)
    if line == "underline":
        for run in paragraph.runs:
            run.underline = True
    elif line == "underscores":
        more = copy.deepcopy(paragraph._element)
        paragraph._element.addnext(more)
        _say(Paragraph(more, paragraph._parent), "_" * 12)


def _join(document: Any, how: str) -> None:
    """The annex goes on in the section of the paper, or counts its pages on from it."""
    first, last = document.sections[0]._sectPr, document.sections[-1]._sectPr
    if how == "continued":
        numbering = last.find(qn("w:pgNumType"))
        last.remove(numbering)
        return
    last.getparent().replace(last, copy.deepcopy(first))
    first.getparent().remove(first)


def _move_to_footer(document: Any, paragraph: Paragraph) -> None:
    footer = document.sections[0].footer
    footer.is_linked_to_previous = False
    old: Any = paragraph._element
    footer._element.append(copy.deepcopy(old))
    for run in paragraph.runs:
        letters: Any = run._element
        letters.getparent().remove(letters)


def _add_table(document: Any, rows: tuple[tuple[str, ...], ...]) -> None:
    """A lined table after the first plain paragraph of the body."""
    table = document.add_table(len(rows), len(rows[0]))
    borders = element("w:tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        border = element(f"w:{side}")
        border.set(qn("w:val"), "single")
        border.set(qn("w:sz"), "4")
        borders.append(border)
    table._tbl.tblPr.append(borders)
    for cells, words in zip(table.rows, rows, strict=True):
        for cell, text in zip(cells.cells, words, strict=True):
            cell.paragraphs[0].add_run(text)
            cell.paragraphs[0].style = next(s for s in document.styles if s.style_id == "Bang")
    _paragraphs(document, "doan")[0]._element.addnext(table._tbl)


def _all_runs(paragraph: Paragraph) -> list[Run]:
    """Its runs, those inside fields too."""
    element: Any = paragraph._element
    return [Run(run, paragraph) for run in element.iter(qn("w:r"))]


def _runs(name: str) -> Any:
    def change(paragraph: Paragraph, value: Any) -> None:
        for run in _all_runs(paragraph):
            setattr(run.font, name, value)

    return change


def _font(paragraph: Paragraph, value: Any) -> None:
    for run in _all_runs(paragraph):
        run.font.name = value
        fonts: Any = run._element.find(f"{qn('w:rPr')}/{qn('w:rFonts')}")
        for slot in ("w:hAnsi", "w:cs", "w:eastAsia"):
            fonts.set(qn(slot), value)


def _colour(paragraph: Paragraph, value: Any) -> None:
    for run in _all_runs(paragraph):
        run.font.color.rgb = RGBColor.from_string(value)


def _size(paragraph: Paragraph, value: Any) -> None:
    for run in _all_runs(paragraph):
        run.font.size = Pt(value)


def _format(name: str, unit: Any = lambda value: value) -> Any:
    def change(paragraph: Paragraph, value: Any) -> None:
        setattr(paragraph.paragraph_format, name, unit(value))

    return change


_LOOK: dict[str, Any] = {
    "font": _font,
    "size_pt": _size,
    "bold": _runs("bold"),
    "italic": _runs("italic"),
    "underline": _runs("underline"),
    "caps": _runs("all_caps"),
    "raised": _runs("superscript"),
    "colour": _colour,
    "align": _format("alignment", ALIGN.get),
    "left_mm": _format("left_indent", Mm),
    "right_mm": _format("right_indent", Mm),
    "first_mm": _format("first_line_indent", Mm),
    "before_pt": _format("space_before", Pt),
    "after_pt": _format("space_after", Pt),
    "line": _format("line_spacing", float),
    "line_pt": _format("line_spacing", Pt),
    "keep_next": _format("keep_with_next"),
    "page_break_before": _format("page_break_before"),
}


def _side(name: str) -> Any:
    def change(section: Any, value: Any) -> None:
        setattr(section, name, Mm(value))

    return change


_PAGE: dict[str, Any] = {
    "width_mm": _side("page_width"),
    "height_mm": _side("page_height"),
    "top_mm": _side("top_margin"),
    "bottom_mm": _side("bottom_margin"),
    "left_mm": _side("left_margin"),
    "right_mm": _side("right_margin"),
    "header_mm": _side("header_distance"),
    "page_start": lambda section, value: section._sectPr.find(qn("w:pgNumType")).set(
        qn("w:start"), str(value)
    ),
    "first_differs": lambda section, value: setattr(
        section, "different_first_page_header_footer", bool(value)
    ),
}
