"""Work that takes longer than a frame: done in a thread, with progress and cancel, results handed back as events.

Only the loop of the window calls what waits for a result, so nothing on the screen is touched by two threads.
"""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable
from queue import SimpleQueue
from typing import Generic, TypeVar

import pygame

Result = TypeVar("Result")

NEWS = pygame.event.custom_type()
"""Type of the event that says that there is news of work."""


class Cancelled(Exception):
    """The work was stopped; raised inside it."""


class Report:
    """What work tells of itself while it goes on."""

    def __init__(self, tell: Callable[[str, int | None], None]) -> None:
        self._tell = tell
        self._stop = threading.Event()

    def say(self, text: str, done: int | None) -> None:
        """Tell what is being done and how far it is, in thousandths; None where nobody knows. Raises Cancelled if stopped."""
        self.check()
        self._tell(text, done)

    def check(self) -> None:
        """Raise Cancelled if stopped."""
        if self._stop.is_set():
            raise Cancelled

    def stop(self) -> None:
        """Ask the work to stop at its next word."""
        self._stop.set()


class Post:
    """Calls that other threads leave for the loop of the window."""

    def __init__(self) -> None:
        self._calls: deque[Callable[[], None]] = deque()

    def leave(self, call: Callable[[], None]) -> None:
        """Leave a call, and wake the loop; from any thread."""
        self._calls.append(call)
        try:
            pygame.event.post(pygame.event.Event(NEWS))
        except pygame.error:  # the queue is full, so the loop will wake, or closed, so nobody waits
            return

    def deliver(self) -> bool:
        """Make the calls that were left; whether there were any. From the loop alone."""
        made = False
        while self._calls:
            self._calls.popleft()()
            made = True
        return made


class Crew:
    """Threads that do jobs, one each; who is done waits for the next, because memory that a thread has used stays with it."""

    def __init__(self) -> None:
        self._jobs: SimpleQueue[Callable[[], None]] = SimpleQueue()
        self._waiting = 0
        self._turnstile = threading.Lock()

    def take(self, job: Callable[[], None]) -> None:
        """Have a job done at once: by who waits, else by one more."""
        with self._turnstile:
            is_one_more = self._waiting == 0
            self._waiting -= not is_one_more
        if is_one_more:
            threading.Thread(target=self._serve, daemon=True, name="work").start()
        self._jobs.put(job)

    def _serve(self) -> None:
        while True:
            self._jobs.get()()
            with self._turnstile:
                self._waiting += 1


class Work(Generic[Result]):
    """One job in a thread.

    `done` is told the result, `news` each word of it, `stopped` that it was cancelled; all in the loop. What the job
    raises is raised in the loop.
    """

    def __init__(
        self,
        crew: Crew,
        job: Callable[[Report], Result],
        post: Post,
        done: Callable[[Result], None],
        news: Callable[[str, int | None], None],
        stopped: Callable[[], None],
    ) -> None:
        self._job = job
        self._post = post
        self._done = done
        self._stopped = stopped
        self._report = Report(lambda text, share: post.leave(lambda: news(text, share)))
        self._ended = threading.Event()
        crew.take(self._run)

    def cancel(self) -> None:
        """Stop it as soon as it listens; its result is dropped."""
        self._report.stop()

    def join(self, seconds: float) -> bool:
        """Wait for its end, at most so long; whether it has ended."""
        return self._ended.wait(seconds)

    def _run(self) -> None:
        try:
            result = self._job(self._report)
            self._report.check()
        except Cancelled:
            self._post.leave(self._stopped)
        except BaseException as crash:
            self._post.leave(_raising(crash))
        else:
            self._post.leave(lambda: self._done(result))
        finally:
            self._ended.set()


def _raising(crash: BaseException) -> Callable[[], None]:
    def call() -> None:
        raise crash

    return call
