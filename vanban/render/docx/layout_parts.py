"""Parts of the Word layout that depend on no measure: settings, notes, number, fonts, theme, properties."""

from __future__ import annotations

from vanban.render.docx.styles import LANGUAGE, NAMESPACE
from vanban.thethuc.measures import DECREE_DATE, FONT_FAMILY

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
W = f'xmlns:w="{NAMESPACE}"'

_DRAWINGML = "http://schemas.openxmlformats.org/drawingml/2006/main"

EMPTY_HEADER = f"<w:hdr {W}><w:p/></w:hdr>"
EMPTY_FOOTER = f"<w:ftr {W}><w:p/></w:ftr>"
PAGE_NUMBER = (
    f'<w:hdr {W}><w:p><w:pPr><w:pStyle w:val="SoTrang"/></w:pPr>'
    '<w:fldSimple w:instr=" PAGE "><w:r><w:t>2</w:t></w:r></w:fldSimple></w:p></w:hdr>'
)

_NOTE_LINES = ("separator", "continuationSeparator")
FOOTNOTES = "".join(
    (
        f"<w:footnotes {W}>",
        *(
            f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:r><w:{kind}/></w:r></w:p></w:footnote>'
            for number, kind in enumerate(_NOTE_LINES, -1)
        ),
        "</w:footnotes>",
    )
)
"""The two lines that Word draws between text and notes; the notes themselves are drawn under them."""

SETTINGS = "".join(
    (
        f'<w:settings {W}><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>',
        '<w:characterSpacingControl w:val="doNotCompress"/>',
        '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>',
        # A justified line that ends in a line break is not stretched, as in every other format.
        '<w:compat><w:doNotExpandShiftReturn/><w:compatSetting w:name="compatibilityMode"',
        ' w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>',
        f'<w:themeFontLang w:val="{LANGUAGE}"/><w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/>',
        "</w:settings>",
    )
)

CORE = "".join(
    (
        f'<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties"',
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"',
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
        "<dc:title>{{ title }}</dc:title><dc:subject>{{ subject }}</dc:subject>",
        "<dc:creator>{{ author }}</dc:creator><cp:keywords>{{ keywords }}</cp:keywords>",
        *(
            f'<dcterms:{moment} xsi:type="dcterms:W3CDTF">{DECREE_DATE}T00:00:00Z</dcterms:{moment}>'
            for moment in ("created", "modified")
        ),
        f"<dc:language>{LANGUAGE}</dc:language></cp:coreProperties>",
    )
)
"""The moments are real ones, so that Word can open the layout; those of a paper replace them."""

APP = f'<Properties xmlns="{OFFICE}/extended-properties"><Application>vanban</Application></Properties>'

FONT_TABLE = (
    f'<w:fonts {W}><w:font w:name="{FONT_FAMILY}"><w:panose1 w:val="02020603050405020304"/>'
    '<w:charset w:val="00"/><w:family w:val="roman"/><w:pitch w:val="variable"/></w:font></w:fonts>'
)


def _theme() -> str:
    """The least theme that the format allows: black and white, and the one font for whatever asks for one."""
    dark = (
        "dk1",
        "dk2",
        "accent1",
        "accent2",
        "accent3",
        "accent4",
        "accent5",
        "accent6",
        "hlink",
        "folHlink",
    )
    order = ("dk1", "lt1", "dk2", "lt2", *dark[2:])
    colours = "".join(
        f'<a:{name}><a:srgbClr val="{"000000" if name in dark else "FFFFFF"}"/></a:{name}>' for name in order
    )
    font = f'<a:latin typeface="{FONT_FAMILY}"/><a:ea typeface=""/><a:cs typeface=""/>'
    fonts = "".join(f"<a:{use}Font>{font}</a:{use}Font>" for use in ("major", "minor"))
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    formats = (
        f"<a:fillStyleLst>{fill * 3}</a:fillStyleLst>"
        f"<a:lnStyleLst>{f'<a:ln>{fill}</a:ln>' * 3}</a:lnStyleLst>"
        f"<a:effectStyleLst>{'<a:effectStyle><a:effectLst/></a:effectStyle>' * 3}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst>"
    )
    return (
        f'<a:theme xmlns:a="{_DRAWINGML}" name="vanban"><a:themeElements>'
        f'<a:clrScheme name="vanban">{colours}</a:clrScheme>'
        f'<a:fontScheme name="vanban">{fonts}</a:fontScheme>'
        f'<a:fmtScheme name="vanban">{formats}</a:fmtScheme></a:themeElements></a:theme>'
    )


THEME = _theme()
