"""The drawing commands of a page: the bytes of a content stream → operators with their operands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TypeAlias

Operand: TypeAlias = "float | bytes | str | list[Operand]"
"""A number, the bytes of a string, a name without its slash, or an array. Dictionaries come as arrays."""

_TOKEN = re.compile(
    rb"""[\0\t\n\f\r\x20]*(?:
    (?P<number>[+-]?(?:\d+\.?\d*|\.\d+)[-\d.]*)
  | (?P<operator>[A-Za-z'"][A-Za-z0-9'"*]*)
  | (?P<string>\((?:[^()\\]|\\.)*\))
  | (?P<hex><[0-9A-Fa-f\0\t\n\f\r\x20]*>)
  | /(?P<name>[^\0\t\n\f\r\x20()<>\[\]{}/%]*)
  | (?P<open>\[|<<)
  | (?P<close>\]|>>)
  | (?P<nested>\()
  | (?P<comment>%[^\r\n]*)
  | (?P<other>.)
    )""",
    re.VERBOSE | re.DOTALL,
)
_ESCAPE = re.compile(rb"\\(?:([0-7]{1,3})|(\r\n?|\n)|(.))", re.DOTALL)
_NAMED = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
_BRACKET = re.compile(rb"\\.|[()]", re.DOTALL)
_NAME_CODE = re.compile("#([0-9A-Fa-f]{2})")
_IMAGE_END = re.compile(rb"[\0\t\n\f\r\x20]EI(?=[\0\t\n\f\r\x20]|\Z)")
_CONSTANTS = ("true", "false", "null")
_MOST_OPERANDS, _DEEPEST = 10_000, 20
"""What a command or array of a sound page never has."""


def read_commands(data: bytes) -> Iterator[tuple[str, list[Operand]]]:
    """The operators in order; what cannot be understood is passed over, as viewers do."""
    operands: list[Operand] = []
    stack: list[list[Operand]] = []
    at = 0
    while found := _TOKEN.match(data, at):
        at = found.end()
        kind, token = found.lastgroup, found[found.lastgroup or 0]
        if kind == "number":
            operands.append(_number(token))
        elif kind == "operator" and not stack:
            name = token.decode("ascii")
            if name == "ID":
                end = _IMAGE_END.search(data, at)
                at = end.end() if end else len(data)
                name, operands = "EI", []
            if name not in _CONSTANTS:
                yield name, operands
                operands = []
        elif kind == "string":
            operands.append(_unescaped(token[1:-1]))
        elif kind == "hex":
            digits = b"".join(token[1:-1].replace(b"\0", b"").split())
            operands.append(bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode("ascii")))
        elif kind == "name":
            operands.append(_NAME_CODE.sub(lambda code: chr(int(code[1], 16)), token.decode("latin-1")))
        elif kind == "nested":
            end_at = _closing(data, at)
            operands.append(_unescaped(data[at:end_at]))
            at = end_at + 1
        elif kind == "open" and len(stack) < _DEEPEST:
            stack.append(operands)
            operands = []
        elif kind == "close" and stack:
            inner, operands = operands, stack.pop()
            operands.append(inner)
        if len(operands) > _MOST_OPERANDS:
            operands.clear()


def _number(token: bytes) -> float:
    try:
        return float(token)
    except ValueError:  # "12-34", "1.2.3": some programs write them, viewers read the first number
        found = re.match(rb"[+-]?(?:\d+\.?\d*|\.\d+)", token)
        return float(found[0]) if found else 0.0


def _unescaped(content: bytes) -> bytes:
    return _ESCAPE.sub(_escaped, content) if b"\\" in content else content


def _escaped(found: re.Match[bytes]) -> bytes:
    if found[1]:
        return bytes((int(found[1], 8) & 0xFF,))
    return b"" if found[2] else _NAMED.get(found[3], found[3])


def _closing(data: bytes, start: int) -> int:
    """Where the bracket that closes the string ends it; the end of the data if none does."""
    depth = 1
    for found in _BRACKET.finditer(data, start):
        depth += {b"(": 1, b")": -1}.get(found[0], 0)
        if not depth:
            return found.start()
    return len(data)
