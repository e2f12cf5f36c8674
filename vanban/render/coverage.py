"""Makes sure, before any text is set, that the font has every character of a sheet."""

from __future__ import annotations

from collections.abc import Iterator

from vanban import fonts
from vanban.render.sheet import BREAK, NOTE, Frame, Item, P, Rule, Sheet, SheetRun

_EXCERPT = 40
"""How much of a paragraph tells its author which one it is."""


def check_coverage(sheet: Sheet) -> None:
    """Refuse a sheet with an emoji or a letter that the font lacks, since no other font ever steps in.

    Raises:
        InputError: a VB063 for each paragraph or cell, which names the characters and quotes its beginning.
        ToolMissingError: no usable font.
    """
    texts = list(_texts(sheet))
    if fonts.missing_characters("".join(text for _, text in texts)):
        fonts.check_characters({f"{part} «{text[:_EXCERPT]}»": text for part, text in texts})


def _texts(sheet: Sheet) -> Iterator[tuple[str, str]]:
    """Every paragraph and cell as (id of its style, its text), in the order of the sheet."""
    for section in sheet["sections"]:
        for item in section["items"]:
            yield from _of_item(item)
        for line in section["foot"]:
            yield line["s"], _plain(line["r"])
    for note in sheet["notes"]:
        yield "chu_thich", _plain(note)


def _of_item(item: Item | P | Rule | Frame) -> Iterator[tuple[str, str]]:
    match item["t"]:
        case "p":
            yield item["s"], _plain(item["r"])
        case "frame":
            yield item["s"], item["text"]
        case "table":
            for row in item["rows"]:
                for cell in row:
                    yield "bang", _plain(cell["r"])
        case "pair":
            for columns in item["rows"]:
                for column in columns:
                    for part in column:
                        yield from _of_item(part)


def _plain(runs: list[SheetRun]) -> str:
    return "".join(str(text) for text, look in runs if not look & (NOTE | BREAK))
