"""Processes that work through items; one that dies costs the item in its hands one more try, no more."""

from __future__ import annotations

import gc
import os
import pickle
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing import connection, get_context
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from queue import SimpleQueue
from threading import Thread
from typing import Any, Generic, Self, TypeVar

from vanban.errors import Fault, VanbanError

Item = TypeVar("Item")
Result = TypeVar("Result")
Shared = TypeVar("Shared")

TRIES = 2
"""How often an item is begun before it is given up."""
_STARTS = 3
"""How often a process may end before it is ready, for each of the pool, while none gets anything done."""
_AHEAD = 8
"""Items that a process has at hand, so that it never waits for the next."""
_SPAWN = get_context("spawn")  # the threads of an engine do not survive a fork


@dataclass(slots=True)
class _Parcel:
    item: Any
    tries: int = 0


@dataclass(slots=True)
class _Worker:
    """A process; ``hands`` are the parcels that it has not answered, in order: it works on the first."""

    process: BaseProcess
    pipe: Connection
    ready: bool = False
    hands: deque[_Parcel] = field(default_factory=deque)


class Pool(Generic[Shared]):
    """Processes that all know the same; used as a context, in which they make themselves ready at once."""

    def __init__(self, shared: Shared, size: int, ready: Callable[[Shared], None] | None = None) -> None:
        """Make a pool.

        Args:
            shared: what each process is sent once.
            size: the number of processes.
            ready: a function of a module that a process calls with what is shared before it takes items.
        """
        self._shared = pickle.dumps((shared, ready))
        self._size = size
        self._workers: list[_Worker] = []
        self._stillborn = 0

    def __enter__(self) -> Self:
        self._fill()
        return self

    def __exit__(self, *exception: object) -> None:
        for worker in self._workers:
            worker.process.terminate()
        for worker in self._workers:
            self._bury(worker)
        self._workers.clear()

    def run(
        self, work: Callable[[Any, Item], Result], items: Iterable[Item], lost: Callable[[Item], Result]
    ) -> Iterator[Result]:
        """Do the work for every item; results come as they are ready, in any order.

        Args:
            work: a function of a module, called in a process with what is shared and an item. What it raises
                is raised here.
            items: taken one by one, as there is room for them.
            lost: gives the result of an item under which :data:`TRIES` processes died.

        Raises:
            VanbanError: VB247, processes do not even start.
        """
        source = (_Parcel(item) for item in items)
        again: deque[_Parcel] = deque()
        while self._feed(work, source, again):
            for pipe in connection.wait([worker.pipe for worker in self._workers]):
                worker = next(one for one in self._workers if one.pipe is pipe)
                try:
                    answer = worker.pipe.recv()
                except (EOFError, OSError):
                    yield from (lost(parcel.item) for parcel in self._died(worker, again))
                    continue
                self._stillborn = 0
                if not worker.ready:
                    worker.ready = True
                    continue
                worker.hands.popleft()
                if isinstance(answer, BaseException):
                    raise answer
                yield answer

    def _feed(self, work: Callable[..., Any], source: Iterator[_Parcel], again: deque[_Parcel]) -> bool:
        """Give every process as much as it may have at hand; whether anything is being worked on."""
        for _turn in range(_AHEAD):  # one each in turn, so that a few items are shared evenly
            self._fill()
            for worker in self._workers:
                if len(worker.hands) >= _AHEAD:
                    continue
                parcel = again.popleft() if again else next(source, None)
                if parcel is None:
                    break
                worker.hands.append(parcel)
                with suppress(OSError):  # it has died: the end of its pipe is seen where answers are taken
                    worker.pipe.send((work, parcel.item))
        return any(worker.hands for worker in self._workers)

    def _fill(self) -> None:
        while len(self._workers) < self._size:
            self._workers.append(self._start())

    def _start(self) -> _Worker:
        ours, theirs = _SPAWN.Pipe()
        process = _SPAWN.Process(target=_serve, args=(theirs, self._shared), daemon=True)
        process.start()
        theirs.close()
        return _Worker(process, ours)

    def _died(self, worker: _Worker, again: deque[_Parcel]) -> list[_Parcel]:
        """Put back what a dead process had at hand; what it worked on for the last time is lost."""
        self._bury(worker)
        self._workers.remove(worker)
        lost = []
        if not worker.ready:
            self._stillborn += 1
            if self._stillborn > _STARTS * self._size:
                reason = f"exit code {worker.process.exitcode}"
                raise VanbanError(Fault("VB247", details={"reason": reason}))
        elif worker.hands:
            worker.hands[0].tries += 1
            lost = [worker.hands.popleft()] if worker.hands[0].tries >= TRIES else []
        again.extendleft(reversed(worker.hands))
        return lost

    @staticmethod
    def _bury(worker: _Worker) -> None:
        worker.process.join()
        worker.pipe.close()


def _serve(pipe: Connection, shared: bytes) -> None:
    """The life of a process: take items, answer each, end with the parent."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent is told as well, and ends its processes
    os.environ.setdefault("RAYON_NUM_THREADS", "1")  # one process a core does not need threads
    known, ready = pickle.loads(shared)
    if ready:
        ready(known)
    gc.collect()
    gc.freeze()  # what is there now stays; to look through it for garbage took a millisecond a document
    items: SimpleQueue[bytes] = SimpleQueue()
    Thread(target=_take, args=(pipe, items), daemon=True).start()
    pipe.send(None)
    while True:
        work, item = pickle.loads(items.get())
        try:
            answer = work(known, item)
        except Exception as error:  # goes to whoever asked for the work
            answer = error
        pipe.send(answer)


def _take(pipe: Connection, items: SimpleQueue[bytes]) -> None:
    """Take what the parent sends, always, so that it never waits; end at once when the parent is gone."""
    while True:
        try:
            items.put(pipe.recv_bytes())
        except (EOFError, OSError):
            os._exit(1)
