"""Pictures: ``![alternative text](path){rong=120}`` ⇄ a figure with the bytes of its file."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial

from vanban.document.blocks import Figure, Footnote, Inline, plain
from vanban.document.inline import escape_signs, read_inline, write_inline
from vanban.document.settings import Tell, number_of, number_text, read_settings
from vanban.errors import VanbanError
from vanban.paper import media_of

Images = Callable[[str], bytes]
"""Gives the bytes of the picture at a path that an author wrote; raises OSError where there is none."""

_PICTURE = re.compile(
    r"!\[(?P<alt>(?:[^\]\\]|\\.)*)\]\((?P<path>(?:[^()\\]|\\.)*)\)(?: *(?P<settings>\{[^{}]*\}))?$"
)
_PATH_ESCAPE = re.compile(r"\\([\\()])")
_PATH_SIGN = re.compile(r"[\\()]")
SETTINGS = ("rong",)


def read_figure(line: str, caption: Inline, images: Images | None, tell: Tell) -> Figure | None:
    """Read the line of a picture; faults are told with line 0.

    Args:
        line: the line without spaces around it.
        caption: the text of the "Hình:" line below it.
        images: gives the bytes of its file; None where pictures cannot be found.
        tell: told of every fault.

    Returns:
        The figure, or None when its line or its file cannot be read.
    """
    found = _PICTURE.match(line)
    if not found:
        tell("VB139", 0, 0, {})
        return None
    path = _PATH_ESCAPE.sub(r"\1", found["path"]).strip(" ")
    alt = plain(read_inline(found["alt"], lambda kind, at, details: tell(kind, 0, 2 + at, details)))
    if not alt:
        tell("VB137", 0, 0, {})
    width = _width(found["settings"] or "", partial(tell, "VB132", 0, found.end("path") + 1))
    data = load_image(path, images, lambda kind, details: tell(kind, 0, found.start("path"), details))
    if data is None:
        return None
    return Figure(data, media_of(data) or "png", alt, path, caption, width)


def load_image(
    path: str, images: Images | None, tell: Callable[[str, dict[str, object]], None]
) -> bytes | None:
    """The bytes of a PNG, JPEG or plain SVG file; None, and a fault told, where there is no such file."""
    try:
        data = images(path) if images else None
    except (OSError, ValueError, VanbanError):
        data = None
    if data is None:
        tell("VB135", {"path": path})
    elif not media_of(data):
        tell("VB136", {"path": path})
        data = None
    return data


def _width(settings: str, tell: Callable[[dict[str, object]], None]) -> float:
    words = read_settings(settings, SETTINGS, lambda _, details: tell(details))
    width = number_of(words["rong"]) if "rong" in words else 0.0
    if width is None:
        tell({"text": f"rong={words['rong']}", "allowed": "rong=120 (mm)"})
    return width or 0.0


def write_figure(figure: Figure, notes: list[Footnote]) -> list[str]:
    """Write a picture and its caption as the lines that :func:`read_figure` reads back."""
    path = _PATH_SIGN.sub(r"\\\g<0>", figure.path)
    width = f"{{rong={number_text(figure.width_mm)}}}" if figure.width_mm else ""
    caption = [f"Hình: {write_inline(figure.caption, notes)}"] if figure.caption else []
    return [f"![{escape_signs(figure.alt)}]({path}){width}", *caption]
