"""The list and the common file → a dossier, or everything in them that cannot be read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import TypeAlias

from vanban.dossier.fields import CASES, CHILDREN, COMMON, FIGURES
from vanban.dossier.model import Case, Common, Dossier
from vanban.dossier.reported import Figures, Rows, read_figures
from vanban.errors import Fault, InputError, VanbanError
from vanban.fill.values import EXPECTED, Values
from vanban.language import _
from vanban.located import Located
from vanban.roster import Listed, read_list, shared
from vanban.sheets import open_sheets
from vanban.thethuc.khen_thuong import Loai, award_named, awards_for
from vanban.tiengviet.unicode import without_diacritics

Children: TypeAlias = dict[str, dict[str, list[Mapping[str, object]]]]
"""Rows of the other sheets: by the field that they fill, and by the key of their case."""

_LOAI: Mapping[str, Loai] = {"tap the": "tap_the", "tt": "tap_the", "ca nhan": "ca_nhan", "cn": "ca_nhan"}
_NAMES: Mapping[Loai, str] = {"tap_the": "tập thể", "ca_nhan": "cá nhân"}


def read_dossier(listed: Path, common: Path | None, sets: Sequence[str]) -> Dossier:
    """Read a list and what its cases have in common.

    Args:
        listed: an XLSX file whose first sheet lists the cases; the sheets «Danh hiệu thi đua», «Hình thức
            khen thưởng» and «Số liệu» give more of those whose ``Mã`` they name.
        common: a data file.
        sets: values over it, written ``name=value``.

    Raises:
        InputError: every fault of both files: what :func:`vanban.roster.read_list` and ``shared`` raise;
            VB140, VB141; VB188 rows of a case that is not listed; VB290 an unknown award, VB292 a case
            that is neither a collective nor a person.
    """
    faults: list[Fault] = []
    data = Located()
    values: Mapping[str, object] = {}
    figures = Figures()
    try:
        data = shared(common, sets)
        reader = Values(data.places)
        values = reader.record(COMMON, data)
        faults += reader.faults
        figures = read_figures(values, data.places)
    except VanbanError as failure:
        faults += failure.faults
    cases: tuple[Case, ...] = ()
    try:
        cases = _cases(listed, figures)
    except VanbanError as failure:
        faults += failure.faults
    if faults:
        raise InputError(faults)
    members = values["thanh_vien"]
    return Dossier(listed, Common(data, values, members if isinstance(members, tuple) else ()), cases)


def _cases(listed: Path, figures: Figures) -> tuple[Case, ...]:
    rows = read_list(listed, CASES)
    children, faults = _children(listed, {str(row.values["ma"]) for row in rows})
    cases: list[Case] = []
    for row in rows:
        try:
            cases.append(_case(row, children, figures))
        except InputError as failure:
            faults += failure.faults
    if faults:
        raise InputError(faults)
    return tuple(sorted(cases, key=lambda case: (case.loai != "tap_the", case.order)))


def _case(row: Listed, children: Children, figures: Figures) -> Case:
    said, words = str(row.values["loai_de_nghi"]), str(row.values["hinh_thuc_de_nghi"])
    loai = _LOAI.get(" ".join(without_diacritics(said).lower().split()))
    if loai is None:
        place = row.places.value(("loai_de_nghi",))
        raise InputError(Fault("VB292", place, {"found": said, "allowed": ", ".join(_NAMES.values())}))
    faults: list[Fault] = []
    award = award_named(words, loai)
    if award is None:
        details: dict[str, object] = {
            "found": words,
            "loai": _NAMES[loai],
            "allowed": ", ".join(awards_for(loai)),
        }
        faults.append(Fault("VB290", row.places.value(("hinh_thuc_de_nghi",)), details))
    faults += _missing(row, loai)
    reported: Rows = ()
    try:
        reported = figures.rows(str(row.values["ma_don_vi"]), row.places) if loai == "tap_the" else ()
    except InputError as failure:
        faults += failure.faults
    if faults or award is None:
        raise InputError(faults)
    key = str(row.values["ma"])
    tables: dict[str, Rows] = {field: tuple(rows.get(key, ())) for field, rows in children.items()}
    tables[FIGURES] = (*reported, *tables.get(FIGURES, ()))
    return Case(loai, award, row.values, row.places, tables)


def _missing(row: Listed, loai: Loai) -> Iterator[Fault]:
    """What a person must have and a collective need not."""
    for one in CASES:
        if loai == "ca_nhan" and one.name in ("chuc_vu", "don_vi") and not row.values[one.name]:
            details: dict[str, object] = {
                "label": one.nhan,
                "part": one.name,
                "expected": _(EXPECTED[one.kieu]),
            }
            yield Fault("VB140", row.places.value((one.name,)), details)


def _children(listed: Path, known: set[str]) -> tuple[Children, list[Fault]]:
    """What the other sheets give, and their rows that belong to no case."""
    children: Children = {}
    faults: list[Fault] = []
    for sheet in open_sheets(listed)[1:]:
        field, columns = next(
            (row for name, row in CHILDREN.items() if name.casefold() == sheet.name.casefold()), ("", ())
        )
        if not field or len(list(islice(sheet.lines(), 2))) < 2:  # a header at most
            continue
        try:
            rows = read_list(listed, columns, sheet=sheet.name)
        except InputError as failure:
            faults += failure.faults
        else:
            faults += _lost(rows, known)
            children[field] = _by_key(rows)
    return children, faults


def _by_key(rows: Sequence[Listed]) -> dict[str, list[Mapping[str, object]]]:
    found: dict[str, list[Mapping[str, object]]] = {}
    for row in rows:
        values = {name: value for name, value in row.values.items() if name != "ma"}
        found.setdefault(str(row.values["ma"]), []).append(values)
    return found


def _lost(rows: Sequence[Listed], known: set[str]) -> Iterator[Fault]:
    for row in rows:
        if row.values["ma"] not in known:
            yield Fault("VB188", row.places.value(("ma",)), {"key": row.values["ma"], "count": 1})
