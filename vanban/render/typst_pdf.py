"""Sheet → PDF/A and PDF/UA-1 by Typst: one compiler a process, data as JSON, every warning an error."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from functools import lru_cache, partial
from typing import TYPE_CHECKING, Any, cast

from vanban import fonts
from vanban.errors import Fault, Place, VanbanError
from vanban.render.line_breaks import segments, words_longer_than
from vanban.render.line_counts import count_lines, width_pt
from vanban.render.lines import (
    NOTE_CLEARANCE_PT,
    NOTE_MARK_RISE,
    NOTE_MARK_SIZE,
    italic_margin,
    line_metrics,
    points,
)
from vanban.render.outlines import with_outlines
from vanban.render.pdf_pack import pack
from vanban.render.sheet import BOLD, BREAK, ITALIC, Item, Sheet, SheetRun, TableCell, TableItem
from vanban.render.typst_fonts import covers, font_folder
from vanban.render.xmp import with_description
from vanban.resources import templates_folder
from vanban.thethuc import Look
from vanban.thethuc import measures as m

if TYPE_CHECKING:
    import typst

    from vanban.render.embedding import Attachment

STANDARDS: list[typst.PDFStandard] = ["a-2b", "ua-1"]
WITH_FILES: list[typst.PDFStandard] = ["a-3b", "ua-1"]
"""PDF/A-2 lets no files be attached but PDF/A ones."""
_LINE_PT, _SIZE_PT = 400.0, 14.0
"""The least width of a line of the body and the largest letter; words that fit this fit every line."""
WHOLE = 16
"""Flag of a run that must stay on one line."""
ANYWHERE = 32
"""Flag of a run that is wider than its line and breaks between any two letters."""
_SPREAD = {"about", "notes", "images"}
"""Parts of a sheet that Typst is not given as such."""
_NEW_LINE = ANYWHERE | BREAK
"""Such a run starts a line, and the line before it is spaced out to the margin."""


def render_typst(sheet: Sheet, look: Look, attached: Sequence[Attachment] = ()) -> bytes:
    """Set a sheet as PDF, with files attached to it.

    Returns:
        The bytes of a PDF/A-2b and PDF/UA-1 file, PDF/A-3b with attached files; the same sheet, look, files
        and fonts give the same bytes.

    Raises:
        ToolMissingError: no usable font.
        VanbanError: VB046, Typst could not set the sheet, or warned about it.
    """
    import typst

    data = json.dumps(_for_typst(sheet, look), ensure_ascii=False)
    compiler = compiler_of(fonts.find_font_set(), whole=not covers(data))
    try:
        pdf, warnings = compiler.compile_with_warnings(
            _script(data, attached),
            sys_inputs={"look": _look_json(look)},
            format="pdf",
            pdf_standards=WITH_FILES if attached else STANDARDS,
            timestamp=_timestamp(sheet),
        )
    except typst.TypstError as error:
        raise _failure(str(error)) from error
    if warnings:
        raise _failure("; ".join(str(warning) for warning in warnings))
    # One file: only other formats give a list of pages.
    return pack(cast("bytes", pdf), partial(with_description, values=sheet["about"]))


def _script(data: str, attached: Sequence[Attachment]) -> bytes:
    """The paper's own main file: calls the layout with the data.

    Data in ``sys_inputs`` would be part of Typst's library, and nothing set with another library is ever used
    again.
    """
    files = json.dumps([asdict(file) | {"data": list(file.data)} for file in attached])
    return f'#import "/van-ban.typ": paper\n#paper({_literal(data)}, {_literal(files)})'.encode()


def _literal(data: str) -> str:
    """JSON as an expression of Typst; no character of it is markup."""
    escaped = data.replace("\\", r"\\").replace('"', r"\"")
    return f'json(bytes("{escaped}"))'


@lru_cache(maxsize=2)
def compiler_of(font_set: fonts.FontSet, *, whole: bool) -> typst.Compiler:
    """A compiler that knows the layout and these faces, whole or cut down; one a process."""
    import typst

    files = typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=[str(font_folder(font_set, whole=whole))],
    )
    layout = templates_folder() / "layout"
    return typst.Compiler(root=str(layout), font_paths=files, ignore_system_fonts=True)


@lru_cache(maxsize=8)
def _look_json(look: Look) -> str:
    """The look in points, rounded to the twips that a Word file holds, so that both give the same lines."""
    styles = {
        style.id: {
            "size": style.size_pt,
            "bold": style.bold,
            "italic": style.italic,
            "right": italic_margin(style.size_pt) if style.italic else 0,
            "align": style.align,
            "indent": points(style.indent_mm),
            "before": style.space_before_pt,
            "after": style.space_after_pt,
            "keep": style.keep_next,
            **line_metrics(style.size_pt, style.line),
        }
        for style in look.styles.values()
    }
    table_text = line_metrics(look.co_chu_bang, 1)
    return json.dumps(
        {
            "family": fonts.find_font_set().family,
            "page": {
                "width": points(m.PAGE_WIDTH_MM),
                "height": points(m.PAGE_HEIGHT_MM),
                "top": points(look.le_tren),
                "bottom": points(look.le_duoi),
                "left": points(look.le_trai),
                "right": points(look.le_phai),
                "number": points(m.PAGE_NUMBER_FROM_TOP_MM),
                "address": points(m.ADDRESS_FROM_BOTTOM_MM),
            },
            "rule": {"stroke": m.RULE_THICKNESS_PT, "gap": m.RULE_GAP_PT, "height": m.RULE_HEIGHT_PT},
            "table": {
                "stroke": m.TABLE_LINE_PT,
                "pad": points(m.CELL_PADDING_MM),
                "space": m.SPACE_AROUND_TABLE_PT,
                **table_text,
            },
            "frame": {
                "colour": m.STAMP_COLOUR,
                "above": m.SPACE_ABOVE_STAMP_PT,
                "below": m.SPACE_BELOW_STAMP_PT,
                "pad": dict(zip("xy", map(points, m.STAMP_PADDING_MM), strict=True)),
            },
            "note": {"mark": NOTE_MARK_SIZE, "rise": NOTE_MARK_RISE, "clearance": NOTE_CLEARANCE_PT},
            "pair": {"dau": 0, "ky": m.SPACE_BEFORE_SIGNATURES_PT},
            "styles": styles,
        }
    )


def _for_typst(sheet: Sheet, look: Look) -> dict[str, Any]:
    """The sheet with the places marked where a line must not break, notes and pictures where they stand."""
    data: dict[str, Any] = {name: value for name, value in sheet.items() if name not in _SPREAD}
    data["sections"] = [
        {**section, "items": _items(section["items"], sheet, look)} for section in sheet["sections"]
    ]
    return data


def _items(items: Sequence[Item], sheet: Sheet, look: Look) -> list[dict[str, Any]]:
    """Items for Typst; each learns how much the line spacing of the one above adds to the gap."""
    out: list[dict[str, Any]] = []
    lead = 0.0
    for item in items:
        out.append({**_item(item, sheet), "lead": lead})
        style = look.styles[item["s"]] if item["t"] == "p" else None
        lead = line_metrics(style.size_pt, style.line)["leading"] if style else 0.0
    return out


def _item(item: Item, sheet: Sheet) -> dict[str, Any]:
    match item["t"]:
        case "p":
            return {**item, "r": _guarded(item["r"], sheet)}
        case "table":
            return _table(item, sheet)
        case "pair":
            sides = [[[_item(part, sheet) for part in side] for side in row] for row in item["rows"]]
            return {**item, "w": [points(w) for w in item["w"]], "rows": sides}
        case "figure":
            image = sheet["images"][item["image"]]
            drawn = with_outlines(image["data"]) if image["media"] == "svg" else image["data"]
            return {**item, "image": {"media": image["media"], "data": list(drawn)}}
        case _:
            return {**item}


def _table(table: TableItem, sheet: Sheet) -> dict[str, Any]:
    """A table; Typst is told how many lines high each row is, 0 where only it can tell."""
    size = table["size"]
    rows, lines = [], []
    for row in table["rows"]:
        rooms = [_room_pt(cell, x, table) for x, cell in enumerate(row)]
        cells = list(zip(row, rooms, strict=True))
        rows.append([{**cell, "r": _guarded(cell["r"], sheet, room, size)} for cell, room in cells])
        sure = [count for cell, room in cells if (count := _lines(cell, room, size)) is not None]
        lines.append(max(sure) if len(sure) == len(row) else 0)
    return {**table, "w": [points(w) for w in table["w"]], "rows": rows, "lines": lines}


def _room_pt(cell: TableCell, column: int, table: TableItem) -> float:
    """The width of a cell's lines."""
    width = points(sum(table["w"][column : column + cell.get("cs", 1)]))
    return width - 2 * points(m.CELL_PADDING_MM)


