"""Properties of Word's XML, each put where the schema wants it among the others."""

from __future__ import annotations

from lxml.etree import _Element as Element

from vanban.ooxml.wml import VAL, W

PARAGRAPH = """
    pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs
    suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi
    adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc
    textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange
"""
LETTERS = """
    ins del moveFrom moveTo rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss
    imprint noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr
    shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath rPrChange
"""
SECTION = """
    headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType
    pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid
    printerSettings sectPrChange
"""
SIDES = "top left start bottom right end between bar"
"""What is in ``w:pPr``, ``w:rPr``, ``w:sectPr`` and ``w:pBdr``, in the order of the schema."""


def put(parent: Element, name: str, order: str) -> Element:
    """The child ``name``, made at its place where it is missing."""
    found = parent.find(f"{W}{name}")
    if found is None:
        found = parent.makeelement(f"{W}{name}")
        insert(parent, found, name, order)
    return found


def insert(parent: Element, child: Element, name: str, order: str) -> None:
    """Put a child called ``name`` before everything that the schema wants after it."""
    names = order.split()
    later = {f"{W}{other}" for other in names[names.index(name) + 1 :]}
    following = next((other for other in parent if other.tag in later), None)
    if following is None:
        parent.append(child)
    else:
        following.addprevious(child)


def first(parent: Element, name: str) -> Element:
    """The properties of a paragraph or run (``pPr``), which stand before all else in it."""
    found = parent.find(f"{W}{name}")
    if found is None:
        found = parent.makeelement(f"{W}{name}")
        parent.insert(0, found)
    return found


def switch(parent: Element, name: str, order: str, *, on: bool) -> None:
    """Turn an on/off property on or off, whatever a style says."""
    child = put(parent, name, order)
    child.attrib.pop(VAL, None)
    if not on:
        child.set(VAL, "0")


def unset(element: Element, *names: str) -> None:
    """Take attributes away, those that are there."""
    for name in names:
        element.attrib.pop(f"{W}{name}", None)


def detach(element: Element) -> None:
    """Take an element out of the paper."""
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
