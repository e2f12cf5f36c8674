"""The figures that a collective reported itself, as rows of its report of merits."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from vanban.errors import Fault, InputError
from vanban.located import Places
from vanban.so_lieu import Reported, read_period, results

Rows = tuple[Mapping[str, object], ...]


@dataclass(frozen=True, slots=True)
class Figures:
    """A period of a file of figures and the one before it; ``period`` is None where no file was named."""

    period: Reported | None = None
    before: Reported | None = None

    def rows(self, unit: str, places: Places) -> Rows:
        """What a unit reached of the targets that it was set, beside the period before.

        Args:
            unit: its id in the file of figures; "" for none.
            places: where ``ma_don_vi`` stands.

        Raises:
            InputError: VB265 the file knows no such unit.
        """
        if not unit or self.period is None:
            return ()
        if unit not in [one.ma for one in self.period.don_vi]:
            raise InputError(Fault("VB265", places.value(("ma_don_vi",)), {"found": unit}))
        return tuple(
            {
                "ten": row["ten"],
                "don_vi_tinh": row["don_vi_tinh"],
                "ky_truoc": row["ky_truoc"],
                "ky_nay": row["ket_qua"],
            }
            for row in results(self.period, self.before, unit)["chi_tieu"]
            if row["chi_tieu"] is not None and row["ket_qua"] is not None
        )


def read_figures(values: Mapping[str, object], places: Places) -> Figures:
    """Read the file of figures that the common file names, relative to itself.

    Raises:
        InputError: VB010, VB260 the file cannot be read; VB261 it has no such period.
    """
    name = str(values.get("tep_so_lieu") or "")
    if not name:
        return Figures()
    folder = Path(places.value(("tep_so_lieu",)).file or ".").parent
    return Figures(*read_period(folder / name, str(values.get("ky_so_lieu") or "")))
