"""Style rules as Word, LibreOffice and we write them: by element, class and id, and inside one another."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from lxml.etree import _Element as Element

from vanban.errors import fail
from vanban.html.values import font
from vanban.language import _

MOST_CSS, MOST_WORK = 2_000_000, 8_000_000
"""Letters of all style sheets together; rules that are tried at all elements together."""

Said = Mapping[str, str]
"""What is said of an element: values by properties, those that say several things taken apart."""

SIDES = ("top", "right", "bottom", "left")
_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)|<!--|-->", re.DOTALL)
_SIGN = re.compile("""[;"'()]""")
_LONGEST_KEPT = 500
_BRACE = re.compile(r"[{}]")
_COMPOUND = re.compile(r"([a-zA-Z][\w:\\-]*|\*)?((?:[.#][\w-]+)*)\Z")
_LINE_STYLES = frozenset(
    (
        "solid",
        "double",
        "dotted",
        "dashed",
        "groove",
        "ridge",
        "inset",
        "outset",
        "dot-dash",
        "dot-dot-dash",
        "wave",
    )
)
_WIDTH = re.compile(
    r"(?<![\w#.])(?:\d+(?:\.\d+)?|\.\d+)(?:pt|px|in|cm|mm|em)?(?![\w%])|\b(?:thin|medium|thick)\b"
)
_NO_WIDTH = re.compile(r"0*(?:\.0*)?(?:pt|px|in|cm|mm|em)?\Z")


@dataclass(frozen=True, slots=True)
class _Compound:
    """What one element must be: its name, its classes, its id."""

    tag: str
    classes: frozenset[str]
    id: str

    def fits(self, element: Element) -> bool:
        return (
            (not self.tag or element.tag == self.tag)
            and (not self.id or element.get("id") == self.id)
            and self.classes <= frozenset(element.get("class", "").lower().split())
        )


@dataclass(frozen=True, slots=True)
class _Rule:
    """A rule: the element, the elements around it from the inside out, how strong it is, what it says."""

    subject: _Compound
    around: tuple[_Compound, ...]
    strength: tuple[int, int, int, int]
    said: Said


@dataclass
class Sheet:
    """The rules of a page. ``pages`` is what ``@page`` says, by name in small letters."""

    pages: dict[str, dict[str, str]] = field(default_factory=lambda: defaultdict(dict))
    _by_class: dict[str, list[_Rule]] = field(default_factory=lambda: defaultdict(list))
    _by_tag: dict[str, list[_Rule]] = field(default_factory=lambda: defaultdict(list))
    _by_id: dict[str, list[_Rule]] = field(default_factory=lambda: defaultdict(list))
    _count: int = 0
    _work: int = 0

    def said(self, element: Element) -> list[Said]:
        """What the rules say of an element, the strongest last."""
        found = [*self._by_tag.get(str(element.tag), ()), *self._by_tag.get("", ())]
        for name in set(element.get("class", "").lower().split()):
            found += self._by_class.get(name, ())
        found += self._by_id.get(element.get("id", ""), ())
        self._work += len(found)
        if self._work > MOST_WORK:
            raise fail("VB224", reason=_("quá nhiều quy tắc định dạng"))
        fitting = [rule for rule in found if rule.subject.fits(element) and self._stands_in(rule, element)]
        return [rule.said for rule in sorted(fitting, key=lambda rule: rule.strength)]

    def _stands_in(self, rule: _Rule, element: Element) -> bool:
        wanted = list(reversed(rule.around))
        outer = element.getparent()
        while wanted and outer is not None:
            self._work += 1
            if wanted[-1].fits(outer):
                wanted.pop()
            outer = outer.getparent()
        return not wanted

    def add(self, selector: str, said: Said) -> None:
        """Take in a rule; one that asks for more than names, classes and ids is passed over."""
        words = selector.replace(">", " ").split()
        compounds = [_compound(word) for word in words]
        if not compounds or any(one is None for one in compounds):
            return
        known = [one for one in reversed(compounds) if one is not None]
        subject, around = known[0], tuple(known[1:])
        self._count += 1
        strength = (
            sum(bool(one.id) for one in known),
            sum(len(one.classes) for one in known),
            sum(bool(one.tag) for one in known),
            self._count,
        )
        rule = _Rule(subject, around, strength, said)
        if subject.id:
            self._by_id[subject.id].append(rule)
        elif subject.classes:
            self._by_class[min(subject.classes)].append(rule)
        else:
            self._by_tag[subject.tag].append(rule)


