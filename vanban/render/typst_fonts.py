"""The fonts for Typst: the four faces in a folder of their own, cut down to what Vietnamese papers use.

Typst takes folders, not files, and a folder of the system may hold Liberation 1.x beside 2.x. Cutting the
faces down once a process (no hints, no letters of other scripts) makes each document's own subset quicker and
smaller. A document with other characters gets the whole faces.
"""

from __future__ import annotations

import shutil
import tempfile
import weakref
from functools import lru_cache
from pathlib import Path

from vanban.fonts import NEEDED_CHARACTERS, FontSet

_REPERTOIRE = frozenset(map(chr, (*range(0x20, 0x7F), *range(0xA0, 0x180), *range(0x2010, 0x2027)))) | frozenset(
    NEEDED_CHARACTERS
)


class FontFolder:
    """A folder that lives as long as the object."""

    def __init__(self) -> None:
        self.path = Path(tempfile.mkdtemp(prefix="vanban-fonts-"))
        weakref.finalize(self, shutil.rmtree, self.path, ignore_errors=True)


def covers(text: str) -> bool:
    """Whether the cut-down faces have all characters of a text."""
    return _REPERTOIRE.issuperset(text)


@lru_cache(maxsize=4)
def font_folder(font_set: FontSet, *, whole: bool) -> FontFolder:
    """A folder with the four faces, whole or cut down.

    Raises:
        ToolMissingError: never here; ``font_set`` was found by files that exist.
    """
    folder = FontFolder()
    for path in font_set.paths:
        if whole:
            shutil.copy(path, folder.path)
        else:
            (folder.path / path.name).write_bytes(_cut_down(path))
    return folder


def _cut_down(path: Path) -> bytes:
    import io

    from fontTools import subset
    from fontTools.ttLib import TTFont

    options = subset.Options(hinting=False, layout_features=[], notdef_outline=True, drop_tables=["FFTM"])
    cutter = subset.Subsetter(options)
    font = TTFont(path, lazy=True)
    cutter.populate(unicodes=map(ord, _REPERTOIRE))
    cutter.subset(font)
    out = io.BytesIO()
    font.save(out)
    return out.getvalue()
