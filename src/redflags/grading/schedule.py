"""Sends submissions to where they are graded: processes of this machine, or an existing Dask cluster.

A task is a submission's bytes, so that workers need no shared folder; what comes back is plain data, and this process
alone writes it. A worker that dies takes nobody else's row with it.
"""

from __future__ import annotations

import multiprocessing
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from itertools import chain, islice
from typing import TYPE_CHECKING, Any, TypeAlias

from redflags.grading.marks import Ways, grade, refused

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from redflags.grading.intake import Submission
    from redflags.grading.key import Key
    from redflags.grading.result import Result

_Waiting: TypeAlias = "dict[Future[list[Result]], list[Submission]]"
_TOGETHER = 25
"""Submissions in one task, where nothing is run and each takes a millisecond."""
_AHEAD = 3
"""Tasks for each worker that are read and wait: memory doesn't grow with the class."""
BROKE = "broke the process that read it: look at it by hand"


class SchedulerError(RuntimeError):
    """The cluster can't be used; the message says why."""


def grade_all(submissions: Iterable[Submission], key: Key, ways: Ways, workers: int) -> Iterator[Result]:
    """Grade on this machine, in so many processes; results come as they are made."""
    parts = _parts(submissions, _size(key, ways))
    suspects: list[Submission] = []
    # Where everything is graded already, no process need start.
    first = next(parts, None)
    broken = first is not None
    parts = chain([first] if first is not None else [], parts)
    while broken:
        broken = False
        with _pool(workers) as pool:
            waiting: dict[Future[list[Result]], list[Submission]] = {}

            def send(count: int, pool: ProcessPoolExecutor = pool, waiting: _Waiting = waiting) -> None:
                for part in islice(parts, count):
                    # What can't be sent any more is a suspect as well; it is soon cleared.
                    try:
                        waiting[pool.submit(_grade_part, part, key, ways)] = part
                    except BrokenProcessPool:
                        suspects.extend(part)

            send(_AHEAD * workers)
            while waiting:
                done, _ = wait(waiting, return_when=FIRST_COMPLETED)
                for future in done:
                    part = waiting.pop(future)
                    try:
                        results = future.result()
                    except BrokenProcessPool:
                        broken = True
                        suspects.extend(part)
                        continue
                    yield from results
                    send(0 if broken else 1)
    for submission in suspects:
        # One at a time, so that only the one at fault is without marks.
        with _pool(1) as pool:
            try:
                yield from pool.submit(_grade_part, [submission], key, ways).result()
            except BrokenProcessPool:
                yield refused(submission, key, ways, BROKE)


def grade_on(address: str, submissions: Iterable[Submission], key: Key, ways: Ways) -> Iterator[Result]:
    """Grade on a Dask cluster.

    Parameters
    ----------
    address
        Of its scheduler, such as `tcp://10.0.0.7:8786`.
    submissions
        What is graded; read as it is sent.
    key
        The key: every worker gets it once. Workers need this package, and bubblewrap where code is run.
    ways
        How it is graded.

    Raises
    ------
    SchedulerError
        `distributed` isn't installed, or nobody answers.
    """
    try:
        import distributed
    except ImportError as error:
        raise SchedulerError("--scheduler needs Dask: pip install 'redflags[grade]'") from error
    # Its own functions have no types.
    dask: Any = distributed
    try:
        client = dask.Client(address, timeout="10s", set_as_default=False)
    except (OSError, TimeoutError, ValueError) as error:
        raise SchedulerError(f"no Dask scheduler answers at {address}: {error}") from error
    with client:
        parts = _parts(submissions, _size(key, ways))
        workers = max(1, sum(client.nthreads().values()))
        shared = client.scatter(key, broadcast=True)
        sent: dict[Any, list[Submission]] = {}

        def send(count: int) -> list[Any]:
            made = []
            for part in islice(parts, count):
                # The same submission may be graded twice in one cluster: each task is its own.
                future = client.submit(_grade_part, part, shared, ways, pure=False)
                sent[future.key] = part
                made.append(future)
            return made

        coming = dask.as_completed(send(_AHEAD * workers), loop=client.loop, raise_errors=False)
        for future in coming:
            part = sent.pop(future.key)
            if future.status == "finished":
                yield from future.result()
            else:
                yield from (refused(submission, key, ways, BROKE, again=True) for submission in part)
            for more in send(1):
                coming.add(more)


def _grade_part(submissions: list[Submission], key: Key, ways: Ways) -> list[Result]:
    """Grade some submissions, in a worker."""
    results = []
    for submission in submissions:
        try:
            results.append(grade(submission, key, ways))
        except Exception as error:  # noqa: BLE001 - a mistake of ours in one submission must not cost the others
            results.append(refused(submission, key, ways, f"the grader failed: {type(error).__name__}", again=True))
    return results


def _size(key: Key, ways: Ways) -> int:
    return 1 if key.variables and ways.code != "none" else _TOGETHER


def _parts(submissions: Iterable[Submission], size: int) -> Iterator[list[Submission]]:
    rest = iter(submissions)
    while part := list(islice(rest, size)):
        yield part


def _pool(workers: int) -> ProcessPoolExecutor:
    # A fork of a process with threads may hang; a server that forks has none, and has read our code once.
    way = "forkserver" if "forkserver" in multiprocessing.get_all_start_methods() else "spawn"
    context = multiprocessing.get_context(way)
    if way == "forkserver":
        context.set_forkserver_preload(["redflags.grading.marks"])
    return ProcessPoolExecutor(workers, mp_context=context)
