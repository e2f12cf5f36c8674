"""Footnotes of an outline: ``[^1]`` where the mark stands, ``[^1]: words`` on lines of their own."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial

from vanban.document.blocks import Footnote
from vanban.document.inline import read_note
from vanban.document.log import Line, Log
from vanban.document.markers import starts_block

_DEFINITION = re.compile(r" *\[\^(?P<label>[^\[\]\s:\\]+)\]: *")


class Footnotes:
    """The definitions of one text, each of which one mark takes."""

    def __init__(self, lines: list[str], log: Log) -> None:
        """Take the definitions out of ``lines``, where blank lines stay."""
        self.log = log
        self.defined: dict[str, tuple[Line, Footnote]] = {}
        self.taken: set[str] = set()
        at = 0
        while at < len(lines):
            found = _DEFINITION.match(lines[at])
            at = self._define(lines, at, found) if found else at + 1

    def _define(self, lines: list[str], at: int, found: re.Match[str]) -> int:
        """Read the definition at ``at`` and return the index of the line after it."""
        label = found["label"]
        words = [Line(at, found.end(), lines[at][found.end() :].rstrip(" "))]
        lines[at] = ""
        at += 1
        while at < len(lines) and (text := lines[at].strip(" ")):
            if starts_block(text) or _DEFINITION.match(text):
                break
            words.append(Line(at, lines[at].index(text), text))
            lines[at] = ""
            at += 1
        note = read_note(" ".join([line.text for line in words]), partial(self.log.tell_within, words))
        if label in self.defined:
            self.log.tell("VB037", words[0].row, 0, {"label": label})
        if not note.text:
            self.log.tell("VB031", words[0].row, 0, {"marker": f"[^{label}]:"})
        self.defined[label] = (words[0], note)
        return at

    def take(self, label: str, tell: Callable[[str, dict[str, object]], None]) -> Footnote | None:
        """The footnote of a mark; a mark without one, or a second mark, is told."""
        if label not in self.defined:
            tell("VB035", {"label": label})
            return None
        if label in self.taken:
            tell("VB037", {"label": label})
        self.taken.add(label)
        return self.defined[label][1]

    def finish(self) -> None:
        """Tell of the definitions that no mark took."""
        for label, (line, _) in self.defined.items():
            if label not in self.taken:
                self.log.tell("VB036", line.row, 0, {"label": label})
