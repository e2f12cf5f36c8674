"""A filled document as a few bytes, kept until its files are made, which takes less than to fill it again."""

from __future__ import annotations

import io
import pickle
import zlib
from collections.abc import Callable
from dataclasses import fields
from operator import attrgetter
from typing import Any

from vanban.document.blocks import Cell, Column, Footnote, Para, PhuLuc, Run, Table

_BLOCKS = (Cell, Column, Footnote, Para, PhuLuc, Run, Table)


def keep(value: object) -> bytes:
    """Whatever can be pickled, small; a document's blocks by their values alone."""
    out = io.BytesIO()
    pickler = pickle.Pickler(out, pickle.HIGHEST_PROTOCOL)
    pickler.dispatch_table = _REDUCERS
    pickler.dump(value)
    return zlib.compress(out.getvalue(), 1)


def kept(data: bytes) -> Any:
    """What was given to :func:`keep`."""
    return pickle.loads(zlib.decompress(data))


def _by_values(kind: type) -> Callable[[Any], tuple[type, tuple[Any, ...]]]:
    """How an object is pickled as its class and the arguments that make it."""
    names = [field.name for field in fields(kind)]
    values = attrgetter(*names)
    if len(names) == 1:
        return lambda block: (kind, (values(block),))
    return lambda block: (kind, values(block))


_REDUCERS: dict[type, Any] = {kind: _by_values(kind) for kind in _BLOCKS}
