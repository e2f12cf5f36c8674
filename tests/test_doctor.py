"""`vanban doctor` as a clerk reads it."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from vanban.cli import doctor
from vanban.doctor import Condition


def test_a_remedy_is_shown_word_for_word(monkeypatch: pytest.MonkeyPatch) -> None:
    remedy = 'pip install "vanban[archive]"'
    monkeypatch.setattr(doctor, "examine", lambda: [Condition("veraPDF", "optional", "[…]", remedy)])
    shown = CliRunner().invoke(doctor.command).output
    assert remedy in shown
    assert "[…]" in shown
