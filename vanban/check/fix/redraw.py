"""``Redraw``: the line under a paragraph goes, and a new one is drawn the way that our own papers draw it."""

from __future__ import annotations

import re

from lxml import etree
from lxml.etree import _Element as Element

from vanban.check.fix.draft import Draft
from vanban.check.fix.place import PARAGRAPH, SIDES, detach, first, put
from vanban.check.fix.restyle import arrange, dress
from vanban.ooxml.letters import RUN
from vanban.ooxml.shapes import boxes, shape_lines
from vanban.ooxml.wml import COMPATIBILITY, VAL, W
from vanban.ooxml.wml import PARAGRAPH as PARAGRAPH_TAG
from vanban.paper import DrawnLine, Paragraph
from vanban.render.docx.styles import NAMESPACE, border, points_in_twips
from vanban.thethuc import measures as m

_LETTERS_OF_LINES = re.compile(r"[\s_\-\u2010-\u2015\u2212\u2500\u2501\u2550]*\Z")
_NOTHING_TO_LOSE = frozenset(f"{W}{name}" for name in ("pPr", "proofErr"))


def redraw(draft: Draft, about: Paragraph, length_mm: float | None) -> None:
    """Draw a line of this length under the middle of a paragraph, in place of those that hang there.

    Nothing changes where one of those cannot be taken away without something else.
    """
    if about.anchor is None:
        return
    paragraph = draft.element(about.anchor)
    lines = [line for line in draft.paper.lines if line.number == about.number]
    if paragraph.find(f"{W}pPr/{W}sectPr") is not None or not all(_removable(draft, line) for line in lines):
        return
    for line in lines:
        _take_away(draft, about, line)
    if length_mm is not None:
        room = about.look.after_pt or 0
        gone = [
            line.anchor for line in lines if line.anchor and draft.element(line.anchor).getparent() is None
        ]
        freed = (draft.paragraphs[anchor].look.after_pt or 0 for anchor in gone)
        after_pt = max(room - m.RULE_HEIGHT_PT, 0) + sum(freed)
        paragraph.addnext(_drawn(paragraph, about, length_mm, after_pt))
        if room:
            arrange(first(paragraph, "pPr"), {"after_pt": 0})


def _removable(draft: Draft, line: DrawnLine) -> bool:
    if line.anchor is None:
        return False
    if line.kind == "shape":
        drawing = _drawing(draft, line)
        return drawing is not None and len(list(shape_lines(drawing))) == 1 and not list(boxes(drawing))
    if line.kind == "underscores":
        text = "".join(piece.text for piece in draft.letters(line.anchor).pieces)
        return _LETTERS_OF_LINES.match(text) is not None
    return True


def _drawing(draft: Draft, line: DrawnLine) -> Element | None:
    """The drawing that holds a line, counted as the reader counts them."""
    left = line.shape
    for drawing in draft.contents[line.anchor].drawings if line.anchor else ():
        left -= len(list(shape_lines(drawing)))
        if left < 0:
            return drawing
    return None


def _take_away(draft: Draft, about: Paragraph, line: DrawnLine) -> None:
    if line.anchor is None or about.anchor is None:
        return
    holder = draft.element(line.anchor)
    letters = draft.letters(line.anchor)
    if line.kind == "shape":
        drawing = _drawing(draft, line)
        if drawing is not None:
            _remove_drawing(drawing)
    elif line.kind == "underline":
        for run in letters.runs(0):
            dress(first(run, "rPr"), {"underline": False})
    elif line.kind == "underscores":
        for run in letters.runs(0):
            detach(run)
        letters.pieces.clear()
        _remove_empty(holder)
    else:
        _unborder(holder, own=line.anchor == about.anchor, empty=not letters.pieces)


def _remove_drawing(drawing: Element) -> None:
    """Take a drawing away, in all its versions; its run where nothing else is in that."""
    whole = next(drawing.iterancestors(f"{COMPATIBILITY}AlternateContent"), drawing)
    run = whole.getparent()
    detach(whole)
    if run is not None and run.tag == RUN and all(child.tag == f"{W}rPr" for child in run):
        detach(run)


def _unborder(holder: Element, *, own: bool, empty: bool) -> None:
    """Take the borders of a paragraph and its cell away that make a line: under it, or over the next one."""
    cell = holder.getparent()
    under = None if cell is None else cell.find(f"{W}tcPr/{W}tcBorders/{W}bottom")
    if (own or empty) and under is not None:
        _hide(under)
    if empty and not own and _remove_empty(holder):
        return
    sides = ["bottom"] if own else ["top", "bottom"] if empty else ["top"]
    borders = put(first(holder, "pPr"), "pBdr", PARAGRAPH)
    for name in sides:
        _hide(put(borders, name, SIDES))


def _hide(side: Element) -> None:
    side.attrib.clear()
    side.set(VAL, "nil")


def _remove_empty(paragraph: Element) -> bool:
    """Take a paragraph away that holds nothing, if another stands right before it; whether it is gone."""
    before, properties = paragraph.getprevious(), paragraph.find(f"{W}pPr")
    nothing = all(child.tag in _NOTHING_TO_LOSE for child in paragraph)
    breaks = properties is not None and properties.find(f"{W}sectPr") is not None
    if before is None or before.tag != PARAGRAPH_TAG or not nothing or breaks:
        return False
    detach(paragraph)
    return True


def _drawn(paragraph: Element, about: Paragraph, length_mm: float, after_pt: float) -> Element:
    """An empty paragraph whose upper border is as long as the line, close under the middle of the text."""
    look = about.look
    side = (about.width_mm - look.left_mm - look.right_mm - length_mm) / 2
    gap_pt = m.RULE_GAP_PT - m.RULE_THICKNESS_PT / 2
    rest = points_in_twips(m.RULE_HEIGHT_PT - m.RULE_THICKNESS_PT - gap_pt)
    drawn = paragraph.makeelement(PARAGRAPH_TAG)
    properties = first(drawn, "pPr")
    properties.append(
        etree.fromstring(f'<w:pBdr xmlns:w="{NAMESPACE}">{border("top", m.RULE_THICKNESS_PT)}</w:pBdr>')
    )
    sides = {"left_mm": look.left_mm + side, "right_mm": look.right_mm + side, "first_mm": 0}
    arrange(
        properties, {"before_pt": gap_pt, "after_pt": after_pt, **sides, "align": "left", "contextual": False}
    )
    spacing = put(properties, "spacing", PARAGRAPH)
    spacing.set(f"{W}line", str(rest))
    spacing.set(f"{W}lineRule", "exact")
    dress(put(properties, "rPr", PARAGRAPH), {"size_pt": 1})
    return drawn
