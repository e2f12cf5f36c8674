"""The job of ``vanban form make``: a form and a list of units in, one form for each unit out."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import Literal, TypeAlias, get_args

from vanban.figures.describing import read_form, read_schools
from vanban.figures.form import Form, School
from vanban.files import safe_name, unique, write_all
from vanban.jobs import Made
from vanban.office import Office, find_office

FormFormat: TypeAlias = Literal["xlsx", "docx", "pdf"]
FORM_FORMATS: tuple[FormFormat, ...] = get_args(FormFormat)

Maker: TypeAlias = Callable[[School], bytes]
_MAKERS: Mapping[FormFormat, tuple[str, str]] = {
    "xlsx": ("workbook", "workbook_maker"),
    "docx": ("word_form", "word_maker"),
    "pdf": ("pdf_form", "pdf_maker"),
}
"""Who makes a kind of form; loaded only when it is wanted."""


def make_forms(
    description: Path,
    units: Path,
    *,
    formats: Sequence[FormFormat] = ("xlsx",),
    sets: Sequence[str] = (),
    folder: Path = Path("output"),
    force: bool = False,
    progress: Callable[[Path], None] | None = None,
) -> tuple[Made, ...]:
    """Make one form for every unit: all of them, or none.

    Args:
        description: what is asked, or the data of a plan with targets (:func:`read_form`).
        units: the list of units (:func:`read_schools`).
        formats: what each unit gets: a workbook, a Word file with fields, a PDF that can be filled.
        sets: values over those of the description, written ``name=value``.
        folder: where the forms go; made when it is missing.
        force: whether files that are there already are replaced.
        progress: called with the path of each form.

    Raises:
        VanbanError: every fault of the description and of the list.
        CannotWriteError: the folder cannot be written, or a file is there already.
    """
    form = read_form(description, sets)
    schools = read_schools(units)
    office = find_office(description.resolve().parent)
    makers = {to: _maker(to, form, office) for to in dict.fromkeys(formats)}
    stems = unique([safe_name(f"{form.ma}_{school.ma}") for school in schools])
    contents: dict[Path, bytes] = {}
    for school, stem in zip(schools, stems, strict=True):
        for to, make in makers.items():
            path = folder / f"{stem}.{to}"
            contents[path] = make(school)
            if progress:
                progress(path)
    write_all(contents, force=force)
    return tuple(Made(description, path, len(data)) for path, data in contents.items())


def _maker(to: FormFormat, form: Form, office: Office) -> Maker:
    module, name = _MAKERS[to]
    maker: Callable[[Form, Office], Maker] = getattr(import_module(f"vanban.figures.{module}"), name)
    return maker(form, office)
