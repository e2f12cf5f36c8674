"""The outline: what people type becomes blocks, and blocks become what people type."""

from __future__ import annotations

import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests import strategies as some
from vanban.document import escape, parse_outline, write_outline
from vanban.document.blocks import Block, Cell, Column, Figure, Footnote, Para, PhuLuc, Run, Table, plain
from vanban.errors import InputError

_SLOW = settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def test_first_look() -> None:
    assert parse_outline("I. A").blocks == (Para("muc", "I", (Run("A"),)),)


@_SLOW
@given(some.bodies, some.annex_lists)
def test_what_is_written_reads_back(blocks: tuple[Block, ...], annexes: tuple[PhuLuc, ...]) -> None:
    outline = parse_outline(write_outline(blocks, annexes), images=some.PICTURES.__getitem__)
    assert (outline.blocks, outline.phu_luc) == (blocks, annexes)
