"""Letters of TCVN3 and VNI fonts in a paper → Unicode, run by run; the words stay, the fonts change."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from vanban.paper import Paper, PaperSection, Paragraph, Run
from vanban.tiengviet.legacy import VNI, Encoding, decode, encoding_of_font, looks_legacy

_PIECES: dict[Encoding, re.Pattern[str]] = {
    "tcvn3": re.compile(".", re.DOTALL),
    "vni": re.compile("|".join([*sorted(map(re.escape, VNI), key=len, reverse=True), "."]), re.DOTALL),
}
"""What is decoded at once: a letter, or a vowel with its mark."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """How many letters of an encoding became Unicode."""

    encoding: Encoding
    letters: int


def to_unicode(paper: Paper) -> tuple[Paper, tuple[Decoded, ...]]:
    """The paper with its letters in Unicode.

    A run is read as its font says. Where no font tells, as in a PDF or a bare text, the letters of the whole
    paper do.

    Returns:
        The paper, and what was decoded; the paper itself where nothing was.
    """
    paragraphs = paper.by_number.values()
    told = any(encoding_of_font(run.look.font) for paragraph in paragraphs for run in paragraph.runs)
    whole = None if told else looks_legacy("\n".join(paragraph.text for paragraph in paragraphs))
    if not (told or whole):
        return paper, ()
    counts: Counter[Encoding] = Counter()
    moved = {
        paragraph.number: _paragraph(paragraph, whole, counts) for paragraph in paragraphs if paragraph.runs
    }
    if not counts:
        return paper, ()

    def new(old: Sequence[Paragraph]) -> tuple[Paragraph, ...]:
        return tuple(moved[one.number][0] if one.number in moved else one for one in old)

    def section(old: PaperSection) -> PaperSection:
        return replace(
            old,
            headers={kind: new(story) for kind, story in old.headers.items()},
            footers={kind: new(story) for kind, story in old.footers.items()},
        )

    notes = tuple(
        replace(
            note,
            start=_at(moved, note.number, note.start),
            end=_at(moved, note.number, note.end),
            own=_at(moved, note.note[0], note.own) if note.note else 0,
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
    return changed, tuple(Decoded(encoding, count) for encoding, count in counts.items())


_Moved = tuple[Paragraph, list[int]]
"""A paragraph in Unicode, and where each of its old letters is now."""


def _at(moved: dict[int, _Moved], number: int, letter: int) -> int:
    places = moved[number][1] if number in moved else []
    return places[letter] if letter < len(places) else letter


def _paragraph(paragraph: Paragraph, whole: Encoding | None, counts: Counter[Encoding]) -> _Moved:
    runs: list[Run] = []
    places: list[int] = []
    at = 0
    for encoding, group in _groups(paragraph.runs, whole):
        if encoding is None:
            runs += group
            for run in group:
                places += range(at, at + len(run.text))
                at += len(run.text)
            continue
        texts = [""] * len(group)
        owners = [number for number, run in enumerate(group) for _letter in run.text]
        joined = "".join(run.text for run in group)
        for piece in _PIECES[encoding].finditer(joined):
            owner = owners[piece.start()]
            letters = decode(piece[0], encoding, group[owner].look.font)
            texts[owner] += letters
            places += [at] * len(piece[0])
            at += len(letters)
        counts[encoding] += sum(not letter.isspace() for letter in joined)
        runs += [
            replace(run, text=text, look=replace(run.look, font="Times New Roman"))
            for run, text in zip(group, texts, strict=True)
        ]
    places.append(at)
    label = decode(paragraph.label, whole) if whole else paragraph.label
    return replace(paragraph, runs=tuple(runs), label=label), places


def _groups(runs: Sequence[Run], whole: Encoding | None) -> Iterator[tuple[Encoding | None, list[Run]]]:
    """Neighbours of one encoding together, as a vowel and its mark may stand in two runs."""
    group: list[Run] = []
    current: Encoding | None = None
    for run in runs:
        encoding = whole or encoding_of_font(run.look.font)
        if group and encoding != current:
            yield current, group
            group = []
        current = encoding
        group.append(run)
    if group:
        yield current, group
