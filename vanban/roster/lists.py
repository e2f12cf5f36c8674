"""A list that is no roster of a template: records of given fields, typed, with the places of their cells."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from vanban.errors import Fault, InputError
from vanban.fill import Field
from vanban.fill.values import Values
from vanban.located import Places
from vanban.roster.columns import find_header, names_of
from vanban.roster.opening import chosen
from vanban.roster.tables import rows_of
from vanban.sheets import open_sheets


@dataclass(frozen=True, slots=True)
class Listed:
    """A record: its values by the names of the fields, as :class:`vanban.fill.Field` types them."""

    values: Mapping[str, object]
    places: Places


def read_list(path: Path, fields: Sequence[Field], *, sheet: str | None = None) -> list[Listed]:
    """Read a list from a workbook or a CSV file; columns that are no field's are passed over.

    Args:
        path: an XLSX or CSV file with a header of names or labels of the fields.
        fields: what a record holds; lists of texts are parted by semicolons or lines of the cell.
        sheet: the sheet that holds the list; the first one if None.

    Raises:
        InputError: VB010 to VB012, VB180 to VB185, VB187 the file cannot be read; VB140, VB141, VB177 every
            cell that is missing or wrong.
    """
    main = chosen(open_sheets(path), sheet, path)
    header = find_header(main, names_of(fields), known=None)
    faults: list[Fault] = []
    listed: list[Listed] = []
    for row in rows_of(main, header, ()):
        values = Values(row.data.places)
        listed.append(Listed(values.record(fields, row.data), row.data.places))
        faults += (*row.faults, *values.faults)
    if faults:
        raise InputError(faults)
    return listed
