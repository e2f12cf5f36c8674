"""WeasyPrint on a page of its own HTML and CSS: as its manual shows it, and with what can be kept kept."""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

from jinja2 import Environment, FileSystemLoader

from bench.contender import Task, one_by_one
from bench.content import ANNEX_COLUMNS, LOOK, MAIN_COLUMNS, QUOC_HIEU, TIEU_NGU, Content, content
from vanban import fonts

_HEADINGS = {"ten_loai": 1, "muc_la_ma": 2, "khoan_tieu_de": 3}
_OPTIONS = {"pdf_variant": "pdf/a-2b", "pdf_tags": True}


def plain() -> Task:
    """Fonts configured and CSS parsed for every document."""
    html, css = _sources()
    import weasyprint
    from weasyprint.text.fonts import FontConfiguration

    def make(data: Content) -> bytes:
        configuration = FontConfiguration()
        style = weasyprint.CSS(string=css, font_config=configuration)
        return bytes(
            weasyprint.HTML(string=html(data)).write_pdf(
                stylesheets=[style], font_config=configuration, **_OPTIONS
            )
        )

    return Task(content, one_by_one(make))


def shared() -> Task:
    """Fonts configured and CSS parsed once."""
    html, css = _sources()
    import weasyprint
    from weasyprint.text.fonts import FontConfiguration

    configuration = FontConfiguration()
    style = weasyprint.CSS(string=css, font_config=configuration)

    def make(data: Content) -> bytes:
        page = weasyprint.HTML(string=html(data))
        return bytes(page.write_pdf(stylesheets=[style], font_config=configuration, **_OPTIONS))

    return Task(content, one_by_one(make))


def slow() -> Task:
    """As :func:`plain`, on a machine without libharfbuzz-subset, where fontTools cuts the fonts."""
    task = plain()
    import weasyprint.pdf.fonts

    weasyprint.pdf.fonts.harfbuzz_subset = None
    return task


def _sources() -> tuple[Callable[[Content], str], str]:
    """The compiled template of the page, and the CSS; WeasyPrint sees the same font files as everyone."""
    font_set = fonts.find_font_set()
    folder = Path(tempfile.mkdtemp(prefix="bench-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    os.environ["FONTCONFIG_FILE"] = str(fonts.fontconfig_file(font_set, folder))
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent), autoescape=lambda name: name == "plan.html"
    )
    css = environment.get_template("plan.css.j2").render(look=LOOK, family=font_set.family)
    fixed = {"quoc_hieu": QUOC_HIEU, "tieu_ngu": TIEU_NGU, "headings": _HEADINGS}
    columns = {"main_columns": MAIN_COLUMNS, "annex_columns": ANNEX_COLUMNS}
    page = environment.get_template("plan.html", globals=fixed | columns)
    return page.render, css
