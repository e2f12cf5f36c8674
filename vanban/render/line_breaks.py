"""Where a line may break inside a word: as Word and LibreOffice do it, told to Typst, which follows UAX 14.

Both break after every space. Inside a word the office programs break after a hyphen or dash even between
figures (2025-|2026), around an em dash, and never after "/", "." or ":"; Unicode's rules part "KH/UBND"
and keep "2025-2026". A word where the two differ is set in pieces that do not break, with a break allowed
between them. The rules were found by setting some three hundred words with LibreOffice and with Typst.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

_WORD = re.compile(r"[^ \u00a0]+")
_MAY_DIFFER = re.compile(r"[-/%‰\\}]|https?:|www\.|(?<![^ \u00a0])[;:!?.]")
_DIFFERS = re.compile(r"/.|-\d|^-.|[%‰][^\W\d]|[^\W\d][%‰]|[\\}]|https?:|www\.|^[/;:!?.]")
_OPENS = r"0-9A-Za-zÀ-ỹ(\[{“‘«&@#$€№\\|+*=<>^~_°§"
_BREAK = re.compile(rf"(?<=[-–?!|\\…])(?=[{_OPENS}])|(?<=[^\W\d])(?=[%‰])|(?<=.)(?=—)|(?<=—)(?=[{_OPENS}])")


def segments(text: str) -> Iterator[tuple[str, bool]]:
    """Part ``text`` into (piece, whole): plain text, and pieces kept whole. Joined they are the text."""
    done = 0
    if _MAY_DIFFER.search(text):
        for word in _WORD.finditer(text):
            if not _DIFFERS.search(word[0]):
                continue
            if word.start() > done:
                yield text[done : word.start()], False
            for piece in _BREAK.split(word[0]):
                if piece:
                    yield piece, True
            done = word.end()
    if done < len(text):
        yield text[done:], False


@lru_cache(maxsize=64)
def words_longer_than(letters: int) -> re.Pattern[str]:
    """Finds the words of more than so many letters."""
    return re.compile(rf"[^ \u00a0]{{{letters + 1},}}")
