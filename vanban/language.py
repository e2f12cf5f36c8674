"""The language of messages: Vietnamese as written in the code, or English through the catalogue."""

from __future__ import annotations

import gettext
import os
from pathlib import Path

LANGUAGES = ("vi", "en")

_catalogue: gettext.NullTranslations = gettext.NullTranslations()
_chosen = "vi"


def choose(lang: str | None = None) -> None:
    """Set the language of all later messages.

    Args:
        lang: ``"vi"``, ``"en"``, or None for the environment's ``VANBAN_LANG`` (Vietnamese without it).
            A language without a catalogue gives Vietnamese.
    """
    global _catalogue, _chosen
    wanted = lang or os.environ.get("VANBAN_LANG") or "vi"
    _chosen = wanted if wanted in LANGUAGES else "vi"
    _catalogue = gettext.translation(
        "vanban", str(Path(__file__).parent / "locale"), languages=[wanted], fallback=True
    )


def chosen() -> str:
    """The language of messages, one of :data:`LANGUAGES`."""
    return _chosen


def _(message: str) -> str:
    """Return ``message``, written in Vietnamese, in the chosen language."""
    return _catalogue.gettext(message)


def N_(message: str) -> str:
    """Mark ``message`` for the catalogue; it is translated later, when it is shown."""
    return message
