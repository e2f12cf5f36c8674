"""The cascade: what comes out where defaults, table, list, styles and direct formatting all have a say."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import reduce

from lxml.etree import _Element as Element

from vanban.ooxml.numbering import Level, Lists, read_lists
from vanban.ooxml.package import Package
from vanban.ooxml.properties import (
    NO_LETTERS,
    TOGGLES,
    TWIPS_IN_POINT,
    Letters,
    Setting,
    over,
    read_letters,
    read_setting,
)
from vanban.ooxml.styles import Styles, read_styles
from vanban.ooxml.theme import Theme, read_theme
from vanban.ooxml.wml import MM_IN_TWIP, W, switch
from vanban.paper import Align, ParagraphLook, TextLook

_AUTOMATIC_PT, _OLD_AUTOMATIC_PT = 14, 5
"""What Word takes for an automatic space, and with the compatibility setting of old papers."""
_SINGLE = 240


@dataclass(frozen=True)
class Faces:
    """How letters come out; ``high`` differs from ``low`` where letters beyond ASCII have another font."""

    low: TextLook
    high: TextLook
    east: TextLook
    hidden: bool = False


@dataclass(frozen=True)
class Listed:
    """The list that numbers a paragraph, and its level from 0."""

    id: int
    level: int


@dataclass(frozen=True)
class Set:
    """How a paragraph comes out: its look, its list, its borders and frame, and the style it is in."""

    look: ParagraphLook
    setting: Setting
    style: str
    name: str
    listed: Listed | None


@dataclass(frozen=True)
class Cascade:
    """The styles, lists and theme of a document; resolves letters and paragraphs, each kind once."""

    styles: Styles
    lists: Lists
    theme: Theme
    automatic_pt: float = _AUTOMATIC_PT
    _said: dict[object, Letters] = field(default_factory=dict)
    _faces: dict[object, Faces] = field(default_factory=dict)
    _sets: dict[object, Set] = field(default_factory=dict)

    def letters(self, style: str, table: Letters, properties: Element | None) -> Faces:
        """How letters come out.

        Args:
            style: id of the paragraph's style.
            table: what the table around it says of letters.
            properties: the run's ``w:rPr``.
        """
        direct = self._direct(properties)
        key = (style, table, direct)
        if key not in self._faces:
            self._faces[key] = self._resolve_letters(style, table, direct)
        return self._faces[key]

    def paragraph(self, table: Setting, properties: Element | None) -> Set:
        """How a paragraph comes out.

        Args:
            table: what the table around it says of paragraphs.
            properties: its ``w:pPr``.
        """
        direct = read_setting(properties)
        key = (table, direct)
        if key not in self._sets:
            self._sets[key] = self._resolve_paragraph(table, direct)
        return self._sets[key]

    def _direct(self, properties: Element | None) -> Letters:
        if properties is None:
            return NO_LETTERS
        key = tuple((child.tag, *child.attrib.items()) for child in properties)
        if key not in self._said:
            self._said[key] = read_letters(properties, self.theme)
        return self._said[key]

    def _resolve_letters(self, style: str, table: Letters, direct: Letters) -> Faces:
        levels = [table, self.styles.letters_of(style, "paragraph")]
        if direct.style is not None and direct.style in self.styles.all:
            levels.append(self.styles.letters_of(direct.style, "character"))
        defaults = self.styles.letters
        merged = reduce(over, (*levels, direct), defaults)
        on = {name: _toggled(name, defaults, levels, direct) for name in TOGGLES}
        low = TextLook(
            font=merged.low or "",
            size_pt=merged.size_pt or 0,
            bold=on["bold"],
            italic=on["italic"],
            underline=bool(merged.underline),
            caps=on["caps"] or on["small_caps"],
            colour=merged.colour or "",
            raised=bool(merged.raised),
        )
        high = replace(low, font=merged.high or low.font)
        return Faces(low, high, replace(low, font=merged.east or high.font), on["hidden"])

    def _resolve_paragraph(self, table: Setting, direct: Setting) -> Set:
        chain = self.styles.chain(direct.style, "paragraph")
        said = [*(style.setting for style in chain), direct]
        names = [*(style.id for style in chain), ""]
        merged = over(self.styles.setting, table)
        listed, at = self._listed(said, names)
        for index, setting in enumerate(said):
            level = self._level(listed) if index == at else None
            if level is not None:
                merged = over(merged, level.setting._replace(list_id=None, list_level=None, style=None))
            merged = over(merged, setting)
        style = chain[-1] if chain else None
        return Set(
            look=self._look(merged, in_list=listed is not None),
            setting=merged,
            style=style.id if style else "",
            name=style.name if style else "",
            listed=listed,
        )

    def _listed(self, said: list[Setting], names: list[str]) -> tuple[Listed | None, int]:
        """The list that the last of ``said`` to name one puts the paragraph in, and which of them it was."""
        naming = [index for index, setting in enumerate(said) if setting.list_id is not None]
        if not naming:
            return None, -1
        identity = said[naming[-1]].list_id
        if not identity:
            return None, -1
        levels = [index for index, setting in enumerate(said) if setting.list_level is not None]
        tied = self.lists.level_of_style(identity, names[naming[-1]])
        if levels and (tied is None or levels[-1] == len(said) - 1):
            return Listed(identity, said[levels[-1]].list_level or 0), max(naming[-1], levels[-1])
        return Listed(identity, tied or 0), naming[-1]

    def _level(self, listed: Listed | None) -> Level | None:
        return self.lists.level(listed.id, listed.level) if listed else None

    def _look(self, setting: Setting, *, in_list: bool) -> ParagraphLook:
        height, rule = setting.line or (_SINGLE, "auto")
        by_lines = rule == "auto"
        automatic = 0 if in_list else self.automatic_pt
        return ParagraphLook(
            align=_frame_align(setting) or setting.align or "left",
            left_mm=_mm(setting.left),
            right_mm=_mm(setting.right),
            first_mm=_mm(setting.first),
            before_pt=automatic if setting.before_auto else (setting.before or 0) / TWIPS_IN_POINT,
            after_pt=automatic if setting.after_auto else (setting.after or 0) / TWIPS_IN_POINT,
            line=round(height / _SINGLE, 4) if by_lines else None if rule == "exact" else 1,
            line_pt=None if by_lines else height / TWIPS_IN_POINT,
            fixed_line=rule == "exact",
            keep_next=bool(setting.keep_next),
            page_break_before=bool(setting.page_break_before),
            contextual=bool(setting.contextual),
        )


def read_cascade(package: Package) -> Cascade:
    """The cascade of a document, from its styles, theme, lists and settings."""
    theme = read_theme(package.part("theme"))
    styles = read_styles(package.part("styles"), theme)
    lists_of_styles = {
        style.id: style.setting.list_id
        for style in styles.all.values()
        if style.kind == "numbering" and style.setting.list_id
    }
    settings = package.part("settings")
    compatibility = None if settings is None else settings.find(f"{W}compat")
    old = switch(compatibility, "doNotUseHTMLParagraphAutoSpacing")
    return Cascade(
        styles=styles,
        lists=read_lists(package.part("numbering"), lists_of_styles),
        theme=theme,
        automatic_pt=_OLD_AUTOMATIC_PT if old else _AUTOMATIC_PT,
    )


def _toggled(name: str, defaults: Letters, levels: list[Letters], direct: Letters) -> bool:
    """On where the defaults or an odd number of levels say so; direct formatting has the last word."""
    said: bool | None = getattr(direct, name)
    if said is not None:
        return said
    return bool(getattr(defaults, name)) or sum(bool(getattr(level, name)) for level in levels) % 2 == 1


def _frame_align(setting: Setting) -> Align | None:
    """Where a frame as wide as its text stands: that is where the text is seen."""
    return None if setting.frame_width else setting.frame_align


def _mm(length: float | None) -> float:
    return round((length or 0) * MM_IN_TWIP, 3)
