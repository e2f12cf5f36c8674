"""A form as a Word file: the report of a unit, with a content control wherever something is asked."""

from __future__ import annotations

import re
from collections.abc import Callable
from xml.sax.saxutils import escape

from lxml import etree
from lxml.etree import _Element as Element

from vanban.document.blocks import Block, Para, Run
from vanban.figures.form import Form, Mark, School
from vanban.figures.report_form import TEXTS, YES_NO, in_order, report_of
from vanban.office import Office
from vanban.ooxml.package import Package, open_package
from vanban.ooxml.wml import W
from vanban.render import render
from vanban.so_lieu import ChiTieu

CUSTOM = "docProps/custom.xml"
CUSTOM_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties"
MARK_NAME = "VanbanMa"
"""The property of the file that holds the mark of the form."""

BLANK, LONG_BLANK = "……………", "…" * 95
"""What is printed where nothing was filled in: in a cell, and over three lines of text."""
MOST_TAG = 64
"""Letters of a tag or a title of a control that Word takes."""

_CUSTOM_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_CUSTOM_XML = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"'
    ' xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">'
    '<property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="2" name="{name}">'
    "<vt:lpwstr>{mark}</vt:lpwstr></property></Properties>"
)
_STAND_IN = re.compile(r"¤(\d{1,6})¤")
"""What the paper is laid out with where a control will be: the number of what is asked."""
_FIRST_ID = 100_000
"""Of the controls, whose ids are numbers."""
_GREY = "7F7F7F"


def word_maker(form: Form, office: Office) -> Callable[[School], bytes]:
    """Return what makes the Word form of a unit.

    Args:
        form: what is asked; every entry is a content control whose tag is its id, of the kind that fits it:
            a list for choices, a calendar for days, text for the rest.
        office: whose look the paper has.

    Returns:
        A function from a unit to the bytes of its DOCX; the same unit, the same bytes.
    """
    asked = in_order(form)
    number_of = {item.id: number for number, item in enumerate(asked)}

    def place(item: ChiTieu) -> str:
        return f"¤{number_of[item.id]}¤"

    def room(item: ChiTieu) -> tuple[Block, ...]:
        return (Para("doan", text=(Run(place(item)),)),)

    def make(school: School) -> bytes:
        package = open_package(render(report_of(form, school, place, room), "docx", office=office))
        mark = str(Mark(form.ma, form.ky.ma, school.ma))
        for text in list(package.xml(package.document).iter(f"{W}t")):
            words, run = text.text or "", text.getparent()
            found = _STAND_IN.fullmatch(words)
            if run is not None and found and int(found[1]) < len(asked):
                _enclose(run, _control(asked[int(found[1])], int(found[1])))
            elif run is not None and words == mark:
                _lock(run, mark, len(asked))
        _describe(package, mark)
        return package.save()

    return make


def _control(item: ChiTieu, number: int) -> Element:
    """The properties of a control, in the order that the schema demands."""
    properties = etree.Element(f"{W}sdtPr")
    _put(properties, "alias", item.ten[:MOST_TAG])
    if len(item.id) <= MOST_TAG:
        _put(properties, "tag", item.id)
    _put(properties, "id", str(_FIRST_ID + number))
    etree.SubElement(properties, f"{W}showingPlcHdr")
    if item.kieu in ("chon", "co_khong"):
        choices = etree.SubElement(properties, f"{W}dropDownList")
        for choice in item.lua_chon if item.kieu == "chon" else YES_NO:
            etree.SubElement(choices, f"{W}listItem", {f"{W}displayText": choice, f"{W}value": choice})
    elif item.kieu == "ngay":
        day = etree.SubElement(properties, f"{W}date")
        _put(day, "dateFormat", "dd/MM/yyyy")
        _put(day, "lid", "vi-VN")
        _put(day, "storeMappedDataAs", "dateTime")
        _put(day, "calendar", "gregorian")
    else:
        lines = {f"{W}multiLine": "1"} if item in TEXTS else {}
        etree.SubElement(properties, f"{W}text", lines)
    return properties


def _lock(run: Element, mark: str, number: int) -> None:
    """Make a control of the mark that nobody changes by mistake."""
    properties = etree.Element(f"{W}sdtPr")
    if len(mark) <= MOST_TAG:
        _put(properties, "tag", mark)
    _put(properties, "id", str(_FIRST_ID + number))
    _put(properties, "lock", "sdtContentLocked")
    etree.SubElement(properties, f"{W}text")
    _around(run, properties)


def _enclose(run: Element, properties: Element) -> None:
    """Put a control around a run, which becomes a blank in grey."""
    long = properties.find(f"{W}text[@{W}multiLine]") is not None
    look = run.find(f"{W}rPr")
    if look is None:
        look = etree.Element(f"{W}rPr")
        run.insert(0, look)
    _grey(look)
    for text in run.iter(f"{W}t"):
        text.text = LONG_BLANK if long else BLANK
    _around(run, properties)


def _grey(look: Element) -> None:
    """Colour comes before the sizes of letters in the properties of a run."""
    colour = etree.Element(f"{W}color", {f"{W}val": _GREY})
    sizes = [at for at, part in enumerate(look) if part.tag in (f"{W}sz", f"{W}szCs")]
    look.insert(sizes[0] if sizes else len(look), colour)


def _around(run: Element, properties: Element) -> None:
    parent = run.getparent()
    if parent is None:
        return
    control = etree.Element(f"{W}sdt")
    parent.replace(run, control)
    control.append(properties)
    etree.SubElement(control, f"{W}sdtContent").append(run)


def _put(parent: Element, name: str, value: str) -> None:
    etree.SubElement(parent, f"{W}{name}", {f"{W}val": value})


def _describe(package: Package, mark: str) -> None:
    """The mark as a property of the file."""
    xml = _CUSTOM_XML.format(name=MARK_NAME, mark=escape(mark))
    package.add(CUSTOM, xml.encode(), _CUSTOM_TYPE)
    package.relate("", CUSTOM, CUSTOM_KIND)
