"""A bare Typst script of the same pages: the same standards and fonts, kerning off, one compiler for all."""

from __future__ import annotations

import atexit
import json
import shutil
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import typst

from bench import plan
from bench.contender import Task, one_by_one
from bench.content import ANNEX_COLUMNS, LOOK, MAIN_COLUMNS, QUOC_HIEU, TIEU_NGU, Content, content
from vanban import fonts

_HEADINGS = {"ten_loai": 1, "muc_la_ma": 2, "khoan_tieu_de": 3, "phu_luc": 1}


def task() -> Task:
    """Start the compiler on the four font files, uncut."""
    font_set = fonts.find_font_set()
    folder = Path(tempfile.mkdtemp(prefix="bench-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    for path in font_set.paths:
        shutil.copy(path, folder)
    files = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[folder])
    script = Path(__file__).with_name("plan.typ")
    compiler = typst.Compiler(script, font_paths=files, ignore_system_fonts=True)
    styles = json.dumps(_styles(font_set.family))

    def make(data: Content) -> bytes:
        pdf = compiler.compile(
            sys_inputs={"data": json.dumps(data, ensure_ascii=False), "styles": styles},
            format="pdf",
            pdf_standards=["a-2b", "ua-1"],
            timestamp=datetime.fromisoformat(data["date"]).replace(tzinfo=UTC),
        )
        assert isinstance(pdf, bytes)
        return pdf

    return Task(content, one_by_one(make))


def alike() -> Task:
    """The same, of papers that share nearly all of their text."""
    return Task(lambda index: content(index, plan.alike), task().make)


def _styles(family: str) -> dict[str, Any]:
    styles: dict[str, Any] = {
        style.id: {
            "size": style.size_pt,
            "bold": style.bold,
            "italic": style.italic,
            "align": style.align,
            "indent": style.indent_mm,
            "before": style.space_before_pt,
            "after": style.space_after_pt,
            "keep": style.keep_next,
            "level": _HEADINGS.get(style.id, 0),
        }
        for style in LOOK.styles.values()
    }
    styles["words"] = {"quoc_hieu": QUOC_HIEU, "tieu_ngu": TIEU_NGU}
    styles["page"] = {
        "top": LOOK.le_tren, "bottom": LOOK.le_duoi, "left": LOOK.le_trai, "right": LOOK.le_phai,
        "family": family, "main": MAIN_COLUMNS, "annex": ANNEX_COLUMNS,
    }  # fmt: skip
    return styles
