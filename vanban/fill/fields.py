"""The fields of a content template: what its data may hold, with types, labels and examples."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, TypeAlias, get_args

from vanban.document.model import Document
from vanban.errors import Fault
from vanban.fill.targets import COLUMNS
from vanban.language import N_, _
from vanban.located import Path, Places, unknown_key

Kieu: TypeAlias = Literal["chu", "doan_van", "so", "tien", "ngay", "co_khong", "danh_sach", "bang", "so_lieu"]
"""The type of a field: a line, outline text, a number, a sum in đồng, a date, yes or no, a list, a table, or
figures of targets and units (:mod:`vanban.fill.results`)."""

MAU = "mau"
"""The key of a data file that names its template."""

PARTS = tuple(part for part in Document.model_fields if part not in ("loai", "noi_dung", "phu_luc"))
"""The parts of a document that data may give beside the fields; the template gives the other three."""

CHI_TIEU = "chi_tieu"
"""What ``cot`` of a table says to have the columns of targets."""

_KEYS = ("kieu", "nhan", "mo_ta", "bat_buoc", "mac_dinh", "vi_du", "phan_tu", "cot")
_NAME = re.compile("[a-z][a-z0-9_]*")
_JINJA = ("and", "else", "false", "if", "in", "is", "loop", "namespace", "none", "not", "or", "range", "true")
_TAKEN = {MAU, *Document.model_fields, *_JINJA}
"""Names that mean something else in the data or in a template."""
_FIELDS = N_("các trường «tên: {kieu: …, nhan: …}»")
_ANSWERS = {"true": True, "false": False}

Tell = Callable[[Fault], None]


@dataclass(frozen=True, slots=True)
class Field:
    """One field, with the attributes that ``template.yaml`` gives it.

    ``mac_dinh`` (what holds when the data do not give the field) and ``vi_du`` (an example) are raw, None
    where there is none. ``phan_tu`` is what a ``danh_sach`` is a list of, a field or the fields of a record;
    for a ``bang`` it is the fields of a row.
    """

    name: str
    kieu: Kieu
    nhan: str
    mo_ta: str = ""
    bat_buoc: bool = True
    mac_dinh: object = None
    vi_du: object = None
    phan_tu: Field | tuple[Field, ...] = ()

    @property
    def needed(self) -> bool:
        """Whether the data must give it."""
        return self.bat_buoc and self.mac_dinh is None


def read_fields(raw: object, path: Path, places: Places, tell: Tell) -> tuple[Field, ...]:
    """Read the mapping of fields that lies at ``path`` of a ``template.yaml``.

    Args:
        raw: the mapping of names to descriptions.
        path: where it lies; at the top level (``("truong",)``) a name may not be that of a document's part.
        places: where its values stand.
        tell: told of every fault (VB020, VB021, VB024, VB025, VB042, VB043); what has one is left out.
    """
    if not isinstance(raw, Mapping):
        tell(_shape(path, places, _(_FIELDS)))
        return ()
    reader = _Reader(places, tell)
    fields = [reader.named(name, description, (*path, name)) for name, description in raw.items()]
    return tuple(field for field in fields if field)


@lru_cache(maxsize=1)
def target_fields() -> tuple[Field, ...]:
    """The columns of a table of targets."""
    return read_fields(COLUMNS, (CHI_TIEU, "cot"), Places(), _never)


def _never(fault: Fault) -> None:
    raise ValueError(str(fault))


class _Reader:
    """Reads descriptions of fields, one inside another."""

    def __init__(self, places: Places, tell: Tell) -> None:
        self.places = places
        self.tell = tell

    def named(self, name: str, raw: object, path: Path) -> Field | None:
        """A field with its name and label."""
        if not _NAME.fullmatch(name) or (len(path) == 2 and name in _TAKEN):
            self.tell(Fault("VB043", self.places.key(path), {"field": name}))
            return None
        if isinstance(raw, Mapping) and not raw.get("nhan"):
            self._missing("nhan", path)
            return None
        return self._described(name, raw, path)

    def _described(self, name: str, raw: object, path: Path, label: str = "") -> Field | None:
        if not isinstance(raw, Mapping):
            self.tell(_shape(path, self.places, "{kieu: …, nhan: …}"))
            return None
        for key in raw.keys() - set(_KEYS):
            self.tell(unknown_key((*path, key), _KEYS, self.places))
        kieu = self._choice(raw, "kieu", get_args(Kieu), path)
        required = self._choice({"bat_buoc": "true", **raw}, "bat_buoc", tuple(_ANSWERS), path)
        if not kieu or not required:
            return None
        return Field(
            name,
            kieu,  # type: ignore[arg-type]
            str(raw.get("nhan", label)),
            str(raw.get("mo_ta", "")),
            _ANSWERS[required],
            raw.get("mac_dinh"),
            raw.get("vi_du"),
            self._inner(kieu, raw, path),
        )

    def _choice(self, raw: Mapping[str, object], key: str, allowed: tuple[str, ...], path: Path) -> str:
        """One of ``allowed``; "" and a fault for anything else."""
        if key not in raw:
            self._missing(key, path)
            return ""
        value = str(raw[key])
        if value in allowed:
            return value
        details: dict[str, object] = {"part": key, "value": value, "allowed": ", ".join(allowed)}
        self.tell(Fault("VB024", self.places.value((*path, key)), details))
        return ""

    def _inner(self, kieu: str, raw: Mapping[str, object], path: Path) -> Field | tuple[Field, ...]:
        """What a list or a table consists of: ``phan_tu: {kieu: chu}``, or fields with names and labels."""
        key = {"danh_sach": "phan_tu", "bang": "cot"}.get(kieu)
        for other in {"phan_tu", "cot"} & raw.keys() - {key}:
            self.tell(unknown_key((*path, other), [word for word in _KEYS if word != other], self.places))
        if not key:
            return ()
        inner = COLUMNS if kieu == "bang" and raw.get(key) == CHI_TIEU else raw.get(key)
        if not inner:
            self._missing(key, path)
            return ()
        if kieu == "danh_sach" and isinstance(inner, Mapping) and isinstance(inner.get("kieu"), str):
            return self._described(str(path[-1]), inner, (*path, key), str(raw.get("nhan", ""))) or ()
        return read_fields(inner, (*path, key), self.places, self.tell)

    def _missing(self, key: str, path: Path) -> None:
        self.tell(Fault("VB042", self.places.key(path), {"field": path[-1], "key": key}))


def _shape(path: Path, places: Places, expected: str) -> Fault:
    return Fault("VB025", places.value(path), {"part": path[-1], "expected": expected})
