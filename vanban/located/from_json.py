"""JSON with places: numbers and true or false stay as written, null is an empty text."""

from __future__ import annotations

import json
import re
from bisect import bisect_right

from vanban.errors import Fault, InputError, Place, fail
from vanban.language import _
from vanban.located.places import DEPTH, Located, Mark, Path, Places

_STRINGS: json.JSONDecoder = json.JSONDecoder()
_SPACE = re.compile(r"[ \t\n\r]*")
_WORD = re.compile(r"-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?|true|false|null")


def load_json(text: str, *, file: str | None = None, first_line: int = 1) -> Located:
    """Read an object whose leaves are texts, as :func:`vanban.located.load_yaml` reads YAML.

    Args:
        text: the object.
        file: its name, for the places of values.
        first_line: the number of the first line of ``text`` in its file.

    Raises:
        InputError: VB026 broken JSON, VB027 a key twice, VB124 nested too deep.
    """
    return _Loader(text, file, first_line).load()


class _Loader:
    """A scanner that knows where it is."""

    def __init__(self, text: str, file: str | None, first_line: int) -> None:
        self.text = text
        self.file = file
        self.shift = first_line
        self.starts = [0, *(found.end() for found in re.finditer("\n", text))]
        self.values: dict[Path, Mark] = {}
        self.keys: dict[Path, Mark] = {}
        self.faults: list[Fault] = []

    def load(self) -> Located:
        value, end = self._value(self._skip(0), ())
        end = self._skip(end)
        if end < len(self.text):
            raise self._broken(end, _("có chữ sau dấu } cuối cùng"))
        if self.faults:
            raise InputError(self.faults)
        if not isinstance(value, dict):
            raise self._broken(0, _("cần một đối tượng {…}"))
        return Located(value, Places(self.file, self.values, self.keys))

    def _value(self, at: int, path: Path) -> tuple[object, int]:
        """The value that starts at ``at``, and where it ends."""
        self.values[path] = self._mark(at)
        if len(path) > DEPTH:
            raise fail("VB124", Place(self.file, *self._mark(at)), most=DEPTH)
        match self.text[at : at + 1]:
            case "{":
                return self._object(at, path)
            case "[":
                return self._list(at, path)
            case '"':
                return self._string(at)
        word = _WORD.match(self.text, at)
        if not word:
            raise self._broken(at, _("thiếu giá trị; chữ phải đặt trong ngoặc kép \"…\""))  # fmt: skip
        return "" if word[0] == "null" else word[0], word.end()

    def _object(self, at: int, path: Path) -> tuple[dict[str, object], int]:
        out: dict[str, object] = {}
        at = self._skip(at + 1)
        while self.text[at : at + 1] != "}":
            if out:
                at = self._expect(at, ",")
            if self.text[at : at + 1] != '"':
                raise self._broken(at, _("thiếu tên mục trong ngoặc kép hoặc dấu }"))
            key, end = self._string(at)
            if key in out:
                self.faults.append(Fault("VB027", Place(self.file, *self._mark(at)), {"key": key}))
            self.keys[*path, key] = self._mark(at)
            out[key], at = self._value(self._expect(self._skip(end), ":"), (*path, key))
            at = self._skip(at)
        return out, at + 1

    def _list(self, at: int, path: Path) -> tuple[list[object], int]:
        out: list[object] = []
        at = self._skip(at + 1)
        while self.text[at : at + 1] != "]":
            if out:
                at = self._expect(at, ",")
            value, at = self._value(at, (*path, len(out)))
            out.append(value)
            at = self._skip(at)
        return out, at + 1

    def _string(self, at: int) -> tuple[str, int]:
        try:
            value, end = _STRINGS.raw_decode(self.text, at)
            return str(value), end
        except json.JSONDecodeError as error:
            raise self._broken(error.pos, _("chuỗi trong ngoặc kép viết sai hoặc thiếu dấu đóng")) from error

    def _expect(self, at: int, sign: str) -> int:
        if self.text[at : at + 1] != sign:
            raise self._broken(at, _("thiếu dấu «{sign}»").format(sign=sign))
        return self._skip(at + 1)

    def _skip(self, at: int) -> int:
        found = _SPACE.match(self.text, at)
        return found.end() if found else at

    def _mark(self, at: int) -> Mark:
        line = bisect_right(self.starts, at)
        return line - 1 + self.shift, at - self.starts[line - 1] + 1

    def _broken(self, at: int, reason: str) -> InputError:
        return fail("VB026", Place(self.file, *self._mark(at)), reason=reason)
