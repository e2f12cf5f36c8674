"""Automatic numbering: the levels of the lists of a Word file, and the label that each paragraph gets."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from lxml.etree import _Element as Element

from vanban.ooxml.properties import Setting, read_setting
from vanban.ooxml.symbols import plain
from vanban.ooxml.wml import W, switch, value, whole

LEVELS = 9
_GAP = re.compile(r"%([1-9])")
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_MOST_ROMAN, _MOST_LETTERS = 32_767, 780


class Level(NamedTuple):
    """One level of a list: where it starts, how a number and the whole label are written, how it is set.

    ``restart`` is the level (from 1) after which it begins anew: None after any higher one, 0 never.
    """

    start: int = 1
    format: str = "decimal"
    text: str = ""
    restart: int | None = None
    legal: bool = False
    font: str = ""
    style: str | None = None
    setting: Setting = Setting()


class Instance(NamedTuple):
    """A list as paragraphs refer to it: the abstract list it counts with, its own levels and starts."""

    abstract: str
    levels: Mapping[int, Level]
    starts: Mapping[int, int]


@dataclass(frozen=True)
class Lists:
    """The lists of a document by their number."""

    instances: Mapping[int, Instance] = field(default_factory=dict)

    def level(self, identity: int | None, at: int) -> Level | None:
        """A level, from 0; None where there is no such list or level."""
        instance = self.instances.get(identity or 0)
        return instance.levels.get(at) if instance else None

    def level_of_style(self, identity: int, style: str) -> int | None:
        """The level of a list that is tied to a paragraph style."""
        instance = self.instances.get(identity)
        levels = instance.levels.items() if instance else ()
        return next((at for at, level in levels if level.style == style), None)


@dataclass
class Counter:
    """Counts the paragraphs of every list as they come, and says what is printed before each."""

    lists: Lists
    _counts: dict[str, dict[int, int]] = field(default_factory=dict)
    _begun: set[tuple[int, int]] = field(default_factory=set)

    def label(self, identity: int, at: int) -> str:
        """The label of the next paragraph on this level of this list: ``1.``, ``a)``, ``-``."""
        level = self.lists.level(identity, at)
        if level is None:
            return ""
        instance = self.lists.instances[identity]
        counts = self._counts.setdefault(instance.abstract, {})
        if at in instance.starts and (identity, at) not in self._begun:
            counts[at] = instance.starts[at]
        else:
            counts[at] = counts[at] + 1 if at in counts else level.start
        self._begun.add((identity, at))
        for deeper in [d for d in counts if d > at]:
            below = instance.levels.get(deeper, Level())
            if below.restart is None or 0 < at + 1 <= below.restart:
                del counts[deeper]
        return _written(level, instance, counts)


def _written(level: Level, instance: Instance, counts: Mapping[int, int]) -> str:
    if level.format == "bullet":
        return plain(level.text, level.font)

    def count(gap: re.Match[str]) -> str:
        at = int(gap[1]) - 1
        other = instance.levels.get(at, Level())
        way = "decimal" if level.legal and other.format != "none" else other.format
        return write_number(counts.get(at, other.start), way)

    return _GAP.sub(count, level.text).strip()


def write_number(count: int, way: str) -> str:
    """A number in one of Word's ways (``lowerLetter``, ``upperRoman``); digits for the ways that are rare."""
    if way == "none":
        return ""
    if way.endswith("Letter") and 0 < count <= _MOST_LETTERS:
        text = chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1)
    elif way.endswith("Roman") and 0 < count <= _MOST_ROMAN:
        text = _roman(count)
    else:
        return f"{count:02}" if way == "decimalZero" else str(count)
    return text.upper() if way.startswith("upper") else text


def _roman(count: int) -> str:
    out = ""
    for worth, letters in _ROMAN:
        out += letters * (count // worth)
        count %= worth
    return out


def read_lists(root: Element | None, lists_of_styles: Mapping[str, int]) -> Lists:
    """The lists of a document.

    Args:
        root: of ``numbering.xml``; None where there is none.
        lists_of_styles: the list that each numbering style leads to, for abstract lists that name a style.
    """
    if root is None:
        return Lists()
    abstract = {e.get(f"{W}abstractNumId", ""): e for e in root.iterchildren(f"{W}abstractNum")}
    levels = {identity: _levels(element) for identity, element in abstract.items()}
    numbers = {e: whole(e.get(f"{W}numId")) for e in root.iterchildren(f"{W}num")}
    abstract_of = {number: value(e, "abstractNumId") or "" for e, number in numbers.items()}
    instances: dict[int, Instance] = {}
    for element, number in numbers.items():
        if not number:
            continue
        base = abstract_of[number]
        link = value(abstract.get(base), "numStyleLink")
        base = abstract_of.get(lists_of_styles.get(link or ""), base)
        instances[number] = _instance(element, base, levels.get(base, {}))
    return Lists(instances)


def _instance(element: Element, base: str, levels: Mapping[int, Level]) -> Instance:
    own = dict(levels)
    starts: dict[int, int] = {}
    for change in element.iterchildren(f"{W}lvlOverride"):
        at = whole(change.get(f"{W}ilvl"))
        new, start = change.find(f"{W}lvl"), whole(value(change, "startOverride"))
        if at is None:
            continue
        if new is not None:
            own[at] = _level(new)
        if start is not None:
            starts[at] = start
    return Instance(base, own, starts)


def _levels(abstract: Element) -> dict[int, Level]:
    return {
        at: _level(element)
        for element in abstract.iterchildren(f"{W}lvl")
        if (at := whole(element.get(f"{W}ilvl"))) is not None and 0 <= at < LEVELS
    }


def _level(element: Element) -> Level:
    fonts = element.find(f"{W}rPr/{W}rFonts")
    start = whole(value(element, "start"))
    return Level(
        start=1 if start is None else start,
        format=value(element, "numFmt") or "decimal",
        text=value(element, "lvlText") or "",
        restart=whole(value(element, "lvlRestart")),
        legal=bool(switch(element, "isLgl")),
        font="" if fonts is None else fonts.get(f"{W}ascii", ""),
        style=value(element, "pStyle"),
        setting=read_setting(element.find(f"{W}pPr")),
    )
