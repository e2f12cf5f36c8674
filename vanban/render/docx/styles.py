"""A look as Word styles: one named style for every component of the decree, and the defaults under them."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from vanban.render.lines import twips
from vanban.thethuc import Look, TextStyle
from vanban.thethuc import measures as m

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
LANGUAGE = "vi-VN"
JUSTIFY = {"left": "left", "center": "center", "right": "right", "justify": "both"}
"""Word's words for an alignment."""

RULE, AFTER_TABLE, NOTE_MARK = "DuongKe", "SauBang", "SoChuThich"
"""Styles that no component has: a drawn line, what Word wants after a table, the number of a footnote."""
AFTER_TABLE_PT = 0.7
"""Height of the empty line after a table that ends a section: the least that Word knows."""

_SINGLE = 240
"""A single line in Word's unit."""
_BORDER = '<w:{side} w:val="single" w:sz="{eighths}" w:space="{space}" w:color="{colour}"/>'


def style_id(component: str) -> str:
    """The id of a component's style: ``so_ky_hieu`` → ``SoKyHieu``."""
    return "".join(word.capitalize() for word in component.split("_"))


def points_in_twips(points: float) -> int:
    """A length in pt as Word stores it."""
    return round(points * 20)


def border(side: str, thickness_pt: float, colour: str = "auto", space_pt: int = 0) -> str:
    """A border's element; ``colour`` as RRGGBB, ``space_pt`` from the text."""
    return _BORDER.format(side=side, eighths=round(thickness_pt * 8), space=space_pt, colour=colour)


def styles_xml(look: Look) -> str:
    """``word/styles.xml`` of a look: sizes in half points, lengths in twips."""
    body = look.styles["doan"].size_pt
    face = " ".join(f'w:{kind}="{m.FONT_FAMILY}"' for kind in ("ascii", "hAnsi", "eastAsia", "cs"))
    defaults = (
        f"<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts {face}/>{size_xml(body)}"
        f'<w:lang w:val="{LANGUAGE}" w:eastAsia="{LANGUAGE}" w:bidi="{LANGUAGE}"/></w:rPr></w:rPrDefault>'
        f"<w:pPrDefault><w:pPr><w:widowControl/>{_spacing(0, 0, _SINGLE)}</w:pPr></w:pPrDefault>"
        "</w:docDefaults>"
    )
    normal = '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    styles = "".join((*(_component(style) for style in look.styles.values()), *_own_styles()))
    return f'<w:styles xmlns:w="{NAMESPACE}">{defaults}{normal}{styles}</w:styles>'


def _component(style: TextStyle) -> str:
    properties = (
        ("<w:keepNext/>" if style.keep_next else "")
        + (f"<w:pBdr>{border('top', m.RULE_THICKNESS_PT)}</w:pBdr>" if style.id == "dia_chi" else "")
        + _spacing(
            points_in_twips(style.space_before_pt),
            points_in_twips(style.space_after_pt),
            round(style.line * _SINGLE),
        )
        + (f'<w:ind w:firstLine="{twips(style.indent_mm)}"/>' if style.indent_mm else "")
        + f'<w:jc w:val="{JUSTIFY[style.align]}"/>'
        + (f'<w:outlineLvl w:val="{style.level - 1}"/>' if style.level else "")
    )
    letters = ("<w:b/><w:bCs/>" if style.bold else "") + ("<w:i/><w:iCs/>" if style.italic else "")
    return _style(
        style_id(style.id),
        style.name,
        properties,
        letters + size_xml(style.size_pt),
        following="Doan" if style.level else "",
    )


def _own_styles() -> Iterator[str]:
    """The drawn line stands ``RULE_GAP_PT`` under the text, and takes ``RULE_HEIGHT_PT`` in all."""
    gap = points_in_twips(m.RULE_GAP_PT - m.RULE_THICKNESS_PT / 2)
    rest = points_in_twips(m.RULE_HEIGHT_PT - m.RULE_THICKNESS_PT) - gap
    line = f"<w:pBdr>{border('top', m.RULE_THICKNESS_PT)}</w:pBdr>"
    yield _style(RULE, "Đường kẻ", line + _spacing(gap, 0, rest, "exact"), size_xml(1))
    after_table = _spacing(0, 0, points_in_twips(AFTER_TABLE_PT), "exact")
    yield _style(AFTER_TABLE, "Sau bảng", after_table, size_xml(1))
    yield (
        # Word's own name, by which the office programs know the mark when they number notes anew.
        f'<w:style w:type="character" w:styleId="{NOTE_MARK}"><w:name w:val="footnote reference"/>'
        '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>'
    )


def _style(identity: str, name: str, paragraph: str, letters: str, following: str = "") -> str:
    return (
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{identity}">'
        f'<w:name w:val="{escape(name)}"/><w:basedOn w:val="Normal"/>'
        + (f'<w:next w:val="{following}"/>' if following else "")
        + f"<w:qFormat/><w:pPr>{paragraph}</w:pPr><w:rPr>{letters}</w:rPr></w:style>"
    )


def _spacing(before: int, after: int, line: int, line_rule: str = "auto") -> str:
    return f'<w:spacing w:before="{before}" w:after="{after}" w:line="{line}" w:lineRule="{line_rule}"/>'


def size_xml(points: float) -> str:
    """The size of letters."""
    half_points = round(points * 2)
    return f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'
