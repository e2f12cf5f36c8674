"""Units of administration before and after 1 July 2025 (``units.txt``), read when first asked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files

from vanban.tiengviet.tones import mark_first

_KINDS = {"P": "Phường", "X": "Xã", "T": "Thị trấn", "K": "Đặc khu"}
_JOIN = re.compile(r"\s*[-–\s]\s*")
"""What parts the words of a name."""


def key_of(name: str) -> str:
    """What is the same in all ways to write the name of a unit: ``TỈNH HOÀ BÌNH``, ``tỉnh Hòa Bình``."""
    return _JOIN.sub(" ", mark_first(name).casefold().replace("’", "'"))


@dataclass(frozen=True, slots=True)
class Commune:
    """A commune before 1 July 2025, its district and province, and the communes in which it is now."""

    province: str
    district: str
    now: tuple[str, ...]
    resolution: str
    """The resolution that says so."""


@dataclass(frozen=True)
class Units:
    """Names are looked up by :func:`key_of`, kind and name: ``tỉnh hải dương``, ``xã mễ trì``."""

    provinces: Mapping[str, str] = field(default_factory=dict)
    """Every province of the time before, with the one in which it is now."""
    districts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Every district of the time before, with the provinces that had one of this name."""
    communes: Mapping[str, tuple[Commune, ...]] = field(default_factory=dict)
    """Every commune of the time before; many names were borne by several."""
    present: frozenset[str] = frozenset()
    """Every province and commune since then, those of 2026 too."""


@lru_cache(maxsize=1)
def units() -> Units:
    """The table, read once."""
    lines = (files("vanban.thethuc") / "units.txt").read_text(encoding="utf-8").splitlines()
    return _read(line for line in lines if line and not line.startswith("#"))


def _read(lines: Iterable[str]) -> Units:
    provinces: dict[str, str] = {}
    districts: dict[str, tuple[str, ...]] = {}
    communes: dict[str, tuple[Commune, ...]] = {}
    present: set[str] = set()
    province = district = resolution = ""
    for line in lines:
        name, _arrow, told = line.removeprefix("= ").removeprefix("+ ").removeprefix("* ").partition(" > ")
        match line[0]:
            case "=":
                province = name
                now, number = told.split(", ")
                resolution = f"Nghị quyết số {number}/NQ-UBTVQH15"
                provinces[key_of(province)] = now
                present.add(key_of(now))
            case "+":
                district = name
                districts[key_of(name)] = (*districts.get(key_of(name), ()), province)
                present.update(key_of(_full(one)) for one in told.split(", ") if one)
            case "*":
                present.add(key_of(name))
            case _:
                to = tuple(_full(one) for one in (told or name).split(", "))
                key = key_of(_full(name))
                communes[key] = (*communes.get(key, ()), Commune(province, district, to, resolution))
                present.update(map(key_of, to))
    return Units(provinces, districts, communes, frozenset(present))


def _full(short: str) -> str:
    kind, _space, name = short.partition(" ")
    return f"{_KINDS[kind]} {name}"
