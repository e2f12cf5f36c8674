"""How an element looks: what its name, attributes, rules and style say, on top of what is inherited."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Literal

from lxml.etree import _Element as Element

from vanban.html.css import Said, Sheet, declarations
from vanban.html.values import MM_IN_PT, colour, family, length_pt, size_of_font, size_pt
from vanban.paper import Align, ParagraphLook, TextLook

Kind = Literal["inline", "block", "table", "row", "rows", "cell", "caption", "none"]

_BOLD, _ITALIC = {"font-weight": "bold"}, {"font-style": "italic"}
_SMALL = {"font-size": "smaller"}
_OF_TAGS: dict[str, dict[str, str]] = {
    "b": _BOLD, "strong": _BOLD, "th": _BOLD | {"text-align": "center"},
    **{f"h{level}": _BOLD | {"font-size": size, "margin-top": "12pt", "margin-bottom": "12pt"}
       for level, size in enumerate(("24pt", "18pt", "14pt", "12pt", "10pt", "7.5pt"), start=1)},
    "i": _ITALIC, "em": _ITALIC, "cite": _ITALIC, "dfn": _ITALIC, "var": _ITALIC, "address": _ITALIC,
    "u": {"text-decoration": "underline"},
    "sup": {"vertical-align": "super"}, "sub": {"vertical-align": "sub"},
    "small": _SMALL, "big": {"font-size": "larger"},
    "center": {"text-align": "center"}, "caption": {"text-align": "center"},
    "pre": {"white-space": "pre", "font-family": "Courier New", "font-size": "10pt"},
    "p": {"margin-top": "12pt", "margin-bottom": "12pt"},
    "blockquote": {"margin-left": "30pt", "margin-right": "30pt"}, "dd": {"margin-left": "30pt"},
    "ul": {"padding-left": "30pt", "list-style-type": "disc"},
    "ol": {"padding-left": "30pt", "list-style-type": "decimal"},
}  # fmt: skip
"""What browsers take elements to say."""
_KINDS: dict[str, Kind] = {
    **dict.fromkeys(
        ("html", "body", "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ul", "ol", "dl", "dt", "dd",
         "blockquote", "center", "address", "pre", "figure", "figcaption", "section", "article", "header",
         "footer", "main", "nav", "aside", "hr", "form", "fieldset", "legend", "details", "summary"),
        "block"),
    "table": "table", "tr": "row", "thead": "rows", "tbody": "rows", "tfoot": "rows", "td": "cell",
    "th": "cell", "caption": "caption",
    **dict.fromkeys(
        ("head", "script", "style", "title", "meta", "link", "template", "noscript", "xml", "object",
         "iframe", "svg", "math", "select", "textarea", "colgroup", "col", "del", "audio", "video",
         "canvas", "map", "noframes", "datalist"),
        "none"),
}  # fmt: skip
_IN_TEXT = ("img", "br")
"""What hangs on a paragraph, wherever it is shown."""
_DISPLAYS: dict[str, Kind] = {
    "none": "none", "block": "block", "list-item": "block", "flex": "block", "grid": "block",
    "flow-root": "block", "table": "table", "table-row": "row", "table-row-group": "rows",
    "table-cell": "cell", "table-caption": "caption", "inline": "inline",
}  # fmt: skip
_ALIGNS: dict[str, Align] = {
    "left": "left", "start": "left", "center": "center", "middle": "center", "right": "right",
    "end": "right", "justify": "justify", "inter-ideograph": "justify",
}  # fmt: skip
_HIDDEN = frozenset(
    {("mso-hide", "all"), ("visibility", "hidden"), ("mso-element", "comment-list"),
     ("mso-element", "comment"), ("mso-special-character", "comment"), ("mso-element", "header"),
     ("mso-element", "footer")}
)  # fmt: skip
_HIDDEN_CLASSES = frozenset(("msodel", "msocomanchor", "msocomtxt", "msocommentreference"))
_SINGLE = 1.15
"""Height of a single line of Times New Roman, as a multiple of the size."""


@dataclass(frozen=True, slots=True)
class Style:
    """What goes on from an element to those inside it."""

    look: TextLook = field(default_factory=lambda: TextLook(size_pt=12))
    align: Align = "left"
    first_pt: float = 0
    line: float | None = 1
    line_pt: float | None = None
    fixed_line: bool = False
    keeps_spaces: bool = False
    list_type: str = "disc"


def said_of(element: Element, sheet: Sheet) -> Said:
    """All that is said of an element, what is stronger last.

    Attributes are stronger than rules, as LibreOffice means them, though not as browsers take them.
    """
    said = dict(_OF_TAGS.get(str(element.tag), {}))
    for rule in sheet.said(element):
        said.update(rule)
    said.update(_by_attributes(element))
    own = element.get("style")
    if own:
        said.update(declarations(own))
    return said


def kind_of(element: Element, said: Said) -> Kind:
    """What an element is for the flow of the text; "none" where it is not seen."""
    if any(said.get(name, "").lower() == value for name, value in _HIDDEN):
        return "none"
    classes = element.get("class")
    if classes and not _HIDDEN_CLASSES.isdisjoint(classes.lower().split()):
        return "none"
    own = _KINDS.get(str(element.tag), "inline")
    if own == "none" or (element.tag in _IN_TEXT and said.get("display", "").lower() != "none"):
        return own
    return _DISPLAYS.get(said.get("display", "").lower(), own)


def style_of(outer: Style, said: Said) -> Style:
    """The style of an element in one of ``outer``."""
    if not said:
        return outer
    look = _look(outer.look, said)
    line, line_pt = _line(said.get("line-height", ""), look.size_pt, outer)
    exact = said.get("mso-line-height-rule", "").lower()
    first = length_pt(said.get("text-indent", ""), look.size_pt)
    spaces = said.get("white-space", "").lower()
    types = said.get("list-style-type") or said.get("list-style", "").partition(" ")[0]
    return Style(
        look=look,
        align=_ALIGNS.get(said.get("text-align", "").lower(), outer.align),
        first_pt=outer.first_pt if first is None else first,
        line=line,
        line_pt=line_pt,
        fixed_line=exact == "exactly" if exact else outer.fixed_line,
        keeps_spaces=spaces.startswith("pre") if spaces else outer.keeps_spaces,
        list_type=types.lower() or outer.list_type,
    )


def paragraph_look(style: Style, said: Said, left_pt: float, right_pt: float) -> ParagraphLook:
    """How a paragraph is set in a block that begins ``left_pt`` and ``right_pt`` inside its column."""
    size = style.look.size_pt
    breaks = {said.get("page-break-before", "").lower(), said.get("break-before", "").lower()}
    keeps = {said.get("page-break-after", "").lower(), said.get("break-after", "").lower()}
    return ParagraphLook(
        align=style.align,
        left_mm=_mm(left_pt),
        right_mm=_mm(right_pt),
        first_mm=_mm(style.first_pt),
        before_pt=round(max(length_pt(said.get("margin-top", ""), size) or 0, 0), 2),
        after_pt=round(max(length_pt(said.get("margin-bottom", ""), size) or 0, 0), 2),
        line=style.line,
        line_pt=style.line_pt,
        fixed_line=style.fixed_line and style.line_pt is not None,
        keep_next="avoid" in keeps,
        page_break_before=not breaks.isdisjoint(("always", "page", "left", "right")),
    )


def _look(outer: TextLook, words: Said) -> TextLook:
    changes: dict[str, object] = {}
    if "font-size" in words:
        changes["size_pt"] = size_pt(words["font-size"], outer.size_pt)
    if name := family(words.get("font-family", "")):
        changes["font"] = name
    if weight := words.get("font-weight", "").lower():
        changes["bold"] = weight in ("bold", "bolder") or (weight.isdecimal() and int(weight[:4]) >= 600)
    if slant := words.get("font-style", "").lower():
        changes["italic"] = slant.startswith(("italic", "oblique"))
    drawn = words.get("text-decoration", words.get("text-decoration-line", "")).lower()
    if drawn:
        changes["underline"] = "underline" in drawn or outer.underline
    if case := words.get("text-transform", "").lower():
        changes["caps"] = case == "uppercase"
    shade = colour(words.get("color", ""))
    if shade is not None:
        changes["colour"] = shade
    place = words.get("vertical-align", "").lower()
    if place in ("super", "sub", "baseline"):
        changes["raised"] = place != "baseline"
    return replace(outer, **changes) if changes else outer  # type: ignore[arg-type]


def _line(text: str, size: float, outer: Style) -> tuple[float | None, float | None]:
    """Line spacing as a multiple of single, or a height in pt. By per cent Word means single lines."""
    word = text.strip().lower()
    if not word:
        return outer.line, outer.line_pt
    if word.endswith("%"):
        share = length_pt(word, size, 1)
        return (round(share, 2), None) if share else (outer.line, outer.line_pt)
    if word == "normal":
        return 1, None
    height = length_pt(word, size)
    if not height or height < 0:
        return outer.line, outer.line_pt
    if word[-1].isalpha():
        return None, round(height, 2)
    return round(float(word) / _SINGLE, 2), None


def _by_attributes(element: Element) -> dict[str, str]:
    """What attributes of old say, ``align`` and those of ``font``."""
    said: dict[str, str] = {}
    if element.tag == "font":
        for name, attribute in (("color", "color"), ("font-family", "face")):
            if value := element.get(attribute):
                said[name] = value
        if size := element.get("size"):
            said["font-size"] = size_of_font(size)
    elif element.tag not in ("table", "img", "hr") and (align := element.get("align")):
        said["text-align"] = align
    if element.tag == "ol" and (kind := element.get("type")):
        said["list-style-type"] = _LIST_TYPES.get(kind, "decimal")
    return said


_LIST_TYPES = {"a": "lower-alpha", "A": "upper-alpha", "i": "lower-roman", "I": "upper-roman"}


def _mm(length_pt: float) -> float:
    return round(length_pt * MM_IN_PT, 2)
