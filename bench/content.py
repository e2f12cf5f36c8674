"""The plan as peers are given it: vanban's own words already written out, so that they only lay it out."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from bench.plan import SHELF_WIDTHS, TASK_WIDTHS, plan
from vanban.document import Document
from vanban.render.compose import compose
from vanban.render.sheet import Item, P, Pair, TableItem
from vanban.thethuc import Look

LOOK = Look()
QUOC_HIEU, TIEU_NGU = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"
BODY_STYLES = ("muc_la_ma", "khoan_tieu_de", "khoan", "diem", "can_cu", "ten_loai", "trich_yeu", "doan")
"""Styles of the paragraphs of ``noi_dung``, the plain one last."""
MAIN_COLUMNS, ANNEX_COLUMNS = TASK_WIDTHS, SHELF_WIDTHS

Content = dict[str, Any]


def content(index: int, paper: Callable[[int], Document] = plan) -> Content:
    """Write out the plan with this number as the data that one gives to a template.

    Returns:
        Strings and lists of lines by part; ``noi_dung`` has a dictionary for each paragraph (its style ``s``,
        its ``text``) and table (``s`` is "bang"; ``rows``, the head first); ``phu_luc`` is the one annex.
    """
    sheet = compose(paper(index), LOOK)
    main, annex = sheet["sections"]
    header, signing = (item for item in main["items"] if item["t"] == "pair")
    by_style = {item["s"]: _text(item) for item in annex["items"] if item["t"] == "p"}
    return {
        "title": sheet["title"],
        "author": sheet["author"],
        "date": sheet["date"],
        "co_quan": _lines(header, "co_quan"),
        "so": _lines(header, "so_ky_hieu")[0],
        "dia_danh": _lines(header, "dia_danh")[0],
        "noi_dung": [_block(item) for item in main["items"] if item["t"] in ("p", "table")],
        "noi_nhan": _lines(signing, "noi_nhan"),
        "quyen_han": _lines(signing, "quyen_han"),
        "ho_ten": _lines(signing, "ho_ten")[0],
        "phu_luc": {
            "tieu_de": by_style["phu_luc_tieu_de"],
            "kem_theo": by_style["kem_theo"],
            "rows": next(_rows(item) for item in annex["items"] if item["t"] == "table"),
        },
    }


def _lines(pair: Pair, style: str) -> list[str]:
    parts = (part for row in pair["rows"] for side in row for part in side)
    return [_text(part) for part in parts if part["t"] == "p" and part["s"] == style]


def _block(item: Item) -> dict[str, Any]:
    if item["t"] == "table":
        return {"s": "bang", "rows": _rows(item)}
    assert item["t"] == "p"
    return {"s": item["s"], "text": _text(item)}


def _rows(table: TableItem) -> list[list[str]]:
    return [["".join(str(text) for text, _ in cell["r"]) for cell in row] for row in table["rows"]]


def _text(paragraph: P) -> str:
    return "".join(str(text) for text, _ in paragraph["r"])
