"""What a tagged PDF says of its pictures: the words for those who cannot see them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from pypdf.errors import PyPdfError
from pypdf.generic import ArrayObject, DictionaryObject, PdfObject, create_string_object

from vanban.pdf.commands import Operand

_MOST_NODES, _MOST_PARENTS, _HIGHEST = 2_000, 100_000, 32
"""How large a tree of an honest file is, and how far up an element's words may stand."""
_MOST_MARKS = 1_000


def dictionary(value: object) -> DictionaryObject:
    """A dictionary, where the value is one or refers to one; else an empty one."""
    found = value.get_object() if isinstance(value, PdfObject) else value
    return found if isinstance(found, DictionaryObject) else DictionaryObject()


def _array(value: object) -> list[object]:
    found = value.get_object() if isinstance(value, PdfObject) else value
    return found if isinstance(found, ArrayObject) else []


class Structure:
    """The structure tree of a file, as far as pictures go by it."""

    def __init__(self, catalogue: DictionaryObject | None = None) -> None:
        self._catalogue = catalogue
        self._figures: dict[tuple[int, int], bool] = {}

    def alt(self, parents: int, mark: int) -> str:
        """The words that stand for marked content; "" where there are none.

        Args:
            parents: the page's or form's key in the parent tree (``/StructParents``).
            mark: number of the marked content there (``/MCID``).
        """
        alts = (element.get("/Alt") for element in self._around(parents, mark))
        return next((" ".join(alt.split()) for alt in alts if isinstance(alt, str)), "")

    def is_figure(self, parents: int, mark: int) -> bool:
        """Whether marked content is part of a picture."""
        if (parents, mark) not in self._figures:
            kinds = (element.get("/S") for element in self._around(parents, mark))
            self._figures[parents, mark] = "/Figure" in kinds
        return self._figures[parents, mark]

    def _around(self, parents: int, mark: int) -> Iterator[DictionaryObject]:
        """The element of marked content, and those that it is part of."""
        elements = self._elements.get(parents, [])
        element = dictionary(elements[mark]) if 0 <= mark < len(elements) else DictionaryObject()
        for _step in range(_HIGHEST):
            yield element
            element = dictionary(element.get("/P"))

    @cached_property
    def _elements(self) -> dict[int, list[object]]:
        """The elements of each page's marked contents."""
        found: dict[int, list[object]] = {}
        try:
            for key, value in self._entries():
                if isinstance(key, int) and len(found) < _MOST_PARENTS:
                    found[key] = _array(value)
        except (PyPdfError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
            return found
        return found

    def _entries(self) -> Iterator[tuple[object, object]]:
        root = dictionary(dictionary(self._catalogue).get("/StructTreeRoot"))
        nodes = [dictionary(root.get("/ParentTree"))]
        for _step in range(_MOST_NODES):
            if not nodes:
                return
            node = nodes.pop()
            numbers = _array(node.get("/Nums"))
            yield from zip(numbers[::2], numbers[1::2], strict=False)
            nodes += map(dictionary, _array(node.get("/Kids"))[:_MOST_NODES])


class Marks:
    """The marked contents around what is being drawn. ``parents`` is the key of the page or form."""

    def __init__(self, structure: Structure, parents: object) -> None:
        self.structure = structure
        self.parents = parents
        self._open: list[tuple[str, int, int]] = []

    def begin(self, properties: list[Operand]) -> None:
        """Marked content begins; its properties are names and values in turn."""
        if len(self._open) >= _MOST_MARKS:
            return
        words = {name: value for name, value in zip(properties[::2], properties[1::2], strict=False)
                 if isinstance(name, str)}  # fmt: skip
        alt, mark = words.get("Alt"), words.get("MCID")
        text = str(create_string_object(alt)) if isinstance(alt, bytes) else ""
        parents = self.parents if isinstance(self.parents, int) else -1
        self._open.append((" ".join(text.split()), parents, int(mark) if isinstance(mark, float) else -1))

    def end(self) -> None:
        """The innermost marked content ends."""
        if self._open:
            self._open.pop()

    @property
    def in_figure(self) -> bool:
        """Whether what is being drawn is part of a picture."""
        return any(self.structure.is_figure(parents, mark) for _alt, parents, mark in self._open)

    @property
    def alt(self) -> str:
        """The words that stand for what is being drawn."""
        for alt, parents, mark in reversed(self._open):
            found = alt or self.structure.alt(parents, mark)
            if found:
                return found
        return ""
