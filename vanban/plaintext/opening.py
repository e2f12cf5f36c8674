"""The bytes of a text file → its letters."""

from __future__ import annotations

import codecs

from vanban.errors import fail

_UTF_16 = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}


def text_of(data: bytes) -> str:
    """The text in a file: UTF-8, with or without a byte order mark, or UTF-16 with one.

    Raises:
        InputError: VB220 it is neither, VB221 it holds letters that no text has: another kind of file.
    """
    mark, name = next(((mark, name) for mark, name in _UTF_16.items() if data.startswith(mark)), (b"", ""))
    try:
        text = data[len(mark) :].decode(name or "utf-8-sig")
    except UnicodeDecodeError as error:
        raise fail("VB220") from error
    if "\0" in text:
        raise fail("VB221")
    return text
