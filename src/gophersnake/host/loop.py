"""The event loop, on a thread of its own, that runs what Go awaits.

Go begins a task by calling a `Starter` with a ticket, a number of its choice; waits until it
is told that ticket (host.notices); and then fetches the outcome with `take`. So a task costs
Go no thread, and what it returns or raises comes back as that of any call.
"""

from __future__ import annotations

import asyncio
import os
import threading
from collections.abc import AsyncIterator, Awaitable, Callable
from contextvars import Context, ContextVar
from functools import partial
from importlib import import_module
from typing import Any

from gophersnake.host import notices
from gophersnake.host.contexts import Variables, context_of

_outcomes: dict[int, tuple[asyncio.Future[Any], asyncio.Future[Any]]] = {}
"""By ticket: what will hold the outcome, and the task to cancel if it is not wanted."""

awaited_by: ContextVar[int] = ContextVar("awaited_by", default=0)
"""In a task that Go awaits, the ticket by which it does; 0 elsewhere."""


class Starter:
    """An async function, to be called from any thread."""

    __slots__ = ("function",)

    def __init__(self, function: Callable[..., Awaitable[Any]]) -> None:
        self.function = function

    def __call__(self, ticket: int, variables: Variables, /, *args: Any, **kwargs: Any) -> None:
        """Begin a task that awaits the function's result."""
        runner = current()
        runner.submit(runner.begin, ticket, variables, partial(self.function, *args, **kwargs))


def take(ticket: int) -> Any:
    """Return the outcome of a ticket that was told, or raise it."""
    outcome = _outcomes.pop(ticket)[0].result()
    if type(outcome) is _Exit:
        raise outcome.error
    return outcome


def cancel(ticket: int) -> None:
    """Cancel the task of a ticket, if it is not done. The ticket is told all the same."""
    runner = current()
    runner.submit(runner.cancel, ticket)


class Runner:
    """An event loop and its thread.

    `submit` is for other threads, everything else runs on the loop's own.
    """

    def __init__(self) -> None:
        self.loop = _new_loop()
        self.context = Context()  # tasks inherit nothing of the threads that begin them
        self._lock = threading.Lock()
        self._submitted: list[tuple[Callable[..., Any], tuple[Any, ...]]] = []
        self._finished: list[int] = []
        self._stopped = False
        self._ended = False  # guarded by the lock: nothing more is taken
        self.thread = threading.Thread(target=self._run, name="gophersnake.loop", daemon=True)
        self.thread.start()

    def submit(self, function: Callable[..., Any], *args: Any) -> None:
        """Have the loop's thread call this soon, in the order of the submissions.

        Raises RuntimeError if the loop has ended: a stream may outlive it.
        """
        with self._lock:
            if self._ended:
                raise RuntimeError("the event loop that this belongs to has ended")
            self._submitted.append((function, args))
            if len(self._submitted) == 1:
                self.loop.call_soon_threadsafe(self._work, context=self.context)

    def _work(self) -> None:
        with self._lock:
            submitted, self._submitted = self._submitted, []
        for function, args in submitted:
            function(*args)

    def begin(
        self, ticket: int, variables: Variables, function: Callable[[], Awaitable[Any]]
    ) -> None:
        task = self.task(variables, _outcome(ticket, function))
        self.promise(ticket, task, task)

    def task(self, variables: Variables, coroutine: Any) -> asyncio.Task[Any]:
        """Return a new task, in a context of its own with these variables."""
        if not variables:
            return self.loop.create_task(coroutine)
        try:
            context = context_of(variables, self.context.copy())
        except Exception as error:
            coroutine.close()
            return self.loop.create_task(_raise(error))
        return context.run(self.loop.create_task, coroutine)

    def promise(self, ticket: int, future: asyncio.Future[Any], task: asyncio.Future[Any]) -> None:
        """Tell the ticket when the future is done."""
        _outcomes[ticket] = future, task
        future.add_done_callback(partial(self._finish, ticket))

    def _finish(self, ticket: int, _future: object) -> None:
        self._finished.append(ticket)
        if len(self._finished) == 1:  # with all that finish in the same round
            self.loop.call_soon(self._tell)

    def _tell(self) -> None:
        finished, self._finished = self._finished, []
        notices.tell(finished)

    def cancel(self, ticket: int) -> None:
        outcome = _outcomes.get(ticket)
        if outcome is not None:
            outcome[1].cancel()

    def stop(self) -> None:
        """Cancel what still runs, wait for it, and end the loop. For other threads."""
        self.submit(self._stop)
        self.thread.join()

    def _stop(self) -> None:
        self._stopped = True
        self.loop.stop()

    def _run_until_stopped(self) -> None:
        """Run the loop, also after a task has stopped it, or one that Go does not await has
        raised what asyncio lets through: all that is awaited would wait for ever."""
        while not self._stopped:
            try:
                self.loop.run_forever()
            except (SystemExit, KeyboardInterrupt) as error:
                told = {"message": "a task would end the event loop, which goes on"}
                self.loop.call_exception_handler({**told, "exception": error})

    def _run(self) -> None:
        asyncio.set_event_loop(self.loop)
        self._run_until_stopped()
        until_complete = self.loop.run_until_complete
        while not self._ended:
            self._work()
            while tasks := asyncio.all_tasks(self.loop):
                for task in tasks:
                    task.cancel()
                until_complete(asyncio.gather(*tasks, return_exceptions=True))
            with self._lock:
                self._ended = not self._submitted
        until_complete(self.loop.shutdown_asyncgens())
        until_complete(self.loop.shutdown_default_executor())
        self._tell()
        self.loop.close()


