"""What all rows of a batch share, and the hash of all that a file is made of."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass, field, fields
from pathlib import Path

from vanban import __version__
from vanban.batch.names import Pattern
from vanban.fill import Template
from vanban.located import Located
from vanban.office import Office
from vanban.render import Engine, Format
from vanban.resources import templates_folder


@dataclass(frozen=True, slots=True)
class Job:
    """What every worker needs to make any row; it can be sent to another process or machine.

    ``target`` is the output folder, a path or, with "://" in it, a place that fsspec reaches; ``images`` the
    folder that pictures are named from; ``shared`` what the data of all rows have in common; ``fonts`` the
    SHA-256 of the fonts of whoever gave the work, which a worker's own must have. ``texts`` are
    those that come into documents from here; ``digest`` is the SHA-256 of all this, formats aside.
    """

    template: Template
    office: Office
    formats: tuple[Format, ...]
    target: str
    images: Path
    shared: Located = field(default_factory=Located)
    engine: Engine = "typst"
    embed: bool = False
    pattern: Pattern | None = None
    fonts: str = ""
    version: str = __version__
    texts: str = field(init=False, default="")
    digest: str = field(init=False, default="")

    def __post_init__(self) -> None:
        object.__setattr__(self, "texts", told([*self.template.texts, self.office.defaults]))
        object.__setattr__(self, "digest", self._digest())

    def _digest(self) -> str:
        layout = templates_folder() / "layout"
        parts: list[object] = [
            self.version,
            self.texts,
            {choice.name: getattr(self.office.look, choice.name) for choice in fields(self.office.look)},
            self.engine,
            self.embed,
            self.fonts,
            *(hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(layout.iterdir())),
        ]
        return hashlib.sha256(told(parts).encode()).hexdigest()

    def hash_of(self, data: str, pictures: Iterable[bytes], to: Format) -> str:
        """The SHA-256 of all that a file is made of: its row as :func:`told`, pictures, format, all else."""
        digest = hashlib.sha256(f"{self.digest}{to}{data}".encode())
        for picture in pictures:
            digest.update(hashlib.sha256(picture).digest())
        return digest.hexdigest()


def told(data: object) -> str:
    """Data as one text, the same for the same data."""
    return json.dumps(data, ensure_ascii=False, sort_keys=True, default=str)
