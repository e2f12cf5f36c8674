"""What reading a paper gives: the document, the doubts about it, and the words that were left out."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from vanban.errors import Fault

if TYPE_CHECKING:
    from vanban.document.model import Document


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Words of the file that are not in the document, where they stood, and why.

    ``reason`` is a sentence for people. ``fixed`` says that the form prints these words by itself (the
    national name, "Nơi nhận:"), so that nothing is lost.
    """

    words: str
    place: str
    reason: str
    fixed: bool = False


@dataclass(frozen=True, slots=True)
class WordCount:
    """The words of the file, and where they went; ``lost`` and ``added`` are empty unless reading erred."""

    read: int
    kept: int
    left_out: int
    lost: tuple[str, ...] = ()
    added: tuple[str, ...] = ()


@dataclass(frozen=True)
class Reading:
    """A document read from a file. ``doubts`` are faults of a gentle kind: what is not sure, and where."""

    source: Path
    document: Document
    words: WordCount
    doubts: tuple[Fault, ...] = ()
    left_out: tuple[LeftOut, ...] = field(default=())