def _new_loop() -> asyncio.AbstractEventLoop:
    named = os.environ.get("GOPHERSNAKE_LOOP")
    try:
        library = import_module(named or "uvloop")
    except ImportError:
        if named:
            raise
        library = asyncio
    loop: asyncio.AbstractEventLoop = library.new_event_loop()
    return loop


class _Exit:
    """What a task has raised that asyncio would end the event loop with."""

    __slots__ = ("error",)

    def __init__(self, error: BaseException) -> None:
        self.error = error


async def _outcome(number: int, function: Callable[[], Awaitable[Any]]) -> Any:
    awaited_by.set(number)
    try:
        return await function()
    except (SystemExit, KeyboardInterrupt) as error:
        return _Exit(error)


async def _raise(error: Exception) -> None:
    raise error


def answer_rest(requests: asyncio.Queue[Any], task: asyncio.Task[Any]) -> None:
    """Answer the requests that a task has not come to, since it was cancelled before, with its
    own outcome."""
    while not requests.empty():
        request = requests.get_nowait()
        if request is None or request[0].done():
            continue
        if task.cancelled():
            request[0].cancel()
        elif (error := task.exception()) is not None:
            request[0].set_exception(error)
        else:
            request[0].set_result(task.result())


class Streamer:
    """A function that returns an async iterator, to be called from any thread."""

    __slots__ = ("function",)

    def __init__(self, function: Callable[..., Any]) -> None:
        self.function = function

    def __call__(self, variables: Variables, /, *args: Any, **kwargs: Any) -> Stream:
        """Return the iterator. The function is called when the first item is asked for."""
        return Stream(current(), variables, partial(self.function, *args, **kwargs))


class Stream:
    """An async iterator, of which one task takes an item whenever Go asks for one.

    One task, because what an iterator does between its items belongs together: timeouts,
    task groups and context variables are a task's.
    """

    def __init__(self, runner: Runner, variables: Variables, function: Callable[[], Any]) -> None:
        self._runner = runner
        self._variables = variables
        self._function = function
        self._requests: asyncio.Queue[tuple[asyncio.Future[list[Any]], int, bool]] = asyncio.Queue()
        self._task: asyncio.Task[list[Any]] | None = None

    def next(self, ticket: int) -> None:
        """Ask for the next item: the outcome is a list of it, or an empty one at the end."""
        self._runner.submit(self._request, ticket, True)

    def close(self, ticket: int) -> None:
        """Close the iterator, unless it is at its end. The outcome is an empty list."""
        self._runner.submit(self._request, ticket, False)

    def _request(self, ticket: int, more: bool) -> None:
        answer: asyncio.Future[list[Any]] = self._runner.loop.create_future()
        if self._task is None:
            self._task = self._runner.task(self._variables, self._drive())
            self._task.add_done_callback(partial(answer_rest, self._requests))
        self._runner.promise(ticket, answer, self._task)
        if self._task.done():
            answer.set_result([])
        else:
            self._requests.put_nowait((answer, ticket, more))

    async def _drive(self) -> list[Any]:
        answer, number, more = await self._requests.get()
        awaited_by.set(number)
        try:
            iterator = await self._open()
            try:
                while more:
                    try:
                        item = await iterator.__anext__()
                    except StopAsyncIteration:
                        break
                    answer.set_result([item])
                    answer, number, more = await self._requests.get()
                    awaited_by.set(number)
            finally:
                close = getattr(iterator, "aclose", None)
                if close is not None:
                    await close()
        except BaseException as error:
            if answer.done():  # nobody waits: the loop is ending
                raise
            if isinstance(error, StopIteration):  # which no future takes
                error = RuntimeError("the async iterator raised StopIteration")
            answer.set_exception(error)
        else:
            answer.set_result([])
        return []

    async def _open(self) -> AsyncIterator[Any]:
        source = self._function()
        if isinstance(source, Awaitable):
            source = await source
        iterator: AsyncIterator[Any] = source.__aiter__()
        return iterator


_current: Runner | None = None
_starting = threading.Lock()


def current() -> Runner:
    """Return the runner, which is started if there is none."""
    global _current
    if _current is None:
        with _starting:
            if _current is None:
                _current = Runner()
    return _current


def stop() -> None:
    """End the loop, if there is one; the next task begins another."""
    global _current
    with _starting:
        runner, _current = _current, None
    if runner is not None:
        runner.stop()
