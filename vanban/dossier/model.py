"""What a dossier is made from: the cases that are proposed, and what they have in common."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from pathlib import Path

from vanban.errors import Place
from vanban.located import Located, Places
from vanban.thethuc.khen_thuong import Award, Loai, rank_of
from vanban.tiengviet.dates import Ngay
from vanban.tiengviet.sorting import by_name, by_words


@dataclass(frozen=True, slots=True)
class Case:
    """A collective or a person that is proposed: a row of the list, with the places of its cells.

    ``tables`` are the honours and figures that other sheets give for it, by the field of its report.
    """

    loai: Loai
    award: Award
    values: Mapping[str, object]
    places: Places
    tables: Mapping[str, tuple[Mapping[str, object], ...]] = field(default_factory=dict)

    def text(self, name: str) -> str:
        """One value as text."""
        return str(self.values[name] or "")

    @property
    def votes(self) -> Decimal:
        """How many members agreed."""
        return self._number("tan_thanh")

    @property
    def years(self) -> Decimal:
        """How many years the merits cover."""
        return self._number("so_nam")

    @property
    def bases(self) -> tuple[str, ...]:
        """What the proposal rests on."""
        found = self.values["can_cu_de_nghi"]
        return tuple(map(str, found)) if isinstance(found, tuple) else ()

    @property
    def full_name(self) -> str:
        """The name in full: that of a collective inside an office is followed by the office."""
        parts = ("ten", "don_vi") if self.loai == "tap_the" else ("ten",)
        return ", ".join(filter(None, map(self.text, parts)))

    @property
    def position(self) -> str:
        """The post and the office of a person."""
        return ", ".join(filter(None, (self.text("chuc_vu"), self.text("don_vi"))))

    @property
    def asked(self) -> str:
        """The award as it stands after «đề nghị»: ``tặng danh hiệu “Lao động tiên tiến”``."""
        words = self.text("hinh_thuc_de_nghi")
        return f"tặng danh hiệu “{words}”" if self.award.titled else f"tặng {words}"

    @property
    def order(self) -> tuple[object, ...]:
        """What sorts the cases: the rank of the award, its words, the name in the Vietnamese order."""
        name, words = self.text("ten"), self.text("hinh_thuc_de_nghi")
        sorted_by = by_name(name) if self.loai == "ca_nhan" else by_words(name)
        return rank_of(self.award, words), by_words(words), sorted_by, by_words(self.text("don_vi"))

    def place(self, name: str) -> Place:
        """The cell of one value."""
        return self.places.value((name,))

    def _number(self, name: str) -> Decimal:
        found = self.values[name]
        return found if isinstance(found, Decimal) else Decimal(0)


@dataclass(frozen=True, slots=True)
class Common:
    """What the papers of a dossier have in common: raw data, and what the program itself reads of them."""

    data: Located
    values: Mapping[str, object]
    members: tuple[Mapping[str, object], ...]

    @property
    def day(self) -> date | None:
        """The day of the proposal as far as it is known, else that of the meeting."""
        for raw in (self.data.get("ngay"), self.values["ngay_hop"]):
            try:
                day = raw if isinstance(raw, Ngay) else Ngay.parse(str(raw or ""))
            except ValueError:
                continue
            return date(day.nam, day.thang or 1, day.ngay or 1)
        return None


@dataclass(frozen=True, slots=True)
class Dossier:
    """All cases in the order in which every paper lists them, and what they have in common."""

    source: Path
    common: Common
    cases: tuple[Case, ...]

    def of(self, loai: Loai) -> tuple[Case, ...]:
        """The cases of one kind."""
        return tuple(case for case in self.cases if case.loai == loai)
