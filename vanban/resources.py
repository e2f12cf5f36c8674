"""Finds the data that ships with the program, in a checkout and in an installed wheel alike."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def templates_folder() -> Path:
    """Return the built-in ``templates/``: inside the package in a wheel, beside it in a checkout."""
    in_wheel = _PACKAGE / "templates"
    return in_wheel if in_wheel.is_dir() else _PACKAGE.parent / "templates"
