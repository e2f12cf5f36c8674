"""The words of an archive: the file (hồ sơ) that is handed in, a document in it, what was proven of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from vanban.errors import Fault

Source = Literal["xmp", "read"]
"""Where a description comes from: the PDF tells it itself, or it was read from its pages."""


@dataclass(frozen=True, slots=True)
class FileOfDocuments:
    """What holds for all documents of a hồ sơ (Phụ lục VI, Phần II, III).

    Attributes:
        notation: its number and symbol, "" where the documents tell it.
        title: what it is about.
        maintenance: how long it is kept, "" where the documents tell it.
        creator: who put it together.
    """

    notation: str = ""
    title: str = ""
    maintenance: str = ""
    creator: str = ""


@dataclass(frozen=True, slots=True)
class Proof:
    """A document of the package: its path in it, what it is, and what it was proven to be.

    ``description`` has the names of annex VI; ``flavour`` is the part and level of PDF/A that it claims and
    keeps, as ``2b``; ``sha256`` and ``size`` are those of its bytes.
    """

    path: str
    description: Mapping[str, str]
    source: Source
    flavour: str
    pages: int
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Packed:
    """A package that was made, the documents in it, and the faults of those that were left out."""

    path: Path
    proofs: tuple[Proof, ...]
    left_out: tuple[Fault, ...]
