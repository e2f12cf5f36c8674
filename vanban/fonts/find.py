"""Finds the four faces of one family by their files: Times New Roman, or a family of the same widths."""

from __future__ import annotations

import hashlib
import os
import string
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

from vanban.errors import Fault, Place, ToolMissingError
from vanban.fonts.sfnt import read_face

_VOWELS = "aăâeêioôơuưy"
_TONES = "\u0300\u0301\u0303\u0309\u0323"
_LOWER = (
    "".join(unicodedata.normalize("NFC", vowel + tone) for vowel in _VOWELS for tone in _TONES) + "ăâđêôơư"
)
VIETNAMESE_LETTERS = frozenset(_LOWER + _LOWER.upper())
"""The 134 letters of Vietnamese that ASCII lacks, precomposed (TCVN 6909:2001)."""

NEEDED_CHARACTERS = VIETNAMESE_LETTERS | frozenset(
    string.ascii_letters + string.digits + string.punctuation + " \u00a0“”‘’–—…•₫°§½²³±×÷"
)
"""What a font must have to be used at all; a document's further characters are checked when it is set."""


_EXAMPLES = 12
"""How many missing characters a message shows."""


@dataclass(frozen=True)
class FontSet:
    """The four faces of one family, as files."""

    family: str
    version: str
    regular: Path
    bold: Path
    italic: Path
    bold_italic: Path

    @property
    def paths(self) -> tuple[Path, Path, Path, Path]:
        """Regular, bold, italic, bold italic."""
        return self.regular, self.bold, self.italic, self.bold_italic

    @cached_property
    def sha256(self) -> str:
        """Hash of the four files: the same hash gives the same pages on every machine."""
        digest = hashlib.sha256()
        for path in self.paths:
            digest.update(path.read_bytes())
        return digest.hexdigest()


@dataclass(frozen=True, slots=True)
class _Source:
    """How one distribution names the files (regular, bold, italic, bold italic) and where it puts them."""

    files: tuple[str, str, str, str]
    folders: tuple[str, ...]


_UNIX = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.local/share/fonts", "~/.fonts", "~/Library/Fonts")


def _in_unix(*names: str) -> tuple[str, ...]:
    return tuple(f"{root}/{name}" for root in _UNIX for name in names)


_SOURCES = (
    _Source(
        ("times.ttf", "timesbd.ttf", "timesi.ttf", "timesbi.ttf"),
        (
            "${WINDIR}/Fonts",
            "${LOCALAPPDATA}/Microsoft/Windows/Fonts",
            *_in_unix("truetype/msttcorefonts", "msttcorefonts", ""),
        ),
    ),
    _Source(
        (
            "Times New Roman.ttf",
            "Times New Roman Bold.ttf",
            "Times New Roman Italic.ttf",
            "Times New Roman Bold Italic.ttf",
        ),
        ("/System/Library/Fonts/Supplemental", "/Library/Fonts"),
    ),
    _Source(
        (
            "Times_New_Roman.ttf",
            "Times_New_Roman_Bold.ttf",
            "Times_New_Roman_Italic.ttf",
            "Times_New_Roman_Bold_Italic.ttf",
        ),
        _in_unix("truetype/msttcorefonts", "msttcorefonts"),
    ),
    _Source(
        (
            "LiberationSerif-Regular.ttf",
            "LiberationSerif-Bold.ttf",
            "LiberationSerif-Italic.ttf",
            "LiberationSerif-BoldItalic.ttf",
        ),
        (
            *_in_unix(
                "truetype/liberation2", "truetype/liberation", "liberation-serif-fonts", "liberation-serif"
            ),
            *_in_unix("liberation", "liberation-fonts", "TTF", ""),
            "${PROGRAMFILES}/LibreOffice/share/fonts/truetype",
            "/Applications/LibreOffice.app/Contents/Resources/fonts/truetype",
        ),
    ),
    _Source(
        ("Tinos-Regular.ttf", "Tinos-Bold.ttf", "Tinos-Italic.ttf", "Tinos-BoldItalic.ttf"),
        _in_unix("truetype/croscore", "google-croscore-fonts", "google-tinos-fonts", "croscore", "TTF", ""),
    ),
)
"""Best first. Liberation 1.x bears the file names of 2.x; its missing letters tell it from 2.x."""


def find_font_set(folders: Sequence[Path] | None = None) -> FontSet:
    """Find the fonts that stand for Times New Roman on this machine.

    Files are looked for by name, never a family by search: two versions of a family may be installed,
    one of them without Vietnamese letters.

    Args:
        folders: where to look, and nowhere else. None means the folders of ``VANBAN_FONTS`` (environment),
            and without that the places where systems keep Times New Roman, Liberation Serif and Tinos.

    Returns:
        The first family with every character of :data:`NEEDED_CHARACTERS` in all four faces.

    Raises:
        ToolMissingError: VB060, and a VB061 or VB062 for each family that was found but cannot serve.
    """
    if folders is None:
        named = os.environ.get("VANBAN_FONTS", "")
        folders = [Path(folder).expanduser() for folder in named.split(os.pathsep) if folder]
    return _find(tuple(folders))


@lru_cache(maxsize=8)
def _find(folders: tuple[Path, ...]) -> FontSet:
    passed_over: list[Fault] = []
    for paths in _candidates(folders):
        place = Place(file=str(paths[0]))
        try:
            faces = [read_face(path) for path in paths]
        except (OSError, ValueError) as error:
            passed_over.append(Fault("VB062", place, {"reason": str(error)}))
            continue
        lacking = sorted(
            NEEDED_CHARACTERS - frozenset.intersection(*(frozenset(face.widths) for face in faces))
        )
        if not lacking:
            return FontSet(faces[0].family, faces[0].version, *paths)
        details = {"family": faces[0].family, "version": faces[0].version}
        passed_over.append(
            Fault(
                "VB061", place, details | {"count": len(lacking), "examples": " ".join(lacking[:_EXAMPLES])}
            )
        )
    raise ToolMissingError([Fault("VB060"), *passed_over])


def _candidates(folders: tuple[Path, ...]) -> Iterator[tuple[Path, Path, Path, Path]]:
    """The families whose four files are all there, best first."""
    for source in _SOURCES:
        usual = (Path(os.path.expandvars(folder)).expanduser() for folder in source.folders)
        for folder in folders or usual:
            regular, bold, italic, bold_italic = (folder / name for name in source.files)
            if all(path.is_file() for path in (regular, bold, italic, bold_italic)):
                yield regular, bold, italic, bold_italic
