"""YAML read from its events: scalars stay raw text, so that ``so: 05`` is "05" and ``yes`` is no boolean."""

from __future__ import annotations

from typing import Any, NamedTuple

from vanban.errors import Fault, InputError, Place, fail
from vanban.language import N_, _
from vanban.located.places import DEPTH, Located, Mark, Path, Places

_REASONS = (
    ("mapping values are not allowed", N_("giá trị có dấu hai chấm, hãy đặt nó trong ngoặc kép \"…\"")),
    ("while scanning a quoted scalar", N_("dấu ngoặc kép mở mà không đóng")),
    ("found unexpected end of stream", N_("dấu ngoặc kép mở mà không đóng")),
    ("could not find expected ':'", N_("thiếu dấu hai chấm sau tên mục, hoặc dòng thụt vào sai")),
    ("expected ',' or ']'", N_("thiếu dấu phẩy hoặc dấu ] trong danh sách [...]")),
    ("expected ',' or '}'", N_("thiếu dấu phẩy hoặc dấu } trong {...}")),
    ("<block end>", N_("dòng thụt vào không thẳng với các dòng cùng cấp, hoặc có chữ sau dấu ngoặc đóng")),
    ("block sequence entries are not allowed", N_("danh sách «- » phải bắt đầu ở dòng mới dưới tên mục")),
    ("cannot start any token", N_("giá trị bắt đầu bằng ký tự đặc biệt, cần đặt trong ngoặc kép \"…\"")),
    ("<document start>", N_("có chữ nằm ngoài các dòng «tên: giá trị»")),
    ("escape character", N_("dấu \\ trong ngoặc kép, hãy gõ \\\\ hoặc dùng ngoặc đơn '…'")),
)  # fmt: skip
"""What the parser says, and what it means to a clerk."""


class _Open(NamedTuple):
    """A list or mapping whose end has not come yet."""

    value: dict[str, object] | list[object]
    path: Path


def load_yaml(text: str, *, file: str | None = None, first_line: int = 1) -> Located:
    """Read a mapping; its leaves are texts exactly as they were written.

    Args:
        text: the YAML, cleaned of what cannot stand in a paper.
        file: the name that faults give.
        first_line: the number of the first line of ``text`` in its file.

    Raises:
        InputError: VB026 broken YAML, VB027 a key twice, VB028 anchors, aliases, tags, VB124 nested too
            deep; all at once where possible.
    """
    return _Loader(text, file, first_line).load()


class _Loader:
    """One pass over the events."""

    def __init__(self, text: str, file: str | None, first_line: int) -> None:
        self.text = text
        self.lines = text.split("\n")
        self.file = file
        self.shift = first_line
        self.values: dict[Path, Mark] = {}
        self.keys: dict[Path, Mark] = {}
        self.faults: list[Fault] = []
        self.open: list[_Open] = []
        self.key: str | None = None
        self.root: object = {}
        self.documents = 0

    def load(self) -> Located:
        from ruamel.yaml import YAML
        from ruamel.yaml.error import MarkedYAMLError, YAMLError

        try:
            for event in YAML(typ="safe", pure=True).parse(self.text):
                self._take(event)
        except MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            said = f"{error.context or ''} {error.problem or ''}".strip()
            place = self._place(mark) if mark else Place(self.file)
            raise InputError([*self.faults, Fault("VB026", place, {"reason": _reason(said)})]) from error
        except (YAMLError, ValueError) as error:
            raise fail("VB026", Place(self.file), reason=str(error)) from error
        if self.faults:
            raise InputError(self.faults)
        if self.root == "":
            self.root = {}
        if not isinstance(self.root, dict):
            raise fail("VB026", Place(self.file, self.shift), reason=_("cần các dòng «tên: giá trị»"))
        return Located(self.root, Places(self.file, self.values, self.keys))

    def _take(self, event: Any) -> None:
        match type(event).__name__:
            case "ScalarEvent":
                self._check(event)
                self._scalar(event)
            case "MappingStartEvent":
                self._check(event)
                self._start({}, event)
            case "SequenceStartEvent":
                self._check(event)
                self._start([], event)
            case "MappingEndEvent" | "SequenceEndEvent":
                self.open.pop()
                self.key = None
            case "DocumentStartEvent" if self.documents:
                raise fail("VB026", self._place(event.start_mark), reason=_("có hơn một dòng ---"))
            case "DocumentStartEvent":
                self.documents += 1
            case "AliasEvent":
                self._fault("VB028", event, found=f"*{event.anchor}")
                self._put("", event)

    def _scalar(self, event: Any) -> None:
        top = self.open[-1] if self.open else None
        if top is not None and isinstance(top.value, dict) and self.key is None:
            self.key = event.value
            path = (*top.path, event.value)
            if event.value in top.value:
                self._fault("VB027", event, key=event.value)
            self.keys[path] = self._mark(event.start_mark)
            return
        self._put(event.value, event)

    def _start(self, value: dict[str, object] | list[object], event: Any) -> None:
        top = self.open[-1] if self.open else None
        if top is not None and isinstance(top.value, dict) and self.key is None:
            raise fail("VB026", self._place(event.start_mark), reason=_("tên mục phải là một từ"))
        if len(self.open) >= DEPTH:
            raise fail("VB124", self._place(event.start_mark), most=DEPTH)
        path = self._put(value, event)
        self.open.append(_Open(value, path))
        self.key = None

    def _put(self, value: object, event: Any) -> Path:
        """Hang a value under the innermost open list or mapping, and return its path."""
        if not self.open:
            self.root = value
            return ()
        top = self.open[-1]
        path: Path
        if isinstance(top.value, list):
            path = (*top.path, len(top.value))
            top.value.append(value)
        else:
            key = self.key or ""
            path = (*top.path, key)
            top.value.setdefault(key, value)
            self.key = None
        self.values[path] = self._value_mark(event)
        return path

    def _value_mark(self, event: Any) -> Mark:
        """The mark of the first character; of a ``|`` block, that of its first line."""
        line, column = self._mark(event.start_mark)
        if getattr(event, "style", None) != "|":
            return line, column
        source = "".join(self.lines[line - self.shift + 1 :][:1])
        return line + 1, 1 + len(source) - len(source.lstrip(" "))

    def _check(self, event: Any) -> None:
        """Refuse what makes YAML more than a text: anchors (bombs are built from them) and tags (types)."""
        if event.anchor is not None:
            self._fault("VB028", event, found=f"&{event.anchor}")
        if event.tag is not None:
            self._fault("VB028", event, found=str(event.tag))

    def _fault(self, kind: str, event: Any, **details: object) -> None:
        self.faults.append(Fault(kind, self._place(event.start_mark), details))

    def _mark(self, mark: Any) -> Mark:
        return mark.line + self.shift, mark.column + 1

    def _place(self, mark: Any) -> Place:
        return Place(self.file, *self._mark(mark))


def _reason(said: str) -> str:
    """The parser's English in the words of a clerk; what is not known stays as it is."""
    return next((_(reason) for part, reason in _REASONS if part in said), said)
