"""Front matter: the parts of a document as lines of YAML, for people."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping

from vanban.document.remarks import Remarks, above_lines, yaml_remark
from vanban.located import Path

_TYPED = re.compile(r"[\d._]+|0[xo]\w+|true|false|null|yes|no|on|off", re.IGNORECASE)
"""Texts that other readers of YAML take for numbers and the like."""
_PLAIN = re.compile(r"[\w(/“][^\n:#]*(?::[^\s:#][^\n:#]*)*")
"""Texts that YAML needs no quotes for, so far as we go: no ``: `` and no ``#`` in them."""


def write_front(data: Mapping[str, object], remarks: Remarks) -> list[str]:
    """Write parts as lines of YAML.

    Args:
        data: texts, lists of texts, and lists of mappings.
        remarks: each stands above the line that it is about, or at the top where the part is not in ``data``.
    """
    lines = [line for key, value in data.items() for line in _part((key,), value)]
    above = above_lines(remarks, {path for path, _ in lines})
    out = [yaml_remark(words) for words in above.get((), ())]
    for path, line in lines:
        indent = line[: len(line) - len(line.lstrip(" "))]
        out += [indent + yaml_remark(words) for words in above.pop(path, ())]
        out.append(line)
    return out


def _part(path: Path, value: object, indent: str = "") -> Iterator[tuple[Path, str]]:
    """The lines of one part, each with what it writes: a text, a list of texts, or a list of mappings."""
    key = path[-1]
    if not isinstance(value, list):
        yield path, f"{indent}{key}: {_scalar(value)}"
        return
    yield path, f"{indent}{key}:" if value else f"{indent}{key}: []"
    for index, item in enumerate(value):
        here = (*path, index)
        if not isinstance(item, dict):
            yield here, f"{indent}  - {_scalar(item)}"
        elif not item:
            yield here, f"{indent}  - {{}}"
        else:
            inner = [
                line for name, part in item.items() for line in _part((*here, name), part, f"{indent}    ")
            ]
            (first, text), *rest = inner
            yield first, f"{indent}  - {text.lstrip()}"
            yield from rest


def _scalar(value: object) -> str:
    if not isinstance(value, str):
        return json.dumps(value)
    plain = _PLAIN.fullmatch(value) and not _TYPED.fullmatch(value)
    return value if plain else json.dumps(value, ensure_ascii=False)