def _lines(cell: TableCell, room_pt: float, size_pt: float) -> int | None:
    """How many lines a cell has; None where that is not sure."""
    if "cover" in cell or cell["rs"] > 1 or len(cell["r"]) > 1:
        return None
    if not cell["r"]:
        return 0
    ((text, look),) = cell["r"]
    if not isinstance(text, str) or look & ~(BOLD | ITALIC):
        return None
    return count_lines(text, look, size_pt, room_pt)


def _guarded(
    runs: list[SheetRun], sheet: Sheet, room_pt: float = _LINE_PT, size_pt: float = _SIZE_PT
) -> list[tuple[Any, int]]:
    """The runs of a line of ``room_pt``, with the places marked where Typst alone would break otherwise."""
    out: list[tuple[Any, int]] = []
    for text, look in runs:
        if not isinstance(text, str):
            out.append((_guarded(sheet["notes"][text - 1], sheet), look))
        elif look & BREAK:
            out.append((text, look))
        else:
            parts = _parts(text, look, room_pt, size_pt)
            out += parts if out or not parts or parts[0][1] != _NEW_LINE else parts[1:]
    return out


@lru_cache(maxsize=4096)
def _parts(text: str, look: int, room_pt: float, size_pt: float) -> tuple[SheetRun, ...]:
    """One run so marked; a word wider than the line has a new line before it."""
    long = words_longer_than(int(room_pt / size_pt))  # no letter is wider than the size
    out: list[SheetRun] = []
    done = 0
    for word in long.finditer(text):
        if width_pt(word[0], look, size_pt) > room_pt:
            out += _pieces(text[done : word.start()], look)
            out += [("", _NEW_LINE), (word[0], look | ANYWHERE)]
            done = word.end()
    return (*out, *_pieces(text[done:], look))


def _pieces(text: str, look: int) -> list[SheetRun]:
    return [(piece, look | WHOLE if whole else look) for piece, whole in segments(text)]


def _timestamp(sheet: Sheet) -> datetime:
    """The paper's own date, so that the same data give the same bytes."""
    return datetime.fromisoformat(sheet["date"]).replace(tzinfo=UTC)


def _failure(reason: str) -> VanbanError:
    return VanbanError(Fault("VB046", Place(), {"reason": reason.strip()}))