def read_sheets(root: Element) -> Sheet:
    """The rules in the ``style`` elements of a page; what is for screens of some sizes alone is not read.

    Raises:
        InputError: VB224 they are longer than any program writes them.
    """
    text = "\n".join(style.text or "" for style in root.iter("style"))
    if len(text) > MOST_CSS:
        raise fail("VB224", reason=_("phần định dạng quá dài"))
    sheet = Sheet()
    for prelude, body in _blocks(_COMMENT.sub(" ", text)):
        words = prelude.rpartition(";")[2].strip()
        if words.lower().startswith("@page"):
            name = words[5:].strip()
            if ":" not in name:
                sheet.pages[name.lower()].update(declarations(body))
        elif not words.startswith("@"):
            said = declarations(body)
            for selector in words.split(","):
                sheet.add(selector.strip(), said)
    return sheet


def declarations(text: str) -> Said:
    """What ``name: value; name: value`` says."""
    return _kept(text) if len(text) <= _LONGEST_KEPT else _declarations(text)


@lru_cache(maxsize=4_096)
def _kept(text: str) -> Said:
    return _declarations(text)


def _declarations(text: str) -> Said:
    said: dict[str, str] = {}
    for declaration in _parted(text):
        name, colon, value = declaration.partition(":")
        name, value = name.strip().lower(), value.replace("!important", "").strip()
        if colon and value:
            said.update(_taken_apart(name, value))
    return said


def _parted(text: str) -> Iterator[str]:
    """The declarations: parted by semicolons that stand neither in quotes nor in brackets."""
    start, depth, quote = 0, 0, ""
    for sign in _SIGN.finditer(text):
        if quote:
            quote = "" if sign[0] == quote else quote
        elif sign[0] in "\"'":
            quote = sign[0]
        elif sign[0] == "(":
            depth += 1
        elif sign[0] == ")":
            depth = max(depth - 1, 0)
        elif not depth:
            yield text[start : sign.start()]
            start = sign.end()
    yield text[start:]


def _blocks(text: str) -> Iterator[tuple[str, str]]:
    """What stands before and in each block, not those in blocks."""
    depth, start, opened = 0, 0, 0
    for brace in _BRACE.finditer(text):
        if brace[0] == "{":
            depth += 1
            opened = brace.end() if depth == 1 else opened
        elif depth:
            depth -= 1
            if not depth:
                yield text[start : opened - 1], text[opened : brace.start()]
                start = brace.end()


def _taken_apart(name: str, value: str) -> Iterator[tuple[str, str]]:
    """A declaration, one for four sides as four, a border as its style and width, a font as what it says."""
    part, _dash, rest = name.partition("-")
    if name in ("margin", "padding"):
        yield from ((f"{name}-{side}", one) for side, one in _four(value))
    elif part == "border" and rest in ("style", "width"):
        yield from ((f"border-{side}-{rest}", one) for side, one in _four(value))
    elif part == "border" and rest in ("", *SIDES):
        words = value.lower()
        style = next((word for word in words.split() if word in _LINE_STYLES), "none")
        width = _WIDTH.search(words)
        for side in (rest,) if rest else SIDES:
            yield f"border-{side}-style", style
            yield f"border-{side}-width", width[0] if width else "medium"
    elif name == "font":
        yield from font(value)
    else:
        yield name, value


def _four(value: str) -> Iterator[tuple[str, str]]:
    words = (value.split() or ["0"])[:4]
    top, right, bottom, left = {1: (0, 0, 0, 0), 2: (0, 1, 0, 1), 3: (0, 1, 2, 1), 4: (0, 1, 2, 3)}[
        len(words)
    ]
    yield from zip(SIDES, (words[top], words[right], words[bottom], words[left]), strict=True)


def draws(said: Said, side: str) -> bool:
    """Whether a side of an element is drawn."""
    visible = said.get(f"border-{side}-style", "none").lower() in _LINE_STYLES
    return visible and not _NO_WIDTH.match(said.get(f"border-{side}-width", "medium"))


@lru_cache(maxsize=4_096)
def _compound(word: str) -> _Compound | None:
    found = _COMPOUND.match(word)
    if not found or not word:
        return None
    names = re.findall(r"([.#])([\w-]+)", found[2])
    ids = [name for sign, name in names if sign == "#"]
    tag = (found[1] or "").lower().replace("\\", "")
    classes = frozenset(name.lower() for sign, name in names if sign == ".")
    return _Compound("" if tag == "*" else tag, classes, ids[0] if ids else "")
