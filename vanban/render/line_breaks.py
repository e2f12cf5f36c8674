"""Where a line may break inside a word: as Word and LibreOffice do it, told to Typst, which follows UAX 14.

Both break after every space. Inside a word the office programs break after a hyphen or dash even between
figures (2025-|2026), around an em dash, and never after "/", "." or ":"; Unicode's rules part "KH/UBND"
and keep "2025-2026". A word where the two differ is set in pieces that do not break, with a break allowed
between them. The rules were found by setting some three hundred words with LibreOffice and with Typst.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

_WORD = re.compile(r"[^ \u00a0]+")
_MAY_DIFFER = re.compile(r"[-/%‰\\}]|https?:|www\.|(?<![^ \u00a0])[;:!?.]")
_DIFFERS = re.compile(r"/.|-\d|^-.|[%‰][^\W\d]|[^\W\d][%‰]|[\\}]|https?:|www\.|^[/;:!?.]")
_OPENS = r"0-9A-Za-zÀ-ỹ(\[{“‘«&@#$€№\\|+*=<>^~_°§"
_BREAK = re.compile(rf"(?<=[-–?!|\\…])(?=[{_OPENS}])|(?<=[^\W\d])(?=[%‰])|(?<=.)(?=—)|(?<=—)(?=[{_OPENS}])")


def segments(text: str) -> Sequence[tuple[str, bool]]:
    """Part ``text`` into (piece, whole): plain text, and pieces kept whole. Joined they are the text."""
    if not _MAY_DIFFER.search(text):
        return ((text, False),) if text else ()
    out: list[tuple[str, bool]] = []
    done = 0
    for word in _WORD.finditer(text):
        if not _DIFFERS.search(word[0]):
            continue
        if word.start() > done:
            out.append((text[done : word.start()], False))
        out += [(piece, True) for piece in _BREAK.split(word[0]) if piece]
        done = word.end()
    if done < len(text):
        out.append((text[done:], False))
    return out


@lru_cache(maxsize=64)
def words_longer_than(letters: int) -> re.Pattern[str]:
    """Finds the words of more than so many letters."""
    return re.compile(rf"[^ \u00a0]{{{letters + 1},}}")
