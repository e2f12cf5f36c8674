"""Files to documents: source texts as they are, data files through the template that they name."""

from __future__ import annotations

from pathlib import Path

from vanban.document import Source, read_source
from vanban.document.door import admit as admit_parts
from vanban.document.source import DATA_SUFFIXES, images_in, load_data
from vanban.errors import fail
from vanban.files import read_text
from vanban.fill.fields import MAU
from vanban.fill.filling import admit
from vanban.fill.template import load_template
from vanban.office import Office


def read(path: Path, office: Office) -> Source:
    """Read any file that makes a document: a source text (.md), or data (.yaml, .yml, .json).

    Data that name a template (``mau:``) fill it, others are the parts of the document themselves.

    Args:
        path: the file.
        office: its own templates win over those that are built in; its defaults hold where nothing else does.

    Raises:
        InputError: every fault, with file, line and column.
    """
    return (
        read_data(path, office)
        if path.suffix.lower() in DATA_SUFFIXES
        else read_source(path, office.defaults)
    )


def read_data(path: Path, office: Office) -> Source:
    """Read a data file as :func:`read` does."""
    data, notes = load_data(read_text(path), file=str(path))
    images = images_in(path.parent)
    if MAU not in data:
        document, more = admit_parts(data.over(office.defaults), images=images)
        return Source(document, (*notes, *more))
    name, place = data[MAU], data.places.value((MAU,))
    if not isinstance(name, str):
        raise fail("VB025", place, part=MAU, expected="ke-hoach-nam")
    template = load_template(name.strip(), office, place=place)
    filled = admit(template, data, defaults=office.defaults, images=images)
    return Source(filled.document, (*notes, *filled.notes))
