"""Where the files of a batch go: a folder of this machine, or any storage that fsspec reaches."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Mapping
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple, Protocol

from vanban.errors import CannotWriteError, Fault, Place, fail
from vanban.files import BESIDE, sha256_of, write_all


class Stamp(NamedTuple):
    """What tells at a glance that a file is as it was: bytes, and nanoseconds of change (None: not told)."""

    size: int
    changed: int | None


class Store(Protocol):
    """What a batch asks of the place its files go to; names are those of files, without a folder."""

    def write(self, files: Mapping[str, bytes]) -> None:
        """Write files, each whole or not at all, over those that are there.

        Raises:
            CannotWriteError: VB081, VB082.
        """

    def stamp(self, name: str) -> Stamp | None:
        """How a file looks from outside; None where there is none."""

    def sha256(self, name: str) -> str:
        """The SHA-256 of a file, in hexadecimal."""

    def settle(self) -> None:
        """Come back only when what was written stays there even if the power goes."""

    def clean(self) -> None:
        """Remove what runs that were killed left half-written."""


class Folder:
    """A folder of this machine."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def write(self, files: Mapping[str, bytes]) -> None:
        """Write files as :func:`vanban.files.write_all` does."""
        write_all({self.path / name: data for name, data in files.items()}, force=True)

    def stamp(self, name: str) -> Stamp | None:
        """Size and time of change of a file."""
        try:
            status = (self.path / name).stat()
        except OSError:
            return None
        return Stamp(status.st_size, status.st_mtime_ns)

    def sha256(self, name: str) -> str:
        """The SHA-256 of a file."""
        return sha256_of(self.path / name)

    def settle(self) -> None:
        """Flush the names of the folder; the files were flushed when they were written."""
        if os.name != "posix":
            return  # Windows keeps names safe by itself and lets no folder be opened
        handle = os.open(self.path, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)

    def clean(self) -> None:
        """Remove what runs that were killed left half-written."""
        for path in self.path.glob(f"{BESIDE}*.tmp"):
            with suppress(OSError):
                path.unlink()


class Remote:
    """A storage that fsspec reaches; a file is there when its last byte has arrived."""

    def __init__(self, address: str) -> None:
        """Reach the storage at an address.

        Raises:
            InputError: VB178, no package here knows such addresses, or the storage cannot be reached.
        """
        try:
            from fsspec.core import url_to_fs

            self._files, self._root = url_to_fs(address)
        except Exception as error:  # each kind of storage has errors of its own
            raise fail("VB178", Place(address), reason=str(error)) from error

    def _at(self, name: str) -> str:
        return f"{self._root.rstrip('/')}/{name}"

    def write(self, files: Mapping[str, bytes]) -> None:
        """Put files, one after the other."""
        for name, data in files.items():
            try:
                self._files.pipe_file(self._at(name), data)
            except Exception as error:
                details: dict[str, object] = {"reason": str(error) or type(error).__name__}
                raise CannotWriteError(Fault("VB081", Place(self._at(name)), details)) from error

    def stamp(self, name: str) -> Stamp | None:
        """The size of a file; storages tell times in too many ways."""
        try:
            about: dict[str, Any] = self._files.info(self._at(name))
        except FileNotFoundError:
            return None
        return Stamp(int(about["size"]), None)

    def sha256(self, name: str) -> str:
        """The SHA-256 of a file, which is fetched for it."""
        return hashlib.sha256(self._files.cat_file(self._at(name))).hexdigest()

    def settle(self) -> None:
        """Nothing to do: a storage answers when it has the file."""

    def clean(self) -> None:
        """Nothing to do: nothing is there before it is whole."""


@lru_cache(maxsize=4)
def open_store(target: str) -> Store:
    """The store at a path or an address with "://" in it; ``file://`` is a folder."""
    if target.startswith("file://"):
        return Folder(Path(target.removeprefix("file://")))
    return Remote(target) if "://" in target else Folder(Path(target))
