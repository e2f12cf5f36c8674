"""The file of figures, ``so-lieu.sqlite``: periods, targets, units and figures in tables anyone can query."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import astuple, fields
from decimal import Decimal
from pathlib import Path
from typing import Any

from vanban.errors import Place, fail
from vanban.files import read_bytes
from vanban.so_lieu.model import ChiTieu, DonVi, Figure, Ky, Reported
from vanban.tiengviet.dates import Ngay

_EDITION = 1
"""Goes up with every change of the tables; a file of another edition is refused."""
_MAGIC = b"SQLite format 3\0"

_ITEM = tuple(field.name for field in fields(ChiTieu))
_NUMBERS = ("chi_tieu", "chi_tieu_don_vi", "tu", "den")
_LISTS = ("lua_chon", "tong_cua")
_ANSWERS = ("bat_buoc", "luy_ke")

_TABLES = f"""
CREATE TABLE ky (thu_tu INTEGER PRIMARY KEY, ma TEXT UNIQUE NOT NULL, ten TEXT NOT NULL, truoc TEXT NOT NULL,
    han_nop TEXT NOT NULL);
CREATE TABLE chi_tieu (ky TEXT NOT NULL, thu_tu INTEGER NOT NULL, {", ".join(_ITEM)}, PRIMARY KEY (ky, id));
CREATE TABLE don_vi (ky TEXT NOT NULL, thu_tu INTEGER NOT NULL, ma TEXT NOT NULL, ten TEXT NOT NULL,
    PRIMARY KEY (ky, ma));
CREATE TABLE so_lieu (ky TEXT NOT NULL, don_vi TEXT NOT NULL, chi_tieu TEXT NOT NULL, gia_tri TEXT NOT NULL,
    la_so INTEGER NOT NULL, tep TEXT NOT NULL, o TEXT NOT NULL, PRIMARY KEY (ky, don_vi, chi_tieu));
PRAGMA user_version = {_EDITION};
"""


def to_sqlite(periods: Iterable[Reported]) -> bytes:
    """The bytes of a file of figures with these periods, in their order."""
    with closing(sqlite3.connect(":memory:")) as base:
        base.executescript(_TABLES)
        for number, period in enumerate(periods):
            ky = period.ky
            due = str(ky.han_nop or "")
            base.execute("INSERT INTO ky VALUES (?, ?, ?, ?, ?)", (number, ky.ma, ky.ten, ky.truoc, due))
            gaps = ", ".join("?" * (len(_ITEM) + 2))
            items = ((ky.ma, at, *map(_cell, astuple(item))) for at, item in enumerate(period.chi_tieu))
            base.executemany(f"INSERT INTO chi_tieu VALUES ({gaps})", items)
            units = ((ky.ma, at, unit.ma, unit.ten) for at, unit in enumerate(period.don_vi))
            base.executemany("INSERT INTO don_vi VALUES (?, ?, ?, ?)", units)
            base.executemany("INSERT INTO so_lieu VALUES (?, ?, ?, ?, ?, ?, ?)", _lines(period))
        base.commit()
        return base.serialize()


def _lines(period: Reported) -> Iterator[tuple[object, ...]]:
    for one in period.figures.values():
        number = isinstance(one.value, Decimal)
        yield period.ky.ma, one.don_vi, one.chi_tieu, _cell(one.value), number, one.tep, one.o


def _cell(value: object) -> object:
    match value:
        case None:
            return ""
        case Decimal():
            return f"{value:f}"
        case bool():
            return int(value)
        case tuple():
            return "\n".join(value)
    return value


def read_periods(path: Path) -> list[Reported]:
    """All periods of a file of figures, the first one put down first.

    Raises:
        InputError: VB010 there is no such file; VB260 it is no file of figures, or of another edition.
    """
    with _opened(path) as base:
        return [_period(base, row) for row in base.execute("SELECT * FROM ky ORDER BY thu_tu")]


def read_period(path: Path, ma: str = "") -> tuple[Reported, Reported | None]:
    """A period, the last one put down where ``ma`` is "", and the one before it as far as it is known.

    Raises:
        InputError: as :func:`read_periods`; VB261 there is no such period.
    """
    periods = read_periods(path)
    by_id = {period.ky.ma: period for period in periods}
    if not periods or (ma and ma not in by_id):
        raise fail("VB261", Place(str(path)), found=ma or "…", allowed=", ".join(by_id))
    chosen = by_id[ma] if ma else periods[-1]
    return chosen, by_id.get(chosen.ky.truoc)


@contextmanager
def _opened(path: Path) -> Iterator[sqlite3.Connection]:
    """A copy of the file in the memory; whatever is wrong with it is VB260."""
    data, place = read_bytes(path), Place(str(path))
    if not data.startswith(_MAGIC):
        raise fail("VB260", place)
    try:
        with closing(sqlite3.connect(":memory:")) as base:
            base.deserialize(data)
            base.row_factory = sqlite3.Row
            if base.execute("PRAGMA user_version").fetchone()[0] != _EDITION:
                raise fail("VB260", place)
            yield base
    except (sqlite3.Error, ArithmeticError, ValueError, KeyError) as error:
        raise fail("VB260", place) from error


def _period(base: sqlite3.Connection, row: sqlite3.Row) -> Reported:
    due = Ngay.parse(row["han_nop"]) if row["han_nop"] else None
    ky = Ky(row["ma"], row["ten"], row["truoc"], due)
    items = base.execute("SELECT * FROM chi_tieu WHERE ky = ? ORDER BY thu_tu", (ky.ma,))
    units = base.execute("SELECT ma, ten FROM don_vi WHERE ky = ? ORDER BY thu_tu", (ky.ma,))
    figures = base.execute("SELECT * FROM so_lieu WHERE ky = ?", (ky.ma,))
    return Reported(
        ky,
        tuple(map(_item, items)),
        tuple(DonVi(unit["ma"], unit["ten"]) for unit in units),
        {(one["don_vi"], one["chi_tieu"]): _figure(one) for one in figures},
    )


def _item(row: sqlite3.Row) -> ChiTieu:
    given: dict[str, Any] = {name: row[name] for name in _ITEM}
    for name in _NUMBERS:
        given[name] = Decimal(given[name]) if given[name] else None
    for name in _LISTS:
        given[name] = tuple(filter(None, given[name].split("\n")))
    for name in _ANSWERS:
        given[name] = bool(given[name])
    return ChiTieu(**given)


def _figure(row: sqlite3.Row) -> Figure:
    value = Decimal(row["gia_tri"]) if row["la_so"] else row["gia_tri"]
    return Figure(row["don_vi"], row["chi_tieu"], value, row["tep"], row["o"])
