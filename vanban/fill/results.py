"""A field of the type ``so_lieu``: figures from a file of figures, or written into the data themselves."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

from vanban.errors import Fault, InputError
from vanban.fill.targets import targets_of
from vanban.located import Path as Way
from vanban.located import Places, unknown_key
from vanban.so_lieu import ChiTieu, DonVi, Figure, Ky, Reported, read_period, results
from vanban.so_lieu.model import Value
from vanban.so_lieu.typed import admitted, typed

_FROM_FILE = ("tep", "ky", "don_vi")
_WRITTEN = ("ky", "ky_truoc", "chi_tieu")

Record = Callable[[Any, Way], dict[str, Any]]
"""Reads one target of written figures as a record of typed values."""


def file_of(raw: object, places: Places) -> Path | None:
    """The file that a field of figures names, relative to the file of the data; None where it names none."""
    name = raw.get("tep") if isinstance(raw, Mapping) else raw
    return Path(places.file or ".").parent / str(name) if name else None


def results_of(raw: object, path: Way, places: Places, record: Record) -> tuple[dict[str, Any], list[Fault]]:
    """What a template is given for a field of figures, and what is wrong with it.

    Args:
        raw: the name of a file of figures, relative to the file of the data; or ``{tep, ky, don_vi}``, of
            which the last two choose a period and a unit; or ``{ky, ky_truoc, chi_tieu: [{…, ket_qua:
            {unit: figure}, truoc: {unit: figure}}]}``.
        path: where it lies in the data.
        places: where the values stand.
        record: reads a target.

    Raises:
        TypeError: it is none of these.
    """
    if isinstance(raw, str):
        raw = {"tep": raw}
    if not isinstance(raw, Mapping):
        raise TypeError(raw)
    allowed = _FROM_FILE if "tep" in raw else _WRITTEN
    faults = [unknown_key((*path, key), allowed, places) for key in raw if key not in allowed]
    if "tep" not in raw:
        period, before, more = _written(raw, path, places, record)
        return results(period, before), [*faults, *more]
    try:
        file = file_of(raw, places) or Path()
        unit = str(raw.get("don_vi", ""))
        period, before = read_period(file, str(raw.get("ky", "")))
    except InputError as failure:
        return results(Reported(Ky("", ""), (), ())), [*faults, *failure.faults]
    if unit and unit not in [one.ma for one in period.don_vi]:
        details: dict[str, object] = {"found": unit}
        faults.append(Fault("VB265", places.value((*path, "don_vi")), details))
    return results(period, before, unit), faults


def _written(
    raw: Mapping[str, Any], path: Way, places: Places, record: Record
) -> tuple[Reported, Reported | None, list[Fault]]:
    """Figures that stand in the data: targets, each with what the units have reached."""
    faults: list[Fault] = []
    entries = raw.get("chi_tieu") or ()
    if not isinstance(entries, list | tuple) or not all(isinstance(entry, Mapping) for entry in entries):
        raise TypeError(raw)
    around = (*path, "chi_tieu")
    records = [
        record({key: value for key, value in entry.items() if key not in ("ket_qua", "truoc")}, (*around, at))
        for at, entry in enumerate(entries)
    ]
    items = targets_of(records, around, places, faults.append)
    by_id = {item.id: item for item in items}
    names = dict.fromkeys(name for entry in entries for name in entry.get("ket_qua") or ())
    units = tuple(DonVi(name, name) for name in names)

    def period(ky: str, key: str) -> Reported:
        figures: dict[tuple[str, str], Figure] = {}
        for at, entry in enumerate(entries):
            item = by_id.get(entry.get("id"))
            if item is None:
                continue
            for name, text in (entry.get(key) or {}).items():
                try:
                    figures[name, item.id] = Figure(name, item.id, _value(text, item))
                except (ValueError, ArithmeticError):
                    details: dict[str, object] = {"value": text, "item": item.ten}
                    faults.append(Fault("VB266", places.value((*around, at, key, name)), details))
        return Reported(Ky(ky, ky), items, units, figures)

    now = period(str(raw.get("ky", "")), "ket_qua")
    before = period(str(raw["ky_truoc"]), "truoc") if raw.get("ky_truoc") else None
    return now, before, faults


def _value(raw: object, item: ChiTieu) -> Value:
    return typed(raw, item) if isinstance(raw, str) else admitted(Decimal(str(raw)), item)
