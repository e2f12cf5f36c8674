"""What every test shares: the language of messages, and how hypothesis looks for examples."""

from __future__ import annotations

import os

import pytest
from hypothesis import HealthCheck, settings

from vanban import language

settings.register_profile("desk", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("ci" if os.environ.get("CI") else "desk")


@pytest.fixture(autouse=True)
def vietnamese(monkeypatch: pytest.MonkeyPatch) -> None:
    """Messages are Vietnamese, whatever the developer's environment and the test before say."""
    monkeypatch.delenv("VANBAN_LANG", raising=False)
    language.choose("vi")
