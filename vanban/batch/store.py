"""Where the files of a batch go: a folder of this machine, or any storage that fsspec reaches."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple, Protocol

from vanban.errors import CannotWriteError, Fault, Place, fail
from vanban.files import BESIDE, flush, put_in_place, sha256_of, write_beside

_FLUSHES = 8
"""Files that are flushed at once: the disk then writes its journal once for all of them."""


class Stamp(NamedTuple):
    """What tells at a glance that a file is as it was: bytes, and nanoseconds of change (None: not told)."""

    size: int
    changed: int | None


class Draft(NamedTuple):
    """A file that is written and waits beside its place, and nanoseconds of its change."""

    name: str
    changed: int


Refused = dict[str, tuple[Fault, ...]]
"""Files that cannot be put in their places, and why."""


class Store(Protocol):
    """What a batch asks of the place its files go to; names are those of files, without a folder."""

    def write(self, files: Mapping[str, bytes]) -> dict[str, Draft]:
        """Write files, which may replace those that are there.

        Returns:
            What waits to be settled, by file; whatever is not in it, is in its place, whole.

        Raises:
            CannotWriteError: VB081, VB082; none of the files is there then.
        """

    def stamp(self, name: str) -> Stamp | None:
        """How a file looks from outside; None where there is none."""

    def sha256(self, name: str) -> str:
        """The SHA-256 of a file, in hexadecimal."""

    def settle(self, drafts: Mapping[str, Draft]) -> Refused:
        """Put drafts in their places, whole, and come back when they stay there even if the power goes.

        What was interrupted goes on when it is called again.

        Returns:
            The files that another program holds open (VB082).

        Raises:
            CannotWriteError: VB081; any of the files may be in its place.
        """

    def clean(self) -> None:
        """Remove what runs that were killed left half-written."""


class Folder:
    """A folder of this machine."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def write(self, files: Mapping[str, bytes]) -> dict[str, Draft]:
        """Write files beside their places; a worker that waits for the disk is idle a tenth of its time."""
        drafts = write_beside({self.path / name: data for name, data in files.items()}, force=True)
        return {path.name: Draft(draft.name, draft.stat().st_mtime_ns) for path, draft in drafts.items()}

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

    def settle(self, drafts: Mapping[str, Draft]) -> Refused:
        """Flush files, several at once; rename them; flush the names of the folder."""
        places = {
            self.path / name: self.path / draft.name
            for name, draft in drafts.items()
            if not self._in_place(name, draft)
        }
        with ThreadPoolExecutor(_FLUSHES) as threads:
            list(threads.map(flush, places, places.values()))
        refused: Refused = {}
        for place, draft in places.items():
            try:
                put_in_place(place, draft)
            except CannotWriteError as failure:
                if any(fault.kind != "VB082" for fault in failure.faults):
                    raise
                refused[place.name] = failure.faults
        if os.name == "posix":  # Windows keeps names safe by itself and lets no folder be opened
            handle = os.open(self.path, os.O_RDONLY)
            try:
                os.fsync(handle)
            finally:
                os.close(handle)
        return refused

    def _in_place(self, name: str, draft: Draft) -> bool:
        stamp = self.stamp(name)
        return stamp is not None and stamp.changed == draft.changed and self.stamp(draft.name) is None

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

    def write(self, files: Mapping[str, bytes]) -> dict[str, Draft]:
        """Put files in their places, one after the other."""
        for name, data in files.items():
            try:
                self._files.pipe_file(self._at(name), data)
            except Exception as error:
                details: dict[str, object] = {"reason": str(error) or type(error).__name__}
                raise CannotWriteError(Fault("VB081", Place(self._at(name)), details)) from error
        return {}

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

    def settle(self, drafts: Mapping[str, Draft]) -> Refused:
        """Nothing to do: a storage answers when it has the file."""
        return {}

    def clean(self) -> None:
        """Nothing to do: nothing is there before it is whole."""


@lru_cache(maxsize=4)
def open_store(target: str) -> Store:
    """The store at a path or an address with "://" in it; ``file://`` is a folder."""
    if target.startswith("file://"):
        return Folder(Path(target.removeprefix("file://")))
    return Remote(target) if "://" in target else Folder(Path(target))
