"""How many letters of a paper in an old encoding come out right, against a transcript of it.

    python -m bench.legacy_letters PAPER TRANSCRIPT [--context 12]

White space, where lines end and the codes of fields do not count; each letter that must be put in, taken
out or changed does. Case is told apart, as a transcript may not know that a font draws capitals.
"""

from __future__ import annotations

import argparse
import difflib
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from vanban.files import read_bytes
from vanban.read.legacy import to_unicode
from vanban.read.opening import paper_of

_FIELD_CODE = re.compile(r"^\s*(PAGE|EMBED\s+\S+)\s*$|PAGE(?=\s+\d)", re.MULTILINE)
"""What a transcript may hold of what a field asks for; the paper shows its result alone."""


def letters_of(text: str) -> str:
    """The text precomposed, without white space and signs that are not seen."""
    return "".join(
        letter for letter in unicodedata.normalize("NFC", text) if letter.isprintable() and letter != " "
    )


def read_letters(path: Path) -> str:
    """All that a reader sees in a paper, labels of numbering too, in Unicode."""
    paper, _decoded = to_unicode(paper_of(path, read_bytes(path)))
    return letters_of("".join(one.label + one.text for one in paper.by_number.values()))


def differences(got: str, wanted: str) -> Iterator[tuple[int, int, int, int]]:
    """Where the two differ: from, to in each."""
    matcher = difflib.SequenceMatcher(None, got, wanted, autojunk=False)
    return ((a, b, c, d) for tag, a, b, c, d in matcher.get_opcodes() if tag != "equal")


def main() -> None:
    """Print each difference, and the share of letters that are right."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("paper", type=Path)
    parser.add_argument("transcript", type=Path)
    parser.add_argument("--context", type=int, default=12, help="letters shown before and after a difference")
    options = parser.parse_args()
    transcript = _FIELD_CODE.sub("", options.transcript.read_text(encoding="utf-8"))
    got, wanted = read_letters(options.paper), letters_of(transcript)
    wrong = cased = 0
    for a, b, c, d in differences(got, wanted):
        if got[a:b].lower() == wanted[c:d].lower():
            cased += b - a
        else:
            wrong += max(b - a, d - c)
        before, after = got[max(0, a - options.context) : a], got[b : b + options.context]
        print(f"{before}[{got[a:b]}|{wanted[c:d]}]{after}")
    print(
        f"{len(wanted)} letters, {wrong} wrong, {1 - wrong / len(wanted):.2%} right; {cased} of another case"
    )


if __name__ == "__main__":
    main()
