"""Files: read as text; written whole or not at all; named safely on every system."""

from __future__ import annotations

import errno
import hashlib
import os
import re
import secrets
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from vanban.errors import CannotWriteError, Fault, Place, fail
from vanban.tiengviet.unicode import without_diacritics

NAME_LIMIT = 50
"""Characters of a file name before its ending, the most that offices' systems take."""

SIZE_LIMIT = 200 * 2**20
"""Bytes of the largest file that is read; a paper of 2,000 pages with pictures stays below."""

BESIDE = ".vanban-"
"""How the names of files begin that are not whole yet."""

_NAMELESS = "van-ban"
_RESERVED = frozenset(
    ["con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(10))]
)
"""Devices, not files, on Windows: whatever their case and ending."""

_NOT_IN_SLUG = re.compile(r"[^a-z0-9]+")
_NOT_IN_NAME = re.compile(r"[^A-Za-z0-9._-]+")
_PARTING = re.compile(r"[-_.]")


def read_text(path: Path) -> str:
    """Read a UTF-8 file, with or without a byte order mark.

    Raises:
        InputError: VB010 there is no such file, VB011 it cannot be read, VB012 it is not UTF-8.
    """
    try:
        return read_bytes(path).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise fail("VB012", Place(file=str(path))) from error


def read_bytes(path: Path) -> bytes:
    """Read a file of at most :data:`SIZE_LIMIT` bytes.

    Raises:
        InputError: VB010 there is no such file, VB011 it cannot be read, VB013 it is larger.
    """
    with opened(path) as file:
        data = file.read(SIZE_LIMIT + 1)
    if len(data) > SIZE_LIMIT:
        raise fail("VB013", Place(file=str(path)), most=SIZE_LIMIT // 2**20)
    return data


@contextmanager
def opened(path: Path) -> Iterator[IO[bytes]]:
    """Open a file to be read within a context.

    Raises:
        InputError: VB010 there is no such file, VB011 it cannot be read, at the start or later.
    """
    place = Place(file=str(path))
    try:
        with path.open("rb") as file:
            yield file
    except FileNotFoundError:
        raise fail("VB010", place) from None
    except OSError as error:
        raise fail("VB011", place, reason=_reason(error)) from error


def sha256_of(path: Path) -> str:
    """The SHA-256 of a file, in hexadecimal; it may be larger than the memory."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def write_atomically(path: Path, data: bytes, *, force: bool = False) -> None:
    """Write one file as :func:`write_all` writes several."""
    write_all({path: data}, force=force)


def write_all(files: Mapping[Path, bytes], *, force: bool = False) -> None:
    """Write files so that each appears whole or not at all, and none if one of them cannot be written.

    Folders that are missing are made. Every target is tried before the first byte is written; each file is
    written beside its target, flushed to the disk, and then renamed.

    Args:
        files: the data by target.
        force: whether a file that is there already is replaced.

    Raises:
        CannotWriteError: with a fault for each target: VB080 it is there already, VB081 the folder or the
            file cannot be written, VB082 it is open in another program.
    """
    drafts = write_beside(files, force=force)
    try:
        for path, draft in drafts.items():
            flush(path, draft)
        for path, draft in drafts.items():
            put_in_place(path, draft)
    finally:
        _remove(drafts.values())


def write_beside(files: Mapping[Path, bytes], *, force: bool = False) -> dict[Path, Path]:
    """Write the drafts of files, each beside its place, and give them by place; they are not flushed yet.

    Raises:
        CannotWriteError: as :func:`write_all`; there are no drafts then.
    """
    faults = [fault for path in files if (fault := _obstacle(path, force))]
    if faults:
        raise CannotWriteError(faults)
    drafts = {path: path.with_name(f"{BESIDE}{secrets.token_hex(8)}.tmp") for path in files}
    try:
        for path, draft in drafts.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            with draft.open("xb") as file:
                file.write(files[path])
    except BaseException as error:
        _remove(drafts.values())
        if isinstance(error, OSError):
            raise cannot_write(path, error) from error
        raise
    return drafts


def flush(path: Path, draft: Path) -> None:
    """Come back when the draft of ``path`` is on the disk.

    Raises:
        CannotWriteError: VB081.
    """
    try:
        with draft.open("r+b") as file:
            os.fsync(file.fileno())
    except OSError as error:
        raise cannot_write(path, error) from error


def put_in_place(path: Path, draft: Path) -> None:
    """Let a draft be ``path``, at one stroke.

    Raises:
        CannotWriteError: VB081; VB082, another program has ``path`` open.
    """
    try:
        draft.replace(path)
    except OSError as error:
        raise cannot_write(path, error) from error


def _remove(drafts: Iterable[Path]) -> None:
    for draft in drafts:
        with suppress(OSError):
            draft.unlink(missing_ok=True)


def cannot_write(path: Path, error: Exception) -> CannotWriteError:
    """What is to be raised where writing ``path`` failed: VB082 it is open in another program, else VB081."""
    return CannotWriteError(_refused(path, error))


def slug(text: str, limit: int = NAME_LIMIT) -> str:
    """Write a text as words of a file name: ``Thông tin, tuyên truyền`` → ``thong-tin-tuyen-truyen``.

    At most ``limit`` characters, cut at the end of a word; "" if the text has no letter or digit.
    """
    return _cut(_NOT_IN_SLUG.sub("-", without_diacritics(text).lower()).strip("-"), limit)


def safe_name(name: str, limit: int = NAME_LIMIT) -> str:
    """Make a file name (before its ending) that every system takes and that cannot leave its folder.

    Letters lose their diacritics and keep their case; digits, ``-``, ``_`` and ``.`` inside stay; the rest
    becomes ``-``. At most ``limit`` characters, cut at the end of a word. A name that is empty or a Windows
    device's is changed.
    """
    name = _cut(_NOT_IN_NAME.sub("-", without_diacritics(name)).strip("-_."), limit)
    if name.split(".")[0].lower() in _RESERVED:
        return f"{_NAMELESS}-{name}"[:limit]
    return name or _NAMELESS


class Names:
    """Names that are taken, in whatever case; each is at most ``limit`` characters long."""

    def __init__(self, limit: int = NAME_LIMIT) -> None:
        self._limit = limit
        self._taken: set[str] = set()
        self._next: dict[str, int] = {}

    def take(self, name: str) -> str:
        """Take a name, with a number where it was taken before: ``a``, ``a-2``, ``a-3``."""
        candidate = name
        while candidate.lower() in self._taken:
            number = self._next.get(name.lower(), 2)
            self._next[name.lower()] = number + 1
            candidate = f"{name[: self._limit - len(f'-{number}')].rstrip('-_.')}-{number}"
        self._taken.add(candidate.lower())
        return candidate


def unique(names: Iterable[str], limit: int = NAME_LIMIT) -> list[str]:
    """Number the names that occurred before, as :class:`Names` does."""
    return list(map(Names(limit).take, names))


def _cut(name: str, limit: int) -> str:
    if len(name) <= limit:
        return name
    ends = [found.start() for found in _PARTING.finditer(name[: limit + 1])]
    return name[: ends[-1] if ends else limit].rstrip("-_.")


def _obstacle(path: Path, force: bool) -> Fault | None:
    """Why ``path`` cannot be written, without writing anything."""
    if not os.path.lexists(path):
        folder = next(folder for folder in path.parents if folder.exists())
        if folder.is_dir() and os.access(folder, os.W_OK | os.X_OK):
            return None
        return _fault("VB081", path, reason=os.strerror(errno.EACCES if folder.is_dir() else errno.ENOTDIR))
    if not force:
        return _fault("VB080", path)
    try:
        path.open("r+b").close()
    except OSError as error:
        return _refused(path, error)
    return None


def _refused(path: Path, error: Exception) -> Fault:
    if isinstance(error, PermissionError) and path.is_file():
        return _fault("VB082", path)
    return _fault("VB081", path, reason=_reason(error))


def _fault(kind: str, path: Path, **details: object) -> Fault:
    return Fault(kind, Place(file=str(path)), details)


def _reason(error: Exception) -> str:
    return getattr(error, "strerror", None) or str(error) or type(error).__name__
