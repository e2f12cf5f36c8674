"""Content templates: the built-in ones and an office's own, found by name, compiled once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import lru_cache
from pathlib import Path

from vanban.document.source import split_front_matter
from vanban.errors import Fault, InputError, Place, fail
from vanban.files import read_text
from vanban.fill.body import Body, compile_body
from vanban.fill.fields import PARTS, Field, Tell, read_fields
from vanban.fill.front import Front, compile_front
from vanban.fill.syntax import Spot
from vanban.fill.values import Values
from vanban.language import N_, _
from vanban.located import Located, load_yaml, unknown_key
from vanban.located import Path as Way
from vanban.office import Office
from vanban.resources import templates_folder
from vanban.thethuc import KINDS
from vanban.tiengviet.unicode import clean

DESCRIPTION = "template.yaml"
CONTENT = "content.md"

_KEYS = ("loai", "ten", "mo_ta", "van_ban", "truong")
_NEEDED = {"loai": N_("loại văn bản"), "ten": N_("tên của mẫu")}


@dataclass(frozen=True, slots=True)
class TemplateInfo:
    """What a template is for: its name, the kind of its documents, its title and a sentence about it."""

    name: str
    loai: str
    ten: str
    mo_ta: str
    folder: Path
    built_in: bool


@dataclass(frozen=True, slots=True)
class Template:
    """A compiled template; ``van_ban`` are examples of document parts for its starter, not defaults.

    ``texts`` are those of its two files; a template that goes to another process is compiled there from them.
    """

    info: TemplateInfo
    fields: tuple[Field, ...]
    van_ban: Located
    front: Front
    body: Body
    texts: tuple[str, str]

    def __reduce__(self) -> tuple[Callable[[Path, str, str], Template], tuple[Path, str, str]]:
        return _compile, (self.info.folder, *self.texts)


def templates(office: Office | None = None) -> list[TemplateInfo]:
    """List the content templates: the office's own, then those built in whose names it does not use.

    Raises:
        InputError: every fault of a ``template.yaml``.
    """
    return [_described(folder, read_text(folder / DESCRIPTION))[0] for folder in _folders(office).values()]


def load_template(name: str, office: Office | None = None, *, place: Place | None = None) -> Template:
    """Load a template; it is compiled once as long as its files do not change.

    Args:
        name: the name of its folder, or the path of a folder anywhere.
        office: whose own templates win over those that are built in.
        place: where the name was written, for the fault that there is no such template.

    Raises:
        InputError: VB040, VB041 there is no such template; every fault of its two files with file and line.
    """
    folders = _folders(office)
    if name not in folders and (Path(name) / DESCRIPTION).is_file():
        folders[name] = Path(name).resolve()
    if name not in folders:
        near = get_close_matches(name.lower().replace("_", "-").replace(" ", "-"), folders, 1)
        if near:
            raise fail("VB040", place, name=name, suggestion=near[0])
        raise fail("VB041", place, name=name, allowed=", ".join(folders))
    return _load(folders[name], _stamp(folders[name]))


def _folders(office: Office | None) -> dict[str, Path]:
    """The folders of templates by name; a folder is one when it holds a ``template.yaml``."""
    homes = (office.templates if office else None, templates_folder())
    found: dict[str, Path] = {}
    for home in homes:
        for folder in sorted(home.iterdir()) if home and home.is_dir() else ():
            if (folder / DESCRIPTION).is_file():
                found.setdefault(folder.name, folder)
    return found


def _stamp(folder: Path) -> tuple[tuple[int, int], ...]:
    """What changes when one of the files does: their times and sizes."""
    files = (folder / DESCRIPTION, folder / CONTENT)
    return tuple((file.stat().st_mtime_ns, file.stat().st_size) for file in files if file.is_file())


@lru_cache(maxsize=64)
def _load(folder: Path, _stamp: tuple[tuple[int, int], ...]) -> Template:
    return _compile(folder, read_text(folder / DESCRIPTION), read_text(folder / CONTENT))


def _compile(folder: Path, description: str, content: str) -> Template:
    """Read the texts of both files, so that the faults of both are told at once."""
    info, described = _described(folder, description)
    faults: list[Fault] = []
    raw_fields = described.get("truong") or {}
    fields = read_fields(raw_fields, ("truong",), described.places, faults.append)
    check = Values(described.places)
    _check_examples(fields, ("truong",), check)
    faults += check.faults
    van_ban = _example_parts(described, faults.append)
    # A field that could not be read is still a name that the content may use.
    names = list(raw_fields) if isinstance(raw_fields, dict) else []
    front, body = _content(folder / CONTENT, content, info, names, faults.append)
    if faults or body is None:
        raise InputError(faults)
    return Template(info, fields, van_ban, front, body, (description, content))


def _described(folder: Path, description: str) -> tuple[TemplateInfo, Located]:
    """What ``template.yaml`` says about the whole template, and all that it holds."""
    path = folder / DESCRIPTION
    data = load_yaml(clean(description)[0], file=str(path))
    faults = [unknown_key((key,), _KEYS, data.places) for key in data if key not in _KEYS]
    faults += [
        Fault("VB022", Place(str(path)), {"part": key, "label": _(label)})
        for key, label in _NEEDED.items()
        if not data.get(key)
    ]
    loai = str(data.get("loai", ""))
    if loai and loai not in KINDS:
        details: dict[str, object] = {"part": "loai", "value": loai, "allowed": ", ".join(KINDS)}
        faults.append(Fault("VB024", data.places.value(("loai",)), details))
    if faults:
        raise InputError(faults)
    built_in = folder.parent == templates_folder()
    ten, mo_ta = (str(data.get(key, "")) for key in ("ten", "mo_ta"))
    return TemplateInfo(folder.name, loai, ten, mo_ta, folder, built_in), data


def _check_examples(fields: Sequence[Field], path: Way, check: Values) -> None:
    """Read the examples and defaults of fields as if they were data, for their faults."""
    for field in fields:
        here = (*path, field.name)
        for key, raw in (("vi_du", field.vi_du), ("mac_dinh", field.mac_dinh)):
            if raw:
                check.value(field, raw, (*here, key))
        if isinstance(field.phan_tu, tuple):
            _check_examples(field.phan_tu, (*here, "cot" if field.kieu == "bang" else "phan_tu"), check)


def _example_parts(described: Located, tell: Tell) -> Located:
    """The parts of a document that a starter of the template gives."""
    raw = described.get("van_ban") or {}
    if not isinstance(raw, dict):
        expected = _("các mục con «tên: giá trị»")
        tell(Fault("VB025", described.places.value(("van_ban",)), {"part": "van_ban", "expected": expected}))
        return Located()
    for key in raw.keys() - set(PARTS):
        tell(unknown_key(("van_ban", key), PARTS, described.places))
    return Located(raw, described.places)


def _content(
    path: Path, content: str, info: TemplateInfo, names: Sequence[str], tell: Tell
) -> tuple[Front, Body | None]:
    """Compile ``content.md``."""
    head, first, text = split_front_matter(clean(content)[0], str(path))
    given = load_yaml(head, file=str(path), first_line=first).over({"loai": info.loai})
    body = Spot(str(path), first + head.count("\n") + 1)
    return compile_front(given, names, tell), compile_body(text, names, body, tell)
