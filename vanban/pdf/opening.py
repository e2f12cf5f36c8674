"""Bytes that somebody calls a PDF → its pages as drawn, or a fault that says what they are."""

from __future__ import annotations

import io
import logging
import zlib
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Any

from pypdf import PasswordType, PdfReader, apply_configuration
from pypdf.errors import DependencyError, LimitReachedError, PyPdfError

from vanban.errors import Place, fail
from vanban.language import _
from vanban.pdf.content import draw
from vanban.pdf.drawing import DrawnPage
from vanban.pdf.state import Shared
from vanban.pdf.structure import Structure

MOST_PAGES = 300
_HEAD = 1_024
_FEWEST_LETTERS = 20
"""With fewer letters on all pages than these, a PDF that shows pictures is a scan."""
_LIMITS: dict[str, Any] = {
    "maximum_declared_stream_length": 200_000_000,
    "array_based_stream_maximum_output_length": 20_000_000,
    "zlib_maximum_output_length": 20_000_000,
    "lzw_maximum_output_length": 5_000_000,
    "run_length_maximum_output_length": 20_000_000,
    "stream_decoding_work_maximum_length": 60_000_000,
    "page_tree_maximum_entries": 20_000,
    "disable_legacy_handling": True,
}
"""What pypdf may unpack."""
BROKEN = (
    PyPdfError, ValueError, TypeError, KeyError, AttributeError, IndexError, AssertionError,
    NotImplementedError, OSError, EOFError, ArithmeticError, zlib.error, RecursionError,
)  # fmt: skip
"""What pypdf raises for files that are cut short or wrongly built."""

logging.getLogger("pypdf").addHandler(logging.NullHandler())  # or its remarks on odd files go to stderr


def draw_pages(data: bytes) -> list[DrawnPage]:
    """Every page of a PDF.

    Raises:
        InputError: VB190 not a PDF, VB191 locked, VB192 broken, VB193 a scan without text, VB194 too long.
    """
    with opened(data) as reader:
        shared = Shared(structure=Structure(reader.root_object))
        pages = [draw(page, number, shared) for number, page in enumerate(reader.pages, start=1)]
    letters = sum(len(page.letters) for page in pages)
    if letters < _FEWEST_LETTERS and any(page.pictures for page in pages):
        raise fail("VB193")
    if not letters:
        raise fail("VB192", reason=_("không có chữ nào"))
    return pages


@contextmanager
def opened(data: bytes, place: Place | None = None) -> Iterator[PdfReader]:
    """A PDF that is read without trusting it; whatever goes wrong within is a fault.

    Args:
        data: the file.
        place: where it is, for the faults.

    Raises:
        InputError: VB190 not a PDF, VB191 locked, VB192 broken, VB194 too long.
    """
    if b"%PDF-" not in data[:_HEAD]:
        raise fail("VB190", place)
    with _faults(place), unpacking():
        reader = PdfReader(io.BytesIO(data), strict=False)
        if reader.is_encrypted and reader.decrypt("") == PasswordType.NOT_DECRYPTED:
            raise fail("VB191", place)
        count = len(reader.pages)
        if not count:
            raise fail("VB192", place, reason=_("không có trang nào"))
        if count > MOST_PAGES:
            many = _("{count} trang, nhiều hơn {most}").format(count=count, most=MOST_PAGES)
            raise fail("VB194", place, reason=many)
        yield reader


def unpacking() -> AbstractContextManager[object]:
    """Within it, pypdf unpacks no more than an honest file takes."""
    return apply_configuration(**_LIMITS)


@contextmanager
def _faults(place: Place | None) -> Iterator[None]:
    """Say what went wrong while the file was opened, in the words of a fault."""
    try:
        yield
    except DependencyError:
        raise fail("VB191", place) from None
    except LimitReachedError:
        raise fail("VB194", place, reason=_("dữ liệu nén phình quá to")) from None
    except RecursionError:
        raise fail("VB192", place, reason=_("các phần lồng nhau vô tận")) from None
    except BROKEN:
        raise fail("VB192", place, reason=_("tệp bị cắt ngang hoặc sai cấu trúc")) from None
