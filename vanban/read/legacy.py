"""Letters of TCVN3 and VNI fonts in a paper → Unicode, run by run; the words stay, the fonts change."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from vanban.paper import Paper, PaperSection, Paragraph, Run, TextLook
from vanban.tiengviet.legacy import (
    VNI,
    Encoding,
    decode,
    encoding_of_font,
    has_unicode,
    leaning,
    looks_legacy,
    with_lost_letters,
)

_PIECES: dict[Encoding, re.Pattern[str]] = {
    "tcvn3": re.compile(".", re.DOTALL),
    "vni": re.compile("|".join([*sorted(map(re.escape, VNI), key=len, reverse=True), "."]), re.DOTALL),
}
"""What is decoded at once: a letter, or a vowel with its mark."""
_SYMBOLS = re.compile(r"([A-Z]{6}\+)?(symbol|wingdings|webdings|zapfdingbats|marlett)", re.IGNORECASE)
_DRAWN = ("pdf", "text")
"""Kinds of papers whose letters were told by their shapes, so that some became others."""
_LETTER = re.compile("[A-Za-z]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """How many letters of an encoding became Unicode."""

    encoding: Encoding
    letters: int


def to_unicode(paper: Paper) -> tuple[Paper, tuple[Decoded, ...]]:
    """The paper with its letters in Unicode.

    A run is read as the name of its font says. Where the name does not tell, as in a PDF or a bare text, the
    letters of all that stands in the font do. What is in Unicode stays, whatever the font.

    Returns:
        The paper, and what was decoded; the paper itself where nothing was.
    """
    paragraphs = paper.by_number.values()
    drawn = paper.origin in _DRAWN
    fonts = _encodings(paragraphs, drawn)
    if not fonts:
        return paper, ()
    reader = _Reader(fonts, _leanings(paragraphs, fonts), drawn)
    moved = {paragraph.number: reader.paragraph(paragraph) for paragraph in paragraphs}

    def new(old: Sequence[Paragraph]) -> tuple[Paragraph, ...]:
        return tuple(moved[one.number].paragraph for one in old)

    def section(old: PaperSection) -> PaperSection:
        return replace(
            old,
            headers={kind: new(story) for kind, story in old.headers.items()},
            footers={kind: new(story) for kind, story in old.footers.items()},
        )

    notes = tuple(
        replace(
            note,
            start=moved[note.number].places[note.start],
            end=moved[note.number].places[note.end],
            own=moved[note.note[0]].places[note.own] if note.note else 0,
        )
        for note in paper.notes
    )
    changed = replace(
        paper,
        sections=tuple(section(one) for one in paper.sections),
        paragraphs=new(paper.paragraphs),
        footnotes=new(paper.footnotes),
        notes=notes,
    )
    return changed, tuple(Decoded(encoding, count) for encoding, count in reader.counts.items())


def _encodings(paragraphs: Iterable[Paragraph], drawn: bool) -> dict[str, Encoding]:
    """The fonts whose letters are those of an old encoding: by their names, or else by the letters."""
    texts: dict[str, list[str]] = {}
    for paragraph in paragraphs:
        for font, runs in groupby(paragraph.runs, key=lambda run: run.look.font):
            if not _SYMBOLS.match(font):
                text = "".join(run.text for run in runs)
                texts.setdefault(font, []).append(with_lost_letters(text) if drawn else text)
    found = {font: encoding for font in texts if (encoding := encoding_of_font(font))}
    unnamed = {font: text for font, text in texts.items() if font not in found}
    whole = _by_letters([text for of_font in unnamed.values() for text in of_font])
    for font, of_font in unnamed.items():
        follows = whole if whole and sum(leaning(text, whole) for text in of_font) >= 0 else None
        encoding = _by_letters(of_font) or follows
        if encoding:
            found[font] = encoding
    return found


def _by_letters(texts: Sequence[str]) -> Encoding | None:
    """The encoding of what has no Unicode in it, where that is more than what has."""
    encoding = looks_legacy("\n".join(text for text in texts if not has_unicode(text)))
    return encoding if encoding and sum(leaning(text, encoding) for text in texts) > 0 else None


def _leanings(paragraphs: Iterable[Paragraph], fonts: dict[str, Encoding]) -> Counter[str]:
    """Of each font, how many more words are in its encoding than in Unicode."""
    leanings: Counter[str] = Counter()
    for run in (run for paragraph in paragraphs for run in paragraph.runs):
        encoding = fonts.get(run.look.font)
        if encoding:
            leanings[run.look.font] += leaning(run.text, encoding)
    return leanings


@dataclass(frozen=True, slots=True)
class _Moved:
    """A paragraph in Unicode, and where each of its old letters is now, and their end."""

    paragraph: Paragraph
    places: Sequence[int]


class _Reader:
    """Reads the paragraphs of one paper; counts as it goes."""

    def __init__(self, fonts: dict[str, Encoding], leanings: Counter[str], drawn: bool) -> None:
        self.counts: Counter[Encoding] = Counter()
        self._fonts, self._leanings, self._drawn = fonts, leanings, drawn

    def paragraph(self, paragraph: Paragraph) -> _Moved:
        runs: list[Run] = []
        places: list[int] = []
        at = 0
        encodings = self._of_runs(paragraph)
        for encoding, group in _groups(paragraph.runs, encodings):
            joined = "".join(run.text for run in group)
            if encoding is None:
                runs += map(_renamed, group)
                places += range(at, at + len(joined))
                at += len(joined)
                continue
            owners = [number for number, run in enumerate(group) for _letter in run.text]
            texts = [""] * len(group)
            typed = with_lost_letters(joined) if self._drawn and encoding == "tcvn3" else joined
            for piece in _PIECES[encoding].finditer(typed):
                owner = owners[piece.start()]
                letters = decode(piece[0], encoding, group[owner].look.font)
                texts[owner] += letters
                places += [at] * len(piece[0])
                at += len(letters)
            self.counts[encoding] += sum(not letter.isspace() for text in texts for letter in text)
            runs += [_renamed(replace(run, text=text)) for run, text in zip(group, texts, strict=True)]
        label = _label(paragraph, encodings)
        return _Moved(replace(paragraph, runs=tuple(runs), label=label), (*places, at))

    def _of_runs(self, paragraph: Paragraph) -> list[Encoding | None]:
        """The encoding of each run; None for Unicode.

        A run that does not tell goes with the paragraph, and that with all that stands in the font. ASCII in
        any font belongs to the VNI run after it, whose first letter may be the mark of its last one.
        """
        around: Counter[Encoding] = Counter()
        for run in paragraph.runs:
            encoding = self._fonts.get(run.look.font)
            if encoding:
                around[encoding] += leaning(run.text, encoding)
        found: list[Encoding | None] = []
        following: Encoding | None = None
        for run in reversed(paragraph.runs):
            encoding = self._fonts.get(run.look.font)
            if encoding:
                tells = leaning(run.text, encoding) or around[encoding] or self._leanings[run.look.font]
                following = encoding if tells >= 0 else None
            elif following != "vni" or not run.text.isascii() or _SYMBOLS.match(run.look.font):
                following = None
            found.append(following)
        return found[::-1]


def _groups(
    runs: Sequence[Run], encodings: Sequence[Encoding | None]
) -> Iterator[tuple[Encoding | None, list[Run]]]:
    """Neighbours of one encoding together, as a vowel and its mark may stand in two runs."""
    group: list[Run] = []
    current: Encoding | None = None
    for run, encoding in zip(runs, encodings, strict=True):
        if group and encoding != current:
            yield current, group
            group = []
        current = encoding
        group.append(run)
    if group:
        yield current, group


def _renamed(run: Run) -> Run:
    """The run without the name of a font that would still tell of the encoding."""
    told = encoding_of_font(run.look.font)
    return replace(run, look=replace(run.look, font=TextLook().font)) if told else run


def _label(paragraph: Paragraph, encodings: Sequence[Encoding | None]) -> str:
    """What automatic numbering prints, read as the first words are; a lone sign is a bullet."""
    first = next((pair for pair in zip(paragraph.runs, encodings, strict=True) if pair[0].text.strip()), None)
    if first is None or first[1] is None or not _LETTER.search(paragraph.label):
        return paragraph.label
    return decode(paragraph.label, first[1], first[0].look.font)
