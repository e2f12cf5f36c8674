"""Sheet → PDF/A-2b by WeasyPrint, for offices that style with CSS; our fonts alone, warnings are errors."""

from __future__ import annotations

import atexit
import io
import logging
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stdout
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from vanban import fonts
from vanban.errors import Fault, ToolMissingError, VanbanError
from vanban.render.html import css, page
from vanban.render.sheet import Sheet
from vanban.thethuc import Look

_HARMLESS = "Using fontTools instead of HarfBuzz-Subset"
"""What WeasyPrint says where the fast subsetter is not installed; the page is the same."""

_CONFIGURATION = """\
<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include>{fonts}</include>
  <match target="font">
    <edit name="fontfeatures" mode="append"><string>kern=0</string><string>liga=0</string></edit>
  </match>
</fontconfig>
"""
"""Kerning and ligatures off for the fonts; the same in CSS would leak a little memory with every line."""

_COLOURS = "--srgb"
"""Our name for the colour space that a PDF/A must carry."""


@dataclass
class _Colours:
    """WeasyPrint's sRGB profile, read once; its own object reads the file for every paper."""

    content: bytes
    name: str = "sRGB2014"
    components: tuple[str, ...] = ("r", "g", "b")
    pdf_reference: Any = None


@dataclass(frozen=True)
class _Tools:
    """What WeasyPrint keeps from paper to paper; made anew for each, it would leak 0.24 MB a time."""

    fetcher: Any
    """Opens nothing but what the page itself carries: neither files nor the network."""
    style: Any
    counters: Any
    font_config: Any
    colours: _Colours


def render_weasyprint(sheet: Sheet, look: Look) -> bytes:
    """Set a sheet as PDF.

    Returns:
        The bytes of a tagged PDF/A-2b file; the same sheet, look and font files give the same bytes.

    Raises:
        ToolMissingError: no usable font, or WeasyPrint's libraries are missing (VB074).
        VanbanError: VB046, WeasyPrint warned of something.
    """
    font_set = fonts.find_font_set()
    weasyprint = _weasyprint(font_set)
    with _warnings_are_errors():
        tools = _tools(look, font_set)
        html = weasyprint.HTML(string=page(sheet, look, "pages"), url_fetcher=tools.fetcher)
        pdf: bytes = html.write_pdf(
            stylesheets=[tools.style],
            counter_style=tools.counters,
            font_config=tools.font_config,
            color_profiles={_COLOURS: tools.colours},
            output_intent=_COLOURS,
            pdf_variant="pdf/a-2b",
            pdf_tags=True,
        )
    return pdf


@lru_cache(maxsize=8)
def _tools(look: Look, font_set: fonts.FontSet) -> _Tools:
    weasyprint = _weasyprint(font_set)
    fetcher = weasyprint.urls.URLFetcher(allowed_protocols={"data"})
    counters = weasyprint.css.counters.CounterStyle()
    font_config = _font_configuration(font_set)
    style = weasyprint.CSS(
        string=css(look, "pages"), url_fetcher=fetcher, font_config=font_config, counter_style=counters
    )
    srgb = (resources.files("weasyprint.pdf") / "sRGB2014.icc").read_bytes()
    return _Tools(fetcher, style, counters, font_config, _Colours(srgb))


@lru_cache(maxsize=2)
def _font_configuration(font_set: fonts.FontSet) -> Any:
    """A configuration that sees the four files of ``font_set`` and no other font of the machine."""
    weasyprint = _weasyprint(font_set)
    with _only(font_set):
        return weasyprint.text.fonts.FontConfiguration()


@lru_cache(maxsize=2)
def _weasyprint(font_set: fonts.FontSet) -> Any:
    """The package, loaded under our own fontconfig file, since it looks at the machine's fonts at once."""
    said = io.StringIO()
    try:
        with _only(font_set), redirect_stdout(said):
            import weasyprint
    except OSError as error:
        raise ToolMissingError(Fault("VB074", details={"reason": str(error).splitlines()[0]})) from error
    return weasyprint


@contextmanager
def _only(font_set: fonts.FontSet) -> Iterator[None]:
    """Fontconfig reads the environment each time that a configuration is made, and then no more."""
    before = os.environ.get("FONTCONFIG_FILE")
    os.environ["FONTCONFIG_FILE"] = str(_fontconfig_file(font_set))
    try:
        yield
    finally:
        if before is None:
            del os.environ["FONTCONFIG_FILE"]
        else:
            os.environ["FONTCONFIG_FILE"] = before


@lru_cache(maxsize=2)
def _fontconfig_file(font_set: fonts.FontSet) -> Path:
    """The configuration, kept as long as the process: Pango opens the font files when it needs them."""
    folder = Path(tempfile.mkdtemp(prefix="vanban-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    ours = fonts.fontconfig_file(font_set, folder)
    file = folder / "weasyprint.conf"
    file.write_text(_CONFIGURATION.format(fonts=escape(str(ours))), encoding="utf-8")
    return file


@contextmanager
def _warnings_are_errors() -> Iterator[None]:
    """Turn what WeasyPrint logs (a glyph that is missing, a rule that it cannot follow) into a fault."""
    log = logging.getLogger("weasyprint")
    said = _Said()
    log.addHandler(said)
    try:
        yield
    finally:
        log.removeHandler(said)
    if said.messages:
        raise VanbanError(Fault("VB046", details={"reason": "; ".join(said.messages)}))


class _Said(logging.Handler):
    """Gathers warnings."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep what one warning says."""
        message = record.getMessage()
        if not message.startswith(_HARMLESS):
            self.messages.append(message)
