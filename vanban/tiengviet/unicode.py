"""Unicode text as papers need it: precomposed, and free of what Word, Zalo and the web leave in it.

Quotes, dashes and ``…`` stay as they were typed: both “smart” and "straight" quotes are legal in Vietnamese
papers, and guessing which one an author meant would change his text.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from typing import NamedTuple

from vanban.language import N_, _


class Residue(NamedTuple):
    """One kind of thing that does not belong in a paper."""

    name: str
    characters: str
    """As in a regular expression's ``[…]``."""
    replacement: str


RESIDUES: dict[str, Residue] = {
    "line_end": Residue(N_("ký tự xuống dòng của Word"), "\x0b\x0c\x85\u2028\u2029", "\n"),
    "tab": Residue(N_("ký tự tab"), "\t", " "),
    "space": Residue(N_("dấu cách đặc biệt"), "\xa0\u1680\u2000-\u200a\u202f\u205f\u3000", " "),
    "hyphen": Residue(N_("dấu gạch nối đặc biệt"), "\x1e\u2010\u2011", "-"),
    "soft_hyphen": Residue(N_("dấu gạch nối ẩn"), "\x1f\xad", ""),
    "invisible": Residue(
        N_("ký tự ẩn"),
        "\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164"
        "\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb\U000e0000-\U000e0fff",
        "",
    ),
    "bullet": Residue(N_("dấu đầu dòng của Word"), "\uf076\uf0a7\uf0a8\uf0b7\uf0d8", "•"),
    "dash": Residue(N_("gạch đầu dòng của Word"), "\uf02d", "-"),
    "letter_d": Residue(N_("chữ Đ gõ bằng ký tự nước ngoài"), "\xd0\u0189", "Đ"),
    "control": Residue(
        N_("ký tự điều khiển"), "\x00-\x08\x0e-\x1d\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff", ""
    ),
}

DECOMPOSED = N_("chữ có dấu ở dạng tổ hợp")
"""Letters whose marks are characters of their own (NFD, as macOS and some keyboards type them)."""

_PEN_GAP = "\xa0{3,}"
"""Three or more no-break spaces are a gap that the author made for the pen; fewer are what Word leaves."""
_SUSPECT = re.compile(f"[{''.join(residue.characters for residue in RESIDUES.values())}]")
_RESIDUE = re.compile(
    "|".join(
        [f"(?P<gap>{_PEN_GAP})"]
        + [f"(?P<{kind}>[{residue.characters}])" for kind, residue in RESIDUES.items()]
    )
)
_D = str.maketrans("đĐ", "dD")
_CARRIAGE_RETURN = re.compile("\r\n?")


@dataclass(frozen=True, slots=True)
class Change:
    """What :func:`clean` mended: a key of :data:`RESIDUES` or ``"decomposed"``, and how many times."""

    kind: str
    count: int

    @property
    def name(self) -> str:
        """What it was, in the chosen language, to be told to the author."""
        name = DECOMPOSED if self.kind == "decomposed" else RESIDUES[self.kind].name
        return _(name)


def nfc(text: str) -> str:
    """Return the text with its Vietnamese letters precomposed, as TCVN 6909:2001 and searching need them."""
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def clean(text: str) -> tuple[str, tuple[Change, ...]]:
    r"""Make any text fit for a paper; cleaning again changes nothing.

    Lines end with ``\n`` (Windows line ends are no change to tell of); nothing that XML 1.0 forbids is left.

    Returns:
        The text, and what was mended in it by kind, for the author to know.
    """
    if "\r" in text:
        text = _CARRIAGE_RETURN.sub("\n", text)
    suspect = _SUSPECT.search(text)
    if not suspect and nfc(text) == text:
        return text, ()
    counts: Counter[str] = Counter()

    def mend(found: re.Match[str]) -> str:
        kind = found.lastgroup or ""
        if kind == "gap":
            return found[0]
        counts[kind] += 1
        return RESIDUES[kind].replacement

    if suspect:
        text = _RESIDUE.sub(mend, text)
    composed = nfc(text)
    if composed != text:
        counts["decomposed"] = max(len(text) - len(composed), 1)
    return composed, tuple(Change(kind, count) for kind, count in counts.items())


def without_diacritics(text: str) -> str:
    """Return the text with its Vietnamese letters reduced to a-z: ``Đặng Thị Mỹ`` → ``Dang Thi My``."""
    parts = unicodedata.normalize("NFD", text.translate(_D))
    return "".join(part for part in parts if not unicodedata.combining(part))
