"""A folder of PDFs → a package: every document proven and described, all of it in a BagIt bag (RFC 8493)."""

from __future__ import annotations

import hashlib
import logging
import re
import secrets
import shutil
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path

from vanban import __version__
from vanban.archive import lists
from vanban.archive.model import FileOfDocuments, Packed, Proof
from vanban.archive.proving import prove
from vanban.errors import CannotWriteError, Fault, InputError, Place, ToolMissingError, VanbanError
from vanban.files import BESIDE, cannot_write, read_bytes
from vanban.language import _
from vanban.tools.verapdf import verapdf_version

DOCUMENTS = "van-ban"
"""The folder of the documents in the package."""


def make_package(
    folder: Path,
    target: Path,
    file: FileOfDocuments = FileOfDocuments(),  # noqa: B008 - frozen
    *,
    force: bool = False,
    keep_going: bool = False,
    progress: Callable[[int, int], None] = lambda _done, _of: None,
) -> Packed:
    """Pack every PDF of a folder.

    The package holds the documents unchanged, their descriptions (CSV and JSON), the table of contents (DOCX
    and PDF), what veraPDF proved, and the manifests of a bag: whoever has it can prove every byte.

    Args:
        folder: its PDFs are taken, those in folders inside it too, by their names.
        target: the package, a folder that is made.
        file: what holds for the whole hồ sơ, over what the documents tell.
        force: whether a package that is there is replaced; anything else that is there stays.
        keep_going: whether documents with faults are left out instead of refused.
        progress: is told how many documents are proven, and of how many.

    Raises:
        InputError: every fault of every document (VB195 to VB197); VB198 there is none.
        ToolMissingError: VB073 veraPDF, VB199 the package ``bagit`` is missing.
        CannotWriteError: VB080, VB081.
    """
    version = needed()
    if target.exists() and not force:
        raise CannotWriteError(Fault("VB080", Place(str(target))))
    if target.exists() and not (target / "bagit.txt").is_file():
        raise CannotWriteError(Fault("VB081", Place(str(target)), {"reason": _("không phải gói lưu trữ")}))
    paths = sorted(path for path in folder.rglob("*") if path.suffix.lower() == ".pdf" and path.is_file())
    paths = [path for path in paths if target.resolve() not in path.resolve().parents]
    if not paths:
        raise InputError(Fault("VB198", Place(str(folder))))
    proofs: list[Proof] = []
    faults: list[Fault] = []
    for done, path in enumerate(paths, start=1):
        try:
            name = f"{DOCUMENTS}/{path.relative_to(folder).as_posix()}"
            proofs.append(_over(prove(path, read_bytes(path), name), file))
        except ToolMissingError:
            raise
        except VanbanError as failure:
            faults += failure.faults
        progress(done, len(paths))
    if faults and (not keep_going or not proofs):
        raise InputError(faults)
    proofs.sort(key=in_file)
    file = _completed(file, proofs)
    extra = {
        lists.CSV: lists.as_csv(proofs),
        lists.JSON: lists.as_json(file, proofs),
        lists.CHECKED: lists.as_checked(version, proofs, faults),
        **lists.contents(file, proofs),
    }
    _write(folder, target, proofs, extra, file)
    return Packed(target, tuple(proofs), tuple(faults))


def needed() -> str:
    """Make sure that the tools of an archive are there, and tell the version of veraPDF.

    Raises:
        ToolMissingError: VB073, VB199.
    """
    if find_spec("bagit") is None:
        raise ToolMissingError(Fault("VB199"))
    logging.getLogger("bagit").setLevel(logging.CRITICAL)
    return verapdf_version()


def in_file(proof: Proof) -> tuple[object, ...]:
    """The order of documents in their file, as things went (Điều 29.1.b): by date, number, then name."""
    told = proof.description
    return told.get("IssuedDate", ""), _counted(told.get("CodeNumber", "")), _counted(proof.path)


def _counted(words: str) -> list[tuple[int, str]]:
    """Words as they are ordered with their figures counted: ``a-2`` before ``a-10``."""
    return [(int(piece), "") if piece.isdecimal() else (-1, piece) for piece in re.split(r"(\d+)", words)]


def _over(proof: Proof, file: FileOfDocuments) -> Proof:
    """The document with what its file says: retention belongs to the file."""
    given = {"FileNotation": file.notation, "Maintenance": file.maintenance}
    return replace(proof, description={**proof.description, **{k: v for k, v in given.items() if v}})


def _completed(file: FileOfDocuments, proofs: Sequence[Proof]) -> FileOfDocuments:
    """The file with what all its documents agree on."""

    def agreed(name: str) -> str:
        told = {proof.description.get(name, "") for proof in proofs}
        return told.pop() if len(told) == 1 else ""

    return replace(
        file,
        notation=file.notation or agreed("FileNotation"),
        maintenance=file.maintenance or agreed("Maintenance"),
    )


def _write(
    folder: Path, target: Path, proofs: Sequence[Proof], extra: Mapping[str, bytes], file: FileOfDocuments
) -> None:
    """Build the package beside its place, and put it there whole."""
    import bagit

    beside = target.absolute().with_name(f"{BESIDE}{secrets.token_hex(8)}.tmp")
    try:
        for proof in proofs:
            path = beside / proof.path
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(_proven(folder / proof.path.removeprefix(f"{DOCUMENTS}/"), proof))
        for name, data in extra.items():
            (beside / name).write_bytes(data)
        bagit.make_bag(str(beside), _about(proofs, file), checksums=["sha256"])
        _put(beside, target)
    except (OSError, bagit.BagError) as error:
        raise cannot_write(target, error) from error
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def _put(whole: Path, target: Path) -> None:
    """Rename a package to its place; one that is there goes only when the new one stands."""
    old = whole.with_suffix(".old")
    if target.exists():
        target.rename(old)
    try:
        whole.rename(target)
    except OSError:
        if old.exists():
            old.rename(target)
        raise
    shutil.rmtree(old, ignore_errors=True)


def _proven(path: Path, proof: Proof) -> bytes:
    """The bytes of a document, which must be those that were proven."""
    data = read_bytes(path)
    if hashlib.sha256(data).hexdigest() != proof.sha256:
        raise InputError(Fault("VB252", Place(str(path))))
    return data


def _about(proofs: Sequence[Proof], file: FileOfDocuments) -> dict[str, str]:
    """The metadata of the bag (RFC 8493, 2.2.2)."""
    offices = sorted({office for proof in proofs if (office := proof.description.get("OrganName"))})
    about = {
        "Source-Organization": "; ".join(offices),
        "External-Identifier": file.notation,
        "External-Description": file.title,
        "Contact-Name": file.creator,
        "Bag-Software-Agent": f"vanban {__version__}",
    }
    return {name: value for name, value in about.items() if value}
