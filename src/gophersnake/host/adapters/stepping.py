"""Asynchronous generators, and asynchronous context managers.

Each crosses as an async function that does one step of it, as their plain counterparts do
(gophersnake.host.adapters.iteration). One task does all steps, because what happens between
them belongs together: timeouts, task groups and context variables are a task's.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import AbstractAsyncContextManager, suppress
from functools import partial
from types import AsyncGeneratorType
from typing import Any

from gophersnake.bridge import Last  # type: ignore[attr-defined]
from gophersnake.host.adapters import Adapter, Unfit
from gophersnake.host.adapters.iteration import Fails, has_ended, raised, stepped
from gophersnake.host.loop import answer_rest, awaited_by

Outcome = tuple[Any, Any]
"""What a step returns to Go."""
Step = Callable[..., Awaitable["tuple[Outcome | Exception, bool]"]]
"""Does a step; returns its outcome, or what that raises, and whether another one may follow. If
it raises itself, none does."""
Request = tuple["asyncio.Future[Outcome]", int, tuple[Any, ...]]

_NOTHING: Outcome = (None, None)

_working: set[asyncio.Task[Outcome]] = set()
"""The tasks that have not ended. A loop does not hold them, and one that only a dropped object
holds may be garbage along with it before it has been told to end."""


class Steps:
    """The steps of one object, all of which one task does. It ends after the last one, and when
    this has been dropped; `interrupted` ends the object when the task is cancelled between two
    steps: by a timeout that spans them, or because the event loop ends."""

    def __init__(
        self, origin: object, step: Step, interrupted: Callable[[BaseException], Awaitable[Outcome]]
    ) -> None:
        self.origin = origin
        self._step = step
        self._interrupted = interrupted
        self._requests: asyncio.Queue[Request | None] = asyncio.Queue()
        self._tasks: list[asyncio.Task[Outcome]] = []  # the one, once there is
        # Of the thread that made this: on a build without a GIL, one that sleeps drops nothing.
        self._last = Last(partial(_end, self._tasks, self._requests))

    async def __call__(self, /, *arguments: Any) -> Outcome:
        if not self._tasks:
            self._tasks.append(self._begin())
        task = self._tasks[0]
        if task.done():
            return task.result()
        answer: asyncio.Future[Outcome] = asyncio.get_running_loop().create_future()
        self._requests.put_nowait((answer, awaited_by.get(), arguments))
        try:
            return await asyncio.shield(answer)
        except asyncio.CancelledError:
            if not answer.done():
                task.cancel()
            return await answer

    def _begin(self) -> asyncio.Task[Outcome]:
        task = asyncio.create_task(_work(self._requests, self._step, self._interrupted))
        _working.add(task)
        task.add_done_callback(_working.discard)
        task.add_done_callback(partial(answer_rest, self._requests))
        return task


def _end(tasks: list[asyncio.Task[Outcome]], requests: asyncio.Queue[Request | None]) -> None:
    """Have the task end, if there is one, whose steps nobody asks for any more."""
    for task in tasks:
        if not task.done():
            with suppress(RuntimeError):  # of a loop that is closed, which has cancelled the task
                task.get_loop().call_soon_threadsafe(requests.put_nowait, None)


async def _work(
    requests: asyncio.Queue[Request | None],
    step: Step,
    interrupted: Callable[[BaseException], Awaitable[Outcome]],
) -> Outcome:
    more = True
    while more:
        try:
            request = await requests.get()
        except asyncio.CancelledError as error:
            return await interrupted(error)
        if request is None:
            return _NOTHING
        answer, ticket, arguments = request
        awaited_by.set(ticket)
        try:
            outcome, more = await step(*arguments)
        except BaseException as error:
            if isinstance(error, StopIteration):  # which no future takes
                error = RuntimeError("the step raised StopIteration")
            answer.set_exception(error)
            return _NOTHING
        if isinstance(outcome, Exception):
            answer.set_exception(outcome)
        else:
            answer.set_result(outcome)
    return _NOTHING


def _generator_steps(generator: object) -> Steps:
    if not isinstance(generator, AsyncGenerator):
        raise Unfit("asynchronous generator")

    async def step(
        sent: tuple[Any] | None, fails: Fails | None, stop: bool, /
    ) -> tuple[Outcome | Exception, bool]:
        if stop:
            await generator.aclose()
        if stop or (fails is None and has_ended(generator)):
            return _NOTHING, False
        try:
            if fails is not None:
                item = await generator.athrow(raised(fails))
            else:
                item = await generator.asend(None if sent is None else sent[0])
        except StopAsyncIteration:
            return (None, (None,)), False
        except TypeError as error:  # it may be that it cannot be sent a value yet
            if not isinstance(generator, AsyncGeneratorType) or has_ended(generator):
                raise
            return error, True
        return ((item,), None), True

    async def interrupted(error: BaseException) -> Outcome:
        try:
            await generator.athrow(error)
        except StopAsyncIteration:
            return _NOTHING
        await generator.aclose()
        return _NOTHING

    return Steps(generator, step, interrupted)


def _manager_steps(manager: object) -> Steps:
    if not isinstance(manager, AbstractAsyncContextManager):
        raise Unfit("asynchronous context manager")

    async def step(enter: bool, fails: Fails | None, /) -> tuple[Outcome, bool]:
        if enter:
            return ((await manager.__aenter__(),), False), True
        if fails is None:
            await manager.__aexit__(None, None, None)
            return (None, False), False
        try:
            fails()
        except BaseException as error:  # what exiting raises has it as its context
            suppressed = await manager.__aexit__(type(error), error, error.__traceback__)
            return (None, bool(suppressed)), False
        return (None, False), False

    async def interrupted(error: BaseException) -> Outcome:
        if not await manager.__aexit__(type(error), error, error.__traceback__):
            raise error
        return None, False

    return Steps(manager, step, interrupted)


def a_generator(_: str) -> Adapter:
    what = "asynchronous generator"
    return Adapter(lambda steps: stepped(steps, AsyncGenerator, what), _generator_steps)


def a_manager(_: str) -> Adapter:
    what = "asynchronous context manager"
    return Adapter(lambda steps: stepped(steps, AbstractAsyncContextManager, what), _manager_steps)
