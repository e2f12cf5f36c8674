"""A package → everything that is no longer as it was packed, to the file."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path
from unicodedata import normalize

from vanban.archive import lists
from vanban.archive.model import Proof
from vanban.archive.packing import DOCUMENTS, in_file, needed
from vanban.archive.proving import prove
from vanban.errors import Fault, Place, VanbanError, fail
from vanban.files import read_bytes, sha256_of
from vanban.ooxml.package import open_package
from vanban.ooxml.wml import W
from vanban.thethuc.description import FIELDS

_OWN = tuple(field.name for field in FIELDS if field.name not in ("FileNotation", "Maintenance"))
"""What a document tells itself; number and retention may be those of its file."""
_LATIN = re.compile("[0-9A-Za-zÀ-ÖØ-öø-žƠơƯưẠ-ỹ]")


@dataclass(frozen=True, slots=True)
class Verified:
    """How many documents of a package were looked at, and all that is wrong with it."""

    documents: int
    faults: tuple[Fault, ...]


def verify_package(
    package: Path, *, progress: Callable[[int, int], None] = lambda _done, _of: None
) -> Verified:
    """Prove a package again: every byte against the manifests, every PDF, descriptions, table of contents.

    Args:
        package: the folder; it is only read.
        progress: is told how many documents are proven, and of how many.

    Raises:
        InputError: VB250, it is no package, or its manifests name files outside it.
        ToolMissingError: VB073, VB199.
    """
    needed()
    faults = list(_fixity(package))
    data = package / "data"
    proofs: list[Proof] = []
    paths = sorted(path for path in (data / DOCUMENTS).rglob("*") if _is_pdf(path))
    for done, path in enumerate(paths, start=1):
        try:
            proofs.append(prove(path, read_bytes(path), path.relative_to(data).as_posix()))
        except VanbanError as failure:
            faults += failure.faults
        progress(done, len(paths))
    there = {path.relative_to(data).as_posix() for path in paths}
    faults += _agreement(data, there, {proof.path: proof for proof in proofs})
    if len(proofs) == len(paths):
        faults += _contents(data / f"{lists.CONTENTS}.docx", sorted(proofs, key=in_file))
    return Verified(len(proofs), tuple(faults))


def _is_pdf(path: Path) -> bool:
    return path.suffix.lower() == ".pdf" and path.is_file()


def _fixity(package: Path) -> Iterator[Fault]:
    """What changed, is missing, or was added, by the manifests of the bag."""
    import bagit

    place = Place(str(package))
    if any(path.is_symlink() for path in package.rglob("*")):
        raise fail("VB250", place, reason="symlink")
    try:
        bag = bagit.Bag(str(package))
    except bagit.BagError as error:
        raise fail("VB250", place, reason=str(error)) from error
    except (OSError, ValueError) as error:
        raise fail("VB250", place, reason=type(error).__name__) from error
    if any(".." in Path(name).parts for name in bag.entries):
        raise fail("VB250", place, reason="..")
    missing, added, *_optional = bag.compare_manifests_with_fs()
    for name in sorted(missing):
        yield Fault("VB253", Place(str(package / name)))
    for name in sorted(added):
        yield Fault("VB254", Place(str(package / name)))
    for name, sums in sorted(bag.entries.items()):
        path = package / name
        if path.is_file() and sums.get("sha256") != sha256_of(path):
            yield Fault("VB252", Place(str(path)))


def _agreement(data: Path, there: AbstractSet[str], proven: Mapping[str, Proof]) -> Iterator[Fault]:
    """Whether the lists tell of the documents that are there, and tell of them what they say themselves."""
    for name, read in ((lists.JSON, _json), (lists.CSV, _csv), (lists.CHECKED, _checked)):
        place = Place(str(data / name))
        try:
            told = read((data / name).read_bytes())
        except Exception as error:  # a list that is not ours any more is broken in every way
            yield Fault("VB251", place, {"reason": type(error).__name__})
            continue
        for path in sorted(there ^ told.keys()):
            yield Fault("VB251", place, {"reason": path})
        for path in sorted(proven.keys() & told.keys()):
            proof = proven[path]
            known = {**proof.description, "sha256": proof.sha256}
            wrong = [field for field, value in told[path].items() if known.get(field, "") != value]
            if wrong:
                yield Fault("VB251", place, {"reason": f"{path}: {', '.join(wrong)}"})


def _contents(path: Path, proofs: Sequence[Proof]) -> Iterator[Fault]:
    """Whether the table of contents lists these documents, letter for letter."""
    place = Place(str(path))
    try:
        package = open_package(path.read_bytes(), str(path))
        table = next(package.xml(package.document).iter(f"{W}tbl"))
        told = [
            [_letters("".join(cell.itertext(f"{W}t"))) for cell in row.iter(f"{W}tc")]
            for row in table.iter(f"{W}tr")
        ]
    except Exception as error:  # a table that is not ours any more is broken in every way
        yield Fault("VB251", place, {"reason": type(error).__name__})
        return
    for row, known in zip_longest(told, lists.contents_rows(proofs), fillvalue=()):
        if row != [_letters(words) for words in known]:
            yield Fault("VB251", place, {"reason": " ".join(filter(None, known)) or "+"})


def _letters(words: str) -> str:
    """The Latin letters and figures of words; the fonts of a paper have few others."""
    return "".join(_LATIN.findall(normalize("NFC", words)))


def _json(data: bytes) -> dict[str, dict[str, str]]:
    entries = json.loads(data)["documents"]
    return {entry["file"]: {name: entry.get(name, "") for name in _OWN} for entry in entries}


def _csv(data: bytes) -> dict[str, dict[str, str]]:
    rows = csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""))
    return {row[lists.FILE]: {"sha256": row[lists.SUM]} for row in rows}


def _checked(data: bytes) -> dict[str, dict[str, str]]:
    return {entry["path"]: {"sha256": entry["sha256"]} for entry in json.loads(data)["files"]}
