"""What this machine has: Python, the fonts, the engines; and how to get what is missing."""

from __future__ import annotations

import platform
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from typing import Literal

from vanban.errors import VanbanError
from vanban.language import N_, _

State = Literal["ready", "missing", "optional"]
"""``optional`` is missing too, but the default path does without it."""

_PACKAGES = ("typst", "docxtpl", "weasyprint", "fonttools", "pydantic", "ruamel.yaml", "jinja2")


@dataclass(frozen=True, slots=True)
class Condition:
    """One thing that the program may need, whether it is here, and what to do when it is not."""

    name: str
    state: State
    detail: str
    remedy: str = ""


def examine() -> list[Condition]:
    """Look at this machine; nothing is installed or changed."""
    return [*_python(), _fonts(), _weasyprint(), _libreoffice(), _ocr(), _verapdf()]


def _python() -> Iterator[Condition]:
    yield Condition("Python", "ready", platform.python_version())
    for name in _PACKAGES:
        try:
            yield Condition(name, "ready", version(name))
        except PackageNotFoundError:
            yield Condition(name, "missing", "", f"pip install {name}")


def _fonts() -> Condition:
    from vanban.fonts import VIETNAMESE_LETTERS, find_font_set

    def look() -> str:
        fonts = find_font_set()
        words = _("{family} {version}, đủ {count} chữ cái tiếng Việt ({folder})")
        return words.format(
            family=fonts.family,
            version=fonts.version,
            count=len(VIETNAMESE_LETTERS),
            folder=fonts.regular.parent,
        )

    return _tried(_("Phông chữ thay Times New Roman"), look, "missing")


def _weasyprint() -> Condition:
    def look() -> str:
        try:
            import weasyprint
        except OSError as error:  # Pango is not on this machine
            raise _AbsentError(str(error)) from error
        return str(weasyprint.__version__)

    return _tried(
        "WeasyPrint (--engine weasyprint)", look, "optional",
        "sudo apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0",
    )  # fmt: skip


def _libreoffice() -> Condition:
    from vanban.tools.soffice import find_soffice, soffice_version

    return _tried(
        "LibreOffice (--engine libreoffice)", lambda: f"{soffice_version()} ({find_soffice()})", "optional"
    )


def _ocr() -> Condition:
    from vanban.tools.ocr import find_ocr

    return _tried(_("ocrmypdf, Tesseract (nhận dạng chữ, --ocr)"), lambda: str(find_ocr()), "optional")


def _verapdf() -> Condition:
    from vanban.tools.verapdf import verapdf_version

    return _tried(_("veraPDF (kiểm chứng PDF/A)"), verapdf_version, "optional")


class _AbsentError(Exception):
    """Something is not here, for a reason that is not one of our faults."""


def _tried(name: str, look: Callable[[], str], otherwise: State, remedy: str = "") -> Condition:
    try:
        return Condition(name, "ready", look())
    except VanbanError as error:
        return Condition(name, otherwise, error.faults[0].message, remedy or error.faults[0].remedy)
    except _AbsentError as error:
        return Condition(name, otherwise, str(error).splitlines()[0], remedy)


STATE_WORDS: dict[State, str] = {
    "ready": N_("có"),
    "missing": N_("THIẾU"),
    "optional": N_("không có (không bắt buộc)"),
}
