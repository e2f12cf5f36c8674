"""What stands in a form that came back → figures, and all that is wrong with them; nothing is guessed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from vanban.errors import Fault, Place
from vanban.figures.form import Form
from vanban.figures.returned import Returned, Said
from vanban.language import _
from vanban.roster.cells import text_of
from vanban.sheets import Cell
from vanban.so_lieu import ChiTieu, Figure, Reported
from vanban.so_lieu.model import Value
from vanban.so_lieu.typed import EXPECTED, admitted, typed
from vanban.tiengviet.numbers import so_vn

_SHOWN = 60
"""So much of a wrong value is quoted."""
_DIGITS = 15
"""Figures of a number that a spreadsheet keeps."""


@dataclass(frozen=True, slots=True)
class Judged:
    """What a form that came back gives: the figures that hold, what is wrong, and what is missing."""

    figures: Mapping[str, Figure]
    faults: tuple[Fault, ...]
    missing: tuple[ChiTieu, ...]


def judge(form: Form, unit: str, returned: Returned, before: Reported | None = None) -> Judged:
    """Read and judge every entry of a form that came back.

    Args:
        form: what was asked.
        unit: the code of the unit it is from.
        returned: what was found.
        before: the period before, where it is known.

    Returns:
        Figures that are right in themselves and fit the others; faults VB271 (not a figure), VB272 (out of
        range), VB273 (a total that is none), VB274 (less than the period before), VB275 (missing).
    """
    faults: list[Fault] = []
    figures: dict[str, Figure] = {}
    wrong: set[str] = set()
    for said in returned.said:
        item = form.item(said.id)
        if item is None:
            continue
        try:
            value = _value(said.value, item)
        except (ValueError, ArithmeticError):
            details: dict[str, object] = {
                "found": _shown(said.value),
                "item": item.ten,
                "expected": _(EXPECTED[item.kieu]),
            }
            faults.append(_fault("VB271", returned, said, details))
            wrong.add(item.id)
            continue
        figures[item.id] = Figure(unit, item.id, value, returned.file.name, said.where)
    as_text = {
        one.id for one in returned.said if isinstance(one.value, Cell) and isinstance(one.value.value, str)
    }
    for name in [name for name in figures if _missed_texts(form, name, figures, as_text)]:
        del figures[name]
    doubtful: set[str] = set()
    for name, fault in _contradictions(form, unit, figures, wrong, before):
        faults.append(_placed(fault, returned, figures[name]))
        doubtful |= {name, *(form.items[name].tong_cua if name in form.items else ())}
    missing = tuple(
        item
        for item in form.items.values()
        if item.bat_buoc and item.id not in figures and item.id not in wrong and not item.tong_cua
    )
    faults += [
        Fault("VB275", Place(str(returned.file), cell=returned.blanks.get(item.id)), {"item": item.ten})
        for item in missing
    ]
    good = {name: figure for name, figure in figures.items() if name not in doubtful}
    for item in form.items.values():
        if item.id not in figures and set(item.tong_cua) <= good.keys():
            total = _sum(item.tong_cua, good)
            if total is not None:  # a formula that nobody has worked out since
                good[item.id] = Figure(unit, item.id, total, returned.file.name)
    return Judged(good, tuple(faults), missing)


def _missed_texts(form: Form, name: str, figures: Mapping[str, Figure], as_text: set[str]) -> bool:
    """Whether a total is what a spreadsheet's sum makes of parts typed as text: it skips those."""
    item = form.item(name)
    if item is None or not as_text.intersection(item.tong_cua):
        return False
    summed = _sum([part for part in item.tong_cua if part not in as_text], figures) or Decimal(0)
    return figures[name].value == summed


def _value(said: Cell | str, item: ChiTieu) -> Value:
    """What an entry says.

    Raises:
        ValueError: it is not what was asked.
    """
    if isinstance(said, str):
        return typed(said, item)
    value = said.value
    if isinstance(value, bool) or not isinstance(value, int | float):
        return typed(_day(value) or text_of(said), item)
    if not item.is_figure:
        return typed(text_of(said), item)
    number = Decimal(f"{value:.{_DIGITS}g}")
    if "%" in said.form:
        if item.kieu != "phan_tram":
            raise ValueError(said)
        number *= 100
    return admitted(number, item)


def _day(value: object) -> str:
    if isinstance(value, datetime):
        return value.date().isoformat()
    return value.isoformat() if isinstance(value, date) else ""


def _shown(said: Cell | str) -> str:
    text = said if isinstance(said, str) else text_of(said)
    return text if len(text) <= _SHOWN else text[:_SHOWN] + "…"


def _fault(kind: str, returned: Returned, said: Said, details: dict[str, object]) -> Fault:
    return Fault(kind, Place(str(returned.file), cell=said.where or None), details)


def _placed(fault: Fault, returned: Returned, figure: Figure) -> Fault:
    return Fault(fault.kind, Place(str(returned.file), cell=figure.o or None), fault.details)


def _contradictions(
    form: Form, unit: str, figures: Mapping[str, Figure], wrong: set[str], before: Reported | None
) -> Iterator[tuple[str, Fault]]:
    """What cannot be true, by the id of the entry that says it."""
    for name, figure in figures.items():
        item = form.item(name)
        value = figure.value
        if item is None or not isinstance(value, Decimal):
            continue
        told: dict[str, object] = {"item": item.ten, "found": so_vn(value)}
        if (item.tu is not None and value < item.tu) or (item.den is not None and value > item.den):
            yield name, Fault("VB272", details={**told, "range": _range(item)})
        if item.tong_cua and not wrong.intersection(item.tong_cua):
            total = _sum(item.tong_cua, figures)
            if total is not None and total != value:
                yield name, Fault("VB273", details={**told, "expected": so_vn(total)})
        earlier = before.value(unit, name) if before and item.luy_ke else None
        if earlier is not None and value < earlier:
            yield name, Fault("VB274", details={**told, "before": so_vn(earlier)})


def _sum(parts: Sequence[str], figures: Mapping[str, Figure]) -> Decimal | None:
    """The sum of entries; None where none of them is there."""
    values = [figures[part].value for part in parts if part in figures]
    numbers = [value for value in values if isinstance(value, Decimal)]
    return sum(numbers, Decimal(0)) if numbers else None


def _range(item: ChiTieu) -> str:
    words = []
    if item.tu is not None:
        words.append(_("từ {number}").format(number=so_vn(item.tu)))
    if item.den is not None:
        words.append(_("đến {number}").format(number=so_vn(item.den)))
    return " ".join(words)
