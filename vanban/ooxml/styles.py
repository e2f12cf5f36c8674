"""The styles of a Word file: what each says with those it is based on, and the defaults under all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import reduce

from lxml.etree import _Element as Element

from vanban.ooxml.properties import NO_LETTERS, NO_SETTING, Letters, Setting, over, read_letters, read_setting
from vanban.ooxml.theme import Theme
from vanban.ooxml.wml import W, value

WORD_LETTERS = Letters(low="Times New Roman", high="Times New Roman", east="Times New Roman", size_pt=10)
"""What Word takes where a file says nothing."""


@dataclass(frozen=True)
class Style:
    """One style: what it says itself, and the style that it is based on."""

    id: str
    kind: str
    name: str = ""
    based_on: str | None = None
    letters: Letters = NO_LETTERS
    setting: Setting = NO_SETTING
    element: Element | None = None


@dataclass(frozen=True)
class Styles:
    """All styles by id. ``default`` holds the id of each kind's default style."""

    letters: Letters = WORD_LETTERS
    setting: Setting = NO_SETTING
    all: Mapping[str, Style] = field(default_factory=dict)
    default: Mapping[str, str] = field(default_factory=dict)
    _letters: dict[str, Letters] = field(default_factory=dict)

    def chain(self, identity: str | None, kind: str) -> list[Style]:
        """The style and those under it, the lowest first; a style that is not there is the default one."""
        style = self.all.get(identity or "")
        if style is None or style.kind != kind:
            style = self.all.get(self.default.get(kind, ""))
        found: dict[str, Style] = {}
        while style is not None and style.id not in found:
            found[style.id] = style
            style = self.all.get(style.based_on or "")
        return list(found.values())[::-1]

    def letters_of(self, identity: str | None, kind: str) -> Letters:
        """What a style and those under it say of letters."""
        key = f"{kind} {identity}"
        if key not in self._letters:
            self._letters[key] = reduce(over, (s.letters for s in self.chain(identity, kind)), NO_LETTERS)
        return self._letters[key]


def read_styles(root: Element | None, theme: Theme) -> Styles:
    """The styles of a document; Word's own defaults where it has none."""
    if root is None:
        return Styles()
    defaults = root.find(f"{W}docDefaults")
    letters = None if defaults is None else defaults.find(f"{W}rPrDefault/{W}rPr")
    setting = None if defaults is None else defaults.find(f"{W}pPrDefault/{W}pPr")
    styles: dict[str, Style] = {}
    default: dict[str, str] = {}
    for style, is_default in _read(root, theme):
        styles[style.id] = style
        if is_default:
            default[style.kind] = style.id
    return Styles(over(WORD_LETTERS, read_letters(letters, theme)), read_setting(setting), styles, default)


def _read(root: Element, theme: Theme) -> Iterator[tuple[Style, bool]]:
    for element in root.iterchildren(f"{W}style"):
        style = Style(
            id=element.get(f"{W}styleId", ""),
            kind=element.get(f"{W}type", "paragraph"),
            name=value(element, "name") or "",
            based_on=value(element, "basedOn"),
            letters=read_letters(element.find(f"{W}rPr"), theme),
            setting=read_setting(element.find(f"{W}pPr")),
            element=element,
        )
        yield style, element.get(f"{W}default", "0") in ("1", "true", "on")
