"""Many machines: the work of a batch given to a Dask cluster in chunks; the ledger stays with the caller."""

from __future__ import annotations

import socket
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from importlib.util import find_spec
from itertools import islice
from threading import Lock
from typing import TYPE_CHECKING, Any, TypeVar

from vanban import __version__, fonts
from vanban.batch.job import Job
from vanban.errors import Fault, InputError, Place, ToolMissingError, VanbanError

if TYPE_CHECKING:
    from distributed import Client, Future

Item = TypeVar("Item")
Result = TypeVar("Result")

_CHUNK = 16
"""Rows that go to a worker at once."""
_AHEAD = 3
"""Chunks that wait for each thread of the cluster, so that none is ever idle."""
_PATIENCE_S = 10
_ENGINE = Lock()
"""An engine does one document at a time, however many threads a worker has."""


class Cluster:
    """The workers of a Dask scheduler, which all know the same job; used as a context.

    A worker needs the same version of vanban and the same font files as the caller, and reaches the place
    that files go to, and the folder of pictures where there are some.
    """

    def __init__(self, job: Job, address: str) -> None:
        """Reach the scheduler at ``tcp://host:port`` and give its workers the job.

        Raises:
            ToolMissingError: VB176, the package ``distributed`` is not there.
            InputError: VB249, no scheduler answers, or it has no workers.
        """
        if find_spec("distributed") is None:
            raise ToolMissingError(Fault("VB176"))
        from distributed import Client

        try:
            self._client: Client = Client(address, timeout=_PATIENCE_S, set_as_default=False)
            self._client.wait_for_workers(1, timeout=_PATIENCE_S)
        except (OSError, ValueError, TimeoutError) as error:
            raise InputError(Fault("VB249", Place(address), {"reason": str(error)})) from error
        self._job = self._client.scatter(job, broadcast=True)

    def __enter__(self) -> Cluster:
        return self

    def __exit__(self, *exception: object) -> None:
        self._client.close()

    def run(
        self, work: Callable[[Any, Item], Result], items: Iterable[Item], lost: Callable[[Item], Result]
    ) -> Iterator[Result]:
        """Do the work for every item, as :meth:`vanban.batch.pool.Pool.run` does.

        Dask gives the chunk of a worker that died to others; one that kills every worker it meets is given
        out again item by item, and the item that does it is lost.
        """
        from distributed import KilledWorker, as_completed

        source = iter(items)
        single: deque[Item] = deque()
        at_work: dict[Future[Any], list[Item]] = {}
        done = as_completed(loop=self._client.loop)
        while True:
            room = _AHEAD * sum(self._client.nthreads().values()) - len(at_work)
            for _turn in range(max(room, 0)):
                chunk = [single.popleft()] if single else list(islice(source, _CHUNK))
                if not chunk:
                    break
                future = self._client.submit(_work, self._job, work, chunk, pure=False)
                at_work[future] = chunk
                done.add(future)
            if not at_work:
                return
            future = next(done)
            chunk = at_work.pop(future)
            try:
                results: list[Result] = future.result()
            except KilledWorker:
                if len(chunk) > 1:
                    single.extend(chunk)
                else:
                    yield lost(chunk[0])
            else:
                yield from results


def _work(job: Job, work: Callable[[Any, Item], Result], items: Sequence[Item]) -> list[Result]:
    """What a worker does with a chunk.

    Raises:
        VanbanError: VB248, this machine would make other bytes.
    """
    if (__version__, fonts.find_font_set().sha256) != (job.version, job.fonts):
        raise VanbanError(Fault("VB248", details={"machine": socket.gethostname()}))
    with _ENGINE:
        return [work(job, item) for item in items]
