"""The job of ``vanban form collect``: what came back in; figures, a report and letters out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from vanban.document.source import load_data
from vanban.errors import Place, fail
from vanban.figures.describing import read_form, read_schools
from vanban.figures.form import Form
from vanban.figures.letters import LETTERS, letters
from vanban.figures.report import report_html
from vanban.figures.standing import Collected, collect
from vanban.figures.tables_out import figures_csv, figures_workbook
from vanban.files import read_text, write_all
from vanban.jobs import Made
from vanban.located import Located
from vanban.office import find_office
from vanban.so_lieu import DonVi, Reported, read_periods, to_sqlite

FIGURES = "so-lieu.sqlite"
REPORT = "thu-bieu.html"
_WORKBOOK, _TABLE = "so-lieu.xlsx", "so-lieu.csv"
_DATA = (".yaml", ".yml", ".sqlite")
"""What an office keeps beside the forms: plans, descriptions, figures; units send none of them."""
RESULTS = (FIGURES, _WORKBOOK, _TABLE, REPORT, LETTERS)
"""What a collection writes, which is nothing that came back."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a collection gave: how the units stand, and the files that were written."""

    form: Form
    collected: Collected
    made: tuple[Made, ...]


def collect_forms(
    sources: Sequence[Path],
    description: Path,
    units: Path,
    *,
    sets: Sequence[str] = (),
    common: Path | None = None,
    with_letters: bool = True,
    figures: Path | None = None,
    folder: Path = Path("output"),
    force: bool = False,
    progress: Callable[[Path], None] | None = None,
) -> Outcome:
    """Collect forms; what came in is not changed.

    The figures go into ``so-lieu.sqlite`` of the folder; the periods before stay in it, that of the form is
    put down anew.

    Args:
        sources: files that came back, or folders of them; results of an earlier collection and the files
            given here may lie among them.
        description: the form, as it was sent out.
        units: the list of units.
        sets: values over those of the description, as they were when the forms were made.
        common: data that all letters share: parts of the document, ``han_gui_lai``.
        with_letters: whether a letter is written to every unit that has to send something.
        figures: the file of figures with the periods before; that of the folder, if it is there, if None.
        folder: where the results go; made when it is missing.
        force: whether results that are there already are replaced.
        progress: called with each file once it is read.

    Raises:
        VanbanError: every fault of the description and the list; what came back with faults is no error.
        CannotWriteError: the folder cannot be written, or a result is there already.
    """
    form = read_form(description, sets)
    schools = read_schools(units)
    office = find_office(description.resolve().parent)
    files = files_in(sources, folder, (description, units, common, figures))
    kept = figures or folder / FIGURES
    periods = read_periods(kept) if figures or kept.is_file() else []
    before = next((period for period in periods if period.ky.ma == form.ky.truoc), None)
    collected = collect(files, form, schools, before, progress)
    period = _reported(form, collected)
    contents = {
        folder / FIGURES: to_sqlite([*(one for one in periods if one.ky.ma != form.ky.ma), period]),
        folder / _WORKBOOK: figures_workbook(period),
        folder / _TABLE: figures_csv(period),
        folder / REPORT: report_html(form, collected).encode(),
    }
    if with_letters:
        shared = load_data(read_text(common), file=str(common))[0] if common else Located()
        for path, data in letters(form, collected.standings, shared, office):
            contents[folder / path] = data
    write_all(contents, force=force)
    made = tuple(Made(description, path, len(data)) for path, data in contents.items())
    return Outcome(form, collected, made)


def files_in(sources: Iterable[Path], folder: Path, given: Iterable[Path | None] = ()) -> list[Path]:
    """The files that came back, those of folders by their names.

    Locks and hidden files are passed over in folders, and what did not come back: data files, results of an
    earlier collection in ``folder``, and files ``given`` to this one.

    Raises:
        InputError: VB010 a source is not there.
    """
    ours = {path.resolve() for path in (*given, *(folder / name for name in RESULTS)) if path}
    found: dict[Path, None] = {}
    for source in sources:
        if source.is_dir():
            inside = (path for path in source.rglob("*") if path.is_file() and _may_be_returned(path))
            found |= dict.fromkeys(sorted(path for path in inside if ours.isdisjoint(_around(path))))
        elif source.is_file():
            found[source] = None
        else:
            raise fail("VB010", Place(str(source)))
    return list(found)


def _may_be_returned(path: Path) -> bool:
    return path.name[0] not in "~." and path.suffix.lower() not in _DATA


def _around(path: Path) -> tuple[Path, ...]:
    whole = path.resolve()
    return (whole, *whole.parents)


def _reported(form: Form, collected: Collected) -> Reported:
    """The period as the file of figures keeps it; rows that units added to free tables are entries too."""
    figures = collected.figures
    added = dict.fromkeys(name for _unit, name in figures if name not in form.items)
    items = [*form.items.values(), *filter(None, map(form.item, added))]
    units = tuple(DonVi(standing.school.ma, standing.school.ten) for standing in collected.standings)
    return Reported(form.ky, tuple(items), units, figures)
