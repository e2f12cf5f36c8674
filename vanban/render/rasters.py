"""SVG as PNG, for Word files: drawn by Typst with the same fonts as the PDF."""

from __future__ import annotations

from functools import lru_cache
from typing import cast

from vanban import fonts
from vanban.plain_svg import svg_text
from vanban.render.typst_fonts import covers
from vanban.render.typst_pdf import compiler_of

_PPI = 220
"""Sharp in print, and no larger than it need be."""


@lru_cache(maxsize=64)
def png_of(svg: bytes) -> bytes:
    """Plain SVG as a PNG of 220 dots an inch of its own size; the same SVG, the same bytes.

    Raises:
        ToolMissingError: no usable font.
    """
    compiler = compiler_of(fonts.find_font_set(), whole=not covers(svg_text(svg)))
    script = (
        "#set page(width: auto, height: auto, margin: 0pt)\n"
        f'#image(bytes(({",".join(map(str, svg))},)), format: "svg")'
    )
    return cast("bytes", compiler.compile(script.encode(), format="png", ppi=_PPI))
