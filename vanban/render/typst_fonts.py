"""The fonts for Typst: the four faces in a folder of their own, cut down to what Vietnamese papers use.

Typst takes folders, not files, and a folder of the system may hold Liberation 1.x beside 2.x. Faces that are
cut down once (no hints, no letters of other scripts) make each document's own subset quicker and smaller; a
document with other characters gets the whole faces. The folder is kept in the user's cache.
"""

from __future__ import annotations

import atexit
import os
import re
import shutil
import tempfile
from contextlib import suppress
from functools import lru_cache
from pathlib import Path

from vanban.fonts import NEEDED_CHARACTERS, FontSet

_REPERTOIRE = frozenset(NEEDED_CHARACTERS).union(
    map(chr, (*range(0x20, 0x7F), *range(0xA0, 0x180), *range(0x2010, 0x2027)))
)
_FOREIGN = re.compile(f"[^{re.escape(''.join(sorted(_REPERTOIRE)))}]")
_EDITION = 1
"""Goes up whenever the cutting changes, so that no old folder is used again."""


def covers(text: str) -> bool:
    """Whether the cut-down faces have all characters of a text."""
    return not _FOREIGN.search(text)


@lru_cache(maxsize=4)
def font_folder(font_set: FontSet, *, whole: bool) -> Path:
    """A folder with nothing but the four faces, whole or cut down; made once a machine."""
    name = f"fonts-{font_set.sha256[:16]}-{'whole' if whole else _EDITION}"
    cached = _cache() / name
    if cached.is_dir():
        return cached
    try:
        _cache().mkdir(parents=True, exist_ok=True)
        made = Path(tempfile.mkdtemp(dir=_cache()))
    except OSError:  # no home, or one that cannot be written: the folder lives as long as the process
        made = Path(tempfile.mkdtemp(prefix="vanban-"))
        cached = made
        atexit.register(shutil.rmtree, made, ignore_errors=True)
    for path in font_set.paths:
        (made / path.name).write_bytes(path.read_bytes() if whole else _cut_down(path))
    if cached != made:
        with suppress(OSError):  # another process was first
            made.rename(cached)
        shutil.rmtree(made, ignore_errors=True)
    return cached


def _cache() -> Path:
    base = os.environ.get("LOCALAPPDATA") or os.environ.get("XDG_CACHE_HOME") or "~/.cache"
    return Path(base).expanduser() / "vanban"


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
