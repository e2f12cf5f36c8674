"""Processes that die: the item in their hands gets one more try, all others are done once."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from vanban.batch.pool import Pool
from vanban.errors import InputError, fail


def _count(folder: str, item: int) -> int:
    """Put down that the item was begun; some kill the process, the first time or always."""
    begun = Path(folder, f"{item}-{len(list(Path(folder).glob(f'{item}-*')))}")
    begun.touch()
    if item == 13 or (item % 10 == 5 and begun.name.endswith("-0")):
        os.kill(os.getpid(), signal.SIGKILL)
    return item


def _lost(item: int) -> int:
    return -item


def test_an_item_that_kills_its_process_twice_is_given_up(tmp_path: Path) -> None:
    with Pool(str(tmp_path), 2) as pool:
        results = sorted(pool.run(_count, range(40), _lost))
    assert results == sorted([-13, *(item for item in range(40) if item != 13)])
    tries = {item: len(list(tmp_path.glob(f"{item}-*"))) for item in range(40)}
    assert {item for item, count in tries.items() if count == 2} == {5, 13, 15, 25, 35}
    assert set(tries.values()) == {1, 2}


def _refuse(_shared: None, item: int) -> int:
    raise fail("VB010", number=item)


def test_what_the_work_raises_is_raised_here_with_its_faults() -> None:
    with Pool(None, 1) as pool, pytest.raises(InputError) as told:
        list(pool.run(_refuse, [1], _lost))
    assert [fault.kind for fault in told.value.faults] == ["VB010"]


def _echo(_shared: None, item: bytes) -> bytes:
    return item


def test_large_items_and_answers_do_not_block_each_other() -> None:
    items = [bytes([number]) * 2_000_000 for number in range(24)]
    with Pool(None, 2) as pool:
        assert sorted(pool.run(_echo, items, bytes)) == items


def _count_up(_shared: None, item: int) -> int:
    return item


def test_items_are_taken_as_there_is_room() -> None:
    taken = 0

    def items() -> Iterator[int]:
        nonlocal taken
        while taken < 1000:
            taken += 1
            yield taken

    with Pool(None, 2) as pool:
        results = pool.run(_count_up, items(), _lost)
        for done, _result in enumerate(results, start=1):
            assert taken - done <= 20
