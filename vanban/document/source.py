"""Source files: front matter and outline (.md), YAML or JSON, each read to a document and written back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from vanban.document.door import admit
from vanban.document.figures import Images
from vanban.document.front import write_front
from vanban.document.model import Document
from vanban.document.outline import Outline, parse_outline
from vanban.document.remarks import Remarks, asking
from vanban.document.write import write_outline
from vanban.errors import Fault, InputError, Place, fail
from vanban.files import read_text
from vanban.located import Located, load_json, load_yaml
from vanban.tiengviet.unicode import clean

DATA_SUFFIXES = (".yaml", ".yml", ".json")
SUFFIXES = (".md", *DATA_SUFFIXES)
FENCE = "---"

_BODY = ("noi_dung", "phu_luc")
"""The parts that stand below the front matter."""
_MOST_IMAGE_BYTES = 20_000_000


@dataclass(frozen=True, slots=True)
class Source:
    """A document that was read, and what was mended or guessed while reading it."""

    document: Document
    notes: tuple[Fault, ...] = ()


def read_source(path: Path, defaults: Mapping[str, object] | None = None) -> Source:
    """Read a source file.

    Args:
        path: a file ending in .md, .yaml, .yml or .json.
        defaults: parts that hold where the file does not give them, as an office's ``defaults``.

    Raises:
        InputError: every fault with its line and column; VB010 to VB012 where the file cannot be read, VB125
            where its name says that it is something else.
    """
    if path.suffix.lower() not in SUFFIXES:
        raise fail("VB125", Place(str(path)), suffix=path.suffix)
    return parse_source(read_text(path), file=str(path), folder=path.parent, defaults=defaults)


def parse_source(
    text: str,
    *,
    file: str | None = None,
    folder: Path | None = None,
    images: Images | None = None,
    defaults: Mapping[str, object] | None = None,
) -> Source:
    """Read the text of a source file.

    Args:
        text: what the file holds.
        file: its name for faults; its ending says what it is (.md without one).
        folder: where its pictures are.
        images: gives its pictures, where they are in no folder.
        defaults: parts that hold where the text does not give them.

    Raises:
        InputError: every fault with its line and column.
    """
    images = images or images_in(folder)
    if Path(file or "").suffix.lower() in ("", ".md"):
        text, notes = _cleaned(text, file)
        document, more = _parse_markdown(text, file, images, defaults)
    else:
        data, notes = load_data(text, file=file)
        document, more = admit(data.over(defaults), images=images)
    return Source(document, (*notes, *more))


def load_data(text: str, *, file: str | None = None) -> tuple[Located, list[Fault]]:
    """Read the text of a data file, JSON where its name says so, else YAML; with notes on it.

    Raises:
        InputError: VB026 to VB028, VB124.
    """
    text, notes = _cleaned(text, file)
    load = load_json if Path(file or "").suffix.lower() == ".json" else load_yaml
    return load(text, file=file), notes


def _cleaned(text: str, file: str | None) -> tuple[str, list[Fault]]:
    """The text without what Word leaves in it; with notes of that and of remarks that ask to be seen to."""
    text, changes = clean(text)
    notes = [Fault("VB029", Place(file), {"count": change.count, "what": change.name}) for change in changes]
    if rows := asking(text.split("\n")):
        notes.append(Fault("VB172", Place(file, rows[0] + 1), {"count": len(rows)}))
    return text, notes


def _parse_markdown(
    text: str, file: str | None, images: Images, defaults: Mapping[str, object] | None
) -> tuple[Document, tuple[Fault, ...]]:
    """Read both halves, so that the faults of both are told at once."""
    front, first, body = split_front_matter(text, file)
    faults: list[Fault] = []
    data, outline = Located(), Outline(())
    try:
        data = load_yaml(front, file=file, first_line=first)
    except InputError as error:
        faults += error.faults
    try:
        line = first + front.count("\n") + 1
        outline = parse_outline(body, file=file, first_line=line, images=images)
    except InputError as error:
        faults += error.faults
    twice = [key for key in _BODY if key in data]
    faults += [Fault("VB122", data.places.key((key,)), {"part": key}) for key in twice]
    if not data and faults:
        raise InputError(faults)
    parts = {key: value for key, value in data.items() if key not in twice}
    whole = Located({**parts, "noi_dung": outline.blocks, "phu_luc": outline.phu_luc}, data.places)
    try:
        document, _ = admit(whole.over(defaults))
    except InputError as error:
        raise InputError([*error.faults, *faults]) from None
    if faults:
        raise InputError(faults)
    return document, outline.notes


def split_front_matter(text: str, file: str | None = None) -> tuple[str, int, str]:
    """Split a text at its two ``---`` lines; comments and blank lines may stand before the first.

    Returns:
        The front matter, the number of its first line, and what follows it.

    Raises:
        InputError: VB120 there is no front matter, VB121 it does not end.
    """
    lines = text.split("\n")
    start = next((at for at, line in enumerate(lines) if line.strip() and not line.startswith("#")), 0)
    if lines[start].rstrip() != FENCE:
        raise fail("VB120", Place(file, start + 1))
    end = next((at for at in range(start + 1, len(lines)) if lines[at].rstrip() == FENCE), None)
    if end is None:
        raise fail("VB121", Place(file, start + 1))
    return "\n".join(lines[start + 1 : end]) + "\n", start + 2, "\n".join(lines[end + 1 :])


def images_in(folder: Path | None) -> Images:
    """Give pictures by their paths relative to ``folder``, and none from outside it."""

    def image(path: str) -> bytes:
        if folder is None:
            raise FileNotFoundError(path)
        home = folder.resolve()
        target = (home / path.replace("\\", "/")).resolve()
        if not target.is_relative_to(home) or target.stat().st_size > _MOST_IMAGE_BYTES:
            raise PermissionError(path)
        return target.read_bytes()

    return image


def write_source(document: Document, *, schema: str | None = None, remarks: Remarks | None = None) -> str:
    """Write a document as the text of an .md file that :func:`parse_source` reads back.

    Pictures stay the files that they were: the text gives their paths.

    Args:
        document: what to write.
        schema: the path or address of the JSON Schema for the editor's comment; None for no comment.
        remarks: each stands on a line above the part or block that it is about.
    """
    data = document.model_dump(mode="json", exclude_defaults=True, exclude=set(_BODY))
    comment = [f"# yaml-language-server: $schema={schema}"] if schema else []
    remarks = remarks or {}
    front = {path: words for path, words in remarks.items() if path[:1] not in [(key,) for key in _BODY]}
    rest = {path: words for path, words in remarks.items() if path not in front}
    body = write_outline(document.noi_dung, document.phu_luc, rest)
    return "\n".join([FENCE, *comment, *write_front(data, front), FENCE, "", body])
