"""Figures of many units → one table of results: combined, judged, compared with the period before, ranked."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from decimal import ROUND_HALF_UP, Context, Decimal
from typing import Any, TypeAlias

from vanban.so_lieu.model import CachGop, ChiTieu, DonVi, Reported

Row: TypeAlias = dict[str, Any]
"""A line of results, by the names that a template uses."""

_EXACT = Context(prec=60, rounding=ROUND_HALF_UP)
_KEPT = Decimal("0.01")
"""Means are kept to two decimals, as they are printed."""
VUOT, DAT, CHUA_DAT = "vượt", "đạt", "chưa đạt"


def combine(item: ChiTieu, values: Sequence[Decimal], weights: Sequence[Decimal] = ()) -> Decimal | None:
    """The figures of units as one; None where there are none, or no weight at all.

    Args:
        item: says how.
        values: one of each unit that reported, in the order of the units.
        weights: one of each, for a weighted mean.
    """
    return _COMBINE[item.cach_gop](values, weights) if values else None


def _mean(values: Sequence[Decimal], _weights: Sequence[Decimal]) -> Decimal | None:
    return _kept(_EXACT.divide(sum(values, Decimal(0)), Decimal(len(values))))


def _weighted(values: Sequence[Decimal], weights: Sequence[Decimal]) -> Decimal | None:
    total = sum(weights, Decimal(0))
    if not total:
        return None
    pairs = zip(values, weights, strict=True)
    return _kept(_EXACT.divide(sum((value * weight for value, weight in pairs), Decimal(0)), total))


_COMBINE: dict[CachGop, Callable[[Sequence[Decimal], Sequence[Decimal]], Decimal | None]] = {
    "tong": lambda values, _weights: sum(values, Decimal(0)),
    "trung_binh": _mean,
    "trung_binh_trong_so": _weighted,
    "cuoi_cung": lambda values, _weights: values[-1],
}


def _kept(number: Decimal) -> Decimal:
    rounded = number.quantize(_KEPT, context=_EXACT)
    return rounded.normalize() if rounded != rounded.to_integral_value() else rounded.quantize(Decimal(1))


def total(period: Reported, item: ChiTieu) -> Decimal | None:
    """What all units of a period have reached together."""
    values: list[Decimal] = []
    weights: list[Decimal] = []
    for unit in period.don_vi:
        value = period.value(unit.ma, item.id)
        weight = period.value(unit.ma, item.trong_so) if item.trong_so else None
        if value is not None and (not item.trong_so or weight is not None):
            values.append(value)
            weights.append(weight or Decimal(0))
    return combine(item, values, weights)


def target_of_all(period: Reported, item: ChiTieu) -> Decimal | None:
    """What all units are to reach together: as it was set, or what is set for each, taken together."""
    if item.chi_tieu is not None or item.chi_tieu_don_vi is None:
        return item.chi_tieu
    return item.chi_tieu_don_vi * len(period.don_vi) if item.cach_gop == "tong" else item.chi_tieu_don_vi


def target_of_one(item: ChiTieu) -> Decimal | None:
    """What each unit is to reach: as it was set; for figures that are not added up, the same as all."""
    if item.chi_tieu_don_vi is not None:
        return item.chi_tieu_don_vi
    return None if item.cach_gop == "tong" else item.chi_tieu


def judged(item: ChiTieu, target: Decimal | None, result: Decimal | None) -> str:
    """``vượt``, ``đạt`` or ``chưa đạt``; "" where there is no target or no result."""
    if target is None or result is None:
        return ""
    if result == target:
        return DAT
    if item.huong == "dung_bang":
        return CHUA_DAT
    return VUOT if (result > target) == (item.huong == "it_nhat") else CHUA_DAT


def share(part: Decimal | None, whole: Decimal | None) -> Decimal | None:
    """How many per cent ``part`` is of ``whole``; None where there is nothing to divide."""
    if part is None or not whole:
        return None
    return _EXACT.divide(part * 100, whole)


def results(period: Reported, before: Reported | None = None, don_vi: str = "") -> dict[str, Any]:
    """The results of a period, as templates show them.

    Args:
        period: what was reported.
        before: the period before, where it is known.
        don_vi: only this unit; all of them where "".

    Returns:
        ``ky``, ``ky_truoc``: names of the periods;
        ``chi_tieu``: a row for every target: ``id, ten, don_vi_tinh, nhom, phu_trach, huong, kieu, chi_tieu,
        ket_qua, ty_le`` (per cent of the target), ``ky_truoc, tang_giam, danh_gia``, and ``don_vi``, the same
        of each unit; ``nhom``: the rows by group;
        ``don_vi``: the units, ranked (``hang``), with their counts and rows;
        ``so_chi_tieu, so_vuot, so_dat, so_chua_dat``: counts of targets (``so_dat`` are those met exactly);
        ``thieu``: names of units without figures; ``khac``: what else was reported, texts among it.
    """
    units = [unit for unit in period.don_vi if don_vi in ("", unit.ma)]
    figures = [item for item in period.chi_tieu if item.is_figure and not item.in_grid]
    rows = [_row_of_all(item, period, before, units, one=bool(don_vi)) for item in figures]
    judged_rows = [row for row in rows if row["danh_gia"]]
    reported = {unit for unit, _item in period.figures}
    return {
        "ky": period.ky.ten,
        "ky_truoc": before.ky.ten if before else "",
        "chi_tieu": rows,
        "nhom": _groups(rows),
        "don_vi": _ranked(units, rows),
        "so_don_vi": len(units),
        "so_chi_tieu": len(judged_rows),
        **_counts(judged_rows),
        "thieu": [unit.ten for unit in units if unit.ma not in reported],
        "khac": _others(period, units),
    }


def _row(item: ChiTieu, target: Decimal | None, result: Decimal | None, earlier: Decimal | None) -> Row:
    return {
        "id": item.id,
        "ten": item.ten,
        "don_vi_tinh": item.don_vi_tinh,
        "nhom": item.nhom,
        "phu_trach": item.phu_trach,
        "huong": item.huong,
        "kieu": item.kieu,
        "chi_tieu": target,
        "ket_qua": result,
        "ty_le": share(result, target),
        "ky_truoc": earlier,
        "tang_giam": None if result is None or earlier is None else result - earlier,
        "danh_gia": judged(item, target, result),
    }


def _row_of_all(
    item: ChiTieu, period: Reported, before: Reported | None, units: Sequence[DonVi], *, one: bool
) -> Row:
    of_units = []
    for unit in units:
        earlier = before.value(unit.ma, item.id) if before else None
        row = _row(item, target_of_one(item), period.value(unit.ma, item.id), earlier)
        of_units.append({**row, "ma": unit.ma, "ten": unit.ten})
    if one:
        return (
            {**of_units[0], "ten": item.ten, "don_vi": of_units} if of_units else _row(item, None, None, None)
        )
    earlier = total(before, item) if before else None
    return {**_row(item, target_of_all(period, item), total(period, item), earlier), "don_vi": of_units}


def _counts(rows: Iterable[Row]) -> dict[str, int]:
    said = [row["danh_gia"] for row in rows]
    return {"so_vuot": said.count(VUOT), "so_dat": said.count(DAT), "so_chua_dat": said.count(CHUA_DAT)}


def _groups(rows: Sequence[Row]) -> list[Row]:
    names = dict.fromkeys(row["nhom"] for row in rows)
    return [{"ten": name, "chi_tieu": [row for row in rows if row["nhom"] == name]} for name in names]


def _ranked(units: Sequence[DonVi], rows: Sequence[Row]) -> list[Row]:
    """Units by how many targets they met, then by how much of them on average; equals share a rank."""
    listed: list[tuple[tuple[int, Decimal], Row]] = []
    for at, unit in enumerate(units):
        own = [row["don_vi"][at] for row in rows]
        counts = _counts(own)
        shares = [row["ty_le"] for row in own if row["danh_gia"] and row["ty_le"] is not None]
        mean = _mean(shares, ()) if shares else None
        met = counts["so_vuot"] + counts["so_dat"]
        named = [{**one, "ten": row["ten"]} for one, row in zip(own, rows, strict=True)]
        about = {
            "ma": unit.ma,
            "ten": unit.ten,
            **counts,
            "so_hoan_thanh": met,
            "ty_le": mean,
            "chi_tieu": named,
        }
        about["so_chi_tieu"] = met + counts["so_chua_dat"]
        listed.append(((-met, -(mean or Decimal(0))), about))
    listed.sort(key=lambda entry: entry[0])
    keys = [key for key, _about in listed]
    return [{**about, "hang": keys.index(key) + 1} for key, about in listed]


def _others(period: Reported, units: Sequence[DonVi]) -> list[Row]:
    """Entries that are no figures, with what each unit said."""
    return [
        {
            "id": item.id,
            "ten": item.ten,
            "don_vi": [
                {"ten": unit.ten, "noi_dung": str(found.value)}
                for unit in units
                if (found := period.figures.get((unit.ma, item.id)))
            ],
        }
        for item in period.chi_tieu
        if not item.is_figure and not item.in_grid
    ]
