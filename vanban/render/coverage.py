"""Makes sure, before any text is set, that the font has every character of a sheet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from vanban import fonts
from vanban.plain_svg import svg_text
from vanban.render.sheet import Item, Sheet, SheetRun

_EXCERPT = 40
"""How much of a paragraph tells its author which one it is."""


def check_coverage(sheet: Sheet) -> None:
    """Refuse a sheet with an emoji or a letter that the font lacks, since no other font ever steps in.

    Raises:
        InputError: a VB063 for each paragraph or cell, which names the characters and quotes its beginning.
        ToolMissingError: no usable font.
    """
    parts = list(_parts(sheet))
    if fonts.missing_characters(_plain(run for _, runs in parts for run in runs)):
        texts = ((style, _plain(runs)) for style, runs in parts)
        fonts.check_characters({f"{style} «{text[:_EXCERPT]}»": text for style, text in texts})


def _parts(sheet: Sheet) -> Iterator[tuple[str, list[SheetRun]]]:
    """Every paragraph and cell as (id of its style, its runs), in the order of the sheet."""
    for section in sheet["sections"]:
        for item in section["items"]:
            yield from _of_item(item)
        for line in section["foot"]:
            yield line["s"], line["r"]
    for note in sheet["notes"]:
        yield "chu_thich", note
    for image in sheet["images"]:
        if image["media"] == "svg":
            yield "hinh", [(svg_text(image["data"]), 0)]


def _of_item(item: Item) -> Iterator[tuple[str, list[SheetRun]]]:
    match item["t"]:
        case "p":
            yield item["s"], item["r"]
        case "frame":
            yield item["s"], [(item["text"], 0)]
        case "table":
            for row in item["rows"]:
                for cell in row:
                    yield "bang", cell["r"]
        case "pair":
            for columns in item["rows"]:
                for column in columns:
                    for part in column:
                        yield from _of_item(part)


def _plain(runs: Iterable[SheetRun]) -> str:
    """The text of the runs; the number of a footnote is none."""
    return "".join([text for text, _ in runs if isinstance(text, str)])
